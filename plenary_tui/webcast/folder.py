"""The folder of a feed: each file in it is always whole, and there is one writer."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import medium
from plenary_tui.clock import file_time
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.public.feed import CAPTIONS, FILES, replacements

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = ".plenary-feed.lock"
"""Held while a feed is written to the folder; never deleted."""
SECOND = 1_000_000_000
"""Nanoseconds."""

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | medium.PLAIN


class _Held(PermissionError):
    """On Windows a file that a program has open cannot be replaced."""


class FeedError(Explained):
    """The files cannot be written."""


class FeedFolder:
    """Where the files of one feed are replaced.

    Attributes:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        """Name the folder; nothing is looked at before `take`."""
        self.path = path.absolute()
        self._lock: BaseFileLock | None = None
        self._is_a_disk = False
        self._held: dict[str, str | None] = {}

    @property
    def held(self) -> Mapping[str, str | None]:
        """What each file holds; None for what is not known or not there."""
        return self._held

    @property
    def taken(self) -> bool:
        """Whether it may be written to."""
        return self._lock is not None

    def take(self, *, make: bool = False) -> None:
        """Take charge of the folder, and see what it holds. Raises `FeedError`.

        Args:
            make: whether to make the folder, in one that is there.
        """
        if make:
            try:
                self.path.mkdir(exist_ok=True)
            except FileExistsError:
                pass  # what is there is looked at next
            except OSError as error:
                raise self._explain(error, self.path) from error
        if not os.path.isdir(self.path):
            raise self._no_folder()
        self._require_disk()
        self._take_lock()
        self._held = {name: self._read(name) for name in FILES}

    def write(self, files: Mapping[str, str]) -> None:
        """Replace what is not as it should be, next before now. Raises `FeedError`.

        A caption that cannot be replaced is emptied where that is possible, as it is on a full
        disk: no old name stays in it.
        """
        self._require_disk()
        try:
            for name, content in replacements(self._held, files):
                self._put(name, content)
        except FeedError:
            for name in CAPTIONS:
                if self._held[name] != files[name]:
                    with suppress(FeedError):
                        self._put(name, "")
            raise

    def put(self, files: Mapping[str, str]) -> None:
        """Replace some files, in that order, where they are not so. Raises `FeedError`."""
        self._require_disk()
        for name, content in files.items():
            if self._held[name] != content:
                self._put(name, content)

    def _put(self, name: str, content: str) -> None:
        self._held[name] = None  # until it is known to be whole
        self._replace(name, content)
        self._held[name] = content

    def forget_missing(self) -> bool:
        """Whether a file is missing, so that the next `write` makes it anew.

        Raises `FeedError` if the disk is gone.
        """
        self._require_disk()
        missing = [name for name in FILES if not os.path.exists(self.path / name)]
        for name in missing:
            self._held[name] = None
        return bool(missing)

    def free(self) -> None:
        """Let another feed take the folder. May be called again."""
        lock, self._lock = self._lock, None
        if lock is not None:
            with suppress(OSError):
                lock.release(force=True)

    def _require_disk(self) -> None:
        """Raise `FeedError` if the folder was a disk of its own, and that is gone from it."""
        try:
            disk, around = self.path.stat().st_dev, self.path.parent.stat().st_dev
        except OSError as error:
            raise self._explain(error, self.path) from error
        if disk != around:
            self._is_a_disk = True
        elif self._is_a_disk:
            raise FeedError(
                f"The disk of {shown(str(self.path))} is gone.", "Bring it back, or name another."
            )

    def _take_lock(self) -> None:
        from filelock import FileLock, Timeout

        lock = FileLock(self.path / LOCK, thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise FeedError(
                f"Another feed is being written to {shown(str(self.path))}.",
                "End that one, or name another folder.",
            ) from None
        except NotImplementedError:
            pass  # a share that knows no locks
        except OSError as error:
            raise self._explain(error, self.path) from error
        self._lock = lock

    def _read(self, name: str) -> str | None:
        try:
            return (self.path / name).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def _replace(self, name: str, content: str) -> None:
        """Write beside, bring it to the disk, and put it in the place of the old file."""
        beside, target = self.path / f".{name}.new", self.path / name
        try:
            descriptor = os.open(beside, _CREATE, 0o644)
            with open(descriptor, "wb") as file:
                file.write(content.encode("utf-8", "replace"))
                file.flush()
                os.fsync(file.fileno())
            _stamp(beside, _second(target))
            _put_in_place(beside, target)
        except _Held as error:
            with suppress(OSError):
                beside.unlink()
            self._put_into_held(target, content.encode("utf-8", "replace"), error)
        except OSError as error:
            with suppress(OSError):
                beside.unlink()
            raise self._explain(error, target) from error

    def _put_into_held(self, target: Path, content: bytes, held: _Held) -> None:
        """The last resort for a caption that a program holds open: no old name stays in it."""
        try:
            if target.name not in CAPTIONS:
                raise held
            _overwrite(target, content)
        except OSError as error:
            raise FeedError(
                f"Another program has {shown(str(target))} open.",
                "Close it there; it is written as soon as it is free.",
            ) from error

    def _no_folder(self) -> FeedError:
        where = shown(str(self.path))
        if os.path.lexists(self.path):
            return FeedError(f"{where} is not a folder.", "Name a folder for the feed.")
        return FeedError(f"There is no folder {where}.", "Make it, or name another.")

    def _explain(self, error: OSError, path: Path) -> FeedError:
        """An error of the operating system in plain words."""
        where = shown(str(self.path))
        if medium.is_too_long(error):
            return FeedError(
                f"{shown(str(path))} cannot be written ({medium.TOO_LONG}).", "Name a shorter one."
            )
        match error.errno:
            case errno.ENOSPC | errno.EDQUOT:
                return FeedError(f"The disk of {where} is full.", "Free some space on it.")
            case errno.EACCES | errno.EPERM | errno.EROFS:
                return FeedError(
                    f"This account cannot write to {where}.", "Allow it, or name another folder."
                )
            case errno.ENOENT | errno.ENOTDIR if not os.path.isdir(self.path):
                return self._no_folder()
            case _:
                reason = medium.why(error)
                return FeedError(f"{shown(str(path))} cannot be written ({reason}).")


def _second(target: Path) -> int:
    """The whole second of a file's time; 0 if there is none."""
    try:
        return int(target.stat().st_mtime)
    except OSError:
        return 0


def _stamp(new: Path, old: int) -> None:
    """Give the new file a time whose whole second is later than the old one's.

    OBS Studio looks at the whole second of a file's time to see whether it has changed. The time
    is set last, for a slow disk may have held up the file since it was written.
    """
    with suppress(OSError):  # a share that lets nobody set it
        for later in (1, 2):  # some disks keep every other second only
            moment = max(file_time(), (old + later) * SECOND)
            os.utime(new, ns=(moment, moment))
            if int(new.stat().st_mtime) > old:
                return


def _put_in_place(beside: Path, target: Path) -> None:
    if medium.is_folder(target):  # Windows would say that this account may not
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(target))
    try:
        medium.patiently(lambda: os.replace(beside, target))
    except PermissionError as error:
        if medium.ON_WINDOWS and medium.is_file(target):
            raise _Held from error
        raise


def _overwrite(target: Path, content: bytes) -> None:
    """Write a file in its place, which a reader may see half written; never through a link."""
    old = _second(target)
    descriptor = os.open(target, os.O_WRONLY | os.O_TRUNC | medium.PLAIN)
    with open(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _stamp(target, old)
