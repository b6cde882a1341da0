"""The PDF: tagged and of both standards, its bookmarks, text in four writings, missing glyphs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.exchange.catalogue import read_catalogue
from plenary_tui.exchange.outgoing import typeset as module
from plenary_tui.exchange.outgoing.library import NoLibrary
from plenary_tui.exchange.outgoing.typeset import NotTypeset, typeset
from plenary_tui.exchange.script import script_in
from plenary_tui.paths import data_folder
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.plain_text import as_text
from plenary_tui.views.record.sheet import Column, Heading, Paragraph, Sheet, Table
from tests.exchange.outgoing.samples import ARABIC, CHINESE, RUSSIAN, form

pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler")


def text_of(data: bytes, folder: Path) -> str:
    """What a reader of PDF takes out of a file."""
    path = folder / "a.pdf"
    path.write_bytes(data)
    command = ("pdftotext", "-layout", str(path), "-")
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("name", ["list", "summary", "report", "statistics", "gaps"])
def test_it_is_tagged_of_both_standards_and_twice_the_same(name: str) -> None:
    made = typeset(form(name))
    assert made.remark == "" and made == typeset(form(name))
    assert made.content.startswith(b"%PDF-1.7")
    for told in (
        *(b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"),
        *(b"/StructTreeRoot", b"/Marked true", b"/DisplayDocTitle true", b"/Lang"),
    ):
        assert told in made.content, told


def test_headings_are_bookmarks_and_tables_have_heads() -> None:
    data = typeset(form("list")).content
    assert b"/Outlines" in data and b"/Table" in data and b"/TH" in data and b"/THead" in data
    assert b"/LI" in typeset(form("report")).content


@pytest.mark.parametrize("name", ["list", "statistics"])
def test_each_table_can_be_jumped_to(name: str) -> None:
    """By the heading above it; where no chapter has one, by its own."""
    sheet = form(name)
    kinds = [type(block).__name__ for block in sheet.blocks]
    headings, shown = kinds.count("Heading"), kinds.count("Table") + kinds.count("Chart")
    outline = re.search(rb"/Type/Outlines[^>]*?/Count (\d+)", typeset(sheet).content)
    assert outline and int(outline[1]) == (headings or shown) > 0


def test_row_hash_and_what_makes_it_again_are_told_in_the_file() -> None:
    sheet = form("report")
    data = typeset(sheet).content.decode("utf-8", errors="replace")
    assert sheet.made.hash in data and sheet.made.command in data
    assert re.search(r"<xmp:CreatorTool>Typst 0\.15", data)


@pdftotext
def test_the_text_is_there_in_every_writing_and_the_foot_on_every_page(tmp_path: Path) -> None:
    text = text_of(typeset(form("list")).content, tmp_path)
    for name in (*ARABIC.split(), CHINESE, RUSSIAN, "=HYPERLINK(1)", "@SUM(A1)", "Nigeria"):
        assert name in text, name
    sheet = form("list")
    many = replace(sheet, blocks=sheet.blocks * 12)
    pages = text_of(typeset(many).content, tmp_path).rstrip("\f").split("\f")
    assert len(pages) > 2
    foot = f"Small conference · as of row {sheet.made.row} · abab abab abab abab"
    assert all(foot in page for page in pages)
    assert f"2/{len(pages)}" in pages[1].replace(" ", "")


@pdftotext
@pytest.mark.parametrize("name", ["list", "summary", "report", "statistics", "gaps"])
def test_its_text_is_that_of_the_form(name: str, tmp_path: Path) -> None:
    sheet = form(name)
    words = text_of(typeset(sheet).content, tmp_path).split()
    plain = [word for word in as_text(sheet).split() if not set(word) <= set("-=")]
    head = {word.casefold() for word in sheet.title.split()}
    from_right = set(f"{ARABIC} وزير الخارجية (Minister)".split())
    lacking = {one for one in plain if one not in words and one.casefold() not in head}
    assert lacking - from_right <= {f"{ARABIC.split()[-1]},", "**", "(Minister)"}, lacking


LINES = 0.5
"""Points by which places of the same line may differ."""


def places_of(data: bytes, folder: Path, page: int) -> str:
    """Where on a page each word stands, as pdftotext tells it."""
    path = folder / "a.pdf"
    path.write_bytes(data)
    command = ("pdftotext", "-f", str(page), "-l", str(page), "-bbox", str(path), "-")
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def rows_of(data: bytes, folder: Path, page: int) -> list[float]:
    """Where on a page lines of text begin, from the top."""
    told = places_of(data, folder, page)
    return sorted({float(one) for one in re.findall(r'yMin="([\d.]+)"', told)})


def long_list(count: int) -> Sheet:
    """A list with a table of so many rows."""
    sheet = form("list")
    table = next(one for one in sheet.blocks if isinstance(one, Table))
    return replace(sheet, blocks=(replaced(table, count),))


def replaced(table: Table, count: int) -> Table:
    rows = (table.rows * (count // len(table.rows) + 1))[:count]
    return replace(table, rows=rows)


@pdftotext
def test_rows_that_are_not_measured_stand_where_measured_ones_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sheet = long_list(200)
    made = [rows_of(typeset(sheet).content, tmp_path, page) for page in (1, 3)]
    monkeypatch.setattr(module, "fits", lambda text, points: False)
    measured = [rows_of(typeset(sheet).content, tmp_path, page) for page in (1, 3)]
    assert made == [pytest.approx(one, abs=LINES) for one in measured]


def test_a_text_is_said_to_fit_only_where_it_surely_does() -> None:
    assert module.fits("Côte d'Ivoire", 80) and module.fits("2:50", 20)
    assert not module.fits("Wwwwwwwwwwwwww", 80), "letters are counted as the widest of their kind"
    assert not module.fits("Permanent Representative", 60)
    assert not any(module.fits(text, 500) for text in (ARABIC, CHINESE, RUSSIAN))


@pdftotext
def test_a_very_long_table_goes_on_as_another_with_its_heads(tmp_path: Path) -> None:
    made = typeset(long_list(module.PART + 10))
    assert made.remark == ""
    text = text_of(made.content, tmp_path)
    pages = text.split("\f")
    assert sum("Delegation" in page for page in pages) == len(pages) - 1, "each page has the heads"
    assert made.content.count(b"/Outlines") >= 1


@pdftotext
def test_what_looks_like_code_is_text(tmp_path: Path) -> None:
    code = "#panic() *bold* $x$ _a_ `b` <c> @d \\ // [e] #let x = 1"
    blocks = (Heading(text=code), Paragraph(text=code), Paragraph(text=code, number=1))
    sheet = replace(form("report"), blocks=blocks, title=code, lines=(code,))
    text = " ".join(text_of(typeset(sheet).content, tmp_path).split())
    assert text.count(code) == 6  # title, foot of the page


def test_a_character_that_no_font_has_is_named_and_the_file_says_so() -> None:
    sheet = form("report")
    blocks = (*sheet.blocks, Paragraph(text="Written \U00012000"))
    made = typeset(replace(sheet, blocks=blocks))
    assert made.remark == (
        "No font has “\U00012000” (U+12000): a box stands there. "
        "The file is neither PDF/A nor PDF/UA."
    )
    assert made.content.startswith(b"%PDF") and b"pdfaid" not in made.content


def test_the_fonts_that_come_with_it_are_there_with_their_licence() -> None:
    names = {path.name for path in (data_folder() / "fonts").iterdir()}
    assert names == {
        *("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"),
        *("NotoSansCJKsc-Regular.otf", "NOTICE", "OFL.txt"),
    }
    notice = (data_folder() / "fonts" / "NOTICE").read_text(encoding="utf-8")
    assert all(name in notice for name in names - {"NOTICE"})
    size = sum(path.stat().st_size for path in (data_folder() / "fonts").iterdir())
    assert size < 1_000_000


@pytest.mark.parametrize("code", ["ar", "zh", "ru"])
def test_the_fonts_have_every_name_of_the_sample(code: str) -> None:
    from plenary_tui.exchange.pack import load_pack

    names = [
        name
        for one in load_pack("cop12").conference.delegations
        for language, name in one.names
        if language == code
    ]
    sheet = form("report")
    blocks = (*sheet.blocks, *(Paragraph(text=name) for name in names))
    assert names and typeset(replace(sheet, blocks=blocks)).remark == ""


@pytest.mark.parametrize("code", ["ar", "es", "fr", "ru", "zh"])
def test_the_fonts_that_come_with_it_have_every_word_of_the_catalogues(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = (data_folder() / "languages" / f"{code}.po").read_text(encoding="utf-8")
    messages = read_catalogue(catalogue)
    words = [said for one, each in messages.items() if one for said in each.said]
    words += script_in(Language(code)).sentences.values()
    blocks = tuple(Paragraph(text=one) for one in words)
    tried, compiled = [], module._compiled

    def seen(*given: Any, system: bool) -> bytes:
        tried.append(system)
        return compiled(*given, system=system)

    monkeypatch.setattr(module, "_compiled", seen)
    language = {"language": Language(code), "blocks": blocks}
    assert typeset(replace(form("report"), **language)).remark == ""
    assert tried == [False], "the fonts of the system were asked"


def test_a_form_from_right_to_left_says_so_and_reads_from_the_right() -> None:
    sheet = replace(form("report"), language=Language.ARABIC, notice="مسودة")
    data = typeset(sheet).content
    assert b"/Lang (ar)" in data or b"/Lang(ar)" in data


@pdftotext
def test_from_right_to_left_heads_stand_where_their_numbers_do(tmp_path: Path) -> None:
    columns = (
        Column(head="الدولة"),
        *(Column(head=one, right=True) for one in ("لا", "من")),
    )
    table = Table(caption="", columns=columns, rows=(("غانا", "100:14:26", "100:03:36"),))
    sheet = replace(form("statistics"), language=Language.ARABIC, blocks=(table,))
    told = places_of(typeset(sheet).content, tmp_path, 1)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<', told)
    row = next(y for _, y, word in found if word == "100:14:26")
    numbers = {round(float(x)) for x, y, _ in found if y == row}
    head = max(float(y) for _, y, _ in found if float(y) < float(row) - 5)
    heads = [round(float(x)) for x, y, _ in found if abs(float(y) - head) < 1]
    assert len(heads) == 3 and sum(x in numbers for x in heads) == 2


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoLibrary, match=r"pip install 'plenary-tui\[pdf\]'"):
        typeset(form("list"))


def test_what_typst_cannot_do_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TEMPLATE", "nothing.typ")
    with pytest.raises(NotTypeset, match=r"The PDF could not be made \(.*\)\. Take html"):
        typeset(form("list"))


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.ARABIC])
@pdftotext
def test_the_symbol_of_a_document_stands_on_one_line(tmp_path: Path, language: Language) -> None:
    symbol, long = "CTOC/COP/2024/L.16", "A/" * 120
    blocks = [
        Paragraph(text=f"{'word ' * 15}{'l' * more} ({symbol}), {'word ' * 9}")
        for more in range(40)
    ]
    cells = Table(
        caption="c",
        columns=(Column(head="a", wide=True), Column(head="b", wide=True)),
        rows=((symbol, long),),
    )
    sheet = replace(form("report"), blocks=(*blocks, cells), language=language)
    text = text_of(typeset(sheet).content, tmp_path)
    assert text.count(symbol) == len(blocks) + 1
    assert max(map(len, text.splitlines())) < 200, "what is longer than a line is parted"
