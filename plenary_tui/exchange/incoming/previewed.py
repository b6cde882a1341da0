"""A preview of a file in 80 columns, and as JSON."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from plenary_tui.exchange.incoming.offer import Contents, Role
from plenary_tui.exchange.incoming.preview import Preview, PreviewRow, State

WIDTH = 80
SEEN = (State.ASKED, State.REFUSED, State.CHANGED, State.GONE, State.SKIPPED)
"""What needs eyes."""
MOST = 200
"""Rows of one state that are listed, unless all are wanted."""
MOST_SKIPPED = 20
"""And of those that are left out by themselves."""
_OPTION = re.compile(r" \(--(?:item|all)[^)]*\)")
NAMES = 8
"""Names taken for others' that are listed, unless all are wanted."""


def told(
    looked: Preview, *, everything: bool = False, width: int = WIDTH, options: bool = True
) -> list[str]:
    """The preview in lines of so many columns: what the file is, counts, and what needs eyes.

    Args:
        options: whether those of the command line are named.
    """
    return [
        line
        for text, indent in _texts(looked, everything, options)
        for line in textwrap.wrap(
            text if options else _OPTION.sub("", text),
            width,
            subsequent_indent=indent,
            break_long_words=True,
            break_on_hyphens=False,
        )
    ]


def _texts(looked: Preview, everything: bool, options: bool) -> Iterator[tuple[str, str]]:
    offer = looked.offer
    saved = f", {offer.saved}" if offer.saved else ""
    sheet = f", sheet “{offer.sheet}”" if offer.sheet else ""
    yield f"{offer.file}: {offer.source}{saved}{sheet}; taken as {looked.contents}.", "  "
    if more := _not_taken(looked):
        how = ", ".join(f"--as {one}" for one in more) if options else "F2"
        yield f"  The file has more: {', '.join(more)}. Import it again for each ({how}).", "    "
    if offer.columns:
        yield f"  Columns: {_columns(looked)}.", "    "
    if offer.accented:
        yield f"  Letters: {', '.join(offer.accented)}", "    "
    for question, option in offer.asks:
        yield f"  {question} ({option})" if options else f"  {question}", "    "
    yield f"  {_counts(looked)}", "    "
    if offer.limit is not None:
        seconds = int(offer.limit.total_seconds())
        yield f"  It names a time limit of {seconds} seconds, which is not taken over.", "    "
    if looked.wants_item:
        yield "  On whose list the requests come is not said (--item).", "    "
    yield from _names(looked, everything)
    yield from _rows(looked, everything)


def _not_taken(looked: Preview) -> list[Contents]:
    """What else the file has, as a meeting of OpenSlides does: each is taken over by itself."""
    with_programme = (Contents.AGENDA, Contents.PROGRAMME)
    return [
        one
        for one in looked.offer.contents
        if one is not looked.contents
        and not (one in with_programme and looked.contents in with_programme)
    ]


def _columns(looked: Preview) -> str:
    used = [f"{one.title} = {one.role}" for one in looked.offer.columns if _is_used(one.role)]
    never = [one.title for one in looked.offer.columns if one.role is Role.NOT_READ]
    unused = [one.title for one in looked.offer.columns if one.role is None]
    parts = [", ".join(used)] if used else []
    parts += [f"never read: {', '.join(never)}"] if never else []
    parts += [f"not used: {', '.join(unused)}"] if unused else []
    return "; ".join(parts)


def _is_used(role: Role | None) -> bool:
    return role is not None and role is not Role.NOT_READ


def _counts(looked: Preview) -> str:
    counts = looked.counts
    said = [f"{count} {state}" for state, count in counts.items() if count]
    said += [f"{count} {why}" for why, count in looked.offer.left_out.items()]
    persons = sum(row.persons for row in looked.rows)
    text = ", ".join(said) or "nothing"
    return f"{text}; {persons} persons, none of whom is kept." if persons else f"{text}."


def _names(looked: Preview, everything: bool) -> Iterator[tuple[str, str]]:
    taken = looked.taken_as if everything else looked.taken_as[:NAMES]
    if taken:
        names = "; ".join(f"{written} = {meant}" for written, meant in taken)
        more = len(looked.taken_as) - len(taken)
        yield f"  Names: {names}{f'; and {more} more (--all)' if more else ''}.", "    "


def _rows(looked: Preview, everything: bool) -> Iterator[tuple[str, str]]:
    """What needs eyes: what is new too, where the rest of the file stands already."""
    counts = looked.counts
    seen = tuple(State) if everything else SEEN
    if counts[State.SAME] and not everything:
        seen = (*SEEN, State.NEW)
    left = sum(counts.values())
    for state in dict.fromkeys((*SEEN, *State)):
        if state not in seen:
            continue
        rows = [row for row in looked.rows if row.state is state]
        most = MOST_SKIPPED if state is State.SKIPPED else MOST
        listed = rows if everything else rows[:most]
        left -= len(listed)
        for row in listed:
            yield _row(row), " " * 23
    if left:
        yield f"  and {left} more as they stand (--all lists them)", "    "


def _row(row: PreviewRow) -> str:
    line = f"line {row.line}" if row.line else ""
    persons = ""
    if row.persons:
        persons = ": 1 person" if row.persons == 1 else f": {row.persons} persons"
    why = f" - {row.why}" if row.why else ""
    return f"  {row.state:<8} {line:<11} {row.what}{persons}{why}"


def as_json(looked: Preview) -> dict[str, object]:
    """The preview as JSON values."""
    offer = looked.offer
    return {
        "file": offer.file,
        "sha256": offer.sha256,
        "encoding": offer.saved,
        "sheet": offer.sheet,
        "as": looked.contents.value,
        "columns": [
            {"title": one.title, "role": one.role.value if one.role else None, "why": one.why}
            for one in offer.columns
        ],
        "rows": [
            {
                "line": row.line or None,
                "state": row.state.value,
                "delegation": row.delegation or None,
                "what": row.what,
                "why": row.why,
                "persons": row.persons,
            }
            for row in looked.rows
        ],
        "counts": {state.value: count for state, count in looked.counts.items()},
        "left_out": dict(offer.left_out),
        "problems": [str(one) for one in offer.problems],
        "goes_through": looked.goes_through,
    }
