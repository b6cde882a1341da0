"""The list against the clock, as lines of characters: a row for some entries, time to the right.

Breaks take no room: the axis is working time, with a bar where a meeting ends. Each row shows one
entry, named by its tier and its number there: a full block at the expected time, shaded up to the
time by which it is nearly sure; `~` where it may slip to the next meeting, `!` where it may not be
heard at all. Without colour it says the same.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from plenary_tui.forecast.forecast import Forecast
from plenary_tui.forecast.hours_left import UNENDING, Sittings, sittings_left
from plenary_tui.forecast.reach import Expected
from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier
from plenary_tui.views.forecast.at_risk import MAY_NOT, MAY_SLIP, mark

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


class Plot(Value):
    """Who waits, laid on the time in which the list can be heard; drawn at any size.

    Attributes:
        entries: those who wait, in the order of the list.
        sittings: up to the end of the last meeting that somebody needs.
    """

    entries: tuple[Expected, ...]
    sittings: Sittings
    timezone: str

    def lines(self, width: int, height: int) -> tuple[Line, ...]:
        """The plot in so many columns and rows, the axis first; () where there is no room."""
        if width < LABEL + 20 or height < 3:
            return ()
        axis = _Axis(self.sittings, width - LABEL)
        legend = height >= LEGEND_FROM
        rows = min(height - 1 - legend, len(self.entries))
        labels = axis.labels(self.timezone)
        lines: list[Line] = [(Piece(" " * LABEL, "quiet"), Piece(labels, "quiet"))]
        numbers = _numbers(self.entries)
        tier = None
        for entry in _shown(self.entries, rows):
            name = entry.tier.value if entry.tier is not tier else ""
            tier = entry.tier
            label = f"{name:<6}{numbers[entry.entry]:>4}{mark(entry):<1} "
            lines.append((Piece(label, "name"), *axis.row(entry)))
        if legend:
            lines.append((Piece(" " * LABEL, "quiet"), Piece(LEGEND[: width - LABEL], "quiet")))
        return tuple(lines)


def plot(conference: Conference, found: Forecast, now: Instant) -> Plot | None:
    """The plot of a forecast of the current list; None where there is nothing to plot."""
    speakers = conference.current_list
    if speakers is None or not found.entries:
        return None
    sittings = _needed(sittings_left(conference, speakers, now.utc), found.entries)
    if not sum(sitting.seconds for sitting in sittings.left):
        return None
    return Plot(found.entries, sittings, conference.timezone)


def _needed(sittings: Sittings, entries: tuple[Expected, ...]) -> Sittings:
    """The sittings up to the last that somebody needs; one without an end, up to that moment."""
    left = sittings.left
    if not any(entry.expected is None or entry.latest is None for entry in entries):
        last = max(entry.meeting for entry in entries)
        numbers = [sitting.number for sitting in left]
        left = left[: numbers.index(last) + 1] if last in numbers else left
    if left and left[-1].ends == UNENDING:
        latest = [entry.latest for entry in entries if entry.latest]
        left = (*left[:-1], replace(left[-1], ends=max(latest, default=left[-1].starts)))
    return Sittings(left, sittings.sits)


def _numbers(entries: tuple[Expected, ...]) -> dict[int, int]:
    """The place of each entry in its tier, from 1."""
    last: Counter[Tier] = Counter()
    numbers = {}
    for entry in entries:
        last[entry.tier] += 1
        numbers[entry.entry] = last[entry.tier]
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
    """Working time laid on columns."""

    def __init__(self, sittings: Sittings, width: int) -> None:
        self.sittings, self.width = sittings, width
        self.seconds = sum(sitting.seconds for sitting in sittings.left)

    def column(self, moment: datetime) -> int:
        """The column of a moment."""
        share = self.sittings.worked(moment) / self.seconds
        return min(self.width - 1, int(share * (self.width - 1)))

    def labels(self, timezone: str) -> str:
        """When each meeting begins and ends, where there is room."""
        text = [" "] * self.width
        free = 0
        for sitting in self.sittings.left:
            begins = f"{sitting.starts.astimezone(zone(timezone)):%a %H:%M}"
            ends = f"{sitting.ends.astimezone(zone(timezone)):%H:%M}"
            for word, place in (
                (begins, self.column(sitting.starts)),
                (ends, self.column(sitting.ends) - len(ends) + 1),
            ):
                if place >= free and place + len(word) <= self.width:
                    text[place : place + len(word)] = word
                    free = place + len(word) + 1
        return "".join(text)

    def row(self, entry: Expected) -> Line:
        """One entry: where it is expected, up to where it is nearly sure."""
        cells = [" "] * self.width
        looks = ["quiet"] * self.width
        for sitting in self.sittings.left:
            stop = self.column(sitting.ends)
            cells[stop], looks[stop] = "│", "stop"
        if entry.expected is None:
            words = "not reached "
            cells[-len(words) - 1 : -1] = words
            looks[-len(words) - 1 : -1] = ["late"] * len(words)
        else:
            first = self.column(entry.expected)
            last = self.column(entry.latest) if entry.latest else self.width - 1
            look = "late" if entry.at_risk else "sure"
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
