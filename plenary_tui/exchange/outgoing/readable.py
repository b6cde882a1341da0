"""What can be read in a file of an office program: its foot, what wrote it, where two differ."""

from __future__ import annotations

import html
import re

from plenary_tui.exchange.outgoing.archive import BEGINS, NoArchive, members

PDF = b"%PDF-"
_WRITTEN = re.compile(r"Written with (XlsxWriter|python-docx|typst) ([\w.]+)")
_TEMPLATE = re.compile(r"With the template ([0-9a-f]{64})")
_TAG = re.compile(r"<[^<>]*>")
_TELLING = ("word/document.xml", "docProps/core.xml")
"""The parts of an archive that say what it is, and how it was made."""


def is_office_file(data: bytes) -> bool:
    """Whether a file is an archive, as docx and xlsx are, or a PDF."""
    return data.startswith((BEGINS, PDF))


def told(data: bytes) -> str:
    """What a file says of itself and how it was made, as text; "" if nothing."""
    if data.startswith(PDF):
        start = data.rfind(b"<?xpacket begin")
        words = data[start : data.find(b"<?xpacket end", start)] if start >= 0 else b""
    else:
        try:
            parts = members(data)
            words = b" ".join(parts.get(name, b"") for name in _TELLING)
        except NoArchive:
            words = b""
    return html.unescape(_TAG.sub(" ", words.decode("utf-8", errors="replace")))


def written_with(text: str) -> tuple[str, str] | None:
    """The library that wrote a file, and its version, by what the file says of itself."""
    found = _WRITTEN.search(text)
    return (found[1], found[2]) if found else None


def template_hash(text: str) -> str | None:
    """The hash of the template into which a file was written; None if into none."""
    found = _TEMPLATE.search(text)
    return found[1] if found else None


def difference(data: bytes, again: bytes) -> str | None:
    """Where a file differs from what was made again: the part of an archive; None if nowhere.

    How an archive is packed does not count: other systems pack otherwise.
    """
    if data == again:
        return None
    if data.startswith(PDF) or not data.startswith(BEGINS):
        return "the file"
    try:
        ours, theirs = members(again), members(data)
    except NoArchive:
        return "the file"
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            return name
    return None
