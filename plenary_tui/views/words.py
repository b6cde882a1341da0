"""Sentences and words for screens, feeds and paper."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from plenary_tui.procedure.alignment import aligned_with
from plenary_tui.procedure.calendar import say_seconds
from plenary_tui.procedure.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    Floor,
    Meeting,
)
from plenary_tui.procedure.drafts import label_of, opening, pending_draft
from plenary_tui.procedure.meeting import title_of
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.order import next_at
from plenary_tui.procedure.pending import pending_motions, pending_points, unnamed_point
from plenary_tui.procedure.replies import grant_due, waiting_replies
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import (
    Delivery,
    FloorKind,
    MeetingStatus,
    Phase,
    Side,
    Stage,
    Tier,
)

NEXT_SHOWN = 3
"""How many of the queue are shown as next."""


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


def holder_name(conference: Conference, floor: Floor) -> str:
    """The short name of whoever has the floor."""
    if floor.entry is not None:
        return delegation_of(conference, floor.entry).name
    if floor.delegation:
        return name_of(conference, floor.delegation)
    return "President" if floor.kind is FloorKind.PRESIDENT else "Secretariat"


class Spoken(Protocol):
    """Whoever speaks: an entry of the list, or what the snapshot shows of one."""

    @property
    def speaker(self) -> str | None: ...
    @property
    def function(self) -> str | None: ...
    @property
    def on_behalf_of(self) -> str | None: ...


def speaker_line(one: Spoken) -> str:
    """Speaker, function and on whose behalf, as far as they are known: a caption's second line."""
    group = f"on behalf of {one.on_behalf_of}" if one.on_behalf_of else ""
    return ", ".join(part for part in (one.speaker, one.function, group) if part)


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


def meeting_words(meeting: Meeting | None) -> str:
    """A meeting and its status, e.g. `1st plenary meeting, in session`."""
    if meeting is None:
        return "no meeting opened yet"
    title = title_of(meeting)
    why = (
        f" ({meeting.reason})"
        if meeting.status is MeetingStatus.SUSPENDED and meeting.reason
        else ""
    )
    return f"{title}, {meeting.status}{why}"


def _before_or_after_debate(item: AgendaItem, stage: Stage) -> str:
    """What the officer would do while the floor is not open."""
    match stage:
        case Stage.INTRODUCED:
            return "Press g for the statement of the Secretariat; S gives it the floor."
        case Stage.SECRETARIAT:
            return f"Press g to open the floor on item {item.symbol}; S is for the Secretariat."
        case Stage.DEBATE_ADJOURNED:
            return f"The debate on item {item.symbol} is adjourned. Press g to open it again."
        case Stage.DEBATE_CLOSED:
            return f"The debate is closed. Press d for drafts, g to conclude item {item.symbol}."
        case Stage.CONCLUDED:
            return f"Item {item.symbol} is concluded. Press i for another, m to adjourn."
        case _:
            return f"The floor is not open on item {item.symbol}. Press g to go on with the item."


def _follows(conference: Conference, now: Instant) -> str:
    """How the next is called while somebody speaks, in words; "" where nobody is next."""
    item, speakers = conference.current_item, conference.current_list
    if item is None or speakers is None or item.stage_in(conference.body) is not Stage.FLOOR_OPEN:
        return ""
    return "n for the next speaker, " if next_at(conference, speakers, now.utc) else ""


def what_next(conference: Conference, now: Instant) -> str:
    """What the officer would most likely do now, in one sentence with its key."""
    meeting = conference.meeting
    if meeting is None or meeting.status is MeetingStatus.ADJOURNED:
        return "No meeting is open. Press m to open the next one."
    if meeting.status is MeetingStatus.SUSPENDED:
        return "The meeting is suspended. Press s to resume it."
    if unnamed_point(conference) is not None:
        return "Who raised the point of order? Press o to name the delegation."
    if points := pending_points(conference):
        whose = spoken_name(conference, points[0].delegation)
        return f"The point of order of {whose} is to be decided. Press D to record the ruling."
    if motions := pending_motions(conference):
        return f"The motion to {motions[0]} is to be decided. Press j for motions."
    item = conference.current_item
    if item is None:
        return "No agenda item is taken up. Press i to choose one."
    floor, draft = conference.floor, pending_draft(conference)
    if floor is None and draft is not None:
        return f"{opening(label_of(draft))} is before the meeting. Press d to take action on it."
    if floor is not None:
        match floor.phase:
            case Phase.CALLED:
                absent = ", x if absent" if floor.entry is not None else ""
                return f"Press Space when the speaker begins{absent}."
            case Phase.SPEAKING:
                follows = _follows(conference, now)
                return f"Press {follows}Space to pause, e to end."
            case Phase.PAUSED:
                follows = "n for the next speaker" if _follows(conference, now) else "e to end"
                return f"The clock is paused. Press Space to let it go on, {follows}."
    if grant_due(conference):
        name = name_of(conference, waiting_replies(conference)[0].delegation)
        return f"Press G to grant {name} its reply."
    if item.stage_in(conference.body) is not Stage.FLOOR_OPEN:
        return _before_or_after_debate(item, item.stage_in(conference.body))
    speakers = conference.list_of(item.symbol, conference.body)
    due = next_at(conference, speakers, now.utc)
    if due is None:
        return f"Nobody waits on item {item.symbol}. Press a to inscribe, g to conclude the item."
    return f"Press n to give the floor to {delegation_of(conference, due).name}."
