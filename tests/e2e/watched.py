"""`plenary`, which keeps beside each act the key that led to it, and the page that had that key.

A line of JSON each in the file that PLENARY_WATCHED names.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from textual.events import Key

import plenary_tui.apps.podium as podium
from plenary_tui.apps.acts import Acts
from plenary_tui.apps.keyboard import Pressed
from plenary_tui.cli import main
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.screens.picks import Pick

given: dict[str, object] = {}
"""The key that was given out last, and the page that had the keys then."""
do = Acts.attempt


class Watched(podium.PodiumApp):
    """The podium, watched."""

    CSS_PATH = Path(podium.__file__).with_name("podium.tcss")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take = self.keyboard.first

        def first(pressed: Pressed) -> bool:
            self.remember(pressed)
            return take(pressed)

        self.keyboard.first = first

    def remember(self, pressed: Pressed) -> None:
        """Remember the key, and the page that is given it."""
        page = type(self.screen).__name__
        if self.screen is self.podium and not self.podium.has_the_keys:
            page = type(self.focused).__name__
        key = pressed.key if isinstance(pressed, Key) else "paste"
        when = time.monotonic()
        choices = [one.key for one in self.screen._choices] if isinstance(self.screen, Pick) else []
        given.update({"page": page, "key": key, "choices": choices, "when": when})


def on_air(conference: Conference) -> tuple[object, ...]:
    """Who has the floor, and whether the room is on air."""
    floor = conference.floor
    return (floor and (floor.kind, floor.called_at), conference.on_air)


def attempt(acts: Acts, command: Command) -> Refused | None:
    """Do an act, and keep what led to it, and whether it put anybody on or off the floor or air."""
    before = on_air(acts._desk.conference)
    refused = do(acts, command)
    if refused is None:
        then = acts._desk.conference
        with open(os.environ["PLENARY_WATCHED"], "a", encoding="utf-8") as file:
            turned = on_air(then) != before
            told = {"act": command.act, "seq": then.seq, "turned": turned, **given}
            file.write(json.dumps(told) + "\n")
    return refused


if __name__ == "__main__":
    podium.PodiumApp = Watched  # type: ignore[misc]
    Acts.attempt = attempt  # type: ignore[method-assign]
    sys.exit(main())
