"""A file is opened by the program that the system has for it, where there is a screen for that."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

Opener = Callable[[Path], None]
"""Has a file or a folder opened; raises `NotOpened`. It may take seconds."""

AT_MOST = 10.0
"""Seconds that are waited for a program that opens a file; one that runs longer shows it."""


class NotOpened(Exception):
    """A file was not opened; the message says why, as the end of a sentence."""


def opener(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Opener | None:
    """What opens files on this system; None where nobody would see it, as on a far terminal."""
    far = "SSH_CONNECTION" in environ
    if platform == "win32":
        return None if far else _by_windows
    if platform == "darwin":
        return None if far else partial(by_program, "open")
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return partial(by_program, "xdg-open")
    return None


def by_program(program: str, path: Path, at_most: float = AT_MOST) -> None:
    """Have a program open a file, with nothing of it on this terminal."""
    try:
        started = subprocess.Popen(
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise NotOpened(f"{program} cannot be started ({error.strerror})") from None
    try:
        status = started.wait(at_most)
    except subprocess.TimeoutExpired:
        return
    if status:
        raise NotOpened(f"{program} found no program for it")


def _by_windows(path: Path) -> None:
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError as error:
            raise NotOpened(f"Windows found no program for it ({error.strerror})") from None
