"""The rows of an offer with the delegations they mean: what may be taken over, what is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from plenary_tui.exchange.incoming.classes import read_class
from plenary_tui.exchange.incoming.matching import Certainty, Match, Matcher
from plenary_tui.exchange.incoming.offer import Contents, Offer
from plenary_tui.exchange.incoming.renumbered import symbols_here
from plenary_tui.procedure.ground.naming import item_called
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.intake.rows import (
    BroughtDelegation,
    BroughtDraft,
    BroughtEntry,
    BroughtEvent,
    BroughtItem,
    BroughtMeeting,
)
from plenary_tui.procedure.meetings.convening import new_code
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import bare

PENDING = "Its registration is not completed yet."
LEFT_OUT = "It was left out by an answer."


class Question(Value):
    """A name that is not sure, with all rows that wait for the answer.

    Attributes:
        persons: how many persons of the file are of it; 0 where rows are no persons.
    """

    match: Match
    lines: tuple[int, ...]
    persons: int = 0

    @property
    def is_proposed(self) -> bool:
        """Whether one delegation is proposed, which a nod takes."""
        return self.match.certainty is Certainty.PROPOSED

    @property
    def said(self) -> str:
        """What is asked, in words."""
        match = self.match
        if match.delegation is not None:
            return f"Is it {match.delegation.name} ({match.delegation.id})?"
        if match.certainty is Certainty.NOT_HERE:
            return "It is no delegation of this conference."
        if match.candidates:
            names = [f"{one.name} ({one.id})" for one in match.candidates]
            return f"Is it {' or '.join(names)}?"
        return "No delegation is called so."


@dataclass(slots=True)
class Brought:
    """What an offer brings.

    Attributes:
        left_out: rows that are not taken: line, what, why.
        persons: by line, how many persons of the file a row stands for.
        taken_as: names that are others' here, and whom they were taken for, in words.
    """

    delegations: tuple[BroughtDelegation, ...] = ()
    items: tuple[BroughtItem, ...] = ()
    meetings: tuple[BroughtMeeting, ...] = ()
    events: tuple[BroughtEvent, ...] = ()
    drafts: tuple[BroughtDraft, ...] = ()
    entries: tuple[BroughtEntry, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: list[tuple[int, str, str]] = field(default_factory=list)
    persons: dict[int, int] = field(default_factory=dict)
    taken_as: tuple[tuple[str, str], ...] = ()
    wants_item: bool = False


def bring(
    offer: Offer,
    contents: Contents,
    conference: Conference,
    item: str,
    answers: Mapping[str, str],
    take_proposed: bool,
    step: Callable[[], None] = lambda: None,
) -> Brought:
    """What an offer brings to a conference; rows in which something cannot be read are not.

    Args:
        item: on whose list requests come that do not say it.
        answers: by the form of a name.
        take_proposed: whether names are taken as they are proposed.
        step: called for each row in which a delegation is named.
    """
    porter = _Porter(offer, conference, Matcher(conference, answers), take_proposed, step)
    match contents:
        case Contents.DELEGATIONS:
            porter.delegations()
        case Contents.LIST:
            porter.entries(item)
        case Contents.AGENDA | Contents.PROGRAMME:
            porter.agenda()
        case Contents.DRAFTS:
            porter.drafts()
    return porter.done()


class _Porter:
    def __init__(
        self,
        offer: Offer,
        conference: Conference,
        matcher: Matcher,
        take_proposed: bool,
        step: Callable[[], None],
    ) -> None:
        self._step = step
        self._offer = offer
        self._conference = conference
        self._matcher = matcher
        self._take_proposed = take_proposed
        self._unread = {problem.line for problem in offer.problems}
        self._codes = {code for one in conference.delegations for code in (one.id, *one.codes)}
        self._coded: dict[str, str] = {}
        self._new: dict[str, BroughtDelegation] = {}
        self._questions: dict[str, Question] = {}
        self._taken_as: dict[str, str] = {}
        self._brought = Brought()

    def done(self) -> Brought:
        """All of it."""
        self._brought.questions = tuple(self._questions.values())
        self._brought.taken_as = tuple(self._taken_as.items())
        return self._brought

    def delegations(self) -> None:
        """Delegations, gathered once more where several names mean one."""
        rows: dict[str, BroughtDelegation] = {}
        persons = self._brought.persons
        for one in self._offer.delegations:
            self._step()
            if one.line in self._unread:
                continue
            if one.pending:
                self._brought.left_out.append((one.line, one.name, PENDING))
                persons[one.line] = one.persons
                continue
            said = read_class(one.participant)
            match = self._matcher.match(one.name, one.code, said)
            if (meant := self._meant(match, one.line, one.persons, one.group)) is None:
                continue
            if match.certainty is Certainty.NEW:
                row = self._new[meant]
            else:
                row = BroughtDelegation(one.line, one.name, meant, "", said.participant, one.group)
            first = rows.setdefault(meant, row)
            persons[first.line] = persons.get(first.line, 0) + one.persons
        self._brought.delegations = tuple(rows.values())

    def entries(self, item: str) -> None:
        """Requests for the floor; delegations that are new by an answer are registered first."""
        rows = []
        here = symbols_here(self._offer.items, self._conference)
        for one in self._offer.entries:
            self._step()
            if one.line in self._unread:
                continue
            symbol = here.get(one.item, one.item) or item
            if not symbol:
                self._brought.wants_item = True
            found = item_called(self._conference, symbol) if symbol else None
            match = self._matcher.match(one.delegation)
            if (meant := self._meant(match, one.line)) is None or not symbol:
                continue
            rows.append(
                BroughtEntry(
                    one.line,
                    meant,
                    found.symbol if found is not None else symbol,
                    one.speaker,
                    one.function,
                    one.on_behalf_of,
                    one.rank,
                    one.delivery,
                    one.media,
                    one.language,
                    one.received_at,
                )
            )
        self._brought.entries = tuple(rows)
        self._brought.delegations = tuple(self._new.values())

    def agenda(self) -> None:
        """Items, meetings and side events."""
        offer, unread = self._offer, self._unread
        here = symbols_here(offer.items, self._conference)
        self._brought.items = tuple(
            BroughtItem(one.line, here.get(one.symbol, one.symbol), one.title)
            for one in offer.items
            if one.line not in unread
        )
        self._brought.meetings = tuple(
            BroughtMeeting(
                one.line,
                one.starts,
                one.ends,
                tuple(here.get(symbol, symbol) for symbol in one.items),
            )
            for one in offer.meetings
            if one.line not in unread
        )
        self._brought.events = tuple(
            BroughtEvent(one.line, one.title, one.starts, one.ends, one.room, one.online)
            for one in offer.events
            if one.line not in unread
        )

    def drafts(self) -> None:
        """Drafts with who tables them."""
        rows = []
        for one in self._offer.drafts:
            if one.line in self._unread:
                continue
            sponsor: str | None = one.sponsor
            if one.sponsor and not bare(one.sponsor).startswith("cochair"):
                sponsor = self._meant(self._matcher.match(one.sponsor), one.line)
            if sponsor is not None:
                rows.append(BroughtDraft(one.line, one.symbol, one.title, one.item, sponsor))
        self._brought.drafts = tuple(rows)

    def _meant(self, match: Match, line: int, persons: int = 0, group: str = "") -> str | None:
        """The id of the delegation that is meant; None if it is asked or left out."""
        match match.certainty:
            case Certainty.LEFT_OUT:
                self._brought.left_out.append((line, match.written, LEFT_OUT))
                return None
            case Certainty.NEW:
                return self._registered(match, line, group)
            case Certainty.PROPOSED if not (self._take_proposed and match.alone):
                self._ask(match, line, persons)
                return None
            case Certainty.ASKED | Certainty.NOT_HERE:
                self._ask(match, line, persons)
                return None
            case _:
                assert match.delegation is not None
                meant = match.delegation
                if match.certainty is not Certainty.SURE or not self._is_own(match):
                    self._taken_as[match.written] = f"{meant.name} ({meant.id})"
                return meant.id

    def _is_own(self, match: Match) -> bool:
        """Whether the pack itself calls it so."""
        meant = match.delegation
        assert meant is not None
        own = (meant.id, meant.name, *(name for _, name in meant.names))
        return plain(match.written) in map(plain, own)

    def _ask(self, match: Match, line: int, persons: int) -> None:
        asked = self._questions.get(match.written)
        lines, before = (asked.lines, asked.persons) if asked is not None else ((), 0)
        self._questions[match.written] = Question(match, (*lines, line), before + persons)

    def _registered(self, match: Match, line: int, group: str) -> str:
        """The code of a new delegation."""
        form = plain(match.written) or match.written
        if form in self._coded:
            return self._coded[form]
        code = self._coded[form] = new_code(self._codes, match.written)
        self._codes.add(code)
        self._new[code] = BroughtDelegation(line, match.written, "", code, match.participant, group)
        return code
