"""The line of a page that says what its keys do: no key is parted from what it does."""

from __future__ import annotations

from pathlib import Path

import pytest

import plenary_tui
from plenary_tui.widgets.keys_named import in_lines
from tests.ui import scenes
from tests.ui.opening import OpenPodium

PACKAGE = Path(plenary_tui.__file__).parent
SAID = "Enter what can be done   t take up   s sponsor   / find"


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, [SAID]),
        (41, ["Enter what can be done   t take up", "s sponsor   / find"]),
        (22, ["Enter what can be done", "t take up   s sponsor", "/ find"]),
        (10, ["Enter what", "can be", "done", "t take up", "s sponsor", "/ find"]),
    ],
)
def test_a_line_ends_between_two_keys(width: int, lines: list[str]) -> None:
    assert in_lines(SAID, width) == lines


def test_nothing_to_say_has_no_lines() -> None:
    assert in_lines("", 10) == []


@pytest.mark.parametrize("columns", [80, 100, 120])
async def test_on_a_page_every_key_stands_beside_what_it_does(
    podium: OpenPodium, columns: int
) -> None:
    async with podium(scenes.drafts, size=(columns, 30)) as (_, _, room):
        await room.press("d")
        lines = [line.strip(" ┃") for line in room.lines_text.splitlines()]
        assert any("s sponsor" in line for line in lines)
        assert any("u undo" in line for line in lines)
        assert any("Escape leave" in line for line in lines)


def test_no_page_says_its_keys_in_another_way() -> None:
    said = [
        path.name for path in PACKAGE.rglob("*.py") if 'classes="keys"' in path.read_text("utf-8")
    ]
    assert said == ["keys_named.py"]
