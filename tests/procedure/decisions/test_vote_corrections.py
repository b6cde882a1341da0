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


def test_row_34_names_that_do_not_come_to_the_count_are_confirmed(chamber: Chamber) -> None:
    refusal = chamber.refused("correct-vote", voted_for="Niger, Nigeria, Guinea", opposed="TUR")
    assert refusal.remedy is Remedy.CONFIRM
    assert refusal.why == "4 were counted in favour on L.4, and 3 are named."
    refusal = chamber.refused("correct-vote", voted_for="Niger, Nigeria, Guinea, EU", opposed="TUR")
    assert refusal.why == "2 were counted against on L.4, and 1 is named."
    names = {"voted_for": "Niger, Nigeria, Guinea", "opposed": "TUR"}
    chamber.do("correct-vote", **names, in_favour=3, against=1)
    chamber.do("undo")
    chamber.do("correct-vote", **names, confirm=True)
    vote = voted(chamber).vote
    assert vote is not None and (vote.in_favour, vote.against) == (3, 1)


def test_row_34_only_a_vote_is_corrected(chamber: Chamber) -> None:
    assert "was not put to the vote" in chamber.refused("correct-vote", document="L.5").why
    assert "Nothing was given" in chamber.refused("correct-vote").why
    assert "would change" in chamber.refused("correct-vote", in_favour=4, against=2).why
    empty = Chamber(documents=DRAFTS)
    assert empty.refused("correct-vote", in_favour=1).why == "No draft was put to the vote."


def test_row_34_names_are_not_lost_unseen(chamber: Chamber) -> None:
    chamber.do("correct-vote", voted_for="Niger, Nigeria, Guinea, EU", opposed="TUR, GBR")
    refusal = chamber.refused("correct-vote", document="L.4", in_favour=5, against=2)
    assert refusal.remedy is Remedy.CONFIRM and "take the names away" in refusal.why
    chamber.do("correct-vote", document="L.4", in_favour=5, against=2, confirm=True)
    assert voted(chamber).vote == Tally(5, 2, 0)


def test_row_34_only_those_who_are_named_voted_otherwise(chamber: Chamber) -> None:
    chamber.do("correct-vote", voted_for="Niger, Nigeria, Guinea, EU", opposed="TUR, GBR")
    refusal = chamber.refused("correct-vote", opposed="Guinea")
    assert refusal.remedy is Remedy.CONFIRM and "L.4 is rejected" in refusal.why
    chamber.do("correct-vote", opposed="Guinea", confirm=True)
    vote = voted(chamber).vote
    assert vote == Tally(3, 3, 0, ("NER", "NGA", "EU"), ("TUR", "GBR", "GIN"))


def test_row_34_who_did_not_vote_after_all_is_on_no_side(chamber: Chamber) -> None:
    refusal = chamber.refused("correct-vote", did_not_vote="Niger")
    assert refusal.why == "It is not recorded who voted how on L.4."
    chamber.do("correct-vote", voted_for="Niger, Nigeria, Guinea, EU", opposed="TUR, GBR")
    refusal = chamber.refused("correct-vote", did_not_vote="TUR", against=2)
    assert refusal.why == "2 were counted against, and 1 is named."
    chamber.do("correct-vote", did_not_vote="TUR", abstained="EU")
    vote = voted(chamber).vote
    assert vote is not None and vote.by_name == (("NER", "NGA", "GIN"), ("GBR",), ("EU",))
    assert chamber.refused("correct-vote", document="L.4").why == (
        "Nothing was given that would correct the vote on L.4."
    )


CLOSE = "close-debate"


def moved(in_favour: int, against: int) -> Chamber:
    """Türkiye moved to close the debate, which was put to the vote."""
    chamber = Chamber(documents=DRAFTS)
    chamber.open_floor("2")
    chamber.do("count-present", present=7)
    chamber.do("move-motion", motion=CLOSE, delegation="Türkiye")
    chamber.do("decide-motion", in_favour=in_favour, against=against)
    return chamber


@pytest.mark.parametrize("named", [CLOSE, "close the debate", "Türkiye", "#1"])
def test_row_33_the_vote_on_a_motion_is_corrected_as_one_on_a_draft(named: str) -> None:
    chamber = moved(2, 4)
    before = chamber.conference
    (corrected,) = chamber.do("correct-vote", motion=named, in_favour=1, against=5, reason="slip")
    assert corrected.sentence(before) == (
        "The vote on the motion of Türkiye to close the debate on item 2 was corrected from "
        "2 in favour, 4 against, 0 abstaining to 1 in favour, 5 against, 0 abstaining (slip)."
    )
    (outcome,) = chamber.conference.outcomes
    assert (outcome.vote, outcome.carried) == (Tally(1, 5), False)
    assert [kept.was for kept in outcome.corrections] == [Tally(2, 4)]
    assert chamber.replayed() == chamber.conference
    chamber.do("undo")
    assert chamber.conference.outcomes == before.outcomes


def test_row_33_another_outcome_of_a_motion_is_confirmed_and_does_nothing_more() -> None:
    chamber = moved(4, 2)
    item = chamber.conference.current_item
    refusal = chamber.refused("correct-vote", motion=CLOSE, in_favour=2, against=4)
    assert refusal.remedy is Remedy.CONFIRM and "and what it did stands" in refusal.why
    before = chamber.conference
    (corrected,) = chamber.do("correct-vote", motion=CLOSE, in_favour=2, against=4, confirm=True)
    assert corrected.sentence(before).endswith("; it is rejected.")
    assert not chamber.conference.outcomes[0].carried and chamber.conference.current_item == item
    (by_name,) = chamber.do(
        "correct-vote", motion="#1", voted_for="NER, NGA", opposed="TUR, GIN, EU, CIV"
    )
    assert by_name.sentence(chamber.conference).startswith("Who voted how on the motion of Türk")


def test_row_26_the_vote_on_an_appeal_is_corrected() -> None:
    chamber = Chamber(documents=DRAFTS)
    chamber.open_floor("2")
    chamber.do("raise-point", delegation="Türkiye")
    chamber.do("rule-point", ruling="Not upheld", appeal="Türkiye", in_favour=2, against=4)
    before = chamber.conference
    refusal = chamber.refused("correct-vote", appeal="Türkiye", in_favour=4, against=2)
    assert refusal.remedy is Remedy.CONFIRM and "the ruling is overturned" in refusal.why
    (corrected,) = chamber.do("correct-vote", appeal="#1", in_favour=4, against=2, confirm=True)
    assert corrected.sentence(before) == (
        "The vote on the appeal of Türkiye was corrected from 2 in favour, 4 against, "
        "0 abstaining to 4 in favour, 2 against, 0 abstaining; the ruling is overturned."
    )
    (ruling,) = chamber.conference.rulings
    assert ruling.appeal is not None and ruling.appeal.overturns
    assert [kept.was for kept in ruling.corrections] == [Tally(2, 4)]
    assert chamber.replayed() == chamber.conference


def test_row_33_what_was_not_voted_on_is_not_corrected() -> None:
    chamber = moved(4, 2)
    numbers = {"in_favour": 1, "against": 2}
    for field in ("motion", "appeal"):
        for named in ("#7", "Niger"):
            refusal = chamber.refused("correct-vote", **{field: named}, **numbers)
            assert "was put to the vote" in refusal.why
    assert chamber.refused("correct-vote", motion="adjourn-debate", **numbers).instead.startswith(
        "Name what was moved"
    )
    assert "one of a" not in chamber.refused("correct-vote", motion=CLOSE, appeal="TUR").why
    assert (
        "One vote is corrected at a time"
        in chamber.refused("correct-vote", motion=CLOSE, appeal="TUR", **numbers).why
    )
    assert "Name the motion" in chamber.refused("correct-vote", **numbers).instead


def test_row_34_a_number_that_is_not_given_stays_as_it_was(chamber: Chamber) -> None:
    chamber.do("correct-vote", abstaining=1)
    assert voted(chamber).vote == Tally(4, 2, 1)
    chamber.do("correct-vote", in_favour=5, against=1)
    assert voted(chamber).vote == Tally(5, 1, 1)
    chamber.do("correct-vote", abstaining=0)
    assert voted(chamber).vote == Tally(5, 1, 0)
    assert "Nothing was given" in chamber.refused("correct-vote", reason="slip").why


def test_row_34_names_that_change_sides_are_named_where_the_numbers_stay(chamber: Chamber) -> None:
    chamber.do("correct-vote", voted_for="Niger, Nigeria, Guinea, EU", opposed="Türkiye, GBR")
    before = chamber.conference
    (swapped,) = chamber.do("correct-vote", voted_for="TUR", opposed="NER", reason="they asked")
    assert swapped.sentence(before) == (
        "Who voted how on L.4 was corrected: Niger, Türkiye (they asked)."
    )
    before = chamber.conference
    (taken,) = chamber.do("correct-vote", in_favour=4, against=2, confirm=True)
    assert taken.sentence(before) == "Who voted how on L.4 is recorded no more."
