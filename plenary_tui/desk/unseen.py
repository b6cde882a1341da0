"""An act that is decided again, since another station was quicker, means what the officer saw."""

from __future__ import annotations

from plenary_tui.procedure.floor.giving import FloorGiven
from plenary_tui.procedure.floor.replies import ReplyGranted
from plenary_tui.procedure.ground.act import Event, Refused
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.on_record import Redone, Undone
from plenary_tui.procedure.state.conference import Conference


def require_same_act(meant: Event, now: Event) -> None:
    """An undo or redo never comes to mean an act that the officer has not seen."""
    match meant, now:
        case (Undone() as seen, Undone() as found) if seen.act != found.act:
            raise Refused(
                f"Another station has just recorded an act: {found.what}",
                "Nothing was undone. Undo again to take that back.",
            )
        case (Redone() as seen, Redone() as found) if seen.act != found.act:
            raise Refused(
                f"Another station has just changed what can be redone: {found.what}",
                "Nothing was redone. Redo again to do that.",
            )
        case _:
            pass


def require_same_speaker(conference: Conference, meant: str, called: str) -> None:
    """The floor never goes to somebody whom the officer has not seen to be next."""
    if called == meant:
        return
    who = f"{name_of(conference, called)} is next now" if called else "nobody is called now"
    raise Refused(
        f"Another station has just changed who is called: {who}.",
        "Nothing was done. Look who is next, and do it again.",
    )


def called_by(conference: Conference, events: tuple[Event, ...]) -> str:
    """The delegation to which events give the floor; "" if they give it to none."""
    for event in events:
        if isinstance(event, FloorGiven) and event.entry is not None:
            found = conference.find_entry(event.entry)
            return found[1].delegation if found else ""
        if isinstance(event, ReplyGranted):
            return event.delegation
    return ""
