"""`plenary new`, and which conference is the last."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from plenary_tui.commands.output import quoted
from plenary_tui.paths import Paths
from plenary_tui.storage.locks import PodiumLock
from tests.commands.conftest import Plenary
from tests.exchange.packs import write_pack


def test_a_conference_in_the_default_place(plenary: Plenary, paths: Paths) -> None:
    answer = plenary("new", "--pack", "cop12")
    assert answer.status == 0
    assert answer.out.splitlines() == [
        f"COP12 UNTOC was set up in {paths.default}.",
        "Its first meeting opens at 10:00 on Monday 14 October 2024.",
        "Next: plenary podium",
    ]
    told = plenary("status").out
    assert told.startswith("COP12 UNTOC\n") and "Recorded: 1 row, the last at" in told
    assert paths.last() == paths.default


def test_a_conference_in_a_place_of_its_own(
    plenary: Plenary, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert plenary("new", "--pack", "cop12", "--db", "mine.db").status == 0
    assert paths.last() == tmp_path / "mine.db"
    monkeypatch.chdir("/")
    assert plenary("status").status == 0, "it is the last conference now"


def test_a_last_conference_that_cannot_be_read_is_none(
    plenary: Plenary, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.remember(paths.default)
    paths.state.write_bytes(b"/caf\xe9.db\n")
    strict = os.fsdecode

    def as_on_windows(name: str | bytes) -> str:
        return name.decode("utf-8") if isinstance(name, bytes) else strict(name)

    monkeypatch.setattr(os, "fsdecode", as_on_windows)
    assert paths.last() is None
    assert plenary("status").status == 1


def test_what_is_the_last_conference_already_is_not_written_again(paths: Paths) -> None:
    paths.remember(paths.default)
    before = paths.state.stat()
    paths.remember(paths.default)
    after = paths.state.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    paths.remember(paths.rehearsal)
    assert paths.last() == paths.rehearsal


def test_the_environment_outdoes_the_last_conference(
    plenary: Plenary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLENARY_DB", str(tmp_path / "named.db"))
    assert plenary("new", "--pack", "cop12").out.endswith("Next: plenary podium\n")
    other = tmp_path / "an other.db"
    answer = plenary("--db", str(other), "new", "--pack", "cop12")
    assert answer.out.endswith(f"Next: plenary podium --db {quoted(other)}\n")
    assert str(tmp_path / "named.db") in plenary("where").out


@pytest.mark.parametrize(
    ("starting", "said"),
    [
        ("2025-03-03T09:30", "09:30 on Monday 3 March 2025"),
        ("2025-03-03T09:30+00:00", "10:30 on Monday 3 March 2025"),
        ("2025-07-07T09:30Z", "11:30 on Monday 7 July 2025"),
        ("2025-03-03", "00:00 on Monday 3 March 2025"),
    ],
)
def test_starting_moves_every_date(plenary: Plenary, starting: str, said: str) -> None:
    answer = plenary("new", "--pack", "cop12", "--starting", starting)
    assert f"Its first meeting opens at {said}." in answer.out


def test_starting_now(plenary: Plenary) -> None:
    assert plenary("new", "--pack", "cop12", "--starting", "now").status == 0
    assert plenary("do", "open-meeting").status == 0, "today is a day of the conference"


@pytest.mark.parametrize("starting", ["blah", "25:00", "2025-13-01", "0001-01-01", "\udcff"])
def test_starting_at_no_time(plenary: Plenary, paths: Paths, starting: str) -> None:
    assert plenary("new", "--pack", "cop12", "--starting", starting).status in (1, 2)
    assert not paths.default.exists()


@pytest.mark.parametrize("pack", ["nonsense", "", "/", "\udcff", "a\x1bb", "../data"])
def test_no_such_pack(plenary: Plenary, paths: Paths, pack: str) -> None:
    answer = plenary("new", "--pack", pack)
    assert answer.status == 1 and "\x1b" not in answer.err
    assert not paths.default.exists()


def test_what_exists_is_not_overwritten(plenary: Plenary, paths: Paths) -> None:
    plenary("new", "--pack", "cop12")
    before = paths.default.read_bytes()
    answer = plenary("new", "--pack", "cop12")
    assert answer.status == 1 and "exists already" in answer.err
    assert paths.default.read_bytes() == before


def test_a_folder_that_is_missing(plenary: Plenary, tmp_path: Path) -> None:
    answer = plenary("new", "--pack", "cop12", "--db", str(tmp_path / "no" / "x.db"))
    assert answer.status == 1 and "There is no folder" in answer.err


def test_a_data_folder_that_cannot_be_made(plenary: Plenary, paths: Paths) -> None:
    paths.data.parent.mkdir(parents=True)
    paths.data.write_text("a file")
    answer = plenary("new", "--pack", "cop12")
    assert answer.status == 1 and "--db PATH" in answer.err


def test_without_a_pack(plenary: Plenary) -> None:
    answer = plenary("new")
    assert answer.status == 2 and "--pack" in answer.err


def test_a_rehearsal_of_a_pack(plenary: Plenary, paths: Paths) -> None:
    answer = plenary("--rehearsal", "new", "--pack", "cop12", "--starting", "now")
    assert answer.out.endswith("Next: plenary rehearse\n")
    assert plenary("status", "--rehearsal", "--json").json["conference"]["rehearsal"] is True
    assert paths.last() is None


def test_state_that_cannot_be_written(plenary: Plenary, paths: Paths) -> None:
    paths.state.parent.mkdir(parents=True)
    paths.state.mkdir()
    # Said on standard error; the conference is made all the same.
    with pytest.raises(AssertionError):
        plenary("new", "--pack", "cop12")
    assert plenary("status").status == 0


@pytest.mark.parametrize("content", [b"", b"relative.db\n", b"\0\n", b"\xff\n"])
def test_state_that_is_broken_counts_for_nothing(
    plenary: Plenary, paths: Paths, content: bytes
) -> None:
    paths.state.parent.mkdir(parents=True)
    paths.state.write_bytes(content)
    assert paths.last() is None and paths.database == paths.default
    assert plenary("status").status == 1


class TestReplace:
    """`plenary new --replace`."""

    def test_the_old_conference_is_kept_beside_the_new_one(
        self, plenary: Plenary, paths: Paths
    ) -> None:
        plenary("new", "--pack", "cop12")
        plenary("do", "note", "about the first")
        before = plenary("status", "--json").json["journal"]["seq"]
        answer = plenary("new", "--pack", "cop12", "--replace", "--starting", "04.03.2027 9h30")
        assert answer.status == 0
        said = re.search(r"that was there is kept in (.*)\.", answer.out)
        assert said is not None
        kept = Path(said[1])
        assert kept.parent == paths.default.parent and kept != paths.default
        assert re.fullmatch(r"conference-\d{8}T\d{6}Z\.db", kept.name), kept.name
        assert "09:30 on Thursday 4 March 2027" in answer.out
        assert plenary("status", "--json").json["journal"]["seq"] == 1
        assert plenary("--db", str(kept), "status", "--json").json["journal"]["seq"] == before
        for database in (paths.default, kept):
            assert plenary("--db", str(database), "check").status == 0

    def test_twice_in_a_second_keeps_both(self, plenary: Plenary, paths: Paths) -> None:
        for _ in range(3):
            assert plenary("new", "--pack", "cop12", "--replace").status == 0
        assert len(list(paths.default.parent.glob("conference-*.db*"))) >= 2
        assert plenary("check").status == 0

    def test_where_there_is_none_one_is_made(self, plenary: Plenary, paths: Paths) -> None:
        answer = plenary("new", "--pack", "cop12", "--replace")
        assert answer.status == 0 and "kept" not in answer.out

    def test_a_pack_that_cannot_be_used_replaces_nothing(
        self, plenary: Plenary, paths: Paths
    ) -> None:
        plenary("new", "--pack", "cop12")
        before = paths.default.read_bytes()
        assert plenary("new", "--pack", "nonsense", "--replace").status == 1
        assert paths.default.read_bytes() == before
        assert list(paths.default.parent.glob("conference-*")) == []

    def test_a_conference_with_an_open_podium_is_not_replaced(
        self, plenary: Plenary, paths: Paths
    ) -> None:
        plenary("new", "--pack", "cop12")
        with PodiumLock(paths.default, "podium"):
            answer = plenary("new", "--pack", "cop12", "--replace")
        assert answer.status == 1 and "A podium is already open" in answer.err
        assert list(paths.default.parent.glob("conference-*.db")) == []

    def test_what_is_no_conference_is_not_replaced(self, plenary: Plenary, tmp_path: Path) -> None:
        letter = tmp_path / "letter.db"
        letter.write_text("Dear Secretary")
        answer = plenary("--db", str(letter), "new", "--pack", "cop12", "--replace")
        assert answer.status == 1 and letter.read_text() == "Dear Secretary"

    def test_without_it_the_way_to_replace_is_told(self, plenary: Plenary) -> None:
        plenary("new", "--pack", "cop12")
        answer = plenary("new", "--pack", "cop12")
        assert answer.status == 1 and "--replace" in answer.err


class TestCheckPack:
    """`plenary check PACK`."""

    def test_a_sound_pack(self, plenary: Plenary, paths: Paths) -> None:
        answer = plenary("check", "cop12")
        assert answer.status == 0
        assert "The pack of COP12 UNTOC is sound" in answer.out
        assert "198 States" in answer.out and "10 meetings" in answer.out
        assert not paths.default.exists() and not paths.data.exists()

    def test_all_that_is_wrong_in_one(self, plenary: Plenary, tmp_path: Path) -> None:
        folder = write_pack(
            tmp_path,
            ("states.csv", "040,yes", "040,perhaps"),
            ("states.csv", "384,yes", "384,perhaps"),
            ("conference.toml", "number = 2", "number = two"),
        )
        answer = plenary("check", str(folder))
        assert answer.status == 1
        assert answer.err.splitlines() == [
            "The pack cannot be used.",
            "states.csv, lines 2-3, registered: “perhaps” is neither; expected yes or no",
            "conference.toml, line 25, [[meeting]] 2, number: “two” does not fit; expected a "
            "whole number",
        ]

    def test_no_such_pack(self, plenary: Plenary) -> None:
        answer = plenary("check", "nonsense")
        assert answer.status == 1 and "There is no pack “nonsense”" in answer.err

    def test_without_a_pack_it_is_the_database(self, plenary: Plenary, paths: Paths) -> None:
        plenary("new", "--pack", "cop12")
        assert "is sound" in plenary("check").out and str(paths.default) in plenary("check").out
