"""Where things are: databases, settings, log; and which conference was the last."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Self

from plenary_tui import medium
from plenary_tui.procedure.state.frozen import Value

NAME = "plenary"
DATABASE_VARIABLE = "PLENARY_DB"
PACKAGE = Path(__file__).resolve().parent


def data_folder(package: Path = PACKAGE) -> Path:
    """Where built-in packs and words are: in the package installed, beside it in a checkout."""
    installed = package / "data"
    return installed if medium.is_folder(installed) else package.parent / "data"


class Paths(Value):
    """Every path in use.

    Attributes:
        data: the folder of databases that were given no other place.
        named: the database that the environment names; None if it names none.
        settings: the settings file, which need not exist.
        log: where an internal error leaves its details.
        state: the file that remembers the last conference.
    """

    data: Path
    named: Path | None
    settings: Path
    log: Path
    state: Path

    @classmethod
    def find(cls) -> Self:
        """The paths of this account, as its system and its environment have them."""
        import platformdirs

        named = os.environ.get(DATABASE_VARIABLE)
        return cls(
            data=platformdirs.user_data_path(NAME, appauthor=False),
            named=Path(named) if named else None,
            settings=platformdirs.user_config_path(NAME, appauthor=False) / "settings.toml",
            log=platformdirs.user_log_path(NAME, appauthor=False) / "plenary.log",
            state=platformdirs.user_state_path(NAME, appauthor=False) / "last-conference",
        )

    @property
    def default(self) -> Path:
        """Where a conference is made that is given no other place."""
        return self.data / "conference.db"

    @property
    def rehearsal(self) -> Path:
        """The database of the rehearsal."""
        return self.data / "rehearsal.db"

    @property
    def names(self) -> Path:
        """What was answered about names in files that came in."""
        return self.data / "names.csv"

    @property
    def printed(self) -> Path:
        """Where printed lists go, unless the settings name another folder."""
        return self.data / "lists"

    @property
    def database(self) -> Path:
        """The database in use: the one the environment names, else the last, else the default."""
        return self.named or self.last() or self.default

    def last(self) -> Path | None:
        """The conference that was made or opened last; None if none was."""
        try:
            text = os.fsdecode(self.state.read_bytes().removesuffix(b"\n"))
        except (OSError, ValueError):  # Windows takes no bytes that are not UTF-8
            return None
        path = Path(text)
        return path if text and "\0" not in text and path.is_absolute() else None

    def remember(self, database: Path) -> None:
        """Make it the last conference; nothing is written if it is. Raises OSError."""
        path = Path(os.path.abspath(database))
        if self.last() != path:
            medium.keep_file(self.state, os.fsencode(path) + b"\n")
