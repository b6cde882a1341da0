"""Tables as comma-separated values for spreadsheets: the record's, and what is exported as data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.record.facts import ConferenceRecord, Made, StatementFacts
from plenary_tui.views.record.sheet import Sheet, Table, foot

MARK = "\ufeff"
"""What tells a spreadsheet that the file is UTF-8."""
_FORMULA = ("=", "+", "-", "@")
"""What begins a formula in a spreadsheet; an apostrophe before it makes it text."""
STATEMENTS = (
    *("row", "meeting", "body", "item", "kind", "round", "delegation", "code", "class", "tier"),
    *("group", "speaker", "function", "on_behalf_of", "aligned", "language", "delivery"),
    *("called_at", "started_at", "ended_at", "seconds", "limit", "over", "changeover"),
    *("role", "explains"),
)
"""The columns of statements: moments with their offset, lengths in seconds."""


def as_csv(made: Made, *tables: tuple[str, Sequence[str], Iterable[Sequence[object]]]) -> str:
    """Tables one below the other, each with its caption if it has one, and the foot.

    The foot stands in lines that begin with `#`.
    """
    file = io.StringIO()
    file.write(MARK)
    writer = csv.writer(file)
    for place, (caption, heads, rows) in enumerate(tables):
        if place:
            writer.writerow([])
        if caption:
            writer.writerow([_cell(caption)])
        writer.writerow([_cell(one) for one in heads])
        writer.writerows([_cell(one) for one in row] for row in rows)
    writer.writerows([[f"# {one}"] for one in foot(made)])
    return file.getvalue()


def _cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    text = shown(f"{value:g}" if isinstance(value, float) else str(value))
    return f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, float) else text


def sheet_as_csv(sheet: Sheet) -> str:
    """The tables of a form."""
    tables = [one for one in sheet.blocks if isinstance(one, Table)]
    return as_csv(
        sheet.made,
        *((one.caption, [column.head for column in one.columns], one.rows) for one in tables),
    )


def statements_as_csv(record: ConferenceRecord) -> str:
    """All statements, a row each, with everything that is known of them."""
    rows = (_statement(record, one) for one in record.statements)
    return as_csv(record.made, ("", STATEMENTS, rows))


def _statement(record: ConferenceRecord, one: StatementFacts) -> tuple[object, ...]:
    return (
        *(one.row, one.meeting, one.body, one.item, one.kind, one.round),
        *(one.delegation, one.code, one.participant, one.tier, one.group),
        *(one.speaker, one.function, one.on_behalf_of, "; ".join(one.aligned)),
        *(one.language, one.delivery),
        *(there(record.timezone, at) for at in (one.called_at, one.started_at, one.ended_at)),
        *(one.length, one.limit, one.overrun, one.changeover),
        *(one.role, one.explains),
    )


def there(timezone: str, moment: datetime) -> str:
    """A moment at the place of the conference, with its offset."""
    return moment.astimezone(zone(timezone)).isoformat(timespec="seconds")
