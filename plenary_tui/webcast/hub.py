"""What every client of the server is told: one conference, followed once and never written."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from plenary_tui.desk.watching import Watching
from plenary_tui.procedure.speakers.order import last_change, next_change
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.rehearsal.own_time import FollowedClock
from plenary_tui.storage.errors import StorageError
from plenary_tui.views.public.next_watch import NextWatch
from plenary_tui.views.public.on_air import NOT_KNOWN, PODIUM_GONE, absence_of_podium
from plenary_tui.views.public.page import live
from plenary_tui.views.public.pane import expected_of_next
from plenary_tui.views.public.snapshot import take_snapshot
from plenary_tui.views.public.view import in_one_line
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.wording.clock_face import read_floor

LOOK_EVERY = 0.02
"""Seconds between looks for a commit."""
BEAT_EVERY = 1.0
"""Seconds between signs of life."""
TRY_AGAIN = 2.0
"""Seconds between attempts to open a journal that cannot be read."""
SNAPSHOT_AGE = 0.25
"""Seconds for which a snapshot is handed out again rather than taken anew."""
TOLD_AGE = 0.05
"""The same for what pages show: its clock must not be older than that."""


class Beat(Value):
    """A sign of life as it is told, as JSON in one line, and of which edition and when it was."""

    edition: int
    at: float
    generation: int
    text: str


class Hub:
    """The conference as all clients see it; lives on one event loop.

    Attributes:
        edition: goes up whenever there is something new to show.
        ended: whether the server is ending.
        failed: the error that ended it, which nobody foresaw; None if there was none.
        readers: how many follow events.
        phrases: how the President's script is put into words.
    """

    def __init__(
        self,
        watching: Watching,
        clock: FollowedClock,
        phrases: Phrases,
        others: Callable[[Language], Phrases] | None = None,
    ) -> None:
        """Make the hub.

        Args:
            watching: the journal; opened already or not.
            clock: the podium's clock, and its sign of life.
            phrases: how the President's script is put into words.
            others: the same in other languages than English; the same words if None.
        """
        self.phrases = phrases
        self._others = others
        self.edition = 0
        self.ended = False
        self.failed: Exception | None = None
        self.readers = 0
        self._watching = watching
        self._clock = clock
        self._stirred = asyncio.Event()
        self._news = asyncio.Event()
        self._lost: StorageError | None = None
        self._watch = NextWatch()
        self._expected: tuple[datetime | None, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._told: dict[Language, tuple[int, float, str]] = {}
        self._told_beat: Beat | None = None
        self._snapshot: tuple[Conference, float, str] | None = None

    @property
    def conference(self) -> Conference | None:
        """The state as last read; None if it was never read."""
        return self._watching.conference

    @property
    def trouble(self) -> str:
        """Why the journal cannot be read just now; "" if it can."""
        trouble = self._watching.trouble
        return shown(trouble.why) if trouble is not None else ""

    def phrases_in(self, language: Language) -> Phrases:
        """How the President's script is put into words in a language."""
        if language is Language.ENGLISH or self._others is None:
            return self.phrases
        return self._others(language)

    def now(self) -> Instant:
        """The present instant."""
        return self._clock.now()

    async def run(self) -> None:
        """Follow the journal until `end`; what nobody foresaw is kept in `failed`."""
        try:
            await self._run(asyncio.get_running_loop())
        except Exception as error:
            self.failed = error
        finally:
            self._watching.close()

    async def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._watching.is_open:
            self._follow(loop)
        self._publish()
        tried, beat_at = loop.time(), loop.time()
        while not self.ended:
            wait = max(0.0, min(beat_at + BEAT_EVERY - loop.time(), self._to_change()))
            try:
                await asyncio.wait_for(self._stirred.wait(), wait)
            except TimeoutError:
                beat_at = loop.time()
            self._stirred.clear()
            self._catch_up()
            if not self._watching.is_open and loop.time() - tried >= TRY_AGAIN:
                tried = loop.time()
                if await asyncio.to_thread(self._watching.open):
                    self._follow(loop)
            self._publish()

    def end(self) -> None:
        """End, and let every client go; called on the hub's loop."""
        self.ended = True
        self._stirred.set()
        self._tell()

    def _follow(self, loop: asyncio.AbstractEventLoop) -> None:
        def lost(error: StorageError) -> None:
            self._lost = error
            self._stirred.set()

        self._watching.follow(
            lambda: _call(loop, self._stirred.set),
            lambda error: _call(loop, lost, error),
            every=LOOK_EVERY,
        )

    def _catch_up(self) -> None:
        lost, self._lost = self._lost, None
        if lost is not None:
            self._watching.lose(lost)
        self._watching.catch_up()

    def _publish(self) -> None:
        """Tell all clients, if there is anything to tell; the present state, if it is new."""
        conference, now = self.conference, self.now()
        state: tuple[object, ...] = ("", 0, 0, None, None, self.trouble)
        if conference is not None:
            changed = last_change(conference, now.utc)
            stands = (conference.id, conference.seq, int(now.utc.timestamp() // 60), changed)
            if self._shown[:4] != stands:
                self._expected = expected_of_next(conference, now)
            self._watch = self._watch.after(conference, now)
            state = (*stands, self._watch.alert(now), self.trouble)
        if state != self._shown:
            self._shown = state
            self.edition += 1
        self._tell()

    def _to_change(self) -> float:
        """Seconds until the order of the list changes by itself."""
        conference, now = self.conference, self.now()
        change = next_change(conference, now.utc) if conference is not None else None
        speed = self._clock.speed
        if change is None or not speed:
            return BEAT_EVERY
        return (change - now.utc).total_seconds() / speed

    def _tell(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()

    def news(self) -> asyncio.Event:
        """Is set when there is something to tell; to be asked for before the state is looked at."""
        return self._news

    def live(self, language: Language) -> str:
        """What a page shows, as JSON in one line."""
        conference, now = self.conference, self.now()
        if conference is None:
            told = {"generation": 0, "language": language.code, "trouble": self.trouble}
            return json.dumps(told, ensure_ascii=False)
        kept = self._told.get(language)
        if kept is None or kept[0] != self.edition or abs(now.steady - kept[1]) > TOLD_AGE:
            phrases = self.phrases_in(language)
            shows = live(conference, now, language, phrases, self._expected, self._watch)
            kept = self._told[language] = (self.edition, now.steady, in_one_line(shows))
        return kept[2]

    def beat(self) -> dict[str, Any]:
        """The sign of life: how the podium does, and whether what is shown may be old.

        `word` is what stands in the place of ON AIR while nobody can tell whether that is so.
        """
        ledger = self._watching.ledger
        if ledger is None or ledger.last is None or self._watching.trouble is not None:
            return {
                "generation": ledger.seq if ledger is not None else 0,
                "podium": "unknown",
                "word": NOT_KNOWN,
                "stale": True,
                "elapsed": None,
                "speed": self._clock.speed,
                "notice": f"WHAT IS SHOWN MAY BE OLD: {self.trouble}",
            }
        beat, now = self._clock.last_beat(), self.now()
        reading = read_floor(ledger.conference, now)
        opened = ledger.podium_open
        words, _ = absence_of_podium(opened=opened, beat=beat, now=now)
        gone = opened and bool(words)
        return {
            "generation": ledger.seq,
            "podium": "gone" if gone else "open" if opened else "closed",
            "word": PODIUM_GONE if gone else "",
            "stale": gone,
            "elapsed": round(reading.elapsed.total_seconds(), 2) if reading else None,
            "speed": self._clock.speed,
            "notice": words,
        }

    def told_beat(self) -> Beat:
        """The sign of life as all who follow events are told it, worked out once for all."""
        at, kept = asyncio.get_running_loop().time(), self._told_beat
        if kept is None or kept.edition != self.edition or at - kept.at > TOLD_AGE:
            beat = self.beat()
            text = json.dumps(beat, ensure_ascii=False)
            kept = self._told_beat = Beat(self.edition, at, beat["generation"], text)
        return kept

    def snapshot(self) -> str | None:
        """The snapshot as JSON, at most a quarter of a second old; None if there is none."""
        conference, now = self.conference, self.now()
        if conference is None:
            return None
        kept = self._snapshot
        if kept is None or kept[0] is not conference or abs(now.steady - kept[1]) > SNAPSHOT_AGE:
            kept = (conference, now.steady, take_snapshot(conference, now, self.phrases).to_json())
            self._snapshot = kept
        return kept[2]


def _call(loop: asyncio.AbstractEventLoop, callback: Any, *words: Any) -> None:
    """Call back on the loop, from another thread; nothing once the loop has ended."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(callback, *words)
