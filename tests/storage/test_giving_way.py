"""Setting a conference aside on Windows, where a file that anybody has open is not renamed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag
from typing import Any

import pytest

from plenary_tui import medium
from plenary_tui.procedure.ground.on_record import PodiumOpened
from plenary_tui.storage import giving_way
from plenary_tui.storage.errors import Busy, DiskFailed, JournalReplaced, StorageError
from plenary_tui.storage.following import Follower
from plenary_tui.storage.open_journal import examine
from plenary_tui.storage.reading import Reader
from plenary_tui.storage.recovery import put_in_place, recover

from .chamber import MORNING, STATION, by_hand, files_of, instant

Refusing = Callable[[str, Callable[[], bool]], None]


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Refusing:
    """Renames as Windows does them: refused for as long as somebody has the database open."""
    monkeypatch.setattr(giving_way, "ON_WINDOWS", True)
    monkeypatch.setattr(giving_way, "PATIENCE", 30.0)
    # Who sets it aside has the mark open.
    monkeypatch.setattr(giving_way, "_delete", lambda mark: None)

    open_files = {"conference.db", "conference.db-wal", "conference.db-shm"}

    def refusing(step: str, is_open: Callable[[], bool]) -> None:
        real = getattr(medium, step)

        def refused(*names: Any) -> None:
            source, target = names
            if is_open() and source.exists() and open_files & {source.name, target.name}:
                raise PermissionError(13, "The process cannot access the file")
            real(*names)

        monkeypatch.setattr(medium, step, refused)

    return refusing


def damage(conference: Path) -> None:
    with by_hand(conference) as connection:
        connection.execute("UPDATE journal SET payload = '[]' WHERE seq = 6")


def test_a_follower_gives_way_to_a_recovery(conference: Path, windows: Refusing) -> None:
    damage(conference)
    begun, gone, told = Flag(), Flag(), list[StorageError]()

    def failed(error: StorageError) -> None:
        told.append(error)
        gone.set()

    follower = Follower(conference, begun.set, failed, every=0.01)
    try:
        assert begun.wait(30.0)
        windows("rename", lambda: not gone.is_set())
        assert recover(conference, MORNING).kept == 5
    finally:
        follower.stop()
    assert isinstance(told[0], JournalReplaced)


def test_nobody_opens_what_is_being_set_aside(conference: Path, windows: Refusing) -> None:
    with giving_way.others_give_way(conference), pytest.raises(Busy):
        Reader(conference)


def test_a_mark_that_a_crash_has_left_hinders_nobody(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(giving_way, "ON_WINDOWS", True)
    mark = conference.with_name(conference.name + giving_way.MARK)
    mark.touch()
    Reader(conference).close()
    assert not mark.exists()


def whole(conference: Path) -> dict[str, bytes]:
    """The files of the conference, without what SQLite makes anew."""
    return {
        name: data
        for name, data in files_of(conference).items()
        if not name.endswith((".lock", giving_way.MARK, "-wal", "-shm"))
    }


@pytest.mark.parametrize("step", ["rename", "replace"])
@pytest.mark.parametrize("links", [True, False], ids=["second names", "no second names"])
@pytest.mark.parametrize("act", ["recovery", "fresh"])
def test_where_a_program_does_not_give_way_nothing_is_changed(
    conference: Path,
    windows: Refusing,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    links: bool,
    act: str,
) -> None:
    monkeypatch.setattr(giving_way, "PATIENCE", giving_way.AGAIN)
    if not links:
        monkeypatch.setattr("plenary_tui.storage.recovery.os.link", _no_link)
    conference.with_name(conference.name + ".heartbeat").write_bytes(b"alive")
    damage(conference)
    before = whole(conference)
    windows(step, lambda: True)

    with pytest.raises(Busy, match="nothing was changed"):
        if act == "recovery":
            recover(conference, MORNING)
        else:
            put_in_place(conference, [PodiumOpened(at=instant(1))], STATION, MORNING)

    assert whole(conference) == before
    monkeypatch.setattr(giving_way, "ON_WINDOWS", False)
    assert examine(conference).problem is None


def test_a_new_one_that_is_in_place_stays(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(conference)
    real = medium.sync_directory

    def failing(directory: Path) -> None:
        if not list(directory.glob("*.new")):
            raise OSError(5, "Input/output error")
        real(directory)

    monkeypatch.setattr(medium, "sync_directory", failing)
    with pytest.raises(DiskFailed):
        recover(conference, MORNING)

    monkeypatch.undo()
    assert list(conference.parent.glob("*.damaged-*Z"))
    found = examine(conference).verification
    assert found is not None and found.damage is None and found.records == 5


def _no_link(*names: Any) -> None:
    raise OSError("a disk without second names")
