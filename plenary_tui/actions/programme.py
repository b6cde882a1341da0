"""What is done with the week's programme: by the keys of its page, by the palette, typed."""

from __future__ import annotations

from plenary_tui.actions.action import PROGRAMME, Action, On, Page, Service, under

ACTIONS = under(
    PROGRAMME,
    Service(
        Page.PROGRAMME,
        "Programme",
        "The week: meetings and side events; add, move, edit, cancel.",
        keys=("H",),
        words=("schedule", "timetable", "calendar", "rooms", "today"),
    ),
    Action(
        "add-side-event",
        "Add side event",
        "Add an event beside the meetings.",
        asks=("title", "starts", "ends", "room", "mode", "organizers", "kind"),
        on_pages=(On(Page.PROGRAMME, "a", "add"),),
        words=("new",),
    ),
    Action(
        "move-side-event",
        "Move side event",
        "Move an event to another time or room.",
        asks=("event", "starts", "ends", "room"),
        on_pages=(On(Page.PROGRAMME, "m", "move"), On(Page.PROGRAMME, "enter")),
        words=("later", "earlier", "postpone"),
    ),
    Action(
        "edit-side-event",
        "Edit side event",
        "Correct an event's title, organizers, mode or kind.",
        asks=("event", "title", "organizers", "mode", "kind"),
        on_pages=(On(Page.PROGRAMME, "e", "edit"),),
        words=("wrong", "change"),
    ),
    Action(
        "cancel-side-event",
        "Cancel side event",
        "Cancel an event; it stays in the programme, marked.",
        asks=("event", "reason"),
        on_pages=(On(Page.PROGRAMME, "x", "cancel"),),
        words=("delete", "remove"),
    ),
    Action(
        "add-meeting",
        "Add meeting",
        "Add a plenary meeting to the programme of work.",
        asks=("starts", "ends", "items"),
        words=("new", "plan", "night", "evening", "extra", "schedule"),
    ),
    Action(
        "move-meeting",
        "Move meeting",
        "Move a planned meeting, or change its items, until it is opened.",
        asks=("number", "starts", "ends", "items"),
        words=("postpone", "earlier", "later", "reschedule"),
    ),
)
