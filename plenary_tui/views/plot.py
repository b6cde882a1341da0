"""The list against the clock, as lines of characters: a row for some entries, time to the right.

Breaks take no room: the axis is working time, with a bar where a meeting ends. Each row shows
from when to when its first entry is expected: a full block at the expected time, shaded up to the
time by which it is nearly sure. Without colour it says the same.
"""

from __future__ import annotations

from typing import NamedTuple

from plenary_tui.procedure.calendar import local
from plenary_tui.procedure.conference import Conference
from plenary_tui.procedure.forecast import Expected, Forecast
from plenary_tui.procedure.sittings import UNENDING, Sittings, sittings_left
from plenary_tui.procedure.timing import Instant

LABEL = 8
"""Columns for the name of the tier."""


class Piece(NamedTuple):
    """A text and its look, the last word of a component class."""

    text: str
    look: str


Line = tuple[Piece, ...]


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
    rows = min(height - 1, len(found.entries))
    shown = [found.entries[place * len(found.entries) // rows] for place in range(rows)]
    lines: list[Line] = [(Piece(" " * LABEL, "quiet"), Piece(axis.labels(conference), "quiet"))]
    tier = None
    for one in shown:
        name = one.tier.value if one.tier is not tier else ""
        tier = one.tier
        lines.append((Piece(f"{name:<{LABEL}}", "name"), *axis.row(one)))
    return tuple(lines)


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
