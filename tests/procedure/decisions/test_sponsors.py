"""Who sponsors a draft: they join live and leave again, the last one withdraws it (row 3)."""

from __future__ import annotations

from datetime import date

import pytest

from plenary_tui.procedure.ground.drafts import find_document
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


def test_row_03_an_unregistered_party_sponsors_nothing(chamber: Chamber) -> None:
    refusal = chamber.refused("add-sponsor", document="L.4", delegation="Palau")
    assert "is not registered" in refusal.why and "register" in refusal.instead


def test_row_03_sponsors_join_live_and_leave_again(chamber: Chamber) -> None:
    assert said(chamber, "add-sponsor", document="L.4", delegation="Niger") == (
        "Niger joined the sponsors of L.4."
    )
    chamber.do("add-sponsor", document="L.4", delegation="Guinea")
    assert (
        "sponsors L.4 already"
        in chamber.refused("add-sponsor", document="L.4", delegation="Niger").why
    )
    chamber.do("remove-sponsor", document="L.4", delegation="Niger")
    assert document(chamber, "L.4").sponsors == ("GIN",)
    assert (
        "does not sponsor"
        in chamber.refused("remove-sponsor", document="L.4", delegation="Niger").why
    )
    chamber.do("undo")
    assert document(chamber, "L.4").sponsors == ("NER", "GIN")


def test_row_03_the_last_sponsor_withdraws_the_draft_instead(chamber: Chamber) -> None:
    chamber.do("table-document", title="On fraud", sponsor="Niger", symbol="L.9")
    refusal = chamber.refused("remove-sponsor", document="L.9", delegation="Niger")
    assert "only sponsor" in refusal.why and "withdraw-document" in refusal.instead


def test_row_03_several_sponsors_join_and_leave_in_one_act(chamber: Chamber) -> None:
    chamber.do("add-sponsor", document="L.4", delegation="Niger, Guinea, Türkiye")
    assert document(chamber, "L.4").sponsors == ("NER", "GIN", "TUR")
    refusal = chamber.refused("add-sponsor", document="L.4", delegation="Nigeria, Sample Watch")
    assert "Only parties and signatories" in refusal.why
    refusal = chamber.refused(
        "add-sponsor", document="L.4", delegation="Niger, Nigeria, Türkiye, Guinea"
    )
    assert refusal.why == "Niger sponsors L.4 already. Also refused: Türkiye, Guinea."
    refusal = chamber.refused("add-sponsor", document="L.4", delegation="Sample Watch, INTERPOL")
    assert refusal.why.endswith(
        "takes part as an NGO. Also refused: International Criminal Police Organization."
    )
    refusal = chamber.refused("remove-sponsor", document="L.4", delegation="Nigeria, GIN, Iran")
    assert refusal.why == "Nigeria does not sponsor L.4. Also refused: Iran (Islamic Republic of)."
    assert (
        "sponsors L.4 already"
        in chamber.refused("add-sponsor", document="L.4", delegation="Nigeria, Guinea").why
    )
    chamber.do("remove-sponsor", document="L.4", delegation="GIN, NER")
    assert document(chamber, "L.4").sponsors == ("TUR",)
    chamber.do("undo")
    assert document(chamber, "L.4").sponsors == ("NER", "GIN", "TUR")


def test_row_03_several_table_a_draft_and_do_not_all_leave(chamber: Chamber) -> None:
    words = said(chamber, "table-document", title="On arms", sponsor="Niger, Türkiye")
    assert words.startswith("Draft resolution 4 (On arms) was tabled by Niger, Türkiye")
    refusal = chamber.refused("remove-sponsor", document="4", delegation="Niger, Türkiye")
    assert refusal.why == "These are all sponsors of draft resolution 4."
