"""Whether the meeting goes out, and whether the podium is there: what a webcast must not guess."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.ground.called import title_in_short, title_of
from plenary_tui.procedure.meetings.meeting import suspension_words
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus
from plenary_tui.views.wording.telling import Tone

PODIUM_GONE = "PODIUM GONE"
"""Stands where ON AIR would, once its podium is gone without having closed."""
NOT_KNOWN = "NOT KNOWN"
"""Stands there while the conference cannot be read."""
ALIVE_WITHIN = timedelta(seconds=3)
"""A podium beats once a second; one that has not for so long is gone."""


class State(Value):
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


def on_air_state(conference: Conference) -> State:
    """Whether the meeting is on air (rule 23), and if not, why."""
    word, status, tone = _state(conference)
    return State(word, status, tone, conference.rehearsal, conference.name)


def last_known(state: State) -> State:
    """The state of a meeting whose podium or journal is out of reach: it may go out or not."""
    return replace(state, word=NOT_KNOWN, status=f"last known: {state.status}", tone="quiet")


def _state(conference: Conference) -> tuple[str, str, Tone]:
    meeting, air = conference.meeting, "ON AIR" if conference.on_air else "OFF AIR"
    if meeting is None:
        return "NOT OPENED", f"{air}: no meeting has been opened yet", "quiet"
    plenary = meeting.body is Body.PLENARY
    which = title_of(meeting) if plenary else title_in_short(meeting.number, meeting.body)
    match meeting.status:
        case MeetingStatus.NOT_OPENED:
            return "NOT OPENED", f"{air}: {which}", "quiet"
        case MeetingStatus.ADJOURNED:
            return "ADJOURNED", f"{air}: {which} adjourned", "quiet"
        case MeetingStatus.SUSPENDED:
            what = which if plenary else f"Committee of the Whole, {which}"
            stands = suspension_words(conference, meeting)
            return "SUSPENDED", f"{air}: {what} {stands}", "warn"
        case MeetingStatus.IN_SESSION:
            where = f"{which} in session" if plenary else f"COMMITTEE SITTING ({air})"
            if conference.on_air:
                return air, where, "bad"
            return air if plenary else "COMMITTEE", where, "warn"


def gone_since(*, opened: bool, beat: Instant | None, now: Instant) -> Instant | None:
    """The last sign of life of a podium that is gone without having closed; None for no such.

    Args:
        opened: whether the journal says that a podium is open.
        beat: its last sign of life, if there is one.
    """
    if not opened or beat is None or now.since(beat) < ALIVE_WITHIN:
        return None
    return beat


def absence_of_podium(*, opened: bool, beat: Instant | None, now: Instant) -> tuple[str, Tone]:
    """What the operator must know of the podium; "" while it is there.

    Args:
        opened: whether the journal says that a podium is open.
        beat: its last sign of life; where there is none, the last record.
    """
    gone = gone_since(opened=opened, beat=beat, now=now)
    if not opened:
        return "The podium is not open. This is how it was left; it follows by itself.", "quiet"
    if beat is None:
        return "THE PODIUM GIVES NO SIGN OF LIFE. This is what it recorded last.", "bad"
    if gone is None:
        return "", "quiet"
    words = f"THE PODIUM HAS BEEN GONE FOR {say_seconds(now.since(gone).total_seconds())}."
    return f"{words} This is what it recorded last.", "bad"
