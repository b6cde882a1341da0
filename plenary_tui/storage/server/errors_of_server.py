"""What can go wrong with the server, said to officers and to those who look after it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from plenary_tui.procedure.ground.explained import Explained
from plenary_tui.procedure.state.text import shown

if TYPE_CHECKING:
    import psycopg


class State(StrEnum):
    """SQLSTATE: what the guard refuses with (`guard.sql`), and what PostgreSQL itself does."""

    MOVED = "PLN01"
    NOT_IN_CHARGE = "PLN02"
    CHAIN = "PLN03"
    NOT_FOR_THIS_LOGIN = "PLN04"
    NOTHING_OF_THE_KIND = "PLN05"
    NEVER = "PLN06"
    THERE_ALREADY = "PLN07"
    ANOTHERS_NAME = "PLN08"

    NO_RIGHT = "42501"
    NO_SCHEMA = "3F000"
    NO_TABLE = "42P01"
    NO_FUNCTION = "42883"
    WRONG_PASSWORD = "28P01"
    NOT_LET_IN = "28000"
    IDLE_TOO_LONG = "25P03"


GONE = ("08", "57")
"""Classes of SQLSTATE: the connection failed, and someone at the server ended it."""


PASSWORD = (
    "Put the login's password into the password file (~/.pgpass), yours alone, in a line of its "
    "own: HOST:PORT:DATABASE:LOGIN:PASSWORD."
)
CERTIFICATE = (
    "Have the certificate of whoever signed the server's in ~/.postgresql/root.crt, or add "
    "?sslrootcert=system to the address where a public authority did."
)
ITS_NAME = "Name the server in its address as its certificate does."
SEE_TO_IT = "See to its address and the network; an open podium or pane tries again by itself."


class ServerError(Explained):
    """The server cannot do what was asked."""


class Unreachable(ServerError):
    """Nothing is known of what became of what was asked: the server did not answer."""


class NotLetIn(Unreachable):
    """The server, or what guards its passwords here, lets this login not in: as if it were away."""


class Moved(ServerError):
    """The server's journal does not end where it was thought to."""


class NotInCharge(ServerError):
    """Another station is in charge, or none."""


class NotAllowed(ServerError):
    """The rights of this login do not go so far."""


class NotThisStation(NotAllowed):
    """The station's name is another login's."""


class NameTaken(ServerError):
    """Another conference of that name is there, or this one is and is another's."""


def from_server(error: psycopg.Error) -> ServerError:
    """An error of the server or of the way to it, in plain words; never with a password."""
    detail = shown(error.diag.message_detail or "")
    match error.sqlstate or "":
        case State.MOVED:
            return Moved("The server's journal has moved on.", "It is compared anew.")
        case State.NOT_IN_CHARGE:
            holder = detail.partition(" ")[2]
            who = f"{holder} is in charge" if holder else "Nobody is in charge"
            return NotInCharge(f"{who} of this conference.", "`plenary link` tells since when.")
        case State.CHAIN:
            return ServerError(
                "The server refuses a record that does not follow from the one before it.",
                "Check both with `plenary check --server`.",
            )
        case State.NOT_FOR_THIS_LOGIN | State.NO_RIGHT:
            return NotAllowed(
                "The login has no right to that on this server.",
                "Whoever looks after the server gives it with `plenary server grant`.",
            )
        case State.ANOTHERS_NAME:
            return NotThisStation(
                f"Another login of the server is the station {detail} in this conference.",
                "Join it again with --station NAME; or the server's owner gives this login that "
                "name, with --station in `plenary server grant`.",
            )
        case State.THERE_ALREADY if detail == "root":
            return NameTaken(
                "This conference is on the server already, under another's login.",
                "Join it with `plenary join`, or have this login made its podium with "
                "`plenary server grant`.",
            )
        case State.THERE_ALREADY:
            return NameTaken(
                "Another conference has that name on the server.",
                "Give this one another with --as NAME.",
            )
        case State.NO_SCHEMA | State.NO_TABLE | State.NO_FUNCTION:
            return ServerError(
                "There are no tables of a plenary on this server.",
                "Its owner makes them with `plenary server init`.",
            )
        case State.WRONG_PASSWORD | State.NOT_LET_IN:
            return NotLetIn("The server does not let this login in.", PASSWORD)
        case state if not state or state.startswith(GONE) or state == State.IDLE_TOO_LONG:
            return _not_connected(error)
        case state:
            return ServerError(f"The server refused ({state}: {_first_line(error)}).")


def _not_connected(error: psycopg.Error) -> Unreachable:
    """Why there is no connection; the server's own refusal has no SQLSTATE then."""
    why, way = _first_line(error), error.pgconn
    if way is not None and way.needs_password:
        return NotLetIn("The server asks for a password, and none was found.", PASSWORD)
    _, refused, said = why.partition("FATAL:")
    if refused:
        instead = PASSWORD if "password" in said else SEE_TO_IT
        return NotLetIn(f"The server lets nobody in by that address ({said.strip()}).", instead)
    if "does not match host name" in why:
        return NotLetIn(f"The server does not prove who it is ({why}).", ITS_NAME)
    if "certificate" in why:
        return NotLetIn(f"The server does not prove who it is ({why}).", CERTIFICATE)
    return Unreachable(f"The server is not reached ({why}).", SEE_TO_IT)


def _first_line(error: psycopg.Error) -> str:
    text = error.diag.message_primary or next(iter(str(error).splitlines()), "")
    return shown(text.strip().rstrip("."))


def broken_off() -> Unreachable:
    """What is said where a connection breaks that was there."""
    return Unreachable("The server does not answer.", SEE_TO_IT)
