"""What a list of speakers is made of on a screen: rows, tiers, and lines that cross it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plenary_tui.procedure.conference import Entry
from plenary_tui.procedure.vocabulary import Delivery, Language, Tier
from plenary_tui.views.phrases import Words
from plenary_tui.views.words import ready_word


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: a tier's header, an entry, the end of a meeting, a sentence.

    Attributes:
        name: the delegation; of a header the tier; of a sentence the sentence.
        entry: the entry; None for other kinds.
        number: its place in its tier, from 1.
        next: whether it will be called next.
        said: of a header, what is said of the tier, what matters most first; of a line that
            crosses the list, all of it.
        ready: in words; "" if not ready.
        who: speaker and function.
        group: on behalf of whom.
        aligned: how many are aligned with that statement.
        absent: how often it was absent, in words; "" if `moved` says it.
        moved: why it does not stand in order of receipt; "" if it does.
        expected: the time of day when it is expected to speak; "" where that is not forecast.
        remark: `at risk` or `not reached`; "" for neither.
    """

    kind: Literal["header", "entry", "stop", "sentence"]
    name: str
    entry: Entry | None = None
    number: int = 0
    next: bool = False
    said: tuple[Words, ...] = ()
    ready: str = ""
    video: bool = False
    language: Language | None = None
    who: str = ""
    group: str = ""
    aligned: int = 0
    absent: str = ""
    moved: str = ""
    expected: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One tier that is shown: its entries in order, and what is said of it."""

    tier: Tier
    said: tuple[Words, ...]
    waiting: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """The end of a meeting, or the hour of a tier, drawn before the row at `place`.

    `place` counts rows without such lines.
    """

    place: int
    words: Words


def entry_row(
    entry: Entry,
    number: int,
    name: str,
    *,
    next_one: bool,
    aligned: int,
    expected: str,
    remark: str,
) -> Row:
    """The row of an entry; what is not of the entry itself is as of `Row`."""
    again = "once" if entry.absences == 1 else f"{entry.absences} times"
    said = not entry.absences or entry.moved_because.startswith("absent")
    return Row(
        "entry",
        name,
        entry,
        number,
        next=next_one,
        ready=ready_word(entry.tier) if entry.ready else "",
        video=entry.delivery is Delivery.VIDEO,
        language=entry.language,
        who=", ".join(part for part in (entry.speaker, entry.function) if part),
        group=entry.on_behalf_of,
        aligned=aligned if entry.on_behalf_of else 0,
        absent="" if said else f"absent {again}",
        moved=entry.moved_because,
        expected=expected,
        remark=remark,
    )
