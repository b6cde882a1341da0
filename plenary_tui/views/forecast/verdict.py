"""What the forecast screen says beside its plot: in one look who is not reached, and by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from plenary_tui.forecast.forecast import Forecast
from plenary_tui.forecast.reach import Expected, Reach, TierReach
from plenary_tui.forecast.suppose import Difference
from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.views.forecast.at_risk import MAY_NOT, MAY_SLIP
from plenary_tui.views.forecast.outlook import say_when
from plenary_tui.views.forecast.warned import names, who_is_at_risk
from plenary_tui.views.wording.telling import Named, Words

TRIAL_HEADING = (
    f"{'not reached: States':>19}{'IGOs':>5}{'NGOs':>6}{'at most':>8}{'now':>5}{'at least':>9}"
    "  list ends"
)
"""What stands above the lines of the decisions that are tried.

No shorter limit and no later end makes the first four greater or the next two less: at most so many
are not reached, or may not be heard at all; at least so many are heard in this meeting, and may not
slip to the next.
"""
NONE = "·"
"""Stands for nobody in a table."""


def verdict(conference: Conference, found: Forecast, now: Instant) -> tuple[Words, bool]:
    """Who will not be reached, in one sentence, and whether that is to be worried about."""
    waiting = len(found.entries)
    if not waiting:
        return ("Nobody waits.",), False
    slip = _slip_words(found)
    if left_out := [one for one in found.tiers if one.unreached]:
        return _left_out_words(left_out, sum(one.may_not for one in found.tiers), slip), True
    may_not = sum(one.may_not for one in found.tiers)
    everybody = "The one who waits" if waiting == 1 else f"All {waiting} who wait"
    sure, ends = "will", say_when(conference, found.list_ends, now)
    if may_not:
        sure = "is likely to" if waiting == 1 else "are likely to"
    perhaps = f"; {may_not} of them {MAY_NOT} at all" if may_not else ""
    briefly = f"; {may_not} {MAY_NOT}" if may_not else ""
    all_are = "All are likely to be reached" if may_not else "All reached"
    if not ends:  # with those called again and those still inscribed it would end too late
        last = last_at(conference, found, now)
        said = f"{everybody} {sure} be reached, the last at {last}{perhaps}"
        return (f"{said}{slip}.", f"{said}.", f"{all_are}, the last at {last}{briefly}."), True
    said = f"{everybody} {sure} be reached; the list ends at {ends}{perhaps}"
    return (f"{said}{slip}.", f"{said}.", f"{all_are} by {ends}{briefly}."), bool(may_not)


def last_at(conference: Conference, found: Forecast, now: Instant) -> str:
    """When the last who waits is expected; "" if somebody is not, or nobody waits."""
    expected = [one.expected for one in found.entries]
    moments = [one for one in expected if one is not None]
    return say_when(conference, max(moments), now) if moments and all(expected) else ""


def _left_out_words(left_out: Sequence[TierReach], may_not: int, slip: str) -> Words:
    """That some will not be reached.

    Who only may not be heard is told in all, with those who will not: so that nothing looks worse
    that lets more of them in.
    """
    missed = _listed([f"{one.unreached} of {one.waiting} {one.tier}" for one in left_out])
    counts = _listed([one.tier.counted(one.unreached) for one in left_out])
    every = may_not + sum(one.unreached for one in left_out)
    perhaps = f"; with them {every} {MAY_NOT} at all" if may_not else ""
    in_all = f"; {every} in all {MAY_NOT}" if may_not else ""
    briefly = f", at most {every}" if may_not else ""
    return (
        f"{missed} will not be reached{perhaps}{slip}.",
        f"{missed} will not be reached{perhaps}.",
        f"{missed} will not be reached{in_all}.",
        f"{missed} not reached{briefly}.",
        f"{counts} not reached{briefly}.",
    )


def _slip_words(found: Forecast) -> str:
    """How many of those in this meeting may slip to the next; "" for nobody."""
    slip = sum(one.may_slip for one in found.tiers)
    here = sum(one.this_meeting for one in found.tiers)
    return f"; {slip} of the {here} in this meeting {MAY_SLIP} to the next" if slip else ""


def _listed(parts: list[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def trial_line(conference: Conference, found: Forecast, now: Instant) -> str:
    """What a decision leads to: by tier how many are not reached, then all tiers together."""
    unreached = dict.fromkeys(Tier, NONE)
    unreached |= {one.tier: str(one.unreached or NONE) for one in found.tiers}
    at_most = sum(one.unreached + one.may_not for one in found.tiers) or NONE
    here = sum(one.this_meeting for one in found.tiers) or NONE
    at_least = sum(one.reach is Reach.THIS and not one.at_risk for one in found.entries) or NONE
    late = "not in time" if found.entries else "nobody waits"
    if last := last_at(conference, found, now):
        late = f"last {last}"  # as the sentence beside it says, and fits in 80 columns
    ends = say_when(conference, found.list_ends, now) or late
    by_tier = f"{unreached[Tier.STATES]:>7}{unreached[Tier.IGOS]:>5}{unreached[Tier.NGOS]:>6}"
    return f"{by_tier}{at_most:>8}{here:>5}{at_least:>9}  {ends}"


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


def in_doubt(conference: Conference, found: Forecast) -> tuple[Named, ...]:
    """Who is not reached, who may not be heard, and who may slip to the next meeting, by name."""
    return tuple(
        Named(f"{what} ({len(who)})", names(conference, who))
        for what, who in reversed(_in_doubt(found))
    )


def doubt_rows(
    conference: Conference, found: Forecast, now: Instant
) -> tuple[tuple[str, str, bool], ...]:
    """All who are in doubt, a row each under a heading: when expected, the name, not reached.

    A heading has no time.
    """
    rows: list[tuple[str, str, bool]] = []
    for what, who in _in_doubt(found):
        rows.append(("", f"{what.upper()} ({len(who)})", False))
        rows += (
            (say_when(conference, one.expected, now) or "--", name, one.reach is Reach.NOT)
            for one, name in zip(who, names(conference, who), strict=True)
        )
    return tuple(rows)


def _in_doubt(found: Forecast) -> list[tuple[str, tuple[Expected, ...]]]:
    """Those in doubt by what may happen to them, the worst last."""
    risk = who_is_at_risk(found)
    groups = (
        (MAY_SLIP.capitalize(), risk.may_slip),
        (MAY_NOT.capitalize(), risk.may_not),
        ("Not reached", risk.unreached),
    )
    return [(what, who) for what, who in groups if who]
