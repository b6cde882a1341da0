"""What tests assume of the system that they run on."""

from __future__ import annotations

import os

import pytest

ON_WINDOWS = os.name == "nt"
MOVES_WHAT_IS_OPEN = pytest.mark.skipif(ON_WINDOWS, reason="Windows renames no file that is open")
TELLS_TIMES = pytest.mark.skipif(ON_WINDOWS, reason="Windows tells times of closed files only")
MODES = pytest.mark.skipif(ON_WINDOWS, reason="Windows has no such modes")
OTHER_ACCOUNTS = pytest.mark.skipif(
    not hasattr(os, "geteuid") or bool(os.geteuid()), reason="needs a second account"
)
