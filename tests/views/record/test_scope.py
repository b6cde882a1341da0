"""What is recorded: a meeting with the Committee's sittings, a day, an item, all of it."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.record.scope import NotRecorded, Scope, choose
from tests.chamber import Chamber
from tests.views.record.recorded import course_of, spoken_on


def two_meetings() -> Chamber:
    """A meeting on 1(f), adjourned, and one on the next day on 2, open."""
    chamber = spoken_on("1(f)", "Niger")
    chamber.do("adjourn-meeting")
    chamber.open_meeting(15)
    chamber.do("take-up-item", item="2")
    return chamber


def test_a_scope_means_meetings() -> None:
    chamber = two_meetings()
    course = course_of(chamber)
    second = course.sittings[-1].key[1]
    for scope, meetings, name, options in (
        (Scope(), [1], "meeting-1", ("--meeting", "1")),
        (Scope(meeting=second), [second], f"meeting-{second}", ("--meeting", str(second))),
        (Scope(day="15.10.2024"), [second], "2024-10-15", ("--day", "2024-10-15")),
        (Scope(item="1f"), [1], "item-1-f", ("--item", "1(f)")),
        (Scope(whole=True), [1, second], "conference", ("--all",)),
    ):
        chosen = choose(chamber.conference, course, scope)
        assert sorted(number for _, number in chosen.keys) == meetings
        assert (chosen.name, chosen.options) == (name, options)


def test_the_open_meeting_is_recorded_where_none_was_adjourned() -> None:
    chamber = spoken_on()
    assert choose(chamber.conference, course_of(chamber), Scope()).name == "meeting-1"


def test_a_meeting_has_the_committees_sittings_with_it() -> None:
    chamber = spoken_on("2")
    chamber.do("convene-committee")
    chosen = choose(chamber.conference, course_of(chamber), Scope(meeting=1))
    assert chosen.keys == {(Body.PLENARY, 1), (Body.COMMITTEE, 1)}


def test_what_was_not_is_not_recorded() -> None:
    nothing = Chamber()
    with pytest.raises(NotRecorded, match="No meeting has been opened yet"):
        choose(nothing.conference, course_of(nothing), Scope(whole=True))
    chamber = spoken_on("1(f)")
    course = course_of(chamber)
    for scope, why in (
        (Scope(meeting=9), "The 9th plenary meeting has not been opened. Opened so far: 1."),
        (Scope(day="2024-10-18"), "No meeting was opened on Friday 18 October 2024."),
        (Scope(day="someday"), "“someday” is not a date. Type it as a day as"),
        (Scope(item="2"), "Item 2 has not been considered at any meeting."),
    ):
        with pytest.raises(NotRecorded) as refusal:
            choose(chamber.conference, course, scope)
        assert why in str(refusal.value)
    with pytest.raises(Refused):
        choose(chamber.conference, course, Scope(item="99"))
