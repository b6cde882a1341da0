"""A pack that is being made: files of an office are taken over into its folder, not a journal."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from plenary_tui import medium
from plenary_tui.clock import Clock
from plenary_tui.commands.failures import Failed, Misused
from plenary_tui.commands.output import say
from plenary_tui.exchange.files import CONFERENCE
from plenary_tui.exchange.founding.completing import complete
from plenary_tui.exchange.pack import load_pack
from plenary_tui.exchange.workbook.unfolding import is_workbook
from plenary_tui.paths import data_folder
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant

TICK = timedelta(seconds=1)


class IntoPack:
    """The folder of a pack, and the conference it describes.

    Attributes:
        conference: as the files describe it now.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Read it. Raises `PackError`, `Misused` for a workbook, `Failed` for what is no pack."""
        if is_workbook(folder):
            raise Misused(f"{folder} is a workbook: paste into it, or name the folder of a pack.")
        if medium.is_folder(folder) and not medium.is_file(folder / CONFERENCE):
            raise Failed(
                f"{folder} is no pack: it has no {CONFERENCE}.",
                "plenary new --template FOLDER writes one that can be filled.",
            )
        if folder.resolve().is_relative_to(data_folder().resolve()):
            raise Failed("A pack that is built in is left as it is.", "Copy its folder first.")
        self._folder, self._clock = folder, clock
        self.conference: Conference = load_pack(folder).conference

    def now(self) -> Instant:
        """The present; while lists have not opened, or have closed, a time at which they were open.

        A request without a time of receipt is received then.
        """
        now = self._clock.now()
        utc = now.utc.replace(microsecond=0)
        queues = [queue for speakers in self.conference.lists for queue in speakers.queues]
        opens = [queue.opens_at for queue in queues if queue.opens_at is not None]
        closes = [queue.closes_at for queue in queues if queue.closes_at is not None]
        if opens and utc < min(opens):
            utc = max(opens)
        elif closes and utc >= min(closes):
            utc = min(closes) - TICK
        return replace(now, utc=utc)

    def do(self, command: Command, *, quiet: bool = False) -> None:
        """Do an act and write the pack that it makes. Raises `Refused`, `PackError`, `Failed`."""
        before = after = self.conference
        events = command.decide(before, self.now())
        for event in events:
            after = event.apply(after)
        try:
            written = complete(self._folder, before, after)
        except OSError as error:
            why = medium.why(error)
            raise Failed(f"The pack cannot be written ({why}).", "Nothing was changed.") from None
        self.conference = load_pack(self._folder).conference
        if not quiet:
            said = events[0].sentence(before) if events[0].tells_all else ""
            say(f"{said} In the pack: {', '.join(written) or 'nothing differs'}.".strip())
