"""What is typed is read by the words that the rules know (rows 13 and 36)."""

from __future__ import annotations

import pytest

from plenary_tui.actions.typed import WrongUsage, read_line
from plenary_tui.procedure.state.vocabulary import Language


def test_row_13_there_is_no_question_to_a_speaker() -> None:
    with pytest.raises(WrongUsage, match="is not one of"):
        read_line("give-floor --to question")


def test_row_36_a_seventh_language_is_refused_naming_the_six() -> None:
    with pytest.raises(WrongUsage) as wrong:
        read_line("inscribe Niger --language German")
    for language in Language:
        assert str(language) in str(wrong.value)
