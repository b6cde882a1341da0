"""What the officer would most likely do now, in one sentence with its key."""

from __future__ import annotations

from plenary_tui.procedure.floor.replies import grant_due, waiting_replies
from plenary_tui.procedure.ground.drafts import label_of, opening, pending_draft
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.pending import pending_motions, pending_points, unnamed_point
from plenary_tui.procedure.speakers.order import next_entry
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
)
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import (
    MeetingStatus,
    Phase,
    Stage,
)
from plenary_tui.views.wording.words import delegation_of, spoken_name


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
    item = conference.current_item
    if item is None or item.stage_in(conference.body) is not Stage.FLOOR_OPEN:
        return ""
    return "n for the next speaker, " if next_entry(conference, now) else ""


def what_next(conference: Conference, now: Instant) -> str:
    """What the officer would most likely do now, in one sentence with its key."""
    meeting = conference.sitting
    if meeting is None:
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
    due = next_entry(conference, now)
    if due is None:
        return f"Nobody waits on item {item.symbol}. Press a to inscribe, g to conclude the item."
    return f"Press n to give the floor to {delegation_of(conference, due).name}."
