"""What a file offers to a conference: delegations, a list, an agenda, a programme, drafts.

Everything is as it is written; whom a name means is decided later (`matching`). Of persons nothing
is kept but who speaks, and as what.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from plenary_tui.exchange.problems import Problem
from plenary_tui.procedure.state.frozen import Value, field
from plenary_tui.procedure.state.vocabulary import Delivery, Language, Rank


class Contents(StrEnum):
    """What a file is."""

    DELEGATIONS = "delegations"
    LIST = "list"
    AGENDA = "agenda"
    PROGRAMME = "programme"
    DRAFTS = "drafts"


class Role(StrEnum):
    """What a column holds."""

    DELEGATION = "delegation"
    CLASS = "class"
    GROUP = "group"
    CODE = "code"
    SPEAKER = "speaker"
    FIRST = "first"
    LAST = "last"
    FUNCTION = "function"
    ADDRESS = "address"
    RANK = "rank"
    LANGUAGE = "language"
    ON_BEHALF_OF = "on behalf of"
    DELIVERY = "delivery"
    MEDIA = "media"
    RECEIVED_AT = "received at"
    ITEM = "item"
    STATE = "registration state"
    TITLE = "title"
    DATE = "date"
    STARTS = "starts"
    ENDS = "ends"
    ROOM = "room"
    KIND = "kind"
    NOT_READ = "never read"  # e-mail, telephone, passport, birth, passwords


class Column(Value):
    """A column of a table.

    Attributes:
        title: as it stands in the header; of two alike the second is "X (2)".
        role: what it was taken for; None if it is not used.
        why: how that was known: "title", "content", "told".
    """

    title: str
    role: Role | None
    why: str = ""


class OfferedDelegation(Value):
    """A delegation, gathered from all rows that name it the same way.

    Attributes:
        line: of the first row that names it.
        name: as written.
        code: as written; "" if the file has none.
        participant: its class as written; "" if the file has none.
        group: as written.
        persons: how many rows of persons named it; 0 where rows are no persons.
        pending: whether no row of it counts as registered yet.
    """

    line: int
    name: str
    code: str = ""
    participant: str = ""
    group: str = ""
    persons: int = 0
    pending: bool = False


class OfferedEntry(Value):
    """A request for the floor; `item` is "" where the file does not say it, the rest as written."""

    line: int
    delegation: str
    item: str = ""
    speaker: str = ""
    function: str = ""
    rank: Rank = Rank.OTHER
    on_behalf_of: str = ""
    language: Language | None = None
    delivery: Delivery = Delivery.IN_PERSON
    media: str = ""
    received_at: datetime | None = None


class OfferedItem(Value):
    """An agenda item; `symbol` is always there ("1", "1(a)"), counted where the file has none."""

    line: int
    symbol: str
    title: str
    counted: bool = False


class OfferedMeeting(Value):
    """A plenary meeting, in aware times."""

    line: int
    title: str
    starts: datetime
    ends: datetime
    items: tuple[str, ...] = ()


class OfferedEvent(Value):
    """An event beside the meetings, in aware times."""

    line: int
    title: str
    starts: datetime
    ends: datetime | None = None
    room: str = ""
    online: bool = False


class OfferedDraft(Value):
    """A draft resolution or decision."""

    line: int
    symbol: str
    title: str
    item: str = ""
    sponsor: str = ""


class OfferedConference(Value):
    """What a file says of the whole conference; "" and None where it does not.

    Attributes:
        timezone: as written, which may be none that is known.
    """

    name: str = ""
    place: str = ""
    timezone: str = ""
    first_day: date | None = None
    last_day: date | None = None


class Offer(Value):
    """All that one file offers.

    Attributes:
        file: its name, without folders.
        sha256: of its bytes, in hexadecimal.
        source: what wrote it, in plain words ("Indico, registrations").
        saved: how it is encoded, in plain words; "" where that is no question.
        sheet: the sheet that was read; "" for other files.
        sheets: all that are not hidden.
        contents: what it was taken for, the likeliest first.
        columns: of a table, in order.
        accented: the first three cells with letters beyond ASCII, to see whether they are right.
        left_out: how many rows were left out, by the reason in words.
        limit: the time limit a project names; None if it names none.
        event: what it says of the whole conference.
        problems: what cannot be read, each with its line.
        asks: questions about the file itself ("Is 02/09/2024 2 September?"), each with the option
            that answers it.
    """

    file: str
    sha256: str
    source: str
    saved: str = ""
    sheet: str = ""
    contents: tuple[Contents, ...] = ()
    columns: tuple[Column, ...] = ()
    accented: tuple[str, ...] = ()
    delegations: tuple[OfferedDelegation, ...] = ()
    entries: tuple[OfferedEntry, ...] = ()
    items: tuple[OfferedItem, ...] = ()
    meetings: tuple[OfferedMeeting, ...] = ()
    events: tuple[OfferedEvent, ...] = ()
    drafts: tuple[OfferedDraft, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)
    limit: timedelta | None = None
    event: OfferedConference = OfferedConference()
    sheets: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    asks: tuple[tuple[str, str], ...] = ()

    @property
    def is_unread(self) -> bool:
        """Whether nothing of the file could be read, not even what it is."""
        rows = (*self.delegations, *self.entries, *self.items, *self.meetings)
        return not (self.contents or rows or self.events or self.drafts)


class Overruled(Value):
    """What somebody says of a file that is otherwise guessed.

    Attributes:
        contents: `--as`.
        sheet: `--sheet`.
        encoding: `--encoding`.
        columns: `--column TITLE=role`.
        day_first: True, False, or None where it is guessed.
        day: the day of a file that has times but no dates (Ontime).
        timezone: the conference's, for times without an offset.
    """

    contents: Contents | None = None
    sheet: str = ""
    encoding: str = ""
    columns: Mapping[str, Role | None] = field(default_factory=dict)
    day_first: bool | None = None
    day: datetime | None = None
    timezone: str = "UTC"
