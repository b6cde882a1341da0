"""A whole sitting replayed from its file: journal, snapshots and record are those kept.

After a deliberate change: `python -m tests.sitting`, and look at what changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.actions.typed import read_line
from plenary_tui.procedure.ground.done import Record
from plenary_tui.storage.open_journal import open_journal
from tests.commands.conftest import Plenary
from tests.sitting.replay import (
    JOURNAL,
    RECORD,
    SITTING,
    SNAPSHOTS,
    steps,
    written_in_tongues,
    written_journal,
    written_record,
    written_snapshots,
)


def test_the_journal_is_the_one_that_was_kept(records: tuple[Record, ...]) -> None:
    assert written_journal(records) == JOURNAL.read_text(encoding="utf-8")


def test_the_snapshots_are_those_that_were_kept(records: tuple[Record, ...]) -> None:
    assert written_snapshots(records) == SNAPSHOTS.read_text(encoding="utf-8")


def test_the_record_is_the_one_that_was_kept_in_every_form(records: tuple[Record, ...]) -> None:
    kept = {path.name: path.read_bytes().decode() for path in RECORD.iterdir()}
    found = written_record(records) | written_in_tongues(records)
    assert found.keys() == kept.keys()
    for name, text in found.items():
        assert text == kept[name], name


def test_the_record_can_be_had_as_of_every_row(records: tuple[Record, ...]) -> None:
    """In the middle of an act too: a record may be asked for as of any row."""
    first = next(one.seq for one in records if one.event.kind == "meeting opened")
    for row in range(first, len(records) + 1):
        for text in written_record(records[:row]).values():
            assert text


def test_every_moment_that_is_named_is_kept() -> None:
    named = [step.moment for step in steps() if step.moment]
    kept = [
        line[3:]
        for line in SNAPSHOTS.read_text(encoding="utf-8").splitlines()
        if line.startswith("== ")
    ]
    assert kept == named and len(named) == len(set(named)) > 8


def test_every_act_of_the_sitting_has_its_keys() -> None:
    assert [step.line for step in steps() if not step.keys] == []


def test_what_the_sitting_holds() -> None:
    """Two items, the Committee, a point of order with appeal, two replies, L.4 and L.7."""
    acts = [read_line(step.line) for step in steps()]
    names = [one.act for one in acts]
    assert (names[0], names[-1]) == ("open-meeting", "adjourn-meeting")
    assert names.count("grant-reply") == 2
    assert {"convene-committee", "rise-committee", "raise-point", "name-point"} <= set(names)
    assert any(getattr(one, "appeal", "") for one in acts)
    assert any(step.line.startswith("vote-document") for step in steps())


def test_the_same_file_is_done_by_the_command_line(
    tmp_path: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch, records: tuple[Record, ...]
) -> None:
    path = tmp_path / "cop12.db"
    monkeypatch.setenv("PLENARY_DB", str(path))
    assert plenary("new", "--pack", "cop12", "--starting", "now").status == 0
    answer = plenary("do", "--file", str(SITTING))
    assert answer.status == 0, answer.err
    assert f"{len(steps())} acts done." in answer.out
    assert "L.4 was adopted without a vote." in answer.out
    assert "L.7 was adopted by 88 in favour, 19 against" in answer.out
    opened = open_journal(path)
    opened.journal.close()
    done = [one.event.kind for one in opened.records]
    assert done == [one.event.kind for one in records if one.event.kind != "podium opened"]
    assert plenary("check").status == 0
