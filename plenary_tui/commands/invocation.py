"""What a command is called with: its options, and what follows from them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plenary_tui import medium
from plenary_tui.commands.failures import Failed, Misused
from plenary_tui.paths import Paths
from plenary_tui.procedure.state.frozen import Value

if TYPE_CHECKING:
    from plenary_tui.storage.open_journal import Opened

LONGEST_STATION = 80
"""Characters in the name of a station."""

SERVERS = ("postgresql:", "postgres:")
"""How the address of a server begins, as a path."""

PODIUMS = (None, "podium", "rehearse")
"""Commands that open one."""


class Invocation(Value, dict=True):
    """One call of a command.

    Attributes:
        options: as read from the command line; the common ones may be missing.
    """

    options: Any

    @cached_property
    def paths(self) -> Paths:
        """Every path in use."""
        return Paths.find()

    @property
    def json(self) -> bool:
        """Whether JSON is wanted."""
        return bool(getattr(self.options, "json", False))

    @property
    def rehearsal(self) -> bool:
        """Whether the rehearsal is meant."""
        return bool(getattr(self.options, "rehearsal", False))

    @cached_property
    def given(self) -> Path | None:
        """The database that `--db` or `--rehearsal` names; None if neither was given."""
        db: str | None = getattr(self.options, "db", None)
        if db is None:
            return self.paths.rehearsal if self.rehearsal else None
        if self.rehearsal:
            raise Misused("Give --db or --rehearsal, not both.")
        return read_path("--db", db)

    @cached_property
    def database(self) -> Path:
        """The database in use."""
        return _named_in_text(self.given or self.paths.database)

    @cached_property
    def place(self) -> Path:
        """Where a new conference is made."""
        return _named_in_text(self.given or self.paths.named or self.paths.default)

    @cached_property
    def feed(self) -> Path | None:
        """Where an open podium writes the webcast files, if `--feed` says so."""
        folder: str | None = getattr(self.options, "feed", None)
        return None if folder is None else read_path("--feed", folder)

    def require_podium_for_feed(self) -> None:
        """Raise `Misused` if `--feed` is given to what opens no podium."""
        if self.feed is not None and self.options.command not in PODIUMS:
            raise Misused("--feed is for the podium; by itself the feed is `plenary feed DIR`.")

    @cached_property
    def station(self) -> str:
        """Who acts where no database says it: the one that is named, else this account's."""
        return self._named_station or default_station()

    def station_on(self, database: Path) -> str:
        """Who acts on a database.

        Where it is linked and nobody is named, as the machine is known on the server: by that name
        the others' acts are told from its own. Raises `StorageError` for a damaged link.
        """
        if self._named_station is not None:
            return self._named_station
        from plenary_tui.storage.link_file import read_link

        link = read_link(database)
        return link.station if link is not None else default_station()

    @cached_property
    def _named_station(self) -> str | None:
        """What `--station` names. Raises `Misused`."""
        given: str | None = getattr(self.options, "station", None)
        if given is None:
            return None
        from plenary_tui.procedure.state.text import is_unprintable

        name = " ".join(given.split())
        if not name or len(name) > LONGEST_STATION or any(map(is_unprintable, name)):
            raise Misused(
                f"--station takes a name of 1 to {LONGEST_STATION} characters that can be shown."
            )
        return name

    def opened(self, *, kept: bool = False, recording: bool = False) -> Opened:
        """The journal in use, after every check; what the officer is to know is said.

        Args:
            kept, recording: as of `open_journal`.

        Raises `StorageError`.
        """
        from plenary_tui.commands.output import complain
        from plenary_tui.storage.open_journal import open_journal

        if self.rehearsal and not medium.is_there(self.database):
            raise Failed("There is no rehearsal yet.", "Begin one with `plenary rehearse`.")
        meant = self.given is None and self.paths.named is None and not self.rehearsal
        if meant and not medium.is_there(self.database) and medium.is_there(self.paths.rehearsal):
            raise Failed(
                "There is no conference yet, only a rehearsal.",
                "Make one with `plenary new`, or add --rehearsal for what was rehearsed.",
            )
        opened = open_journal(self.database, passing_by=True, kept=kept, recording=recording)
        if opened.finding is not None:
            complain(f"Note: {opened.finding.why} {opened.finding.instead}")
        return opened


def _named_in_text(path: Path) -> Path:
    """The path, which SQLite must be able to name, and no server's address. Raises `Explained`."""
    if path.parts and path.parts[0] in SERVERS:  # not shown: there may be a password in it
        raise Misused(
            "The database is a file of this machine, and no server.",
            "Fetch the conference from there: `plenary join SERVER`.",
        )
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise Failed(
            f"The name of the database {path} has bytes that are not UTF-8.",
            "Give it another name.",
        ) from None
    return path


def read_path(option: str, text: str) -> Path:
    """The path that an option names. Raises `Misused`."""
    if not text or "\0" in text:
        raise Misused(f"{option} needs a path.")
    return Path(text)


def make_data_folder(paths: Paths, database: Path) -> None:
    """Make the folder of databases, if that is where this one goes. Raises `Failed`."""
    if database.parent != paths.data:
        return
    try:
        medium.make_folder(paths.data, 0o700)
    except OSError as error:
        raise Failed(
            f"The folder {paths.data} cannot be made ({medium.why(error)}).",
            "Name another place with --db PATH.",
        ) from None


def default_station() -> str:
    """The user and the host."""
    import getpass
    import platform

    from plenary_tui.procedure.state.text import shown

    try:
        user = getpass.getuser()
    except (ImportError, KeyError, OSError):
        user = "podium"
    return shown(f"{user}@{platform.node() or 'this host'}")[:LONGEST_STATION]
