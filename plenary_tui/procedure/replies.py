"""Rights of reply: asked for during the day, granted at its end or the item's (rule 27)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, OverridableCommand, Refused
from plenary_tui.procedure.calendar import local, ordinal, say_seconds
from plenary_tui.procedure.conference import Conference, Floor
from plenary_tui.procedure.eligibility import require_registered, require_seat
from plenary_tui.procedure.floor import end_of_statement
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.meeting import require_in_session
from plenary_tui.procedure.naming import find_delegation, name_of
from plenary_tui.procedure.pending import require_no_motion, require_no_point
from plenary_tui.procedure.proceedings import ReplyRequest
from plenary_tui.procedure.reply_limits import require_round, rounds_held
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import FloorKind, Tier

END_OF_DAY = timedelta(minutes=30)
"""How long before the end of the day's last meeting replies are in order."""


def waiting_replies(conference: Conference) -> tuple[ReplyRequest, ...]:
    """The requests before the body that sits, in order of request."""
    return tuple(one for one in conference.replies if one.body is conference.body)


def grant_due(conference: Conference) -> bool:
    """Whether somebody waits to reply and nobody is left on the list of the current item."""
    return bool(waiting_replies(conference)) and _list_is_done(conference)


def _list_is_done(conference: Conference) -> bool:
    item, speakers = conference.current_item, conference.current_list
    if item is None or speakers is None:
        return True
    return not speakers.waiting or item.stage_in(conference.body).over


def day_is_ending(conference: Conference, at: Instant) -> bool:
    """Whether the last meeting of the day is about to end, as planned."""
    meeting = conference.meeting
    if meeting is None or meeting.ends_at is None or meeting.ends_at - at.utc > END_OF_DAY:
        return False
    return is_last_of_day(conference, meeting.ends_at)


def is_last_of_day(conference: Conference, ends: datetime) -> bool:
    """Whether no meeting is planned on the same day after one that ends then."""
    today = local(conference, ends).date()
    return not any(
        one.starts >= ends and local(conference, one.starts).date() == today
        for one in conference.programme
    )


class ReplyRequested(Event):
    """A delegation asked for the right of reply."""

    kind: ClassVar[str] = "reply requested"

    delegation: str
    to: str = ""

    def apply(self, conference: Conference) -> Conference:
        request = ReplyRequest(self.delegation, conference.body, self.at.utc, self.to)
        return replace(conference, replies=(*conference.replies, request))

    def sentence(self, before: Conference) -> str:
        to = f" to {self.to}" if self.to else ""
        return f"{name_of(before, self.delegation)} asked to reply{to}."


class RequestReply(OverridableCommand):
    """Ask for the right of reply; it is granted at the end of the item or the day (rule 27)."""

    act: ClassVar[str] = "request-reply"

    delegation: Line
    to: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        delegation = find_delegation(conference, self.delegation)
        require_registered(delegation)
        require_seat(delegation, conference.body)
        if any(one.delegation == delegation.id for one in waiting_replies(conference)):
            raise Refused(f"{delegation.name} has asked to reply already.")
        require_round(conference, delegation.id)
        overruled: tuple[Event, ...] = ()
        if delegation.tier is not Tier.STATES:
            why = (
                f"The right of reply is for States; {delegation.name} takes part as "
                f"{delegation.participant.described}."
            )
            overruled = (self.overrule(at, why, "The President may allow it, for a reason."),)
        return (*overruled, ReplyRequested(at=at, delegation=delegation.id, to=self.to))


class ReplyWithdrawn(Event):
    """A delegation no longer asked to reply."""

    kind: ClassVar[str] = "reply withdrawn"

    delegation: str

    def apply(self, conference: Conference) -> Conference:
        return _without(conference, self.delegation)

    def sentence(self, before: Conference) -> str:
        return f"{name_of(before, self.delegation)} no longer asked to reply."


def _without(conference: Conference, delegation: str) -> Conference:
    """The conference without a delegation's request before the body that sits."""
    left = tuple(
        one
        for one in conference.replies
        if (one.delegation, one.body) != (delegation, conference.body)
    )
    return replace(conference, replies=left)


def _find_request(conference: Conference, text: str) -> ReplyRequest:
    """The request of the delegation that `text` names; raises `Refused`."""
    delegation = find_delegation(conference, text)
    for one in waiting_replies(conference):
        if one.delegation == delegation.id:
            return one
    raise Refused(
        f"{delegation.name} has not asked to reply.", "Record the request first (request-reply)."
    )


class WithdrawReply(Command):
    """Take back a delegation's request to reply."""

    act: ClassVar[str] = "withdraw-reply"

    delegation: Line

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        request = _find_request(conference, self.delegation)
        return (ReplyWithdrawn(at=at, delegation=request.delegation),)


class ReplyGranted(Event):
    """The President gave a delegation the floor to reply; the reply begins when it speaks."""

    kind: ClassVar[str] = "reply granted"

    delegation: str
    limit: timedelta

    def apply(self, conference: Conference) -> Conference:
        floor = Floor(FloorKind.REPLY, self.at, limit=self.limit, delegation=self.delegation)
        return replace(_without(conference, self.delegation), floor=floor)

    def sentence(self, before: Conference) -> str:
        limit = say_seconds(self.limit.total_seconds())
        round_ = ordinal(rounds_held(before, self.delegation) + 1)
        who = name_of(before, self.delegation)
        return f"{who} was given the floor to reply ({round_} round, {limit})."


class GrantReply(OverridableCommand):
    """Grant the first reply asked for, or another's; the list of speakers goes first.

    Ends the statement of whoever speaks.
    """

    act: ClassVar[str] = "grant-reply"

    delegation: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        require_no_point(conference)
        require_no_motion(conference)
        waiting = waiting_replies(conference)
        if not waiting:
            raise Refused("Nobody has asked to reply.", "Record a request first (request-reply).")
        request = _find_request(conference, self.delegation) if self.delegation else waiting[0]
        limit = require_round(conference, request.delegation)
        ended = end_of_statement(conference, at)
        why = self._why_not(conference, request, at)
        overruled = (self.overrule(at, why, "Grant it later, or for a reason."),) if why else ()
        granted = ReplyGranted(at=at, delegation=request.delegation, limit=limit)
        return (*overruled, *ended, granted)

    def _why_not(self, conference: Conference, request: ReplyRequest, at: Instant) -> str:
        """Why it would be granted out of order or early; "" if it is in order."""
        first = waiting_replies(conference)[0]
        if request is not first:
            return (
                f"{name_of(conference, first.delegation)} asked to reply before "
                f"{name_of(conference, request.delegation)}."
            )
        if _list_is_done(conference) or day_is_ending(conference, at):
            return ""
        return (
            "Replies are heard at the end of the item or of the day, and speakers still wait on "
            f"the list for item {conference.item}."
        )
