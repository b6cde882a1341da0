"""conference.toml as people type it, made TOML: what is meant is taken, the rest is told.

A file that is TOML is never touched. In one that is not, curly quotation marks become straight
ones, and a value that is no TOML by itself (`2027-03-04T09:30`, `04.03.2027`, `oui`, a name without
quotation marks) becomes text, which is then read as that text. Lines stay where they are.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

MOST_FAULTS = 50
"""Lines that are left out one after the other, each told, before the rest is given up."""

_OPENING, _CLOSING = "\u201c\u201e\u201f\u00ab", "\u201d\u201c\u00bb"
_SINGLE_OPENING, _SINGLE_CLOSING = "\u2018\u201a\u201b\u2039", "\u2019\u203a"
_CURLY = re.compile(
    rf"[{_OPENING}]([^{_CLOSING}]{{0,500}})[{_CLOSING}]"
    rf"|[{_SINGLE_OPENING}]([^{_SINGLE_CLOSING}]{{0,500}})[{_SINGLE_CLOSING}]"
)
LONGEST_LINE, LONGEST = 20_000, 2_000_000
"""Letters of a line, and of the whole file: more than any conference has, which would be looked
through for minutes."""
_DEEP = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){50}")
"""A key of so many parts is no key of ours; thousands would be read for half a minute."""
_STATEMENT = re.compile(r"\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=(?!=)\s*(.*)")
_HEADING = re.compile(r"\s*\[")
_PLACE = re.compile(r"^(.*) \(at line (\d+), column \d+\)$", re.DOTALL)


@dataclass(slots=True)
class Mended:
    """What was made of a file.

    Attributes:
        values: the top table; None if nothing can be read.
        lines: of the text that was read.
        faults: line, counted from 1 or None for the whole file, and what is wrong there.
    """

    values: dict[str, object] | None
    lines: list[str]
    faults: list[tuple[int | None, str]] = field(default_factory=list)


def read_toml(text: str) -> Mended:
    """The values of a file, after mending it if it is not TOML."""
    lines = text.split("\n")
    if len(text) > LONGEST:
        return Mended(None, lines, [(None, f"has more than {LONGEST:,} letters")])
    if long := next((at for at, one in enumerate(lines, 1) if len(one) > LONGEST_LINE), 0):
        return Mended(None, lines, [(long, f"has more than {LONGEST_LINE:,} letters")])
    if deep := _DEEP.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        return Mended(None, lines, [(line, "has a key of more parts than any conference has")])
    try:
        return Mended(tomllib.loads(text), lines)
    except (ValueError, RecursionError):
        return _read_mended(Mended(None, [_mended(line) for line in _in_lines(lines)]))


def _read_mended(mended: Mended) -> Mended:
    """The values of what was mended; a line that still is not TOML is told and left out."""
    while len(mended.faults) < MOST_FAULTS:
        try:
            mended.values = tomllib.loads("\n".join(mended.lines))
            return mended
        except RecursionError:
            mended.faults.append((None, "has too many brackets within each other"))
            return mended
        except ValueError as error:
            place, what = _told(str(error), mended.lines)
            mended.faults.append((place, what))
            if place is None or not mended.lines[place - 1].strip():
                return mended
            mended.lines[place - 1] = ""
    return mended


def _in_lines(lines: list[str]) -> list[str]:
    """The lines, a list that goes on over several of them drawn together on its first."""
    joined = list(lines)
    for place, line in enumerate(lines):
        found = _STATEMENT.match(line)
        if not found or not found[2].startswith("[") or _is_value(found[2]):
            continue
        value = _without_remark(found[2])
        for more in range(place + 1, min(place + 200, len(lines))):
            if _closed(value) or _STATEMENT.match(lines[more]) or _HEADING.match(lines[more]):
                break
            value = f"{value} {_without_remark(lines[more])}"
            joined[place], joined[more] = f"{line[: found.start(2)]}{value}", ""
        else:
            continue
        if not _closed(value):
            joined[place : place + len(lines)] = lines[place:]
    return joined


def _mended(line: str) -> str:
    """A line of which the value is TOML, or text if it is no value that TOML knows."""
    found = _STATEMENT.fullmatch(line)
    if found is None or _is_value(found[2]) or '"""' in line or "'''" in line:
        return line
    value = _straight(_without_remark(found[2]).strip())
    if not _is_value(value):
        value = _list_of_text(value) if value.startswith("[") and _closed(value) else _text(value)
    return f"{line[: found.start(2)]}{value}"


def _is_value(text: str) -> bool:
    try:
        tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return False
    return True


def _closed(value: str) -> bool:
    return value.rstrip().endswith("]")


def _without_remark(text: str) -> str:
    """The text up to a remark, which begins with `#` outside quotation marks."""
    marks = {'"': '"', "'": "'", **dict.fromkeys(_OPENING, _CLOSING)}
    ends = ""
    for place, sign in enumerate(text):
        if ends:
            ends = "" if sign in ends else ends
        elif sign == "#":
            return text[:place]
        elif place == 0 or text[place - 1] in " ,[":
            ends = marks.get(sign, "")
    return text


def _straight(value: str) -> str:
    """The value with texts in curly quotation marks put in straight ones."""
    return _CURLY.sub(lambda found: _quoted((found[1] or found[2] or "").strip()), value)


def _text(value: str) -> str:
    """A value as text: what stands in quotation marks, of which one may be missing, or all."""
    marks = f"\"'{_OPENING}{_CLOSING}{_SINGLE_OPENING}{_SINGLE_CLOSING}"
    return _quoted(value.strip().strip(marks))


def _list_of_text(value: str) -> str:
    """A list in square brackets, each part of it that is no value made text."""
    parts = [part.strip() for part in value.strip().strip("[]").split(",")]
    texts = (one if one[0] in "\"'" and _is_value(one) else _text(one) for one in parts if one)
    return f"[{', '.join(texts)}]"


def _quoted(text: str) -> str:
    kept = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{kept}"'


def _told(why: str, lines: list[str]) -> tuple[int | None, str]:
    """The line on which the file is not TOML, from 1, and what is wrong in words."""
    found = _PLACE.match(why)
    if found is None:
        return None, "has quotation marks or brackets that open and are never closed"
    what, place = found[1], int(found[2])
    if "Unclosed" in what or "Unterminated" in what:
        opened = [at for at, line in enumerate(lines[:place], start=1) if "=" in line]
        return (opened[-2] if len(opened) > 1 and opened[-1] == place else place), (
            "has a bracket or a quotation mark that opens here and is never closed"
        )
    if "Cannot overwrite" in what:
        return place, "gives a key a second time"
    if "Cannot declare" in what or "Cannot mutate" in what:
        return place, "is a heading that stands twice; one of several has two brackets: [[meeting]]"
    if "Expected '='" in what or "Invalid statement" in what or "Invalid initial" in what:
        return place, "is neither a heading in brackets, nor a key, “=” and its value"
    return place, "cannot be read as a key, “=” and its value"
