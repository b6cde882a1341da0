"""How what follows a conference behaves beside its podium."""

from __future__ import annotations

import os
from contextlib import suppress


def give_way(steps: int) -> None:
    """Let the podium go first where both want the same core, as far as the system knows how to.

    Args:
        steps: how far, in the steps of POSIX's niceness.
    """
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(steps)
