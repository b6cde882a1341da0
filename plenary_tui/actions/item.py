"""What is done with the agenda item."""

from __future__ import annotations

from plenary_tui.actions.action import ITEM, Action
from plenary_tui.actions.applies import stage, undisturbed
from plenary_tui.procedure.state.vocabulary import Stage

ACTIONS: tuple[Action, ...] = (
    Action(
        "take-up-item",
        "Agenda",
        "See the agenda and take up an item.",
        ITEM,
        keys=("i",),
        act="take-up-item",
        footer=6,
    ),
    Action(
        "introduce-item",
        "Introduce",
        "The President introduces the item.",
        ITEM,
        keys=("g",),
        act="introduce-item",
        applies=undisturbed(stage(Stage.NOT_TAKEN_UP, thematic=True)),
        footer=5,
    ),
    Action(
        "secretariat-statement",
        "Secretariat",
        "The Secretariat makes its statement on the item.",
        ITEM,
        keys=("g",),
        act="secretariat-statement",
        applies=undisturbed(stage(Stage.INTRODUCED, thematic=True)),
        footer=5,
    ),
    Action(
        "open-floor",
        "Open floor",
        "The President opens the floor; speakers may be called.",
        ITEM,
        keys=("g",),
        act="open-floor",
        applies=undisturbed(
            stage(Stage.NOT_TAKEN_UP, Stage.INTRODUCED, Stage.SECRETARIAT, Stage.DEBATE_ADJOURNED)
        ),
        footer=5,
    ),
    Action(
        "conclude-item",
        "Conclude",
        "Conclude the item.",
        ITEM,
        keys=("g",),
        act="conclude-item",
        applies=undisturbed(stage(Stage.FLOOR_OPEN, Stage.DEBATE_CLOSED)),
    ),
)
