"""The power-loss tool bites: it passes what is durable and catches every known way not to be."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from .operations import DirectorySync, FailedSync, Rename, Sync, Write
from .powerloss import Log, as_written, disk_states, failing, judged, recording, why_unavailable
from .tally import DATABASE, HEAD, Tally, judge, read_acts
from .vfs import shim

pytestmark = pytest.mark.skipif(bool(why_unavailable()), reason=str(why_unavailable()))

ACTS = 8


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Whatever a test does, SQLite and `os` are afterwards as they were."""
    calls = (os.rename, os.replace, os.fsync, os.fdatasync)
    default = shim()._library.sqlite3_vfs_find(None)
    yield
    assert shim()._library.sqlite3_vfs_find(None) == default
    assert shim()._library.sqlite3_vfs_find(b"powerloss") is None
    assert (os.rename, os.replace, os.fsync, os.fdatasync) == calls
    assert not shim().open_paths


def record_meeting(
    folder: Path, *, acknowledge_early: bool = False, lying_fsync: bool = False, **mutations: Any
) -> Log:
    """Eight acts, the tally closed and opened again before the last two."""
    with recording(folder, lying_fsync=lying_fsync) as log:
        tally = Tally(folder, **mutations)
        try:
            for act in range(1, ACTS + 1):
                if acknowledge_early:
                    log.acknowledge(act)
                tally.append()
                log.acknowledge(act)
                if act == ACTS - 2:
                    tally.close()
                    tally = Tally(folder, **mutations)
        finally:
            tally.close()
    return log


@pytest.mark.parametrize(
    "sound",
    [
        pytest.param({}, id="WAL, FULL"),
        pytest.param({"journal_mode": "DELETE", "synchronous": "EXTRA"}, id="DELETE, EXTRA"),
    ],
)
def test_what_is_durable_survives_in_every_state(tmp_path: Path, sound: dict[str, Any]) -> None:
    verdict = judged(record_meeting(tmp_path, **sound), judge)

    assert not verdict.failing, verdict.report()
    assert verdict.judged > 500


@pytest.mark.parametrize(
    ("mutation", "complaint"),
    [
        pytest.param({"synchronous": "NORMAL"}, "was acknowledged", id="WAL, NORMAL"),
        pytest.param({"synchronous": "OFF"}, "was acknowledged", id="WAL, OFF: lost"),
        pytest.param({"synchronous": "OFF"}, "malformed", id="WAL, OFF: corrupt"),
        pytest.param({"journal_mode": "DELETE"}, "was acknowledged", id="DELETE, FULL"),
        pytest.param({"acknowledge_early": True}, "was acknowledged", id="acknowledged early"),
        pytest.param({"torn_apart": True}, "projection", id="two transactions"),
        pytest.param({"lying_fsync": True}, "was acknowledged", id="lying fsync"),
        pytest.param({"head_first": True}, "the head says", id="head before commit"),
    ],
)
def test_every_mutant_is_caught(tmp_path: Path, mutation: dict[str, Any], complaint: str) -> None:
    def complains(folder: Path, acknowledged: tuple[int, ...]) -> None:
        """Judge, but let pass what is wrong in another way than this mutant's."""
        try:
            judge(folder, acknowledged)
        except Exception as error:
            if complaint in str(error):
                raise

    verdict = judged(record_meeting(tmp_path, **mutation), complains, stop_at=1)

    assert verdict.failing, f"none of {verdict.judged} states was caught"


def test_the_recording_has_no_hole(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "old.txt").write_text("kept")

    log = record_meeting(tmp_path)

    files = (path for path in tmp_path.rglob("*") if path.is_file())
    assert as_written(log) == {
        path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in files
    }


def test_head_file_is_seen_without_the_application_taking_part(tmp_path: Path) -> None:
    log = record_meeting(tmp_path)

    heads = {state.files().get(HEAD) for state in disk_states(log)}
    renames = [operation for operation in log.operations if isinstance(operation, Rename)]
    assert len(renames) == ACTS
    assert {None, b"", b"1\n", b"8\n"} <= heads


def test_the_applications_own_fsyncs_count(tmp_path: Path) -> None:
    def write_durably(text: str) -> None:
        with (tmp_path / "new").open("w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(tmp_path / "new", tmp_path / "note")
        descriptor = os.open(tmp_path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    with recording(tmp_path) as log:
        write_durably("one")
        asked = len(log.operations)
        write_durably("two")

    notes = {state.files().get("note") for state in disk_states(log, since=asked)}
    assert notes == {b"one", b"two"}
    assert sum(isinstance(operation, Sync) for operation in log.operations) == 2
    assert sum(isinstance(operation, DirectorySync) for operation in log.operations) == 2


def test_migration_of_what_was_there_before(tmp_path: Path) -> None:
    with closing(Tally(tmp_path)) as tally:
        tally.append()

    with recording(tmp_path) as log:
        log.acknowledge(1)
        with closing(Tally(tmp_path)) as tally:
            log.acknowledge(tally.append())

    verdict = judged(log, judge)
    assert not verdict.failing, verdict.report()


def test_sqlalchemy_and_other_threads_run_through_it_unchanged(tmp_path: Path) -> None:
    with recording(tmp_path) as log, closing(Tally(tmp_path)) as tally:
        tally.append()
        engine = sqlalchemy.create_engine(f"sqlite:///{tmp_path / DATABASE}")
        follower = f"file:{tmp_path / DATABASE}?mode=ro"
        seen: list[int] = []

        def follow() -> None:
            with closing(sqlite3.connect(follower, uri=True)) as reader:
                seen.extend(reader.execute("SELECT seq FROM journal").fetchone())

        before = len(log.operations)
        with engine.begin() as connection:
            connection.execute(sqlalchemy.text("DELETE FROM projection"))
            connection.execute(sqlalchemy.text("INSERT INTO projection VALUES (1)"))
        recorded = log.operations[before:]
        engine.dispose()
        thread = threading.Thread(target=follow)
        thread.start()
        thread.join()

    assert any(isinstance(operation, Sync) for operation in recorded)
    assert seen == [1]
    assert not judged(log, judge).failing


def append_refused(tally: Tally) -> str:
    with pytest.raises(sqlite3.OperationalError) as refusal:
        tally.append()
    return str(refusal.value)


@pytest.mark.parametrize(
    ("fault", "message"),
    [({"write": 2}, "database or disk is full"), ({"sync": 1}, "disk I/O error")],
)
def test_a_fault_once_and_for_ever(tmp_path: Path, fault: dict[str, Any], message: str) -> None:
    with recording(tmp_path) as log, closing(Tally(tmp_path)) as tally:
        log.acknowledge(tally.append())
        with failing(**fault, only="-wal") as once:
            assert append_refused(tally) == message
            log.acknowledge(tally.append())
        with failing(**fault, forever=True) as always:
            assert [append_refused(tally) for _ in range(3)] == [message] * 3
        log.acknowledge(tally.append())

    assert (once.hits, always.hits >= 3) == (1, True)
    assert read_acts(tmp_path) == 3
    verdict = judged(log, judge)
    assert not verdict.failing, verdict.report()


def test_what_a_failed_sync_left_in_doubt_is_not_settled_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"....")
    log = Log(tmp_path)
    log.operations += [Write(0, 0, b"ab"), FailedSync(0), Write(0, 2, b"cd"), Sync(0)]

    states = disk_states(log, since=len(log.operations))

    assert {state.files()["file"] for state in states} == {b"abcd", b"..cd"}


def test_every_write_and_sync_of_a_meeting_may_fail_once(tmp_path: Path) -> None:
    for kind in ("write", "sync"):
        for number in range(1, 200):
            folder = tmp_path / f"{kind}{number}"
            folder.mkdir()
            acts = 0
            fault: dict[str, Any] = {kind: number}
            with failing(**fault) as failure:
                while acts < 3:
                    try:
                        with closing(Tally(folder)) as tally:
                            while acts < 3:
                                acts = tally.append()
                    except sqlite3.OperationalError:
                        assert failure.hits == 1
            assert read_acts(folder) == 3
            if not failure.hits:
                break
        else:
            pytest.fail("the meeting had no end")


def test_failure_in_the_application_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), recording(tmp_path), failing(write=99):
        tally = Tally(tmp_path)
        raise ZeroDivisionError

    with closing(tally):  # its connection outlives the shim
        assert tally.append() == 1
    with recording(tmp_path) as log:
        assert not log.operations


def test_recordings_do_not_nest_or_start_late(tmp_path: Path) -> None:
    with (
        recording(tmp_path),
        pytest.raises(RuntimeError, match="already"),
        recording(tmp_path),
    ):
        pass
    with (
        failing(),
        closing(Tally(tmp_path)),
        pytest.raises(RuntimeError, match="inside the recording"),
        recording(tmp_path),
    ):
        pass


def test_an_error_in_the_shim_is_not_swallowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise LookupError("broken")

    with (
        pytest.raises(RuntimeError, match="shim failed") as raised,
        recording(tmp_path) as log,
        closing(sqlite3.connect(tmp_path / "any.db")) as connection,
    ):
        monkeypatch.setattr(log, "wrote", break_down)
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("CREATE TABLE any_table(x)")
    assert isinstance(raised.value.__cause__, LookupError)
