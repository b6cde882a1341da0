"""What the forecast screen says beside its plot: in one look who is not reached, and by name."""

from __future__ import annotations

from plenary_tui.procedure.calendar import say_seconds
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.forecast import Expected, Forecast, Reach, TierReach
from plenary_tui.procedure.suppose import Difference
from plenary_tui.procedure.timing import Instant
from plenary_tui.procedure.vocabulary import Tier
from plenary_tui.views.outlook import say_when
from plenary_tui.views.phrases import Named, Words
from plenary_tui.views.warned import names, who_is_at_risk

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
    missed = _listed([one.tier.counted(one.unreached) for one in found.tiers if one.unreached])
    risk = sum(one.at_risk for one in found.tiers)
    perhaps = f"; {risk} more {'is' if risk == 1 else 'are'} at risk" if risk else ""
    briefly = f"; {risk} at risk" if risk else ""
    if missed:
        return (
            f"{missed} of {waiting} will not be reached{perhaps}.",
            f"{missed} not reached{briefly}.",
        ), True
    ends = say_when(conference, found.list_ends, now)
    everybody = "The one who waits" if waiting == 1 else f"All {waiting} who wait"
    return (
        f"{everybody} will be reached; the list ends at {ends}{perhaps}.",
        f"All reached by {ends}{briefly}.",
    ), bool(risk)


def _listed(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def trial_line(conference: Conference, found: Forecast, now: Instant) -> str:
    """What a decision leads to: by tier how many are not reached, then all tiers together."""
    unreached = {one.tier: one.unreached or NONE for one in found.tiers}
    risk = sum(one.at_risk for one in found.tiers) or NONE
    later = sum(one.later for one in found.tiers) or NONE
    ends = say_when(conference, found.list_ends, now) or "not in time"
    by_tier = f"{unreached[Tier.STATES]:>7}{unreached[Tier.IGOS]:>6}{unreached[Tier.NGOS]:>6}"
    return f"{by_tier}{risk:>9}{later:>7}  {ends}"


def used_words(found: Forecast) -> tuple[Words, ...]:
    """Planned against used time, per tier, in one line."""
    parts: list[Words] = []
    for one in found.tiers:
        limit = say_seconds(one.limit.total_seconds())
        if one.used is None:
            parts.append((f"{one.tier} none of {limit} yet", f"{one.tier} none yet"))
            continue
        used = f"{one.tier} {say_seconds(one.used.total_seconds())} of {limit}"
        parts.append((f"{used} ({one.heard} heard)", f"{used} ({one.heard})", used))
    return (("Used so far:",), *parts)


USED_HEADING = f"{'SO FAR':<8}{'heard':>7}{'planned':>10}{'used':>10}{'each, of':>16}"
"""What stands above the lines of planned and used time."""


def used_line(one: TierReach) -> str:
    """Planned against used time of a tier as a line of a table: in all, and each."""
    limit = say_seconds(one.limit.total_seconds())
    if one.used is None:
        return f"{one.tier:<8}{NONE:>7}{NONE:>10}{NONE:>10}{f'- of {limit}':>16}"
    planned = say_seconds(one.heard * one.limit.total_seconds())
    used = say_seconds(one.heard * one.used.total_seconds())
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
