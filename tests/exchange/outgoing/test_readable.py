"""What can be read in a file of an office program: its foot, what wrote it, where two differ."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.outgoing import figures_book, typeset, word_file
from plenary_tui.exchange.outgoing.archive import members, packed
from plenary_tui.exchange.outgoing.readable import (
    difference,
    is_office_file,
    template_hash,
    told,
    written_with,
)
from plenary_tui.views.record.proof import read_foot
from tests.exchange.outgoing.samples import form, many_writings, template

MADE = {
    "docx": (lambda: word_file.word_file(form("report")), word_file.written_with),
    "xlsx": (lambda: figures_book.figures_book(many_writings()), figures_book.written_with),
    "pdf": (lambda: typeset.typeset(form("report")).content, typeset.written_with),
}


@pytest.mark.parametrize("format_", MADE)
def test_the_foot_and_the_library_are_read_from_a_file(format_: str) -> None:
    make, with_what = MADE[format_]
    data = make()
    foot = read_foot(told(data).replace("--at 1", "--at 22"))
    assert is_office_file(data) and foot is not None
    assert (foot.hash, foot.version) == ("ab" * 32, "9.9")
    assert foot.command == "plenary record --all --at 22"
    assert " ".join(written_with(told(data)) or ()) == with_what().removeprefix("Written with ")
    assert difference(data, data) is None
    assert difference(data[:-9] + b"123456789", data) == "the file"


def test_the_part_that_differs_is_named_and_how_it_is_packed_does_not_count() -> None:
    data = word_file.word_file(form("report"), of_office := template())
    assert template_hash(told(data)) == of_office.hash and template_hash("") is None
    content = members(data)
    assert difference(packed(content) + b"", data) is None
    content["word/styles.xml"] += b" "
    assert difference(packed(content), data) == "word/styles.xml"
    del content["word/styles.xml"]
    assert difference(packed(content), data) == "word/styles.xml"


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-", b"PK\x03\x04", b"%PDF-1.7 <?xpacket"])
def test_what_says_nothing_of_itself(data: bytes) -> None:
    assert read_foot(told(data)) is None and written_with(told(data)) is None
