"""The sheets of a pack's workbook: their columns, what may stand in them, and an example."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import (
    Delivery,
    EventKind,
    ItemKind,
    Language,
    Mode,
    ParticipantClass,
    Rank,
)

NOTE = "note"
"""The title of the first column of every sheet, which is nobody's: a row with `example` there is
left out."""
EXAMPLE = "example"
LISTED = "List "
"""How the name of a sheet with the first entries of a list begins; the item's symbol follows."""
YES_NO = ("yes", "no")
MOST = 250
"""Characters of a sheet's name or of a list of choices that a spreadsheet takes."""


class CellKind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "day and time"
    NUMBER = "number"
    SEVERAL = "several, with ; between two"


class Column(Value):
    """A column, or a key of the first sheet.

    Attributes:
        key: its title, which is the key or column of the pack.
        about: what it is, for people.
        example: what might stand there.
        choices: all that may stand there; () for anything.
    """

    key: str
    about: str
    example: str = ""
    value: CellKind = CellKind.TEXT
    choices: tuple[str, ...] = ()


class SheetOf(Value):
    """A sheet with a row for each.

    Attributes:
        name: of the sheet.
        table: the array of tables in conference.toml that it makes; "" for a file of its own.
        file: the CSV file that it makes; "" for tables.
    """

    name: str
    columns: tuple[Column, ...]
    table: str = ""
    file: str = ""


CONFERENCE = "Conference"
KEYS = (
    Column("id", "a short name for files: letters, digits, hyphens", "sample-2027"),
    Column("name", "what it is called, in short", "Sample Congress"),
    Column("title", "its whole title", "First Sample Congress on Samples"),
    Column("place", "where it is held", "Vienna"),
    Column("timezone", "the time zone of the place", "Europe/Vienna"),
    Column("first_day", "the first day", "2027-03-01", CellKind.DAY),
    Column("last_day", "the last day", "2027-03-02", CellKind.DAY),
    Column("president", "who presides", "Ambassador N.N. (Country)"),
    Column("registration_closed", "the last day of registration; may stay empty", "", CellKind.DAY),
    Column("drafts_deadline", "the last day for drafts; may stay empty", "", CellKind.DAY),
    Column("limit_seconds", "how long a statement may be, as 3:00 or 180", "180"),
)
"""The keys of the first sheet, each in a row of its own."""
POLICIES = ("limit_seconds",)
"""Those of them that stand in `[policies]`."""

_NAMES = tuple(
    Column(f"name_{language.code}", f"its name in {language}")
    for language in Language
    if language is not Language.ENGLISH
)
DELEGATIONS = SheetOf(
    "Delegations",
    (
        Column("code", "ISO alpha-3 of a State, an acronym of an organization", "ABC"),
        Column("name", "its short name in English", "Sample Bar Association"),
        Column("spoken", "with its article, where speech needs one", "the Sample Bar Association"),
        Column("class", "what it is", "NGO", choices=tuple(ParticipantClass)),
        Column("iso2", "ISO alpha-2 of a State"),
        Column("iso3", "ISO alpha-3 of a State"),
        Column("m49", "M49 of a State, three digits"),
        Column("group", "its regional group"),
        Column("registered", "whether it may attend", "yes", choices=YES_NO),
        *_NAMES,
        Column("also", "other names people use, with ; between two", "SBA; Bar Association"),
    ),
    file="delegations.csv",
)
MEETINGS = SheetOf(
    "Meetings",
    (
        Column("number", "1, 2, ... in order", "1", CellKind.NUMBER),
        Column("starts", "local day and time", "2027-03-01 10:00", CellKind.MOMENT),
        Column("ends", "local day and time", "2027-03-01 13:00", CellKind.MOMENT),
        Column("items", "symbols of the items planned for it", "1; 2(a)", CellKind.SEVERAL),
    ),
    table="meeting",
)
AGENDA = SheetOf(
    "Agenda",
    (
        Column("symbol", "the number of the item", "2(a)"),
        Column("title", "its title", "General debate"),
        Column("kind", "what it is for", "general discussion", choices=tuple(ItemKind)),
    ),
    table="item",
)
DRAFTS = SheetOf(
    "Drafts",
    (
        Column("symbol", "as L.5; empty while not known", "L.1"),
        Column("title", "its title", "Draft resolution on samples"),
        Column("kind", "what it is", "resolution", choices=("resolution", "decision")),
        Column("submitter", "who submitted it, as in documents", "Co-Chairs"),
        Column("sponsors", "codes of delegations", "AUT; GHA", CellKind.SEVERAL),
        Column("item", "the symbol of its item", "2(a)"),
        Column("tabled", "the day", "2027-02-15", CellKind.DAY),
        Column("languages", "those it is published in", "English; French", CellKind.SEVERAL),
        Column("status", "how it stands", "tabled", choices=("tabled", "edited", "published")),
    ),
    table="document",
)
LISTS = SheetOf(
    "Lists",
    (
        Column("item", "the symbol of the item with a list of speakers", "2(a)"),
        Column("opens", "when it opens for inscription", "2027-02-01 09:00", CellKind.MOMENT),
        Column("closes", "when it closes", "2027-03-01 12:00", CellKind.MOMENT),
        Column("requires_ngo_details", "are NGOs asked for details?", "no", choices=YES_NO),
    ),
    table="list",
)
ENTRIES = (
    Column("delegation", "its code or a name", "Ghana"),
    Column("speaker", "who speaks", "N.N."),
    Column("function", "as what", "Minister of Justice"),
    Column("rank", "how high", "minister", choices=tuple(Rank)),
    Column("on_behalf_of", "a group, if any", "African Group"),
    Column("language", "in which it speaks", "English", choices=tuple(Language)),
    Column("delivery", "how", "in-person", choices=tuple(Delivery)),
    Column("media", "the file of a video"),
    Column("received_at", "when it asked for the floor", "2027-02-01 09:30", CellKind.MOMENT),
)
"""The columns of a sheet with the first entries of a list."""
SIDE_EVENTS = SheetOf(
    "Side events",
    (
        Column("title", "its title", "Sampling in practice"),
        Column("kind", "what it is", "side event", choices=tuple(EventKind)),
        Column("starts", "local day and time", "2027-03-01 13:10", CellKind.MOMENT),
        Column("ends", "local day and time", "2027-03-01 14:00", CellKind.MOMENT),
        Column("room", "where", "M1"),
        Column("mode", "how", "in person", choices=tuple(Mode)),
        Column("organizers", "who holds it", "N.N."),
    ),
    file="side-events.csv",
)
SHEETS: Sequence[SheetOf] = (MEETINGS, AGENDA, DRAFTS, LISTS, DELEGATIONS, SIDE_EVENTS)
"""The sheets with a row for each, in their order behind the first."""
