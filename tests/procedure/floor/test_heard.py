"""Who is heard: on a point of order before anybody else, else whoever has the floor (row 26)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.floor.heard import who_is_heard
from plenary_tui.procedure.state.conference import Floor
from plenary_tui.procedure.state.proceedings import PointOfOrder
from plenary_tui.procedure.state.vocabulary import FloorKind
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Niger speaks on item 1(f), and Guinea waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Guinea")
    chamber.speak(30)
    return chamber


def heard(chamber: Chamber) -> str:
    """The code of the delegation that is heard; "" for none, else the kind of the floor."""
    match who_is_heard(chamber.conference):
        case None:
            return ""
        case PointOfOrder(delegation=whose):
            return f"{whose} on a point of order"
        case Floor() as floor:
            return floor.whose or floor.kind.value


def test_row_26_whoever_has_the_floor_is_heard_while_no_point_waits(chamber: Chamber) -> None:
    assert heard(chamber) == "NER"
    chamber.do("end-statement")
    assert heard(chamber) == ""
    chamber.do("give-floor", to=FloorKind.PRESIDENT)
    assert heard(chamber) == "president"


def test_row_26_who_raised_a_point_of_order_is_heard_and_not_who_has_the_floor(
    chamber: Chamber,
) -> None:
    chamber.do("raise-point", delegation="Türkiye")
    chamber.do("raise-point", delegation="Nigeria")
    assert heard(chamber) == "TUR on a point of order", "the first, in order of receipt"
    chamber.do("rule-point", ruling="well taken")
    assert heard(chamber) == "NGA on a point of order"
    chamber.do("rule-point", ruling="not well taken")
    assert heard(chamber) == "NER"


def test_row_26_nobody_is_heard_before_it_is_known_who_raised_the_point(chamber: Chamber) -> None:
    chamber.do("raise-point")
    assert heard(chamber) == "", "nor is Niger, which has the floor"
    chamber.do("name-point", delegation="Türkiye")
    assert heard(chamber) == "TUR on a point of order"


def test_row_26_a_point_is_heard_while_nobody_has_the_floor() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    assert heard(chamber) == ""
    chamber.do("raise-point", delegation="Türkiye")
    assert heard(chamber) == "TUR on a point of order"


def test_row_27_who_replies_is_heard_as_whoever_has_the_floor(chamber: Chamber) -> None:
    chamber.do("end-statement")
    chamber.do("withdraw", entry="Guinea")
    chamber.do("request-reply", delegation="Türkiye")
    chamber.do("grant-reply")
    assert heard(chamber) == "TUR"
