"""What each column of a table is: guessed from its title and from what stands in it, or told.

What stands in a column counts more than any title: a column of which most cells are delegations
names delegations, whatever it is called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from plenary_tui.exchange.incoming.answers import (
    delivery_of,
    is_class,
    is_salutation,
    language_of,
    rank_of,
    registration_of,
)
from plenary_tui.exchange.incoming.columntitles import Titled, is_title, meaning_of
from plenary_tui.exchange.incoming.grid import E_MAIL, Grid
from plenary_tui.exchange.incoming.moments import is_bare_time, is_date
from plenary_tui.exchange.incoming.offer import Column, Role
from plenary_tui.exchange.problems import Problem, meant, quoted
from plenary_tui.procedure.ground.written import plain

LOOKED_AT = 60
"""Distinct texts of a column by which it is judged."""
MOSTLY = 0.6
"""The share of a column that makes it what its cells are."""

_SAME = {
    Titled.SPEAKER: Role.SPEAKER,
    Titled.FIRST: Role.FIRST,
    Titled.LAST: Role.LAST,
    Titled.FUNCTION: Role.FUNCTION,
    Titled.ADDRESS: Role.ADDRESS,
    Titled.HEADING: Role.TITLE,
    Titled.CLASS: Role.CLASS,
    Titled.GROUP: Role.GROUP,
    Titled.CODE: Role.CODE,
    Titled.ITEM: Role.ITEM,
    Titled.RANK: Role.RANK,
    Titled.LANGUAGE: Role.LANGUAGE,
    Titled.ON_BEHALF_OF: Role.ON_BEHALF_OF,
    Titled.DELIVERY: Role.DELIVERY,
    Titled.MEDIA: Role.MEDIA,
    Titled.RECEIVED_AT: Role.RECEIVED_AT,
    Titled.STATE: Role.STATE,
    Titled.DATE: Role.DATE,
    Titled.STARTS: Role.STARTS,
    Titled.ENDS: Role.ENDS,
    Titled.ROOM: Role.ROOM,
    Titled.PRIVATE: Role.NOT_READ,
    Titled.SPONSOR: Role.DELEGATION,
}
_BODIES = (Titled.BODY, Titled.ORGANIZATION, Titled.COUNTRY, Titled.NATIONALITY, Titled.NAME)
_ANSWERS: tuple[tuple[Role, Callable[[str], object]], ...] = (
    (Role.ADDRESS, is_salutation),
    (Role.STATE, registration_of),
    (Role.LANGUAGE, language_of),
    (Role.RANK, rank_of),
    (Role.DELIVERY, delivery_of),
    (Role.CLASS, is_class),
)


@dataclass(slots=True)
class Seen:
    """What stands in a column.

    Attributes:
        says: what its title says.
        texts: distinct ones, as far as they are looked at.
        bodies: the share of them that surely are delegations.
    """

    says: Titled | None
    texts: list[str]
    bodies: float = 0.0

    def share(self, is_one: Callable[[str], object]) -> float:
        """The share of texts that are of a kind."""
        return sum(1 for text in self.texts if is_one(text)) / len(self.texts) if self.texts else 0


@dataclass(slots=True)
class Roles:
    """The columns of a table and where each role is.

    Attributes:
        columns: in order.
        places: of the column with each role.
        organization: the column that names bodies beside the one that names countries, if any.
        asks: what cannot be guessed, each with the option that answers it.
        problems: roles that were told of columns that are not there.
    """

    columns: list[Column]
    places: dict[Role, int] = field(default_factory=dict)
    organization: int | None = None
    asks: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def has(self, *roles: Role) -> bool:
        """Whether there is a column with any of the roles."""
        return any(role in self.places for role in roles)


def find_roles(
    grid: Grid, told: Mapping[str, Role | None], recognise: Callable[[str], bool]
) -> Roles:
    """What each column is."""
    seen = [
        Seen(meaning_of(title), grid.sample(place, LOOKED_AT))
        for place, title in enumerate(grid.titles)
    ]
    roles = Roles([Column(title, None) for title in grid.titles])
    fixed = _told(grid, told, roles)
    for place, one in enumerate(seen):
        if place not in fixed and one.says is not Titled.PRIVATE:
            one.bodies = one.share(lambda text: not text.isdigit() and recognise(text))
    guesses: dict[Role, list[tuple[float, int, str]]] = {}
    with_heading = any(one.says in (Titled.TITLE, Titled.HEADING) for one in seen)
    for place, one in enumerate(seen):
        if place in fixed:
            continue
        role, why = _guess(one, with_heading)
        if role is not None and role is not Role.DELEGATION and role is not Role.NOT_READ:
            fit = 2.0 if why == "title" else 1.0
            guesses.setdefault(role, []).append((fit + _filled(one), -place, why))
        elif role is Role.NOT_READ:
            roles.columns[place] = Column(grid.titles[place], role, why)
    for role, found in guesses.items():
        if role not in roles.places:
            _, place, why = max(found)
            _give(roles, grid, -place, role, why)
    if Role.DELEGATION not in roles.places:
        _find_delegation(grid, seen, roles, fixed)
    _settle(grid, seen, roles, fixed)
    return roles


def _filled(one: Seen) -> float:
    return 0.5 if one.texts else 0.0


def _give(roles: Roles, grid: Grid, place: int, role: Role, why: str) -> None:
    roles.places[role] = place
    roles.columns[place] = Column(grid.titles[place], role, why)


def _told(grid: Grid, told: Mapping[str, Role | None], roles: Roles) -> set[int]:
    """Give the roles that somebody says; the places of these columns."""
    by_title = {plain(title): place for place, title in enumerate(grid.titles)}
    exact = {title.casefold(): place for place, title in enumerate(grid.titles)}
    fixed = set()
    for title, role in told.items():
        place = exact.get(title.strip().casefold(), by_title.get(plain(title)))
        if place is None:
            what = f"has no column {quoted(title)}"
            roles.problems.append(Problem(grid.file, None, "", what, meant(title, grid.titles)))
            continue
        fixed.add(place)
        if role is None:
            roles.columns[place] = Column(grid.titles[place], None, "told")
        else:
            _give(roles, grid, place, role, "told")
    return fixed


def _guess(one: Seen, with_heading: bool) -> tuple[Role | None, str]:
    """The role of a column that names no delegation, and how it was known."""
    if one.share(E_MAIL.search) >= 0.5:
        return Role.NOT_READ, "content"
    says = one.says
    match says:
        case Titled.STATUS:
            return (Role.STATE, "title") if one.share(registration_of) >= 0.5 else (None, "")
        case Titled.TITLE:
            address = one.share(is_salutation) >= 0.5
            return (Role.ADDRESS if address else Role.TITLE), "title"
        case Titled.NAME:
            return (None, "") if one.bodies >= 0.5 else (Role.SPEAKER, "title")
        case Titled.KIND:
            return (Role.CLASS if one.share(is_class) >= 0.5 else Role.KIND), "title"
        case Titled.GROUP:
            return (Role.CLASS if one.share(is_class) >= MOSTLY else Role.GROUP), "title"
        case Titled.SYMBOL:
            is_draft = one.share(lambda text: "/" in text) >= 0.5
            return (Role.CODE if is_draft else Role.ITEM), "title"
        case Titled.NUMBER:
            return (Role.ITEM, "title") if with_heading else (None, "")
        case Titled.FUNCTION if one.texts and one.share(str.isdigit) >= 0.8:
            return None, ""
        case Titled.SPEAKER | Titled.CLASS if one.bodies >= MOSTLY:
            return None, ""
        case _ if says in _SAME and says is not Titled.SPONSOR:
            return _SAME[says], "title"
    if says is None and one.texts and one.bodies < 0.5:
        for role, is_one in _ANSWERS:
            if one.share(is_one) >= 0.8 and max(map(len, one.texts)) > 1:
                return role, "content"
    return None, ""


def _find_delegation(grid: Grid, seen: list[Seen], roles: Roles, fixed: set[int]) -> None:
    """Give the role of the delegation to the column that names it.

    Affiliations win over countries only if most of them are delegations: a ministry is none.
    """
    free = [
        (place, one)
        for place, one in enumerate(seen)
        if place not in fixed and roles.columns[place].role is None
    ]

    def of(says: Titled, least: float = 0.0) -> list[tuple[float, int]]:
        return [(one.bodies, -at) for at, one in free if one.says is says and one.bodies >= least]

    unnamed = [
        (one.bodies, -at)
        for at, one in free
        if one.says not in (Titled.NATIONALITY, Titled.UNUSED, *_BODIES[:3]) and one.bodies >= 0.5
    ]
    best_share = max((one.bodies for _, one in free), default=0.0)
    ranks = (
        of(Titled.BODY, 0.3 if best_share >= MOSTLY else 0.0),
        of(Titled.ORGANIZATION, MOSTLY),
        of(Titled.COUNTRY, 0.3 if best_share >= MOSTLY else 0.0),
        unnamed,
        of(Titled.BODY),
        of(Titled.COUNTRY),
        of(Titled.SPONSOR),
        of(Titled.ORGANIZATION),
        of(Titled.NAME, 0.01),
        of(Titled.STATUS, 0.3),
        of(Titled.NATIONALITY, 0.3),
    )
    found = next((max(one) for one in ranks if one), None)
    if found is None:
        return
    place = -found[1]
    why = "title" if seen[place].says in (*_BODIES, Titled.SPONSOR) else "content"
    _give(roles, grid, place, Role.DELEGATION, why)
    if seen[place].says in (Titled.COUNTRY, Titled.NATIONALITY, None):
        beside = [one for one in of(Titled.ORGANIZATION) if -one[1] != place]
        if beside:
            roles.organization = -max(beside)[1]
            roles.columns[roles.organization] = Column(
                grid.titles[roles.organization], Role.DELEGATION, "title"
            )
    _ask_of_doubles(grid, seen, roles, place)


def _ask_of_doubles(grid: Grid, seen: list[Seen], roles: Roles, place: int) -> None:
    """Ask where a second column of the same title names other delegations."""
    for other, one in enumerate(seen):
        same = plain(grid.titles[other]).removesuffix(" 2") == plain(grid.titles[place])
        if other != place and same and one.bodies >= 0.3 and one.texts != seen[place].texts:
            titles = f"“{grid.titles[place]}” (as it is taken) or “{grid.titles[other]}”"
            answer = f'--column "{grid.titles[other]}=delegation"'
            roles.asks.append((f"Which column names the delegation: {titles}?", answer))


def _settle(grid: Grid, seen: list[Seen], roles: Roles, fixed: set[int]) -> None:
    """Settle what depends on the other columns: dates of requests, and persons by their form."""
    if not roles.has(Role.DELEGATION):
        return
    if roles.has(Role.DATE) and not roles.has(Role.RECEIVED_AT, Role.TITLE, Role.STARTS):
        place = roles.places.pop(Role.DATE)
        _give(roles, grid, place, Role.RECEIVED_AT, roles.columns[place].why)
    free = [
        (place, one)
        for place, one in enumerate(seen)
        if place not in fixed and roles.columns[place].role is None and one.says is None
    ]
    dated = [place for place, one in free if one.share(is_moment) >= 0.8]
    if len(dated) == 1 and not roles.has(Role.RECEIVED_AT, Role.STATE, Role.DATE, Role.STARTS):
        _give(roles, grid, dated[0], Role.RECEIVED_AT, "content")
    if not roles.has(Role.SPEAKER, Role.FIRST, Role.LAST, Role.TITLE):
        persons = [(one.share(_is_person), -place) for place, one in free if place not in dated]
        if persons and (best := max(persons))[0] >= 0.8:
            _give(roles, grid, -best[1], Role.SPEAKER, "content")


def is_moment(text: str) -> bool:
    """Whether a text has the form of a day with a time."""
    return is_date(text) and ":" in text and not is_bare_time(text)


def _is_person(text: str) -> bool:
    """Whether a text has the form of a person's name: two to five words, no figure."""
    words = text.split()
    if not 2 <= len(words) <= 5 or any(one.isdigit() for one in text) or is_title(text):
        return False
    return all(word[0].isupper() or word.lower() in _PARTICLES for word in words)


_PARTICLES = frozenset(
    [
        "de",
        "del",
        "der",
        "den",
        "van",
        "von",
        "da",
        "dos",
        "du",
        "di",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "y",
        "e",
    ]
)
