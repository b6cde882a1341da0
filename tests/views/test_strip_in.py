"""The strip of changes in other languages: under each heading who stands there in English."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Body, Language
from plenary_tui.views.record.plain_text import width_of
from plenary_tui.views.strip import Paper
from plenary_tui.views.strip_in import strip_in
from tests.chamber import Chamber

OTHERS = [one for one in Language if one is not Language.ENGLISH]
FRENCH = tongue_of(Language.FRENCH)


def paper(chamber: Chamber) -> Paper:
    """The list as it stands."""
    conference = chamber.conference
    return Paper(conference, conference.list_of("1(f)", Body.PLENARY), chamber.clock.now())


@pytest.fixture
def printed() -> tuple[Chamber, Paper]:
    """A chamber in which four wait on a list that was printed."""
    chamber = Chamber()
    chamber.open_floor("1(f)")
    for name in ("Nigeria", "Niger", "Guinea", "Guinea-Bissau"):
        chamber.inscribe(name)
    return chamber, paper(chamber)


def test_what_has_changed_stands_under_its_heading(printed: tuple[Chamber, Paper]) -> None:
    chamber, was = printed
    chamber.do("give-floor")
    chamber.do("start-clock")
    chamber.do("end-statement")
    chamber.do("withdraw", entry="Niger")
    chamber.do("move", entry="Guinea-Bissau", to=1, reason="asked")
    chamber.inscribe("Türkiye")
    text = strip_in(was, paper(chamber), FRENCH)
    assert "ONT PRIS LA PAROLE (1)\n    1. Nigeria" in text
    assert "RETIRÉS DE LA LISTE (1)\n    2. Niger" in text
    assert "Guinea-Bissau : de 4 à 1, premier de la liste (asked)" in text
    assert "NOUVEAUX (1)\n    3. Türkiye, Sample Speaker 1, Directeur (après : Guinée)" in text
    assert "Sur la liste maintenant : 3." in text


def test_another_delegation_is_found_by_what_stands_on_the_paper(
    printed: tuple[Chamber, Paper],
) -> None:
    chamber, was = printed
    chamber.do("withdraw", entry="Niger")
    chamber.do("edit", entry="Guinea", delegation="Türkiye", speaker="", function="")
    text = strip_in(was, paper(chamber), FRENCH)
    assert "AUTREMENT MODIFIÉS (1)\n    2. Türkiye (sur la feuille : 3. Guinée)" in text


def test_where_nothing_has_changed_the_paper_holds(printed: tuple[Chamber, Paper]) -> None:
    chamber, was = printed
    assert "Rien n'a changé : la feuille reste valable." in strip_in(was, paper(chamber), FRENCH)


@pytest.mark.parametrize("language", OTHERS)
def test_no_line_is_wider_than_a_page(language: Language, printed: tuple[Chamber, Paper]) -> None:
    chamber, was = printed
    chamber.do("give-floor")
    chamber.inscribe("Türkiye")
    text = strip_in(was, paper(chamber), tongue_of(language))
    assert max(map(width_of, text.splitlines())) <= 80
