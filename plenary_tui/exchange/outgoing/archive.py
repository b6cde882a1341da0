"""ZIP archives as office files are: written anew so that the same content is the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib

BEGINS = b"PK\x03\x04"
FIRST = "[Content_Types].xml"
_TIME = (1980, 1, 1, 0, 0, 0)
LARGEST = 256 * 1024 * 1024
"""Bytes that an archive may hold when it is unpacked."""


class NoArchive(Exception):
    """Something that is no archive, or one that holds too much."""


def members(data: bytes) -> dict[str, bytes]:
    """What an archive holds, by name. Raises `NoArchive`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > LARGEST:
                raise NoArchive
            return {one.filename: archive.read(one) for one in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
        raise NoArchive from None


def packed(content: dict[str, bytes]) -> bytes:
    """An archive of these members: in one order, of one time, as of one system."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(content, key=lambda one: (one != FIRST, one)):
            about = zipfile.ZipInfo(name, _TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3
            about.external_attr = 0o600 << 16
            archive.writestr(about, content[name])
    return target.getvalue()
