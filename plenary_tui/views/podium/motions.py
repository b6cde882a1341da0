"""Points of order, motions and replies as a page: what waits, in the order in which it is taken."""

from __future__ import annotations

from plenary_tui.procedure.decisions.motions import HEARD_ON_EACH_SIDE
from plenary_tui.procedure.floor.replies import reply_limit, rounds_held, waiting_replies
from plenary_tui.procedure.ground.calendar import local, say_seconds
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.ground.pending import pending_motions, pending_points
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import Motion, MotionOutcome
from plenary_tui.procedure.state.vocabulary import Side

POINTS_SHOWN = 3
"""How many points of order are shown."""
REPLIES_SHOWN = 3
"""How many of those who asked to reply are shown: all must fit above the choices at 24 rows.

While a point of order waits, who spoke on a motion and the last outcome give way to it.
"""


def motions_page(conference: Conference) -> str:
    """Points by receipt, motions by precedence, the last outcome, replies by request."""
    undisturbed = not pending_points(conference)
    motions = [
        line
        for one in pending_motions(conference)
        for line in _motion(conference, one, undisturbed)
    ]
    waiting = len(waiting_replies(conference))
    return "\n".join(
        (
            *_points(conference),
            f"MOTIONS, in order of precedence: {len(pending_motions(conference)) or 'none'}",
            *motions,
            *(_outcome(conference, one) for one in conference.outcomes[-1:] if undisturbed),
            f"REPLIES, in order of request: {waiting or 'none'}",
            *_replies(conference),
        )
    )


def _points(conference: Conference) -> list[str]:
    waiting = pending_points(conference)
    if not waiting:
        return []
    names = [
        f"  {local(conference, one.raised_at.utc):%H:%M} "
        f"{name_of(conference, one.delegation) if one.delegation else 'by whom? ([name-point])'}"
        for one in waiting[:POINTS_SHOWN]
    ]
    return [f"POINTS OF ORDER, in order of receipt: {len(waiting)}", *names]


def _motion(conference: Conference, motion: Motion, whole: bool) -> list[str]:
    """A motion and, in a line of its own where there is room, who spoke on it."""
    mover = name_of(conference, motion.delegation)
    if not motion.motion.of_debate:
        return [f"  to {motion}: voted on at once; by {mover}"]
    counts = ", ".join(f"{side} {motion.heard(side)} of {HEARD_ON_EACH_SIDE}" for side in Side)
    line = f"  to {motion}: {counts}; by {mover}"
    heard = [f"{side} {name_of(conference, who)}" for who, side in motion.speakers]
    return [line, f"     {', '.join(heard)}"] if heard and whole else [line]


def _outcome(conference: Conference, outcome: MotionOutcome) -> str:
    word = "carried" if outcome.carried else "rejected"
    how = f"{word} ({outcome.vote})" if outcome.vote else f"{word} without objection"
    when = f"{local(conference, outcome.decided_at):%H:%M}"
    mover = name_of(conference, outcome.motion.delegation)
    return f"  {when} {how}: to {outcome.motion}, moved by {mover}"


def _replies(conference: Conference) -> list[str]:
    lines = []
    for place, one in enumerate(waiting_replies(conference)[:REPLIES_SHOWN], start=1):
        limit = reply_limit(conference, one.delegation)
        allowed = say_seconds(limit.total_seconds()) if limit else "no round left"
        to = f" to {one.to}" if one.to else ""
        number = rounds_held(conference, one.delegation) + 1
        lines.append(
            f"  {place}. round {number}, {allowed}: {name_of(conference, one.delegation)}{to}"
        )
    return lines
