"""How long the day has lasted at a moment: rooms grow slower from the morning to the evening."""

from __future__ import annotations

from datetime import date, datetime

from plenary_tui.procedure.calendar import local
from plenary_tui.procedure.conference import Conference, Statement
from plenary_tui.procedure.observed import meetings_of
from plenary_tui.procedure.vocabulary import Body


class Days:
    """The days on which a body has met or will, each from its first meeting on."""

    def __init__(self, conference: Conference, body: Body) -> None:
        self._conference = conference
        self._began: dict[date, datetime] = {}
        self._of_meeting: dict[int, datetime] = {}
        for planned in conference.programme:
            self._began.setdefault(self._day(planned.starts), planned.starts)
        for one in meetings_of(conference, body):
            first = self._began.setdefault(self._day(one.opened_at), one.opened_at)
            self._of_meeting[one.number] = first

    def _day(self, moment: datetime) -> date:
        return local(self._conference, moment).date()

    def hours(self, moment: datetime) -> float:
        """How many hours after the day's first meeting should begin, or began, a moment is."""
        return _hours(self._began.get(self._day(moment), moment), moment)

    def hours_of(self, statement: Statement) -> float:
        """The same of a statement that has ended."""
        began = self._of_meeting.get(statement.meeting)
        return (
            self.hours(statement.ended_at) if began is None else _hours(began, statement.ended_at)
        )


def _hours(began: datetime, moment: datetime) -> float:
    return max(0.0, (moment - began).total_seconds() / 3600)
