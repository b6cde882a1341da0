"""What a conference has before it, as frozen state: items, drafts, and the week's programme."""

from __future__ import annotations

from datetime import date, datetime

from plenary_tui.procedure.state.frozen import Value, replace
from plenary_tui.procedure.state.vocabulary import Body, ItemKind, Language, Stage


class AgendaItem(Value):
    """An agenda item, and how far each body has come with it.

    Attributes:
        symbol: as printed, e.g. `1(f)`.
        documents: symbols of its documents.
        illustrative: whether the item is sample data rather than the adopted agenda.
        requires_ngo_details: whether an NGO must give its speaker's name and function.
    """

    symbol: str
    title: str
    kind: ItemKind = ItemKind.THEMATIC
    documents: tuple[str, ...] = ()
    illustrative: bool = False
    requires_ngo_details: bool = False
    stage: Stage = Stage.NOT_TAKEN_UP
    committee_stage: Stage = Stage.NOT_TAKEN_UP

    def stage_in(self, body: Body) -> Stage:
        """How far `body` has come with it."""
        return self.stage if body is Body.PLENARY else self.committee_stage

    def at_stage(self, stage: Stage, body: Body) -> AgendaItem:
        """The item with its stage in `body` set."""
        if body is Body.PLENARY:
            return replace(self, stage=stage)
        return replace(self, committee_stage=stage)


class Document(Value):
    """A draft before the conference; `symbol` is None until it has one.

    Attributes:
        kind, status: words of `DraftKind` and `DraftStatus`.
        submitter: a working group's Co-Chairs; "" where sponsors table it.
        tabled: the day it was tabled.
        languages: the official languages in which it is there.
        number: what it is known by whatever its symbol; from 1, in the order of the pack.
        sponsors: ids of delegations, in the order in which they joined.
        revision: which revision it is; 0 for the text first tabled.
        before: the bodies that have taken it up and not yet acted on it.
    """

    title: str
    symbol: str | None = None
    kind: str = "resolution"
    submitter: str = ""
    item: str | None = None
    tabled: date | None = None
    languages: tuple[Language, ...] = ()
    status: str = "tabled"
    number: int = 0
    sponsors: tuple[str, ...] = ()
    revision: int = 0
    before: tuple[Body, ...] = ()


class SideEvent(Value):
    """An event beside the meetings; without times while it has no date.

    Its number is its place among all of them, from 1; a cancelled one keeps its place.
    """

    title: str
    kind: str = "side event"
    starts: datetime | None = None
    ends: datetime | None = None
    room: str = ""
    modes: tuple[str, ...] = ("in person",)
    organizers: str = ""
    cancelled: bool = False
    cancelled_because: str = ""


class PlannedMeeting(Value):
    """A meeting of the programme of work: its number, hours (UTC) and items.

    `rehearse_item` is the item with which a rehearsal of this meeting begins.
    """

    number: int
    starts: datetime
    ends: datetime
    items: tuple[str, ...] = ()
    rehearse_item: str | None = None


class TakenFile(Value):
    """A file that was taken over.

    Attributes:
        contents: what it was taken for.
        lines: those of its lines that stand in the conference, as `2-131 133`.
        named: what it named: ids of delegations, symbols, `1(f) NGA` for a request.
    """

    file: str
    sha256: str
    contents: str
    lines: str = ""
    named: tuple[str, ...] = ()
