"""How items, meetings, drafts, votes and lengths of time are named."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.ground.drafts import label_of
from plenary_tui.procedure.state.conference import AgendaItem, Conference, Document
from plenary_tui.procedure.state.proceedings import Motion, Tally
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.script.line import Line, line


def body_named(conference: Conference) -> Line:
    """The body that sits."""
    return line("body.plenary" if conference.body is Body.PLENARY else "body.committee")


def meeting_named(number: int, body: Body) -> Line:
    """A meeting by its number."""
    key = "meeting.plenary" if body is Body.PLENARY else "meeting.sitting"
    return line(key, number=str(number), ordinal=ordinal(number))


def of_item(key: str, item: AgendaItem) -> Line:
    """A line about an agenda item."""
    return line(key, symbol=item.symbol, title=item.title)


def draft_named(document: Document) -> Line:
    """A draft by its symbol, or by its title while it has none."""
    kind = "decision" if document.kind == "decision" else "resolution"
    if document.symbol is None:
        return line(f"draft.{kind}_unnumbered", title=document.title)
    return line(f"draft.{kind}", symbol=label_of(document))


def motion_named(motion: Motion) -> Line:
    """What a motion is to do."""
    return line(f"motion.{motion.motion.name.lower()}")


def result(tally: Tally) -> Line:
    """The result of a vote."""
    counts = line(
        "decide.tally",
        in_favour=str(tally.in_favour),
        against=str(tally.against),
        abstaining=str(tally.abstaining),
    )
    return line("decide.result", tally=counts)


def length(limit: timedelta) -> Line:
    """A length of time, e.g. `2 minutes and 30 seconds`."""
    minutes, seconds = divmod(round(limit.total_seconds()), 60)
    if not minutes:
        return line("time.seconds", seconds=str(seconds))
    whole = line("time.minute") if minutes == 1 else line("time.minutes", minutes=str(minutes))
    return line("time.both", minutes=whole, seconds=str(seconds)) if seconds else whole
