"""`plenary`, which keeps beside each act the key that led to it, and the page that had that key.

A line of JSON each in the file that PLENARY_WATCHED names.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from textual.events import Key

import plenary_tui.apps.podium as podium
from plenary_tui.apps.keyboard import Pressed
from plenary_tui.cli import main
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.screens.picks import Pick


class Watched(podium.PodiumApp):
    """The podium, watched."""

    CSS_PATH = Path(podium.__file__).with_name("podium.tcss")
    given: dict[str, object]

    async def give(self, pressed: Pressed) -> bool:
        """Remember the key, and the page that is given it."""
        page = type(self.screen).__name__
        if self.screen is self.podium and not self.podium.has_the_keys:
            page = type(self.focused).__name__
        key = pressed.key if isinstance(pressed, Key) else "paste"
        choices = [one.key for one in self.screen._choices] if isinstance(self.screen, Pick) else []
        self.given = {"page": page, "key": key, "choices": choices}
        return await super().give(pressed)

    def attempt(self, command: Command) -> Refused | None:
        """Do an act, and keep what led to it."""
        given = getattr(self, "given", {})
        refused = super().attempt(command)
        if refused is None:
            with open(os.environ["PLENARY_WATCHED"], "a", encoding="utf-8") as file:
                told = {"act": command.act, "seq": self.conference.seq, **given}
                file.write(json.dumps(told) + "\n")
        return refused


if __name__ == "__main__":
    podium.PodiumApp = Watched  # type: ignore[misc]
    sys.exit(main())
