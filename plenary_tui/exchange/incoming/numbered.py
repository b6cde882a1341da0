"""Symbols of agenda items, as files write them and where they leave them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plenary_tui.exchange.incoming.cells import cleaned
from plenary_tui.exchange.incoming.moments import western
from plenary_tui.exchange.incoming.offer import OfferedItem
from plenary_tui.exchange.problems import Problem, quoted
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import folded

LONGEST_SYMBOL = 32
"""Characters of the symbol of an item."""

_PREFIX = re.compile(
    r"^(?:agenda item|item|point|punto|tema|пункт|البند|议程项目|项目|top)"
    r"\s*(?:no\.?\s*)?(?=[\d(])",
    re.IGNORECASE,
)
_SUB = re.compile(r"\(?([a-z]|[ivx]{1,4})\)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
_IN_TITLE = re.compile(
    r"(?P<symbol>\d{1,3}(?:\.\d{1,3})*\s*(?:\(\s*[a-z]{1,4}\s*\))+|\d{1,3}(?:\.\d{1,3})*(?=[.):]\s)"
    r"|\([a-z]{1,2}\)|[a-z]\)(?=\s))[.):]?\s*[-:]?\s*(?P<title>\S.*)"
)
_NUMBERED_LINE = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.:)]?|\(?[a-z]{1,3}\)[.:]?)\s*\(?\w", re.IGNORECASE
)
LEAST_LETTERS = 3
NUMBERED = 0.8
"""The share of lines with a number that makes a text an agenda."""
_NUMBER_FIRST = re.compile(r"(?P<symbol>\d{1,3})\s+(?P<title>\D.*)")


class Matter(Value):
    """What a file has on the agenda.

    Attributes:
        line: where it stands; a number in order where the file has no lines.
        symbol: as written; "" if the file has none.
        title: as written.
        below: whether it belongs to the last one that does not.
    """

    line: int
    symbol: str
    title: str
    below: bool = False


def is_numbered(lines: Sequence[str]) -> bool:
    """Whether most lines begin with the number of an item and go on in words."""
    numbered = sum(
        1
        for line in lines
        if _NUMBERED_LINE.match(line) and sum(map(str.isalpha, line)) > LEAST_LETTERS
    )
    return numbered >= len(lines) * NUMBERED > 0


def symbol_of(written: str) -> str:
    """A symbol as it is written here: "Item 1 (a)." is 1(a)."""
    text = _PREFIX.sub("", western(cleaned(written))).strip()
    text = re.sub(r"\s*([()])\s*", r"\1", text).rstrip(".: ")
    if text.count(")") > text.count("(") and _NUMBER.match(text):
        number = _NUMBER.match(text)
        rest = text[number.end() :] if number else ""
        text = (
            text[:-1] if rest == ")" else f"{text[: -len(rest)]}({rest.strip()}" if rest else text
        )
    return text


def number_items(
    file: str, matters: Iterable[Matter], problems: list[Problem]
) -> tuple[OfferedItem, ...]:
    """The items, each with a symbol of its own; one without is numbered in order.

    "(a)" after its heading 1 becomes 1(a). A symbol that stands twice is a problem.
    """
    given = list(matters)
    numbers_first = all(
        one.symbol or _NUMBER_FIRST.fullmatch(one.title) or _IN_TITLE.fullmatch(one.title)
        for one in given
    )
    items: list[OfferedItem] = []
    lines: dict[str, int] = {}
    heading, letters, last = "", 0, 0
    for one in given:
        symbol, title, counted = symbol_of(one.symbol), one.title, False
        if not symbol and (found := _IN_TITLE.fullmatch(title)):
            symbol, title = symbol_of(found["symbol"]), found["title"]
        elif not symbol and numbers_first and (found := _NUMBER_FIRST.fullmatch(title)):
            symbol, title = found["symbol"], found["title"]
        if (sub := _SUB.fullmatch(symbol)) and heading:
            symbol = f"{heading}({sub[1].lower()})"
        elif not symbol and one.below and heading:
            letters += 1
            counted = True
            symbol = f"{heading}({letter(letters)})"
        elif not symbol:
            symbol, counted = str(last + 1), True
        if len(symbol) > LONGEST_SYMBOL or not any(map(str.isalnum, symbol)):
            what = f"{quoted(symbol)} is not a symbol"
            problems.append(Problem(file, one.line, "item", what, "one as 1(f)"))
            continue
        if not symbol.startswith(f"{heading}(") or not heading:
            heading, letters = symbol, 0
        if found := re.match(r"\d{1,3}", symbol):
            last = max(last, int(found[0]))
        if (first := lines.setdefault(folded(symbol), one.line)) != one.line:
            what = f"{quoted(symbol)} is the symbol of two items (the other: line {first})"
            problems.append(Problem(file, one.line, "item", what, "each once"))
            continue
        items.append(OfferedItem(one.line, symbol, title, counted))
    return tuple(items)


def letter(number: int) -> str:
    """The letter of that number: a, b, … z, aa, ab."""
    number -= 1
    first = chr(ord("a") + number // 26 - 1) if number >= 26 else ""
    return first + chr(ord("a") + number % 26)
