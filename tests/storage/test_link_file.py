"""A database that is linked: whether this machine may record, and what becomes of its link."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from plenary_tui.procedure.state.frozen import replace
from plenary_tui.storage.errors import Busy, StorageError
from plenary_tui.storage.layout import LINK, beside
from plenary_tui.storage.link_file import (
    ChargeHere,
    Link,
    LinkChanged,
    NotInChargeHere,
    change_link,
    forget_link,
    read_link,
    write_link,
)
from plenary_tui.storage.locks import WriterLock
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.recovery import put_in_place
from tests.systems import MODES

from .chamber import STATION, event

FOLLOWS = Link("service=hq", 1, "COP12", "0" * 64, "list desk")


def test_a_machine_that_follows_records_nothing_until_it_is_in_charge(conference: Path) -> None:
    with closing(open_journal(conference).journal) as journal:
        journal.append(8, [event(9)], STATION)
        write_link(conference, FOLLOWS)
        assert not journal.records_here()
        with pytest.raises(NotInChargeHere, match="only follows"):
            journal.append(9, [event(10)], STATION)
        write_link(conference, replace(FOLLOWS, common=8))
        with pytest.raises(NotInChargeHere, match="Another podium"):
            journal.append(9, [event(10)], STATION)
        write_link(conference, replace(FOLLOWS, epoch=3))
        journal.append(9, [event(10)], STATION)
        write_link(conference, FOLLOWS)
        forget_link(conference)
        journal.append(10, [event(11)], STATION)
        assert journal.records_here()


def test_a_link_is_read_as_it_was_written_and_one_that_is_damaged_is_said(conference: Path) -> None:
    assert read_link(conference) is None
    write_link(conference, FOLLOWS)
    assert read_link(conference) == FOLLOWS
    beside(conference, LINK).write_bytes(b"{")
    with pytest.raises(StorageError, match="is damaged"):
        ChargeHere(conference).require()


@MODES
def test_what_is_no_file_is_no_reason_to_record(conference: Path, tmp_path: Path) -> None:
    write_link(conference, replace(FOLLOWS, epoch=3))
    link, elsewhere = beside(conference, LINK), tmp_path / "elsewhere"
    link.rename(elsewhere)
    for make in (partial(link.symlink_to, elsewhere), partial(os.mkfifo, link)):
        make()
        with (
            closing(open_journal(conference).journal) as journal,
            pytest.raises(StorageError, match="is damaged"),
        ):
            journal.append(8, [event(9)], STATION)
        link.unlink()


def test_another_conference_of_that_name_is_not_linked(conference: Path) -> None:
    write_link(conference, FOLLOWS)
    put_in_place(conference, [event(1)], STATION, datetime.now(UTC))
    assert read_link(conference) is None


def test_a_link_that_another_program_has_changed_meanwhile_is_not_written_over(
    conference: Path,
) -> None:
    change_link(conference, None, FOLLOWS)
    charged = replace(FOLLOWS, epoch=3)
    change_link(conference, FOLLOWS, charged)
    for late in (replace(FOLLOWS, common=2), None):
        with pytest.raises(LinkChanged):
            change_link(conference, FOLLOWS, late)
    with pytest.raises(LinkChanged):
        change_link(conference, None, FOLLOWS)
    assert read_link(conference) == charged
    change_link(conference, charged, None)
    assert read_link(conference) is None


def test_no_link_is_changed_while_an_act_is_recorded(
    conference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = partial(WriterLock, patience=0.01)
    monkeypatch.setattr("plenary_tui.storage.link_file.WriterLock", soon)
    with WriterLock(conference), pytest.raises(Busy):
        change_link(conference, None, FOLLOWS)
    assert read_link(conference) is None


def test_two_may_write_it_at_once(tmp_path: Path) -> None:
    path = tmp_path / "conference.db"

    def write(epoch: int) -> None:
        for _ in range(100):
            write_link(path, replace(FOLLOWS, epoch=epoch))

    with ThreadPoolExecutor(4) as writers:
        for done in [writers.submit(write, epoch) for epoch in range(1, 5)]:
            done.result()
    link = read_link(path)
    assert link is not None and link.epoch in range(1, 5)
    assert [file.name for file in tmp_path.iterdir()] == [beside(path, LINK).name]
