"""Draw docs/podium.svg: the podium in the middle of a rehearsed statement.

Run with the project installed: `python docs/screenshot.py`.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from plenary_tui.apps.podium import PodiumApp
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.rehearsal.preparing import prepare_rehearsal
from plenary_tui.settings import Settings
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.open_journal import open_journal

SIZE = (120, 36)


class StandingClock:
    """A clock that moves only when it is told to."""

    speed = 1.0

    def __init__(self) -> None:
        self.instant = Instant(datetime(2024, 10, 14, 8, 0, tzinfo=UTC), 0.0, "drawn")

    def now(self) -> Instant:
        """The instant it stands at."""
        return self.instant

    def real(self) -> float:
        """Seconds since it was made."""
        return self.instant.steady

    def advance(self, seconds: float) -> None:
        """Move on."""
        later = self.instant.utc + timedelta(seconds=seconds)
        self.instant = replace(self.instant, utc=later, steady=self.instant.steady + seconds)


async def draw(folder: Path) -> str:
    """The picture, as SVG."""
    database, clock = folder / "rehearsal.db", StandingClock()
    prepare_rehearsal(database, clock, "screenshot")
    opened = open_journal(database)
    app = PodiumApp(
        Desk(opened.journal, clock, "screenshot", opened.records),
        clock,
        opened.journal,
        Heartbeat(database),
        settings=Settings(),
        keep_settings=lambda settings: None,
        print_folder=folder,
        report=str,
    )
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in ("down", "down", "y", "n", "space"):
            await pilot.press(key)
            await pilot.pause()
            clock.advance(1)
        for _ in range(41):
            clock.advance(1)
            app.tick()
        await pilot.pause()
        picture = app.export_screenshot(title="plenary rehearse")
    opened.journal.close()
    return picture


def main() -> None:
    """Draw it beside this file."""
    with TemporaryDirectory() as folder:
        picture = asyncio.run(draw(Path(folder)))
    target = Path(__file__).with_name("podium.svg")
    offline = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    target.write_text(offline.replace("<text ", '<text xml:space="preserve" '), encoding="utf-8")
    print(f"{target.name} was drawn.")


if __name__ == "__main__":
    main()
