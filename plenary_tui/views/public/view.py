"""What the snapshot, feeds and pages are made of."""

from __future__ import annotations

from datetime import timedelta

from pydantic import BaseModel, ConfigDict


class View(BaseModel):
    """A frozen value that is shown to others, as JSON; built when it is first needed."""

    model_config = ConfigDict(frozen=True, defer_build=True)


def seconds(length: timedelta | None) -> float | None:
    """A length in seconds, to 0.1; None if there is none."""
    return None if length is None else round(length.total_seconds(), 1)
