"""On the podium a number is the one that is shown: an act by number names the entry shown there."""

from __future__ import annotations

from plenary_tui.actions.typed import WrongUsage, amended, read_line
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.speakers.alignment import Align, WithdrawAlignment
from plenary_tui.procedure.speakers.moving import Move
from plenary_tui.procedure.speakers.numbering import bare_number, certain_place, entry_at, with_id
from plenary_tui.procedure.state.conference import Conference, SpeakersList
from plenary_tui.procedure.state.timing import Instant

NAMING = ("entry", "other")
"""Fields that name an entry, where an act has them."""
ALSO_HEARD = (Align.act, WithdrawAlignment.act)
"""Acts that may also name a statement that is over and stands on no list."""


def by_what_is_shown(
    command: Command, conference: Conference, speakers: SpeakersList | None, now: Instant
) -> Command:
    """The act with ids in place of numbers on the list that is looked at.

    Raises `Refused` if nobody has such a number there.
    """
    changes: dict[str, object] = {}
    for field in NAMING:
        typed = getattr(command, field, "")
        if (number := bare_number(typed)) is None:
            continue
        if command.act in ALSO_HEARD and not entry_at(conference, speakers, number, now):
            continue
        changes[field] = with_id(conference, speakers, typed, now)
    if isinstance(command, Move):
        changes["to"] = certain_place(
            conference, speakers, str(changes.get("entry", command.entry)), command.to, now
        )
    return amended(command, **changes) if changes else command


def whom_it_names(
    line: str, conference: Conference, speakers: SpeakersList | None, now: Instant
) -> str:
    """Whom the numbers in a typed act mean, in words; "" if it has none or is not yet whole."""
    try:
        command = read_line(line)
    except (WrongUsage, Refused):
        return ""
    said = []
    for field in NAMING:
        number = bare_number(getattr(command, field, ""))
        entry = entry_at(conference, speakers, number, now) if number is not None else None
        if entry is not None:
            said.append(f"{number} is {name_of(conference, entry.delegation)}.")
    return " ".join(said)
