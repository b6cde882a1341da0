"""The forecast in words and as data: for the podium, a terminal and scripts."""

from __future__ import annotations

from datetime import datetime, timedelta

from plenary_tui.forecast.forecast import Forecast, forecast
from plenary_tui.forecast.reach import Expected, Reach, Risk, TierReach
from plenary_tui.procedure.ground.calendar import local, ordinal, say_seconds
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.text import shown_lines
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.views.forecast.at_risk import MAY_NOT, MAY_SLIP, remark
from plenary_tui.views.public.view import View, in_lines
from plenary_tui.views.wording.telling import Words, words_of

TIER_HEADING = (
    f"{'':<8}{'waiting':>8}{'now':>6}{MAY_SLIP:>10}{'later':>7}{'not':>6}{'may not':>9}"
    f"{'limit':>8}{'used':>8}"
)
"""What stands above the lines of the tiers."""


class TierOutlook(View):
    """How far a tier comes; seconds.

    Attributes:
        at_risk: the two together: who may slip to the next meeting, of those in this one, and who
            may not be heard at all, though expected.
        limit: of its next statement.
        used, allotted: mean time that its statements took, and their mean limit; null before the
            first.
    """

    tier: Tier
    waiting: int
    in_this_meeting: int
    in_later_meetings: int
    unreached: int
    at_risk: int
    may_slip: int
    may_not_be_heard: int
    limit: float
    used: float | None
    allotted: float | None
    heard: int


class EntryOutlook(View):
    """When one that waits is expected; `meeting` is null when none is left for it.

    `at_risk`: it may slip from this meeting to the next, or may not be heard at all; which of the
    two, `at_risk_of` says.
    """

    entry: int
    position: int
    delegation: str
    tier: Tier
    expected_at: datetime | None
    expected_latest: datetime | None
    meeting: int | None
    reach: Reach
    at_risk: bool
    at_risk_of: Risk | None


class Outlook(View):
    """The whole forecast."""

    now: datetime
    item: str | None
    list_ends_at: datetime | None
    meeting_ends_at: datetime | None
    tiers: tuple[TierOutlook, ...]
    entries: tuple[EntryOutlook, ...]

    def to_json(self) -> str:
        """The forecast as JSON."""
        return in_lines(self)


def take_outlook(conference: Conference, now: Instant) -> Outlook:
    """The forecast as of one journal row and one instant."""
    found = forecast(conference, now)
    names = _names(conference)
    return Outlook(
        now=now.utc,
        item=conference.item,
        list_ends_at=found.list_ends,
        meeting_ends_at=found.meeting_ends,
        tiers=tuple(_tier(one) for one in found.tiers),
        entries=tuple(
            EntryOutlook(
                entry=one.entry,
                position=position,
                delegation=names[one.entry],
                tier=one.tier,
                expected_at=one.expected,
                expected_latest=one.latest,
                meeting=one.meeting or None,
                reach=one.reach,
                at_risk=one.at_risk,
                at_risk_of=one.at_risk_of,
            )
            for position, one in enumerate(found.entries, start=1)
        ),
    )


def _tier(one: TierReach) -> TierOutlook:
    return TierOutlook(
        tier=one.tier,
        waiting=one.waiting,
        in_this_meeting=one.this_meeting,
        in_later_meetings=one.later,
        unreached=one.unreached,
        at_risk=one.at_risk,
        may_slip=one.may_slip,
        may_not_be_heard=one.may_not,
        limit=one.limit.total_seconds(),
        used=_seconds(one.used),
        allotted=_seconds(one.allotted),
        heard=one.heard,
    )


def _seconds(mean: timedelta | None) -> float | None:
    return None if mean is None else round(mean.total_seconds(), 1)


def _names(conference: Conference) -> dict[int, str]:
    """The names of the delegations that wait, by the number of their entry."""
    speakers = conference.current_list
    if speakers is None:
        return {}
    names = {one.id: one.name for one in conference.delegations}
    return {one.id: names.get(one.delegation, one.delegation) for one in speakers.waiting}


def forecast_report(conference: Conference, now: Instant) -> str:
    """The forecast as a table: per tier who is reached, then everybody who waits."""
    item, found = conference.current_item, forecast(conference, now)
    if item is None:
        return "No agenda item is taken up, so there is nothing to forecast."
    names = _names(conference)
    lines = [
        f"Forecast for item {item.symbol} {item.title}, as of "
        f"{local(conference, now.utc):%H:%M:%S} ({conference.timezone})",
        f"The meeting ends:  {say_when(conference, found.meeting_ends, now) or 'not known'}",
        f"The list ends:     {say_list_end(conference, found, now)}",
        "",
        TIER_HEADING,
        *(tier_line(one) for one in found.tiers),
    ]
    if found.entries:
        lines += ["", f"{'':>4}  {'expected':<11}{'latest':<11}"]
    for place, one in enumerate(found.entries, start=1):
        expected = say_when(conference, one.expected, now) or "-"
        latest = say_when(conference, one.latest, now) or "-"
        lines.append(
            f"{place:>4}. {expected:<11}{latest:<11}{names[one.entry]} "
            f"({one.tier}){f', {remark(one)}' if remark(one) else ''}"
        )
    return shown_lines(lines)


def tier_line(one: TierReach) -> str:
    """A tier as a line of a table: who is reached, and planned against used time."""
    used = "-" if one.used is None else say_seconds(one.used.total_seconds())
    return (
        f"{one.tier.value:<8}{one.waiting:>8}{one.this_meeting:>6}{one.may_slip:>10}"
        f"{one.later:>7}{one.unreached:>6}{one.may_not:>9}"
        f"{say_seconds(one.limit.total_seconds()):>8}{used:>8}"
    )


def say_when(conference: Conference, moment: datetime | None, now: Instant) -> str:
    """A moment as `14:35`, with its day unless that is today; "" for none."""
    if moment is None:
        return ""
    there = local(conference, moment)
    same = there.date() == local(conference, now.utc).date()
    return f"{there:%H:%M}" if same else f"{there:%a} {there:%H:%M}"


def say_list_end(conference: Conference, found: Forecast, now: Instant) -> str:
    """When the list is expected to end, in words."""
    if found.list_ends is not None:
        return say_when(conference, found.list_ends, now)
    return "not in the meetings left" if found.entries else "nobody waits"


def outlook_parts(
    conference: Conference, found: Forecast, now: Instant
) -> tuple[tuple[Words, ...], bool]:
    """The forecast in a few words, what matters most first, and whether it is a warning."""
    if not found.entries:
        return (), False
    unreached = ", ".join(one.tier.counted(one.unreached) for one in found.tiers if one.unreached)
    later = ", ".join(one.tier.counted(one.later) for one in found.tiers if one.later)
    slip, may_not = (
        sum(one.may_slip for one in found.tiers),
        sum(one.may_not for one in found.tiers),
    )
    ends = say_when(conference, found.list_ends, now)
    parts = (
        *words_of(unreached and f"Not reached: {unreached}", f"Not reached {unreached}"),
        *words_of(f"{may_not} {MAY_NOT}" if may_not else "", f"{may_not} may not"),
        *words_of(f"{slip} {MAY_SLIP}" if slip else ""),
        *words_of(ends and f"List ends {ends}"),
        *words_of(later and f"later: {later}"),
    )
    return parts, bool(unreached or slip or may_not)


def reach_words(one: TierReach | None) -> tuple[Words, ...]:
    """Per tier who is reached, where not all are in this meeting; what matters most first."""
    if one is None or one.this_meeting == one.waiting:
        return ()
    parts = (
        (one.unreached, ("not reached",)),
        (one.later, ("later",)),
        (one.this_meeting, ("in this meeting", "in time")),
    )
    return tuple(tuple(f"{count} {word}" for word in words) for count, words in parts if count)


def stop_words(
    conference: Conference, number: int, stop: datetime | None, after: Expected, now: Instant
) -> Words:
    """What is written across the list where a meeting ends: when, and when it goes on."""
    at = say_when(conference, stop, now) if stop else ""
    ends = f"{at} the {ordinal(number)} meeting ends".strip()
    briefly = f"{at} meeting ends".strip()
    if after.expected is None:
        return f"{ends}: nobody below is reached", f"{briefly}: below not reached"
    on = say_when(conference, after.expected, now)
    return f"{ends}; on in the {ordinal(after.meeting)}, {on}", f"{briefly}; on {on}"
