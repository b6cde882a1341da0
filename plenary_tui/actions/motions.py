"""Procedural motions; `j` lists them with the replies, each with a key of its own there."""

from __future__ import annotations

from plenary_tui.actions.action import STATEMENT, Action
from plenary_tui.actions.applies import motion_debated, motion_pending, no_point, undisturbed

PAGE_KEY = "j"
"""Opens the page of points, motions and replies."""

ACTIONS: tuple[Action, ...] = (
    Action(
        "motions",
        "Motions",
        "Points of order, motions and replies: what waits, and what can be done.",
        STATEMENT,
        keys=(PAGE_KEY,),
        applies=motion_pending,
        footer=0,
    ),
    Action(
        "move-motion",
        "Motion",
        "A State party moves to suspend or adjourn the meeting, or to adjourn or close the debate.",
        STATEMENT,
        act="move-motion",
        asks=("delegation", "motion"),
        applies=no_point,
    ),
    Action(
        "speak-on-motion",
        "Spoke on motion",
        "Record who speaks for or against the motion; two on each side are heard.",
        STATEMENT,
        act="speak-on-motion",
        asks=("delegation", "side"),
        applies=undisturbed(motion_debated),
    ),
    Action(
        "decide-motion",
        "Outcome of motion",
        "Record the vote on the motion; it is carried out if carried. No numbers: no objection.",
        STATEMENT,
        act="decide-motion",
        asks=("in_favour", "against", "abstaining"),
        applies=undisturbed(motion_pending),
    ),
    Action(
        "withdraw-motion",
        "Withdraw motion",
        "The motion that is taken, or the one named, was withdrawn.",
        STATEMENT,
        act="withdraw-motion",
        asks=("motion",),
        applies=undisturbed(motion_pending),
    ),
)

ON_PAGE = {
    "rule-point": ("D", "the ruling, and the vote on an appeal"),
    "withdraw-point": ("x", "it was withdrawn; the statement goes on"),
    "move-motion": ("m", "a motion was moved"),
    "speak-on-motion": ("s", "somebody spoke for or against it"),
    "decide-motion": ("v", "the vote on it, or that nobody objects"),
    "withdraw-motion": ("w", "it was withdrawn"),
    "request-reply": ("A", "a delegation asks to reply"),
    "grant-reply": ("G", "the first reply is granted"),
    "withdraw-reply": ("W", "a delegation no longer asks"),
    "set-reply-limits": ("T", "minutes of each round"),
}
"""What the page of motions and replies offers: the key that chooses it there, and a few words."""
