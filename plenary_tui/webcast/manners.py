"""How what follows a conference behaves beside its podium."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from plenary_tui import medium

ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Signals that end a program: Ctrl+C, the system, a terminal that is closed, a console."""


def give_way(steps: int) -> None:
    """Let the podium go first where both want the same core, as far as the system knows how to.

    Args:
        steps: how far, in the steps of POSIX's niceness; on Windows it is one step.
    """
    if medium.ON_WINDOWS:
        from plenary_tui import windows

        windows.give_way()
    elif hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(steps)


@contextmanager
def ended_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Have `stop` called where a signal would end the program; a second one ends it at once.

    A signal that is ignored stays so. To be entered in the main thread.
    """
    known = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    before = {one: signal.getsignal(one) for one in known}

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(number, before[signal.Signals(number)])
        stop()

    heeded = [one for one in known if before[one] not in (signal.SIG_IGN, None)]
    for one in heeded:
        signal.signal(one, end)
    try:
        yield
    finally:
        for one in heeded:
            signal.signal(one, before[one])
