"""Catalogues: what translators write is read, and what gettext reads is made of it."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.catalogue import NotInOrder, compiled, read_catalogue, translations

FILE = """\
# A remark.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#: somewhere
msgid "open"
msgstr "ouverte"

msgid "a list"
msgid_plural "lists"
msgstr[0] "une "
"liste"
msgstr[1] "des listes, «\\u00a0\\"deux\\" »"

msgid "closed"
msgstr ""
"""


def test_messages_are_read_with_their_plurals_and_the_head() -> None:
    found = read_catalogue(FILE)
    assert list(found) == ["", "open", "a list", "closed"]
    assert found["open"].said == ("ouverte",) and found["open"].whole
    assert found["a list"].plural == "lists"
    assert found["a list"].said[0] == "une liste"
    assert not found["closed"].whole


def test_gettext_says_them_and_what_is_not_translated_in_english() -> None:
    catalogue = translations(read_catalogue(FILE))
    assert catalogue.gettext("open") == "ouverte"
    assert catalogue.gettext("closed") == "closed"
    assert catalogue.ngettext("a list", "lists", 1) == "une liste"
    assert catalogue.ngettext("a list", "lists", 2) == 'des listes, «\u00a0"deux" »'


def test_the_same_file_gives_the_same_bytes() -> None:
    assert compiled(read_catalogue(FILE)) == compiled(read_catalogue(FILE))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("msgid open\n", "Line 1 is no line"),
        ("hello\n", "Line 1 is no line"),
        ('"alone"\n', "Line 1 is no line"),
        ('msgid "a" "b\n', "Line 1 has no text"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "twice"),
    ],
)
def test_what_is_no_catalogue_is_told_with_its_line(text: str, why: str) -> None:
    with pytest.raises(NotInOrder, match=why):
        read_catalogue(text)
