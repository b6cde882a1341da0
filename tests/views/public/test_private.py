"""What is for the officer alone never leaves the house (row 14)."""

from __future__ import annotations

from plenary_tui.exchange.script import built_in
from plenary_tui.views.public.caption import caption
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber


def test_row_14_a_reminder_is_for_the_officer_alone() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "UNIDROIT", "Sample Watch")
    entry = str(chamber.entry("WATCH").id)
    chamber.do("note", text="speaks of one country", entry=entry)
    chamber.do("give-floor", entry=entry, reason="leaves early")
    chamber.do("start-clock")
    chamber.do("call-to-order", ground="language")
    snapshot = take_snapshot(chamber.conference, chamber.clock.now(), built_in()).model_dump_json()
    assert [one.text for one in chamber.conference.notes] == ["speaks of one country"]
    for word in ("one country", "calls_to_order", "language)"):
        assert word not in snapshot
    assert "country" not in caption(chamber.conference).words
