"""Who waits changes places within the tier: moved for a reason, or swapped by consent."""

from __future__ import annotations

from typing import Annotated, ClassVar

from plenary_tui.procedure.ground.act import (
    Command,
    ConfirmableCommand,
    Event,
    Refused,
    Remedy,
)
from plenary_tui.procedure.ground.as_typed import as_text
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.speakers.inscription import whose
from plenary_tui.procedure.speakers.lists import (
    place_of,
    require_standing,
    with_entry,
    without_entry,
)
from plenary_tui.procedure.speakers.numbering import (
    find_entry,
    place_words,
    read_place,
)
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import field, replace
from plenary_tui.procedure.state.text import AsTyped, Line
from plenary_tui.procedure.state.timing import Instant


class Moved(Event):
    """An entry was moved by hand within its tier; `place` counts from 0."""

    kind: ClassVar[str] = "moved"

    entry: int
    place: int
    reason: str

    def apply(self, conference: Conference) -> Conference:
        found = conference.find_entry(self.entry)
        assert found is not None
        speakers, entry = found
        moved = replace(entry, moved_because=self.reason)
        return conference.with_list(with_entry(without_entry(speakers, entry), moved, self.place))

    def sentence(self, before: Conference) -> str:
        found = self.apply(before).find_entry(self.entry)
        assert found is not None
        where = place_words(before, *found, self.at)
        return f"{whose(before, self.entry)} was moved to {where}: {self.reason}."


class Move(Command):
    """Move an entry to a position (from 1) in its own tier, for a reason (rule 16)."""

    act: ClassVar[str] = "move"
    means_what_was_seen: ClassVar[bool] = True

    entry: Line
    to: Annotated[Line, AsTyped(as_text)]
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        speakers, entry = find_entry(conference, self.entry, at)
        require_standing(conference, speakers)
        name = name_of(conference, entry.delegation)
        place = read_place(conference, speakers, entry, self.to, at)
        if place_of(speakers.queue(entry.tier), entry.id) == place:
            where = place_words(conference, speakers, entry, at, among=True)
            raise Refused(f"{name} stands at {where} already.")
        if not self.reason:
            raise Refused(
                f"The order is the order of receipt; moving {name} needs a reason.",
                "The reason is recorded and shown.",
                remedy=Remedy.REASON,
            )
        return (Moved(at=at, entry=entry.id, place=place, reason=self.reason),)


class Swapped(Event):
    """Two delegations of one tier exchanged their places, both consenting (rule 29)."""

    kind: ClassVar[str] = "swapped"

    entry: int
    other: int

    def apply(self, conference: Conference) -> Conference:
        found, other = conference.find_entry(self.entry), conference.find_entry(self.other)
        assert found is not None and other is not None
        speakers, queue = found[0], found[0].queue(found[1].tier)
        changed = {
            entry.id: replace(entry, moved_because=f"swapped with {name}, both consenting")
            for entry, name in (
                (found[1], name_of(conference, other[1].delegation)),
                (other[1], name_of(conference, found[1].delegation)),
            )
        }
        instead = {self.entry: changed[self.other], self.other: changed[self.entry]}
        waiting = tuple(instead.get(entry.id, entry) for entry in queue.waiting)
        return conference.with_list(speakers.with_queue(replace(queue, waiting=waiting)))

    def sentence(self, before: Conference) -> str:
        other = before.find_entry(self.other)
        assert other is not None
        their_name = name_of(before, other[1].delegation)
        return f"{whose(before, self.entry)} swapped places with {their_name}, both consenting."


class Swap(ConfirmableCommand):
    """Let two delegations of one tier exchange their places; both must consent (rule 29)."""

    act: ClassVar[str] = "swap"
    means_what_was_seen: ClassVar[bool] = True

    entry: Line
    other: Line = field(name="with")

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        speakers, entry = find_entry(conference, self.entry, at)
        their_list, other = find_entry(conference, self.other, at)
        require_standing(conference, speakers)
        name = name_of(conference, entry.delegation)
        their_name = name_of(conference, other.delegation)
        if entry.id == other.id:
            raise Refused(f"{name} cannot swap places with itself.", "Name another delegation.")
        if (speakers.item, speakers.body) != (their_list.item, their_list.body):
            raise Refused(
                f"{name} and {their_name} wait on different lists.",
                "Places are swapped on one list.",
            )
        if entry.tier is not other.tier:
            raise Refused(
                f"{name} speaks among {entry.tier} and {their_name} among {other.tier}; "
                "places are swapped within a tier.",
                "Name a delegation of the same tier.",
            )
        self.ask(
            f"Both {name} and {their_name} must consent to swap places.",
            "Confirm that both do.",
        )
        return (Swapped(at=at, entry=entry.id, other=other.id),)
