"""Undo and redo from the podium: asked about where another did it, or the room is changed.

Apart from what other acts do: they alone depend on who did the last act, and on what it did.
"""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.actions import Action
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.on_record import Redo, Undo
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.views.podium.cautions import turn

STAY, THEIRS, OWN = "stay", "theirs", "own"


def undo(asking: Asking, asked: Action) -> None:
    """Take the last act back; where another station did it, ask whose is meant."""
    try:
        meant = asking.officer.undo_here()
        others = None if meant.own else asking.officer.others_act(meant)
    except Refused as refused:
        asking.refuse(str(refused))
        return
    if others is None:
        _unless_it_turns(asking, asked, meant, "Take it back")
        return
    choices = [
        Choice(STAY, "Stay", "nothing is taken back", "n"),
        Choice(THEIRS, "Take it back all the same", "", "y"),
    ]
    if others.own:
        choices.insert(1, Choice(OWN, "Take back what was done here last", others.own, "o"))
    do = _as_seen(asking, Undo())

    def chosen(whose: str | None) -> None:
        if whose == THEIRS:
            do()
        elif whose == OWN:
            _unless_it_turns(asking, asked, Undo(own=True), "Take it back")

    told = f"{others.station} did this last: {others.what}"
    if turns := _turns(asking, Undo()):
        told = f"{told}\n{turns}"
    asking.podium.app.push_screen(Pick(f"{asked.label}?", told, tuple(choices)), chosen)


def redo(asking: Asking, asked: Action) -> None:
    """Do again what was taken back last; ask first where another station had done it."""
    try:
        others = asking.officer.others_act(Redo())
    except Refused as refused:
        asking.refuse(str(refused))
        return
    if others is None:
        _unless_it_turns(asking, asked, Redo(), "Do it again")
        return
    told = f"{others.station} had done this: {others.what}"
    if turns := _turns(asking, Redo()):
        told = f"{told}\n{turns}"
    asking.ask_whether(f"{asked.label}?", told, "Do it again", _as_seen(asking, Redo()))


def _unless_it_turns(asking: Asking, asked: Action, command: Undo | Redo, label: str) -> None:
    """Do it, or ask first where it changes much for the whole room."""
    do = _as_seen(asking, command)
    if turns := _turns(asking, command):
        told = f"{_foreseen(asking, command)}\n{turns}"
        asking.ask_whether(f"{asked.label}?", told, label, do)
    else:
        do()


def _turns(asking: Asking, command: Undo | Redo) -> str:
    """What it changes for the whole room; "" for nothing, or if it cannot be done."""
    try:
        _, after = asking.officer.foresee(command)
    except Refused:
        return ""
    return turn(asking.conference, after, asking.officer.now)


def _foreseen(asking: Asking, command: Undo | Redo) -> str:
    """What it would be about, in words; "" if it cannot be done."""
    try:
        return asking.officer.foresee(command)[0]
    except Refused:
        return ""


def _as_seen(asking: Asking, command: Undo | Redo) -> Callable[[], None]:
    """Does it, unless it has come to mean another act since."""
    seen = _foreseen(asking, command)
    nothing = "done again" if isinstance(command, Redo) else "taken back"

    def do() -> None:
        if _foreseen(asking, command) != seen:
            asking.refuse(f"Another act was recorded meanwhile. Nothing was {nothing}.")
        elif (refused := asking.do(command)) is not None:
            asking.refuse(str(refused))

    return do
