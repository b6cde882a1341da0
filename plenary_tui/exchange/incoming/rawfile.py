"""The bytes of a file that an office has, and what it is by its content, whatever its name says."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from plenary_tui import medium
from plenary_tui.exchange.files import LARGEST
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown

MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes of all that a workbook holds, unpacked."""
_PIECE = 1 << 20
MOST_PARTS = 2_000
"""Files that a workbook may hold."""
_IN_USE = "-wal"
"""Stands beside a SQLite database that is open, under its name and this; whoever opened it past
SQLite would let go of the locks of this process when closing it."""
ROWS = 20_000
"""Rows of a table that are read, its header not counted."""
COLUMNS = 200
"""Columns of a table that are read."""
_SAVED = "an .xlsx, .ods, CSV or JSON file"


class Kind(StrEnum):
    """What the bytes are."""

    WORKBOOK = "workbook"
    TEXT = "text"


class Unreadable(ValueError):
    """Nothing of a file can be read, and why.

    Attributes:
        what: is wrong, without a full stop.
        expected: what would be right; "" if `what` says it.
        line: where; None for the whole file.
    """

    def __init__(self, what: str, expected: str = "", line: int | None = None) -> None:
        super().__init__(what)
        self.what, self.expected, self.line = what, expected, line

    def problem(self, file: str) -> Problem:
        """It as a problem of that file."""
        return Problem(file, self.line, "", self.what, self.expected)


class Raw(Value):
    """A file as it stands on the disk.

    Attributes:
        name: without folders, as it may be shown.
        content: its bytes.
    """

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Of its bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def read_raw(path: Path) -> Raw:
    """The bytes of a file; raises `Unreadable`."""
    if os.path.lexists(f"{path.resolve()}{_IN_USE}"):
        raise Unreadable("is a database that is in use, not a table", _SAVED)
    try:
        return Raw(shown(path.name), medium.read(path, LARGEST))
    except OSError as error:
        instead = "the path of a file"
        if error.errno == errno.EFBIG:
            instead = "the rows that are needed, without pictures"
        raise Unreadable(f"cannot be read ({medium.why(error)})", instead) from None


_SIGNATURES = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "an archive (gzip)"),
    (b"7z\xbc\xaf", "an archive (7z)"),
    (b"Rar!", "an archive (RAR)"),
    (b"SQLite format 3", "a database"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(rb"\s*<(?:!doctype html|html|head|table|meta|\?xml)", re.IGNORECASE)


def kind_of(content: bytes) -> Kind:
    """What the bytes are, if they can be read; raises `Unreadable` with what they are instead."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("is empty", _SAVED)
    if content.startswith(b"PK"):
        _check_archive(content)
        return Kind.WORKBOOK
    if content.startswith(_OLE):
        _check_compound(content)
        return Kind.WORKBOOK
    binary = b"\0" in content[:4096] or content[:1] not in (b"B", b"I", b"M", b"G", b"7", b"R")
    for signature, what in _SIGNATURES:
        if content.startswith(signature) and (binary or len(signature) > 3):
            raise Unreadable(f"is {what}, not a table", _SAVED)
    if content[4:8] == b"ftyp" or (content.startswith(b"RIFF") and content[8:12] == b"WEBP"):
        raise Unreadable("is a picture or a film, not a table", _SAVED)
    if _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")[:200]):
        raise Unreadable("is a web page or XML, not a table", f"it saved again as {_SAVED}")
    return Kind.TEXT


_PROTECTED = Unreadable("is protected with a password", "it saved without one")
_DAMAGED = Unreadable("is damaged or cut off: it cannot be unpacked", "it saved or sent again")


def _check_archive(content: bytes) -> None:
    """Refuse a ZIP that is no workbook, is damaged, or unpacks to more than it should."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            size = sum(part.file_size for part in parts)
            if size > MOST_UNPACKED or len(parts) > MOST_PARTS:
                most = f"{MOST_UNPACKED // 1024 // 1024} MB in {MOST_PARTS:,} parts at most"
                told = f"{size // 1024 // 1024:,} MB in {len(parts):,} parts"
                raise Unreadable(f"unpacks to {told}", most)
            if any(part.flag_bits & 1 for part in parts):
                raise _PROTECTED
            is_sheet = any(name.startswith("xl/") for name in names)
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
            if b"spreadsheet" in mimetype and "META-INF/manifest.xml" in names:
                is_sheet = True
                if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                    raise _PROTECTED
            if not is_sheet:
                raise Unreadable(f"is {_archive_of(names)}, not a table", _SAVED)
            for part in parts:
                with archive.open(part) as unpacked:
                    while unpacked.read(_PIECE):
                        """A part that is larger than it says ends where it should, and is wrong."""
    except Unreadable:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
        raise _DAMAGED from None
    except (NotImplementedError, KeyError, MemoryError):
        raise _DAMAGED from None


def _archive_of(names: set[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return "a Word document"
    if any(name.startswith("ppt/") for name in names):
        return "a presentation"
    return "a ZIP archive or another document"


def _check_compound(content: bytes) -> None:
    """Refuse a file of the older Office that is no workbook, or is a workbook with a password."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise _PROTECTED
    if not (holds("Workbook") or holds("Book")):
        raise Unreadable("is an older Office document, not a table", _SAVED)
