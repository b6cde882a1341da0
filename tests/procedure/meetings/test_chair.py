"""Who presides: a Vice-President takes the chair, the President comes back."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.called import holder_of_floor, in_the_chair
from plenary_tui.procedure.state.chamber import NOBODY
from plenary_tui.procedure.state.conference import Person
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The 1st meeting sits."""
    chamber = Chamber(president="Ms. Sample President")
    chamber.open_meeting()
    return chamber


def presiding(chamber: Chamber) -> Person:
    """Who is in the chair in place of the President."""
    return in_the_chair(chamber.conference.meeting)


def test_a_vice_president_takes_the_chair_until_the_president_is_back(chamber: Chamber) -> None:
    before = chamber.conference
    (taken,) = chamber.do("preside", name="Mr. Sample Vice")
    assert taken.sentence(before) == "The Vice-President, Mr. Sample Vice, took the chair."
    assert presiding(chamber) == Person("Mr. Sample Vice", "Vice-President")
    before = chamber.conference
    (back,) = chamber.do("preside")
    assert back.sentence(before) == "The President is in the chair again."
    assert presiding(chamber) == NOBODY
    chamber.do("undo")
    assert presiding(chamber).speaker == "Mr. Sample Vice"
    chamber.do("redo")
    assert chamber.replayed() == chamber.conference


@pytest.mark.parametrize("words", ["", "the President", "president"])
def test_that_the_president_presides_may_be_recorded(chamber: Chamber, words: str) -> None:
    (event,) = chamber.do("preside", name=words)
    assert event.sentence(chamber.conference) == "The President is in the chair."
    refusal = chamber.refused("preside", name=words)
    assert refusal.why == "The President is in the chair of the 1st plenary meeting already."


def test_a_function_alone_is_enough_and_another_is_taken_as_given(chamber: Chamber) -> None:
    chamber.do("preside", name="the Vice-President")
    assert presiding(chamber) == Person("", "the Vice-President")
    chamber.do("preside", name="Ada", function="Acting President")
    assert presiding(chamber) == Person("Ada", "Acting President")


def test_a_chair_is_taken_in_a_meeting_and_ends_with_it(chamber: Chamber) -> None:
    chamber.do("preside", name="Ada")
    chamber.do("convene-committee")
    assert presiding(chamber) == NOBODY
    chamber.do("preside", name="Bob")
    assert presiding(chamber) == Person("Bob", "Chair")
    chamber.do("rise-committee")
    assert presiding(chamber).speaker == "Ada", "as the plenary was left"
    chamber.do("adjourn-meeting")
    assert chamber.refused("preside", name="Ada").why == "No meeting is open."
    chamber.open_meeting(14, 15)
    assert presiding(chamber) == NOBODY


def test_whoever_presides_has_the_presidents_floor(chamber: Chamber) -> None:
    chamber.do("preside", name="Ada")
    (given,) = chamber.do("give-floor", to="president")
    assert given.sentence(chamber.conference) == "The floor was given to the Vice-President (Ada)."
    chamber.do("preside")
    assert holder_of_floor(chamber.conference) == "The Vice-President", "who still speaks"
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].person == Person("Ada", "Vice-President")
    why = chamber.refused("give-floor", to="president", name="Bob")
    assert "preside" in why.instead


def test_who_presided_over_a_meeting_that_is_over_is_recorded(chamber: Chamber) -> None:
    chamber.do("adjourn-meeting")
    before = chamber.conference
    (event,) = chamber.do("preside", name="Ada", meeting=1)
    assert event.sentence(before) == (
        "The 1st plenary meeting was presided over by the Vice-President, Ada."
    )
    (held,) = chamber.conference.meetings
    assert held.presiding == Person("Ada", "Vice-President")
    assert "was in the chair" in chamber.refused("preside", name="Ada", meeting=1).why
    assert "was not held" in chamber.refused("preside", name="Ada", meeting=2).why
    chamber.open_meeting(14, 15)
    chamber.do("preside", meeting=1)
    assert chamber.conference.meetings[0].presiding == NOBODY
    chamber.do("preside", name="Bob", meeting=2)
    assert presiding(chamber).speaker == "Bob"
    assert chamber.replayed() == chamber.conference
