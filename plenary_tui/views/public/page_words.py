"""The words of a page in its language: the state, the clock, who is next and when, an alert.

Names of people, files of videos and titles stand as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import ceil

from plenary_tui.procedure.floor.heard import who_is_heard
from plenary_tui.procedure.ground.calendar import local, say_seconds
from plenary_tui.procedure.ground.pending import unnamed_point
from plenary_tui.procedure.speakers.limits import limit_for
from plenary_tui.procedure.speakers.order import next_entries
from plenary_tui.procedure.state.conference import Conference, Entry, Floor, Meeting
from plenary_tui.procedure.state.proceedings import PointOfOrder
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Delivery, Language, MeetingStatus, Phase
from plenary_tui.views.public.caption import (
    POINT_OF_ORDER,
    Heard,
    name_and_language,
    name_of_heard,
)
from plenary_tui.views.public.functions import JOINTS
from plenary_tui.views.public.next_watch import Announced, Change
from plenary_tui.views.public.pane import WebcastView, minutes_away
from plenary_tui.views.public.second_line import Part, Parts, second_line
from plenary_tui.views.public.view import View
from plenary_tui.views.wording.clock_face import clock_word
from plenary_tui.views.wording.tongue import Tongue, marked
from plenary_tui.views.wording.words import delegation_of

NOT_TAKEN_UP = marked("No agenda item is taken up")
_STATES = (
    *(marked("NOT OPENED"), marked("ADJOURNED"), marked("SUSPENDED"), marked("COMMITTEE")),
    *(marked("ON AIR"), marked("OFF AIR")),
)
"""The largest words of a page, as `on_air_state` has them."""


class Shown(View):
    """What a page says in its language; the other fields have it in English, for machines.

    Attributes:
        language: of these words.
        word, status: whether it is on air, which meeting and how it stands.
        item: the current item, or that there is none.
        clock: the word of the clock, and `turns` that of each of its turns.
        spoken: in which language who is heard speaks, and how.
        delivery: how their video stands.
        whens, deliveries: of each of the next three.
        alert: that the next has changed; "" if not.
    """

    language: str
    word: str
    status: str
    item: str
    clock: str
    turns: tuple[str, ...]
    spoken: str
    delivery: str
    whens: tuple[str, ...]
    deliveries: tuple[str, ...]
    alert: str


def in_page_words(
    conference: Conference,
    now: Instant,
    view: WebcastView,
    turns: Sequence[str],
    expected: Sequence[datetime | None],
    change: Change | None,
    tongue: Tongue,
) -> Shown:
    """The words of a page in a language other than English.

    Args:
        view: the same in English.
        turns: what the clock will say, in English.
        expected: when each of the next is expected (UTC).
        change: a late change of the next speaker that is to be told.
    """
    entries = next_entries(conference, now)
    waits = minutes_away(conference, entries, now)
    item = conference.item
    return Shown(
        language=tongue.language.code,
        word=tongue.words(view.state.word),
        status=status_in(conference, view.state.word, tongue),
        item=view.item.title if item else tongue.words(NOT_TAKEN_UP),
        clock=clock_word(view.face.word, tongue),
        turns=tuple(tongue.words(word) for word in turns),
        spoken=_spoken(conference, tongue),
        delivery=_delivery(conference, tongue),
        whens=tuple(
            _when(conference, now, due, wait, tongue)
            for due, wait in zip((*expected, None, None, None), waits, strict=False)
        ),
        deliveries=tuple(
            video_in(entry, limit_for(conference, conference.item, entry.tier), tongue)
            for entry in entries
        ),
        alert=_alert(conference, change, tongue) if change is not None else "",
    )


def in_english(view: WebcastView, turns: Sequence[str], alert: str) -> Shown:
    """The same in English, as the operator reads it."""
    return Shown(
        language=Language.ENGLISH.code,
        word=view.state.word,
        status=view.state.status,
        item=view.item.title,
        clock=view.face.word,
        turns=tuple(turns),
        spoken=view.now.language,
        delivery=view.now.delivery,
        whens=tuple(one.when for one in view.upcoming),
        deliveries=tuple(one.delivery for one in view.upcoming),
        alert=alert,
    )


def status_in(conference: Conference, word: str, tongue: Tongue) -> str:
    """Whether it is on air, if the word above does not say so, which meeting, and how it stands."""
    if word == ("ON AIR" if conference.on_air else "OFF AIR"):
        return meeting_in(conference, tongue)
    air = tongue.words("ON AIR") if conference.on_air else tongue.words("OFF AIR")
    return tongue.words("{air}: {status}", air=air, status=meeting_in(conference, tongue))


def meeting_in(conference: Conference, tongue: Tongue) -> str:
    """The meeting and how it stands."""
    meeting, words = conference.meeting, tongue.words
    if meeting is None:
        return words("no meeting has been opened yet")
    which = tongue.meeting(meeting.number, meeting.body)
    match meeting.status:
        case MeetingStatus.NOT_OPENED:
            state = words("not opened")
        case MeetingStatus.ADJOURNED:
            state = words("adjourned")
        case MeetingStatus.SUSPENDED:
            state = _suspended(conference, meeting, tongue)
        case MeetingStatus.IN_SESSION:
            state = words("in session")
    return words("{meeting}, {state}", meeting=which, state=state)


def _suspended(conference: Conference, meeting: Meeting, tongue: Tongue) -> str:
    """That it is suspended, until when and why, as far as that was said."""
    state = tongue.words("suspended")
    if (until := meeting.resumes_at) is not None:
        since = meeting.since or meeting.opened_at
        same = local(conference, until).date() == local(conference, since).date()
        hour = tongue.hour if same else tongue.moment
        state = tongue.words("suspended until {time}", time=hour(conference.timezone, until))
    if not meeting.reason:
        return state
    return tongue.words("{name} ({note})", name=state, note=tongue.name(meeting.reason))


def lines_in(conference: Conference, tongue: Tongue) -> Iterator[Parts]:
    """What is known of who is heard without an entry of the list, line by line."""
    language, floor = tongue.language, conference.floor
    heard = who_is_heard(conference)
    match heard:
        case PointOfOrder():
            raised = True
        case None:
            raised = unnamed_point(conference) is not None
        case _:
            raised = False
            if line := second_line(Heard.of(heard), language, short=False):
                yield line
    if raised:
        yield (Part(POINT_OF_ORDER[language], language),)
        if floor is not None:
            name, _ = name_of_heard(conference, floor, language)
            kept = tongue.words("Keeps the floor: {name}", name=tongue.name(name))
            yield (Part(kept, language),)


def _spoken(conference: Conference, tongue: Tongue) -> str:
    """In which language who is heard speaks, and whether in person."""
    match who_is_heard(conference):
        case Floor(entry=Entry() as entry):
            said = (
                spoken_language(entry.language, tongue)
                if entry.language
                else tongue.words("language not given")
            )
            if entry.delivery is Delivery.VIDEO:
                return said
            return JOINTS[tongue.language].join((tongue.words("in person"), said))
        case Floor(person=person) if person.language:
            return spoken_language(person.language, tongue)
        case _:
            return ""


def spoken_language(spoken: Language, tongue: Tongue) -> str:
    """That somebody speaks in a language."""
    return tongue.words("in {language}", language=tongue.words(spoken.value))


def _delivery(conference: Conference, tongue: Tongue) -> str:
    """How the video of who is heard stands; with nobody heard, how the last one ended."""
    match who_is_heard(conference):
        case Floor(entry=Entry() as entry) as floor:
            video = video_in(entry, floor.limit, tongue)
            return _rolling(conference, floor, video, tongue) if video else ""
        case None if unnamed_point(conference) is None:
            return _finished(conference, tongue)
        case _:
            return ""


def video_in(entry: Entry, limit: timedelta | None, tongue: Tongue) -> str:
    """The file of a video statement and its length, and whether that is more than its limit."""
    if entry.delivery is not Delivery.VIDEO:
        return ""
    video = tongue.words("VIDEO {file}", file=tongue.name(entry.media)).strip()
    if not entry.media_length:
        return video
    length = say_seconds(entry.media_length.total_seconds())
    if limit is not None and entry.media_length > limit:
        most = say_seconds(limit.total_seconds())
        length = tongue.words("{length}, OVER its {limit}", length=length, limit=most)
    return tongue.words("{name} ({note})", name=video, note=length)


def _rolling(conference: Conference, floor: Floor, video: str, tongue: Tongue) -> str:
    started = floor.clock.started
    if started is None:
        return tongue.words("{video}: NOT ROLLED YET", video=video)
    time = f"{local(conference, started.utc):%H:%M:%S}"
    if floor.phase is Phase.PAUSED:
        return tongue.words("{video}: ROLLED at {time}, STOPPED", video=video, time=time)
    return tongue.words("{video}: ROLLED at {time}", video=video, time=time)


def _finished(conference: Conference, tongue: Tongue) -> str:
    last = conference.last_statement
    if last is None or last.entry is None or last.entry.delivery is not Delivery.VIDEO:
        return ""
    name, _ = name_and_language(delegation_of(conference, last.entry), tongue.language)
    values = {
        "video": video_in(last.entry, None, tongue),
        "name": tongue.name(name),
        "time": f"{local(conference, last.ended_at):%H:%M:%S}",
    }
    if last.started_at:
        return tongue.words("{name}, {video}: FINISHED at {time}", **values)
    return tongue.words("{name}, {video}: NOT ROLLED, ended at {time}", **values)


def _when(
    conference: Conference,
    now: Instant,
    due: datetime | None,
    minutes: int | None,
    tongue: Tongue,
) -> str:
    """How far away somebody's turn is."""
    if due is not None and conference.in_session:
        left = max(0, ceil((due - now.utc) / timedelta(minutes=1)))
        hour = f"{local(conference, due):%H:%M}"
        return tongue.words("about {minutes} min ({time})", minutes=left, time=hour)
    if minutes is None:
        return ""
    if not minutes:
        return tongue.words("any moment")
    return tongue.words("about {minutes} min", minutes=minutes)


def _alert(conference: Conference, change: Change, tongue: Tongue) -> str:
    """That another is next, or has been called, than was announced."""
    was, becomes = change.was, change.becomes
    if was is None:
        return ""
    speakers = becomes is not None and becomes.delegation == was.delegation
    names = {
        "old": _announced(conference, was, tongue, speaker=speakers),
        "new": _announced(conference, becomes, tongue, speaker=speakers)
        if becomes is not None
        else tongue.words("nobody"),
    }
    if change.called:
        return tongue.words("CALLED INSTEAD: {new}. Not: {old}", **names)
    return tongue.words("NEXT HAS CHANGED: {new}. Not: {old}", **names)


def _announced(conference: Conference, one: Announced, tongue: Tongue, *, speaker: bool) -> str:
    """Whom an alert means: the delegation, with the speaker where only that differs."""
    named = (each for each in conference.delegations if each.name == one.delegation)
    delegation = next(named, None)  # its entry may have been withdrawn
    name = one.delegation
    if delegation is not None:
        name, _ = name_and_language(delegation, tongue.language)
    if not speaker:
        return tongue.name(name)
    note = tongue.name(one.speaker) if one.speaker else tongue.words("no speaker named")
    return tongue.words("{name} ({note})", name=tongue.name(name), note=note)
