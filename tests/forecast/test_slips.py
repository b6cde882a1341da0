"""What was a slip of the hand teaches the forecast nothing, and what is hardly credible little."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.forecast.forecast import forecast
from plenary_tui.forecast.pace import measure
from plenary_tui.forecast.priors import PRIORS, Priors
from plenary_tui.procedure.state.conference import Statement
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, Tier
from tests.chamber import Chamber, vienna
from tests.forecast.situations import heard, instant, sitting, spoke

AT = vienna(14, 12)
WAITING = (100, 10, 40)
MINUTE = timedelta(minutes=1)


def list_ends(statements: tuple[Statement, ...], priors: Priors = PRIORS) -> datetime:
    """When the list of 150 ends, in a meeting that goes on until it is done."""
    conference = sitting(
        WAITING, AT, statements=statements, until=vienna(14, 12) + 24 * 60 * MINUTE
    )
    found = forecast(conference, instant(AT), priors=priors)
    assert found.list_ends is not None
    return found.list_ends


def moved(
    statements: tuple[Statement, ...], more: tuple[Statement, ...], priors: Priors = PRIORS
) -> timedelta:
    """By how much the end of the list moves by some statements more."""
    return abs(list_ends((*statements, *more), priors) - list_ends(statements, priors))


def after(statements: tuple[Statement, ...], lengths: list[float]) -> tuple[Statement, ...]:
    """Statements of such lengths that follow those, 20 seconds apart."""
    done: list[Statement] = []
    for seconds in lengths:
        last = (*statements, *done)[-1]
        done.append(spoke(Tier.STATES, seconds, after=last.ended_at))
    return tuple(done)


SPOKE = heard(Tier.STATES, [200.0, 170.0, 190.0, 185.0, 210.0, 175.0])


def test_four_slips_of_three_seconds_move_no_end_by_hours() -> None:
    assert moved(SPOKE, after(SPOKE, [3.0] * 4)) < 2 * MINUTE


def test_four_slips_before_anybody_spoke_move_it_no_more() -> None:
    slips = heard(Tier.STATES, [3.0] * 4)
    assert abs(list_ends(slips) - list_ends(())) < 2 * MINUTE


@settings(max_examples=100)
@given(
    st.lists(st.floats(60, 400), min_size=1, max_size=12),
    st.lists(st.floats(0, 14.9), min_size=1, max_size=4),
    st.data(),
)
def test_slips_anywhere_among_statements_move_the_end_by_little(
    lengths: list[float], slips: list[float], data: st.DataObject
) -> None:
    with_slips = list(lengths)
    for one in slips:
        with_slips.insert(data.draw(st.integers(0, len(with_slips))), one)
    plain, slipped = (heard(Tier.STATES, some) for some in (lengths, with_slips))
    assert abs(list_ends(plain) - list_ends(slipped)) < 5 * MINUTE


def test_a_tenth_of_a_long_limit_is_no_statement_either() -> None:
    limit = timedelta(minutes=15)
    long = tuple(replace(one, limit=limit, elapsed=limit) for one in SPOKE)
    slip = replace(after(long, [60.0])[0], limit=limit)
    assert moved(long, (slip,)) < MINUTE
    short = replace(slip, elapsed=timedelta(minutes=3))
    assert moved(long, (short,)) > 10 * MINUTE, "three minutes of fifteen are a statement"


def test_slips_count_neither_as_replies_nor_as_first_turns_nor_as_answered_calls() -> None:
    speakers = sitting(WAITING, AT).list_of("1(f)", Body.PLENARY)
    slip = spoke(Tier.STATES, 3.0, after=vienna(14, 10))
    reply = replace(slip, kind=FloorKind.REPLY, entry=None, delegation="NER")
    conferences = (sitting(WAITING, AT, statements=some) for some in ((), (slip, reply)))
    nothing, slipped = (measure(one, speakers, AT, PRIORS) for one in conferences)
    assert nothing.reply == slipped.reply
    assert nothing.preliminaries == slipped.preliminaries
    assert nothing.absent == slipped.absent
    assert nothing.gap == slipped.gap
    short = replace(reply, elapsed=timedelta(seconds=40), limit=timedelta(minutes=10))
    conference = sitting(WAITING, AT, statements=(short,))
    assert measure(conference, speakers, AT, PRIORS).reply != nothing.reply, "replies may be short"


def test_one_end_undone_late_is_not_believed_outright() -> None:
    """A statement whose end was undone has kept running: eight minutes, where three were allotted.

    Among ten ordinary ones that is no evidence that a room now takes a seventh more.
    """
    ordinary = heard(Tier.STATES, [180.0] * 10)
    late = after(ordinary, [480.0])
    outright = moved(ordinary, late, replace(PRIORS, share_far=99.0))
    assert outright > 50 * MINUTE and moved(ordinary, late) < 0.65 * outright


def test_a_room_that_takes_twice_its_time_is_believed_when_it_has_shown_it() -> None:
    at_last = heard(Tier.STATES, [360.0] * 20)
    share = measure(
        sitting(WAITING, AT, statements=at_last),
        sitting(WAITING, AT).list_of("1(f)", Body.PLENARY),
        AT,
        PRIORS,
    ).share[Tier.STATES]
    assert 1.75 < share.mean < 2.05


def test_slips_as_they_are_made_at_the_podium() -> None:
    """Each call by mistake takes somebody off the list, and no more than that."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("CIV", "EU", "GIN", "GNB", "NER", "NGA", "TUR", "GBR")
    before = forecast(chamber.conference, chamber.clock.now())
    ends = {one.entry: one.expected for one in before.entries}
    for _ in range(4):
        chamber.speak(3)
        chamber.do("end-statement")
    after_them = forecast(chamber.conference, chamber.clock.now())
    first, *_, last = after_them.entries
    assert first.expected is not None and last.expected is not None
    wide = {one: moment for one, moment in ends.items() if moment is not None}
    assert abs((last.expected - first.expected) - (wide[last.entry] - wide[first.entry])) < MINUTE
