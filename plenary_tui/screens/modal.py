"""Dialogs and pages over another screen, each of which is left once."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

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
