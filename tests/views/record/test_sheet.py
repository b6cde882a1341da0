"""A form of the record before it is written in a format."""

from __future__ import annotations

import re

import pytest

from plenary_tui.exchange.outgoing.archive import members
from plenary_tui.exchange.outgoing.office_formats import office_file
from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.forms import FORMS, in_form, written
from plenary_tui.views.record.sheet import held_together
from tests.views.record.recorded import record_of, spoken_on

FRENCH, SPANISH = tongue_of(Language.FRENCH), tongue_of(Language.SPANISH)
PARTED = re.compile("« | [:;!?»]")
"""A sign from which the end of a line could part what belongs to it."""
WITHOUT_FOOT = re.compile("(?s)<footer.*|<style.*?</style>")


@pytest.mark.parametrize("form", FORMS)
def test_in_french_no_sign_is_parted_from_its_blank(form: str) -> None:
    chamber = spoken_on("1(f)", "Nigeria", on_behalf_of="the African Group")
    chamber.do("correct-statement", speaker="Ms. B")
    record = record_of(chamber)
    text = written(record, form, "txt", FRENCH)
    page = WITHOUT_FOOT.sub("", written(record, form, "html", FRENCH))
    word = members(office_file(record, form, "docx", tongue=FRENCH).content)
    document = word["word/document.xml"].decode()
    assert PARTED.search(text) and not PARTED.search(page) and not PARTED.search(document)
    assert "\u00a0:" in page and "\u00a0:" in document


def test_other_languages_are_as_they_are() -> None:
    sheet = in_form(record_of(spoken_on("1(f)", "Nigeria")), "report", SPANISH)
    assert held_together(sheet) is sheet
