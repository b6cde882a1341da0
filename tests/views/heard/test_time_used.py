"""Time spoken against time planned: summed up as in the record's statistics, and as bars."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.views.heard.happenings import happenings
from plenary_tui.views.heard.time_used import (
    NOT_KNOWN,
    OVER,
    UNUSED,
    WITHIN,
    Bar,
    Times,
    from_lists,
    pictures,
    summed_up,
    times_of,
)
from plenary_tui.views.record.delivered import delivered
from plenary_tui.views.record.figures import figures
from plenary_tui.views.record.sheet import Table
from tests.chamber import DELEGATIONS
from tests.views.heard.morning import morning
from tests.views.record.recorded import record_of, speak, spoken_on

minutes = st.integers(0, 500).map(lambda minute: timedelta(minutes=minute))


def test_what_was_heard_is_summed_up_in_a_line() -> None:
    chamber = morning()
    found = happenings(chamber.conference)
    assert summed_up(found) == "2 statements, 5:00 of 6:00 planned, 1 over by 0:20, 1 reply"
    assert summed_up(found[:1]) == "1 statement, 3:20 of 3:00 planned, 1 over by 0:20"
    assert summed_up(()) == "no statements"
    chamber.do("correct-statement", number="#3", speaker="Ms. B")
    assert summed_up(happenings(chamber.conference)).endswith("1 reply, 1 corrected")


def test_it_comes_to_the_same_as_the_statistics_of_the_record() -> None:
    chamber = morning()
    times = times_of(from_lists(happenings(chamber.conference)))
    recorded = [one for one in record_of(chamber).statements if one.kind == "statement"]
    assert times.spoken.total_seconds() == sum(one.length for one in recorded)
    assert times.planned.total_seconds() == sum(one.limit or one.length for one in recorded)
    assert times.over.total_seconds() == sum(one.overrun for one in recorded)
    assert times.overran == sum(one.overrun > 0 for one in recorded)


def test_a_group_is_one_whether_it_was_typed_with_its_article_or_without() -> None:
    chamber = spoken_on("1(f)")
    speak(chamber, "Niger", 100, on_behalf_of="African Group")
    speak(chamber, "Nigeria", 50, on_behalf_of="The African Group")
    (*_, behalf) = pictures(happenings(chamber.conference), {})
    assert [(one.name, one.times.count) for one in behalf.bars] == [("the African Group", 2)]
    tables = [one for one in figures(record_of(chamber)).blocks if isinstance(one, Table)]
    (table,) = (one for one in tables if one.caption == "On behalf of groups")
    assert [row[:2] for row in table.rows] == [("the African Group", "2")]


@given(st.lists(st.integers(1, 4000), min_size=2, max_size=5))
def test_both_say_the_same_in_whole_seconds_and_rows_come_to_all_of_them(tenths: list[int]) -> None:
    chamber = spoken_on("1(f)")
    names = ("Niger", "UNIDROIT", "Sample Watch", "Nigeria", "Guinea")
    for name, each in zip(names, tenths, strict=False):
        speak(chamber, name, each / 10)
    record = record_of(chamber)
    table = next(one for one in figures(record).blocks if isinstance(one, Table))
    *rows, every = table.rows
    for place in (2, 3, 6):  # spoken, planned, overrun
        assert sum(_seconds(row[place]) for row in rows) == _seconds(every[place])
    times = times_of(from_lists(happenings(chamber.conference)))
    assert times.words == f"{every[2]} of {every[3]}"
    assert times.over.total_seconds() == _seconds(every[6])
    listed = [
        row[2]
        for one in delivered(record).blocks
        if isinstance(one, Table)
        for row in one.rows
        if row[0]
    ]
    assert sum(map(_seconds, listed)) == _seconds(every[2])


def _seconds(said: str) -> int:
    """A length as it is told, in seconds."""
    found = 0
    for part in said.split(":"):
        found = found * 60 + int(part)
    return found


def test_there_is_a_picture_for_each_thing_that_is_known() -> None:
    chamber = morning()
    known = {one.id: one for one in DELEGATIONS}
    drawn = pictures(happenings(chamber.conference), known)
    assert [(one.caption, [bar.name for bar in one.bars]) for one in drawn] == [
        ("By tier", ["States"]),
        ("States by regional group", [NOT_KNOWN]),
        ("By language of delivery", ["English", "French"]),
        ("On behalf of groups", ["the African Group"]),
    ]
    assert pictures((), known) == ()


def test_a_bar_shows_what_was_spoken_and_what_was_planned_without_colour() -> None:
    times = Times(2, timedelta(minutes=4), timedelta(minutes=1), timedelta(minutes=5), 1)
    bar = Bar("States", times, timedelta(minutes=10), 6, 1, 12)
    assert "".join(bar.cells(20)) == WITHIN * 8 + OVER * 2 + UNUSED * 10
    assert times.words == "5:00 of 9:00"


def test_however_short_a_time_was_it_has_a_column() -> None:
    times = Times(1, timedelta(seconds=3), timedelta(), timedelta())
    assert Bar("x", times, timedelta(hours=3), 1, 1, 1).cells(20) == (WITHIN, "", "")


@given(minutes, minutes, minutes, st.integers(0, 200))
def test_a_bar_has_never_more_columns_than_it_is_given(
    within: timedelta, over: timedelta, unused: timedelta, width: int
) -> None:
    longest = within + over + unused
    cells = Bar("x", Times(1, within, over, unused), longest, 1, 1, 1).cells(width)
    assert len("".join(cells)) == (width if longest else 0)
