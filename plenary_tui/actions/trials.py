"""Decisions that can be tried on the forecast screen before they are taken."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.actions.typed import make_command
from plenary_tui.forecast.suppose import Supposed, suppose
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.calendar import local, say_seconds
from plenary_tui.procedure.meetings.meeting import SetMeetingEnd, require_open_meeting
from plenary_tui.procedure.speakers.limits import SetLimit, limit_for
from plenary_tui.procedure.speakers.lists import CloseList
from plenary_tui.procedure.speakers.order import next_entry
from plenary_tui.procedure.speakers.tier_hours import HearTierAt
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier

SHORTEST, LONGEST, STEP = 30, 600, 10
"""Seconds of a limit that can be tried, and from one to the next."""
SHORTER = (30, 60)
"""Seconds less than the limit in force that are offered at first."""
QUARTER = timedelta(minutes=15)
"""From one end of the meeting, or hour of a tier, that can be tried to the next."""
DECIDED = "The President, with no objection"
"""How a decision is recorded unless the officer types something else."""


class Trial(Value):
    """One decision that is tried: an act and its fields, and what is still asked for it.

    Attributes:
        amount: seconds of the limit; quarters of an hour the meeting is longer; quarters of an
            hour before the meeting's end from which NGOs are heard.
    """

    act: str = ""
    amount: int = 0
    asks: tuple[str, ...] = ("decision",)


def trials_for(conference: Conference, now: Instant) -> list[Trial]:
    """What can be tried: shorter limits than that of the next statement first."""
    limit = int(_limit_of_next(conference, now).total_seconds())
    return [
        Trial(),
        *(Trial(SetLimit.act, max(SHORTEST, limit - less)) for less in SHORTER),
        Trial(CloseList.act, asks=()),
        Trial(HearTierAt.act, 4),
        Trial(SetMeetingEnd.act, 2),
    ]


def _limit_of_next(conference: Conference, now: Instant) -> timedelta:
    due = next_entry(conference, now)
    return limit_for(conference, conference.item, due.tier if due is not None else Tier.STATES)


def fields_of(trial: Trial, conference: Conference, now: Instant) -> dict[str, object]:
    """The fields of the act of a trial. Raises `Refused` where no end of a meeting is known."""
    match trial.act:
        case SetLimit.act:
            return {"seconds": trial.amount, "item": conference.item or ""}
        case SetMeetingEnd.act:
            return {"ends": _typed(conference, _end(conference) + trial.amount * QUARTER)}
        case HearTierAt.act:
            hour = _typed(conference, _hour(trial, conference, now))
            return {"tier": Tier.NGOS, "at": hour, "item": conference.item or ""}
        case _:
            return {}


def label_of(trial: Trial, conference: Conference, now: Instant) -> str:
    """A trial in a few words."""
    try:
        match trial.act:
            case SetLimit.act:
                return f"Limit {say_seconds(trial.amount)}"
            case CloseList.act:
                return "Close the list"
            case SetMeetingEnd.act:
                return f"Until {_clock(conference, _end(conference) + trial.amount * QUARTER)}"
            case HearTierAt.act:
                return f"NGOs from {_clock(conference, _hour(trial, conference, now))}"
            case _:
                return "As it is"
    except Refused:
        return "A later end" if trial.act == SetMeetingEnd.act else "NGOs at an hour"


def changed(trial: Trial, step: int, conference: Conference, now: Instant) -> Trial:
    """A trial of less or more: seconds, or quarters of an hour earlier or later."""
    match trial.act:
        case SetLimit.act:
            amount = max(SHORTEST, min(LONGEST, trial.amount + step * STEP))
        case SetMeetingEnd.act:
            amount = max(1, trial.amount + step)
        case HearTierAt.act:
            try:
                hour = _hour(trial, conference, now)
            except Refused:
                return trial
            amount = max(1, (_end(conference) - hour) // QUARTER - step)
        case _:
            return trial
    return replace(trial, amount=amount)


def tried(trial: Trial, conference: Conference, now: Instant) -> Supposed:
    """The forecast as if that had been decided now."""
    if not trial.act:
        return suppose(conference, None, now)
    try:
        command = make_command(trial.act, fields_of(trial, conference, now))
    except Refused as refused:
        return Supposed(conference, None, str(refused))
    return suppose(conference, command, now)


def _end(conference: Conference) -> datetime:
    """When the meeting that is open ends; raises `Refused` if none is, or that is not known."""
    require_open_meeting(conference)
    if conference.ends_at is None:
        raise Refused("It is not known when the meeting ends.")
    return conference.ends_at


def _hour(trial: Trial, conference: Conference, now: Instant) -> datetime:
    """From when NGOs would be heard: so long before the end, and not before the next quarter."""
    midnight = now.utc.replace(hour=0, minute=0, second=0, microsecond=0)
    soonest = midnight + ((now.utc - midnight) // QUARTER + 1) * QUARTER
    return max(soonest, _end(conference) - trial.amount * QUARTER)


def _typed(conference: Conference, moment: datetime) -> str:
    return local(conference, moment).isoformat(timespec="minutes")


def _clock(conference: Conference, moment: datetime) -> str:
    return f"{local(conference, moment):%H:%M}"
