"""The sheets of lists against the clock, with charts of the workbook's own beside their figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from plenary_tui.exchange.outgoing.heads import Cell, Head
from plenary_tui.views.record.against_clock import FEWEST, passage_name
from plenary_tui.views.record.facts import ConferenceRecord

KEPT = (
    *(Head("List", 26), Head("Promised at", 19, "moment"), Head("Began", 19, "moment")),
    Head("Minutes later", 13),
)
WAITING = (
    *(Head("List", 26), Head("At", 19, "moment"), Head("Waiting", 9)),
    *(Head("To end in time at", 19, "moment"), Head("Waiting then", 12)),
)
MOST_CHARTS = 24
"""Charts of a sheet."""
_HIGH, _WIDE = 300, 720
"""Of a chart, in pixels."""
_ROWS = 16
"""Rows of the sheet that a chart takes."""
MakeTable = Callable[[str, tuple[Head, ...], list[tuple[Cell, ...]]], Any]


def clock_sheets(
    book: Any, table: MakeTable, there: Callable[[datetime], float], record: ConferenceRecord
) -> None:
    """Add the sheets, if any list was called from.

    Args:
        table: makes a sheet with a table.
        there: a moment as the sheet has it.
    """
    if record.passages:
        _promised(book, table, there, record)
        _against(book, table, there, record)


def _promised(
    book: Any, table: MakeTable, there: Callable[[datetime], float], record: ConferenceRecord
) -> None:
    """What the forecast promised against what came."""
    rows: list[tuple[Cell, ...]] = []
    ranges = []
    for one in record.passages:
        first = len(rows) + 1
        rows += [
            (
                passage_name(one),
                there(kept.promised_at),
                there(kept.came_at),
                round(kept.late / 60, 1),
            )
            for kept in one.kept
        ]
        if len(one.kept) >= FEWEST:
            ranges.append((passage_name(one), first, len(rows)))
    sheet = table("Promised and came", KEPT, rows)
    for place, (name, first, last) in enumerate(ranges[:MOST_CHARTS]):
        chart = book.add_chart({"type": "scatter"})
        dots = {
            "line": {"none": True},
            "marker": {"type": "circle", "size": 4, "fill": {"color": "#1F6FB2"}},
        }
        chart.add_series(_series("Promised and came", "began", first, last, (2, 3)) | dots)
        title = f"{name}: minutes later than promised"
        _put(sheet, chart, title, "minutes", place, len(KEPT) + 1)


def _against(
    book: Any, table: MakeTable, there: Callable[[datetime], float], record: ConferenceRecord
) -> None:
    """How many waited, and the pace at which the list would have ended in time."""
    rows: list[tuple[Cell, ...]] = []
    ranges = []
    for one in record.passages:
        first = len(rows) + 1
        pace = iter(
            ()
            if one.ends_at is None
            else (
                (there(one.waiting[0].at), one.waiting[0].count),
                (there(one.ends_at), 0),
            )
        )
        for each in one.waiting:
            rows.append(
                (
                    *(passage_name(one), there(each.at), each.count),
                    *next(pace, (None, None)),
                )
            )
        if len(one.waiting) > FEWEST:
            ranges.append((passage_name(one), first, len(rows), one.ends_at is not None))
    sheet = table("Against the clock", WAITING, rows)
    for place, (name, first, last, ends) in enumerate(ranges[:MOST_CHARTS]):
        chart = book.add_chart({"type": "scatter", "subtype": "straight"})
        chart.add_series(_series("Against the clock", "waiting", first, last, (1, 2)))
        if ends:
            dashed = {"line": {"color": "#56657A", "dash_type": "dash", "width": 1.5}}
            pace_series = _series("Against the clock", "to end in time", first, first + 1, (3, 4))
            chart.add_series(pace_series | dashed)
        _put(
            sheet, chart, f"{name}: the list against the clock", "waiting", place, len(WAITING) + 1
        )


def _series(
    sheet: str, named: str, first: int, last: int, columns: tuple[int, int]
) -> dict[str, Any]:
    """A series of a chart over rows of a sheet, from its columns across and up: a plain line."""
    across, up = columns
    return {
        "name": named,
        "categories": [sheet, first, across, last, across],
        "values": [sheet, first, up, last, up],
        "line": {"color": "#1F6FB2", "width": 1.75},
        "marker": {"type": "none"},
    }


def _put(sheet: Any, chart: Any, title: str, up: str, place: int, column: int) -> None:
    """Put a chart beside the table, below those before it."""
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_x_axis({"num_format": "hh:mm", "label_position": "low"})
    chart.set_y_axis({"name": up})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": _WIDE, "height": _HIGH})
    described = {"description": f"{title}; the table beside it has the figures"}
    sheet.insert_chart(1 + place * _ROWS, column, chart, described)
