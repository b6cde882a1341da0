"""Whatever is done in the chamber, all that goes out agrees: files, pages, pane and snapshot."""

from __future__ import annotations

import json
import random

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.caption import caption
from plenary_tui.views.public.feed import (
    FILES,
    LIVE,
    NEXT_SPEAKER,
    NOW_SPEAKER,
    NOW_TITLE,
    feed_files,
)
from plenary_tui.views.public.page import live
from plenary_tui.views.public.pane import webcast_view
from plenary_tui.views.public.snapshot import take_snapshot
from tests.procedure.test_machine import House

ACTS_OF_A_DAY = 120


@pytest.mark.parametrize("seed", range(4))
def test_all_that_goes_out_agrees_on_a_long_day(seed: int) -> None:
    chance, house = random.Random(seed), House()
    house.convene(chance.choice(["floor open", "committee"]), True)
    for _ in range(ACTS_OF_A_DAY):
        house.go_on(chance)
        agrees(house.chamber.conference, house.chamber.clock.now())


def agrees(conference: Conference, now: Instant) -> None:
    """Now and next are the same everywhere, one statement is never both, off air names nobody."""
    snapshot, files = (
        take_snapshot(conference, now, built_in()),
        feed_files(conference, now, built_in()),
    )
    told, sent = live(conference, now, Language.ENGLISH, built_in()), caption(conference)
    (row,) = json.loads(files[LIVE])
    floor, following = snapshot.floor, [one.delegation for one in snapshot.next]

    third = snapshot.lower_third
    assert (third.line1, third.line2) == (sent.line1, sent.line2)
    assert (told.caption.line1.text, told.caption.line2.text) == (sent.line1, sent.line2)
    assert (row["now_speaker"], row["now_title"]) == (sent.line1, sent.line2)
    assert (files[NOW_SPEAKER], files[NOW_TITLE]) == (row["now_speaker"], row["now_title"])
    assert told.now.name.text == (floor.delegation if floor else "")
    assert following == [one.name.text for one in told.next]
    assert following == [one.name for one in webcast_view(conference, now).upcoming]
    assert files[NEXT_SPEAKER] == row["next_speaker"]
    assert row["next_speaker"] == (next(iter(following), "") if snapshot.on_air else "")

    if floor is not None and floor.entry is not None:
        assert floor.entry not in [one.entry for one in snapshot.queue]
    if not snapshot.on_air or floor is None:
        assert (third.line1, third.line2) == ("", "")
    assert set(files) == set(FILES) and all(type(one) is str for one in row.values())
