"""A journal that an earlier version wrote: opened, folded and gone on with as if it were of today.

`tests/fixtures/0.1.0.db.gz` was written by `plenary` 0.1.0 under a clock set by hand: the sitting
in `tests/sitting/sitting.txt`, then the acts in `0.1.0-afternoon.txt`, and somebody speaks as it
ends; every kind of event of that version is in it. `0.1.0.json` is what its `plenary status --json`
printed then. None of them is ever written anew: a test that fails here says that conferences in
earnest would be lost, not that the files are out of date.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.events import KINDS
from plenary_tui.procedure.ground.on_record import Undo
from plenary_tui.procedure.state.vocabulary import MeetingStatus
from plenary_tui.storage.codec import decode, encode
from plenary_tui.storage.open_journal import open_journal
from tests.chamber import FakeClock, vienna
from tests.commands.conftest import Plenary

FIXTURES = Path(__file__).parents[1] / "fixtures"
SAID = json.loads((FIXTURES / "0.1.0.json").read_text(encoding="utf-8"))
"""The snapshot that version 0.1.0 gave."""
RECKONED = {"forecast", "expected_at", "expected_latest", "at_risk", "script"}
"""What is forecast or to be said, which may come to be reckoned better or put in other words."""
KINDS_THEN = 69
"""How many kinds of event version 0.1.0 had."""


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The old database with its head, in use; it is two minutes after its last act."""
    path = tmp_path / "conference.db"
    path.write_bytes(gzip.decompress((FIXTURES / "0.1.0.db.gz").read_bytes()))
    path.with_name("conference.db.head").write_bytes((FIXTURES / "0.1.0.db.head").read_bytes())
    clock = FakeClock()
    clock.until(vienna(17, 15, 32))
    monkeypatch.setattr(SystemClock, "now", lambda _: clock.now())
    monkeypatch.setenv("PLENARY_DB", str(path))
    return path


def rows(path: Path) -> list[tuple[Any, ...]]:
    """The rows of the journal as they stand on disk."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM journal ORDER BY seq").fetchall()


def as_then(then: Any, now: Any) -> Any:
    """What is said now, without what is forecast and what was not yet said then."""
    if isinstance(then, dict):
        return {key: as_then(part, now[key]) for key, part in then.items() if key not in RECKONED}
    if isinstance(then, list):
        assert len(then) == len(now)
        return [as_then(*pair) for pair in zip(then, now, strict=True)]
    return now


def test_it_is_sound_and_nothing_is_written_to_look_at_it(old: Path, plenary: Plenary) -> None:
    before = old.read_bytes()
    assert plenary("check").status == 0
    assert plenary("status").status == 0
    assert old.read_bytes() == before


def test_it_stands_where_it_was_left(old: Path, plenary: Plenary) -> None:
    now = plenary("status", "--json").json
    assert as_then(SAID, now) == as_then(SAID, SAID)
    assert (now["floor"]["delegation"], now["floor"]["elapsed"]) == ("Kenya", 117.0)


def test_every_kind_of_event_of_then_is_in_it_and_known(old: Path) -> None:
    kinds = {row[6] for row in rows(old)}
    assert kinds <= set(KINDS) and len(kinds) == KINDS_THEN


def test_every_row_would_be_written_today_as_it_was_then(old: Path) -> None:
    previous = "0" * 64
    for row in rows(old):
        record = decode(row)  # type: ignore[arg-type]
        assert encode(record.event, record.seq, record.act, record.station, previous) == row
        previous = row[-1]


def test_its_last_acts_are_undone_and_done_again(old: Path, plenary: Plenary) -> None:
    assert plenary("do", "undo").out == "Undone: Kenya began.\n"
    assert plenary("status", "--json").json["floor"]["phase"] == "called"
    assert plenary("do", "undo").status == 0
    assert plenary("status", "--json").json["floor"] is None
    for _ in range(2):
        assert plenary("do", "redo").status == 0
    now = plenary("status", "--json").json
    assert as_then(SAID["floor"], now["floor"]) == as_then(SAID["floor"], SAID["floor"])
    assert plenary("check").status == 0


def test_undo_goes_back_to_the_meeting_before_lunch(old: Path, plenary: Plenary) -> None:
    opened = open_journal(old)
    with closing(opened.journal):
        desk = Desk(opened.journal, SystemClock(), "podium", opened.records)
        while desk.conference.meeting is not None and desk.conference.meeting.number == 8:
            desk.dispatch(Undo())
        meeting = desk.conference.meeting
    assert meeting is not None and meeting.status is MeetingStatus.ADJOURNED
    assert plenary("check").status == 0


def test_it_goes_on(old: Path, plenary: Plenary) -> None:
    assert plenary("do", "end-statement").status == 0
    assert plenary("do", "conclude-item", "--confirm").status == 0
    assert plenary("do", "adjourn-meeting").status == 0
    assert plenary("check").status == 0
    assert plenary("status", "--json").json["meeting"]["status"] == "adjourned"
