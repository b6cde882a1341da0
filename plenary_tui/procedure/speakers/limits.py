"""Limits of statements: three minutes for every tier unless a decision says otherwise (rule 10).

Replies have limits of their own: `floor/replies.py`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.as_typed import Seconds
from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.state.conference import Conference, TimeLimit
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Delivery, Tier

LONGEST_SECONDS = 3600
"""A longer limit is taken for a slip of the hand."""


def limit_for(conference: Conference, item: str | None, tier: Tier) -> timedelta:
    """The time limit of a statement: the most specific decision, of those the latest."""
    best, weight = conference.policies.limit, -1
    for decision in conference.limits:
        if decision.item not in (None, item) or decision.tier not in (None, tier):
            continue
        specific = 2 * (decision.item is not None) + (decision.tier is not None)
        if specific >= weight:
            best, weight = decision.limit, specific
    return best


def overlong_video(
    delivery: Delivery, length: timedelta, limit: timedelta | None
) -> tuple[str, str] | None:
    """Why a video is too long for its limit, and what to do; None if it is not (rule 22)."""
    if delivery is not Delivery.VIDEO or limit is None or length <= limit:
        return None
    return (
        f"The video statement is {say_seconds(length.total_seconds())} long and the time limit is "
        f"{say_seconds(limit.total_seconds())}.",
        "Ask for a shorter file, or give a reason to take it as it is.",
    )


class LimitSet(Event):
    """The time limit was decided, for an item or all, for a tier or all."""

    kind: ClassVar[str] = "limit set"

    limit: TimeLimit

    def apply(self, conference: Conference) -> Conference:
        moments = replace(conference.moments, limit_set=self.at.utc)
        return replace(conference, limits=(*conference.limits, self.limit), moments=moments)

    def sentence(self, before: Conference) -> str:
        item = f" on item {self.limit.item}" if self.limit.item else ""
        tier = f" for {self.limit.tier}" if self.limit.tier else ""
        why = f" ({self.limit.decision})" if self.limit.decision else ""
        spoken = say_seconds(self.limit.limit.total_seconds())
        return f"The time limit{item}{tier} is {spoken}{why}."


class SetLimit(Command):
    """Set the time limit of the statements to come; who has the floor keeps the old one."""

    act: ClassVar[str] = "set-limit"

    seconds: Seconds
    item: Line = ""
    tier: Tier | None = None
    decision: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if not 1 <= self.seconds <= LONGEST_SECONDS:
            raise Refused(
                f"A time limit is from 1 to {LONGEST_SECONDS} seconds; {self.seconds} is not."
            )
        item = find_item(conference, self.item).symbol if self.item else None
        limit = TimeLimit(timedelta(seconds=self.seconds), item, self.tier, self.decision)
        return (LimitSet(at=at, limit=limit),)
