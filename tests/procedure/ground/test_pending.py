"""What is decided before anything goes on: points of order, then motions (rows 26 and 33)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.pending import (
    pending_motions,
    pending_points,
    require_no_motion,
    require_no_point,
    unnamed_point,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Niger has spoken for 50 of its 180 seconds; Guinea waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Guinea")
    chamber.speak(50)
    return chamber


@pytest.mark.parametrize("act", ["give-floor", "resume-clock"])
def test_row_26_nothing_goes_on_before_the_ruling(chamber: Chamber, act: str) -> None:
    chamber.do("raise-point", delegation="Türkiye")
    refusal = chamber.refused(act)
    assert refusal.why == "Türkiye has raised a point of order, which is decided first."
    assert "rule-point" in refusal.instead


def test_row_26_nothing_goes_on_while_it_is_not_known_who_raised_the_point(
    chamber: Chamber,
) -> None:
    chamber.do("raise-point")
    for act in ("give-floor", "resume-clock", "grant-reply"):
        refusal = chamber.refused(act)
        assert refusal.why == "A point of order has been raised, which is decided first."
        assert "name-point" in refusal.instead
    assert "not recorded who" in chamber.refused("rule-point", ruling="Upheld").why
    assert "name-point" in chamber.refused("raise-point").instead


@pytest.mark.parametrize(
    ("act", "fields"),
    [("take-up-item", {"item": "2"}), ("conclude-item", {"confirm": True})],
)
def test_row_26_the_item_does_not_go_on_before_the_ruling(
    chamber: Chamber, act: str, fields: dict[str, object]
) -> None:
    chamber.do("end-statement")
    chamber.do("raise-point", delegation="Türkiye")
    refusal = chamber.refused(act, **fields)
    assert refusal.why == "Türkiye has raised a point of order, which is decided first."


def test_row_33_motions_wait_in_their_order_of_precedence_each_before_its_body(
    chamber: Chamber,
) -> None:
    def waiting() -> list[str]:
        return [one.motion.value for one in pending_motions(chamber.conference)]

    chamber.do("move-motion", motion="close-debate", delegation="TUR")
    chamber.do("move-motion", motion="suspend-meeting", delegation="GIN")
    assert waiting() == ["suspend the meeting", "close the debate"]
    with pytest.raises(Refused) as refusal:
        require_no_motion(chamber.conference)
    assert refusal.value.why == ("Guinea has moved to suspend the meeting, which is decided first.")
    chamber.do("withdraw-motion", motion="suspend-meeting")
    chamber.do("withdraw-motion")
    assert waiting() == []
    require_no_motion(chamber.conference)


def test_row_26_points_wait_in_order_of_receipt_each_before_its_body(chamber: Chamber) -> None:
    def waiting() -> list[str]:
        return [one.delegation for one in pending_points(chamber.conference)]

    require_no_point(chamber.conference)
    chamber.do("raise-point", delegation="Türkiye")
    chamber.do("raise-point", delegation="Nigeria")
    assert waiting() == ["TUR", "NGA"] and unnamed_point(chamber.conference) is None
    with pytest.raises(Refused) as refusal:
        require_no_point(chamber.conference)
    assert refusal.value.why.startswith("Türkiye has raised a point of order")
    points = tuple(replace(one, body=Body.COMMITTEE) for one in chamber.conference.points)
    assert pending_points(replace(chamber.conference, points=points)) == ()
