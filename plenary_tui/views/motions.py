"""Motions and replies as a page of text: what waits, in the order in which it is taken."""

from __future__ import annotations

from plenary_tui.procedure.calendar import local, say_seconds
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.motions import HEARD_ON_EACH_SIDE
from plenary_tui.procedure.naming import name_of
from plenary_tui.procedure.pending import pending_motions
from plenary_tui.procedure.proceedings import Motion, MotionOutcome
from plenary_tui.procedure.replies import reply_limit, rounds_held, waiting_replies
from plenary_tui.procedure.vocabulary import Side

OUTCOMES_SHOWN = 2
"""How many of the motions decided last are shown."""


def motions_page(conference: Conference) -> str:
    """Motions by precedence, the last outcomes, and replies by request, a line each."""
    motions = [_motion(conference, one) for one in pending_motions(conference)]
    lines = ["MOTIONS, in order of precedence", *(motions or ["  none"])]
    lines += [_outcome(conference, one) for one in conference.outcomes[-OUTCOMES_SHOWN:]]
    lines += ["REPLIES, in order of request", *(_replies(conference) or ["  none"])]
    return "\n".join(lines)


def _motion(conference: Conference, motion: Motion) -> str:
    said = f"  to {motion}, moved by {name_of(conference, motion.delegation)}"
    if not motion.motion.of_debate:
        return f"{said}: not debated, voted on at once"
    heard = []
    for side in Side:
        names = [name_of(conference, who) for who, on in motion.speakers if on is side]
        who = f" ({', '.join(names)})" if names else ""
        heard.append(f"{side} {len(names)} of {HEARD_ON_EACH_SIDE}{who}")
    return f"{said}: {', '.join(heard)}"


def _outcome(conference: Conference, outcome: MotionOutcome) -> str:
    word = "carried" if outcome.carried else "rejected"
    how = f" ({outcome.vote})" if outcome.vote else " without objection"
    when = f"{local(conference, outcome.decided_at):%H:%M}"
    mover = name_of(conference, outcome.motion.delegation)
    return f"  {when} to {outcome.motion}, moved by {mover}: {word}{how}"


def _replies(conference: Conference) -> list[str]:
    lines = []
    for place, one in enumerate(waiting_replies(conference), start=1):
        limit = reply_limit(conference, one.delegation)
        allowed = say_seconds(limit.total_seconds()) if limit else "no round left"
        to = f" to {one.to}" if one.to else ""
        number = rounds_held(conference, one.delegation) + 1
        lines.append(
            f"  {place}. {name_of(conference, one.delegation)}{to}: round {number}, {allowed}"
        )
    return lines
