"""What a feed leaves at its end and shows before it begins, and how files say that they changed."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.views.public.feed import (
    CAPTIONS,
    FILES,
    LIVE,
    NOW_SPEAKER,
    QUEUE_CSV,
    STATUS,
    ended_files,
)
from plenary_tui.webcast import folder as feed_folder
from plenary_tui.webcast.feeder import RECOVERED
from tests.chamber import command_of, vienna
from tests.systems import MOVES_WHAT_IS_OPEN
from tests.webcast.feeding import Room, captions


@pytest.mark.parametrize("keep", [False, True])
def test_the_feed_of_a_podium_that_is_killed_names_nobody_at_once(room: Room, keep: bool) -> None:
    room.desk.open_podium()
    room.do("give-floor")
    room.beats.beat(room.clock.now())
    feeder = room.another(keep=keep)
    feeder.stop(podium_ended=True)
    feeder.run()
    assert captions(room) == ("", "", "")
    assert room.read(STATUS).startswith("PODIUM GONE since 10:07:00")


def test_a_feed_that_is_ended_leaves_no_name_in_a_caption(room: Room) -> None:
    room.do("inscribe", delegation="WATCH", speaker="Ms. Sample", function="Director")
    room.do("give-floor", entry="WATCH", reason="agreed")
    assert captions(room) == ("Sample Watch", "Ms. Sample, Director", "Guinea")
    room.feeder.stop()
    room.feeder.run()
    assert captions(room) == ("", "", "")
    assert room.read(STATUS) == "FEED ENDED (ON AIR: 1st plenary meeting, in session)"
    (live,) = json.loads(room.read(LIVE))
    named = {name for name, text in live.items() if text and name.startswith(("now_", "next_"))}
    assert not named and live["status"] == room.read(STATUS)
    assert live["feed_ended_at"] == "2024-10-14T08:08:00Z"
    assert not room.watching.is_open and not room.folder.taken


def test_a_feed_that_begins_again_after_its_end_names_them_again(room: Room) -> None:
    room.do("give-floor")
    room.feeder.stop()
    room.feeder.run()
    feeder = room.another()
    room.folder.take()
    feeder.update()
    assert captions(room) == ("Guinea", "", "Niger")
    assert room.read(STATUS) == "ON AIR: 1st plenary meeting, in session"
    assert json.loads(room.read(LIVE))[0]["feed_ended_at"] == ""


def test_a_feed_that_is_to_keep_them_leaves_the_files_as_they_are(room: Room) -> None:
    room.desk.dispatch(command_of("give-floor"))
    feeder = room.another(keep=True)
    feeder.stop()
    feeder.run()
    assert captions(room) == ("Guinea", "", "Niger")
    assert room.read(STATUS) == "ON AIR: 1st plenary meeting, in session"
    assert not room.watching.is_open and not room.folder.taken


@pytest.mark.parametrize("left", ["", "no JSON", "[]", "[1]"])
def test_an_end_leaves_alone_what_it_cannot_read(room: Room, left: str) -> None:
    room.do("give-floor")
    held = {**dict.fromkeys(FILES), LIVE: left}
    assert ended_files(held, room.clock.now().utc) == dict.fromkeys(CAPTIONS, "")


def test_the_end_of_a_rehearsal_still_says_rehearsal() -> None:
    held = {STATUS: "REHEARSAL: ON AIR: 1st plenary meeting, in session"}
    ended = ended_files(held, vienna(14, 10))[STATUS]
    assert ended == "REHEARSAL: FEED ENDED (ON AIR: 1st plenary meeting, in session)"
    assert ended_files({STATUS: ended}, vienna(14, 10))[STATUS] == ended


def seconds_of(room: Room) -> dict[str, int]:
    """The whole second of each file's time, as OBS Studio looks at it."""
    return {name: int((room.path / name).stat().st_mtime) for name in FILES}


def test_whatever_changes_has_another_second(room: Room) -> None:
    before, contents = seconds_of(room), {name: room.read(name) for name in FILES}
    for act in ("give-floor", "undo", "redo", "start-clock", "give-floor", "undo"):
        room.do(act)
        after, now = seconds_of(room), {name: room.read(name) for name in FILES}
        for name in FILES:
            if now[name] != contents[name]:
                assert after[name] > before[name], f"{name} after {act}"
            else:
                assert after[name] == before[name], f"{name} after {act}"
        before, contents = after, now


def test_a_slow_disk_does_not_make_a_file_look_older_than_it_is(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = 1_000_000_000
    at = [2_000_000_000 * second]
    real = os.fsync

    def slow(descriptor: int) -> None:
        real(descriptor)
        at[0] += 3 * second

    monkeypatch.setattr(feed_folder, "file_time", lambda: at[0])
    monkeypatch.setattr(feed_folder.os, "fsync", slow)
    room.folder.put({STATUS: "new"})
    assert seconds_of(room)[STATUS] == 2_000_000_003, "as of when it took the old one's place"


def test_a_disk_that_keeps_every_other_second_is_minded(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.utime

    def coarse(path: Any, ns: tuple[int, int]) -> None:
        whole = ns[0] // 2_000_000_000 * 2_000_000_000
        real(path, ns=(whole, whole))

    monkeypatch.setattr(feed_folder.os, "utime", coarse)
    for number in range(6):
        before = seconds_of(room)[STATUS]
        room.folder.put({STATUS: f"{number}"})
        assert seconds_of(room)[STATUS] > before


def test_a_share_on_which_no_time_can_be_set_is_written_all_the_same(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Any, ns: tuple[int, int]) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(feed_folder.os, "utime", refuse)
    room.do("give-floor")
    assert room.read(NOW_SPEAKER) == "Guinea" and room.told == []


@MOVES_WHAT_IS_OPEN
def test_it_waits_for_a_conference_with_empty_captions(tmp_path: Path) -> None:
    (tmp_path / "feed").mkdir()
    (tmp_path / "feed" / NOW_SPEAKER).write_text("Guinea", encoding="utf-8")
    room = Room(tmp_path)
    aside = room.database.rename(tmp_path / "aside.db")
    room.folder.take()
    room.feeder.update()
    assert len(room.told) == 1 and "There is no conference at" in room.told[0]
    assert captions(room) == ("", "", "")
    assert room.read(STATUS) == "OFF AIR: no conference yet"
    assert room.read(QUEUE_CSV).startswith("position,delegation")
    aside.rename(room.database)
    room.feeder.update()
    assert room.told[1:] == [RECOVERED] and set(room.files()) == set(FILES)
    assert room.read(STATUS) == "OFF AIR: no meeting opened yet"
    room.journal.close()
    room.watching.close()
    room.folder.free()
