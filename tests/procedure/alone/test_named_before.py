"""What both orders have is named by its number, what came after by what it is."""

from __future__ import annotations

from datetime import UTC, datetime

from plenary_tui.procedure.alone.named_before import Before, moment, votes
from plenary_tui.procedure.state.proceedings import Tally
from tests.chamber import Chamber


def test_entries_drafts_and_meetings() -> None:
    chamber = Chamber()
    chamber.open_floor()
    (old,) = chamber.inscribe("GIN")
    chamber.do("table-document", title="First", sponsor="NGA", symbol="L.1")
    common = chamber.conference
    new, called = chamber.inscribe("NER", "TUR")
    chamber.do("table-document", title="Second", sponsor="NGA", symbol="L.2")
    chamber.do("table-document", title="Third", sponsor="NGA")
    chamber.do("add-meeting", starts="2024-10-18T10:00", ends="2024-10-18T13:00")
    chamber.do("give-floor", entry="TUR", reason="A flight")
    before = Before(chamber.conference, common, chamber.clock.now())
    assert [list(before.entry(one)) for one in (None, old, new, called, 999)] == [
        [""],
        [f"#{old}"],
        ["1(f) NER"],
        ["TUR"],
        [],
    ]
    assert [list(before.document(one)) for one in (1, 2, 3, 9)] == [["1"], ["L.2"], [""], []]
    assert list(before.meeting(2)) == [2]
    assert list(before.meeting(5)) == [], "it was planned after both parted"


def test_times_and_votes_as_they_are_typed() -> None:
    assert moment(None) == "" and moment(datetime(2030, 1, 2, 3, tzinfo=UTC)).endswith("+00:00")
    assert votes(None) == {}
    tally = Tally(2, 1, 0, ("NER", "GIN"), (), ())
    counted = {"in_favour": 2, "against": 1, "abstaining": 0}
    assert votes(tally) == {**counted, "voted_for": "NER, GIN"}
