"""What podiums recorded alone while another was in charge: who did what when, and what became."""

from __future__ import annotations

from plenary_tui.procedure.alone.recorded_alone import open_alone
from plenary_tui.procedure.ground.calendar import say_hour
from plenary_tui.procedure.state.conference import Alone, Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Became
from plenary_tui.views.wording.telling import Tone

BY_HAND = "by hand"


class AloneRow(Value):
    """An act that was recorded alone.

    Attributes:
        number: by which it is named.
        line: its number, who did it and when, what became of it, and what it did.
    """

    number: int
    line: str
    tone: Tone


def alone_rows(conference: Conference, now: Instant) -> tuple[AloneRow, ...]:
    """All that was recorded alone, in its order."""
    stations = max((len(shown(one.station)) for one in conference.alone), default=0)
    return tuple(_row(conference, one, now, stations) for one in conference.alone)


def _row(conference: Conference, one: Alone, now: Instant, width: int) -> AloneRow:
    when, who = say_hour(conference, one.at, now.utc), shown(one.station)
    became = became_words(one)
    line = f"{one.number:>3}  {when}  {who:<{width}}  {became:<11}  {shown(one.what)}"
    return AloneRow(one.number, line, "plain" if one.became is Became.OPEN else "quiet")


def became_words(one: Alone) -> str:
    """What became of it; of what no key does again, that it is done by hand."""
    if one.became is Became.OPEN and not one.act:
        return BY_HAND
    return "" if one.became is Became.OPEN else one.became.value


def told_alone(conference: Conference) -> str:
    """The one sentence that tells the officer; "" where nothing is to be decided."""
    waits = open_alone(conference)
    if not waits:
        return ""
    stations = " and ".join(dict.fromkeys(shown(one.recorded_by) for one in waits))
    several = len(waits) > 1
    what = f"{len(waits)} acts alone, which are" if several else "1 act alone, which is"
    them = "them" if several else "it"
    return f"{stations} recorded {what} not in the journal: [recorded-alone] lists {them}."


def alone_lines(conference: Conference, now: Instant) -> tuple[str, ...]:
    """The same for the command line: what it is about, and a line each."""
    if not conference.alone:
        return ()
    waits = len(open_alone(conference))
    return (
        f"Recorded alone, not in the journal: {len(conference.alone)}, of which {waits} to decide "
        "(plenary do do-again --alone NUMBER, or leave-undone):",
        *(f"  {row.line.strip()}" for row in alone_rows(conference, now)),
    )
