"""The pack that answers make is an ordinary one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from plenary_tui.exchange.founding.answered import Hours, Item
from plenary_tui.exchange.founding.invited import all_states
from plenary_tui.exchange.founding.new_pack import Founding, free_folder, write_pack
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.state.vocabulary import ItemKind

SMALL = Founding(
    name='Sample "Congress" of 2027 \\ one',
    timezone="Europe/Vienna",
    first_day=date(2027, 3, 1),
    last_day=date(2027, 3, 2),
    hours=(Hours(time(10), time(13)), Hours(time(15), time(18))),
    agenda=(Item("1", "Opening"), Item("2", "General debate")),
    limit=timedelta(minutes=2, seconds=30),
    title="大会 Конгресс",
    states=all_states(),
    listed="2",
    opens=datetime(2027, 2, 1),
    closes=datetime(2027, 3, 1, 12),
)


def test_it_is_read_back_as_it_was_answered(tmp_path: Path) -> None:
    folder = free_folder(tmp_path, SMALL.name)
    write_pack(folder, SMALL)
    conference = load_pack(folder).conference
    assert (conference.name, conference.title) == (SMALL.name, SMALL.title)
    assert conference.policies.limit == SMALL.limit
    assert [one.number for one in conference.programme] == [1, 2, 3, 4]
    assert [one.symbol for one in conference.items] == ["1", "2"]
    assert conference.items[1].kind is ItemKind.GENERAL_DISCUSSION
    assert len(conference.delegations) == 198
    (speakers,) = conference.lists
    assert speakers.item == "2" and not speakers.waiting


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    first = free_folder(tmp_path, "A B")
    first.mkdir()
    assert (first.name, free_folder(tmp_path, "A B").name) == ("a-b", "a-b-2")
    with pytest.raises(FileExistsError):
        write_pack(first, SMALL)


def test_half_a_pack_is_not_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Path.write_text

    def full(path: Path, *args: object, **kwargs: object) -> int:
        if path.name == "states.csv":
            raise OSError(28, "No space left on device")
        return written(path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        write_pack(tmp_path / "pack", SMALL)
    assert not (tmp_path / "pack").exists()
