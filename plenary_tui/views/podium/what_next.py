"""What the officer would do now, in one sentence."""

from __future__ import annotations

from plenary_tui.procedure.floor.replies import grant_due, waiting_replies
from plenary_tui.procedure.ground.drafts import label_of, opening, pending_draft
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.pending import pending_motions, pending_points, unnamed_point
from plenary_tui.procedure.meetings.meeting import suspension_words
from plenary_tui.procedure.speakers.order import next_entry
from plenary_tui.procedure.state.conference import AgendaItem, Conference, Floor
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Phase, Stage
from plenary_tui.views.wording.words import delegation_of, spoken_name


def _before_or_after_debate(item: AgendaItem, stage: Stage) -> str:
    """What the officer would do while the floor is not open."""
    symbol = item.symbol
    match stage:
        case Stage.INTRODUCED:
            return (
                "Press [secretariat-statement] for the statement of the Secretariat; "
                "[floor-to-secretariat] gives it the floor."
            )
        case Stage.SECRETARIAT:
            return (
                f"Press [open-floor] to open the floor on item {symbol}; "
                "[floor-to-secretariat] is for the Secretariat."
            )
        case Stage.DEBATE_ADJOURNED:
            return f"The debate on item {symbol} is adjourned. Press [open-floor] to open it again."
        case Stage.DEBATE_CLOSED:
            return (
                "The debate is closed. Press [drafts] for drafts, "
                f"[conclude-item] to conclude item {symbol}."
            )
        case Stage.CONCLUDED:
            return (
                f"Item {symbol} is concluded. Press [take-up-item] for another, "
                "[adjourn-meeting] to adjourn."
            )
        case _:
            return (
                f"The floor is not open on item {symbol}. "
                "Press [introduce-item] to go on with the item."
            )


def _follows(conference: Conference, now: Instant) -> str:
    """How the next is called while somebody speaks, in words; "" where nobody is next."""
    item = conference.current_item
    if item is None or item.stage_in(conference.body) is not Stage.FLOOR_OPEN:
        return ""
    return "[give-floor] for the next speaker" if next_entry(conference, now) else ""


def _with_floor(conference: Conference, floor: Floor, now: Instant) -> str:
    """What the officer would do about whoever has the floor."""
    follows = _follows(conference, now)
    match floor.phase:
        case Phase.CALLED:
            absent = ", [mark-absent] if absent" if floor.entry is not None else ""
            return f"Press [start-clock] when the speaker begins{absent}."
        case Phase.SPEAKING:
            follows = f"{follows}, " if follows else ""
            return f"Press {follows}[pause-clock] to pause, [end-statement] to end."
        case Phase.PAUSED:
            follows = follows or "[end-statement] to end"
            return f"The clock is paused. Press [resume-clock] to let it go on, {follows}."


def _to_decide(conference: Conference) -> str:
    """What is to be decided before anything goes on; "" if nothing is."""
    if unnamed_point(conference) is not None:
        return "Who raised the point of order? Press [name-point] to name the delegation."
    if points := pending_points(conference):
        whose = spoken_name(conference, points[0].delegation)
        return (
            f"The point of order of {whose} is to be decided. "
            "Press [rule-point] to record the ruling."
        )
    if motions := pending_motions(conference):
        return f"The motion to {motions[0]} is to be decided. Press [motions] for motions."
    return ""


def what_next(conference: Conference, now: Instant) -> str:
    """What the officer would most likely do now, in one sentence.

    It names actions in square brackets; whoever shows it puts in their keys.
    """
    meeting = conference.sitting
    if meeting is None:
        offered = ", [write-record] for the record of the last" if conference.meetings else ""
        return f"No meeting is open. Press [open-meeting] to open the next one{offered}."
    if conference.suspended:
        suspended = suspension_words(conference, meeting)
        return f"The meeting is {suspended}. Press [resume-meeting] to resume it."
    if first := _to_decide(conference):
        return first
    item = conference.current_item
    if item is None:
        return "No agenda item is taken up. Press [take-up-item] to choose one."
    floor, draft = conference.floor, pending_draft(conference)
    if floor is not None:
        return _with_floor(conference, floor, now)
    if draft is not None:
        name = opening(label_of(draft))
        return f"{name} is before the meeting. Press [drafts] to take action on it."
    if grant_due(conference):
        name = name_of(conference, waiting_replies(conference)[0].delegation)
        return f"Press [grant-reply] to grant {name} its reply."
    if item.stage_in(conference.body) is not Stage.FLOOR_OPEN:
        return _before_or_after_debate(item, item.stage_in(conference.body))
    due = next_entry(conference, now)
    if due is None:
        return (
            f"Nobody waits on item {item.symbol}. Press [inscribe] to inscribe, "
            "[conclude-item] to conclude the item."
        )
    return f"Press [give-floor] to give the floor to {delegation_of(conference, due).name}."
