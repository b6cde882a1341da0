"""`plenary new` without a pack: questions in the terminal, and the pack that the answers make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from plenary_tui.commands.failures import Failed
from plenary_tui.commands.output import complain, say
from plenary_tui.exchange.founding.drafting import BACK, Drafting, said
from plenary_tui.exchange.founding.questions import summary
from plenary_tui.procedure.ground.as_typed import Unread
from plenary_tui.procedure.state.text import folded

BEGINNING = (
    "Your own conference: {number} questions at most, with an answer ready that Enter takes.\n"
    "Type < to go back. Ctrl+C leaves; what was answered is kept and taken up next time.\n"
)
Ask = Callable[[str], str]
"""Shows a prompt and returns the line that was typed; raises EOFError at the end of input."""


class Left(Failed):
    """Somebody left before the conference was made."""


def found(data: Path, ask: Ask, today: date) -> Path:
    """Ask for a conference and write its pack; the pack's folder.

    Args:
        data: the folder of databases.

    Raises `Left` if it is left before, and `Failed` if the pack cannot be written.
    """
    return _Asking(data, ask, today).run()


class _Asking:
    def __init__(self, data: Path, ask: Ask, today: date) -> None:
        self._ask, self._draft = ask, Drafting(data, today)

    def run(self) -> Path:
        draft = self._draft
        say(BEGINNING.format(number=draft.number))
        try:
            self._take_up()
            while True:
                if draft.question is not None:
                    self._answer()
                elif self._agreed():
                    return self._write()
        except (EOFError, KeyboardInterrupt):
            left = "What was answered is kept: run plenary new again to go on."
            raise Left("No conference was made.", left if draft.typed else "") from None

    def _take_up(self) -> None:
        """Ask whether answers that were kept are to be taken up."""
        typed = self._draft.typed
        if not typed:
            return
        name = typed.get("name", "a conference")
        say(f"{len(typed)} answers for “{name}” were kept from last time.")
        if folded(self._ask("Go on with them? (yes, or no to begin anew) [yes] > ")) in NO:
            self._draft.begin_anew()
            say("")

    def _answer(self) -> None:
        """Ask one question once, and keep what was answered if it can be read."""
        draft = self._draft
        question, ready = draft.question, draft.ready
        assert question is not None
        hint = f"{question.hint[:1].upper()}{question.hint[1:]}"
        say(f"{draft.place + 1:2}  {question.words}\n    {hint}.")
        if ready:
            say("\n".join(f"    [{line}]" for line in ready.splitlines()))
        typed = self._typed_for(several=question.lines)
        if typed.strip() == BACK:
            if not draft.go_back():
                say("    This is the first question.")
            return
        try:
            draft.answer(typed if typed.strip() else ready)
        except Unread as unread:
            say(f"    {said(unread)}")
        except OSError as error:
            complain(f"The answers cannot be kept meanwhile ({error.strerror}).")

    def _typed_for(self, *, several: bool) -> str:
        lines = [self._ask("  > ")]
        while several and lines[-1].strip() not in ("", BACK):
            if len(lines) == 1 and Path(lines[0].strip()).expanduser().is_file():
                break
            lines.append(self._ask("  > "))
        return BACK if lines[-1].strip() == BACK else "\n".join(lines)

    def _agreed(self) -> bool:
        """Say what would be made; whether that is wanted, else one goes back."""
        say("\n" + "\n".join(summary(self._draft.known)))
        answer = folded(self._ask("Make it? (yes, or < to go back) [yes] > ")).strip()
        while answer not in (*YES, *NO, BACK):
            answer = folded(self._ask("    Type yes, no, or < to go back > ")).strip()
        if answer in NO:
            raise EOFError
        if answer == BACK:
            self._draft.go_back()
        return answer != BACK

    def _write(self) -> Path:
        try:
            return self._draft.write()
        except OSError as error:
            raise Failed(
                f"The pack cannot be written: {error.filename} ({error.strerror}).",
                "The answers are kept: make room or give it rights, and run plenary new again.",
            ) from None


YES = ("", "yes", "y", "oui", "si", "ja", "да", "نعم", "是")
NO = ("no", "n", "non", "nein", "нет", "لا", "否")
