"""The quorum in words, for the dialog that asks for the count, the status line and the report."""

from __future__ import annotations

from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.meetings.quorum import explained, lacks, presence, quorum
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import QuorumFor


def quorum_words(conference: Conference) -> str:
    """What is lacking, in capitals; "" while there is enough, or nobody has counted."""
    counted = presence(conference)
    if counted is None:
        return ""
    for needed_for, word in ((QuorumFor.DEBATE, "NO QUORUM"), (QuorumFor.DECIDE, "NO DECISIONS")):
        if lacks(conference, needed_for):
            return f"{word} ({counted.present} of {quorum(conference, needed_for)})"
    return ""


def quorum_line(conference: Conference) -> str:
    """The count and both thresholds, in one line."""
    counted = presence(conference)
    said = "not counted"
    if counted is not None:
        said = f"{counted.present} present at {local(conference, counted.counted_at):%H:%M}"
    needed = ", ".join(f"{quorum(conference, one)} to {one}" for one in QuorumFor)
    return f"{said}; {needed}"


def quorum_page(conference: Conference) -> str:
    """What the dialog explains above its field."""
    counted = presence(conference)
    last = "Nobody has counted in this sitting; nothing is refused for want of a quorum."
    if counted is not None:
        when = f"{local(conference, counted.counted_at):%H:%M}"
        last = f"Counted last: {counted.present}, at {when}."
    needed = ";\n  ".join(explained(conference, one) for one in QuorumFor)
    return f"How many parties are present?\n  {needed}\n{last}"
