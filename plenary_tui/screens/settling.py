"""What a file leaves open, put to the officer one dialog after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from textual.screen import Screen

from plenary_tui.exchange.incoming.bringing import Question
from plenary_tui.exchange.incoming.looking import Looking
from plenary_tui.exchange.incoming.matching import LEFT_OUT, Certainty, Matcher, NoAnswer
from plenary_tui.exchange.incoming.preview import Preview, State
from plenary_tui.procedure.ground.act import Remedy
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from plenary_tui.screens.picks import AskLine, Choice, Pick

ANOTHER = "another"
"""Chosen: the name means a delegation that is not proposed."""
FOR_ALL = "*"
"""Behind an answer: it holds for all names that follow and resemble none."""
NEW = (ParticipantClass.NGO, ParticipantClass.IGO)
"""The classes of bodies that are new most often."""
LISTED = 12
"""Proposals that a question names; all are in the preview below it."""
DAY_FIRST, DAY, COLUMN = "--day-first", "--day ", '--column "'
"""In the option that answers a question about a file: how its dates are read, its day, a column."""

Ask = Callable[[Screen[Any], Callable[[Any], None]], None]
"""Opens a dialog; what is answered is given on, None where it was left."""
Then = Callable[[], None]


class Settling:
    """Asks the next thing that a preview leaves open."""

    def __init__(self, looking: Looking, ask: Ask, anew: Then) -> None:
        """Make it; `anew` is called once something was answered, for the file to be compared."""
        self._looking, self._ask, self._anew = looking, ask, anew
        self._asked: set[str] = set()
        self._open: list[Question] = []
        self._answers: dict[str, str] = {}

    def goes_on(self, looked: Preview, conference: Conference) -> bool:
        """Ask the next thing; whether there was anything to ask."""
        return (
            self._of_file(looked, conference)
            or self._of_names(looked, conference)
            or self._of_refused(looked)
        )

    def asks(self, looked: Preview) -> bool:
        """Whether anything is left to ask."""
        return self._about_file(looked) is not None or not looked.goes_through

    def _about_file(self, looked: Preview) -> tuple[str, str] | None:
        """The next question about the file itself that was not asked, with its option."""
        known = (DAY_FIRST, DAY, COLUMN)
        return next(
            (
                (question, option)
                for question, option in looked.offer.asks
                if question not in self._asked and any(one in option for one in known)
            ),
            None,
        )

    def _of_file(self, looked: Preview, conference: Conference) -> bool:
        """How the file is to be read, each question once."""
        found = self._about_file(looked)
        if found is None:
            return False
        question, option = found
        dialog: Screen[Any]
        take: Callable[[Any], None]
        if DAY_FIRST in option:
            days = (Choice(True, "The day comes first"), Choice(False, "The month does"))
            dialog, take = Pick("Dates", question, days), self._day_first
        elif option.startswith(DAY):
            dialog, take = AskLine(question, str(conference.first_day), _no_day), self._day
        else:
            title = option.removeprefix(COLUMN).rpartition("=")[0]
            columns = (Choice("", "As it is taken"), Choice(title, f"“{title}” names it"))
            dialog, take = Pick("Columns", question, columns), self._column
        self._ask(dialog, self._about(question, take))
        return True

    def _about(self, question: str, take: Callable[[Any], None]) -> Callable[[Any], None]:
        def answered(answer: Any) -> None:
            if answer is not None:
                self._asked.add(question)
                take(answer)
                self._anew()

        return answered

    def _day_first(self, first: Any) -> None:
        self._looking.day_comes_first(first)

    def _day(self, typed: Any) -> None:
        if typed:
            self._looking.day_is(datetime.fromisoformat(typed))

    def _column(self, title: Any) -> None:
        if title:
            self._looking.delegations_are_in(title)

    def _of_names(self, looked: Preview, conference: Conference) -> bool:
        """Names: all that are proposed at once, then the others, one by one."""
        self._open, self._answers = list(looked.questions), {}
        if not self._open:
            return False
        if any(one.is_proposed for one in self._open):
            self._nod(conference)
        else:
            self._next_name(conference)
        return True

    def _nod(self, conference: Conference) -> None:
        """Ask whether all that is proposed is right."""
        proposed = [one for one in self._open if one.is_proposed]
        lines = [f"“{one.match.written}” is {_named(one)}" for one in proposed[:LISTED]]
        if more := len(proposed) - len(lines):
            lines.append(f"and {more} more, as the preview has them")
        choices = (Choice(True, "Take all of them"), Choice(False, "Ask about each"))

        def chosen(right: bool | None) -> None:
            if right is None:
                return
            if right:
                self._answers = {one.match.written: _id(one) for one in proposed}
                self._open = [one for one in self._open if not one.is_proposed]
            self._next_name(conference)

        self._ask(Pick("Are all of these right?", "\n".join(lines), choices), chosen)

    def _next_name(self, conference: Conference) -> None:
        """Ask about the next name; once there is none, have the file compared."""
        if not self._open:
            self._looking.answer(self._answers)
            self._anew()
            return
        question, *self._open = self._open
        match = question.match
        candidates = match.candidates or ((match.delegation,) if match.delegation else ())
        choices = (
            *(Choice(one.id, f"{one.name} ({one.id})", str(one.participant)) for one in candidates),
            *(Choice(str(one), f"New: register it as {one}") for one in NEW),
            Choice(LEFT_OUT, "Leave it out"),
            Choice(ANOTHER, "Another", "its name or code; or another class, if it is new"),
        )

        def chosen(answer: str | None) -> None:
            if answer == ANOTHER:
                self._by_hand(question, conference)
            elif answer is not None:
                self._take(question, answer, conference)
            else:
                self._stop()

        left = f"; {len(self._open)} more after it" if self._open else ""
        at = 0 if candidates else None
        self._ask(Pick(f"“{match.written}”", f"{_where(question)}{left}.", choices, at), chosen)

    def _by_hand(self, question: Question, conference: Conference) -> None:
        """Ask for a name, a code, or a class."""
        matcher, written = Matcher(conference, {}), question.match.written

        def wrong(typed: str) -> tuple[str, ...]:
            try:
                matcher.answered(written, _bare(typed))
            except NoAnswer as error:
                classes = ", ".join(ParticipantClass)
                return (f"{error}. To register it as new, give its class: {classes}.",)
            return ()

        def answered(typed: str | None) -> None:
            if not typed:
                self._stop()
                return
            if typed.endswith(FOR_ALL):
                self._take_for_all(_bare(typed))
            meant = matcher.answered(written, _bare(typed)).delegation
            self._take(question, meant.id if meant is not None else _bare(typed), conference)

        title = (
            f"“{written}” is: a name or a code; or a class if it is new ({FOR_ALL} behind it: so "
            "are all that follow and resemble none)"
        )
        self._ask(AskLine(title, "", wrong), answered)

    def _take_for_all(self, answer: str) -> None:
        """Take an answer for all names that follow and resemble none."""
        strange = [
            one
            for one in self._open
            if one.match.certainty is Certainty.ASKED and not one.match.candidates
        ]
        self._answers |= {one.match.written: answer for one in strange}
        self._open = [one for one in self._open if one not in strange]

    def _take(self, question: Question, answer: str, conference: Conference) -> None:
        self._answers[question.match.written] = answer
        self._next_name(conference)

    def _stop(self) -> None:
        """It was left in the middle: what was answered until then holds."""
        if self._answers:
            self._looking.answer(self._answers)
            self._anew()

    def _of_refused(self, looked: Preview) -> bool:
        """Rows that are refused: overruled, left out, or nothing is done."""
        refused = [row for row in looked.rows if row.state is State.REFUSED]
        looking = self._looking
        if not refused or looked.command.skip_refused:
            return False
        rows = "the row" if len(refused) == 1 else f"the {len(refused)} rows"
        overrule = any(row.remedy is Remedy.OVERRIDE for row in refused)
        choices: tuple[Choice[str], ...] = (
            Choice("stay", "Stay", "nothing changes; correct the file and look again"),
            Choice("skip", f"Leave out {rows}", "the file can be imported again later"),
        )
        if overrule and not looking.choices.override:
            reason = Choice("overrule", "Overrule what may be overruled", "a reason is recorded")
            choices = (*choices, reason)

        def chosen(how: str | None) -> None:
            if how == "skip":
                looking.choices = replace(looking.choices, skip_refused=True)
                self._anew()
            elif how == "overrule":
                self._ask(AskLine("Reason to make an exception (it is recorded):"), reasoned)

        def reasoned(reason: str | None) -> None:
            if reason:
                looking.choices = replace(looking.choices, override=reason)
                self._anew()

        lines = [f"line {row.line}  {row.what}: {row.why}" for row in refused[:5]]
        if more := len(refused) - len(lines):
            lines.append(f"and {more} more")
        title = f"Refused: {rows.removeprefix('the ')}"
        self._ask(Pick(title, "\n".join(lines), choices), chosen)
        return True


def _bare(typed: str) -> str:
    return typed.removesuffix(FOR_ALL).strip()


def _id(question: Question) -> str:
    assert question.match.delegation is not None
    return question.match.delegation.id


def _named(question: Question) -> str:
    meant = question.match.delegation
    assert meant is not None
    return f"{meant.name} ({meant.id})"


def _where(question: Question) -> str:
    """What is asked, and where the name stands."""
    persons = ""
    if question.persons:
        count = "1 person" if question.persons == 1 else f"{question.persons} persons"
        persons = f", {count}"
    return f"{question.said} Line {question.lines[0]}{persons}"


def _no_day(typed: str) -> tuple[str, ...]:
    try:
        datetime.fromisoformat(typed)
    except ValueError:
        return (f"“{typed}” is no day. Write it as 2027-03-04.",)
    return ()
