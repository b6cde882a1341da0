"""A draft is edited, translated into the six languages, published (row 8)."""

from __future__ import annotations

from datetime import date

import pytest

from plenary_tui.procedure.ground.drafts import find_document
from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.vocabulary import Language
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


def test_row_08_published_needs_all_six_languages(chamber: Chamber) -> None:
    assert "was not edited yet" in chamber.refused("publish-document", document="L.4").why
    chamber.do("mark-edited", document="L.4")
    for language in Language:
        refusal = chamber.refused("publish-document", document="L.4")
        assert language.value in refusal.why
        chamber.do("mark-translated", document="L.4", language=language)
    assert said(chamber, "publish-document", document="L.4") == "L.4 is published."
    assert document(chamber, "L.4").languages == tuple(Language)
    assert document(chamber, "L.5").status == "tabled"


def test_row_08_a_tick_is_taken_off_only_before_it_is_published(chamber: Chamber) -> None:
    chamber.do("mark-edited", document="L.4")
    for language in Language:
        chamber.do("mark-translated", document="L.4", language=language)
    assert "already" in chamber.refused("mark-translated", document="L.4", language="fr").why
    chamber.do("mark-translated", document="L.4", language="fr", off=True)
    assert Language.FRENCH not in document(chamber, "L.4").languages
    chamber.do("mark-translated", document="L.4", language="fr")
    chamber.do("publish-document", document="L.4")
    for act in ("publish-document", "mark-edited"):
        assert "is published already" in chamber.refused(act, document="L.4").why
    refusal = chamber.refused("mark-translated", document="L.4", language="fr", off=True)
    assert "all six official languages" in refusal.why and "undo" in refusal.instead
