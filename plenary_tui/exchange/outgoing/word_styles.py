"""How a Word file of the program's own looks, where the office gives no template.

Apart from the writer, which knows styles by their roles only.
"""

from __future__ import annotations

from typing import Any

FONT, EAST = "Times New Roman", "SimSun"
MARGIN_MM, WIDE_MM, HIGH_MM = 20, 210, 297
_SIZES = {
    "Normal": 10.5,
    "Title": 17,
    "Subtitle": 10.5,
    "Heading 1": 13,
    "Heading 2": 11.5,
    "Caption": 10.5,
    "Intense Quote": 11,
    "Footer": 8,
}
_PLAIN = ("Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "Intense Quote")


def dress(document: Any) -> None:
    """Set the page and the styles of an empty document, and add those for tables."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDE_MM), Mm(HIGH_MM)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    styles = document.styles
    for name, size in _SIZES.items():
        style = styles[name]
        style.font.size = Pt(size)
        _set_fonts(style)
    for name in _PLAIN:
        styles[name].font.color.rgb = RGBColor(0x16, 0x20, 0x2C)
        styles[name].font.italic = False
        _let_letters_join(styles[name])
    styles["Subtitle"].paragraph_format.space_after = Pt(0)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Normal"].paragraph_format.line_spacing = 1.1
    styles["Intense Quote"].paragraph_format.left_indent = Mm(0)
    _part_from_its_like(styles["List Number"])
    for name, bold in (("Table Text", False), ("Table Heading", True)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size = Pt(9)
        style.font.bold = bold
        style.paragraph_format.space_after = Pt(1)
        style.paragraph_format.line_spacing = 1.0
        _set_fonts(style)
    _set_language(styles)


def _set_fonts(style: Any) -> None:
    """Name the fonts of each writing; those of the theme would go before them."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for kind, font in (("ascii", FONT), ("hAnsi", FONT), ("cs", FONT), ("eastAsia", EAST)):
        fonts.set(qn(f"w:{kind}"), font)
    properties = style.element.get_or_add_rPr()
    if style.font.size is not None:  # the size of what is written from right to left
        for old in properties.findall(qn("w:szCs")):
            properties.remove(old)
        size = properties.makeelement(qn("w:szCs"), {qn("w:val"): str(int(style.font.size.pt * 2))})
        properties.find(qn("w:sz")).addnext(size)


def _let_letters_join(style: Any) -> None:
    """Neither space between letters, which parts those of Arabic, nor a slant of its own for it."""
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    for name in ("w:spacing", "w:kern", "w:iCs"):
        for old in properties.findall(qn(name)):
            properties.remove(old)


def _part_from_its_like(style: Any) -> None:
    """Keep the room between paragraphs of this one style, which Word may leave out."""
    from docx.oxml.ns import qn

    for one in style.element.findall(f"{qn('w:pPr')}/{qn('w:contextualSpacing')}"):
        one.getparent().remove(one)


def _set_language(styles: Any) -> None:
    from docx.oxml.ns import qn

    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
        language.set(qn("w:eastAsia"), "zh-CN")
