"""What is done with the agenda item."""

from __future__ import annotations

from plenary_tui.actions.action import ITEM, Action, under
from plenary_tui.actions.applies import stage, undisturbed
from plenary_tui.procedure.state.vocabulary import Stage

ACTIONS = under(
    ITEM,
    Action(
        "take-up-item",
        "Agenda",
        "See the agenda and take up an item.",
        keys=("i",),
        footer=6,
        words=("choose", "subject", "topic", "next item"),
    ),
    Action(
        "introduce-item",
        "Introduce",
        "The President introduces the item.",
        keys=("g",),
        applies=undisturbed(stage(Stage.NOT_TAKEN_UP, thematic=True)),
        footer=5,
    ),
    Action(
        "secretariat-statement",
        "Secretariat",
        "The Secretariat makes its statement on the item.",
        keys=("g",),
        applies=undisturbed(stage(Stage.INTRODUCED, thematic=True)),
        footer=5,
    ),
    Action(
        "open-floor",
        "Open floor",
        "The President opens the floor; speakers may be called.",
        keys=("g",),
        applies=undisturbed(
            stage(Stage.NOT_TAKEN_UP, Stage.INTRODUCED, Stage.SECRETARIAT, Stage.DEBATE_ADJOURNED)
        ),
        footer=5,
        words=("begin the debate", "start the debate", "discussion"),
    ),
    Action(
        "conclude-item",
        "Conclude",
        "Conclude the item.",
        keys=("g",),
        applies=undisturbed(stage(Stage.FLOOR_OPEN, Stage.DEBATE_CLOSED)),
        words=("finish", "end the item", "done"),
    ),
    Action(
        "add-item",
        "Add item",
        "Add an item to the agenda.",
        asks=("symbol", "title", "kind"),
        words=("new", "agenda", "subject", "topic"),
    ),
    Action(
        "edit-item",
        "Edit item",
        "Correct the title or the symbol of an agenda item.",
        asks=("item", "title", "symbol"),
        words=("rename", "correct", "agenda", "change"),
    ),
)
