"""A simulated room in a real terminal: it acts, is killed, comes back, is stopped and left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.e2e.conftest import Account
from tests.e2e.test_podium import CRASHED, SPEAKING

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal

REHEARSE = ("rehearse", "--auto", "60", "--seed", "3", "--room", "punctual")


def kinds(account: Account) -> list[str]:
    """What the simulated room has recorded."""
    return account.kinds("simulated room")


def shown_time(terminal: Terminal) -> int:
    """The minute that the podium shows."""
    found = re.search(r"(\d\d):(\d\d)\s+ends", terminal.text)
    assert found, terminal.text
    return 60 * int(found[1]) + int(found[2])


def test_it_acts_is_killed_comes_back_and_is_left(account: Account) -> None:
    terminal = account.open(*REHEARSE)
    terminal.wait_for("ROOM \u00d760")
    terminal.wait_for(SPEAKING)
    terminal.wait_for(lambda one: kinds(account).count("statement ended") >= 2)
    snapshot = account.snapshot()
    assert snapshot["conference"]["rehearsal"] is True

    terminal.kill9()
    before = account.snapshot()["now"]
    assert account.snapshot()["now"] >= before
    terminal = account.open(*REHEARSE)
    terminal.wait_for(CRASHED)
    terminal.wait_for("was last alive 0 s ago")
    terminal.send("k")
    done = len(kinds(account))
    terminal.wait_for(lambda one: len(kinds(account)) >= done + 3)

    terminal.send("Z")
    terminal.wait_for("ROOM OFF")
    stopped = shown_time(terminal)
    done = len(kinds(account))
    terminal.record(2.0)
    assert shown_time(terminal) - stopped <= 1
    assert len(kinds(account)) == done
    account.do("note", "--text", "by hand")
    terminal.wait_for("A private note was made")

    terminal.send("q")
    terminal.wait_for("Close the podium\\?")
    terminal.send("y")
    assert terminal.wait_for_end() == 0
    assert "is sound" in account.call("check", "--rehearsal")[0]
    first, again = account.snapshot()["now"], account.snapshot()["now"]
    assert first == again, "time stands still while no podium is open"
