"""As long as it is said to be quiet, nothing changes on the podium but the clock."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.exchange.script import read_wording
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.meetings.opening import EARLY
from plenary_tui.procedure.speakers.order import last_change
from plenary_tui.procedure.state.chamber import Reminder
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Ground, Tier
from plenary_tui.views.podium.cards import agenda_card, floor_card, status_words
from plenary_tui.views.podium.quiet import JUST_BEHIND, MINUTE, Quiet, quiet_for
from plenary_tui.views.podium.reminded import officers_words
from tests.sitting.replay import replay

PHRASES, _ = read_wording(None)
State = tuple[Conference, Instant, timedelta]
LONGEST = timedelta(minutes=25)
"""So long after an act its words are looked at, if no other follows."""


def all_beside_the_clock(conference: Conference, now: Instant) -> tuple[object, ...]:
    """All that the podium shows beside the clock and the forecast."""
    return (
        agenda_card(conference, now),
        status_words(conference),
        floor_card(conference, now),
        officers_words(conference, now, PHRASES),
        last_change(conference, now.utc),
    )


def after(now: Instant, passed: timedelta) -> Instant:
    return now.before(-passed)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> tuple[Record, ...]:
    """The journal of the sitting."""
    return replay(Path(tmp_path_factory.mktemp("sitting")) / "conference.db")


@pytest.fixture(scope="module")
def states(records: tuple[Record, ...]) -> list[State]:
    """Each state of the sitting, its instant, and for how long it lasted."""
    ledger, found = Ledger(), []
    for place, record in enumerate(records):
        ledger.fold((record,))
        at = record.event.at
        follows = records[place + 1].event.at if place + 1 < len(records) else None
        lasted = LONGEST if follows is None else min(LONGEST, follows.since(at))
        found.append((ledger.conference, at, lasted))
    return found


def test_in_a_whole_sitting_nothing_changes_while_it_is_quiet(states: list[State]) -> None:
    """At its beginning, in its middle and at its very end, in every state, as long as it lasts."""
    spans = 0
    for conference, at, lasted in states:
        passed = timedelta(0)
        while passed <= lasted:
            now = after(at, passed)
            quiet = quiet_for(conference, now)
            assert timedelta(0) < quiet <= MINUTE
            shown = all_beside_the_clock(conference, now)
            for later in (quiet / 2, quiet - JUST_BEHIND):
                assert all_beside_the_clock(conference, after(now, later)) == shown, now.utc
            passed += quiet
            spans += 1
    assert spans > len(states)


def varied(conference: Conference, now: Instant, data: st.DataObject) -> Conference:
    """The same with ends, beginnings, closings, a tier's hour, a call to order at any second."""

    def near(least: int, most: int) -> timedelta:
        return timedelta(seconds=data.draw(st.integers(least * 1000, most * 1000)) / 1000)

    meeting, speakers, floor = conference.meeting, conference.current_list, conference.floor
    if meeting is not None and meeting.ends_at is not None:
        ends = replace(meeting, ends_at=now.utc + near(-4000, 4000))
        conference = replace(conference, meeting=ends)
    if speakers is not None:
        queues = (replace(one, closes_at=now.utc + near(-99, 99)) for one in speakers.queues)
        hours = ()
        if meeting is not None:
            hours = (TierHour(Tier.NGOS, now.utc + near(-99, 99), meeting.number),)
        changed = replace(speakers, queues=tuple(queues), tier_hours=hours)
        conference = conference.with_list(changed)
    if not conference.in_session:
        planned = (
            replace(one, starts=now.utc + near(3500, 3700), ends=now.utc + near(-99, 99))
            for one in conference.programme
        )
        conference = replace(conference, programme=tuple(planned))
    if floor is not None:
        reminder = Reminder(Ground.RELEVANCE, after(now, near(-40, 0)))
        conference = replace(conference, floor=replace(floor, reminder=reminder))
    return conference


@given(data=st.data())
def test_whenever_it_is_looked_at(states: list[State], data: st.DataObject) -> None:
    """From any instant on, for meetings that end and lists that close at any second."""
    conference, at, _ = data.draw(st.sampled_from(states))
    now = after(at, timedelta(seconds=data.draw(st.integers(0, 4_000_000)) / 1000))
    conference = varied(conference, now, data)
    quiet = quiet_for(conference, now)
    shown = all_beside_the_clock(conference, now)
    for part in (data.draw(st.floats(0, 1)), 1):
        later = min(quiet * part, quiet - JUST_BEHIND)
        assert all_beside_the_clock(conference, after(now, later)) == shown


def test_the_hour_before_a_meeting_ends_it_at_any_second(states: list[State]) -> None:
    """From then on the next meeting may be opened unasked, which the President's words tell."""
    conference, at, _ = next(one for one in states if not one[0].in_session)
    now = after(at, timedelta(minutes=40))
    now = replace(now, utc=now.utc.replace(second=0, microsecond=0))
    starts = now.utc + EARLY + timedelta(seconds=7)
    planned = tuple(replace(one, starts=starts) for one in conference.programme)
    assert quiet_for(replace(conference, programme=planned), now) == timedelta(seconds=7)


def test_a_clock_that_was_set_and_what_is_shown_besides_end_it(states: list[State]) -> None:
    conference, at, _ = states[-1]
    now = after(at, timedelta(minutes=20, seconds=1))
    quiet, second = Quiet(), timedelta(seconds=1)
    assert not quiet.lasts(now, "saved")
    quiet.begin(conference, now, "saved")
    later = after(now, second)
    assert quiet.lasts(later, "saved") and not quiet.lasts(later, "not saved")
    assert not quiet.lasts(after(now, MINUTE), "saved")
    assert not quiet.lasts(replace(later, utc=now.utc - second), "saved")
    assert not quiet.lasts(replace(later, utc=now.utc + MINUTE), "saved")
    assert not quiet.lasts(replace(later, steady=now.steady - 1), "saved")
    assert not quiet.lasts(replace(later, boot="another"), "saved")
