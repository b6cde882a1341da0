"""What holds of every forecast, in whatever situation it is made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plenary_tui.forecast.forecast import Forecast, forecast
from plenary_tui.forecast.hours_left import likely_sittings
from plenary_tui.forecast.pace import measure
from plenary_tui.forecast.priors import PRIORS
from plenary_tui.forecast.reach import Reach
from plenary_tui.forecast.slots import Section
from plenary_tui.procedure.state.conference import (
    Conference,
    Entry,
    Floor,
    SideEvent,
    SpeakersList,
    TimeLimit,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import PointOfOrder, ReplyRequest
from plenary_tui.procedure.state.timing import Span, StatementClock
from plenary_tui.procedure.state.vocabulary import Body, Delivery, FloorKind, MeetingStatus, Tier
from tests.chamber import vienna
from tests.forecast.situations import LONG_AGO, heard, instant, of, sitting

Situation = tuple[Conference, datetime]
NEVER = vienna(30, 0, month=12)
A_HAIR = timedelta(milliseconds=1)


def said(moment: datetime | None) -> datetime:
    """A moment that does not come is later than any."""
    return moment or NEVER


def not_sooner(one: datetime | None, other: datetime | None) -> bool:
    """Whether `other` is at least as late as `one`, but for a hair."""
    return said(one) <= said(other) + A_HAIR


@st.composite
def floors(draw: st.DrawFn, at: datetime) -> Floor | None:
    """Nobody, or somebody called, speaking or paused, with a limit or without."""
    kind = draw(st.sampled_from([None, FloorKind.STATEMENT, FloorKind.REPLY, FloorKind.PRESIDENT]))
    if kind is None:
        return None
    ago = draw(st.integers(0, 1200))
    called = instant(at - timedelta(seconds=ago))
    clock = StatementClock()
    if draw(st.booleans()):
        begun = instant(at - timedelta(seconds=ago * draw(st.floats(0, 1))))
        clock = StatementClock((Span(begun, instant(at) if draw(st.booleans()) else None),))
    entry = Entry(9998, "FLOOR", draw(st.sampled_from(Tier)), LONG_AGO)
    limit = timedelta(seconds=draw(st.integers(30, 900)))
    match kind:
        case FloorKind.STATEMENT:
            return Floor(kind, called, entry, limit, clock)
        case FloorKind.REPLY:
            return Floor(kind, called, None, limit, clock, delegation="NER")
        case _:
            return Floor(kind, called, clock=clock)


@st.composite
def waiting_as_they_are(draw: st.DrawFn, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Those who wait: some ready, some absent before, some on video."""
    changed = []
    habit = draw(st.lists(st.integers(0, 5), min_size=1, max_size=7))
    for place, one in enumerate(entries):
        match habit[place % len(habit)]:
            case 1:
                one = replace(one, ready=True)
            case 2:
                one = replace(one, absences=1)
            case 3:
                length = timedelta(seconds=40 + 7 * place)
                one = replace(one, delivery=Delivery.VIDEO, media_length=length)
        changed.append(one)
    return tuple(changed)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """The general discussion at any moment of the week, with all that may stand about it."""
    at = vienna(14, 8) + timedelta(minutes=draw(st.integers(0, 3 * 24 * 60)))
    counts = draw(st.tuples(*[st.integers(0, 40)] * 3))
    lengths = draw(st.lists(st.floats(1, 900), max_size=12))
    status = draw(st.sampled_from([MeetingStatus.IN_SESSION, MeetingStatus.SUSPENDED]))
    conference = sitting(
        counts, at, statements=heard(draw(st.sampled_from(Tier)), lengths), status=status
    )
    speakers = conference.list_of("1(f)", Body.PLENARY)
    for tier in Tier:
        queue = speakers.queue(tier)
        waiting = draw(waiting_as_they_are(queue.waiting))
        speakers = speakers.with_queue(replace(queue, waiting=waiting))
    meeting = conference.meeting
    assert meeting is not None
    if status is MeetingStatus.SUSPENDED:
        ago = timedelta(minutes=draw(st.integers(0, 180)))
        meeting = replace(meeting, since=at - ago)
    begins = vienna(14, 10) + timedelta(minutes=draw(st.integers(0, 2 * 24 * 60)))
    event = SideEvent("Reception", starts=begins, ends=begins + timedelta(minutes=40), room="Hall")
    asked = draw(st.integers(0, 4))
    raised = [PointOfOrder(1, "NER", Body.PLENARY, instant(at))] if draw(st.booleans()) else []
    return replace(
        conference.with_list(speakers),
        meeting=meeting,
        floor=draw(floors(at)),
        points=tuple(raised),
        side_events=(event,) if draw(st.booleans()) else (),
        replies=tuple(ReplyRequest(f"S{one}", Body.PLENARY, at) for one in range(asked)),
    ), at


def foretold(situation: Situation) -> Forecast:
    conference, at = situation
    return forecast(conference, instant(at))


def with_one_more(speakers: SpeakersList, before: Entry) -> SpeakersList:
    """The list with somebody new right before one who waits."""
    queue = speakers.queue(before.tier)
    place = queue.waiting.index(before)
    new = Entry(9999, "NEW", before.tier, LONG_AGO)
    waiting = (*queue.waiting[:place], new, *queue.waiting[place:])
    return speakers.with_queue(replace(queue, waiting=waiting))


@settings(max_examples=60)
@given(situations(), st.integers(0, 10_000))
def test_nobody_speaks_earlier_because_somebody_is_inserted_before(
    situation: Situation, pick: int
) -> None:
    conference, at = situation
    speakers = conference.list_of("1(f)", Body.PLENARY)
    assume(speakers.waiting)
    before = speakers.waiting[pick % len(speakers.waiting)]
    more = foretold((conference.with_list(with_one_more(speakers, before)), at))
    for one in foretold(situation).entries:
        now = of(more, one.entry)
        assert not_sooner(one.expected, now.expected)
        assert not_sooner(one.latest, now.latest)


@settings(max_examples=60)
@given(
    situations(),
    st.integers(30, 600),
    st.integers(1, 300),
    st.sampled_from([*Tier, None]),
    st.sampled_from([None, "1(f)"]),
)
def test_a_longer_limit_makes_nobody_speak_earlier(
    situation: Situation, seconds: int, more: int, tier: Tier | None, item: str | None
) -> None:
    conference, at = situation
    shorter, longer = (
        foretold(
            (replace(conference, limits=(TimeLimit(timedelta(seconds=limit), item, tier),)), at)
        )
        for limit in (seconds, seconds + more)
    )
    for one, other in zip(shorter.entries, longer.entries, strict=True):
        assert not_sooner(one.expected, other.expected)
        assert not_sooner(one.latest, other.latest)
    assert not_sooner(shorter.list_ends, longer.list_ends)


@settings(max_examples=60)
@given(situations(), st.sampled_from([None, *Tier]))
def test_nobody_is_expected_in_a_break_before_now_or_out_of_order(
    situation: Situation, first: Tier | None
) -> None:
    conference, at = situation
    sections = None
    if first is not None:
        rest = [Section(tier) for tier in Tier if tier is not first]
        sections = (*rest, Section(first, at + timedelta(minutes=40)))
    found = forecast(conference, instant(at), sections=sections)
    meeting = conference.meeting
    assert meeting is not None and meeting.ends_at is not None
    hours = [(one.starts, one.ends) for one in conference.programme]
    hours.append((at, meeting.ends_at))
    taken = [
        (one.starts, one.ends)
        for one in conference.side_events
        if one.starts is not None and one.starts > at
    ]
    for one in found.entries:
        for moment in (one.expected, one.latest):
            assert moment is None or moment >= at
            assert moment is None or any(begin <= moment < end for begin, end in hours)
            assert moment is None or not any(begin <= moment < end for begin, end in taken if end)
        assert said(one.expected) <= said(one.latest)
        assert (one.expected is None) == (one.reach is Reach.NOT) == (one.meeting == 0)
        if one.meeting:
            assert (one.reach is Reach.THIS) == (one.meeting == found.meeting)
    for tier in Tier:
        mine = [said(one.expected) for one in found.entries if one.tier is tier]
        assert all(one <= after for one, after in pairwise(mine))


@settings(max_examples=60)
@given(situations())
def test_the_same_state_and_instant_give_the_same_forecast(situation: Situation) -> None:
    conference, at = situation
    again = replace(conference, notes=(), seq=conference.seq + 1, last_at=at)
    assert foretold((again, at)) == foretold(situation)


@settings(max_examples=60)
@given(situations())
def test_each_who_waits_is_told_of_once_and_counted_once(situation: Situation) -> None:
    conference, _ = situation
    found = foretold(situation)
    speakers = conference.list_of("1(f)", Body.PLENARY)
    assert [one.entry for one in found.entries] == [one.id for one in speakers.waiting]
    for one in found.tiers:
        assert one.waiting == one.this_meeting + one.later + one.unreached
        assert one.waiting == len(speakers.queue(one.tier).waiting)
        assert one.at_risk <= one.this_meeting + one.later


@settings(max_examples=60)
@given(situations(), st.floats(0, 1e5))
def test_working_time_and_the_calendar_agree(situation: Situation, worked: float) -> None:
    conference, at = situation
    speakers = conference.list_of("1(f)", Body.PLENARY)
    pace = measure(conference, speakers, at, PRIORS)
    sittings = likely_sittings(conference, speakers, instant(at), pace, PRIORS)
    placed = sittings.place(worked)
    assume(placed is not None)
    assert placed is not None
    back = sittings.worked(placed[1])
    assert back >= worked - 1e-3 and back <= worked + PRIORS.spill + 1e-3
