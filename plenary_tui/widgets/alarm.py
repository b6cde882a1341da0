"""Something to be done after a while: for certain, and never on what is no longer there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.message_pump import MessagePump


class Alarm:
    """Has a function called once, after some seconds; set anew, only after those.

    By the loop's own timer: one of Textual's never fires where the processor was elsewhere for
    longer than its time just as it began, and a clock that hangs on it stands still.
    """

    def __init__(self, owner: MessagePump, call: Callable[[], object]) -> None:
        """Call it among what `owner`, an app or a screen, does; not once that is closed."""
        self._owner, self._call = owner, call
        self._due: asyncio.TimerHandle | None = None

    @property
    def is_set(self) -> bool:
        """Whether the call is still to come."""
        return self._due is not None

    def set(self, seconds: float) -> None:
        """Call it so many seconds from now."""
        self.stop()
        self._due = asyncio.get_running_loop().call_later(seconds, self._ring)

    def stop(self) -> None:
        """Do not call it, if it is still to come."""
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _ring(self) -> None:
        self._due = None
        self._owner.call_later(self._unless_closing)

    def _unless_closing(self) -> None:
        """Call it while the app runs: it still does what came last as its widgets go."""
        if self._owner.app.is_running:
            self._call()
