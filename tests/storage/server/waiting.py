"""Waiting for what happens at a server or between machines."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 20.0


def until(found: Callable[[], object], why: str = "it did not happen") -> None:
    """Wait for something to happen."""
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end, why
        time.sleep(0.005)
