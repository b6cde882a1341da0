"""Undo from the podium: what another station did last is not taken back without a question.

Apart from what other acts do: it alone depends on who did the last act, and asks whose is meant.
"""

from __future__ import annotations

from plenary_tui.actions import Action
from plenary_tui.procedure.ledger import Undo
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.screens.picks import Choice, Pick

STAY, THEIRS, OWN = "stay", "theirs", "own"


def undo(asking: Asking, asked: Action) -> None:
    """Take the last act back; where another station did it, ask whose is meant."""
    others = asking.officer.others_act
    if others is None:
        asking.attempt(asked.help, Undo())
        return
    choices = [
        Choice(STAY, "Stay", "nothing is taken back", "n"),
        Choice(THEIRS, "Take it back all the same", "", "y"),
    ]
    if others.own:
        choices.insert(1, Choice(OWN, "Take back what was done here last", others.own, "o"))

    def chosen(whose: str | None) -> None:
        if whose in (OWN, THEIRS):
            asking.attempt(asked.help, Undo(own=whose == OWN))

    title = f"{asked.label}?"
    told = f"{others.station} did this last: {others.what}"
    asking.podium.app.push_screen(Pick(title, told, tuple(choices)), chosen)
