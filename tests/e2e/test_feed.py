"""The webcast files of a podium in a real terminal, which crashes and comes back."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.conftest import Account
from tests.e2e.test_podium import CRASHED, NOBODY, begin, call_next

if TYPE_CHECKING:
    from tests.e2e.terminal import Terminal

PATIENCE = 30.0


def test_the_podium_writes_them_crashes_and_comes_back(account: Account, tmp_path: Path) -> None:
    folder = tmp_path / "feed"

    def caption(name: str) -> str:
        text = (folder / name).read_text("utf-8") if (folder / name).exists() else "missing"
        return text.removeprefix("REHEARSAL: ")

    def says(terminal: Terminal, now: str) -> None:
        """Wait, while the podium goes on, until that stands in the file."""
        limit = time.monotonic() + PATIENCE
        while caption("now_speaker.txt") != now:
            assert time.monotonic() < limit, caption("now_speaker.txt")
            terminal.read(0.02)

    def gone(is_gone: bool) -> None:
        """Wait until the files say, or say no more, that the podium is gone."""
        limit = time.monotonic() + PATIENCE
        while caption("status.txt").startswith("PODIUM GONE since ") is not is_gone:
            assert time.monotonic() < limit, caption("status.txt")
            time.sleep(0.02)

    podium = account.open("rehearse", "--feed", str(folder))
    podium.wait_for(NOBODY)
    says(podium, "")
    expected = account.snapshot()["next"]
    call_next(podium)
    says(podium, expected[0]["delegation"])
    assert caption("next_speaker.txt") == expected[1]["delegation"]
    begin(podium)

    podium.kill9()
    gone(True)
    assert caption("now_speaker.txt") == caption("next_speaker.txt") == "", "nobody can tell"
    account.do("end-statement")
    podium = account.open("rehearse", "--feed", str(folder))
    podium.wait_for(CRASHED)
    podium.send("k")
    says(podium, "")
    gone(False)

    generation = json.loads((folder / "live.json").read_text("utf-8"))[0]["generation"]
    assert int(generation) <= account.snapshot()["journal"]["seq"]
    podium.wait_for(NOBODY)
    podium.send("q")
    podium.wait_for("Close the podium\\?")
    podium.send("y")
    assert podium.wait_for_end() == 0
    generation = json.loads((folder / "live.json").read_text("utf-8"))[0]["generation"]
    assert int(generation) == account.snapshot()["journal"]["seq"], "the last act is written too"


def test_a_console_that_is_closed_leaves_no_name_in_a_caption(
    account: Account, tmp_path: Path
) -> None:
    """The podium's with its own feed, and that of a feed by itself."""
    own, alone = tmp_path / "own" / "now_speaker.txt", tmp_path / "alone" / "now_speaker.txt"

    def wait_until(so: Callable[[], bool]) -> None:
        """The podium goes on meanwhile, as long as its console is open."""
        limit = time.monotonic() + PATIENCE
        while not so():
            assert time.monotonic() < limit
            if not podium.read(0.02):
                time.sleep(0.002)

    def names_somebody(caption: Path) -> bool:
        return bool(caption.exists() and caption.read_text("utf-8"))

    podium = account.open("rehearse", "--feed", str(own.parent))
    podium.wait_for(NOBODY)
    feed = account.open("feed", str(alone.parent), "--rehearsal")
    feed.wait_for(lambda one: "Ctrl+Cendsit" in "".join(one.text.split()))  # maybe on two lines
    call_next(podium)
    wait_until(lambda: names_somebody(own) and names_somebody(alone))
    feed.close()
    wait_until(lambda: not names_somebody(alone))
    wait_until(lambda: "FEED ENDED" in alone.with_name("status.txt").read_text("utf-8"))
    podium.close()
    wait_until(lambda: not names_somebody(own))
