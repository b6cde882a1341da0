"""A connection to the server, as the owner of its tables and each station make it."""

from __future__ import annotations

import psycopg

from plenary_tui.storage.server.address import Address
from plenary_tui.storage.server.errors_of_server import from_server


def connect(address: Address, *, autocommit: bool = False) -> psycopg.Connection:
    """Connect. Nothing is prepared at the server: a pooler may stand before it.

    Raises `ServerError`.
    """
    try:
        return psycopg.connect(
            "",
            autocommit=autocommit,
            prepare_threshold=None,
            **address.parameters(),  # type: ignore[arg-type]
        )
    except psycopg.Error as error:
        raise from_server(error) from None
