"""What if: the forecast of a conference in which an act has been done that was not done.

The act is decided and applied as in earnest, and recorded nowhere.
"""

from __future__ import annotations

from plenary_tui.forecast.forecast import Forecast, forecast
from plenary_tui.forecast.reach import Expected, Reach
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant


class Supposed(Value):
    """The forecast after an act that was not done.

    Attributes:
        conference: as it would be.
        forecast: None where the act would be refused.
        refused: why it would be; "" if it would not.
    """

    conference: Conference
    forecast: Forecast | None
    refused: str = ""


def suppose(conference: Conference, command: Command | None, at: Instant) -> Supposed:
    """The forecast as if the act had been done at `at`; without one, as it is."""
    if command is None:
        return Supposed(conference, forecast(conference, at))
    try:
        events = command.decide(conference, at)
    except Refused as refused:
        return Supposed(conference, None, str(refused))
    for event in events:
        conference = event.apply(conference)
    return Supposed(conference, forecast(conference, at))


class Difference(Value):
    """Whom an act would let in and whom it would leave out: numbers of entries, in order."""

    gets_in: tuple[int, ...]
    left_out: tuple[int, ...]
    sooner: tuple[int, ...]


def difference(was: Forecast, now: Forecast) -> Difference:
    """What changes between two forecasts of one list.

    `gets_in` are reached only now, `left_out` no longer; `sooner` are in this meeting only now.
    """
    before = was.by_entry
    pairs: list[tuple[Expected, Expected]] = [
        (before[after.entry], after) for after in now.entries if after.entry in before
    ]
    return Difference(
        gets_in=tuple(b.entry for a, b in pairs if a.reach is Reach.NOT is not b.reach),
        left_out=tuple(b.entry for a, b in pairs if b.reach is Reach.NOT is not a.reach),
        sooner=tuple(b.entry for a, b in pairs if a.reach is Reach.LATER and b.reach is Reach.THIS),
    )
