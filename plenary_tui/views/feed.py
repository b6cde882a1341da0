"""What broadcast software reads, file by file.

A pure function of the journal: all files are as of the last act, come from one snapshot, and hold
instants and limits rather than seconds that pass. What is off air is in no caption.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from plenary_tui.procedure.calendar import local
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Phase
from plenary_tui.views.snapshot import FloorView, QueueEntry, Snapshot, View, take_snapshot
from plenary_tui.views.words import meeting_words

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

REHEARSAL = "REHEARSAL"
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
)
"""The first row of `queue.csv`; columns may be added at the end."""
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes for the beginning of a formula, also in its wide form."""

_NO_TEXT = ("Cc", "Cs", "Zl", "Zp")
"""Categories of characters that move a cursor, end a line or stand for nothing."""


@dataclass(frozen=True, slots=True)
class LiveRow:
    """The one row of `live.json`: text alone; moments are UTC, to the second; "" for nothing.

    Attributes:
        generation: the number of the journal's last row.
        as_of: when that was recorded.
        rehearsal: "REHEARSAL" or "".
        on_air: "yes" or "no".
        now_speaker, now_title, next_speaker, agenda_item, status: as in the text files.
        now_limit: seconds.
        now_ends_at: when the time runs out; "" while the clock does not run.
    """

    generation: str
    as_of: str
    rehearsal: str
    conference: str
    on_air: str
    status: str
    agenda_item: str
    item_symbol: str
    item_title: str
    now_speaker: str
    now_title: str
    now_kind: str
    now_phase: str
    now_person: str
    now_function: str
    now_on_behalf_of: str
    now_language: str
    now_delivery: str
    now_media: str
    now_called_at: str
    now_started_at: str
    now_limit: str
    now_ends_at: str
    next_speaker: str
    next_title: str
    next_2_speaker: str
    next_2_title: str
    next_3_speaker: str
    next_3_title: str


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


def feed_files(conference: Conference, at: Instant) -> dict[str, str]:
    """The content of every file of `FILES`.

    Args:
        at: when the last act was recorded.
    """
    snapshot = take_snapshot(conference, at)
    live = _live(snapshot, meeting_words(conference.meeting))
    return {
        NEXT_SPEAKER: live.next_speaker,
        NOW_SPEAKER: live.now_speaker,
        NOW_TITLE: live.now_title,
        AGENDA_ITEM: live.agenda_item,
        STATUS: live.status,
        LIVE: json.dumps([asdict(live)], ensure_ascii=False, indent=2) + "\n",
        QUEUE_CSV: _csv(_rows(conference, snapshot)),
        QUEUE_JSON: _queue(snapshot),
        SNAPSHOT: snapshot.to_json() + "\n",
    }


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


def _live(snapshot: Snapshot, meeting: str) -> LiveRow:
    air, item = snapshot.on_air, snapshot.item
    floor = snapshot.floor if air else None
    first, second, third = _three(snapshot.next if air else ())
    mark = f"{REHEARSAL}: " if snapshot.conference.rehearsal else ""

    def marked(text: str) -> str:
        return f"{mark}{_line(text)}" if text else ""

    return LiveRow(
        generation=str(snapshot.journal.seq),
        as_of=_moment(snapshot.journal.last_at),
        rehearsal=REHEARSAL if snapshot.conference.rehearsal else "",
        conference=_line(snapshot.conference.name),
        on_air="yes" if air else "no",
        status=marked(f"{'ON AIR' if air else 'OFF AIR'}: {meeting}"),
        agenda_item=marked(f"{item.symbol} {item.title}" if item else ""),
        item_symbol=_line(item.symbol) if item else "",
        item_title=_line(item.title) if item else "",
        now_speaker=marked(snapshot.lower_third.line1),
        now_title=marked(snapshot.lower_third.line2),
        now_kind=floor.kind.value if floor else "",
        now_phase=floor.phase.value if floor else "",
        now_person=_line(floor.speaker) if floor else "",
        now_function=_line(floor.function) if floor else "",
        now_on_behalf_of=_line(floor.on_behalf_of) if floor else "",
        now_language=_line(floor.language) if floor else "",
        now_delivery=_line(floor.delivery) if floor else "",
        now_media=_line(floor.media) if floor else "",
        now_called_at=_moment(floor.called_at) if floor else "",
        now_started_at=_moment(floor.started_at) if floor else "",
        now_limit=f"{floor.limit:g}" if floor and floor.limit is not None else "",
        now_ends_at=_moment(_ends_at(floor, snapshot.now)) if floor else "",
        next_speaker=marked(_name(first)),
        next_title=marked(_title(first)),
        next_2_speaker=marked(_name(second)),
        next_2_title=marked(_title(second)),
        next_3_speaker=marked(_name(third)),
        next_3_title=marked(_title(third)),
    )


def _three(
    entries: tuple[QueueEntry, ...],
) -> tuple[QueueEntry | None, QueueEntry | None, QueueEntry | None]:
    first, second, third, *_ = (*entries, None, None, None)
    return first, second, third


def _name(entry: QueueEntry | None) -> str:
    return entry.delegation if entry else ""


def _title(entry: QueueEntry | None) -> str:
    """The second line of its caption, once it has the floor."""
    if entry is None:
        return ""
    group = f"on behalf of {entry.on_behalf_of}" if entry.on_behalf_of else ""
    return ", ".join(part for part in (entry.speaker, entry.function, group) if part)


def _ends_at(floor: FloorView, now: datetime) -> datetime | None:
    if floor.phase is not Phase.SPEAKING or floor.remaining is None:
        return None
    return now + timedelta(seconds=floor.remaining)


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
    return queue.model_dump_json(indent=2, exclude={"floor": _PASSING}) + "\n"


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
            _moment(due),
            _yes(entry.at_risk),
            rehearsal,
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
    line = _line(value)
    return f"'{line}" if line.lstrip().startswith(_FORMULA) else line


def _moment(moment: datetime | None) -> str:
    """A moment as `2024-10-14T08:05:00Z`; "" for none."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else ""


def _line(text: str | None) -> str:
    """The text as one line, whatever is in it: no control characters, no line ends."""
    if not text or text.isprintable():
        return text or ""
    return "".join(one for one in text if unicodedata.category(one) not in _NO_TEXT)
