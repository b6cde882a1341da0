"""The webcast pane in a real terminal, beside a podium that crashes and comes back."""

from __future__ import annotations

import re

from tests.e2e.conftest import Account
from tests.e2e.test_podium import CRASHED, NOBODY, begin, call_next


def test_the_pane_waits_follows_and_outlives_the_podium(account: Account) -> None:
    pane = account.open("webcast", "--rehearsal", columns=120, rows=36)
    pane.wait_for("There is no conference at")
    podium = account.open("rehearse")
    podium.wait_for(NOBODY)
    pane.wait_for("REHEARSAL")
    pane.wait_for(lambda one: NOBODY in one.text and "podium is not open" not in one.text)

    call_next(podium)
    pane.wait_for("CALLED")
    floor = account.snapshot()["floor"]["delegation"]
    pane.wait_for(f"│ {re.escape(floor)} ")
    begin(podium)
    pane.wait_for("ON TIME.*spoken 0:0[1-9]")

    podium.kill9()
    pane.wait_for(r"THE PODIUM HAS BEEN GONE FOR 0:\d\d")
    account.do("end-statement")
    pane.wait_for(NOBODY)
    podium = account.open("rehearse")
    podium.wait_for(CRASHED)
    podium.send("k")
    pane.wait_for(lambda one: "HAS BEEN GONE" not in one.text)

    before = account.snapshot()["journal"]["seq"]
    pane.send("n", "space", "e", "u", "r", "a", "x", "s", "m", "h")
    pane.wait_for("CAPTION HELD")
    assert account.snapshot()["journal"]["seq"] == before
    pane.send("q")
    assert pane.wait_for_end() == 0
    assert pane.cursor_shown and not pane.painted
    account.call("check", "--rehearsal")
