"""An officer acts by hand in a simulated room; the room goes on from what it finds."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.decisions.motions import MoveMotion
from plenary_tui.procedure.floor.giving import EndStatement
from plenary_tui.procedure.floor.statement import ExtendTime, PauseClock
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.meetings.committee import ConveneCommittee
from plenary_tui.procedure.meetings.meeting import AdjournMeeting, SetMeetingEnd, SuspendMeeting
from plenary_tui.procedure.speakers.limits import SetLimit
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import MeetingStatus, MotionKind
from plenary_tui.rehearsal.room.habits import KINDS
from plenary_tui.rehearsal.room.room import Room
from plenary_tui.rehearsal.room.wish import Wish
from tests.chamber import vienna
from tests.rehearsal.room.driver import Step, applied, run
from tests.rehearsal.room.played import FIRST_MEETING, play, soon, until_act


def by_hand(step: Step, *commands: Command) -> tuple[Conference, Instant]:
    """What the officer makes of it, a second after a step."""
    at, conference = soon(step), step.conference
    for command in commands:
        conference = applied(conference, command.decide(conference, at))
    return conference, at


def begun(seed: int = 1) -> Step:
    """A step after which a delegation speaks."""
    steps = play(seed)
    called = [n for n, step in enumerate(steps) if step.command.act == "start-clock"]
    return steps[called[3]]


def goes_on(conference: Conference, at: Instant, seed: int = 1) -> list[Step]:
    """What the room does from there to the end of the first meeting."""
    return list(run(conference, Room(seed=seed), at.utc, FIRST_MEETING))


def ends_well(steps: list[Step]) -> bool:
    meeting = steps[-1].conference.meeting
    refused = [step for step in steps if step.refusal]
    return not refused and meeting is not None and meeting.status is MeetingStatus.ADJOURNED


def wanted(conference: Conference, at: Instant, room: Room | None = None) -> Wish:
    wish = (room or Room(seed=1)).next(conference, at)
    assert wish is not None
    return wish


def test_a_clock_paused_by_hand_is_left_alone_for_a_while() -> None:
    conference, at = by_hand(begun(), PauseClock())
    room = Room(seed=1, hands_off=timedelta(minutes=7))
    first = run(conference, room, at.utc)
    resumed = next(step for step in first if step.command.act == "resume-clock")

    assert resumed.at.utc - at.utc == timedelta(minutes=7)


def test_after_a_pause_the_speaker_speaks_as_long_as_meant() -> None:
    step = begun()
    meant = wanted(step.conference, step.at).at.since(step.at)
    conference, at = by_hand(step, PauseClock())
    ended = until_act(goes_on(conference, at), "end-statement").conference.statements[-1]

    assert abs((ended.elapsed - meant).total_seconds()) < 0.01


def test_a_meeting_suspended_by_hand_is_resumed_and_the_speaker_goes_on() -> None:
    conference, at = by_hand(begun(), SuspendMeeting(reason="no quorum"))
    steps = goes_on(conference, at)

    acts = [step.command.act for step in steps if step.command.act != "inscribe"]
    assert acts[:3] == ["resume-meeting", "resume-clock", "end-statement"]
    assert ends_well(steps)


def test_a_statement_ended_by_hand_is_followed_by_the_next_call() -> None:
    conference, at = by_hand(begun(), EndStatement())

    assert wanted(conference, at).command.act == "give-floor"


def test_a_speaker_given_more_time_takes_it() -> None:
    step = begun()
    plain = wanted(step.conference, step.at)
    conference, at = by_hand(step, ExtendTime(seconds=120))

    assert wanted(conference, at).at.since(plain.at) > timedelta(seconds=60)


def test_a_shorter_limit_makes_statements_shorter() -> None:
    conference, at = by_hand(begun(), SetLimit(seconds=60))
    steps = goes_on(conference, at)

    later = [one for one in steps[-1].conference.statements if one.limit == timedelta(seconds=60)]
    mean = sum(one.elapsed.total_seconds() for one in later) / len(later)
    assert 45 < mean < 80
    assert ends_well(steps)


def test_it_sits_longer_where_the_end_was_moved() -> None:
    conference, at = by_hand(begun(), SetMeetingEnd(ends="13:30"))
    steps = goes_on(conference, at)

    assert ends_well(steps)
    assert vienna(14, 13, 25) < steps[-1].at.utc < vienna(14, 13, 45)


def test_the_committee_convened_by_hand_rises_at_the_end_of_the_meeting() -> None:
    conference, at = by_hand(begun(), ConveneCommittee())
    steps = goes_on(conference, at)

    assert steps[0].command.act == "rise-committee"
    assert steps[0].at.utc == vienna(14, 13)
    assert ends_well(steps)


def test_a_motion_is_the_officers_to_decide_and_nothing_is_done_meanwhile() -> None:
    ended = [step for step in play(1) if step.command.act == "end-statement"]
    moved = MoveMotion(motion=MotionKind.ADJOURN_DEBATE, delegation="FRA")
    conference, at = by_hand(ended[4], moved)
    steps = goes_on(conference, at)

    assert {one.command.act for one in steps} <= {"inscribe"}
    assert [one for one in steps if one.refusal] == []


def test_a_meeting_adjourned_by_hand_is_followed_by_the_next_planned() -> None:
    step = until_act(play(1), "end-statement")
    conference, at = by_hand(step, AdjournMeeting())
    wish = wanted(conference, at)

    assert wish.command.act == "open-meeting"
    assert wish.at.utc >= vienna(14, 15)


def test_where_everything_is_refused_it_asks_ever_more_rarely() -> None:
    step = begun()
    room = Room(seed=1)
    at, asked = step.at, []
    while at.since(step.at) < timedelta(hours=6):
        wish = wanted(step.conference, at, room)
        at = wish.at
        room.was_refused(wish, at)
        asked.append(at.since(step.at))

    assert room.refused == len(asked)
    in_first_hour = sum(one < timedelta(hours=1) for one in asked)
    in_last_hour = sum(one >= timedelta(hours=5) for one in asked)
    assert in_first_hour < 40
    assert in_last_hour < in_first_hour / 2


def test_habits_are_those_that_were_asked_for() -> None:
    assert Room(KINDS["brisk"], 1).habits.name == "brisk"
