"""Drafts, decisions and votes on paper in other languages: what the English page has."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.drafts import printed_votes
from plenary_tui.views.drafts_in import decisions_in, votes_in
from plenary_tui.views.record.plain_text import width_of
from tests.chamber import Chamber

OTHERS = [one for one in Language if one is not Language.ENGLISH]
FRENCH = tongue_of(Language.FRENCH)
DRAFTS = (
    Document("On cooperation", "L.4", item="2", languages=tuple(Language), status="published"),
    Document("On trees", item="2", languages=(Language.ENGLISH,), number=2),
)


@pytest.fixture
def chamber() -> Chamber:
    """Item 2 is considered, and L.4 was voted on by name."""
    chamber = Chamber(documents=DRAFTS)
    chamber.open_floor("2")
    chamber.do("take-up-document", document="L.4")
    chamber.do(
        "vote-document",
        in_favour=2,
        against=1,
        abstaining=0,
        override="said",
        opposed="Nigeria",
        **{"for": "Niger, Guinea"},
    )
    return chamber


def test_a_vote_has_its_numbers_and_names(chamber: Chamber) -> None:
    text = votes_in(chamber.conference, chamber.clock.now(), FRENCH)
    assert "enregistré (pour : 2 ; contre : 1 ; abstentions : 0)" in " ".join(text.split())
    assert "  Pour (2) : Guinée, Niger\n  Contre (1) : Nigeria\n  Abstentions (0) : néant" in text


def test_a_corrected_vote_says_what_it_was(chamber: Chamber) -> None:
    chamber.do("correct-vote", document="L.4", in_favour=3, against=1, abstaining=0, confirm=True)
    text = votes_in(chamber.conference, chamber.clock.now(), FRENCH)
    assert "Corrigé par la suite. Avant : adopté par vote" in " ".join(text.split())


def test_drafts_say_how_they_stand_and_what_lacks(chamber: Chamber) -> None:
    text = decisions_in(chamber.conference, chamber.clock.now(), FRENCH)
    assert "Projet de résolution 2, « On trees »" in text  # what it is named by in an act
    assert "Langues manquantes : arabe, chinois, français, russe, espagnol." in text
    assert "Dans les six langues." in text and "État : déposé." in text
    assert "Pas de date de dépôt." in text


@pytest.mark.parametrize("language", OTHERS)
def test_no_line_is_wider_than_a_page(language: Language, chamber: Chamber) -> None:
    for made in (decisions_in, votes_in):
        text = made(chamber.conference, chamber.clock.now(), tongue_of(language))
        assert max(map(width_of, text.splitlines())) <= 80


def test_nothing_was_voted_on_or_decided() -> None:
    chamber = Chamber()
    now = chamber.clock.now()
    assert "Rien n'a été mis aux voix." in votes_in(chamber.conference, now, FRENCH)
    assert decisions_in(chamber.conference, now, FRENCH).count("  rien à ce jour") == 2


def test_motions_and_appeals_that_were_voted_on_are_votes_too(chamber: Chamber) -> None:
    chamber.do("count-present", present=7)
    chamber.do("move-motion", motion="close-debate", delegation="NGA")
    chamber.do("decide-motion", in_favour=1, against=2, **{"for": "Niger"}, opposed="NGA, GIN")
    chamber.do("raise-point", delegation="TUR")
    chamber.do("rule-point", ruling="No", appeal="TUR", in_favour=1, against=2)
    chamber.do("correct-vote", appeal="TUR", in_favour=3, against=2, confirm=True)
    text = " ".join(votes_in(chamber.conference, chamber.clock.now(), FRENCH).split())
    assert "Motion : Nigeria (clôture du débat) (Point 2) (" in text
    assert "motion rejetée par vote enregistré (pour : 1 ; contre : 2" in text
    assert "Contre (2) : Guinée, Nigeria" in text
    assert "Motion d'ordre : Türkiye (Appel : Türkiye) (" in text
    assert "décision annulée par vote sur l'appel (pour : 3 ; contre : 2" in text
    assert "Avant : décision maintenue par vote sur l'appel (pour : 1 ; contre : 2" in text
    said = printed_votes(chamber.conference, chamber.clock.now())
    assert (
        "The motion of Nigeria to close the debate on item 2 was rejected by 1 in favour, "
        "2 against, 0 abstaining, 1st meeting, 14.10. "
    ) in said
    assert "  Against (2): Guinea, Nigeria\n" in said
    assert (
        "The ruling on the point of order of Türkiye was overruled on the appeal of Türkiye by "
        "3 in favour, 2 against"
    ) in said
    assert "  Corrected; recorded before: 1 in favour, 2 against, 0 abstaining\n" in said
    assert said.index("L.4 was") < said.index("The motion") < said.index("The ruling")


def test_a_sign_is_not_parted_from_what_it_follows(chamber: Chamber) -> None:
    for made in (decisions_in, votes_in):
        lines = made(chamber.conference, chamber.clock.now(), FRENCH).splitlines()
        assert not [one for one in lines if one.strip()[:1] in (":", ";", "»") or one[-1:] == "«"]


def test_who_voted_otherwise_before_a_correction_is_told(chamber: Chamber) -> None:
    chamber.do("correct-vote", document="L.4", voted_for="NGA", opposed="NER")
    said = printed_votes(chamber.conference, chamber.clock.now()).splitlines()
    assert said[-1].endswith("0 abstaining; Niger in favour; Nigeria against")
    text = " ".join(votes_in(chamber.conference, chamber.clock.now(), FRENCH).split())
    assert "abstentions : 0) ; Niger (pour), Nigeria (contre)." in text.replace("\u00a0", " ")
