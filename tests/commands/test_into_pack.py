"""`plenary import --pack`: files of an office into a pack, and `plenary new --from` files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plenary_tui.exchange.founding.new_pack import write_pack
from plenary_tui.exchange.founding.questions import sample
from plenary_tui.exchange.pack import load_pack
from plenary_tui.paths import Paths
from plenary_tui.procedure.state.vocabulary import Body
from tests.commands.conftest import Plenary
from tests.exchange.founding.test_sources import indico

WHO = "Pays,Type,Registration state\nSénégal,Etat,Completed\nAmis du Fleuve,ONG,Completed\n"
FLOOR = (
    "Délégation;Orateur;Fonction;Reçu le\nSénégal;M. Exemple;Ministre;16/09/2026 09:15\n"
    "Pays-Bas;Mme Exemple;Ambassadrice;13/09/2026 10:00\n"
)
ALL = ("--answer", "name=Sample", "--answer", "first_day=2027-03-01", "--answer", "place=Vienna")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    write_pack(tmp_path / "pack", sample())
    return tmp_path / "pack"


def file(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_a_list_comes_into_a_pack_and_the_same_again_changes_nothing(
    plenary: Plenary, pack: Path, tmp_path: Path
) -> None:
    who = file(tmp_path, "who.csv", WHO)
    answer = plenary("import", "--pack", str(pack), who, "--yes")
    assert answer.status == 0, answer.err
    assert "In the pack: organizations.csv, conference.toml." in answer.out
    names = [one.name for one in load_pack(pack).conference.delegations]
    assert "Amis du Fleuve" in names
    again = plenary("import", "--pack", str(pack), who, "--yes")
    assert "changes nothing" in again.out


def test_requests_are_first_entries_of_the_list(
    plenary: Plenary, pack: Path, tmp_path: Path
) -> None:
    toml = pack / "conference.toml"
    text = toml.read_text(encoding="utf-8").replace("opens = 2027-01-01", "opens = 2026-09-01")
    toml.write_text(text, encoding="utf-8")
    floor = file(tmp_path, "floor.csv", FLOOR)
    answer = plenary("import", "--pack", str(pack), floor, "--item", "2", "--yes")
    assert answer.status == 0, answer.err
    waiting = load_pack(pack).conference.list_of("2", Body.PLENARY).waiting
    assert [one.delegation for one in waiting] == ["NLD", "SEN"]


def test_a_dry_run_writes_nothing(plenary: Plenary, pack: Path, tmp_path: Path) -> None:
    before = {one.name: one.read_bytes() for one in pack.iterdir()}
    who = file(tmp_path, "who.csv", WHO)
    assert plenary("import", "--pack", str(pack), who, "--dry-run").status == 0
    assert {one.name: one.read_bytes() for one in pack.iterdir()} == before


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: folder.mkdir(), "is no pack: it has no conference.toml"),
        (lambda folder: None, "There is no pack"),
    ],
)
def test_what_is_no_pack_is_told(plenary: Plenary, tmp_path: Path, make: object, says: str) -> None:
    make(tmp_path / "none")  # type: ignore[operator]
    who = file(tmp_path, "who.csv", WHO)
    answer = plenary("import", "--pack", str(tmp_path / "none"), who, "--yes")
    assert answer.status == 1 and says in answer.err


def test_a_workbook_and_a_built_in_pack_are_left_alone(plenary: Plenary, tmp_path: Path) -> None:
    who = file(tmp_path, "who.csv", WHO)
    book = file(tmp_path, "pack.xlsx", "")
    assert "is a workbook" in plenary("import", "--pack", book, who).err
    from plenary_tui.exchange.files import data_folder

    built_in = str(data_folder() / "cop12")
    assert "built in" in plenary("import", "--pack", built_in, who, "--yes").err
    assert "not both" in plenary("import", "--pack", "x", "--rehearsal", who).err


def test_a_conference_of_three_files(plenary: Plenary, paths: Paths, tmp_path: Path) -> None:
    event = file(tmp_path, "event.json", json.dumps(indico()))
    who = file(tmp_path, "who.csv", WHO + "Pays-Bas,Etat,Completed\n")
    floor = file(tmp_path, "floor.csv", FLOOR)
    answer = plenary("new", "--from", floor, who, "--from", event, "--yes")
    assert answer.status == 0, answer.err
    assert "Congress on Rivers was set up" in answer.out
    conference = load_pack(paths.data / "packs" / "congress-on-rivers").conference
    there = {one.name for one in conference.delegations if one.registered}
    assert there == {"Amis du Fleuve", "Netherlands (Kingdom of the)", "Senegal"}
    assert [one.symbol for one in conference.items] == ["1", "2"]
    assert conference.programme[0].items == ("1", "2")
    assert [one.title for one in conference.side_events] == ["Side event: Rivers"]
    waiting = conference.list_of("2", Body.PLENARY).waiting
    assert [one.delegation for one in waiting] == ["NLD", "SEN"]
    assert plenary("status").out.startswith("Congress on Rivers\n")


def test_what_no_file_says_is_told_in_one_sentence(
    plenary: Plenary, paths: Paths, tmp_path: Path
) -> None:
    who = file(tmp_path, "who.csv", WHO)
    answer = plenary("new", "--from", who, "--yes")
    assert answer.status == 1
    assert answer.err == (
        "Nothing was made, for the files do not say name and first_day. "
        'Add --answer "name=..." --answer "first_day=...", or run it in a terminal, where it is '
        "asked.\n"
    )
    assert not (paths.data / "packs").exists() and not paths.default.exists()
    assert plenary("new", "--from", who, "--yes", *ALL).status == 0


def test_a_name_in_doubt_leaves_nothing_behind(
    plenary: Plenary, paths: Paths, tmp_path: Path
) -> None:
    who = file(tmp_path, "who.csv", "Country\nKorea\nGhana\n")
    answer = plenary("new", "--from", who, "--yes", *ALL)
    assert answer.status == 1 and '--name "Korea=KOR"' in answer.err
    assert not list((paths.data / "packs").iterdir()) and not paths.default.exists()
    assert plenary("new", "--from", who, "--yes", *ALL, "--name", "Korea=KOR").status == 0


def test_a_row_that_is_refused_leaves_nothing_behind_and_both_ways_on_are_told(
    plenary: Plenary, paths: Paths, tmp_path: Path
) -> None:
    text = "Delegation;Speaker;Received;Item\nGhana;A;2026-09-14 09:15;2\nPeru;B;2026-09-14;9\n"
    floor = file(tmp_path, "floor.csv", text)
    answer = plenary("new", "--from", floor, "--yes", *ALL)
    assert answer.status == 1
    assert answer.err.startswith(
        "Nothing was recorded. One row is refused; correct line 3 of floor.csv and run the same "
        "command again, or run it again with --skip-refused"
    )
    assert not list((paths.data / "packs").iterdir()) and not paths.default.exists()
    assert plenary("new", "--from", floor, "--yes", "--skip-refused", *ALL).status == 0
    corrected = file(tmp_path, "floor.csv", text.replace(";9", ";2"))
    again = plenary("new", "--from", corrected, "--yes", "--replace", *ALL)
    assert again.status == 0, again.err


def test_an_answer_that_cannot_be_read_is_told(plenary: Plenary, tmp_path: Path) -> None:
    who = file(tmp_path, "who.csv", WHO)
    answer = plenary("new", "--from", who, "--yes", *ALL, "--answer", "timezone=Atlantis")
    assert "“Atlantis” is no time zone" in answer.err and '--answer "timezone=..."' in answer.err
    assert "--answer takes" in plenary("new", "--answer", "colour=red").err
    assert "not both" in plenary("new", "--from", who, "--pack", "cop12").err


def test_a_file_that_cannot_be_read_makes_nothing(plenary: Plenary, tmp_path: Path) -> None:
    damaged = file(tmp_path, "event.json", json.dumps(indico())[:200])
    answer = plenary("new", "--from", damaged, "--yes", *ALL)
    assert answer.status == 1 and "event.json" in answer.err and "cut off" in answer.err
