"""How what was recorded alone is named so that it means the same in the order that stands.

What was there before both orders parted has its number in both. What came after has a number of its
own in each, and is named by what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import Tally
from plenary_tui.procedure.state.timing import Instant

Guess = tuple[type[Command], dict[str, Any]]
"""An act that may have been typed, and its fields."""


class Before:
    """The state before an act, and what was there when both orders parted.

    Attributes:
        conference: the state before.
        at: when the act was done.
    """

    def __init__(self, conference: Conference, common: Conference, at: Instant) -> None:
        self.conference, self._common, self.at = conference, common, at

    def entry(self, number: int | None) -> Iterator[str]:
        """How an entry may be named."""
        if number is None:
            yield ""
            return
        if number <= self._common.pack_entries + self._common.seq:
            yield f"#{number}"
            return
        entry = self.conference.entry_numbered(number)
        found = self.conference.find_entry(number)
        if entry is not None and found is not None:
            yield f"{found[0].item} {entry.delegation}"
        elif entry is not None:
            yield entry.delegation

    def document(self, number: int) -> Iterator[str]:
        """How a draft may be named."""
        if self._common.document_numbered(number) is not None:
            yield str(number)
        elif (document := self.conference.document_numbered(number)) is not None:
            yield document.symbol or ""

    def meeting(self, number: int) -> Iterator[int]:
        """The number of a meeting that was planned, or opened, in both orders."""
        known = self._common
        if known.planned(number) == self.conference.planned(number):
            yield number


def moment(when: datetime | None) -> str:
    """A time, as it is typed so that no other is meant."""
    return when.isoformat() if when is not None else ""


def votes(tally: Tally | None) -> dict[str, Any]:
    """A vote, as it is typed: by names where they are known."""
    if tally is None:
        return {}
    counted = {
        "in_favour": tally.in_favour,
        "against": tally.against,
        "abstaining": tally.abstaining,
    }
    names = zip(("voted_for", "opposed", "abstained"), tally.by_name, strict=True)
    return counted | {field: ", ".join(who) for field, who in names if who}
