"""The formats of the record that are files of other programs: which form each takes, and its file.

The libraries are loaded when a file of theirs is made.
"""

from __future__ import annotations

from importlib.util import find_spec

from plenary_tui.exchange.outgoing.library import Written
from plenary_tui.exchange.outgoing.word_template import Template
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.views.record.facts import ConferenceRecord
from plenary_tui.views.record.forms import in_form
from plenary_tui.views.record.sheet import held_together
from plenary_tui.views.wording.tongue import ENGLISH, Tongue

LIBRARIES = {"docx": "docx", "pdf": "typst", "xlsx": "xlsxwriter"}
"""The formats, and what is imported to write each."""
FORM_OF_BOOK = "statistics"
"""The form that a workbook is of; it holds the list as well."""


class NoBook(Explained):
    """A form was asked for as a workbook that is none."""


def installed() -> tuple[str, ...]:
    """The formats whose libraries are there."""
    return tuple(one for one, library in LIBRARIES.items() if find_spec(library) is not None)


def takes(format_: str, form: str) -> bool:
    """Whether there is a form in a format; a workbook is of figures."""
    return format_ != "xlsx" or form == FORM_OF_BOOK


def office_file(
    record: ConferenceRecord,
    form: str,
    format_: str,
    template: Template | None = None,
    tongue: Tongue = ENGLISH,
) -> Written:
    """A form of the record in a format.

    Args:
        template: the office's own Word file.

    Raises `NoBook`, `NoLibrary`, `BadTemplate` and `NotTypeset`.
    """
    if not takes(format_, form):
        raise NoBook(
            f"There is no workbook of the {form}.",
            f"xlsx is of the {FORM_OF_BOOK}, and holds the list as well: --form {FORM_OF_BOOK}.",
        )
    match format_:
        case "docx":
            from plenary_tui.exchange.outgoing.word_file import word_file

            return Written(word_file(held_together(in_form(record, form, tongue)), template))
        case "pdf":
            from plenary_tui.exchange.outgoing.typeset import typeset

            return typeset(held_together(in_form(record, form, tongue)))
        case "xlsx":
            from plenary_tui.exchange.outgoing.figures_book import figures_book

            return Written(figures_book(record, tongue))
        case _:
            raise AssertionError(f"no format {format_}")
