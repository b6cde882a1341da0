"""Side events and drafts of a file (rows 3 and 35)."""

from __future__ import annotations

from plenary_tui.procedure.intake.rows import (
    BroughtDraft,
    BroughtEvent,
    Fate,
)
from tests.chamber import Chamber, vienna
from tests.procedure.intake.conftest import fates, file, take


def test_row_35_side_events_keep_their_rooms(chamber: Chamber) -> None:
    fires = BroughtEvent(2, "Firearms", vienna(15, 13), vienna(15, 13, 50), "CR3")
    rows = (
        fires,
        BroughtEvent(3, "Fraud", vienna(15, 13, 30), vienna(15, 14), "cr3"),
        BroughtEvent(4, "Environment", vienna(15, 13), vienna(15, 13, 50), online=True),
        BroughtEvent(5, "No end", vienna(15, 13)),
    )
    command = file(events=rows)
    assert fates(chamber, command) == [Fate.NEW, Fate.REFUSED, Fate.NEW, Fate.REFUSED]
    take(chamber, file(events=rows, skip_refused=True))
    later = BroughtEvent(2, "firearms", vienna(16, 13), vienna(16, 13, 50))
    assert fates(chamber, file("2", events=(later, rows[2]))) == [Fate.CHANGED, Fate.SAME]
    chamber.do("cancel-side-event", event="Firearms")
    assert fates(chamber, file("2", events=(later,))) == [Fate.SKIPPED]


def test_row_03_drafts_are_tabled_by_those_who_may(chamber: Chamber) -> None:
    rows = (
        BroughtDraft(2, "L.4", "On cooperation", "2", "Co-Chairs of the Working Group"),
        BroughtDraft(3, "L.5", "On fraud", "", "NGA"),
        BroughtDraft(4, "L.6", "On crime", "", "WATCH"),
        BroughtDraft(5, "L.7", "On nothing"),
    )
    assert fates(chamber, file(drafts=rows)) == [Fate.NEW, Fate.NEW, Fate.REFUSED, Fate.REFUSED]
    take(chamber, file(drafts=rows, skip_refused=True))
    again = (BroughtDraft(2, "l4", "On cooperation"), BroughtDraft(3, "L.5", "On frauds"))
    assert fates(chamber, file("2", drafts=again)) == [Fate.SAME, Fate.CHANGED]
    assert chamber.replayed() == chamber.conference
