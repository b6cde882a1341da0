"""`plenary status` and `plenary print`: read, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.paths import Paths
from plenary_tui.rehearsal.preparing import prepare_rehearsal
from plenary_tui.storage import layout
from plenary_tui.storage.head import Head, write_head
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.locks import PodiumLock
from tests.chamber import FakeClock, vienna
from tests.commands.conftest import Plenary

KEYS = [
    *("schema", "now", "conference", "meeting", "item", "on_air", "floor", "queue"),
    *("replies", "points", "motions", "quorum", "interrupted", "list", "forecast"),
    *("lower_third", "next", "alignments", "side_events"),
    *("draft", "documents", "decisions", "script", "journal"),
]


def test_as_text(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "inscribe", "Türkiye")
    out = plenary("status").out
    assert out.startswith("Small conference\n")
    assert "1st plenary meeting, in session" in out and "1. Türkiye" in out


def test_as_json(in_session: Path, plenary: Plenary) -> None:
    plenary("do", "inscribe", "Türkiye")
    snapshot = plenary("status", "--json").json
    assert list(snapshot) == KEYS
    assert snapshot["schema"] == 1
    assert [one["delegation"] for one in snapshot["next"]] == ["Türkiye"]


def test_while_a_podium_is_open(in_session: Path, plenary: Plenary) -> None:
    with PodiumLock(in_session, "podium"):
        journal = SqliteJournal(in_session)
        journal.warm_up()
        try:
            assert plenary("status").status == 0
        finally:
            journal.close()


def test_the_database_and_all_beside_it_stay_as_they_were(
    in_session: Path, plenary: Plenary
) -> None:
    before = {file.name: file.read_bytes() for file in in_session.parent.glob("*.db*")}
    for words in (("status",), ("status", "--json"), ("print",), ("check",)):
        assert plenary(*words).status == 0
    after = {file.name: file.read_bytes() for file in in_session.parent.glob("*.db*")}
    after.pop(f"{in_session.name}{layout.SHM}", None)
    before.pop(f"{in_session.name}{layout.SHM}", None)
    assert after.pop(f"{in_session.name}{layout.WAL}", b"") == before.pop(
        f"{in_session.name}{layout.WAL}", b""
    )
    assert after == before


def test_no_state_is_kept(in_session: Path, plenary: Plenary, home: Path) -> None:
    plenary("status")
    assert not home.exists()


def test_a_head_ahead_is_told(in_session: Path, plenary: Plenary) -> None:
    write_head(in_session, Head(99, "0" * 64))
    answer = plenary("status")
    assert answer.status == 0
    assert answer.err.startswith("Note: ") and "record 99 was made" in answer.err


def test_no_conference(plenary: Plenary) -> None:
    answer = plenary("status")
    assert answer.status == 1 and answer.out == ""
    assert "There is no conference at" in answer.err and "plenary new" in answer.err


def test_no_rehearsal(plenary: Plenary) -> None:
    answer = plenary("--rehearsal", "status")
    assert answer.status == 1
    assert "plenary rehearse" in answer.err


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0" + b"x" * 500])
@pytest.mark.parametrize(
    "words",
    [("status",), ("print",), ("check",), ("backup", "copy.db"), ("do", "note", "x")],
)
def test_what_is_no_conference(
    tmp_path: Path, plenary: Plenary, content: bytes | None, words: tuple[str, ...]
) -> None:
    path = tmp_path / "thing.db"
    path.mkdir() if content is None else path.write_bytes(content)
    answer = plenary("--db", str(path), *words)
    assert answer.status == 1 and answer.out == ""
    assert str(path) in answer.err
    assert content is None or path.read_bytes() == content


@pytest.mark.parametrize("name", ["missing/x.db", "a\x1b[2Jb", "\udcff", "x" * 300])
def test_what_is_not_there(tmp_path: Path, plenary: Plenary, name: str) -> None:
    answer = plenary("status", "--db", str(tmp_path / name))
    assert answer.status == 1
    assert "\x1b" not in answer.err
    if len(name) > 255:
        assert "cannot be used (its name is too long). Choose a shorter one." in answer.err


def test_a_damaged_journal(in_session: Path, plenary: Plenary) -> None:
    journal = SqliteJournal(in_session)
    journal.warm_up()
    journal.close()
    data = in_session.read_bytes()
    assert b"Small conference" in data
    in_session.write_bytes(data.replace(b"Small conference", b"Smell conference"))
    for words in (("status",), ("print",), ("do", "note", "x"), ("backup", "copy.db")):
        answer = plenary(*words)
        assert answer.status == 1 and "`plenary podium`" in answer.err
    answer = plenary("check")
    assert answer.status == 1 and "`plenary podium`" in answer.err
    assert in_session.read_bytes() == data.replace(b"Small conference", b"Smell conference")


class TestPrint:
    """The list on paper."""

    def test_the_current_item(self, in_session: Path, plenary: Plenary) -> None:
        plenary("do", "inscribe", "Guinea")
        out = plenary("print").out
        assert "List of speakers, item 1(f)" in out and "1. [ ] Guinea" in out

    def test_another_item(self, in_session: Path, plenary: Plenary) -> None:
        assert "item 2(a): Convention" in plenary("print", "--item", "2a").out

    def test_no_item(self, database: Path, plenary: Plenary) -> None:
        answer = plenary("print")
        assert answer.status == 1 and "No agenda item" in answer.err

    def test_no_such_item(self, in_session: Path, plenary: Plenary) -> None:
        answer = plenary("print", "--item", "99")
        assert answer.status == 1 and "The agenda has 1(f), 2, 2(a)" in answer.err


def test_a_strip_of_what_has_changed_since_a_list_was_printed(
    in_session: Path, plenary: Plenary
) -> None:
    row = plenary("status", "--json").json["journal"]["seq"]
    assert f"row {row} of the journal" in plenary("print").out
    assert plenary("do", "inscribe", "Nigeria", "--override", "late").status == 0
    answer = plenary("print", "--since", str(row))
    assert answer.status == 0 and f"From row {row} of the journal to row {row + 1}" in answer.out
    assert "NEW (1)\n    1. Nigeria (first)" in answer.out
    assert plenary("print", "--item", "2", "--since", "1").status == 0
    assert plenary("do", "take-up-item", "2", "--confirm").status == 0
    answer = plenary("print", "--since", str(row))
    assert "list of speakers, item 1(f)" in answer.out and "NEW (1)" in answer.out
    assert "item 2" in plenary("print", "--since", str(row + 2)).out
    assert plenary("do", "convene-committee").status == 0
    assert "NEW (1)" in plenary("print", "--since", str(row)).out
    refused = plenary("print", "--since", "99")
    assert (
        refused.status == 1 and "There is no row 99: the journal has the rows 1 to" in refused.err
    )
    both = plenary("print", "--since", "1", "--decisions")
    assert both.status == 2 and "Print one of --since and --decisions at a time." in both.err
    for words in (("--since", "1", "--vote"), ("--decisions", "--vote")):
        assert plenary("print", *words).status == 2
    for what in ("decisions", "vote"):
        answer = plenary("print", "--item", "2", f"--{what}")
        why = f"--item is of lists of speakers; --{what} prints those of all items."
        assert answer.status == 2 and why in answer.err


def test_where_there_is_only_a_rehearsal_it_says_how_that_is_meant(
    plenary: Plenary, paths: Paths
) -> None:
    paths.rehearsal.parent.mkdir(parents=True, exist_ok=True)
    prepare_rehearsal(paths.rehearsal, FakeClock(vienna(14, 10)), "test")
    answer = plenary("status")
    assert answer.status == 1
    assert answer.err == (
        "There is no conference yet, only a rehearsal. "
        "Make one with `plenary new`, or add --rehearsal for what was rehearsed.\n"
    )
    assert plenary("--rehearsal", "status").status == 0
