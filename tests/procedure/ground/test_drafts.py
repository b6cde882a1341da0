"""What a draft is called, which one a text names, and whether it came late (rows 6 and 7)."""

from __future__ import annotations

from datetime import date

import pytest

from plenary_tui.procedure.ground.drafts import find_document, is_late, label_of
from plenary_tui.procedure.state.conference import Document
from tests.chamber import Chamber

COOPERATION = "Implementation of the provisions on international cooperation"


DRAFTS = (
    Document(COOPERATION, "L.4", submitter="Co-Chairs of the Working Group", item="2"),
    Document(COOPERATION, "L.5", submitter="Co-Chairs of the other Working Group", item="2(a)"),
    Document("Draft decision, symbol not known", kind="decision", tabled=date(2024, 9, 30)),
)


@pytest.fixture
def chamber() -> Chamber:
    """Three drafts came with the pack: two of one title, and one without a symbol."""
    return Chamber(documents=DRAFTS)


def document(chamber: Chamber, name: str) -> Document:
    return find_document(chamber.conference, name)


def said(chamber: Chamber, act: str, **fields: object) -> str:
    before = chamber.conference
    return chamber.do(act, **fields)[-1].sentence(before)


def test_row_06_two_drafts_of_one_title_never_merge(chamber: Chamber) -> None:
    chamber.do("add-sponsor", document="L.5", delegation="Niger")
    assert document(chamber, "L.4").sponsors == ()
    assert document(chamber, "l5").sponsors == ("NER",)
    assert document(chamber, "L.4").submitter != document(chamber, "L.5").submitter


def test_row_06_a_draft_without_a_symbol_goes_by_its_number(chamber: Chamber) -> None:
    third = document(chamber, "3")
    assert (third.symbol, label_of(third)) == (None, "draft decision 3")
    assert said(chamber, "correct-document", document="3", symbol="L.8", item="2") == (
        "Draft decision 3 was corrected: symbol L.8, item 2."
    )
    assert document(chamber, "L.8").number == document(chamber, "3").number == 3


@pytest.mark.parametrize(("day", "late"), [("2024-09-30", False), ("2024-10-01", True), ("", True)])
def test_row_07_a_draft_tabled_after_the_deadline_is_flagged(
    chamber: Chamber, day: str, late: bool
) -> None:
    words = said(chamber, "table-document", title="On fraud", sponsor="Niger", tabled=day)
    assert ("after the deadline of Monday 30 September 2024" in words) is late
    assert is_late(chamber.conference, document(chamber, "4")) is late
    for name in ("1", "2", "3"):
        assert not is_late(chamber.conference, document(chamber, name))
