"""What whole processes, unchanged, ask of the disk: written down, and failing where it is told to.

A small library (witness.c), compiled where there is a C compiler, stands before the system's own
in each process that is started with `Witness.env`. What it wrote down is read as the operations of
which `replay` makes every state that the disk could be left in.
"""

from __future__ import annotations

import atexit
import errno
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

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

ROOT = Path(__file__).parents[2]
PLENARY = (sys.executable, "-m", "plenary_tui")
_FAULT = struct.Struct("=4q")
_NOT_OURS = (*("PYTHON", "TEXTUAL", "XDG_", "PLENARY_", "NO_COLOR", "LC_", "LANG"), "LD_PRELOAD")


def why_no_witness() -> str:
    """Why processes cannot be watched here; "" if they can."""
    if not sys.platform.startswith("linux"):
        return "file operations are watched on Linux only"
    return "" if shutil.which("cc") else "there is no C compiler (cc) to make the witness with"


@cache
def _library() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="witness-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    source, made = Path(__file__).with_name("witness.c"), folder / "witness.so"
    subprocess.run(
        ["cc", "-O1", "-w", "-shared", "-fPIC", "-o", made, source, "-ldl", "-lpthread"], check=True
    )
    return made


@dataclass(frozen=True, slots=True)
class Traced:
    """What processes asked of one folder's disk; read as a `Log` is.

    Attributes:
        directories: which of the inodes are folders.
    """

    initial: tuple[tuple[str, bytes], ...]
    operations: list[Operation]
    labels: list[str]
    directories: frozenset[int]


class Ended(NamedTuple):
    """How a process ended, and what it said."""

    status: int
    out: str
    err: str


class Witness:
    """Watches all that is done in `folder` by processes that have its `env`.

    Attributes:
        env: their whole environment; the account's own folders are in `folder` as well.
    """

    def __init__(self, folder: Path, beside: Path) -> None:
        """What the folder holds is taken to be on the medium.

        Args:
            beside: another folder, for what is written down.
        """
        self.folder = Path(os.path.realpath(folder))
        self._log, self._fault = beside / "witnessed", beside / "fault"
        self._log.write_bytes(b"")
        self._fault.write_bytes(bytes(_FAULT.size))
        mine = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
        self.env = {
            **mine,
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
            "LD_PRELOAD": str(_library()),
            "WITNESS_LOG": str(self._log),
            "WITNESS_FAULT": str(self._fault),
            "WITNESS_FOLDER": str(self.folder),
        }
        for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
            self.env[f"XDG_{kind}_HOME"] = str(self.folder / kind.lower())
        self._initial = tuple(_files(self.folder))
        self._first = {name: os.lstat(self.folder / name).st_ino for name, _ in self._initial}

    def run(self, *words: str, given: str = "") -> Ended:
        """`plenary` with these words; `given` is typed into it."""
        return self.python("-m", "plenary_tui", *words, given=given)

    def python(self, *words: str, given: str = "") -> Ended:
        """Python with these words."""
        done = subprocess.run(
            [sys.executable, *words],
            env=self.env,
            cwd=ROOT,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def acknowledge(self, number: int) -> None:
        """A person was told that this is done; numbers go up."""
        with self._log.open("ab") as log:
            log.write(b"A 0 0 %d 0 0\n" % number)

    def let_fail(self, nth: int, error: int = errno.EIO, *, forever: bool = False) -> None:
        """The n-th operation from now on fails, and all after it as well if `forever`."""
        self._set(nth, error, int(forever), 0)

    def heal(self) -> int:
        """Nothing fails any more; how many operations did."""
        hits = _FAULT.unpack(self._fault.read_bytes())[3]
        self._set(0, 0, 0, 0)
        return int(hits)

    def _set(self, *numbers: int) -> None:
        with self._fault.open("r+b") as file:  # in place: it is mapped into every process
            file.write(_FAULT.pack(*numbers))

    def traced(self) -> Traced:
        """All that was done so far."""
        labels = [name for name, _ in self._initial]
        inodes = {number: place for place, number in enumerate(self._first.values())}
        directories: set[int] = set()
        operations: list[Operation] = []
        for one in _records(self._log.read_bytes()):
            if one.kind == "A":
                operations.append(Acknowledged(one.offset))
                continue
            name = self._name(one.path)
            if one.kind in "LM" and one.offset == 0:  # a new file, maybe of a number used before
                inodes.pop(one.inode, None)
                if name is not None:
                    inodes[one.inode] = len(labels)
                    labels.append(name)
                    operations.append(Link(name, inodes[one.inode]))
                    if one.kind == "M":
                        directories.add(inodes[one.inode])
            elif one.kind == "D" and name is not None:
                operations.append(DirectorySync(name))
            elif one.kind == "U" and name is not None:
                operations.append(Unlink(name))
            elif one.kind == "R" and name is not None:
                target = self._name(os.fsdecode(one.data))
                inode = _inode_of(name, self._initial, operations)
                assert target is not None and inode is not None, f"{name} leaves the folder"
                operations.append(Rename(name, target, inode))
            elif (inode := inodes.get(one.inode)) is not None:
                match one.kind:
                    case "W":
                        operations.append(Write(inode, one.offset, one.data))
                    case "T":
                        operations.append(Truncate(inode, one.offset))
                    case "S":
                        operations.append(Sync(inode))
                    case "F":
                        operations.append(FailedSync(inode))
                    case "L" if name is not None:
                        operations.append(Link(name, inode))
        return Traced(self._initial, operations, labels, frozenset(directories))

    def real_files(self) -> dict[str, bytes]:
        """What really is there, which the operations must lead to."""
        return dict(_files(self.folder))

    def _name(self, path: str) -> str | None:
        if path.endswith("-shm"):
            return None  # SQLite's shared memory, which is no file to it
        name = os.path.relpath(path, self.folder)
        if name == os.pardir or name.startswith(os.pardir + os.sep):
            return None
        return "" if name == os.curdir else name


class _Record(NamedTuple):
    kind: str
    inode: int
    offset: int
    path: str
    data: bytes


def _records(data: bytes) -> Iterator[_Record]:
    at = 0
    while at < len(data):
        end = data.index(b"\n", at)
        kind, _, inode, offset, size, length = data[at:end].split()
        middle = end + 1 + int(length)
        path = os.fsdecode(data[end + 1 : middle])
        at = middle + int(size)
        yield _Record(kind.decode(), int(inode), int(offset), path, data[middle:at])


def _inode_of(
    name: str, initial: tuple[tuple[str, bytes], ...], operations: list[Operation]
) -> int | None:
    """Which inode bears a name after all of that."""
    for operation in reversed(operations):
        if isinstance(operation, Link | Rename) and operation.name == name:
            return operation.inode
        if isinstance(operation, Unlink) and operation.name == name:
            return None
    return next((place for place, (one, _) in enumerate(initial) if one == name), None)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file but SQLite's shared memory, which is none to it."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.name.endswith("-shm"):
            yield str(file.relative_to(folder)), file.read_bytes()


def mutated(traced: Traced, mutant: str) -> Traced:
    """The same processes as a careless program would have been.

    Args:
        mutant: *no syncs*, *no directory syncs*, or *rename before sync*.
    """
    operations: list[Operation] = []
    if mutant == "rename before sync":
        for operation in traced.operations:
            operations.append(operation)
            if isinstance(operation, Rename):
                inode = operation.inode
                kept = [one for one in operations if one != Sync(inode)]
                operations = [*kept, Sync(inode)]
    else:
        dropped = (Sync, DirectorySync) if mutant == "no syncs" else (DirectorySync,)
        operations = [one for one in traced.operations if not isinstance(one, dropped)]
    return Traced(traced.initial, operations, traced.labels, traced.directories)
