"""The podium's app: made of parts that know one thing each, and what they know of each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from plenary_tui.actions import Action, Page, opening_keys
from plenary_tui.actions.registry import for_key
from plenary_tui.apps.acts import Acts
from plenary_tui.apps.beginning import Beginning
from plenary_tui.apps.charge import Charge
from plenary_tui.apps.clocks import Bell
from plenary_tui.apps.display import Display
from plenary_tui.apps.keeping import Keeping
from plenary_tui.apps.keys import Keys
from plenary_tui.apps.linked import Linked
from plenary_tui.apps.no_room import NoRoom
from plenary_tui.apps.opener import Opener
from plenary_tui.apps.others import Others
from plenary_tui.apps.services import Services, WriteRecord
from plenary_tui.apps.shell import Shell
from plenary_tui.apps.teller import Teller
from plenary_tui.apps.ticker import Ticker
from plenary_tui.clock import Clock
from plenary_tui.desk.proving import Proving
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.screens.intents.intents import Intents
from plenary_tui.screens.palette import ActionProvider
from plenary_tui.screens.podium import Podium
from plenary_tui.settings import Settings
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.views.podium.resume import slept
from plenary_tui.views.wording.telling import Tone

if TYPE_CHECKING:
    from plenary_tui.stations.link_beside import LinkBeside
    from plenary_tui.webcast.beside import FeedBeside


class PodiumApp(Shell[StorageError]):
    """The podium on one conference: the `Officer` for whom its parts work.

    Its result is why it ended to be opened anew, with every check before the first frame; or None.

    Attributes:
        keeping: keeps what stands beside the database.
    """

    CSS_PATH = "podium.tcss"
    TITLE = "plenary"
    REASSURANCE = "Open the podium again: nothing is lost."
    COMMANDS: ClassVar = {ActionProvider}
    ENABLE_COMMAND_PALETTE = False  # Textual's own: ours is a service, by its key on any page
    TICKER: ClassVar[type[Ticker]] = Ticker
    intents: Intents
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        *(Binding(key, f"press('{key}')", show=False) for key in opening_keys(Page.PALETTE)),
    ]

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        journal: SqliteJournal,
        heartbeat: Heartbeat,
        *,
        settings: Settings,
        keep_settings: Callable[[Settings], None],
        print_folder: Path,
        names: Path,
        report: Callable[[Exception], str],
        proving: Proving | None = None,
        findings: tuple[str, ...] = (),
        feed: FeedBeside | None = None,
        link: LinkBeside | None = None,
        room: NoRoom | None = None,
        open_file: Opener | None = None,
        write_record: WriteRecord | None = None,
    ) -> None:
        """Make the podium.

        Args:
            heartbeat: the sign of life beside the database.
            keep_settings: called with the settings when they change.
            print_folder: where lists are written to be printed.
            names: the file in which answers about names in files are kept.
            report: called with an error nobody foresaw; returns the sentence to leave behind.
            proving: of the desk, if it began with a kept state.
            findings: what the officer must be told of the database.
            feed: writes the webcast files beside the podium; None if nobody asked for it.
            link: to a server, if there is or may come to be one.
            room: the simulated room, if one acts.
            open_file: opens what was written to be printed; None if nobody would see it.
            write_record: writes the record of the last meeting; None if it cannot be had.
        """
        super().__init__(settings=settings, report=report)
        self.podium, self.names = Podium(), names
        self._room = room or NoRoom()
        self._teller = Teller(self.podium, clock)
        self.services = Services(
            self,
            room=self._room,
            settings=settings,
            keep_settings=keep_settings,
            print_folder=print_folder,
            open_file=open_file,
            write_record=write_record,
        )
        self.showing = Display(self, self.services, Bell(desk.conference, clock.now()))
        self.clock = clock
        self._desk = desk
        self._charge = Charge(desk, clock, heartbeat)
        self._ticker = self.TICKER(
            self,
            desk,
            clock,
            charge=self._charge,
            display=self.showing,
            room=self._room,
            asleep=lambda awake: self.intents.ask_after_sleep(partial(slept, desk.ledger, awake)),
        )
        self.acts = Acts(self, desk, self._teller, self._ticker, self.showing)
        self.take_beside, self.give_way = self.acts.take_beside, self.courtesy.give_way
        self.foresee, self.others_act = self.acts.foresee, self.acts.others_act
        self.undo_here = self.acts.undo_here
        self.in_force = self.acts.in_force
        self.intents = Intents(self, self.acts.attempt, self.services.serve)
        self._keys = Keys(self, clock, self._teller, self.intents, self.keyboard)
        self.keyboard.first = self._keys.take
        self.pressed, self.is_typing = self._keys.pressed, self.keyboard.is_busy
        self.linked = Linked(self, self.acts, self._charge, link) if link is not None else None
        self.others = Others(self, self.acts, journal, feed, self.linked)
        self.keeping = Keeping(self, desk, journal, proving.known if proving is not None else 0)
        self._ticker.beside = self.others.look, self.keeping.look, self._teller.look
        self._beginning = Beginning(
            self,
            journal,
            self.keyboard,
            acts=self.acts,
            charge=self._charge,
            intents=self.intents,
            others=self.others,
            room=self._room,
            proving=proving,
            findings=findings,
            script=settings.script,
        )
        if self.linked is not None:
            self.linked.take_up = self._beginning.take_up
            self.linked.step_down = self._beginning.step_down
            self.linked.tell_after_crash = self.intents.tell_who_is_in_charge
            self.acts.recorded, self.acts.ask = self.linked.poke, self.linked.ask
            self.acts.means_what_waits = self.linked.means_what_waits
            self._ticker.link_word = self.linked.word

    @property
    def conference(self) -> Conference:
        """The present state."""
        return self._desk.conference

    @property
    def now(self) -> Instant:
        """The instant that is shown."""
        return self._ticker.now

    def get_default_screen(self) -> Podium:
        """The podium, with no empty screen under it: all of it in the first frame."""
        self.podium.first = self._beginning.show
        return self.podium

    def on_unmount(self) -> None:
        """Follow no more."""
        self.others.end()

    def action_press(self, key: str) -> None:
        """A key of the podium that a page over it has too."""
        if (asked := for_key(key, self.conference)) is not None:
            self._keys.ask(asked, key)

    def ask(self, asked: Action, entry: int | None = None) -> None:
        """Do what the palette asks for."""
        self.intents.do(asked, entry)

    def tick(self) -> None:
        """Show the present, and come back at the next second's boundary."""
        self._ticker.tick()

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something, until something else is told."""
        self._teller.say(text, tone)

    def murmur(self, text: str, tone: Tone = "plain") -> None:
        """Tell the officer something that does not cover what was just said."""
        self._teller.murmur(text, tone)

    def on_podium_asked(self, event: Podium.Asked) -> None:
        """A click, or Enter on a row, asked for an action."""
        self.intents.do(event.action, event.entry)

    def on_podium_typed(self, event: Podium.Typed) -> None:
        """An act was typed on the `:` line."""
        self.intents.typed(event.line)

    def action_help_quit(self) -> None:
        """Ctrl+C, by which many programs are ended."""
        self.say("Ctrl+C does nothing here. [quit] closes the podium; everything is kept.", "warn")

    def action_leave(self) -> None:
        """Ctrl+Q, wherever the focus is."""
        self.services.quit()

    def action_hang_up(self) -> None:
        """The terminal is gone: close the podium in order."""
        self.close_podium()

    def close_podium(self) -> None:
        """Record that the podium is closed, and end: what is typed after it does nothing more."""
        self._ticker.stopped = self.intents.closed = True
        self._charge.give_back()
        self.exit()
