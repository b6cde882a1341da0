"""The forms of the record, the formats they are written in, and the names of their files."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.view import in_lines
from plenary_tui.views.record.colon_report import colon_report
from plenary_tui.views.record.colon_summary import colon_summary
from plenary_tui.views.record.commas import sheet_as_csv, statements_as_csv
from plenary_tui.views.record.delivered import delivered
from plenary_tui.views.record.facts import ConferenceRecord
from plenary_tui.views.record.figures import figures
from plenary_tui.views.record.lacking import lacking
from plenary_tui.views.record.one_page import as_page
from plenary_tui.views.record.plain_text import as_markdown, as_text
from plenary_tui.views.record.report import report
from plenary_tui.views.record.sheet import Form, Sheet, foot, held_together
from plenary_tui.views.record.summary import summary
from plenary_tui.views.wording.tongue import ENGLISH, Tongue

FORMS: dict[str, Callable[[ConferenceRecord], Sheet]] = {
    "list": delivered,
    "summary": summary,
    "report": report,
    "statistics": figures,
    "gaps": lacking,
}
"""The forms by the names under which they are asked for, in English."""
IN_TONGUES: dict[str, Form] = {
    "list": delivered,
    "summary": colon_summary,
    "report": colon_report,
    "statistics": figures,
    "gaps": lacking,
}
"""The forms in other languages."""
FORMATS = ("txt", "md", "html", "csv", "json")
PROSE = ("summary", "report")
"""Forms without a table."""


class NoTable(Explained):
    """A form of prose was asked for as a table."""


def in_form(record: ConferenceRecord, form: str, tongue: Tongue = ENGLISH) -> Sheet:
    """A form of a record, whose names are in that language."""
    if tongue.is_english:
        return FORMS[form](record)
    return IN_TONGUES[form](record, tongue)


def written(record: ConferenceRecord, form: str, format_: str, tongue: Tongue = ENGLISH) -> str:
    """A form of the record in a format. Raises `NoTable`."""
    if format_ == "csv":
        if form in PROSE:
            raise NoTable(
                f"The {form} is prose and has no table.",
                "csv takes the list, the statistics or the gaps.",
            )
        if form == "list":
            return statements_as_csv(record)
        return sheet_as_csv(in_form(record, form, tongue))
    sheet = in_form(record, form, tongue)
    match format_:
        case "txt":
            return as_text(sheet)
        case "md":
            return as_markdown(sheet)
        case "html":
            return as_page(held_together(sheet))
        case "json":
            return as_json(form, sheet, record)
        case _:
            raise AssertionError(f"no format {format_}")


def as_json(form: str, sheet: Sheet, record: ConferenceRecord) -> str:
    """A form as JSON: its parts, and the whole record as data, whatever the form."""
    whole = {
        "schema": 1,
        "form": form,
        "language": sheet.language.code,
        "draft": sheet.draft,
        "title": sheet.title,
        "blocks": sheet.blocks,
        "record": record.plain(),
        "foot": foot(record.made),
    }
    return in_lines(whole) + "\n"


def file_name(name: str, form: str, format_: str, language: Language = Language.ENGLISH) -> str:
    """What a file of the record is called, e.g. `meeting-7-list.txt`, `meeting-7-list-fr.txt`."""
    told = "" if language is Language.ENGLISH else f"-{language.code}"
    return f"{name}-{form}{told}.{format_}"
