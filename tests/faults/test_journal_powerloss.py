"""The journal, unchanged, when the power goes: what an officer was shown is never lost."""

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ground.on_record import PodiumOpened, Undone
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.storage import schema, writer
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.storage.recovery import recover

from .powerloss import Log, disk_states, judged, recording, why_unavailable

pytestmark = pytest.mark.skipif(bool(why_unavailable()), reason=str(why_unavailable()))

NAME = "conference.db"
STATION = "desk"
IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
NOON = datetime(2030, 9, 3, 12, 0, tzinfo=UTC)


def event(number: int) -> Undone:
    """Something recorded, long enough that the rows fill a page now and then."""
    at = Instant(NOON + timedelta(seconds=number), 100.5 + number, "boot")
    return Undone(at=at, act=number, what=f"act {number}: " + "the floor was given " * 20)


def begin(path: Path) -> SqliteJournal:
    """A new conference of one record, open."""
    create(path, [PodiumOpened(at=event(0).at)], STATION)
    return open_journal(path).journal


def record(journal: SqliteJournal, log: Log, after: int, rows: int = 1) -> tuple[Record, ...]:
    """One act, acknowledged by the number of its last record once it is on disk."""
    events = [event(after + place) for place in range(1, rows + 1)]
    records = journal.append(after, events, STATION)
    log.acknowledge(records[-1].seq)
    return records


def check(path: Path, acknowledged: tuple[int, ...]) -> list[Record]:
    """What a start after the power cut finds; raises unless all that was acknowledged is there."""
    if not path.exists():
        assert not acknowledged, "the conference is gone"
        return []
    opened = open_journal(path)
    opened.journal.close()
    assert opened.finding is None, opened.finding
    last = max(acknowledged, default=1)
    assert len(opened.records) >= last, f"record {last} was acknowledged"
    for found in opened.records[1:]:
        assert found.event == event(found.seq)
    acts = [found.act for found in opened.records]
    assert acts == sorted(acts)
    return opened.records


def meeting(folder: Path, *, early: bool = False) -> Log:
    """Made, six acts, closed and opened again, two more; `early` is a mutant."""
    path = folder / NAME
    with recording(folder) as log:
        journal = begin(path)
        log.acknowledge(1)
        seq = 1
        for act in range(1, 9):
            rows = 3 if act % 3 == 0 else 1
            if early:
                log.acknowledge(seq + rows)
            seq = record(journal, log, seq, rows)[-1].seq
            if act == 6:
                journal.close()
                journal = open_journal(path).journal
        journal.close()
    return log


def whole_acts(folder: Path, acknowledged: tuple[int, ...]) -> None:
    """Every acknowledged act is there, and every act that is there is there whole."""
    records = check(folder / NAME, acknowledged)
    for act in {one.act for one in records}:
        assert sum(one.act == act for one in records) in (1, 3)


def test_no_power_cut_loses_or_tears_an_act(tmp_path: Path) -> None:
    verdict = judged(meeting(tmp_path), whole_acts)

    assert not verdict.failing, verdict.report()
    assert verdict.judged > 300


@pytest.mark.parametrize("setting", ["synchronous = 1", "synchronous = 0"])
def test_weaker_settings_are_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    name, _, value = setting.partition(" = ")
    monkeypatch.setitem(writer._SETTINGS, name, int(value))

    assert judged(meeting(tmp_path), whole_acts, stop_at=1).failing


def test_acknowledging_early_is_caught(tmp_path: Path) -> None:
    assert judged(meeting(tmp_path, early=True), whole_acts, stop_at=1).failing


def test_lying_disk_is_caught(tmp_path: Path) -> None:
    with recording(tmp_path, lying_fsync=True) as log, closing(begin(tmp_path / NAME)) as journal:
        log.acknowledge(1)
        record(journal, log, 1)

    assert judged(log, whole_acts, stop_at=1).failing


def on_medium(folder: Path, change: Callable[[Path], None]) -> Path:
    """A conference of four records, closed long ago, then changed by hand."""
    path = folder / NAME
    with closing(begin(path)) as journal:
        for seq in range(1, 4):
            journal.append(seq, [event(seq + 1)], STATION)
    change(path)
    return path


def test_migration_is_done_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add_rooms(connection: schema.Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE rooms(name TEXT)")
        connection.exec_driver_sql("INSERT INTO rooms VALUES ('one')")

    path = on_medium(tmp_path, lambda path: None)
    monkeypatch.setattr("plenary_tui.storage.layout.VERSION", 2)
    monkeypatch.setattr(schema, "MIGRATIONS", {1: add_rooms})
    with recording(tmp_path) as log:
        open_journal(path, migrate=True).journal.close()

    def migrated(folder: Path, acknowledged: tuple[int, ...]) -> None:
        opened = open_journal(folder / NAME, migrate=True)
        opened.journal.close()
        assert len(opened.records) == 4

    verdict = judged(log, migrated)
    assert not verdict.failing, verdict.report()
    assert verdict.judged > 10


def test_recovery_loses_nothing_to_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_second_names(*_: object) -> None:
        raise OSError("this disk has no second names")  # nor has the recording

    monkeypatch.setattr("os.link", no_second_names)

    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[data.index(b"act 4: the floor")] ^= 1
        path.write_bytes(data)

    path = on_medium(tmp_path, damage)
    damaged = path.read_bytes()
    with recording(tmp_path) as log:
        recover(path, NOON)
        log.acknowledge(3)

    def kept(folder: Path, acknowledged: tuple[int, ...]) -> None:
        contents = [file.read_bytes() for file in folder.iterdir()]
        assert damaged in contents, "the damaged database is gone"
        if acknowledged:
            opened = open_journal(folder / NAME)
            opened.journal.close()
            assert len(opened.records) == 3
            assert opened.finding is not None, "what is lost is told until somebody acts"

    verdict = judged(log, kept)
    assert not verdict.failing, verdict.report()


class PowerCuts(RuleBasedStateMachine):
    """Acts, undone and in two stations, reopening, checkpoints, and the power going again and
    again: each time the meeting goes on from one of the states that the disk could be left in."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="powercuts-", dir=IN_MEMORY))
        self.cuts = 0
        self.recorder = ExitStack()
        self.seq = 1

    @property
    def path(self) -> Path:
        return self.root / str(self.cuts) / NAME

    def start(self, *, new: bool) -> None:
        self.log = self.recorder.enter_context(recording(self.path.parent))
        self.journal = begin(self.path) if new else open_journal(self.path).journal
        self.log.acknowledge(self.seq)
        self.mark = 0

    @initialize()
    def open_conference(self) -> None:
        self.path.parent.mkdir()
        self.start(new=True)

    @rule(rows=st.integers(1, 12))
    def act(self, rows: int) -> None:
        self.mark = len(self.log.operations)
        self.seq = record(self.journal, self.log, self.seq, rows)[-1].seq

    @rule()
    def act_of_another_station(self) -> None:
        self.mark = len(self.log.operations)
        with closing(SqliteJournal(self.path)) as other:
            self.seq = record(other, self.log, self.seq)[-1].seq

    @rule()
    def reopen(self) -> None:
        self.mark = len(self.log.operations)
        self.journal.close()
        opened = open_journal(self.path)
        self.journal = opened.journal
        assert len(opened.records) == self.seq

    @rule()
    def checkpoint(self) -> None:
        self.mark = len(self.log.operations)
        self.journal.warm_up()
        with self.journal._lock:
            writer.checkpoint(self.journal._ready_writer()._connection, "TRUNCATE")

    @precondition(lambda self: self.cuts < 3)
    @rule(chance=st.randoms(use_true_random=False))
    def power_cut(self, chance: Random) -> None:
        states = disk_states(self.log, since=self.mark)
        self.journal.close()
        self.recorder.close()
        for state in chance.sample(states, min(3, len(states))):
            self.cuts += 1
            self.path.parent.mkdir()
            state.write_to(self.path.parent)
            self.seq = len(check(self.path, state.acknowledged)) or 1
        if self.path.exists():
            self.start(new=False)
        else:
            self.start(new=True)

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            self.journal.close()
        self.recorder.close()
        shutil.rmtree(self.root)


def test_power_may_go_again_and_again() -> None:
    run_state_machine_as_test(
        PowerCuts,
        settings=settings(
            max_examples=200,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
