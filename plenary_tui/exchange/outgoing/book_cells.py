"""What stands in the rows of a workbook: statements and decisions, in a language, with its days."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.exchange.outgoing.heads import Cell
from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.vocabulary import (
    Body,
    Delivery,
    FloorKind,
    Language,
    Majority,
    Outcome,
)
from plenary_tui.views.public.caption import (
    POINT_OF_ORDER,
    PRESIDENT,
    RIGHT_OF_REPLY,
    SECRETARIAT,
)
from plenary_tui.views.public.functions import behalf_in, title_in
from plenary_tui.views.record import colon_names as names
from plenary_tui.views.record.facts import DecisionFacts, StatementFacts
from plenary_tui.views.record.figures import NAMED
from plenary_tui.views.wording.tongue import Tongue, marked

DAY = 86_400.0
"""Seconds of a day, which is 1 in a spreadsheet."""
_DAY_ZERO = datetime(1899, 12, 30)
_DELIVERY = {Delivery.IN_PERSON: marked("in person"), Delivery.VIDEO: marked("video statement")}
_ROLES = (
    *(marked("statement"), marked("Rapporteur"), marked("Chair"), marked("Guest")),
    marked("Vice-President"),
)
_TABLES = {
    "president": PRESIDENT,
    "secretariat": SECRETARIAT,
    "point of order": POINT_OF_ORDER,
    "right of reply": RIGHT_OF_REPLY,
    "reply": RIGHT_OF_REPLY,
}
_MAJORITIES = {Majority.TWO_THIRDS: marked("two thirds"), Majority.SIMPLE: marked("simple")}
_WHOLE = (marked("All"), marked("By group"), marked("By tier"))
_YES, _NO = marked("yes"), marked("no")


class Cells:
    """Rows of a workbook; in English the words are those of the record as data."""

    def __init__(self, timezone: str, tongue: Tongue) -> None:
        self._zone = zone(timezone)
        self._tongue = tongue

    def there(self, moment: datetime) -> float:
        """A moment at the place of the conference, to the second, as a spreadsheet counts days."""
        there = moment.astimezone(self._zone).replace(tzinfo=None, microsecond=0)
        return (there - _DAY_ZERO).total_seconds() / DAY

    def said(self, word: str) -> str:
        """A word of the program in the language; what it does not know stands as it is."""
        return (
            text_of(self._tongue.words(word)) if word in NAMED or word in _WHOLE else text_of(word)
        )

    def statement(self, one: StatementFacts) -> tuple[Cell, ...]:
        """The row of a statement."""
        return (
            *(one.row, one.meeting, self._body(one.body), one.item or "", self._kind(one.kind)),
            *(text_of(one.delegation) or self._role(one.role or ""), text_of(one.code)),
            *(self.said(str(one.participant or "")), self.said(str(one.tier or ""))),
            *(self.said(one.group or ""), text_of(one.speaker)),
            *(text_of(names.function(one, self._tongue)), self._group(one.on_behalf_of or "")),
            *(text_of("; ".join(one.aligned)), self.said(str(one.language or ""))),
            self._delivery(one.delivery),
            *(self.there(at) for at in (one.called_at, one.started_at, one.ended_at)),
            one.length / DAY if one.timed else None,
            one.limit / DAY if one.limit is not None else None,
            one.overrun / DAY if one.overrun else None,
            one.changeover / DAY,
        )

    def decision(self, one: DecisionFacts) -> tuple[Cell, ...]:
        """The row of the action on a draft."""
        vote, english = one.vote, self._tongue.is_english
        votes = (vote.in_favour, vote.against, vote.abstaining) if vote else (None,) * 3
        outcome = str(one.outcome) if english else self._outcome(one.outcome)
        majority = str(one.majority or "")
        if one.majority is not None and not english:
            majority = self._tongue.words(_MAJORITIES[one.majority])
        return (
            *(one.row, self.there(one.at), one.meeting, self._body(one.body), one.item or ""),
            *(text_of(one.label if english else names.draft(one, self._tongue)),),
            *(text_of(one.title), outcome, *votes, majority),
            self._tongue.words(_YES if one.orally_revised else _NO),
            *(text_of("; ".join(one.sponsors)), text_of(one.remark)),
        )

    def _outcome(self, outcome: Outcome) -> str:
        return self._tongue.words(names.OUTCOMES[outcome])

    def _body(self, body: Body) -> str:
        return str(body) if self._tongue.is_english else self._tongue.body(body)

    def _kind(self, kind: FloorKind) -> str:
        if self._tongue.is_english or kind is FloorKind.STATEMENT:
            return self._tongue.words(kind.value)
        return self._role(kind.value.capitalize())

    def _role(self, role: str) -> str:
        """Who speaks for no delegation, or why somebody has the floor."""
        language = self._tongue.language
        if self._tongue.is_english or not role:
            return text_of(role)
        if table := _TABLES.get(role.lower()):
            return table[language]
        if role in _ROLES:
            return self._tongue.words(role)
        return text_of(title_in(role, language, woman=False, of_state=False) or role)

    def _group(self, group: str) -> str:
        """On whose behalf: in other languages than English a phrase, for those it is known of."""
        if self._tongue.language is Language.ENGLISH:
            return text_of(group)
        return text_of(behalf_in(group, self._tongue.language) or group)

    def _delivery(self, delivery: Delivery | None) -> str:
        if delivery is None or self._tongue.is_english:
            return str(delivery or "")
        return self._tongue.words(_DELIVERY[delivery])


def text_of(text: str | None) -> str:
    """What was typed, without anything that could disturb who reads it."""
    return shown(text) if text else ""
