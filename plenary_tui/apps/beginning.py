"""What a podium does once its first frame is painted: it takes charge, and tells what it must."""

from __future__ import annotations

import sys
from functools import partial
from math import inf
from pathlib import Path

from textual._time import get_time

from plenary_tui import settings
from plenary_tui.apps.acts import Acts
from plenary_tui.apps.charge import Charge
from plenary_tui.apps.courtesy import SWITCH, collect_seldom
from plenary_tui.apps.keyboard import Keyboard
from plenary_tui.apps.no_room import NoRoom
from plenary_tui.apps.others import Others
from plenary_tui.apps.shell import add_dialogs
from plenary_tui.desk.proving import Proving
from plenary_tui.screens.intents.intents import Intents
from plenary_tui.screens.officer import Officer
from plenary_tui.screens.picks import Choice, Pick
from plenary_tui.screens.podium import WordsOf
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.journal import SqliteJournal
from plenary_tui.storage.link_file import NotInChargeHere

TOO_EARLY = "What was typed before the podium was in sight, and right after that, did nothing."

SOONEST = 0.1
"""Seconds from the first frame on in which no hand can have seen it yet, let alone answered it."""


class Beginning:
    """Takes charge of a conference for a podium that is on the screen."""

    def __init__(
        self,
        officer: Officer,
        journal: SqliteJournal,
        keyboard: Keyboard,
        *,
        acts: Acts,
        charge: Charge,
        intents: Intents,
        others: Others,
        room: NoRoom,
        proving: Proving | None,
        findings: tuple[str, ...],
        script: Path | None,
    ) -> None:
        """Make it.

        Args:
            keyboard: takes nothing before the podium is in sight, and keeps it until it has begun.
            proving: asks the journal whether what is shown is true; None if that is known.
            findings: what the officer must be told of the database.
            script: the office's own words for the President; None if it has none.
        """
        self._officer = officer
        self._journal = journal
        self._keyboard = keyboard
        keyboard.in_sight, keyboard.too_early = inf, self._too_early
        keyboard.hold()
        self._acts = acts
        self._charge = charge
        self._intents = intents
        self._others = others
        self._room = room
        self._proving = proving
        self._follows = self._begun = self._early = False
        self.findings = findings
        self._script = script

    def show(self) -> None:
        """Show the conference in the first frame, and begin when that is painted."""
        app = self._officer.podium.app
        self._officer.tick()
        app.post_display_hook = self.painted  # type: ignore[method-assign]  # for one frame
        app.call_after_refresh(self.begin)

    def painted(self) -> None:
        """The first frame was given to the terminal; what is typed once it was seen is taken."""
        vars(self._officer.podium.app).pop("post_display_hook", None)
        if self._keyboard.in_sight == inf:
            self._keyboard.in_sight = get_time() + SOONEST  # the hand's clock

    async def begin(self) -> None:
        """Tell what has to be told, take charge, see others, and do what was typed meanwhile."""
        self.painted()
        await self._officer.podium.add_lines()
        add_dialogs(self._officer.podium.app)
        self._begun = True
        if self._early:
            self._too_early()
        sys.setswitchinterval(SWITCH)
        podium = self._officer.podium
        if self._proving is not None and self._proving.pending:
            podium.run_worker(self._prove, thread=True, description="the journal is read whole")
        else:
            self._stand()
        if self._charge.interruption is not None:
            title, gap = "The podium ended without closing", self._charge.interruption
            self._intents.ask_how_to_go_on(title, gap, then=self._take_charge)
        if self.findings:
            choices = (Choice("read", "I have read this", "", "k"),)
            told = Pick("About the database", "\n\n".join(self.findings), choices)
            podium.app.push_screen(told, lambda _: self._once_read())
        if self._charge.interruption is not None or self.findings:
            self._keyboard.ask_anew(get_time())
        self._others.begin()
        for work in (self._warm_up, self._read_words):
            podium.run_worker(work, thread=True, description="beside the screen")
        podium.app.call_later(self._keyboard.let_go)

    def _too_early(self) -> None:
        """A key was typed before there was anything to be seen: say so, once that can be said."""
        self._early = True
        if self._begun:
            self._officer.say(TOO_EARLY, "warn")

    def _once_read(self) -> None:
        """Take charge, unless what a crash left is still to be answered, or was."""
        if self._charge.interruption is None:
            self._take_charge()

    def _prove(self) -> None:
        """Ask the journal, in a thread."""
        assert self._proving is not None
        self._proving.work(self._officer.give_way)
        self._officer.call_later(self._proven, self._proving)

    def _proven(self, proving: Proving) -> None:
        """Stand on the journal's own state, or open anew from nothing else."""
        try:
            proving.settle()
        except StorageError as error:
            self._intents.closed = True
            self._officer.podium.app.exit(error)  # with nothing recorded
        else:
            self._stand()

    def _stand(self) -> None:
        """Take charge, where nothing is asked or read before; no garbage is left to look for."""
        collect_seldom()
        if self._charge.interruption is None and not self.findings:
            self._take_charge()

    def step_down(self, *, fenced: bool) -> None:
        """Another podium has taken charge: this one follows, until it comes to be in charge.

        Args:
            fenced: whether it still shows what it recorded itself, and does so by its own clock.
        """
        self._charge.lost(follows=not fenced)
        self._follows = True

    def take_up(self) -> None:
        """Take charge where this machine only followed, and has come to be in charge."""
        if self._follows:
            self._follows = False
            self._take_charge()

    def _take_charge(self) -> None:
        """Once the officer knows what the last podium left, and what there is about the database.

        Before, the next start tells it again.
        """
        try:
            if corrected := self._charge.take():
                self._officer.say(corrected, "warn")
        except NotInChargeHere:
            self._follows = True
            return
        except StorageError as error:
            self._acts.not_saved(error)
        self._room.begin(self._officer, self._acts.dispatch, self._acts.not_saved)

    def _warm_up(self) -> None:
        """Import and open what the first act needs, in a thread."""
        self._journal.warm_up()
        settings.warm_up()

    def _read_words(self) -> None:
        """Import and read what the President's script needs, in a thread."""
        from plenary_tui.exchange.script import read_wording
        from plenary_tui.views.podium.reminded import officers_words

        phrases, complaints = read_wording(self._script)
        words_of = partial(officers_words, phrases=phrases)
        self._officer.call_later(self._use_words, words_of, complaints)

    def _use_words(self, words_of: WordsOf, complaints: tuple[str, ...]) -> None:
        """Say from now on what the President says next, and what of the words was not taken."""
        self._officer.podium.words_to_say = words_of
        if complaints:
            self._officer.say(" ".join(complaints), "bad")
        self._officer.tick()
