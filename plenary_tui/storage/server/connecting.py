"""A connection to the server, as the owner of its tables and each station make it."""

from __future__ import annotations

import psycopg

from plenary_tui.storage.server.address import UNSAID, VERIFIED, Address
from plenary_tui.storage.server.errors_of_server import from_server


def connect(address: Address, *, autocommit: bool = False) -> psycopg.Connection:
    """Connect. Nothing is prepared at the server: a pooler may stand before it.

    Values are put into statements on this side, so that several go in one message, and all of them
    are done or none. Raises `ServerError`.
    """
    try:
        return psycopg.connect(
            "",
            autocommit=autocommit,
            prepare_threshold=None,
            cursor_factory=psycopg.ClientCursor,
            **address.parameters(),  # type: ignore[arg-type]
        )
    except psycopg.Error as error:
        raise from_server(error) from None


def how_guarded(connection: psycopg.Connection, address: Address) -> str:
    """How the way to the server is guarded; "" where there is nothing to guard."""
    if connection.info.host.startswith("/"):
        return ""
    if not connection.pgconn.ssl_in_use:
        return "not encrypted"
    way = connection.pgconn.info
    told = next(((one.val or b"").decode() for one in way if one.keyword == b"sslmode"), "")
    mode = address.encrypted or (told if told != UNSAID else "")
    return "encrypted" + ("" if mode in ("", VERIFIED) else f", but only sslmode={mode}")
