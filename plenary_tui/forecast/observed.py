"""What a conference has shown beside the lengths of statements: changeovers, openings, arrivals.

Each function gives observations or a figure learnt from them; `pace` puts them together.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import sqrt

from plenary_tui.forecast.estimates import Estimate, learnt
from plenary_tui.forecast.priors import Priors
from plenary_tui.procedure.speakers.lists import is_open
from plenary_tui.procedure.state.conference import Conference, SpeakersList, Statement
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import Body, FloorKind, Tier

REMEMBERED = 200
"""How many of the last statements are looked at."""


def was_made(statement: Statement, priors: Priors) -> bool:
    """Whether a statement was begun and not cut at once, as only a slip of the hand does.

    What was no statement says nothing of the room: neither its length nor what stands about it.
    """
    if statement.started_at is None:
        return False
    least = timedelta(seconds=priors.shortest)
    if statement.kind is FloorKind.STATEMENT and statement.limit:
        least = max(least, priors.share_least * statement.limit)
    return statement.elapsed >= least


class Gaps(Value):
    """What passed between statements.

    Attributes:
        seconds: of each turn, how long nobody spoke; the latest first.
        halts: of those turns in which the meeting was evidently halted, the same.
    """

    seconds: tuple[float, ...]
    halts: tuple[float, ...]


def gaps_between(statements: Iterable[Statement], body: Body, priors: Priors) -> Gaps:
    """What passed between the statements of a body on one item at one meeting.

    A turn runs from the end of the one before; a point of order and a call in vain are part of it.
    Before and after a slip nothing is learnt.
    """
    gaps: list[float] = []
    halts: list[float] = []
    before: Statement | None = None
    for statement in tuple(statements)[-REMEMBERED:]:
        if (
            statement.kind is not FloorKind.STATEMENT
            or statement.body is not body
            or statement.started_at is None
        ):
            continue
        if not was_made(statement, priors):
            before = None
            continue
        if (
            before is not None
            and before.meeting == statement.meeting
            and before.item == statement.item
        ):
            turn = (statement.ended_at - before.ended_at) - statement.elapsed
            seconds = max(0.0, turn.total_seconds())
            if seconds <= priors.gap_pause:
                gaps.append(min(priors.gap_cap, seconds))
            else:
                halts.append(min(priors.halt_cap, seconds))
        before = statement
    return Gaps(tuple(reversed(gaps)), tuple(reversed(halts)))


def halts_a_second(gaps: Gaps, sat: float, priors: Priors) -> float:
    """How often a meeting is halted, in a second of sitting; `sat` is for how long it has sat."""
    hours = priors.halt_hours + sat / 3600
    return (priors.halts * priors.halt_hours + len(gaps.halts)) / hours / 3600


def seconds_sat(conference: Conference, body: Body, now: datetime) -> float:
    """For how many seconds a body has sat by now, suspensions included."""
    return sum(
        max(0.0, ((meeting.adjourned_at or now) - meeting.opened_at).total_seconds())
        for meeting in conference.opened(body)
    )


def replies(conference: Conference, priors: Priors) -> Estimate:
    """Of its limit, how much a reply uses."""
    shares = [
        min(priors.share_cap, statement.elapsed / statement.limit)
        for statement in conference.statements
        if statement.kind is FloorKind.REPLY and statement.limit and was_made(statement, priors)
    ]
    return learnt(shares, priors.reply, priors.reply_sd, priors.reply_weight)


def openings(conference: Conference, priors: Priors) -> Estimate:
    """Seconds by which the plenary's meetings opened after their hour."""
    late = [
        (meeting.opened_at - planned.starts).total_seconds()
        for meeting in conference.opened(Body.PLENARY)
        if (planned := conference.planned(meeting.number)) is not None
    ]
    kept = [max(0.0, one) for one in late if one <= priors.opening_cap]
    return learnt(kept, priors.opening, priors.opening_sd, priors.opening_weight)


def preliminaries(conference: Conference, body: Body, priors: Priors) -> Estimate:
    """Seconds from a meeting's opening to its first turn, unless other business came first."""
    began: dict[int, datetime] = {}
    for statement in conference.statements:
        of_list = statement.kind is FloorKind.STATEMENT and statement.body is body
        if of_list and was_made(statement, priors):
            began.setdefault(statement.meeting, statement.called_at)
    took = [
        (began[meeting.number] - meeting.opened_at).total_seconds()
        for meeting in conference.opened(body)
        if meeting.number in began
    ]
    kept = [max(0.0, one) for one in took if one <= priors.preliminaries_cap]
    weight = priors.opening_weight
    return learnt(kept, priors.preliminaries, priors.preliminaries_sd, weight)


def arrivals(
    conference: Conference, speakers: SpeakersList, now: datetime, priors: Priors
) -> tuple[dict[Tier, float], dict[Tier, float]]:
    """By tier, inscriptions a second while the list is open, and the doubt about that."""
    sat = [
        (meeting.opened_at, meeting.adjourned_at or now)
        for meeting in conference.opened(speakers.body)
    ]
    late: dict[Tier, float] = {}
    doubt: dict[Tier, float] = {}
    heard = tuple(statement.entry for statement in conference.statements_on(speakers)[-REMEMBERED:])
    for tier in Tier:
        queue = speakers.queue(tier)
        until = min(filter(None, (now, queue.closes_at, queue.closed_at)))
        open_for = sum(
            max(0.0, (min(ended, until) - opened).total_seconds()) for opened, ended in sat
        )
        began = sat[0][0] if sat else now
        came = priors.late * priors.late_hours + sum(
            entry.inscribed_at >= began
            for entry in (*queue.waiting, *heard)
            if entry is not None and entry.tier is tier
        )
        opened = is_open(conference, speakers, tier, now)
        late[tier] = came / (priors.late_hours + open_for / 3600) / 3600 if opened else 0.0
        doubt[tier] = 1 / sqrt(came) if came else 0.0
    return late, doubt
