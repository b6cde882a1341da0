"""Every kind of event by the name it bears in the journal, every command by its act."""

from __future__ import annotations

from plenary_tui.procedure import (
    act,
    agenda,
    alignment,
    committee,
    convening,
    decisions,
    documents,
    floor,
    hours,
    inscription,
    ledger,
    limits,
    lists,
    meeting,
    motion_outcomes,
    motions,
    point_changes,
    points,
    programme,
    publication,
    quorum,
    recall,
    replies,
    speakers,
    sponsors,
    statement,
    tier_turns,
)
from plenary_tui.procedure.act import Command, Event

_SUBJECTS = (
    act,
    convening,
    meeting,
    hours,
    committee,
    agenda,
    lists,
    tier_turns,
    inscription,
    speakers,
    floor,
    statement,
    limits,
    points,
    point_changes,
    replies,
    alignment,
    programme,
    motions,
    motion_outcomes,
    quorum,
    recall,
    documents,
    publication,
    sponsors,
    decisions,
    ledger,
)


KINDS: dict[str, type[Event]] = {
    event.kind: event
    for subject in _SUBJECTS
    for event in vars(subject).values()
    if isinstance(event, type) and issubclass(event, Event) and "kind" in vars(event)
}
"""Event classes by kind."""

ACTS: dict[str, type[Command]] = {
    command.act: command
    for subject in _SUBJECTS
    for command in vars(subject).values()
    if isinstance(command, type) and issubclass(command, Command) and "act" in vars(command)
}
"""Command classes by act."""
