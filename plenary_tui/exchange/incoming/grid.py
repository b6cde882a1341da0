"""A table as it stands in a file: where its header is, its columns by title, its rows by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from plenary_tui.exchange.incoming.cells import cleaned
from plenary_tui.exchange.incoming.columntitles import is_title
from plenary_tui.exchange.incoming.delimited import Record
from plenary_tui.exchange.incoming.numbered import is_numbered
from plenary_tui.exchange.incoming.rawfile import COLUMNS, ROWS, Unreadable
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.state.text import shown

HEADER_WITHIN = 20
"""Records among which the header is looked for."""
LEAST_WHOLE = 3
"""Rows of one width after which a shorter last one is a file that was cut off."""
E_MAIL = re.compile(r"[^@\s<>;,]+@[^@\s<>;,]+\.[A-Za-z]{2,}")
_PEOPLE = ("First Name", "Last Name", "Affiliation", "Position", "Phone Number", "Email Address")
_TALKS = ("Start", "Minutes", "Heading", "First Name", "Last Name", "Affiliation", "Email Address")
HEADERLESS = {len(_PEOPLE): _PEOPLE, len(_TALKS): _TALKS}
"""What the columns of Indico's own import files are, which have no header."""
HEADER_AGAIN = "a second header line"


@dataclass(slots=True)
class Grid:
    """A table.

    Attributes:
        file: its name, for what is said of it.
        titles: of the columns; of two alike the second is "X (2)".
        rows: the records below the header that are not blank.
        headed: whether the titles stand in the file.
        left_out: how many rows were left out, by the reason.
        problems: rows that cannot be read.
    """

    file: str
    titles: tuple[str, ...]
    rows: list[Record]
    headed: bool = True
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def column(self, place: int) -> Iterator[str]:
        """The cells of a column, from the first row on; "" where a row is shorter."""
        for _, cells in self.rows:
            yield cells[place] if place < len(cells) else ""

    def sample(self, place: int, most: int) -> list[str]:
        """Up to so many distinct texts of a column, from all over it."""
        step = max(1, len(self.rows) // (3 * most))
        found: dict[str, None] = {}
        for _, cells in self.rows[::step]:
            if place < len(cells) and (text := cleaned(cells[place])):
                found[text] = None
                if len(found) >= most:
                    break
        return list(found)


def known_titles(cells: list[str]) -> int:
    """How many cells of a record are titles that are known."""
    return sum(1 for cell in cells if cell and is_title(cleaned(cell)))


def likeness(records: list[Record]) -> int:
    """How many titles that are known the likeliest header among the records has."""
    return max((known_titles(cells) for _, cells in records[:HEADER_WITHIN]), default=0)


def make_grid(file: str, records: list[Record], recognise: Callable[[str], bool]) -> Grid:
    """The table that the records are; raises `Unreadable` if they are none or too many."""
    records = [one for one in records if any(map(str.strip, one[1]))]
    if not records:
        raise Unreadable("is empty", "a header line and rows")
    place = _header(records, recognise)
    if place is None:
        width = max(len(cells) for _, cells in records)
        titles = HEADERLESS.get(width) if _has_e_mail(records[0][1]) else None
        named = titles or tuple(f"Column {number}" for number in range(1, width + 1))
        grid = Grid(file, named, records, headed=False)
    else:
        grid = Grid(file, _titles(records, place), records[place + 1 :])
        _leave_out_headers(grid, records[place][1])
    if len(grid.titles) > COLUMNS:
        raise Unreadable(f"has {len(grid.titles):,} columns", f"{COLUMNS} at most")
    if len(grid.rows) > ROWS:
        line = grid.rows[ROWS][0]
        raise Unreadable(f"has {len(grid.rows):,} rows", f"{ROWS:,} at most; split it", line)
    if not grid.rows:
        raise Unreadable("has a header line and no rows", "rows below it")
    _check_widths(grid)
    return grid


def _header(records: list[Record], recognise: Callable[[str], bool]) -> int | None:
    """The place of the header among the records; None if there is none."""
    if all(len(cells) == 1 for _, cells in records) and is_numbered([one[1][0] for one in records]):
        return None
    first = [(known_titles(cells), at) for at, (_, cells) in enumerate(records[:HEADER_WITHIN])]
    most, best = max(first, key=lambda one: (one[0], -one[1]))
    filled = sum(1 for cell in records[best][1] if cell.strip())
    if most >= 2 or (most == 1 and filled <= 3 and len(records) > best + 1):
        return best
    if _has_e_mail(records[0][1]):
        return None
    for at, (_, cells) in enumerate(records[:HEADER_WITHIN]):
        if any(recognise(text) for cell in cells if (text := cleaned(cell))):
            return None if at == 0 or most == 0 else best
        if sum(1 for cell in cells if cell.strip()) >= 2 and _is_filled_below(records, at):
            return at
    return best if most else None


def _has_e_mail(cells: list[str]) -> bool:
    return any(E_MAIL.fullmatch(cell.strip()) for cell in cells)


def _is_filled_below(records: list[Record], at: int) -> bool:
    """Whether most cells below the texts of a record hold something."""
    places = [place for place, cell in enumerate(records[at][1]) if cell.strip()]
    below = records[at + 1 : at + 11]
    filled = sum(
        1 for _, cells in below for one in places if one < len(cells) and cells[one].strip()
    )
    return bool(below) and filled >= len(below) * len(places) / 2


def _titles(records: list[Record], place: int) -> tuple[str, ...]:
    """The titles; where a header has two lines, that which says more of each column."""
    titles = [shown(cleaned(cell)) for cell in records[place][1]]
    while titles and not titles[-1]:
        titles.pop()
    after = records[place + 1][1] if place + 1 < len(records) else []
    before = records[place - 1][1] if place else []
    others = [after] if _are_titles(after) else []
    others += [before] if known_titles(before) >= 2 else []
    for at, title in enumerate(titles):
        if not is_title(title):
            more = (cleaned(cells[at]) for cells in others if at < len(cells))
            titles[at] = next((one for one in more if is_title(one)), title)
    used: Counter[str] = Counter()
    for at, title in enumerate(titles):
        named = title[:120] or f"Column {at + 1}"
        used[named.casefold()] += 1
        count = used[named.casefold()]
        titles[at] = named if count == 1 else f"{named} ({count})"
    return tuple(titles)


def _are_titles(cells: list[str]) -> bool:
    """Whether most cells of a record are titles; a first row may have two that look so."""
    known = known_titles(cells)
    return known >= 2 and known * 2 > sum(1 for cell in cells if cell.strip())


def _leave_out_headers(grid: Grid, header: list[str]) -> None:
    """Leave out rows that are a header again, as lists that were put together have them."""

    def is_header(cells: list[str]) -> bool:
        return cells == header or _are_titles(cells)

    suspicious = {header[0], next((cell for cell in header if cell.strip()), "")}
    kept = []
    for at, (line, cells) in enumerate(grid.rows):
        near = at < 2 or (cells and cells[0] in suspicious)
        if near and is_header(cells):
            grid.left_out[HEADER_AGAIN] += 1
        else:
            kept.append((line, cells))
    grid.rows[:] = kept


def _check_widths(grid: Grid) -> None:
    """Tell rows that have cells where there is no column, and a last one that is cut off."""
    width = len(grid.titles)
    if len(grid.rows) > LEAST_WHOLE and len(grid.rows[-1][1]) < width:
        line, cells = grid.rows[-1]
        if all(len(others) >= width for _, others in grid.rows[:-1]):
            what = f"ends after {len(cells)} of {width} cells, so the file may be cut off"
            grid.problems.append(Problem(grid.file, line, "", what, "it saved or sent again"))
            grid.rows.pop()
    kept = []
    for line, cells in grid.rows:
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            what = f"has {len(cells)} cells where the header has {width}"
            expected = "a value with the separator in it between quotation marks"
            grid.problems.append(Problem(grid.file, line, "", what, expected))
        else:
            kept.append((line, cells))
    grid.rows[:] = kept
