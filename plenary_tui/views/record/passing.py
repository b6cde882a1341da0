"""How the lists went against the clock: what the forecast promised, what came, who waited when.

The state knows neither; the rows are folded again, and the forecast asked once for each list and
meeting, as it stood when the first was called there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from plenary_tui.forecast.forecast import forecast
from plenary_tui.procedure.floor.giving import FloorGiven, StatementEnded
from plenary_tui.procedure.ground.done import Record
from plenary_tui.procedure.ledger import EMPTY
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import Body, FloorKind
from plenary_tui.views.public.view import View
from plenary_tui.views.record.scope import Chosen


class Kept(View):
    """When a statement was promised to begin, and when it began."""

    promised_at: datetime
    came_at: datetime

    @property
    def late(self) -> float:
        """By how many seconds it came later than promised; below 0 if sooner."""
        return (self.came_at - self.promised_at).total_seconds()


class Waiting(View):
    """How many waited on a list at a moment."""

    at: datetime
    count: int


class Passage(View):
    """How a list went at a meeting, from its first call there on.

    Attributes:
        promised: how many of those who waited then were expected at this meeting.
        to_come: how many of them wait still, for the meeting goes on.
        kept: those of them that were heard there, in order of delivery.
        came_since: how many more were heard there.
        waiting: at the first call, and after each statement.
        ends_at: when the meeting was to end, as of its first call; None where it had no end.
    """

    meeting: int
    body: Body
    item: str
    promised: int
    kept: tuple[Kept, ...]
    came_since: int
    waiting: tuple[Waiting, ...]
    ends_at: datetime | None
    to_come: int = 0

    @property
    def failed(self) -> int:
        """How many were promised and did not come, nor can come any more at that meeting."""
        return self.promised - len(self.kept) - self.to_come


@dataclass
class _Going:
    """A passage while it goes on; `expected` by entry."""

    expected: dict[int, datetime]
    ends_at: datetime | None
    waiting: list[Waiting]
    kept: list[Kept] = field(default_factory=list)
    came_since: int = 0


def passages(in_force: Iterable[Record], chosen: Chosen) -> tuple[Passage, ...]:
    """How each list went at each meeting that is recorded, in the order of their first calls."""
    found: dict[tuple[Body, int, str], _Going] = {}
    conference = EMPTY
    for record in in_force:
        event, before = record.event, conference
        conference = event.apply(before)
        if isinstance(event, FloorGiven) and event.floor is FloorKind.STATEMENT:
            key = _key(before)
            if key is not None and key not in found and chosen.holds(key[:2], key[2]):
                found[key] = _begun(before, event)
        elif isinstance(event, StatementEnded):
            key = _key(before)
            if key is not None and (going := found.get(key)) is not None:
                _go_on(going, conference)
    return tuple(
        Passage(
            meeting=number,
            body=body,
            item=item,
            promised=len(going.expected),
            kept=tuple(going.kept),
            came_since=going.came_since,
            waiting=tuple(going.waiting),
            ends_at=going.ends_at,
            to_come=_to_come(conference, body, number, item, going),
        )
        for (body, number, item), going in found.items()
    )


def _to_come(conference: Conference, body: Body, number: int, item: str, going: _Going) -> int:
    """How many of those who were expected wait still, or speak, at a meeting that goes on."""
    sitting = conference.sitting_of(body)
    if sitting is None or sitting.number != number:
        return 0
    left = {entry.id for entry in conference.list_of(item, body).waiting}
    if conference.entry_with_floor is not None:
        left.add(conference.entry_with_floor.id)
    return len(left & going.expected.keys())


def _key(conference: Conference) -> tuple[Body, int, str] | None:
    """The body, meeting and item that are on; None while none is."""
    if conference.sitting is None or conference.item is None:
        return None
    return conference.body, conference.sitting.number, conference.item


def _begun(conference: Conference, event: FloorGiven) -> _Going:
    """A list at its first call: what is promised to whom."""
    reckoned = forecast(conference, event.at)
    expected = {
        one.entry: one.expected
        for one in reckoned.entries
        if one.expected is not None and one.meeting == reckoned.meeting
    }
    speakers = conference.current_list
    count = len(speakers.waiting) if speakers is not None else 0
    return _Going(expected, conference.ends_at, [Waiting(at=event.at.utc, count=count)])


def _go_on(going: _Going, conference: Conference) -> None:
    """After a statement: when it came, and who waits now."""
    one = conference.statements[-1]
    if one.kind is not FloorKind.STATEMENT or one.entry is None or one.started_at is None:
        return
    promised = going.expected.get(one.entry.id)
    if promised is None:
        going.came_since += 1
    else:
        going.kept.append(Kept(promised_at=promised, came_at=one.started_at))
    speakers = conference.current_list
    if speakers is not None:
        going.waiting.append(Waiting(at=one.ended_at, count=len(speakers.waiting)))
