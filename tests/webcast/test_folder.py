"""The folder of a feed, and what follows a journal into it."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from plenary_tui import medium
from plenary_tui.desk.watching import Watching
from plenary_tui.exchange.script import built_in
from plenary_tui.views.public.feed import FILES, LIVE, NEXT_SPEAKER, NOW_SPEAKER, STATUS
from plenary_tui.webcast import folder as feed_folder
from plenary_tui.webcast.feeder import RECOVERED, Feeder
from plenary_tui.webcast.folder import LOCK, FeedError, FeedFolder
from tests.chamber import vienna
from tests.systems import MOVES_WHAT_IS_OPEN, ON_WINDOWS
from tests.webcast.feeding import Room, captions


def test_every_file_is_there_and_follows(room: Room) -> None:
    assert set(room.files()) == set(FILES)
    assert room.read(NOW_SPEAKER) == "" and room.read(NEXT_SPEAKER) == "Guinea"
    room.do("give-floor")
    assert room.read(NOW_SPEAKER) == "Guinea" and room.read(NEXT_SPEAKER) == "Niger"
    room.do("undo")
    assert room.read(NOW_SPEAKER) == "" and room.read(NEXT_SPEAKER) == "Guinea"
    assert room.told == []


def test_only_what_changes_is_replaced(room: Room) -> None:
    room.do("give-floor")
    before = room.files()
    room.feeder.update()
    assert room.files() == before
    room.do("start-clock")
    after = room.files()
    changed = {name for name in FILES if before[name] != after[name]}
    assert LIVE in changed and not changed & {NOW_SPEAKER, NEXT_SPEAKER, STATUS}


def test_a_feed_that_begins_again_replaces_nothing(room: Room) -> None:
    before = room.files()
    room.folder.free()
    again = FeedFolder(room.path)
    again.take()
    watching = Watching(room.database)
    watching.open()
    Feeder(watching, again, room.told.append, room.followed(watching), built_in()).write()
    watching.close()
    again.free()
    assert room.files() == before


def test_the_files_follow_the_hour_from_which_a_tier_is_heard(room: Room) -> None:
    watch = {"delegation": "WATCH", "speaker": "Sample Speaker 1", "function": "Director"}
    room.do("inscribe", **watch)
    room.do("hear-tier-at", tier="NGOs", at="11:00")
    room.clock.until(vienna(14, 10, 59, 59))
    before = room.files()
    room.feeder.update()
    assert room.files() == before and room.read(NEXT_SPEAKER) == "Guinea"
    room.clock.until(vienna(14, 11))
    room.feeder.update()
    assert room.read(NEXT_SPEAKER) == "Sample Watch", "though nobody did anything"
    after = room.files()
    room.clock.advance(60)
    room.feeder.update()
    assert room.files() == after


def test_a_file_that_was_deleted_comes_back(room: Room) -> None:
    (room.path / STATUS).unlink()
    room.feeder.update()
    assert room.read(STATUS).startswith("ON AIR") and room.told == []


def test_others_may_read_the_files(room: Room) -> None:
    if os.name == "posix":
        mask = os.umask(0o022)
        os.umask(mask)
        assert (room.path / STATUS).stat().st_mode & 0o777 == 0o644 & ~mask


def test_nothing_is_left_beside(room: Room) -> None:
    assert {one.name for one in room.path.iterdir()} - set(FILES) <= {LOCK}


def test_a_second_feed_is_refused(room: Room) -> None:
    with pytest.raises(FeedError, match="Another feed is being written to"):
        FeedFolder(room.path).take()


def test_a_link_is_not_written_through(room: Room, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("precious")
    (room.path / STATUS).unlink()
    (room.path / STATUS).symlink_to(precious)
    (room.path / f".{NOW_SPEAKER}.new").symlink_to(precious)
    room.do("give-floor")
    room.do("suspend-meeting", reason="lunch")
    room.do("resume-meeting")
    assert precious.read_text() == "precious"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_that_nobody_reads_is_not_waited_for(room: Room) -> None:
    os.mkfifo(room.path / f".{NOW_SPEAKER}.new")
    room.do("give-floor")
    (told,) = room.told
    assert told.startswith("The feed is not being written: ")


def fail(
    monkeypatch: pytest.MonkeyPatch, number: int, *, times: int = 10_000, only: str = ""
) -> None:
    """Let files, or one only, be replaced no more: each try ends with that error."""
    left = [times]
    real = os.replace

    def replace(old: Any, new: Any) -> None:
        if left[0] and only in ("", new.name):
            left[0] -= 1
            raise OSError(number, os.strerror(number))
        real(old, new)

    monkeypatch.setattr(feed_folder.os, "replace", replace)
    monkeypatch.setattr(medium, "TRY_AGAIN", 0.0)


def test_a_folder_in_the_place_of_a_file_is_said_alike_on_each_system(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    (room.path / NOW_SPEAKER).unlink()
    (room.path / NOW_SPEAKER).mkdir()
    with monkeypatch.context() as windows:
        fail(windows, errno.EACCES, only=NOW_SPEAKER)
        room.do("give-floor")
    (told,) = room.told
    assert "it is a folder" in told


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EACCES, "Another program has" if ON_WINDOWS else "cannot write to"),
        (errno.EROFS, "cannot write to"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_what_is_in_the_way_is_told_once_and_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    with monkeypatch.context() as broken:
        fail(broken, number)
        room.do("give-floor")
        room.do("start-clock")
        (told,) = room.told
        assert told.startswith("The feed is not being written: ") and sentence in told
        assert str(room.path) in told and told.endswith(".")
        assert not list(room.path.glob("*.new"))
    room.feeder.update()
    assert room.told[1:] == [RECOVERED]
    assert room.read(NOW_SPEAKER) == "Guinea" and room.read(NEXT_SPEAKER) == "Niger"


def test_a_full_disk_leaves_no_old_name_in_a_caption(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.do("give-floor")
    real = os.fsync

    def full(descriptor: int) -> None:
        if os.fstat(descriptor).st_size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    with monkeypatch.context() as broken:
        broken.setattr(feed_folder.os, "fsync", full)
        room.do("start-clock")
        room.do("give-floor")
        assert len(room.told) == 1 and "is full" in room.told[0]
        assert room.read(NOW_SPEAKER) == room.read(NEXT_SPEAKER) == ""
    room.feeder.update()
    assert room.told[1:] == [RECOVERED]
    assert room.read(NOW_SPEAKER) == "Niger" and room.read(NEXT_SPEAKER) == "Nigeria"


def test_on_windows_a_caption_that_is_held_open_is_overwritten(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_folder.medium, "ON_WINDOWS", True)
    room.do("give-floor")
    before = int((room.path / NOW_SPEAKER).stat().st_mtime)
    with monkeypatch.context() as broken:
        fail(broken, errno.EACCES, only=NOW_SPEAKER)
        room.do("start-clock")
        room.do("give-floor")
        assert room.told == [] and room.read(NOW_SPEAKER) == "Niger"
        assert int((room.path / NOW_SPEAKER).stat().st_mtime) > before
        room.do("start-clock")
        room.do("end-statement")
        assert room.read(NOW_SPEAKER) == ""
    assert not list(room.path.glob("*.new"))


def test_on_windows_it_is_said_which_file_is_held_open(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_folder.medium, "ON_WINDOWS", True)
    with monkeypatch.context() as broken:
        fail(broken, errno.EACCES, only=LIVE)
        room.do("give-floor")
        assert room.read(NOW_SPEAKER) == "Guinea"
        (told,) = room.told
        assert f"Another program has {room.path / LIVE} open" in told
    room.feeder.update()
    assert room.told[1:] == [RECOVERED]


def test_a_reader_that_holds_a_file_is_waited_for(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, errno.EACCES, times=3)
    room.do("give-floor")
    assert room.told == [] and room.read(NOW_SPEAKER) == "Guinea"


@MOVES_WHAT_IS_OPEN
def test_a_folder_that_goes_and_comes_back(room: Room) -> None:
    away = room.path.with_name("away")
    room.path.rename(away)
    room.feeder.update()
    assert room.told == [
        f"The feed is not being written: There is no folder {room.path}. Make it, or name another."
    ]
    away.rename(room.path)
    room.do("give-floor")
    assert room.told[1:] == [RECOVERED] and room.read(NOW_SPEAKER) == "Guinea"


def test_a_disk_that_goes_leaves_an_empty_folder_which_is_not_written(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.stat
    present = [True]

    def stat(path: Path, **how: Any) -> Any:
        found = real(path, **how)
        if path != room.path or not present[0]:
            return found
        return os.stat_result([*found[:2], found.st_dev + 1, *found[3:]])

    monkeypatch.setattr(Path, "stat", stat)
    room.do("give-floor")
    present[0] = False
    room.do("start-clock")
    room.feeder.update()
    assert room.told == [
        f"The feed is not being written: The disk of {room.path} is gone. "
        "Bring it back, or name another."
    ]
    present[0] = True
    room.feeder.update()
    assert room.told[1:] == [RECOVERED]


@MOVES_WHAT_IS_OPEN
def test_a_journal_that_cannot_be_read_is_told_and_waited_for(room: Room) -> None:
    room.journal.close()
    away = room.database.with_name("away.db")
    room.database.rename(away)
    room.watching.close()
    room.feeder.update()
    assert len(room.told) == 1 and "There is no conference at" in room.told[0]
    assert room.read(NEXT_SPEAKER) == "Guinea", "the files stay"
    away.rename(room.database)
    room.feeder.update()
    assert room.told[1:] == [RECOVERED]


def test_a_podium_that_is_gone_leaves_no_name_in_a_caption(room: Room) -> None:
    room.desk.open_podium()
    room.do("give-floor")
    room.beats.beat(room.clock.now())
    room.feeder.update()
    assert captions(room) == ("Guinea", "", "Niger")
    room.clock.advance(2.9)
    room.feeder.update()
    assert captions(room) == ("Guinea", "", "Niger")
    room.clock.advance(0.1)
    room.feeder.update()
    assert captions(room) == ("", "", "")
    gone = "PODIUM GONE since 10:07:00 (ON AIR: 1st plenary meeting, in session)"
    assert room.read(STATUS) == gone
    (live,) = json.loads(room.read(LIVE))
    assert live["podium_gone_since"] == "2024-10-14T08:07:00Z" and live["now_started_at"] == ""
    before = room.files()
    room.clock.advance(60)
    room.feeder.update()
    assert room.files() == before, "nothing ticks"
    room.beats.beat(room.clock.now())
    room.feeder.update()
    assert captions(room) == ("Guinea", "", "Niger")


def test_a_podium_that_was_closed_is_not_gone(room: Room) -> None:
    room.desk.open_podium()
    room.do("give-floor")
    room.desk.close_podium()
    room.clock.advance(600)
    room.feeder.update(ended=True)
    assert captions(room) == ("Guinea", "", "Niger")


@pytest.mark.parametrize("left", [b"", b"\xff\xfe", b"Niger"])
def test_what_another_left_is_replaced(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "feed").mkdir()
    (tmp_path / "feed" / NOW_SPEAKER).write_bytes(left)
    room = Room(tmp_path)
    room.folder.take(make=True)
    room.feeder.update()
    assert room.read(NOW_SPEAKER) == "" and json.loads(room.read(LIVE))
    room.journal.close()
    room.watching.close()
    room.folder.free()
