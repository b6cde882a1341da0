"""Rows of persons or of delegations, gathered by the delegation they name.

A person is never a delegation, and none leaves this module: a delegation is known by its rows, and
how many persons it has. An organization is never counted as the State where it sits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from plenary_tui.exchange.incoming.cellwords import is_of_organization, registration_of
from plenary_tui.exchange.incoming.delimited import Record
from plenary_tui.exchange.incoming.offer import OfferedDelegation, Role
from plenary_tui.exchange.incoming.rowreader import RowReader
from plenary_tui.exchange.problems import quoted
from plenary_tui.procedure.ground.written import plain

WITHOUT_DELEGATION = "without a delegation"
AGAIN = "that name a delegation again"
REJECTED = "rejected"
WITHDRAWN = "withdrawn"


@dataclass(slots=True)
class _Gathered:
    line: int
    name: str
    code: str = ""
    participant: str = ""
    group: str = ""
    counted: int = 0
    waiting: int = 0


def gather(
    reader: RowReader, recognise: Callable[[str], bool], left_out: Counter[str]
) -> tuple[OfferedDelegation, ...]:
    """The delegations of a table, in the order in which it first names them.

    Args:
        left_out: is given the rows that were left out, by the reason.
    """
    persons = are_persons(reader)
    with_state = reader.roles.has(Role.STATE)
    found: dict[str, _Gathered] = {}
    splits = reader.roles.columns[reader.roles.places[Role.DELEGATION]].title
    several = plain(splits) == "structure level"
    for row in reader.grid.rows:
        state = "counted"
        if with_state:
            written = reader.text(row, Role.STATE)
            state = registration_of(written) if written else "counted"
            if state in ("rejected", "withdrawn"):
                left_out[state] += 1
                continue
            if not state:
                left_out[f"with the state {quoted(written)}, which is not known"] += 1
                continue
        before = len(reader.problems)
        name, code = named(reader, row, recognise)
        if not name:
            if len(reader.problems) > before:
                continue
            if persons:
                left_out[WITHOUT_DELEGATION] += 1
            elif _holds_more(reader, row):
                reader.wrong(row, Role.DELEGATION, "is empty", "a delegation")
            continue
        if several and "," in name and not recognise(name):
            name = the_known(name, recognise)
        one = found.setdefault(plain(name) or name, _Gathered(row[0], name))
        one.code = one.code or code
        one.participant = one.participant or reader.text(row, Role.CLASS)
        one.group = one.group or reader.text(row, Role.GROUP)
        if not persons and one.counted + one.waiting:
            left_out[AGAIN] += 1
        one.counted += state == "counted"
        one.waiting += state == "pending"
    return tuple(
        OfferedDelegation(
            one.line,
            one.name,
            one.code,
            one.participant,
            one.group,
            one.counted if persons else 0,
            pending=not one.counted,
        )
        for one in found.values()
    )


def are_persons(reader: RowReader) -> bool:
    """Whether each row of a table is a person."""
    roles = reader.roles
    by_form = any(
        column.role is Role.NOT_READ and column.why in ("content", "title")
        for column in roles.columns
    )
    if roles.has(Role.STATE, Role.FIRST, Role.LAST) or by_form:
        return True
    if not roles.has(Role.SPEAKER):
        return False
    place = roles.places[Role.DELEGATION]
    cells = [cell for cell in reader.grid.column(place) if cell.strip()]
    return len(set(cells)) < 0.8 * len(cells)


def named(reader: RowReader, row: Record, recognise: Callable[[str], bool]) -> tuple[str, str]:
    """The delegation of a row, and its code if the file has one.

    Where a column names the country and another the organization, the organization is meant if it
    is a delegation of the conference or the row is said to be of an organization.
    """
    name = reader.text(row, Role.DELEGATION)
    country = reader.roles.country
    if country is not None:
        if name:
            return name, ""
        name = reader.at(row, country, True)
    beside = reader.roles.organization
    if beside is not None:
        organization = reader.at(row, beside, True, quiet=True)
        if organization and (
            recognise(organization) or is_of_organization(reader.text(row, Role.CLASS)) or not name
        ):
            return organization, ""
    code = reader.text(row, Role.CODE)
    if code.isdigit() and len(code) <= 3:
        code = code.zfill(3)
    return (name or code), code


def the_known(names: str, recognise: Callable[[str], bool]) -> str:
    """The one of several names in a cell that is a delegation; all of them if several are."""
    parts = [part.strip() for part in names.split(",") if part.strip()]
    known = [part for part in parts if recognise(part)]
    return names if len(known) > 1 else next(iter((*known, *parts)), names)


def _holds_more(reader: RowReader, row: Record) -> bool:
    """Whether a row has a role's cell beside the delegation that is not empty."""
    _, cells = row
    return any(
        place < len(cells) and cells[place].strip()
        for role, place in reader.roles.places.items()
        if role is not Role.DELEGATION
    )
