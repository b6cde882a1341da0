"""What is done with the record."""

from __future__ import annotations

from plenary_tui.actions.action import RECORD, Action, On, Page, Service, Task, under

ACTIONS = under(
    RECORD,
    Action(
        "undo",
        "Undo",
        "Take back the last act; what another station did is asked about first.",
        keys=("u",),
        counts=True,
        on_pages=(On(Page.DRAFTS, "u", "undo"), On(Page.PROGRAMME, "u", "undo")),
        footer=7,
        words=("wrong", "mistake", "oops", "delete", "back", "slip", "error", "restore", "reset"),
    ),
    Action(
        "redo",
        "Redo",
        "Do the act last taken back again.",
        keys=("r",),
        counts=True,
        on_pages=(On(Page.DRAFTS, "r"), On(Page.PROGRAMME, "r")),
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
