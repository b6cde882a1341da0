"""Forms and formats: every form in each of them, JSON with the whole record."""

from __future__ import annotations

import json

import msgspec
import pytest

from plenary_tui.commands.going_out import RECORD_FORMATS, RECORD_FORMS
from plenary_tui.views.record.facts import ConferenceRecord
from plenary_tui.views.record.forms import FORMATS, FORMS, PROSE, NoTable, written
from tests.views.record.recorded import record_of, spoken_on


def test_the_command_line_names_those_that_there_are() -> None:
    assert (*FORMS, "all") == RECORD_FORMS and RECORD_FORMATS == FORMATS


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_form_in_every_format_twice_the_same(form: str, format_: str) -> None:
    record = record_of(spoken_on("1(f)", "Nigeria"))
    if format_ == "csv" and form in PROSE:
        with pytest.raises(NoTable, match="is prose and has no table"):
            written(record, form, format_)
        return
    text = written(record, form, format_)
    assert text == written(record, form, format_) and text.endswith("\n")


def test_json_has_the_form_in_its_parts_and_the_record_as_data() -> None:
    record = record_of(spoken_on("1(f)", "Nigeria"))
    found = json.loads(written(record, "report", "json"))
    assert (found["schema"], found["form"], found["draft"]) == (1, "report", True)
    assert found["blocks"][0] == {
        "block": "heading",
        "text": "Item 1(f). General discussion",
        "level": 1,
    }
    assert msgspec.convert(found["record"], ConferenceRecord) == record
