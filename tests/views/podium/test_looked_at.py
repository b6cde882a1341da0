"""Given lists on several items, when the officer looks at others, then round in a ring and back."""

from __future__ import annotations

from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.podium.looked_at import list_looked_at, other_list, still_chosen
from tests.chamber import Chamber

OTHER = "2", Body.PLENARY


def with_lists() -> Chamber:
    """Item 1(f) is before the meeting; some wait on it and on item 2, nobody on item 2(a)."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.inscribe("Guinea", item="2")
    chamber.inscribe("Türkiye", item="2(a)")
    (emptied,) = (one.id for one in chamber.conference.list_of("2(a)", Body.PLENARY).waiting)
    chamber.do("withdraw", entry=f"#{emptied}")
    return chamber


def test_one_looks_round_the_lists_on_which_somebody_waits_and_back_to_the_current_one() -> None:
    conference = with_lists().conference
    assert list_looked_at(conference, None) is conference.current_list
    for step in (1, -1):
        assert other_list(conference, None, step) == OTHER
        assert other_list(conference, OTHER, step) is None
    found = list_looked_at(conference, OTHER)
    assert found is not None and (found.item, found.body) == OTHER
    gone = "9", Body.PLENARY
    assert list_looked_at(conference, gone) is None and other_list(conference, gone, 1) == OTHER


def test_what_was_chosen_stays_until_it_is_gone_or_is_the_current_one() -> None:
    chamber = with_lists()
    assert still_chosen(chamber.conference, None) is None
    assert still_chosen(chamber.conference, OTHER) == OTHER
    assert still_chosen(chamber.conference, ("9", Body.PLENARY)) is None
    chamber.do("take-up-item", item="2")
    assert still_chosen(chamber.conference, OTHER) is None


def test_where_nothing_is_before_the_meeting_there_is_no_list() -> None:
    conference = Chamber().conference
    assert list_looked_at(conference, None) is None and other_list(conference, None, 1) is None
