"""The command line in a home of its own, as its own tests have it; and podiums that are brisk."""

from __future__ import annotations

from tests.commands.conftest import home, plenary
from tests.ui.opening import brisk, styled, unpainted

__all__ = ["brisk", "home", "plenary", "styled", "unpainted"]
