"""No refusal says what is not so: while somebody is heard, none says that nobody is."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Refused
from tests.chamber import Chamber, command_of

ON_THE_FLOOR: dict[str, dict[str, object]] = {
    "edit": {"speaker": "Sample Speaker"},
    "mark-absent": {},
    "end-statement": {},
    "start-clock": {},
    "pause-clock": {},
    "resume-clock": {},
    "extend-time": {},
    "adjust-clock": {"seconds": 5},
    "call-to-order": {},
}
"""The acts that are done to whoever has the floor."""


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f), and nobody has it."""
    chamber = Chamber()
    chamber.open_floor()
    return chamber


@pytest.mark.parametrize(
    ("to", "who"), [("secretariat", "The Secretariat"), ("president", "The President")]
)
def test_with_the_secretariat_or_the_president_on_the_floor_they_have_it(
    chamber: Chamber, to: str, who: str
) -> None:
    chamber.do("give-floor", to=to)
    refusal = chamber.refused("edit", rank="minister")
    assert refusal.why.startswith(f"{who} has the floor without an entry on a list")
    assert (
        chamber.refused("mark-absent").why == f"{who} has the floor, and was called from no list."
    )
    chamber.do("start-clock")
    assert chamber.refused("mark-absent").why.startswith(f"{who} has begun to speak")


def test_with_a_reply_on_the_floor_who_replies_has_it(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Guinea")
    chamber.do("grant-reply")
    refusal = chamber.refused("edit", rank="minister")
    assert refusal.why.startswith("Guinea has the floor without an entry on a list")
    assert chamber.refused("mark-absent").why.startswith("Guinea was called to reply")
    chamber.do("start-clock")
    assert chamber.refused("mark-absent").why == "Guinea has begun to speak, so it is not absent."


@pytest.mark.parametrize("act", [act for act in ON_THE_FLOOR if act != "mark-absent"])
def test_while_a_point_of_order_is_heard_none_says_that_nobody_is(
    chamber: Chamber, act: str
) -> None:
    fields = ON_THE_FLOOR[act]
    assert chamber.refused(act, **fields).why == "Nobody has the floor."
    chamber.do("raise-point")
    assert chamber.refused(act, **fields).why.startswith("A point of order has been raised")
    chamber.do("name-point", delegation="Nigeria")
    assert chamber.refused(act, **fields).why.startswith("Nigeria has raised a point of order")


@pytest.mark.parametrize("act", ON_THE_FLOOR)
@pytest.mark.parametrize("heard", ["nobody", "listed", "reply", "secretariat", "president"])
@pytest.mark.parametrize("begun", [False, True])
def test_nobody_is_said_to_have_the_floor_where_nobody_has(
    chamber: Chamber, act: str, heard: str, begun: bool
) -> None:
    match heard:
        case "listed":
            chamber.inscribe("Niger")
            chamber.do("give-floor")
        case "reply":
            chamber.do("request-reply", delegation="Guinea")
            chamber.do("grant-reply")
        case "secretariat" | "president":
            chamber.do("give-floor", to=heard)
    if begun and heard != "nobody":
        chamber.do("start-clock")
    try:
        chamber.decide(command_of(act, **ON_THE_FLOOR[act]))
    except Refused as refused:
        said = "Nobody has" in refused.why
        assert said is (heard == "nobody"), refused.why
    else:
        assert heard != "nobody"
