"""SQLite's C interface as far as the shim needs it: codes, prototypes, structures, the library."""

import _sqlite3
import ctypes
import sqlite3
import sys
from contextlib import closing
from typing import Any, ClassVar

SQLITE_OK = 0
SQLITE_IOERR = 10
SQLITE_FULL = 13
SQLITE_IOERR_FSYNC = SQLITE_IOERR | (4 << 8)

OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_void_p,  # the name as an address: URI parameters stand in memory after it
    ctypes.c_void_p,
    ctypes.c_int,
    ctypes.c_void_p,
)
DELETE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
CLOSE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
WRITE = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
)
TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int64)
SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
OPEN_DIRECTORY = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
SET_CALL = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
GET_CALL = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)


def _pointers(names: str) -> list[tuple[str, Any]]:
    return [(name, ctypes.c_void_p) for name in names.split()]


class Vfs(ctypes.Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [
        ("iVersion", ctypes.c_int),
        ("szOsFile", ctypes.c_int),
        ("mxPathname", ctypes.c_int),
        ("pNext", ctypes.c_void_p),
        ("zName", ctypes.c_char_p),
        *_pointers(
            "pAppData xOpen xDelete xAccess xFullPathname xDlOpen xDlError xDlSym xDlClose"
            " xRandomness xSleep xCurrentTime xGetLastError xCurrentTimeInt64"
            " xSetSystemCall xGetSystemCall xNextSystemCall"
        ),
    ]


class Methods(ctypes.Structure):
    """`sqlite3_io_methods`, version 3."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [
        ("iVersion", ctypes.c_int),
        *_pointers(
            "xClose xRead xWrite xTruncate xSync xFileSize xLock xUnlock xCheckReservedLock"
            " xFileControl xSectorSize xDeviceCharacteristics xShmMap xShmLock xShmBarrier"
            " xShmUnmap xFetch xUnfetch"
        ),
    ]


class File(ctypes.Structure):
    """`sqlite3_file`: what SQLite sees of an open file."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [("pMethods", ctypes.c_void_p)]


def address_of(function: Any) -> int | None:
    return ctypes.cast(function, ctypes.c_void_p).value


def stdlib_sqlite() -> ctypes.CDLL:
    """The SQLite that the `sqlite3` module uses. Raises OSError where it cannot be reached."""
    if sys.platform != "linux":
        raise OSError("the shim knows SQLite's VFS for Linux only")
    # A look-up through the module finds the library that it is linked to as well as its own copy.
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    try:
        library.sqlite3_sourceid.restype = ctypes.c_char_p
        library.sqlite3_vfs_find.restype = ctypes.c_void_p
        source = library.sqlite3_sourceid().decode()
    except AttributeError as error:
        raise OSError("the sqlite3 module does not show the symbols of its SQLite") from error
    with closing(sqlite3.connect(":memory:")) as connection:
        (used,) = connection.execute("SELECT sqlite_source_id()").fetchone()
    if source != used:
        raise OSError("the SQLite found is not the one that the sqlite3 module uses")
    return library
