"""A list of speakers for paper in another language than English, in lines of 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from plenary_tui.views.wording.tongue import Tongue, harmless, in_tongue
from plenary_tui.views.wording.words import delegation_of

INDENT = 10
"""Columns before what belongs to an entry."""


def printed_in(conference: Conference, speakers: SpeakersList, now: Instant, tongue: Tongue) -> str:
    """A list of speakers as plain text, with the delegations' names in the language."""
    named, told = in_tongue(conference, tongue)
    return on_paper(_Page(named, speakers, now, told).lines(), tongue)


def on_paper(lines: Iterable[str], tongue: Tongue) -> str:
    """Lines as a text for paper, each of which runs as the language does."""
    return "\n".join(tongue.line(harmless(line)).rstrip() for line in lines) + "\n"


def name_of_paper(conference: Conference, tongue: Tongue) -> str:
    """What heads each paper."""
    rehearsal = f"  ** {tongue.words('REHEARSAL')} **" if conference.rehearsal else ""
    return f"{tongue.name(conference.name)}{rehearsal}"


def title_of_list(conference: Conference, speakers: SpeakersList, tongue: Tongue) -> str:
    """Of which item a list is, and of which body."""
    item = conference.item_named(speakers.item)
    title = tongue.words(
        "List of speakers, item {symbol}: {title}",
        symbol=speakers.item,
        title=tongue.name(item.title if item else ""),
    )
    if speakers.body is Body.COMMITTEE:
        return tongue.words("{title} ({body})", title=title, body=tongue.body(speakers.body))
    return title


def as_of(conference: Conference, now: Instant, tongue: Tongue) -> str:
    """Of which moment and of which row a paper is."""
    return tongue.words(
        "As of {time} ({timezone}), row {row} of the journal",
        time=tongue.moment(conference.timezone, now.utc),
        timezone=tongue.name(conference.timezone),
        row=conference.seq,
    )


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
        yield name_of_paper(conference, tongue)
        yield title_of_list(conference, speakers, tongue)
        yield as_of(conference, self._now, tongue)
        state = list_state_in(conference, speakers, self._now, tongue)
        yield tongue.words("List: {state}.", state=state)
        yield from self._decided()
        floor = conference.floor
        here = (conference.item, conference.body) == (speakers.item, speakers.body)
        if floor is not None and here:
            name, _ = heard_name(conference, tongue.language)
            yield tongue.words("Has the floor: {name}.", name=tongue.name(name))

    def _moment(self, moment: datetime) -> str:
        return self._tongue.moment(self._conference.timezone, moment)

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
            said = entry_in(self._conference, entry, self._tongue)
            for line in wrapped(said, WIDTH - max(INDENT, width_of(begins))):
                yield f"{begins:<{INDENT}}{line}"
                begins = ""


def list_state_in(
    conference: Conference, speakers: SpeakersList, now: Instant, tongue: Tongue
) -> str:
    """Whether the list is open and until when, by tier where they differ."""
    words = tongue.words

    def state(tier: Tier) -> str:
        queue = speakers.queue(tier)
        if is_open(conference, speakers, tier, now.utc):
            if queue.closes_at is None:
                return words("open")
            closes = tongue.moment(conference.timezone, queue.closes_at)
            return words("open, until {time}", time=closes)
        if queue.opens_at is not None and now.utc < queue.opens_at:
            opens = tongue.moment(conference.timezone, queue.opens_at)
            return words("not open yet, opens {time}", time=opens)
        return words("closed")

    states = {tier: state(tier) for tier in tiers_seated(speakers.body)}
    if len(set(states.values())) == 1:
        return next(iter(states.values()))
    return JOINTS[tongue.language].join(
        words("{tier}: {state}", tier=words(tier.value), state=one) for tier, one in states.items()
    )


def entry_in(conference: Conference, entry: Entry, tongue: Tongue, *, moved: bool = True) -> str:
    """Who, as what, for whom, aligned with whom, in which language.

    Args:
        moved: whether to say why it was moved.
    """
    language = tongue.language
    aligned = tongue.sorted(
        found.name
        for one in aligned_with(conference, entry)
        if (found := conference.delegation(one)) is not None
    )
    explains = ""
    if entry.explains is not None:
        explains = (
            tongue.words("explanation of position before action")
            if entry.explains is Explanation.BEFORE
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
        if moved and entry.moved_because
        else "",
    )
    return JOINTS[language].join(tongue.name(part) for part in parts if part)
