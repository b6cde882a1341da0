"""The meetings before the one that is rehearsed, as they might have been held.

A rehearsal of a later meeting begins with what would be left of the list by then, and with a
forecast that has heard statements. So the earlier meetings are played: each is opened and adjourned
at its hours, items without a list are dealt with shortly, and a list is heard one after the other
at the steady pace of a room that overruns a little. On the first morning some more NGOs are
inscribed, as long as their list is open. All of it is made up, of sample data, and always the same.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle

from plenary_tui.procedure.floor.giving import EndStatement, GiveFloor
from plenary_tui.procedure.floor.statement import StartClock
from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ledger import EMPTY
from plenary_tui.procedure.meetings.agenda import (
    ConcludeItem,
    IntroduceItem,
    OpenFloor,
    SecretariatStatement,
    TakeUpItem,
)
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.meetings.meeting import AdjournMeeting
from plenary_tui.procedure.meetings.opening import OpenMeeting
from plenary_tui.procedure.speakers.inscription import Inscribe
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.state.conference import Conference, PlannedMeeting
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import ItemKind, Tier

SHARES = (0.93, 1.08, 1.01, 1.12, 0.97, 1.04, 1.1, 0.96, 1.06, 0.98)
"""What statements use of their limit, one after the other; 1.025 on average."""
CHANGEOVERS = (28, 40, 33, 45, 36, 38, 30, 42)
"""Seconds from a call to the start of the statement, one after the other; 36.5 on average."""
SHORT_ITEM = timedelta(minutes=10)
"""What an item without a list takes in a meeting that hears one."""
INSCRIBED_EVERY = timedelta(minutes=9)
"""How often another NGO is inscribed in the first meeting, while its list is open."""


STRIDE = 37
"""How many NGOs further in the alphabet the next one is that is inscribed."""


def hold_before(convened: ConferenceConvened, number: int) -> tuple[Event, ...]:
    """The events of all meetings planned before that one; () for the first."""
    played = _Played(replace(convened.apply(EMPTY), seq=1))
    for planned in convened.programme:
        if planned.number < number:
            _hold(played, planned)
    return tuple(played.events)


@dataclass
class _Played:
    """A conference, the events that were played in it, and how its speakers go on."""

    conference: Conference
    events: list[Event] = field(default_factory=list)
    shares: cycle[float] = field(default_factory=lambda: cycle(SHARES))
    changeovers: cycle[int] = field(default_factory=lambda: cycle(CHANGEOVERS))

    def do(self, command: Command, moment: datetime) -> None:
        """Do an act at a moment; raises `Refused`."""
        for event in command.decide(self.conference, Instant(moment, 0.0, "")):
            self.events.append(event)
            # Numbers of entries are made from the row they are in; the first is the convening's.
            self.conference = replace(event.apply(self.conference), seq=len(self.events) + 1)


def _hold(played: _Played, planned: PlannedMeeting) -> None:
    """One meeting, from its opening to its adjournment; nothing of it if it cannot be opened."""
    now = planned.starts
    try:
        played.do(OpenMeeting(number=planned.number), now)
    except Refused:
        return
    listed = [one for one in planned.items if _waiting(played, one)]
    others = [one for one in planned.items if one not in listed]
    length = SHORT_ITEM if listed else (planned.ends - now) / max(1, len(others))
    for symbol in others:
        _consider(played, symbol, now, now + length)
        now += length
    for symbol in listed:
        now = _hear(played, symbol, now, planned)
    with suppress(Refused):
        played.do(AdjournMeeting(), max(now, planned.ends))


def _waiting(played: _Played, symbol: str) -> int:
    conference = played.conference
    return len(conference.list_of(symbol, conference.body).waiting)


def _consider(played: _Played, symbol: str, begins: datetime, ends: datetime) -> None:
    """An item without a list: taken up, through its stages, and concluded."""
    stages: tuple[Command, ...] = (TakeUpItem(item=symbol), IntroduceItem())
    item = played.conference.item_named(symbol)
    if item is not None and item.kind is ItemKind.THEMATIC:
        stages = (*stages, SecretariatStatement(), OpenFloor())
    with suppress(Refused):
        for stage in stages:
            played.do(stage, begins)
        played.do(ConcludeItem(), ends)


def _hear(played: _Played, symbol: str, now: datetime, planned: PlannedMeeting) -> datetime:
    """Those on a list, until it is done or the meeting is about to end; when that is."""
    with suppress(Refused):
        if played.conference.item != symbol:
            played.do(TakeUpItem(item=symbol), now)
        played.do(OpenFloor(), now)
    inscribed = now
    try:
        while _waiting(played, symbol):
            played.do(GiveFloor(), now)
            floor = played.conference.floor
            assert floor is not None and floor.entry is not None
            limit = limit_for(played.conference, symbol, floor.entry.tier)
            started = now + timedelta(seconds=next(played.changeovers))
            played.do(StartClock(), started)
            now = started + timedelta(seconds=round(limit.total_seconds() * next(played.shares)))
            if planned is _first(played) and now - inscribed >= INSCRIBED_EVERY:
                inscribed += INSCRIBED_EVERY
                _inscribe_one(played, symbol, now)
            if now + limit > planned.ends:
                break
    except Refused:
        pass
    with suppress(Refused):
        played.do(EndStatement(), now)
    return now


def _first(played: _Played) -> PlannedMeeting:
    return played.conference.programme[0]


def _inscribe_one(played: _Played, symbol: str, now: datetime) -> None:
    """Another NGO, from anywhere in the alphabet, is inscribed; refused once the list is closed."""
    conference = played.conference
    speakers = conference.list_of(symbol, conference.body)
    waiting = {one.delegation for one in speakers.waiting}
    others = [
        one
        for one in conference.delegations
        if one.tier is Tier.NGOS and one.registered and one.id not in waiting
    ]
    if not others:
        return
    number = len(speakers.queue(Tier.NGOS).waiting) + 1
    with suppress(Refused):
        played.do(
            Inscribe(
                delegation=others[number * STRIDE % len(others)].id,
                item=symbol,
                speaker=f"Sample Speaker {number}",
                function="Director",
            ),
            now,
        )
