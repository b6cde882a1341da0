"""What is shown of the Committee of the Whole's list: of States alone (row 4)."""

from __future__ import annotations

from plenary_tui.exchange.script import built_in
from plenary_tui.views.paper import status_report
from plenary_tui.views.podium.listing import listing
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber


def test_row_4_the_committees_list_shows_no_other_tier_than_states() -> None:
    chamber = Chamber()
    chamber.open_floor("2")
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2")
    conference, now = chamber.conference, chamber.clock.now()
    speakers = conference.current_list
    assert speakers is not None
    headers = [row.name for row in listing(conference, speakers, now.utc) if row.kind == "header"]
    assert headers == ["States"]
    assert "States, IGOs" not in status_report(conference, now)
    snapshot = take_snapshot(conference, now, built_in())
    assert snapshot.list is not None
    assert (snapshot.list.status, snapshot.list.tiers) == ("open", None)
