"""Lists against the clock as bars: what the forecast promised against what came, who waited when.

The figures are those of the statistics of the record; a bar is of plain characters, a different
one for each part, so that it says the same without colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from plenary_tui.procedure.ground.calendar import local, say_seconds
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.views.heard.time_used import parted
from plenary_tui.views.record.against_clock import FAR, FEWEST, NEAR, passage_name
from plenary_tui.views.record.passing import Passage, Waiting

PROMISED = "What the forecast promised against what came"
AGAINST = "The list against the clock"
WAITED = "█ waited, up to the pace to end in time   ▓ more than that   ░ fewer"
UNENDING = "█ waited; the meeting had no end, so there is no pace"
MOST_ROWS = 12
"""Moments of a list that are drawn."""
_CLASSES = (
    ("over 15 minutes sooner", float("-inf"), -FAR),
    ("5 to 15 minutes sooner", -FAR, -NEAR),
    ("within 5 minutes", -NEAR, NEAR),
    ("5 to 15 minutes later", NEAR, FAR),
    ("over 15 minutes later", FAR, float("inf")),
)
"""How much later than promised statements began, with the seconds from which and up to which."""
_NAMED = max(len(name) for name, _, _ in _CLASSES)


@dataclass(frozen=True, slots=True)
class CountBar:
    """A bar of how many.

    Attributes:
        parts: up to what was to be, over it, and under it.
        longest: how many the longest bar of its picture has.
        named: columns of the longest name.
        told: what it says in figures.
    """

    name: str
    parts: tuple[float, float, float]
    longest: float
    named: int
    told: str

    def cells(self, width: int) -> tuple[str, str, str]:
        """Its three parts in so many columns at most."""
        return parted(self.parts, self.longest, width)


@dataclass(frozen=True, slots=True)
class CountPicture:
    """A caption, what it says in sentences, and its bars."""

    caption: str
    said: tuple[str, ...]
    bars: tuple[CountBar, ...]


def promise_pictures(conference: Conference, passages: Iterable[Passage]) -> Iterator[CountPicture]:
    """Two pictures of each passage: of its promises, and of who waited when."""
    for one in passages:
        yield _promised(one)
        if len(one.waiting) > FEWEST:
            yield _waited(conference, one)


def _promised(one: Passage) -> CountPicture:
    late = sorted(kept.late for kept in one.kept)
    said = [f"{', '.join(_came(one))}."]
    if late:
        middle = late[len(late) // 2]
        which = "later" if middle >= 0 else "sooner"
        said.append(f"Median: {say_seconds(abs(round(middle)))} {which} than promised.")
    counts = [sum(_within(each, low, high) for each in late) for _, low, high in _CLASSES]
    longest = float(max(counts, default=0))
    figured = len(str(max(counts, default=0)))
    bars = tuple(
        CountBar(name, (float(count), 0.0, 0.0), longest, _NAMED, f"  {count:>{figured}}  ")
        for (name, _, _), count in zip(_CLASSES, counts, strict=True)
    )
    return CountPicture(f"{PROMISED}: {passage_name(one)}", tuple(said), bars if late else ())


def _came(one: Passage) -> Iterator[str]:
    """How many were promised and came, did not, and came besides."""
    yield f"{one.promised} promised"
    yield f"{len(one.kept)} came"
    if one.to_come:
        yield f"{one.to_come} {'waits' if one.to_come == 1 else 'wait'} still"
    if one.failed:
        yield f"{one.failed} did not"
    if one.came_since:
        yield f"{one.came_since} {'other' if one.came_since == 1 else 'others'} came"


def _within(late: float, low: float, high: float) -> bool:
    """Whether so many seconds are of a class; those on a border are of the one nearer to 0."""
    if high == NEAR:
        return abs(late) <= NEAR
    return low <= late < high if late < 0 else low < late <= high


def _waited(conference: Conference, one: Passage) -> CountPicture:
    begun, ends = one.waiting[0], one.ends_at
    shown = _sampled(one.waiting)
    paces = [_pace(begun, ends, moment.at) for moment in shown]
    longest = max(
        *(float(moment.count) for moment in shown), *(pace for pace in paces if pace is not None), 0
    )
    figured = len(str(max(moment.count for moment in shown)))
    bars = tuple(
        CountBar(
            f"{local(conference, moment.at):%H:%M}",
            _against(moment.count, pace),
            longest,
            len("00:00"),
            f"  {moment.count:>{figured}} waited  ",
        )
        for moment, pace in zip(shown, paces, strict=True)
    )
    said: tuple[str, ...] = (UNENDING,)
    if ends is not None:
        end = f"{local(conference, ends):%H:%M}"
        said = (f"{len(one.waiting) - 1} heard; the meeting was to end at {end}.", WAITED)
    return CountPicture(f"{AGAINST}: {passage_name(one)}", said, bars)


def _against(count: int, pace: float | None) -> tuple[float, float, float]:
    """How many waited up to the pace, more than that, and fewer."""
    if pace is None:
        return float(count), 0.0, 0.0
    return min(count, pace), max(0.0, count - pace), max(0.0, pace - count)


def _pace(begun: Waiting, ends: datetime | None, at: datetime) -> float | None:
    """How many would wait then if the list ended with the meeting; None without an end."""
    if ends is None or ends <= begun.at:
        return None
    share = (ends - at) / (ends - begun.at)
    return begun.count * max(0.0, min(1.0, share))


def _sampled(waiting: Sequence[Waiting]) -> list[Waiting]:
    """No more moments than are drawn, the first and the last among them."""
    last = len(waiting) - 1
    rows = min(MOST_ROWS, len(waiting))
    return [waiting[round(place * last / max(1, rows - 1))] for place in range(rows)]
