"""What has been heard and decided, in the order of time: of an item, a meeting, a day, or all.

Statements and replies, points of order, motions and actions on drafts, each in its place. Nothing
is worded here, so that thousands are put in order at once; a row is worded when it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Literal, NamedTuple

from plenary_tui.procedure.ground.calendar import local, say_day
from plenary_tui.procedure.ground.called import title_numbered
from plenary_tui.procedure.state.conference import Conference, Statement
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import (
    Decision,
    Motion,
    MotionOutcome,
    PointOfOrder,
    Ruling,
)
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, FloorKind

Matter = Statement | PointOfOrder | Ruling | Motion | MotionOutcome | Decision
Kind = Literal["statement", "point", "motion", "decision"]
Key = tuple[Kind, int]
"""What something is known by: a statement or a decision by its number among all, from 1."""

NEVER_BEGAN = "called, its clock never ran"


class Span(StrEnum):
    """How much is looked at."""

    ITEM = "item"
    MEETING = "meeting"
    DAY = "day"
    ALL = "all"


class Happening(NamedTuple):
    """One thing that was said, raised, moved or decided; thousands are made at once.

    Attributes:
        at: when it began, UTC; of a statement whose clock never ran, the call.
    """

    key: Key
    at: datetime
    body: Body
    meeting: int
    item: str | None
    matter: Matter


class Looked(Value, eq=False):
    """What is looked at, in words, and all that happened there."""

    words: str
    happenings: tuple[Happening, ...]


def happenings(conference: Conference) -> tuple[Happening, ...]:
    """All that happened, in the order in which it began."""
    return tuple(sorted(_all(conference), key=attrgetter("at")))


def _all(conference: Conference) -> Iterator[Happening]:
    for number, one in enumerate(conference.statements, start=1):
        began = one.started_at or one.called_at
        yield Happening(("statement", number), began, one.body, one.meeting, one.item, one)
    points: tuple[Ruling | PointOfOrder, ...] = (*conference.rulings, *conference.points)
    for matter in points:
        point = matter.point if isinstance(matter, Ruling) else matter
        raised = point.raised_at.utc
        key: Key = ("point", point.number)
        yield Happening(key, raised, point.body, point.meeting, point.item, matter)
    motions: tuple[MotionOutcome | Motion, ...] = (*conference.outcomes, *conference.motions)
    for moved in motions:
        motion = moved.motion if isinstance(moved, MotionOutcome) else moved
        key = ("motion", motion.number)
        yield Happening(key, motion.moved_at, motion.body, motion.meeting, motion.item, moved)
    for number, taken in enumerate(conference.decisions, start=1):
        key = ("decision", number)
        yield Happening(key, taken.decided_at, taken.body, taken.meeting, taken.item, taken)


def same_happenings(one: Conference, other: Conference) -> bool:
    """Whether the same has happened in both, as far as this page shows it."""
    return all(was is now for was, now in zip(_shown(one), _shown(other), strict=True))


def _shown(conference: Conference) -> tuple[object, ...]:
    return (
        *(conference.statements, conference.rulings, conference.points, conference.outcomes),
        *(conference.motions, conference.decisions, conference.delegations, conference.items),
        *(conference.documents, conference.meeting, conference.item),
    )


def looked_at(
    conference: Conference, found: tuple[Happening, ...], span: Span, now: Instant
) -> Looked:
    """What of all that happened is looked at."""
    match span:
        case Span.ALL:
            return Looked("the whole conference", found)
        case Span.DAY:
            return _day(conference, found, now)
        case Span.MEETING:
            return _meeting(conference, found)
        case Span.ITEM:
            return _item(conference, found)


def _day(conference: Conference, found: tuple[Happening, ...], now: Instant) -> Looked:
    """The day of the meeting that sits, else today; the last day, before anything is heard on it.

    What is heard after midnight belongs to the day on which its meeting was opened, as in a record.
    """
    days = {(one.meeting, one.body): _date(conference, one.at) for one in reversed(found)}
    meeting = conference.meeting
    sat = (*conference.meetings, *((meeting,) if meeting is not None else ()))
    days |= {(one.number, one.body): _date(conference, one.opened_at) for one in sat}
    day = _date(conference, now.utc)
    if meeting is not None and meeting.is_open:
        day = days[meeting.number, meeting.body]
    if found and not any(days[one.meeting, one.body] == day for one in found):
        day = days[found[-1].meeting, found[-1].body]
    there = tuple(one for one in found if days[one.meeting, one.body] == day)
    return Looked(say_day(day), there)


def _date(conference: Conference, moment: datetime) -> date:
    return local(conference, moment).date()


def _meeting(conference: Conference, found: tuple[Happening, ...]) -> Looked:
    """The meeting that sits or sat last."""
    meeting = conference.meeting
    if meeting is None:
        return Looked("no meeting opened yet", ())
    which = meeting.number, meeting.body
    there = tuple(one for one in found if (one.meeting, one.body) == which)
    return Looked(title_numbered(*which), there)


def _item(conference: Conference, found: tuple[Happening, ...]) -> Looked:
    """The item before the meeting, else the one on which something was heard last."""
    symbol = conference.item or next((one.item for one in reversed(found) if one.item), None)
    if symbol is None:
        return Looked("no item taken up yet", ())
    item = conference.item_named(symbol)
    words = f"item {symbol}{f', {item.title}' if item is not None else ''}"
    return Looked(words, tuple(one for one in found if one.item == symbol))


def kind_words(one: Statement) -> tuple[str, str]:
    """What kind of statement it is, in long and in short; "" for one from a list."""
    if one.started_at is None and one.whose:
        return NEVER_BEGAN, "not begun"
    if one.kind is FloorKind.REPLY:
        return "right of reply", "reply"
    if one.entry is not None and one.entry.explains is not None:
        return f"explanation {one.entry.explains}", "expl."
    return "", ""
