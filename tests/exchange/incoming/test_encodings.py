"""The encoding of a text is known by what ought to be in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.columntitles import is_title
from plenary_tui.exchange.incoming.encodings import read_encoded
from plenary_tui.procedure.state.vocabulary import Language
from tests.exchange.incoming.offices import conference, names, read, recognise, told

LISTS = {
    "fr": ("Délégation;Orateur;Langue", "Mme Hélène Lefèvre;français"),
    "es": ("Delegación;Orador;Idioma", "Sr. Iñaki Peña;español"),
    "ru": ("Делегация;Оратор;Язык", "Иван Щукин;русский"),
    "ar": ("الوفد;المتكلم;اللغة", "أحمد بن علي;العربية"),
    "zh": ("代表团;发言人;语言", "王小明;中文"),
}
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
NARROW = {
    "fr": ("cp1252", "iso8859-15", "mac_roman"),
    "es": ("cp1252", "iso8859-15", "mac_roman"),
    "ru": ("cp1251", "koi8-r"),
    "ar": ("cp1256", "iso8859-6"),
    "zh": ("gb18030",),
}


@pytest.mark.parametrize("rows", [3, 20, 190])
@pytest.mark.parametrize(
    ("language", "encoding"),
    [(one, how) for one, encodings in NARROW.items() for how in (*WIDE, *encodings)],
)
def test_a_list_is_read_in_each_encoding_that_offices_have(
    language: str, encoding: str, rows: int
) -> None:
    header, rest = LISTS[language]
    states = [one for one in conference().delegations if one.names][5 : 5 + rows]
    called = [dict(one.names).get(Language(language), one.name) for one in states]
    text = "\r\n".join([header, *(f"{name};{rest}" for name in called), ""])
    content = text.encode(encoding, "ignore")
    as_written = content.decode(encoding).removeprefix("\ufeff")
    assert read_encoded("list.csv", content, "", recognise, is_title).text == as_written


def test_the_preview_has_cells_to_see_whether_they_are_right(tmp_path: Path) -> None:
    text = "Pays;Nom\nCôte d’Ivoire;A\nGhana;B\nAlgérie;C\n"
    offer = read(tmp_path, "liste.csv", text.encode("cp1252"))
    assert offer.saved == "as Excel in Western Europe saves it (Windows-1252)"
    assert offer.accented == ("Côte d’Ivoire", "Algérie")


def test_an_encoding_that_is_told_is_taken(tmp_path: Path) -> None:
    content = "Delegation;Speaker\nGhana;Шарль\n".encode("koi8-r")
    assert read(tmp_path, "a.csv", content, encoding="koi8-r").entries[0].speaker == "Шарль"
    offer = read(tmp_path, "a.csv", content, encoding="klingon")
    assert told(offer) == [
        "a.csv: “klingon” is not an encoding; expected one as utf-8, cp1252, cp1256 or gb18030"
    ]


def test_letters_that_were_saved_wrongly_are_mended_if_all_of_them_can_be(tmp_path: Path) -> None:
    wrong = "Pays,Nom\nCôte d’Ivoire,André\nGhana,Ama\n".encode().decode("cp1252")
    offer = read(tmp_path, "a.csv", wrong)
    assert names(offer) == ["Côte d’Ivoire", "Ghana"] and "mended" in offer.saved
    offer = read(tmp_path, "a.csv", wrong + "Algérie,Ã\n")
    assert "mended" not in offer.saved


def test_lines_that_are_damaged_are_told(tmp_path: Path) -> None:
    sound = "Delegation,Speaker\n" + "Côte d’Ivoire,Awa Koné\n" * 5
    damaged = sound.encode() + bytes((n * 7 + 131) % 256 for n in range(100)) + b"\nGhana,A\xff\n"
    offer = read(tmp_path, "a.csv", damaged)
    assert offer.problems and all(problem.line for problem in offer.problems)
    assert any("line 7" in one and "damaged" in one for one in told(offer))
