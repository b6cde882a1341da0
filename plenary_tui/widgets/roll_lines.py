"""The roll of a vote by name: the States as they are called, each with what it said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len, set_cell_size

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.podium.roll_call import RollCall, Said
from plenary_tui.widgets.drawn_lines import DrawnLines
from plenary_tui.widgets.list_rows import NO_CURSOR

WORDS = {Said.YES: (0, "YES"), Said.NO: (5, "NO"), Said.ABSTAINS: (9, "ABSTAINS")}
"""What stands behind a name, each from a column of its own on."""
NAME, LEAST, BEHIND = 56, 20, 24
"""Columns of a name at most and at least, and what is kept behind it."""


class RollLines(DrawnLines):
    """Shows a roll; the cursor is on whoever's turn it is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"roll--name", "roll--said"}
    DEFAULT_CSS = """
    RollLines > .roll--said { text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._roll = RollCall(())

    @property
    def count(self) -> int:
        """How many are called."""
        return len(self._roll.roll)

    def show(self, roll: RollCall) -> None:
        """Show who voted how, and whose turn it is."""
        self._roll = roll
        self.count_anew()
        self.put_cursor(roll.at if roll.roll else None)

    def parts(self, place: int, width: int) -> Iterable[tuple[str, str]]:
        """The name, cut to its columns, and the vote."""
        one = self._roll.roll[place]
        room = max(LEAST, min(NAME, width - BEHIND))
        name = shown(one.name)
        if cell_len(name) > room:
            name = f"{set_cell_size(name, room - 1)}…"
        yield f"{NO_CURSOR}{set_cell_size(name, room)}", "roll--name"
        if (said := self._roll.votes.get(one.id)) is not None:
            column, word = WORDS[said]
            yield f"{' ' * (2 + column)}{word}", "roll--said"
