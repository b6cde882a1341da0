"""What can go wrong with a command, in one sentence, and the exit status it has."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, ClassVar

from plenary_tui.procedure.ground.explained import REFUSED, WRONG_USAGE, Explained

__all__ = ["DONE", "REFUSED", "Failed", "Misused", "explain", "log_internal"]

if TYPE_CHECKING:
    from pathlib import Path

DONE = 0
"""Exit status: done; others stand on what was raised."""

LOG_SIZE = 1_000_000
"""Bytes after which the log begins anew; the one before is kept."""


class Failed(Explained):
    """What was asked cannot be done."""


class Misused(Explained):
    """The command line was used wrongly; it says what is wrong and what is right."""

    exit_status: ClassVar[int] = WRONG_USAGE


def explain(error: Exception) -> tuple[int, str] | None:
    """The exit status and the words for an error that was foreseen; None for any other."""
    if isinstance(error, Explained):
        return error.exit_status, error.on_command_line()
    return None


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
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))
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
