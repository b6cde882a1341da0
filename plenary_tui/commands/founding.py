"""`plenary new` without a pack: questions in the terminal, and the pack that the answers make."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path

from plenary_tui import medium
from plenary_tui.commands.failures import Failed
from plenary_tui.commands.output import complain, say
from plenary_tui.exchange.founding.drafting import BACK, Drafting, said
from plenary_tui.exchange.founding.questions import NO_SOURCES, summary
from plenary_tui.exchange.founding.sources import Sources
from plenary_tui.procedure.ground.as_typed import Unread
from plenary_tui.procedure.state.text import folded

BEGINNING = (
    "Your own conference: {number} questions at most, with an answer ready that Enter takes.\n"
    "Type < to go back. Ctrl+C leaves; what was answered is kept and taken up next time.\n"
)
KEPT = (
    "Your lines are kept. /3 and a text takes the place of line 3, /3 alone takes it out, then an "
    "empty line; or type them all again."
)
WIDTH = 80
"""Columns of the narrowest terminal."""
NEEDED = ("name", "first_day")
"""What cannot be presumed where nobody is asked."""
Ask = Callable[[str], str]
"""Shows a prompt and returns the line that was typed; raises EOFError at the end of input."""


class Left(Failed):
    """Somebody left before the conference was made."""


def found(data: Path, ask: Ask, today: date, sources: Sources = NO_SOURCES) -> Path:
    """Ask for a conference and write its pack; the pack's folder.

    Args:
        data: the folder of databases.
        sources: files of the office, which have answers ready.

    Raises `Left` if it is left before, and `Failed` if the pack cannot be written.
    """
    return _Asking(Drafting(data, today, sources), ask).run()


def found_unasked(draft: Drafting, answers: Mapping[str, str], told: Collection[str]) -> Path:
    """Write the pack of a conference about which nobody is asked; the pack's folder.

    Args:
        answers: as they would be typed, by the key of their question.
        told: what files of the office say, by that key.

    Raises `Failed` with all that neither says, and with answers that cannot be read.
    """
    missing = [key for key in NEEDED if key not in answers and key not in told]
    while (question := draft.question) is not None:
        key = question.key
        if key in missing:
            options = " ".join(f'--answer "{one}=..."' for one in missing)
            raise Failed(
                f"Nothing was made, for the files do not say {' and '.join(missing)}.",
                f"Add {options}, or run it in a terminal, where it is asked.",
            )
        try:
            draft.answer(answers.get(key, draft.ready), keep_it=False)
        except Unread as unread:
            raise Failed(
                f"Nothing was made: {key}: {said(unread)}", f'Add --answer "{key}=...".'
            ) from None
    _say("\n".join(summary(draft.known)))
    return _written(draft)


def _say(text: str) -> None:
    """Print lines of which none is broken within a word where the terminal is narrow."""
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())]
        whole = len(line) <= WIDTH
        say(line if whole else textwrap.fill(line, WIDTH, subsequent_indent=indent))


def _written(draft: Drafting) -> Path:
    try:
        return draft.write()
    except OSError as error:
        raise Failed(
            f"The pack cannot be written: {error.filename} ({medium.why(error)}).",
            "The answers are kept: make room or give it rights, and run plenary new again.",
        ) from None


class _Asking:
    def __init__(self, draft: Drafting, ask: Ask) -> None:
        self._ask, self._draft = ask, draft
        self._wrong: list[str] = []

    def run(self) -> Path:
        draft = self._draft
        _say(BEGINNING.format(number=draft.number))
        try:
            self._take_up()
            while True:
                if draft.question is not None:
                    self._answer()
                elif self._agreed():
                    return _written(draft)
        except (EOFError, KeyboardInterrupt):
            left = "What was answered is kept: run plenary new again to go on."
            raise Left("No conference was made.", left if draft.typed else "") from None

    def _take_up(self) -> None:
        """Ask whether answers that were kept are to be taken up."""
        typed = self._draft.typed
        if not typed:
            return
        name = typed.get("name", "a conference")
        _say(f"{len(typed)} answers for “{name}” were kept from last time.")
        if folded(self._ask("Go on with them? (yes, or no to begin anew) [yes] > ")) in NO:
            self._draft.begin_anew()
            _say("")

    def _answer(self) -> None:
        """Ask one question once, and keep what was answered if it can be read."""
        draft = self._draft
        question, ready = draft.question, draft.ready
        assert question is not None
        hint = f"{question.hint[:1].upper()}{question.hint[1:]}"
        _say(f"{draft.place + 1:2}  {question.words}\n    {hint}.")
        if ready:
            _say("\n".join(f"    [{line}]" for line in ready.splitlines()))
        typed = self._typed_for(several=question.lines)
        if self._wrong:
            typed = _corrected(self._wrong, typed)
            self._wrong = []
        if typed.strip() == BACK:
            if not draft.go_back():
                _say("    This is the first question.")
            return
        try:
            draft.answer(typed if typed.strip() else ready)
        except Unread as unread:
            _say(f"    {said(unread)}")
            if question.lines and "\n" in typed.strip():
                self._wrong = [line for line in typed.splitlines() if line.strip()]
                _say("\n".join(f"    /{place} {one}" for place, one in enumerate(self._wrong, 1)))
                _say(f"    {KEPT}")
        except OSError as error:
            complain(f"The answers cannot be kept meanwhile ({medium.why(error)}).")

    def _typed_for(self, *, several: bool) -> str:
        lines = [self._ask("  > ")]
        while several and lines[-1].strip() not in ("", BACK):
            if len(lines) == 1 and medium.is_file(medium.as_path(lines[0].strip())):
                break
            lines.append(self._ask("  > "))
        return BACK if lines[-1].strip() == BACK else "\n".join(lines)

    def _agreed(self) -> bool:
        """Say what would be made; whether that is wanted, else one goes back."""
        _say("\n" + "\n".join(summary(self._draft.known)))
        answer = folded(self._ask("Make it? (yes, or < to go back) [yes] > ")).strip()
        while answer not in (*YES, *NO, BACK):
            answer = folded(self._ask("    Type yes, no, or < to go back > ")).strip()
        if answer in NO:
            raise EOFError
        if answer == BACK:
            self._draft.go_back()
        return answer != BACK


def _corrected(lines: list[str], typed: str) -> str:
    """Lines that were wrong with the corrections that were typed; what was typed, if it is none."""
    corrections = [line for line in typed.splitlines() if line.strip()]
    found = [_CORRECTION.fullmatch(line.strip()) for line in corrections]
    if typed.strip() == BACK or not all(found):
        return typed
    by_place = dict(enumerate(lines, start=1))
    for one in filter(None, found):
        by_place[int(one[1])] = one[2].strip()
    return "\n".join(line for _, line in sorted(by_place.items()) if line)


_CORRECTION = re.compile(r"/(\d{1,4})((?:\s.*)?)")
YES = ("", "yes", "y", "oui", "si", "ja", "да", "نعم", "是")
NO = ("no", "n", "non", "nein", "нет", "لا", "否")
