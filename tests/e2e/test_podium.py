"""A rehearsal in a real terminal: kills, hang-ups, two at once, and what stands on the screen."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.e2e.conftest import Account

if TYPE_CHECKING:
    from tests.e2e.terminal import Chunk, Terminal

LIMIT = 180
"""Seconds that a State has in the general discussion."""
CALLED = r"^ *CALLED"
SPEAKING = r"^ *(ON TIME|WRAP UP|OVER TIME|CALL TO ORDER\?)"
PAUSED = r"^ *PAUSED"
NOBODY = "NOBODY HAS THE FLOOR"
CRASHED = "ended without closing"


def seconds(minutes_and_seconds: tuple[str, str] | Any) -> int:
    """`("2", "53")` in seconds."""
    minutes, rest = minutes_and_seconds
    return 60 * int(minutes) + int(rest)


def spoken(terminal: Terminal) -> int | None:
    """The seconds spoken, in the words beside the clock."""
    found = re.search(r"spoken (\d+):(\d\d)", terminal.text)
    return seconds(found.groups()) if found else None


def remaining(terminal: Terminal) -> int:
    """The seconds that remain, by the title of the window."""
    found = re.search(r"(\+?)(\d+):(\d\d) ", terminal.titles[-1])
    assert found, terminal.titles
    return seconds(found.groups()[1:]) * (-1 if found[1] else 1)


class Between(NamedTuple):
    """When something was done, as far as that is known: a key was pressed, and it was seen."""

    pressed: int
    seen: int


def since(began: int, chunk: Chunk) -> float:
    """The seconds from one moment of the terminal's clock to the arrival of some output."""
    return (chunk.at - began) / 1e9


def wait_for_right_clock(terminal: Terminal, began: Between, limit: int = LIMIT) -> None:
    """Wait for a title with what remains since then, to the second.

    One may come late where the machine is busy, and the next is right; a clock that is wrong goes
    on being wrong.
    """
    terminal.read_all()
    before = len(terminal.titles)

    def is_right(one: Terminal) -> bool:
        if len(one.titles) == before:
            return False
        least, most = (since(moment, one.chunks[-1]) for moment in reversed(began))
        return least - 1 <= limit - remaining(one) <= most + 1

    terminal.wait_for(is_right)


AFTER_A_KEY = 0.15
"""Seconds after a key that acted in which no hand presses another that acts."""


def call_next(terminal: Terminal) -> None:
    """Give the floor to the next speaker."""
    terminal.record(AFTER_A_KEY)
    terminal.send("n")
    terminal.wait_for(CALLED)


def begin(terminal: Terminal) -> Between:
    """Start the clock of whoever was called; when (the terminal's clock)."""
    terminal.record(AFTER_A_KEY)
    at = terminal.send("space")
    return Between(at, terminal.wait_for(SPEAKING).at)


def type_act(terminal: Terminal, act: str) -> None:
    """Do an act on the `:` line."""
    terminal.record(AFTER_A_KEY)
    terminal.send(":")
    terminal.record(AFTER_A_KEY)  # else line and act are one paste
    terminal.wait_for("an act, e.g.")
    terminal.send(act, "enter")


def rehearse_and_speak(account: Account, until: int = 2) -> tuple[Terminal, Between]:
    """A rehearsal whose first speaker has spoken so many seconds; when the speaker began."""
    terminal = account.open("rehearse")
    terminal.wait_for(NOBODY)
    call_next(terminal)
    began = begin(terminal)
    terminal.wait_for(lambda one: (spoken(one) or 0) >= until)
    return terminal, began


def sleep_until(moment: int) -> None:
    """Let real time pass; `moment` is of the terminal's clock."""
    time.sleep(max(0.0, (moment - time.monotonic_ns()) / 1e9))


def standing(snapshot: dict[str, Any]) -> dict[str, Any]:
    """A snapshot without what time, and so the forecast, and the reopening themselves change."""
    passing = {"elapsed", "remaining", "overrun", "timing"}
    passing |= {"expected_at", "expected_latest", "at_risk"}

    def still(part: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in part.items() if key not in passing}

    moving = {"now", "journal", "forecast"}
    rest = {key: value for key, value in snapshot.items() if key not in moving}
    rows = {name: [still(row) for row in snapshot[name]] for name in ("queue", "next")}
    return {**rest, **rows, "floor": snapshot["floor"] and still(snapshot["floor"])}


def test_a_killed_podium_comes_back_with_the_clock_right(account: Account) -> None:
    terminal, began = rehearse_and_speak(account)
    speaker = terminal.titles[-1].split(" ", 2)[2]
    shown = spoken(terminal) or 0
    terminal.kill9()
    killed = time.monotonic_ns()
    sleep_until(began.seen + 3 * 10**9)

    terminal = account.open("rehearse")
    terminal.wait_for(CRASHED)
    told = terminal.wait_for(r"Last recorded, (\d+) s ago")
    assert speaker in terminal.text
    ago = re.search(r"Last recorded, (\d+) s ago", terminal.text)
    least = (terminal.began - began.seen) / 1e9 - 1
    assert ago and least <= int(ago[1]) <= since(began.pressed, told) + 1
    then = re.search(r"(\d+):(\d\d)\s+spoken\s+then", terminal.text)
    assert then and shown - 1 <= seconds(then.groups()) <= (killed - began.pressed) / 1e9 + 1

    terminal.send("k")
    terminal.wait_for(lambda one: CRASHED not in one.text)
    wait_for_right_clock(terminal, began)
    assert speaker in terminal.titles[-1]
    terminal.wait_for(
        lambda one: spoken(one) in {LIMIT - remaining(one), LIMIT - remaining(one) - 1}
    )


def test_the_clock_can_be_set_to_the_moment_of_the_crash(account: Account) -> None:
    terminal, began = rehearse_and_speak(account)
    shown = spoken(terminal) or 0
    terminal.kill9()
    killed = time.monotonic_ns()
    sleep_until(killed + 3 * 10**9)

    terminal = account.open("podium", "--rehearsal", columns=120, rows=36)
    terminal.wait_for(CRASHED)
    terminal.send("b")
    terminal.wait_for(lambda one: re.search(PAUSED, one.text, re.M) and spoken(one) is not None)
    at_crash = spoken(terminal)
    assert at_crash is not None and shown - 1 <= at_crash <= (killed - began.pressed) / 1e9 + 1
    wait_for_right_clock(terminal, begin(terminal), LIMIT - at_crash)


def test_a_newcomers_first_meeting(account: Account) -> None:
    """Five speakers, one over time; the Committee of the Whole and back; killed and reopened."""
    terminal = account.open("rehearse", columns=120, rows=36)
    terminal.wait_for(NOBODY)
    account.do("set-limit", "--seconds", "5")
    terminal.wait_for("the next has 0:05")
    names = [one["delegation"] for one in account.snapshot()["queue"][:6]]
    for place, name in enumerate(names[:5]):
        call_next(terminal)
        assert name in terminal.titles[-1]
        begin(terminal)
        if place == 2:
            terminal.wait_for("OVER TIME")
            terminal.wait_for(lambda one: re.search(r"\+0:\d\d ", one.titles[-1]))
    terminal.send("f8")
    terminal.wait_for(NOBODY)

    type_act(terminal, "convene-committee")
    terminal.wait_for("the room goes off air")
    terminal.record(0.8)  # what an Enter has opened takes no letter at once
    terminal.send("y")
    terminal.wait_for("COMMITTEE OF THE WHOLE.*IN SESSION")
    assert account.snapshot()["meeting"]["body"] == "committee of the whole"
    type_act(terminal, "rise-committee")
    terminal.wait_for("y  Do it")
    terminal.record(0.8)
    terminal.send("y")
    terminal.wait_for("PLENARY.*IN SESSION")

    call_next(terminal)
    began = begin(terminal)
    before = account.snapshot()
    assert before["floor"]["delegation"] == names[5]
    terminal.kill9()
    assert standing(account.snapshot()) == standing(before)

    terminal = account.open("rehearse", columns=120, rows=36)
    terminal.wait_for(CRASHED)
    terminal.send("k")
    terminal.wait_for(lambda one: CRASHED not in one.text)
    wait_for_right_clock(terminal, began, 5)
    assert standing(account.snapshot()) == standing(before)
    terminal.send("u")
    terminal.wait_for("Undone: .*began")
    terminal.wait_for(CALLED)
    account.call("check", "--rehearsal")


def test_an_act_from_a_shell_shows(account: Account) -> None:
    terminal = account.open("rehearse")
    terminal.wait_for(NOBODY)
    first = f"#{account.snapshot()['queue'][0]['entry']}"
    for name in ("Ms. One", "Mr. Two", "Ms. Three"):
        account.do("edit", "--entry", first, "--speaker", name, "--station", "clerk")
        terminal.wait_for(f"NEXT .*{name}")
        assert "From clerk:" in terminal.text


def test_two_writers_lose_nothing(account: Account, tmp_path: Path) -> None:
    terminal = account.open("rehearse")
    terminal.wait_for(NOBODY)
    call_next(terminal)
    begin(terminal)  # by then it is recorded, too, that the podium was opened
    before = account.snapshot()["journal"]["seq"]
    remarks = tmp_path / "remarks.txt"
    remarks.write_text("".join(f"note remark-{number}\n" for number in range(60)))
    with account.start("do", "--rehearsal", "--file", str(remarks)) as other:
        for _ in range(4):
            call_next(terminal)
            begin(terminal)
        out, err = other.communicate(timeout=60)
    assert other.returncode == 0, err
    assert out.count("note was made") == 60
    after = account.snapshot()
    assert after["floor"]["phase"] == "speaking"
    # 60 remarks; 4 calls, which end the statement before; 4 starts
    assert after["journal"]["seq"] == before + 60 + 8 + 4
    account.call("check", "--rehearsal")


def test_a_second_podium_is_told_at_once(account: Account) -> None:
    first = account.open("rehearse")
    first.wait_for(NOBODY)
    second = account.open("rehearse")
    assert second.wait_for_end() == 1
    assert re.search(r"podium", second.text)
    assert b"\x1b[?1049h" not in second.raw  # the screen was left as it was
    call_next(first)


def test_the_window_is_closed_while_somebody_speaks(account: Account) -> None:
    terminal, began = rehearse_and_speak(account, until=1)
    terminal.close()
    terminal.wait_for_end()

    terminal = account.open("rehearse")
    terminal.wait_for(f"{CRASHED}|{SPEAKING}")
    if CRASHED in terminal.text:
        terminal.send("k")
        terminal.wait_for(lambda one: CRASHED not in one.text)
    wait_for_right_clock(terminal, began)
    account.call("check", "--rehearsal")


def test_a_window_too_small_and_large_again(account: Account) -> None:
    terminal, began = rehearse_and_speak(account, until=0)
    terminal.resize(59, 17)
    terminal.wait_for("too small")
    wait_for_right_clock(terminal, began)
    for columns, rows in ((80, 24), (200, 60), (60, 18), (100, 30)):
        terminal.resize(columns, rows)
        terminal.wait_for(SPEAKING)
        assert "too small" not in terminal.text
    terminal.wait_for(
        lambda one: spoken(one) in {LIMIT - remaining(one), LIMIT - remaining(one) - 1}
    )


def test_a_first_run_offers_the_rehearsal(account: Account) -> None:
    terminal = account.open()
    terminal.wait_for("Rehearse COP12")
    terminal.send("r")
    terminal.wait_for(NOBODY)
    assert "REHEARSAL" in terminal.text
    call_next(terminal)


def test_nothing_that_was_typed_reaches_the_terminal(account: Account) -> None:
    terminal = account.open("rehearse", columns=120, rows=36)
    terminal.wait_for(NOBODY)
    first = f"#{account.snapshot()['queue'][0]['entry']}"
    for bad in ("\x1b]2;owned\x07", "line\nbreak", "\x9b2J"):
        _, said = account.do("edit", "--entry", first, "--speaker", bad, status=1)
        assert len(said.strip().splitlines()) == 1 and "\x1b" not in said
    for name in ("[red]x[/]", "مُحَمَّد", "[@click=app.quit]y[/]"):
        account.do("edit", "--entry", first, "--speaker", name)
        # An emulator puts marks on the letter before; what is compared are the letters.
        letters = re.escape(name) if name.isascii() else "م.?.?ح.?.?م"
        terminal.wait_for(letters)
    account.do("edit", "--entry", first, "--speaker", "\u202eevil\u202c", status=1)
    call_next(terminal)
    assert b"owned" not in terminal.raw and b"\xc2\x9b" not in terminal.raw
    assert "\u202e".encode() not in terminal.raw


def test_leaving_gives_the_terminal_back(account: Account) -> None:
    terminal = account.open("rehearse")
    terminal.wait_for(NOBODY)
    assert not terminal.cursor_shown
    terminal.send("q")
    terminal.wait_for("Close the podium")
    terminal.send("y")
    assert terminal.wait_for_end() == 0
    assert terminal.cursor_shown
    entered, left = terminal.raw.rfind(b"\x1b[?1049h"), terminal.raw.rfind(b"\x1b[?1049l")
    assert 0 <= entered < left
    for mode in (b"1000", b"1003", b"1006", b"2004"):
        assert terminal.raw.rfind(b"\x1b[?%bl" % mode) > terminal.raw.rfind(b"\x1b[?%bh" % mode)
    assert not terminal.painted

    terminal = account.open("rehearse")
    terminal.wait_for(NOBODY)
    assert CRASHED not in terminal.text


def test_keys_and_mouse_of_a_real_terminal(account: Account) -> None:
    terminal = account.open("rehearse")
    terminal.wait_for(NOBODY)
    terminal.send("f5")
    terminal.wait_for(CALLED)
    terminal.send("f6")
    terminal.wait_for(SPEAKING)
    terminal.send("f8")
    terminal.wait_for(NOBODY)
    lines = terminal.text.split("\n")
    row, line = next((row, line) for row, line in enumerate(lines) if "n Next" in line)
    column = line.index("n Next") + 2
    terminal.send(f"\x1b[<0;{column + 1};{row + 1}M", f"\x1b[<0;{column + 1};{row + 1}m")
    terminal.wait_for(CALLED)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_podium_that_is_told_to_end_closes_in_order(account: Account, number: int) -> None:
    terminal, _ = rehearse_and_speak(account)
    os.kill(terminal.pid, number)
    assert terminal.wait_for_end() == 0
    assert b"\x1b[?1049l" in terminal.raw[-400:], "the terminal is as it was"

    terminal = account.open("rehearse")
    terminal.wait_for(SPEAKING)
    assert CRASHED not in terminal.text


def test_what_was_asked_and_not_answered_is_asked_again(account: Account) -> None:
    terminal, _ = rehearse_and_speak(account)
    terminal.kill9()
    for _ in range(2):
        terminal = account.open("rehearse")
        terminal.wait_for(CRASHED)
        os.kill(terminal.pid, signal.SIGHUP)
        assert terminal.wait_for_end() == 0


def test_a_podium_that_stood_still_takes_what_was_typed_and_closes_in_order(
    account: Account,
) -> None:
    podium = account.open("rehearse")
    podium.wait_for("REHEARSAL")
    podium.record(1)
    os.kill(podium.pid, signal.SIGSTOP)
    account.do("note", "--text", "Meanwhile")
    podium.send("q")
    podium.record(1)
    painted = len(podium.raw)
    os.kill(podium.pid, signal.SIGCONT)
    podium.wait_for("Close the podium")
    podium.record(0.5)
    again = podium.raw[painted:]
    assert b"\x1b[?1049h" in again and b"REHEARSAL" in again, "a shell may have had the window"
    podium.send("y")
    assert podium.wait_for_end() == 0
    terminal = account.open("rehearse")
    terminal.wait_for("REHEARSAL")
    assert CRASHED not in terminal.text


@pytest.mark.parametrize("heeds_hangup", [True, False])
def test_a_podium_whose_window_is_closed_closes_in_order(
    account: Account, heeds_hangup: bool
) -> None:
    """Also where nobody tells it: under nohup, or where a whole tmux is ended."""
    before = signal.getsignal(signal.SIGHUP)
    if not heeds_hangup:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # what is started inherits it
    try:
        terminal, _ = rehearse_and_speak(account)
    finally:
        signal.signal(signal.SIGHUP, before)
    terminal.send("m", "A", "?", "escape")  # something to be painted
    terminal.close()
    until = time.monotonic() + 20
    while terminal._alive() and time.monotonic() < until:
        time.sleep(0.05)
    assert not terminal._alive()

    terminal = account.open("rehearse")
    terminal.wait_for(SPEAKING)
    assert CRASHED not in terminal.text
