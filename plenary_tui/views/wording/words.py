"""Sentences and words for screens, feeds and paper."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from plenary_tui.procedure.floor.replies import waiting_replies
from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.ground.called import addressed, group_spoken, title_of
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.pending import pending_motions, pending_points
from plenary_tui.procedure.meetings.meeting import suspension_words
from plenary_tui.procedure.speakers.alignment import aligned_with
from plenary_tui.procedure.state.conference import (
    Conference,
    Delegation,
    Entry,
)
from plenary_tui.procedure.state.vocabulary import (
    Delivery,
    Side,
    Tier,
)


def delegation_of(conference: Conference, entry: Entry) -> Delegation:
    """The delegation of an entry."""
    found = conference.delegation(entry.delegation)
    assert found is not None
    return found


def spoken_name(conference: Conference, delegation_id: str) -> str:
    """The name of a delegation as the President says it."""
    delegation = conference.delegation(delegation_id)
    return delegation.as_spoken if delegation else delegation_id


def points_line(conference: Conference) -> str:
    """Who has raised points of order, in order of receipt; "" if nobody has."""
    names = [
        name_of(conference, one.delegation) if one.delegation else "by whom?"
        for one in pending_points(conference)
    ]
    return f"POINT OF ORDER: {', then '.join(names)}" if names else ""


def motions_line(conference: Conference, *, brief: bool = False) -> str:
    """The motions in the order in which they are taken, with who spoke; "" if there are none.

    Args:
        brief: names only the first, and how many more there are.
    """
    words = []
    for one in pending_motions(conference):
        heard = f", {one.heard(Side.FOR)} for, {one.heard(Side.AGAINST)} against"
        spoken = heard if one.motion.of_debate else ""
        words.append(f"{one} ({name_of(conference, one.delegation)}{spoken})")
    if brief and len(words) > 1:
        return f"MOTION to {words[0]}; then {len(words) - 1} more"
    return f"MOTION to {'; then to '.join(words)}" if words else ""


def replies_line(conference: Conference) -> str:
    """Who has asked to reply, in order of request; "" if nobody has."""
    names = [name_of(conference, one.delegation) for one in waiting_replies(conference)]
    return f"Replies asked for: {', '.join(names)}" if names else ""


def aligned_names(conference: Conference, entry: Entry) -> tuple[str, ...]:
    """The names of those aligned with a statement made on behalf of a group."""
    return tuple(name_of(conference, one) for one in aligned_with(conference, entry))


def aligned_line(conference: Conference, entry: Entry, most: int | None = None) -> str:
    """Who is aligned with a statement made for a group, in words; "" if nobody is.

    Args:
        most: how many are named at most; all if None.
    """
    names = aligned_names(conference, entry)
    more = "" if most is None or len(names) <= most else f" and {len(names) - most} more"
    return f"aligned: {', '.join(names[:most])}{more}" if names else ""


class Spoken(Protocol):
    """Whoever speaks: an entry of the list, or what is shown of one."""

    @property
    def speaker(self) -> str | None: ...
    @property
    def function(self) -> str | None: ...
    @property
    def on_behalf_of(self) -> str | None: ...
    @property
    def address(self) -> str | None: ...


def explains_words(entry: Entry) -> str:
    """That a position is explained, and when; "" for a statement."""
    return f"explanation of position {entry.explains}" if entry.explains else ""


def speaker_line(one: Entry) -> str:
    """What is explained, speaker, function and on whose behalf, as far as they are known."""
    parts = (explains_words(one), who_words(one), group_words(one))
    return ", ".join(part for part in parts if part)


def who_words(one: Spoken, *, instead: str = "") -> str:
    """Speaker and function, as far as they are known.

    Args:
        instead: what is said where the function is not known.
    """
    return ", ".join(part for part in (addressed(one), one.function or instead) if part)


def group_words(one: Spoken) -> str:
    """On whose behalf somebody speaks; "" if on nobody's."""
    return f"on behalf of {group_spoken(one.on_behalf_of)}" if one.on_behalf_of else ""


def video_words(entry: Entry, limit: timedelta | None) -> str:
    """The file of a video statement and its length, and whether that is more than its limit."""
    if entry.delivery is not Delivery.VIDEO:
        return ""
    words = f"VIDEO {entry.media}".strip()
    if not entry.media_length:
        return words
    length = say_seconds(entry.media_length.total_seconds())
    if limit is not None and entry.media_length > limit:
        return f"{words} ({length}, OVER its {say_seconds(limit.total_seconds())})"
    return f"{words} ({length})"


def ready_word(tier: Tier) -> str:
    """What being ready means in a tier (rules 9 and 24)."""
    return "at the table" if tier is Tier.NGOS else "in the room"


def meeting_words(conference: Conference) -> str:
    """The meeting and how it stands: `1st plenary meeting, suspended until 15:00 (lunch)`."""
    meeting = conference.meeting
    if meeting is None:
        return "no meeting opened yet"
    suspended = suspension_words(conference, meeting) if conference.suspended else ""
    return f"{title_of(meeting)}, {suspended or meeting.status.value}"
