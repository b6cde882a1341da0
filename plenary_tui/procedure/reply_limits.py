"""How long each round of replies may last, and how many rounds a delegation has (rule 27)."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from plenary_tui.procedure.act import Command, Event, Refused
from plenary_tui.procedure.calendar import say_seconds
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.frozen import replace
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.text import Line
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import FloorKind

MOST_ROUNDS = 5
LONGEST_MINUTES = 60
"""Limits beyond these are taken for slips of the hand."""


def rounds_held(conference: Conference, delegation: str) -> int:
    """How often a delegation has replied on the current item at this meeting."""
    meeting = conference.meeting
    where = (meeting.number if meeting else None, conference.body, conference.item)
    return sum(
        one.kind is FloorKind.REPLY
        and one.started_at is not None
        and one.delegation == delegation
        and (one.meeting, one.body, one.item) == where
        for one in conference.statements
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
        words = self.minutes.replace(",", " ").split()
        rounds = [int(one) for one in words if one.isascii() and one.isdigit() and len(one) < 4]
        right = len(rounds) == len(words) and all(1 <= one <= LONGEST_MINUTES for one in rounds)
        if not right or not 1 <= len(rounds) <= MOST_ROUNDS:
            raise Refused(
                f"The limits of replies are 1 to {MOST_ROUNDS} numbers of minutes, each from 1 to "
                f"{LONGEST_MINUTES}; “{self.minutes}” is not.",
                "Give them like this: 10 5.",
            )
        limits = tuple(timedelta(minutes=one) for one in rounds)
        return (ReplyLimitsSet(at=at, limits=limits),)
