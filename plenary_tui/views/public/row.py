"""The one row of `live.json`, from which the text files are taken: a snapshot as flat text."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

from plenary_tui.procedure.state.frozen import Value, names_of
from plenary_tui.procedure.state.vocabulary import Phase
from plenary_tui.views.public.second_line import marked_apart, second_line
from plenary_tui.views.public.snapshot import FloorView, LowerThird, QueueEntry, Snapshot

REHEARSAL = "REHEARSAL"
_NO_TEXT = ("Cc", "Cs", "Zl", "Zp")
"""Categories of characters that move a cursor, end a line or stand for nothing."""


class LiveRow(Value):
    """The one row of `live.json`: text alone; moments are UTC, to the second; "" for nothing.

    Attributes:
        generation: the number of the journal's last row.
        as_of: when that was recorded.
        rehearsal: "REHEARSAL" or "".
        on_air: "yes" or "no".
        now_speaker, now_title, next_speaker, agenda_item, status: as in the text files.
        now_limit: seconds.
        now_ends_at: when the time runs out; "" while the clock does not run.
        podium_gone_since: its last sign of life, if it ended without closing; then now and next
            are empty, for nobody can tell who speaks.
        feed_ended_at: when the files were written for the last time; now and next are empty then.
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
    podium_gone_since: str
    feed_ended_at: str = ""


def live_row(snapshot: Snapshot, status: str, gone_since: datetime | None = None) -> LiveRow:
    """The row as of a snapshot. Nobody is now or next while nothing is on air, or none can tell.

    Args:
        status: the meeting and how it stands, in words.
        gone_since: the last sign of life of a podium that ended without closing.
    """
    item, told = snapshot.item, snapshot.on_air and gone_since is None
    floor, sent = (snapshot.floor, snapshot.lower_third) if told else (None, LowerThird())
    first, second, third = _three(snapshot.next if told else ())
    mark = f"{REHEARSAL}: " if snapshot.conference.rehearsal else ""

    def marked(text: str) -> str:
        return f"{mark}{one_line(text)}" if text else ""

    return LiveRow(
        generation=str(snapshot.journal.seq),
        as_of=utc_text(snapshot.journal.last_at),
        rehearsal=REHEARSAL if snapshot.conference.rehearsal else "",
        conference=one_line(snapshot.conference.name),
        on_air="yes" if snapshot.on_air else "no",
        status=marked(status),
        agenda_item=marked(f"{item.symbol} {item.title}" if item else ""),
        item_symbol=one_line(item.symbol) if item else "",
        item_title=one_line(item.title) if item else "",
        now_speaker=marked(sent.line1),
        now_title=marked(_title(floor) if floor and floor.entry else sent.line2),
        now_kind=floor.kind.value if floor else "",
        now_phase=floor.phase.value if floor else "",
        now_person=one_line(floor.speaker) if floor else "",
        now_function=one_line(floor.function) if floor else "",
        now_on_behalf_of=one_line(floor.on_behalf_of) if floor else "",
        now_language=one_line(floor.language) if floor else "",
        now_delivery=one_line(floor.delivery) if floor else "",
        now_media=one_line(floor.media) if floor else "",
        now_called_at=utc_text(floor.called_at) if floor else "",
        now_started_at=utc_text(floor.started_at) if floor else "",
        now_limit=f"{floor.limit:g}" if floor and floor.limit is not None else "",
        now_ends_at=utc_text(_ends_at(floor, snapshot.now)) if floor else "",
        next_speaker=marked(_name(first)),
        next_title=marked(_title(first)),
        next_2_speaker=marked(_name(second)),
        next_2_title=marked(_title(second)),
        next_3_speaker=marked(_name(third)),
        next_3_title=marked(_title(third)),
        podium_gone_since=utc_text(gone_since),
    )


def row_without_conference(status: str) -> LiveRow:
    """The row while there is nothing to tell."""
    empty = dict.fromkeys(names_of(LiveRow), "")
    return LiveRow(**{**empty, "on_air": "no", "status": status})


def _three(
    entries: tuple[QueueEntry, ...],
) -> tuple[QueueEntry | None, QueueEntry | None, QueueEntry | None]:
    first, second, third, *_ = (*entries, None, None, None)
    return first, second, third


def _name(entry: QueueEntry | None) -> str:
    return entry.delegation if entry else ""


def _title(one: FloorView | QueueEntry | None) -> str:
    """The second line of the caption of whoever speaks, or will."""
    return marked_apart(second_line(one)) if one else ""


def _ends_at(floor: FloorView, now: datetime) -> datetime | None:
    if floor.phase is not Phase.SPEAKING or floor.remaining is None:
        return None
    return now + timedelta(seconds=floor.remaining)


def utc_text(moment: datetime | None) -> str:
    """A moment as `2024-10-14T08:05:00Z`; "" for none."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else ""


def one_line(text: str | None) -> str:
    """The text as one line, whatever is in it: no control characters, no line ends."""
    if not text or text.isprintable():
        return text or ""
    return "".join(one for one in text if unicodedata.category(one) not in _NO_TEXT)
