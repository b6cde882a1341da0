"""The sheets of what comes after a decision: who voted how, and what was corrected since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from operator import itemgetter
from typing import Any

from plenary_tui.exchange.outgoing.heads import Cell, Head
from plenary_tui.procedure.state.text import shown
from plenary_tui.views.record.corrected import field_of, given, of_what
from plenary_tui.views.record.facts import ConferenceRecord, CorrectionFacts, Votes
from plenary_tui.views.wording.tongue import Tongue, marked

VOTES = (
    Head("Row", 7),
    Head("Of", 30),
    Head("Delegation", 40),
    Head("Voted", 12),
)
CORRECTED = (
    *(
        Head("Row", 7),
        Head("At", 19, "moment"),
        Head("What", 12),
        Head("Of", 30),
    ),
    *(
        Head("Began", 19, "moment"),
        Head("Field", 16),
        Head("Was", 40),
        Head("Is", 40),
    ),
)
MakeTable = Callable[[str, tuple[Head, ...], list[tuple[Cell, ...]]], Any]


def later_sheets(
    table: MakeTable,
    there: Callable[[datetime], float],
    record: ConferenceRecord,
    tongue: Tongue,
) -> None:
    """Add the sheets, each if there is anything for it.

    Args:
        table: makes a sheet with a table.
        there: a moment as the sheet has it.
    """
    if rows := list(_votes(record, tongue)):
        table(marked("Votes by name"), VOTES, rows)
    if record.corrections:
        table(
            marked("Corrected"),
            CORRECTED,
            [
                (
                    *(one.row, there(one.at), tongue.words(one.what), _of(one, tongue)),
                    *(there(one.began_at), shown(field_of(one, tongue))),
                    *(_given(one, one.was, tongue), _given(one, one.now, tongue)),
                )
                for one in record.corrections
            ],
        )


_WHAT = (marked("statement"), marked("vote"))
"""What may have been corrected."""


def _of(one: CorrectionFacts, tongue: Tongue) -> str:
    return shown(one.of if tongue.is_english else of_what(one, tongue))


def _given(one: CorrectionFacts, text: str, tongue: Tongue) -> str:
    return shown(text if tongue.is_english or not text else given(one, text, tongue))


def _votes(record: ConferenceRecord, tongue: Tongue) -> Iterator[tuple[Cell, ...]]:
    for row, what, vote in sorted(_voted(record, tongue), key=itemgetter(0)):
        if vote is None or vote.by_name is None:
            continue
        for how, names in (
            (marked("in favour"), vote.by_name.in_favour),
            (marked("against"), vote.by_name.against),
            (marked("abstaining"), vote.by_name.abstaining),
        ):
            yield from ((row, shown(what), shown(name), tongue.words(how)) for name in names)


def _voted(record: ConferenceRecord, tongue: Tongue) -> Iterator[tuple[int, str, Votes | None]]:
    """What may have been put to the vote: its row, what it is called, and its vote."""
    yield from ((one.row, one.label, one.vote) for one in record.decisions)
    for moved in record.motions:
        yield moved.row, tongue.words("Motion: {name}", name=moved.delegation), moved.vote
    for point in record.points:
        if point.appeal_by is not None:
            called = tongue.words("Appeal: {name}", name=point.appeal_by)
            yield point.row, called, point.appeal_vote
