"""The next speakers, and what the officer is told under them: whom to prompt, how far it comes."""

from __future__ import annotations

from dataclasses import dataclass

from plenary_tui.procedure.conference import Conference, Entry
from plenary_tui.procedure.forecast import Forecast
from plenary_tui.procedure.limits import limit_for
from plenary_tui.procedure.order import tiers_at
from plenary_tui.procedure.timing import Instant
from plenary_tui.views.clock_face import Tone
from plenary_tui.views.outlook import outlook_line
from plenary_tui.views.programme import overrun_line
from plenary_tui.views.words import NEXT_SHOWN, delegation_of, ready_word, video_words

PROMPTED_NGOS = 2
"""How many NGOs are prompted to the table early (rule 24)."""
PROMPT_WITHIN = 6
"""How near the head of the list an NGO is prompted."""


@dataclass(frozen=True, slots=True)
class NextRow:
    """One of the next speakers: its name, whether it is ready in words, and what else matters."""

    name: str
    ready: bool
    ready_word: str
    detail: str


@dataclass(frozen=True, slots=True)
class NextCard:
    """The next three, the NGOs to be prompted to the table, and the forecast in one line.

    `beside` names the side events into which the meeting runs; "" for none.
    """

    rows: tuple[NextRow, ...] = ()
    prompt: str = ""
    outlook: str = ""
    outlook_tone: Tone = "quiet"
    beside: str = ""


def next_card(conference: Conference, found: Forecast, now: Instant) -> NextCard:
    """The next speakers of the current list, and how far it will come."""
    rows = []
    for entry in next_entries(conference, now):
        group = f"on behalf of {entry.on_behalf_of}" if entry.on_behalf_of else ""
        who = ", ".join(part for part in (entry.speaker, entry.function) if part)
        video = video_words(entry, limit_for(conference, conference.item, entry.tier))
        language = entry.language.value if entry.language else ""
        rows.append(
            NextRow(
                delegation_of(conference, entry).name,
                entry.ready or bool(video),
                "video" if video else ready_word(entry.tier) if entry.ready else "not ready",
                ", ".join(part for part in (video, group, who, language) if part),
            )
        )
    outlook, warns = outlook_line(conference, found, now)
    return NextCard(
        tuple(rows),
        _prompt(conference),
        outlook,
        "warn" if warns else "quiet",
        overrun_line(conference, now),
    )


def next_entries(conference: Conference, now: Instant) -> tuple[Entry, ...]:
    """The next three of the current list."""
    speakers = conference.current_list
    if speakers is None:
        return ()
    found: tuple[Entry, ...] = ()
    for tier in tiers_at(conference, speakers, now.utc):
        found += speakers.queue(tier).waiting[: NEXT_SHOWN - len(found)]
    return found


def _prompt(conference: Conference) -> str:
    """The next two NGOs, near the head of the list, who are not at the table yet (rule 24)."""
    speakers = conference.current_list
    if speakers is None:
        return ""
    states, igos, ngos = speakers.queues
    ahead = len(states.waiting) + len(igos.waiting)
    if ahead >= PROMPT_WITHIN:
        return ""
    names = [
        delegation_of(conference, entry).name
        for entry in ngos.waiting[:PROMPTED_NGOS]
        if not entry.ready
    ]
    return f"To the table: {', '.join(names)}" if names else ""
