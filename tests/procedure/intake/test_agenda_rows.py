"""Agenda items and meetings of a file (row 32)."""

from __future__ import annotations

from plenary_tui.procedure.intake.rows import (
    BroughtItem,
    BroughtMeeting,
    Fate,
)
from tests.chamber import Chamber, vienna
from tests.procedure.intake.conftest import fates, file, take


def test_an_agenda_is_matched_by_symbol_then_by_title(chamber: Chamber) -> None:
    rows = (
        BroughtItem(2, "1f", "General discussion"),
        BroughtItem(3, "2", "Review"),
        BroughtItem(4, "2.1", "Convention"),
        BroughtItem(5, "3", "Other serious crimes"),
    )
    assert fates(chamber, file(items=rows)) == [Fate.SAME, Fate.CHANGED, Fate.SAME, Fate.NEW]
    take(chamber, file(items=rows))
    assert [(one.symbol, one.title) for one in chamber.conference.items][1:] == [
        ("2", "Review"),
        ("2(a)", "Convention"),
        ("3", "Other serious crimes"),
    ]


def test_row_32_meetings_are_those_that_start_then(chamber: Chamber) -> None:
    rows = (
        BroughtMeeting(2, vienna(14, 10), vienna(14, 13)),
        BroughtMeeting(3, vienna(14, 15), vienna(14, 17), ("2",)),
        BroughtMeeting(4, vienna(16, 10), vienna(16, 13), ("3",)),
        BroughtMeeting(5, vienna(16, 12), vienna(16, 14)),
        BroughtMeeting(6, vienna(19, 12), vienna(19, 14)),
    )
    items = (BroughtItem(9, "3", "New in the same file"),)
    command = file(items=items, meetings=rows)
    assert fates(chamber, command) == [
        Fate.NEW, Fate.SAME, Fate.CHANGED, Fate.NEW, Fate.REFUSED, Fate.REFUSED,
    ]  # fmt: skip
    take(chamber, file(items=items, meetings=rows, skip_refused=True))
    assert [one.items for one in chamber.conference.programme][-1] == ("3",)
