"""A list is carried over: it goes on in the item's next meeting, order intact."""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.speakers.lists import of_body
from plenary_tui.procedure.state.conference import Conference, SpeakersList
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body


class ListCarriedOver(Event):
    """A list continues in the item's next meeting, order intact."""

    kind: ClassVar[str] = "list carried over"

    item: str
    body: Body
    meeting: int

    def apply(self, conference: Conference) -> Conference:
        speakers = conference.list_of(self.item, self.body)
        return conference.with_list(replace(speakers, carried_to=self.meeting))

    def sentence(self, before: Conference) -> str:
        waiting = len(before.list_of(self.item, self.body).waiting)
        return (
            f"The list for item {self.item}{of_body(self.body)} ({waiting} waiting) is carried "
            f"over to the {ordinal(self.meeting)} meeting, order intact."
        )


class CarryOver(Command):
    """Carry a list over to the item's next meeting (rules 15 and 18)."""

    act: ClassVar[str] = "carry-over"

    item: Line = ""
    body: Body | None = None

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item = find_item(conference, self.item)
        speakers = conference.list_of(item.symbol, self.body or conference.body)
        if not speakers.waiting:
            raise Refused(
                f"Nobody waits on the list for item {item.symbol}.",
                "There is nothing to carry over.",
            )
        meeting = _next_meeting(conference, speakers)
        if speakers.carried_to == meeting:
            raise Refused(
                f"The list for item {item.symbol} is carried over to the {ordinal(meeting)} "
                "meeting already."
            )
        return (ListCarriedOver(at=at, item=item.symbol, body=speakers.body, meeting=meeting),)


def _next_meeting(conference: Conference, speakers: SpeakersList) -> int:
    """The number of the next meeting planned for the list's item, else of the body's next."""
    for planned in conference.planned_next(speakers.body):
        if speakers.item in planned.items:
            return planned.number
    return conference.last_number(speakers.body) + 1
