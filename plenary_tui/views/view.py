"""What the snapshot, feeds and pages are made of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class View(BaseModel):
    """A frozen value that is shown to others, as JSON; built when it is first needed."""

    model_config = ConfigDict(frozen=True, defer_build=True)
