"""What a podium asks of the room: here everybody in it is real, and nothing is done by itself."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.desk.writing import Receipt
from plenary_tui.procedure.ground.act import Command
from plenary_tui.screens.officer import Officer
from plenary_tui.storage.errors import StorageError
from plenary_tui.views.podium.cards import StatusWord

Do = Callable[[Command, str], Receipt]
"""Does an act for a station."""
NotSaved = Callable[[StorageError], object]
"""Is told of an act that is not on disk."""


class NoRoom:
    """No simulated room: everybody in the chamber is real."""

    def status(self, *, wide: bool) -> StatusWord | None:
        """The word that stands on the screen all the time."""
        return None

    def begin(self, officer: Officer, do: Do, not_saved: NotSaved) -> None:
        """Act from now on."""

    def toggle(self, officer: Officer) -> None:
        """Stop, or go on."""
        officer.say(
            "No simulated room acts here. For one, use `plenary rehearse --auto 60`.", "bad"
        )

    def turn(self, officer: Officer) -> bool:
        """Do what is due, one act at most; whether time has leapt meanwhile."""
        return False

    def until_turn(self) -> float | None:
        """Seconds of the officer's time until it wants to act; None if it does not."""
        return None
