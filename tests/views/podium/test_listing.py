"""The list of speakers as rows: tiers, numbers, who is next, what a filter finds."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.speakers.lists import without_entry
from plenary_tui.procedure.state.conference import empty_list
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.participants import Delegation
from plenary_tui.procedure.state.vocabulary import Body, ParticipantClass
from plenary_tui.views.paper import status_report
from plenary_tui.views.podium.listing import findable, listing
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import LONGEST_NAME, Chamber
from tests.views.podium.lists import full_list, shown


def test_tiers_have_headers_and_the_list_is_numbered_through() -> None:
    rows = list(shown(full_list()))
    assert [row.name for row in rows if row.kind == "header"] == ["States", "IGOs", "NGOs"]
    assert [row.number for row in rows if row.entry] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [row.name for row in rows if row.next] == ["Maldives"]
    assert rows[0].said[0][0] == "6 waiting"


def test_each_entry_is_found_where_its_row_is() -> None:
    rows = shown(full_list())
    for place, row in enumerate(rows):
        if row.entry:
            assert rows.index_of(row.entry.id) == place
    assert rows.index_of(99) is None
    with pytest.raises(IndexError):
        rows.row(len(rows))


def test_a_filter_knows_everyday_names_and_those_of_the_pack() -> None:
    kingdom = Delegation("GBR", LONGEST_NAME, ParticipantClass.STATE_PARTY, also=("Albion",))
    for word in ("uk", "england", "albion", "gbr", "ireland"):
        assert f" {word}" in findable(kingdom)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cote", [3]),
        ("IVOIRE", [3]),
        ("united king", [2]),
        ("017", [2]),
        ("阿拉伯", [4]),
        ("s2", [3]),
    ],
)
def test_a_filter_folds_names_and_knows_codes(typed: str, found: list[int]) -> None:
    rows = shown(full_list(), typed)
    assert [row.entry.id for row in rows if row.entry] == found
    assert rows.matches == len(found)
    assert [rows.index_of(one) is not None for one in found] == [True] * len(found)


def test_a_filter_that_finds_nobody_says_so() -> None:
    rows = shown(full_list(), "nobody of that name")
    assert rows.row(len(rows) - 1).name == "Nobody on this list matches “nobody of that name”."


def test_an_empty_list_is_a_sentence() -> None:
    speakers = empty_list("1(f)", Body.PLENARY)
    closed = replace(
        speakers, queues=tuple(replace(queue, by_hand=False) for queue in speakers.queues)
    )
    assert [row.name for row in shown(closed)] == ["Nobody waits on the list for item 1(f)."]
    assert [row.kind for row in shown(speakers)] == ["header"] * 3 + ["sentence"]


def test_a_listing_says_what_it_is_and_equals_another_that_shows_the_same() -> None:
    speakers = replace(full_list(), body=Body.COMMITTEE, carried_to=3)
    words = "1(f)  General discussion · committee of the whole · carried over to the 3rd meeting"
    assert shown(speakers).title == words
    assert shown(speakers).counts == "6 States, 1 IGO, 2 NGOs"
    assert shown(speakers) == shown(replace(speakers))
    assert shown(speakers) != shown(without_entry(speakers, speakers.waiting[0]))


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


def test_a_list_is_no_longer_said_to_be_carried_over_once_its_meeting_has_come() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.do("carry-over")

    def title() -> str:
        speakers = chamber.conference.list_of("1(f)", Body.PLENARY)
        return listing(chamber.conference, speakers, chamber.clock.utc).title

    assert "carried over to the 2nd meeting" in title()
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    assert "carried over" not in title()
    chamber.do("convene-committee")
    assert "carried over" not in title(), "the 2nd meeting stands still, and has come"
