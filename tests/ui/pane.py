"""A webcast pane to test: the real app following a real journal, with a clock that stands still."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

import plenary_tui.apps.pane
from plenary_tui.apps.pane import WebcastApp
from plenary_tui.desk.watching import Watching
from plenary_tui.rehearsal.own_time import FollowedClock
from plenary_tui.settings import Settings
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.following import POLL_SECONDS
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.widgets.caption import CaptionPanel
from plenary_tui.widgets.pane import AlertBand, NoticeLine
from plenary_tui.widgets.speech_clock import SpeechClock
from tests.ui.podium import FRAME, Chamber, collected, painted


class QuietWatching(Watching):
    """Follows the real journal, but looks only when a test asks."""

    def follow(
        self,
        changed: Callable[[], None],
        failed: Callable[[StorageError], None],
        *,
        every: float = POLL_SECONDS,
    ) -> None:
        """Nobody looks."""


class StillPane(WebcastApp):
    """The pane, which comes back by itself only in an hour: tests call `tick`."""

    CSS_PATH = Path(plenary_tui.apps.pane.__file__).with_name("podium.tcss")

    def _to_next_second(self) -> float:
        return 3600.0


@dataclass
class Booth:
    """A pane and the operator before it.

    Attributes:
        room: the conference, in which anybody may act.
    """

    app: StillPane
    pilot: Pilot[None]
    room: Chamber

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def hear(self) -> None:
        """Notice what was recorded."""
        self.app.on_journal_changed()
        await self.pilot.pause()

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, and the pane show the present."""
        self.room.clock.advance(seconds)
        self.app.tick()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def do(self, act: str, **fields: object) -> None:
        """Somebody acts, and the pane notices."""
        self.room.do(act, **fields)
        await self.hear()

    @property
    def lines_text(self) -> str:
        """The screen, a line each."""
        strips = painted(self.app)
        return "\n".join("".join(part.text for part in strip) for strip in strips)

    @property
    def screen(self) -> str:
        """What can be read on the screen: words one blank apart, without frames."""
        return " ".join(self.lines_text.translate(FRAME).split())

    @property
    def alert(self) -> str:
        """The change that is told; "" for none."""
        change = self.app.pane.query_one(AlertBand).value
        return f"{change.old} -> {change.new}" if change else ""

    @property
    def notice(self) -> str:
        """What is said of what is shown; "" for nothing."""
        value = self.app.pane.query_one(NoticeLine).value
        return value.text if value else ""

    @property
    def digits(self) -> str:
        """The digits of the clock."""
        return self.app.pane.query_one(SpeechClock).face.digits

    @property
    def caption(self) -> str:
        """What stands in the frame of the caption, and its title."""
        panel = self.app.pane.query_one(CaptionPanel)
        return f"{panel.border_title}\n{panel.render().plain}"


@asynccontextmanager
async def pane_on(room: Chamber, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Booth]:
    """Open a pane on the conference, which need not exist."""
    watching = QuietWatching(room.path)
    watching.open()
    with collected():
        clock = FollowedClock(
            Heartbeat(room.path),
            lambda: watching.last,
            room.clock,
            reading=lambda: room.clock.steady,
        )
        app = StillPane(watching, clock, settings=Settings(), report=str)
        try:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                yield Booth(app, pilot, room)
        finally:
            room.close()
