"""A vote is corrected after the event: nothing is undone, and the journal has both (row 34)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Remedy
from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.proceedings import Decision, Tally
from plenary_tui.procedure.state.vocabulary import Language, Outcome
from tests.chamber import Chamber

DRAFTS = (
    Document("On cooperation", "L.4", item="2", languages=tuple(Language), status="published"),
    Document("On fraud", "L.5", item="2", languages=tuple(Language), status="published"),
)


@pytest.fixture
def chamber() -> Chamber:
    """L.4 was adopted by 4 to 2, and then L.5 without a vote."""
    chamber = Chamber(documents=DRAFTS)
    chamber.open_floor("2")
    chamber.do("count-present", present=7)
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", in_favour=4, against=2, abstaining=0)
    chamber.do("take-up-document", document="L.5")
    chamber.do("adopt-document")
    return chamber


def voted(chamber: Chamber) -> Decision:
    return chamber.conference.decisions[0]


def test_row_34_a_tally_is_corrected_without_undoing_what_came_after(chamber: Chamber) -> None:
    before = chamber.conference
    (corrected,) = chamber.do("correct-vote", document="L.4", in_favour=5, against=2, reason="slip")
    assert corrected.sentence(before) == (
        "The vote on L.4 was corrected from 4 in favour, 2 against, 0 abstaining to 5 in favour, "
        "2 against, 0 abstaining (slip)."
    )
    assert voted(chamber).vote == Tally(5, 2, 0)
    assert [kept.was for kept in voted(chamber).corrections] == [Tally(4, 2, 0)]
    assert len(chamber.conference.decisions) == 2
    assert chamber.replayed() == chamber.conference
    chamber.do("undo")
    assert chamber.conference.decisions == before.decisions


def test_row_34_another_outcome_is_confirmed(chamber: Chamber) -> None:
    refusal = chamber.refused("correct-vote", in_favour=2, against=4)
    assert refusal.remedy is Remedy.CONFIRM and "is rejected" in refusal.why
    before = chamber.conference
    (corrected,) = chamber.do("correct-vote", in_favour=2, against=4, confirm=True)
    assert corrected.sentence(before).endswith("; L.4 is rejected.")
    assert voted(chamber).outcome is Outcome.REJECTED


def test_row_34_who_voted_how_may_be_added_later(chamber: Chamber) -> None:
    before = chamber.conference
    (corrected,) = chamber.do(
        "correct-vote", voted_for="Niger, Nigeria, Guinea, EU", opposed="Türkiye, GBR"
    )
    assert corrected.sentence(before) == "Who voted how on L.4 was recorded by name."
    vote = voted(chamber).vote
    assert vote is not None and vote.recorded
    assert vote.names_against == ("TUR", "GBR")


def test_row_34_only_a_vote_is_corrected(chamber: Chamber) -> None:
    assert "was not put to the vote" in chamber.refused("correct-vote", document="L.5").why
    assert "no numbers" in chamber.refused("correct-vote").why
    assert "would change" in chamber.refused("correct-vote", in_favour=4, against=2).why
    empty = Chamber(documents=DRAFTS)
    assert empty.refused("correct-vote", in_favour=1).why == "No draft was put to the vote."


def test_row_34_names_are_not_lost_unseen(chamber: Chamber) -> None:
    chamber.do("correct-vote", voted_for="Niger, Nigeria, Guinea, EU", opposed="TUR, GBR")
    refusal = chamber.refused("correct-vote", document="L.4", in_favour=5, against=2)
    assert refusal.remedy is Remedy.CONFIRM and "take the names away" in refusal.why
    chamber.do("correct-vote", document="L.4", in_favour=5, against=2, confirm=True)
    assert voted(chamber).vote == Tally(5, 2, 0)
