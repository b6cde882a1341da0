"""Which column of a table names the delegation: not the nationality, nor where somebody works."""

from __future__ import annotations

from plenary_tui.exchange.incoming.columns import MOSTLY, Roles, Seen, give
from plenary_tui.exchange.incoming.columntitles import Titled
from plenary_tui.exchange.incoming.grid import Grid
from plenary_tui.exchange.incoming.offer import Column, Role
from plenary_tui.procedure.ground.written import plain

_BODIES = (Titled.BODY, Titled.ORGANIZATION, Titled.COUNTRY, Titled.NATIONALITY, Titled.NAME)


def find_delegation(grid: Grid, seen: list[Seen], roles: Roles, fixed: set[int]) -> None:
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
        of(Titled.NAME),
    )
    found = next((max(one) for one in ranks if one), None)
    if found is None:
        return
    place = -found[1]
    why = "title" if seen[place].says in (*_BODIES, Titled.SPONSOR) else "content"
    give(roles, grid, place, Role.DELEGATION, why)
    if seen[place].says in (Titled.COUNTRY, Titled.NATIONALITY, None):
        beside = [one for one in of(Titled.ORGANIZATION) if -one[1] != place]
        if beside:
            roles.organization = -max(beside)[1]
            roles.columns[roles.organization] = Column(
                grid.titles[roles.organization], Role.DELEGATION, "title"
            )
    if seen[place].says is Titled.ORGANIZATION and (countries := of(Titled.COUNTRY)):
        roles.country = -max(countries)[1]
        roles.columns[roles.country] = Column(grid.titles[roles.country], Role.DELEGATION, "title")
    _ask_of_doubles(grid, seen, roles, place)


def _ask_of_doubles(grid: Grid, seen: list[Seen], roles: Roles, place: int) -> None:
    """Ask where a second column of the same title names other delegations."""
    for other, one in enumerate(seen):
        same = plain(grid.titles[other]).removesuffix(" 2") == plain(grid.titles[place])
        if other != place and same and one.bodies >= 0.3 and one.texts != seen[place].texts:
            titles = f"“{grid.titles[place]}” (as it is taken) or “{grid.titles[other]}”"
            answer = f'--column "{grid.titles[other]}=delegation"'
            roles.asks.append((f"Which column names the delegation: {titles}?", answer))
