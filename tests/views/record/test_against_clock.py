"""The pictures of lists against the clock: their marks, their lines, the tables beside them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.record.against_clock import MOST_POINTS, against_clock
from plenary_tui.views.record.facts import ConferenceRecord
from plenary_tui.views.record.figures import figures
from plenary_tui.views.record.passing import Kept, Passage, Waiting
from plenary_tui.views.record.sheet import Curves, Table
from tests.views.record.recorded import record_of, spoken_on

START = datetime(2024, 10, 14, 8, tzinfo=UTC)  # ten o'clock there


def passage(late: list[float], ends: timedelta | None = timedelta(hours=3)) -> Passage:
    """A passage in which statements came so many minutes late, four minutes apart."""
    at = [START + timedelta(minutes=4 * place) for place in range(len(late))]
    return Passage(
        meeting=1,
        body=Body.PLENARY,
        item="1(f)",
        promised=len(late) + 2,
        kept=tuple(
            Kept(promised_at=moment - timedelta(minutes=by), came_at=moment)
            for moment, by in zip(at, late, strict=True)
        ),
        came_since=1,
        waiting=(
            Waiting(at=START, count=20),
            *(
                Waiting(at=moment + timedelta(minutes=3), count=max(0, 19 - place))
                for place, moment in enumerate(at)
            ),
        ),
        ends_at=START + ends if ends is not None else None,
    )


def record(*passages: Passage) -> ConferenceRecord:
    """A record with these passages."""
    return replace(record_of(spoken_on()), passages=passages)


def blocks(*passages: Passage) -> tuple[list[Table], list[Curves]]:
    """The tables and the pictures of a record."""
    found = list(against_clock(record(*passages)))
    return (
        [one for one in found if isinstance(one, Table)],
        [one for one in found if isinstance(one, Curves)],
    )


def test_without_a_list_there_is_nothing() -> None:
    assert list(against_clock(record())) == []


def test_the_tables_say_in_figures_what_the_pictures_show() -> None:
    kept, worked_off = blocks(passage([-2, 1, 4, 9, 20]))[0]
    assert kept.rows == (("Item 1(f), 1st meeting", "7", "5", "2", "1", "3", "4", "4:00 later"),)
    assert worked_off.rows == (
        ("Item 1(f), 1st meeting", "10:00", "20", "5", "10:19", "15", "13:00"),
    )


def test_the_picture_of_promises_has_its_marks_around_zero() -> None:
    late, _ = blocks(passage([-2, 1, 4, 9, 20]))[1]
    assert [mark.label for mark in late.up] == ["-20", "-15", "-10", "-5", "0", "+5", *late_up()]
    assert late.across[0].label == "10:00"
    assert [curve.name for curve in late.curves] == ["began", "as promised"]
    assert late.curves[0].points[1] == (36240.0, 1.0)


def late_up() -> list[str]:
    """The marks above the first."""
    return ["+10", "+15", "+20"]


def test_the_picture_of_the_list_has_the_pace_to_its_end() -> None:
    _, waiting = blocks(passage([1, 2, 3]))[1]
    assert [curve.name for curve in waiting.curves] == ["waiting", "to end in time"]
    assert waiting.curves[1].points == ((36000.0, 20.0), (46800.0, 0.0))
    assert waiting.across[-1].label == "13:00" and waiting.up[0].label == "0"
    _, endless = blocks(passage([1, 2, 3], ends=None))[1]
    assert [curve.name for curve in endless.curves] == ["waiting"]


def test_few_statements_have_no_picture() -> None:
    tables, pictures = blocks(passage([1, 2]))
    assert len(tables) == 2 and not pictures


@pytest.mark.parametrize("count", [3, 500, 10_000])
def test_every_value_stands_within_its_marks_and_there_are_few(count: int) -> None:
    one = passage([(place * 37) % 90 - 30.0 for place in range(count)])
    for picture in blocks(one)[1]:
        for curve in picture.curves:
            assert len(curve.points) <= MOST_POINTS
            assert all(picture.across[0].at <= x <= picture.across[-1].at for x, _ in curve.points)
            assert len(picture.across) <= 12 and len(picture.up) <= 12
            assert all(picture.up[0].at <= y <= picture.up[-1].at for _, y in curve.points)


def test_the_statistics_have_them() -> None:
    found = figures(record(passage([1, 2, 3]))).blocks
    assert any(isinstance(one, Curves) for one in found)
    assert not any(isinstance(one, Curves) for one in figures(record()).blocks)
