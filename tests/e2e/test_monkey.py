"""A monkey at the terminal: whatever is typed, pasted, answered or resized, the program stays up.

PLENARY_MONKEY is for how many seconds, PLENARY_MONKEY_SEED what it does.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable

import pytest

from plenary_tui.apps.keys import DEEPEST
from tests.e2e.conftest import Account
from tests.e2e.terminal import KEYS, PATIENCE, NotSeen, Terminal

SECONDS = float(os.environ.get("PLENARY_MONKEY", "8"))
SEED = int(os.environ.get("PLENARY_MONKEY_SEED", "1"))

RATE = (60.0, 200.0)
"""Keys a second, as far as the terminal takes them."""
CODES = tuple(code.decode() for code in KEYS.values())
CONTROLS = "\x10\x10\x11\x01\x02\x04\x05\x08\x0b\x0e\x12\x15\x16\x17\x7f"
"""The palette, leaving, and what edits a line."""
SIGNALS = bytes.maketrans(b"\x03\x1a\x1c", b"\xe9\xe9\xe9")
"""What a terminal may make signals of, before and after the program has it as keys, is none."""
LEAVES = ("q", "qy", "\x11y", "qn")
WORDS = (":note x\r", ":set-limit --seconds 150\r", "aghana\r", "/togo\r", ":\x1b", "\x10reply\r\r")
TEXTS = ("Ghana, Togo", "n" * 40, "e\u0301 \u202e\u200d\U0001f1e8\U0001f1ed\x00\x9b31m", "x" * 6000)
SPOOFED = (
    *("\x1b[?2026;2$y", "\x1b[?2048;1$y", "\x1b[48;24;80;0;0t", "\x1b[48;60000;60000;1;1t"),
    *("\x1b[1114112u", "\x1b[99999999999999~", "\x1b[97;1;99999999u", "\x1b[99999;99999R"),
    *("\x1b[I", "\x1b[O", "\x1b[?1;2c", "\x1bP1$r0m\x1b\\", "\x1b]52;c;AAAA\x07", "\x1b[200~"),
    *("\x1b[201~", "\x1b[110;" + "9" * 5000 + ":2u"),
)
SIZES = ((1, 1), (500, 200), (1, 200), (500, 1), (80, 24), (120, 36), (40, 10), (59, 17))


class Monkey:
    """Does anything that a terminal can do."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.done = 0

    def act(self, terminal: Terminal) -> None:
        """Do something, and wait for less than a hand would."""
        self.done += 1
        if self.random.random() < 0.01:
            terminal.resize(*self.random.choice((*SIZES, self._size())))
        else:
            kinds = (self._key, self._code, self._control, self._text, self._bytes, self._mouse)
            (kind,) = self.random.choices(kinds, (60, 25, 4, 4, 4, 3))
            terminal.type(kind())
        terminal.record(1 / self.random.uniform(*RATE))

    def _size(self) -> tuple[int, int]:
        return self.random.randint(1, 500), self.random.randint(1, 200)

    def _key(self) -> bytes:
        """A character that is a key, or might be; not q, which would end most of it."""
        return chr(self.random.choice([*range(0x20, 0x71), *range(0x72, 0x7F)])).encode()

    def _code(self) -> bytes:
        """A key with a name, Enter and Escape more often."""
        return self.random.choice((*CODES, "\r", "\r", "\x1b", "\x1b[6~", "\x1b[F", "y")).encode()

    def _control(self) -> bytes:
        return self.random.choice((*CONTROLS, *LEAVES)).encode()

    def _text(self) -> bytes:
        """What is typed in one go, pasted, or answered without having been asked."""
        pasted = f"\x1b[200~{self.random.choice(TEXTS)}\x1b[201~"
        return self.random.choice((pasted, *WORDS, *TEXTS, *SPOOFED, *SPOOFED)).encode()

    def _bytes(self) -> bytes:
        """Any bytes but those that a terminal makes signals of."""
        some = self.random.randbytes(self.random.randint(1, 12)).translate(SIGNALS)
        return self.random.choice((b"", b"\x1b", b"\x1b[")) + some

    def _mouse(self) -> bytes:
        columns, rows = self._size()
        button = self.random.choice((0, 1, 2, 32, 35, 64, 65))
        return f"\x1b[<{button};{columns};{rows}{self.random.choice('Mm')}".encode()


def let_loose(
    monkey: Monkey, opened: Callable[[], Terminal], seconds: float, *beside: Terminal
) -> Terminal:
    """Have it act for so long; whatever it closes ends in order, and is opened again."""
    terminal = opened()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        monkey.act(terminal)
        for other in beside:
            while other.read(0):
                other.forget()
        if terminal.has_ended:
            assert terminal.wait_for_end() == 0, terminal.raw[-2000:]
            terminal.forget()
            terminal = opened()
        assert b"Traceback" not in terminal.raw
        terminal.forget()
    return terminal


def answers(terminal: Terminal) -> None:
    """Closes whatever is open, and sees that keys still work."""
    terminal.type(b"\x1b[201~")
    terminal.resize(100, 30)
    terminal.record(0.5)
    terminal.resize(120, 36)
    for _ in range(2 * DEEPEST):  # of each page, and of a line on it that takes letters
        terminal.record(0.25)
        terminal.type(b"\x1b")


@pytest.mark.parametrize("auto", [False, True])
def test_whatever_a_terminal_sends_the_podium_stays_up(account: Account, auto: bool) -> None:
    words = ("rehearse", "--auto", "60", "--seed", "3") if auto else ("rehearse",)

    def opened() -> Terminal:
        terminal = account.open(*words, columns=120, rows=36)
        terminal.wait_for("REHEARSAL")
        return terminal

    terminal = let_loose(Monkey(SEED + auto), opened, SECONDS / (1 if SECONDS > 60 else 2))
    until = time.monotonic() + 3 * PATIENCE
    while True:
        answers(terminal)
        if terminal.has_ended:  # by the last that was pressed, which had waited
            assert terminal.wait_for_end() == 0, terminal.raw[-2000:]
            terminal = opened()
            continue
        terminal.type(b"?")  # dropped as long as more waits than any hand has typed
        try:
            terminal.wait_for("Keys", PATIENCE / 5)
            break
        except NotSeen:
            if time.monotonic() > until and not terminal.has_ended:
                raise
    terminal.kill9()
    (database,) = account.home.rglob("rehearsal.db")
    account.assert_sound(database)


def test_whatever_a_terminal_sends_the_pane_stays_up(account: Account) -> None:
    podium = account.open("rehearse", "--auto", "60", "--seed", "3")
    podium.wait_for("REHEARSAL")

    def opened() -> Terminal:
        terminal = account.open("webcast", "--rehearsal", columns=120, rows=36)
        terminal.wait_for("plenary|PLENARY")
        return terminal

    terminal = let_loose(Monkey(SEED), opened, SECONDS / 2, podium)
    answers(terminal)
    until = time.monotonic() + 2 * PATIENCE
    while not terminal.has_ended and time.monotonic() < until:
        terminal.type(b"q")  # dropped as long as more waits than any hand has typed
        terminal.record(1.0)
    assert terminal.wait_for_end() == 0
