"""A simulated room follows the procedure, whatever its habits and its seed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.speakers.order import next_at
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, MeetingStatus, Tier
from plenary_tui.rehearsal.room.habits import KINDS, REPORTING, TUNING, Habits
from plenary_tui.rehearsal.room.room import Room
from tests.chamber import vienna
from tests.rehearsal.room.driver import Step, artificial
from tests.rehearsal.room.played import OPENS, WEEK, convened, play, until_act

EVERY_KIND = pytest.mark.parametrize("habits", KINDS.values(), ids=KINDS)


def acts(steps: list[Step]) -> list[tuple[object, object]]:
    return [(step.at, step.command) for step in steps]


def order(conference: Conference) -> list[Tier]:
    """The tiers of those heard on the list, in the order in which they were called in time."""
    return [one.entry.tier for one in conference.statements if one.entry is not None]


class TestChance:
    @EVERY_KIND
    def test_the_same_habits_and_seed_give_the_same_acts(self, habits: Habits) -> None:
        assert acts(play(7, habits)) == acts(play(7, habits))

    def test_another_seed_gives_other_acts(self) -> None:
        assert acts(play(1)) != acts(play(2))

    def test_another_room_of_the_same_seed_takes_over_in_the_middle_of_a_statement(self) -> None:
        steps = play(3)
        half = len(steps) // 2
        taken_over = play(3, conference=steps[half].conference, start=steps[half].at.utc)

        assert [step.command for step in taken_over] == [step.command for step in steps[half + 1 :]]

    def test_asked_later_it_wants_the_same_at_the_same_moment(self) -> None:
        steps = play(4)
        began = until_act(steps, "start-clock")
        room = Room(seed=4)
        first = room.next(began.conference, began.at)
        later = room.next(began.conference, began.at.before(-(first.at.since(began.at) / 2)))

        assert first is not None and later is not None
        assert first.command == later.command
        assert abs(first.at.since(later.at).total_seconds()) < 0.001

    def test_kinds_to_tune_on_are_not_those_reported(self) -> None:
        assert len(TUNING) >= 4 and len(REPORTING) >= 4
        assert len(KINDS) == len(TUNING) + len(REPORTING)
        assert not {one.name for one in TUNING} & {one.name for one in REPORTING}


class TestMeeting:
    @EVERY_KIND
    def test_every_kind_of_room_plays_the_first_meeting_to_its_end(self, habits: Habits) -> None:
        steps = play(11, habits)
        last = steps[-1].conference

        assert last.meeting is not None
        assert last.meeting.status is MeetingStatus.ADJOURNED
        assert vienna(14, 12, 50) < steps[-1].at.utc < vienna(14, 13, 20)
        speakers = last.list_of("1(f)", Body.PLENARY)
        assert speakers.waiting and speakers.carried_to == 2

    @EVERY_KIND
    def test_no_act_of_a_whole_week_is_refused(self, habits: Habits) -> None:
        steps = play(5, habits, until=WEEK)

        assert [str(step.refusal) for step in steps if step.refusal] == []
        assert [one.number for one in steps[-1].conference.meetings][:4] == [1, 2, 3, 4]
        concluded = [step for step in steps if step.command.act == "conclude-item"]
        assert len(concluded) >= 6, "the week comes through its agenda"

    @EVERY_KIND
    def test_nobody_is_called_in_the_last_minute(self, habits: Habits) -> None:
        steps = play(6, habits, until=WEEK)
        for step in steps:
            meeting = step.conference.meeting
            if step.command.act == "give-floor" and meeting is not None and meeting.ends_at:
                assert (meeting.ends_at - step.at.utc).total_seconds() > 59

    def test_a_room_that_is_over_speaks_longer_than_one_that_is_punctual(self) -> None:
        def mean(kind: str) -> float:
            statements = play(8, KINDS[kind], until=vienna(14, 20))[-1].conference.statements
            spoken = [one.elapsed.total_seconds() for one in statements if one.entry]
            return sum(spoken) / len(spoken)

        assert 165 < mean("punctual") < 185
        assert 200 < mean("over") < 235

    def test_ngos_of_the_room_named_for_them_speak_shorter_than_its_states(self) -> None:
        heard = play(9, KINDS["short-ngos"], until=WEEK)[-1].conference.statements
        spoken: dict[Tier, list[float]] = {tier: [] for tier in Tier}
        for one in heard:
            if one.entry is not None and one.item == "1(f)":
                spoken[one.entry.tier].append(one.elapsed.total_seconds())
        states, ngos = spoken[Tier.STATES], spoken[Tier.NGOS]

        assert sum(ngos) / len(ngos) < 0.75 * sum(states) / len(states)

    def test_a_restless_room_does_all_that_a_room_can_do(self) -> None:
        done = {step.command.act for step in play(3, KINDS["restless"], until=WEEK)}

        assert done >= {
            "open-meeting", "take-up-item", "introduce-item", "secretariat-statement",
            "open-floor", "give-floor", "start-clock", "call-to-order", "end-statement",
            "mark-absent", "inscribe", "raise-point", "rule-point", "request-reply", "grant-reply",
            "suspend-meeting", "resume-meeting", "carry-over", "adjourn-meeting", "conclude-item",
        }  # fmt: skip

    def test_replies_are_heard_before_the_day_ends(self) -> None:
        steps = play(3, KINDS["restless"], until=vienna(14, 20))
        replies = [one for one in steps[-1].conference.statements if one.kind is FloorKind.REPLY]

        assert replies
        assert all(vienna(14, 17, 30) < one.called_at for one in replies)

    def test_time_never_runs_back(self) -> None:
        steps = play(10, KINDS["erratic"], until=WEEK)

        assert all(one.at.steady <= two.at.steady for one, two in pairwise(steps))


@settings(max_examples=25, deadline=None)
@given(st.integers(), st.sampled_from(sorted(KINDS)))
def test_whatever_the_seed_the_rules_hold_and_replay_gives_the_same(seed: int, kind: str) -> None:
    steps = play(seed, KINDS[kind], until=vienna(14, 19))
    conference = steps[-1].conference

    assert [str(step.refusal) for step in steps if step.refusal] == []
    heard = [one.entry.delegation for one in conference.statements if one.entry is not None]
    assert len(heard) == len(set(heard))
    for before, after in pairwise(steps):
        speakers = before.conference.current_list
        if after.command.act == "give-floor" and speakers is not None:
            due = next_at(before.conference, speakers, after.at.utc)
            floor = after.conference.floor
            assert floor is not None
            assert floor.entry is None or floor.entry == due
    assert conference.meeting is not None and conference.floor is None
    assert conference.meeting.status is MeetingStatus.ADJOURNED
    assert replayed(steps) == conference


def replayed(steps: list[Step]) -> Conference:
    """The state that a ledger makes of the same events."""
    ledger = Ledger()
    ledger.conference = convened()
    seq = ledger.conference.seq
    for step in steps:
        records = [
            Record(seq + number, seq + 1, "simulated room", event)
            for number, event in enumerate(step.events, start=1)
        ]
        seq += len(records)
        ledger.fold(records)
    return ledger.conference


def test_after_its_last_meeting_it_wants_nothing_more() -> None:
    steps = play(2, until=vienna(31, 12))
    room = Room(seed=2)

    assert steps[-1].command.act == "adjourn-meeting"
    assert room.next(steps[-1].conference, steps[-1].at) is None


def test_it_opens_the_first_meeting_at_its_hour_and_not_before() -> None:
    wish = Room(seed=2).next(convened(), artificial(vienna(14, 9, 30)))

    assert wish is not None and wish.command.act == "open-meeting"
    assert wish.at.utc >= OPENS
