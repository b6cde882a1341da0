"""A shim over the default VFS of the very SQLite that the `sqlite3` module uses.

While it is installed it is the default VFS, so that `sqlite3.connect` and SQLAlchemy go through it
unchanged. It tells a `Witness` what is asked of the disk, lets a `Saboteur` refuse, and passes all
else on, the shared memory of the WAL included.
"""

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from .csqlite import (
    CLOSE,
    DELETE,
    GET_CALL,
    OPEN,
    OPEN_DIRECTORY,
    SET_CALL,
    SQLITE_FULL,
    SQLITE_IOERR,
    SQLITE_IOERR_FSYNC,
    SQLITE_OK,
    SYNC,
    TRUNCATE,
    WRITE,
    File,
    Methods,
    Vfs,
    address_of,
    stdlib_sqlite,
)


class Witness(Protocol):
    """Hears of each operation; a `handle` is whatever `opened` gave back for that file."""

    def opening(self, path: str) -> None: ...
    def opened(self, path: str) -> int | None: ...
    def wrote(self, handle: int, offset: int, data: bytes) -> None: ...
    def truncated(self, handle: int, size: int) -> None: ...
    def synced(self, handle: int, succeeded: bool) -> None: ...
    def deleted(self, path: str) -> None: ...
    def directory_synced(self, directory: str) -> None: ...


class Saboteur(Protocol):
    """Is asked before each write and sync, by the file's path, whether it is to fail."""

    def refuses_write(self, path: str) -> bool: ...
    def refuses_sync(self, path: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class _Original:
    """A method table of the real VFS, callable, and the shim's table in its place."""

    address: int
    close: Callable[..., int]
    write: Callable[..., int]
    truncate: Callable[..., int]
    sync: Callable[..., int]
    replacement: Methods


@dataclass(frozen=True, slots=True)
class _Open:
    path: str
    handle: int | None
    original: _Original


class Shim:
    """The one shim of the process. It lives as long, for SQLite may hold its addresses."""

    def __init__(self, library: ctypes.CDLL) -> None:
        """Find the default VFS. Raises OSError where it is not one that can be watched."""
        self.witness: Witness | None = None
        self.saboteurs: list[Saboteur] = []
        self._library = library
        address = library.sqlite3_vfs_find(None)
        if address is None:
            raise OSError("SQLite has no default VFS")
        self._real = Vfs.from_address(address)
        if self._real.iVersion < 3 or not self._real.xGetSystemCall:
            raise OSError(f"the default VFS, {self._real.zName!r}, is not SQLite's own for Unix")
        self._get_call = GET_CALL(self._real.xGetSystemCall)
        self._set_call = SET_CALL(self._real.xSetSystemCall)
        self._real_open: Callable[..., int] = OPEN(self._real.xOpen)
        self._real_delete: Callable[..., int] = DELETE(self._real.xDelete)
        opener = self._get_call(address, b"openDirectory")
        if opener is None:
            raise OSError("the default VFS does not show when it syncs a directory")
        self._real_open_directory: Callable[..., int] = OPEN_DIRECTORY(opener)
        self._vfs = Vfs()
        ctypes.memmove(ctypes.byref(self._vfs), address, ctypes.sizeof(Vfs))
        self._vfs.zName = b"powerloss"
        self._open = OPEN(self._guarded(self._on_open))
        self._delete = DELETE(self._guarded(self._on_delete))
        self._close = CLOSE(self._guarded(self._on_close))
        self._write = WRITE(self._guarded(self._on_write))
        self._truncate = TRUNCATE(self._guarded(self._on_truncate))
        self._sync = SYNC(self._guarded(self._on_sync))
        self._open_directory = OPEN_DIRECTORY(self._guarded(self._on_open_directory))
        self._originals: dict[int, _Original] = {}
        self._files: dict[int, _Open] = {}
        self._errors: list[BaseException] = []
        self._depth = 0

    @property
    def open_paths(self) -> tuple[str, ...]:
        """The files now open through the shim."""
        return tuple(file.path for file in self._files.values())

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Be the default VFS; nested uses count as one. Errors in the shim itself are raised."""
        self._depth += 1
        try:
            if self._depth == 1:
                self._install()
            yield
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._remove()
        if self._errors and self._depth == 0:
            raise RuntimeError("the power-loss shim failed") from self._errors[0]

    def _install(self) -> None:
        self._errors.clear()
        self._vfs.xOpen = address_of(self._open)
        self._vfs.xDelete = address_of(self._delete)
        real = ctypes.addressof(self._real)
        self._set_call(real, b"openDirectory", address_of(self._open_directory))
        if self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1) != SQLITE_OK:
            raise OSError("SQLite did not register the shim")

    def _remove(self) -> None:
        """Give back all that still refers to the shim: a connection left open goes on without."""
        self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))
        self._library.sqlite3_vfs_register(ctypes.byref(self._real), 1)
        self._set_call(ctypes.addressof(self._real), b"openDirectory", None)
        self._vfs.xOpen, self._vfs.xDelete = self._real.xOpen, self._real.xDelete
        for address, file in self._files.items():
            File.from_address(address).pMethods = file.original.address
        self._files.clear()

    def _guarded(self, body: Callable[..., int]) -> Callable[..., int]:
        """No exception may cross into C: it is kept for `installed`, and SQLite told IOERR."""

        def call(*args: Any) -> int:
            try:
                return body(*args)
            except BaseException as error:
                self._errors.append(error)
                return SQLITE_IOERR

        return call

    def _watched(self, address: int) -> _Original:
        """The real method table at `address` with its replacement, made once."""
        if address not in self._originals:
            methods = Methods.from_address(address)
            copy = Methods()
            ctypes.memmove(ctypes.byref(copy), address, ctypes.sizeof(Methods))
            copy.xClose, copy.xWrite = address_of(self._close), address_of(self._write)
            copy.xTruncate, copy.xSync = address_of(self._truncate), address_of(self._sync)
            self._originals[address] = _Original(
                address,
                CLOSE(methods.xClose),
                WRITE(methods.xWrite),
                TRUNCATE(methods.xTruncate),
                SYNC(methods.xSync),
                copy,
            )
        return self._originals[address]

    def _on_open(
        self, _vfs: int, name: int | None, file: int, flags: int, out_flags: int | None
    ) -> int:
        path = None if name is None else os.fsdecode(ctypes.string_at(name))
        if self.witness is not None and path is not None:
            self.witness.opening(path)
        code = self._real_open(ctypes.addressof(self._real), name, file, flags, out_flags)
        if code == SQLITE_OK and path is not None:  # a nameless file is temporary
            handle = None if self.witness is None else self.witness.opened(path)
            seen = File.from_address(file)
            original = self._watched(seen.pMethods)
            self._files[file] = _Open(path, handle, original)
            seen.pMethods = ctypes.addressof(original.replacement)
        return code

    def _on_delete(self, _vfs: int, name: int, sync_directory: int) -> int:
        # The name goes before the directory is synced, and is told in that order.
        if self.witness is not None:
            self.witness.deleted(os.fsdecode(ctypes.string_at(name)))
        return self._real_delete(ctypes.addressof(self._real), name, sync_directory)

    def _on_close(self, file: int) -> int:
        return self._files.pop(file).original.close(file)

    def _on_write(self, file: int, data: int, amount: int, offset: int) -> int:
        known = self._files[file]
        if any([saboteur.refuses_write(known.path) for saboteur in self.saboteurs]):
            return SQLITE_FULL
        if self.witness is not None and known.handle is not None:
            self.witness.wrote(known.handle, offset, ctypes.string_at(data, amount))
        return known.original.write(file, data, amount, offset)

    def _on_truncate(self, file: int, size: int) -> int:
        known = self._files[file]
        if self.witness is not None and known.handle is not None:
            self.witness.truncated(known.handle, size)
        return known.original.truncate(file, size)

    def _on_sync(self, file: int, flags: int) -> int:
        known = self._files[file]
        refused = any([saboteur.refuses_sync(known.path) for saboteur in self.saboteurs])
        if self.witness is not None and known.handle is not None:
            self.witness.synced(known.handle, not refused)
        return SQLITE_IOERR_FSYNC if refused else known.original.sync(file, flags)

    def _on_open_directory(self, path: int, descriptor: int) -> int:
        """SQLite opens a directory only to sync it."""
        if self.witness is not None:
            self.witness.directory_synced(os.path.dirname(os.fsdecode(ctypes.string_at(path))))
        return self._real_open_directory(path, descriptor)


@cache
def shim() -> Shim:
    """The shim of this process. Raises OSError with the reason where there can be none."""
    return Shim(stdlib_sqlite())


def why_unavailable() -> str | None:
    """The reason for which the shim cannot be used here, or None: for `pytest.mark.skipif`."""
    try:
        shim()
    except OSError as error:
        return str(error)
    return None
