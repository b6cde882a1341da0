"""What shipped events mean is fixed: their kinds, their fields, and the defaults left out of rows.

A row of the journal leaves out what has its default (`payload_of`), so a default that changed would
change what old rows mean. Add kinds; never edit a line of `shipped_events.txt` that was released.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from msgspec import NODEFAULT

from plenary_tui.procedure.events import KINDS
from plenary_tui.procedure.ground.act import payload_of
from plenary_tui.procedure.state import chamber, conference, proceedings, queues, timing
from plenary_tui.procedure.state.conference import Policies
from plenary_tui.procedure.state.frozen import Value, defaults_of, replace
from plenary_tui.procedure.state.queues import TierHour
from plenary_tui.procedure.state.vocabulary import Tier
from tests.chamber import FakeClock, general_list, small_conference, stored, vienna

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
        yield from _fields(kind, event, but="at")
    for value in VALUES:
        if isinstance(value, type) and issubclass(value, Value):
            yield from _fields(value.__name__, value)


def _fields(name: str, value: type[Value], but: str = "") -> Iterator[str]:
    for one, _, default in defaults_of(value):
        if one != but:
            yield f"{name}.{one} = {'required' if default is NODEFAULT else repr(default)}"


def test_a_field_that_was_renamed_since_has_its_old_name_in_the_journal() -> None:
    hours = (TierHour(Tier.NGOS, vienna(14, 17), 2, "The President"),)
    speakers = replace(general_list(), tier_hours=hours)
    convened = small_conference(FakeClock().now(), lists=(speakers,))
    (kept,) = payload_of(convened)["lists"]
    assert [one["tier"] for one in kept["turns"]] == ["NGOs"] and "tier_hours" not in kept
    assert stored(convened).lists == (speakers,)  # type: ignore[attr-defined]


def test_no_shipped_kind_field_or_default_has_changed() -> None:
    now = set(described())
    shipped = set(SHIPPED.read_text(encoding="utf-8").splitlines())
    assert shipped <= now, f"changed or gone: {sorted(shipped - now)}"
    assert now <= shipped, f"add to {SHIPPED.name}: {sorted(now - shipped)}"


def test_what_equals_its_default_is_left_out_though_it_was_made_anew() -> None:
    seconds = 180  # no constant is shared with the default
    alike = Policies(limit=timedelta(seconds=seconds))
    assert alike == Policies() and alike.limit is not Policies().limit
    convened = small_conference(FakeClock().now(), policies=alike)
    assert "policies" not in payload_of(convened)
    longer = small_conference(FakeClock().now(), policies=Policies(limit=timedelta(seconds=200)))
    assert payload_of(longer)["policies"] == {"limit": "PT3M20S"}
