"""Rights of reply: asked for during the day, granted at its end or the item's (rule 27)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar

from plenary_tui.procedure.floor.giving import end_of_statement
from plenary_tui.procedure.ground.act import Command, Event, OverridableCommand, Refused
from plenary_tui.procedure.ground.as_typed import length_of
from plenary_tui.procedure.ground.calendar import local, ordinal, say_seconds
from plenary_tui.procedure.ground.naming import find_delegation, name_of
from plenary_tui.procedure.ground.pending import require_no_motion, require_no_point
from plenary_tui.procedure.ground.taking_part import require_registered
from plenary_tui.procedure.meetings.meeting import require_in_session
from plenary_tui.procedure.speakers.eligibility import require_seat
from plenary_tui.procedure.speakers.numbering import bare_number
from plenary_tui.procedure.state.conference import Conference, Floor
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import ReplyRequest
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, Tier

MOST_ROUNDS = 5
LONGEST_MINUTES = 60
"""Limits beyond these are taken for slips of the hand."""


def rounds_held(conference: Conference, delegation: str) -> int:
    """How often a delegation has replied on the current item at this meeting."""
    meeting = conference.meeting
    where = (meeting.number if meeting else None, conference.body, conference.item)
    return sum(
        statement.kind is FloorKind.REPLY
        and statement.started_at is not None
        and statement.delegation == delegation
        and (statement.meeting, statement.body, statement.item) == where
        for statement in conference.statements
    )


def reply_limit(conference: Conference, delegation: str) -> timedelta | None:
    """The time limit of a delegation's next reply; None if it has had all its rounds."""
    held = rounds_held(conference, delegation)
    return conference.reply_limits[held] if held < len(conference.reply_limits) else None


def require_round(conference: Conference, delegation: str) -> timedelta:
    """The time limit of a delegation's next reply; raises `Refused` past the last round."""
    limit = reply_limit(conference, delegation)
    if limit is None:
        held = rounds_held(conference, delegation)
        raise Refused(
            f"{name_of(conference, delegation)} has replied {_times(held)} on this item at this "
            "meeting, which is all that is allowed.",
            "The number of rounds can be set (set-reply-limits).",
        )
    return limit


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


class ReplyLimitsSet(Event):
    """How often a delegation may reply, and how long each time, was decided."""

    kind: ClassVar[str] = "reply limits set"

    limits: tuple[timedelta, ...]

    def apply(self, conference: Conference) -> Conference:
        return replace(conference, reply_limits=self.limits)

    def sentence(self, before: Conference) -> str:
        spoken = ", then ".join(say_seconds(one.total_seconds()) for one in self.limits)
        return f"A delegation may reply {_times(len(self.limits))}: {spoken}."


class SetReplyLimits(Command):
    """Set the minutes of each round of replies; their number is how often one may reply."""

    act: ClassVar[str] = "set-reply-limits"

    minutes: Line

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        limits = tuple(_limits(self.minutes))
        shortest, longest = timedelta(minutes=1), timedelta(minutes=LONGEST_MINUTES)
        right = all(one is not None and shortest <= one <= longest for one in limits)
        if not right or not 1 <= len(limits) <= MOST_ROUNDS:
            raise Refused(
                f"The limits of replies are 1 to {MOST_ROUNDS} numbers of minutes, each from 1 to "
                f"{LONGEST_MINUTES}; “{self.minutes}” is not.",
                "Give them like this: 10 5, or 10:00 2:30.",
            )
        return (ReplyLimitsSet(at=at, limits=tuple(one for one in limits if one is not None)),)


def _limits(text: str) -> Iterator[timedelta | None]:
    """The limits as typed, a bare number in minutes; None for each that is none."""
    for word in re.sub(r"(\d)\s+(?=[a-z])", r"\1", text.casefold().replace(",", " ")).split():
        bare = word.isascii() and word.isdigit() and len(word) < 4
        yield timedelta(minutes=int(word)) if bare else length_of(word)


END_OF_DAY = timedelta(minutes=30)
"""How long before the end of the day's last meeting replies are in order."""


def waiting_replies(conference: Conference) -> tuple[ReplyRequest, ...]:
    """The requests before the body that sits, in order of request."""
    return tuple(request for request in conference.replies if request.body is conference.body)


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
    ends = conference.ends_at
    return ends is not None and ends - at.utc <= END_OF_DAY and is_last_of_day(conference, ends)


def is_last_of_day(conference: Conference, ends: datetime) -> bool:
    """Whether none of the meetings left is planned on the same day after one that ends then."""
    today = local(conference, ends).date()
    return not any(
        planned.starts >= ends and local(conference, planned.starts).date() == today
        for planned in conference.planned_left(Body.PLENARY)
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
        require_registered(delegation, "it cannot reply")
        require_seat(delegation, conference.body)
        if any(request.delegation == delegation.id for request in waiting_replies(conference)):
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
        request
        for request in conference.replies
        if (request.delegation, request.body) != (delegation, conference.body)
    )
    return replace(conference, replies=left)


def _find_request(conference: Conference, text: str) -> ReplyRequest:
    """The request that `text` names by its number as shown, or its delegation; or `Refused`."""
    waiting, number = waiting_replies(conference), bare_number(text)
    if number is not None and 1 <= number <= len(waiting):
        return waiting[number - 1]
    delegation = find_delegation(conference, text)
    for request in waiting:
        if request.delegation == delegation.id:
            return request
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
