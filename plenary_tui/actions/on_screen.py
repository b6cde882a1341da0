"""What a dialog calls a field and takes it for, where that is not as it is typed after an act."""

from __future__ import annotations

from plenary_tui.procedure.speakers.editing import Edit
from plenary_tui.procedure.speakers.limits import SetLimit

MINUTES_UP_TO = 15
"""A bare number up to this is taken for minutes where a limit is asked for."""
WITH_ITS_DAY = ", or with its day"
"""Begins what is said of hours that are typed with a day, which in a dialog few are."""
_LIMIT = (SetLimit.act, "seconds")
_NAMES = {
    _LIMIT: "limit",
    (Edit.act, "short_function"): "on captions",
}
_HINTS = {_LIMIT: "3 for minutes, 2:30, or 150 for seconds"}


def label_of(act: str, attribute: str, name: str) -> str:
    """What a dialog calls a field.

    Args:
        name: its name as it is typed.
    """
    return _NAMES.get((act, attribute), name.replace("-", " "))


def hint_of(act: str, attribute: str, help: str) -> str:
    """What a dialog says of a field that is empty, in few words: what does not fit is not read.

    Args:
        help: what is said of it elsewhere.
    """
    briefly, _, _ = help.partition(WITH_ITS_DAY)
    return _HINTS.get((act, attribute), briefly)


def as_meant(act: str, attribute: str, answer: str) -> str:
    """What a field holds, as the act is to have it."""
    bare = answer.isascii() and answer.isdigit() and len(answer) < 3
    if (act, attribute) == _LIMIT and bare and 0 < int(answer) <= MINUTES_UP_TO:
        return f"{answer} min"
    return answer
