"""Adjourning from the podium: one key ends a meeting and its webcast, so a slip is caught."""

from __future__ import annotations

from plenary_tui.procedure.floor.points import RaisePoint, WithdrawPoint
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.ground.pending import unnamed_point
from plenary_tui.procedure.meetings.meeting import AdjournMeeting, title_of
from plenary_tui.procedure.speakers.order import is_over
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.screens.intents.asking import Asking
from plenary_tui.screens.picks import Choice, Pick

TITLE = "Adjourn the meeting?"
CHOICES = (
    Choice(False, "Stay", "the meeting goes on", "n"),
    Choice(True, "Adjourn", "it ends; the list is kept as it is", "y"),
)


def adjourn(asking: Asking) -> None:
    """Adjourn the meeting; ask first while somebody waits to speak."""
    conference = asking.conference
    why = _left(conference)
    if not why or conference.floor is not None or conference.plenary is not None:
        asking.attempt(TITLE, AdjournMeeting())
        return

    def chosen(adjourned: bool | None) -> None:
        if adjourned:
            asking.attempt(TITLE, AdjournMeeting())

    asking.podium.app.push_screen(Pick(TITLE, why, CHOICES), chosen)


def _left(conference: Conference) -> str:
    """Who still waits, and until when the meeting may sit; "" if nobody waits or speaks next."""
    meeting, speakers = conference.meeting, conference.current_list
    if meeting is None or speakers is None or is_over(conference, speakers):
        return ""
    waiting = len(speakers.waiting)
    if not waiting:
        return ""
    ends = f", which ends at {local(conference, meeting.ends_at):%H:%M}" if meeting.ends_at else ""
    wait = "delegation waits" if waiting == 1 else "delegations wait"
    return f"{waiting} {wait} on the list in the {title_of(meeting)}{ends}."


WHO = "Point of order: by whom?"
NONE_RAISED = "Escape nobody raised one: the clock goes on"


def raise_point(asking: Asking) -> None:
    """Record at once that a point was raised, and ask by whom; Escape takes it back.

    It is then as if it had not been recorded: the time meanwhile was spoken.
    """
    refused = asking.officer.attempt(RaisePoint())
    if refused is not None:
        asking.refuse(str(refused))
        return
    raised = unnamed_point(asking.conference)

    def answered(done: bool | None) -> None:
        if done or raised is None or unnamed_point(asking.conference) != raised:
            return
        refused = asking.officer.attempt(WithdrawPoint(mistaken=True))
        if refused is not None:
            asking.refuse(str(refused))

    asking.ask(WHO, "name-point", ("delegation",), leaving=NONE_RAISED, then=answered)
