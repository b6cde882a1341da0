"""What is not settled, and so a gap of the record: drafts that nothing was decided on, groups.

Apart from the gaps, which say what each part of the record lacks: these are of several at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import FloorKind, ParticipantClass
from plenary_tui.views.record.facts import ConferenceRecord, DraftFacts

_STATES = (
    ParticipantClass.STATE_PARTY,
    ParticipantClass.SIGNATORY_STATE,
    ParticipantClass.OBSERVER_STATE,
)


def undecided(record: ConferenceRecord) -> Iterator[DraftFacts]:
    """The drafts that were brought before a meeting and on which it took no action, each once.

    A draft that came up again, or that another body acted on later, is left to that.
    """
    last = {one.label: one for one in record.drafts}
    for label, draft in last.items():
        acted = [one.row for one in record.decisions if one.label == label]
        if max(acted, default=0) < draft.row:
            yield draft


def without_group(record: ConferenceRecord) -> list[str]:
    """The States that were heard and whose regional group is not known, by name."""
    found = {
        one.delegation
        for one in record.statements
        if one.kind is FloorKind.STATEMENT
        and one.participant in _STATES
        and not one.group
        and one.delegation
    }
    return sorted(found, key=folded)
