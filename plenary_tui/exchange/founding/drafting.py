"""A conference that is being asked for: answers kept as they come, gone back in, made a pack."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from plenary_tui.exchange.founding.new_pack import free_folder, write_pack
from plenary_tui.exchange.founding.questions import (
    NO_SOURCES,
    Question,
    Values,
    founding,
    keep,
    kept,
    questions,
    read_answers,
)
from plenary_tui.exchange.founding.sources import Sources
from plenary_tui.procedure.ground.as_typed import Unread

DRAFT = "new-conference.json"
"""The file beside the databases in which answers are kept until the conference is made."""
PACKS = "packs"
"""The folder beside the databases in which packs are written."""
BACK = "<"
"""Typed in place of an answer: the question before, please."""


class Drafting:
    """The answers so far, whoever asks for them.

    Attributes:
        typed: the answers as they were typed, by the key of their question.
        known: what they say, as far as they can be read.
        question: the first one that has no answer; None once there are all.
    """

    def __init__(
        self, data: Path, today: date, sources: Sources = NO_SOURCES, *, anew: bool = False
    ) -> None:
        """Take up what was kept in the folder of databases, unless it is begun anew.

        Args:
            sources: files of the office, which have answers ready.
        """
        self._data, self._today, self._sources = data, today, sources
        self._before: dict[str, str] = {}
        self.typed: dict[str, str] = {} if anew else kept(data / DRAFT)
        self._read()

    def begin_anew(self) -> None:
        """Forget what was kept."""
        self.typed = {}
        self._read()

    def _read(self) -> None:
        self.known: Values
        self.known, self.question = read_answers(self.typed, self._today, self._sources)

    @property
    def number(self) -> int:
        """How many questions there are at most."""
        return len(questions(self._today, self._sources))

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that are asked after these answers, in order."""
        every = questions(self._today, self._sources)
        now = self.question.key if self.question is not None else ""
        return tuple(one for one in every if one.key == now or one.asked(self.known))

    @property
    def place(self) -> int:
        """How many questions come before the present one."""
        if self.question is None:
            return len(self.asked)
        return [one.key for one in self.asked].index(self.question.key)

    @property
    def ready(self) -> str:
        """What is taken for the present question where nothing is typed."""
        question = self.question
        if question is None:
            return ""
        return self._before.get(question.key) or question.presumed(self.known)

    def answer(self, typed: str, keep_it: bool = True) -> None:
        """Take an answer to the present question.

        Args:
            keep_it: whether it is kept until the conference is made.

        Raises `Unread` where it is none, and `OSError` where it was taken but cannot be kept.
        """
        question = self.question
        assert question is not None
        question.read(typed, self.known)
        self.typed[question.key] = typed
        self._read()
        if keep_it:
            keep(self._data / DRAFT, self.typed)

    def go_back(self) -> bool:
        """Ask the question before once more, its answer ready; whether there is one."""
        place = self.place
        if place == 0:
            return False
        key = self.asked[place - 1].key
        self._before[key] = self.typed.pop(key, "")
        self._read()
        return True

    def write(self) -> Path:
        """Write the pack of all answers; its folder. Raises `OSError`."""
        folder = free_folder(self._data / PACKS, self.known["name"])
        write_pack(folder, founding(self.known, self._sources))
        return folder


def forget(data: Path) -> None:
    """Forget the answers that were kept: the conference is made."""
    (data / DRAFT).unlink(missing_ok=True)


def said(unread: Unread) -> str:
    """What is wrong with an answer and how it is typed; a file's name keeps its letters."""
    first = unread.what.partition(" ")[0]
    what = unread.what if "." in first else unread.what[:1].upper() + unread.what[1:]
    return f"{what}. Type {unread.expected}".rstrip(".") + "."
