"""What is taken before the list: points of order, motions, drafts (rules 26, 33 and 34)."""

from __future__ import annotations

from plenary_tui.procedure.decisions.motions import HEARD_ON_EACH_SIDE
from plenary_tui.procedure.ground.drafts import pending_draft
from plenary_tui.procedure.ground.pending import pending_motions, pending_points
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.proceedings import Motion
from plenary_tui.procedure.state.vocabulary import Side
from plenary_tui.views.script.line import Line, Script, line
from plenary_tui.views.script.people import representative
from plenary_tui.views.script.things import body_named, draft_named, motion_named


def point_script(conference: Conference) -> Script | None:
    """The first point of order: heard, then ruled on at once; None if none was raised."""
    for point in pending_points(conference):
        if not point.delegation:
            return Script((line("point.interrupt" if point.interrupted else "point.raised"),))
        whom = representative(conference, point.delegation)
        interrupts = (line("point.interrupt"),) if point.interrupted else ()
        return Script(
            (
                *interrupts,
                line("point.recognise", who=whom),
                line("point.rule", who=whom),
            ),
            (line("point.appeal"), line("decide.vote")),
        )
    return None


def motion_lines(conference: Conference) -> tuple[Line, ...]:
    """The motion that is taken: who may speak on it, then the vote; () if none was moved."""
    waiting = pending_motions(conference)
    if not waiting:
        return ()
    motion = waiting[0]
    named, lines = motion_named(motion), []
    if not motion.speakers:
        mover = representative(conference, motion.delegation)
        lines.append(line("motion.moved", who=mover, motion=named))
    if len(waiting) > 1 and not motion.speakers:
        lines.append(line("motion.precedence", other=motion_named(waiting[1])))
    heard = _who_may_speak(motion)
    vote = (line("motion.vote", motion=named), line("decide.vote"))
    return (*lines, *heard, *vote)


def _who_may_speak(motion: Motion) -> tuple[Line, ...]:
    """Who may still speak on a motion: two on each side, on those about the debate alone."""
    if not motion.motion.of_debate:
        return (line("motion.undebated"),)
    full = {side: motion.heard(side) >= HEARD_ON_EACH_SIDE for side in Side}
    match full[Side.FOR], full[Side.AGAINST]:
        case False, False:
            return (line("motion.hear_both"),)
        case False, True:
            return (line("motion.hear_for"),)
        case True, False:
            return (line("motion.hear_against"),)
        case _:
            return ()


def draft_script(conference: Conference) -> Script | None:
    """The draft before the meeting: adopted unless somebody objects; None if there is none."""
    document = pending_draft(conference)
    if document is None:
        return None
    body, draft = body_named(conference), draft_named(document)
    if document.symbol is None:
        before = line("draft.before_unnumbered", body=body, draft=draft)
    else:
        before = line("draft.before", body=body, draft=draft, title=document.title)
    return Script(
        (before, line("draft.adopt", body=body, draft=draft), line("decide.no_objection")),
        (
            line("draft.adopt_revised", body=body, draft=draft),
            line("draft.vote", draft=draft),
            line("decide.vote"),
        ),
    )
