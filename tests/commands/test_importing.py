"""`plenary import`: a file of an office is looked at, asked about, taken over, and taken back."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from plenary_tui.commands import importing
from plenary_tui.paths import Paths
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.storage.open_journal import open_journal
from tests.commands.conftest import Plenary

INDICO = (
    ("ID", "Name", "First Name", "Last Name", "Email Address", "Country", "Class",
     "Registration state"),
    ("1", "Ada Sample", "Ada", "Sample", "a@example.org", "Palau", "", "Completed"),
    ("2", "Bo Sample", "Bo", "Sample", "b@example.org", "Palau", "", "Awaiting payment"),
    ("3", "Cy Sample", "Cy", "Sample", "c@example.org", "Guinée", "", "Completed"),
    ("4", "Di Sample", "Di", "Sample", "d@example.org", "Turkey", "", "Completed"),
    ("5", "Ed Sample", "Ed", "Sample", "e@example.org", "Niger", "", "Pending"),
    ("6", "Flo Sample", "Flo", "Sample", "f@example.org", "Nigeria", "", "Rejected"),
    ("7", "Gil Sample", "Gil", "Sample", "g@example.org", "Law Forum", "NGO", "Completed"),
)  # fmt: skip
REQUESTS = (
    ("Délégation", "Orateur", "Fonction", "Reçu le"),
    ("Guinée", "M. Exemple", "Ministre", "03/09/2024 09:15"),
    ("Côte d\u2019Ivoire", "Mme Exemple", "Ambassadrice", "13/09/2024 10:00"),
    ("Turkiye", "M. Modèle", "Ministre", "02/09/2024 08:00"),
)
AGENDA = (
    ("Item", "Title"),
    ("2", "Review of the implementation"),
    ("(b)", "Protocols"),
    ("3", "Other serious crimes"),
)

Make = Callable[..., str]

PASSWORD = Path(__file__).parents[1] / "exchange" / "incoming" / "password.xlsx"
"""A workbook that a spreadsheet program has encrypted."""


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a CSV file; its path."""

    def write(
        name: str,
        rows: tuple[tuple[str, ...], ...],
        encoding: str = "utf-8-sig",
        delimiter: str = ",",
    ) -> str:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter).writerows(rows)
        path = tmp_path / name
        path.write_bytes(text.getvalue().encode(encoding))
        return str(path)

    return write


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Somebody sits at the terminal and types these lines."""

    def sits(*lines: str) -> None:
        monkeypatch.setattr(importing, "can_ask", lambda: True)
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return sits


def conference(database: Path) -> Conference:
    opened = open_journal(database)
    opened.journal.close()
    return Ledger(opened.records).conference


def rows(database: Path) -> int:
    return conference(database).seq


def waiting(database: Path, item: str) -> list[str]:
    speakers = conference(database).list_of(item, Body.PLENARY)
    return [entry.delegation for entry in speakers.waiting]


# Registrations of Indico


def test_registrations_come_in_by_one_act_and_again_change_nothing(
    plenary: Plenary, database: Path, make: Make
) -> None:
    file = make("registrations.csv", INDICO)
    answer = plenary("import", file, "--yes")
    assert answer.status == 0
    assert "registrations.csv: Indico, registrations" in answer.out
    assert "2 new, 2 same, 1 skipped, 1 rejected; 5 persons, none of whom is kept." in answer.out
    assert "Names: Turkey = Türkiye (TUR)." in answer.out
    assert answer.out.splitlines()[-1] == (
        "The file registrations.csv was taken over as delegations: 2 new, 2 as they stood, "
        "2 left out."
    )
    assert all(len(line) <= 80 for line in answer.out.splitlines()[:-1])
    registered = conference(database).delegation("PLW")
    assert registered is not None and registered.registered
    before = rows(database)
    again = plenary("import", file, "--yes")
    assert again.status == 0
    assert again.out.endswith("registrations.csv changes nothing: all it has stands already.\n")
    assert rows(database) == before
    assert "registrations.csv was taken over" in plenary("do", "undo").out
    assert conference(database).delegation("LAWFORUM") is None


def test_no_person_comes_in_the_journal(plenary: Plenary, database: Path, make: Make) -> None:
    plenary("import", make("registrations.csv", INDICO), "--yes")
    content = database.read_bytes()
    for wal in database.parent.glob("small.db-wal"):
        content += wal.read_bytes()
    assert b"example.org" not in content and b"Gil Sample" not in content
    assert b"registrations.csv" in content


def test_a_newer_file_shows_only_what_changed(plenary: Plenary, database: Path, make: Make) -> None:
    plenary("import", make("registrations.csv", INDICO), "--yes")
    newer = (*INDICO[:1], *INDICO[3:], ("8", "Hal S", "Hal", "S", "h@example.org", "Peru Forum",
             "NGO", "Completed"))  # fmt: skip
    answer = plenary("import", make("registrations (1).csv", newer), "--yes")
    assert "new      line 7      Peru Forum: 1 person - NGO" in answer.out
    assert "gone                 Palau" in answer.out
    assert "Guinea" not in answer.out
    palau = conference(database).delegation("PLW")
    assert palau is not None and palau.registered, "nobody is taken away"


# A list of requests, in French


def test_requests_stand_in_order_of_receipt_and_are_asked_about(
    plenary: Plenary,
    database: Path,
    make: Make,
    answering: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = make("demandes.csv", REQUESTS, "cp1252", ";")
    unsaid = plenary("import", file, "--yes")
    assert unsaid.status == 1 and "give --item SYMBOL" in unsaid.err
    answering("7", "", "y")
    answer = plenary("import", file)
    assert answer.status == 0
    assert "saved as" not in answer.err
    assert "On the list of which item are they? [1(f)]" in answer.out
    assert "The agenda has 1(f), 2, 2(a)." in answer.out
    assert "Take demandes.csv over: 3 new? [yes]" in answer.out
    assert waiting(database, "1(f)") == ["TUR", "GIN", "CIV"]
    assert plenary("import", file, "--item", "1f", "--yes").out.endswith("stands already.\n")


def test_names_that_are_asked_are_remembered(
    plenary: Plenary, database: Path, make: Make, answering: Callable[..., None]
) -> None:
    file = make(
        "list.csv",
        (("Delegation", "Speaker", "Function", "Item"),
         ("Permanent Mission of Nigeria", "A", "B", "2"),
         ("Gunea", "A", "B", "2"),
         ("Law Forum", "A", "B", "2")),
    )  # fmt: skip
    refused = plenary("import", file, "--yes")
    assert refused.status == 1 and '--name "Law Forum=NGO"' in refused.err
    answering("y", "Narnia", "NGO", "n")
    assert plenary("import", file).err.strip() == "Nothing was recorded."
    answering("y", "NGO", "y")
    answer = plenary("import", file)
    assert "“Permanent Mission of Nigeria” is Nigeria (NGA)?" in answer.out
    assert waiting(database, "2") == ["NGA", "GIN", "LAWFORUM"]
    assert "Law Forum,NGO,small" in Paths.find().names.read_text(encoding="utf-8")
    plenary("do", "undo")
    assert plenary("import", file, "--yes").status == 0, "nothing is asked any more"
    assert waiting(database, "2") == ["NGA", "GIN", "LAWFORUM"]


def test_refusals_are_listed_at_once_left_out_or_overruled(
    plenary: Plenary, database: Path, make: Make, answering: Callable[..., None]
) -> None:
    file = make(
        "list.csv",
        (("Delegation", "Speaker", "Function", "Item"),
         ("Guinea", "A", "B", "1(f)"),
         ("Palau", "A", "B", "2"),
         ("Nigeria", "A", "B", "9"),
         ("Niger", "A", "B", "2")),
    )  # fmt: skip
    answer = plenary("import", file, "--yes")
    assert answer.status == 1 and "3 rows are refused" in answer.err
    assert "line 3      Palau, item 2 - Palau is not registered" in answer.out.replace(
        "\n" + " " * 23, " "
    )
    assert rows(database) == 1
    answering("The Bureau agreed", "n")
    assert plenary("import", file).err.startswith("Nothing was recorded.")
    answering("The Bureau agreed", "y", "y")
    assert plenary("import", file).status == 0
    assert waiting(database, "1(f)") == ["GIN"] and waiting(database, "2") == ["NER"]
    plenary("do", "undo")
    plenary("import", file, "--yes", "--skip-refused")
    assert waiting(database, "1(f)") == [] and waiting(database, "2") == ["NER"]


def test_which_number_is_the_day_is_asked(
    plenary: Plenary, database: Path, make: Make, answering: Callable[..., None]
) -> None:
    file = make("list.csv", (REQUESTS[0], ("Guinea", "A", "B", "02/09/2024 08:00")))
    answering("n", "", "")
    answer = plenary("import", file)
    assert "Does the day come first? [yes]" in answer.out
    assert "line 2" in answer.out, "the list was not open in February"
    answer = plenary("import", file, "--day-first", "--item", "1f", "--yes")
    assert answer.status == 0 and waiting(database, "1(f)") == ["GIN"]


# An agenda


def test_an_agenda_comes_in_and_again_changes_nothing(
    plenary: Plenary, database: Path, make: Make
) -> None:
    file = make("agenda.csv", AGENDA)
    plenary("import", file, "--yes")
    symbols = [item.symbol for item in conference(database).items]
    assert symbols == ["1(f)", "2", "2(a)", "2(b)", "3"]
    assert plenary("import", file, "--yes").out.endswith("stands already.\n")


# Options


def test_a_dry_run_changes_nothing_and_says_whether_it_would_go_through(
    plenary: Plenary, database: Path, make: Make
) -> None:
    agenda, requests = make("agenda.csv", AGENDA), make("requests.csv", REQUESTS)
    assert plenary("import", agenda, "--dry-run").status == 0
    assert plenary("import", requests, "--dry-run").status == 1
    assert plenary("import", requests, "--dry-run", "--item", "1f").status == 0
    assert rows(database) == 1
    nobody = plenary("import", agenda)
    assert nobody.status == 1 and "Add --yes" in nobody.err and rows(database) == 1


def test_a_preview_as_json(plenary: Plenary, database: Path, make: Make) -> None:
    answer = plenary("import", make("registrations.csv", INDICO), "--json", "--dry-run")
    told = json.loads(answer.out)
    assert told["as"] == "delegations" and told["file"] == "registrations.csv"
    assert told["counts"]["new"] == 2 and told["goes_through"]
    assert told["rows"][0] == {
        "line": 2,
        "state": "new",
        "delegation": "PLW",
        "what": "Palau",
        "why": "registration had closed",
        "persons": 2,
    }
    assert {"title": "Country", "role": "delegation", "why": "title"} in told["columns"]


def test_all_rows_are_listed(plenary: Plenary, database: Path, make: Make) -> None:
    answer = plenary("import", make("registrations.csv", INDICO), "--all", "--dry-run")
    assert "same     line 4      Guinea: 1 person" in answer.out
    assert "--all" not in answer.out


def test_what_was_told_is_written_to_a_file_and_read_again(
    plenary: Plenary, database: Path, make: Make, tmp_path: Path
) -> None:
    file = make("list.csv", (("Who", "Says", "As"), ("Korea", "A", "B"), ("Guinea", "A", "B")))
    kept = tmp_path / "office.toml"
    told = [
        *("--as", "list", "--item", "2", "--column", "Who=delegation", "--column", "Says=speaker"),
        *("--column", "As=function", "--name", "Korea=Niger"),
    ]
    assert plenary("import", file, *told, "--yes", "--save-map", str(kept)).status == 0
    assert waiting(database, "2") == ["NER", "GIN"]
    assert tomllib.loads(kept.read_text(encoding="utf-8"))["names"] == {"Korea": "Niger"}
    Paths.find().names.unlink()
    again = plenary("import", file, "--map", str(kept), "--yes")
    assert again.status == 0 and again.out.endswith("stands already.\n")


def test_files_are_taken_over_one_after_the_other(
    plenary: Plenary, database: Path, make: Make
) -> None:
    agenda, broken = make("agenda.csv", AGENDA), make("empty.csv", ())
    answer = plenary("import", agenda, "--yes", "--name", "Korea=Niger")
    assert answer.status == 0
    answer = plenary("import", broken, "--yes")
    assert answer.status == 1 and answer.err.startswith("empty.csv: is empty")


def test_a_dry_run_looks_at_every_file(
    plenary: Plenary, database: Path, make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    agenda, requests = make("agenda.csv", AGENDA), make("requests.csv", REQUESTS)
    answer = plenary("import", requests, agenda, "--dry-run")
    assert answer.status == 1 and "--item" in answer.err and "taken as agenda" in answer.out


# Bad input


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--name", "Korea"), "--name takes"),
        (("--name", "Korea=Narnia"), "give a code or a name of this conference"),
        (("--column", "X=shoe size"), "is no role of a column"),
        (("--as", "poem"), "invalid choice"),
        (("--day", "soon"), "is no day"),
        (("--day-first", "--month-first"), "Argument --month-first"),
    ],
)
def test_what_is_told_wrongly_is_misuse(
    plenary: Plenary, database: Path, make: Make, words: tuple[str, ...], said: str
) -> None:
    answer = plenary("import", make("agenda.csv", AGENDA), *words)
    assert answer.status == 2 and said in answer.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "is a picture"),
        (b'{"a": 1}', "is JSON of no system"),
        (b"a,b\n1,2\n", "no column is known"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    plenary: Plenary, database: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(content)
    answer = plenary("import", str(file), "--yes")
    assert answer.status == 1 and said in answer.err and rows(database) == 1
    told = plenary("import", str(tmp_path / "none.csv")).err
    assert told.startswith("none.csv: cannot be read (there is no such")


@pytest.mark.parametrize(
    "text", ["as = 3", "[names]\nx = 1", "shoes = 'x'", "day_first = 'x'", "as = ", "\xff"]
)
def test_a_map_that_is_wrong_is_one_sentence(
    plenary: Plenary, database: Path, make: Make, tmp_path: Path, text: str
) -> None:
    kept = tmp_path / "office.toml"
    kept.write_bytes(text.encode("latin-1"))
    answer = plenary("import", make("agenda.csv", AGENDA), "--map", str(kept))
    assert answer.status == 1 and "office.toml" in answer.err


def test_where_nothing_is_to_be_asked_one_answer_is_enough(
    plenary: Plenary, database: Path, make: Make, answering: Callable[..., None]
) -> None:
    answering("")
    answer = plenary("import", make("agenda.csv", AGENDA))
    assert answer.status == 0 and answer.out.count("taken as agenda") == 1


def test_an_answer_holds_for_all_that_resemble_none(
    plenary: Plenary, database: Path, make: Make, answering: Callable[..., None]
) -> None:
    names = ("Delegation", "Guinea", "Law Forum", "Youth Circle", "River Trust", "Sample Relie")
    file = make("delegations.csv", tuple((name,) for name in names))
    answering("IGO*", "-", "yes")
    answer = plenary("import", file, "--column", "Delegation=delegation")
    assert answer.status == 0, answer.err
    registered = {one.name: one.participant for one in conference(database).delegations}
    assert registered["Law Forum"] == registered["River Trust"] == "IGO"
    assert "Sample Relie" not in registered


def test_answers_that_end_change_nothing(
    plenary: Plenary, database: Path, make: Make, answering: Callable[..., None]
) -> None:
    answering()
    answer = plenary("import", make("requests.csv", REQUESTS))
    assert answer.status == 1 and "nothing was recorded" in answer.err
    assert rows(database) == 1


BIDI, BELL = "\u202e", "\x07"


def test_all_that_is_wrong_is_said_at_once_with_line_and_column(
    plenary: Plenary, database: Path, make: Make
) -> None:
    answer = plenary(
        "import",
        make(
            "bad.csv",
            (
                ("Delegation", "Speaker", "Received at"),
                ("Gha" + BELL + "na", "A B", "2024-09-01 10:00"),
                ("Ken" + BIDI + "ya", "A B", "2024-09-01 10:00"),
                ("x" * 500, "A B", "2024-09-01 10:00"),
                ("Norway", "A B", "1900-01-01 10:00"),
                ("Norway", "A B", "tomorrow"),
            ),
        ),
        *("--yes", "--item", "1(f)"),
    )
    assert answer.status == 1 and rows(database) == 1
    said = " ".join(answer.out.split())
    for part in (
        "line 2 Delegation - character 4 cannot be shown",
        "line 3 Delegation - character 4 cannot be shown (right-to-left override)",
        "line 4 Delegation - has 500 characters; expected 200 at most",
        "line 5 Received at - “1900-01-01 10:00” is out of range",
        "line 6 Received at - “tomorrow” is not a date",
    ):
        assert part in said
    assert "5 rows are refused" in answer.err


def test_of_two_columns_of_one_title_none_is_guessed(
    plenary: Plenary, database: Path, make: Make
) -> None:
    file = make(
        "two.csv", (("Delegation", "Delegation"), ("Nigeria", "Türkiye"), ("Türkiye", "Nigeria"))
    )
    answer = plenary("import", file, "--yes")
    assert answer.status == 1 and rows(database) == 1
    assert '--column "Delegation=delegation" or --column "Delegation (2)=delegation"' in answer.err
    assert plenary("import", file, "--yes", "--column", "Delegation (2)=delegation").status == 0


def test_a_workbook_with_a_password_is_one_sentence(plenary: Plenary, database: Path) -> None:
    answer = plenary("import", str(PASSWORD), "--yes")
    assert answer.err == (
        "password.xlsx: is protected with a password; expected it saved without one.\n"
    )
    assert rows(database) == 1


def test_a_misspelt_name_is_not_taken_for_another_state_unseen(
    plenary: Plenary, database: Path, make: Make
) -> None:
    file = make("who.csv", (("Country",), ("Nigeeria",), ("Gambua",)))
    answer = plenary("import", file, "--yes")
    assert answer.status == 1 and "“Gambua”" in answer.err and rows(database) == 1
