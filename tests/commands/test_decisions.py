"""Drafts and decisions from the command line, in the sample: L.4 adopted, L.7 by vote."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.commands.conftest import Plenary

SITTING = """\
open-meeting --number 1 --override rehearsing
take-up-item 4
introduce-item
secretariat-statement
open-floor
add-sponsor Ghana --document L.4
take-up-document L.4
adopt-document --orally-revised --override "the President, with no objection"
conclude-item
take-up-item 3
take-up-document L.7
vote-document --in-favour 80 --against 40 --abstaining 10 --override "with no objection"
take-up-document L.6
defer-document --reason "to the next meeting"
"""


@pytest.fixture
def sample(tmp_path: Path, plenary: Plenary, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample conference."""
    path = tmp_path / "cop12.db"
    monkeypatch.setenv("PLENARY_DB", str(path))
    assert plenary("new", "--pack", "cop12").status == 0
    return path


def test_a_sitting_from_a_file(sample: Path, plenary: Plenary, tmp_path: Path) -> None:
    lines = tmp_path / "sitting.txt"
    lines.write_text(SITTING, encoding="utf-8")
    answer = plenary("do", "--file", str(lines))
    assert answer.status == 0, answer.err
    assert "L.4 was adopted, as orally revised, without a vote." in answer.out
    assert "L.7 was adopted by 80 in favour, 40 against, 10 abstaining" in answer.out
    printed = plenary("print", "--decisions").out
    assert "DECISIONS\n  L.4 was adopted, as orally revised" in printed
    assert "  L.6 was deferred (to the next meeting)" in printed
    assert "      Sponsors: Co-Chairs of the Working Group on International Cooperation, Ghana" in (
        printed
    )
    snapshot = plenary("status", "--json").json
    assert [(one["label"], one["outcome"]) for one in snapshot["decisions"]] == [
        ("L.4", "adopted"),
        ("L.7", "adopted"),
        ("L.6", "deferred"),
    ]
    assert [one["symbol"] for one in snapshot["documents"]][:4] == ["L.4", "L.5", "L.6", "L.7"]
    assert snapshot["documents"][1]["outcome"] is None, "L.5 bears the title of L.4"
    assert snapshot["documents"][4]["label"] == "draft resolution 5"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("mark-edited L.99", "There is no draft “L.99”."),
        ("add-sponsor INTERPOL --document L.4", "Only parties and signatories"),
        ("adopt-document", "No meeting is open."),
        ("table-document 'On fraud' Ghana --symbol L.4", "the symbol of another draft"),
    ],
)
def test_a_refusal_says_why(sample: Path, plenary: Plenary, line: str, why: str) -> None:
    answer = plenary("do", *shlex.split(line))
    assert answer.status == 1 and why in answer.err


@pytest.mark.parametrize(
    "line", ["vote-document --in-favour many", "mark-translated Latin", "take-up-document"]
)
def test_wrong_usage(sample: Path, plenary: Plenary, line: str) -> None:
    assert plenary("do", *line.split()).status == 2
