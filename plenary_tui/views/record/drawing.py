"""Pictures of the record as SVG: bars, and lines over the time of day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from plenary_tui.views.record.phrasing import length
from plenary_tui.views.record.plain_text import width_of
from plenary_tui.views.record.sheet import Chart, Curve, Curves, Mark
from plenary_tui.views.wording.tongue import harmless

_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_LABEL, _WIDE, _END, _ROW = 230, 760, 620, 40
"""Of bars in units of their picture: labels, the whole, where the longest bar ends, a row."""
_LETTER, _ON_ONE, _MOST = 7.85, 28, 40
"""How long a letter of a label is at most; letters that it has on one line, and on one of two."""
_LEFT, _RIGHT, _TOP, _BASE, _HIGH = 50, 740, 12, 210, 262
"""Of lines: the room that the axes leave, and the height of the whole."""
ALONE = (
    "text { fill: #16202c; font: 13px 'Libertinus Serif' } .used { fill: #1f6fb2 } "
    ".plan { fill: #b9c6d4 } path { fill: none; stroke: #1f6fb2; stroke-width: 2 } "
    "path.aim { stroke: #56657a; stroke-dasharray: 6 4 } "
    "path.rule { stroke: #cdd6e0; stroke-width: 1 }"
)
"""The style of a picture that stands in no page.

A line has no class that fills: a rule for a class stands over one for all paths.
"""


def safe(text: str) -> str:
    """A text in which nothing means more than itself, in HTML and SVG."""
    return harmless(text).translate(_SIGNS)


def drawn(picture: Chart | Curves, style: str = "") -> Iterator[str]:
    """A picture, line by line; with a style of its own where it stands in no page."""
    match picture:
        case Chart():
            yield from _bars(picture, style)
        case Curves():
            yield from _lines(picture, style)
        case _:
            assert_never(picture)


def _begun(told: str, high: int, style: str) -> Iterator[str]:
    """The picture's beginning; its title says where the table is that has its figures."""
    space = ' xmlns="http://www.w3.org/2000/svg"' if style else ""
    yield f'<svg{space} viewBox="0 0 {_WIDE} {high}" role="img">'
    yield f"<title>{safe(told)}</title>"
    if style:
        yield f"<style>{style}</style>"


def _bars(chart: Chart, style: str) -> Iterator[str]:
    """Bars one below the other, each with its figures."""
    most = max((max(one.value, one.beside or 0.0) for one in chart.bars), default=0.0) or 1.0
    labels = [_in_lines(one.label) for one in chart.bars]
    longest = max((width_of(line) for lines in labels for line in lines), default=0)
    begins = max(_LABEL, 10 + _LETTER * longest)
    scale = (_END - begins) / most
    high = _ROW * len(chart.bars) + 26
    told = chart.told or f"{chart.caption}; the table below has the figures"
    yield from _begun(told, high, style)
    for place, one in enumerate(chart.bars):
        top = place * _ROW + 6
        for line, words in enumerate(labels[place]):
            y = top + 19 + 15 * line - 7 * (len(labels[place]) - 1)
            yield _words(begins - 10, y, words, end=True)
        if one.beside is not None:
            yield _bar("plan", (begins, top + 15), scale * one.beside, 11)
        yield _bar("used", (begins, top), scale * one.value, 15)
        figures = length(one.value)
        if one.beside is not None:
            figures += f"{chart.between}{length(one.beside)}"
        ends = begins + scale * max(one.value, one.beside or 0.0)
        yield _words(ends + 8, top + 19, figures)
    base = high - 14
    yield _bar("used", (begins, base), 11, 11)
    yield _words(begins + 17, base + 10, chart.value)
    if chart.beside is not None:
        yield _bar("plan", (begins + 90, base), 11, 11)
        yield _words(begins + 107, base + 10, chart.beside)
    yield "</svg>"


def _lines(picture: Curves, style: str) -> Iterator[str]:
    """Lines over their axes, with marks and, below, their names."""
    across, up = picture.across, picture.up
    told = picture.told or f"{picture.caption}; the table before it has the figures"
    yield from _begun(told, _HIGH, style)
    for mark in up:
        y = _placed(mark.at, up, _BASE, _TOP)
        yield _path("rule", f"M{_LEFT} {y:g}H{_RIGHT}")
        yield _words(_LEFT - 8, y + 4, mark.label, end=True)
    for mark in across:
        x = _placed(mark.at, across, _LEFT, _RIGHT)
        yield _path("rule", f"M{x:g} {_BASE}v5")
        yield _words(x - 16, _BASE + 20, mark.label)
    left = float(_LEFT)
    for curve in picture.curves:
        dot, line = ("plan", "aim") if curve.dashed else ("used", "course")
        points = [
            (_placed(x, across, _LEFT, _RIGHT), _placed(y, up, _BASE, _TOP))
            for x, y in curve.points
        ]
        if curve.dots:
            yield from (
                f'<circle class="{dot}"{_given({"cx": x, "cy": y, "r": 3})}/>' for x, y in points
            )
        else:
            yield _path(line, _course(curve, points))
        yield from _named(curve, dot if curve.dots else line, left)
        left += 60 + 8 * len(curve.name)
    yield "</svg>"


def _named(curve: Curve, name: str, left: float) -> Iterator[str]:
    """What a line stands for, below the picture."""
    y = _HIGH - 14
    if curve.dots:
        yield f'<circle class="{name}"{_given({"cx": left + 12, "cy": y, "r": 3})}/>'
    else:
        yield _path(name, f"M{left:g} {y:g}h24")
    yield _words(left + 32, y + 4, curve.name)


def _course(curve: Curve, points: list[tuple[float, float]]) -> str:
    """The path through points; level until the next where it goes in steps."""
    parts = [f"M{points[0][0]:g} {points[0][1]:g}"] if points else []
    for x, y in points[1:]:
        parts.append(f"H{x:g}V{y:g}" if curve.steps else f"L{x:g} {y:g}")
    return "".join(parts)


def _placed(value: float, marks: tuple[Mark, ...], begins: float, ends: float) -> float:
    """Where a value stands between the ends of an axis, to a tenth."""
    first, last = marks[0].at, marks[-1].at
    share = (value - first) / (last - first) if last > first else 0.0
    return round(begins + share * (ends - begins), 1)


def _path(name: str, course: str) -> str:
    return f'<path class="{name}" d="{course}"/>'


def _in_lines(label: str) -> list[str]:
    """A label on one line, or parted at the blank that leaves the longer of two the shortest."""
    lines = [label]
    if width_of(label) > _ON_ONE:
        words = label.split()
        parted = [
            [" ".join(words[:place]), " ".join(words[place:])] for place in range(1, len(words))
        ]
        lines = min(parted, key=lambda two: max(map(width_of, two)), default=lines)
    return [_cut(line) for line in lines]


def _cut(line: str) -> str:
    """A line that has room; the table beside the picture has the whole."""
    if width_of(line) <= _MOST:
        return line
    while width_of(line) >= _MOST:
        line = line[:-1]
    return f"{line}…"


def _bar(name: str, corner: tuple[float, float], wide: float, high: float) -> str:
    """A bar of a class, from its upper left corner."""
    given = {"x": corner[0], "y": corner[1], "width": wide, "height": high}
    return f'<rect class="{name}"{_given(given)}/>'


def _words(x: float, y: float, text: str, *, end: bool = False) -> str:
    """Words in a picture; they end where they are put if `end`."""
    anchor = ' text-anchor="end"' if end else ""
    return f"<text{_given({'x': x, 'y': y})}{anchor}>{safe(text)}</text>"


def _given(values: dict[str, float]) -> str:
    """Attributes with numbers, to a tenth."""
    return "".join(f' {name}="{round(value, 1):g}"' for name, value in values.items())
