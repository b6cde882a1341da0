"""Points of order, motions and replies: the keys of the podium, and those of the page of them."""

from __future__ import annotations

from plenary_tui.actions.action import STATEMENT, Action, On, Page, Service, under
from plenary_tui.actions.applies import (
    motion_debated,
    motion_pending,
    no_point,
    point_pending,
    point_to_rule,
    point_unnamed,
    reply_asked_for,
    undisturbed,
)


def _key(key: str, words: str) -> tuple[On, ...]:
    return (On(Page.MOTIONS, key, words),)


ACTIONS = under(
    STATEMENT,
    Action(
        "name-point",
        "By whom?",
        "Name the State party that raised the point of order.",
        keys=("o",),
        asks=("delegation",),
        applies=point_unnamed,
        footer=0,
    ),
    Action(
        "raise-point",
        "Point of order",
        "A point of order is raised: the clock is paused at once, then say by whom.",
        keys=("o",),
        words=("objects", "interrupts"),
    ),
    Action(
        "rule-point",
        "Ruling",
        "Record the ruling on the point of order; the statement goes on after the last one.",
        keys=("D",),
        asks=("ruling", "appeal", "in_favour", "against", "abstaining"),
        applies=point_to_rule,
        on_pages=_key("D", "the ruling, and the vote on an appeal"),
        footer=0,
        words=("decide",),
    ),
    Action(
        "withdraw-point",
        "Point withdrawn",
        "The point of order was withdrawn; the statement goes on.",
        applies=point_pending,
        on_pages=_key("x", "it was withdrawn; the statement goes on"),
    ),
    Service(
        Page.MOTIONS,
        "Motions",
        "Points of order, motions and replies: what waits, and what can be done.",
        keys=("j",),
        applies=motion_pending,
        footer=0,
    ),
    Action(
        "move-motion",
        "Motion",
        "A State party moves to suspend or adjourn the meeting, or to adjourn or close the debate.",
        asks=("delegation", "motion"),
        applies=no_point,
        on_pages=_key("m", "a motion was moved"),
        words=("proposes", "procedural"),
    ),
    Action(
        "speak-on-motion",
        "Spoke on motion",
        "Record who speaks for or against the motion; two on each side are heard.",
        asks=("delegation", "side"),
        applies=undisturbed(motion_debated),
        on_pages=_key("s", "somebody spoke for or against it"),
        words=("supports", "opposes"),
    ),
    Action(
        "decide-motion",
        "Outcome of motion",
        "Record the vote on the motion; it is carried out if carried. No numbers: no objection.",
        asks=("in_favour", "against", "abstaining", "voted_for", "opposed", "abstained"),
        applies=undisturbed(motion_pending),
        on_pages=_key("v", "the vote on it, or that nobody objects"),
        words=("result", "rejected"),
    ),
    Action(
        "withdraw-motion",
        "Withdraw motion",
        "The motion that is taken, or the one named, was withdrawn.",
        asks=("motion",),
        applies=undisturbed(motion_pending),
        on_pages=_key("w", "it was withdrawn"),
    ),
    Action(
        "request-reply",
        "Ask to reply",
        "A delegation asks for the right of reply.",
        keys=("A",),
        asks=("delegation", "to"),
        on_pages=_key("A", "a delegation asks to reply"),
        words=("answer", "respond", "offended"),
    ),
    Action(
        "grant-reply",
        "Grant reply",
        "Give the floor to the first who asked to reply.",
        keys=("G",),
        applies=reply_asked_for,
        on_pages=_key("G", "the first reply is granted"),
        words=("answer", "respond"),
    ),
    Action(
        "withdraw-reply",
        "Withdraw reply",
        "A delegation no longer asks to reply.",
        keys=("W",),
        asks=("delegation",),
        applies=reply_asked_for,
        on_pages=_key("W", "a delegation no longer asks"),
    ),
    Action(
        "set-reply-limits",
        "Reply limits",
        "Set how often a delegation may reply, and how long each time.",
        keys=("T",),
        asks=("minutes",),
        on_pages=_key("T", "minutes of each round"),
    ),
)
