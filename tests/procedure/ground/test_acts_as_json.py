"""An act that was written as JSON is read as it was typed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.ground.acts_as_json import act_as_json, act_of_json
from plenary_tui.procedure.speakers.editing import Edit
from plenary_tui.procedure.speakers.inscription import Inscribe
from plenary_tui.procedure.state.vocabulary import Language
from tests.chamber import command_of


def test_a_field_that_takes_a_word_or_nothing_is_told_from_text() -> None:
    for language in ("", "French", None):
        command = command_of("edit", entry="#3", language=language)
        assert act_of_json(Edit, act_as_json(command)) == command
    assert act_of_json(Edit, '{"language":"French"}').language is Language.FRENCH


def test_a_length_is_read_as_json_writes_it() -> None:
    command = command_of("inscribe", delegation="NER", media_length="2:30")
    assert act_of_json(Inscribe, act_as_json(command)).media_length == timedelta(seconds=150)


def test_what_an_act_has_no_field_for_is_left_out_and_what_it_lacks_is_an_error() -> None:
    assert act_of_json(Inscribe, '{"delegation":"NER","shoes":"red"}').delegation == "NER"
    for wrong in ("{}", '{"delegation":3}', '{"delegation":', "[]"):
        with pytest.raises(ValueError):
            act_of_json(Inscribe, wrong)
