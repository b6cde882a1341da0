"""What a recording is made of: one value for each thing that was asked of the disk.

A file is known by an inode number of the recording's own, so that a renamed or deleted name and the
bytes behind it can be lost apart. Names are relative to the recorded folder.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Write:
    """`data` was written at byte `offset`."""

    inode: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Truncate:
    """The file was cut, or lengthened with zeros, to `size` bytes."""

    inode: int
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """Everything written to the file so far is on the medium."""

    inode: int


@dataclass(frozen=True, slots=True)
class FailedSync:
    """The sync failed: a later one that succeeds no longer vouches for what was written before."""

    inode: int


@dataclass(frozen=True, slots=True)
class Link:
    """The name was created."""

    name: str
    inode: int


@dataclass(frozen=True, slots=True)
class Unlink:
    """The name was deleted."""

    name: str


@dataclass(frozen=True, slots=True)
class Rename:
    """`source` became `name`, taking the place of what had that name."""

    source: str
    name: str
    inode: int


@dataclass(frozen=True, slots=True)
class DirectorySync:
    """The names in `directory` ("" is the recorded folder) are on the medium."""

    directory: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The application has told its user that `act` is recorded."""

    act: int


Change = Write | Truncate
Naming = Link | Unlink | Rename
Operation = Change | Naming | Sync | FailedSync | DirectorySync | Acknowledged
