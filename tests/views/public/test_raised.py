"""What is shown of rights of reply: who asked, and who replies (row 27)."""

from __future__ import annotations

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.vocabulary import FloorKind
from plenary_tui.views.podium.cards import floor_card
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Niger speaks on item 1(f); nobody else waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(60)
    return chamber


def test_row_27_the_podium_and_the_snapshot_show_who_asked_and_who_replies(
    chamber: Chamber,
) -> None:
    chamber.do("request-reply", delegation="Guinea", to="Niger")
    chamber.do("request-reply", delegation="Türkiye")
    card = floor_card(chamber.conference, chamber.clock.now())
    assert card.lines[-1] == "Replies asked for: Guinea, Türkiye"
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    first, second = seen.replies
    assert (first.position, first.delegation, first.to) == (1, "Guinea", "Niger")
    assert (first.round, first.limit, second.to) == (1, 600.0, None)
    chamber.do("end-statement")
    assert (
        floor_card(chamber.conference, chamber.clock.now()).hint
        == "Press [grant-reply] to grant Guinea its reply."
    )
    chamber.do("grant-reply")
    seen = take_snapshot(chamber.conference, chamber.clock.now(), built_in())
    assert seen.floor is not None
    assert (seen.floor.kind, seen.floor.delegation) == (FloorKind.REPLY, "Guinea")
    assert seen.floor.tier == "States"
    assert (seen.lower_third.line1, seen.lower_third.line2) == ("Guinea", "right of reply")
    card = floor_card(chamber.conference, chamber.clock.now())
    assert (card.name, card.lines[0]) == ("Guinea", "right of reply")
    assert any("representative of Guinea, who wishes" in one for one in seen.script)
