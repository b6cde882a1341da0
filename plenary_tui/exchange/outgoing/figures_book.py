"""The figures of the record as a workbook: statements, groups, delegations, decisions, charts.

Nothing in it is a formula: what was typed into the journal stays text, whatever it begins with.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from plenary_tui.exchange.outgoing.clock_sheets import clock_sheets
from plenary_tui.exchange.outgoing.heads import Cell, Head
from plenary_tui.exchange.outgoing.later_sheets import later_sheets
from plenary_tui.exchange.outgoing.library import NoLibrary
from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.text import folded, shown
from plenary_tui.procedure.state.vocabulary import FloorKind, Tier
from plenary_tui.views.record.facts import ConferenceRecord, StatementFacts
from plenary_tui.views.record.figures import UNKNOWN, planned
from plenary_tui.views.record.sheet import foot

if TYPE_CHECKING:
    from plenary_tui.views.record.facts import DecisionFacts

DAY = 86_400.0
"""Seconds of a day, which is 1 in a spreadsheet."""
LENGTH, MOMENT = "[m]:ss", "yyyy-mm-dd hh:mm:ss"
SAYS = (
    "Statements: every statement as delivered, also of the President and the Secretariat.",
    "By group, By tier, By delegation: statements from lists of speakers that were begun.",
    "Promised and came: what the forecast expected when a list was first called, and what came.",
    "Against the clock: how many waited, and the pace at which the list would have ended in time.",
    "Planned: time limits together, with what was added; without a limit the time spoken.",
    "Lengths are minutes and seconds as a spreadsheet reckons them; moments are local.",
    "Every cell is text or a number; none is a formula.",
)
_DAY_ZERO = datetime(1899, 12, 30)


_FIGURES = (
    Head("Heard", 8),
    Head("Spoken", 10, "length"),
    Head("Planned", 10, "length"),
    Head("Mean", 10, "length"),
    Head("Over", 8),
    Head("Overrun", 10, "length"),
)
STATEMENTS = (
    *(Head("Row", 7), Head("Meeting", 9), Head("Body", 12), Head("Item", 8), Head("Kind", 15)),
    *(Head("Delegation", 30), Head("Code", 8), Head("Class", 18), Head("Tier", 16)),
    *(Head("Group", 22), Head("Speaker", 26), Head("Function", 30), Head("On behalf of", 22)),
    *(Head("Aligned", 30), Head("Language", 10), Head("Delivery", 10)),
    *(Head("Called", 19, "moment"), Head("Began", 19, "moment"), Head("Ended", 19, "moment")),
    *(Head("Length", 9, "length"), Head("Limit", 9, "length"), Head("Over", 9, "length")),
    Head("Changeover", 11, "length"),
)
DECISIONS = (
    *(Head("Row", 7), Head("At", 19, "moment"), Head("Meeting", 9), Head("Body", 12)),
    *(Head("Item", 8), Head("Draft", 18), Head("Title", 50), Head("Outcome", 12)),
    *(Head("In favour", 10), Head("Against", 10), Head("Abstaining", 10), Head("Majority", 16)),
    *(Head("Orally revised", 14), Head("Sponsors", 40), Head("Remark", 40)),
)


def figures_book(record: ConferenceRecord) -> bytes:
    """The workbook, the same bytes for the same record. Raises `NoLibrary`."""
    try:
        import xlsxwriter
    except ImportError:
        raise NoLibrary("xlsx", "office") from None
    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {
            "title": shown(f"{record.conference}: statistics"),
            "comments": "\n".join((*foot(record.made), written_with())),
            "created": record.made.at.replace(tzinfo=None),
        }
    )
    _Writer(book, record).write()
    book.close()
    return target.getvalue()


def written_with() -> str:
    """The library and its version, on which the bytes depend as well."""
    import xlsxwriter

    return f"Written with XlsxWriter {xlsxwriter.__version__}"


class _Writer:
    def __init__(self, book: Any, record: ConferenceRecord) -> None:
        self._book = book
        self._record = record
        self._zone = zone(record.timezone)
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._formats = {
            "": None,
            "length": book.add_format({"num_format": LENGTH}),
            "moment": book.add_format({"num_format": MOMENT}),
        }
        self._heard = [one for one in record.statements if one.kind is FloorKind.STATEMENT]

    def write(self) -> None:
        record, heard = self._record, self._heard
        self._table("Statements", STATEMENTS, map(self._statement, record.statements))
        states = [one for one in heard if one.tier is Tier.STATES]
        self._by("By group", "Regional group", "States", states, lambda one: one.group or UNKNOWN)
        self._by("By tier", "Tier", "All", heard, lambda one: one.tier or UNKNOWN)
        self._table(
            "By delegation",
            (Head("Delegation", 36), Head("Code", 8), Head("Class", 20), *_FIGURES),
            self._delegations(),
        )
        self._table("Decisions", DECISIONS, map(self._decision, record.decisions))
        later_sheets(self._table, self._there, record)
        clock_sheets(self._book, self._table, self._there, record)
        self._read_me()

    def _table(self, name: str, heads: Sequence[Head], rows: Iterable[Sequence[Cell]]) -> Any:
        """A sheet with a table, whose heads stay in sight and can be filtered."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        formats = [self._formats[one.holds] for one in heads]
        for place, one in enumerate(heads):
            sheet.write_string(0, place, one.title, self._bold)
            sheet.set_column(place, place, one.width)
        number = 0
        for number, row in enumerate(rows, start=1):
            for place, (cell, form) in enumerate(zip(row, formats, strict=True)):
                if isinstance(cell, str):
                    if cell:
                        sheet.write_string(number, place, cell)
                elif cell is not None:
                    sheet.write_number(number, place, cell, form)
        sheet.autofilter(0, 0, max(number, 1), len(heads) - 1)
        return sheet

    def _there(self, moment: datetime) -> float:
        """A moment at the place of the conference, to the second, as a spreadsheet counts days."""
        there = moment.astimezone(self._zone).replace(tzinfo=None, microsecond=0)
        return (there - _DAY_ZERO).total_seconds() / DAY

    def _statement(self, one: StatementFacts) -> tuple[Cell, ...]:
        return (
            *(one.row, one.meeting, str(one.body), one.item or "", str(one.kind)),
            *(_text(one.delegation or one.role), _text(one.code), str(one.participant or "")),
            *(str(one.tier or ""), _text(one.group), _text(one.speaker), _text(one.function)),
            *(_text(one.on_behalf_of), _text("; ".join(one.aligned))),
            *(str(one.language or ""), str(one.delivery or "")),
            *(self._there(at) for at in (one.called_at, one.started_at, one.ended_at)),
            one.length / DAY if one.timed else None,
            one.limit / DAY if one.limit is not None else None,
            one.overrun / DAY if one.overrun else None,
            one.changeover / DAY,
        )

    def _decision(self, one: DecisionFacts) -> tuple[Cell, ...]:
        vote = one.vote
        votes = (vote.in_favour, vote.against, vote.abstaining) if vote else (None,) * 3
        return (
            *(one.row, self._there(one.at), one.meeting, str(one.body), one.item or ""),
            *(_text(one.label), _text(one.title), str(one.outcome), *votes),
            *(str(one.majority or ""), "yes" if one.orally_revised else "no"),
            *(_text("; ".join(one.sponsors)), _text(one.remark)),
        )

    def _by(
        self,
        name: str,
        head: str,
        whole: str,
        heard: Sequence[StatementFacts],
        which: Callable[[StatementFacts], str],
    ) -> None:
        """A sheet of figures by something, with a chart of time spoken and planned."""
        found: dict[str, list[StatementFacts]] = {}
        for one in heard:
            found.setdefault(str(which(one)), []).append(one)
        names = sorted(found, key=lambda one: (one == UNKNOWN, folded(one)))
        rows: list[tuple[Cell, ...]] = [(_text(one), *_figures(found[one])) for one in names]
        if len(rows) > 1:
            rows.append((whole, *_figures(heard)))
        sheet = self._table(name, (Head(head, 30), *_FIGURES), rows)
        if names:
            self._chart(sheet, name, f"{name}: time spoken and planned", len(names))

    def _chart(self, sheet: Any, name: str, title: str, count: int) -> None:
        """A chart of the workbook's own, from the table's columns Spoken and Planned."""
        chart = self._book.add_chart({"type": "bar"})
        for column, colour in ((3, "#B9C6D4"), (2, "#1F6FB2")):
            chart.add_series(
                {
                    "name": [name, 0, column],
                    "categories": [name, 1, 0, count, 0],
                    "values": [name, 1, column, count, column],
                    "fill": {"color": colour},
                }
            )
        chart.set_title({"name": title, "name_font": {"size": 12}})
        chart.set_x_axis({"num_format": "[m]", "name": "minutes"})
        chart.set_y_axis({"reverse": True})
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": 760, "height": 130 + 46 * count})
        described = {"description": f"{title}; the table beside it has the figures"}
        sheet.insert_chart(1, len(_FIGURES) + 2, chart, described)

    def _delegations(self) -> Iterator[tuple[Cell, ...]]:
        found: dict[str, list[StatementFacts]] = {}
        for one in self._heard:
            found.setdefault(one.delegation or "", []).append(one)
        for name in sorted(found, key=folded):
            first = found[name][0]
            code = _text(first.code)
            yield (_text(name), code, str(first.participant or ""), *_figures(found[name]))

    def _read_me(self) -> None:
        """What the sheets are, and the foot."""
        record = self._record
        sheet = self._book.add_worksheet("Read me")
        sheet.set_column(0, 0, 100, self._wrapped)
        lines = [f"{record.conference}: {record.scope}"]
        if record.rehearsal:
            lines.append("** REHEARSAL **")
        lines += ["", *SAYS, f"Local is {record.timezone}.", "", *foot(record.made)]
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, shown(line))


def _text(text: str | None) -> str:
    return shown(text) if text else ""


def _figures(heard: Sequence[StatementFacts]) -> tuple[Cell, ...]:
    spoken = sum(one.length for one in heard)
    over = [one.overrun for one in heard if one.overrun > 0]
    return (
        len(heard),
        spoken / DAY,
        sum(map(planned, heard)) / DAY,
        spoken / len(heard) / DAY if heard else None,
        len(over),
        sum(over) / DAY,
    )
