"""Hands on a keyboard, quick, clumsy and at random: nothing goes on or off air unasked.

PLENARY_HANDS is for how many seconds, PLENARY_HANDS_SEED what they do.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from pathlib import Path

from plenary_tui.actions import ACTIONS
from plenary_tui.apps.keys import CRITICAL_KEYS
from tests.e2e.conftest import Account
from tests.e2e.terminal import KEYS, Terminal

SECONDS = float(os.environ.get("PLENARY_HANDS", "60"))
SEED = int(os.environ.get("PLENARY_HANDS_SEED", "1"))

LETTERS = "abcdefghijklmnoprstuvwxyzACDEFGHJKLMNOPQRSTVWXYZ0123456789+-=[]!:/?"
NAMED = (
    *("enter", "escape", "space", "tab", "up", "down", "left", "right"),
    *("f1", "f5", "f6", "f8", "f9"),
)
GAPS = (0.0, 0.002, 0.01, 0.03, 0.05, 0.1, 0.2, 0.4, 0.7)
SIZES = ((80, 24), (120, 36), (200, 60), (60, 18), (100, 30))
OTHERS = ("Slovenia", "Ghana", "Togo", "Estonia", "Austria", "Maldives", "Mali")
"""Whom another station inscribes, takes off the list, or makes a note of."""
PASTES = ("Slovenia asked for the floor", "\x1b[200~Ghana, Togo\x1b[201~", "nnnnnnnn", "Ghana")

SETTLED = 0.4
"""Seconds after which whatever a key that was let go has led to is done."""


class Hands:
    """Somebody at a keyboard."""

    def __init__(self, terminal: Terminal, account: Account, seed: int) -> None:
        self.terminal = terminal
        self.account = account
        self.random = random.Random(seed)
        self.held: list[tuple[str, float, float]] = []

    def do_something(self) -> None:
        """Press a key, hold one, type a word, paste, resize, or have another station act."""
        chance = self.random.random()
        if chance < 0.70:
            for _ in range(self.random.randint(1, 4)):
                self.press()
        elif chance < 0.80:
            self.hold(self.random.choice((*"nsu+exmG[]", "space", "enter", "down")))
        elif chance < 0.88:
            self.terminal.send(*self.random.choice(("aest", "aghana\r", ":note x\r", "Nnote\r")))
        elif chance < 0.93:
            self.terminal.send(self.random.choice(PASTES))
        elif chance < 0.95:
            self.terminal.resize(*self.random.choice(SIZES))
        else:
            self.act_elsewhere()
        self.terminal.record(self.random.choice(GAPS))

    def press(self) -> None:
        """Press a key, and wait for as long as a hand may."""
        letter = self.random.choice(LETTERS)
        self.terminal.send(self.random.choice((letter, letter, self.random.choice(NAMED))))
        self.terminal.record(self.random.choice(GAPS))

    def act_elsewhere(self) -> None:
        """Another station acts, or is refused."""
        act = self.random.choice(("inscribe", "withdraw", "note"))
        with self.account.start("do", "--rehearsal", act, self.random.choice(OTHERS)) as process:
            out, err = process.communicate(timeout=60)
        assert "Traceback" not in err and process.returncode in (0, 1), f"{act}: {out}{err}"

    def hold(self, key: str) -> None:
        """Hold a key down."""
        self.terminal.record(SETTLED)
        began = time.monotonic()
        self.terminal.send(key)
        self.terminal.record(self.random.choice((0.4, 0.5, 0.66)))
        for _ in range(self.random.randint(1, 15)):
            self.terminal.send(key)
            self.terminal.record(0.033)
        self.terminal.record(SETTLED)
        self.held.append((key, began, time.monotonic()))


def is_meant(act: dict[str, object]) -> bool:
    """Whether the key that led to an act does it on the page that had the key."""
    page, key, choices = act["page"], act["key"], act["choices"]
    rows = [row for row in ACTIONS if row.act == act["act"]]
    if key in CRITICAL_KEYS:
        return any(key in row.keys for row in rows)
    if page == "Podium":
        return any(key in row.keys for row in rows)
    if page == "Pick":
        return key == "enter" or key in choices  # type: ignore[operator]
    if page in ("ActDialog", "CommandLine", "Palette", "ForecastScreen"):
        return key == "enter"
    on_page = {at.key for row in rows for at in row.on_pages}
    return key == "enter" or key in on_page or any(key in row.keys for row in rows)


def test_nothing_goes_on_or_off_air_whose_key_was_not_pressed_on_the_page_then_shown(
    account: Account, tmp_path: Path
) -> None:
    watched = tmp_path / "watched.jsonl"
    watched.touch()
    command = [sys.executable, "-m", "tests.e2e.watched", "rehearse"]
    env = {**account.env, "PLENARY_WATCHED": str(watched)}
    root = Path(__file__).parents[2]

    def opened() -> Terminal:
        terminal = Terminal(command, columns=120, rows=36, env=env, folder=root)
        account.terminals.append(terminal)
        terminal.wait_for("REHEARSAL")
        return terminal

    hands = Hands(opened(), account, SEED)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        hands.do_something()
        hands.terminal.read_all()
        if hands.terminal.has_ended:
            assert hands.terminal.wait_for_end() == 0, hands.terminal.text
            hands.terminal = opened()  # it was closed, as q and y do
    hands.terminal.record(1.0)
    hands.terminal.read_all()

    acts = [json.loads(line) for line in watched.read_text(encoding="utf-8").splitlines()]
    assert acts, "the hands did something"
    turned = [one for one in acts if one["turned"]]
    assert not [one for one in turned if not is_meant(one)]
    for key, began, ended in hands.held:
        within = [one for one in acts if one["key"] == key and began <= one["when"] < ended]
        assert len(within) <= 1, (key, within)

    hands.terminal.kill9()
    (database,) = account.home.rglob("rehearsal.db")
    account.assert_sound(database)


def test_the_hands_know_every_key() -> None:
    assert set(NAMED) <= set(KEYS)
    assert {key for row in ACTIONS for key in row.keys if len(key) == 1} - set(LETTERS) <= {
        "q",
        "B",
    }
