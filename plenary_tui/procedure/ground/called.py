"""What a meeting, and whoever has the floor, is called in a sentence."""

from __future__ import annotations

from typing import Protocol

from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.chamber import NOBODY
from plenary_tui.procedure.state.conference import Conference, Floor, Meeting, Person
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Body, FloorKind

_FORMS = frozenset(["mr", "mrs", "ms", "miss", "mx", "mme", "mlle", "sr", "sra", "srta"])
"""Forms of address, without their full point."""
_GROUPS = frozenset(("alliance", "association", "caucus", "coalition", "community", "council"))
_GROUPS |= {"cooperation", "countries", "forum", "friends", "g77", "group", "league", "movement"}
_GROUPS |= {"nations", "organisation", "organization", "parties", "states", "union"}
"""Words of the names of groups that have an article in a sentence, folded."""
_NO_ARTICLE = frozenset(("the", "a", "an", "all", "many", "several", "some"))
"""Words before a name that has no other article."""


class Addressed(Protocol):
    """Whoever speaks, as far as a name needs it."""

    @property
    def speaker(self) -> str | None: ...
    @property
    def address(self) -> str | None: ...


def addressed(one: Addressed) -> str:
    """A speaker's name, with the Mr. or Ms. that the office gives; "" if it is not known.

    A name that was typed with such a form has it already, the right one where it was corrected.
    """
    speaker, address = one.speaker or "", one.address or ""
    first = folded(speaker.partition(" ")[0]).rstrip(".")
    if first in _FORMS or first == folded(address).rstrip("."):
        return speaker
    return f"{address} {speaker}".strip() if speaker else ""


def group_spoken(group: str) -> str:
    """A group within a sentence: `the African Group`, `GRULAC`; names in a row as they are."""
    words = folded(group).replace("-", "").split()
    if words[:1] == ["the"]:
        return f"the{group[3:]}"
    has_none = not words or words[0] in _NO_ARTICLE or "," in group
    return group if has_none or _GROUPS.isdisjoint(words) else f"the {group}"


def title_of(meeting: Meeting) -> str:
    """A meeting in words, e.g. `1st plenary meeting`."""
    return title_numbered(meeting.number, meeting.body)


def title_numbered(number: int, body: Body) -> str:
    """The meeting of a body of that number in words."""
    if body is Body.PLENARY:
        return f"{ordinal(number)} plenary meeting"
    return f"{title_in_short(number, body)} of the Committee of the Whole"


def title_in_short(number: int, body: Body) -> str:
    """The same where the body is said beside it: `1st meeting`, `1st sitting`."""
    return f"{ordinal(number)} {'meeting' if body is Body.PLENARY else 'sitting'}"


def holder_name(conference: Conference, floor: Floor) -> str:
    """The short name of whoever has the floor."""
    if floor.whose:
        return name_of(conference, floor.whose)
    return role_name(floor.kind, floor.person)


def role_name(kind: FloorKind, person: Person) -> str:
    """What whoever speaks for no delegation is called: `Vice-President`, a guest by name."""
    function = person.function.removeprefix("the ").removeprefix("The ")
    match kind:
        case FloorKind.PRESIDENT:
            return function or "President"
        case FloorKind.CHAIR:
            return function or "Chair"
        case FloorKind.RAPPORTEUR:
            return "Rapporteur"
        case FloorKind.GUEST:
            return person.speaker or function
        case _:
            return "Secretariat"


def role_spoken(kind: FloorKind, person: Person) -> str:
    """The same within a sentence: `the Vice-President`; a guest by name without an article."""
    name = role_name(kind, person)
    return name if kind is FloorKind.GUEST and person.speaker else f"the {name}"


def person_words(person: Person, *, but: str = "") -> str:
    """Name and function, as far as they are known; without what `but` says already."""
    name = addressed(person)
    said = folded(but).removeprefix("the ")
    function = folded(person.function).removeprefix("the ")
    parts = (
        name if folded(person.speaker) != said else "",
        person.function if function != said else "",
    )
    return ", ".join(part for part in parts if part)


def spoken_of(kind: FloorKind, person: Person) -> str:
    """Role and name within a sentence: `the Vice-President, Ms. A. Sample`."""
    spoken = role_spoken(kind, person)
    who = person_words(person, but=role_name(kind, person))
    if kind is FloorKind.SECRETARIAT and who:
        return f"{who}, of the Secretariat"
    return f"{spoken}, {who}" if who else spoken


def in_the_chair(meeting: Meeting | None) -> Person:
    """Who presides in place of the President; nobody of whom anything is known, if nobody does."""
    return (meeting.presiding or NOBODY) if meeting is not None else NOBODY


def holder_of_floor(conference: Conference) -> str:
    """Who has the floor, as a sentence begins; "" if nobody has."""
    floor = conference.floor
    if floor is None:
        return ""
    if floor.whose:
        return holder_name(conference, floor)
    spoken = role_spoken(floor.kind, floor.person)
    return f"{spoken[:1].upper()}{spoken[1:]}"
