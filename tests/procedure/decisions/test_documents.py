"""Drafts: who tables them, when, in which languages, and with which sponsors (rows 3, 6-8)."""

from __future__ import annotations

from datetime import date

import pytest

from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.drafts import find_document, is_late, label_of, sponsor_names
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


@pytest.mark.parametrize(("day", "late"), [("2024-09-30", False), ("2024-10-01", True), ("", True)])
def test_row_07_a_draft_tabled_after_the_deadline_is_flagged(
    chamber: Chamber, day: str, late: bool
) -> None:
    words = said(chamber, "table-document", title="On fraud", sponsor="Niger", tabled=day)
    assert ("after the deadline of Monday 30 September 2024" in words) is late
    assert is_late(chamber.conference, document(chamber, "4")) is late
    for name in ("1", "2", "3"):
        assert not is_late(chamber.conference, document(chamber, name))


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
