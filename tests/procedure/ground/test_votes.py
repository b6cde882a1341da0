"""A tally as it is given: whole, and no more votes than there are parties (row 34)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.proceedings import Tally
from plenary_tui.procedure.state.vocabulary import Language
from tests.chamber import Chamber

DRAFTS = (
    Document("On cooperation", "L.4", item="2", languages=tuple(Language), status="published"),
    Document("On cooperation", "L.5", item="2", languages=tuple(Language), status="published"),
    Document("On fraud", "L.6", item="2(a)", languages=(Language.ENGLISH,)),
    Document("A decision", kind="decision", languages=tuple(Language), status="published"),
)


@pytest.fixture
def chamber() -> Chamber:
    """Item 2 is considered; L.4 and L.5 come under it and are published."""
    chamber = Chamber(documents=DRAFTS)
    chamber.open_floor("2")
    return chamber


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, "The vote has no numbers"),
        ({"in_favour": 8, "against": 1}, "only 8 parties are registered"),
        ({"in_favour": -1, "against": 8}, "is negative"),
        ({"in_favour": 0, "against": 0, "abstaining": 8}, "Nobody voted"),
        ({"in_favour": 5}, "The number of votes against is missing"),
        ({"against": 5, "abstaining": 1}, "The number of votes in favour is missing"),
    ],
)
def test_row_34_a_vote_that_cannot_be_right_is_refused(
    chamber: Chamber, fields: dict[str, int], why: str
) -> None:
    chamber.do("take-up-document", document="L.4")
    assert why in chamber.refused("vote-document", **fields).why


def voted(chamber: Chamber, **fields: object) -> Tally:
    """What is recorded of a vote on L.4."""
    chamber.do("take-up-document", document="L.4")
    chamber.do("count-present", present=7)
    chamber.do("vote-document", **fields)
    vote = chamber.conference.decisions[-1].vote
    assert vote is not None
    return vote


def test_row_34_a_vote_by_name_counts_itself(chamber: Chamber) -> None:
    vote = voted(chamber, voted_for="Niger, nga, Guinea, EU", opposed="Türkiye", abstained="GBR")
    assert (vote.in_favour, vote.against, vote.abstaining) == (4, 1, 1)
    assert vote.names_for == ("NER", "NGA", "GIN", "EU") and vote.names_abstaining == ("GBR",)
    assert chamber.replayed() == chamber.conference


def test_row_34_names_may_stand_where_numbers_do(chamber: Chamber) -> None:
    vote = voted(chamber, **{"for": "Niger, Nigeria, Guinea", "against": "TUR, GBR"})
    assert vote.names_for == ("NER", "NGA", "GIN") and vote.names_against == ("TUR", "GBR")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (
            {"in_favour": 5, "voted_for": "Niger, Nigeria", "opposed": "Guinea"},
            "5 were counted in favour, and 2 are named.",
        ),
        (
            {"in_favour": 2, "against": 3, "voted_for": "Niger, Nigeria", "opposed": "Guinea"},
            "3 were counted against, and 1 is named.",
        ),
        (
            {"voted_for": "Niger", "opposed": "Niger, Guinea"},
            "Niger is named in favour and against.",
        ),
        ({"voted_for": "Iran"}, "Only parties vote"),
        ({"voted_for": "Sample Watch"}, "Only parties vote"),
        ({"voted_for": "Iran, Niger, Sample Watch"}, "Also refused: Sample Watch."),
        ({"voted_for": "Palau"}, "Palau is not registered"),
        ({"voted_for": "Atlantis"}, "Atlantis"),
        ({"abstained": "Niger"}, "Nobody voted in favour or against"),
    ],
)
def test_row_34_names_are_checked_against_the_count(
    chamber: Chamber, fields: dict[str, object], why: str
) -> None:
    chamber.do("take-up-document", document="L.4")
    assert why in chamber.refused("vote-document", **fields).why


def test_row_33_a_motion_is_voted_on_by_name_too(chamber: Chamber) -> None:
    chamber.do("move-motion", motion="close-debate", delegation="Niger")
    chamber.do("count-present", present=7)
    chamber.do("decide-motion", voted_for="Niger, Guinea", opposed="Türkiye")
    vote = chamber.conference.outcomes[-1].vote
    assert vote == Tally(2, 1, 0, ("NER", "GIN"), ("TUR",))
