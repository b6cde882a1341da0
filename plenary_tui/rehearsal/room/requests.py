"""What delegations ask for meanwhile: to be inscribed, to reply, to raise a point of order."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.procedure.floor.points import RaisePoint
from plenary_tui.procedure.floor.replies import RequestReply, reply_limit, waiting_replies
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.taking_part import PARTIES
from plenary_tui.procedure.speakers.inscription import Inscribe
from plenary_tui.procedure.speakers.lists import is_open
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    Floor,
    Meeting,
)
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import (
    Body,
    FloorKind,
    ItemKind,
    Language,
    Phase,
    Stage,
    Tier,
)
from plenary_tui.rehearsal.room.dice import Dice
from plenary_tui.rehearsal.room.habits import Habits
from plenary_tui.rehearsal.room.speaking import Speakers

FUNCTIONS = {
    Tier.STATES: "Permanent Representative",
    Tier.IGOS: "Representative",
    Tier.NGOS: "Director",
}
SIGNALS = 40.0
"""So many times more often is the floor asked for once a thematic item is introduced (rule 21)."""
SIGNALS_LATER = 0.5
"""And so many times as often when the floor is open on it."""


class Asking:
    """What the delegations of a room of certain habits ask for."""

    def __init__(self, habits: Habits, dice: Dice) -> None:
        self.habits, self.dice = habits, dice
        self.speakers = Speakers(habits, dice)

    def interruption(self, conference: Conference, floor: Floor) -> tuple[float, Command] | None:
        """What a State asks for in the middle of another's statement, and in how many seconds of
        its speaking; None if nothing, or if it was asked for. It interrupts once at most."""
        entry, begun = floor.entry, floor.clock.started
        if entry is None or begun is None or floor.phase is not Phase.SPEAKING:
            return None
        if floor.kind is not FloorKind.STATEMENT or entry.tier is not Tier.STATES:
            return None
        habits, raised = self.habits, [one.raised_at.utc for one in conference.points[-1:]]
        raised += [one.point.raised_at.utc for one in conference.rulings[-1:]]
        asked = [one.requested_at for one in conference.replies[-1:]]
        length = self.speakers.length(conference, floor, begun)
        moment = length * self.dice.about("interrupted", entry.id).uniform(0.2, 0.9)
        if self.dice.happens(habits.point, "point", entry.id) and _before(raised, begun):
            who = self._party(conference, entry, "point")
            return (moment, RaisePoint(delegation=who.id)) if who else None
        if self.dice.happens(habits.reply, "reply", entry.id) and _before(asked, begun):
            who = self._party(conference, entry, "reply")
            waits = {one.delegation for one in waiting_replies(conference)}
            if who is None or who.id in waits or reply_limit(conference, who.id) is None:
                return None
            return moment, RequestReply(delegation=who.id, to=_short_name(conference, entry))
        return None

    def inscriptions(
        self, conference: Conference, meeting: Meeting, at: Instant
    ) -> list[tuple[datetime, Tier]]:
        """By tier, when the next delegation asks to be inscribed while the list is open."""
        item = conference.current_item
        if item is None or conference.body is not Body.PLENARY:
            return []
        often = _eagerness(item)
        speakers, coming = conference.list_of(item.symbol, Body.PLENARY), []
        since = max(meeting.opened_at, conference.last_at or at.utc)
        for tier in Tier:
            rate = often * self.habits.of(tier).late / 3600
            if rate <= 0:
                continue
            about = ("asks", meeting.number, item.symbol, item.stage.name, tier.name)
            moment = self._next_arrival(meeting.opened_at, since, rate, *about)
            if is_open(conference, speakers, tier, moment):
                coming.append((moment, tier))
        return coming

    def inscribe(self, conference: Conference, tier: Tier) -> Command | None:
        """The inscription of one that asks for it; None if all of the tier have spoken or wait."""
        item = conference.item
        assert item is not None
        speakers = conference.list_of(item, Body.PLENARY)
        there = {entry.delegation for entry in speakers.queue(tier).waiting}
        heard = (statement.entry for statement in conference.statements_on(speakers))
        there.update(entry.delegation for entry in (*heard, conference.entry_with_floor) if entry)
        free = [
            one
            for one in conference.delegations
            if one.tier is tier and one.registered and one.id not in there
        ]
        if not free:
            return None
        drawn = self.dice.about("inscribed", item, tier.name, len(there))
        who = drawn.choice(free)
        number = drawn.randint(1, 999)
        return Inscribe(
            delegation=who.id,
            speaker=f"Sample Speaker {number}" if tier is Tier.NGOS else "",
            function=FUNCTIONS[tier],
            language=drawn.choice(tuple(Language)),
        )

    def _next_arrival(
        self, opened: datetime, since: datetime, rate: float, *about: object
    ) -> datetime:
        """The first arrival after a moment, of those that come at a rate a second."""
        drawn, moment = self.dice.about(*about), opened
        while moment <= since:
            moment += timedelta(seconds=drawn.expovariate(rate))
        return moment

    def _party(self, conference: Conference, entry: Entry, what: str) -> Delegation | None:
        """Some party other than that of an entry."""
        others = [
            one
            for one in conference.delegations
            if one.participant in PARTIES and one.registered and one.id != entry.delegation
        ]
        return self.dice.about(what, "whose", entry.id).choice(others) if others else None


def _eagerness(item: AgendaItem) -> float:
    """How many times more often than on an item with a list of its own the floor is asked for."""
    if item.stage.over:
        return 0.0
    match item.stage:
        case Stage.NOT_TAKEN_UP:
            return 1.0 if item.kind is ItemKind.GENERAL_DISCUSSION else 0.0
        case Stage.FLOOR_OPEN:
            return SIGNALS_LATER if item.kind is ItemKind.THEMATIC else 1.0
        case _:
            return SIGNALS


def _before(moments: list[datetime], begun: Instant) -> bool:
    """Whether all of them lie before somebody began."""
    return all(moment < begun.utc for moment in moments)


def _short_name(conference: Conference, entry: Entry) -> str:
    delegation = conference.delegation(entry.delegation)
    return delegation.name if delegation else ""
