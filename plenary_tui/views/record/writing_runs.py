"""A text in runs of one writing, for formats that want to be told: right to left, or Chinese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.views.wording.tongue import LEFT_MARK, PAIR


class Writing(StrEnum):
    """How a run is written; Latin stands for all that needs nothing told, Cyrillic too."""

    LATIN = "latin"
    ARABIC = "arabic"
    HEBREW = "hebrew"
    CHINESE = "chinese"


LANGUAGES = {
    Writing.LATIN: "en",
    Writing.ARABIC: "ar",
    Writing.HEBREW: "he",
    Writing.CHINESE: "zh",
}
"""The language that is told of each, by its code."""
RIGHT_TO_LEFT = frozenset({Writing.ARABIC, Writing.HEBREW})
_ARABIC = r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_HEBREW = r"\u0590-\u05ff\ufb1d-\ufb4f"
_CHINESE = (
    r"\u2e80-\u2fff\u3000-\u30ff\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    r"\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
_OTHER = re.compile(f"[{_HEBREW}{_ARABIC}{_CHINESE}]")
_RUNS = re.compile(
    f"(?P<arabic>[{_ARABIC}](?:[{_ARABIC}\\s\\d]*[{_ARABIC}])?)"
    f"|(?P<hebrew>[{_HEBREW}](?:[{_HEBREW}\\s\\d]*[{_HEBREW}])?)"
    f"|(?P<chinese>[{_CHINESE}]+)"
    f"|(?P<latin>[^{_ARABIC}{_HEBREW}{_CHINESE}]+)"
)

_EDGES = re.compile(rf"([^\w{LEFT_MARK}]*)(.*?)([^\w{LEFT_MARK}]*)", re.DOTALL)
"""Marks around a symbol are part of what they stand around."""


class Run(Value):
    """A part of a text in one writing."""

    text: str
    writing: Writing


def runs(text: str, *, from_right: bool = False) -> Iterator[Run]:
    """The parts of a text, which together are the text.

    Args:
        from_right: whether it stands among others that read from the right, however it begins.
    """
    if text.isascii() or not _OTHER.search(text):
        if text:
            yield Run(text, Writing.LATIN)
        return
    from_right = from_right or reads_from_right(text)
    for found in _RUNS.finditer(text):
        writing = Writing(found.lastgroup or Writing.LATIN)
        if from_right and writing is Writing.LATIN:
            yield from _between(found[0])
        else:
            yield Run(found[0], writing)


def _between(text: str) -> Iterator[Run]:
    """Latin in a text from right to left: brackets and blanks around it go the way of the text.

    But for those before the marks of a name's end, which are the name's own.
    """
    *names, text = text.split(PAIR)
    for one in names:
        edge = _EDGES.match(one)
        assert edge is not None
        if edge[1]:
            yield Run(edge[1], Writing.ARABIC)
        if one[len(edge[1]) :]:
            yield Run(one[len(edge[1]) :], Writing.LATIN)
        yield Run(PAIR, Writing.ARABIC)
    edges = _EDGES.fullmatch(text)
    assert edges is not None
    before, inner, after = edges.groups()
    for part, writing in (
        (before, Writing.ARABIC),
        (inner, Writing.LATIN),
        (after, Writing.ARABIC),
    ):
        if part:
            yield Run(part, writing)


def reads_from_right(text: str) -> bool:
    """Whether the first letter of a text that has a direction has that from right to left."""
    if text.isascii():
        return False
    for sign in text:
        match unicodedata.bidirectional(sign):
            case "R" | "AL":
                return True
            case "L":
                return False
            case _:
                pass
    return False
