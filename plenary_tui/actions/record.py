"""What is done with the record."""

from __future__ import annotations

from plenary_tui.actions.action import RECORD, Action

ACTIONS: tuple[Action, ...] = (
    Action(
        "undo",
        "Undo",
        "Take back the last act, whichever station did it.",
        RECORD,
        keys=("u",),
        act="undo",
        footer=7,
    ),
    Action("redo", "Redo", "Do the act last taken back again.", RECORD, keys=("r",), act="redo"),
    Action(
        "note",
        "Note",
        "Make a private note about the meeting.",
        RECORD,
        keys=("N",),
        act="note",
        asks=("text",),
    ),
    Action(
        "print-list", "Print", "Write the list as plain text, to print it.", RECORD, keys=("p",)
    ),
)
