"""A pack written out: the files from which a conference can be made as it was convened."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from plenary_tui.exchange.delegations import BETWEEN
from plenary_tui.exchange.files import CONFERENCE
from plenary_tui.procedure.meetings.convening import ConferenceConvened
from plenary_tui.procedure.state.conference import (
    Delegation,
    Document,
    PlannedMeeting,
    SideEvent,
    SpeakersList,
)
from plenary_tui.procedure.state.vocabulary import Language, Mode, Tier

DELEGATIONS, SIDE_EVENTS = "delegations.csv", "side-events.csv"
FORMAT = 1
"""The format of packs that is written."""
_NAMES = tuple(f"name_{one.code}" for one in Language if one is not Language.ENGLISH)
DELEGATION_COLUMNS = (
    *("code", "name", "spoken", "class", "iso2", "iso3", "m49", "group", "registered"),
    *(*_NAMES, "also"),
)
EVENT_COLUMNS = ("title", "kind", "starts", "ends", "room", "mode", "organizers")
ENTRY_COLUMNS = (
    *("delegation", "speaker", "function", "rank", "on_behalf_of", "language", "delivery"),
    *("media", "received_at"),
)


def packed(convened: ConferenceConvened) -> dict[str, str]:
    """The files of a pack by their names; of a rehearsal they make a conference in earnest."""
    zone = ZoneInfo(convened.timezone)
    files = {
        DELEGATIONS: csv_of(DELEGATION_COLUMNS, map(delegation_row, convened.delegations)),
        CONFERENCE: _toml(convened, zone),
    }
    if convened.side_events:
        rows = (side_event_row(one, zone) for one in convened.side_events)
        files[SIDE_EVENTS] = csv_of(EVENT_COLUMNS, rows)
    for number, speakers in enumerate(convened.lists, start=1):
        if speakers.waiting:
            files[_list_file(number)] = csv_of(ENTRY_COLUMNS, entry_rows(speakers, zone))
    return files


def _list_file(number: int) -> str:
    return f"list-{number}.csv"


def csv_of(heads: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The text of a CSV file."""
    file = io.StringIO()
    writer = csv.DictWriter(file, heads, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def _local(moment: datetime | None, zone: ZoneInfo) -> str:
    """A moment as a pack writes it: local, without an offset."""
    return "" if moment is None else moment.astimezone(zone).replace(tzinfo=None).isoformat()


def delegation_row(one: Delegation) -> dict[str, str]:
    """A row of the delegations."""
    codes = {}
    for code in one.codes:
        codes["m49" if code.isdigit() else "iso2" if len(code) == 2 else "iso3"] = code
    return {
        "code": one.id,
        "name": one.name,
        "spoken": one.spoken,
        "class": one.participant.value,
        "group": one.group,
        "registered": "yes" if one.registered else "no",
        "also": f"{BETWEEN} ".join(one.also),
        **codes,
        **{f"name_{code}": name for code, name in one.names},
    }


def side_event_row(one: SideEvent, zone: ZoneInfo) -> dict[str, str]:
    """A row of the events beside the meetings."""
    mode = Mode.HYBRID.value if len(one.modes) > 1 else "".join(one.modes)
    return {
        "title": one.title,
        "kind": one.kind,
        "starts": _local(one.starts, zone),
        "ends": _local(one.ends, zone),
        "room": one.room,
        "mode": mode,
        "organizers": one.organizers,
    }


def entry_rows(speakers: SpeakersList, zone: ZoneInfo) -> Iterator[dict[str, str]]:
    """Who asked for the floor in advance, in order of receipt."""
    for one in sorted(speakers.waiting, key=lambda entry: entry.id):
        yield {
            "delegation": one.delegation,
            "speaker": one.speaker,
            "function": one.function,
            "rank": one.rank.value,
            "on_behalf_of": one.on_behalf_of,
            "language": one.language.value if one.language is not None else "",
            "delivery": one.delivery.value,
            "media": one.media,
            "received_at": _local(one.receipt, zone),
        }


def _toml(convened: ConferenceConvened, zone: ZoneInfo) -> str:
    """The file that makes a folder a pack."""
    import tomlkit

    document = tomlkit.document()
    for key, value in _heading(convened).items():
        document.add(key, value)
    document.add("policies", filled(_policies(convened)))
    files: dict[str, Any] = {"delegations": [DELEGATIONS]}
    if convened.side_events:
        files["side_events"] = SIDE_EVENTS
    document.add("files", filled(files))
    listed = enumerate(convened.lists, start=1)
    for name, tables in (
        ("meeting", [meeting_table(one, zone) for one in convened.programme]),
        ("item", [_item(convened, place) for place in range(len(convened.items))]),
        ("document", [document_table(one) for one in convened.documents]),
        ("list", [_list(convened, number, one, zone) for number, one in listed]),
    ):
        if tables:
            array = tomlkit.aot()
            for table in tables:
                array.append(filled(table))
            document.add(name, array)
    return tomlkit.dumps(document)


def filled(values: Mapping[str, Any]) -> Any:
    """A table of these values, without those that are nothing."""
    import tomlkit

    table = tomlkit.table()
    for key, value in values.items():
        if isinstance(value, dict):
            table.add(key, filled(value))
        elif value not in (None, "", []):
            table.add(key, value)
    return table


def _heading(convened: ConferenceConvened) -> dict[str, Any]:
    names = (
        *("id", "name", "title", "place", "timezone", "first_day", "last_day", "president"),
        *("registration_closed", "drafts_deadline"),
    )
    values = ((name, getattr(convened, name)) for name in names)
    return {"format": FORMAT, **{name: value for name, value in values if value}}


def _policies(convened: ConferenceConvened) -> dict[str, Any]:
    found = convened.policies
    return {
        "limit_seconds": _number(found.limit.total_seconds()),
        "wrap_up_seconds": _number(found.wrap_up.total_seconds()),
        "call_to_order_seconds": _number(found.call_to_order.total_seconds()),
        "video_ranks": [rank.value for rank in found.video_ranks],
        "on_air_in_committee": found.on_air_in_committee,
    }


def _number(seconds: float) -> int | float:
    return int(seconds) if seconds.is_integer() else seconds


def _naive(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    return None if moment is None else moment.astimezone(zone).replace(tzinfo=None)


def meeting_table(one: PlannedMeeting, zone: ZoneInfo) -> dict[str, Any]:
    """A meeting as conference.toml has it."""
    return {
        "number": one.number,
        "starts": _naive(one.starts, zone),
        "ends": _naive(one.ends, zone),
        "items": list(one.items),
        "rehearse_item": one.rehearse_item,
    }


def _item(convened: ConferenceConvened, place: int) -> dict[str, Any]:
    one = convened.items[place]
    return {
        "symbol": one.symbol,
        "title": one.title,
        "kind": one.kind.value,
        "illustrative": one.illustrative,
        "documents": list(one.documents),
    }


def document_table(one: Document) -> dict[str, Any]:
    """A draft as conference.toml has it."""
    return {
        "symbol": one.symbol,
        "title": one.title,
        "kind": one.kind,
        "submitter": one.submitter,
        "sponsors": list(one.sponsors),
        "item": one.item,
        "tabled": one.tabled,
        "languages": [language.value for language in one.languages],
        "status": one.status,
    }


def _list(
    convened: ConferenceConvened, number: int, speakers: SpeakersList, zone: ZoneInfo
) -> dict[str, Any]:
    item = next((one for one in convened.items if one.symbol == speakers.item), None)
    tiers = {
        tier.value: {
            "opens": _naive(speakers.queue(tier).opens_at, zone),
            "closes": _naive(speakers.queue(tier).closes_at, zone),
        }
        for tier in Tier
    }
    return {
        "item": speakers.item,
        "file": _list_file(number) if speakers.waiting else None,
        "requires_ngo_details": item is not None and item.requires_ngo_details,
        **tiers,
    }
