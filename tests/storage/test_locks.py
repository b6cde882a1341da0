"""Who may hold the podium, and who may write."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui import windows
from plenary_tui.storage import locks
from plenary_tui.storage.errors import Busy, PodiumBusy
from plenary_tui.storage.locks import PodiumLock, WriterLock
from tests.systems import ON_WINDOWS


def test_second_podium_is_told_at_once_who_holds_the_first(conference: Path) -> None:
    with PodiumLock(conference, "chair"):
        with pytest.raises(PodiumBusy, match=f"by chair, process {os.getpid()}"):
            PodiumLock(conference, "second")
        with pytest.raises(PodiumBusy, match="by chair"):
            PodiumLock(conference, "third")
    with PodiumLock(conference, "second"):
        pass


def test_podium_is_free_as_soon_as_its_process_has_ended(conference: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from plenary_tui.storage.locks import PodiumLock\n"
        "lock = PodiumLock(Path(sys.argv[1]), 'crashing'); print('held', flush=True)\n"
        "sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(conference)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().rstrip() == b"held"
        with pytest.raises(PodiumBusy, match=f"by crashing, process {process.pid}"):
            PodiumLock(conference, "second")
        process.kill()
        process.wait()

    assert conference.with_name("conference.db.podium").exists()
    PodiumLock(conference, "second").release()


@pytest.mark.parametrize("text", [b"999999999 ghost", b"ghost", b"", b"\xff\xfe", b"-5 x"])
def test_stale_text_names_nobody(conference: Path, text: bytes) -> None:
    with PodiumLock(conference, "chair"):
        conference.with_name("conference.db.podium").write_bytes(text)
        with pytest.raises(PodiumBusy) as refusal:
            PodiumLock(conference, "second")
    assert "already open" in refusal.value.why
    assert "by" not in refusal.value.why.replace(str(conference), "")


def test_windows_is_asked_for_the_process_without_a_signal(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(process: int, number: int) -> None:
        raise AssertionError("on Windows that is Ctrl+C")

    monkeypatch.setattr(locks, "ON_WINDOWS", True)
    monkeypatch.setattr(os, "kill", kill)
    running = {os.getpid()}
    monkeypatch.setattr(windows, "runs", running.__contains__)
    with PodiumLock(conference, "chair"):
        with pytest.raises(PodiumBusy, match=f"by chair, process {os.getpid()}"):
            PodiumLock(conference, "second")
        running.clear()
        with pytest.raises(PodiumBusy, match=r"is already open on [^(]*$"):
            PodiumLock(conference, "third")


def test_name_of_a_station_cannot_disturb_the_screen(conference: Path) -> None:
    with (
        PodiumLock(conference, "evil\x1b[2J\ud800"),
        pytest.raises(PodiumBusy, match=r"by evil\[2J"),
    ):
        PodiumLock(conference, "second")


def test_who_cannot_write_in_time_is_told_in_one_sentence(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WRITER_PATIENCE", 0.01)
    with (
        WriterLock(conference),
        pytest.raises(Busy, match="still recording"),
        WriterLock(conference),
    ):
        pass
    with WriterLock(conference):
        pass
    assert conference.with_name("conference.db.writer.lock").exists() or ON_WINDOWS


WATCHED = """
import sys
from pathlib import Path
from plenary_tui.storage import locks, open_journal, recovery
from tests.storage.chamber import STATION, event
take, release = locks.WriterLock.take, locks.WriterLock.release
before, imported = [], []

def taken(lock, patience):
    found = take(lock, patience)
    before.append(set(sys.modules))
    return found

def released(lock):
    if before:
        imported.extend(set(sys.modules) - before.pop())
    release(lock)

locks.WriterLock.take, locks.WriterLock.release = taken, released
path = Path(sys.argv[1])
if sys.argv[2] == "new":
    open_journal.create(path, [event(1)], STATION)
elif sys.argv[2] == "recovery":
    from datetime import UTC, datetime
    recovery.recover(path, datetime(2026, 1, 1, tzinfo=UTC))
else:
    journal = open_journal.open_journal(path).journal
    journal.append(8, [event(9)], STATION)
    journal.close()
print(sorted(imported), len(before))
"""


@pytest.mark.parametrize("what", ["new", "recovery", "act"])
def test_nothing_is_imported_while_others_wait_for_the_lock(conference: Path, what: str) -> None:
    path = conference
    if what == "new":
        path = conference.with_name("new.db")
    elif what == "recovery":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE journal SET payload = '{}' WHERE seq = 5")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(path), what],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "[] 0\n", done.stderr
