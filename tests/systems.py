"""What tests assume of the system that they run on."""

from __future__ import annotations

import ctypes
import os
import sys

import pytest

ON_WINDOWS = os.name == "nt"


def on_wine() -> bool:
    """Whether Windows' Python runs on what stands in for Windows, and lacks some of it."""
    return sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")


SERVICE_FILES = pytest.mark.skipif(on_wine(), reason="Wine lacks what libpq asks files with")
MOVES_WHAT_IS_OPEN = pytest.mark.skipif(ON_WINDOWS, reason="Windows renames no file that is open")
TELLS_TIMES = pytest.mark.skipif(ON_WINDOWS, reason="Windows tells times of closed files only")
MODES = pytest.mark.skipif(ON_WINDOWS, reason="Windows has no such modes")
OTHER_ACCOUNTS = pytest.mark.skipif(
    not hasattr(os, "geteuid") or bool(os.geteuid()), reason="needs a second account"
)
