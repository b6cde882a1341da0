"""An office begins: its own conference from the lobby, a file pasted on the podium."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.conftest import Account

STILL = 0.5
"""Seconds in which a page has taken what was typed."""


def test_from_the_lobby_to_the_podium_and_a_file_that_comes_in(
    account: Account, tmp_path: Path
) -> None:
    terminal = account.open(columns=80, rows=24)
    terminal.wait_for("New conference of your own")
    terminal.send("c")
    terminal.wait_for("What is the conference called")
    terminal.send("Sample Congress\r")
    terminal.wait_for("Its whole title")
    terminal.send("\x1b")
    terminal.wait_for("New conference of your own")
    terminal.send("c")
    terminal.wait_for("1 answers? for “Sample Congress”")
    terminal.send("g")
    terminal.wait_for("Its whole title")
    for question in (
        "Where is it held",
        "In which time zone",
        "Which is the first day",
        "Which is the last day",
        "When does the plenary meet",
        "Who presides",
        "How long may a statement be",
        "Which States take part",
        "Which organizations",
        "What is on the agenda",
        "Which item has a list",
        "When does the list open",
        "When does it close",
        "This is what would be made",
    ):
        terminal.send("\r")
        terminal.wait_for(question)
        terminal.record(STILL)
    terminal.send("\r")
    terminal.wait_for("PLENARY")
    assert "Sample Congress" in account.call("status")[0]
    path = tmp_path / "our agenda.csv"
    path.write_text("Item,Title\n1,Opening of the session\n4,Other matters\n", encoding="utf-8")
    terminal.send("b")
    terminal.wait_for("A file of an office")
    terminal.send(f"\x1b[200~'{path}'\x1b[201~")
    terminal.record(STILL)
    terminal.send("\r")
    terminal.wait_for("Enter take it over")
    terminal.record(2 * STILL)
    terminal.send("\r")
    terminal.wait_for("was taken over as agenda")
    terminal.send("u")
    terminal.wait_for("Undone")
