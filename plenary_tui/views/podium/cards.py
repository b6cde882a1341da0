"""What the podium shows at a glance: small frozen values, one for each panel.

A panel repaints only when its value changes, so values hold what is shown and nothing finer: whole
seconds, the bar in hundredths.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from plenary_tui.procedure.alone.recorded_alone import open_alone
from plenary_tui.procedure.ground.calendar import local, say_seconds
from plenary_tui.procedure.ground.called import (
    holder_name,
    in_the_chair,
    person_words,
    title_in_short,
)
from plenary_tui.procedure.meetings.meeting import suspension_words
from plenary_tui.procedure.meetings.quorum import lacks
from plenary_tui.procedure.state.conference import Conference, Entry, Floor
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import (
    Body,
    FloorKind,
    Phase,
    QuorumFor,
    Rank,
)
from plenary_tui.views.drafts import draft_line
from plenary_tui.views.podium.what_next import what_next
from plenary_tui.views.wording.clock_face import ClockFace
from plenary_tui.views.wording.quorum import quorum_words
from plenary_tui.views.wording.telling import Tone
from plenary_tui.views.wording.words import (
    aligned_line,
    explains_words,
    group_words,
    motions_line,
    points_line,
    replies_line,
    video_words,
    who_words,
)

ALIGNED_NAMED = 3
"""How many of those aligned with a statement are named while it is made."""
ENDING_SOON = timedelta(minutes=10)


class FloorCard(Value):
    """Who has the floor; or what to do while nobody has.

    Attributes:
        name: the delegation; "" while nobody has the floor.
        lines: speaker and function, on behalf of, language and delivery: those that are known.
        hint: what the officer would do now.
        raised: how many of the lines, the first ones, are of what is to be decided first.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    hint: str = ""
    raised: int = 0


def floor_card(conference: Conference, now: Instant) -> FloorCard:
    """Who has the floor."""
    floor = conference.floor
    hint, point = what_next(conference, now), points_line(conference)
    draft = draft_line(conference, brief=floor is not None)
    motion = motions_line(conference, brief=True)
    raised = tuple(line for line in (point, motion, draft) if line)
    asked = tuple(line for line in (replies_line(conference),) if line)
    if floor is None:
        return FloorCard(lines=(*raised, *asked, *_kept(conference)), hint=hint, raised=len(raised))
    lines = entry_lines(floor.entry, floor.limit) if floor.entry else ()
    begun = floor.phase is not Phase.CALLED  # until then the words that call need the room
    if floor.entry and begun and (aligned := aligned_line(conference, floor.entry, ALIGNED_NAMED)):
        lines = (*lines, aligned)
    if floor.kind is FloorKind.REPLY:
        lines = ("right of reply",)
    if floor.entry is None:
        who = person_words(floor.person, but=holder_name(conference, floor))
        language = f"in {floor.person.language}" if floor.person.language else ""
        lines = (*lines, *(line for line in (who, language) if line))
    if floor.out_of_order:
        lines = (*lines, f"called out of order: {floor.out_of_order}")
    if floor.calls_to_order:
        lines = (*lines, f"calls to order recorded: {floor.calls_to_order}")
    shown = (*raised, *lines, *asked)
    return FloorCard(holder_name(conference, floor), shown, hint, len(raised))


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
    who, group = who_words(entry, instead=_rank(entry)), group_words(entry)
    delivery = video_words(entry, limit) or "in person"
    language = entry.language.value if entry.language else "language not given"
    lines = (explains_words(entry), who, group, f"{delivery}, {language}")
    return tuple(line for line in lines if line)


def _rank(entry: Entry) -> str:
    return "" if entry.rank is Rank.OTHER else entry.rank.value


class AgendaCard(Value):
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
    stage = item.stage_in(conference.body).of_current
    return AgendaCard(item.symbol, item.title, stage, time, ends, tone)


def _ends(conference: Conference, now: datetime) -> tuple[str, Tone]:
    """When interpretation ends (rule 32), in words."""
    if conference.ends_at is None:
        return "", "quiet"
    left = conference.ends_at - now
    ends = f"{local(conference, conference.ends_at):%H:%M}"
    if left <= timedelta(0):
        return f"INTERPRETATION ENDED {ends}, {_minutes(-left)} ago", "bad"
    tone: Tone = "warn" if left <= ENDING_SOON else "plain"
    return f"ends {ends}, in {_minutes(left)}", tone


def _minutes(length: timedelta) -> str:
    hours, minutes = divmod(ceil(length.total_seconds() / 60), 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


class StatusWord(Value):
    """One word of the status line."""

    text: str
    tone: Tone = "plain"


def status_words(conference: Conference, *, saved: bool = True) -> tuple[StatusWord, ...]:
    """Rehearsal, on air, who sits and how, saved: each in words, what matters most first."""
    meeting, in_session = conference.meeting, conference.in_session
    words = [StatusWord("REHEARSAL", "warn")] if conference.rehearsal else []
    words.append(StatusWord("● ON AIR", "bad") if conference.on_air else StatusWord("○ off air"))
    if (alone := len(open_alone(conference))) > 0:
        words.append(StatusWord(f"{alone} RECORDED ALONE", "warn"))
    plenary = conference.body is Body.PLENARY
    body = "PLENARY" if plenary else "COMMITTEE OF THE WHOLE"
    words.append(StatusWord(body, "strong" if plenary else "warn"))
    if meeting is None:
        words.append(StatusWord("no meeting opened yet"))
    else:
        status = meeting.status.value.upper()
        words.append(StatusWord(title_in_short(meeting.number, meeting.body)))
        words.append(StatusWord(status, "good" if in_session else "warn"))
        if conference.suspended:
            *_, why = suspension_words(conference, meeting).partition(" ")
            words += [StatusWord(why, "warn")] if why else []
    if present := quorum_words(conference):
        words.append(StatusWord(present, "bad" if lacks(conference, QuorumFor.DEBATE) else "warn"))
    words.append(StatusWord("saved", "quiet") if saved else StatusWord("NOT SAVED", "bad"))
    if chair := person_words(in_the_chair(conference.sitting)):
        words.append(StatusWord(f"chair: {chair}", "strong"))
    words.append(StatusWord(conference.name, "quiet"))
    return tuple(words)


def window_title(conference: Conference, face: ClockFace) -> str:
    """The title of the terminal's window: who has the floor and the time."""
    rehearsal = "REHEARSAL " if conference.rehearsal else ""
    floor: Floor | None = conference.floor
    if floor is None:
        return f"{rehearsal}{conference.name}: {face.word.lower()}"
    return f"{rehearsal}{face.digits} {holder_name(conference, floor)}"
