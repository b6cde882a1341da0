"""A list of speakers to show: every tier, names of every kind."""

from __future__ import annotations

from datetime import UTC, date, datetime

from plenary_tui.procedure.speakers.lists import with_entry
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    SpeakersList,
    empty_list,
)
from plenary_tui.procedure.state.vocabulary import Body, Language, ParticipantClass, Tier
from plenary_tui.views.podium.listing import Listing, listing

NOW = datetime(2024, 10, 14, 8, tzinfo=UTC)
LONGEST = "United Kingdom of Great Britain and Northern Ireland"
NAMES = {
    Tier.STATES: [
        "Maldives",
        LONGEST,
        "Côte d'Ivoire",
        "阿拉伯叙利亚共和国",
        "الجزائر",
        "[red]x[/]",
    ],
    Tier.IGOS: ["African Union"],
    Tier.NGOS: ["e\u0301" * 90, "Evil\x1b[31m\u202eGroup"],
}
CLASSES = {
    Tier.STATES: ParticipantClass.STATE_PARTY,
    Tier.IGOS: ParticipantClass.IGO,
    Tier.NGOS: ParticipantClass.NGO,
}
DELEGATIONS = tuple(
    Delegation(f"{tier.value[0]}{n}", name, CLASSES[tier], codes=(f"{tier.order}{n}7",))
    for tier, names in NAMES.items()
    for n, name in enumerate(names)
)
CONFERENCE = Conference(
    "c",
    "COP",
    "Europe/Vienna",
    date(2024, 10, 14),
    date(2024, 10, 18),
    delegations=DELEGATIONS,
    items=(AgendaItem("1(f)", "General discussion"),),
)


def full_list() -> SpeakersList:
    """One entry for each delegation, numbered from 1 in the order of speaking."""
    speakers = empty_list("1(f)", Body.PLENARY)
    for number, delegation in enumerate(DELEGATIONS, start=1):
        entry = Entry(number, delegation.id, delegation.tier, NOW, language=Language.FRENCH)
        place = len(speakers.queue(entry.tier).waiting)
        speakers = with_entry(speakers, entry, place)
    return speakers


def shown(speakers: SpeakersList, matching: str = "") -> Listing:
    return listing(CONFERENCE, speakers, NOW, matching)
