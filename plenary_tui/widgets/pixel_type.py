"""Large type drawn with half-blocks: the letters, and text as lines of it.

A pixel is one column wide and half a row high, which is about square. Letters are five pixels high
and are drawn larger in whole multiples; accents stand in rows of their own above and below them.
Figures (digits, colon, signs) are drawn to measure.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

Box = tuple[int, int, int, int]
"""Left, top, right and bottom of a rectangle of pixels."""

Picture = tuple[str, ...]
"""Rows of pixels, all equally wide: `#` is ink, `.` is not."""

HEIGHT = 5
"""Pixels in the height of a letter."""

_LETTERS = """
A .##. #..# #### #..# #..#  B ###. #..# ###. #..# ###.  C .### #... #... #... .###
D ###. #..# #..# #..# ###.  E #### #... ###. #... ####  F #### #... ###. #... #...
G .### #... #.## #..# .###  H #..# #..# #### #..# #..#  I ### .#. .#. .#. ###
J ..## ...# ...# #..# .##.  K #..# #.#. ##.. #.#. #..#  L #... #... #... #... ####
M #...# ##.## #.#.# #...# #...#  N #...# ##..# #.#.# #..## #...#  O .##. #..# #..# #..# .##.
P ###. #..# ###. #... #...  Q .##. #..# #..# #.## .###  R ###. #..# ###. #.#. #..#
S .### #... .##. ...# ###.  T ##### ..#.. ..#.. ..#.. ..#..  U #..# #..# #..# #..# .##.
V #...# #...# #...# .#.#. ..#..  W #...# #...# #.#.# ##.## #...#
X #...# .#.#. ..#.. .#.#. #...#  Y #...# .#.#. ..#.. ..#.. ..#..  Z #### ..#. .#.. #... ####
' # # . . .  - ... ... ### ... ...  ( .# #. #. #. .#  ) #. .# .# .# #.  . . . . . #
, .. .. .. .# #.  ? ###. ...# .##. .... .#..  & .#.. #.#. .#.# #.#. .#.#  / ...# ..#. ..#. .#.. #...
"""
_MARKS = """
\u0301 .# #.  \u0300 #. .#  \u0302 .#. #.#  \u030c #.# .#.  \u0308 ... #.#  \u0303 .#.# #.#.
\u030a ## ##  \u0304 ... ###  \u0307 . #
"""
_BELOW = {"\u0327": (".#", "#."), "\u0326": (".#", "#.")}
_SEGMENTS = {
    "0": "abcdef",
    "2": "abdeg",
    "3": "abcdg",
    "4": "bcfg",
    "5": "acdfg",
    "6": "acdefg",
    "7": "abc",
    "8": "abcdefg",
    "9": "abcdfg",
}
_FIGURES = frozenset("0123456789:+-")
_SIGNS = frozenset(":+-")
_ALIKE = str.maketrans("\u2018\u2019\u2010\u2011\u2013\u2212\u00a0", "''---- ")


def _read_font(text: str, height: int) -> dict[str, Picture]:
    words = text.split()
    return {
        words[place]: tuple(words[place + 1 : place + 1 + height])
        for place in range(0, len(words), height + 1)
    }


_FONT = _read_font(_LETTERS, HEIGHT)
_ABOVE = _read_font(_MARKS, 2)


class Cut(NamedTuple):
    """How large to draw, in pixels: the stroke, a figure's width and height, the gap."""

    stroke: int
    width: int
    height: int
    gap: int


def cut_of(scale: int) -> Cut:
    """The cut in which figures stand beside letters drawn `scale` times as large."""
    return Cut(scale, 3 * scale, HEIGHT * scale, scale)


def is_to_scale(text: str) -> bool:
    """Whether the text is as many times as wide as it is drawn large; signs of a clock are not."""
    return not _SIGNS & set(_plain(text))


def is_figures(text: str) -> bool:
    """Whether the text is the text of a clock, drawn to measure."""
    return _FIGURES.issuperset(_plain(text))


def covers(text: str) -> bool:
    """Whether every character can be drawn; no for Arabic and Chinese, say."""
    plain = _plain(text)
    known = _FIGURES | _FONT.keys() | _ABOVE.keys() | _BELOW.keys() | {" "}
    if not known.issuperset(plain) or not plain:
        return False
    if unicodedata.combining(plain[0]):
        return False  # an accent has to have a letter
    return all(len(marks) < 2 for _, marks in _characters(plain))


def _plain(text: str) -> str:
    """Capitals, their accents apart."""
    return unicodedata.normalize("NFD", text.translate(_ALIKE).upper())


def big_lines(text: str, scale: int | Cut = 1) -> list[str]:
    """The text in large type, as equally wide lines; a line break in it begins a new line of type.

    Raises:
        KeyError: for a character that cannot be drawn (see `covers`).
    """
    cut = cut_of(scale) if isinstance(scale, int) else scale
    pixels: list[str] = []
    for line in _plain(text).split("\n"):
        if pixels:
            pixels += [""] * (2 * cut.stroke)
        pixels += _pixel_rows(line, cut)
    width = max(map(len, pixels))
    if len(pixels) % 2:
        pixels.append("")
    rows = [row.ljust(width, ".") for row in pixels]
    pairs = tuple(zip(rows[::2], rows[1::2], strict=True))
    drawn = {pair: "".join(map(_BLOCKS.__getitem__, zip(*pair, strict=True))) for pair in {*pairs}}
    return [drawn[pair] for pair in pairs]


_BLOCKS = {(".", "."): " ", ("#", "."): "▀", (".", "#"): "▄", ("#", "#"): "█"}


def _pixel_rows(line: str, cut: Cut) -> list[str]:
    """One line of type as rows of pixels."""
    figures = is_figures(line)
    above = 3 if _ABOVE.keys() & set(line) else 0
    below = 2 if _BELOW.keys() & set(line) else 0
    rows = [""] * ((above + below) * cut.stroke + cut.height)
    before = ""
    for character, marks in _characters(line):
        gap = _gap(before, character, cut) if before else 0
        if figures or character.isdigit() or character in ":+":
            body = _figure(character, cut)
            blank = "." * len(body[0])
            glyph = [blank] * (above * cut.stroke) + body + [blank] * (below * cut.stroke)
        else:
            glyph = _enlarged(_letter(character, marks, above, below), cut.stroke)
        rows = [row + "." * gap + part for row, part in zip(rows, glyph, strict=True)]
        before = character
    return rows


def _characters(line: str) -> Iterator[tuple[str, str]]:
    """Each character of a decomposed line with the accents that follow it."""
    starts = [place for place, one in enumerate(line) if not unicodedata.combining(one)]
    for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
        yield line[start], line[start + 1 : end]


def _gap(before: str, after: str, cut: Cut) -> int:
    """Pixels between two characters; a colon and a sign stand closer to their figures."""
    return (cut.gap + 1) // 2 if before in ":+-" or after == ":" else cut.gap


def _letter(character: str, marks: str, above: int, below: int) -> list[str]:
    """One character with its accents, in font pixels."""
    body = ("..",) * HEIGHT if character == " " else _FONT[character]
    over = next((_ABOVE[mark] for mark in marks if mark in _ABOVE), ())
    if len(body[0]) % 2 == 0:
        over = tuple(row[0] + row[1] * 2 + row[2] if len(row) == 3 else row for row in over)
    under = next((_BELOW[mark] for mark in marks if mark in _BELOW), ())
    rows = [*(over or ("", "")), "", *body] if above else [*body]
    rows += (under or ("", "")) if below else ()
    width = max(map(len, rows))
    return [row.center(width, ".") for row in rows]


def _enlarged(rows: list[str], times: int) -> list[str]:
    return ["".join(pixel * times for pixel in row) for row in rows for _ in range(times)]


@lru_cache(maxsize=128)
def _figure(character: str, cut: Cut) -> list[str]:
    """A digit, colon or sign drawn to measure; digits are all equally wide."""
    stroke, _, height, _ = cut
    width = _figure_width(character, cut)
    match character:
        case "+" | "-":
            boxes = _sign(character, width, cut)
        case ":":
            high = (height - stroke) // 4
            boxes = [(0, top, stroke, top + stroke) for top in (high, height - high - stroke)]
        case "1":
            stem = (width - stroke) // 2
            boxes = [(0, 0, stem, stroke), (stem, 0, stem + stroke, height)]
            boxes.append((0, height - stroke, width, height))
        case _:
            boxes = _segments(character, cut)
    return _inked(boxes, width, height)


def _figure_width(character: str, cut: Cut) -> int:
    if character in "+-":
        thin, arm = _thin(cut)
        return thin + 2 * arm
    return cut.stroke if character == ":" else cut.width


def _thin(cut: Cut) -> tuple[int, int]:
    """The stroke of a sign, and how far it reaches to each side."""
    thin = max(1, cut.stroke * 2 // 3)
    return thin, max(min(2, cut.stroke), thin)


def _sign(character: str, width: int, cut: Cut) -> list[Box]:
    thin, arm = _thin(cut)
    top = (cut.height - width) // 2
    across = (0, top + arm, width, top + arm + thin)
    return [across, (arm, top, arm + thin, top + width)] if character == "+" else [across]


def _segments(digit: str, cut: Cut) -> list[Box]:
    stroke, width, height, _ = cut
    middle = (height - stroke) // 2
    places = {
        "a": (0, 0, width, stroke),
        "b": (width - stroke, 0, width, middle + stroke),
        "c": (width - stroke, middle, width, height),
        "d": (0, height - stroke, width, height),
        "e": (0, middle, stroke, height),
        "f": (0, 0, stroke, middle + stroke),
        "g": (0, middle, width, middle + stroke),
    }
    return [places[segment] for segment in _SEGMENTS[digit]]


def _inked(boxes: list[Box], width: int, height: int) -> list[str]:
    """Rows of pixels with boxes filled."""
    rows = [["."] * width for _ in range(height)]
    for left, top, right, bottom in boxes:
        for row in rows[top:bottom]:
            row[left:right] = "#" * (right - left)
    return ["".join(row) for row in rows]


def figures_width(text: str, cut: Cut) -> int:
    """How many columns the text of a clock takes."""
    line = _plain(text)
    widths = sum(_figure_width(character, cut) for character in line)
    return widths + sum(_gap(before, after, cut) for before, after in pairwise(line))
