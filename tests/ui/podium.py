"""A podium to test: the real app on a real journal, with a clock that stands still."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from string import ascii_letters, digits
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from rich.cells import cell_len
from rich.style import Style
from textual._context import visible_screen_stack
from textual.app import App
from textual.command import CommandList
from textual.content import Content
from textual.events import Key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input, OptionList, Static

import plenary_tui.apps.podium
from plenary_tui.actions import ACTIONS
from plenary_tui.apps.opener import Opener
from plenary_tui.apps.podium import PodiumApp
from plenary_tui.apps.simulated import SimulatedRoom
from plenary_tui.apps.ticker import Ticker
from plenary_tui.clock import RehearsalClock
from plenary_tui.commands.record import put_in_folder
from plenary_tui.desk.proving import Proving
from plenary_tui.desk.writing import Desk, Receipt
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.state.conference import Conference, Entry
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.rehearsal.preparing import prepare_rehearsal
from plenary_tui.settings import Settings
from plenary_tui.stations.link_beside import LinkBeside
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.open_journal import create, open_journal
from plenary_tui.webcast.beside import FeedBeside
from plenary_tui.widgets.big_type import BigType
from plenary_tui.widgets.bottom import MessageLine
from plenary_tui.widgets.cards import StatusLine
from plenary_tui.widgets.speakers_list import SpeakersList
from plenary_tui.widgets.speech_clock import ClockWord, SpeechClock
from tests.chamber import FakeClock, command_of, small_conference, vienna
from tests.ui.scenes import Prepare, floor_open, nothing

DATABASE = "conference.db"
STEP = 5.0
"""Seconds between two ticks; after more than ten the computer seems to have slept."""
LETTERS = "." + ascii_letters + digits
"""What styles are told apart by, in the order in which they are met on a screen."""
FRAME = str.maketrans("┃┏┓┗┛━│", "       ")
"""Lines that dialogs and panels are framed with, which part what wraps inside them."""


def painted(app: App[Any]) -> list[Strip]:
    """The screen as it would be painted, with those behind it."""
    visible_screen_stack.set(app._background_screens)
    return app.screen._compositor.render_strips()


class Followed:
    """Stands for a follower that never looks."""

    def stop(self) -> None:
        """Nothing runs."""


class QuietJournal(SqliteJournal):
    """The real journal, which tells of other stations only when a test asks."""

    def follow(
        self, changed: Callable[[], None], failed: Callable[[StorageError], None]
    ) -> Followed:  # type: ignore[override]
        """Nobody looks: a test has what was recorded caught up itself."""
        return Followed()


class StillTicker(Ticker):
    """A ticker that comes back by itself only in an hour."""

    def until_next(self) -> float:
        """As good as never."""
        return 3600.0

    def watch(self) -> None:
        """It is meant to stand still."""


LATER = 1e9
"""A time by the clock of `Key.time` when every podium of a test has long been in sight."""


def far_apart(key: Key) -> float:
    """When a key came: a second or more after the one before, however quickly a test types."""
    return key.time * 1e6


class StillPodium(PodiumApp):
    """The podium, whose ticker stands still: tests call `tick`.

    Attributes:
        bells: how often it rang.
    """

    CSS_PATH = Path(plenary_tui.apps.podium.__file__).with_name("podium.tcss")
    TICKER = StillTicker
    CAME = staticmethod(far_apart)
    bells = 0

    def bell(self) -> None:
        """Count instead of ringing."""
        self.bells += 1


@dataclass
class Chamber:
    """A conference on disk, acts done in it from anywhere, and what its podium shows.

    Attributes:
        path: the database.
        clock: tells the time of all stations.
        kept: the settings as they were kept, the last one last.
        folder: where lists are printed.
        acted: the station that acts beside the podium; opened when it first does.
    """

    path: Path
    clock: FakeClock
    folder: Path
    kept: list[Settings] = field(default_factory=list)
    app: StillPodium | None = None
    pilot: Pilot[None] | None = None
    _others: list[SqliteJournal] = field(default_factory=list)

    # The conference

    @property
    def podium(self) -> StillPodium:
        """The app."""
        assert self.app is not None
        return self.app

    @property
    def conference(self) -> Conference:
        """The state as the podium knows it."""
        return self.podium.conference

    def desk(self, station: str = "second desk") -> Desk:
        """A desk of another station, with a journal of its own."""
        journal = open_journal(self.path).journal
        self._others.append(journal)
        return Desk(journal, self.clock, station)

    def do(self, act: str, *, station: str = "second desk", **fields: Any) -> Receipt:
        """Do an act at another station."""
        return self.desk(station).dispatch(command_of(act, **fields))

    def close(self) -> None:
        """Close what other stations opened."""
        for journal in self._others:
            journal.close()
        self._others.clear()

    def waiting(self, item: str = "1(f)", body: Body = Body.PLENARY) -> list[str]:
        """Who waits on a list, by code."""
        return [one.delegation for one in self.conference.list_of(item, body).waiting]

    def entry(self, delegation: str, item: str = "1(f)", body: Body = Body.PLENARY) -> Entry:
        """The waiting entry of a delegation."""
        waiting = self.conference.list_of(item, body).waiting
        return next(one for one in waiting if one.delegation == delegation)

    @property
    def speaker(self) -> str | None:
        """Who has the floor, by code."""
        floor = self.conference.floor
        return floor.entry.delegation if floor and floor.entry else None

    @property
    def elapsed(self) -> float:
        """Seconds spoken by whoever has the floor."""
        assert self.conference.floor is not None
        return self.conference.floor.clock.elapsed(self.clock.now()).total_seconds()

    # The officer

    async def press(self, *keys: str) -> None:
        """Press keys, a second after one another, so that none is taken to be held down."""
        assert self.pilot is not None
        for key in keys:
            self.clock.advance(1)
            await self.pilot.press(key)
        await self.rest()

    async def answer(self, *keys: str) -> None:
        """Press keys while the clock stands still."""
        assert self.pilot is not None
        await self.pilot.press(*keys)
        await self.rest()

    async def type(self, text: str) -> None:
        """Type a text into the field that has the focus."""
        await self.answer(*text)

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, and the podium show the present; in steps in which nobody sleeps."""
        assert self.pilot is not None
        for _ in range(int(seconds // STEP)):
            self.clock.advance(STEP)
            self.podium.tick()
        self.clock.advance(seconds % STEP)
        await self.settle()

    async def settle(self) -> None:
        """Show the present, and the forecast as of now, whenever the last one was made."""
        assert self.pilot is not None
        self.podium.tick()
        await self.rest()
        self.podium.podium._foresee()
        await self.pilot.pause()

    async def hear(self) -> None:
        """Notice what other stations have recorded."""
        assert self.pilot is not None
        self.podium.acts.catch_up()
        await self.rest()

    async def rest(self) -> None:
        """Let all be painted, the forecast too."""
        assert self.pilot is not None
        await self.pilot.pause()
        if self.podium.podium.foresee():
            await self.pilot.pause()

    async def typed_out(self) -> None:
        """Wait until all that was typed is done, letters that wait for others too."""
        await self.rest()
        while self.podium.keyboard.is_busy():
            await asyncio.sleep(0.001)
        await self.rest()

    async def choose_in_menu(self, identity: str) -> None:
        """Open the menu of the selected row and choose there."""
        rows = [row.id for row in ACTIONS if row.on_row]
        await self.press("enter")
        self.podium.screen.query_one(OptionList).highlighted = rows.index(identity)
        await self.press("enter")

    async def find_in_palette(self, label: str) -> None:
        """Open the palette and find an action by its label."""
        await self.press("ctrl+p")
        self.podium.screen.query_one(Input).insert_text_at_cursor(label)
        assert self.pilot is not None
        await self.pilot.pause()
        await self.podium.workers.wait_for_complete()
        await self.pilot.pause()

    async def choose_in_palette(self, label: str) -> None:
        """Find an action in the palette by its label and choose it."""
        await self.find_in_palette(label)
        if self.podium.screen.query_one(CommandList).highlighted is None:
            await self.press("down")
        await self.press("enter")

    def select(self, delegation: str) -> None:
        """Bring the cursor to the row of a delegation."""
        assert self.podium.podium.query_one(SpeakersList).select(self.entry(delegation).id)

    # What is shown

    @property
    def screen(self) -> str:
        """What can be read on the screen: words one blank apart, without frames."""
        return " ".join(self.lines_text.translate(FRAME).split())

    @property
    def lines_text(self) -> str:
        """The screen, a line each."""
        strips = painted(self.podium)
        return "\n".join("".join(part.text for part in strip) for strip in strips)

    @property
    def styles_text(self) -> str:
        """How the screen is painted: a letter for each cell, a line each, and what they stand for.

        A style is the colour of the letters on the colour behind them, and what else they are; of
        a cell without a letter only what is behind it counts.
        """
        found: dict[str, str] = {}
        lines = []
        for strip in painted(self.podium):
            line = ""
            for part in strip:
                for mark in part.text:
                    how = style_of(part.style, blank=mark.isspace())
                    line += found.setdefault(how, LETTERS[len(found)]) * cell_len(mark)
            lines.append(line)
        return "\n".join([*lines, "", *(f"{letter}  {how}" for how, letter in found.items())])

    @property
    def said(self) -> str:
        """What was last said to the officer; it must be seen unless a dialog covers it."""
        value = self.podium.podium.query_one(MessageLine).value
        return value.text if value else ""

    @property
    def status(self) -> str:
        """The status words."""
        return plain(self.podium.podium.query_one(StatusLine).render())

    @property
    def digits(self) -> str:
        """The digits of the clock."""
        return self.podium.podium.query_one(SpeechClock).query_one(BigType).text

    @property
    def word(self) -> str:
        """The word beside the clock, and what follows it."""
        return " ".join(plain(self.podium.podium.query_one(ClockWord).render()).split())

    @property
    def refusal(self) -> str:
        """Why the open dialog did not do it; "" for nothing."""
        return plain(self.podium.screen.query_one("#refusal", Static).render())

    @property
    def choices(self) -> list[str]:
        """The choices of the open dialog, as they read."""
        options = self.podium.screen.query_one(OptionList).options
        return [" ".join(plain(one.prompt).split()) for one in options]


def style_of(style: Style | None, *, blank: bool) -> str:
    """A style in words, e.g. "#ffffff on #000000 bold"; of a blank only what can be seen of it."""
    if style is None:
        return "as the terminal has it"
    front, back = (
        colour.get_truecolor().hex if colour is not None and not colour.is_default else "default"
        for colour in (style.color, style.bgcolor)
    )
    if style.reverse:
        front, back = back, front
    drawn = ("underline", "strike") if blank else ("bold", "dim", "italic", "underline", "strike")
    more = [name for name in drawn if getattr(style, name)]
    return " ".join([f"on {back}" if blank and not more else f"{front} on {back}", *more])


def plain(rendered: object) -> str:
    """What a widget rendered, without its styles."""
    return rendered.plain if isinstance(rendered, Content) else str(rendered)


def chamber(folder: Path, prepare: Prepare = floor_open, **changes: Any) -> Chamber:
    """The small conference on disk, with acts done in it; changes as of `small_conference`."""
    if changes:
        return _prepared(lambda at: small_conference(at, **changes), prepare).copied_to(folder)
    return _small(prepare).copied_to(folder)


def cop12_chamber(folder: Path, prepare: Prepare = nothing) -> Chamber:
    """The sample conference on disk, on its first morning."""
    return _cop12(prepare).copied_to(folder)


def rehearsal(folder: Path, moment: datetime, meeting: int) -> Chamber:
    """A rehearsal on disk whose meeting of that number has just been opened."""
    return _rehearsed(moment, meeting).copied_to(folder)


@dataclass(frozen=True)
class Prepared:
    """A conference on disk as it was left, made once and copied for every test that wants it.

    Attributes:
        files: the database and what stands beside it, each by its name.
        clock: what time it was then.
    """

    files: Mapping[str, bytes]
    clock: FakeClock

    @classmethod
    def in_folder(cls, folder: str, clock: FakeClock) -> Prepared:
        """What stands in a folder."""
        return cls({one.name: one.read_bytes() for one in Path(folder).iterdir()}, clock)

    def copied_to(self, folder: Path) -> Chamber:
        """The same in another folder, for one test."""
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        return Chamber(folder / DATABASE, deepcopy(self.clock), folder / "printed")


def _prepared(convene: Callable[[Instant], ConferenceConvened], prepare: Prepare) -> Prepared:
    clock = FakeClock()
    with TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE
        create(path, (convene(clock.now()),), "test")
        opened = open_journal(path)
        try:
            prepare(Desk(opened.journal, clock, "podium", opened.records), clock)
        finally:
            opened.journal.close()
        return Prepared.in_folder(folder, clock)


@lru_cache(maxsize=128)
def _small(prepare: Prepare) -> Prepared:
    return _prepared(small_conference, prepare)


@lru_cache(maxsize=32)
def _cop12(prepare: Prepare) -> Prepared:
    pack = load_pack("cop12")
    return _prepared(lambda at: pack.convene(at, starting=vienna(14, 10)), prepare)


@lru_cache(maxsize=32)
def _rehearsed(moment: datetime, meeting: int) -> Prepared:
    clock = FakeClock(moment)
    with TemporaryDirectory() as folder:
        prepare_rehearsal(Path(folder) / DATABASE, clock, "test", meeting=meeting)
        return Prepared.in_folder(folder, clock)


@contextmanager
def collected() -> Iterator[None]:
    """Undo what the podium does to the collector of garbage, which outlives it.

    Nor does it keep for good what is there when it opens: that is what other podiums have left.
    """
    usual = gc.get_threshold()
    try:
        with patch.object(gc, "freeze"):
            yield
    finally:
        gc.enable()
        gc.set_threshold(*usual)


@asynccontextmanager
async def podium_on(
    chamber: Chamber,
    size: tuple[int, int] = (80, 24),
    *,
    settings: Settings | None = None,
    findings: tuple[str, ...] = (),
    feed: FeedBeside | None = None,
    link: LinkBeside | None = None,
    journal: Callable[[Path], SqliteJournal] = QuietJournal,
    clock: RehearsalClock | None = None,
    simulated: Callable[[Desk, RehearsalClock], SimulatedRoom] | None = None,
    open_file: Opener | None = None,
    believed: bool = False,
) -> AsyncIterator[tuple[StillPodium, Pilot[None], Chamber]]:
    """Open a podium; leaving without closing it leaves the journal as a crash would.

    Args:
        clock: the time of a rehearsal that has its own; the chamber's clock drives it.
        simulated: makes the room that acts in it.
        open_file: opens what was written to be printed; nothing does unless a test says what.
        believed: whether it goes on from the state that is kept beside the database, if one is.
    """
    opened = open_journal(chamber.path, kept=believed)
    opened.journal.close()
    kept = journal(chamber.path)
    with collected():
        ledger = Ledger(opened.records, opened.standing, kept.read)
        desk = Desk(kept, clock or chamber.clock, "podium", ledger=ledger)
        app = chamber.app = StillPodium(
            desk,
            clock or chamber.clock,
            kept,
            Heartbeat(chamber.path, clock.scale if clock else None),
            settings=settings or Settings(),
            keep_settings=chamber.kept.append,
            print_folder=chamber.folder,
            names=chamber.folder / "names.csv",
            report=str,
            proving=Proving(desk, chamber.path, opened.standing),
            findings=findings,
            feed=feed,
            link=link,
            room=simulated(desk, clock) if simulated and clock else None,
            open_file=open_file,
            write_record=partial(put_in_folder, chamber.path),
        )
        app.keyboard.came = app.CAME
        try:
            async with app.run_test(size=size) as pilot:
                chamber.pilot = pilot
                await app.workers.wait_for_complete()
                await chamber.rest()
                yield app, pilot, chamber
                if app.is_running and app.screen_stack:
                    painted(app)  # whatever was not looked at can be painted, too
        finally:
            chamber.close()
            kept.close()
