"""The lists of speakers of a pack: their times, and who is on them before the conference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from plenary_tui.exchange.agenda import Taken, refer_to_items
from plenary_tui.exchange.delegations import Roll
from plenary_tui.exchange.files import is_inside
from plenary_tui.exchange.localtime import Calendar
from plenary_tui.exchange.models import EntryRow, ListTable, TierTable
from plenary_tui.exchange.problems import PROBLEMS_SHOWN, Problem, closest, quoted, validated
from plenary_tui.exchange.programme import check_order
from plenary_tui.exchange.tables import Row, read_table
from plenary_tui.exchange.tomlfile import Table
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.taking_part import require_registered
from plenary_tui.procedure.speakers.eligibility import require_details, require_video_rank
from plenary_tui.procedure.speakers.lists import closed_because
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    SpeakersList,
    empty_list,
)
from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Body, Delivery, Tier


class _Request(Value):
    """A sound row of a list, its entry not yet numbered."""

    speakers: SpeakersList
    entry: Entry


def read_lists(
    folder: Path,
    top: Table,
    roll: Roll,
    conference: Conference,
    calendar: Calendar,
    problems: list[Problem],
) -> Conference:
    """The conference with the pack's lists; it has its delegations, items and policies already."""
    taken = Taken(problems)
    requests: list[_Request] = []
    for table in top.tables("list", problems):
        tiers = {tier: table.table(tier, problems) for tier in Tier}
        values = {key: value for key, value in table.values.items() if key not in tiers}
        model = validated(ListTable, table, values, problems)
        item = next(iter(table.texts("item")), "")
        if model is not None:
            refer_to_items(table, "item", (item,), top, problems)
            taken.take(table, "item", folded(item), item)
        speakers = _with_times(empty_list(item, Body.PLENARY), tiers, calendar, problems)
        details = model is not None and model.requires_ngo_details
        if (agenda_item := conference.item_named(item)) is not None:
            agenda_item = replace(agenda_item, requires_ngo_details=details)
            conference = conference.with_item(agenda_item)
            conference = conference.with_list(speakers)
        reader = _Reader(conference, agenda_item, speakers, roll, calendar, problems)
        for name in table.texts("file"):
            if is_inside(name):
                requests.extend(reader.read(folder, name))
            else:
                what = f"{quoted(name)} leads out of the pack"
                problems.append(table.problem("file", what, "a file in it"))
    return _inscribed(conference, requests)


def _with_times(
    speakers: SpeakersList,
    tiers: Mapping[Tier, Table | None],
    calendar: Calendar,
    problems: list[Problem],
) -> SpeakersList:
    """The list with the opening and closing times of each tier (rule 20)."""
    for tier, table in tiers.items():
        if table is None:
            continue
        times = validated(TierTable, table, table.values, problems)
        if times is None:
            continue
        check_order(table, ("opens", times.opens), ("closes", times.closes), problems)
        opens = calendar.utc_or_none(table, "opens", times.opens)
        closes = calendar.utc_or_none(table, "closes", times.closes)
        queue = replace(speakers.queue(tier), opens_at=opens, closes_at=closes)
        speakers = speakers.with_queue(queue)
    return speakers


def _inscribed(conference: Conference, requests: list[_Request]) -> Conference:
    """The conference with the entries in order of receipt, numbered over all lists (rule 16)."""
    requests.sort(key=lambda one: one.entry.inscribed_at)
    queues: dict[tuple[str, Tier], list[Entry]] = {}
    for number, request in enumerate(requests, start=1):
        entry = replace(request.entry, id=number)
        queues.setdefault((request.speakers.item, entry.tier), []).append(entry)
    for (item, tier), waiting in queues.items():
        speakers = conference.list_of(item, Body.PLENARY)
        queue = replace(speakers.queue(tier), waiting=tuple(waiting))
        conference = conference.with_list(speakers.with_queue(queue))
    return conference


class _Reader:
    """Reads the first entries of one list."""

    def __init__(
        self,
        conference: Conference,
        item: AgendaItem | None,
        speakers: SpeakersList,
        roll: Roll,
        calendar: Calendar,
        problems: list[Problem],
    ) -> None:
        self._conference = conference
        self._item = item
        self._speakers = speakers
        self._roll = roll
        self._delegations = {one.id.casefold(): one for one in roll.delegations}
        self._calendar = calendar
        self._problems = problems

    def read(self, folder: Path, name: str) -> list[_Request]:
        """The sound rows of a file."""
        requests = []
        lines: dict[str, int] = {}
        for read in read_table(folder, name, EntryRow, self._problems).rows:
            code = self._roll.code_of(read.row.cells.get("delegation", ""))
            if code and not self._is_known(read.row, code):
                continue
            if code and (first := lines.setdefault(code, read.row.line)) != read.row.line:
                what = f"{quoted(self._roll.codes[code])} is on the list already (line {first})"
                self._problems.append(read.row.problem("delegation", what, "each delegation once"))
            delegation = self._delegations.get(code)
            if read.model is not None and delegation is not None:
                requests.append(self._request(read.row, read.model, delegation))
        return requests

    def _is_known(self, row: Row, code: str) -> bool:
        """Whether a row of the delegations has that code; reports it if surely not."""
        if code in self._roll.codes:
            return True
        if not self._roll.whole:
            return False
        wrong, code_meant = row.cells["delegation"], None
        if len(self._problems) < PROBLEMS_SHOWN:
            code_meant = closest(wrong, self._roll.codes.values())
        expected = f"“{code_meant}”" if code_meant else "the code or the name of a delegation"
        what = f"{quoted(wrong)} is not the code or the name of a delegation"
        self._problems.append(row.problem("delegation", what, expected))
        return False

    def _request(self, row: Row, model: EntryRow, delegation: Delegation) -> _Request:
        received = self._calendar.utc(row, "received_at", model.received_at)
        self._check(row, model, delegation, received)
        details = model.model_dump(exclude={"delegation", "received_at"})
        entry = Entry(0, delegation.id, delegation.tier, received, **details)
        return _Request(self._speakers, entry)

    def _check(self, row: Row, model: EntryRow, delegation: Delegation, received: datetime) -> None:
        """Report what the rules of procedure have against the request."""
        try:
            require_registered(delegation, "it cannot be inscribed")
        except Refused as refused:
            self._report(row, "delegation", refused.why, "a registered delegation")
        try:
            require_video_rank(self._conference, delegation, model.delivery, model.rank)
        except Refused as refused:
            of_state = delegation.tier is Tier.STATES
            self._report(row, "rank" if of_state else "delivery", refused.why, "")
        if self._item is not None:
            why = require_details(self._item, delegation, model.speaker, model.function)
            if why is not None:
                self._report(row, "function" if model.speaker else "speaker", why, "")
        speakers = self._speakers
        why = closed_because(self._conference, speakers, delegation.tier, received, late=False)
        if why is not None:
            self._report(row, "received_at", why, "a time at which it was open")
        if model.media and model.delivery is not Delivery.VIDEO:
            self._report(row, "media", "a statement in person has no file to roll", "no file")

    def _report(self, row: Row, column: str, what: str, expected: str) -> None:
        self._problems.append(row.problem(column, what.rstrip("."), expected))
