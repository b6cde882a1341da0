"""What each column of a table is: guessed from its title and from what stands in it, or told.

What stands in a column counts more than any title: a column of which most cells are delegations
names delegations, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from plenary_tui.exchange.incoming.bodies import find_delegation
from plenary_tui.exchange.incoming.cells import cleaned
from plenary_tui.exchange.incoming.cellwords import (
    delivery_of,
    is_class,
    is_salutation,
    language_of,
    rank_of,
    registration_of,
)
from plenary_tui.exchange.incoming.columns import MOSTLY, Roles, Seen, give
from plenary_tui.exchange.incoming.columntitles import Titled, is_title, meaning_of
from plenary_tui.exchange.incoming.grid import E_MAIL, Grid
from plenary_tui.exchange.incoming.moments import is_bare_time, is_date
from plenary_tui.exchange.incoming.numbered import is_numbered
from plenary_tui.exchange.incoming.offer import Column, Role
from plenary_tui.exchange.problems import Problem, meant, quoted
from plenary_tui.procedure.ground.written import plain

LOOKED_AT = 60
"""Distinct texts of a column by which it is judged."""
_SYMBOL = re.compile(r"(?:item |point )?\d{1,2}(?:\.\d{1,2})*\.?(?: ?\([a-z]{1,3}\))*", re.I)
LONGEST_SYMBOL = 10
"""Characters of what is a symbol and no title."""
LONGEST_ADDRESS = 25
"""Characters of a form of address."""

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
_ANSWERS: tuple[tuple[Role, Callable[[str], object]], ...] = (
    (Role.ADDRESS, is_salutation),
    (Role.STATE, registration_of),
    (Role.LANGUAGE, language_of),
    (Role.RANK, rank_of),
    (Role.DELIVERY, delivery_of),
    (Role.CLASS, is_class),
)


_OF_PERSONS = {
    Titled.BODY,
    Titled.ORGANIZATION,
    Titled.COUNTRY,
    Titled.SPEAKER,
    Titled.FIRST,
    Titled.LAST,
    Titled.FUNCTION,
    Titled.PRIVATE,
    Titled.STATE,
}


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
            one.bodies = one.share(lambda text: not _means_else(text) and recognise(text))
    guesses: dict[Role, list[tuple[float, int, str]]] = {}
    with_persons = any(one.says in (Titled.FIRST, Titled.LAST) for one in seen)
    with_heading = any(
        one.says is Titled.HEADING or (one.says is Titled.TITLE and not with_persons)
        for one in seen
    )
    of_bodies = _is_of_bodies(seen)
    for place, one in enumerate(seen):
        if place in fixed or (of_bodies and one.says is Titled.NAME):
            continue
        role, why = _guess(one, with_heading, with_persons)
        if role is not None and role is not Role.DELEGATION and role is not Role.NOT_READ:
            fit = 2.0 if why == "title" else 1.0
            guesses.setdefault(role, []).append((fit + _filled(one), -place, why))
        elif role is Role.NOT_READ:
            roles.columns[place] = Column(grid.titles[place], role, why)
    for role, found in guesses.items():
        if role not in roles.places:
            _, place, why = max(found)
            give(roles, grid, -place, role, why)
    if Role.DELEGATION not in roles.places:
        find_delegation(grid, seen, roles, fixed)
    _settle(grid, seen, roles, fixed)
    return roles


def _is_of_bodies(seen: list[Seen]) -> bool:
    """Whether a table has names with a class or code and nothing of persons: bodies, if unknown."""
    says = {one.says for one in seen}
    return bool(says & {Titled.CLASS, Titled.CODE, Titled.GROUP}) and not says & _OF_PERSONS


def _filled(one: Seen) -> float:
    return 0.5 if one.texts else 0.0


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
            give(roles, grid, place, role, "told")
    return fixed


def _guess(one: Seen, with_heading: bool, with_persons: bool) -> tuple[Role | None, str]:
    """The role of a column that names no delegation, and how it was known.

    Args:
        with_heading: whether a column has the titles of matters.
        with_persons: whether columns have the names of persons in parts.
    """
    if one.share(E_MAIL.search) >= 0.5:
        return Role.NOT_READ, "content"
    says = one.says
    match says:
        case Titled.STATUS:
            return (Role.STATE, "title") if one.share(registration_of) >= 0.5 else (None, "")
        case Titled.TITLE | Titled.HEADING if one.share(_SYMBOL.fullmatch) >= MOSTLY:
            return Role.ITEM, "title"
        case Titled.TITLE:
            short = max(map(len, one.texts), default=0) <= LONGEST_ADDRESS
            address = one.share(is_salutation) >= 0.5 or (with_persons and short)
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


def _settle(grid: Grid, seen: list[Seen], roles: Roles, fixed: set[int]) -> None:
    """Settle what depends on the other columns: dates of requests, and persons by their form."""
    if not roles.has(Role.DELEGATION):
        place = roles.places.get(Role.ITEM)
        if place is not None and not roles.has(Role.TITLE) and place not in fixed:
            _settle_titles(grid, seen, roles, place)
        _settle_agenda(grid, seen, roles, fixed)
        return
    if roles.has(Role.DATE) and not roles.has(Role.RECEIVED_AT, Role.TITLE, Role.STARTS):
        place = roles.places.pop(Role.DATE)
        give(roles, grid, place, Role.RECEIVED_AT, roles.columns[place].why)
    if roles.has(Role.SPEAKER, Role.FIRST, Role.LAST):
        _settle_persons(grid, seen, roles, fixed)
    place = roles.places.get(Role.ITEM)
    if place is not None and place not in fixed and seen[place].says is Titled.NUMBER:
        _settle_count(grid, roles, place)
    free = [
        (place, one)
        for place, one in enumerate(seen)
        if place not in fixed and roles.columns[place].role is None and one.says is None
    ]
    dated = [place for place, one in free if one.share(is_moment) >= 0.8]
    if len(dated) == 1 and not roles.has(Role.RECEIVED_AT, Role.STATE, Role.DATE, Role.STARTS):
        give(roles, grid, dated[0], Role.RECEIVED_AT, "content")
    if not roles.has(Role.SPEAKER, Role.FIRST, Role.LAST, Role.TITLE):
        persons = [(one.share(_is_person), -place) for place, one in free if place not in dated]
        if persons and (best := max(persons))[0] >= 0.8:
            give(roles, grid, -best[1], Role.SPEAKER, "content")


def _settle_count(grid: Grid, roles: Roles, place: int) -> None:
    """A number beside a delegation counts the rows, unless a column has the titles of items."""
    if not roles.has(Role.TITLE):
        del roles.places[Role.ITEM]
        roles.columns[place] = Column(grid.titles[place], None)


def _settle_titles(grid: Grid, seen: list[Seen], roles: Roles, place: int) -> None:
    """An item that is told in words is its title; a number beside it is its symbol."""
    if seen[place].share(lambda text: len(text) > LONGEST_SYMBOL) < 0.5:
        return
    del roles.places[Role.ITEM]
    give(roles, grid, place, Role.TITLE, "title")
    symbols = [
        other
        for other, one in enumerate(seen)
        if one.says in (Titled.NUMBER, Titled.SYMBOL) and roles.columns[other].role is None
    ]
    if symbols:
        give(roles, grid, symbols[0], Role.ITEM, "title")


def _settle_agenda(grid: Grid, seen: list[Seen], roles: Roles, fixed: set[int]) -> None:
    """Lines that begin with numbers are an agenda; a column of symbols, each once, numbers it."""
    if not grid.headed and len(seen) == 1 and not fixed:
        if is_numbered(seen[0].texts):
            give(roles, grid, 0, Role.TITLE, "content")
        return
    if not roles.has(Role.TITLE) or roles.has(Role.ITEM, Role.CODE, Role.STARTS):
        return
    for place, one in enumerate(seen):
        if place in fixed or roles.columns[place].role is not None:
            continue
        cells = [text for cell in grid.column(place) if (text := cleaned(cell))]
        each_once = len(set(cells)) == len(cells) and len(cells) * 5 >= len(grid.rows) * 4
        if each_once and one.share(_SYMBOL.fullmatch) == 1:
            give(roles, grid, place, Role.ITEM, "content")
            return


def _settle_persons(grid: Grid, seen: list[Seen], roles: Roles, fixed: set[int]) -> None:
    """A name beside a first name is the last one; a person's title that is none is a function."""
    place = roles.places.get(Role.SPEAKER)
    if place is not None and place not in fixed and seen[place].says is Titled.NAME:
        parts = roles.has(Role.FIRST), roles.has(Role.LAST)
        if parts in ((True, False), (False, True)):
            del roles.places[Role.SPEAKER]
            give(roles, grid, place, Role.LAST if parts[0] else Role.FIRST, "title")
    place = roles.places.get(Role.TITLE)
    if place is None or place in fixed or seen[place].says is not Titled.TITLE:
        return
    if not roles.has(Role.STARTS, Role.DATE, Role.ROOM, Role.CODE):
        del roles.places[Role.TITLE]
        roles.columns[place] = Column(grid.titles[place], None)
        if not roles.has(Role.FUNCTION):
            give(roles, grid, place, Role.FUNCTION, "title")


def _means_else(text: str) -> bool:
    """Whether a text that may be a code of a State is a number, an address or a language."""
    return text.isdigit() or is_salutation(text) or (len(text) > 2 and bool(language_of(text)))


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
