"""A changed copy of a frozen value, cheap enough to fold thousands of events in a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import replace as replace
else:

    def replace(value, /, **changes):
        """As `dataclasses.replace`, for frozen dataclasses without slots or `__post_init__`.

        It copies the attributes as they are instead of calling `__init__` with each: ten times as
        fast on a conference. Type checkers see the original, and so check the names and the types.
        """
        changed = object.__new__(type(value))
        changed.__dict__.update(value.__dict__, **changes)
        return changed
