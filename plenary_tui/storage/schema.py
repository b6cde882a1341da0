"""The table of the journal, and how older databases become new ones.

Apart from the writer, which is about one transaction an act: this file never changes but by a
version and its migration, and whoever reads a database by hand finds here what is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import REAL, Column, Connection, Integer, MetaData, Table, Text

metadata = MetaData()

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("act", Integer, nullable=False),
    Column("utc", Text, nullable=False),
    Column("steady", REAL, nullable=False),
    Column("boot", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
"""One row an event; append only."""

Migration = Callable[[Connection], None]

MIGRATIONS: Mapping[int, Migration] = {}
"""By version: what makes of a database of that version one of the next."""


def migrate(connection: Connection, version: int, target: int) -> None:
    """Bring the tables from `version` to `target`, inside the caller's one transaction."""
    for step in range(version, target):
        MIGRATIONS[step](connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {target}")
