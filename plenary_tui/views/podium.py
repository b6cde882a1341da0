"""What the podium shows at a glance: small frozen values, one for each panel.

A panel repaints only when its value changes, so values hold what is shown and nothing finer: whole
seconds, the bar in hundredths.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Literal

from plenary_tui.procedure.calendar import local, ordinal, say_seconds
from plenary_tui.procedure.conference import Conference, Entry, Floor
from plenary_tui.procedure.forecast import Forecast
from plenary_tui.procedure.limits import limit_for
from plenary_tui.procedure.quorum import lacks
from plenary_tui.procedure.timing import Instant, Reading
from plenary_tui.procedure.vocabulary import (
    Body,
    FloorKind,
    MeetingStatus,
    Phase,
    QuorumFor,
    Rank,
    Timing,
)
from plenary_tui.views.documents import draft_line
from plenary_tui.views.outlook import outlook_line
from plenary_tui.views.programme import overrun_line
from plenary_tui.views.quorum import quorum_words
from plenary_tui.views.reading import read_floor
from plenary_tui.views.words import (
    NEXT_SHOWN,
    aligned_line,
    delegation_of,
    holder_name,
    motions_line,
    points_line,
    ready_word,
    replies_line,
    video_words,
    what_next,
)

PROMPTED_NGOS = 2
"""How many NGOs are prompted to the table early (rule 24)."""
PROMPT_WITHIN = 6
"""How near the head of the list an NGO is prompted."""
ALIGNED_NAMED = 3
"""How many of those aligned with a statement are named while it is made."""
ENDING_SOON = timedelta(minutes=10)

Tone = Literal["quiet", "plain", "good", "warn", "bad", "strong"]


@dataclass(frozen=True, slots=True)
class ClockFace:
    """The statement's clock: the digits, a word for them, and a bar.

    Attributes:
        digits: remaining `2:47`, or overrun counting up from zero `+0:12`; `-:--` for nobody.
        word: where the statement stands, in capitals.
        hint: a few words more, e.g. `of 3:00`.
        brief: what matters most of the hint, where there is little room.
        hundredths: how much of the time is used, 0 to 100.
    """

    digits: str = "-:--"
    word: str = ""
    hint: str = ""
    tone: Tone = "quiet"
    hundredths: int = 0
    brief: str = ""


TIMING_WORDS: dict[Timing, tuple[str, Tone]] = {
    Timing.ON_TIME: ("ON TIME", "good"),
    Timing.WRAP_UP: ("WRAP UP", "warn"),
    Timing.OVER: ("OVER TIME", "bad"),
    Timing.CALL_TO_ORDER: ("CALL TO ORDER?", "bad"),
}


def clock_face(conference: Conference, now: Instant, *, public: bool = False) -> ClockFace:
    """The clock of whoever has the floor.

    Args:
        public: says nothing of calls to order (past the limit a statement is over time), nor
            while nobody has the floor what the next would have.
    """
    floor, reading = conference.floor, read_floor(conference, now)
    if floor is None or reading is None:
        limit = "" if public else _limit_of_next(conference)
        return ClockFace(
            word="NOBODY HAS THE FLOOR",
            hint=limit and f"the next has {limit}",
            brief=limit and f"next {limit}",
        )
    limit = f"of {say_seconds(reading.limit.total_seconds())}" if reading.limit else "no limit"
    over = public and reading.timing is Timing.CALL_TO_ORDER
    word, tone = TIMING_WORDS[Timing.OVER if over else reading.timing]
    digits = _digits(reading)
    if floor.phase is Phase.CALLED:
        return ClockFace(digits, "CALLED", limit, "plain", 0)
    if floor.phase is Phase.PAUSED:
        word, tone = f"PAUSED, {word}", "warn" if tone == "good" else tone
    elif reading.limit is None:
        word = "SPEAKING"
    spoken = f"spoken {say_seconds(reading.elapsed.total_seconds())}"
    return ClockFace(digits, word, f"{limit}, {spoken}", tone, _hundredths(reading), spoken)


def _digits(reading: Reading) -> str:
    if reading.remaining is None:
        return say_seconds(reading.elapsed.total_seconds())
    if reading.remaining > timedelta(0):
        return say_seconds(ceil(reading.remaining.total_seconds()))
    return f"+{say_seconds(reading.overrun.total_seconds())}"


def _hundredths(reading: Reading) -> int:
    if not reading.limit:
        return 0
    return min(100, int(100 * (reading.elapsed / reading.limit)))


def _limit_of_next(conference: Conference) -> str:
    speakers = conference.current_list
    if speakers is None or speakers.next is None:
        return ""
    limit = limit_for(conference, speakers.item, speakers.next.tier)
    return say_seconds(limit.total_seconds())


@dataclass(frozen=True, slots=True)
class FloorCard:
    """Who has the floor; or what to do while nobody has.

    Attributes:
        name: the delegation; "" while nobody has the floor.
        lines: speaker and function, on behalf of, language and delivery: those that are known.
        hint: what the officer would do now.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    hint: str = ""


def floor_card(conference: Conference) -> FloorCard:
    """Who has the floor."""
    floor = conference.floor
    hint, point = what_next(conference), points_line(conference)
    draft = draft_line(conference, brief=floor is not None)
    motion = motions_line(conference, brief=True)
    raised = tuple(line for line in (point, motion, draft) if line)
    asked = tuple(line for line in (replies_line(conference),) if line)
    if floor is None:
        return FloorCard(lines=(*raised, *asked, *_kept(conference)), hint=hint)
    lines = entry_lines(floor.entry, floor.limit) if floor.entry else ()
    begun = floor.phase is not Phase.CALLED  # until then the words that call need the room
    if floor.entry and begun and (aligned := aligned_line(conference, floor.entry, ALIGNED_NAMED)):
        lines = (*lines, aligned)
    if floor.kind is FloorKind.REPLY:
        lines = ("right of reply",)
    if floor.out_of_order:
        lines = (*lines, f"called out of order: {floor.out_of_order}")
    if floor.calls_to_order:
        lines = (*lines, f"calls to order recorded: {floor.calls_to_order}")
    return FloorCard(holder_name(conference, floor), (*raised, *lines, *asked), hint)


def _kept(conference: Conference) -> tuple[str, ...]:
    """What the suspended plenary will be when the committee rises; () if none is suspended."""
    plenary = conference.plenary
    if plenary is None:
        return ()
    item = f"item {plenary.item}" if plenary.item else "no item"
    floor = plenary.floor
    if floor is None:
        return (f"The plenary is kept as it was: {item}, nobody has the floor.",)
    spoken = say_seconds(floor.clock.elapsed(floor.called_at).total_seconds())
    name = holder_name(conference, floor)
    return (f"The plenary is kept as it was: {item}, {name} has the floor, {spoken} spoken.",)


def entry_lines(entry: Entry, limit: timedelta | None) -> tuple[str, ...]:
    """What is known of a speaker, a line each."""
    who = ", ".join(part for part in (entry.speaker, entry.function or _rank(entry)) if part)
    group = f"on behalf of {entry.on_behalf_of}" if entry.on_behalf_of else ""
    delivery = video_words(entry, limit) or "in person"
    language = entry.language.value if entry.language else "language not given"
    return tuple(line for line in (who, group, f"{delivery}, {language}") if line)


def _rank(entry: Entry) -> str:
    return "" if entry.rank is Rank.OTHER else entry.rank.value


@dataclass(frozen=True, slots=True)
class NextRow:
    """One of the next speakers: its name, whether it is ready in words, and what else matters."""

    name: str
    ready: bool
    ready_word: str
    detail: str


@dataclass(frozen=True, slots=True)
class NextCard:
    """The next three, the NGOs to be prompted to the table, and the forecast in one line.

    `beside` names the side events into which the meeting runs; "" for none.
    """

    rows: tuple[NextRow, ...] = ()
    prompt: str = ""
    outlook: str = ""
    outlook_tone: Tone = "quiet"
    beside: str = ""


def next_card(conference: Conference, found: Forecast, now: Instant) -> NextCard:
    """The next speakers of the current list, and how far it will come."""
    rows = []
    for entry in next_entries(conference):
        group = f"on behalf of {entry.on_behalf_of}" if entry.on_behalf_of else ""
        who = ", ".join(part for part in (entry.speaker, entry.function) if part)
        video = video_words(entry, limit_for(conference, conference.item, entry.tier))
        language = entry.language.value if entry.language else ""
        rows.append(
            NextRow(
                delegation_of(conference, entry).name,
                entry.ready or bool(video),
                "video" if video else ready_word(entry.tier) if entry.ready else "not ready",
                ", ".join(part for part in (video, group, who, language) if part),
            )
        )
    outlook, warns = outlook_line(conference, found, now)
    return NextCard(
        tuple(rows),
        _prompt(conference),
        outlook,
        "warn" if warns else "quiet",
        overrun_line(conference, now),
    )


def next_entries(conference: Conference) -> tuple[Entry, ...]:
    """The next three of the current list."""
    speakers = conference.current_list
    if speakers is None:
        return ()
    found: tuple[Entry, ...] = ()
    for queue in speakers.queues:
        found += queue.waiting[: NEXT_SHOWN - len(found)]
    return found


def _prompt(conference: Conference) -> str:
    """The next two NGOs, near the head of the list, who are not at the table yet (rule 24)."""
    speakers = conference.current_list
    if speakers is None:
        return ""
    states, igos, ngos = speakers.queues
    ahead = len(states.waiting) + len(igos.waiting)
    if ahead >= PROMPT_WITHIN:
        return ""
    names = [
        delegation_of(conference, entry).name
        for entry in ngos.waiting[:PROMPTED_NGOS]
        if not entry.ready
    ]
    return f"To the table: {', '.join(names)}" if names else ""


@dataclass(frozen=True, slots=True)
class AgendaCard:
    """The current item and its stage; the time of day and the end of the meeting."""

    item: str
    title: str
    stage: str
    time: str
    ends: str
    ends_tone: Tone = "plain"


def agenda_card(conference: Conference, now: Instant) -> AgendaCard:
    """The current item, and the time of day in the conference's zone."""
    item = conference.current_item
    ends, tone = _ends(conference, now.utc)
    time = f"{local(conference, now.utc):%H:%M}"
    if item is None:
        return AgendaCard("", "No agenda item is taken up", "", time, ends, tone)
    stage = item.stage_in(conference.body).value
    return AgendaCard(item.symbol, item.title, stage, time, ends, tone)


def _ends(conference: Conference, now: datetime) -> tuple[str, Tone]:
    """When interpretation ends (rule 32), in words."""
    meeting = conference.meeting
    if meeting is None or meeting.ends_at is None or meeting.status is MeetingStatus.ADJOURNED:
        return "", "quiet"
    left = meeting.ends_at - now
    ends = f"{local(conference, meeting.ends_at):%H:%M}"
    if left <= timedelta(0):
        return f"INTERPRETATION ENDED {ends}, {_minutes(-left)} ago", "bad"
    tone: Tone = "warn" if left <= ENDING_SOON else "plain"
    return f"ends {ends}, in {_minutes(left)}", tone


def _minutes(length: timedelta) -> str:
    hours, minutes = divmod(ceil(length.total_seconds() / 60), 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


@dataclass(frozen=True, slots=True)
class StatusWord:
    """One word of the status line."""

    text: str
    tone: Tone = "plain"


def status_words(conference: Conference, *, saved: bool = True) -> tuple[StatusWord, ...]:
    """Rehearsal, on air, who sits and how, saved: each in words, what matters most first."""
    meeting, in_session = conference.meeting, conference.in_session
    words = [StatusWord("REHEARSAL", "warn")] if conference.rehearsal else []
    words.append(StatusWord("● ON AIR", "bad") if conference.on_air else StatusWord("○ off air"))
    plenary = conference.body is Body.PLENARY
    body = "PLENARY" if plenary else "COMMITTEE OF THE WHOLE"
    words.append(StatusWord(body, "strong" if plenary else "warn"))
    if meeting is None:
        words.append(StatusWord("no meeting opened yet"))
    else:
        noun = "meeting" if plenary else "sitting"
        status = meeting.status.value.upper()
        words.append(StatusWord(f"{ordinal(meeting.number)} {noun}"))
        words.append(StatusWord(status, "good" if in_session else "warn"))
        if meeting.reason:
            words.append(StatusWord(f"({meeting.reason})", "warn"))
    if present := quorum_words(conference):
        words.append(StatusWord(present, "bad" if lacks(conference, QuorumFor.DEBATE) else "warn"))
    words.append(StatusWord("saved", "quiet") if saved else StatusWord("NOT SAVED", "bad"))
    words.append(StatusWord(conference.name, "quiet"))
    return tuple(words)


def window_title(conference: Conference, face: ClockFace) -> str:
    """The title of the terminal's window: who has the floor and the time."""
    rehearsal = "REHEARSAL " if conference.rehearsal else ""
    floor: Floor | None = conference.floor
    if floor is None:
        return f"{rehearsal}{conference.name}: {face.word.lower()}"
    return f"{rehearsal}{face.digits} {holder_name(conference, floor)}"
