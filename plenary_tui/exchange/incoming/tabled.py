"""A table of any office: what it is by its columns, and what it offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from plenary_tui.exchange.incoming.columntitles import Titled, meaning_of
from plenary_tui.exchange.incoming.delimited import Record
from plenary_tui.exchange.incoming.floorlist import read_entries
from plenary_tui.exchange.incoming.gathered import gather
from plenary_tui.exchange.incoming.grid import Grid
from plenary_tui.exchange.incoming.moments import (
    NoMoment,
    as_range,
    in_utc,
    is_bare_time,
    read_time,
)
from plenary_tui.exchange.incoming.numbered import Matter, number_items, symbol_of
from plenary_tui.exchange.incoming.offer import Contents, Offer, OfferedDraft, Overruled, Role
from plenary_tui.exchange.incoming.roles import find_roles
from plenary_tui.exchange.incoming.rowreader import RowReader
from plenary_tui.exchange.incoming.timetable import Slot, sort_out
from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.frozen import replace

_ASKS_FOR_THE_FLOOR = (
    Role.RECEIVED_AT,
    Role.RANK,
    Role.DELIVERY,
    Role.MEDIA,
    Role.ITEM,
    Role.LANGUAGE,
    Role.ON_BEHALF_OF,
)
_ONLY_FOR_THE_FLOOR = (Role.RECEIVED_AT, Role.RANK, Role.DELIVERY, Role.MEDIA, Role.ITEM)
"""Of these, what no list of participants has."""
_SPEAKS = (
    "speaker",
    "orateur",
    "oratrice",
    "intervenant",
    "orador",
    "оратор",
    "выступ",
    "متحدث",
    "متكلم",
    "发言",
    "redner",
)
_HIDDEN = frozenset({"internal", "hidden"})
_ROLES_OF = {
    Contents.DELEGATIONS: (Role.DELEGATION, Role.CODE),
    Contents.LIST: (Role.DELEGATION, Role.CODE),
    Contents.AGENDA: (Role.TITLE,),
    Contents.PROGRAMME: (Role.TITLE,),
    Contents.DRAFTS: (Role.CODE, Role.ITEM),
}
"""Of which one column at least is needed."""


def offer_of(grid: Grid, told: Overruled, recognise: Callable[[str], bool], offer: Offer) -> Offer:
    """The offer with all that the table offers."""
    roles = find_roles(grid, told.columns, recognise)
    reader = RowReader(grid, roles, told)
    contents = told.contents or guess_contents(reader)
    left_out = Counter(grid.left_out)
    problems = [*grid.problems, *roles.problems]
    offer = replace(
        offer,
        contents=(contents,) if contents else (),
        columns=tuple(roles.columns),
        asks=tuple(roles.asks),
    )
    if contents is None or not roles.has(*_ROLES_OF[contents]):
        problems.append(_nothing_known(grid, contents))
        return replace(offer, problems=tuple(problems), left_out=dict(left_out))
    if empty := _empty_columns(reader, contents):
        return replace(offer, problems=(*problems, *empty), left_out=dict(left_out))
    if contents in (Contents.DELEGATIONS, Contents.LIST) and not roles.has(Role.DELEGATION):
        roles.places[Role.DELEGATION] = roles.places[Role.CODE]
    match contents:
        case Contents.DELEGATIONS:
            offer = replace(offer, delegations=gather(reader, recognise, left_out))
        case Contents.LIST:
            offer = replace(offer, entries=read_entries(reader, recognise, left_out))
        case Contents.AGENDA:
            matters = read_matters(reader, left_out)
            offer = replace(offer, items=number_items(grid.file, matters, problems))
        case Contents.PROGRAMME:
            sorted_out = sort_out(grid.file, read_slots(reader), problems, agenda=False)
            left_out.update(sorted_out.left_out)
            offer = replace(offer, meetings=sorted_out.meetings, events=sorted_out.events)
        case Contents.DRAFTS:
            offer = replace(offer, drafts=_drafts(reader))
    problems.extend(reader.problems)
    return replace(
        offer,
        problems=tuple(problems),
        left_out=dict(left_out),
        asks=(*offer.asks, *reader.asks),
    )


def guess_contents(reader: RowReader) -> Contents | None:
    """What a table is, by its columns; None if they do not tell."""
    roles = reader.roles
    if roles.has(Role.DELEGATION, Role.CODE) and not roles.has(Role.TITLE):
        if roles.has(Role.STATE) and not _is_state_of_requests(reader):
            return Contents.DELEGATIONS
        private = any(column.role is Role.NOT_READ for column in roles.columns)
        asks = _ASKS_FOR_THE_FLOOR if not private else _ONLY_FOR_THE_FLOOR
        is_list = roles.has(*asks) or _names_speakers(reader)
        return Contents.LIST if is_list else Contents.DELEGATIONS
    if not roles.has(Role.TITLE):
        return None
    if roles.has(Role.CODE):
        cells = [cell for cell in reader.grid.sample(roles.places[Role.CODE], 40)]
        if cells and sum("/" in cell for cell in cells) * 2 >= len(cells):
            return Contents.DRAFTS
    if roles.has(Role.STARTS, Role.DATE) and roles.has(Role.ROOM, Role.ENDS):
        return Contents.PROGRAMME
    if roles.has(Role.STARTS) and not roles.has(Role.ITEM):
        return Contents.PROGRAMME
    return Contents.AGENDA


def _is_state_of_requests(reader: RowReader) -> bool:
    """Whether the column of states is a plain "Status" in a table that asks for the floor."""
    title = meaning_of(reader.grid.titles[reader.roles.places[Role.STATE]])
    asks = reader.roles.has(*_ONLY_FOR_THE_FLOOR) or _names_speakers(reader)
    return title is not Titled.STATE and asks


def _names_speakers(reader: RowReader) -> bool:
    """Whether a column is called that of the speakers, and not of heads or of whoever comes."""
    place = reader.roles.places.get(Role.SPEAKER)
    title = "" if place is None else plain(reader.grid.titles[place])
    return any(word in title for word in _SPEAKS)


def _nothing_known(grid: Grid, contents: Contents | None) -> Problem:
    titles = ", ".join(f"“{title[:40]}”" for title in grid.titles[:6])
    more = f" and {len(grid.titles) - 6} more" if len(grid.titles) > 6 else ""
    wanted = "a title" if contents in (Contents.AGENDA, Contents.PROGRAMME) else "the delegation"
    if contents is Contents.DRAFTS:
        wanted = "the symbol"
    role = {"a title": "title", "the symbol": "code"}.get(wanted, "delegation")
    return Problem(
        grid.file,
        None,
        "",
        f"no column is known to hold {wanted} ({titles}{more})",
        f'--column "TITLE={role}"',
    )


def _empty_columns(reader: RowReader, contents: Contents) -> list[Problem]:
    """The columns that are needed and have nothing in any row: formulas never calculated, say."""
    return [
        Problem(
            reader.grid.file,
            None,
            reader.grid.titles[reader.roles.places[role]],
            "is empty in every row",
            "text; if it has formulas, the file opened and saved in a spreadsheet program once",
        )
        for role in _ROLES_OF[contents]
        if reader.roles.has(role) and reader.is_empty(role) and role is not Role.CODE
    ]


def read_matters(reader: RowReader, left_out: Counter[str]) -> list[Matter]:
    """The rows of an agenda; those that OpenSlides hides from the public are left out."""
    kinds = [at for at, title in enumerate(reader.grid.titles) if plain(title) == "agenda type"]
    matters = []
    for row in reader.grid.rows:
        if kinds and (kind := reader.at(row, kinds[0], True).casefold()) in _HIDDEN:
            left_out[f"that OpenSlides calls {kind}"] += 1
            continue
        title = reader.text(row, Role.TITLE)
        symbol = reader.text(row, Role.ITEM) or reader.text(row, Role.CODE)
        if title:
            matters.append(Matter(row[0], symbol, title))
        elif symbol:
            reader.wrong(row, Role.TITLE, "is empty", "a title")
    return matters


def read_slots(reader: RowReader) -> list[Slot]:
    """The rows of a programme, in UTC."""
    slots = []
    for row in reader.grid.rows:
        title = reader.text(row, Role.TITLE)
        if not title:
            if reader.text(row, Role.STARTS) or reader.text(row, Role.ROOM):
                reader.wrong(row, Role.TITLE, "is empty", "a title")
            continue
        day = reader.day(row)
        starts, until = _starts(reader, row, day)
        if starts is None and reader.roles.has(Role.DATE) and not reader.roles.has(Role.STARTS):
            local = reader.local(row, Role.DATE)
            starts = reader.moment(row, Role.DATE) if local and local.time() != time() else None
        ends = until or reader.time_on(row, Role.ENDS, _day_of(reader, starts) or day)
        if starts and ends and ends <= starts:
            ends = _next_day(reader, row, starts, ends)
        room, kind = reader.text(row, Role.ROOM), reader.text(row, Role.KIND)
        slots.append(Slot(row[0], title, starts, ends, room, kind))
    return slots


def _starts(
    reader: RowReader, row: Record, day: date | None
) -> tuple[datetime | None, datetime | None]:
    """When a row begins; and when it ends, if its beginning is written as "10:00-13:00"."""
    both = as_range(reader.text(row, Role.STARTS))
    if both is None or day is None:
        return reader.time_on(row, Role.STARTS, day), None
    try:
        starts, ends = (in_utc(read_time(one, day), reader.zone) for one in both)
    except NoMoment as error:
        reader.wrong(row, Role.STARTS, error.what, error.expected)
        return None, None
    return starts, ends


def _day_of(reader: RowReader, moment: datetime | None) -> datetime | None:
    return moment.astimezone(reader.zone) if moment else None


def _next_day(reader: RowReader, row: Record, starts: datetime, ends: datetime) -> datetime | None:
    """The end after midnight, if it is a bare time in the night; else that it is wrong is told."""
    if is_bare_time(reader.text(row, Role.ENDS)) and starts - ends > timedelta(hours=12):
        return ends + timedelta(days=1)
    reader.wrong(row, Role.ENDS, "is not after the beginning", "a later time")
    return None


def _drafts(reader: RowReader) -> tuple[OfferedDraft, ...]:
    symbol_role = Role.CODE if reader.roles.has(Role.CODE) else Role.ITEM
    drafts = []
    for row in reader.grid.rows:
        symbol, title = reader.text(row, symbol_role), reader.text(row, Role.TITLE)
        if not symbol:
            if title:
                reader.wrong(row, symbol_role, "is empty", "the symbol of the draft")
            continue
        item = reader.text(row, Role.ITEM) if symbol_role is Role.CODE else ""
        sponsor = reader.text(row, Role.DELEGATION)
        drafts.append(OfferedDraft(row[0], symbol, title, symbol_of(item) if item else "", sponsor))
    return tuple(drafts)
