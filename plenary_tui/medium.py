"""Bringing files and their names to the medium, by what each system has for it."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import get_ident
from typing import BinaryIO

from plenary_tui.procedure.state.text import shown

ON_WINDOWS = sys.platform == "win32"

TOO_LONG = "its name is too long"

TRIES, TRY_AGAIN = 10, 0.005
"""How often, and after how many seconds at first, Windows is asked again to replace a file: while
another reads or replaces it, it refuses."""

_LONGEST_NAME = 255
"""Letters of a name that every system takes; more are counted in bytes, or in pairs of them."""

_WHY = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "there is no such file or folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: TOO_LONG,
    errno.EACCES: "this account is not allowed to",
    errno.EPERM: "this account is not allowed to",
    errno.EROFS: "its disk can be read only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EIO: "the disk reported an error",
}


def why(error: OSError) -> str:
    """Why a file cannot be read or written, in the same plain words on each system."""
    if is_too_long(error):
        return TOO_LONG
    if ON_WINDOWS and error.errno == errno.EACCES and _was_opened(error):
        return _WHY[errno.EISDIR]
    return _WHY.get(error.errno or 0) or shown(error.strerror or str(error))


def is_too_long(error: OSError) -> bool:
    """Whether a name is longer than the system takes: for Windows there is no such file then."""
    if ON_WINDOWS and error.errno in (errno.ENOENT, errno.EINVAL):
        names = (name for name in (error.filename, error.filename2) if isinstance(name, str))
        return any(len(part) > _LONGEST_NAME for name in names for part in Path(name).parts)
    return error.errno == errno.ENAMETOOLONG


def _was_opened(error: OSError) -> bool:
    """Whether a folder was opened as a file: the language's library tells that, and not Windows."""
    return getattr(error, "winerror", None) is None and os.path.isdir(error.filename or "")


def as_path(typed: str) -> Path:
    """The path that somebody typed; `~` is a home folder, where that is known."""
    return Path(with_home(typed))


def with_home(typed: str) -> str:
    """The same as it was typed otherwise.

    On Windows `~` alone is a home folder: behind it a name is guessed to be that of an account,
    though there is none, and no file could begin with `~` there.
    """
    if ON_WINDOWS and typed.startswith("~") and typed[1:2] not in ("", "/", "\\"):
        return typed
    return os.path.expanduser(typed)


def is_there(path: Path) -> bool:
    """Whether something bears the name. False where that cannot be told, as in what follows.

    A path asked itself raises, for a name that is too long and a folder that may not be looked
    into; who opens it is told why.
    """
    return os.path.exists(path)


def is_file(path: Path) -> bool:
    """Whether it leads to a file."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Whether it leads to a folder."""
    return os.path.isdir(path)


def read(path: Path, largest: int, *, pipes: bool = False) -> bytes:
    """The bytes of a file. Raises OSError, also where it is no file, or is larger.

    A pipe that nobody writes to would be waited for without end, so one is read only where the
    shell may have made it. A folder is answered differently by each system.
    """
    try:
        status = path.stat()
    except ValueError:  # no system takes NUL
        raise OSError(errno.EINVAL, "no file can be called so", str(path)) from None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    if not (stat.S_ISREG(status.st_mode) or (pipes and stat.S_ISFIFO(status.st_mode))):
        raise OSError(errno.EINVAL, "it is not a file", str(path))
    with path.open("rb") as file:
        # As much as it says, for so much is set aside; a pipe does not say.
        content = file.read(min(largest, status.st_size or largest) + 1)
    if len(content) > largest:
        most = f"{largest >> 20} MB" if largest >> 20 else f"{largest >> 10} KB"
        raise OSError(errno.EFBIG, f"it is larger than {most}", str(path))
    return content


def sync(descriptor: int) -> None:
    """Bring what was written to a file to the medium. Raises OSError.

    On macOS a plain sync leaves it in the disk's own cache.
    """
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # a disk or share that knows only the plain one
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_directory(directory: Path) -> None:
    """Bring the names in a directory to the medium, where the system can. Raises OSError."""
    if ON_WINDOWS:
        return  # it opens no directory; `replace` and `rename` write names through
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """Make a folder where none is, and those that it is in, durably. Raises OSError.

    Else all that is brought to the medium in it would be lost with its name.
    """
    if is_folder(folder):
        return
    make_folder(folder.parent)
    folder.mkdir(mode, exist_ok=True)
    with suppress(OSError):  # a folder that may be written in and not be read
        sync_directory(folder.parent)


def replace(source: Path, target: Path) -> None:
    """Put a file in the place of another. Raises OSError, also where the other is no file.

    A device or a pipe would be lost for the whole computer. It outlives a power cut on return on
    Windows, and elsewhere once the directory is synced.
    """
    if is_folder(target):
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(target))
    if is_there(target) and not is_file(target):
        raise OSError(errno.EINVAL, "it is no file, and would be lost", str(target))
    if not ON_WINDOWS:
        os.replace(source, target)
        return
    from plenary_tui import windows

    patiently(lambda: windows.move_durably(source, target, replace=True))


def patiently(replaces: Callable[[], object]) -> None:
    """Replace a file, and again a moment later where that is refused. Raises OSError."""
    for tries_left in reversed(range(TRIES)):
        try:
            replaces()
            return
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(TRY_AGAIN * (TRIES - tries_left))  # longer each time: others may go on


PLAIN = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
"""How a file is opened: never what a link leads to, nor a pipe that one would wait for."""


def create(path: Path, mode: int) -> BinaryIO:
    """A new file to be written, where nothing is. Raises OSError."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | PLAIN, mode), "wb")


def write_whole(
    path: Path, content: bytes, unfinished: Path, *, mode: int = 0o600, durable: bool = True
) -> None:
    """Write a file that is whole or as it was; nothing is left where it cannot be. Raises OSError.

    Args:
        unfinished: its name until it is whole; whatever bears it is in the way.
        durable: whether its content outlives a power cut; its name does once the folder is synced.
    """
    unfinished.unlink(missing_ok=True)
    try:
        with create(unfinished, mode) as file:
            file.write(content)
            if durable:
                file.flush()
                sync(file.fileno())
        replace(unfinished, path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def of_this_thread() -> str:
    """What makes a name one that no other thread on this machine gives at the same time."""
    return f".{os.getpid()}-{get_ident()}"


def keep_file(path: Path, content: bytes) -> None:
    """Write a file that is for this account, in a folder made if need be. Raises OSError.

    Several may write it at once, each under a name of its own until it is whole.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content, path.with_name(f".{path.name}{of_this_thread()}"))


def put_file(path: Path, content: bytes) -> None:
    """Write a file that goes out, in a folder made if need be. Raises OSError.

    It is as readable as any other file, and nothing waits for the disk.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.part")
    write_whole(path, content, unfinished, mode=0o666, durable=False)


def rename(source: Path, target: Path) -> None:
    """Give a file a name that nothing bears, as durably as `replace` does. Raises OSError."""
    if ON_WINDOWS:
        from plenary_tui import windows

        windows.move_durably(source, target, replace=False)
    else:
        os.rename(source, target)
