"""Whom the officer is told to warn, and when: in time, and only when it can be told."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.forecast.forecast import forecast
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus, ParticipantClass, Stage
from plenary_tui.views.forecast.warned import warning
from plenary_tui.views.wording.telling import Named
from tests.chamber import vienna
from tests.forecast.situations import instant, sitting


def warned(
    counts: tuple[int, int, int], at: datetime, status: MeetingStatus = MeetingStatus.IN_SESSION
) -> Named | None:
    """Who is named at that time, with so many waiting in each tier."""
    conference = sitting(counts, at, status=status)
    speakers = conference.current_list
    assert speakers is not None
    known = tuple(
        Delegation(one.delegation, f"The {one.delegation}", ParticipantClass.NGO)
        for one in speakers.waiting
    )
    conference = replace(conference, delegations=known)
    return warning(conference, forecast(conference, instant(at)), instant(at))


LAST, FIRST = vienna(15, 15), vienna(14, 10)


def test_in_the_last_meeting_all_who_may_not_be_reached_are_named_from_its_beginning() -> None:
    named = warned((0, 0, 60), LAST)
    assert named is not None
    assert named.head.startswith("Warn ") and "not reached" in named.head
    last = {f"The NGOs-{place}" for place in range(60 - len(named.names), 60)}
    assert set(named.names) == last and 0 < len(last) < 60
    assert f"{len(named.names)}" == str(sum(map(int, _numbers(named.head))))


def test_in_an_earlier_meeting_nobody_is_named_before_its_last_hour() -> None:
    assert warned((60, 0, 0), FIRST) is None
    assert warned((60, 0, 0), vienna(14, 11, 59)) is None
    named = warned((60, 0, 0), vienna(14, 12, 1))
    assert named is not None and named.head.endswith("may slip past 13:00")
    assert all(name.startswith("The States-1") for name in named.names)


def test_nobody_is_named_where_all_are_reached_or_no_meeting_sits() -> None:
    assert warned((2, 0, 2), LAST) is None
    assert warned((0, 0, 0), LAST) is None
    assert warned((0, 0, 60), LAST, MeetingStatus.SUSPENDED) is None


def test_nobody_is_named_once_the_item_is_concluded() -> None:
    conference = sitting((0, 0, 60), LAST)
    item = conference.item_named("1(f)")
    assert item is not None
    assert warning(conference, forecast(conference, instant(LAST)), instant(LAST)) is not None
    over = conference.with_item(item.at_stage(Stage.CONCLUDED, Body.PLENARY))
    assert warning(over, forecast(over, instant(LAST)), instant(LAST)) is None


def _numbers(text: str) -> list[str]:
    return [word for word in text.split() if word.isdigit()]
