"""Several processes on one conference, and processes that end without warning."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from plenary_tui.storage.open_journal import open_journal

from .chamber import STATION, event, make_conference, texts

APPEND = """
import sys
from pathlib import Path
from plenary_tui.storage.errors import JournalMoved
from plenary_tui.storage.open_journal import open_journal
from tests.storage.chamber import event

path, station, acts = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
opened = open_journal(path)
journal, seq = opened.journal, len(opened.records)
print("ready", flush=True)
sys.stdin.readline()
for number in range(acts):
    while True:
        try:
            (record,) = journal.append(seq, [event(number)], station)
        except JournalMoved:
            seq = journal.read(seq)[-1].seq
        else:
            seq = record.seq
            break
    print(seq, flush=True)
journal.close()
"""
ROOT = Path(__file__).parents[2]


def station(path: Path, name: str, acts: int) -> subprocess.Popen[str]:
    """A process that waits for a line, then records that many acts and prints each one's number."""
    return subprocess.Popen(
        [sys.executable, "-c", APPEND, str(path), name, str(acts)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def test_two_stations_record_two_hundred_acts_each(database: Path) -> None:
    make_conference(database)
    names = ("left", "right")
    with station(database, "left", 200) as left, station(database, "right", 200) as right:
        for process in (left, right):
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in (left, right):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        for process in (left, right):
            assert process.stdout is not None
            assert len(process.stdout.read().split()) == 200
    assert (left.returncode, right.returncode) == (0, 0)

    opened = open_journal(database)
    opened.journal.close()
    assert opened.finding is None
    assert [record.seq for record in opened.records] == list(range(1, 402))
    wanted = texts_of_events(200)
    for name in names:
        assert texts([one for one in opened.records if one.station == name]) == wanted


def texts_of_events(count: int) -> list[str]:
    return [str(getattr(event(number), "what", "")) for number in range(count)]


@pytest.mark.parametrize("after", [1, 7, 40])
def test_nothing_told_is_lost_when_a_station_is_killed(database: Path, after: int) -> None:
    make_conference(database)
    with station(database, "victim", 5000) as victim:
        assert victim.stdin is not None and victim.stdout is not None
        assert victim.stdout.readline() == "ready\n"
        victim.stdin.write("go\n")
        victim.stdin.flush()
        told = [int(victim.stdout.readline()) for _ in range(after)]
        victim.kill()
        told += [
            int(line) for line in victim.stdout.read().splitlines(keepends=True) if "\n" in line
        ]

    opened = open_journal(database)
    with closing(opened.journal) as journal:
        assert opened.finding is None
        seqs = [record.seq for record in opened.records]
        assert seqs == list(range(1, len(seqs) + 1))
        assert set(told) <= set(seqs)
        assert len(seqs) <= told[-1] + 1
        assert len(journal.append(seqs[-1], [event(1)], STATION)) == 1
