"""What can go wrong says itself how the command line ends, and what it says."""

from __future__ import annotations

import pytest

from plenary_tui.actions.typed import WrongUsage
from plenary_tui.commands.failures import Failed, Misused, explain
from plenary_tui.exchange.pack import PackError, Problem
from plenary_tui.procedure.ground.act import Refused, Remedy
from plenary_tui.storage.errors import NoConference

WHY, INSTEAD = "Nobody has the floor.", "Give the floor first."


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (Failed(WHY, INSTEAD), 1, f"{WHY} {INSTEAD}"),
        (NoConference(WHY, INSTEAD), 1, f"{WHY} {INSTEAD}"),
        (Refused(WHY, INSTEAD), 1, f"Refused: {WHY} {INSTEAD}"),
        (
            Refused(WHY, remedy=Remedy.CONFIRM),
            1,
            f"Refused: {WHY} To confirm, add --confirm.",
        ),
        (Misused(WHY), 2, WHY),
        (WrongUsage("two\nlines"), 2, "two lines"),
        (
            PackError([Problem("agenda.csv", 3, "", "no title"), Problem("", None, "", "no day")]),
            1,
            "The pack cannot be used.\nagenda.csv, line 3: no title\nno day",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_error_that_was_foreseen(error: Exception, status: int, words: str) -> None:
    assert explain(error) == (status, words)


def test_an_error_that_was_not_foreseen() -> None:
    assert explain(ValueError("inside")) is None


@pytest.mark.parametrize("remedy", Remedy)
def test_a_refusal_that_can_be_met_says_what_to_type(remedy: Remedy) -> None:
    typed = Refused(WHY, INSTEAD, remedy=remedy).when_typed
    assert typed.startswith(f"{WHY} {INSTEAD}")
    assert (f"--{remedy}" in typed) is (remedy is not Remedy.NONE)
