"""What of a conference is recorded: a meeting, a day, an item, or all of it."""

from __future__ import annotations

from datetime import date

from plenary_tui.procedure.ground.as_typed import Unread, read_day
from plenary_tui.procedure.ground.calendar import local, say_day
from plenary_tui.procedure.ground.called import title_numbered
from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.ground.naming import find_item
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.sittings import Key, Sitting
from plenary_tui.views.wording.tongue import Tongue


class NotRecorded(Explained):
    """What there is no record of."""


class Scope(Value):
    """What was asked for; without anything the last meeting that was adjourned.

    Attributes:
        meeting: the number of a plenary meeting, with the sittings of the Committee of the Whole
            for which it was suspended.
        day, item: as typed; "" if not asked for.
    """

    meeting: int | None = None
    day: str = ""
    item: str = ""
    whole: bool = False


class Chosen(Value):
    """What a scope means in a conference.

    Attributes:
        keys: the meetings that are recorded.
        item: the symbol of the only item that is; None for all.
        words: it in words, e.g. `7th plenary meeting`.
        name: it as part of a file's name, e.g. `meeting-7`.
        options: it as typed on the command line.
    """

    keys: frozenset[Key]
    item: str | None
    words: str
    name: str
    options: tuple[str, ...]

    def holds(self, key: Key, item: str | None) -> bool:
        """Whether what a meeting did on an item is recorded."""
        return key in self.keys and self.item in (None, item)


def choose(conference: Conference, course: Course, scope: Scope) -> Chosen:
    """What a scope means. Raises `NotRecorded`, and `Refused` for an item that is none."""
    if not course.sittings:
        raise NotRecorded(
            "No meeting has been opened yet, so there is nothing to record.",
            "Open one on the podium first.",
        )
    if scope.whole:
        everything = frozenset(one.key for one in course.sittings)
        return Chosen(everything, None, "the whole conference", "conference", ("--all",))
    if scope.item:
        return _item(conference, course, scope.item)
    if scope.day:
        return _day(conference, course, scope.day)
    number = scope.meeting if scope.meeting is not None else _last(course).key[1]
    keys = frozenset(
        one.key
        for one in course.sittings
        if one.key == (Body.PLENARY, number) or one.within == number
    )
    if not keys:
        opened = [one.key[1] for one in course.sittings if one.within is None]
        raise NotRecorded(
            f"The {title_numbered(number, Body.PLENARY)} has not been opened.",
            f"Opened so far: {', '.join(str(one) for one in opened)}.",
        )
    title = title_numbered(number, Body.PLENARY)
    return Chosen(keys, None, title, f"meeting-{number}", ("--meeting", str(number)))


def words_of(chosen: Chosen, conference: Conference, tongue: Tongue) -> str:
    """What was chosen, in words of a language."""
    option, *given = chosen.options
    match option:
        case "--meeting":
            return tongue.meeting(int(given[0]), Body.PLENARY)
        case "--day":
            return tongue.day(date.fromisoformat(given[0]))
        case "--item":
            item = conference.item_named(given[0])
            title = tongue.name(item.title if item is not None else "")
            return tongue.words("Item {symbol}. {title}", symbol=given[0], title=title)
        case _:
            return tongue.words("the whole conference")


def _last(course: Course) -> Sitting:
    """The last plenary meeting that was adjourned, else the one that is open."""
    plenary = [one for one in course.sittings if one.within is None]
    return next((one for one in reversed(plenary) if one.ended_at is not None), plenary[-1])


def _item(conference: Conference, course: Course, typed: str) -> Chosen:
    item = find_item(conference, typed)
    keys = frozenset(one.key for one in course.sittings if item.symbol in one.items)
    if not keys:
        raise NotRecorded(
            f"Item {item.symbol} has not been considered at any meeting.",
            "Name another item, or record a meeting.",
        )
    name = "".join(sign if sign.isalnum() else "-" for sign in item.symbol).strip("-")
    words = f"item {item.symbol}, {item.title}"
    return Chosen(keys, item.symbol, words, f"item-{name}", ("--item", item.symbol))


def _day(conference: Conference, course: Course, typed: str) -> Chosen:
    try:
        day = read_day(typed)
    except Unread as unread:
        raise NotRecorded(f"{unread.what}.", f"Type it as {unread.expected}.") from None
    keys = frozenset(one.key for one in course.sittings if day_of(conference, one) == day)
    if not keys:
        days = sorted({day_of(conference, one) for one in course.sittings})
        raise NotRecorded(
            f"No meeting was opened on {say_day(day)}.",
            f"There were meetings on {', '.join(one.isoformat() for one in days)}.",
        )
    return Chosen(keys, None, say_day(day), day.isoformat(), ("--day", day.isoformat()))


def day_of(conference: Conference, sitting: Sitting) -> date:
    """The day on which a meeting was opened, at its place."""
    return local(conference, sitting.opened_at).date()
