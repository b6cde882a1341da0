"""Tuesday afternoon as the forecast foresees it, and as a simulated room plays it out."""

from __future__ import annotations

from statistics import mean

import pytest

from plenary_tui.exchange.pack import load_pack
from plenary_tui.forecast.forecast import forecast
from plenary_tui.procedure.ledger import EMPTY
from plenary_tui.procedure.meetings.opening import OpenMeeting
from plenary_tui.procedure.speakers.limits import SetLimit
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.rehearsal.held import hold_before
from plenary_tui.rehearsal.room.habits import USUAL
from plenary_tui.rehearsal.room.room import Room
from tests.chamber import vienna
from tests.rehearsal.room.driver import applied, artificial, run

BEGINS, ENDS = vienna(15, 15), vienna(15, 18)
SEEDS = range(12)


def tuesday_afternoon(seconds: int) -> Conference:
    """The fourth meeting, just opened, its time limit decided; the floor is open since Monday."""
    at = artificial(BEGINS)
    begun = load_pack("cop12").convene(at, starting=BEGINS, rehearsal=True, meeting=4)
    conference = applied(EMPTY, (begun, *hold_before(begun, 4)))
    for command in (OpenMeeting(number=4), SetLimit(seconds=seconds)):
        conference = applied(conference, command.decide(conference, at))
    return conference


def left(conference: Conference, seed: int) -> int:
    """How many still wait when the room has played the meeting out."""
    for step in run(conference, Room(USUAL, seed), BEGINS, ENDS):
        if step.at.utc >= ENDS:
            break
        conference = step.conference
    return len(conference.list_of("1(f)", conference.body).waiting)


@pytest.mark.parametrize("seconds", [180, 150])
def test_on_average_as_many_are_left_as_was_foreseen(seconds: int) -> None:
    conference = tuesday_afternoon(seconds)
    found = forecast(conference, artificial(BEGINS))
    foreseen = sum(one.unreached for one in found.tiers)
    assert abs(mean(left(conference, seed) for seed in SEEDS) - foreseen) < 4


def test_the_shorter_limit_lets_in_those_who_would_not_have_been_reached() -> None:
    three, two_and_a_half = tuesday_afternoon(180), tuesday_afternoon(150)
    longer, shorter = (
        mean(left(conference, seed) for seed in SEEDS) for conference in (three, two_and_a_half)
    )
    assert longer > 6 and shorter < 4
