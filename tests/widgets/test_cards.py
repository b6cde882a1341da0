"""The podium's cards: the next speakers take a row for each line, however narrow it is."""

from __future__ import annotations

import pytest
from textual._compositor import Compositor
from textual.app import App, ComposeResult

from plenary_tui.views.podium.next_card import NextCard, NextRow
from plenary_tui.views.wording.telling import Named
from plenary_tui.widgets.cards import NextSpeakers

ROWS = tuple(
    NextRow(name, place == 0, "ready", "Minister of Foreign Affairs, by video message")
    for place, name in enumerate(("Bolivia (Plurinational State of)", "Türkiye", "Niger"))
)
CARDS = (
    NextCard(),
    NextCard(ROWS[:1]),
    NextCard(
        ROWS,
        prompt=Named("To the table", ("Sample Watch", "Another Sample Watch")),
        warned=Named("Warn 203 not reached", tuple(f"Delegation {one}" for one in range(203))),
        tier_hours=(("NGOs are heard from 17:00 on", "17:00 NGOs"),),
        outlook=(("List ends 18:32", "18:32"), ("203 are not reached", "203 not")),
        beside="The meeting runs into “A side event”",
    ),
)


class OneCard(App[None]):
    """The next speakers alone."""

    def compose(self) -> ComposeResult:
        yield NextSpeakers()


@pytest.mark.parametrize("size", [(20, 24), (66, 36), (160, 50)])
async def test_what_is_next_takes_a_row_for_each_line(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = list[bool]()
    arrange = Compositor._arrange_root

    def counted(self: Compositor, *args: object, **more: object) -> object:
        laid_out.append(True)
        return arrange(self, *args, **more)  # type: ignore[arg-type]

    app = OneCard()
    async with app.run_test(size=size) as pilot:
        card = app.query_one(NextSpeakers)
        for value in (*CARDS, *reversed(CARDS)):
            card.value = value
            await pilot.pause()
            drawn = card.render()
            lines = drawn.wrap(card.size.width)
            assert len(lines) == card.size.height
            assert [line.plain for line in lines] == drawn.plain.split("\n")
        with monkeypatch.context() as counting:
            counting.setattr(Compositor, "_arrange_root", counted)
            app.screen._compositor._full_map_invalidated = True  # as while all are laid out
            app.screen._compositor._visible_map = None
            card._content_height_cache = (None, 0)
            card._layout_cache.clear()
            card.get_content_height(app.size, app.size, app.size.width)
    assert not laid_out, "to ask how high it is lays nothing out"
