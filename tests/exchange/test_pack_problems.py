"""Faults in packs: given a pack with a fault, when it is loaded, then it is told in words."""

from __future__ import annotations

import os
import time
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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
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


@pytest.mark.parametrize("deep", ["[{}]", "{} = 1", "x = {{ {} = 1 }}", "[[{}]]"])
def test_a_key_of_thousands_of_parts_is_refused_at_once(tmp_path: Path, deep: str) -> None:
    """To read the key of 50,000 parts took 23 s, and that of 8,000 some tenths of one."""
    key = ".".join("a" * 8_000)
    folder = write_pack(tmp_path, (TOML, "[[item]]", f"{deep.format(key)}\n[[item]]"))
    found = problems(folder)
    assert any("a key of more parts than any conference has" in one for one in found), found[:3]


@pytest.mark.parametrize(
    "line", ["x = " + "9" * 100_000, "\u201e" * 100_000, "a" * 100_000, "x = '" + "ab " * 50_000]
)
def test_a_line_that_no_conference_has_is_refused_at_once(tmp_path: Path, line: str) -> None:
    """One number of 100,000 digits was looked through for minutes."""
    folder = write_pack(tmp_path, (TOML, "[[item]]", f"{line}\n[[item]]"))
    found = problems(folder)
    assert any("has more than 20,000 letters" in one for one in found), found[:3]
    (tmp_path / "short").mkdir()
    short = write_pack(tmp_path / "short", (TOML, "[[item]]", f"{line[:19_000]}\n[[item]]"))
    began = time.process_time()
    problems(short)
    assert time.process_time() - began < 20


def test_a_table_of_more_rows_than_any_conference_has_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.exchange.tables.MOST_ROWS", 2)
    folder = write_pack(tmp_path)
    assert any("has more than 2 rows before it" in one for one in problems(folder))


def test_of_many_faults_the_first_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    meeting = "\n[[meeting]]\nnumber = {}\nstarts = {}T10:00:00\nends = {}T13:00:00\n"
    with open(folder / TOML, "a", encoding="utf-8") as file:
        file.writelines(meeting.format(n, "2024-10-15", "2024-10-15") for n in range(3, 100))
    error = refusal(folder)
    lines = str(error).split("\n")
    assert "during meeting 3;" in lines[0] and "during meeting 4;" in lines[1]
    assert len(lines) == PROBLEMS_SHOWN + 1
    assert lines[-1] == f"and {len(error.problems) - PROBLEMS_SHOWN} more"


def test_alike_faults_of_many_lines_are_told_as_one(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    with open(folder / LIST, "a", encoding="utf-8") as file:
        file.writelines(f"X{n},,,lord,,,,,never\n" for n in range(10_000))
    error = refusal(folder)
    assert len(error.problems) == 30_000
    ranks, times, codes = str(error).split("\n")
    assert ranks.startswith("list.csv, lines 6-10005, rank: “lord” is not known; expected one of")
    assert times.startswith("list.csv, lines 6-10005, received_at: “never” is not a time;")
    assert codes.startswith(
        "list.csv, lines 6-10005, delegation: “X0” is not the code or the name of a delegation, "
        "and 9999 other values likewise; expected"
    )


def test_alike_faults_are_told_by_their_lines(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path,
        (STATES, "040,yes", "040,perhaps"),
        (STATES, "384,yes", "384,perhaps"),
        (STATES, "528,yes", "528,perhaps"),
        (TOML, "starts = 2024-10-14T10:00:00", "starts = never"),
        (TOML, "starts = 2024-10-14T15:00:00", "starts = some day"),
    )
    assert problems(folder) == [
        "states.csv, lines 2-3, 5, registered: “perhaps” is neither; expected yes or no",
        "conference.toml, lines 19, 26, [[meeting]], starts: “never” is not a time, and 1 other "
        "value likewise; expected a day and a time as 2027-03-04T09:30",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (TOML, "starts = 2024-10-14T10:00:00", "starts = 2024-10-14T10:00"),
        (TOML, "starts = 2024-10-14T10:00:00", "starts = 2024-10-14 10:00"),
        (TOML, "starts = 2024-10-14T10:00:00", "starts = 14.10.2024 10.00"),
        (TOML, "starts = 2024-10-14T10:00:00", 'starts = "14 October 2024, 10h"'),
        (TOML, "first_day = 2024-10-14", "first_day = 14.10.2024"),
        (TOML, "first_day = 2024-10-14", "first_day = 14/10/2024 # Monday"),
        (TOML, "limit_seconds = 180", "limit_seconds = 3:00"),
        (TOML, "limit_seconds = 180", 'limit_seconds = "3 min"'),
        (TOML, "number = 2", 'number = "2"'),
        (TOML, "requires_ngo_details = true", "requires_ngo_details = oui"),
        (TOML, "requires_ngo_details = true", "requires_ngo_details = Yes"),
        (TOML, '"Small Conference"', "“Small Conference”"),
        (TOML, '"Small Conference"', "„Small Conference“"),
        (TOML, '"Small Conference"', "« Small Conference »"),
        (TOML, '"Small Conference"', '"Small Conference”'),
        (TOML, '"Small Conference"', "Small Conference"),
        (TOML, '["1", "2(a)"]', "[“1”, “2(a)”]"),
        (TOML, '["1", "2(a)"]', "[1, 2(a)]"),
        (TOML, '["1", "2(a)"]', "[\n  “1”, # the first\n  “2(a)”,\n]"),
        (TOML, 'kind = "general discussion"', "kind = General Discussion"),
        (STATES, "040,yes", "040,oui"),
        (STATES, "040,yes", "040,Y"),
        (STATES, "040,yes", "040,TRUE"),
        (STATES, "040,yes", "040,да"),
        (STATES, "AUT,Austria,", "AUT,“Austria”,"),
        (STATES, "AUT,Austria,", "“AUT”,Austria,"),
        (LIST, "AUT,,", "Austria,,"),
        (LIST, "AUT,,", "AUSTRIA,,"),
        (LIST, "NLD,,", "the Netherlands,,"),
        (LIST, "2024-09-02T10:30:00", "2024-09-02 10:30"),
        (LIST, "2024-09-02T10:30:00", "02.09.2024 10:30"),
        (LIST, "2024-09-02T10:30:00", "2 September 2024 at 10.30 a.m."),
    ],
)
def test_what_an_office_writes_is_taken(tmp_path: Path, name: str, old: str, new: str) -> None:
    plain, meant = tmp_path / "plain", tmp_path / "meant"
    plain.mkdir()
    meant.mkdir()
    assert load_pack(write_pack(meant, (name, old, new))) == load_pack(write_pack(plain))


def test_a_sponsor_may_be_given_by_its_name(tmp_path: Path) -> None:
    sponsored = (TOML, 'languages = ["English"]', 'languages = ["English"]\nsponsors = ["Croatia"]')
    pack = load_pack(write_pack(tmp_path, sponsored))
    assert pack.conference.documents[0].sponsors == ("HRV",)


def test_a_name_that_two_delegations_bear_is_told(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path,
        (STATES, "Austria,,", "Austria,the State,"),
        (STATES, "Croatia,,", "Croatia,the State,"),
        (LIST, "AUT,,", "the State,,"),
    )
    (told,) = problems(folder)
    assert "“the State” is not the code or the name of a delegation" in told


def test_all_faults_of_a_file_that_is_no_toml_are_told_at_once(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path,
        (TOML, 'id = "small"', 'id = "small"\nhello'),
        (TOML, "first_day = 2024-10-14", "first_day = 04/03/2024"),
        (TOML, "number = 2", "number = two"),
        (TOML, "requires_ngo_details = true", "requires_ngo_details = perhaps"),
        (STATES, "040,yes", "040,perhaps"),
    )
    assert [line.partition(":")[0] for line in problems(folder)] == [
        "conference.toml, line 3",
        "conference.toml, line 6, first_day",
        "conference.toml, line 26, [[meeting]] 2, number",
        "conference.toml, line 67, [[list]] 1, requires_ngo_details",
        "states.csv, line 2, registered",
    ]


def test_a_file_that_is_toml_is_never_touched(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, (TOML, '"Small Conference"', '"The “Small” Conference # 2"'))
    assert load_pack(folder).name == "The “Small” Conference # 2"


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
