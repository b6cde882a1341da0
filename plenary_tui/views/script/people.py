"""How people are named, called and thanked; nothing here guesses whether they are men or women."""

from __future__ import annotations

from plenary_tui.procedure.ground.called import addressed, person_words, role_spoken
from plenary_tui.procedure.state.conference import Conference, Delegation, Entry, Floor, Statement
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Delivery, FloorKind, ParticipantClass, Rank, Tier
from plenary_tui.views.script.line import Line, line
from plenary_tui.views.script.things import body_named

_NAMED = frozenset({FloorKind.RAPPORTEUR, FloorKind.CHAIR, FloorKind.GUEST})
HIGH_RANKS = frozenset({Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.MINISTER})
"""Ranks that the President calls by their function rather than as a representative."""


def representative(conference: Conference, delegation_id: str) -> Line:
    """The representative of a delegation."""
    delegation = conference.delegation(delegation_id)
    if delegation is None:
        return line("who.state", delegation=delegation_id)
    key = {Tier.STATES: "who.state", Tier.IGOS: "who.igo", Tier.NGOS: "who.ngo"}[delegation.tier]
    return line(key, delegation=delegation.as_spoken)


def who(conference: Conference, entry: Entry) -> Line:
    """A speaker of the list as the President names them."""
    delegation = conference.delegation(entry.delegation)
    assert delegation is not None
    if delegation.participant is ParticipantClass.NGO and entry.speaker and entry.function:
        return line(
            "who.ngo_named",
            speaker=addressed(entry),
            function=entry.function,
            delegation=delegation.as_spoken,
        )
    if _is_high(delegation, entry):
        return _high(delegation, entry)
    return representative(conference, entry.delegation)


def _is_high(delegation: Delegation, entry: Entry) -> bool:
    return delegation.tier is Tier.STATES and entry.rank in HIGH_RANKS


def _high(delegation: Delegation, entry: Entry) -> Line:
    """A head of State or Government or a minister, by function, and by name where it is known."""
    rank = line(f"rank.{entry.rank.name.lower()}")
    function: str | Line = entry.function.removeprefix("the ").removeprefix("The ") or rank
    named = {"speaker": addressed(entry)} if entry.speaker else {}
    suffix = "_named" if named else ""
    names = (delegation.name, delegation.as_spoken)
    words = f" {folded(entry.function)} "
    if any(f" {folded(name)} " in words for name in names):
        return line(f"who.high_whole{suffix}", function=function, **named)
    return line(f"who.high{suffix}", function=function, delegation=delegation.as_spoken, **named)


def call(conference: Conference, floor: Floor | None, entry: Entry | None) -> Line:
    """The call of whoever has the floor; of an entry that waits, if `floor` is None."""
    called = floor.entry if floor is not None else entry
    if called is not None:
        return _call_of_entry(conference, called)
    assert floor is not None
    if floor.kind is FloorKind.REPLY:
        whom = representative(conference, floor.delegation)
        return line("call.reply", who=whom, followed=None)
    return (
        line("call.secretariat")
        if (named := person_named(floor)) is None
        else line("call.person", who=named)
    )


def person_named(one: Floor | Statement) -> Line | None:
    """Whoever speaks for no delegation, as the President names them; None for the Secretariat."""
    person = one.person
    name = addressed(person)
    if one.kind is FloorKind.SECRETARIAT:
        return line("who.secretariat", speaker=person_words(person)) if name else None
    if one.kind is FloorKind.GUEST:
        return line("who.role", role=person_words(person))
    role = role_spoken(one.kind, person)
    return line("who.role_named", role=role, speaker=name) if name else line("who.role", role=role)


def _call_of_entry(conference: Conference, entry: Entry) -> Line:
    delegation = conference.delegation(entry.delegation)
    assert delegation is not None
    if entry.explains is not None:
        return line(
            f"call.explains_{entry.explains.name.lower()}",
            who=who(conference, entry),
            group=_group("call.group", entry),
            followed=None,
        )
    high = "call.high" if _is_high(delegation, entry) else "call.statement"
    key = "call.video" if entry.delivery is Delivery.VIDEO else high
    return line(key, who=who(conference, entry), group=_group("call.group", entry), followed=None)


def _group(key: str, entry: Entry) -> Line | None:
    return line(key, group=entry.on_behalf_of) if entry.on_behalf_of else None


def followed_by(called: Line, conference: Conference, entry: Entry | None) -> Line:
    """A call that also tells who comes after; the last one on the list has nobody after it."""
    if entry is None:
        return called
    group = _group("call.group_followed", entry)
    return _with_followed(called, line("call.followed", who=who(conference, entry), group=group))


def followed_by_reply(called: Line, conference: Conference, delegation_id: str) -> Line:
    """A call to reply that also tells who replies after."""
    after = representative(conference, delegation_id)
    return _with_followed(called, line("call.followed", who=after, group=None))


def _with_followed(called: Line, followed: Line) -> Line:
    values = (*(one for one in called.values if one[0] != "followed"), ("followed", followed))
    return Line(called.key, values)


def thanks(conference: Conference, one: Floor | Statement) -> Line | None:
    """The thanks to whoever speaks or spoke; None for the President."""
    match one.kind:
        case FloorKind.PRESIDENT | FloorKind.POINT_OF_ORDER:
            return None
        case FloorKind.SECRETARIAT:
            named = person_named(one)
            return line("thank.secretariat") if named is None else line("thank.person", who=named)
        case FloorKind.RAPPORTEUR | FloorKind.CHAIR | FloorKind.GUEST:
            return line("thank.person", who=person_named(one))
        case FloorKind.REPLY:
            return line("thank.statement", who=representative(conference, one.delegation))
        case FloorKind.STATEMENT:
            entry = one.entry
            assert entry is not None
            delegation = conference.delegation(entry.delegation)
            assert delegation is not None
            whom = who(conference, entry)
            if entry.delivery is Delivery.VIDEO:
                return line("thank.video", who=whom)
            if _is_high(delegation, entry):
                return line("thank.high", body=body_named(conference), who=whom)
            return line("thank.statement", who=whom)


def speaker_of(conference: Conference, floor: Floor) -> Line | None:
    """Whoever has the floor, as the President names them; None for the President themselves."""
    if floor.entry is not None:
        return who(conference, floor.entry)
    if not floor.delegation:
        return person_named(floor) if floor.kind in _NAMED else None
    return representative(conference, floor.delegation)
