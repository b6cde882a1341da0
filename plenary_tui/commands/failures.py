"""What can go wrong with a command, in one sentence, and the exit status it has."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from plenary_tui.procedure.ground.explained import Explained

if TYPE_CHECKING:
    from pathlib import Path

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
"""Exit status: done; refused or not found; used wrongly."""

LOG_SIZE = 1_000_000
"""Bytes after which the log begins anew; the one before is kept."""

REMEDIES = {
    "override": "To overrule this, add --override REASON.",
    "confirm": "To confirm, add --confirm.",
    "reason": "Give the reason with --reason REASON.",
}
"""How a refusal is met on the command line."""


class Failed(Explained):
    """What was asked cannot be done."""


class Misused(Exception):
    """The command line was used wrongly; the message says what is wrong and what is right."""


def explain(error: Exception) -> tuple[int, str] | None:
    """The exit status and the sentence for an error that was foreseen; None for any other.

    What is wrong in a pack takes a line each.
    """
    if isinstance(error, Misused):
        return WRONG_USAGE, _in_one_line(error)
    if isinstance(error, Failed):
        return REFUSED, _in_one_line(error)
    for module, explanation in _FORESEEN:
        # What was not imported cannot have been raised.
        if module in sys.modules and (found := explanation(error)) is not None:
            return found
    return None


def _wrong_usage(error: Exception) -> tuple[int, str] | None:
    from plenary_tui.actions.typed import WrongUsage

    return (WRONG_USAGE, _in_one_line(error)) if isinstance(error, WrongUsage) else None


def _refusal(error: Exception) -> tuple[int, str] | None:
    from plenary_tui.procedure.ground.act import Refused

    if not isinstance(error, Refused):
        return None
    return REFUSED, f"Refused: {_in_one_line(error)} {REMEDIES.get(error.remedy, '')}".strip()


def _storage(error: Exception) -> tuple[int, str] | None:
    from plenary_tui.storage.errors import StorageError

    return (REFUSED, _in_one_line(error)) if isinstance(error, StorageError) else None


def _pack(error: Exception) -> tuple[int, str] | None:
    from plenary_tui.exchange.pack import PackError

    return (REFUSED, f"The pack cannot be used.\n{error}") if isinstance(error, PackError) else None


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())


_FORESEEN: tuple[tuple[str, Callable[[Exception], tuple[int, str] | None]], ...] = (
    ("plenary_tui.actions.typed", _wrong_usage),
    ("plenary_tui.procedure.ground.act", _refusal),
    ("plenary_tui.storage.errors", _storage),
    ("plenary_tui.exchange.pack", _pack),
)


def log_internal(error: Exception) -> str:
    """Leave the details of an error that was not foreseen in the log; the sentence that says so."""
    what = f"Something went wrong inside the program ({type(error).__name__})."
    try:
        log = _write_log(error)
    except Exception as trouble:
        return f"{what} Its details could not be written ({type(trouble).__name__})."
    return f"{what} The details are in {log}; please report them."


def _write_log(error: Exception) -> Path:
    import logging
    from logging.handlers import RotatingFileHandler

    from plenary_tui import __version__
    from plenary_tui.paths import Paths

    path = Paths.find().log
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        path, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", errors="backslashreplace"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    try:
        trace = (type(error), error, error.__traceback__)
        text = f"plenary {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
        handler.emit(logging.LogRecord("plenary", logging.ERROR, "", 0, text, None, trace))
    finally:
        handler.close()
    return path
