"""A consistent copy of a conference while it is in use."""

from __future__ import annotations

import os
from pathlib import Path

from plenary_tui import medium
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown
from plenary_tui.storage.chain import sound_rows
from plenary_tui.storage.errors import (
    AlreadyThere,
    Damaged,
    DiskFull,
    NoAccess,
    ReadOnly,
    StorageError,
    from_system,
    in_doubt,
    named,
    no_folder,
    plainly,
)
from plenary_tui.storage.layout import UNFINISHED, beside
from plenary_tui.storage.reading import Reader, connect_read_only


class Copy(Value):
    """A copy that was made.

    Attributes:
        records: how many records it holds; all were checked.
    """

    path: Path
    records: int


def back_up(path: Path, target: Path) -> Copy:
    """Copy the database at `path` to `target`, which must not exist, and check the copy.

    Raises `StorageError`.
    """
    refuse_to_overwrite(target)
    unfinished, renamed = beside(target, UNFINISHED), False
    try:
        with plainly(target):
            unfinished.unlink(missing_ok=True)
        reader = Reader(path)
        try:
            reader.copy_to(unfinished)
        finally:
            reader.close()
        records = _checked(unfinished, path)
        with plainly(target):
            medium.rename(unfinished, target)
            renamed = True
            medium.sync_directory(target.parent)
    except ReadOnly:
        raise NoAccess(
            f"This account may not write in {named(target.parent)}.", "Choose another folder."
        ) from None
    except BaseException as error:
        try:
            (target if renamed else unfinished).unlink(missing_ok=True)
        except OSError:
            if renamed:
                raise in_doubt(target) from error
        if isinstance(error, DiskFull):
            raise DiskFull(
                f"The disk of {named(target.parent)} is full; no copy was made.",
                "Choose another folder, or free some space there.",
            ) from None
        raise
    return Copy(target, records)


def refuse_to_overwrite(target: Path) -> None:
    """Raise `AlreadyThere` if anything bears that name, `NoConference` if it has no folder.

    `StorageError` if Windows would take the name for another.
    """
    name = target.name
    if medium.ON_WINDOWS and (":" in name or name != name.rstrip(". ")):
        raise StorageError(
            f"On Windows no file is named {shown(name)}.", "Take a name without : and . at its end."
        )
    if not medium.is_folder(target.parent):
        raise no_folder(target)
    try:
        os.lstat(target)
    except OSError as error:
        if medium.is_too_long(error):
            raise from_system(error, target) from error
    else:
        raise AlreadyThere(f"{named(target)} exists already.", "Choose another name.")


def _checked(copy: Path, original: Path) -> int:
    """How many records the copy holds, if all are sound."""
    with plainly(copy):
        connection = connect_read_only(copy, immutable=True)  # leaves nothing beside it
        try:
            rows = connection.execute("SELECT * FROM journal ORDER BY seq").fetchall()
        finally:
            connection.close()
    sound = sound_rows(rows)
    if sound < len(rows):
        raise Damaged(
            f"Record {sound + 1} of {named(original)} is damaged, so no copy was made.",
            "Open it with `plenary podium` to recover what stands before.",
            kept=sound,
        )
    return sound
