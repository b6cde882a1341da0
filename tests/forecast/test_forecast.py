"""The forecast: who speaks when, who is not reached, and what a decision would change."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.forecast.forecast import Forecast, forecast
from plenary_tui.forecast.priors import PRIORS
from plenary_tui.forecast.reach import Reach
from plenary_tui.forecast.slots import Section
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, Stage, Tier
from tests.chamber import Chamber, vienna
from tests.forecast.situations import SECOND, heard, instant, of, sitting, spoke


class TestFirstMinute:
    def test_the_first_speaks_after_a_gap_and_the_next_after_a_statement(self) -> None:
        at = vienna(14, 14, 30)
        found = forecast(sitting((3, 0, 0), at, until=vienna(14, 18)), instant(at))
        first, second, _ = (one.expected for one in found.entries)
        assert first is not None and second is not None
        assert abs(first - at - timedelta(seconds=PRIORS.gap)) < SECOND
        assert timedelta(seconds=180) < second - first < timedelta(seconds=220)

    def test_nothing_is_said_while_no_item_is_taken_up(self) -> None:
        chamber = Chamber()
        assert forecast(chamber.conference, chamber.clock.now()).entries == ()

    def test_the_list_has_no_end_while_nobody_waits(self) -> None:
        at = vienna(14, 11)
        found = forecast(sitting((0, 0, 0), at), instant(at))
        assert found.list_ends is None and found.meeting_ends == vienna(14, 13)

    def test_whoever_speaks_delays_the_next_by_what_is_left(self) -> None:
        chamber = Chamber()
        chamber.open_floor()
        chamber.inscribe("NER", "NGA")
        chamber.speak(30)
        early = forecast(chamber.conference, chamber.clock.now()).entries[0].expected
        chamber.clock.advance(100)
        late = forecast(chamber.conference, chamber.clock.now()).entries[0].expected
        assert early is not None and late is not None
        assert abs(late - early) < timedelta(seconds=20), "a statement that goes as expected"
        chamber.clock.advance(200)
        over = forecast(chamber.conference, chamber.clock.now()).entries[0].expected
        assert over is not None and over > late

    def test_an_item_not_yet_introduced_takes_its_opening_first(self) -> None:
        chamber = Chamber()
        chamber.open_meeting()
        chamber.inscribe("NER", item="2")
        chamber.do("take-up-item", item="2")
        before = forecast(chamber.conference, chamber.clock.now()).entries[0].expected
        chamber.do("introduce-item")
        chamber.do("secretariat-statement")
        chamber.do("open-floor")
        after = forecast(chamber.conference, chamber.clock.now()).entries[0].expected
        assert before is not None and after is not None
        opening = timedelta(seconds=PRIORS.introduction + PRIORS.secretariat)
        assert abs(before - after - opening) < SECOND


class TestLearning:
    def test_a_tier_that_runs_over_moves_its_own_times_most(self) -> None:
        at = vienna(14, 15)
        plain = forecast(sitting((20, 20, 0), at), instant(at))
        over = heard(Tier.STATES, [216.0] * 30)
        found = forecast(sitting((20, 20, 0), at, statements=over), instant(at))

        def length(one: Forecast, first: int) -> timedelta:
            begun, ended = of(one, first).expected, of(one, first + 19).expected
            assert begun is not None and ended is not None
            return ended - begun

        states = length(found, 100) / length(plain, 100)
        igos = length(found, 1100) / length(plain, 1100)
        assert 1.1 < states < 1.2
        assert 1.0 < igos < states

    def test_one_long_suspension_or_one_clock_left_running_moves_little(self) -> None:
        at = vienna(14, 15)
        usual = heard(Tier.STATES, [180.0] * 15)
        last = usual[-1]
        pause = spoke(Tier.STATES, 180.0, after=last.ended_at, gap=5400.0)
        absurd = spoke(Tier.STATES, 7200.0, after=last.ended_at)
        normal = spoke(Tier.STATES, 180.0, after=last.ended_at)
        ends = [
            forecast(sitting((40, 0, 0), at, statements=(*usual, one)), instant(at)).list_ends
            for one in (normal, pause, absurd)
        ]
        assert all(end is not None for end in ends)
        first, paused, ran = (end for end in ends if end is not None)
        assert abs(paused - first) < timedelta(minutes=2)
        assert abs(ran - first) < timedelta(minutes=6)

    def test_the_more_was_heard_the_less_is_in_doubt(self) -> None:
        at = vienna(14, 15)
        widths = []
        for count in (0, 10, 60):
            statements = heard(Tier.STATES, [170.0, 190.0] * (count // 2))
            one = forecast(sitting((30, 0, 0), at, statements=statements), instant(at)).entries[-1]
            assert one.expected is not None and one.latest is not None
            widths.append(one.latest - one.expected)
        assert widths == sorted(widths, reverse=True) and len(set(widths)) == 3

    def test_a_tier_that_was_not_heard_is_less_sure_than_one_that_was(self) -> None:
        at = vienna(14, 15)
        widths = []
        for tier in (Tier.STATES, Tier.IGOS):
            conference = sitting((0, 30, 0), at, statements=heard(tier, [170.0, 190.0] * 20))
            one = forecast(conference, instant(at)).entries[-1]
            assert one.expected is not None and one.latest is not None
            widths.append(one.latest - one.expected)
        assert widths[0] > widths[1] + timedelta(seconds=30)

    def test_a_room_that_grew_slower_by_the_hour_is_taken_to_go_on_so(self) -> None:
        at = vienna(14, 15)
        steady = heard(Tier.STATES, [200.0] * 45)
        slower = heard(Tier.STATES, [160.0 + 2 * place for place in range(45)])
        first, last = (
            forecast(sitting((40, 0, 0), at, statements=some), instant(at)).list_ends
            for some in (steady, slower)
        )
        assert first is not None and last is not None
        assert last > first + timedelta(minutes=5), "as many seconds were used in all"

    def test_what_a_tier_used_is_told(self) -> None:
        at = vienna(14, 15)
        found = forecast(
            sitting((1, 0, 0), at, statements=heard(Tier.STATES, [100.0, 200.0])), instant(at)
        )
        states = found.tier(Tier.STATES)
        assert states is not None
        assert (states.used, states.heard) == (timedelta(seconds=150), 2)
        assert states.limit == timedelta(seconds=180)

    def test_every_statement_counts_with_the_limit_it_was_made_under(self) -> None:
        at = vienna(15, 15)
        made = heard(Tier.STATES, [60.0] * 250)
        some = (*made[:100], *(replace(one, limit=timedelta(seconds=120)) for one in made[100:]))
        states = forecast(sitting((1, 0, 0), at, statements=some), instant(at)).tier(Tier.STATES)
        assert states is not None and states.heard == 250, "however many they are"
        assert states.allotted == timedelta(seconds=(100 * 180 + 150 * 120) / 250)
        assert states.limit == timedelta(seconds=180), "of the next"


class TestReach:
    def test_the_list_goes_on_in_the_items_next_meeting_and_then_is_not_reached(self) -> None:
        at = vienna(15, 15)
        found = forecast(sitting((10, 5, 100), at), instant(at))
        assert found.meeting_ends == vienna(15, 18)
        ngos = found.tier(Tier.NGOS)
        assert ngos is not None and ngos.waiting == 100
        assert ngos.this_meeting + ngos.later + ngos.unreached == 100
        assert ngos.unreached > 50 and found.list_ends is None
        last = found.entries[-1]
        assert (last.expected, last.meeting, last.reach) == (None, 0, Reach.NOT)

    def test_those_at_the_edge_are_at_risk(self) -> None:
        at = vienna(15, 15)
        found = forecast(sitting((0, 0, 100), at), instant(at))
        kinds = [(one.reach, one.at_risk) for one in found.entries]
        assert kinds[0] == (Reach.THIS, False)
        assert (Reach.THIS, True) in kinds and kinds[-1] == (Reach.NOT, False)
        assert kinds == sorted(kinds, key=lambda one: (one[0] is Reach.NOT, one[1])), "in a row"

    def test_past_its_end_a_meeting_holds_nobody(self) -> None:
        at = vienna(14, 13, 5)
        conference = sitting((5, 0, 0), vienna(14, 12))
        found = forecast(conference, instant(at))
        first = found.entries[0]
        assert first.expected is not None and first.expected >= vienna(14, 15)
        assert first.reach is Reach.LATER
        assert found.meeting_ends == vienna(14, 13), "as it was to end, not now"

    @pytest.mark.parametrize("stage", [one for one in Stage if one.over])
    def test_nobody_is_reached_once_the_debate_is_over(self, stage: Stage) -> None:
        at = vienna(14, 11)
        conference = sitting((2, 0, 0), at)
        item = conference.item_named("1(f)")
        assert item is not None
        conference = conference.with_item(item.at_stage(stage, Body.PLENARY))
        found = forecast(conference, instant(at))
        assert {one.reach for one in found.entries} == {Reach.NOT}
        assert found.list_ends is None and {one.expected for one in found.entries} == {None}
        assert sum(one.unreached for one in found.tiers) == 2
        assert found.meeting_ends == vienna(14, 13), "the meeting sits on"

    def test_row_33_a_debate_adjourned_by_motion_reaches_nobody_until_the_floor_is_open(
        self,
    ) -> None:
        chamber = Chamber()
        chamber.open_floor()
        chamber.inscribe("Niger", "Guinea")

        def reached() -> set[Reach]:
            found = forecast(chamber.conference, chamber.clock.now())
            return {one.reach for one in found.entries}

        assert reached() == {Reach.THIS}
        chamber.do("move-motion", motion="adjourn-debate", delegation="TUR")
        chamber.do("decide-motion", in_favour=4, against=1)
        assert reached() == {Reach.NOT}
        chamber.do("open-floor")
        assert reached() == {Reach.THIS}

    def test_a_list_that_is_open_lets_states_in_before_the_ngos(self) -> None:
        at = vienna(14, 10, 30)
        conference = sitting((10, 0, 10), at)
        closed = conference.with_list(
            replace(
                conference.list_of("1(f)", Body.PLENARY),
                queues=tuple(
                    replace(queue, by_hand=False, closed_at=at)
                    for queue in conference.list_of("1(f)", Body.PLENARY).queues
                ),
            )
        )
        open_ngo = of(forecast(conference, instant(at)), 2100).expected
        closed_ngo = of(forecast(closed, instant(at)), 2100).expected
        assert open_ngo is not None and closed_ngo is not None and closed_ngo < open_ngo


class TestSections:
    """A tier heard at an hour, whatever stands before it."""

    AT = vienna(14, 15)

    def at_five(self, counts: tuple[int, int, int]) -> tuple[Forecast, Forecast]:
        """The forecast as the tiers stand, and with the NGOs heard at five."""
        conference = sitting(counts, self.AT)
        at_hour = (Section(Tier.STATES), Section(Tier.IGOS), Section(Tier.NGOS, vienna(14, 17)))
        now = instant(self.AT)
        return forecast(conference, now), forecast(conference, now, sections=at_hour)

    def test_a_tier_with_an_hour_is_heard_then_and_the_others_after_it(self) -> None:
        was, now = self.at_five((60, 5, 10))
        first = of(now, 2100)
        assert first.expected is not None and first.latest is not None
        assert vienna(14, 17) < first.expected < first.latest < vienna(14, 17, 5)
        last = of(now, 2109).expected
        assert last is not None
        for entry in range(100, 160):
            before, after = of(was, entry).expected, of(now, entry).expected
            assert before is not None and after is not None
            if before < vienna(14, 17):
                assert after == before
            else:
                assert after > last and after > before
        assert [one.entry for one in now.entries] == [one.entry for one in was.entries]
        assert now.list_ends is not None and was.list_ends is not None
        assert abs(now.list_ends - was.list_ends) < timedelta(minutes=5), "as many speak as before"

    def test_where_its_meeting_ends_before_it_the_others_begin_the_next_one(self) -> None:
        conference = sitting((60, 0, 40), self.AT)
        hour = Section(Tier.NGOS, vienna(14, 17), vienna(14, 18))
        sections = (Section(Tier.STATES), hour, Section(Tier.IGOS), Section(Tier.NGOS))
        found = forecast(conference, instant(self.AT), sections=sections)
        late = [
            one.expected for one in found.entries if one.tier is Tier.STATES and one.meeting > 2
        ]
        assert late[0] is not None
        assert vienna(15, 15) < late[0] < vienna(15, 15, 8), "they open it"
        left = [one.expected for one in found.entries if one.tier is Tier.NGOS and one.meeting > 2]
        assert left[0] is not None and late[-1] is not None
        assert left[0] > late[-1], "the NGOs left come in their turn"

    def test_a_tier_whose_turn_comes_before_its_hour_does_not_wait_for_it(self) -> None:
        was, now = self.at_five((5, 5, 10))
        assert was == now


@pytest.mark.parametrize("tier", Tier)
def test_each_who_waits_is_counted_once(tier: Tier) -> None:
    at = vienna(14, 16)
    found = forecast(sitting((90, 20, 90), at), instant(at))
    mine = found.tier(tier)
    assert mine is not None
    assert mine.waiting == mine.this_meeting + mine.later + mine.unreached
