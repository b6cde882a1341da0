"""Faults in packs: given a pack with a fault, when it is loaded, then it is told in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plenary_tui.exchange.pack import PackError, load_pack
from plenary_tui.exchange.problems import PROBLEMS_SHOWN
from tests.exchange.faults import IN_CSV, IN_TOML, TWENTY
from tests.exchange.packs import FILES, line_of, problems, refusal, write_pack

TOML, STATES, _, LIST = FILES

ONE_FAULT = [*IN_TOML, *IN_CSV]


def test_a_pack_with_twenty_faults_reports_twenty(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, *(change[:3] for change in TWENTY))
    expected = {
        (name, line_of(folder, name, new.split("\n")[0]), field)
        for name, _, new, field in TWENTY
        if not new.startswith("[list.NGOs]")
    }
    closes = line_of(folder, TOML, "[list.NGOs]") + 2
    expected.add((TOML, closes, "[[list]] 1, NGOs, closes"))
    error = refusal(folder)
    assert {(one.file, one.line, one.field) for one in error.problems} == expected
    assert len(error.problems) == 20
    assert len(str(error).split("\n")) == 20
    assert all(one.what for one in error.problems)
    places = [(list(FILES).index(one.file), one.line) for one in error.problems]
    assert places == sorted(places)


def test_a_fault_is_told_in_words(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, (STATES, "Croatia,,State party", "Croatia,,Sate party"))
    assert problems(folder) == [
        "states.csv, line 4, class: “Sate party” is not known; expected one of State party, "
        "REIO party, signatory State, observer State, IGO, NGO"
    ]


@pytest.mark.parametrize(("name", "old", "new", "told"), ONE_FAULT, ids=range(len(ONE_FAULT)))
def test_each_kind_of_fault(tmp_path: Path, name: str, old: str, new: str, told: str) -> None:
    found = problems(write_pack(tmp_path, (name, old, new)))
    assert any(told in line for line in found), found
    assert all(line.isprintable() for line in found)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [change[:3] for change in IN_CSV if "column is missing" not in change[3]],
    ids=[change[3][:60] for change in IN_CSV if "column is missing" not in change[3]],
)
def test_a_fault_in_a_csv_file_is_told_once(tmp_path: Path, name: str, old: str, new: str) -> None:
    assert len(problems(write_pack(tmp_path, (name, old, new)))) == 1


def test_what_follows_from_a_missing_part_is_not_told_too(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, (TOML, "[[item]]", "[[items]]"), (TOML, "[[item]]", "[[items]]"))
    (folder / STATES).unlink()
    assert [line.partition(";")[0] for line in problems(folder)] == [
        "conference.toml, item: is missing",
        "conference.toml, line 30, items: is not known here",
        "states.csv: is missing",
    ]


def test_lines_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    for name in (TOML, STATES):
        content = (folder / name).read_bytes()
        content = content.replace("Côte".encode(), b"C\xf4te").replace(b"Small C", b"Sm\xe4ll C")
        (folder / name).write_bytes(content)
    assert problems(folder) == [
        "conference.toml, line 3: byte 11 (0xE4) is not UTF-8; expected a file saved as UTF-8",
        "states.csv, line 3: byte 6 (0xF4) is not UTF-8; expected a file saved as UTF-8",
    ]


@pytest.mark.parametrize("content", ["code,name\n".encode("utf-16"), b"PK\x03\x04\0\0\0"])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    folder = write_pack(tmp_path)
    (folder / STATES).write_bytes(content)
    assert problems(folder)[0].startswith("states.csv: is not UTF-8 text; expected a file saved")


def test_a_folder_without_conference_toml_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path)[0].startswith("conference.toml: is missing; expected a file in")


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (folder / LIST).unlink()
    os.mkfifo(folder / LIST)
    assert problems(folder) == ["list.csv: cannot be read (it is not a file)"]
    (folder / LIST).unlink()
    (folder / LIST).symlink_to(LIST)
    assert problems(folder)[0].startswith("list.csv: cannot be read (")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    with open(folder / LIST, "r+b") as file:
        file.truncate(33 * 1024 * 1024)
    assert problems(folder) == ["list.csv: cannot be read (it is larger than 32 MB)"]


def test_of_many_faults_the_first_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    with open(folder / LIST, "a", encoding="utf-8") as file:
        file.writelines(f"X{n},,,lord,,,,,never\n" for n in range(10_000))
    error = refusal(folder)
    assert len(error.problems) == 30_000
    lines = str(error).split("\n")
    assert len(lines) == PROBLEMS_SHOWN + 1
    assert lines[-1] == f"and {30_000 - PROBLEMS_SHOWN} more"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(list(FILES)),
    place=st.floats(0, 1),
    length=st.integers(0, 40),
    junk=st.binary(max_size=12) | st.sampled_from([b'"', b"'", b"\n", b",", b"[", b"=", b"]]"]),
)
def test_whatever_stands_in_a_file_no_other_exception_leaves(
    tmp_path: Path, name: str, place: float, length: int, junk: bytes
) -> None:
    folder = write_pack(tmp_path)
    content = FILES[name].encode()
    at = int(place * len(content))
    (folder / name).write_bytes(content[:at] + junk + content[at + length :])
    try:
        load_pack(folder)
    except PackError as error:
        assert str(error)
