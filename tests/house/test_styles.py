"""What is remembered of style sheets is what Textual makes out, wherever a node comes to stand."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import App

from plenary_tui.settings import Settings
from tests.ui import opening, scenes, styles
from tests.ui.opening import OpenPodium
from tests.ui.styles import FLAGS

brisk, coloured, podium = opening.brisk, opening.coloured, opening.podium
styled, unpainted = opening.styled, opening.unpainted
KEYS = """down question_mark escape m escape f down escape F4 escape colon n escape l tab tab escape
    escape"""


def compare(app: App[Any]) -> int:
    """See that every node has the styles that Textual would give it; how many there are."""
    nodes = [app, *app.screen.walk_children(with_self=True)]
    for node in nodes:
        found = dict(node.styles.base.get_rules())
        parts = {name: dict(one.base.get_rules()) for name, one in node._component_styles.items()}
        flags = [getattr(node, name) for name in FLAGS]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(app.stylesheet), "apply", styles._apply)
            app.stylesheet.apply(node)
        assert found == dict(node.styles.base.get_rules()), node
        made = {name: dict(one.base.get_rules()) for name, one in node._component_styles.items()}
        assert parts == made, node
        assert flags == [getattr(node, name) for name in FLAGS], node
    return len(nodes)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=str)
async def test_after_each_key(podium: OpenPodium, size: tuple[int, int], theme: str) -> None:
    settings = Settings(theme=theme)
    for _ in range(2):  # the second has nothing to make out
        async with podium(scenes.called, size=size, settings=settings) as (app, _, room):
            most = compare(app)
            for key in KEYS.split():
                await room.press(key)
                most = max(most, compare(app))
            await room.pass_time(1)
            assert compare(app) and most > 25
