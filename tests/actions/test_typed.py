"""What is typed is read by the words that the rules know (rows 13 and 36)."""

from __future__ import annotations

import pytest

from plenary_tui.actions.typed import WrongUsage, read_line, read_words
from plenary_tui.procedure.decisions.adoption import VoteDocument
from plenary_tui.procedure.decisions.vote_corrections import CorrectVote
from plenary_tui.procedure.floor.statement_corrections import CorrectStatement
from plenary_tui.procedure.state.vocabulary import Language


def test_row_13_there_is_no_question_to_a_speaker() -> None:
    with pytest.raises(WrongUsage, match="is not one of"):
        read_line("give-floor --to question")


def test_row_36_a_seventh_language_is_refused_naming_the_six() -> None:
    with pytest.raises(WrongUsage) as wrong:
        read_line("inscribe Niger --language German")
    for language in Language:
        assert str(language) in str(wrong.value)


def test_what_is_corrected_is_said_first() -> None:
    vote = read_words(["correct-vote", "L.4", "--for", "Niger", "--opposed", "TUR"])
    assert isinstance(vote, CorrectVote)
    assert (vote.document, vote.voted_for, vote.opposed) == ("L.4", "Niger", "TUR")
    statement = read_words(["correct-statement", "3", "--speaker", "Ada"])
    assert isinstance(statement, CorrectStatement) and statement.number == "3"


def test_names_stand_where_a_number_of_votes_may() -> None:
    vote = read_words(["vote-document", "--for", "Niger", "--against", "TUR", "--abstaining", "2"])
    assert isinstance(vote, VoteDocument)
    assert (vote.opposed, vote.against, vote.abstaining) == ("TUR", None, 2)
    with pytest.raises(WrongUsage):
        read_words(["vote-document", "--in-favour", "many"])
