"""A slip, a held key, pasted text or another layout do nothing that was not meant, and are told."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from plenary_tui.apps.strokes import Stroke
from plenary_tui.desk.writing import Desk
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.presses import Press, Presses
from tests.chamber import FakeClock
from tests.ui.opening import OpenPodium
from tests.ui.podium import LATER, Chamber, StillPodium
from tests.ui.scenes import act, called, draft_taken_up, floor_open, speaking, ten_in_the_morning


def held(first: float, every: float, times: int) -> list[float]:
    """When a key that is held down comes: the press, then its repeats, in seconds."""
    return [0.0, *(first + every * place for place in range(times))]


@pytest.mark.parametrize("first", [0.2, 0.4, 0.5, 0.66])
@pytest.mark.parametrize("every", [0.025, 0.033, 0.05])
@pytest.mark.parametrize("counts", [False, True])
def test_a_key_held_down_is_one_press(first: float, every: float, counts: bool) -> None:
    presses, meant, doubtful = Presses(), 0, False
    for when in held(first, every, 40):
        press = presses.press("s", when, when, counts=counts)
        meant += press is Press.MEANT
        doubtful = press is Press.DOUBTFUL or (doubtful and press is not Press.HELD)
    assert (meant, doubtful) == (1, False)


@pytest.mark.parametrize("gap", [0.12, 0.2, 0.35, 0.6])
def test_quick_presses_of_what_is_counted_all_count(gap: float) -> None:
    presses = Presses()
    taken = [presses.press("u", gap * place, gap * place, counts=True) for place in range(4)]
    assert taken[0] is Press.MEANT and Press.HELD not in taken


@pytest.mark.parametrize("counts", [False, True])
def test_a_key_held_down_while_the_disk_is_waited_for_is_one_press(counts: bool) -> None:
    presses, done = Presses(), 0.0
    taken = []
    for came in held(0.5, 0.033, 20):
        done = max(done, came)
        taken.append(presses.press("n", came, done, counts=counts))
        done = max(done, 2.0)  # the first act takes two seconds; all that came meanwhile waits
    assert taken[0] is Press.MEANT and Press.MEANT not in taken[1:]
    assert taken[-1] is Press.HELD


def test_a_terminal_that_tells_repeats_is_believed() -> None:
    presses = Presses()
    presses.told = True
    assert presses.press("u", 0.0, 0.0, counts=True) is Press.MEANT
    assert presses.press("u", 0.05, 0.05, counts=True, repeats=True) is Press.HELD
    assert presses.press("u", 0.1, 0.1, counts=True) is Press.MEANT


async def pressed(app: StillPodium, room: Chamber, *keys: str, gap: float = 0.0) -> None:
    """Press keys, so many seconds apart on the officer's clock."""
    for key in keys:
        character = " " if key == "space" else key if len(key) == 1 else None
        app.post_message(events.Key(key, character))
        await room.rest()
        await room.rest()
        room.clock.advance(gap)


@pytest.mark.parametrize("gap", [0.033, 0.2, 0.45, 0.66])
async def test_space_held_down_pauses_the_clock_and_no_more(podium: OpenPodium, gap: float) -> None:
    async with podium(speaking) as (app, _, room):
        room.clock.advance(5)
        before = room.conference.seq
        await pressed(app, room, "space", gap=gap)
        await pressed(app, room, *("space",) * 10, gap=0.033)
        assert room.conference.seq == before + 1


@pytest.mark.parametrize("gap", [0.2, 0.45])
async def test_two_quick_presses_of_u_take_two_acts_back(podium: OpenPodium, gap: float) -> None:
    async with podium(speaking) as (app, _, room):
        room.clock.advance(5)
        before = room.conference.seq
        await pressed(app, room, "u", gap=gap)
        await pressed(app, room, "u", gap=gap)
        await asyncio.sleep(0.2)  # it is seen that no more follow
        await room.rest()
        assert room.conference.seq == before + 2


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        ("U", "Is Caps Lock on?"),
        ("I", "Is Caps Lock on?"),
        ("ь", "Cyrillic letters"),
        ("λ", "Greek letters"),
        ("م", "Arabic letters"),
        ("(", "does nothing here"),
    ],
)
async def test_a_letter_that_is_no_key_says_so(podium: OpenPodium, letter: str, told: str) -> None:
    async with podium(speaking) as (app, _, room):
        before = room.conference.seq
        await pressed(app, room, letter)
        assert told in room.said and room.conference.seq == before


@pytest.mark.parametrize(("key", "told"), [("f12", "F12"), ("delete", "Delete")])
async def test_another_key_that_does_nothing_says_so(
    podium: OpenPodium, key: str, told: str
) -> None:
    async with podium(speaking) as (_, _, room):
        before = room.conference.seq
        await room.press(key)
        assert room.said == f"{told} does nothing here. Press ? for all keys."
        assert room.conference.seq == before


@pytest.mark.parametrize("gap", [0.0, 0.002, 0.005])
async def test_letters_faster_than_a_hand_are_no_keys(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch, gap: float
) -> None:
    monkeypatch.setattr(StillPodium, "LETTERS_WAIT", 0.03)
    async with podium(speaking) as (app, _, room):
        before, text = room.conference, list("Slovenia asked for the floor")
        app.keyboard.unread = lambda: bool(text)  # however long this machine is elsewhere
        for place in range(len(text)):
            letter = text.pop(0)
            pressed = events.Key("space" if letter == " " else letter, letter)
            pressed.time = LATER + gap * place
            app.post_message(pressed)
            await asyncio.sleep(gap)
        await asyncio.sleep(0.1)
        await room.rest()
        assert room.conference is before and app.screen is app.podium
        assert "faster than a hand types" in room.said


async def test_a_letter_alone_is_a_key_at_once_after_its_wait(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(StillPodium, "LETTERS_WAIT", 0.008)
    async with podium(floor_open) as (app, _, room):
        app.post_message(events.Key("n", "n"))
        await asyncio.sleep(0.05)
        await room.rest()
        assert room.conference.floor is not None


async def test_escape_with_a_letter_right_behind_it_leaves_and_the_letter_does_nothing(
    podium: OpenPodium,
) -> None:
    async with podium(speaking) as (app, _, room):
        before = room.conference.seq
        await room.press("q")
        app.post_message(events.Key("alt+y", "y"))
        await room.rest()
        assert app.screen is app.podium and app.is_running
        assert room.conference.seq == before
        assert room.said.startswith("“y” came together with Escape and was not done.")


async def test_enter_after_a_dialog_opens_no_menu(podium: OpenPodium) -> None:
    async with podium(floor_open) as (app, _, room):
        await room.press("N")
        await room.answer(*"once", "enter")
        for gap in (0.033, 0.15, 0.3):
            room.clock.advance(gap)
            await room.answer("enter", "enter")
            assert app.screen is app.podium and room.conference.floor is None


async def test_a_key_is_pressed_anew_once_others_were_typed_on_another_page(
    podium: OpenPodium,
) -> None:
    async with podium(speaking) as (app, _, room):
        for text in ("one", "two"):
            await pressed(app, room, "N", gap=0.05)
            await pressed(app, room, *text, "enter", gap=0.02)
        assert [note.text for note in room.conference.notes] == ["one", "two"]


def motion_to_adjourn(desk: Desk, clock: FakeClock) -> None:
    """A motion to adjourn the meeting waits for its outcome, and nobody has the floor."""
    floor_open(desk, clock)
    act(desk, "move-motion", motion="adjourn-meeting", delegation="GIN")


@pytest.mark.parametrize("gaps", [[0.033], [0.15], [0.3], held(0.5, 0.033, 20)[1:]], ids=len)
async def test_an_enter_doubled_or_held_confirms_nothing(
    podium: OpenPodium, gaps: list[float]
) -> None:
    async with podium(motion_to_adjourn, size=(120, 36)) as (app, _, room):
        await room.press("j", "v")
        await room.answer("enter")
        assert "Press Enter once more to do it" in room.screen
        for before, after in zip([0.0, *gaps], gaps, strict=False):
            room.clock.advance(after - before)
            await room.answer("enter")
        assert isinstance(app.screen, ActDialog) and room.conference.in_session
        await room.press("enter")
        assert not room.conference.in_session, "pressed again it is meant"


def point_on_whoever_was_called(desk: Desk, clock: FakeClock) -> None:
    """Guinea raised a point of order while Nigeria was called and had not begun."""
    called(desk, clock)
    act(desk, "raise-point", delegation="GIN")


async def test_a_key_held_down_that_leaves_a_page_does_nothing_behind_it(
    podium: OpenPodium,
) -> None:
    async with podium(point_on_whoever_was_called, size=(120, 36)) as (app, _, room):
        await room.press("j")
        before = room.conference.seq
        await pressed(app, room, "x", gap=0.5)
        await pressed(app, room, *("x",) * 10, gap=0.033)
        assert room.conference.seq == before + 1 and not room.conference.points
        assert room.speaker == "NGA", "x marks whoever was called absent on the podium"


@pytest.mark.parametrize("page", ["d", "H", "j", "l", "w"])
async def test_q_held_down_leaves_a_page_and_no_more(podium: OpenPodium, page: str) -> None:
    async with podium(ten_in_the_morning) as (app, _, room):
        await room.press(page)
        await pressed(app, room, "q", gap=0.5)
        await pressed(app, room, *("q",) * 10, gap=0.033)
        assert app.screen is app.podium and not app.intents.closed


@pytest.mark.parametrize("page", ["f", "d", "H", "l", "w", "b"])
async def test_a_key_held_down_opens_its_page_and_does_not_leave_it(
    podium: OpenPodium, page: str
) -> None:
    async with podium(speaking) as (app, _, room):
        await pressed(app, room, page, gap=0.5)
        await pressed(app, room, *(page,) * 10, gap=0.033)
        assert app.screen is not app.podium


def russian(letter: str, standard: str) -> Stroke:
    """A key of a Russian keyboard, whose place the terminal tells."""
    return Stroke(letter, letter, repeats=False, standard=standard)


async def test_keys_of_another_layout_work_by_their_place_on_pages_and_in_menus_too(
    podium: OpenPodium,
) -> None:
    async with podium(draft_taken_up, size=(120, 36)) as (app, _, room):
        await room.press("d")
        app.post_message(russian("ф", "a"))
        await room.rest()
        assert "It is adopted without a vote." in room.screen
        await room.press("escape", "escape", "q")
        app.post_message(russian("т", "n"))
        await room.rest()
        assert app.screen is app.podium


async def test_a_mark_of_another_layout_works_by_its_place(podium: OpenPodium) -> None:
    async with podium(speaking) as (app, _, room):
        app.post_message(russian("ъ", "]"))
        await room.rest()
        assert room.elapsed == 15, "five seconds on"


@pytest.mark.parametrize("page", ["d", "q"])
async def test_a_page_says_which_layout_is_on(podium: OpenPodium, page: str) -> None:
    async with podium(speaking, size=(120, 36)) as (app, _, room):
        await room.press(page)
        await pressed(app, room, "ф")
        assert "Cyrillic letters are no keys." in room.screen
