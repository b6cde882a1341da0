"""What is done with the week's programme: by the keys of its screen, by the palette, typed."""

from __future__ import annotations

from plenary_tui.actions.action import PROGRAMME, Action

PROGRAMME_KEY = "H"
"""Opens the week's programme."""
ON_SCREEN = {
    "add-side-event": "a",
    "move-side-event": "m",
    "edit-side-event": "e",
    "cancel-side-event": "x",
}
"""The keys of actions on the screen of the programme."""

ACTIONS: tuple[Action, ...] = (
    Action(
        "programme",
        "Programme",
        "The week: meetings and side events; add, move, edit, cancel.",
        PROGRAMME,
        keys=(PROGRAMME_KEY,),
    ),
    Action(
        "add-side-event",
        "Add side event",
        "Add an event beside the meetings.",
        PROGRAMME,
        act="add-side-event",
        asks=("title", "starts", "ends", "room", "mode", "organizers", "kind"),
    ),
    Action(
        "move-side-event",
        "Move side event",
        "Move an event to another time or room.",
        PROGRAMME,
        act="move-side-event",
        asks=("event", "starts", "ends", "room"),
    ),
    Action(
        "edit-side-event",
        "Edit side event",
        "Correct an event's title, organizers, mode or kind.",
        PROGRAMME,
        act="edit-side-event",
        asks=("event", "title", "organizers", "mode", "kind"),
    ),
    Action(
        "cancel-side-event",
        "Cancel side event",
        "Cancel an event; it stays in the programme, marked.",
        PROGRAMME,
        act="cancel-side-event",
        asks=("event", "reason"),
    ),
)
