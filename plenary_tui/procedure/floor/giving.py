"""The floor: given in order, or out of order for a reason; and given back.

Nobody is given it for a question to a speaker: there are points of order and rights of reply, each
by status (rule 13).
"""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused, Remedy
from plenary_tui.procedure.ground.called import (
    holder_of_floor,
    in_the_chair,
    person_words,
    role_spoken,
)
from plenary_tui.procedure.ground.naming import find_item, name_of
from plenary_tui.procedure.ground.pending import no_statement, require_no_motion, require_no_point
from plenary_tui.procedure.meetings.meeting import require_in_session
from plenary_tui.procedure.speakers.eligibility import require_seat
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.speakers.lists import with_entry, without_entry
from plenary_tui.procedure.speakers.numbering import find_entry
from plenary_tui.procedure.speakers.order import next_entry
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Entry,
    Floor,
    Person,
    Statement,
    TierQueue,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import ZERO, Instant
from plenary_tui.procedure.state.vocabulary import FloorKind, Phase, Stage


class FloorGiven(Event):
    """The floor was given; the statement begins when the speaker starts, not now.

    `entry` is None for who speaks for no delegation; `limit` None where there is none. `speaker`
    and `function` are those of whoever has no entry, as far as they were said.
    """

    kind: ClassVar[str] = "floor given"

    floor: FloorKind = FloorKind.STATEMENT
    entry: int | None = None
    limit: timedelta | None = None
    out_of_order: str = ""
    speaker: str = ""
    function: str = ""

    def apply(self, conference: Conference) -> Conference:
        if self.entry is None:
            floor = Floor(self.floor, self.at, person=self._person(conference))
            return replace(conference, floor=floor)
        found = conference.find_entry(self.entry)
        assert found is not None
        speakers, entry = found
        floor = Floor(self.floor, self.at, entry, self.limit, out_of_order=self.out_of_order)
        return replace(conference.with_list(without_entry(speakers, entry)), floor=floor)

    def _person(self, conference: Conference) -> Person:
        """Who speaks for no delegation; the President's floor is that of whoever presides."""
        if self.floor is FloorKind.PRESIDENT:
            return in_the_chair(conference.meeting)
        return Person(self.speaker, self.function)

    def sentence(self, before: Conference) -> str:
        if self.entry is None:
            person = self._person(before)
            spoken = role_spoken(self.floor, person)
            who = person_words(person, but=spoken)
            return f"The floor was given to {spoken}{f' ({who})' if who else ''}."
        found = before.find_entry(self.entry)
        assert found is not None
        why = f", out of order: {self.out_of_order}" if self.out_of_order else ""
        return f"The floor was given to {name_of(before, found[1].delegation)}{why}."


class StatementEnded(Event):
    """Whoever had the floor gave it back."""

    kind: ClassVar[str] = "statement ended"

    def apply(self, conference: Conference) -> Conference:
        floor, meeting = conference.floor, conference.meeting
        assert floor is not None and meeting is not None
        started = floor.clock.started
        statement = Statement(
            kind=floor.kind,
            item=conference.item,
            body=conference.body,
            meeting=meeting.number,
            entry=floor.entry,
            called_at=floor.called_at.utc,
            started_at=started.utc if started else None,
            ended_at=self.at.utc,
            elapsed=floor.clock.elapsed(self.at),
            changeover=max(ZERO, started.since(floor.called_at)) if started else ZERO,
            limit=floor.limit,
            calls_to_order=floor.calls_to_order,
            delegation=floor.delegation,
            person=floor.person,
        )
        return replace(conference, floor=None, statements=conference.statements.plus(statement))

    def sentence(self, before: Conference) -> str:
        return f"{holder_of_floor(before)} ended."


class GiveFloor(Command):
    """Give the floor to the next on the list, or to an entry, the President or the Secretariat.

    Also to a rapporteur, the chair of a committee or a guest, by name and function. Ends the
    statement of whoever speaks. Calling out of order needs a reason.
    """

    act: ClassVar[str] = "give-floor"

    entry: Line = ""
    to: FloorKind = FloorKind.STATEMENT
    reason: Line = ""
    name: Line = ""
    function: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        require_no_point(conference)
        if self.to is FloorKind.POINT_OF_ORDER:
            raise Refused("A point of order is raised, not called.", "Record it (raise-point).")
        if self.to is FloorKind.REPLY:
            raise Refused("A reply is granted on request.", "Grant it (grant-reply).")
        ended = end_of_statement(conference, at)
        if self.to is not FloorKind.STATEMENT:
            if self.entry:
                raise Refused(
                    f"The floor goes either to an entry or to the {self.to.value.capitalize()}."
                )
            self._require_person(conference)
            given = FloorGiven(at=at, floor=self.to, speaker=self.name, function=self.function)
            return (*ended, given)
        if self.name or self.function:
            raise Refused(
                "Who speaks for a delegation is part of its entry.", "Edit the entry (edit)."
            )
        require_no_motion(conference)
        item = find_item(conference, None) if self.entry else require_open_floor(conference)
        entry = self._whom(conference, item, at)
        if entry.explains is None or item.stage_in(conference.body) is not Stage.DEBATE_CLOSED:
            require_open_floor(conference)
        delegation = conference.delegation(entry.delegation)
        if delegation is not None:
            require_seat(delegation, conference.body)
        limit = limit_for(conference, item.symbol, entry.tier)
        return (
            *ended,
            FloorGiven(
                at=at, entry=entry.id, limit=limit, out_of_order=self._why(conference, entry, at)
            ),
        )

    def _require_person(self, conference: Conference) -> None:
        """A guest is known by a name or a function; who presides is known already."""
        if self.to is FloorKind.PRESIDENT and (self.name or self.function):
            raise Refused("Who presides is recorded by itself.", "Record it first (preside).")
        if self.to is FloorKind.GUEST and not (self.name or self.function):
            raise Refused("Who the guest is was not said.", "Give a name, or a function.")

    def _whom(self, conference: Conference, item: AgendaItem, at: Instant) -> Entry:
        speakers = conference.list_of(item.symbol, conference.body)
        if not self.entry:
            due = next_entry(conference, at)
            if due is None:
                raise Refused(
                    f"Nobody waits on the list for item {item.symbol}.",
                    "Inscribe a delegation, or conclude the item.",
                )
            return due
        found, entry = find_entry(conference, self.entry, at)
        if (found.item, found.body) != (speakers.item, speakers.body):
            raise Refused(
                f"{name_of(conference, entry.delegation)} waits on the list for item "
                f"{found.item} in the {found.body}, which is not being considered.",
                "Take up that item first (take-up-item).",
            )
        return entry

    def _why(self, conference: Conference, entry: Entry, at: Instant) -> str:
        """Why the call is out of order; "" if it is in order.

        A position is explained when action is taken, wherever its entry stands.
        """
        if entry.explains is not None:
            return self.reason
        due = next_entry(conference, at)
        assert due is not None
        if entry.id == due.id:
            return ""
        if not self.reason:
            raise Refused(
                f"{name_of(conference, due.delegation)} is next; calling "
                f"{name_of(conference, entry.delegation)} is out of order and needs a reason.",
                "The reason is recorded.",
                remedy=Remedy.REASON,
            )
        return self.reason


def end_of_statement(conference: Conference, at: Instant) -> tuple[Event, ...]:
    """What ends the statement of whoever speaks; refused while a called speaker has not begun."""
    floor = conference.floor
    if floor is None:
        return ()
    if floor.phase is Phase.CALLED and floor.kind in (FloorKind.STATEMENT, FloorKind.REPLY):
        raise Refused(
            f"{holder_of_floor(conference)} has been called and has not begun.",
            "Start the clock (start-clock), or mark the delegation as absent (mark-absent)."
            if floor.kind is FloorKind.STATEMENT
            else "Start the clock (start-clock), or take the call back (undo).",
        )
    return (StatementEnded(at=at),)


def require_open_floor(conference: Conference) -> AgendaItem:
    """The current item, on which the floor must be open (rule 21); raises `Refused`."""
    item = find_item(conference, None)
    stage = item.stage_in(conference.body)
    if stage is not Stage.FLOOR_OPEN:
        raise Refused(
            f"The floor is not open on item {item.symbol}; its stage is “{stage.of_current}”.",
            "The President opens the floor first (open-floor).",
        )
    return item


class EndStatement(Command):
    """End the statement of whoever speaks."""

    act: ClassVar[str] = "end-statement"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        if conference.floor is None:
            raise no_statement(conference, "There is no statement to end.")
        require_in_session(conference)
        return end_of_statement(conference, at)


class CallTakenBack(Event):
    """Who was called and had not begun waits again on the list, at the place kept."""

    kind: ClassVar[str] = "call taken back"

    def apply(self, conference: Conference) -> Conference:
        floor, speakers = conference.floor, conference.current_list
        assert floor is not None and floor.entry is not None and speakers is not None
        place = _place_kept(speakers.queue(floor.entry.tier), floor.entry)
        return replace(conference.with_list(with_entry(speakers, floor.entry, place)), floor=None)

    def sentence(self, before: Conference) -> str:
        return f"{holder_of_floor(before)} was called and had not begun, and keeps its place."


def _place_kept(queue: TierQueue, entry: Entry) -> int:
    """Where an entry that was called stood in its tier: first, or behind what precedes it."""
    if entry.moved_because:
        return 0
    unmoved = [(at, other) for at, other in enumerate(queue.waiting) if not other.moved_because]
    place = max((at + 1 for at, other in unmoved if _precedes(other, entry)), default=0)
    if entry.received_at is not None:
        return place
    later = [at for at, other in unmoved if other.received_at is None and other.id > entry.id]
    return min([place, *later])


def _precedes(one: Entry, other: Entry) -> bool:
    """Whether a request stands before another: by number as they came, else by receipt."""
    if one.received_at is None and other.received_at is None:
        return one.id < other.id
    return one.receipt < other.receipt


def freed_floor(conference: Conference, at: Instant) -> tuple[Event, ...]:
    """What leaves the floor free: the statement ends, or a call on the list is taken back."""
    floor = conference.floor
    if floor is not None and floor.phase is Phase.CALLED and floor.kind is FloorKind.STATEMENT:
        return (CallTakenBack(at=at),)
    return end_of_statement(conference, at)
