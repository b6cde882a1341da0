"""A conference on disks and a server: whoever is one of its stations."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.stations.granting import grant
from plenary_tui.stations.joining import join, share
from plenary_tui.stations.link_beside import LinkBeside
from plenary_tui.stations.link_state import LinkState
from plenary_tui.storage.chain import Row
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.storage.reading import Reader
from plenary_tui.storage.server.address import read_address
from tests.chamber import FakeClock, small_conference
from tests.storage.server.private_server import PrivateServer


def rows_of(database: Path) -> list[Row]:
    """All rows of a journal."""
    with closing(Reader(database)) as reader:
        return reader.rows()


class Stations:
    """One conference, whose podium has shared it as podium-a.

    Attributes:
        name: of the conference on the server.
        podium: the podium's database.
        address: of a login, by its socket, or by what stands before the server.
    """

    def __init__(self, server: PrivateServer, tables: str, folder: Path) -> None:
        self.server, self.tables, self.folder = server, tables, folder
        self.name = f"COP-{uuid.uuid4().hex[:8]}"
        self.podium = folder / "podium.db"
        conference = replace(small_conference(FakeClock().now()), id=uuid.uuid4().hex)
        create(self.podium, (conference,), "test")
        self.links: list[LinkBeside] = []

    def address(self, login: str, port: int | None = None) -> str:
        if port is None:
            return f"{self.server.address(login, self.tables)}#{self.name}"
        return f"{self.server.by_port(login, self.tables, port)}#{self.name}"

    def share(self, port: int | None = None) -> None:
        share(self.podium, read_address(self.address("podium-a", port)), self.name, "podium@a")

    def grant(self, login: str, function: str) -> None:
        grant(read_address(self.server.address(database=self.tables)), login, function, self.name)

    def join(self, login: str, function: str = "reader", port: int | None = None) -> Path:
        self.grant(login, function)
        database = self.folder / f"{login}-{len(self.links)}.db"
        join(read_address(self.address(login, port)), database, login)
        return database

    def link(
        self,
        database: Path,
        *,
        shown: bool = False,
        told: Callable[[LinkState], None] = lambda _: None,
    ) -> LinkBeside:
        made = LinkBeside(database, SystemClock(), shown=shown)
        self.links.append(made)
        made.start(told)
        return made

    def act(self, text: str, database: Path | None = None) -> None:
        """Record something, as `plenary do` does."""
        opened = open_journal(database or self.podium, passing_by=True)
        with closing(opened.journal):
            Desk(opened.journal, SystemClock(), "podium", opened.records).dispatch(
                MakeNote(text=text)
            )

    def on_server(self) -> list[Row]:
        """All rows that the server has."""
        return self.server.sql(
            f"SELECT {', '.join(('seq', 'act', 'utc', 'steady', 'boot', 'station', 'kind'))}, "
            "payload, hash FROM plenary.journal JOIN plenary.conference c ON c.id = conference "
            f"WHERE c.name = '{self.name}' ORDER BY seq",
            self.tables,
        )

    def end(self) -> None:
        for link in self.links:
            link.stop()
