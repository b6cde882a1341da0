"""Every size of terminal, every kind of name, and no colour: all is read, nothing is obeyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from plenary_tui.screens.podium import SMALLEST
from plenary_tui.widgets.floor_panel import FloorPanel, SpeakerDetails
from tests.chamber import DELEGATIONS, ITEMS, LONGEST_NAME, FakeClock
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, cop12_chamber, painted, plain, podium_on
from tests.ui.scenes import act, ten_in_the_morning

NOTICE = "This terminal is too small for the podium."


@pytest.mark.parametrize("size", [SMALLEST, (200, 60)], ids=str)
async def test_all_that_matters_is_in_sight(podium: OpenPodium, size: tuple[int, int]) -> None:
    async with podium(scenes.speaking, size=size) as (_, _, room):
        for text in (
            "ON AIR",
            "PLENARY",
            "IN SESSION",
            "ON TIME",
            "in person",
            "NEXT Guinea",
            "1(f)",
            "FLOOR OPEN",
            "10:00",
            "STATES",
            "Pause",
        ):
            assert text in room.screen, text
        assert NOTICE not in room.screen


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (200, 60)], ids=str)
async def test_the_words_that_call_are_in_sight_until_the_speaker_begins(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.called, size=size) as (_, _, room):
        assert ("I now give the floor" in room.screen) is (size != (200, 60)), "there it is large"
        await room.press("space")
        later = "Then: “I thank the distinguished representative of Nigeria."
        assert (later in room.screen) is (size[1] >= 30), "what comes later has room there alone"
        assert ("I now give" in room.screen) is (size[1] >= 30)


@pytest.mark.parametrize("size", [(59, 18), (60, 17), (20, 5)], ids=str)
async def test_a_terminal_too_small_shows_a_notice_and_nothing_is_lost(
    podium: OpenPodium, size: tuple[int, int]
) -> None:
    async with podium(scenes.speaking) as (_, pilot, room):
        before = room.lines_text
        await pilot.resize_terminal(*size)
        await room.rest()
        assert room.screen.startswith("This terminal is too small")
        assert "Nigeria" not in room.screen and "PLENARY" not in room.screen
        await room.pass_time(20)
        was = room.conference
        await room.press("space", "f5", "f6", "f8", "u", "a", "colon")
        assert room.conference is was, "nobody acts without seeing what comes of it"
        await pilot.resize_terminal(80, 24)
        await room.pass_time(3)
        assert (room.digits, room.elapsed) == ("2:20", 40)
        assert [line for line in before.splitlines() if "━━" in line] == [
            line for line in room.lines_text.splitlines() if "━━" in line
        ]
        assert NOTICE not in room.screen
        await room.press("down", "y")
        assert room.entry("INTERPOL").ready, "the list has the keys again"


async def test_one_size_after_another_while_somebody_speaks(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (app, pilot, room):
        for width, height in [(200, 60), SMALLEST, (120, 36), (59, 17), (110, 30), (80, 24)]:
            await pilot.resize_terminal(width, height)
            await room.pass_time(5)
            lines = room.lines_text.splitlines()
            assert len(lines) == height and {len(line) for line in lines} == {width}
            if (width, height) != (59, 17):
                assert room.digits in {"2:45", "2:40", "2:35", "2:25", "2:20"}
                assert "ON TIME" in room.screen and app.podium.selected is not None


@pytest.mark.parametrize("size", [SMALLEST, (200, 60)], ids=str)
async def test_dialogs_fit(podium: OpenPodium, size: tuple[int, int]) -> None:
    async with podium(scenes.speaking, size=size) as (_, _, room):
        await room.press("a")
        await room.answer(*"gui", "enter")
        assert "Guinea is on the list" in room.screen and "Escape leave" in room.screen
        await room.answer("escape")
        await room.press("enter")
        assert "Withdraw" in room.screen and "Escape leave" in room.screen
        await room.answer("escape")
        await room.press("i")
        assert "2(a)" in room.screen and "Escape leave" in room.screen


# Names

NAMES = {
    "longest": LONGEST_NAME,
    "arabic": "الجزائر",
    "chinese": "阿拉伯叙利亚共和国",
    "markup": "[b]markup[/b] [red]x",
    "unclosed": "[/b] [@click=app.quit()]x[",
    "quotes": "The “Friends” of 'O\"Hara' & Co. \\n",
    "combining": "Coted'Ivoire".replace("o", "o\u0302"),
}


def with_name(name: str) -> tuple[Delegation, ...]:
    """The delegations, one of which is called so."""
    odd = Delegation("ODD", name, ParticipantClass.STATE_PARTY)
    return (*DELEGATIONS, odd)


def alone(desk: Desk, clock: FakeClock) -> None:
    """It waits alone, with words as odd as its name, and the floor is open."""
    scenes.meeting_open(desk, clock)
    act(desk, "take-up-item", item="1(f)")
    act(desk, "inscribe", delegation="ODD", speaker="[i]A[/i] 'B\" [", note="[x]")
    act(desk, "open-floor")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
async def test_a_name_is_shown_as_it_is_and_never_obeyed(podium: OpenPodium, name: str) -> None:
    async with podium(alone, delegations=with_name(name)) as (app, _, room):
        words = " ".join(name.split())
        assert words in room.screen, "on the list"
        await room.press("enter")
        assert words in room.screen, "as the title of a menu"
        await room.answer("escape")
        await room.press("n", "space")
        assert room.speaker == "ODD"
        assert app.podium.query_one(FloorPanel).card.name == name
        assert "[i]A[/i] 'B\" [" in plain(app.podium.query_one(SpeakerDetails).render())
        assert app.showing.title == f"3:00 {name}"
        await room.press("space")
        assert room.said == f"The clock of {name} was paused at 0:01."
        assert f"The clock of {words} was paused at 0:01." in room.screen
        lines = room.lines_text
        assert "\x1b" not in lines


async def test_a_name_is_found_and_shown_in_the_dialog(podium: OpenPodium) -> None:
    async with podium(delegations=with_name("[b]markup[/b]")) as (_, _, room):
        await room.press("a")
        await room.type("odd")
        assert "▶ [b]markup[/b] ODD State party" in room.screen
        await room.answer("enter")
        assert "[b]markup[/b] was inscribed" in room.screen


async def test_titles_of_items_are_no_markup(podium: OpenPodium) -> None:
    items = (replace(ITEMS[0], title="[b]General[/b] discussion ["), *ITEMS[1:])
    async with podium(scenes.list_of_four, items=items) as (_, _, room):
        assert "[b]General[/b] discussion [" in room.screen
        await room.press("i")
        assert "1(f) [b]General[/b] discussion [" in room.screen


# No colour


async def test_without_colour_nothing_is_coloured_and_words_say_it(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with podium(scenes.speaking) as (_, _, room):
        await room.pass_time(150)
        assert "WRAP UP" in room.screen and "ON AIR" in room.screen
        assert not coloured(room)
        await room.press("a")
        assert not coloured(room)


async def test_colours_are_shown_otherwise(podium: OpenPodium) -> None:
    async with podium(scenes.speaking) as (_, _, room):
        assert coloured(room)


def coloured(room: Chamber) -> bool:
    """Whether anything on the screen has a hue."""
    hues = set()
    for strip in painted(room.podium):
        for segment in strip:
            style = segment.style
            for colour in (style.color, style.bgcolor) if style else ():
                if colour is not None and colour.triplet is not None:
                    hues.add(len(set(colour.triplet)) > 1)
    return any(hues)


# The sample conference


async def test_the_sample_conference_speaks(tmp_path: Path) -> None:
    async with podium_on(cop12_chamber(tmp_path, ten_in_the_morning)) as (_, _, room):
        await room.press("m", "i")
        item = next(
            place for place, one in enumerate(room.conference.items) if one.symbol == "1(f)"
        )
        await room.answer("home", *["down"] * item)
        await room.press("enter", "g", "n")
        assert room.speaker is not None
        for _ in range(5):
            await room.press("space")
            await room.pass_time(30)
            await room.press("n")
        assert len(room.conference.statements) == 5
        await room.press("space")
        await room.pass_time(200)
        assert "OVER TIME" in room.screen
        await room.press("s", "enter", "y", "s", "space", "e", "c", "y")
        assert "COMMITTEE OF THE WHOLE" in room.screen
        await room.press("c", "y")
        assert "PLENARY" in room.screen
        await room.press("end", "pageup", "home", "down")
        assert (
            room.podium.podium.selected
            == room.conference.list_of("1(f)", room.conference.body).waiting[1].id
        )
