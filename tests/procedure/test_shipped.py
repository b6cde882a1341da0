"""What shipped events mean is fixed: their kinds, their fields, and the defaults left out of rows.

A row of the journal leaves out what has its default (`payload_of`), so a default that changed would
change what old rows mean. Add kinds; never edit a line of `shipped_events.txt` that was released.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from plenary_tui.procedure.events import KINDS
from plenary_tui.procedure.state import chamber, conference, proceedings, queues, timing

SHIPPED = Path(__file__).with_name("shipped_events.txt")


VALUES = tuple(
    {
        name: value
        for module in (timing, proceedings, chamber, queues, conference)
        for name, value in vars(module).items()
    }.values()
)
"""What the modules hold whose values are in the journal."""


def described() -> Iterator[str]:
    """A line for every field of every event and of every value that events hold."""
    for kind, event in sorted(KINDS.items()):
        for name, field in event.model_fields.items():
            if name != "at":
                default = "required" if field.is_required() else repr(field.default)
                yield f"{kind}.{name} = {default}"
    for value in VALUES:
        if isinstance(value, type) and dataclasses.is_dataclass(value):
            for one in dataclasses.fields(value):
                missing = one.default is dataclasses.MISSING
                default = "required" if missing else repr(one.default)
                yield f"{value.__name__}.{one.name} = {default}"


def test_no_shipped_kind_field_or_default_has_changed() -> None:
    now = set(described())
    shipped = set(SHIPPED.read_text(encoding="utf-8").splitlines())
    assert shipped <= now, f"changed or gone: {sorted(shipped - now)}"
    assert now <= shipped, f"add to {SHIPPED.name}: {sorted(now - shipped)}"


@pytest.mark.parametrize(
    "value",
    [one for one in VALUES if isinstance(one, type) and dataclasses.is_dataclass(one)],
)
def test_values_may_be_copied_by_their_attributes(value: type) -> None:
    """`frozen.replace` copies `__dict__`: no slots, nothing made in `__post_init__`."""
    assert "__slots__" not in vars(value)
    assert not hasattr(value, "__post_init__")
