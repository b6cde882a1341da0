"""The Word file: real styles, marked heads, each writing told, the office's own file, its bytes."""

from __future__ import annotations

import io
import sys
from typing import Any

import docx
import pytest

from plenary_tui.exchange.outgoing.archive import members
from plenary_tui.exchange.outgoing.library import NoLibrary
from plenary_tui.exchange.outgoing.word_file import word_file
from plenary_tui.exchange.outgoing.word_template import PLACE
from plenary_tui.views.record.plain_text import as_text
from tests.exchange.outgoing.samples import ARABIC, CHINESE, form, template


def read(data: bytes) -> Any:
    """A file as its library reads it."""
    return docx.Document(io.BytesIO(data))


def xml_of(data: bytes) -> str:
    """The main part of a file."""
    return members(data)["word/document.xml"].decode()


def test_paragraphs_have_the_styles_of_what_they_are() -> None:
    document = read(word_file(form("report")))
    styles = [(one.style.name, one.text) for one in document.paragraphs]
    assert styles[0] == ("Title", "Small conference: paragraphs for the report")
    assert ("Intense Quote", "Draft, to be edited") in styles
    assert ("Heading 1", "Item 1(f). General discussion") in styles
    numbered = [text for name, text in styles if name == "List Number"]
    assert numbered[0].startswith("At its 1st meeting")  # Word counts
    assert styles[-1][0] == "Footer" and "--at" in styles[-1][1]


def test_text_is_that_of_the_form_in_plain_text() -> None:
    for name in ("list", "summary", "report", "statistics", "gaps"):
        sheet = form(name)
        document = read(word_file(sheet))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        said = [one.text for one in document.paragraphs]
        plain = "".join(as_text(sheet).split())
        for text in (*said[1:], *cells):
            assert all(word in plain for word in text.split()), text


def test_heads_of_tables_are_marked_and_repeated() -> None:
    xml = xml_of(word_file(form("list")))
    assert xml.count("<w:tblHeader/>") == xml.count("<w:tbl>") > 0
    (table,) = read(word_file(form("list"))).tables
    assert table.style.name == "Table Grid"
    assert table.rows[0].cells[5].paragraphs[0].style.name == "Table Heading"
    assert table.rows[1].cells[5].paragraphs[0].style.name == "Table Text"
    assert 'w:tblCaption w:val="Item 1(f). General discussion"' in xml


def test_arabic_is_told_to_run_from_the_right_and_chinese_to_be_chinese() -> None:
    xml = xml_of(word_file(form("list")))
    assert f'<w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t xml:space="preserve">{ARABIC}<' in xml
    assert f'w:eastAsia="zh-CN"/></w:rPr><w:t xml:space="preserve">{CHINESE}<' in xml
    before, _, _ = xml.partition(ARABIC)
    paragraph = before[before.rindex("<w:p>") :]
    assert "<w:bidi/>" in paragraph


def test_the_same_bytes_twice_with_nothing_of_the_moment() -> None:
    sheet = form("report")
    assert word_file(sheet) == word_file(sheet)
    about = read(word_file(sheet)).core_properties
    assert about.created == about.modified == sheet.made.at.replace(microsecond=0)
    assert sheet.made.hash in about.comments and "Written with python-docx" in about.comments


def test_the_foot_of_each_page_names_the_row() -> None:
    sheet = form("report")
    (section,) = read(word_file(sheet)).sections
    assert section.footer.paragraphs[0].text.startswith(
        f"Small conference · as of row {sheet.made.row} · abab abab abab abab … · plenary_tui 9.9"
    )


def test_an_offices_file_keeps_its_own_and_gets_the_record_in_its_place() -> None:
    def place(document: Any) -> None:
        document.add_paragraph(PLACE)
        document.add_paragraph("Below")

    texts = [one.text for one in read(word_file(form("report"), template(place))).paragraphs]
    assert (texts[0], texts[-1]) == ("The office's own line", "Below")
    assert PLACE not in texts and any("considered item 1(f)" in one for one in texts)
    texts = [one.text for one in read(word_file(form("report"), template())).paragraphs]
    assert texts[0] == "The office's own line" and "--at" in texts[-1]


def test_styles_of_the_office_by_name_by_alias_and_as_told() -> None:
    def change(document: Any) -> None:
        for name in ("_ Single Txt", "Plenary Heading 1"):
            document.styles.add_style(name, docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)

    data = word_file(form("report"), template(change, numbered="_ single txt"))
    found = {one.style.name: one.text for one in reversed(read(data).paragraphs)}
    assert found["_ Single Txt"].startswith("1.\tAt its 1st meeting")  # the style does not count
    assert found["Plenary Heading 1"] == "Item 1(f). General discussion"


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(NoLibrary, match=r"pip install 'plenary-tui\[office\]'"):
        word_file(form("list"))


def test_no_space_parts_the_letters_of_a_title() -> None:
    document = read(word_file(form("report")))
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Caption"):
        properties = document.styles[name].element.rPr
        assert not {"spacing", "iCs"} & {one.tag.rpartition("}")[2] for one in properties}
