"""The bare Textual apps that the podium is measured against.

`label` shows one label, and counts the keys pressed in it. `clock` shows the seconds since it
began in `Digits`, on a timer that arms itself anew for the next second.
"""

from __future__ import annotations

import sys
import time

from textual.app import App, ComposeResult
from textual.widgets import Digits, Label


class OneLabel(App[None]):
    """One label."""

    def compose(self) -> ComposeResult:
        """The label."""
        yield Label("0 keys")

    def on_mount(self) -> None:
        """Count from nothing."""
        self.count = 0

    def on_key(self) -> None:
        """Count the key."""
        self.count += 1
        self.query_one(Label).update(f"{self.count} keys")


class OneClock(App[None]):
    """One clock, and when it began (CLOCK_MONOTONIC, seconds)."""

    def compose(self) -> ComposeResult:
        """Clock and label."""
        yield Digits()
        yield Label()

    def on_mount(self) -> None:
        """Begin."""
        self.began = time.monotonic()
        self.query_one(Label).update(f"began {self.began:.6f}")
        self.tick()

    def tick(self) -> None:
        """Show the seconds, and come back at the next boundary."""
        elapsed = time.monotonic() - self.began
        minutes, seconds = divmod(int(elapsed), 60)
        self.query_one(Digits).update(f"{minutes}:{seconds:02}")
        self.set_timer(1.0 - (time.monotonic() - self.began) % 1.0, self.tick)


if __name__ == "__main__":
    {"label": OneLabel, "clock": OneClock}[sys.argv[1]]().run()
