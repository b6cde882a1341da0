"""Who had the time: statements summed up, and pictures of time spoken against time planned.

Counted as in the statistics of the record: statements from lists of speakers that were begun; one
without a limit was planned as long as it was. The bars are plain characters, a different one for
each part, so that they say the same without colour.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from plenary_tui.procedure.ground.calendar import say_seconds
from plenary_tui.procedure.ground.called import group_spoken
from plenary_tui.procedure.state.conference import Delegation, Statement
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import ZERO
from plenary_tui.procedure.state.vocabulary import FloorKind, Tier
from plenary_tui.views.heard.amendments import is_amended
from plenary_tui.views.heard.happenings import Happening

WITHIN, OVER, UNUSED = "█", "▓", "░"
LEGEND = f"{WITHIN} spoken within the limit   {OVER} over it   {UNUSED} planned and not used"
NOT_KNOWN = "not known"


class Times(Value):
    """Statements summed up.

    Attributes:
        within: time spoken, up to the limits.
        over: time spoken over them.
        unused: planned and not spoken.
        overran: how many went over their limit.
    """

    count: int = 0
    within: timedelta = ZERO
    over: timedelta = ZERO
    unused: timedelta = ZERO
    overran: int = 0

    @property
    def spoken(self) -> timedelta:
        """All the time that was spoken."""
        return self.within + self.over

    @property
    def planned(self) -> timedelta:
        """The limits together."""
        return self.within + self.unused

    @property
    def words(self) -> str:
        """The times in figures: `45:10 of 48:00`."""
        return f"{_said(self.spoken)} of {_said(self.planned)}"


class Bar(Value):
    """One bar of a picture.

    Attributes:
        longest: the time of the longest bar of its picture.
        named, counted, figured: columns of the longest name, count and figures of all.
    """

    name: str
    times: Times
    longest: timedelta
    named: int
    counted: int
    figured: int

    def cells(self, width: int) -> tuple[str, str, str]:
        """Its three parts in so many columns at most: within the limit, over it, not used.

        However short a time was, it has a column.
        """
        parts = (self.times.within, self.times.over, self.times.unused)
        within, over, unused = (one.total_seconds() for one in parts)
        return parted((within, over, unused), self.longest.total_seconds(), width)

    @property
    def told(self) -> str:
        """What it says in figures, with blanks around it."""
        return f"  {self.times.count:>{self.counted}}  {self.times.words:>{self.figured}}  "


def parted(parts: tuple[float, float, float], longest: float, width: int) -> tuple[str, str, str]:
    """The parts of a bar in so many columns at most; however little there is, it has a column.

    Args:
        longest: all of the longest bar beside it.
    """
    marks, so_far, before = [], 0.0, 0
    for sign, part in zip((WITHIN, OVER, UNUSED), parts, strict=True):
        so_far += part
        least = max(before, min(width, 1)) if so_far else before
        end = max(least, round(width * (so_far / longest))) if longest else 0
        marks.append(sign * (end - before))
        before = end
    return marks[0], marks[1], marks[2]


class Picture(Value):
    """A caption and its bars."""

    caption: str
    bars: tuple[Bar, ...]


def from_lists(found: Iterable[Happening]) -> list[Statement]:
    """The statements from lists of speakers that were begun."""
    return [
        one.matter
        for one in found
        if isinstance(one.matter, Statement)
        and one.matter.kind is FloorKind.STATEMENT
        and one.matter.started_at is not None
    ]


def times_of(statements: Iterable[Statement]) -> Times:
    """Statements summed up."""
    count = overran = 0
    within = over = unused = ZERO
    for one in statements:
        count += 1
        within += one.spoken - one.overrun
        unused += max(ZERO, one.planned - one.spoken)
        over += one.overrun
        overran += bool(one.overrun)
    return Times(count, within, over, unused, overran)


def summed_up(found: Sequence[Happening]) -> str:
    """What was heard, in a line."""
    times = times_of(from_lists(found))
    replies = sum(
        isinstance(one.matter, Statement) and one.matter.kind is FloorKind.REPLY for one in found
    )
    amended = sum(map(is_amended, found))
    parts = [_counted(times.count, "statement")]
    if times.count:
        parts.append(f"{times.words} planned")
    if times.overran:
        parts.append(f"{times.overran} over by {_said(times.over)}")
    if replies:
        parts.append("1 reply" if replies == 1 else f"{replies} replies")
    if amended:
        parts.append(f"{amended} corrected")
    return ", ".join(parts)


def pictures(found: Iterable[Happening], delegations: dict[str, Delegation]) -> tuple[Picture, ...]:
    """Time spoken against time planned: by tier, regional group, language, on whose behalf."""
    heard = from_lists(found)
    states = [one for one in heard if _tier(delegations, one) is Tier.STATES]
    for_groups = [one for one in heard if one.entry is not None and one.entry.on_behalf_of]
    drawn = (
        ("By tier", _grouped(heard, lambda one: str(_tier(delegations, one) or NOT_KNOWN))),
        ("States by regional group", _grouped(states, lambda one: _group(delegations, one))),
        ("By language of delivery", _grouped(heard, _language)),
        ("On behalf of groups", _grouped(for_groups, _behalf)),
    )
    every = [times for _, groups in drawn for times in groups.values()]
    if not every:
        return ()
    columns = (
        max(len(name) for _, groups in drawn for name in groups),
        max(len(str(one.count)) for one in every),
        max(len(one.words) for one in every),
    )
    return tuple(_picture(caption, groups, columns) for caption, groups in drawn if groups)


def _picture(caption: str, groups: dict[str, Times], columns: tuple[int, int, int]) -> Picture:
    longest = max(one.spoken + one.unused for one in groups.values())
    bars = (Bar(name, times, longest, *columns) for name, times in groups.items())
    return Picture(caption, tuple(bars))


def _grouped(heard: Iterable[Statement], which: Callable[[Statement], str]) -> dict[str, Times]:
    """Statements summed up by something: tiers in their order, all else by the alphabet."""
    found: dict[str, list[Statement]] = {}
    for one in heard:
        found.setdefault(which(one), []).append(one)
    tiers = [tier.value for tier in Tier]

    def place(name: str) -> tuple[bool, int, str]:
        return name == NOT_KNOWN, tiers.index(name) if name in tiers else 0, name

    return {name: times_of(found[name]) for name in sorted(found, key=place)}


def _tier(delegations: dict[str, Delegation], one: Statement) -> Tier | None:
    known = delegations.get(one.whose)
    return known.tier if known is not None else None


def _group(delegations: dict[str, Delegation], one: Statement) -> str:
    known = delegations.get(one.whose)
    return (known.group if known is not None else "") or NOT_KNOWN


def _language(one: Statement) -> str:
    language = (one.entry or one.person).language
    return language.value if language is not None else NOT_KNOWN


def _behalf(one: Statement) -> str:
    return group_spoken(one.entry.on_behalf_of) if one.entry is not None else ""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count or 'no'} {noun}s"


def _said(length: timedelta) -> str:
    return say_seconds(length.total_seconds())
