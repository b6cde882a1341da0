"""Frames that are drawn sparingly are those that Textual draws, cell by cell, after each change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import pytest
import textual
from rich.cells import cell_len
from rich.style import Style
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

from plenary_tui.settings import Settings
from plenary_tui.widgets import sparing
from plenary_tui.widgets.sparing import (
    COMPARED_WITH,
    Sparing,
    draw_sparingly,
    release_of_textual,
)
from tests.ui import scenes
from tests.ui.opening import OpenPodium

Cells = list[tuple[str, Style | None]]


def cells(strip: Strip) -> Cells:
    """What stands in each column; a wide character and nothing behind it."""
    return [cell for text, style, _ in strip for cell in cells_of(text, style)]


@lru_cache(maxsize=5_000)
def cells_of(text: str, style: Style | None) -> tuple[tuple[str, Style | None], ...]:
    """The same of what is drawn in one style: most of a frame is as in the one before."""
    look = style.clear_meta_and_links() if style is not None else None
    found: Cells = []
    for character in text:
        width = cell_len(character)
        found += [(character, look), *(("", look),) * (width - 1)] if width else []
    return tuple(found)


def text(row: Cells) -> str:
    """What stands in a row, to be read."""
    return "".join(character for character, _ in row)


@contextmanager
def as_textual(compositor: Compositor) -> Iterator[None]:
    """Textual's own draws, and its widgets draw as it has them."""
    compositor.__class__ = Compositor
    try:
        yield
    finally:
        compositor.__class__ = Sparing


class Glass:
    """Stands for a terminal: it keeps what was painted, and compares it with what Textual draws.

    Attributes:
        frames: how often less than all of it was painted, and that was right.
    """

    def __init__(self) -> None:
        self.frames = 0
        self._rows: list[Cells] = []

    def paint(
        self,
        compositor: Compositor,
        full: bool = False,
        screen_stack: list[Screen[object]] | None = None,
        simplify: bool = False,
    ) -> None:
        """Paint what has changed, as a terminal would have it."""
        visible_screen_stack.set(screen_stack or [])
        assert isinstance(compositor, Sparing)
        if full or not self._rows or compositor.size.region in compositor._dirty_regions:
            self._rows = [cells(Strip.join(row)) for row in compositor.render_full_update().strips]
            for y, wanted in enumerate(whole(compositor)):
                assert self._rows[y] == wanted, (y, text(self._rows[y]), text(wanted))
        elif (part := compositor.render_partial_update()) is not None:
            self.frames += 1
            wanted = whole(compositor)
            for y, row in enumerate(part.chops):
                spans = [(left, right) for one, left, right in part.spans if one == y]
                for (left, strip), right in zip(row.items(), part.chop_ends[y], strict=True):
                    assert strip is not None and strip.cell_length == right - left
                    assert any(begins <= left and right <= ends for begins, ends in spans)
                    self._rows[y][left:right] = cells(strip)
                for left, right in spans:
                    painted = self._rows[y][left:right]
                    assert painted == wanted[y][left:right], (y, text(painted), text(wanted[y]))

    def compare(self, app: App[object]) -> None:
        """See that all that stands there is what Textual would draw of it now."""
        visible_screen_stack.set(app._background_screens)
        for y, wanted in enumerate(whole(app.screen._compositor)):
            assert self._rows[y] == wanted, (y, text(self._rows[y]), text(wanted))


def whole(compositor: Compositor) -> list[Cells]:
    """All of the frame as Textual draws it."""
    with as_textual(compositor):
        return [cells(row) for row in compositor.render_strips()]


@pytest.fixture
def glass(coloured: None, monkeypatch: pytest.MonkeyPatch) -> Glass:
    """What all is painted on."""
    glass = Glass()
    monkeypatch.setattr(
        Compositor, "render_update", lambda one, *args, **more: glass.paint(one, *args, **more)
    )
    return glass


SIZES = [(62, 20), (80, 24), (120, 36), (200, 60)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_while_somebody_speaks(
    podium: OpenPodium, glass: Glass, size: tuple[int, int]
) -> None:
    async with podium(scenes.called, size=size) as (app, _, room):
        await room.press("space")
        for seconds in (*(1,) * 25, 130, *(5,) * 12):
            await room.pass_time(seconds)
            glass.compare(app)
        assert glass.frames > 30


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_after_each_key(podium: OpenPodium, glass: Glass, size: tuple[int, int]) -> None:
    keys = "down y down Y n up space p p n ] [ slash g i backspace escape u U colon n escape"
    async with podium(scenes.floor_open, size=size) as (app, _, room):
        for key in keys.split():
            await room.press(key)
            glass.compare(app)
        for key in ("a", "question_mark", "m", "F4", "f", "g", "d", "t"):
            await room.press(key)
            glass.compare(app)
            await room.pass_time(1)
            glass.compare(app)
            await room.press("down", "escape", "escape")
            glass.compare(app)
        assert glass.frames > 20


@pytest.mark.parametrize(
    "scene",
    [scenes.nothing, scenes.suspended, scenes.committee, scenes.drafts, scenes.translated],
    ids=lambda one: one.__name__,
)
async def test_whatever_is_shown(
    podium: OpenPodium, glass: Glass, scene: Callable[..., None]
) -> None:
    async with podium(scene, size=(120, 36)) as (app, _, room):
        for key in ("down", "down", "pagedown", "end", "home"):
            await room.press(key)
            glass.compare(app)
        await room.pass_time(61)
        glass.compare(app)
        await room.press("enter", "down", "escape")
        glass.compare(app)


async def test_without_colours(
    podium: OpenPodium, glass: Glass, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with podium(scenes.called, settings=Settings(theme="light")) as (app, _, room):
        for key in ("space", "down", "y"):
            await room.press(key)
            glass.compare(app)
        await room.pass_time(3)
        glass.compare(app)
        assert glass.frames


def test_with_releases_that_were_not_compared_textual_draws(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = Screen[None]()
    monkeypatch.setattr(sparing, "release_of_textual", lambda: "8.99.0")
    draw_sparingly(screen)
    assert type(screen._compositor) is Compositor
    monkeypatch.undo()
    draw_sparingly(screen)
    assert type(screen._compositor) is Sparing


def installed(folder: Path, *beside: str) -> str:
    """The file of a Textual that is installed with these beside it."""
    for name in ("textual", *beside):
        (folder / name).mkdir()
    return str(folder / "textual" / "__init__.py")


def test_the_release_is_what_the_installed_one_says() -> None:
    assert release_of_textual() == textual.__version__
    assert textual.__version__.startswith(COMPARED_WITH)


def test_the_release_is_read_from_what_is_installed_beside_textual(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    names = ("textual-7.1.dist-info", "textual-dev-8.2.1.dist-info", "textual_image-1.0.dist-info")
    monkeypatch.setattr(textual, "__file__", installed(tmp_path, *names))
    assert release_of_textual() == "7.1"


@pytest.mark.parametrize("beside", [(), ("textual-7.1.dist-info", "textual-8.2.1.dist-info")])
def test_textual_itself_is_asked_where_that_does_not_tell(
    beside: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(textual, "__file__", installed(tmp_path, *beside))
    assert release_of_textual() == textual.__version__
