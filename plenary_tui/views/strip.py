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
    changed = changes(was, now)
    for heading, entries in _parts(was, now, changed):
        if entries:
            lines += ["", f"{heading} ({len(entries)})", *(f"  {line}" for line in entries)]
    if before == after and not changed:
        lines += ["", "Nothing has changed: the paper holds."]
    waiting = len(now.order)
    lines += ["", f"{waiting} on the list now. Strike out who has spoken or is off the list.", ""]
    return shown_lines(lines)


class Moved(Value):
    """An entry that stands elsewhere, or is new: its place then and now, and who is before it.

    Attributes:
        was: its place on the paper; None if it was not there.
        before: None where it is the first.
    """

    entry: Entry
    place: int
    before: Entry | None
    was: int | None = None


class SaidOtherwise(Value):
    """An entry of which something else is said now, with its place now.

    Attributes:
        was: where another delegation stands on the paper, that with its place there.
    """

    place: int
    entry: Entry
    was: tuple[int, Entry] | None


class Changes(Value):
    """What has changed on a list since it was printed; places are those of the paper.

    Attributes:
        gone: with whether it was called and did not speak.
        otherwise: what is said of it differs.
        unprinted: came onto the list after it was printed, and has spoken already.
    """

    spoken: tuple[tuple[int, Entry], ...]
    floor: tuple[tuple[int, Entry], ...]
    gone: tuple[tuple[int, Entry, bool], ...]
    moved: tuple[Moved, ...]
    new: tuple[Moved, ...]
    otherwise: tuple[SaidOtherwise, ...]
    unprinted: tuple[Entry, ...]

    def __bool__(self) -> bool:
        changed = (self.spoken, self.floor, self.gone, self.moved, self.new, self.otherwise)
        return any((*changed, self.unprinted))


def changes(was: Paper, now: Paper) -> Changes:
    """What has changed between a paper and a list as it is now."""
    numbered = {one.id: place for place, one in enumerate(now.order, start=1)}
    stood = {one.id: (place, one) for place, one in enumerate(was.order, start=1)}
    heard, called, on_floor = _heard(now)
    stayed = [one for one in now.order if one.id in stood]
    kept = _in_old_order([stood[one.id][0] for one in stayed])
    printed = {one.id: was.said(one) for one in was.order}

    def stands(one: Entry) -> Moved:
        place = numbered[one.id]
        before = now.order[place - 2] if place > 1 else None
        return Moved(one, place, before, stood[one.id][0] if one.id in stood else None)

    def said_now(one: Entry) -> SaidOtherwise:
        place, then = stood[one.id]
        another = then.delegation != one.delegation
        return SaidOtherwise(numbered[one.id], one, (place, then) if another else None)

    return Changes(
        spoken=tuple(at for one, at in stood.items() if one in heard),
        floor=tuple(at for one, at in stood.items() if one == on_floor),
        gone=tuple(
            (*at, one in called)
            for one, at in stood.items()
            if one not in numbered and one not in heard and one != on_floor
        ),
        moved=tuple(stands(one) for one in stayed if stood[one.id][0] not in kept),
        new=tuple(stands(one) for one in now.order if one.id not in stood),
        otherwise=tuple(said_now(one) for one in stayed if printed[one.id] != now.said(one)),
        unprinted=tuple(_unprinted(was, now)),
    )


def _parts(was: Paper, now: Paper, changed: Changes) -> tuple[tuple[str, list[str]], ...]:
    """What has changed, each under its heading."""

    def after(one: Moved) -> str:
        return f"after {now.name(one.before)}" if one.before is not None else "first"

    def why(one: Moved) -> str:
        return f" ({one.entry.moved_because})" if one.entry.moved_because else ""

    def of_paper(one: SaidOtherwise) -> str:
        if one.was is None:
            return ""
        place, then = one.was
        return f" (on the paper: {place}. {was.name(then)})"

    return (
        ("HAVE SPOKEN", [f"{place:>3}. {was.name(one)}" for place, one in changed.spoken]),
        ("HAS THE FLOOR", [f"{place:>3}. {was.name(one)}" for place, one in changed.floor]),
        (
            "OFF THE LIST",
            [
                f"{place:>3}. {was.name(one)}{': called, did not speak' if called else ''}"
                for place, one, called in changed.gone
            ],
        ),
        (
            "MOVED",
            [
                f"{now.name(one.entry)}: was {one.was}, is {one.place}, {after(one)}{why(one)}"
                for one in changed.moved
            ],
        ),
        (
            "NEW",
            [f"{one.place:>3}. {now.said(one.entry)} ({after(one)})" for one in changed.new],
        ),
        (
            "OTHERWISE CHANGED",
            [f"{one.place:>3}. {now.said(one.entry)}{of_paper(one)}" for one in changed.otherwise],
        ),
        ("SPOKE WITHOUT STANDING ON THE PAPER", [now.name(one) for one in changed.unprinted]),
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


def _unprinted(was: Paper, now: Paper) -> Iterator[Entry]:
    """Who came onto the list after it was printed, and has spoken already."""
    printed = {one.id for one in was.order}
    heard, _, on_floor = _heard(was)
    since = _heard(now)[0] - heard - printed - {on_floor}
    spoke = {one.entry.id: one.entry for one in now.conference.statements if one.entry}
    yield from (entry for number, entry in spoke.items() if number in since)


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
