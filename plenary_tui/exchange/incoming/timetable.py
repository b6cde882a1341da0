"""What of a timetable is a plenary meeting, what an event beside them, what is on the agenda."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from plenary_tui.exchange.incoming.numbered import Matter, number_items
from plenary_tui.exchange.incoming.offer import OfferedEvent, OfferedItem, OfferedMeeting
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import folded

BREAKS = "breaks"
WITHOUT_ROOM = "without a room"
WITHOUT_TIME = "without a time"
DURING_A_MEETING = "at the time of a plenary meeting"

_NTH = r"\d+ ?(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_MEETING = re.compile(
    rf"\b(?:{_NTH}|opening|closing|morning|afternoon) (?:plenary )?(?:meeting|sitting)\b"
    r"|\bplenar\w*|\bplenier\w*|\bplenum\b|\bmeeting \d+\b|^meeting$|\bseances?\b|\bsitzung\b"
    r"|\bsesion(?:es)? \w+|заседани|الجلسه|全体会议|次会议"
)
_BESIDE = re.compile(
    r"\bside events?\b|\bbriefing\b|\blunch\b|\breception\b|\bworkshop\b|\bround ?tables?\b"
    r"|\bexhibition\b|\bevenements? paralleles?\b|\bevento paralelo\b|\bbureau\b|\bdialogue\b"
    r"|\bregional group\b"
)
_BREAK = re.compile(
    r"\b(?:coffee|lunch|tea)? ?break\b|^lunch$|^pause\b|^pausa\b|^almuerzo$|^перерыв"
)
_ITEM = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?: ?\([a-z]{1,3}\))*", re.I)
"""The symbol of an item; what has one is no event, wherever it is."""
_LINK = re.compile(
    r"https?://|\bwww\.|\b(?:zoom|webex|teams|online|virtual|en ligne|en linea)\b", re.I
)


class Slot(Value):
    """An entry of a timetable, with what is inside of it.

    Attributes:
        line: where it stands; a number in order where the file has no lines.
        starts: aware; None if it has no time yet.
        kind: what the file calls it.
        symbol: of the item it is; "" if the file has none.
        is_meeting: what the file's form says; None where its words decide.
        is_beside: whether it is an event though it has no room.
    """

    line: int
    title: str
    starts: datetime | None = None
    ends: datetime | None = None
    room: str = ""
    kind: str = ""
    symbol: str = ""
    inside: tuple[Slot, ...] = ()
    is_meeting: bool | None = None
    is_beside: bool = False


@dataclass(slots=True)
class SortedOut:
    """What a timetable comes to."""

    meetings: tuple[OfferedMeeting, ...] = ()
    events: tuple[OfferedEvent, ...] = ()
    items: tuple[OfferedItem, ...] = ()
    left_out: Counter[str] = field(default_factory=Counter)


def is_online(room: str) -> bool:
    """Whether a place is none: a link, or said to be online."""
    return _LINK.search(room) is not None


def is_break(title: str) -> bool:
    """Whether an entry is a break."""
    return _BREAK.search(plain(title)) is not None


def sort_out(
    file: str, slots: Iterable[Slot], problems: list[Problem], agenda: bool = True
) -> SortedOut:
    """The meetings, the events beside them and the items.

    Args:
        agenda: whether what has no meeting and no room is an item.
    """
    found = SortedOut()
    slots = list(slots)
    of_meetings, others = _meetings(slots)
    matters: list[Matter] = []
    inside: list[tuple[Slot, list[int]]] = []
    places: dict[str, int] = {}
    for slot in of_meetings:
        mine = []
        for one in slot.inside:
            mine.extend(_take(one, matters, places))
        inside.append((slot, mine))
    events = []
    for slot in others:
        if slot.kind == "break" or is_break(slot.title):
            found.left_out[BREAKS] += 1
        elif agenda and _ITEM.fullmatch(slot.symbol) and not _BESIDE.search(plain(slot.title)):
            _take(slot, matters, places)
        elif slot.starts is not None and (slot.room or slot.is_beside):
            if _during(slot, of_meetings):
                found.left_out[DURING_A_MEETING] += 1
            else:
                online = is_online(slot.room)
                room = "" if online and "://" in slot.room else slot.room
                events.append(
                    OfferedEvent(slot.line, slot.title, slot.starts, slot.ends, room, online)
                )
        elif agenda:
            _take(slot, matters, places)
        else:
            found.left_out[WITHOUT_ROOM if slot.starts else WITHOUT_TIME] += 1
    found.items = number_items(file, matters, problems)
    symbols = {item.line: item.symbol for item in found.items}
    lines = [matter.line for matter in matters]
    found.meetings = tuple(
        OfferedMeeting(
            slot.line,
            slot.title,
            slot.starts,
            slot.ends,
            tuple(dict.fromkeys(symbols[lines[at]] for at in mine if lines[at] in symbols)),
        )
        for slot, mine in inside
        if slot.starts is not None and slot.ends is not None
    )
    found.events = tuple(events)
    return found


def _take(slot: Slot, matters: list[Matter], places: dict[str, int]) -> list[int]:
    """Put an entry and what is inside on the agenda, once; the places it has there."""
    if is_break(slot.title):
        return []
    key = folded(slot.symbol or slot.title)
    if key in places:
        return [places[key]]
    places[key] = len(matters)
    taken = [len(matters)]
    matters.append(Matter(slot.line, slot.symbol, slot.title))
    for one in slot.inside:
        taken.append(len(matters))
        matters.append(Matter(one.line, one.symbol, one.title, below=True))
    return taken


def _meetings(slots: list[Slot]) -> tuple[list[Slot], list[Slot]]:
    """The entries that are plenary meetings, in order of time, and the others.

    If none is called one, they are those with something inside, in the room that most of these
    are in.
    """
    chosen = [slot for slot in slots if slot.is_meeting]
    if not chosen:
        chosen = [slot for slot in slots if slot.is_meeting is None and _is_called_meeting(slot)]
    if not chosen:
        filled = [slot for slot in slots if slot.is_meeting is None and slot.inside]
        rooms = Counter(slot.room for slot in filled)
        main = rooms.most_common(1)[0][0] if rooms else ""
        chosen = [
            slot for slot in filled if slot.room == main and not _BESIDE.search(plain(slot.title))
        ]
    timed = [slot for slot in chosen if slot.starts is not None and slot.ends is not None]
    timed.sort(key=lambda slot: (slot.starts is None, slot.starts))
    meetings: list[Slot] = []
    for slot in timed:
        if not _during(slot, meetings):
            meetings.append(slot)
    return meetings, [slot for slot in slots if slot not in meetings]


def _is_called_meeting(slot: Slot) -> bool:
    words = plain(f"{slot.kind} {slot.title}")
    return _MEETING.search(words) is not None and _BESIDE.search(words) is None


def _during(slot: Slot, meetings: list[Slot]) -> bool:
    if slot.starts is None:
        return False
    ends = slot.ends or slot.starts
    return any(
        one.starts is not None
        and one.ends is not None
        and slot.starts < one.ends
        and (one.starts < ends or slot.starts >= one.starts)
        for one in meetings
    )
