"""The figures of the record as a workbook: statements, groups, delegations, decisions, charts.

Nothing in it is a formula: what was typed into the journal stays text, whatever it begins with.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from plenary_tui.exchange.outgoing.book_cells import DAY, Cells, text_of
from plenary_tui.exchange.outgoing.clock_sheets import clock_sheets
from plenary_tui.exchange.outgoing.heads import Cell, Head
from plenary_tui.exchange.outgoing.later_sheets import later_sheets
from plenary_tui.exchange.outgoing.library import NoLibrary
from plenary_tui.procedure.state.text import folded, shown
from plenary_tui.procedure.state.vocabulary import FloorKind, Tier
from plenary_tui.views.record.facts import ConferenceRecord, StatementFacts
from plenary_tui.views.record.figures import UNKNOWN, mean, planned
from plenary_tui.views.record.sheet import DRAFT, foot
from plenary_tui.views.wording.tongue import ENGLISH, Tongue, marked

LENGTH, MOMENT = "[m]:ss", "yyyy-mm-dd hh:mm:ss"
SAYS = (
    marked("Statements: every statement as delivered, also of the President and the Secretariat."),
    marked("By group, By tier, By delegation: statements from lists of speakers that were begun."),
    marked(
        "Promised and came: what the forecast expected when a list was first called, and what came."
    ),
    marked(
        "Against the clock: how many waited, and the pace at which the list would have ended "
        "in time."
    ),
    marked("Planned: time limits together, with what was added; without a limit the time spoken."),
    marked("Lengths are minutes and seconds as a spreadsheet reckons them; moments are local."),
    marked("Every cell is text or a number; none is a formula."),
)


_FIGURES = (
    Head("Heard", 8),
    Head("Spoken", 10, "length"),
    Head("Planned", 10, "length"),
    Head("Mean", 10, "length"),
    Head("Over", 8),
    Head("Overrun", 10, "length"),
)
STATEMENTS = (
    *(
        Head("Row", 7),
        Head("Meeting", 9),
        Head("Body", 12),
        Head("Item", 8),
        Head("Kind", 15),
    ),
    *(
        Head("Delegation", 30),
        Head("Code", 8),
        Head("Class", 18),
        Head("Tier", 16),
    ),
    *(
        Head("Group", 22),
        Head("Speaker", 26),
        Head("Function", 30),
        Head("On behalf of", 22),
    ),
    *(Head("Aligned", 30), Head("Language", 10), Head("Delivery", 10)),
    *(
        Head("Called", 19, "moment"),
        Head("Began", 19, "moment"),
        Head("Ended", 19, "moment"),
    ),
    *(
        Head("Length", 9, "length"),
        Head("Limit", 9, "length"),
        Head("Over", 9, "length"),
    ),
    Head("Changeover", 11, "length"),
)
DECISIONS = (
    *(
        Head("Row", 7),
        Head("At", 19, "moment"),
        Head("Meeting", 9),
        Head("Body", 12),
    ),
    *(
        Head("Item", 8),
        Head("Draft", 18),
        Head("Title", 50),
        Head("Outcome", 12),
    ),
    *(
        Head("In favour", 10),
        Head("Against", 10),
        Head("Abstaining", 10),
        Head("Majority", 16),
    ),
    *(Head("Orally revised", 14), Head("Sponsors", 40), Head("Remark", 40)),
)


def figures_book(record: ConferenceRecord, tongue: Tongue = ENGLISH) -> bytes:
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
            "title": shown(f"{record.conference}: {tongue.words('statistics')}"),
            "comments": "\n".join((*foot(record.made), written_with())),
            "created": record.made.at.replace(tzinfo=None),
        }
    )
    _Writer(book, record, tongue).write()
    book.close()
    return target.getvalue()


def written_with() -> str:
    """The library and its version, on which the bytes depend as well."""
    import xlsxwriter

    return f"Written with XlsxWriter {xlsxwriter.__version__}"


class _Writer:
    def __init__(self, book: Any, record: ConferenceRecord, tongue: Tongue) -> None:
        self._book = book
        self._cells = Cells(record.timezone, tongue)
        self._tongue = tongue
        self._record = record
        runs = {"reading_order": 2} if tongue.from_right else {}
        self._bold = book.add_format({"bold": True, "bottom": 1} | runs)
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"} | runs)
        self._plain = book.add_format(runs) if runs else None
        self._formats = {
            "": None,
            "length": book.add_format({"num_format": LENGTH}),
            "moment": book.add_format({"num_format": MOMENT}),
        }
        self._heard = [one for one in record.statements if one.kind is FloorKind.STATEMENT]

    def write(self) -> None:
        record, heard, cells = self._record, self._heard, self._cells
        self._table(marked("Statements"), STATEMENTS, map(cells.statement, record.statements))
        states = [one for one in heard if one.tier is Tier.STATES]
        self._by(
            *(marked("By group"), marked("Regional group"), marked("States")),
            states,
            lambda one: one.group or UNKNOWN,
        )
        self._by(
            *(marked("By tier"), marked("Tier"), marked("All")),
            heard,
            lambda one: one.tier or UNKNOWN,
        )
        self._table(
            marked("By delegation"),
            (
                Head("Delegation", 36),
                Head("Code", 8),
                Head("Class", 20),
                *_FIGURES,
            ),
            self._delegations(),
        )
        self._table(marked("Decisions"), DECISIONS, map(cells.decision, record.decisions))
        later_sheets(self._table, cells.there, record, self._tongue)
        clock_sheets(self._book, self._table, cells.there, record, self._tongue)
        self._read_me()

    def _sheet(self, name: str) -> Any:
        """A sheet that is called so in the language, and runs as it does."""
        sheet = self._book.add_worksheet(self._tongue.words(name))
        if self._tongue.from_right:
            sheet.right_to_left()
        return sheet

    def _table(self, name: str, heads: Sequence[Head], rows: Iterable[Sequence[Cell]]) -> Any:
        """A sheet with a table, whose heads stay in sight and can be filtered."""
        sheet = self._sheet(name)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        formats = [self._formats[one.holds] for one in heads]
        for place, one in enumerate(heads):
            sheet.write_string(0, place, self._tongue.words(one.title), self._bold)
            sheet.set_column(place, place, one.width)
        number = 0
        for number, row in enumerate(rows, start=1):
            for place, (cell, form) in enumerate(zip(row, formats, strict=True)):
                if isinstance(cell, str):
                    if cell:
                        sheet.write_string(number, place, cell, self._plain)
                elif cell is not None:
                    sheet.write_number(number, place, cell, form)
        sheet.autofilter(0, 0, max(number, 1), len(heads) - 1)
        return sheet

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
        said = self._cells.said
        names = sorted(found, key=lambda one: (one == UNKNOWN, folded(said(one))))
        rows: list[tuple[Cell, ...]] = [(said(one), *_figures(found[one])) for one in names]
        if len(rows) > 1:
            rows.append((said(whole), *_figures(heard)))
        sheet = self._table(name, (Head(head, 30), *_FIGURES), rows)
        if names:
            title = self._tongue.embedded(
                self._tongue.words("{of}: time spoken and planned", of=said(name))
            )
            self._chart(sheet, title, len(names))

    def _chart(self, sheet: Any, title: str, count: int) -> None:
        """A chart of the workbook's own, from the table's columns Spoken and Planned."""
        chart, name = self._book.add_chart({"type": "bar"}), sheet.get_name()
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
        minutes = self._tongue.words("minutes")
        chart.set_x_axis({"num_format": "[m]", "name": minutes, "min": 0})
        chart.set_y_axis({"reverse": True})
        chart.set_legend({"position": "bottom"})
        chart.set_size({"width": 760, "height": 130 + 46 * count})
        said = self._tongue.words("{caption}; the table beside it has the figures", caption=title)
        sheet.insert_chart(1, len(_FIGURES) + 2, chart, {"description": said})

    def _delegations(self) -> Iterator[tuple[Cell, ...]]:
        found: dict[str, list[StatementFacts]] = {}
        for one in self._heard:
            found.setdefault(one.delegation or "", []).append(one)
        for name in sorted(found, key=self._tongue.order):
            first = found[name][0]
            of_class = self._cells.said(str(first.participant or ""))
            yield (text_of(name), text_of(first.code), of_class, *_figures(found[name]))

    def _read_me(self) -> None:
        """What the sheets are, and the foot."""
        record = self._record
        words = self._tongue.words
        sheet = self._sheet(marked("Read me"))
        sheet.set_column(0, 0, 100)
        sheet.fit_to_pages(1, 0)
        of = words("{conference}: {title}", conference=record.conference, title=record.scope)
        lines = [of]
        if record.rehearsal:
            lines.append(f"** {words('REHEARSAL')} **")
        if not self._tongue.is_english:
            lines.append(f"** {words(DRAFT)} **")
        local = words("Local is {timezone}.", timezone=record.timezone)
        lines += ["", *map(words, SAYS), local, "", *foot(record.made)]
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, shown(line), self._wrapped)


def _figures(heard: Sequence[StatementFacts]) -> tuple[Cell, ...]:
    spoken = sum(one.length for one in heard)
    over = [one.overrun for one in heard if one.overrun > 0]
    of_each = mean(heard)
    return (
        len(heard),
        spoken / DAY,
        sum(map(planned, heard)) / DAY,
        of_each / DAY if of_each is not None else None,
        len(over),
        sum(over) / DAY,
    )
