"""Keys typed while a page opens or closes: all go to the page then shown, in order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

import pytest
from textual import events
from textual._time import get_time
from textual.app import App, ComposeResult
from textual.widgets import Input

from plenary_tui.apps import beginning
from plenary_tui.apps.beginning import TOO_EARLY, Beginning
from plenary_tui.apps.keyboard import FASTER_THAN_A_HAND, LOOKED_UP, MOST, Keyboard, Pressed
from plenary_tui.screens.act_dialog import ActDialog
from plenary_tui.screens.forecast import ForecastScreen
from plenary_tui.screens.live import Modal
from plenary_tui.screens.picks import Pick
from plenary_tui.widgets.bottom import CommandLine, KeysLine
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber, StillPodium
from tests.ui.scenes import floor_open, speaking

GAPS = (0.0, 0.01, 0.05, 0.1)
"""Seconds between two keys."""


async def typed(app: StillPodium, room: Chamber, *keys: str, gap: float) -> None:
    """Type keys as a terminal tells them, whatever the app is doing."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))
        await asyncio.sleep(gap)
    for _ in range(5):
        await room.rest()


class Slow(Modal[None]):
    """A page that takes its time to open."""

    got = ""

    async def on_mount(self) -> None:
        """Be long in coming."""
        await asyncio.sleep(0.3)

    def compose(self) -> ComposeResult:
        """A field for what is typed."""
        yield Input()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed, and leave."""
        Slow.got = event.value
        self.dismiss()


@pytest.mark.parametrize("gap", GAPS)
async def test_keys_wait_for_a_page_that_is_slow_to_open_and_to_close(
    podium: OpenPodium, gap: float
) -> None:
    async with podium(speaking) as (app, _, room):
        before = room.conference.seq
        app.push_screen(Slow())
        await typed(app, room, *"next", "enter", "N", *"said", "enter", gap=gap)
        await room.typed_out()
        assert Slow.got == "next"
        assert room.conference.seq == before + 1
        assert room.conference.notes[-1].text == "said"


@pytest.mark.parametrize("gap", GAPS)
async def test_a_delegation_typed_at_once_is_inscribed_and_nothing_else_is_done(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch, gap: float
) -> None:
    mounted = ActDialog.on_mount

    async def slowly(dialog: ActDialog) -> None:
        await asyncio.sleep(0.3)
        mounted(dialog)

    monkeypatch.setattr(ActDialog, "on_mount", slowly)
    async with podium(speaking) as (app, _, room):
        before, floor = room.conference.seq, room.conference.floor
        await typed(app, room, *"atür", "enter", gap=gap)  # a opens the dialog, tür is typed there
        await room.typed_out()
        assert room.conference.floor == floor and app.screen is app.podium
        assert room.conference.seq == before + 1 and "TUR" in room.waiting()


def key_at(when: float, key: str, character: str | None = None) -> events.Key:
    """A key that came at a moment, whenever it is taken."""
    made = events.Key(key, character or (key if len(key) == 1 else None))
    made.time = when
    return made


@pytest.mark.parametrize(("early", "letter"), [("n", "n"), ("enter", "\r"), ("alt+n", "n")])
async def test_a_key_that_came_before_the_podium_was_in_sight_is_dropped_whenever_it_is_taken(
    podium: OpenPodium, early: str, letter: str
) -> None:
    async with podium(floor_open) as (app, _, room):
        before, seen = room.conference, app.keyboard.in_sight
        app.post_message(key_at(seen - 0.001, early, letter))
        await room.rest()
        assert room.conference == before and TOO_EARLY in room.screen
        app.post_message(key_at(seen + LOOKED_UP, "n"))
        await room.rest()
        assert room.conference.floor is not None


async def test_a_hand_that_types_on_from_before_the_podium_was_in_sight_has_not_seen_it(
    podium: OpenPodium,
) -> None:
    """Nor has one that holds a key down all the while."""
    async with podium(floor_open) as (app, _, room):
        before, came = room.conference, app.keyboard.in_sight - 0.001
        for _ in range(4):
            app.post_message(key_at(came, "n"))
            came += 0.9 * LOOKED_UP
        await room.rest()
        assert room.conference == before
        app.post_message(key_at(came + 0.2 * LOOKED_UP, "n"))
        await room.rest()
        assert room.conference.floor is not None


async def test_no_hand_has_seen_a_podium_that_has_only_just_come_in_sight(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "SOONEST", 3600.0)
    async with podium(floor_open) as (app, _, room):
        app.post_message(events.Key("n", "n"))
        await room.rest()
        assert room.conference.floor is None and TOO_EARLY in room.screen


@pytest.fixture
def painted_early(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that paints the podium some time before it begins; a key comes meanwhile."""
    key, letter = request.param
    show, painted = Beginning.show, Beginning.painted

    def show_early(self: Beginning) -> None:
        app = self._officer.podium.app
        with monkeypatch.context() as slow:
            slow.setattr(app, "call_after_refresh", lambda begin: app.set_timer(0.1, begin))
            show(self)

    def typed(self: Beginning) -> None:
        was = self._keyboard.in_sight
        painted(self)
        if self._keyboard.in_sight != was:
            self._officer.podium.app.post_message(events.Key(key, letter))

    monkeypatch.setattr(Beginning, "show", show_early)
    monkeypatch.setattr(Beginning, "painted", typed)


@pytest.mark.parametrize("painted_early", [("colon", ":")], indirect=True)
@pytest.mark.usefixtures("painted_early")
async def test_what_is_typed_once_the_podium_is_in_sight_waits_until_it_has_begun(
    podium: OpenPodium,
) -> None:
    async with podium(floor_open) as (app, _, room):
        await room.typed_out()
        assert isinstance(app.focused, CommandLine) and TOO_EARLY not in room.screen


@pytest.mark.parametrize("painted_early", [("k", "k"), ("colon", ":")], indirect=True)
@pytest.mark.usefixtures("painted_early")
async def test_what_is_typed_before_the_podium_asks_is_no_answer(
    podium: OpenPodium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "SOONEST", -3600.0)
    before = get_time() - LOOKED_UP
    async with podium(floor_open, findings=("The database was damaged.",)) as (app, _, room):
        await room.typed_out()
        assert isinstance(app.screen, Pick)
        app.post_message(key_at(before, "k"))  # and is taken only now
        await room.rest()
        assert isinstance(app.screen, Pick)
        await room.answer("k")
        assert not isinstance(app.focused, CommandLine) and TOO_EARLY in room.screen


@pytest.mark.parametrize("opens", ["d", "H", "f", "i", "j", "l", "question_mark", "q", "c"])
@pytest.mark.parametrize("gap", [0.0, 0.05])
async def test_a_key_after_one_that_opens_a_page_never_reaches_the_podium(
    podium: OpenPodium, opens: str, gap: float
) -> None:
    async with podium(floor_open) as (app, _, room):
        floor = room.conference.floor
        await typed(app, room, opens, "escape", opens, "down", "escape", gap=gap)
        assert app.screen is app.podium
        assert room.conference.floor == floor


class Slowly(App[None]):
    """An app whose keyboard gives out each key only when it is let."""

    def __init__(self, field: bool) -> None:
        super().__init__()
        self.field = field
        self.given: list[str] = []
        self.floods = 0
        self.let = asyncio.Event()
        self.keyboard = Keyboard(self, self.give, 0.0)
        self.keyboard.flooded = self.flooded

    def compose(self) -> ComposeResult:
        """A field, if there is one."""
        if self.field:
            yield Input()

    async def give(self, pressed: Pressed) -> bool:
        """Keep it."""
        await self.let.wait()
        self.given.append(pressed.key if isinstance(pressed, events.Key) else pressed.text)
        return True

    def flooded(self) -> None:
        """Count it."""
        self.floods += 1

    def type(self, *keys: str) -> Awaitable[object]:
        """Type keys, all at once."""
        made = (events.Key(key, key if len(key) == 1 else None) for key in keys)
        return asyncio.gather(*(self.keyboard.take(key) for key in made))

    async def rest(self) -> None:
        """Have all that waits given out."""
        self.let.set()
        for _ in range(5):
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("keys", [["up"] * 900, [*"xy"] * 450])
async def test_what_comes_behind_more_than_a_hand_types_is_dropped_and_that_is_told(
    keys: list[str],
) -> None:
    app = Slowly(field=False)
    async with app.run_test():
        typing = asyncio.ensure_future(app.type("a", *keys))
        await asyncio.sleep(0.05)
        app.let.set()
        await typing
        while app.keyboard.next is not None:
            await asyncio.sleep(0.01)
        await app.rest()
        assert app.given[:2] == ["a", keys[0]] and MOST <= len(app.given) <= MOST + 2
        assert app.floods == 1
        await app.type("n")
        await app.rest()
        assert app.given[-1] == "n", "once nothing waits, keys are taken again"


async def test_letters_that_wait_for_a_field_are_one_text_however_long() -> None:
    app = Slowly(field=True)
    async with app.run_test():
        text = "Slovenia, Ghana, Togo; " * 40
        typing = asyncio.ensure_future(app.type("left", *text, "enter", "n"))
        await asyncio.sleep(0.05)
        app.let.set()
        await typing
        await app.rest()
        assert "".join(app.given) == f"left{text}enter" + "n"
        assert len(app.given) == 4 and app.floods == 0


async def test_a_letter_waits_for_more_that_was_typed_and_is_not_read_yet() -> None:
    """On a busy machine whoever reads the terminal may be late: a pasted text would be keys."""
    given: list[str] = []
    more = [True, True, False]

    class Taking(App[None]):
        """Takes letters."""

        letters: Keyboard

        async def on_mount(self) -> None:
            """Have what was typed read late."""

            async def give(pressed: Pressed) -> bool:
                given.append(pressed.text if isinstance(pressed, events.Paste) else pressed.key)
                return False

            keyboard = Keyboard(self, give, 0.01)

            def unread() -> bool:
                found = more.pop(0) if more else False
                if found:
                    self.call_later(keyboard.take, key_at(100.0, "ovf"[len(more)]))
                return found

            self.letters, keyboard.unread = keyboard, unread
            for letter in "Slo":
                await keyboard.take(key_at(100.0, letter))

    app = Taking()
    async with app.run_test() as pilot:
        while app.letters.is_busy():
            await asyncio.sleep(0.001)
        await pilot.pause()
        assert given == ["Slofv"] and not more


async def test_of_many_clicks_at_once_the_first_opens_the_page_and_the_others_are_for_it(
    podium: OpenPodium,
) -> None:
    """Each would open it once more, on and on: a page is drawn while the one above it is."""
    async with podium(speaking, size=(120, 36)) as (app, _, room):
        keys = app.podium.query_one(KeysLine)
        label = str(keys.render()).index("Forecast") + 1
        for place in range(6):
            for kind in (events.MouseDown, events.MouseUp):
                at = keys.region.x + label + place, keys.region.y
                app.post_message(
                    kind(None, *at, 0, 0, 1, False, False, False, screen_x=at[0], screen_y=at[1])
                )
        app.post_message(events.Key("down", None))
        for _ in range(5):
            await room.rest()
        assert [type(page) for page in app.screen_stack[1:]] == [ForecastScreen]


@pytest.mark.parametrize(
    ("apart", "given"),
    [(0.06, ["n", "o", "t", "e", "s", "enter"]), (0.01, ["notes"]), (0.0, ["notes"])],
)
async def test_letters_of_a_hand_are_keys_though_they_come_to_a_held_up_app_at_once(
    apart: float, given: list[str]
) -> None:
    """An app that waits for its disk is given all of them after that; each came at its time."""
    app = Slowly(field=False)
    app.keyboard = Keyboard(app, app.give, FASTER_THAN_A_HAND)
    async with app.run_test():
        app.let.set()
        for place, key in enumerate((*"notes", "enter")):
            pressed = events.Key(key, key if len(key) == 1 else None)
            pressed.time = 100.0 + apart * place
            await app.keyboard.take(pressed)
        await app.rest()
        assert app.given == given


async def test_enter_behind_a_text_is_a_key_again_once_a_hand_may_have_pressed_it() -> None:
    app = Slowly(field=False)
    app.keyboard = Keyboard(app, app.give, FASTER_THAN_A_HAND)
    async with app.run_test():
        app.let.set()
        for key, at in (*((letter, 100.0) for letter in "notes"), ("enter", 100.05)):
            pressed = events.Key(key, key if len(key) == 1 else None)
            pressed.time = at
            await app.keyboard.take(pressed)
        await app.rest()
        assert app.given == ["notes", "enter"]
