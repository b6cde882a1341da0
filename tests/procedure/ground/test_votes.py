"""A tally as it is given: whole, and no more votes than there are parties (row 34)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.conference import Document
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
