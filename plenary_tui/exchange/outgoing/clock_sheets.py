"""The sheets of lists against the clock, with charts of the workbook's own beside their figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from plenary_tui.exchange.outgoing.heads import Cell, Head
from plenary_tui.views.record.against_clock import FEWEST, passage_name
from plenary_tui.views.record.facts import ConferenceRecord
from plenary_tui.views.wording.tongue import Tongue, marked

KEPT = (
    *(
        Head("List", 26),
        Head("Promised at", 19, "moment"),
        Head("Began", 19, "moment"),
    ),
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
    book: Any,
    table: MakeTable,
    there: Callable[[datetime], float],
    record: ConferenceRecord,
    tongue: Tongue,
) -> None:
    """Add the sheets, if any list was called from.

    Args:
        table: makes a sheet with a table.
        there: a moment as the sheet has it.
    """
    if record.passages:
        sheets = _ClockSheets(book, table, there, tongue)
        sheets.promised(record)
        sheets.against(record)


class _ClockSheets:
    def __init__(
        self,
        book: Any,
        table: MakeTable,
        there: Callable[[datetime], float],
        tongue: Tongue,
    ) -> None:
        self._book = book
        self._table = table
        self._there = there
        self._tongue = tongue

    def promised(self, record: ConferenceRecord) -> None:
        """What the forecast promised against what came."""
        tongue, there = self._tongue, self._there
        rows: list[tuple[Cell, ...]] = []
        ranges = []
        for one in record.passages:
            name, first = passage_name(one, tongue), len(rows) + 1
            rows += [
                (name, there(kept.promised_at), there(kept.came_at), round(kept.late / 60, 1))
                for kept in one.kept
            ]
            if len(one.kept) >= FEWEST:
                ranges.append((name, first, len(rows)))
        sheet = self._table(marked("Promised and came"), KEPT, rows)
        for place, (name, first, last) in enumerate(ranges[:MOST_CHARTS]):
            chart = self._book.add_chart({"type": "scatter"})
            dots = {
                "line": {"none": True},
                "marker": {"type": "circle", "size": 4, "fill": {"color": "#1F6FB2"}},
            }
            chart.add_series(_series(sheet, tongue.words("began"), first, last, (2, 3)) | dots)
            title = tongue.words("{of}: minutes later than promised", of=name)
            self._put(sheet, chart, title, tongue.words("minutes"), place, len(KEPT) + 1)

    def against(self, record: ConferenceRecord) -> None:
        """How many waited, and the pace at which the list would have ended in time."""
        tongue, there = self._tongue, self._there
        rows: list[tuple[Cell, ...]] = []
        ranges = []
        for one in record.passages:
            name, first = passage_name(one, tongue), len(rows) + 1
            pace = iter(
                ()
                if one.ends_at is None
                else (
                    (there(one.waiting[0].at), one.waiting[0].count),
                    (there(one.ends_at), 0),
                )
            )
            for each in one.waiting:
                rows.append((name, there(each.at), each.count, *next(pace, (None, None))))
            if len(one.waiting) > FEWEST:
                ranges.append((name, first, len(rows), one.ends_at is not None))
        sheet = self._table(marked("Against the clock"), WAITING, rows)
        for place, (name, first, last, ends) in enumerate(ranges[:MOST_CHARTS]):
            chart = self._book.add_chart({"type": "scatter", "subtype": "straight"})
            chart.add_series(_series(sheet, tongue.words("waiting"), first, last, (1, 2)))
            if ends:
                dashed = {"line": {"color": "#56657A", "dash_type": "dash", "width": 1.5}}
                in_time = tongue.words("to end in time")
                chart.add_series(_series(sheet, in_time, first, first + 1, (3, 4)) | dashed)
            title = tongue.words("{list}: the list against the clock", list=name)
            self._put(sheet, chart, title, tongue.words("waiting"), place, len(WAITING) + 1)

    def _put(self, sheet: Any, chart: Any, title: str, up: str, place: int, column: int) -> None:
        """Put a chart beside the table, below those before it."""
        chart.set_title({"name": self._tongue.embedded(title), "name_font": {"size": 12}})
        chart.set_x_axis({"num_format": "hh:mm", "label_position": "low"})
        chart.set_y_axis({"name": up})
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": _WIDE, "height": _HIGH})
        said = self._tongue.words("{caption}; the table beside it has the figures", caption=title)
        sheet.insert_chart(1 + place * _ROWS, column, chart, {"description": said})


def _series(
    sheet: Any, named: str, first: int, last: int, columns: tuple[int, int]
) -> dict[str, Any]:
    """A series of a chart over rows of a sheet, from its columns across and up: a plain line."""
    across, up = columns
    return {
        "name": named,
        "categories": [sheet.get_name(), first, across, last, across],
        "values": [sheet.get_name(), first, up, last, up],
        "line": {"color": "#1F6FB2", "width": 1.75},
        "marker": {"type": "none"},
    }
