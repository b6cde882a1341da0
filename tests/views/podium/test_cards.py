"""What is shown of alignments, on screen, on paper and in the snapshot (row 31)."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.views.paper import printed_list, status_report
from plenary_tui.views.podium.cards import floor_card
from plenary_tui.views.podium.listing import listing
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The European Union waits to speak for its members, Nigeria for the African Group, Niger."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("EU", on_behalf_of="the European Union and its member States")
    chamber.inscribe("Nigeria", on_behalf_of="the African Group")
    chamber.inscribe("Niger")
    return chamber


def test_row_31_the_card_and_the_snapshot_name_who_is_aligned_with_the_statement_being_made(
    chamber: Chamber,
) -> None:
    chamber.speak(30)
    chamber.do("align", delegation="Türkiye")
    assert "aligned: Türkiye" in floor_card(chamber.conference, chamber.clock.now()).lines
    snapshot = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert snapshot.floor is not None and snapshot.floor.aligned == ("Türkiye",)
    assert snapshot.lower_third.line2.endswith(
        "on behalf of the European Union and its member States"
    )


def test_row_31_who_was_heard_for_a_group_stays_in_the_snapshot_and_the_report(
    chamber: Chamber,
) -> None:
    for _ in range(3):
        chamber.speak(30)
    chamber.do("end-statement")
    chamber.do("align", delegation="Türkiye")
    (view,) = take_snapshot(chamber.conference, chamber.clock.now(), built_in()).alignments
    assert (view.delegation, view.aligned) == ("Nigeria", ("Türkiye",))
    report = status_report(chamber.conference, chamber.clock.now())
    assert "Group:    Nigeria on behalf of the African Group, aligned: Türkiye" in report


def test_row_31_the_row_counts_and_the_paper_names_who_is_aligned_with_one_that_waits(
    chamber: Chamber,
) -> None:
    chamber.do("align", delegation="Guinea", entry="African")
    chamber.do("align", delegation="Türkiye", entry="Nigeria")
    speakers = chamber.conference.current_list
    assert speakers is not None
    rows = listing(chamber.conference, speakers, chamber.clock.utc)
    assert [(row.name, row.aligned) for row in rows if row.entry] == [
        ("European Union", 0),
        ("Nigeria", 2),
        ("Niger", 0),
    ]
    printed = printed_list(chamber.conference, speakers, chamber.clock.now())
    assert "on behalf of the African Group, aligned: Guinea, Türkiye" in printed


def test_row_31_the_podium_names_three_and_counts_the_others(chamber: Chamber) -> None:
    chamber.speak(30)
    for delegation in ("Guinea", "Guinea-Bissau", "Türkiye", "Tuvalu"):
        chamber.do("align", delegation=delegation)
    lines = floor_card(chamber.conference, chamber.clock.now()).lines
    assert "aligned: Guinea, Guinea-Bissau, Türkiye and 1 more" in lines
