"""A later end of the meeting, or a shorter limit, makes nobody later and nobody less sure.

This holds of every list without a tier's hour, and of every closed list on which a tier has one.
Two corners are left out, for it does not hold there:

- An open list with a tier's hour. A meeting that sits longer has more inscribed in it, who speak
  before the tiers after theirs; and a tier that has its hour takes all that the meeting is longer,
  so that nothing is left to hear them in: about three seconds for each minute of it and each tier.
- Two tiers with an hour on one list. When the second is heard the first may not be done, and how
  far it comes is reckoned as though it had not been cut in upon: a few minutes, very seldom.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plenary_tui.forecast.forecast import Forecast, forecast
from plenary_tui.forecast.reach import Reach
from plenary_tui.procedure.state.conference import Conference, TimeLimit
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus, Tier
from tests.chamber import vienna
from tests.forecast.situations import instant, of, sitting
from tests.forecast.test_properties import Situation, not_sooner, situations

MINUTE = timedelta(minutes=1)
SURENESS = {Reach.NOT: 0, Reach.LATER: 1, Reach.THIS: 2}


@st.composite
def remediable(draw: st.DrawFn) -> Situation:
    """Any situation, in which a suspension may have its end, and a tier its hour.

    That hour has come or is to come, in this meeting or another; the list is then closed.
    """
    conference, at = draw(situations())
    speakers = conference.list_of("1(f)", Body.PLENARY)
    meetings = [one for one in conference.programme if "1(f)" in one.items]
    closes = at - MINUTE
    if draw(st.booleans()):
        planned, tier = draw(st.sampled_from(meetings)), draw(st.sampled_from(Tier))
        starts = planned.starts + MINUTE * draw(st.integers(0, 179))
        speakers = replace(speakers, tier_hours=(TierHour(tier, starts, planned.number),))
    else:
        closes = at + MINUTE * draw(st.integers(-60, 24 * 60))
    for tier in Tier:
        speakers = speakers.with_queue(replace(speakers.queue(tier), closes_at=closes))
    meeting = conference.meeting
    assert meeting is not None
    if meeting.status is MeetingStatus.SUSPENDED and draw(st.booleans()):
        meeting = replace(meeting, resumes_at=at + MINUTE * draw(st.integers(-60, 180)))
    return replace(conference.with_list(speakers), meeting=meeting), at


def ending(conference: Conference, ends: datetime) -> Conference:
    """The conference with its meeting to end then."""
    assert conference.meeting is not None
    return replace(conference, meeting=replace(conference.meeting, ends_at=ends))


def limited(conference: Conference, seconds: int, tier: Tier | None) -> Conference:
    """The conference with that limit, for one tier or all."""
    limit = TimeLimit(timedelta(seconds=seconds), "1(f)", tier)
    return replace(conference, limits=(limit,))


def check_never_worse(before: Forecast, after: Forecast) -> None:
    """With the remedy nobody is later, but for a millisecond, and nobody is less sure."""
    for one in before.entries:
        now = of(after, one.entry)
        assert not_sooner(now.expected, one.expected), (one, now)
        assert not_sooner(now.latest, one.latest), (one, now)
        assert SURENESS[now.reach] >= SURENESS[one.reach], (one, now)
    assert not_sooner(after.list_ends, before.list_ends)


@settings(max_examples=300)
@given(remediable(), st.integers(1, 300), st.integers(1, 180))
def test_a_later_end_makes_nobody_later_or_less_sure(
    situation: Situation, left: int, more: int
) -> None:
    conference, at = situation
    sooner, later = at + MINUTE * left, at + MINUTE * (left + more)
    assume(not any(at < one.starts < later for one in conference.programme))
    check_never_worse(
        forecast(ending(conference, sooner), instant(at)),
        forecast(ending(conference, later), instant(at)),
    )


@settings(max_examples=300)
@given(remediable(), st.integers(30, 600), st.integers(1, 300), st.sampled_from([*Tier, None]))
def test_a_shorter_limit_makes_nobody_later_or_less_sure(
    situation: Situation, seconds: int, less: int, tier: Tier | None
) -> None:
    conference, at = situation
    check_never_worse(
        forecast(limited(conference, seconds + less, tier), instant(at)),
        forecast(limited(conference, seconds, tier), instant(at)),
    )


def at_their_hour(at: datetime, waiting: tuple[int, int, int] = (60, 5, 40)) -> Conference:
    """The 2nd meeting, in which NGOs are heard from five o'clock on."""
    conference = sitting(waiting, at)
    speakers = conference.list_of("1(f)", Body.PLENARY)
    return conference.with_list(
        replace(speakers, tier_hours=(TierHour(Tier.NGOS, vienna(14, 17), 2),))
    )


@pytest.mark.parametrize("minute", [0, 20, 40])
def test_minute_by_minute_once_the_hour_has_come(minute: int) -> None:
    """What stands over when a section stops with its meeting is not at the head of the next."""
    at = vienna(14, 17, minute)
    conference = at_their_hour(at)
    before = forecast(conference, instant(at))
    tomorrow = of(before, 100).expected
    for more in range(1, 31):
        after = forecast(ending(conference, vienna(14, 18) + more * MINUTE), instant(at))
        check_never_worse(before, after)
        assert of(after, 100).expected == tomorrow, "the first State begins with its meeting"
        before = after


def test_who_may_not_be_kept_by_the_end_of_its_section_waits_behind_the_others() -> None:
    """The last NGO of the hour, if it is not heard in it, comes after the States and the IGOs."""
    at = vienna(14, 17, 30)
    found = forecast(at_their_hour(at, (15, 5, 20)), instant(at))
    last = max(one.entry for one in found.entries if one.reach is Reach.THIS)
    perhaps, behind = of(found, last).latest, of(found, 1104).latest
    assert last >= 2100 and perhaps is not None and behind is not None
    assert perhaps > behind


def test_a_meeting_suspended_to_its_end_leaves_the_next_as_it_is() -> None:
    at = vienna(14, 12, 30)
    conference = sitting((30, 0, 0), at, status=MeetingStatus.SUSPENDED)
    nearly = forecast(ending(conference, vienna(14, 12, 35)), instant(at))
    later = forecast(ending(conference, vienna(14, 13)), instant(at))
    check_never_worse(nearly, later)
    first = nearly.entries[0].expected
    assert first is not None and vienna(14, 15) <= first < vienna(14, 15, 10)
