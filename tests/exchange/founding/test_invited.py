"""Who takes part, from what is built in and from files as offices have them."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.exchange.founding.invited import all_states, organizations_of, states_of
from plenary_tui.procedure.ground.as_typed import Unread


def file(folder: Path, text: str, name: str = "list.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_all_states_are_parties_and_registered() -> None:
    rows = all_states()
    assert len(rows) == 198
    assert {row["class"] for row in rows} == {"State party", "REIO party"}
    assert {row["registered"] for row in rows} == {"yes"}


def test_states_are_named_as_people_name_them(tmp_path: Path) -> None:
    path = file(tmp_path, "State\nGhana\nUK\nHolland\nPER\nCôte d'Ivoire,whatever\n\n")
    assert [row["code"] for row in states_of(path)] == ["GHA", "GBR", "NLD", "PER", "CIV"]


def test_a_name_nobody_has_is_told_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    path = file(tmp_path, "Ghana\nSlovakie\nKorea\n")
    with pytest.raises(Unread) as told:
        states_of(path)
    assert "line 2, “Slovakie” (Slovakia?)" in told.value.what
    assert "line 3, “Korea”" in told.value.what


def test_a_file_of_a_pack_is_taken_as_it_stands(tmp_path: Path) -> None:
    path = file(tmp_path, "code;name;class\nAUT;Austria;signatory State\n", "states.csv")
    (row,) = states_of(path)
    assert (row["code"], row["class"], row["registered"]) == ("AUT", "signatory State", "yes")


def test_organizations_are_names_with_their_class(tmp_path: Path) -> None:
    path = file(tmp_path, "Name,Class\nWorld Health Body,IGO\nBar Society\nBar Society Two, ngo\n")
    rows = organizations_of(path)
    assert [(row["code"], row["class"]) for row in rows] == [
        ("WHB1", "IGO"),
        ("BARSOCIE", "NGO"),
        ("BST1", "NGO"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("orgs.xlsx", b"PK", "is a workbook"),
        ("orgs.csv", b"\xff\xfea", "is not UTF-8"),
        ("orgs.csv", b"", "names nobody"),
        ("orgs.csv", b"One,NGO\nTwo,Bank\n", "line 2: “Bank” is no class"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unread) as unread:
        organizations_of(tmp_path / name)
    assert told in unread.value.what


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unread, match="cannot be read"):
        states_of(tmp_path / "none.txt")


def test_a_first_line_that_nobody_knows_is_no_header(tmp_path: Path) -> None:
    with pytest.raises(Unread) as told:
        states_of(file(tmp_path, "Switzerlnad\nGhana\n"))
    assert "line 1, “Switzerlnad” (Switzerland?)" in told.value.what
    with pytest.raises(Unread) as told:
        organizations_of(file(tmp_path, "Bar Society, Vienna, NGO\n"))
    assert "line 1: “Vienna” is no class" in told.value.what


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("bar society, IGO", "line 2: “bar society” stands in line 1 already"),
        ("UK", "line 2: “UK” is a State"),
        ("Ghana", "line 2: “Ghana” is a State"),
    ],
)
def test_an_organization_stands_once_and_is_no_state(
    tmp_path: Path, second: str, said: str
) -> None:
    with pytest.raises(Unread) as told:
        organizations_of(file(tmp_path, f"Bar Society\n{second}\n"))
    assert said in told.value.what


def test_the_code_of_an_organization_is_no_states(tmp_path: Path) -> None:
    rows = organizations_of(file(tmp_path, "Global Housing Association\n"))
    assert [row["code"] for row in rows] == ["GHA1"]
