"""Agenda items: taken up, introduced, the Secretariat's statement, the floor open, concluded.

The floor opens in steps (rule 21): the President introduces an item, the Secretariat speaks, the
President opens the floor. The general discussion and procedural items need no statement of the
Secretariat.
"""

from __future__ import annotations

from typing import ClassVar

from plenary_tui.procedure.ground.act import (
    Command,
    ConfirmableCommand,
    Event,
    OverridableCommand,
    Refused,
)
from plenary_tui.procedure.ground.called import in_the_chair, person_words, role_spoken
from plenary_tui.procedure.ground.drafts import label_of, opening, pending_draft
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.ground.pending import require_no_motion, require_no_point
from plenary_tui.procedure.meetings.meeting import require_free_floor, require_in_session
from plenary_tui.procedure.meetings.quorum import lacks
from plenary_tui.procedure.state.conference import AgendaItem, Conference, Person, PlannedMeeting
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import Line
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, ItemKind, QuorumFor, Stage


def items_left(conference: Conference, planned: PlannedMeeting) -> tuple[AgendaItem, ...]:
    """The items of a planned meeting with which the body that sits is not done, in their order.

    In a rehearsal they begin with the one with which that meeting is rehearsed.
    """
    symbols = planned.items
    if conference.rehearsal and planned.rehearse_item in symbols:
        symbols = symbols[symbols.index(planned.rehearse_item) :]
    items = (conference.item_named(symbol) for symbol in symbols)
    return tuple(
        item for item in items if item is not None and not item.stage_in(conference.body).over
    )


def next_item(conference: Conference) -> AgendaItem | None:
    """The item other than the current one that is taken up next in this meeting; None if none is.

    The Committee of the Whole begins with the one that was before the plenary.
    """
    meeting = conference.sitting_of(Body.PLENARY)
    planned = conference.planned(meeting.number) if meeting is not None else None
    left = items_left(conference, planned) if planned is not None else ()
    if conference.plenary is not None and conference.plenary.item is not None:
        first = conference.item_named(conference.plenary.item)
        if first is not None and not first.stage_in(conference.body).over:
            left = (first, *left)
    return next((item for item in left if item.symbol != conference.item), None)


class ItemTakenUp(Event):
    """An agenda item became the current one."""

    kind: ClassVar[str] = "item taken up"

    item: str

    def apply(self, conference: Conference) -> Conference:
        return replace(conference.turned(self.at.utc), item=self.item)

    def sentence(self, before: Conference) -> str:
        item = before.item_named(self.item)
        return f"Item {self.item}{f', {item.title},' if item else ''} was taken up."


class TakeUpItem(ConfirmableCommand):
    """Make an agenda item the current one."""

    act: ClassVar[str] = "take-up-item"

    item: Line

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        require_in_session(conference)
        if not self.item:
            raise Refused("No agenda item was named.", "Give the symbol of the one to take up.")
        item = find_item(conference, self.item)
        if item.symbol == conference.item:
            raise Refused(f"Item {item.symbol} is the current item already.")
        require_no_point(conference)
        require_free_floor(conference)
        require_no_motion(conference)
        if item.stage_in(conference.body) is Stage.CONCLUDED:
            self.ask(
                f"Item {item.symbol} was concluded.", "Confirm to take it up again all the same."
            )
        return (ItemTakenUp(at=at, item=item.symbol),)


class StageReached(Event):
    """The current item came to a stage, in the body that sits.

    `speaker` and `function` are of whoever spoke for the Secretariat, if that was said.
    """

    kind: ClassVar[str] = "stage reached"

    item: str
    stage: Stage
    speaker: str = ""
    function: str = ""

    def apply(self, conference: Conference) -> Conference:
        item = conference.item_named(self.item)
        assert item is not None
        return conference.turned(self.at.utc).with_item(item.at_stage(self.stage, conference.body))

    def sentence(self, before: Conference) -> str:
        match self.stage:
            case Stage.NOT_TAKEN_UP:
                return f"Item {self.item} is not taken up."
            case Stage.INTRODUCED:
                chair = role_spoken(FloorKind.PRESIDENT, in_the_chair(before.meeting))
                return f"{opening(chair)} introduced item {self.item}."
            case Stage.SECRETARIAT:
                who = person_words(Person(self.speaker, self.function))
                by = f" ({who})" if who else ""
                return f"The Secretariat{by} made its statement on item {self.item}."
            case Stage.FLOOR_OPEN:
                return f"The floor is open on item {self.item}."
            case Stage.DEBATE_ADJOURNED:
                return f"The debate on item {self.item} was adjourned; its list is kept."
            case Stage.DEBATE_CLOSED:
                return f"The debate on item {self.item} was closed; nobody else is heard on it."
            case Stage.CONCLUDED:
                return f"Item {self.item} was concluded."


def _current(conference: Conference) -> tuple[AgendaItem, Stage]:
    """The item that goes on, and its stage; raises `Refused` while a point of order waits."""
    require_in_session(conference)
    require_no_point(conference)
    item = find_item(conference, None)
    return item, item.stage_in(conference.body)


class IntroduceItem(Command):
    """The President introduces the current item."""

    act: ClassVar[str] = "introduce-item"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item, stage = _current(conference)
        if stage is not Stage.NOT_TAKEN_UP:
            raise Refused(f"Item {item.symbol} was introduced already; its stage is “{stage}”.")
        return (StageReached(at=at, item=item.symbol, stage=Stage.INTRODUCED),)


class SecretariatStatement(OverridableCommand):
    """The Secretariat makes its short statement on the current item."""

    act: ClassVar[str] = "secretariat-statement"

    name: Line = ""
    function: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item, stage = _current(conference)
        events: list[Event] = []
        if stage is Stage.NOT_TAKEN_UP:
            why = f"The President has not introduced item {item.symbol}."
            events.append(self.overrule(at, why, "Introduce it first (introduce-item)."))
        elif stage is not Stage.INTRODUCED:
            raise Refused(f"The Secretariat's turn is past; the item's stage is “{stage}”.")
        reached = StageReached(
            at=at,
            item=item.symbol,
            stage=Stage.SECRETARIAT,
            speaker=self.name,
            function=self.function,
        )
        return (*events, reached)


class OpenFloor(OverridableCommand):
    """The President opens the floor on the current item; speakers may be called from now on."""

    act: ClassVar[str] = "open-floor"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item, stage = _current(conference)
        if stage is Stage.FLOOR_OPEN:
            raise Refused(f"The floor is open on item {item.symbol} already.")
        events: list[Event] = []
        if stage is Stage.CONCLUDED:
            why = f"Item {item.symbol} was concluded."
            events.append(self.overrule(at, why, "Give a reason to reopen it."))
        elif stage is Stage.DEBATE_CLOSED:
            why = f"The debate on item {item.symbol} was closed."
            events.append(self.overrule(at, why, "Give a reason to reopen it."))
        elif item.kind is ItemKind.THEMATIC and stage not in (
            Stage.SECRETARIAT,
            Stage.DEBATE_ADJOURNED,
        ):
            missing, act = (
                ("the President's introduction", "introduce-item")
                if stage is Stage.NOT_TAKEN_UP
                else ("the Secretariat's statement", "secretariat-statement")
            )
            why = f"Item {item.symbol} still lacks {missing}."
            events.append(self.overrule(at, why, f"That comes first ({act})."))
        if why := lacks(conference, QuorumFor.DEBATE):
            events.append(self.overrule(at, why, "Count again (count-present), or give a reason."))
        return (*events, StageReached(at=at, item=item.symbol, stage=Stage.FLOOR_OPEN))


class ConcludeItem(ConfirmableCommand):
    """Conclude the current item; those who still wait stay on its list."""

    act: ClassVar[str] = "conclude-item"

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        item, stage = _current(conference)
        if stage is Stage.CONCLUDED:
            raise Refused(f"Item {item.symbol} was concluded already.")
        require_free_floor(conference)
        require_no_motion(conference)
        if item.kind is ItemKind.THEMATIC and stage in (
            Stage.NOT_TAKEN_UP,
            Stage.INTRODUCED,
            Stage.SECRETARIAT,
        ):
            self.ask(
                f"The floor was never opened on item {item.symbol}; its stage is "
                f"“{stage.of_current}”.",
                "Open the floor first, or confirm to conclude the item all the same.",
            )
        if (draft := pending_draft(conference)) is not None:
            self.ask(
                f"{opening(label_of(draft))} is before the meeting, and no action was taken on it.",
                "Adopt, vote, defer or withdraw it first, or confirm to conclude the item.",
            )
        waiting = len(conference.list_of(item.symbol, conference.body).waiting)
        if waiting:
            self.ask(
                f"{waiting} still {'waits' if waiting == 1 else 'wait'} on the list for item "
                f"{item.symbol}.",
                "Carry the list over (carry-over), or confirm to conclude the item all the same.",
            )
        return (StageReached(at=at, item=item.symbol, stage=Stage.CONCLUDED),)
