"""What has changed on a list of speakers since it was printed: a strip to go with the paper."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from plenary_tui.procedure.ground.calendar import say_moment
from plenary_tui.procedure.speakers.order import order_at
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown_lines
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.paper import entry_line, list_state
from plenary_tui.views.wording.words import delegation_of


class Paper(Value):
    """A list as it stands on a paper, or as it is now, with the number of each entry."""

    conference: Conference
    speakers: SpeakersList
    now: Instant

    @property
    def order(self) -> tuple[Entry, ...]:
        """All who wait, in the order of their numbers."""
        return order_at(self.conference, self.speakers, self.now.utc)

    def name(self, entry: Entry) -> str:
        """The delegation of an entry."""
        return delegation_of(self.conference, entry).name

    def said(self, entry: Entry) -> str:
        """An entry as it is printed, without why it was moved."""
        line = entry_line(self.conference, entry)
        why = f"moved: {entry.moved_because}" if entry.moved_because else ""
        return line.removesuffix(why).rstrip(", ") if why else line


def strip(was: Paper, now: Paper) -> str:
    """Who is new, moved, changed, gone, and who has spoken since; as plain text to print."""
    conference, speakers = now.conference, now.speakers
    item = conference.item_named(speakers.item)
    body = "" if speakers.body is Body.PLENARY else f", {speakers.body}"
    rehearsal = "  ** REHEARSAL **" if conference.rehearsal else ""
    lines = [
        f"{conference.name}{rehearsal}",
        f"Changes of the list of speakers, item {speakers.item}{body}: "
        f"{item.title if item else ''}",
        f"From row {was.conference.seq} of the journal to row {conference.seq}, "
        f"{say_moment(conference, now.now.utc)} ({conference.timezone})",
    ]
    before, after = (list_state(one.conference, one.speakers, one.now) for one in (was, now))
    if before != after:
        lines.append(f"The list: {after} (was: {before})")
    parts = _parts(was, now)
    for heading, entries in parts:
        if entries:
            lines += ["", f"{heading} ({len(entries)})", *(f"  {line}" for line in entries)]
    if before == after and not any(entries for _, entries in parts):
        lines += ["", "Nothing has changed: the paper holds."]
    waiting = len(now.order)
    lines += ["", f"{waiting} on the list now. Strike out who has spoken or is off the list.", ""]
    return shown_lines(lines)


def _parts(was: Paper, now: Paper) -> tuple[tuple[str, list[str]], ...]:
    """What has changed, each under its heading."""
    numbered = {one.id: place for place, one in enumerate(now.order, start=1)}
    stood = {one.id: place for place, one in enumerate(was.order, start=1)}
    names = {one.id: was.name(one) for one in was.order}
    heard, called, on_floor = _heard(now)
    stayed = [one for one in now.order if one.id in stood]
    kept = _in_old_order([stood[one.id] for one in stayed])
    moved = [one for one in stayed if stood[one.id] not in kept]
    printed = {one.id: was.said(one) for one in was.order}

    def after(entry: Entry) -> str:
        place = numbered[entry.id]
        return f"after {now.name(now.order[place - 2])}" if place > 1 else "first"

    spoken = [f"{stood[one]:>3}. {names[one]}" for one in stood if one in heard]
    floor = [f"{stood[one]:>3}. {names[one]}" for one in stood if one == on_floor]
    gone = [
        f"{place:>3}. {names[one]}{': called, did not speak' if one in called else ''}"
        for one, place in stood.items()
        if one not in numbered and one not in heard and one != on_floor
    ]
    return (
        ("HAVE SPOKEN", spoken),
        ("HAS THE FLOOR", floor),
        ("OFF THE LIST", gone),
        (
            "MOVED",
            [
                f"{now.name(one)}: was {stood[one.id]}, is {numbered[one.id]}, {after(one)}"
                f"{f' ({one.moved_because})' if one.moved_because else ''}"
                for one in moved
            ],
        ),
        (
            "NEW",
            [
                f"{numbered[one.id]:>3}. {now.said(one)} ({after(one)})"
                for one in now.order
                if one.id not in stood
            ],
        ),
        (
            "OTHERWISE CHANGED",
            [
                f"{numbered[one.id]:>3}. {now.said(one)}"
                for one in stayed
                if printed[one.id] != now.said(one)
            ],
        ),
        ("SPOKE WITHOUT STANDING ON THE PAPER", list(_unprinted(was, now))),
    )


def _heard(now: Paper) -> tuple[set[int], set[int], int | None]:
    """The entries that have spoken, those that were called and did not, and that on the floor."""
    key = now.speakers.item, now.speakers.body
    of_list = [
        one
        for one in now.conference.statements
        if one.entry is not None and (one.item, one.body) == key
    ]
    heard = {one.entry.id for one in of_list if one.entry is not None and one.started_at}
    called = {one.entry.id for one in of_list if one.entry is not None} - heard
    floor = now.conference.floor
    here = (now.conference.item, now.conference.body) == key
    entry = floor.entry if floor is not None and here else None
    return heard, called, entry.id if entry is not None else None


def _unprinted(was: Paper, now: Paper) -> Iterator[str]:
    """Who came onto the list after it was printed, and has spoken already."""
    printed = {one.id for one in was.order}
    heard, _, on_floor = _heard(was)
    since = _heard(now)[0] - heard - printed - {on_floor}
    names = {one.entry.id: now.name(one.entry) for one in now.conference.statements if one.entry}
    yield from (name for entry, name in names.items() if entry in since)


def _in_old_order(places: Sequence[int]) -> set[int]:
    """The most places that stand in rising order: whoever has another of them was moved."""
    ends: list[int] = []
    chains: list[tuple[int, int]] = []  # a place, and which chain element it follows
    at_end: list[int] = []
    for place in places:
        where = bisect_left(ends, place)
        chains.append((place, at_end[where - 1] if where else -1))
        index = len(chains) - 1
        if where == len(ends):
            ends.append(place)
            at_end.append(index)
        else:
            ends[where], at_end[where] = place, index
    found: set[int] = set()
    index = at_end[-1] if at_end else -1
    while index >= 0:
        place, index = chains[index]
        found.add(place)
    return found
