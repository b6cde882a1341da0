"""Drafts: who tables them, when, in which languages, and with which sponsors (rows 3, 6-8)."""

from __future__ import annotations

from datetime import date

import pytest

from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.drafts import find_document, label_of, sponsor_names
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


@pytest.mark.parametrize("delegation", ["Nigeria", "European Union", "Iran"])
def test_row_03_parties_and_signatories_table_drafts(chamber: Chamber, delegation: str) -> None:
    words = said(chamber, "table-document", title="On fraud", sponsor=delegation, symbol="L.9")
    assert words.startswith("L.9, On fraud, was tabled by ")
    assert len(document(chamber, "L.9").sponsors) == 1


@pytest.mark.parametrize(
    ("delegation", "what"),
    [
        ("Tuvalu", "an observer State"),
        ("INTERPOL", "an IGO"),
        ("Sample Watch", "an NGO"),
    ],
)
@pytest.mark.parametrize("act", ["table-document", "add-sponsor"])
def test_row_03_others_neither_table_nor_sponsor(
    chamber: Chamber, act: str, delegation: str, what: str
) -> None:
    fields = (
        {"title": "On fraud", "sponsor": delegation}
        if act == "table-document"
        else {"document": "L.4", "delegation": delegation}
    )
    refusal = chamber.refused(act, **fields)
    assert refusal.why.startswith("Only parties and signatories table and sponsor drafts")
    assert refusal.why.endswith(f"takes part as {what}.") and refusal.remedy == ""


def test_row_03_the_co_chairs_of_a_working_group_table_drafts(chamber: Chamber) -> None:
    chairs = "Co-Chairs of the Working Group on Firearms"
    assert f"tabled by {chairs}" in said(
        chamber, "table-document", title="On firearms", sponsor=chairs
    )
    assert sponsor_names(chamber.conference, document(chamber, "4")) == (chairs,)


@pytest.mark.parametrize(
    ("act", "fields", "why"),
    [
        ("table-document", {"title": "", "sponsor": "Niger"}, "needs a title"),
        ("table-document", {"title": "On", "sponsor": "Niger", "symbol": "l4"}, "of another draft"),
        ("table-document", {"title": "On", "sponsor": "Niger", "symbol": "7"}, "is not a symbol"),
        ("table-document", {"title": "On", "sponsor": "Niger", "item": "9"}, "no agenda item"),
        ("table-document", {"title": "On", "sponsor": "Niger", "tabled": "soon"}, "is not a date"),
        (
            "table-document",
            {"title": "On", "sponsor": "Niger", "tabled": "2024-10-15"},
            "is still to come",
        ),
        ("correct-document", {"document": "L.4"}, "Nothing of it would change"),
        ("correct-document", {"document": "L.4", "symbol": "L.5"}, "of another draft"),
        ("revise-document", {"document": "L.77"}, "There is no draft “L.77”"),
        ("revise-document", {}, "No draft is before the meeting"),
    ],
)
def test_row_06_what_cannot_be_recorded_of_a_draft_is_refused(
    chamber: Chamber, act: str, fields: dict[str, object], why: str
) -> None:
    assert why in chamber.refused(act, **fields).why


def test_row_06_a_revision_keeps_its_sponsors_and_is_translated_anew(chamber: Chamber) -> None:
    chamber.do("add-sponsor", document="L.4", delegation="Niger")
    chamber.do("mark-translated", document="L.4", language="fr")
    chamber.do("mark-edited", document="L.4")
    assert said(chamber, "revise-document", document="L.4") == (
        "L.4 was revised: Rev.1, to be edited and translated."
    )
    revised = document(chamber, "L.4/Rev.1")
    assert (revised.number, revised.sponsors) == (1, ("NER",))
    assert (revised.status, revised.languages) == ("tabled", ())
    assert label_of(document(chamber, "L.4")) == "L.4/Rev.1"


def test_drafts_survive_a_restart_and_bear_numbers_of_their_own(chamber: Chamber) -> None:
    chamber.do("table-document", title="On fraud", sponsor="Niger")
    chamber.do("add-sponsor", document="4", delegation="Guinea")
    assert chamber.replayed() == chamber.conference
    assert [one.number for one in chamber.conference.documents] == [1, 2, 3, 4]
    assert "table-document" in ACTS


def test_row_07_a_day_of_tabling_that_is_none_is_refused(chamber: Chamber) -> None:
    fields = {"title": "On fraud", "sponsor": "NGA", "symbol": "L.9"}
    refusal = chamber.refused("table-document", **fields, tabled="soon")
    assert "soon" in refusal.why and refusal.instead
    chamber.do("table-document", **fields, tabled="2024-09-30")
    assert chamber.conference.documents[-1].tabled is not None
