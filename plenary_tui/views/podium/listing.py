"""One list of speakers as rows to show, made as they are asked for.

Making a listing costs nothing per entry, also with thousands on the list, unless it is filtered.
Two listings that would show the same are equal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from itertools import accumulate

from plenary_tui.forecast.forecast import NOTHING, Forecast
from plenary_tui.forecast.reach import Expected
from plenary_tui.procedure.ground import other_names
from plenary_tui.procedure.ground.calendar import ordinal, zone
from plenary_tui.procedure.ground.known_names import names_of
from plenary_tui.procedure.ground.written import forms, plain
from plenary_tui.procedure.speakers.lists import is_open
from plenary_tui.procedure.speakers.order import next_at, tiers_at
from plenary_tui.procedure.state.conference import Conference, Delegation, Entry, SpeakersList
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import Alignment
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Tier
from plenary_tui.views.forecast.outlook import reach_words
from plenary_tui.views.podium.list_row import Row, Section, Stop, entry_row, find_stops
from plenary_tui.views.wording.telling import Words, words_of
from plenary_tui.views.wording.tier_words import hour_of_tier, tier_state


def findable(delegation: Delegation | None) -> str:
    """All by which a delegation is found, folded, each word after a space."""
    if delegation is None:
        return ""
    codes = (delegation.id, *delegation.codes)
    known = {form for text in (*names_of(delegation), *codes) for form in forms(text)}
    return f" {' '.join((*sorted(known), *other_names.of(delegation.id)))}"


def said_of_tier(
    conference: Conference, speakers: SpeakersList, tier: Tier, now: Instant, found: Forecast
) -> tuple[Words, ...]:
    """What is said of a tier, what matters most first."""
    reach = reach_words(found.tier(tier))
    opened = tier_state(conference, speakers, tier, now)
    return (
        *words_of(hour_of_tier(conference, speakers, tier, now)),
        *reach[:1],
        *words_of(opened, opened.replace("until", "to")),
        *reach[1:],
    )


class Listing(Value, dict=True):
    """A list of speakers as a sequence of rows.

    Attributes:
        symbol: the symbol of the item.
        item_title: its title; "" if the agenda does not have it.
        stops: where meetings end, in order; () while it is filtered.
        found: the forecast of the list, maybe one made before an act or two.
        carried_to: the number of the meeting it was carried over to.
        matching: what it is filtered by; "" for all.
        due: who is called next; None if nobody waits, or the debate is over.
    """

    symbol: str
    item_title: str
    body: Body
    carried_to: int | None
    sections: tuple[Section, ...]
    delegations: tuple[Delegation, ...]
    matching: str = ""
    timezone: str = "UTC"
    stops: tuple[Stop, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    found: Forecast = NOTHING
    due: Entry | None = None

    @property
    def title(self) -> str:
        """What list it is: item and title, the body unless the plenary, carried over or not."""
        parts = [f"{self.symbol}  {self.item_title}".rstrip()]
        if self.body is not Body.PLENARY:
            parts.append(self.body.value)
        if self.carried_to is not None:
            parts.append(f"carried over to the {ordinal(self.carried_to)} meeting")
        return " · ".join(parts)

    @property
    def waiting(self) -> int:
        """How many wait, shown or not."""
        return sum(len(section.waiting) for section in self.sections)

    @property
    def counts(self) -> str:
        """How many wait, by tier, in words; how many of them match."""
        if not self.waiting:
            return "nobody waits"
        words = ", ".join(
            one.tier.counted(len(one.waiting)) for one in self.sections if one.waiting
        )
        return f"{self.matches} of {self.waiting} match" if self.matching else words

    @property
    def matches(self) -> int:
        """How many entries are shown."""
        return sum(self._lengths)

    @property
    def number_width(self) -> int:
        """Digits in the largest number of a row; at least three, so that columns stay put."""
        return max(3, len(str(self.waiting)))

    def __len__(self) -> int:
        return self._ends[-1] + len(self.stops) if self.matches else len(self.sections) + 1

    def __iter__(self) -> Iterator[Row]:
        return (self.row(place) for place in range(len(self)))

    def row(self, place: int) -> Row:
        """The row at a place, from 0; raises `IndexError` if there is none."""
        if (made := self._made.get(place)) is None:
            made = self._made[place] = self._make(place)
        return made

    @cached_property
    def _made(self) -> dict[int, Row]:
        """The rows that were asked for, by place."""
        return {}

    def _make(self, place: int) -> Row:
        if not 0 <= place < len(self):
            raise IndexError(place)
        for passed, stop in enumerate(self.stops):
            if place == stop.place + passed:
                return Row("stop", stop.words[0], said=(stop.words,))
            if place < stop.place + passed:
                return self._row(place - passed)
        return self._row(place - len(self.stops))

    def _row(self, place: int) -> Row:
        """The row at a place, counted without the lines where meetings end."""
        which = bisect_right(self._ends, place)
        if which == len(self.sections):
            nobody = f"Nobody waits on the list for item {self.symbol}."
            matching = f"Nobody on this list matches “{self.matching}”."
            return Row("sentence", matching if self.waiting else nobody)
        section, shown = self.sections[which], self._lengths[which]
        offset = place - (self._ends[which] - shown)
        if offset < 0:
            count = f"{'' if self._found is None else f'{shown} of '}{len(section.waiting)}"
            said = ((f"{count} waiting", count), *section.said)
            return Row("header", section.tier.value, said=said)
        position = offset if self._found is None else self._found[which][offset]
        entry = section.waiting[position]
        number = self._before[which] + position + 1
        return self._entry(entry, number, self.found.by_entry.get(entry.id))

    def index_of(self, entry_id: int) -> int | None:
        """The place of the row of an entry; None if it is not shown."""
        for which, section in enumerate(self.sections):
            places = range(len(section.waiting)) if self._found is None else self._found[which]
            for offset, position in enumerate(places):
                if section.waiting[position].id == entry_id:
                    place = self._ends[which] - self._lengths[which] + offset
                    return place + sum(stop.place <= place for stop in self.stops)
        return None

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        """How many entries are shown, by section."""
        if self._found is not None:
            return tuple(len(places) for places in self._found)
        return tuple(len(section.waiting) for section in self.sections)

    @cached_property
    def _before(self) -> tuple[int, ...]:
        """How many are numbered before each section, shown or not."""
        return tuple(accumulate((len(one.waiting) for one in self.sections), initial=0))

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        """The row after each section."""
        return tuple(accumulate(length + 1 for length in self._lengths))

    @cached_property
    def _known(self) -> dict[str, Delegation]:
        return {one.id: one for one in self.delegations}

    @cached_property
    def _aligned(self) -> Counter[int]:
        """How many are aligned with the statement of an entry, by its number."""
        return Counter(one.entry for one in self.alignments)

    @property
    def first_tier(self) -> Tier | None:
        """The tier that is called first; None if none is shown."""
        return self.sections[0].tier if self.sections else None

    @cached_property
    def _found(self) -> tuple[tuple[int, ...], ...] | None:
        """The places of the entries that match, by section; None where nothing is filtered."""
        words = plain(self.matching).split()
        if not words:
            return None
        names: dict[str, str] = {}

        def matches(entry: Entry) -> bool:
            if (name := names.get(entry.delegation)) is None:
                name = names[entry.delegation] = findable(self._known.get(entry.delegation))
            text = f"{name} {plain(entry.speaker)}" if entry.speaker else name
            return all(f" {word}" in text for word in words)

        return tuple(
            tuple(place for place, entry in enumerate(section.waiting) if matches(entry))
            for section in self.sections
        )

    def _time(self, expected: Expected | None) -> str:
        if expected is None or expected.expected is None:
            return ""
        return f"{expected.expected.astimezone(zone(self.timezone)):%H:%M}"

    def _entry(self, entry: Entry, number: int, expected: Expected | None) -> Row:
        delegation = self._known.get(entry.delegation)
        return entry_row(
            entry,
            number,
            delegation.name if delegation else entry.delegation,
            next_one=entry is self.due,
            aligned=self._aligned[entry.id],
            expected=expected,
            time=self._time(expected),
        )


def listing(
    conference: Conference,
    speakers: SpeakersList,
    now: datetime,
    matching: str = "",
    found: Forecast = NOTHING,
) -> Listing:
    """A list as rows: tiers that are open or have somebody, each with its header.

    Args:
        now: aware UTC.
        matching: shows only entries where each word of it begins a word of the delegation's name in
            any language, one of its codes, or the speaker's name; case and accents do not count.
        found: the forecast of this list, if it has one.
    """
    instant = Instant(now, 0.0, "")
    sections = tuple(
        Section(
            queue.tier,
            said_of_tier(conference, speakers, queue.tier, instant, found),
            queue.waiting,
        )
        for queue in map(speakers.queue, tiers_at(conference, speakers, now))
        if queue.waiting or is_open(conference, speakers, queue.tier, now)
    )
    item = conference.item_named(speakers.item)
    matching = " ".join(matching.split())
    return Listing(
        speakers.item,
        item.title if item else "",
        speakers.body,
        _carried_to(conference, speakers),
        sections,
        conference.delegations,
        matching,
        conference.timezone,
        () if matching else find_stops(conference, speakers, found, sections, instant),
        conference.alignments,
        found,
        next_at(conference, speakers, now),
    )


def _carried_to(conference: Conference, speakers: SpeakersList) -> int | None:
    """The meeting it was carried over to, until that meeting has come."""
    to = speakers.carried_to
    return to if to is not None and conference.last_number(speakers.body) < to else None
