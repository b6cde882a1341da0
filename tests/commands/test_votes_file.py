"""Who voted how comes from a file of two columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.commands.failures import Failed, Misused
from plenary_tui.commands.votes_file import with_votes
from tests.commands.conftest import Plenary

VOTES = "Delegation,Vote\nGhana,yes\nPeru,No\nCÔTE D'IVOIRE,in favour\nChile,abstain\nFiji,absent\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file as a voting machine writes it."""
    path = tmp_path / "votes.csv"
    path.write_text(VOTES, encoding="utf-8-sig")
    return path


@pytest.mark.parametrize("way", ["apart", "joined"])
def test_names_stand_in_the_place_of_the_file(file: Path, way: str) -> None:
    given = ["--votes", str(file)] if way == "apart" else [f"--votes={file}"]
    assert with_votes(["vote-document", "L.4", *given, "--override", "x"]) == [
        *("vote-document", "L.4", "--for", "Ghana, CÔTE D'IVOIRE"),
        *("--opposed", "Peru", "--abstained", "Chile", "--override", "x"),
    ]


def test_other_acts_and_words_are_left_alone(file: Path) -> None:
    assert with_votes(["note", "--votes", str(file)]) == ["note", "--votes", str(file)]
    assert with_votes([]) == []


@pytest.mark.parametrize("text", ["Ghana;+\nPeru;-\n", "Ghana\ty\nPeru\tn\n"])
def test_columns_are_parted_as_spreadsheets_do(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert with_votes(["correct-vote", "--votes", str(file)])[1:] == [
        "--for", "Ghana", "--opposed", "Peru",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Delegation,Vote\nGhana,maybe\n", "line 2: “maybe” is no vote"),
        ("Delegation,Vote\n", "Nobody voted in"),
        ('a,b\n"Ghana, Republic of",yes\n', "has a comma"),
    ],
)
def test_what_is_no_vote_is_said_with_its_line(file: Path, text: str, why: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Failed) as failed:
        with_votes(["vote-document", "--votes", str(file)])
    assert why in str(failed.value)


def test_a_file_that_cannot_be_read_is_one_sentence(file: Path) -> None:
    for name in (file.with_name("none.csv"), file.parent):
        with pytest.raises(Failed):
            with_votes(["vote-document", "--votes", str(name)])
    file.write_bytes(b"\xff\xfeG\x00")
    with pytest.raises(Failed) as failed:
        with_votes(["vote-document", "--votes", str(file)])
    assert "UTF-8" in str(failed.value)
    with pytest.raises(Misused):
        with_votes(["vote-document", "--votes"])


def test_help_names_it(plenary: Plenary) -> None:
    assert "--votes FILE" in plenary("do", "vote-document", "--help").out
    assert "--votes" not in plenary("do", "note", "--help").out


def test_a_vote_is_recorded_from_a_file_and_printed(
    in_session: Path, plenary: Plenary, file: Path
) -> None:
    plenary("do", "table-document", "On arms", "--sponsor", "Guinea, Niger", "--symbol", "L.9")
    plenary("do", "take-up-document", "L.9")
    file.write_text("Guinea,yes\nNiger,yes\nNGA,yes\nEU,yes\nTürkiye,no\n", encoding="utf-8")
    answer = plenary(
        *("do", "vote-document", "--in-favour", "4", "--against", "2"),
        *("--votes", str(file), "--override", "not published"),
    )
    assert answer.status == 1 and "2 were counted against, and 1 is named." in answer.err
    answer = plenary(
        *("do", "vote-document", "--in-favour", "4", "--against", "1"),
        *("--votes", str(file), "--override", "not published"),
    )
    assert answer.status == 0, answer.err
    assert "recorded by name" in answer.out
    printed = plenary("print", "--vote").out.splitlines()
    assert printed[-3:] == [
        "  In favour (4): European Union, Guinea, Niger, Nigeria",
        "  Against (1): Türkiye",
        "  Abstaining (0): none",
    ]
    plenary("do", "correct-vote", "--for", "GIN, NER, NGA, EU, CIV", "--opposed", "TUR")
    assert plenary("print", "--vote").out.splitlines()[-1] == (
        "  Corrected; recorded before: 4 in favour, 1 against, 0 abstaining; "
        "Côte d\u2019Ivoire did not vote"
    )
    assert plenary("status", "--json").json["decisions"][0]["vote"]["by_name"]["against"] == [
        "Türkiye"
    ]


def test_a_line_of_a_file_of_acts_takes_votes_too(
    in_session: Path, plenary: Plenary, file: Path
) -> None:
    file.write_text("Guinea,yes\nNiger,yes\nNGA,yes\nEU,yes\nTürkiye,no\n", encoding="utf-8")
    acts = file.with_name("acts.txt")
    lines = (
        'table-document "On arms" --sponsor "Guinea, Niger" --symbol L.9',
        "take-up-document L.9",
        f'vote-document --in-favour 4 --against 1 --votes "{file}" --override "not published"',
    )
    acts.write_text("\n".join(lines), encoding="utf-8")
    answer = plenary("do", "--file", str(acts))
    assert answer.status == 0 and answer.out.endswith("3 acts done.\n"), answer.err
    assert "  Against (1): Türkiye" in plenary("print", "--vote").out
    for line, why in (("--votes", "--votes needs a value"), ("--votes none", "none cannot be")):
        acts.write_text(f"correct-vote L.9 {line}\n", encoding="utf-8")
        answer = plenary("do", "--file", str(acts))
        assert answer.status != 0 and "line 1: " in answer.err and why in answer.err
