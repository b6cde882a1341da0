"""Screens over the podium that stay live: each change, and what is said, is passed on to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from plenary_tui.actions import Page
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.widgets.bottom import Said

T = TypeVar("T")


class Modal(ModalScreen[T]):
    """A screen over another one.

    Of two keys pressed at once the second still comes to it when the first has left it: that must
    neither answer again nor leave the screen below.
    """

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave it with an answer; nothing once it is left."""
        return super().dismiss(result) if is_there(self) else AwaitComplete()


def is_there(screen: Screen[Any]) -> bool:
    """Whether the screen is open, on top or below others."""
    return screen in screen.app.screen_stack


class LiveScreen(Modal[T]):
    """A screen that is told of every change while it is open.

    Attributes:
        PAGE: the page it is, if it has keys of its own for acts.
    """

    PAGE: ClassVar[Page | None] = None

    def show(self, conference: Conference, now: Instant) -> None:
        """Show the conference at an instant: called at every act and tick once it is mounted."""
        raise NotImplementedError

    def say(self, said: Said) -> None:
        """Tell the officer something; a screen without a line for it leaves that to the podium."""


def page_below(screen: Screen[Any]) -> Page | None:
    """The page that a dialog stands upon; None if it stands upon the podium."""
    below = (one for one in reversed(screen.app.screen_stack) if isinstance(one, LiveScreen))
    page = next(below, None)
    return page.PAGE if page is not None else None


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
