"""Conference packs: a folder that describes a conference, checked and made its first event."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plenary_tui.exchange.agenda import read_documents, read_items
from plenary_tui.exchange.delegations import read_delegations
from plenary_tui.exchange.files import built_in_packs, pack_folder
from plenary_tui.exchange.inscriptions import read_lists
from plenary_tui.exchange.localtime import Calendar, Move, read_zone
from plenary_tui.exchange.models import Heading, PoliciesTable
from plenary_tui.exchange.problems import (
    PackError,
    Problem,
    in_order,
    meant,
    one_of,
    quoted,
    validated,
)
from plenary_tui.exchange.programme import read_meetings
from plenary_tui.exchange.side_events import read_side_events
from plenary_tui.exchange.tomlfile import Table, read_conference_toml
from plenary_tui.exchange.values import YEARS
from plenary_tui.exchange.workbook.unfolding import is_workbook, unfolded
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.state.conference import Conference, Policies, SpeakersList, TierQueue
from plenary_tui.procedure.state.frozen import Value, names_of, replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier

__all__ = ["Pack", "PackError", "Problem", "built_in_packs", "load_pack"]

SECTIONS = ("policies", "files", "meeting", "item", "document", "side_event", "list")
"""The tables of conference.toml."""


class Pack(Value):
    """A pack without a fault.

    Attributes:
        conference: the conference as it begins, on the days the pack gives.
    """

    conference: Conference

    @property
    def id(self) -> str:
        """The short identifier of the conference, e.g. `cop12`."""
        return self.conference.id

    @property
    def name(self) -> str:
        """The short name of the conference, e.g. `COP12 UNTOC`."""
        return self.conference.name

    def convene(
        self,
        at: Instant,
        *,
        starting: datetime | None = None,
        rehearsal: bool = False,
        meeting: int = 1,
    ) -> ConferenceConvened:
        """The first event of the conference's journal.

        Args:
            at: when it is set up.
            starting: an aware time at which planned meeting number `meeting` is to start: every
                date and time moves with it. None leaves them as planned.

        Raises `PackError` if no such meeting is planned, or `starting` is out of range.
        """
        conference = self.conference
        if starting is not None:
            conference = _moved(conference, self._move(starting, meeting))
        values: dict[str, Any] = {
            name: getattr(conference, name)
            for name in names_of(ConferenceConvened)
            if name in names_of(Conference)
        }
        return ConferenceConvened(at=at, **(values | {"rehearsal": rehearsal}))

    def _move(self, starting: datetime, number: int) -> Move:
        programme = self.conference.programme
        planned = next((one for one in programme if one.number == number), None)
        if planned is None:
            numbers = one_of(str(one.number) for one in programme)
            what = f"no meeting {quoted(number)} is planned"
            raise PackError([Problem("", None, "meeting", what, numbers)])
        if starting.tzinfo is None or starting.year not in YEARS[1:-1]:
            expected = f"a time with its offset, from {YEARS[1]} to {YEARS[-2]}"
            what = f"{quoted(starting)} cannot be the start of a meeting"
            raise PackError([Problem("", None, "starting", what, expected)])
        return Move(planned.starts, starting, ZoneInfo(self.conference.timezone))


def load_pack(name_or_path: str | Path) -> Pack:
    """The pack of that name, or at that path (a folder, the conference.toml in it, a workbook).

    Raises `PackError` with everything that is wrong in it.
    """
    if not is_workbook(name_or_path):
        return _load(pack_folder(name_or_path))
    with unfolded(Path(name_or_path)) as (folder, origin):
        problems = list(origin.problems)
        try:
            pack = _load(folder)
        except PackError as error:
            problems += map(origin.of, error.problems)
        if problems:
            raise PackError(problems)
        return pack


def _load(folder: Path) -> Pack:
    problems: list[Problem] = []
    top = read_conference_toml(folder, problems)
    conference = None if top is None else _read(folder, top, problems)
    if conference is None or problems:
        raise PackError(in_order(problems))
    return Pack(conference)


def _read(folder: Path, top: Table, problems: list[Problem]) -> Conference | None:
    """The conference; None if not even its heading is sound. Reads all that can be read."""
    heading = _read_heading(top, problems)
    zone = ZoneInfo("UTC")
    if isinstance(name := top.values.get("timezone"), str) and name.strip():
        zone = read_zone(name.strip(), top, problems)
    calendar = Calendar(zone, problems)
    days = (heading.first_day, heading.last_day) if heading is not None else None
    if days is not None and days[1] < days[0]:
        what = f"{quoted(days[1])} is before the first day ({days[0]})"
        problems.append(top.problem("last_day", what, "the first day or a later one"))
        days = None
    roll = read_delegations(folder, top, problems)
    items = read_items(top, problems)
    kept = heading.model_dump(exclude={"format"}) if heading is not None else _STAND_IN
    conference = Conference(
        **(kept | {"timezone": zone.key}),
        policies=_read_policies(top, problems),
        delegations=roll.delegations,
        items=items,
        documents=read_documents(top, roll, items, problems),
        programme=read_meetings(top, days, calendar, problems),
        side_events=read_side_events(folder, top, calendar, problems),
    )
    return read_lists(folder, top, roll, conference, calendar, problems)


_STAND_IN = {"id": "", "name": "", "first_day": date.min, "last_day": date.max}
"""Stands in for a heading that has a fault, so that the rest can be checked."""


def _read_heading(top: Table, problems: list[Problem]) -> Heading | None:
    known = {*Heading.model_fields, *SECTIONS}
    for key in top.values:
        if key not in known:
            problems.append(top.problem(key, "is not known here", meant(key, sorted(known))))
    values = {key: value for key, value in top.values.items() if key in Heading.model_fields}
    return validated(Heading, top, values, problems)


def _read_policies(top: Table, problems: list[Problem]) -> Policies:
    """The policies; those of the program if there are none, or if they have a fault."""
    table = top.table("policies", problems)
    read = validated(PoliciesTable, table, table.values, problems) if table is not None else None
    if table is None or read is None:
        return Policies()
    if read.wrap_up_seconds > read.limit_seconds:
        what = f"{quoted(read.wrap_up_seconds)} is longer than limit_seconds"
        problems.append(table.problem("wrap_up_seconds", what, f"at most {read.limit_seconds}"))
    return Policies(
        limit=timedelta(seconds=read.limit_seconds),
        wrap_up=timedelta(seconds=read.wrap_up_seconds),
        call_to_order=timedelta(seconds=read.call_to_order_seconds),
        video_ranks=read.video_ranks,
        on_air_in_committee=read.on_air_in_committee,
    )


def _moved(conference: Conference, move: Move) -> Conference:
    """The conference with every date and time moved."""
    programme = tuple(
        replace(one, starts=move.time(one.starts), ends=move.time(one.ends))
        for one in conference.programme
    )
    return replace(
        conference,
        first_day=move.day(conference.first_day),
        last_day=move.last_day(conference.last_day, tuple(one.ends for one in programme)),
        registration_closed=move.day_or_none(conference.registration_closed),
        drafts_deadline=move.day_or_none(conference.drafts_deadline),
        documents=tuple(
            replace(one, tabled=move.day_or_none(one.tabled)) for one in conference.documents
        ),
        programme=programme,
        side_events=tuple(
            replace(one, starts=move.time_or_none(one.starts), ends=move.time_or_none(one.ends))
            for one in conference.side_events
        ),
        lists=tuple(_moved_list(one, move) for one in conference.lists),
    )


def _moved_list(speakers: SpeakersList, move: Move) -> SpeakersList:
    for tier in Tier:
        queue = speakers.queue(tier)
        moved = TierQueue(
            tier,
            waiting=tuple(
                replace(entry, inscribed_at=move.time(entry.inscribed_at))
                for entry in queue.waiting
            ),
            opens_at=move.time_or_none(queue.opens_at),
            closes_at=move.time_or_none(queue.closes_at),
        )
        speakers = speakers.with_queue(moved)
    return speakers
