"""Lists against the clock as bars: of what was promised and came, and of who waited when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.heard.kept_promises import (
    AGAINST,
    MOST_ROWS,
    PROMISED,
    UNENDING,
    CountPicture,
    promise_pictures,
)
from plenary_tui.views.record.passing import Kept, Passage, Waiting
from tests.chamber import Chamber

BEGUN = datetime(2024, 10, 14, 8, tzinfo=UTC)


def after(minutes: float) -> datetime:
    return BEGUN + timedelta(minutes=minutes)


def passage(*late: float, heard: int = 40, ends: float | None = 100) -> Passage:
    """Statements that began so many minutes later than promised; one is heard every 2 minutes."""
    return Passage(
        meeting=1,
        body=Body.PLENARY,
        item="2",
        promised=len(late) + 1,
        kept=tuple(Kept(promised_at=BEGUN, came_at=after(one)) for one in late),
        came_since=1,
        waiting=tuple(Waiting(at=after(2 * one), count=50 - one) for one in range(heard + 1)),
        ends_at=after(ends) if ends is not None else None,
    )


def drawn(one: Passage) -> list[CountPicture]:
    return list(promise_pictures(Chamber().conference, [one]))


def test_promises_are_counted_by_how_late_they_were_kept() -> None:
    first, _ = drawn(passage(-20, -7, -5, 0, 3, 5, 5.5, 15, 16, 40))
    assert first.caption == f"{PROMISED}: Item 2, 1st meeting"
    assert first.said[0] == "11 promised, 10 came, 1 did not, 1 other came."
    assert first.said[1] == "Median: 5:00 later than promised."
    assert [(one.name, one.told.strip()) for one in first.bars] == [
        ("over 15 minutes sooner", "1"),
        ("5 to 15 minutes sooner", "1"),
        ("within 5 minutes", "4"),
        ("5 to 15 minutes later", "2"),
        ("over 15 minutes later", "2"),
    ]
    assert first.bars[2].cells(20) == ("█" * 20, "", "")


def test_who_waited_is_drawn_against_the_pace() -> None:
    _, second = drawn(passage(0))
    assert second.caption.startswith(AGAINST) and "was to end at 11:40" in second.said[0]
    assert len(second.bars) == MOST_ROWS
    begun, *_, last = second.bars
    assert (begun.name, begun.told) == ("10:00", "  50 waited  ")
    assert begun.parts == (50, 0, 0)
    assert last.parts == pytest.approx((10, 0, 0)), "40 were heard in 80 of 100 minutes, of 50"
    slow, fast = (drawn(passage(0, ends=end))[1].bars[-1].parts for end in (80, 160))
    assert slow == pytest.approx((0, 10, 0)) and fast == pytest.approx((10, 0, 15))


def test_without_an_end_there_is_no_pace_and_of_few_no_picture() -> None:
    _, second = drawn(passage(0, ends=None))
    assert second.said == (UNENDING,) and second.bars[3].parts[1:] == (0, 0)
    assert len(drawn(passage(0, heard=2))) == 1
    (first,) = drawn(passage(heard=0))
    assert first.bars == () and first.said == ("1 promised, 0 came, 1 did not, 1 other came.",)
