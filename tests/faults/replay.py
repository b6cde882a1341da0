"""Every content that the disk could have if the power went at some moment of a recording.

After each operation: of what was written and not synced, nothing arrived, or all of it, or all but
one, or one alone, or one file's only, or all but one file's, or all with the last write torn, or
the lengths without the bytes. Names created, renamed and deleted since the directory was last
synced were kept, or lost, or all but one kept, or one alone.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from .operations import (
    Acknowledged,
    Change,
    DirectorySync,
    FailedSync,
    Link,
    Naming,
    Operation,
    Rename,
    Sync,
    Truncate,
    Unlink,
    Write,
)

TORN_AT = (512, 4096)
"""Bytes of the last write that arrived, when it was torn."""

LATEST_NAMES = 6
"""Of more unsynced names than this, the older ones are kept or lost together only."""

_Changes = Mapping[int, tuple[Change, ...]]
_Names = Mapping[str, int]


class Recorded(Protocol):
    """What was asked of a folder's disk: see `recording.Log`, and `process.Traced`."""

    @property
    def initial(self) -> tuple[tuple[str, bytes], ...]: ...
    @property
    def operations(self) -> Sequence[Operation]: ...
    @property
    def labels(self) -> Sequence[str]: ...
    @property
    def directories(self) -> frozenset[int]: ...


@dataclass(frozen=True, slots=True)
class _Content:
    """A file's bytes: what was on the medium, and the changes that arrived."""

    base: bytes
    changes: tuple[Change, ...]

    def build(self) -> bytes:
        content = bytearray(self.base)
        for change in self.changes:
            match change:
                case Write(_, offset, data):
                    content.extend(bytes(max(0, offset - len(content))))
                    content[offset : offset + len(data)] = data
                case Truncate(_, size):
                    del content[size:]
                    content.extend(bytes(size - len(content)))
        return bytes(content)


@dataclass(frozen=True, slots=True)
class DiskState:
    """One content of the folder that a power cut could leave.

    Attributes:
        acknowledged: the acts that the user had been told of by then.
        how: the moment, and what was lost.
    """

    contents: Mapping[str, _Content]
    acknowledged: tuple[int, ...]
    how: str

    def files(self) -> dict[str, bytes]:
        """The files by name."""
        return {name: content.build() for name, content in self.contents.items()}

    def write_to(self, folder: Path) -> None:
        """Write the files into an empty folder."""
        for name, data in self.files().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


@dataclass(slots=True)
class _Inode:
    """A file without its name. After a failed sync it has more than one possible base."""

    bases: list[bytes]
    pending: list[Change] = field(default_factory=list)

    def settle(self, certain: bool) -> None:
        arrived = [_Content(base, tuple(self.pending)).build() for base in self.bases]
        self.bases = list(dict.fromkeys(arrived if certain else arrived + self.bases))
        self.pending.clear()


class _Disk:
    """The disk at one moment: what is on the medium, and what is still on its way."""

    def __init__(self, log: Recorded) -> None:
        self.inodes = [_Inode([content]) for _, content in log.initial]
        self.inodes += [_Inode([b""]) for _ in log.labels[len(self.inodes) :]]
        self.names: _Names = {name: inode for inode, (name, _) in enumerate(log.initial)}
        self.pending_names: list[Naming] = []
        self.acknowledged: tuple[int, ...] = ()
        self._labels = log.labels
        self._directories = log.directories
        self._folders = {log.labels[inode] for inode in log.directories}

    def carry_out(self, operation: Operation) -> None:
        match operation:
            case Write() | Truncate():
                self.inodes[operation.inode].pending.append(operation)
            case Sync(inode):
                self.inodes[inode].settle(certain=True)
            case FailedSync(inode):
                self.inodes[inode].settle(certain=False)
            case DirectorySync(directory):
                here = [name for name in self.pending_names if _parent(name.name) == directory]
                self.names = _renamed(self.names, here)
                self.pending_names = [name for name in self.pending_names if name not in here]
            case Acknowledged(act):
                self.acknowledged += (act,)
            case _:
                self.pending_names.append(operation)

    def all_names(self) -> _Names:
        return _renamed(self.names, self.pending_names)

    def outcomes(self) -> Iterator[tuple[str, dict[str, _Content]]]:
        """What was lost, and the files that are left; the same files may come more than once."""
        everything: _Changes = {
            number: tuple(inode.pending) for number, inode in enumerate(self.inodes)
        }
        extremes: list[tuple[str, _Changes]] = [("all written", everything), ("none written", {})]
        for kept, names in self._name_outcomes():
            thorough = kept in ("all names", "synced names only")
            written = self._written(everything, set(names.values())) if thorough else extremes
            for arrived, changes in written:
                yield f"{kept}, {arrived}", self._contents(names, changes)
            for number in set(names.values()):
                for base in self.inodes[number].bases[1:]:
                    for arrived, changes in extremes:
                        contents = self._contents(names, changes, {number: base})
                        yield f"{kept}, {arrived}, failed sync not written", contents

    def _contents(
        self, names: _Names, changes: _Changes, bases: Mapping[int, bytes] | None = None
    ) -> dict[str, _Content]:
        return {
            name: _Content(
                (bases or {}).get(inode, self.inodes[inode].bases[0]), changes.get(inode, ())
            )
            for name, inode in names.items()
            if inode not in self._directories and self._is_reached(name, names)
        }

    def _is_reached(self, name: str, names: _Names) -> bool:
        """Whether the folders that were made on the way to a name are there themselves."""
        while name := _parent(name):
            if name in self._folders and name not in names:
                return False
        return True

    def _name_outcomes(self) -> Iterator[tuple[str, _Names]]:
        pending = self.pending_names
        yield "all names", self.all_names()
        if pending:
            yield "synced names only", self.names
        for index in range(max(0, len(pending) - LATEST_NAMES), len(pending)):
            others = pending[:index] + pending[index + 1 :]
            yield f"lost {pending[index]}", _renamed(self.names, others)
            yield f"of the names only {pending[index]}", _renamed(self.names, [pending[index]])

    def _written(self, everything: _Changes, reachable: set[int]) -> Iterator[tuple[str, _Changes]]:
        changed = {number: everything[number] for number in reachable if everything[number]}
        yield "all written", changed
        yield "none written", {}
        for number, changes in changed.items():
            label = self._labels[number]
            yield f"only {label} written", {number: changes}
            yield f"all but {label} written", {**changed, number: ()}
            size = len(_Content(self.inodes[number].bases[0], changes).build())
            yield f"{label} only lengthened", {**changed, number: (Truncate(number, size),)}
            for index, change in enumerate(changes):
                what = f"change {index + 1} of {len(changes)} to {label}"
                others = changes[:index] + changes[index + 1 :]
                yield f"lost {what}", {**changed, number: others}
                yield f"only {what}", {number: (change,)}
            yield from self._torn(number, changed)

    def _torn(self, number: int, changed: _Changes) -> Iterator[tuple[str, _Changes]]:
        *before, last = changed[number]
        if isinstance(last, Write):
            for size in TORN_AT:
                if size < len(last.data):
                    torn = Write(number, last.offset, last.data[:size])
                    what = f"last write to {self._labels[number]} torn at {size}"
                    yield what, {**changed, number: (*before, torn)}


def _parent(name: str) -> str:
    return name.rpartition("/")[0]


def _renamed(names: _Names, changes: Sequence[Naming]) -> _Names:
    """The names after `changes`, of which earlier ones may have been lost."""
    result = dict(names)
    for change in changes:
        match change:
            case Link(name, inode):
                result[name] = inode
            case Unlink(name):
                result.pop(name, None)
            case Rename(source, name, inode):
                if result.get(source) == inode:
                    del result[source]
                result[name] = inode
    return result


def disk_states(log: Recorded, since: int = 0) -> tuple[DiskState, ...]:
    """Every distinct content that a power cut could have left, after each operation.

    Of equal contents the one with the most acts acknowledged stands for all: it asks the most.

    Args:
        log: a recording, ended or still going on (only what came so far counts).
        since: leave out the moments before this many operations: `len(log.operations)` at some
            moment, for a power cut after it; a recording grows with the square of its length.
    """
    disk = _Disk(log)
    digests: dict[tuple[bytes, tuple[Change, ...]], bytes] = {}
    states: dict[bytes, DiskState] = {}

    def digest(content: _Content) -> bytes:
        key = (content.base, content.changes)
        if key not in digests:
            digests[key] = hashlib.sha256(content.build()).digest()
        return digests[key]

    operations = tuple(log.operations)
    for count in range(len(operations) + 1):
        if count:
            disk.carry_out(operations[count - 1])
        if count < min(since, len(operations)):
            continue
        for lost, contents in disk.outcomes():
            whole = hashlib.sha256()
            for name in sorted(contents):
                whole.update(name.encode() + b"\0" + digest(contents[name]))
            how = f"after operation {count} of {len(operations)}: {lost}"
            states[whole.digest()] = DiskState(contents, disk.acknowledged, how)
    return tuple(states.values())


def as_written(log: Recorded) -> dict[str, bytes]:
    """The files if nothing is lost: equal to the real folder, or else the recording has a hole."""
    disk = _Disk(log)
    for operation in log.operations:
        disk.carry_out(operation)
    names = disk.all_names()
    return {
        name: _Content(disk.inodes[inode].bases[0], tuple(disk.inodes[inode].pending)).build()
        for name, inode in names.items()
        if inode not in log.directories
    }
