"""A whole database is made, or brought up to date: its tables, by SQLAlchemy Core.

Whoever calls holds the writer lock: all that it needs is imported with this, and nothing later.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite as Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from plenary_tui.storage import layout, schema
from plenary_tui.storage.chain import Row
from plenary_tui.storage.errors import StorageError, named
from plenary_tui.storage.writer import INSERT, checkpoint, connect, plainly_written


def write_new(path: Path, rows: Sequence[Row]) -> None:
    """Make a database with these rows at `path`, where nothing is; it is whole and durable then.

    No -wal file is left. Raises `StorageError`.
    """
    with _made(path, new=True) as engine, engine.connect() as connection:
        with connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id = {layout.APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {layout.VERSION}")
            schema.metadata.create_all(connection, checkfirst=False)
            connection.exec_driver_sql(INSERT, list(rows))
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        checkpoint(driver, "TRUNCATE")
    if layout.size_of(layout.beside(path, layout.WAL)):
        raise StorageError(f"{named(path)} could not be written whole.", "Do it again.")


def migrate(path: Path, version: int) -> None:
    """Bring the tables from `version` to the present one, in one transaction.

    Raises `StorageError`.
    """
    with _made(path) as engine, engine.begin() as connection:
        schema.migrate(connection, version, layout.VERSION)


@contextmanager
def _made(path: Path, *, new: bool = False) -> Iterator[Engine]:
    """An engine for the database, whose errors are told in plain words."""
    engine = create_engine(
        f"{Dialect.name}+{Dialect.driver}://",
        creator=lambda: connect(path, new=new),
        poolclass=NullPool,
    )
    event.listen(engine, "begin", _begin)
    with plainly_written(path):
        try:
            yield engine
        except DBAPIError as error:
            raise error.orig or error from error
        finally:
            engine.dispose()


def _begin(connection: Connection) -> None:
    """Not deferred, as every transaction here."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
