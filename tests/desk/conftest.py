"""A conference on disk, as the tests of the journal have it."""

from __future__ import annotations

from tests.storage.conftest import database

__all__ = ["database"]
