"""Items come on the agenda and are corrected (rows 11 and 21)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.conference import Document, TimeLimit
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten; the agenda has 1(f), 2 and 2(a)."""
    return Chamber()


def symbols(chamber: Chamber) -> list[str]:
    return [item.symbol for item in chamber.conference.items]


def test_an_item_stands_where_its_symbol_belongs(chamber: Chamber) -> None:
    for symbol in ("10", "2(b)", "1(g)", "3", "2(a)(ii)", "2(a)(i)", "1(a)", "2(a)(ix)"):
        chamber.do("add-item", symbol=symbol, title="Sample")
    assert symbols(chamber) == [
        *("1(a)", "1(f)", "1(g)", "2", "2(a)", "2(a)(i)", "2(a)(ii)", "2(a)(ix)", "2(b)"),
        *("3", "10"),
    ]
    chamber.do("undo")
    assert "2(a)(ix)" not in symbols(chamber)


def test_an_item_needs_a_symbol_of_its_own_and_a_title(chamber: Chamber) -> None:
    assert "on the agenda already" in chamber.refused("add-item", symbol="1F", title="x").why
    assert "needs a symbol" in chamber.refused("add-item", symbol="()", title="x").why
    assert "at most 32" in chamber.refused("add-item", symbol="9" * 33, title="x").why
    assert "needs a title" in chamber.refused("add-item", symbol="3", title="").why


def test_a_new_item_has_a_list_like_any_other(chamber: Chamber) -> None:
    chamber.do("add-item", symbol="3", title="Other serious crimes")
    chamber.inscribe("Niger", item="3")
    assert chamber.waiting("3") == ["NER"]


def test_a_title_may_always_be_corrected(chamber: Chamber) -> None:
    chamber.open_floor()
    (event,) = chamber.do("edit-item", item="1(f)", title="General debate")
    assert chamber.conference.current_item is not None
    assert chamber.conference.current_item.title == "General debate"
    assert event.sentence(chamber.conference).startswith("Item 1(f) was corrected")
    assert "Nothing" in chamber.refused("edit-item", item="1(f)", title="General debate").why
    assert chamber.refused("edit-item", item="")


def test_a_symbol_is_corrected_wherever_it_is_named() -> None:
    chamber = Chamber(documents=(Document("Sample", "L.1", item="2(a)", submitter="Co-Chairs"),))
    chamber.do("set-limit", seconds=90, item="2(a)")
    chamber.do("close-list", item="2(a)")
    chamber.do("edit-item", item="2a", symbol="2(d)")
    conference = chamber.conference
    assert symbols(chamber) == ["1(f)", "2", "2(d)"]
    assert [one.item for one in conference.documents] == ["2(d)"]
    assert [one.item for one in conference.limits if isinstance(one, TimeLimit)] == ["2(d)"]
    assert [one.items for one in conference.programme][2:] == [("2", "2(d)"), ("1(f)", "2(d)")]
    assert {one.item for one in conference.lists} == {"1(f)", "2(d)"}
    assert chamber.replayed() == conference


def test_a_symbol_stays_once_something_was_done_under_it(chamber: Chamber) -> None:
    assert "on the agenda" in chamber.refused("edit-item", item="2", symbol="2(A)").why
    chamber.inscribe("Niger", item="2")
    assert "wait on the list" in chamber.refused("edit-item", item="2", symbol="5").why
    chamber.open_floor()
    assert "being considered" in chamber.refused("edit-item", item="1(f)", symbol="5").why
    chamber.do("convene-committee")
    assert "being considered" in chamber.refused("edit-item", item="1(f)", symbol="5").why
    chamber.do("rise-committee")
    chamber.do("take-up-item", item="2(a)")
    assert "taken up" in chamber.refused("edit-item", item="1(f)", symbol="5").why


def test_an_item_on_which_a_point_of_order_was_ruled_keeps_its_symbol() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("take-up-item", item="2")
    chamber.do("raise-point", delegation="NGA")
    chamber.do("rule-point", ruling="No")
    chamber.do("take-up-item", item="1(f)")
    assert "taken up" in chamber.refused("edit-item", item="2", symbol="9").why
