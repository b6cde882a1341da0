"""What the webcast operator sees: pure values, one for each part of the pane.

Nothing here is private: no notes, no reminders, no calls to order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from plenary_tui.procedure.calendar import local, ordinal, say_seconds
from plenary_tui.procedure.conference import Conference, Delegation, Entry, Floor
from plenary_tui.procedure.limits import limit_for
from plenary_tui.procedure.timing import ZERO, Instant
from plenary_tui.procedure.vocabulary import (
    Body,
    Delivery,
    Language,
    MeetingStatus,
    Phase,
    Stage,
)
from plenary_tui.views.podium import ClockFace, Tone, clock_face, next_entries
from plenary_tui.views.reading import read_floor
from plenary_tui.views.snapshot import LowerThird, lower_third
from plenary_tui.views.words import delegation_of, holder_name, video_words

ALIVE_WITHIN = timedelta(seconds=3)
"""A podium beats once a second; one that has not for so long is gone."""


@dataclass(frozen=True, slots=True)
class State:
    """Whether what is heard goes out, unmistakably.

    Attributes:
        word: the largest word.
        status: which meeting and how it stands.
        conference: its name.
    """

    word: str
    status: str
    tone: Tone
    rehearsal: bool
    conference: str


@dataclass(frozen=True, slots=True)
class Item:
    """The current item with its stage, and the time of day in the conference's zone."""

    title: str
    stage: str
    time: str


@dataclass(frozen=True, slots=True)
class Now:
    """Who has the floor.

    Attributes:
        name: the delegation; "" while nobody has the floor.
        lines: speaker and function, on behalf of whom.
        language: in which they speak, in words.
        delivery: how a video stands: which file, how long, rolled or finished; "" if in person.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    language: str = ""
    delivery: str = ""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One of the next three.

    Attributes:
        when: how far away it is, in words; "" where nobody can tell.
        details: speaker, function, group, language.
        delivery: the file of a video and its length; "" if in person.
    """

    name: str
    when: str
    details: str
    delivery: str


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption as it would be sent.

    Attributes:
        language: of the delegation's name.
        remark: what the operator should know of it; "" for nothing.
    """

    line1: str = ""
    line2: str = ""
    language: Language = Language.ENGLISH
    remark: str = ""

    @property
    def words(self) -> str:
        """Both lines as one; a sentence if there are none."""
        return " / ".join(line for line in (self.line1, self.line2) if line) or "(empty)"


@dataclass(frozen=True, slots=True)
class WebcastView:
    """The whole pane, as of one row of the journal and one instant."""

    state: State
    item: Item
    face: ClockFace
    now: Now
    upcoming: tuple[Upcoming, ...]
    caption: Caption


def webcast_view(
    conference: Conference,
    now: Instant,
    language: Language = Language.ENGLISH,
    expected: Sequence[datetime | None] = (),
) -> WebcastView:
    """All that the operator sees.

    Args:
        language: of the name in the caption.
        expected: when each of the next is expected (UTC), as far as a forecast says so.
    """
    return WebcastView(
        state=on_air_state(conference),
        item=_item(conference, now),
        face=clock_face(conference, now, public=True),
        now=who_speaks(conference),
        upcoming=upcoming(conference, now, expected),
        caption=caption(conference, language),
    )


def on_air_state(conference: Conference) -> State:
    """Whether the meeting is on air (rule 23), and if not, why."""
    word, status, tone = _state(conference)
    return State(word, status, tone, conference.rehearsal, conference.name)


def _state(conference: Conference) -> tuple[str, str, Tone]:
    meeting, air = conference.meeting, "ON AIR" if conference.on_air else "OFF AIR"
    if meeting is None:
        return "NOT OPENED", f"{air}: no meeting has been opened yet", "quiet"
    plenary = meeting.body is Body.PLENARY
    which = f"{ordinal(meeting.number)} {'plenary meeting' if plenary else 'sitting'}"
    match meeting.status:
        case MeetingStatus.NOT_OPENED:
            return "NOT OPENED", f"{air}: {which}", "quiet"
        case MeetingStatus.ADJOURNED:
            return "ADJOURNED", f"{air}: {which} adjourned", "quiet"
        case MeetingStatus.SUSPENDED:
            what = which if plenary else f"Committee of the Whole, {which}"
            why = f" ({meeting.reason})" if meeting.reason else ""
            return "SUSPENDED", f"{air}: {what} suspended{why}", "warn"
        case MeetingStatus.IN_SESSION:
            if not plenary:
                return "COMMITTEE", f"COMMITTEE SITTING ({air})", "warn"
            return air, f"{which} in session", "bad" if conference.on_air else "warn"


def _item(conference: Conference, now: Instant) -> Item:
    time = f"{local(conference, now.utc):%H:%M}"
    item = conference.current_item
    if item is None:
        return Item("No agenda item is taken up", "", time)
    stage = item.stage_in(conference.body)
    words = "" if stage is Stage.FLOOR_OPEN else stage.value
    return Item(f"{item.symbol}  {item.title}", words, time)


def who_speaks(conference: Conference) -> Now:
    """Who has the floor; while nobody has, what became of the last video."""
    floor = conference.floor
    if floor is None:
        return Now(delivery=_finished(conference))
    if floor.entry is None:
        return Now(holder_name(conference, floor))
    entry = floor.entry
    who = ", ".join(part for part in (entry.speaker, entry.function) if part)
    group = f"on behalf of {entry.on_behalf_of}" if entry.on_behalf_of else ""
    spoken = f"in {entry.language}" if entry.language else "language not given"
    lines = tuple(line for line in (who, group) if line)
    return Now(holder_name(conference, floor), lines, spoken, _rolling(conference, floor, entry))


def _rolling(conference: Conference, floor: Floor, entry: Entry) -> str:
    """A video and whether it has been rolled: the start of the clock is the roll (rule 22)."""
    words, started = video_words(entry, floor.limit), floor.clock.started
    if not words:
        return ""
    if started is None:
        return f"{words}: NOT ROLLED YET"
    rolled = f"ROLLED at {local(conference, started.utc):%H:%M:%S}"
    return f"{words}: {rolled}{', STOPPED' if floor.phase is Phase.PAUSED else ''}"


def _finished(conference: Conference) -> str:
    """The last statement of this meeting, if it was a video."""
    meeting, last = conference.meeting, next(reversed(conference.statements), None)
    if last is None or last.entry is None or last.entry.delivery is not Delivery.VIDEO:
        return ""
    if meeting is None or (last.meeting, last.body) != (meeting.number, meeting.body):
        return ""
    name = delegation_of(conference, last.entry).name
    ended = f"{local(conference, last.ended_at):%H:%M:%S}"
    how = "FINISHED" if last.started_at else "NOT ROLLED, ended"
    return f"{video_words(last.entry, None)} of {name}: {how} at {ended}"


def upcoming(
    conference: Conference, now: Instant, expected: Sequence[datetime | None] = ()
) -> tuple[Upcoming, ...]:
    """The next three, each with how far away it is."""
    entries = next_entries(conference)
    waits = minutes_away(conference, entries, now)
    rows = []
    for place, entry in enumerate(entries):
        due = expected[place] if place < len(expected) else None
        who = ", ".join(part for part in (entry.speaker, entry.function) if part)
        group = f"on behalf of {entry.on_behalf_of}" if entry.on_behalf_of else ""
        language = f"in {entry.language}" if entry.language else ""
        rows.append(
            Upcoming(
                delegation_of(conference, entry).name,
                _when(conference, now, due, waits[place]),
                ", ".join(part for part in (who, group, language) if part),
                video_words(entry, limit_for(conference, conference.item, entry.tier)),
            )
        )
    return tuple(rows)


def minutes_away(
    conference: Conference, entries: Sequence[Entry], now: Instant
) -> tuple[int | None, ...]:
    """Whole minutes, rounded up, until each would be called if everyone took the whole limit.

    A video takes its length, where that is known. None where nobody can tell: while the floor is
    not open, and after somebody who speaks without a limit.
    """
    item, reading = conference.current_item, read_floor(conference, now)
    opened = item is not None and item.stage_in(conference.body) is Stage.FLOOR_OPEN
    unlimited = reading is not None and reading.remaining is None
    if not conference.in_session or not opened or unlimited:
        return (None,) * len(entries)
    wait = max(ZERO, reading.remaining) if reading and reading.remaining else ZERO
    minutes = []
    for entry in entries:
        minutes.append(ceil(wait / timedelta(minutes=1)))
        wait += entry.media_length or limit_for(conference, conference.item, entry.tier)
    return tuple(minutes)


def _when(conference: Conference, now: Instant, due: datetime | None, minutes: int | None) -> str:
    if due is not None:
        left = max(0, ceil((due - now.utc) / timedelta(minutes=1)))
        return f"about {left} min ({local(conference, due):%H:%M})"
    if minutes is None:
        return ""
    return f"about {minutes} min" if minutes else "any moment"


def caption(conference: Conference, language: Language = Language.ENGLISH) -> Caption:
    """The caption exactly as it would be sent, with the delegation's name in a language."""
    sent = lower_third(conference)
    if sent == LowerThird():
        why = "nobody has the floor" if conference.on_air else "the meeting is off air"
        return Caption(language=language, remark=why)
    floor = conference.floor
    assert floor is not None
    delegation = delegation_of(conference, floor.entry) if floor.entry else None
    name = name_in(delegation, language) if delegation else ""
    if not name and language is not Language.ENGLISH:
        remark = f"no {language} name is recorded: this one is English"
    elif language is Language.ARABIC:
        remark = "the order of Arabic letters here is the terminal's; the caption page is right"
    else:
        remark = ""
    return Caption(name or sent.line1, sent.line2, language, remark)


def name_in(delegation: Delegation, language: Language) -> str:
    """The name of a delegation in a language; "" if none is recorded."""
    if language is Language.ENGLISH:
        return delegation.name
    return next((name for code, name in delegation.names if code == language.code), "")


def absence_of_podium(*, opened: bool, beat: Instant | None, now: Instant) -> tuple[str, Tone]:
    """What the operator must know of the podium; "" while it is there.

    Args:
        opened: whether the journal says that a podium is open.
        beat: its last sign of life; where there is none, the last record.
    """
    if not opened:
        return "The podium is not open. This is how it was left; it follows by itself.", "quiet"
    if beat is None:
        return "THE PODIUM GIVES NO SIGN OF LIFE. This is what it recorded last.", "bad"
    gone = now.since(beat)
    if gone < ALIVE_WITHIN:
        return "", "quiet"
    words = f"THE PODIUM HAS BEEN GONE FOR {say_seconds(gone.total_seconds())}."
    return f"{words} This is what it recorded last.", "bad"
