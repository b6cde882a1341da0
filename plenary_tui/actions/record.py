"""What is done with the record."""

from __future__ import annotations

from plenary_tui.actions.action import RECORD, Action, On, Page, Service, Task, under
from plenary_tui.procedure.alone.recorded_alone import open_alone

SPANS = {
    str(place): {"span": span} for place, span in enumerate(("item", "meeting", "day", "all"), 1)
}
"""A key for each, how much of what was heard is looked at."""

ACTIONS = under(
    RECORD,
    Action(
        "undo",
        "Undo",
        "Take back the last act; what another station did is asked about first.",
        keys=("u",),
        counts=True,
        on_pages=(
            On(Page.DRAFTS, "u", "undo"),
            On(Page.PROGRAMME, "u", "undo"),
            On(Page.HEARD, "u", "undo"),
            On(Page.ALONE, "u", "undo"),
        ),
        footer=7,
        words=("wrong", "mistake", "oops", "delete", "back", "slip", "error", "restore", "reset"),
    ),
    Action(
        "redo",
        "Redo",
        "Do the act last taken back again.",
        keys=("r",),
        counts=True,
        on_pages=(
            On(Page.DRAFTS, "r"),
            On(Page.PROGRAMME, "r"),
            On(Page.HEARD, "r"),
            On(Page.ALONE, "r"),
        ),
        words=("restore", "again"),
    ),
    Action(
        "note",
        "Note",
        "Make a private note about the meeting.",
        keys=("N",),
        asks=("text",),
        words=("remember", "remark", "comment", "write down"),
    ),
    Service(
        Page.HEARD,
        "What was heard",
        "Statements, replies, points and decisions of the item, the meeting or the day.",
        keys=("J",),
        words=(
            *("history", "log", "minutes", "who spoke", "spoken", "past", "statements", "heard"),
            *("already", "times", "list as delivered"),
        ),
    ),
    Service(
        Task.FIND_HEARD,
        "Find what was heard",
        "Show only what has these words: a name, a speaker, a language, a group.",
        on_pages=(On(Page.HEARD, "slash", "find"),),
        words=("search", "filter", "look for"),
    ),
    Service(
        Task.HEARD_SPAN,
        "How much of it",
        "What was heard on this item, at this meeting, on this day, or all of it.",
        on_pages=(On(Page.HEARD, "s", at_once=SPANS),),
        words=("item", "meeting", "day", "today", "all", "whole"),
    ),
    Service(
        Task.HEARD_PICTURES,
        "Speaking time",
        "Time spoken against planned, the forecast against what came, the list against the clock.",
        on_pages=(On(Page.HEARD, "p", "pictures"),),
        words=(
            "promised",
            "forecast",
            "pictures",
            "chart",
            "graph",
            "statistics",
            "bars",
            "planned",
            "used",
            "overrun",
        ),
    ),
    Service(
        Task.HEARD_CORRECTIONS,
        "What was corrected",
        "Each correction of what was heard: what was recorded, what stands, and why.",
        on_pages=(On(Page.HEARD, "h", "corrections"),),
        words=("history", "changed", "before", "correction", "errata"),
    ),
    Service(
        Page.ALONE,
        "Recorded alone",
        "What a podium recorded while another was in charge, to be done again or left.",
        keys=("f4",),
        applies=lambda conference: bool(conference.alone),
        words=("stray", "two podiums", "cut off", "another podium", "lost", "missing", "conflict"),
    ),
    Action(
        "do-again",
        "Do again",
        "Do again what a podium recorded alone, as an act of now.",
        on_pages=(On(Page.ALONE, "d", "do it again"),),
        applies=lambda conference: bool(open_alone(conference)),
        words=("repeat", "stray", "two podiums", "once more"),
    ),
    Action(
        "leave-undone",
        "Leave undone",
        "Leave undone what a podium recorded alone: it is not to be done, or was by hand.",
        on_pages=(On(Page.ALONE, "x", "leave it"),),
        applies=lambda conference: bool(open_alone(conference)),
        words=("dismiss", "ignore", "skip", "stray", "two podiums"),
    ),
    Action(
        "leave-all-undone",
        "Leave all undone",
        "Leave undone all of it that is still open.",
        act="leave-undone",
        preset={"all": True},
        on_pages=(On(Page.ALONE, "X", "leave all"),),
        applies=lambda conference: bool(open_alone(conference)),
        words=("dismiss all", "ignore", "two podiums"),
    ),
    Service(
        Page.INCOMING,
        "Import",
        "Bring in a file of an office: registrations, requests for the floor, an agenda.",
        keys=("b",),
        words=("file", "spreadsheet", "excel", "csv", "indico", "openslides", "load"),
    ),
    Service(
        Task.PRINT_LIST,
        "Print",
        "Write the list as plain text, to print it.",
        keys=("p",),
        words=("paper", "save", "export", "file"),
    ),
    Service(
        Task.WRITE_RECORD,
        "Record",
        "Write the record of the last meeting into a folder.",
        keys=("F",),
        words=("report", "minutes", "summary", "statistics", "as delivered", "folder"),
    ),
)
