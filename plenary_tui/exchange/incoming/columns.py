"""The columns of a table: what stands in them, and which roles they have been given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from plenary_tui.exchange.incoming.columntitles import Titled
from plenary_tui.exchange.incoming.grid import Grid
from plenary_tui.exchange.incoming.offer import Column, Role
from plenary_tui.exchange.problems import Problem

MOSTLY = 0.6
"""The share of a column that makes it what its cells are."""


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
        country: the column that names countries beside the one that names bodies, if any.
        asks: what cannot be guessed, each with the option that answers it.
        problems: roles that were told of columns that are not there.
    """

    columns: list[Column]
    places: dict[Role, int] = field(default_factory=dict)
    organization: int | None = None
    country: int | None = None
    asks: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def has(self, *roles: Role) -> bool:
        """Whether there is a column with any of the roles."""
        return any(role in self.places for role in roles)


def give(roles: Roles, grid: Grid, place: int, role: Role, why: str) -> None:
    """Give a column its role."""
    roles.places[role] = place
    roles.columns[place] = Column(grid.titles[place], role, why)
