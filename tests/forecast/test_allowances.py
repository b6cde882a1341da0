"""What the forecast allows for beside the list: replies, points, motions, suspensions, the hall."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from plenary_tui.forecast.forecast import forecast
from plenary_tui.forecast.priors import PRIORS
from plenary_tui.forecast.reach import Reach
from plenary_tui.procedure.state.conference import Conference, Entry, Meeting, SideEvent
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import ReplyRequest
from plenary_tui.procedure.state.vocabulary import Body, Delivery, MeetingStatus, Tier
from tests.chamber import Chamber, vienna
from tests.forecast.situations import instant, of, sitting

MINUTE = timedelta(minutes=1)


def first_expected(chamber: Chamber) -> timedelta:
    """How long from now the first who waits is expected to begin."""
    now = chamber.clock.now()
    expected = forecast(chamber.conference, now).entries[0].expected
    assert expected is not None
    return expected - now.utc


@pytest.fixture
def general_discussion() -> Chamber:
    """The floor is open, and three States wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("NER", "NGA", "CIV")
    return chamber


class TestTheFloor:
    def test_a_reply_takes_its_share_of_its_own_limit(self, general_discussion: Chamber) -> None:
        chamber = general_discussion
        chamber.do("request-reply", delegation="TUR")
        before = first_expected(chamber)
        chamber.do("grant-reply", override="the President allows it now")
        chamber.do("start-clock")
        reply = first_expected(chamber) - before
        assert abs(reply - PRIORS.reply * timedelta(minutes=10)) < MINUTE / 6
        chamber.clock.advance(240)
        assert first_expected(chamber) - before < reply - MINUTE, "four minutes of it are gone"

    def test_a_video_takes_as_long_as_it_is(self, general_discussion: Chamber) -> None:
        chamber = general_discussion
        conference, now = chamber.conference, chamber.clock.now()
        speakers = conference.current_list
        assert speakers is not None
        plain = forecast(conference, now)
        states = speakers.queue(Tier.STATES)
        film = replace(
            states.waiting[0], delivery=Delivery.VIDEO, media_length=timedelta(seconds=95)
        )
        queue = replace(states, waiting=(film, *states.waiting[1:]))
        filmed = forecast(conference.with_list(speakers.with_queue(queue)), now)
        assert filmed.entries[0].expected == plain.entries[0].expected
        first, second = (one.expected for one in filmed.entries[:2])
        assert first is not None and second is not None
        gap = timedelta(seconds=PRIORS.gap)
        assert abs(second - first - timedelta(seconds=95) - gap) < MINUTE / 15

    def test_more_time_for_whoever_speaks_delays_the_others(
        self, general_discussion: Chamber
    ) -> None:
        chamber = general_discussion
        chamber.speak(60)
        before = first_expected(chamber)
        chamber.do("extend-time", seconds=120)
        assert MINUTE < first_expected(chamber) - before < 3 * MINUTE


class TestInterruptions:
    def test_a_point_of_order_is_ruled_on_before_anybody_goes_on(
        self, general_discussion: Chamber
    ) -> None:
        chamber = general_discussion
        chamber.speak(60)
        before = first_expected(chamber)
        chamber.do("raise-point", delegation="TUR")
        raised = first_expected(chamber)
        assert raised > before + MINUTE
        chamber.clock.advance(60)
        assert first_expected(chamber) < raised, "the ruling is nearer"
        chamber.do("rule-point", ruling="Not a point of order")
        assert abs(first_expected(chamber) - before) < MINUTE / 60

    def test_a_motion_is_decided_before_anybody_is_called(
        self, general_discussion: Chamber
    ) -> None:
        chamber = general_discussion
        before = first_expected(chamber)
        chamber.do("move-motion", motion="close the debate", delegation="TUR")
        moved = first_expected(chamber)
        assert moved > before + 5 * MINUTE
        chamber.do("speak-on-motion", delegation="GBR", side="against")
        assert first_expected(chamber) < moved
        chamber.do("decide-motion", in_favour=1, against=5)
        assert first_expected(chamber) == before


class TestSuspension:
    def test_a_suspended_meeting_is_not_taken_to_go_on_at_once(
        self, general_discussion: Chamber
    ) -> None:
        chamber = general_discussion
        before = first_expected(chamber)
        chamber.do("suspend-meeting", reason="consultations")
        assert first_expected(chamber) > before + 5 * MINUTE
        chamber.clock.advance(20)
        chamber.do("resume-meeting")
        assert first_expected(chamber) == before

    def test_the_longer_it_lasts_the_later_all_are_but_never_by_far(
        self, general_discussion: Chamber
    ) -> None:
        chamber = general_discussion
        chamber.do("suspend-meeting")
        ends = []
        for _ in range(20):
            ahead = first_expected(chamber)
            ends.append(chamber.clock.utc + ahead)
            assert ahead < 75 * MINUTE
            chamber.clock.advance(120)
        assert all(later - one > -MINUTE / 60 for one, later in pairwise(ends)), ends

    def test_it_takes_no_time_from_the_next_meeting(self) -> None:
        at = vienna(14, 12, 55)
        sits = sitting((60, 5, 5), at)
        stands = sitting((60, 5, 5), at, status=MeetingStatus.SUSPENDED)
        with_it, without = (forecast(one, instant(at)) for one in (stands, sits))
        first, other = with_it.entries[0].expected, without.entries[5].expected
        assert first is not None and other is not None
        assert without.entries[0].reach is Reach.THIS
        assert without.entries[5].reach is with_it.entries[0].reach is Reach.LATER
        assert vienna(14, 15) <= first < vienna(14, 15, 10), "when the meeting opens"

    def test_it_lasts_until_the_time_that_was_said(self, general_discussion: Chamber) -> None:
        chamber = general_discussion
        before = first_expected(chamber)
        chamber.do("suspend-meeting", reason="consultations", until="12:00")
        until = vienna(14, 12) - chamber.clock.utc
        assert abs(first_expected(chamber) - before - until) < MINUTE
        chamber.clock.until(vienna(14, 11, 30))
        assert abs(first_expected(chamber) - before - 30 * MINUTE) < MINUTE, (
            "however long it lasted"
        )
        assert forecast(chamber.conference, chamber.clock.now()).entries[0].latest is not None

    def test_a_time_that_has_passed_is_taken_for_soon(self, general_discussion: Chamber) -> None:
        chamber = general_discussion
        before = first_expected(chamber)
        chamber.do("suspend-meeting", until="11:00")
        ends = []
        for minute in (50, 58, 60, 62, 70):
            chamber.clock.until(vienna(14, 10) + minute * MINUTE)
            ends.append(chamber.clock.utc + first_expected(chamber))
        assert all(later - one > -MINUTE / 60 for one, later in pairwise(ends)), ends
        assert MINUTE / 2 < first_expected(chamber) - before < 5 * MINUTE

    def test_a_suspension_until_after_the_end_leaves_all_to_the_next_meeting(
        self, general_discussion: Chamber
    ) -> None:
        chamber = general_discussion
        chamber.do("suspend-meeting", until="14:30")
        (first, *_) = forecast(chamber.conference, chamber.clock.now()).entries
        assert first.reach is Reach.LATER and first.expected is not None
        assert vienna(14, 15) <= first.expected < vienna(14, 15, 10)

    def test_it_is_forgotten_once_the_meeting_goes_on(self, general_discussion: Chamber) -> None:
        chamber = general_discussion
        before = first_expected(chamber)
        chamber.do("suspend-meeting")
        assert first_expected(chamber) > before + 5 * MINUTE
        chamber.do("resume-meeting")
        assert first_expected(chamber) == before


class TestReplies:
    def asked(self, conference: Conference, count: int) -> Conference:
        """The conference in which so many have asked to reply."""
        requests = tuple(
            ReplyRequest(f"S{number}", Body.PLENARY, vienna(14, 11)) for number in range(count)
        )
        return replace(conference, replies=requests)

    def reached_today(self, conference: Conference, at: datetime) -> int:
        found = forecast(conference, instant(at))
        return sum(one.reach is Reach.THIS for one in found.entries)

    def test_they_take_the_end_of_the_day_from_the_list(self) -> None:
        at = vienna(14, 15, 30)
        conference = sitting((90, 0, 0), at)
        plain = self.reached_today(conference, at)
        one = self.reached_today(self.asked(conference, 1), at)
        three = self.reached_today(self.asked(conference, 3), at)
        many = self.reached_today(self.asked(conference, 9), at)
        assert plain > one > three > many, "five minutes and a gap each"
        last = forecast(self.asked(conference, 9), instant(at)).entries[many - 1].expected
        assert last is not None
        assert vienna(14, 17, 25) < last < vienna(14, 17, 30), "replies are in order from then on"

    def test_they_take_nothing_from_the_morning(self) -> None:
        at = vienna(14, 11)
        conference = sitting((20, 0, 0), at)
        assert forecast(self.asked(conference, 3), instant(at)) == forecast(conference, instant(at))

    def test_they_take_nothing_from_a_list_that_is_done_before(self) -> None:
        at = vienna(14, 16)
        conference = sitting((12, 0, 0), at)
        assert forecast(self.asked(conference, 3), instant(at)) == forecast(conference, instant(at))

    def test_who_has_had_all_rounds_takes_no_more(self) -> None:
        at = vienna(14, 15, 30)
        conference = self.asked(replace(sitting((90, 0, 0), at), reply_limits=()), 3)
        assert self.reached_today(conference, at) == self.reached_today(
            replace(conference, replies=()), at
        )


class TestOpenings:
    def expected_next(self, conference: Conference, at: datetime) -> datetime:
        expected = forecast(conference, instant(at)).entries[0].expected
        assert expected is not None
        return expected

    def adjourned(self, *late: float) -> Conference:
        """After so many meetings of Monday, each of which opened so many minutes late."""
        conference = sitting((5, 0, 0), vienna(14, 11))
        held = tuple(
            Meeting(
                planned.number,
                Body.PLENARY,
                MeetingStatus.ADJOURNED,
                planned.starts + minutes * MINUTE,
                planned.ends,
                adjourned_at=planned.ends,
            )
            for planned, minutes in zip(conference.programme, late, strict=False)
        )
        return replace(conference, meetings=held, meeting=held[-1])

    def test_a_meeting_to_come_opens_late_as_those_before_did(self) -> None:
        at = vienna(14, 18, 30)
        punctual = self.expected_next(self.adjourned(0, 0), at)
        tardy = self.expected_next(self.adjourned(12, 14), at)
        assert vienna(15, 15) < punctual < tardy < vienna(15, 15, 14)
        ceremony = self.expected_next(self.adjourned(12, 150), at)
        assert ceremony < vienna(15, 15, 25), "one absurd opening moves little"

    def test_a_meeting_that_should_have_opened_is_awaited(self) -> None:
        conference = self.adjourned(0, 0)
        ends = [self.expected_next(conference, vienna(15, 15, minute)) for minute in (0, 5, 15, 40)]
        assert all(one <= later for one, later in pairwise(ends))
        assert ends[-1] > vienna(15, 15, 40)


class TestTheHall:
    def with_event(self, conference: Conference, room: str, **fields: object) -> Conference:
        event = SideEvent("A reception", starts=vienna(14, 16), ends=vienna(14, 16, 30), room=room)
        return replace(conference, side_events=(replace(event, **fields),))  # type: ignore[arg-type]

    def test_nobody_is_expected_while_an_event_has_the_hall(self) -> None:
        at = vienna(14, 15)
        conference = sitting((40, 0, 0), at)
        plain = forecast(conference, instant(at))
        found = forecast(self.with_event(conference, "Plenary Hall"), instant(at))
        for one, before in zip(found.entries, plain.entries, strict=True):
            assert one.expected is not None and before.expected is not None
            assert not vienna(14, 16) <= one.expected < vienna(14, 16, 30)
            assert one.expected >= before.expected
            if one.expected < vienna(14, 18) and one.expected > vienna(14, 16):
                assert abs(one.expected - before.expected - 30 * MINUTE) < 2 * MINUTE
                assert one.reach is Reach.THIS, "the same meeting goes on after it"

    @pytest.mark.parametrize(
        ("room", "fields"),
        [
            ("CR3", {}),
            ("Plenary Hall", {"cancelled": True}),
            ("Plenary Hall", {"modes": ("online",)}),
            ("Plenary Hall", {"starts": vienna(14, 14, 30), "ends": vienna(14, 16)}),
        ],
        ids=("another room", "cancelled", "online", "the meeting sits in spite of it"),
    )
    def test_other_events_take_nothing(self, room: str, fields: dict[str, object]) -> None:
        at = vienna(14, 15)
        conference = sitting((40, 0, 0), at)
        found = forecast(self.with_event(conference, room, **fields), instant(at))
        assert found == forecast(conference, instant(at))


def test_a_video_without_a_length_counts_as_any_statement() -> None:
    at = vienna(14, 15)
    conference = sitting((2, 0, 0), at)
    speakers = conference.list_of("1(f)", Body.PLENARY)
    queue = speakers.queue(Tier.STATES)
    film = Entry(100, "X", Tier.STATES, queue.waiting[0].inscribed_at, delivery=Delivery.VIDEO)
    filmed = conference.with_list(
        speakers.with_queue(replace(queue, waiting=(film, queue.waiting[1])))
    )
    one = of(forecast(filmed, instant(at)), 101).expected
    other = of(forecast(conference, instant(at)), 101).expected
    assert one is not None and other is not None
    assert abs(one - other) < 10 * MINUTE / 60, "it is surer to be there"
