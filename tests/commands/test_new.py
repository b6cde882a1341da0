"""`plenary new`, and which conference is the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.paths import Paths
from tests.commands.conftest import Plenary


def test_a_conference_in_the_default_place(plenary: Plenary, paths: Paths) -> None:
    answer = plenary("new", "--pack", "cop12")
    assert answer.status == 0
    assert answer.out.splitlines() == [
        f"COP12 UNTOC was set up in {paths.default}.",
        "Its first meeting opens at 10:00 on Monday 14 October 2024.",
        "Next: plenary podium",
    ]
    assert plenary("status").out.startswith("COP12 UNTOC\n")
    assert paths.last() == paths.default


def test_a_conference_in_a_place_of_its_own(
    plenary: Plenary, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert plenary("new", "--pack", "cop12", "--db", "mine.db").status == 0
    assert paths.last() == tmp_path / "mine.db"
    monkeypatch.chdir("/")
    assert plenary("status").status == 0, "it is the last conference now"


def test_the_environment_outdoes_the_last_conference(
    plenary: Plenary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLENARY_DB", str(tmp_path / "named.db"))
    assert plenary("new", "--pack", "cop12").out.endswith("Next: plenary podium\n")
    other = tmp_path / "an other.db"
    answer = plenary("--db", str(other), "new", "--pack", "cop12")
    assert answer.out.endswith(f"Next: plenary podium --db '{other}'\n")
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
