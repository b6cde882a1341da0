"""What the forecast screen says beside its plot: in one look who is not reached, and by name."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.forecast.forecast import Expected, Forecast, Reach, TierReach
from plenary_tui.forecast.suppose import Difference
from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.views.forecast.outlook import say_when
from plenary_tui.views.forecast.warned import names, who_is_at_risk
from plenary_tui.views.wording.telling import Named, Words

TRIAL_HEADING = (
    f"{'not reached: States':>19}{'IGOs':>6}{'NGOs':>6}{'at risk':>9}{'later':>7}  list ends"
)
"""What stands above the lines of the decisions that are tried."""
NONE = "·"
"""Stands for nobody in a table."""


def verdict(conference: Conference, found: Forecast, now: Instant) -> tuple[Words, bool]:
    """Who will not be reached, in one sentence, and whether that is to be worried about."""
    waiting = len(found.entries)
    if not waiting:
        return ("Nobody waits.",), False
    left_out = [one for one in found.tiers if one.unreached]
    risk = sum(one.at_risk for one in found.tiers)
    briefly = f"; {risk} at risk" if risk else ""
    if left_out:
        missed = _listed([f"{one.unreached} of {one.waiting} {one.tier}" for one in left_out])
        counts = _listed([one.tier.counted(one.unreached) for one in left_out])
        perhaps = f"; {risk} more {'is' if risk == 1 else 'are'} at risk" if risk else ""
        return (
            f"{missed} will not be reached{perhaps}.",
            f"{missed} not reached{briefly}.",
            f"{counts} not reached{briefly}.",
        ), True
    everybody = "The one who waits" if waiting == 1 else f"All {waiting} who wait"
    sure, ends = "will", say_when(conference, found.list_ends, now)
    if risk:
        sure = "is likely to" if waiting == 1 else "are likely to"
    perhaps = f"; {risk} of them {'is' if risk == 1 else 'are'} at risk" if risk else ""
    if not ends:  # with those called again and those still inscribed it would end too late
        last = say_when(conference, max(one.expected for one in found.entries if one.expected), now)
        return (
            f"{everybody} {sure} be reached, the last at {last}{perhaps}.",
            f"All reached, the last at {last}{briefly}.",
        ), True
    return (
        f"{everybody} {sure} be reached; the list ends at {ends}{perhaps}.",
        f"All reached by {ends}{briefly}.",
    ), bool(risk)


def _listed(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def trial_line(conference: Conference, found: Forecast, now: Instant) -> str:
    """What a decision leads to: by tier how many are not reached, then all tiers together."""
    unreached = dict.fromkeys(Tier, NONE)
    unreached |= {one.tier: str(one.unreached or NONE) for one in found.tiers}
    risk = sum(one.at_risk for one in found.tiers) or NONE
    later = sum(one.later for one in found.tiers) or NONE
    late = "not in time" if found.entries else "nobody waits"
    ends = say_when(conference, found.list_ends, now) or late
    by_tier = f"{unreached[Tier.STATES]:>7}{unreached[Tier.IGOS]:>6}{unreached[Tier.NGOS]:>6}"
    return f"{by_tier}{risk:>9}{later:>7}  {ends}"


def used_words(found: Forecast) -> tuple[Words, ...]:
    """Planned against used time, per tier, in one line."""
    parts: list[Words] = []
    for one in found.tiers:
        if one.used is None or one.allotted is None:
            limit = say_seconds(one.limit.total_seconds())
            parts.append((f"{one.tier} none of {limit} yet", f"{one.tier} none yet"))
            continue
        limit = say_seconds(one.allotted.total_seconds())
        used = f"{one.tier} {say_seconds(one.used.total_seconds())} of {limit}"
        parts.append((f"{used} ({one.heard} heard)", f"{used} ({one.heard})", used))
    return (("Used so far:",), *parts)


USED_HEADING = f"{'SO FAR':<8}{'heard':>7}{'planned':>10}{'used':>10}{'each, of':>16}"
"""What stands above the lines of planned and used time."""


def used_line(one: TierReach) -> str:
    """Planned against used time of a tier as a line of a table: in all, and each.

    Planned is what each statement was allotted when it was made, not what the next one will be.
    """
    if one.used is None or one.allotted is None:
        limit = say_seconds(one.limit.total_seconds())
        return f"{one.tier:<8}{NONE:>7}{NONE:>10}{NONE:>10}{f'- of {limit}':>16}"
    limit = say_seconds(one.allotted.total_seconds())
    planned = say_seconds(round(one.heard * one.allotted.total_seconds()))
    used = say_seconds(round(one.heard * one.used.total_seconds()))
    each = f"{say_seconds(one.used.total_seconds())} of {limit}"
    return f"{one.tier:<8}{one.heard:>7}{planned:>10}{used:>10}{each:>16}"


def effect(conference: Conference, changed: Difference, was: Forecast) -> tuple[Named, ...]:
    """Whom a decision lets in, leaves out, and brings forward into this meeting, by name."""
    known = was.by_entry

    def named(what: str, numbers: tuple[int, ...]) -> Named:
        who = names(conference, [known[one] for one in numbers])
        return Named(f"{what} ({len(numbers)})", who)

    found = (
        named("Gets in", changed.gets_in),
        named("Left out", changed.left_out),
        named("Already in this meeting", changed.sooner),
    )
    return tuple(one for one in found if one.names)


def kept_limits(found: Forecast, limit: timedelta) -> str:
    """Of a limit for all: which tiers that wait keep the one decided for them alone; "" if none."""
    kept = [
        f"{one.tier} keep {say_seconds(one.limit.total_seconds())}"
        for one in found.tiers
        if one.waiting and one.limit != limit
    ]
    return f"{_listed(kept)}, as was decided for them." if kept else ""


def at_risk(conference: Conference, found: Forecast) -> tuple[Named, ...]:
    """Who is not reached and who is at risk, by name."""
    risk = who_is_at_risk(found)
    groups = (("Not reached", risk.unreached), ("At risk", risk.at_risk))
    return tuple(
        Named(f"{what} ({len(who)})", names(conference, who)) for what, who in groups if who
    )


def risk_rows(
    conference: Conference, found: Forecast, now: Instant
) -> tuple[tuple[str, str, bool], ...]:
    """All who may not be reached, a row each: when expected, the name, and whether not at all."""
    risk = who_is_at_risk(found)
    every: tuple[Expected, ...] = (*risk.at_risk, *risk.unreached)
    return tuple(
        (say_when(conference, one.expected, now) or "--", name, one.reach is Reach.NOT)
        for one, name in zip(every, names(conference, every), strict=True)
    )
