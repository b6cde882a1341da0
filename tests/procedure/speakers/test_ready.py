"""Ready: in the room, or at the table (rows 9, 24)."""

from __future__ import annotations

import pytest

from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); nobody waits yet."""
    chamber = Chamber()
    chamber.open_floor()
    return chamber


@pytest.mark.parametrize("entry", ["Niger", "INTERPOL", "Sample Watch"])
def test_row_09_and_24_a_speaker_is_marked_as_ready(chamber: Chamber, entry: str) -> None:
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    before = chamber.waiting()
    chamber.do("mark-ready", entry=entry)
    ready = [one.ready for one in chamber.conference.current_list.waiting]  # type: ignore[union-attr]
    assert sorted(ready) == [False, False, True]
    assert "ready already" in chamber.refused("mark-ready", entry=entry).why
    chamber.do("mark-ready", entry=entry, off=True)
    assert "not ready already" in chamber.refused("mark-ready", entry=entry, off=True).why
    assert chamber.waiting() == before


def test_row_24_only_who_waits_is_marked_as_ready(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    refusal = chamber.refused("mark-ready", entry="Sample Relief")
    assert "Sample Relief does not wait on the list for item 1(f)" in refusal.why
    assert "Inscribe" in refusal.instead
