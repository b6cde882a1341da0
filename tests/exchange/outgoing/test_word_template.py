"""Files that offices give as a template: what is taken, and what is refused in a sentence."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.outgoing.archive import FIRST, members, packed
from plenary_tui.exchange.outgoing.word_file import word_file
from plenary_tui.exchange.outgoing.word_template import (
    MAIN,
    BadTemplate,
    Template,
    counts_itself,
    opened,
    style_ids,
)
from plenary_tui.procedure.state.frozen import replace
from tests.exchange.outgoing.samples import form, template

TEMPLATE = MAIN.replace(b"document.main", b"template.main")
MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"


def changed(**parts: bytes) -> Template:
    """A file of an office with parts of it changed, by the last part of their names."""
    content = members(template().content)
    for name in content:
        for part, data in parts.items():
            if name.endswith(f"{part}.xml"):
                content[name] = data
    return replace(template(), content=packed(content))


def of_type(kind: bytes) -> Template:
    """A file of an office that says it is of another kind."""
    content = members(template().content)
    content[FIRST] = content[FIRST].replace(MAIN, kind)
    return replace(template(), content=packed(content))


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (Template("a.docx", b""), "a.docx cannot be used as a template: it is no Word file."),
        (Template("a.docx", b"text"), "it is no Word file."),
        (
            Template("a.docx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)),
            "it is protected with a password, or of a Word before 2007. Save it in Word as .docx "
            "or .dotx, without a password.",
        ),
        (Template("a.docx", packed({"a": b"b"})), "it is no Word file."),
        (Template("a.docx", packed({FIRST: b"<a/>"})), "it is no Word file, or a damaged one."),
        (Template("a.docx", packed({FIRST: b"<a"})), "it is no Word file, or a damaged one."),
        (changed(document=b"<w"), "it is no Word file, or a damaged one."),
        (changed(document=b"<a><b/></a>"), "it is no Word file, or a damaged one."),
        (changed(styles=b""), "it is no Word file, or a damaged one."),
        (of_type(MACROS), "it holds macros."),
        (template(title="Nothing"), "has no style “Nothing” for a paragraph."),
        (template(table="Title"), "has no style “Title” for a table."),
    ],
)
def test_a_bad_template_is_refused_in_a_sentence(bad: Template, why: str) -> None:
    with pytest.raises(BadTemplate) as refused:
        word_file(form("report"), bad)
    assert why in str(refused.value) and "\n" not in str(refused.value)


def test_every_damage_is_refused_or_survived() -> None:
    whole = template().content
    for place in range(0, len(whole), len(whole) // 60):
        damaged = whole[:place] + b"\x00\xff\x00" + whole[place + 3 :]
        try:
            word_file(form("gaps"), Template("a.docx", damaged))
        except BadTemplate:
            continue


def test_a_template_of_word_is_taken_as_a_document() -> None:
    assert b"document.main" in members(word_file(form("report"), of_type(TEMPLATE)))[FIRST]


def test_styles_without_a_name_known_here_are_the_files_ordinary_one() -> None:
    document = opened(template())
    found = style_ids(document, None)
    assert found["title"] == "Title" and "cell" not in found
    assert counts_itself(document, found["numbered"])
    assert not counts_itself(document, found["title"]) and not counts_itself(document, None)


def test_a_file_is_known_by_its_hash() -> None:
    one = template()
    assert one.hash == replace(one, name="b.docx").hash != of_type(TEMPLATE).hash
