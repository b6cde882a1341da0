"""Formats of office programs: which form each takes, and whether its library is there."""

from __future__ import annotations

import io
import random
import subprocess
import sys

import docx
import pytest
from python_calamine import CalamineWorkbook

from plenary_tui.commands.going_out import OFFICE_FORMATS
from plenary_tui.exchange.outgoing import office_formats
from plenary_tui.exchange.outgoing.office_formats import (
    FORM_OF_BOOK,
    LIBRARIES,
    NoBook,
    installed,
    office_file,
    takes,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.record.forms import FORMS
from tests.exchange.outgoing.samples import many_writings


def test_the_command_line_names_those_that_there_are() -> None:
    assert tuple(LIBRARIES) == OFFICE_FORMATS == installed()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("format_", OFFICE_FORMATS)
def test_every_form_that_a_format_takes(form: str, format_: str) -> None:
    if takes(format_, form):
        assert office_file(many_writings(), form, format_).content
        return
    with pytest.raises(
        NoBook, match=f"There is no workbook of the {form}. xlsx is of the statistics"
    ):
        office_file(many_writings(), form, format_)


def test_what_is_not_installed_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(office_formats.LIBRARIES, "pdf", "no_library_of_this_name")
    assert "pdf" not in installed()


def test_no_library_is_loaded_before_a_file_is_made() -> None:
    code = "import sys, plenary_tui.exchange.outgoing.office_formats as o; o.installed(); " + (
        "sys.exit(bool({'docx', 'typst', 'xlsxwriter', 'lxml'} & set(sys.modules)))"
    )
    assert subprocess.run((sys.executable, "-c", code)).returncode == 0


SIGNS = (
    *range(0x250),
    *range(0x590, 0x700),
    *range(0x2000, 0x2070),
    *(0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFEFF, 0xFFFE, 0xFFFF, 0x1F600, 0x4E00, 0x10FFFF),
)


@pytest.mark.parametrize("seed", range(6))
def test_no_text_whatever_is_in_it_stops_a_file(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chr(chance.choice(SIGNS)) for _ in range(40))
    record = many_writings()
    statements = tuple(
        replace(one, **{"speaker": text, "group": text}) for one in record.statements
    )
    record = replace(record, **{"conference": text, "statements": statements})
    for format_ in OFFICE_FORMATS:
        made = office_file(record, FORM_OF_BOOK, format_).content
        assert made == office_file(record, FORM_OF_BOOK, format_).content
    word = office_file(record, "list", "docx").content
    assert docx.Document(io.BytesIO(word)).tables[0].rows[1].cells[6].text
    made = office_file(record, FORM_OF_BOOK, "xlsx").content
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    assert book.get_sheet_by_name("Statements").to_python()
