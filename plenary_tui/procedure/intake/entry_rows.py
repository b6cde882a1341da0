"""Requests for the floor of a file, thousands of them too."""

from __future__ import annotations

from plenary_tui.procedure.ground.act import Event, Refused
from plenary_tui.procedure.ground.naming import item_called
from plenary_tui.procedure.ground.taking_part import require_registered
from plenary_tui.procedure.intake.rows import BroughtEntry, Fate, Judged
from plenary_tui.procedure.speakers.editing import EntryEdited
from plenary_tui.procedure.speakers.eligibility import (
    require_seat,
    require_video_rank,
)
from plenary_tui.procedure.speakers.inscription import (
    Inscribed,
    objections,
    require_received,
)
from plenary_tui.procedure.speakers.lists import place_of_receipt, with_entry
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    SpeakersList,
)
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Delivery, Rank

GIVEN = ("speaker", "function", "on_behalf_of", "rank", "delivery", "media", "language")
"""What a row may say of a request; what it leaves empty is not taken away."""
WITHDRAWN = "It was withdrawn after an earlier file had it; inscribe it by hand if it asks again."
UNSAID = ("", None, Rank.OTHER, Delivery.IN_PERSON)


class EntryRows:
    """The lists of the plenary as they stand with the rows that were decided."""

    def __init__(self, conference: Conference, at: Instant) -> None:
        self._conference = conference
        self._at = at
        self._delegations = {one.id: one for one in conference.delegations}
        self._lists: dict[str, SpeakersList] = {}
        self._waiting: dict[tuple[str, str], Entry] = {}
        self._lines: dict[tuple[str, str], int] = {}
        self._judged: tuple[str, str] | None = None
        self._named_before = {key for one in conference.taken for key in one.named}
        self._done = {
            (one.item, one.entry.delegation): "It has spoken."
            for one in conference.statements
            if one.entry is not None and one.body is Body.PLENARY
            if one.entry.explains is None
        }
        frozen = conference.plenary or conference
        floor = frozen.floor
        if floor is not None and floor.entry is not None and floor.entry.explains is None:
            self._done[(frozen.item, floor.entry.delegation)] = "It has the floor."

    def about(self, row: BroughtEntry) -> str:
        """Whose request it is, in words."""
        delegation = self._delegations.get(row.delegation)
        return f"{delegation.name if delegation else row.delegation}, item {row.item}"

    def judge(self, row: BroughtEntry, number: int, taken_before: bool) -> Judged:
        """Inscribe a delegation, or correct its entry; raises `Refused`.

        Args:
            number: what the entry is numbered at least; a higher one for each objection.
            taken_before: whether this row of this file was taken over already; what was corrected
                since stays.
        """
        item = item_called(self._conference, row.item) if row.item else None
        if item is None:
            symbols = ", ".join(one.symbol for one in self._conference.items)
            raise Refused(f"There is no agenda item “{row.item}”.", f"The agenda has {symbols}.")
        delegation = self._delegations.get(row.delegation)
        if delegation is None:
            raise Refused("No delegation of that name is registered.", "Register it first.")
        place = (item.symbol, delegation.id)
        what, key = f"{delegation.name}, item {item.symbol}", f"{item.symbol} {delegation.id}"
        self._judged = place
        if (first := self._lines.setdefault(place, row.line)) != row.line:
            why = f"{delegation.name} stands in line {first} already."
            return Judged(Fate.SKIPPED, what, why, delegation=delegation.id)
        speakers = self._list(item)
        there = self._waiting.get(place)
        if taken_before:
            gone = "" if there or place in self._done else "It was withdrawn since."
            return Judged(Fate.SAME, what, gone, key=key, delegation=delegation.id)
        if there is None and (done := self._done.get(place)):
            return Judged(Fate.SAME, what, done, key=key, delegation=delegation.id)
        if there is not None:
            judged = self._edited(row, there, delegation)
        elif key in self._named_before:
            return Judged(Fate.SKIPPED, what, WITHDRAWN, key=key, delegation=delegation.id)
        else:
            judged = self._inscribed(row, item, delegation, speakers, number)
        return _about(judged, what, key, delegation.id)

    def _inscribed(
        self,
        row: BroughtEntry,
        item: AgendaItem,
        delegation: Delegation,
        speakers: SpeakersList,
        number: int,
    ) -> Judged:
        require_registered(delegation, "it cannot be inscribed")
        require_seat(delegation, Body.PLENARY)
        require_video_rank(self._conference, delegation, row.delivery, row.rank)
        if row.received_at is not None:
            require_received(self._conference, row.received_at, self._at)
        entry = Entry(
            id=0,
            delegation=delegation.id,
            tier=delegation.tier,
            inscribed_at=self._at.utc,
            received_at=row.received_at,
            **{name: getattr(row, name) for name in GIVEN},
        )
        against = tuple(objections(self._conference, item, delegation, speakers, self._at, entry))
        entry = replace(entry, id=number + len(against))
        place = place_of_receipt(speakers.queue(entry.tier), row.received_at)
        event = Inscribed(
            at=self._at, item=item.symbol, body=Body.PLENARY, entry=entry, place=place
        )
        return Judged(Fate.NEW, "", events=(event,), objections=against)

    def _edited(self, row: BroughtEntry, there: Entry, delegation: Delegation) -> Judged:
        said = {name: getattr(row, name) for name in GIVEN if getattr(row, name) not in UNSAID}
        edited = replace(there, **said)
        if edited == there:
            return Judged(Fate.SAME, "")
        require_video_rank(self._conference, delegation, edited.delivery, edited.rank)
        why = ", ".join(
            f"{name.replace('_', ' ')} {value}"
            for name, value in said.items()
            if value != getattr(there, name)
        )
        return Judged(Fate.CHANGED, "", why, (EntryEdited(at=self._at, entry=edited),))

    def refused(self, row: BroughtEntry) -> None:
        """Go on without a row that was refused: a later one of its delegation counts."""
        if self._judged is not None and self._lines.get(self._judged) == row.line:
            del self._lines[self._judged]

    def take(self, event: Event) -> None:
        """Go on with what a row has done."""
        if isinstance(event, Inscribed):
            speakers = with_entry(self._lists[event.item], event.entry, event.place)
            self._lists[event.item] = speakers
            self._waiting[(event.item, event.entry.delegation)] = event.entry

    def _list(self, item: AgendaItem) -> SpeakersList:
        if item.symbol not in self._lists:
            speakers = self._conference.list_of(item.symbol, Body.PLENARY)
            self._lists[item.symbol] = speakers
            for entry in speakers.waiting:
                if entry.explains is None:  # a file has requests for statements alone
                    self._waiting[(item.symbol, entry.delegation)] = entry
        return self._lists[item.symbol]


def _about(judged: Judged, what: str, key: str, delegation: str) -> Judged:
    """The same, with what it is about."""
    return Judged(judged.fate, what, judged.why, judged.events, judged.objections, key, delegation)
