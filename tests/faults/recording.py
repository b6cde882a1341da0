"""What the application asks of the disk, written down while it runs unchanged."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from .operations import (
    Acknowledged,
    DirectorySync,
    FailedSync,
    Link,
    Operation,
    Rename,
    Sync,
    Truncate,
    Unlink,
    Write,
)
from .oscalls import os_calls_watched
from .vfs import shim


@dataclass(slots=True)
class _Known:
    """A name of the folder as it now is: our inode, the system's, and the bytes last seen.

    `content` is None for SQLite's own files: they are never opened by hand, which would drop
    SQLite's locks, and need not be, for the shim tells of their writes.
    """

    inode: int
    system_inode: int
    content: bytes | None


class Log:
    """Everything asked of one folder's disk, in order.

    SQLite's files are told of by the shim. Other files (the head file) are compared at every
    operation with what was last seen of them, and their renames and fsyncs are watched, so that
    the application need not take part. Only `acknowledge` is for the test to call.

    Attributes:
        folder: the recorded folder, its links resolved.
        initial: name and bytes of each file at the start; its inode is its place here. They are
            taken to be on the medium.
        operations: what was asked since.
        directories: none; what folders are made is not told here.
        labels: for each inode the name it was first known by, for reports.
    """

    def __init__(self, folder: Path, lying_fsync: bool = False) -> None:
        self.folder = Path(os.path.realpath(folder))
        self.operations: list[Operation] = []
        self.labels: list[str] = []
        self.directories: frozenset[int] = frozenset()
        self._lying = lying_fsync
        self._lock = RLock()
        self._known: dict[str, _Known] = {}
        initial: list[tuple[str, bytes]] = []
        for name, status in self._walk():
            content = (self.folder / name).read_bytes()
            self._know(name, status.st_ino, content)
            initial.append((name, content))
        self.initial: tuple[tuple[str, bytes], ...] = tuple(initial)

    def acknowledge(self, act: int) -> None:
        """The user has been told that `act` (counted upwards) is recorded: it must not be lost."""
        with self._lock:
            self.look()
            self.operations.append(Acknowledged(act))

    def look(self) -> None:
        """Write down what happened to files that are not SQLite's since the last look."""
        with self._lock:
            present = dict(self._walk())
            for name in sorted(self._known.keys() - present.keys()):
                self._forget(name)
            for name, status in present.items():
                known = self._known.get(name)
                if known is None or known.system_inode != status.st_ino:
                    known = self._link(name, status.st_ino, b"")
                if known.content is not None:
                    # An empty file is often a lock: opening it by hand could release it.
                    path = self.folder / name
                    self._compare(known, path.read_bytes() if status.st_size else b"")

    # What the shim tells (see `vfs.Witness`).

    def opening(self, path: str) -> None:
        self.look()

    def opened(self, path: str) -> int | None:
        name = self._relative(path)
        if name is None:
            return None
        with self._lock:
            number = os.stat(path).st_ino
            known = self._known.get(name)
            if known is None or known.system_inode != number:
                known = self._link(name, number, None)
            known.content = None
            return known.inode

    def wrote(self, handle: int, offset: int, data: bytes) -> None:
        self._append(Write(handle, offset, data))

    def truncated(self, handle: int, size: int) -> None:
        self._append(Truncate(handle, size))

    def synced(self, handle: int, succeeded: bool) -> None:
        if not succeeded:
            self._append(FailedSync(handle))
        elif not self._lying:
            self._append(Sync(handle))

    def deleted(self, path: str) -> None:
        with self._lock:
            self.look()
            name = self._relative(path)
            if name in self._known:
                self._forget(name)

    def directory_synced(self, directory: str) -> None:
        name = self._relative(directory)
        if name is not None and not self._lying:
            self._append(DirectorySync(name))

    # What is seen of the application's own files.

    def renamed(self, source: str, target: str) -> None:
        """A rename through `os` has just been done; `look` came before it."""
        with self._lock:
            before, after = self._relative(source), self._relative(target)
            if before is None or after is None or before not in self._known:
                return  # across the folder's border: the next look sees it come or go
            known = self._known.pop(before)
            self._known[after] = known
            self.operations.append(Rename(before, after, known.inode))

    def fsynced(self, descriptor: int) -> None:
        """A file or directory was synced by the application itself."""
        path = os.readlink(f"/proc/self/fd/{descriptor}")
        if os.path.isdir(path):
            self.directory_synced(path)
            return
        self.look()
        known = self._known.get(self._relative(path) or "")
        if known is not None:
            self.synced(known.inode, True)

    def _append(self, operation: Operation) -> None:
        with self._lock:
            self.look()
            self.operations.append(operation)

    def _relative(self, path: str) -> str | None:
        """The name in the folder ("" for the folder itself); None for what lies outside."""
        parent, base = os.path.split(os.path.abspath(path))
        name = os.path.relpath(os.path.join(os.path.realpath(parent), base), self.folder)
        if name == os.pardir or name.startswith(os.pardir + os.sep):
            return None
        return "" if name == os.curdir else name

    def _walk(self, directory: str = "") -> Iterator[tuple[str, os.stat_result]]:
        """Name and status of every file; the WAL's shared memory is not a file to SQLite."""
        with os.scandir(self.folder / directory) as entries:
            for entry in entries:
                name = os.path.join(directory, entry.name)
                if entry.is_dir(follow_symlinks=False):
                    yield from self._walk(name)
                elif not name.endswith("-shm"):
                    try:
                        status = entry.stat(follow_symlinks=False)
                    except FileNotFoundError:
                        continue
                    if stat.S_ISREG(status.st_mode):
                        yield name, status

    def _know(self, name: str, system_inode: int, content: bytes | None) -> _Known:
        known = _Known(len(self.labels), system_inode, content)
        self.labels.append(name)
        self._known[name] = known
        return known

    def _link(self, name: str, system_inode: int, content: bytes | None) -> _Known:
        known = self._know(name, system_inode, content)
        self.operations.append(Link(name, known.inode))
        return known

    def _forget(self, name: str) -> None:
        del self._known[name]
        self.operations.append(Unlink(name))

    def _compare(self, known: _Known, content: bytes) -> None:
        seen = known.content
        if seen is None or content == seen:
            return
        known.content = content
        if not content.startswith(seen):
            self.operations.append(Truncate(known.inode, 0))
            seen = b""
        if content != seen:
            self.operations.append(Write(known.inode, len(seen), content[len(seen) :]))


@contextmanager
def recording(folder: Path, *, lying_fsync: bool = False) -> Iterator[Log]:
    """Record what is asked of the disk in `folder`; open the database inside, not before.

    Args:
        folder: what it holds on entry is taken to be on the medium.
        lying_fsync: pass syncs on, but do not believe them: a drive that only says it has synced.

    Raises:
        RuntimeError: when recordings nest, or files are already open through the shim.
        OSError: where there can be no shim (ask `why_unavailable` first).
    """
    the_shim = shim()
    if the_shim.witness is not None:
        raise RuntimeError("a recording is already going on")
    if the_shim.open_paths:
        raise RuntimeError(f"open the database inside the recording: {the_shim.open_paths}")
    log = Log(folder, lying_fsync)
    with os_calls_watched(log), the_shim.installed():
        the_shim.witness = log
        try:
            yield log
            log.look()
        finally:
            the_shim.witness = None
