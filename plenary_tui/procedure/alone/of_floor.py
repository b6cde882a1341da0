"""What may have been typed for what was recorded of the floor."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.alone.named_before import Before, Guess, votes
from plenary_tui.procedure.floor.giving import (
    CallTakenBack,
    EndStatement,
    FloorGiven,
    GiveFloor,
    StatementEnded,
)
from plenary_tui.procedure.floor.notes import MakeNote, Noted
from plenary_tui.procedure.floor.points import (
    NamePoint,
    PointNamed,
    PointRaised,
    PointRuled,
    PointWithdrawn,
    RaisePoint,
    RulePoint,
    WithdrawPoint,
)
from plenary_tui.procedure.floor.replies import (
    GrantReply,
    ReplyGranted,
    ReplyLimitsSet,
    ReplyRequested,
    ReplyWithdrawn,
    RequestReply,
    SetReplyLimits,
    WithdrawReply,
)
from plenary_tui.procedure.floor.statement import (
    AdjustClock,
    CalledToOrder,
    CallToOrder,
    ClockAdjusted,
    ClockPaused,
    ClockResumed,
    ClockStarted,
    ExtendTime,
    PauseClock,
    ResumeClock,
    StartClock,
    TimeExtended,
)
from plenary_tui.procedure.ground.act import Event


def of_floor(event: Event, before: Before) -> Iterator[Guess]:
    """What may have been typed for an event of a statement."""
    match event:
        case FloorGiven(floor=to, entry=number, out_of_order=reason, speaker=name, function=what):
            for entry in before.entry(number):
                known = {"entry": entry, "to": to, "name": name, "function": what}
                yield GiveFloor, {**known, "reason": reason}
        case StatementEnded() | CallTakenBack():
            yield EndStatement, {}
        case ClockStarted():
            yield StartClock, {}
        case ClockPaused(stopped=stopped):
            ago = before.at.since(stopped).total_seconds()
            yield PauseClock, {"seconds_ago": ago}
        case ClockResumed():
            yield ResumeClock, {}
        case ClockAdjusted(by=by):
            yield AdjustClock, {"seconds": by.total_seconds()}
        case TimeExtended(by=by, reason=reason):
            yield ExtendTime, {"seconds": int(by.total_seconds()), "reason": reason}
        case CalledToOrder(ground=ground):
            yield CallToOrder, {"ground": ground}
        case Noted(text=text, entry=number):
            for entry in before.entry(number):
                yield MakeNote, {"text": text, "entry": entry}
        case _:
            yield from _of_points(event)


def _of_points(event: Event) -> Iterator[Guess]:
    """What may have been typed for an event of a point of order or a reply."""
    match event:
        case PointRaised(delegation=delegation):
            yield RaisePoint, {"delegation": delegation}
        case PointNamed(delegation=delegation):
            yield NamePoint, {"delegation": delegation}
        case PointRuled(ruling=ruling, appeal=appeal):
            by = appeal.delegation if appeal is not None else ""
            yield (
                RulePoint,
                {
                    "ruling": ruling,
                    "appeal": by,
                    **votes(appeal.vote if appeal is not None else None),
                },
            )
        case PointWithdrawn(mistaken=mistaken):
            yield WithdrawPoint, {"mistaken": mistaken}
        case ReplyRequested(delegation=delegation, to=to):
            yield RequestReply, {"delegation": delegation, "to": to}
        case ReplyWithdrawn(delegation=delegation):
            yield WithdrawReply, {"delegation": delegation}
        case ReplyGranted(delegation=delegation):
            yield GrantReply, {"delegation": delegation}
        case ReplyLimitsSet(limits=limits):
            said = (f"{one.total_seconds():.0f}s" for one in limits)
            yield SetReplyLimits, {"minutes": " ".join(said)}
        case _:
            return
