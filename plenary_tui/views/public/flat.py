"""One value at an address, as plain text: for control surfaces that read nothing else.

`/api/now/delegation`, `/api/next/2/delegation`, `/api/caption/line1`: empty, never missing, when
there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.speakers.order import NEXT_SHOWN, next_entries
from plenary_tui.procedure.state.conference import Conference, Entry
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.page import Live, live
from plenary_tui.views.public.snapshot import heard_floor
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.wording.clock_face import clock_face

Value = Callable[[Conference, Instant, Live], str]


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _entry(name: str) -> Callable[[Entry], str]:
    return lambda entry: str(getattr(entry, name) or "")


OF_ENTRY: dict[str, Callable[[Entry], str]] = {
    name.replace("_", "-"): _entry(name)
    for name in ("speaker", "function", "on_behalf_of", "language", "delivery", "media")
}
"""What is known of an entry besides its delegation."""


def _of_floor(name: str) -> Value:
    def value(conference: Conference, now: Instant, shown: Live) -> str:
        return str(getattr(heard_floor(conference, now), name, None) or "")

    return value


def _of_next(place: int, read: Callable[[Entry], str]) -> Value:
    def value(conference: Conference, now: Instant, shown: Live) -> str:
        entries = next_entries(conference, now)
        return read(entries[place]) if place < len(entries) else ""

    return value


def _next_live(place: int, name: str) -> Value:
    def value(conference: Conference, now: Instant, shown: Live) -> str:
        if place >= len(shown.next):
            return ""
        one = shown.next[place]
        return one.name.text if name == "delegation" else one.when

    return value


def _remaining(conference: Conference, now: Instant, shown: Live) -> str:
    floor = conference.floor
    return clock_face(conference, now).digits if floor is not None else ""


def _limit(conference: Conference, now: Instant, shown: Live) -> str:
    limit = shown.clock.limit
    return say_seconds(limit) if limit is not None else ""


VALUES: dict[str, Value] = {
    "conference": lambda conference, now, shown: shown.conference,
    "rehearsal": lambda conference, now, shown: _yes(shown.rehearsal),
    "generation": lambda conference, now, shown: str(shown.generation),
    "on-air": lambda conference, now, shown: _yes(conference.on_air),
    "state": lambda conference, now, shown: shown.word,
    "status": lambda conference, now, shown: shown.status,
    "item": lambda conference, now, shown: shown.item if conference.item else "",
    "caption/line1": lambda conference, now, shown: shown.caption.line1.text,
    "caption/line2": lambda conference, now, shown: shown.caption.line2.text,
    "now/delegation": lambda conference, now, shown: shown.now.name.text,
    "now/phase": _of_floor("phase"),
    **{f"now/{name}": _of_floor(name.replace("-", "_")) for name in OF_ENTRY},
    "clock/remaining": _remaining,
    "clock/limit": _limit,
    "clock/word": lambda conference, now, shown: clock_face(conference, now).word,
}
"""Every address below /api/, but for those of the next speakers."""

for _place in range(NEXT_SHOWN):
    for _stem in (f"next/{_place + 1}", *(("next",) if _place == 0 else ())):
        for _name in ("delegation", "when"):
            VALUES[f"{_stem}/{_name}"] = _next_live(_place, _name)
        for _name, _read in OF_ENTRY.items():
            VALUES[f"{_stem}/{_name}"] = _of_next(_place, _read)


def flat(
    conference: Conference, now: Instant, language: Language, phrases: Phrases, name: str
) -> str:
    """The value at an address; KeyError if there is no such address."""
    value = VALUES[name]
    return str(value(conference, now, live(conference, now, language, phrases)))
