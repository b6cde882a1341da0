"""A form of the record as a Word file: real styles, marked heads of tables, each writing told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from plenary_tui.exchange.outgoing.archive import members, packed
from plenary_tui.exchange.outgoing.library import NoLibrary
from plenary_tui.exchange.outgoing.word_template import (
    NAMESPACE,
    PLACE,
    Template,
    counts_itself,
    opened,
    style_ids,
)
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.record.plain_text import width_of
from plenary_tui.views.record.sheet import (
    Column,
    Heading,
    Paragraph,
    Sheet,
    Table,
    foot,
    short_foot,
)
from plenary_tui.views.record.writing_runs import Writing, reads_from_right, runs
from plenary_tui.views.wording.tongue import harmless, upright

WIDTH = 9638
"""Of the room between the margins of A4, in twentieths of a point."""
MARK = "the record goes here"
"""A comment in the file while it is made."""
_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
_TOLD = {
    Writing.LATIN: "",
    Writing.ARABIC: '<w:rtl/><w:lang w:bidi="ar-SA"/>',
    Writing.HEBREW: '<w:rtl/><w:lang w:bidi="he-IL"/>',
    Writing.CHINESE: '<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/>',
}
"""The properties of a run of each writing."""


def word_file(sheet: Sheet, template: Template | None = None) -> bytes:
    """The file, in the office's own if it gives one; the same bytes for the same form.

    Raises `NoLibrary` and `BadTemplate`.
    """
    try:
        import docx
        from docx.oxml.parser import parse_xml
    except ImportError:
        raise NoLibrary("docx", "office") from None
    document = opened(template) if template is not None else docx.Document()
    if template is None:
        from plenary_tui.exchange.outgoing.word_styles import dress

        dress(document)
    parts = _Parts(style_ids(document, template))
    parts.counted = counts_itself(document, parts.styles.get("numbered"))
    _mark_place(document)
    _say_what_it_is(document, sheet, template)
    if template is None:
        _foot_of_pages(document, parse_xml, parts, sheet)
    target = BytesIO()
    document.save(target)
    content = members(target.getvalue())
    main = document.part.partname.lstrip("/")
    # As text: what moves many thousands of cells from one tree into another takes minutes.
    before, mark, after = content[main].partition(f"<!--{MARK}-->".encode())
    assert mark, main
    content[main] = b"".join((before, "".join(parts.whole(sheet)).encode(), after))
    return packed(content)


def written_with() -> str:
    """The library and its version, on which the bytes depend as well."""
    import docx

    return f"Written with python-docx {docx.__version__}"


def _mark_place(document: Any) -> None:
    """Mark where the record goes: for the paragraph that names the place, else behind all."""
    from lxml.etree import Comment

    body = document.element.body
    mark = Comment(MARK)
    for paragraph in document.paragraphs:
        if paragraph.text.strip().casefold() == PLACE:
            paragraph._p.addprevious(mark)
            body.remove(paragraph._p)
            return
    if len(body) and str(body[-1].tag).endswith("}sectPr"):
        body[-1].addprevious(mark)
    else:
        body.append(mark)


def _say_what_it_is(document: Any, sheet: Sheet, template: Template | None) -> None:
    """The properties of the file; nothing of the moment at which it is written.

    They take 255 characters each: the foot stands in the text, and what makes it again is there.
    """
    about = document.core_properties
    lines = [*foot(sheet.made)[:2], written_with()]
    if template is not None:
        lines.append(f"With the template {template.hash}")
    about.title = shown(sheet.title)[:255]
    about.comments = "\n".join(lines)
    about.author = about.last_modified_by = f"plenary_tui {sheet.made.version}"
    about.created = about.modified = sheet.made.at.replace(tzinfo=None, microsecond=0)
    about.revision = 1


def _foot_of_pages(document: Any, parse_xml: Any, parts: _Parts, sheet: Sheet) -> None:
    footer = document.sections[0].footer
    paragraph = footer.paragraphs[0]
    field = (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    xml = parts.paragraph("foot", short_foot(sheet), more=field)
    new = parse_xml(xml.replace("<w:p>", f'<w:p xmlns:w="{NAMESPACE}">', 1))
    paragraph._p.getparent().replace(paragraph._p, new)


class _Parts:
    """What a form is written with: ids of styles, and whether Word numbers by itself."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.styles = styles
        self.counted = False
        self.from_right = False

    def whole(self, sheet: Sheet) -> Iterator[str]:
        """The form as XML, block by block; the foot is in English whatever the form is in."""
        self.from_right = sheet.from_right
        yield self.paragraph("title", sheet.title)
        for one in sheet.lines:
            yield self.paragraph("below-title", one)
        if sheet.draft:
            yield self.paragraph("draft", sheet.notice)
        for block in sheet.blocks:
            match block:
                case Heading():
                    yield self.paragraph(f"heading-{min(block.level, 2)}", block.text)
                case Paragraph(number=None):
                    yield self.paragraph("paragraph", block.text)
                case Paragraph():
                    number = "" if self.counted else f"{block.number}.\t"
                    yield self.paragraph("numbered", block.text, before=number)
                case Table():
                    yield self.paragraph("caption", block.caption, told="<w:keepNext/>")
                    yield from self.table(block)
                    yield "<w:p/>"
                case _:  # pictures: the table after each says the same
                    pass
        self.from_right = False
        for one in foot(sheet.made):
            yield self.paragraph("foot", one)

    def paragraph(
        self, role: str, text: str, *, before: str = "", more: str = "", told: str = ""
    ) -> str:
        """A paragraph in the style of its role.

        Args:
            before: what stands before the text, with a tab behind it.
            more: runs behind the text.
            told: properties of the paragraph beside style and direction.
        """
        text = harmless(text).translate(_NOT_XML)
        text = upright(text) if self.from_right else text
        style = self.styles.get(role)
        properties = f"<w:pStyle w:val={quoteattr(style)}/>" if style is not None else ""
        properties += told
        from_right = self.from_right or reads_from_right(text)
        if from_right:
            properties += "<w:bidi/>"
        first = f"<w:r><w:t>{before.rstrip()}</w:t><w:tab/></w:r>" if before else ""
        properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{properties}{first}{_runs(text, from_right)}{more}</w:p>"

    def table(self, table: Table) -> Iterator[str]:
        """A table as wide as the page, whose head is marked as such and repeated."""
        widths = _widths(table)
        style = self.styles.get("table")
        named = f"<w:tblStyle w:val={quoteattr(style)}/>" if style is not None else ""
        caption = quoteattr(shown(table.caption).translate(_NOT_XML))
        turned = "<w:bidiVisual/>" if self.from_right else ""
        yield (
            f'<w:tbl><w:tblPr>{named}{turned}<w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={caption}/></w:tblPr><w:tblGrid>"
        )
        for width in widths:
            yield f'<w:gridCol w:w="{width}"/>'
        yield "</w:tblGrid>"
        heads = [one.head for one in table.columns]
        cells = [f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr>' for one in widths]
        yield self._row(heads, table.columns, cells, "head", "<w:cantSplit/><w:tblHeader/>")
        for row in table.rows:
            yield self._row(row, table.columns, cells, "cell", "<w:cantSplit/>")
        yield "</w:tbl>"

    def _row(
        self, row: Sequence[str], columns: Sequence[Column], cells: list[str], role: str, told: str
    ) -> str:
        parts = [f"<w:tr><w:trPr>{told}</w:trPr>"]
        for text, column, cell in zip(row, columns, cells, strict=True):
            # In a paragraph from the right, Word takes left and right for begin and end.
            right = '<w:jc w:val="right"/>' if column.right else ""
            parts.append(f"{cell}{self._cell(role, text, right)}</w:tc>")
        parts.append("</w:tr>")
        return "".join(parts)

    def _cell(self, role: str, text: str, told: str) -> str:
        """A cell's paragraph; most are short and plain, and there are many."""
        from_right = self.from_right or (not text.isascii() and reads_from_right(text))
        if from_right:
            told = f"<w:bidi/>{told}"
        style = self.styles.get(role)
        named = f"<w:pStyle w:val={quoteattr(style)}/>" if style is not None else ""
        text = harmless(text).translate(_NOT_XML)
        text = upright(text) if self.from_right else text
        return f"<w:p><w:pPr>{named}{told}</w:pPr>{_runs(text, from_right)}</w:p>"


def _runs(text: str, from_right: bool) -> str:
    return "".join(
        f"<w:r>{f'<w:rPr>{told}</w:rPr>' if (told := _TOLD[one.writing]) else ''}"
        f'<w:t xml:space="preserve">{escape(one.text)}</w:t></w:r>'
        for one in runs(text, from_right=from_right)
    )


def _widths(table: Table) -> list[int]:
    """What each column takes of the page: what is in it; the wide ones share what is left."""
    needed = [
        120 * max([width_of(one.head), *(width_of(row[place]) for row in table.rows)]) + 250
        for place, one in enumerate(table.columns)
    ]
    wide = [place for place, one in enumerate(table.columns) if one.wide]
    fixed = sum(width for place, width in enumerate(needed) if place not in wide)
    if not wide or fixed > WIDTH - 1500 * len(wide):
        return [width * WIDTH // sum(needed) for width in needed]
    share = (WIDTH - fixed) // len(wide)
    return [share if place in wide else width for place, width in enumerate(needed)]
