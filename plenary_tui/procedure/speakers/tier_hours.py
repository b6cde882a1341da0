"""Hearing a tier from an hour on, whatever stands before it; and going back to the order of tiers.

How time permits for civil society (rule 18) is thereby a decision that is recorded, and not left to
how far the list happens to come. What it does to the order is in `order`.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.calendar import (
    local,
    ordinal,
    read_time,
    say_hour,
    say_moment,
)
from plenary_tui.procedure.ground.called import title_of
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.speakers.lists import of_body
from plenary_tui.procedure.speakers.order import tier_hours_left
from plenary_tui.procedure.state.conference import Conference, SpeakersList
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Tier


class TierHourSet(Event):
    """From `starts` on, in that meeting, those of a tier are called before the others.

    It takes the place of an earlier decision on the same tier of the list.
    """

    kind: ClassVar[str] = "tier turn set"

    item: str
    body: Body
    tier: Tier
    starts: datetime
    meeting: int
    decision: str = ""

    def apply(self, conference: Conference) -> Conference:
        speakers = conference.list_of(self.item, self.body)
        hour = TierHour(self.tier, self.starts, self.meeting, self.decision)
        others = tuple(other for other in speakers.tier_hours if other.tier is not self.tier)
        return conference.with_list(replace(speakers, tier_hours=(*others, hour)))

    def sentence(self, before: Conference) -> str:
        why = f" ({self.decision})" if self.decision else ""
        hour = say_hour(before, self.starts, self.at.utc)
        return (
            f"From {hour} on, {self.tier} are called before the others on the list for "
            f"item {self.item}{of_body(self.body)}, in the {ordinal(self.meeting)} meeting{why}."
        )


class TierHoursEnded(Event):
    """Tiers of a list are heard in the order of tiers again."""

    kind: ClassVar[str] = "tier turns ended"

    item: str
    body: Body
    tiers: tuple[Tier, ...]
    decision: str = ""

    def apply(self, conference: Conference) -> Conference:
        speakers = conference.list_of(self.item, self.body)
        left = tuple(hour for hour in speakers.tier_hours if hour.tier not in self.tiers)
        return conference.with_list(replace(speakers, tier_hours=left))

    def sentence(self, before: Conference) -> str:
        why = f" ({self.decision})" if self.decision else ""
        return (
            f"{', '.join(self.tiers)} on the list for item {self.item}{of_body(self.body)} are "
            f"heard in the order of tiers again{why}."
        )


class HearTierAt(Command):
    """Decide that a tier is heard from a time on, whatever stands before it."""

    act: ClassVar[str] = "hear-tier-at"

    tier: Tier
    at: Line
    item: Line = ""
    decision: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item = find_item(conference, self.item)
        _require_plenary(conference)
        speakers = conference.list_of(item.symbol, Body.PLENARY)
        starts = read_time(conference, self.at, at.utc)
        if starts < at.utc.replace(second=0, microsecond=0):
            raise Refused(f"{say_moment(conference, starts)} is past.", "Give a later time.")
        meeting = _meeting_at(conference, starts)
        left = tier_hours_left(conference, speakers)
        if self.tier is Tier.STATES:
            raise Refused(
                "States are heard first already.",
                "Name IGOs or NGOs; to end a decision that hears them first, use hear-in-order.",
            )
        if any((hour.tier, hour.starts) == (self.tier, starts) for hour in left):
            raise Refused(
                f"{self.tier} are heard from {local(conference, starts):%H:%M} on already.",
                "Give another time, or end that decision (hear-in-order).",
            )
        return (
            TierHourSet(
                at=at,
                item=item.symbol,
                body=speakers.body,
                tier=self.tier,
                starts=starts,
                meeting=meeting,
                decision=self.decision,
            ),
        )


class HearInOrder(Command):
    """End a decision to hear a tier from a time on: the order of tiers holds again."""

    act: ClassVar[str] = "hear-in-order"

    item: Line = ""
    tier: Tier | None = None
    decision: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item = find_item(conference, self.item)
        _require_plenary(conference)
        speakers = conference.list_of(item.symbol, Body.PLENARY)
        tiers = _decided(conference, speakers, self.tier)
        if not tiers:
            whom = f" for {self.tier}" if self.tier is not None else ""
            raise Refused(
                f"The list for item {item.symbol} is called in the order of tiers already{whom}.",
                "There is no decision to end.",
            )
        return (
            TierHoursEnded(
                at=at,
                item=item.symbol,
                body=speakers.body,
                tiers=tiers,
                decision=self.decision,
            ),
        )


def _decided(conference: Conference, speakers: SpeakersList, tier: Tier | None) -> tuple[Tier, ...]:
    left = tier_hours_left(conference, speakers)
    return tuple(hour.tier for hour in left if tier is None or hour.tier is tier)


def _require_plenary(conference: Conference) -> None:
    if conference.plenary is not None:
        raise Refused(
            "The Committee of the Whole is sitting, where no tier waits behind another; the "
            "order on the plenary's lists stays as it was left.",
            "Decide it when the plenary resumes.",
        )


def _meeting_at(conference: Conference, moment: datetime) -> int:
    """The number of the meeting that sits at that moment, as planned; raises `Refused`."""
    meeting = conference.sitting_of(Body.PLENARY)
    if meeting is not None and (meeting.ends_at is None or moment < meeting.ends_at):
        return meeting.number
    for planned in conference.planned_left(Body.PLENARY):
        if planned.starts <= moment < planned.ends:
            return planned.number
    if meeting is not None and meeting.ends_at is not None:
        raise Refused(
            f"No meeting sits at {say_moment(conference, moment)}: the {title_of(meeting)} ends "
            f"at {local(conference, meeting.ends_at):%H:%M}.",
            "Give an earlier time, or a later end first (set-meeting-end).",
        )
    raise Refused(
        f"No meeting is planned for {say_moment(conference, moment)}.",
        "Give a time within a meeting.",
    )
