"""A copy of a conference in use."""

import errno
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from plenary_tui import medium
from plenary_tui.storage.copying import Copy, back_up
from plenary_tui.storage.errors import AlreadyThere, Damaged, NoConference, StorageError
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.open_journal import open_journal

from .chamber import STATION, by_hand, event, files_of


def test_copies_made_while_others_write_are_whole(conference: Path, tmp_path: Path) -> None:
    copies: list[Copy] = []
    with closing(SqliteJournal(conference)) as journal:
        enough = Event()

        def keep_copying() -> None:
            while not enough.is_set():
                copies.append(journal.backup(tmp_path / f"copy-{len(copies)}.db"))

        thread = Thread(target=keep_copying)
        thread.start()
        for number in range(9, 209):
            journal.append(number - 1, [event(number)], STATION)
        enough.set()
        thread.join()

    assert copies
    for copy in copies:
        opened = open_journal(copy.path)
        opened.journal.close()
        assert opened.finding is None
        assert len(opened.records) == copy.records
    assert copies[-1].records > copies[0].records or len(copies) == 1


def test_copy_leaves_nothing_beside_it(conference: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    with closing(SqliteJournal(conference)) as journal:
        assert journal.backup(folder / "copy.db") == Copy(folder / "copy.db", 8)
    assert [file.name for file in folder.iterdir()] == ["copy.db"]


@pytest.mark.parametrize("name", ["10:30.db", "copy.", "copy "])
def test_a_name_that_windows_would_take_for_another(
    conference: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    with (
        closing(SqliteJournal(conference)) as journal,
        pytest.raises(StorageError, match="On Windows no file is named"),
    ):
        journal.backup(tmp_path / name)
    assert not list(tmp_path.glob(f"{name}*"))


def test_copy_overwrites_nothing(conference: Path, tmp_path: Path) -> None:
    target = tmp_path / "letter.txt"
    target.write_text("Dear Madam")
    with closing(SqliteJournal(conference)) as journal:
        with pytest.raises(AlreadyThere):
            journal.backup(target)
        with pytest.raises(NoConference, match="no folder"):
            journal.backup(tmp_path / "nowhere" / "copy.db")
        long = "x" * 300
        with pytest.raises(StorageError, match=f"{long} cannot be used .its name is too long"):
            journal.backup(tmp_path / long)
    assert target.read_text() == "Dear Madam"


def test_damaged_journal_is_not_copied_as_if_it_were_sound(
    conference: Path, tmp_path: Path
) -> None:
    with by_hand(conference) as connection:
        connection.execute("UPDATE journal SET kind = 'x' WHERE seq = 3")
    with closing(SqliteJournal(conference)) as journal, pytest.raises(Damaged, match="Record 3"):
        journal.backup(tmp_path / "copy.db")
    assert [file.name for file in tmp_path.glob("copy*")] == []


def test_a_copy_that_is_refused_is_not_there(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    target = conference.with_name("copy.db")
    monkeypatch.setattr("plenary_tui.storage.copying.medium.sync_directory", broken)
    with pytest.raises(StorageError):
        back_up(conference, target)
    monkeypatch.undo()
    assert not [name for name in files_of(conference) if name.startswith(target.name)]
    assert back_up(conference, target).records == 8


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EROFS, "This account may not write in"),
        (errno.ENOSPC, "is full; no copy was made"),
    ],
)
def test_where_no_copy_can_be_made_another_place_is_to_be_named(
    conference: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(number, "as the system says it")

    target = conference.with_name("copy.db")
    monkeypatch.setattr(Path, "unlink", broken)
    with pytest.raises(StorageError, match=told) as raised:
        back_up(conference, target)
    assert "hoose another folder" in str(raised.value)
