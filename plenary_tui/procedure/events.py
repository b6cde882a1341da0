"""Every kind of event by the name it bears in the journal, every command by its act."""

from __future__ import annotations

from plenary_tui.procedure.alone import recorded_alone
from plenary_tui.procedure.decisions import (
    adoption,
    documents,
    motions,
    publication,
    sponsors,
    vote_corrections,
)
from plenary_tui.procedure.floor import (
    giving,
    notes,
    points,
    replies,
    statement,
    statement_corrections,
)
from plenary_tui.procedure.ground import act, on_record
from plenary_tui.procedure.ground.act import Command, Event
from plenary_tui.procedure.intake import taking_over
from plenary_tui.procedure.meetings import (
    agenda,
    chair,
    committee,
    convening,
    items,
    meeting,
    opening,
    planning,
    quorum,
)
from plenary_tui.procedure.programme import side_events
from plenary_tui.procedure.speakers import (
    absence,
    alignment,
    carry_over,
    editing,
    inscription,
    limits,
    lists,
    moving,
    participation,
    ready,
    tier_hours,
)

_SUBJECTS = (
    act,
    *(
        convening,
        participation,
        planning,
        opening,
        meeting,
        chair,
        committee,
        items,
        agenda,
        quorum,
    ),
    *(lists, carry_over, tier_hours, inscription, editing, moving, ready, absence),
    *(limits, alignment),
    side_events,
    *(giving, statement, notes, points, replies, statement_corrections),
    taking_over,
    *(motions, documents, publication, sponsors, adoption, vote_corrections),
    on_record,
    recorded_alone,
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
    if command.typed
}
"""Command classes by act; those that can be typed."""
