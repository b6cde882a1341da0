"""Text of which nobody says how it is encoded: guessed by what ought to be in it.

A guess from letters alone takes one single-byte encoding for another again and again. What ought
to be in these files is known: names of delegations, and titles of columns.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from itertools import islice

from plenary_tui.exchange.incoming.rawfile import Unreadable
from plenary_tui.exchange.problems import Problem, quoted
from plenary_tui.procedure.state.frozen import Value

PLAIN_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8, as Excel saves it (“CSV UTF-8”)",
    "utf-16-le": "Unicode text (UTF-16), as Excel saves it",
    "utf-16-be": "Unicode text (UTF-16, big endian)",
    "cp1252": "as Excel in Western Europe saves it (Windows-1252)",
    "iso8859-15": "Latin 9 (ISO 8859-15)",
    "mac_roman": "as older Macs save it (Mac Roman)",
    "cp1251": "as Excel in Russia saves it (Windows-1251)",
    "koi8-r": "older Russian (KOI8-R)",
    "cp1256": "as Excel in Arabic saves it (Windows-1256)",
    "iso8859-6": "older Arabic (ISO 8859-6)",
    "gb18030": "as Excel in China saves it (GB 18030)",
}
"""Encodings, and what they are called where they are shown."""
_CANDIDATES = tuple(PLAIN_NAMES)[4:]
_ZEROS = 0.15
"""The share of bytes on one side that are zero in UTF-16."""
_MOST_CONTROLS = 0.08
"""The share of bytes above which it is no text, as half of it damaged would still be."""
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_LOOKED_AT = 400
"""Cells with letters beyond ASCII by which an encoding is judged."""
_SEPARATORS = re.compile(r"[,;\t|\r\n\"]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_MOJIBAKE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2122]")
_MOST_TOLD = 200
"""Lines that are named where bytes are damaged."""


class Text(Value):
    """A text and how it was encoded.

    Attributes:
        text: without a byte order mark.
        encoding: as Python calls it; "" where nothing but ASCII is in it.
        saved: the same in plain words, and whether it was mended.
        damaged: the lines that cannot be read.
    """

    text: str
    encoding: str
    saved: str
    damaged: tuple[Problem, ...] = ()


def read_encoded(
    file: str, content: bytes, told: str, recognise: Callable[[str], bool], is_title: Titled
) -> Text:
    """The text of the bytes; raises `Unreadable` for an encoding that is told and is none.

    Args:
        file: its name, for what is said of it.
        told: the encoding, if somebody says it.
        recognise: whether a cell is surely a delegation.
        is_title: whether a cell is a title of a column that is known.
    """
    if told:
        return _as_told(file, content, told)
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return _decoded(file, content.removeprefix(mark), encoding)
    if (wide := _side_of_zeros(content)) is not None:
        return _decoded(file, content, wide)
    if len(_NO_TEXT.findall(content[: 1 << 16])) > _MOST_CONTROLS * min(len(content), 1 << 16):
        raise Unreadable("is no text and no table", "an .xlsx, .ods, CSV or JSON file")
    if content.isascii():
        return Text(content.decode("ascii"), "", "")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        if _is_mostly_utf8(content):
            return _decoded(file, content, "utf-8")
        sample = _sample(content)
        best = max(
            _CANDIDATES, key=lambda one: (_score(sample, one, recognise, is_title), one == "cp1252")
        )
        return _decoded(file, content, best)
    mended = _mended(text, recognise, is_title)
    if mended is not None:
        return Text(mended, "utf-8", "UTF-8, of letters that were saved wrongly before and mended")
    return Text(text, "utf-8", PLAIN_NAMES["utf-8"])


Titled = Callable[[str], bool]


def _as_told(file: str, content: bytes, told: str) -> Text:
    try:
        encoding = codecs.lookup(told).name
        if encoding not in PLAIN_NAMES and not codecs.lookup(told)._is_text_encoding:
            raise LookupError
    except (LookupError, ValueError):
        known = "one as utf-8, cp1252, cp1256 or gb18030"
        raise Unreadable(f"{quoted(told)} is not an encoding", known) from None
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        content = content.removeprefix(mark)
    encoding = {"utf-16": "utf-16-le"}.get(encoding, encoding)
    return _decoded(file, content, encoding)


def _decoded(file: str, content: bytes, encoding: str) -> Text:
    """The text; lines with bytes that are none in the encoding are told."""
    python = "utf-8" if encoding == "utf-8-sig" else encoding
    saved = PLAIN_NAMES.get(encoding, encoding)
    try:
        return Text(content.decode(python), encoding, saved)
    except (UnicodeDecodeError, ValueError):
        text = content.decode(python, errors="replace")
    lines = [at for at, line in enumerate(text.split("\n"), start=1) if "\ufffd" in line]
    what = "has letters that are damaged"
    expected = "the file saved again as UTF-8"
    damaged = tuple(Problem(file, line, "", what, expected) for line in lines[:_MOST_TOLD])
    return Text(text, encoding, saved, damaged)


def _side_of_zeros(content: bytes) -> str | None:
    """UTF-16 of the side on which bytes are zero, or None."""
    sample = content[: 1 << 16]
    most = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0) / most, sample[1::2].count(0) / most
    if max(even, odd) < _ZEROS or min(even, odd) > max(even, odd) / 2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether it is UTF-8 of which some lines are damaged, and no other encoding."""
    lines = [line for line in content.split(b"\n") if not line.isascii()]
    right = sum(map(_is_utf8, lines))
    if right >= 2 and right * 4 >= len(lines):
        return True
    whole = len(re.findall(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}", content))
    wrong = content.decode("utf-8", errors="replace").count("\ufffd")
    return whole >= 2 and whole > 2 * wrong


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cells(text: str) -> list[str]:
    """The distinct cells with letters beyond ASCII, as far as they are looked at."""
    found: dict[str, None] = {}
    for cell in _SEPARATORS.split(text):
        if cell and not cell.isascii():
            found[cell.strip()] = None
            if len(found) >= _LOOKED_AT:
                break
    return list(found)


def _sample(content: bytes) -> bytes:
    """The first lines that are not ASCII, as far as an encoding is judged by them."""
    lines = (line for line in content.splitlines() if not line.isascii())
    return b"\n".join(islice(lines, _LOOKED_AT))[: 1 << 16]


def _score(
    content: bytes, encoding: str, recognise: Callable[[str], bool], is_title: Titled
) -> float:
    """How much of the text is what ought to be in it, read in that encoding."""
    try:
        text = content.decode(encoding)
        lost = 0
    except UnicodeDecodeError:
        text = content.decode(encoding, errors="replace")
        lost = text.count("\ufffd")
    cells = _cells(text)
    names = sum(3 for cell in cells if recognise(cell))
    titles = sum(2 for cell in cells if is_title(cell))
    controls = len(_CONTROLS.findall(text))
    return names + titles - 0.5 * controls - lost - _oddity(cells)


def _oddity(cells: list[str]) -> float:
    """What speaks, a little, against cells in which nothing is known: signs inside words, mixed
    scripts, capitals behind small letters."""
    odd = sum(1 for cell in cells if _ODD.search(cell))
    return 0.9 * odd / max(1, len(cells))


_ODD = re.compile(
    r"[^\W\d_][\u00a1-\u00bf\u2020-\u203a\u2202-\u25ff\u0192\u02c6-\u02dd\u00d7\u00f7][^\W\d_]"
    r"|[a-z\u00df-\u00f6\u0430-\u044f][A-Z\u00c0-\u00d6\u0410-\u042f]{2}"
    r"|[a-zA-Z][\u0400-\u06ff\u4e00-\u9fff]|[\u0400-\u06ff\u4e00-\u9fff][a-zA-Z]"
    r"|\b[\u0430-\u044f][\u0410-\u042f]"
)


def _mended(text: str, recognise: Callable[[str], bool], is_title: Titled) -> str | None:
    """The text before it was taken for Windows-1252 and saved as UTF-8; None if it never was.

    Only if every such cell is whole again, and one of them is known.
    """
    cells = _cells(text)
    wrong = [cell for cell in cells if _MOJIBAKE.search(cell)]
    if not wrong or len(wrong) < len(cells):
        return None
    right = [_before(cell) for cell in wrong]
    known = [cell for cell in right if cell is not None and (recognise(cell) or is_title(cell))]
    if None in right or not known:
        return None
    return "\n".join(_before(line) or line for line in text.split("\n"))


def _before(text: str) -> str | None:
    try:
        return b"".join(
            one.encode("latin-1" if one in _UNDEFINED else "cp1252") for one in text
        ).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


_UNDEFINED = "\x81\x8d\x8f\x90\x9d"
"""Bytes that Windows-1252 leaves open; programs take them for themselves."""
