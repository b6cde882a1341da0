"""What each table of conference.toml and each row of a CSV file of a pack must hold.

data/cop12/README.md describes the same for people.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from plenary_tui.exchange.values import (
    M49,
    Code,
    Count,
    Day,
    Format,
    Identifier,
    Line,
    Moment,
    Seconds,
    Symbol,
    Text,
    YesNo,
)
from plenary_tui.procedure.state.vocabulary import (
    Delivery,
    EventKind,
    ItemKind,
    Language,
    Mode,
    ParticipantClass,
    Rank,
)


class Part(BaseModel):
    """A table or row of a pack."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Heading(Part):
    """The keys at the top of conference.toml."""

    format: Format
    id: Identifier
    name: Text
    title: Line = ""
    place: Line = ""
    timezone: Text
    first_day: Day
    last_day: Day
    president: Line = ""
    registration_closed: Day | None = None
    drafts_deadline: Day | None = None


class PoliciesTable(Part):
    """`[policies]`"""

    limit_seconds: Annotated[Seconds, Field(ge=1)] = 180
    wrap_up_seconds: Annotated[Seconds, Field(ge=0)] = 30
    call_to_order_seconds: Annotated[Seconds, Field(ge=0)] = 30
    video_ranks: tuple[Rank, ...] = tuple(rank for rank in Rank if rank is not Rank.OTHER)
    on_air_in_committee: YesNo = False


class FilesTable(Part):
    """`[files]`"""

    delegations: Annotated[tuple[Text, ...], Field(min_length=1)]
    side_events: Text | None = None


class MeetingTable(Part):
    """`[[meeting]]`"""

    number: Annotated[Count, Field(strict=True, ge=1, le=9999)]
    starts: Moment
    ends: Moment
    items: tuple[Text, ...] = ()
    rehearse_item: Text | None = None


class ItemTable(Part):
    """`[[item]]`"""

    symbol: Symbol
    title: Text
    kind: ItemKind = ItemKind.THEMATIC
    illustrative: YesNo = False
    documents: tuple[Text, ...] = ()


class DocumentTable(Part):
    """`[[document]]`"""

    symbol: Text | None = None
    title: Text
    kind: Literal["resolution", "decision"] = "resolution"
    submitter: Line = ""
    sponsors: tuple[Text, ...] = ()
    item: Text | None = None
    tabled: Day | None = None
    languages: tuple[Language, ...] = ()
    status: Literal["tabled", "edited", "published"] = "tabled"


OneMode = Literal["in person", "online"]


class SideEventTable(Part):
    """`[[side_event]]`"""

    title: Text
    kind: Literal["side event", "briefing", "round table", "dialogue", "social event"]
    starts: Moment | None = None
    ends: Moment | None = None
    room: Line = ""
    mode: OneMode | None = None
    modes: tuple[OneMode, ...] = ()
    organizers: Line = ""


class SideEventRow(Part):
    """A row of a file of events beside the meetings."""

    title: Text
    kind: EventKind = EventKind.SIDE_EVENT
    starts: Moment | None = None
    ends: Moment | None = None
    room: Line = ""
    mode: Mode | None = None
    organizers: Line = ""


class ListTable(Part):
    """`[[list]]`, without the tables of its tiers."""

    item: Text
    file: Text | None = None
    requires_ngo_details: YesNo = False


class TierTable(Part):
    """`[list.States]`, `[list.IGOs]`, `[list.NGOs]`"""

    opens: Moment | None = None
    closes: Moment | None = None


class DelegationRow(Part):
    """A row of a file of delegations. What it keeps for people only is checked as text."""

    code: Code
    name: Text
    spoken: Line = ""
    participant: ParticipantClass = Field(alias="class")
    status_source: Line = ""
    iso2: Code | None = None
    iso3: Code | None = None
    m49: M49 = ""
    group: Line = ""
    group_note: Line = ""
    registered: YesNo
    name_ar: Line = ""
    name_zh: Line = ""
    name_fr: Line = ""
    name_ru: Line = ""
    name_es: Line = ""
    also: Line = ""


class EntryRow(Part):
    """A row of a file of first entries on a list of speakers."""

    delegation: Line
    speaker: Line = ""
    function: Line = ""
    rank: Rank = Rank.OTHER
    on_behalf_of: Line = ""
    language: Language | None = None
    delivery: Delivery = Delivery.IN_PERSON
    media: Line = ""
    received_at: Moment
