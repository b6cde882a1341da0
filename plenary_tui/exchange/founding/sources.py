"""What files of an office say of a conference that is to be made: answers that are ready.

An Indico event or its registrations, a meeting of OpenSlides, a project of Ontime, a calendar, a
spreadsheet. Nothing is decided here: each answer is only presumed, and may be typed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from plenary_tui.exchange.files import built_in_packs
from plenary_tui.exchange.founding.answered import Sitting, read_timezone
from plenary_tui.exchange.founding.invited import all_states
from plenary_tui.exchange.incoming.offer import (
    Contents,
    Offer,
    OfferedConference,
    OfferedItem,
    Overruled,
)
from plenary_tui.exchange.incoming.readers import read_offer
from plenary_tui.exchange.pack import load_pack
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.ground.as_typed import Unread
from plenary_tui.procedure.ground.naming import certain_delegation
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, field, replace

UNREGISTERED = "all, not registered"
"""The answer that has all States there, none of which takes part until a file registers it."""
AS_FILES = "as the files"
"""The answer that takes the meetings of the files."""
ANY_DAY = datetime(2001, 1, 1, tzinfo=UTC)
"""Stands for the day of a rundown that has none, to see from when to when its meetings are."""
IN_TURN = (
    Contents.DELEGATIONS,
    Contents.AGENDA,
    Contents.PROGRAMME,
    Contents.DRAFTS,
    Contents.LIST,
)
"""The order in which the contents of a file are taken over, for they need each other."""


class Sources(Value):
    """Files of an office, read for what they say of the whole.

    Attributes:
        parts: each file with what is taken over of it, in turn; None where it is guessed anew.
        ready: answers by the key of their question, as they would be typed.
        sittings: the meetings, in aware times; empty where the files have no days for them.
        problems: of files of which nothing can be taken.
    """

    parts: tuple[tuple[Path, Contents | None], ...] = ()
    ready: Mapping[str, str] = field(default_factory=dict)
    sittings: tuple[Sitting, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_sources(paths: Iterable[Path], told: Overruled) -> Sources:
    """What the files say.

    Args:
        told: what somebody says of them.
    """
    offers = [(path, read_offer(path, told, _is_state)) for path in paths]
    problems = [
        problem
        for _, offer in offers
        for problem in offer.problems
        if offer.is_unread or problem.line is None
    ]
    event = _event(offer.event for _, offer in offers)
    zone = ZoneInfo(_zone(event.timezone) or "UTC")
    if zone.key != told.timezone:
        told = replace(told, timezone=zone.key)
        offers = [(path, read_offer(path, told, _is_state)) for path, _ in offers]
    if event.timezone and not _zone(event.timezone):
        what = f"“{event.timezone}” is not a known time zone"
        problems.append(Problem(offers[0][1].file, None, "timezone", what, "Europe/Vienna"))
    sittings = _sittings(offer for _, offer in offers)
    ready = _ready([offer for _, offer in offers], event, sittings, zone)
    timeless = [path for path, offer in offers if offer.asks and not offer.meetings]
    if timeless and not sittings:
        rundown = [read_offer(path, replace(told, day=ANY_DAY), _is_state) for path in timeless]
        hours = [one.local(zone) for one in _sittings(rundown)]
        if hours:
            ready["hours"] = ", ".join(f"{one.starts:%H:%M}-{one.ends:%H:%M}" for one in hours)
    parts = [(path, part) for path, offer in offers for part in _parts(offer)]
    parts.sort(key=lambda one: IN_TURN.index(one[1] or Contents.DELEGATIONS))
    guessed = {path: offer.columns != () for path, offer in offers}
    return Sources(
        tuple((path, None if guessed[path] else part) for path, part in parts),
        {key: text for key, text in ready.items() if text},
        sittings,
        tuple(problems),
    )


@cache
def _states() -> Conference:
    """The States that come with the program, and nobody else."""
    known = load_pack(built_in_packs()[0]).conference
    codes = {row["code"] for row in all_states()}
    return replace(known, delegations=tuple(one for one in known.delegations if one.id in codes))


def _is_state(text: str) -> bool:
    return certain_delegation(_states(), text) is not None


def _parts(offer: Offer) -> tuple[Contents, ...]:
    """What is taken over of a file: all a system wrote, of a table what it likeliest is."""
    return offer.contents[:1] if offer.columns else offer.contents


def _event(found: Iterable[OfferedConference]) -> OfferedConference:
    """What all files together say, the first that says it."""
    said = list(found)
    return OfferedConference(
        next((one.name for one in said if one.name), ""),
        next((one.place for one in said if one.place), ""),
        next((one.timezone for one in said if one.timezone), ""),
        next((one.first_day for one in said if one.first_day), None),
        next((one.last_day for one in said if one.last_day), None),
    )


def _zone(name: str) -> str:
    """The time zone of that name; "" if nobody knows it."""
    try:
        return read_timezone(name)
    except Unread:
        return ""


def _sittings(offers: Iterable[Offer]) -> tuple[Sitting, ...]:
    times = {(one.starts, one.ends) for offer in offers for one in offer.meetings}
    return tuple(Sitting(starts, ends) for starts, ends in sorted(times))


def _ready(
    offers: list[Offer],
    event: OfferedConference,
    sittings: tuple[Sitting, ...],
    zone: ZoneInfo,
) -> dict[str, str]:
    """The answers that the files have."""
    first, last = event.first_day, event.last_day
    moments = [moment for one in sittings for moment in (one.starts, one.ends)]
    moments += (
        moment
        for offer in offers
        for one in offer.events
        for moment in (one.starts, one.ends or one.starts)
    )
    days = [moment.astimezone(zone).date() for moment in moments]
    first = min(days, default=None) if first is None else first
    last = max(days, default=None) if last is None else last
    limit = next((offer.limit for offer in offers if offer.limit is not None), None)
    entries = [one for offer in offers for one in offer.entries]
    listed = next((one.item for one in entries if one.item), "")
    received = [one.received_at.astimezone(zone) for one in entries if one.received_at]
    agenda = _agenda(item for offer in offers for item in offer.items)
    register = any(
        _parts(offer)[:1] == (Contents.DELEGATIONS,) and offer.delegations for offer in offers
    )
    minutes, seconds = divmod(int(limit.total_seconds()), 60) if limit is not None else (0, 0)
    return {
        "name": event.name,
        "place": event.place,
        "timezone": _zone(event.timezone),
        "first_day": _day(first),
        "last_day": _day(last),
        "hours": AS_FILES if sittings else "",
        "limit": f"{minutes}:{seconds:02d}" if limit is not None else "",
        "states": UNREGISTERED if register else "",
        "agenda": agenda,
        "listed": listed,
        "opens": _day(min(received).date()) if received else "",
    }


def _agenda(items: Iterable[OfferedItem]) -> str:
    """The items as they would be typed, a line each, no symbol twice."""
    lines: dict[str, str] = {}
    for item in items:
        lines.setdefault(item.symbol, f"{item.symbol} {item.title}")
    return "\n".join(lines.values())


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
