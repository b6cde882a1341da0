"""The list against the clock, as lines of characters: a row for some entries, time to the right.

Breaks take no room: the axis is working time, with a bar where a meeting ends. Each row shows one
entry, named by its tier and its number there: a full block at the expected time, shaded up to the
time by which it is nearly sure; `~` where it may slip to the next meeting, `!` where it may not be
heard at all. Without colour it says the same.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from plenary_tui.forecast.forecast import Expected, Forecast
from plenary_tui.forecast.hours_left import UNENDING, Sittings, sittings_left
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.views.forecast.outlook import MAY_NOT, MAY_SLIP, mark

LABEL = 12
"""Columns for the name of the tier, the number in it, and the mark of those at risk."""
LEGEND = f"█ expected  ▒ nearly sure by  ~ {MAY_SLIP}  ! {MAY_NOT}"
"""What the signs mean."""


class Piece(NamedTuple):
    """A text and its look, the last word of a component class."""

    text: str
    look: str


Line = tuple[Piece, ...]

LEGEND_FROM = 6
"""Rows from which one of them says what the signs mean."""


def plot_lines(
    conference: Conference, found: Forecast, now: Instant, width: int, height: int
) -> tuple[Line, ...]:
    """The plot in so many columns and rows, the axis first; () where there is nothing to plot."""
    speakers = conference.current_list
    if speakers is None or not found.entries or width < LABEL + 20 or height < 3:
        return ()
    axis = _Axis(sittings_left(conference, speakers, now.utc), found, width - LABEL)
    if not axis.seconds:
        return ()
    legend = height >= LEGEND_FROM
    rows = min(height - 1 - legend, len(found.entries))
    lines: list[Line] = [(Piece(" " * LABEL, "quiet"), Piece(axis.labels(conference), "quiet"))]
    numbers = _numbers(found)
    tier = None
    for one in _shown(found.entries, rows):
        name = one.tier.value if one.tier is not tier else ""
        tier = one.tier
        label = f"{name:<6}{numbers[one.entry]:>4}{mark(one):<1} "
        lines.append((Piece(label, "name"), *axis.row(one)))
    if legend:
        lines.append((Piece(" " * LABEL, "quiet"), Piece(LEGEND[: width - LABEL], "quiet")))
    return tuple(lines)


def _numbers(found: Forecast) -> dict[int, int]:
    """The place of each entry in its tier, from 1."""
    last: Counter[Tier] = Counter()
    numbers = {}
    for one in found.entries:
        last[one.tier] += 1
        numbers[one.entry] = last[one.tier]
    return numbers


def _shown(entries: tuple[Expected, ...], rows: int) -> list[Expected]:
    """So many of the entries: the first of each tier, the last, and the others evenly."""
    firsts = {one.tier: place for place, one in reversed(list(enumerate(entries)))}
    kept = sorted({*firsts.values(), len(entries) - 1})[:rows]
    rest = [place for place in range(len(entries)) if place not in kept]
    more = min(rows - len(kept), len(rest))
    kept += [rest[(2 * place + 1) * len(rest) // (2 * more)] for place in range(more)]
    return [entries[place] for place in sorted(kept)]


class _Axis:
    """Working time laid on columns, up to the end of the last meeting that somebody needs."""

    def __init__(self, sittings: Sittings, found: Forecast, width: int) -> None:
        self.width = width
        needed = max((one.meeting for one in found.entries), default=0)
        every = any(one.expected is None or one.latest is None for one in found.entries)
        left = sittings.left
        if not every:
            numbers = [one.number for one in left]
            left = left[: numbers.index(needed) + 1] if needed in numbers else left
        if left and left[-1].ends == UNENDING:
            last = max((one.latest for one in found.entries if one.latest), default=left[-1].starts)
            left = (*left[:-1], type(left[-1])(left[-1].number, left[-1].starts, last))
        self.sittings = Sittings(left, sittings.sits)
        self.seconds = sum(one.seconds for one in left)

    def column(self, worked: float) -> int:
        """The column of so much working time."""
        return min(self.width - 1, int(worked / self.seconds * (self.width - 1)))

    @property
    def stops(self) -> list[int]:
        """Columns at which meetings end."""
        return [self.column(self.sittings.worked(one.ends)) for one in self.sittings.left]

    def labels(self, conference: Conference) -> str:
        """When each meeting begins and ends, where there is room."""
        text = [" "] * self.width
        free = 0
        for one in self.sittings.left:
            begin = self.column(self.sittings.worked(one.starts))
            for column, moment in ((begin, one.starts), (None, one.ends)):
                there = local(conference, moment)
                word = f"{there:%a %H:%M}" if column is not None else f"{there:%H:%M}"
                end = self.column(self.sittings.worked(one.ends))
                place = column if column is not None else end - len(word) + 1
                if place >= free and place + len(word) <= self.width:
                    text[place : place + len(word)] = word
                    free = place + len(word) + 1
        return "".join(text)

    def row(self, one: Expected) -> Line:
        """One entry: where it is expected, up to where it is nearly sure."""
        cells = [" "] * self.width
        looks = ["quiet"] * self.width
        for stop in self.stops:
            cells[stop], looks[stop] = "│", "stop"
        if one.expected is None:
            words = "not reached "
            cells[-len(words) - 1 : -1] = words
            looks[-len(words) - 1 : -1] = ["late"] * len(words)
        else:
            first = self.column(self.sittings.worked(one.expected))
            last = self.column(self.sittings.worked(one.latest)) if one.latest else self.width - 1
            look = "late" if one.at_risk else "sure"
            for column in range(first + 1, last + 1):
                cells[column] = "▒" if cells[column] == " " else cells[column]
                looks[column] = look
            cells[first], looks[first] = "█", look
        return _pieces(cells, looks)


def _pieces(cells: list[str], looks: list[str]) -> Line:
    """Neighbours of one look put together."""
    pieces: list[Piece] = []
    for cell, look in zip(cells, looks, strict=True):
        if pieces and pieces[-1].look == look:
            pieces[-1] = Piece(pieces[-1].text + cell, look)
        else:
            pieces.append(Piece(cell, look))
    return tuple(pieces)
