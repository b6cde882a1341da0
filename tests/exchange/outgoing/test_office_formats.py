"""Formats of office programs: which form each takes, and whether its library is there."""

from __future__ import annotations

import sys

import pytest

from plenary_tui.commands.going_out import OFFICE_FORMATS
from plenary_tui.exchange.outgoing import office_formats
from plenary_tui.exchange.outgoing.office_formats import (
    LIBRARIES,
    NoBook,
    installed,
    office_file,
    takes,
)
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
    with pytest.raises(NoBook, match=f"The {form} is no workbook. xlsx is of the statistics"):
        office_file(many_writings(), form, format_)


def test_what_is_not_installed_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(office_formats.LIBRARIES, "pdf", "no_library_of_this_name")
    assert "pdf" not in installed()


def test_no_library_is_loaded_before_a_file_is_made() -> None:
    code = "import sys, plenary_tui.exchange.outgoing.office_formats as o; o.installed(); " + (
        "sys.exit(bool({'docx', 'typst', 'xlsxwriter', 'lxml'} & set(sys.modules)))"
    )
    import subprocess

    assert subprocess.run((sys.executable, "-c", code)).returncode == 0
