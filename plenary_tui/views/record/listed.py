"""The agenda and the lists of speakers as data for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from plenary_tui.procedure.ground.naming import name_of
from plenary_tui.procedure.state.conference import AgendaItem, Conference
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.public.view import in_lines
from plenary_tui.views.record.commas import as_csv, there
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.facts import ConferenceRecord, Made
from plenary_tui.views.record.sheet import foot

AGENDA = ("symbol", "title", "kind", "stage", "documents", "considered_at")
LISTED = (
    *("item", "body", "place", "tier", "delegation", "code", "speaker", "function", "rank"),
    *("on_behalf_of", "language", "delivery", "received_at", "address", "explains"),
)

Rows = Sequence[dict[str, Any]]


def agenda_rows(conference: Conference, course: Course) -> Rows:
    """The items, how far the plenary has come with each, and at which meetings it was."""
    return [_agenda_row(conference, course, item) for item in conference.items]


def _agenda_row(conference: Conference, course: Course, item: AgendaItem) -> dict[str, Any]:
    considered_at = [
        one.key[1]
        for one in course.sittings
        if one.key[0] is Body.PLENARY and item.symbol in one.items
    ]
    return {
        "symbol": item.symbol,
        "title": item.title,
        "kind": item.kind,
        "stage": item.stage.of_current if considered_at else item.stage.value,
        "documents": list(dict.fromkeys((*item.documents, *_drafts(conference, item.symbol)))),
        "considered_at": considered_at,
    }


def _drafts(conference: Conference, item: str) -> tuple[str, ...]:
    """The symbols of the drafts that come under an item."""
    return tuple(one.symbol for one in conference.documents if one.item == item and one.symbol)


def listed_rows(conference: Conference, only: str | None) -> Rows:
    """Who waits on the lists, tier by tier; neither notes nor why somebody was moved.

    Args:
        only: the symbol of the one item that is meant; None for all.
    """
    return list(_listed(conference, only))


def _listed(conference: Conference, only: str | None) -> Iterator[dict[str, Any]]:
    for speakers in conference.lists:
        if only not in (None, speakers.item):
            continue
        for place, entry in enumerate(speakers.waiting, start=1):
            yield {
                "item": speakers.item,
                "body": speakers.body,
                "place": place,
                "tier": entry.tier,
                "delegation": name_of(conference, entry.delegation),
                "code": entry.delegation,
                "speaker": entry.speaker or None,
                "function": entry.function or None,
                "rank": entry.rank,
                "on_behalf_of": entry.on_behalf_of or None,
                "language": entry.language,
                "delivery": entry.delivery,
                "received_at": there(conference.timezone, entry.receipt),
                "address": entry.address or None,
                "explains": entry.explains,
            }


def rows_as_csv(made: Made, heads: Sequence[str], rows: Rows) -> str:
    """Rows as comma-separated values."""
    return as_csv(made, ("", heads, ([_joined(row[one]) for one in heads] for row in rows)))


def _joined(value: Any) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def rows_as_json(conference: Conference, made: Made, name: str, rows: Rows) -> str:
    """Rows as JSON, under their name."""
    whole = {
        "schema": 1,
        "conference": conference.name,
        "rehearsal": conference.rehearsal,
        name: rows,
        "made": made,
        "foot": foot(made),
    }
    return in_lines(whole) + "\n"


def statements_as_json(record: ConferenceRecord) -> str:
    """All statements as JSON."""
    whole = {
        "schema": 1,
        "conference": record.conference,
        "rehearsal": record.rehearsal,
        "statements": record.statements,
        "made": record.made,
        "foot": foot(record.made),
    }
    return in_lines(whole) + "\n"
