"""The command line in a home of its own, as its own tests have it."""

from __future__ import annotations

from tests.commands.conftest import home, plenary

__all__ = ["home", "plenary"]
