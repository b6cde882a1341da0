"""Every kind of event by the name it bears in the journal, every command by its act."""

from __future__ import annotations

from plenary_tui.procedure import (
    act,
    agenda,
    alignment,
    carry_over,
    committee,
    convening,
    decisions,
    documents,
    editing,
    floor,
    hours,
    inscription,
    ledger,
    limits,
    lists,
    meeting,
    meeting_opening,
    motion_outcomes,
    motions,
    notes,
    point_changes,
    points,
    programme,
    publication,
    quorum,
    recall,
    replies,
    reply_limits,
    speakers,
    sponsors,
    statement,
    taking_up,
    tier_turns,
)
from plenary_tui.procedure.act import Command, Event

_SUBJECTS = (
    act,
    convening,
    meeting_opening,
    meeting,
    hours,
    committee,
    agenda,
    lists,
    carry_over,
    tier_turns,
    inscription,
    editing,
    speakers,
    floor,
    statement,
    notes,
    limits,
    points,
    point_changes,
    replies,
    reply_limits,
    alignment,
    programme,
    motions,
    motion_outcomes,
    quorum,
    recall,
    documents,
    publication,
    sponsors,
    taking_up,
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
