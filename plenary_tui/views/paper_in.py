"""A list of speakers for paper in another language than English, in lines of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plenary_tui.procedure.speakers.alignment import aligned_with
from plenary_tui.procedure.speakers.eligibility import tiers_seated
from plenary_tui.procedure.speakers.lists import is_open
from plenary_tui.procedure.speakers.numbering import before_tier
from plenary_tui.procedure.speakers.order import tier_hours_come, tier_hours_to_come, tiers_at
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Delivery, Explanation, Tier
from plenary_tui.views.public.caption import heard_name
from plenary_tui.views.public.functions import JOINTS
from plenary_tui.views.public.second_line import on_whose_behalf, text_of, who_as_what
from plenary_tui.views.record.plain_text import WIDTH, width_of, wrapped
from plenary_tui.views.wording.tongue import RIGHT_MARK, Tongue, harmless, in_tongue
from plenary_tui.views.wording.words import delegation_of

INDENT = 10
"""Columns before what belongs to an entry."""


def printed_in(conference: Conference, speakers: SpeakersList, now: Instant, tongue: Tongue) -> str:
    """A list of speakers as plain text, with the delegations' names in the language."""
    named, told = in_tongue(conference, tongue)
    page = _Page(named, speakers, now, told)
    mark = RIGHT_MARK if tongue.from_right else ""
    return "\n".join(f"{mark}{harmless(line)}".rstrip() for line in page.lines()) + "\n"


class _Page:
    def __init__(
        self, conference: Conference, speakers: SpeakersList, now: Instant, tongue: Tongue
    ) -> None:
        self._conference = conference
        self._speakers = speakers
        self._now = now
        self._tongue = tongue

    def lines(self) -> Iterator[str]:
        """The page, line by line."""
        for text in self._head():
            yield from wrapped(text, WIDTH)
        waiting: list[Entry] = []
        for tier in tiers_at(self._conference, self._speakers, self._now.utc):
            yield ""
            yield from self._tier(tier)
            waiting += self._speakers.queue(tier).waiting
        yield ""
        words = self._tongue.words
        yield from wrapped(
            words("[x] ready: in the room; for a non-governmental organization at the table"),
            WIDTH,
        )
        lacking = {delegation_of(self._conference, one).name for one in waiting}
        if count := len(lacking & self._tongue.lacking):
            said = words("Names of delegations that stand in English: {count}.", count=count)
            yield from wrapped(said, WIDTH)

    def _head(self) -> Iterator[str]:
        conference, speakers, tongue = self._conference, self._speakers, self._tongue
        rehearsal = f"  ** {tongue.words('REHEARSAL')} **" if conference.rehearsal else ""
        yield f"{tongue.name(conference.name)}{rehearsal}"
        item = conference.item_named(speakers.item)
        title = tongue.words(
            "List of speakers, item {symbol}: {title}",
            symbol=speakers.item,
            title=tongue.name(item.title if item else ""),
        )
        if speakers.body is Body.COMMITTEE:
            title = tongue.words("{title} ({body})", title=title, body=tongue.body(speakers.body))
        yield title
        yield tongue.words(
            "As of {time} ({timezone}), row {row} of the journal",
            time=self._moment(self._now.utc),
            timezone=tongue.name(conference.timezone),
            row=conference.seq,
        )
        yield tongue.words("List: {state}.", state=self._state())
        yield from self._decided()
        floor = conference.floor
        here = (conference.item, conference.body) == (speakers.item, speakers.body)
        if floor is not None and here:
            name, _ = heard_name(conference, tongue.language)
            yield tongue.words("Has the floor: {name}.", name=tongue.name(name))

    def _moment(self, moment: datetime) -> str:
        return self._tongue.moment(self._conference.timezone, moment)

    def _state(self) -> str:
        """Whether the list is open and until when, by tier where they differ."""
        states = {tier: self._open(tier) for tier in tiers_seated(self._speakers.body)}
        if len(set(states.values())) == 1:
            return next(iter(states.values()))
        words = self._tongue.words
        return JOINTS[self._tongue.language].join(
            words("{tier}: {state}", tier=words(tier.value), state=state)
            for tier, state in states.items()
        )

    def _open(self, tier: Tier) -> str:
        queue, words, now = self._speakers.queue(tier), self._tongue.words, self._now.utc
        if is_open(self._conference, self._speakers, tier, now):
            if queue.closes_at is None:
                return words("open")
            return words("open, until {time}", time=self._moment(queue.closes_at))
        if queue.opens_at is not None and now < queue.opens_at:
            return words("not open yet, opens {time}", time=self._moment(queue.opens_at))
        return words("closed")

    def _decided(self) -> Iterator[str]:
        """The hours from which tiers are heard, whatever stands before them."""
        hours = (
            *tier_hours_come(self._conference, self._speakers, self._now.utc),
            *tier_hours_to_come(self._conference, self._speakers, self._now.utc),
        )
        for one in sorted(hours, key=lambda one: one.starts):
            yield self._tongue.words(
                "Decided: {tier} heard first, {time}.",
                tier=self._tongue.words(one.tier.value),
                time=self._moment(one.starts),
            )

    def _tier(self, tier: Tier) -> Iterator[str]:
        waiting = self._speakers.queue(tier).waiting
        name = self._tongue.words(tier.value).upper()
        yield self._tongue.words("{name} ({note})", name=name, note=len(waiting))
        if not waiting:
            yield " " * 6 + self._tongue.words("nobody")
        first = before_tier(self._conference, self._speakers, tier, self._now) + 1
        for number, entry in enumerate(waiting, start=first):
            ready = "x" if entry.ready else " "
            begins = f"{number:>4}. [{ready}] "
            for line in wrapped(self._entry(entry), WIDTH - max(INDENT, width_of(begins))):
                yield f"{begins:<{INDENT}}{line}"
                begins = ""

    def _entry(self, entry: Entry) -> str:
        """Who, as what, for whom, aligned with whom, in which language."""
        tongue, language = self._tongue, self._tongue.language
        conference = self._conference
        aligned = tongue.sorted(
            found.name
            for one in aligned_with(conference, entry)
            if (found := conference.delegation(one)) is not None
        )
        before = entry.explains is Explanation.BEFORE
        explains = ""
        if entry.explains is not None:
            explains = (
                tongue.words("explanation of position before action")
                if before
                else tongue.words("explanation of position after action")
            )
        parts = (
            delegation_of(conference, entry).name,
            explains,
            text_of(who_as_what(entry, language)),
            text_of(on_whose_behalf(entry, language)),
            tongue.words("aligned: {names}", names=tongue.series(aligned)) if aligned else "",
            tongue.words(entry.language.value) if entry.language else "",
            tongue.words("video statement") if entry.delivery is Delivery.VIDEO else "",
            tongue.words("moved: {reason}", reason=tongue.name(entry.moved_because))
            if entry.moved_because
            else "",
        )
        return JOINTS[language].join(tongue.name(part) for part in parts if part)
