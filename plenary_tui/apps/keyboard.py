"""Keys go to the page then shown, one after the other: none is given out before its time.

A key may open a page, or close one. Whatever is typed meanwhile waits until the page that then has
the keys is there, and is given to it in order. No clock decides that: a key is done once it, and
all that was posted because of it, has gone through every part that may have a say in it. So it is
with a click: of many at once on what opens a page, the first opens it, and the others are for it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from itertools import takewhile
from math import inf
from operator import attrgetter
from typing import Any, TypeGuard

from textual.app import App
from textual.errors import NoWidget
from textual.events import Key, MouseDown, MouseUp, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

Pressed = Key | Paste | MouseDown | MouseUp
Give = Callable[[Pressed], Awaitable[bool]]
"""Gives out what was pressed or pasted; whether something may still come of it."""

FASTER_THAN_A_HAND = 0.012
"""Seconds between letters that no hand types: a letter that acts waits so long for another."""
HANDS_APART = 0.04
"""Seconds between two letters that a hand types; they may come to the app as one after a pause."""
TEXT_GOES_ON = 0.1
"""Seconds within which a letter belongs to the text before it, which may come in parts."""
BURST = 5
"""So many letters that come so fast are text, pasted or dictated, and no keys."""
MOST = 200
"""So many keys and pastes wait at most: more than a hand presses while a disk is waited for."""
QUIET_ROUNDS = 2
"""So many rounds in a row find nothing that waits to be done: one may pass what is being done."""
LOOKED_UP = 0.4
"""Seconds without a key after which whoever typed before there was a page has seen that there is
one; until then a hand types on, or holds a key down, without having seen what it is for."""
ROUNDS = 100
"""So many rounds are made at most; something that never rests holds no key back."""


class Keyboard:
    """Takes what is typed, and gives it out once what was typed before is done.

    Attributes:
        first: is given a key or a paste before the page is; whether it was not for the page, and
            is done. All is for the page unless an app says what is not.
        came: when a key came from the terminal, in seconds from any beginning.
        flooded: is called when more came than may wait, which is dropped until nothing waits.
        unread: whether more was typed than has come: on a busy machine it may be read late.
        in_sight: since when a page is shown, on the clock of `Key.time`; before, keys are for none,
            nor are those that go on from there.
        too_early: is called when such a key is dropped.
    """

    def __init__(self, app: App[Any], give: Give, wait: float) -> None:
        """Make the keyboard of an app.

        Args:
            wait: seconds for which a letter waits for another, as long as no field takes text.
        """
        self.first: Callable[[Pressed], bool] = lambda pressed: False
        self.came: Callable[[Key], float] = attrgetter("time")
        self.flooded: Callable[[], object] = lambda: None
        self.unread: Callable[[], bool] = lambda: False
        self.in_sight = self._early = -inf
        self.too_early: Callable[[], object] = lambda: None
        self._app = app
        self._give = give
        self._wait = wait
        self._letters: list[Key] = []
        self._ends: asyncio.TimerHandle | None = None
        self._text_ended = -TEXT_GOES_ON
        self._waiting: deque[Pressed] = deque()
        self._busy = self._floods = False
        self._text = 0  # letters that wait and are one text with the one before them
        self._rounds = 0
        self._quiet_rounds = 0
        self._on: Screen[Any] | None = None  # the page that is known to be there
        self._clicked: Widget | None = None  # what the mouse was on, if that was given out last

    async def take(self, pressed: Pressed) -> None:
        """Take a key or a paste from the terminal."""
        if pressed.time < self.in_sight or pressed.time - self._early < LOOKED_UP:
            self._early = pressed.time
            self.too_early()
            return
        if self._may_be_text(pressed):
            if self._letters and pressed.time - self._letters[-1].time >= HANDS_APART:
                await self._end_letters()  # by hand, while the app was held up
            self._letters.append(pressed)
            if self._ends is not None:
                self._ends.cancel()
            self._wait_for_more()
            return
        await self._end_letters()
        if not self._ends_text(pressed):
            await self._queue(pressed)

    def hold(self) -> None:
        """Have what is typed wait until it is let go: what it may be for is not all there yet."""
        self._busy = True

    async def let_go(self) -> None:
        """Give out what waits, and what comes."""
        await self._give_out()

    def ask_anew(self, since: float) -> None:
        """Something else is asked since then: what was typed before is no answer, and dropped."""
        self.in_sight = max(since, self.in_sight)
        if self._waiting or self._letters:
            self._waiting.clear()
            self._letters.clear()
            self.too_early()

    def _ends_text(self, pressed: Pressed) -> bool:
        """Whether it is the Enter of a text that was pasted, and no key either."""
        if not isinstance(pressed, Key) or pressed.key != "enter":
            return False
        return 0 <= pressed.time - self._text_ended < FASTER_THAN_A_HAND

    def _wait_for_more(self) -> None:
        self._ends = asyncio.get_running_loop().call_later(self._wait, self._waited)

    def _waited(self) -> None:
        """No more letters came meanwhile; what was read by now is two rounds of the loop away."""
        if self.unread():
            self._wait_for_more()
            return
        loop = asyncio.get_running_loop()
        loop.call_soon(loop.call_soon, self._app.call_later, self._end_letters)

    def is_busy(self) -> bool:
        """Whether anything that came is not done yet."""
        return bool(self._busy or self._waiting or self._letters)

    @property
    def next(self) -> Pressed | None:
        """What is given out next, as far as that has come."""
        if self._waiting:
            return self._waiting[0]
        return self._letters[0] if self._letters else None

    def _may_be_text(self, pressed: Pressed) -> TypeGuard[Key]:
        """Whether it is a letter where letters are keys, and others may follow at once."""
        if self._wait <= 0 or not isinstance(pressed, Key) or not pressed.is_printable:
            return False
        if self._letters:
            return True
        return pressed.character != " " and not isinstance(self._app.focused, Input)

    async def _end_letters(self) -> None:
        """No more letters followed: they are keys, unless no hand could have typed so many."""
        letters, self._letters = self._letters, []
        if not letters:
            return
        goes_on = letters[0].time - self._text_ended < TEXT_GOES_ON
        if goes_on or len(letters) >= BURST:
            self._text_ended = letters[-1].time
            await self._queue(Paste("".join(one.character or "" for one in letters)))
            return
        await self._queue(*letters)

    async def _queue(self, *pressed: Pressed) -> None:
        """Give out keys or a paste, in their turn."""
        for one in pressed:
            if self._is_text_so_far(one):
                self._text += 1
            elif len(self._waiting) - self._text >= MOST and not self._floods:
                self._floods = True
                self.flooded()
            if not self._floods:
                self._waiting.append(one)
        if not self._busy:
            await self._give_out()

    def _is_text_so_far(self, pressed: Pressed) -> bool:
        """Whether it is a letter for a field behind another that waits; both will be one text."""
        if not self._waiting or not isinstance(self._app.focused, Input):
            return False
        both = (self._waiting[-1], pressed)
        return all(isinstance(one, Key) and one.is_printable for one in both)

    def _take(self) -> Pressed:
        """What is given out next: letters that wait for a field are the text they make."""
        if len(self._waiting) >= BURST and isinstance(self._app.focused, Input):
            typed = takewhile(lambda one: isinstance(one, Key) and one.is_printable, self._waiting)
            letters = [one.character or "" for one in typed if isinstance(one, Key)]
            if len(letters) >= BURST:
                self._text = max(0, self._text - len(letters) + 1)
                for _ in letters:
                    self._waiting.popleft()
                return Paste("".join(letters))
        return self._waiting.popleft()

    async def _give_out(self) -> None:
        """Give out what waits, as far as nothing more can come of what was given out before."""
        self._busy = True
        while self._waiting:
            if self._on is self._app.screen:
                pressed = self._take()
                self._clicked = self._under(pressed)
                followed = not self.first(pressed) and await self._give(pressed)
                if not followed and self._on is self._app.screen:
                    continue
            self._rounds = self._quiet_rounds = 0
            self._follow()
            return
        self._busy = self._floods = False
        self._text = 0

    def _under(self, pressed: Pressed) -> Widget | None:
        """What the mouse is on, if that was pressed."""
        if isinstance(pressed, Key | Paste):
            return None
        try:
            return self._app.screen.get_widget_at(pressed.x, pressed.y)[0]
        except NoWidget:
            return None

    def _follow(self) -> None:
        """Go once through all that may have a say in the key given out last."""
        self._rounds += 1
        self._on = self._app.screen
        focused = self._on.focused
        clicked = self._clicked
        parts: list[MessagePump] = [
            *(clicked.ancestors_with_self if clicked is not None else ()),
            *(focused.ancestors_with_self if focused is not None else ()),
            *reversed(self._app.screen_stack),
            self._app,
        ]
        parts = list(dict.fromkeys(parts))
        self._pass_on(parts, 0)

    def _pass_on(self, parts: list[MessagePump], place: int) -> None:
        """Go to the next of the parts that is still there, behind what it has been told."""
        while not parts[place].call_later(self._passed, parts, place) and parts[place + 1 :]:
            place += 1

    async def _passed(self, parts: list[MessagePump], place: int) -> None:
        """A part has done what it was told; after the last one, the app, the round is over."""
        if parts[place + 1 :]:
            self._pass_on(parts, place + 1)
            return
        quiet = self._on is self._app.screen and not any(one.message_queue_size for one in parts)
        self._quiet_rounds = self._quiet_rounds + 1 if quiet else 0
        if self._quiet_rounds >= QUIET_ROUNDS or self._rounds >= ROUNDS:
            await self._give_out()
        else:
            self._follow()
