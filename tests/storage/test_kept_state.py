"""The state kept beside a database: gone on from where it is surely the journal's, and else not."""

from __future__ import annotations

import errno
import io
import os
import random
import signal
import subprocess
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure import ledger
from plenary_tui.procedure.ground.done import Standing
from plenary_tui.procedure.ground.on_record import Redo, Undo
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.storage import codec, kept_state, layout
from plenary_tui.storage.chain import GENESIS
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.head import Head, read_head, write_head
from plenary_tui.storage.kept_state import decoded, encoded, forget_state, keep_state, take_up
from plenary_tui.storage.layout import KEPT_STATE, UNFINISHED, beside
from plenary_tui.storage.open_journal import Opened, create, open_journal, read_whole
from plenary_tui.storage.recovery import put_in_place, recover
from tests.chamber import FakeClock, command_of, small_conference
from tests.procedure.test_machine import House
from tests.systems import MODES, ON_WINDOWS, OTHER_ACCOUNTS

from .chamber import MORNING, by_hand, files_of, public_folder, without_rights

ROOT = Path(__file__).parents[2]
NAMES = ("NER", "TUR", "GIN", "NGA", "CIV", "GNB")


class Kept:
    """A conference in which something was done, with its state beside it and a row after that.

    Attributes:
        path: the database.
        clock: tells the time of its acts.
    """

    def __init__(self, path: Path, name: str = "Small conference") -> None:
        self.path, self.clock = path, FakeClock()
        create(path, [small_conference(self.clock.now(), name=name)], "pack")
        with closing(open_journal(path).journal) as journal:
            desk = Desk(journal, self.clock, "podium")
            desk.open_podium()
            desk.dispatch(command_of("open-meeting", override="Sample"))
            desk.dispatch(command_of("take-up-item", item="1(f)"))
            for name in NAMES:
                desk.dispatch(command_of("inscribe", delegation=name))
            desk.dispatch(command_of("note", text="For the officer alone"))
            desk.dispatch(command_of("withdraw", entry="GNB"))
            desk.dispatch(Undo())
            self.keep(desk)
        self.do("note", text="After it was kept")

    @property
    def file(self) -> Path:
        """Where the state is kept."""
        return beside(self.path, KEPT_STATE)

    def keep(self, desk: Desk) -> None:
        """Keep what stands at a desk of this conference."""
        standing = desk.ledger.standing
        assert standing is not None
        with closing(open_journal(self.path).journal) as journal:
            journal.keep(standing)

    def open(self) -> Opened:
        """Open it as a podium does; the journal is closed again."""
        opened = open_journal(self.path, kept=True)
        opened.journal.close()
        return opened

    def is_believed(self) -> bool:
        """Whether a podium would begin with what is kept."""
        return self.open().standing is not None

    def stands(self) -> Ledger:
        """What an opening as a podium's comes to."""
        opened = open_journal(self.path, kept=True)
        with closing(opened.journal):
            return opened.ledger()

    def by_journal(self) -> Ledger:
        """What the journal alone comes to."""
        opened = open_journal(self.path)
        with closing(opened.journal):
            return opened.ledger()

    def do(self, act: str, **fields: str) -> None:
        """Do an act, as from the command line."""
        opened = open_journal(self.path, kept=True)
        with closing(opened.journal) as journal:
            desk = Desk(journal, self.clock, "clerk", ledger=opened.ledger())
            desk.dispatch(command_of(act, **fields))

    def read(self) -> tuple[str, Standing]:
        """What is kept."""
        found = kept_state._read(self.path)
        assert found is not None
        return found

    def assert_whole(self) -> None:
        """It opens from the journal alone, and says what that says."""
        opened = self.open()
        assert opened.standing is None
        assert self.stands().conference == self.by_journal().conference


@pytest.fixture
def kept(database: Path) -> Kept:
    """A conference with its state beside it."""
    return Kept(database)


def test_an_opening_goes_on_from_what_was_kept_and_reads_what_follows(kept: Kept) -> None:
    opened, ledger, whole = kept.open(), kept.stands(), kept.by_journal()
    assert opened.standing is not None and opened.finding is None
    assert [one.seq for one in opened.records] == [whole.seq - 1, whole.seq]
    assert not ledger.is_whole
    assert ledger.conference == whole.conference
    assert (ledger.last, ledger.last_step) == (whole.last, whole.last_step)
    assert ledger.podium_opened == whole.podium_opened is not None


def test_acts_before_it_are_undone_and_done_again_as_ever(kept: Kept) -> None:
    def undone_and_redone(opened: Opened) -> list[str]:
        told = []
        with closing(opened.journal) as journal:
            desk = Desk(journal, kept.clock, "podium", ledger=opened.ledger())
            for command in (*[Undo()] * 5, *[Redo()] * 3):
                told += desk.dispatch(command).sentences
        return told

    before = kept.by_journal().conference
    first = undone_and_redone(open_journal(kept.path, kept=True))
    kept.do("undo")
    kept.do("undo")
    kept.do("undo")
    with_kept = kept.stands().conference
    assert with_kept == kept.by_journal().conference != before
    assert any("Guinea-Bissau" in one for one in first)
    kept.do("redo")
    assert kept.stands().conference == kept.by_journal().conference


def test_what_was_undone_before_it_is_done_again_after_it(database: Path) -> None:
    kept = Kept(database)
    kept.do("undo")
    opened = open_journal(kept.path)
    with closing(opened.journal) as journal:
        kept.keep(Desk(journal, kept.clock, "podium"))
    assert len(kept.open().records) == 1
    kept.do("redo")
    assert kept.stands().conference == kept.by_journal().conference
    assert kept.by_journal().conference.notes[-1].text == "After it was kept"


@pytest.mark.parametrize("place", [0, 40, -1])
def test_a_damaged_one_is_not_believed(kept: Kept, place: int) -> None:
    data = bytearray(kept.file.read_bytes())
    data[place] ^= 0x10
    kept.file.write_bytes(data)
    kept.assert_whole()


@pytest.mark.parametrize("length", [0, 10, 32, 33, 2_000])
def test_a_half_written_one_is_not_believed(kept: Kept, length: int) -> None:
    kept.file.write_bytes(kept.file.read_bytes()[:length])
    kept.assert_whole()


def test_one_of_another_conference_is_not_believed(kept: Kept, tmp_path: Path) -> None:
    other = Kept(tmp_path / "other.db", "Another conference")
    kept.file.write_bytes(other.file.read_bytes())
    kept.assert_whole()


def test_one_of_another_program_is_not_believed(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    row_hash, standing = kept.read()
    with monkeypatch.context() as later:
        later.setattr(kept_state, "_program", lambda: b"a later version")
        keep_state(kept.path, standing, row_hash)
    kept.assert_whole()


def test_the_program_is_another_once_its_law_is_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for part in (codec, kept_state, ledger):
        assert any(Path(part.__file__).is_relative_to(folder) for folder in kept_state.LAW)
    law = tmp_path / "procedure"
    law.mkdir()
    (law / "rule.py").write_text("LIMIT = 180\n")
    monkeypatch.setattr(kept_state, "LAW", (law,))
    said = [kept_state._program.__wrapped__()]
    os.utime(law / "rule.py", ns=(1, 1))
    said.append(kept_state._program.__wrapped__())
    monkeypatch.setattr(kept_state, "__version__", "99.0")
    said.append(kept_state._program.__wrapped__())
    assert len(set(said)) == 3


def test_a_stale_one_is_gone_on_from_only_if_little_follows(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_state, "FAR", 3)
    kept.do("note", text="One more")
    assert kept.open().standing is not None
    for number in range(3):
        kept.do("note", text=f"More {number}")
    kept.assert_whole()


def test_one_that_is_ahead_of_its_journal_is_not_believed(kept: Kept) -> None:
    with closing(open_journal(kept.path).journal) as journal:
        kept.keep(Desk(journal, kept.clock, "podium"))
    last = kept.by_journal().seq
    with by_hand(kept.path) as database:
        database.execute("DELETE FROM journal WHERE seq = ?", (last,))
    opened = kept.open()
    assert opened.standing is None and opened.finding is not None
    assert f"record {last} was made" in opened.finding.why


@pytest.mark.parametrize("column", ["payload", "station", "hash"])
def test_a_changed_row_behind_it_is_found_at_once(kept: Kept, column: str) -> None:
    with by_hand(kept.path) as database:
        database.execute(
            f"UPDATE journal SET {column} = replace({column}, substr({column}, 3, 1), 'x') "
            "WHERE seq = (SELECT max(seq) FROM journal)"
        )
    assert take_up(kept.path) is None
    with pytest.raises(StorageError, match="damaged after record"):
        kept.open()


def test_a_head_that_names_another_row_is_looked_into(kept: Kept) -> None:
    head = read_head(kept.path)
    assert head is not None
    for other in (Head(head.seq, "0" * 64), Head(head.seq + 1, head.hash), Head(2, "0" * 64)):
        write_head(kept.path, other)
        assert take_up(kept.path) is None
        assert kept.open().finding is not None


def test_a_changed_row_before_it_is_found_when_the_journal_is_read_whole(kept: Kept) -> None:
    with by_hand(kept.path) as database:
        database.execute("UPDATE journal SET station = 'nobody' WHERE seq = 5")
    assert kept.open().standing is not None
    with pytest.raises(StorageError, match="damaged after record 4"):
        list(read_whole(kept.path, lambda: None))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET station = 'nobody' WHERE seq = 1",
        "UPDATE journal SET station = 'nobody' WHERE seq = 5",
        "UPDATE journal SET seq = -5 WHERE seq = 5",
        "DELETE FROM journal WHERE seq < 3",
    ],
)
def test_who_records_on_what_is_kept_has_the_rows_before_it_checked(
    kept: Kept, statement: str
) -> None:
    sound = open_journal(kept.path, kept=True, recording=True)
    sound.journal.close()
    assert sound.standing is not None, "it is folded from there on"
    with by_hand(kept.path) as database:
        database.execute(statement)
    assert kept.is_believed()
    with pytest.raises(StorageError, match="damaged"):
        open_journal(kept.path, kept=True, recording=True)


def test_who_records_has_the_file_itself_checked(kept: Kept) -> None:
    with by_hand(kept.path) as database:
        (size,) = database.execute("PRAGMA page_size").fetchone()
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    with kept.path.open("r+b") as file:
        file.seek(28)  # how many pages there are, in the header
        file.write((pages + 1).to_bytes(4, "big"))
        file.seek(0, os.SEEK_END)
        file.write(bytes(size))  # a page that belongs to nothing
    assert kept.is_believed()
    with pytest.raises(StorageError, match="damaged outside its records"):
        open_journal(kept.path, kept=True, recording=True)


def test_the_whole_journal_is_read_in_steps_and_the_first_act_kept(kept: Kept) -> None:
    first = beside(kept.path, layout.FIRST_ACT)
    first.unlink()
    steps: list[int] = []
    records = [one for piece in read_whole(kept.path, lambda: steps.append(1)) for one in piece]
    assert records[-1] == kept.by_journal().last
    assert len(steps) >= 2 * len(records)
    assert first.exists()


def test_where_nothing_is_kept_the_records_are_folded_as_they_are_read(kept: Kept) -> None:
    forget_state(kept.path)
    first = beside(kept.path, layout.FIRST_ACT)
    first.unlink()
    opened = open_journal(kept.path, kept=True, migrate=True)
    with closing(opened.journal) as journal:
        ledger, whole = opened.ledger(), kept.by_journal()
        assert opened.records == [] and opened.standing is None
        assert ledger.is_whole and ledger.standing == whole.standing
        assert (ledger.last, ledger.last_step) == (whole.last, whole.last_step)
        assert ledger.in_force == whole.in_force
        desk = Desk(journal, kept.clock, "podium", ledger=ledger)
        assert desk.dispatch(Undo()).sentences == ("Undone: A private note was made.",)
    assert first.exists()


def test_deleting_it_costs_nothing_but_time(kept: Kept) -> None:
    beside(kept.path, KEPT_STATE + UNFINISHED).write_bytes(b"half of it")
    forget_state(kept.path)
    assert not any(KEPT_STATE in name for name in files_of(kept.path))
    kept.assert_whole()
    forget_state(kept.path)


@MODES
def test_it_is_the_accounts_alone(kept: Kept) -> None:
    assert kept.file.stat().st_mode & 0o777 == 0o600


@MODES
def test_no_link_is_followed(kept: Kept, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    kept.file.rename(elsewhere)
    kept.file.symlink_to(elsewhere)
    kept.assert_whole()
    before = elsewhere.read_bytes()
    unfinished = beside(kept.path, KEPT_STATE + UNFINISHED)
    unfinished.symlink_to(elsewhere)
    with closing(open_journal(kept.path).journal) as journal:
        kept.keep(Desk(journal, kept.clock, "podium"))
    assert elsewhere.read_bytes() == before
    assert not kept.file.is_symlink() and not unfinished.is_symlink()
    assert kept.open().standing is not None


@pytest.mark.skipif(ON_WINDOWS, reason="Windows has no such pipes")
def test_what_is_no_file_is_not_waited_for(kept: Kept) -> None:
    kept.file.unlink()
    os.mkfifo(kept.file)
    with closing(open_journal(kept.path).journal) as journal:
        kept.keep(Desk(journal, kept.clock, "podium"))
    kept.assert_whole()
    assert kept.file.is_fifo()


def test_where_there_is_no_room_it_takes_none(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.file.read_bytes()

    class Full(io.FileIO):
        def write(self, data: Any) -> int:
            super().write(data[:100])
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(layout.os, "fdopen", Full)
    with closing(open_journal(kept.path).journal) as journal:
        kept.keep(Desk(journal, kept.clock, "podium"))
    assert kept.file.read_bytes() == before
    assert not beside(kept.path, KEPT_STATE + UNFINISHED).exists()


@OTHER_ACCOUNTS
def test_where_nothing_may_be_written_it_is_read_and_nothing_is_said() -> None:
    with public_folder() as folder:
        kept = Kept(folder / "conference.db")
        for file in folder.iterdir():
            file.chmod(0o644)
        folder.chmod(0o555)
        with without_rights():
            opened = open_journal(kept.path, kept=True)
            with closing(opened.journal) as journal:
                assert opened.standing is not None
                standing = opened.ledger().standing
                assert standing is not None
                journal.keep(standing)
        folder.chmod(0o755)


def test_a_state_that_more_was_recorded_after_is_not_kept(kept: Kept) -> None:
    opened = open_journal(kept.path)
    before = kept.file.read_bytes()
    with closing(opened.journal) as journal:
        desk = Desk(journal, kept.clock, "podium", opened.records)
        standing = desk.ledger.standing
        assert standing is not None
        desk.dispatch(command_of("note", text="Meanwhile"))
        journal.keep(standing)
    assert kept.file.read_bytes() == before


def test_a_conference_set_aside_leaves_none(kept: Kept) -> None:
    put_in_place(kept.path, [small_conference(kept.clock.now(), id="new")], "pack", MORNING)
    assert not kept.file.exists()
    assert kept.stands().conference.id == "new"


def test_a_damaged_conference_is_recovered_without_it(kept: Kept) -> None:
    with by_hand(kept.path) as database:
        database.execute("UPDATE journal SET station = 'nobody' WHERE seq = 5")
    recover(kept.path, MORNING)
    assert not kept.file.exists()
    assert 4 <= kept.stands().seq == kept.by_journal().seq  # more, where old pages still hold them


WRITER = """
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from plenary_tui.storage.open_journal import open_journal

opened = open_journal(Path(sys.argv[1]))
standing = opened.ledger().standing
with closing(opened.journal) as journal:
    print("ready", flush=True)
    while True:
        journal.keep(standing)
"""


def writer(path: Path) -> subprocess.Popen[str]:
    """A process that keeps the state again and again, without end."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    return process


def test_one_who_keeps_it_is_killed_at_any_moment(kept: Kept) -> None:
    wanted = kept.by_journal().conference
    for _ in range(5):
        with writer(kept.path) as process:
            kept.open()
            process.kill()
            process.wait()
        assert kept.stands().conference == wanted
    with closing(open_journal(kept.path).journal) as journal:
        kept.keep(Desk(journal, kept.clock, "podium"))
    assert kept.open().standing is not None


def test_two_keep_it_at_once_while_a_third_reads(kept: Kept) -> None:
    wanted = kept.by_journal().conference
    with writer(kept.path) as one, writer(kept.path) as two:
        for _ in range(100):
            assert kept.stands().conference == wanted
        assert one.poll() is two.poll() is None
        for process in (one, two):
            process.send_signal(signal.SIGTERM)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_a_long_day_makes_is_kept_as_it_is(seed: int) -> None:
    chance, house = random.Random(seed), House()
    house.convene(chance.choice(["floor open", "committee"]), chance.choice([True, False]))
    for _ in range(12):
        for _ in range(25):
            house.go_on(chance)
        standing = house.chamber.ledger.standing
        assert standing is not None
        steps = count()
        row_hash, found = decoded(encoded(standing, GENESIS, steps.__next__))
        assert (row_hash, found) == (GENESIS, standing)
        assert repr(found) == repr(standing)
        conference = standing.conference
        assert next(steps) == bool(conference.statements) + bool(conference.notes)
