"""A list for paper in each language: in 80 columns, with the names it knows, and what it lacks."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.paper_in import printed_in
from plenary_tui.views.record.plain_text import width_of
from plenary_tui.views.wording.tongue import RIGHT_MARK
from tests.chamber import LONGEST_NAME, Chamber

OTHERS = [one for one in Language if one is not Language.ENGLISH]


def printed(chamber: Chamber, code: str) -> str:
    """The list of the current item."""
    speakers = chamber.conference.current_list
    assert speakers is not None
    language = Language(code)
    return printed_in(chamber.conference, speakers, chamber.clock.now(), tongue_of(language))


def chamber() -> Chamber:
    """A list with a long name, a group, a video, somebody ready, and somebody on the floor."""
    room = Chamber()
    room.open_floor("1(f)")
    room.inscribe("Niger", speaker="Ms. A. Sample", function="Minister of Justice")
    room.inscribe("CIV", on_behalf_of="the African Group", language="French")
    room.inscribe(
        LONGEST_NAME, function="Ambassador and Permanent Representative", speaker="B " * 60
    )
    room.inscribe("GIN", delivery="video", rank="minister")
    room.do("mark-ready", entry="GIN")
    room.do("give-floor")
    return room


@pytest.mark.parametrize("language", OTHERS)
def test_no_line_is_wider_than_a_page(language: Language) -> None:
    text = printed(chamber(), language.code)
    assert max(width_of(line) for line in text.splitlines()) <= 80
    assert text.endswith("\n") and "{" not in text


def test_in_french() -> None:
    lines = printed(chamber(), "fr").splitlines()
    text = " ".join(" ".join(lines).split())
    assert "Liste des orateurs, point 1(f) : General discussion" in lines
    assert "A la parole : Niger." in lines
    assert any("[x] Guinée" in line for line in lines)
    assert "déclaration vidéo" in text
    assert "au nom du Groupe des États d'Afrique, français" in text
    assert lines[-1].startswith("Noms de délégations laissés en anglais : ")


def test_in_arabic_every_line_reads_from_the_right() -> None:
    text = printed(chamber(), "ar")
    assert all(line.startswith(RIGHT_MARK) for line in text.splitlines())
    assert "كوت ديفوار" in text


def test_an_empty_list_and_one_that_is_closed() -> None:
    room = Chamber()
    room.open_floor("1(f)")
    room.do("close-list")
    text = printed(room, "ru")
    assert "Список: закрыт." in text and "никого" in text
