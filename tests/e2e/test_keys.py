"""Keys in a real terminal, at any distance: each goes to the page then shown; Escape is Escape."""

from __future__ import annotations

import itertools
import time

import pytest

from plenary_tui.apps.keyboard import LOOKED_UP
from tests.e2e.conftest import Account
from tests.e2e.terminal import Terminal

GAPS = (0.0, 0.01, 0.03, 0.06, 0.1, 0.15)
"""Seconds between two keys."""
STILL = 0.6
"""Seconds in which all that was typed has been done."""


def typed(terminal: Terminal, *keys: str, gap: float) -> None:
    """Type keys, so many seconds apart, and let what they do be done."""
    for key in keys:
        terminal.send(key)
        terminal.record(gap)
    terminal.record(STILL)
    terminal.read_all()


PASTED_WITHIN = 0.01
"""Seconds between two letters that no hand types."""


def pasted(terminal: Terminal, text: str, gap: float) -> float:
    """Type a text, so many seconds between letters; the most that there were."""
    sent = []
    for letter in text:
        sent.append(terminal.send(letter) / 1e9)
        time.sleep(gap)
    terminal.record(STILL)
    terminal.read_all()
    return max(after - before for before, after in itertools.pairwise(sent))


@pytest.fixture
def podium(account: Account) -> Terminal:
    """The rehearsed first meeting, in a large terminal."""
    terminal = account.open("rehearse", columns=200, rows=60)
    terminal.wait_for("NOBODY HAS THE FLOOR")
    terminal.wait_for(lambda _: "podium opened" in account.kinds())
    return terminal


def test_escape_and_a_letter_behind_it_never_adjourn_and_never_adopt(
    account: Account, podium: Terminal
) -> None:
    before = account.snapshot()
    for gap in GAPS:
        for opens, letter in (("m", "y"), ("d", "a"), ("H", "x"), ("q", "y")):
            typed(podium, opens, "escape", letter, gap=gap)
            typed(podium, "escape", "escape", gap=0.05)  # leave what the letter may have opened
            assert podium.status is None, f"{opens} Escape {letter} at {gap} s closed the podium"
    after = account.snapshot()
    for name in ("meeting", "item", "on_air", "floor", "decisions", "side_events", "documents"):
        assert after[name] == before[name], name


@pytest.mark.parametrize("wanted", ["Australia", "Austria"])
def test_a_delegation_is_inscribed_as_the_list_showed_it_whatever_the_gap(
    account: Account, podium: Terminal, wanted: str
) -> None:
    account.do(
        "register", "--delegation", "Sample", "--class", "NGO"
    )  # the first act takes longest
    waiting = {one["delegation"] for one in account.snapshot()["queue"]}
    for name in ("Australia", "Austria"):
        if name in waiting:
            account.do("withdraw", name)
    down = ("down",) if wanted == "Austria" else ()
    for gap in (0.0, 0.02, 0.05, 0.12):
        typed(podium, "a", gap=STILL)
        podium.wait_for("delegation")
        typed(podium, *"aust", *down, "enter", gap=gap)
        podium.wait_for(f"{wanted} was inscribed")
        queue = {one["delegation"] for one in account.snapshot()["queue"]}
        assert {"Australia", "Austria"} & queue == {wanted}, f"at {gap} s"
        account.do("withdraw", wanted)


@pytest.mark.parametrize("after", [0.0, 0.2])
def test_what_is_typed_before_the_podium_is_in_sight_does_nothing(
    account: Account, podium: Terminal, after: float
) -> None:
    podium.send("q")
    podium.wait_for("Close the podium")
    podium.send("y")
    podium.wait_for_end()
    again = account.open("rehearse")
    again.record(after)
    typed(again, "n", gap=0.0)
    again.wait_for("typed before the podium was in sight")
    again.record(LOOKED_UP)
    assert account.snapshot()["floor"] is None
    typed(again, "n", gap=0.0)
    again.wait_for("CALLED")
    assert account.snapshot()["floor"] is not None


def test_what_is_typed_behind_a_key_that_opens_a_page_is_typed_there(
    account: Account, podium: Terminal
) -> None:
    before = account.snapshot()
    for gap in (0.0, 0.03, 0.05, 0.1):
        typed(podium, "a", "e", "s", "t", gap=gap)
        podium.wait_for(r"delegation +est\b")
        podium.wait_for("Estonia")
        typed(podium, "escape", gap=0.1)
    after = account.snapshot()
    for name in ("meeting", "item", "on_air", "floor"):
        assert after[name] == before[name], name
    assert [one["entry"] for one in after["queue"]] == [one["entry"] for one in before["queue"]]


def test_text_pasted_without_brackets_does_nothing(account: Account, podium: Terminal) -> None:
    before = account.snapshot()
    typed(podium, "Slovenia asked for the floor", gap=0.1)
    podium.wait_for("faster than a hand types")
    assert account.snapshot()["journal"]["seq"] == before["journal"]["seq"]
    for gap in (0.001, 0.004):
        for _ in range(20):
            before = account.snapshot()
            slowest = pasted(podium, "Slovenia asked for the floor", gap)
            if slowest < PASTED_WITHIN:  # else this machine was elsewhere, and it was no paste
                after = account.snapshot()
                assert after["journal"]["seq"] == before["journal"]["seq"]
                break
        else:
            pytest.fail("this machine cannot type so quickly")


def test_a_few_letters_faster_than_a_hand_do_nothing(account: Account, podium: Terminal) -> None:
    typed(podium, "n", gap=STILL)
    podium.wait_for("CALLED")
    typed(podium, "space", gap=STILL)
    podium.wait_for("ON TIME")
    before = account.snapshot()
    assert before["floor"]["started_at"] is not None
    for text in ("next", "end", "en", "no e", "+ +"):
        podium.send(text)
        podium.wait_for("Faster than a hand types")
        typed(podium, "slash", "escape", gap=STILL)
        assert account.snapshot()["journal"]["seq"] == before["journal"]["seq"], text
