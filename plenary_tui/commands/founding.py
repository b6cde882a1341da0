"""`plenary new` without a pack: questions in the terminal, and the pack that the answers make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from plenary_tui.commands.failures import Failed
from plenary_tui.commands.output import complain, say
from plenary_tui.exchange.founding.new_pack import free_folder, write_pack
from plenary_tui.exchange.founding.questions import (
    Question,
    Values,
    founding,
    keep,
    kept,
    questions,
    read_answers,
    summary,
)
from plenary_tui.procedure.ground.as_typed import Unread
from plenary_tui.procedure.state.text import folded

BACK = "<"
DRAFT = "new-conference.json"
"""The file beside the databases in which answers are kept until the conference is made."""
PACKS = "packs"
"""The folder beside the databases in which packs are written."""
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


def forget(data: Path) -> None:
    """Forget the answers that were kept: the conference is made."""
    (data / DRAFT).unlink(missing_ok=True)


class _Asking:
    def __init__(self, data: Path, ask: Ask, today: date) -> None:
        self._data, self._ask, self._today = data, ask, today
        self._typed = kept(data / DRAFT)
        self._before: dict[str, str] = {}

    def run(self) -> Path:
        say(BEGINNING.format(number=len(questions(self._today))))
        try:
            self._take_up()
            while True:
                known, question = read_answers(self._typed, self._today)
                if question is not None:
                    self._answer(question, known)
                elif self._agreed(known):
                    return self._write(known)
        except (EOFError, KeyboardInterrupt):
            left = "What was answered is kept: run plenary new again to go on."
            raise Left("No conference was made.", left if self._typed else "") from None

    def _take_up(self) -> None:
        """Ask whether answers that were kept are to be taken up."""
        if not self._typed:
            return
        name = self._typed.get("name", "a conference")
        say(f"{len(self._typed)} answers for “{name}” were kept from last time.")
        if folded(self._ask("Go on with them? (yes, or no to begin anew) [yes] > ")) in NO:
            self._typed = {}
            say("")

    def _answer(self, question: Question, known: Values) -> None:
        """Ask one question once, and keep what was answered if it can be read."""
        asked = [one for one in questions(self._today) if one.asked(known) or one is question]
        place = next(number for number, one in enumerate(asked) if one.key == question.key)
        ready = self._before.get(question.key) or question.presumed(known)
        say(f"{place + 1:2}  {question.words}\n    {question.hint[:1].upper()}{question.hint[1:]}.")
        if ready:
            say("\n".join(f"    [{line}]" for line in ready.splitlines()))
        typed = self._typed_for(question)
        if typed.strip() == BACK:
            if place == 0:
                say("    This is the first question.")
            else:
                self._take_back(asked[place - 1].key)
            return
        typed = typed if typed.strip() else ready
        try:
            question.read(typed, known)
        except Unread as unread:
            say(f"    {_sentence(unread)}")
            return
        self._typed[question.key] = typed
        try:
            keep(self._data / DRAFT, self._typed)
        except OSError as error:
            complain(f"The answers cannot be kept meanwhile ({error.strerror}).")

    def _typed_for(self, question: Question) -> str:
        lines = [self._ask("  > ")]
        while question.lines and lines[-1].strip() not in ("", BACK):
            if len(lines) == 1 and Path(lines[0].strip()).expanduser().is_file():
                break
            lines.append(self._ask("  > "))
        return BACK if lines[-1].strip() == BACK else "\n".join(lines)

    def _take_back(self, key: str) -> None:
        """Ask a question again, with the answer that was given as the one that is ready."""
        self._before[key] = self._typed.pop(key, "")

    def _agreed(self, known: Values) -> bool:
        """Say what would be made; whether that is wanted, else one goes back."""
        say("\n" + "\n".join(summary(known)))
        answer = folded(self._ask("Make it? (yes, or < to go back) [yes] > ")).strip()
        while answer not in (*YES, *NO, BACK):
            answer = folded(self._ask("    Type yes, no, or < to go back > ")).strip()
        if answer in NO:
            raise EOFError
        if answer == BACK:
            self._take_back([one for one in self._typed if one in known][-1])
        return answer != BACK

    def _write(self, known: Values) -> Path:
        folder = free_folder(self._data / PACKS, known["name"])
        try:
            write_pack(folder, founding(known))
        except OSError as error:
            raise Failed(
                f"{folder} cannot be written ({error.strerror}).",
                "The answers are kept: make room or give it rights, and run plenary new again.",
            ) from None
        return folder


def _sentence(unread: Unread) -> str:
    """What is wrong and how it is typed; a file's name keeps its letters."""
    first = unread.what.partition(" ")[0]
    what = unread.what if "." in first else unread.what[:1].upper() + unread.what[1:]
    return f"{what}. Type {unread.expected}".rstrip(".") + "."


YES = ("", "yes", "y", "oui", "si", "ja", "да", "نعم", "是")
NO = ("no", "n", "non", "nein", "нет", "لا", "否")
