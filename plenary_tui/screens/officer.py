"""The officer's podium, as whatever works on it knows it: one protocol, and the app is it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from plenary_tui.actions import Action
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.done import InForce
from plenary_tui.procedure.ground.on_record import Redo, Undo
from plenary_tui.procedure.ledger import OthersAct
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.podium import Podium
from plenary_tui.screens.presses import Press
from plenary_tui.views.wording.telling import Tone


class Officer(Protocol):
    """Who sees the conference, is told things, and has acts done.

    Attributes:
        podium: the screen that stays.
        names: the file in which answers about names in files are kept.
    """

    podium: Podium
    names: Path

    @property
    def conference(self) -> Conference:
        """The present state."""
        ...

    def in_force(self) -> InForce:
        """What gives all that was recorded and not undone, in order; nothing if it cannot."""
        ...

    @property
    def now(self) -> Instant:
        """The instant that is shown."""
        ...

    def is_typing(self) -> bool:
        """Whether a key that came is not done yet."""
        ...

    def pressed(self, key: str) -> Press:
        """What the key is that is being done, on a page on which it counts each time."""
        ...

    def call_later(self, callback: Callable[..., object], *args: Any) -> bool:
        """Have something done in its turn; may be called in any thread, and as the podium ends."""
        ...

    def others_act(self, command: Undo | Redo) -> OthersAct | None:
        """What would be undone or redone where another station did it; None where this one did.

        Raises `Refused` if the journal is not what it was.
        """
        ...

    def undo_here(self) -> Undo:
        """What is taken back here: the last act; at a machine that asks, its own last alone.

        Raises `Refused` if that cannot be read.
        """
        ...

    def foresee(self, command: Undo | Redo) -> tuple[str, Conference]:
        """What an undo or redo is about, in words, and the state after it; raises `Refused`."""
        ...

    def ask(self, asked: Action, entry: int | None = None) -> None:
        """Do what was asked in the palette; `entry` is the row it is about, if any."""
        ...

    def take_beside(self, command: Command, done: Callable[[Refused | None], None]) -> None:
        """Do an act of thousands of rows so that it holds no key; `done` is called after it."""
        ...

    def give_way(self) -> None:
        """Called in a thread beside the podium again and again: waits while a key is being done."""
        ...

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something, until something else is told."""
        ...

    def murmur(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something that does not cover what was just said."""
        ...

    def tick(self) -> None:
        """Show the present, and come back when it changes."""
        ...

    def close_podium(self) -> None:
        """Record that the podium is closed, and end."""
        ...
