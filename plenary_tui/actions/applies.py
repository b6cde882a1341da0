"""When an action makes sense: guides for keys and footer, never rules."""

from __future__ import annotations

from plenary_tui.actions.action import When
from plenary_tui.procedure.floor.replies import waiting_replies
from plenary_tui.procedure.ground.pending import pending_motions, pending_points, unnamed_point
from plenary_tui.procedure.speakers.eligibility import tiers_seated
from plenary_tui.procedure.speakers.lists import is_open
from plenary_tui.procedure.speakers.order import tier_hours_left
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import ItemKind, Phase, Stage


def phase(*phases: Phase) -> When:
    """While the meeting sits and the statement is in one of these phases."""

    def applies(conference: Conference) -> bool:
        floor = conference.floor
        return conference.in_session and floor is not None and floor.phase in phases

    return applies


def meeting_closed(conference: Conference) -> bool:
    """Whether no meeting is open."""
    return conference.sitting is None


def meeting_open(conference: Conference) -> bool:
    """Whether a meeting is open, be it suspended."""
    return conference.sitting is not None


def in_session(conference: Conference) -> bool:
    """Whether a meeting is open and not suspended."""
    return conference.in_session


def suspended(conference: Conference) -> bool:
    """Whether the meeting that is open is suspended."""
    return conference.suspended


def stage(*stages: Stage, thematic: bool | None = None) -> When:
    """While the meeting sits and the current item is at one of these stages.

    Args:
        thematic: whether the item must be a thematic one, or must not; None for either.
    """

    def applies(conference: Conference) -> bool:
        item = conference.current_item
        if item is None or not conference.in_session:
            return False
        if thematic is not None and thematic is not (item.kind is ItemKind.THEMATIC):
            return False
        return item.stage_in(conference.body) in stages

    return applies


def undisturbed(when: When) -> When:
    """The same, but not while a point of order waits, which is decided before anything goes on."""
    return lambda conference: when(conference) and not pending_points(conference)


def no_point(conference: Conference) -> bool:
    """Whether no point of order waits."""
    return not pending_points(conference)


def listed_speaker_called(conference: Conference) -> bool:
    """Whether somebody from the list was called and has not begun."""
    floor = conference.floor
    return phase(Phase.CALLED)(conference) and floor is not None and floor.entry is not None


def floor_taken(conference: Conference) -> bool:
    """Whether somebody has the floor."""
    return conference.floor is not None


def statement_made(conference: Conference) -> bool:
    """Whether a statement has ended."""
    return bool(conference.statements)


def point_pending(conference: Conference) -> bool:
    """Whether a point of order waits for its ruling."""
    return conference.in_session and bool(pending_points(conference))


def point_unnamed(conference: Conference) -> bool:
    """Whether a point of order was raised and it is not said yet by whom."""
    return conference.in_session and unnamed_point(conference) is not None


def point_to_rule(conference: Conference) -> bool:
    """Whether the first point of order has its delegation, so that it can be ruled on."""
    return point_pending(conference) and bool(pending_points(conference)[0].delegation)


def motion_pending(conference: Conference) -> bool:
    """Whether a motion waits for its outcome."""
    return conference.in_session and bool(pending_motions(conference))


def motion_debated(conference: Conference) -> bool:
    """Whether the motion that comes first is one on the debate, on which some may speak."""
    return motion_pending(conference) and pending_motions(conference)[0].motion.of_debate


def reply_asked_for(conference: Conference) -> bool:
    """Whether somebody waits to reply."""
    return conference.in_session and bool(waiting_replies(conference))


def someone_may_be_called(conference: Conference) -> bool:
    """Whether the next on the list may be given the floor."""
    speakers = conference.current_list
    if speakers is None or not stage(Stage.FLOOR_OPEN)(conference):
        return False
    if pending_points(conference) or pending_motions(conference):
        return False
    return bool(speakers.waiting) and not phase(Phase.CALLED)(conference)


def some_tier(opened: bool) -> When:
    """While the current list is open for some tier, or closed for one."""

    def applies(conference: Conference) -> bool:
        speakers = conference.current_list
        if speakers is None or conference.last_at is None:
            return False
        now = conference.last_at
        tiers = tiers_seated(speakers.body)
        return any(is_open(conference, speakers, tier, now) is opened for tier in tiers)

    return applies


def tier_hour_decided(decided: bool) -> When:
    """While a decision to hear a tier from an hour on stands, or none does."""

    def applies(conference: Conference) -> bool:
        speakers = conference.current_list
        return bool(speakers is not None and tier_hours_left(conference, speakers)) is decided

    return applies
