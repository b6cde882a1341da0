"""Screens over the podium that stay live: each change, and what is said, is passed on to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, ClassVar, TypeVar

from textual._styles_cache import StylesCache
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Label

from plenary_tui.actions import Page, Where
from plenary_tui.actions.may_do import MayDo
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.views.wording.clock_face import clock_face, minute_of
from plenary_tui.widgets.bottom import Said
from plenary_tui.widgets.panels import HEIGHTS, WIDTHS
from plenary_tui.widgets.sparing import draw_sparingly

T = TypeVar("T")
OURS = "plenary_tui."
SEEN_THROUGH = 8
"""Through so many pages, one upon the other, those below are seen. Each is drawn while the one
above it is, and fifty are more than Python calls within one another."""
OF_GOING = "on_unmount"
"""What a screen does while it goes."""


class Modal(ModalScreen[T]):
    """A screen over another one.

    Attributes:
        careful: whether Enter does nothing on it just after the key that opened it.
        wants_confirming: whether Enter confirms what the Enter before it was refused for.

    Of two keys pressed at once the second still comes to it when the first has left it: that must
    neither answer again nor leave the screen below.
    """

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    careful = False
    wants_confirming = False
    _dead = ""
    _keys_line = ""

    def __init__(self) -> None:
        super().__init__()
        draw_sparingly(self)

    def on_screen_resume(self) -> None:
        """Hide those below it where too many are open, whatever has opened them."""
        if len(self.app.screen_stack) > SEEN_THROUGH:
            self.styles.background = self.styles.background.with_alpha(1)

    def once_more(self) -> None:
        """Say that Enter came too soon after the key that opened it, and did nothing."""
        self.query_one(".keys", Label).update("Press Enter once more   Escape leave")

    def no_key(self, why: str) -> None:
        """Say before the keys that work why one does not; "" takes that away again."""
        if not why and not self._dead:
            return
        for label in self.query(".keys").results(Label):
            content = label.content
            if not self._dead and isinstance(content, str):
                self._keys_line = content
            if self._keys_line:
                said = f"{why}   " if why else ""
                label.update(f"{said}{self._keys_line}")
        self._dead = why

    def on_unmount(self) -> None:
        """Leave nothing behind: Textual remembers what it painted of a thousand widgets gone."""
        StylesCache.get_inner_outer.cache_clear()

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave it with an answer; nothing once it is left.

        One that is still being opened is left once it is there: what it does at first needs it.
        """
        if not is_there(self):
            return AwaitComplete()
        if not self.is_mounted:
            self.call_later(self._leave, result)
            return AwaitComplete()
        return super().dismiss(result)

    def _leave(self, result: T | None) -> None:
        self.dismiss(result)

    def _get_dispatch_methods(
        self, method_name: str, message: Message
    ) -> Iterable[tuple[type, Callable[[Message], Awaitable[None]]]]:
        """What Textual does at a message; what the program does only until the screen is left.

        A key, another size or a thread's answer may come to it while it is going: its widgets are
        gone before it.
        """
        for class_, method in super()._get_dispatch_methods(method_name, message):
            if not class_.__module__.startswith(OURS) or method_name == OF_GOING or is_there(self):
                yield class_, method

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **given: Any) -> bool:
        """Call it once what changed is painted, unless the screen is left by then."""
        return super().call_after_refresh(self._if_there, callback, *args, **given)

    def _if_there(self, callback: Callable[..., Any], *args: Any, **given: Any) -> object:
        return callback(*args, **given) if is_there(self) else None


def is_there(screen: Screen[Any]) -> bool:
    """Whether the screen is open, on top or below others."""
    return screen in screen.app.screen_stack


class LiveScreen(Modal[T]):
    """A screen that is told of every change while it is open: its title has the clock.

    Attributes:
        conference: what it shows.
        now: the instant it shows.
        PAGE: the page it is, which tells what keys work on it.
        takes_bursts: whether keys that come together are all meant, for they record nothing.
        may_do: what may be done here.
    """

    PAGE: ClassVar[Page]
    takes_bursts = False
    may_do = MayDo()

    def __init__(self, conference: Conference, now: Instant) -> None:
        super().__init__()
        self.conference, self.now = conference, now
        self._is_shown = False

    @property
    def heading(self) -> Content:
        """The title, with the clock as of now."""
        face = clock_face(self.conference, self.now, officer=True)
        return Content(f"{self.subject}      {face.line}")

    @property
    def subject(self) -> str:
        """What the screen is about, in a word or two."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show what there is."""
        self.show(self.conference, self.now)

    def show(self, conference: Conference, now: Instant) -> None:
        """Show the conference at an instant: called at every act and tick once it is mounted."""
        before, then = self.conference, self.now
        self.conference, self.now = conference, now
        self.query_one("#clock", Label).update(self.heading)
        anew = not self._is_shown or conference is not before
        if anew or minute_of(now) != minute_of(then):
            self._is_shown = True
            self.show_state(before if anew else None)

    def show_state(self, before: Conference | None) -> None:
        """Show what is more than the clock, at every act and in every minute.

        Args:
            before: what was shown, which may be the same at first; None where only time has passed.
        """
        raise NotImplementedError

    @property
    def where(self) -> Where:
        """Where its sentences are read."""
        return Where(self.PAGE)

    def say(self, said: Said) -> None:
        """Tell the officer something; a screen without a line for it leaves that to the podium."""


def where_in_dialog(dialog: Screen[Any]) -> Where:
    """Where a sentence in a dialog is read: it stands upon a page, or upon the podium."""
    below = (one for one in reversed(dialog.app.screen_stack) if isinstance(one, LiveScreen))
    page = next(below, None)
    return Where(page.PAGE if page is not None else None, in_dialog=True)


class Watchers:
    """The live screens that are open over the podium, any number of them."""

    def __init__(self) -> None:
        self._open: list[LiveScreen[Any]] = []

    def push(
        self,
        app: App[object],
        screen: LiveScreen[T],
        then: Callable[[T | None], None] = lambda answer: None,
    ) -> None:
        """Open a screen and keep it told until it is left; `then` is given its answer."""

        def left(answer: T | None) -> None:
            self._open.remove(screen)
            then(answer)

        self._open.append(screen)
        app.push_screen(screen, left)

    def show(self, conference: Conference, now: Instant) -> None:
        """Have all of them show the conference at an instant."""
        for screen in self._open:
            if screen.is_mounted:
                screen.show(conference, now)

    def say(self, said: Said) -> None:
        """Tell all of them what is said to the officer."""
        for screen in self._open:
            if screen.is_mounted:
                screen.say(said)
