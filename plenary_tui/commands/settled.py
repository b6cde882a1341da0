"""What a file leaves open, asked line by line on the terminal until it is settled."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable

from plenary_tui.commands.asked import ask, ask_until, ask_yes
from plenary_tui.commands.failures import Failed
from plenary_tui.commands.mapped import Mapped
from plenary_tui.commands.output import say
from plenary_tui.exchange.incoming.bringing import Question
from plenary_tui.exchange.incoming.matching import LEFT_OUT, Certainty, Matcher, NoAnswer
from plenary_tui.exchange.incoming.offer import Offer
from plenary_tui.exchange.incoming.preview import Choices, Preview, State
from plenary_tui.exchange.incoming.previewed import WIDTH
from plenary_tui.procedure.ground.act import Remedy
from plenary_tui.procedure.ground.naming import item_called
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import ItemKind, ParticipantClass

FOR_ALL = "*"
"""Behind an answer: it holds for all names that follow and resemble none."""

Look = Callable[[Choices], Preview]


class Settling:
    """Asks what a file leaves open.

    Attributes:
        answered: what was answered about names, by the name as written.
    """

    def __init__(self, mapped: Mapped, conference: Conference) -> None:
        self.answered: dict[str, str] = {}
        self._mapped = mapped
        self._conference = conference
        self._asked: set[str] = set()

    def answer_of_file(self, offer: Offer) -> bool:
        """Ask the next thing about the file itself; whether it was answered anew."""
        for question, option in offer.asks:
            if question in self._asked:
                continue
            self._asked.add(question)
            if "--day-first" in option:
                day = ask_yes(f"{question} Does the day come first?", default=True)
                self._mapped.day_first = day
                return True
            if option.startswith("--day "):
                first = f"{self._conference.first_day}"
                self._mapped.day = ask(question, first)
                return True
            say(f"{question} ({option})")
        return False

    def settle(self, looked: Preview, choices: Choices, look: Look) -> Preview:
        """The preview once all is answered. Raises `Failed` if it is left at that."""
        if looked.wants_item:
            self._mapped.item = self._item()
            choices = replace(choices, item=self._mapped.item)
            looked = look(choices)
        proposed = [one for one in looked.questions if one.is_proposed]
        if proposed and self._nod(proposed):
            choices = self._with(choices, {one.match.written: _id(one) for one in proposed})
        elif proposed:
            choices = self._with(choices, self._answers(proposed))
        if others := [one for one in looked.questions if not one.is_proposed]:
            choices = self._with(choices, self._answers(others))
        if looked.questions:
            looked = look(choices)
        return self._refusals(looked, choices, look)

    def confirm(self, looked: Preview) -> None:
        """Ask whether to take it over. Raises `Failed` if not."""
        counts = looked.counts
        what = ", ".join(
            f"{counts[state]} {state}" for state in (State.NEW, State.CHANGED) if counts[state]
        )
        if not ask_yes(f"Take {looked.offer.file} over: {what}?", default=True):
            raise Failed("Nothing was recorded.")

    def _with(self, choices: Choices, answers: dict[str, str]) -> Choices:
        self.answered |= answers
        self._mapped.names |= answers
        formed = {plain(name): answer for name, answer in answers.items()}
        return replace(choices, answers=dict(choices.answers) | formed)

    def _item(self) -> str:
        """On whose list the requests come."""
        items = self._conference.items
        general = [one for one in items if one.kind is ItemKind.GENERAL_DISCUSSION]
        default = self._conference.item or next((one.symbol for one in general), "")
        symbols = ", ".join(one.symbol for one in items)

        def read(answer: str) -> str | None:
            if answer and (found := item_called(self._conference, answer)) is not None:
                return found.symbol
            say(f"The agenda has {symbols}.")
            return None

        return ask_until("On the list of which item are they?", default, read)

    def _nod(self, proposed: Iterable[Question]) -> bool:
        for one in proposed:
            meant = one.match.delegation
            assert meant is not None
            say(f"  “{one.match.written}” is {meant.name} ({meant.id})?")
        return ask_yes("Are all of these right?", default=True)

    def _answers(self, questions: Iterable[Question]) -> dict[str, str]:
        """The answers about names, each asked by itself."""
        found: dict[str, str] = {}
        for_all = ""
        for question in questions:
            nobody = not question.match.candidates and question.match.delegation is None
            if for_all and nobody and question.match.certainty is not Certainty.NOT_HERE:
                found[question.match.written] = for_all
                continue
            answer = self._answer(question)
            if answer.endswith(FOR_ALL):
                for_all = answer = answer.removesuffix(FOR_ALL).strip()
            found[question.match.written] = answer
        return found

    def _answer(self, question: Question) -> str:
        match = question.match
        candidates = match.candidates or ((match.delegation,) if match.delegation else ())
        where = f"line {question.lines[0]}"
        if question.persons:
            persons = "1 person" if question.persons == 1 else f"{question.persons} persons"
            where = f"{where}, {persons}"
        say(textwrap.fill(f"“{match.written}” ({where}): {question.said}", WIDTH))
        for number, one in enumerate(candidates, start=1):
            say(f"  {number}  {one.name} ({one.id}, {one.participant})")
        matcher = Matcher(self._conference, {})

        def read(answer: str) -> str | None:
            bare = answer.removesuffix(FOR_ALL).strip()
            if bare.isdecimal() and 1 <= int(bare) <= len(candidates):
                return candidates[int(bare) - 1].id
            try:
                meant = matcher.answered(match.written, bare)
            except NoAnswer as error:
                classes = ", ".join(ParticipantClass)
                say(f"{error}. To register it as new, give its class: {classes}.")
                return None
            answer_kept = meant.delegation.id if meant.delegation is not None else bare
            return answer_kept + (FOR_ALL if answer.endswith(FOR_ALL) else "")

        how = "A number, name or code; NGO, IGO to register it as new; - to leave it out"
        return ask_until(how, LEFT_OUT, read)

    def _refusals(self, looked: Preview, choices: Choices, look: Look) -> Preview:
        """Refused rows are overruled, left out, or nothing is done. Raises `Failed`."""
        refused = [row for row in looked.rows if row.state is State.REFUSED]
        if not refused or looked.command.skip_refused:
            return looked
        for row in refused[:20]:
            line = f"  line {row.line}  {row.what}: {row.why}"
            say(textwrap.fill(line, WIDTH, subsequent_indent="    "))
        if len(refused) > 20:
            say(f"  and {len(refused) - 20} more")
        if any(row.remedy is Remedy.OVERRIDE for row in refused) and not choices.override:
            reason = ask("A reason to overrule what may be overruled; Enter for none")
            if reason:
                choices = replace(choices, override=reason)
                looked = look(choices)
                refused = [row for row in looked.rows if row.state is State.REFUSED]
        if not refused:
            return looked
        rows = "the row that is" if len(refused) == 1 else f"the {len(refused)} rows that are"
        if not ask_yes(f"Leave out {rows} refused?", default=False):
            raise Failed("Nothing was recorded.", "Correct the file and import it again.")
        return look(replace(choices, skip_refused=True))


def _id(question: Question) -> str:
    assert question.match.delegation is not None
    return question.match.delegation.id
