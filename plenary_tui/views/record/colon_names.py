"""Whoever spoke and what was before a meeting, as they are named in another language's record.

Roles and functions that the captions know are put into the language; names of people, titles and
what no table has stand as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Body, Delivery, FloorKind, Outcome, Tier
from plenary_tui.views.public.caption import PRESIDENT, SECRETARIAT
from plenary_tui.views.public.functions import (
    JOINTS,
    ON_BEHALF_OF,
    behalf_in,
    speaks_of_a_woman,
    title_in,
)
from plenary_tui.views.record.facts import (
    ConferenceRecord,
    DecisionFacts,
    MeetingFacts,
    PersonFacts,
    StatementFacts,
    Votes,
)
from plenary_tui.views.record.phrasing import day
from plenary_tui.views.wording.tongue import Tongue, marked

ROLES = {
    FloorKind.RAPPORTEUR: marked("Rapporteur"),
    FloorKind.CHAIR: marked("Chair"),
    FloorKind.GUEST: marked("Guest"),
}
"""What whoever speaks for no delegation is called where nothing else is known."""
_VICE = ("vice-president", "vice president")
OUTCOMES = {
    Outcome.ADOPTED: marked("adopted"),
    Outcome.REJECTED: marked("not adopted"),
    Outcome.DEFERRED: marked("action deferred"),
    Outcome.WITHDRAWN: marked("withdrawn"),
}
"""What became of a draft, as it is said of one."""


def joined(parts: Iterable[str], tongue: Tongue) -> str:
    """What is known, with what stands between parts of a line."""
    return JOINTS[tongue.language].join(tongue.name(part) for part in parts if part)


def bracketed(name: str, notes: Iterable[str], tongue: Tongue) -> str:
    """A name with what belongs behind it."""
    for note in filter(None, notes):
        name = tongue.words("{name} ({note})", name=tongue.name(name), note=tongue.name(note))
    return name


def function(one: StatementFacts | PersonFacts, tongue: Tongue) -> str:
    """A function in the language where its tables have it, else as it was typed; "" for none."""
    if not one.function:
        return ""
    of_state = isinstance(one, StatementFacts) and one.tier is Tier.STATES
    woman = speaks_of_a_woman(one.speaker)
    found = title_in(one.function, tongue.language, woman=woman, of_state=of_state)
    return found or one.function


def behalf(one: StatementFacts, tongue: Tongue) -> str:
    """On whose behalf; "" if on nobody's."""
    if not one.on_behalf_of:
        return ""
    phrase = behalf_in(one.on_behalf_of, tongue.language)
    return phrase or f"{ON_BEHALF_OF[tongue.language]}{tongue.name(one.on_behalf_of)}"


def delegation(one: StatementFacts, tongue: Tongue) -> str:
    """The delegation with what belongs behind it, or whoever spoke for none."""
    if one.delegation is None:
        return role(one, tongue)
    video = one.delivery is Delivery.VIDEO
    notes = (behalf(one, tongue), tongue.words("video statement") if video else "")
    return bracketed(one.delegation, notes, tongue)


def for_groups(statements: Sequence[StatementFacts], tongue: Tongue) -> list[str]:
    """Who spoke for groups, each delegation once, with every group that it spoke for."""
    found = []
    for of in in_order(statements, tongue):
        theirs = [one for one in statements if one.delegation == of.delegation]
        video = any(one.delivery is Delivery.VIDEO for one in theirs)
        groups = tongue.series(unique(behalf(one, tongue) for one in theirs))
        notes = (groups, tongue.words("video statement") if video else "")
        found.append(bracketed(of.delegation or "", notes, tongue))
    return found


def role(one: StatementFacts, tongue: Tongue) -> str:
    """Whoever spoke for no delegation: the role, and the person as far as known."""
    named = (one.speaker or "", function(one, tongue))
    match one.kind:
        case FloorKind.PRESIDENT:
            return in_the_chair(PersonFacts(speaker=one.speaker, function=one.function), tongue)
        case FloorKind.RAPPORTEUR | FloorKind.CHAIR | FloorKind.GUEST:
            called = "" if one.function else tongue.words(ROLES[one.kind])
            return joined((called, *named), tongue)
        case _:
            return joined((SECRETARIAT[tongue.language], *named), tongue)


def in_the_chair(one: PersonFacts, tongue: Tongue) -> str:
    """Somebody in the chair by role and name."""
    if folded(one.function or "").removeprefix("the ") in _VICE:
        called = tongue.words("Vice-President")
    else:
        called = function(one, tongue) or PRESIDENT[tongue.language]
    return joined((called, one.speaker or ""), tongue)


def unique(names: Iterable[str]) -> list[str]:
    """Names, each once."""
    return list(dict.fromkeys(names))


def in_order(statements: Iterable[StatementFacts], tongue: Tongue) -> list[StatementFacts]:
    """Who spoke, each once, in the order of their names."""
    found: dict[str, StatementFacts] = {}
    for one in statements:
        found.setdefault(one.delegation or "", one)
    return sorted(found.values(), key=lambda one: tongue.order(one.delegation or ""))


class Drafted(Protocol):
    """A draft, or the action on one."""

    @property
    def label(self) -> str: ...
    @property
    def kind(self) -> str: ...


def draft(one: Drafted, tongue: Tongue) -> str:
    """A draft by its symbol, or as one without."""
    label = "" if one.label.startswith("draft ") else one.label
    kind = one.kind == "decision"
    if not label:
        return tongue.words("Draft decision") if kind else tongue.words("Draft resolution")
    label = tongue.name(label)
    if kind:
        return tongue.words("Draft decision {symbol}", symbol=label)
    return tongue.words("Draft resolution {symbol}", symbol=label)


def quoted(title: str, tongue: Tongue) -> str:
    """A title as it was typed, in the quotation marks of the language."""
    return tongue.words("“{title}”", title=tongue.name(title))


def meetings(record: ConferenceRecord, held: Sequence[MeetingFacts], tongue: Tongue) -> str:
    """Meetings with their dates, one after another."""
    return tongue.series(
        tongue.words(
            "{meeting} ({date})",
            meeting=tongue.meeting(one.number, one.body),
            date=tongue.dated(day(record, one)),
        )
        for one in held
    )


def counts(vote: Votes, tongue: Tongue) -> str:
    """The numbers of a vote."""
    numbers = {
        "in_favour": vote.in_favour,
        "against": vote.against,
        "abstaining": vote.abstaining,
    }
    if vote.by_name is not None:
        return tongue.words(
            "by a recorded vote (in favour: {in_favour}; against: {against}; "
            "abstaining: {abstaining})",
            **numbers,
        )
    return tongue.words(
        "by a vote (in favour: {in_favour}; against: {against}; abstaining: {abstaining})",
        **numbers,
    )


def outcome(one: DecisionFacts, tongue: Tongue) -> str:
    """What became of a draft, and how."""
    if one.outcome is Outcome.ADOPTED and one.body is Body.COMMITTEE:
        said = tongue.words("approved")
    else:
        said = tongue.words(OUTCOMES[one.outcome])
    if one.orally_revised:
        said = tongue.words("{outcome} as orally revised", outcome=said)
    if one.vote is not None:
        return tongue.words("{outcome} {how}", outcome=said, how=counts(one.vote, tongue))
    if one.outcome is Outcome.ADOPTED:
        how = tongue.words("without a vote")
        return tongue.words("{outcome} {how}", outcome=said, how=how)
    return said
