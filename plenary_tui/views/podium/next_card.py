"""The next speakers, and what the officer is told under them: whom to prompt, how far it comes."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.forecast.forecast import Forecast
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.speakers.order import (
    next_entries,
    tier_hours_to_come,
    tiers_at,
)
from plenary_tui.procedure.state.conference import Conference, SpeakersList
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.views.forecast.outlook import outlook_parts
from plenary_tui.views.forecast.warned import warning
from plenary_tui.views.programme import overrun_line
from plenary_tui.views.wording.telling import Named, Tone, Words
from plenary_tui.views.wording.tier_words import tier_hour_words
from plenary_tui.views.wording.words import (
    delegation_of,
    explains_words,
    group_words,
    ready_word,
    video_words,
    who_words,
)

PROMPTED_NGOS = 2
"""How many NGOs are prompted to the table early (rule 24)."""
PROMPT_WITHIN = 6
"""How near the head of the list an NGO is prompted."""
PROMPT_BEFORE = timedelta(minutes=15)
"""How long before the hour from which NGOs are heard they are prompted."""


class NextRow(Value):
    """One of the next speakers: its name, whether it is ready in words, and what else matters."""

    name: str
    ready: bool
    ready_word: str
    detail: str


class NextCard(Value):
    """The next three, and what the officer is told under them.

    Attributes:
        prompt: the NGOs to be prompted to the table; None for nobody.
        warned: those to be warned that they may not be reached; None for nobody.
        tier_hours: tiers that are heard from an hour on.
        outlook: the forecast in a few words, what matters most first.
        beside: the side events into which the meeting runs; "" for none.
    """

    rows: tuple[NextRow, ...] = ()
    prompt: Named | None = None
    warned: Named | None = None
    tier_hours: tuple[Words, ...] = ()
    outlook: tuple[Words, ...] = ()
    outlook_tone: Tone = "quiet"
    beside: str = ""


def next_card(conference: Conference, found: Forecast, now: Instant) -> NextCard:
    """The next speakers of the current list, and how far it will come."""
    rows = []
    for entry in next_entries(conference, now):
        group, who, explained = group_words(entry), who_words(entry), explains_words(entry)
        video = video_words(entry, limit_for(conference, conference.item, entry.tier))
        language = entry.language.value if entry.language else ""
        rows.append(
            NextRow(
                delegation_of(conference, entry).name,
                entry.ready or bool(video),
                "video" if video else ready_word(entry.tier) if entry.ready else "not ready",
                ", ".join(part for part in (explained, video, group, who, language) if part),
            )
        )
    outlook, warns = outlook_parts(conference, found, now)
    return NextCard(
        tuple(rows),
        _prompt(conference, now),
        warning(conference, found, now),
        tuple((words,) for words in tier_hour_words(conference, now)),
        outlook,
        "warn" if warns else "quiet",
        overrun_line(conference, now),
    )


def _prompt(conference: Conference, now: Instant) -> Named | None:
    """The next two NGOs, soon to be called, who are not at the table yet (rule 24)."""
    speakers = conference.current_list
    if speakers is None or not _ngos_are_near(conference, speakers, now):
        return None
    absent = tuple(
        delegation_of(conference, entry).name
        for entry in speakers.queue(Tier.NGOS).waiting[:PROMPTED_NGOS]
        if not entry.ready
    )
    return Named("To the table", absent) if absent else None


def _ngos_are_near(conference: Conference, speakers: SpeakersList, now: Instant) -> bool:
    """Whether few are before the NGOs, or the hour from which they are heard is near."""
    tiers = tiers_at(conference, speakers, now.utc)
    before = tiers[: tiers.index(Tier.NGOS)]
    if sum(len(speakers.queue(tier).waiting) for tier in before) < PROMPT_WITHIN:
        return True
    return any(
        one.tier is Tier.NGOS and one.starts - now.utc <= PROMPT_BEFORE
        for one in tier_hours_to_come(conference, speakers, now.utc)
    )
