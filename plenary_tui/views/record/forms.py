"""The forms of the record, the formats they are written in, and the names of their files."""

from __future__ import annotations

from pydantic_core import to_json

from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.views.record.commas import sheet_as_csv, statements_as_csv
from plenary_tui.views.record.delivered import delivered
from plenary_tui.views.record.facts import ConferenceRecord
from plenary_tui.views.record.figures import figures
from plenary_tui.views.record.lacking import lacking
from plenary_tui.views.record.one_page import as_page
from plenary_tui.views.record.plain_text import as_markdown, as_text
from plenary_tui.views.record.report import report
from plenary_tui.views.record.sheet import Form, Sheet, foot
from plenary_tui.views.record.summary import summary

FORMS: dict[str, Form] = {
    "list": delivered,
    "summary": summary,
    "report": report,
    "statistics": figures,
    "gaps": lacking,
}
"""The forms by the names under which they are asked for."""
FORMATS = ("txt", "md", "html", "csv", "json")
PROSE = ("summary", "report")
"""Forms without a table."""


class NoTable(Explained):
    """A form of prose was asked for as a table."""


def written(record: ConferenceRecord, form: str, format_: str) -> str:
    """A form of the record in a format. Raises `NoTable`."""
    if format_ == "csv":
        if form in PROSE:
            raise NoTable(
                f"The {form} is prose and has no table.",
                "csv takes the list, the statistics or the gaps.",
            )
        if form == "list":
            return statements_as_csv(record)
        return sheet_as_csv(FORMS[form](record))
    sheet = FORMS[form](record)
    match format_:
        case "txt":
            return as_text(sheet)
        case "md":
            return as_markdown(sheet)
        case "html":
            return as_page(sheet)
        case "json":
            return as_json(form, sheet, record)
        case _:
            raise AssertionError(f"no format {format_}")


def as_json(form: str, sheet: Sheet, record: ConferenceRecord) -> str:
    """A form as JSON: its parts, and the whole record as data, whatever the form."""
    whole = {
        "schema": 1,
        "form": form,
        "draft": sheet.draft,
        "title": sheet.title,
        "blocks": sheet.blocks,
        "record": record.model_dump(mode="json", exclude={"schema_"}),
        "foot": foot(record.made),
    }
    return to_json(whole, indent=2).decode() + "\n"


def file_name(name: str, form: str, format_: str) -> str:
    """What a file of the record is called, e.g. `meeting-7-list.txt`."""
    return f"{name}-{form}.{format_}"
