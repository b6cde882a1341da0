"""What broadcast software reads, file by file.

A pure function of the journal, and of whether its podium lives: all files are as of the last act,
or of the hour at which the order of the list last changed by itself; they come from one snapshot,
and hold instants and limits rather than seconds that pass. What is off air is in no caption.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import by_name
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.views.public.on_air import PODIUM_GONE
from plenary_tui.views.public.row import (
    REHEARSAL,
    LiveRow,
    live_row,
    one_line,
    row_without_conference,
    utc_text,
)
from plenary_tui.views.public.snapshot import FloorView, QueueEntry, Snapshot, take_snapshot
from plenary_tui.views.public.view import View, in_lines
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.wording.words import meeting_words

NOW_SPEAKER = "now_speaker.txt"
NOW_TITLE = "now_title.txt"
NEXT_SPEAKER = "next_speaker.txt"
AGENDA_ITEM = "agenda_item.txt"
STATUS = "status.txt"
LIVE = "live.json"
QUEUE_CSV = "queue.csv"
QUEUE_JSON = "queue.json"
SNAPSHOT = "snapshot.json"
FILES = (
    NEXT_SPEAKER,
    NOW_SPEAKER,
    NOW_TITLE,
    AGENDA_ITEM,
    STATUS,
    LIVE,
    QUEUE_CSV,
    QUEUE_JSON,
    SNAPSHOT,
)
"""Every file of a feed; none is ever missing."""

CAPTIONS = (NEXT_SPEAKER, NOW_SPEAKER, NOW_TITLE)
"""What is shown as it stands, without anybody looking at it first."""
FEED_ENDED = "FEED ENDED"
NO_CONFERENCE = "OFF AIR: no conference yet"

COLUMNS = (
    "position",
    "delegation",
    "tier",
    "speaker",
    "function",
    "on_behalf_of",
    "language",
    "delivery",
    "media",
    "ready",
    "expected",
    "expected_at",
    "at_risk",
    "rehearsal",
    "at_risk_of",
    "explains",
)
"""The first row of `queue.csv`; columns may be added at the end."""
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes for the beginning of a formula, also in its wide form."""


class QueueFile(View):
    """`queue.json`: the list, and who has the floor, with the entries of the snapshot."""

    generation: int
    as_of: datetime | None
    rehearsal: bool
    conference: str
    on_air: bool
    floor: FloorView | None
    queue: tuple[QueueEntry, ...]


_PASSING = {"elapsed", "remaining", "overrun", "timing"}
"""What of the floor passes with the seconds."""


def feed_files(
    conference: Conference, at: Instant, phrases: Phrases, gone_since: datetime | None = None
) -> dict[str, str]:
    """The content of every file of `FILES`.

    Args:
        at: when the last act was recorded, or the order of the list last changed by itself.
        phrases: how the President's script is put into words.
        gone_since: the last sign of life of a podium that ended without closing (UTC). No caption
            names anybody then, for what was recorded last may be true no more.
    """
    snapshot = take_snapshot(conference, at, phrases)
    live = live_row(snapshot, _status(conference, gone_since), gone_since)
    return {
        NEXT_SPEAKER: live.next_speaker,
        NOW_SPEAKER: live.now_speaker,
        NOW_TITLE: live.now_title,
        AGENDA_ITEM: live.agenda_item,
        STATUS: live.status,
        LIVE: _live_json(live),
        QUEUE_CSV: _csv(_rows(conference, snapshot)),
        QUEUE_JSON: _queue(snapshot),
        SNAPSHOT: snapshot.to_json() + "\n",
    }


def _status(conference: Conference, gone_since: datetime | None) -> str:
    status = f"{'ON' if conference.on_air else 'OFF'} AIR: {meeting_words(conference)}"
    if gone_since is None:
        return status
    return f"{PODIUM_GONE} since {local(conference, gone_since):%H:%M:%S} ({status})"


def files_without_conference() -> dict[str, str]:
    """What the files hold that have something to say while there is no conference to follow."""
    row = row_without_conference(NO_CONFERENCE)
    return {
        **dict.fromkeys((*CAPTIONS, AGENDA_ITEM), ""),
        STATUS: NO_CONFERENCE,
        LIVE: _live_json(row),
        QUEUE_CSV: _csv((COLUMNS,)),
    }


def ended_files(held: Mapping[str, str | None], at: datetime) -> dict[str, str]:
    """What the files that name anybody hold once nobody keeps them true any more.

    Args:
        held: what each file holds; None for what is not known or not there.
        at: when that came to be so (UTC).
    """
    files = dict.fromkeys(CAPTIONS, "")
    status = held.get(STATUS)
    if status:
        files[STATUS] = _ended_status(status)
    try:
        (row,) = json.loads(held.get(LIVE) or "")
        row = {name: _ended_cell(name, text) for name, text in row.items()}
    except (ValueError, AttributeError):
        return files  # nobody can read it
    row |= {"status": files.get(STATUS, ""), "feed_ended_at": utc_text(at)}
    return {**files, LIVE: _live_json(row)}


def _ended_cell(name: str, text: str) -> str:
    return "" if name.startswith(("now_", "next_")) else text


def _ended_status(status: str) -> str:
    mark = f"{REHEARSAL}: " if status.startswith(f"{REHEARSAL}: ") else ""
    words = status.removeprefix(mark)
    if words.startswith((FEED_ENDED, PODIUM_GONE)):
        return status
    return f"{mark}{FEED_ENDED} ({words})"


def _live_json(row: LiveRow | Mapping[str, str]) -> str:
    """An array with the one row, as programs want it that make a table of JSON."""
    cells = by_name(row) if isinstance(row, LiveRow) else row
    return json.dumps([cells], ensure_ascii=False, indent=2) + "\n"


def replacements(
    old: Mapping[str, str | None], new: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The files to be replaced to come from `old` to `new`, one after another.

    Next is replaced before now, so that no name ever stands in both; where the new next is still
    the old now, next is empty for a moment. No title ever stands under another's name.

    Args:
        old: what each file holds; None for what is not known or not there.
    """
    held = dict(old)

    def put(name: str, content: str) -> Iterator[tuple[str, str]]:
        if held.get(name) != content:
            held[name] = content
            yield name, content

    still_now = bool(new[NEXT_SPEAKER]) and held.get(NOW_SPEAKER) in (None, new[NEXT_SPEAKER])
    yield from put(NEXT_SPEAKER, "" if still_now else new[NEXT_SPEAKER])
    if held.get(NOW_SPEAKER) != new[NOW_SPEAKER]:
        if held.get(NOW_TITLE) != new[NOW_TITLE]:
            yield from put(NOW_TITLE, "")
        yield from put(NOW_SPEAKER, new[NOW_SPEAKER])
    for name in (NOW_TITLE, *FILES):
        yield from put(name, new[name])


def _queue(snapshot: Snapshot) -> str:
    """Now and the whole list, with entries as the snapshot has them."""
    queue = QueueFile(
        generation=snapshot.journal.seq,
        as_of=snapshot.journal.last_at,
        rehearsal=snapshot.conference.rehearsal,
        conference=snapshot.conference.name,
        on_air=snapshot.on_air,
        floor=snapshot.floor,
        queue=snapshot.queue,
    )
    said = queue.plain()
    for passing in _PASSING if queue.floor is not None else ():
        del said["floor"][passing]
    return in_lines(said) + "\n"


def _rows(conference: Conference, snapshot: Snapshot) -> Iterator[tuple[str, ...]]:
    rehearsal = REHEARSAL if snapshot.conference.rehearsal else ""
    yield COLUMNS
    for entry in snapshot.queue:
        due = entry.expected_at
        yield (
            str(entry.position),
            entry.delegation,
            entry.tier,
            entry.speaker or "",
            entry.function or "",
            entry.on_behalf_of or "",
            entry.language or "",
            entry.delivery,
            entry.media or "",
            _yes(entry.ready),
            f"{local(conference, due):%H:%M}" if due else "",
            utc_text(due),
            _yes(entry.at_risk),
            rehearsal,
            entry.at_risk_of or "",
            entry.explains or "",
        )


def _yes(holds: bool | None) -> str:
    return "" if holds is None else "yes" if holds else "no"


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue()


def _cell(value: str) -> str:
    """The value, which no spreadsheet takes for a formula: an apostrophe makes it text."""
    if not value or (value[0].isalnum() and value.isprintable()):
        return value
    line = one_line(value)
    return f"'{line}" if line.lstrip().startswith(_FORMULA) else line
