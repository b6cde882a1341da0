"""What the screen does for itself."""

from __future__ import annotations

from plenary_tui.actions.action import SCREEN, Page, Service, Task, under

ACTIONS = under(
    SCREEN,
    Service(Task.ROW_MENU, "Row menu", "What can be done with the selected row.", keys=("enter",)),
    Service(
        Page.FORECAST,
        "Forecast",
        "The list against the clock, and what a decision would change.",
        keys=("f",),
        footer=8,
        words=("how long", "enough time", "what if", "when"),
    ),
    Service(
        Task.FILTER_LIST,
        "Filter",
        "Show only rows with these letters.",
        keys=("slash",),
        words=("find", "search", "look for"),
    ),
    Service(
        Task.NEXT_LIST,
        "Next list",
        "Look at the list of the next item.",
        keys=("right",),
        counts=True,
    ),
    Service(
        Task.PREVIOUS_LIST,
        "Previous list",
        "Look at the list before.",
        keys=("left",),
        counts=True,
    ),
    Service(
        Page.WEBCAST,
        "Webcast",
        "What the webcast operator sees; Escape comes back.",
        keys=("w",),
        words=("caption", "stream", "preview"),
    ),
    Service(Task.COMMAND_LINE, "Command", "Type an act.", keys=("colon",), footer=9),
    Service(
        Page.SCRIPT,
        "Script",
        "What the President says next, in large type.",
        keys=("l",),
        footer=9,
        words=("bigger", "larger", "words", "prompter", "read out"),
    ),
    Service(Page.PALETTE, "Palette", "Find anything that can be done.", keys=("ctrl+p",)),
    Service(
        Page.HELP, "Help", "All keys, and what they do.", keys=("question_mark", "f1"), footer=9
    ),
    Service(
        Task.THEME,
        "Theme",
        "Dark, light, or safe for the colour-blind.",
        keys=("f9",),
        words=("bright", "contrast", "colours"),
    ),
    Service(
        Task.BELL,
        "Bell",
        "Ring at the warning and at the limit, or be silent.",
        keys=("B",),
        words=("sound", "beep", "noise", "silence", "mute"),
    ),
    Service(
        Task.SIMULATED_ROOM,
        "Simulated room",
        "Stop the simulated room of a rehearsal and take over, or let it go on.",
        keys=("Z",),
        applies=lambda conference: conference.rehearsal,
        words=("automatic", "by itself"),
    ),
    Service(
        Task.QUIT,
        "Quit",
        "Close the podium; everything is kept.",
        keys=("q", "ctrl+q"),
        unseen=True,
        words=("exit", "leave", "shut", "finish"),
    ),
)
