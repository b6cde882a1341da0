"""Journals to measure with: real acts, decided by the rules, written without a sync for each."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from plenary_tui.clock import SystemClock
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.floor.giving import EndStatement, GiveFloor
from plenary_tui.procedure.floor.notes import MakeNote
from plenary_tui.procedure.floor.statement import StartClock
from plenary_tui.procedure.ground.act import Command, Event
from plenary_tui.procedure.ledger import Ledger
from plenary_tui.procedure.meetings.agenda import OpenFloor, TakeUpItem
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.meetings.opening import OpenMeeting
from plenary_tui.procedure.speakers.editing import Edit
from plenary_tui.procedure.speakers.ready import MarkReady
from plenary_tui.procedure.state.conference import Entry, SpeakersList
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Language, Tier
from plenary_tui.storage.chain import GENESIS, Row
from plenary_tui.storage.codec import encode_act
from plenary_tui.storage.head import Head, write_head
from plenary_tui.storage.kept_state import keep_state
from plenary_tui.storage.open_journal import open_journal
from plenary_tui.storage.unfinished import write_beside

ITEM = "1(f)"
STATION = "bench"
ACT_EVERY = timedelta(milliseconds=200)
SPEAKER_EVERY = 30
"""After so many other acts somebody is given the floor, speaks and ends."""


class Recording:
    """Acts, one after another, kept as rows until they are all written at once."""

    def __init__(self, began: Instant) -> None:
        self.ledger = Ledger()
        self.rows: list[Row] = []
        self._at = began

    def record(self, events: Sequence[Event]) -> None:
        """One act."""
        last = self.rows[-1][-1] if self.rows else GENESIS
        rows, records = encode_act(events, STATION, self.ledger.seq, last)
        self.rows += rows
        self.ledger.fold(records)
        self._at = self._at.before(-ACT_EVERY)

    def do(self, command: Command) -> None:
        """One act, as the rules decide it."""
        self.record(command.decide(self.ledger.conference, self._at))

    def write(self, path: Path) -> None:
        """Write them as the database at `path`."""
        unfinished = write_beside(path, self.rows)
        write_head(path, Head(self.rows[-1][0], self.rows[-1][-1]), durable=True)
        os.rename(unfinished, path)


def make_conference(path: Path, *, waiting: int, events: int = 0, rehearsal: bool = True) -> None:
    """A conference with the floor open, so many events at least, and so many on the list."""
    clock = SystemClock()
    now = clock.now()
    began = now.before(ACT_EVERY * (events + 10))
    minute = began.utc.replace(second=0, microsecond=0)
    convened = load_pack("cop12").convene(began, starting=minute, rehearsal=rehearsal, meeting=1)
    spoken = events // (SPEAKER_EVERY + 4) + 1 if events else 0
    recording = Recording(began)
    recording.record((with_long_list(convened, waiting + spoken),))
    for command in (OpenMeeting(number=1), TakeUpItem(item=ITEM), OpenFloor()):
        recording.do(command)
    for number in range(spoken):
        speakers = recording.ledger.conference.current_list
        assert speakers is not None
        _busy_minutes(recording, speakers, number, min(SPEAKER_EVERY, events))
        recording.do(GiveFloor())
        recording.do(StartClock())
        recording.do(EndStatement())
    recording.write(path)


def keep_beside(path: Path, *, behind: int = 0) -> None:
    """Keep beside a database what it makes, as a podium does that is killed so many rows later."""
    opened = open_journal(path)
    with closing(opened.journal) as journal:
        known = opened.records[: len(opened.records) - behind]
        standing = Ledger(known).standing
        assert standing is not None
        keep_state(path, standing, journal.hash_of(known[-1].seq))


def _busy_minutes(recording: Recording, speakers: SpeakersList, number: int, acts: int) -> None:
    """What else an office records while a speaker is awaited."""
    entries = speakers.waiting[: acts // 3 + 1]
    for step in range(acts):
        entry = f"#{entries[step % len(entries)].id}"
        match step % 3:
            case 0:
                recording.do(MarkReady(entry=entry, off=entries[step % len(entries)].ready))
            case 1:
                recording.do(Edit(entry=entry, speaker=f"Ms. Speaker {number}-{step}"))
            case _:
                recording.do(MakeNote(text=f"Remark {step} of minute {number}"))


def with_long_list(convened: ConferenceConvened, waiting: int) -> ConferenceConvened:
    """The conference with so many States on the plenary's list for the item."""
    states = [one.id for one in convened.delegations if one.registered and one.tier is Tier.STATES]
    entries = tuple(
        Entry(
            number + 1,
            states[number % len(states)],
            Tier.STATES,
            convened.at.utc - timedelta(days=20) + timedelta(seconds=number),
            function="Permanent Representative",
            language=Language.FRENCH,
        )
        for number in range(waiting)
    )
    lists = []
    for one in convened.lists:
        queues = [replace(queue, waiting=()) for queue in one.queues]
        if one.item == ITEM and one.body is Body.PLENARY:
            queues[0] = replace(queues[0], waiting=entries)
        lists.append(replace(one, queues=tuple(queues)))
    return replace(convened, lists=tuple(lists))


if __name__ == "__main__":
    import sys
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        before = time.perf_counter()
        make_conference(Path(folder) / "x.db", waiting=int(sys.argv[1]), events=int(sys.argv[2]))
        print(f"made in {time.perf_counter() - before:.1f} s")
