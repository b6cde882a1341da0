"""The list of speakers: the cursor keeps to its entry, every line fits, nothing typed is obeyed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.message import Message

from plenary_tui.procedure.speakers.lists import with_changed_entry, with_entry, without_entry
from plenary_tui.procedure.state.conference import Entry, SpeakersList, empty_list
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Body, Tier
from plenary_tui.views.podium.listing import Listing
from plenary_tui.widgets import speakers_list
from tests.views.podium.lists import DELEGATIONS, NOW, full_list, shown


class Shows(App[None]):
    """A list, and what it says."""

    def __init__(self, value: Listing | None) -> None:
        super().__init__()
        self.value = value
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield speakers_list.SpeakersList()

    def on_mount(self) -> None:
        self.the_list.listing = self.value
        self.the_list.focus()

    @property
    def the_list(self) -> speakers_list.SpeakersList:
        return self.query_one(speakers_list.SpeakersList)

    @property
    def lines(self) -> list[str]:
        """What is on the screen."""
        return [
            "".join(part.text for part in line) for line in self.screen._compositor.render_strips()
        ]

    def on_speakers_list_chosen(self, message: speakers_list.SpeakersList.Chosen) -> None:
        self.said.append(message)


def marked(app: Shows) -> list[str]:
    """The lines on screen with the cursor."""
    return [line for line in app.lines if line.startswith("▶")]


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (200, 60)])
async def test_it_is_drawn_at_every_size(size: tuple[int, int]) -> None:
    app = Shows(shown(full_list()))
    async with app.run_test(size=size):
        assert [cell_len(line) for line in app.lines] == [size[0]] * size[1]
        assert len(marked(app)) == 1 and "Maldives  next" in marked(app)[0]
        text = "\n".join(app.lines)
        assert "[red]x[/]" in text and "\x1b" not in text and "\u202e" not in text
        assert "━━ NGOS  2 waiting  open ━" in text


async def test_the_keys_go_from_entry_to_entry_and_skip_headers() -> None:
    app = Shows(shown(full_list()))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.the_list.entry_id == 1
        await pilot.press("up")
        assert app.the_list.entry_id == 1
        await pilot.press(*["down"] * 6)
        assert app.the_list.entry_id == 7
        await pilot.press("up")
        assert app.the_list.entry_id == 6
        await pilot.press("end")
        assert app.the_list.entry_id == 9
        await pilot.press("down")
        assert app.the_list.entry_id == 9
        await pilot.press("home")
        assert app.the_list.entry_id == 1
        await pilot.press("pagedown")
        assert app.the_list.entry_id == 9
        await pilot.press("pageup", "enter")
        said = app.said[-1]
        assert isinstance(said, speakers_list.SpeakersList.Chosen) and said.entry_id == 1


def test_it_leaves_all_other_keys_to_the_screen() -> None:
    bound = speakers_list.SpeakersList(id="x")._bindings.key_to_bindings
    assert set(bound) == {"up", "down", "pageup", "pagedown", "home", "end", "enter"}


async def test_the_cursor_keeps_to_its_entry_and_else_goes_to_the_one_in_its_place() -> None:
    speakers = full_list()
    app = Shows(shown(speakers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        assert app.the_list.entry_id == 3
        first, second, third, fourth = speakers.waiting[:4]
        speakers = without_entry(speakers, first)
        app.the_list.listing = shown(speakers)
        await pilot.pause()
        assert app.the_list.entry_id == 3 and "   2   Côte" in marked(app)[0]
        speakers = with_entry(without_entry(speakers, third), third, 0)
        app.the_list.listing = shown(speakers)
        await pilot.pause()
        assert app.the_list.entry_id == 3 and "   1   Côte" in marked(app)[0]
        speakers = without_entry(speakers, third)
        app.the_list.listing = shown(speakers)
        await pilot.pause()
        assert app.the_list.entry_id == second.id
        app.the_list.listing = shown(without_entry(without_entry(speakers, second), fourth))
        await pilot.pause()
        assert app.the_list.entry_id == 5


async def test_the_last_that_leaves_leaves_the_cursor_to_the_one_before() -> None:
    speakers = full_list()
    app = Shows(shown(speakers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        app.the_list.listing = shown(without_entry(speakers, speakers.waiting[-1]))
        await pilot.pause()
        assert app.the_list.entry_id == 8
        app.the_list.listing = shown(empty_list("1(f)", Body.PLENARY))
        await pilot.pause()
        assert app.the_list.entry_id is None and marked(app) == []
        assert "Nobody waits on the list for item 1(f)." in "\n".join(app.lines)
        await pilot.press("down", "end", "enter", "pageup")
        app.the_list.listing = None
        await pilot.pause()
        assert "".join(app.lines).strip() == ""
        app.the_list.listing = shown(speakers)
        await pilot.pause()
        assert app.the_list.entry_id == 1


async def test_a_changed_listing_repaints_only_the_lines_that_changed() -> None:
    speakers = full_list()
    app = Shows(shown(speakers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        draw = app.the_list.render_line
        app.the_list.render_line = lambda y: drawn.append(y) or draw(y)
        app.the_list.listing = shown(replace(speakers))
        await pilot.pause()
        assert drawn == []
        ready = replace(speakers.waiting[2], ready=True)
        app.the_list.listing = shown(with_changed_entry(speakers, ready))
        await pilot.pause()
        assert set(drawn) == {3}
        assert "  3 ✓ Côte" in app.lines[3]


async def test_a_click_selects_and_a_double_click_chooses() -> None:
    app = Shows(shown(full_list()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(speakers_list.SpeakersList, offset=(10, 3))
        assert app.the_list.entry_id == 3
        await pilot.click(speakers_list.SpeakersList, offset=(10, 0))
        await pilot.click(speakers_list.SpeakersList, offset=(10, 20))
        assert app.the_list.entry_id == 3
        await pilot.click(speakers_list.SpeakersList, offset=(10, 2), times=2)
        assert [one.entry_id for one in app.said] == [2]


def long_list(length: int) -> SpeakersList:
    speakers = empty_list("1(f)", Body.PLENARY)
    waiting = tuple(
        Entry(n, DELEGATIONS[0].id, Tier.STATES, NOW + timedelta(seconds=n))
        for n in range(1, length + 1)
    )
    return speakers.with_queue(replace(speakers.queue(Tier.STATES), waiting=waiting))


async def test_a_long_list_scrolls_and_stays_where_it_is_when_others_leave() -> None:
    speakers = long_list(5000)
    app = Shows(shown(speakers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        assert app.the_list.entry_id == 5000 and "5000" in marked(app)[0]
        await pilot.press("home")
        await pilot.pause()
        assert app.lines[0].startswith("━━ STATES  5000 waiting")
        assert app.the_list.select(2000) and not app.the_list.select(6000)
        await pilot.press("up")
        await pilot.pause()
        before = app.lines.index(marked(app)[0])
        app.the_list.listing = shown(without_entry(speakers, speakers.waiting[0]))
        await pilot.pause()
        assert app.the_list.entry_id == 1999
        assert app.lines.index(marked(app)[0]) == before
        await pilot.resize_terminal(60, 10)
        await pilot.pause()
        assert len(marked(app)) == 1
        app.the_list.scroll_relative(y=-500, animate=False)
        await pilot.pause()
        assert marked(app) == [] and app.the_list.entry_id == 1999


async def test_without_colour_the_cursor_is_told_by_a_sign_and_by_its_style(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Shows(shown(full_list()))
    async with app.run_test(size=(80, 24)):
        assert app.no_color
        strips = app.screen._compositor.render_strips()
        for strip in strips[:12]:
            for segment in strip:
                style = segment.style
                assert style is not None
                for colour in (style.color, style.bgcolor):
                    if colour is not None and colour.triplet is not None:
                        assert len(set(colour.triplet)) == 1
        assert all(segment.style.reverse for segment in strips[1] if segment.text.startswith("▶"))
