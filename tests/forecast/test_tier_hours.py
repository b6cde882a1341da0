"""The forecast of a list of which a tier is heard from an hour on."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.forecast.forecast import forecast
from plenary_tui.forecast.slots import Section
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.vocabulary import Body, Tier
from tests.chamber import vienna
from tests.forecast.situations import instant, of, sitting

AT = vienna(14, 15)


def decided(counts: tuple[int, int, int], tier: Tier = Tier.NGOS) -> Conference:
    """The 2nd meeting, with a tier to be heard from five o'clock on."""
    conference = sitting(counts, AT)
    speakers = conference.list_of("1(f)", Body.PLENARY)
    hours = (TierHour(tier, vienna(14, 17), 2),)
    return conference.with_list(replace(speakers, tier_hours=hours))


def test_it_is_as_the_section_with_that_hour_while_all_of_it_fits() -> None:
    conference, now = decided((60, 5, 10)), instant(AT)
    at_hour = (Section(Tier.STATES), Section(Tier.IGOS), Section(Tier.NGOS, vienna(14, 17)))
    assert forecast(conference, now) == forecast(conference, now, sections=at_hour)


def test_who_is_left_when_the_meeting_ends_waits_for_its_turn_again() -> None:
    found = forecast(decided((60, 5, 40)), instant(AT))
    numbers = [of(found, entry).meeting for entry in range(2100, 2140)]
    assert 10 < numbers.count(2) < 25 and set(numbers[numbers.count(2) :]) <= {4, 0}
    last_state = of(found, 159).expected
    assert last_state is not None and last_state > vienna(15, 15)
    left = [one for one in found.entries if one.tier is Tier.NGOS and one.meeting != 2]
    assert left and all(one.expected is None or one.expected > last_state for one in left)


def test_nothing_jumps_when_the_hour_comes() -> None:
    conference = decided((6, 2, 4))
    before, after = (
        forecast(conference, instant(vienna(14, 16, 59, 59))),
        forecast(conference, instant(vienna(14, 17))),
    )
    assert [one.entry for one in after.entries][:4] == list(range(2100, 2104))
    for one in after.entries:
        was = of(before, one.entry).expected
        assert was is not None and one.expected is not None
        assert abs(was - one.expected) < timedelta(minutes=4)


def test_a_tier_in_the_middle_is_heard_at_its_hour_too() -> None:
    found = forecast(decided((60, 5, 10), Tier.IGOS), instant(AT))
    first, ngo = of(found, 1100).expected, of(found, 2100).expected
    assert first is not None and vienna(14, 17) < first < vienna(14, 17, 5)
    state = of(found, 159).expected
    assert ngo is not None and state is not None and ngo > state
