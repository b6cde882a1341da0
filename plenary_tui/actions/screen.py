"""What the screen does for itself."""

from __future__ import annotations

from plenary_tui.actions.action import SCREEN, Action

ACTIONS: tuple[Action, ...] = (
    Action(
        "row-menu", "Row menu", "What can be done with the selected row.", SCREEN, keys=("enter",)
    ),
    Action(
        "forecast",
        "Forecast",
        "The list against the clock, and what a decision would change.",
        SCREEN,
        keys=("f",),
        footer=8,
    ),
    Action(
        "script",
        "Script",
        "What the President says next, in large type.",
        SCREEN,
        keys=("l",),
        footer=8,
    ),
    Action("filter-list", "Filter", "Show only rows with these letters.", SCREEN, keys=("slash",)),
    Action("next-list", "Next list", "Look at the list of the next item.", SCREEN, keys=("right",)),
    Action("previous-list", "Previous list", "Look at the list before.", SCREEN, keys=("left",)),
    Action(
        "webcast-preview",
        "Webcast",
        "What the webcast operator sees; Escape comes back.",
        SCREEN,
        keys=("w",),
    ),
    Action("command-line", "Command", "Type an act.", SCREEN, keys=("colon",), footer=9),
    Action("palette", "Palette", "Find anything that can be done.", SCREEN, keys=("ctrl+p",)),
    Action(
        "help",
        "Help",
        "All keys, and what they do.",
        SCREEN,
        keys=("question_mark", "f1"),
        footer=9,
    ),
    Action("theme", "Theme", "Dark, light, or safe for the colour-blind.", SCREEN, keys=("f9",)),
    Action(
        "bell", "Bell", "Ring at the warning and at the limit, or be silent.", SCREEN, keys=("B",)
    ),
    Action(
        "simulated-room",
        "Simulated room",
        "Stop the simulated room of a rehearsal and take over, or let it go on.",
        SCREEN,
        keys=("Z",),
        applies=lambda conference: conference.rehearsal,
    ),
    Action("quit", "Quit", "Close the podium; everything is kept.", SCREEN, keys=("q", "ctrl+q")),
)
