"""The podium is silent: it is told to those who follow, and no blip of the network is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from plenary_tui.procedure.state.timing import Instant
from plenary_tui.stations.link_state import UNHEARD_AFTER, Silence
from plenary_tui.storage.head import Head
from plenary_tui.storage.server.told_by_server import Beat, Look, Standing

AT = Instant(datetime(2030, 9, 3, 10, tzinfo=UTC), 1000.0, "B")


def look(*, holder: str | None = "podium@a", epoch: int = 1, ago: float | None = 0.4) -> Look:
    """What the server tells; the last sign of life came so many seconds ago, or none yet."""
    beat = None if ago is None else Beat(AT, 5000.0 - ago)
    return Look(Standing(Head(1, "x"), epoch, holder), 5000.0, beat)


def test_a_podium_that_gives_signs_of_life_is_heard() -> None:
    silence = Silence()
    assert silence.hear(look(), 0.0) is None
    assert silence.hear(look(ago=UNHEARD_AFTER - 0.1), 1.0) is None


def test_a_podium_that_gives_none_any_more_is_silent_since_the_last() -> None:
    silence = Silence()
    assert silence.hear(look(ago=42.0), 0.0) == timedelta(seconds=42)
    assert silence.hear(look(), 1.0) is None, "and it is heard again"


def test_a_podium_that_has_given_none_in_its_charge_is_silent_after_the_same_while() -> None:
    silence = Silence()
    assert silence.hear(look(ago=None), 100.0) is None
    assert silence.hear(look(ago=None), 102.0) is None
    assert silence.hear(look(ago=None), 104.0) == timedelta(seconds=4)
    assert silence.hear(look(ago=None, epoch=2), 105.0) is None, "another charge begins anew"


def test_where_nobody_is_in_charge_nobody_is_silent() -> None:
    silence = Silence()
    assert silence.hear(look(holder=None, ago=42.0), 0.0) is None
    assert silence.hear(look(holder=None, ago=None), 0.0) is None
    assert silence.hear(look(holder=None, ago=None), 60.0) is None
