"""A statement is corrected after it was made: nothing is rewritten, the journal keeps both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from plenary_tui.procedure.ground.act import Command, Event, Refused
from plenary_tui.procedure.ground.calendar import local
from plenary_tui.procedure.ground.called import role_name, role_spoken, title_numbered
from plenary_tui.procedure.ground.naming import certain_delegation, find_delegation, name_of
from plenary_tui.procedure.ground.taking_part import require_registered
from plenary_tui.procedure.speakers.numbering import bare_number, id_of
from plenary_tui.procedure.state.chamber import StatementCorrection
from plenary_tui.procedure.state.conference import Conference, Entry, Person, Statement
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.growing import Growing
from plenary_tui.procedure.state.text import Line, folded
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, Explanation, FloorKind, Language

OF_BOTH = ("speaker", "function", "address", "language")
"""What is known of whoever spoke, with an entry or without."""
OF_ENTRY = ("on_behalf_of", "explains")
"""What only a statement from a list has."""


def who_made(conference: Conference, one: Statement) -> str:
    """Whose statement it is, by a short name."""
    return name_of(conference, one.whose) if one.whose else role_name(one.kind, one.person)


def made_at(conference: Conference, number: int) -> str:
    """The statement of that number, from 1, within a sentence: whose, at which meeting, when."""
    one = conference.statements[number - 1]
    known = conference.delegation(one.whose) if one.whose else None
    whose = known.as_spoken if known else one.whose or role_spoken(one.kind, one.person)
    hour = f"{local(conference, one.started_at or one.called_at):%H:%M}"
    return f"{whose} ({title_numbered(one.meeting, one.body)}, {hour})"


def heard_in(conference: Conference, meeting: int, body: Body) -> tuple[tuple[int, Statement], ...]:
    """The statements of a meeting, each with its number among all, from 1, as they began."""
    found = [
        (number, one)
        for number, one in enumerate(conference.statements, start=1)
        if (one.meeting, one.body) == (meeting, body) and (one.started_at or not one.whose)
    ]
    return tuple(sorted(found, key=lambda one: one[1].started_at or one[1].called_at))


def changes(
    conference: Conference, one: Statement | StatementCorrection, now: Statement
) -> Iterator[tuple[str, str, str]]:
    """What differs between what was recorded and what is now: the field, and both in words."""
    was_whose = one.entry.delegation if one.entry is not None else one.delegation
    if was_whose != now.whose:
        yield "delegation", name_of(conference, was_whose), name_of(conference, now.whose)
    old: Entry | Person = one.entry or one.person
    new: Entry | Person = now.entry or now.person
    for name in (*OF_BOTH, *OF_ENTRY):
        was, is_now = getattr(old, name, None) or "", getattr(new, name, None) or ""
        if was != is_now:
            yield name.replace("_", " "), str(was), str(is_now)


def corrected_statements(one: Statement) -> Iterator[tuple[StatementCorrection, Statement]]:
    """Each correction of a statement, the first one first: what was recorded, and what after it."""
    later = [
        replace(one, entry=kept.entry, delegation=kept.delegation, person=kept.person)
        for kept in one.corrections[1:]
    ]
    return zip(one.corrections, [*later, one], strict=False)


class StatementCorrected(Event):
    """Who made a statement was corrected; `number` is its own, from 1, as they ended."""

    kind: ClassVar[str] = "statement corrected"

    number: int
    entry: Entry | None = None
    delegation: str = ""
    person: Person = Person()
    reason: str = ""

    def apply(self, conference: Conference) -> Conference:
        place = self.number - 1
        old = conference.statements[place]
        kept = StatementCorrection(self.at.utc, old.entry, old.delegation, old.person, self.reason)
        new = replace(
            old,
            entry=self.entry,
            delegation=self.delegation,
            person=self.person,
            corrections=(*old.corrections, kept),
        )
        before, after = conference.statements[:place], conference.statements[place + 1 :]
        return replace(conference, statements=Growing((*before, new, *after)))

    def sentence(self, before: Conference) -> str:
        if self.number > len(before.statements):
            return f"Statement {self.number} was corrected."
        old = before.statements[self.number - 1]
        new = replace(old, entry=self.entry, delegation=self.delegation, person=self.person)
        what = "; ".join(
            f"{field} from {f'“{was}”' if was else 'none'} to {f'“{now}”' if now else 'none'}"
            for field, was, now in changes(before, old, new)
        )
        why = f" ({self.reason})" if self.reason else ""
        return f"The statement of {made_at(before, self.number)} was corrected: {what}{why}."


class CorrectStatement(Command):
    """Correct who made a statement that has ended; what was recorded before stays in the journal.

    The last one, unless another is named.
    """

    act: ClassVar[str] = "correct-statement"

    number: Line = ""
    meeting: int | None = None
    body: Body | None = None
    delegation: Line | None = None
    speaker: Line | None = None
    function: Line | None = None
    on_behalf_of: Line | None = None
    language: Language | Literal[""] | None = None
    address: Line | None = None
    explains: Explanation | Literal[""] | None = None
    reason: Line = ""

    def decide(self, conference: Conference, at: Instant) -> tuple[Event, ...]:
        number = self._find(conference)
        old = conference.statements[number - 1]
        whose = made_at(conference, number)
        given: dict[str, Any] = {
            name: None if (value := getattr(self, name)) == "" and _is_word(name) else value
            for name in (*OF_BOTH, *OF_ENTRY)
            if getattr(self, name) is not None
        }
        entry, person, delegation = old.entry, old.person, old.delegation
        if self.delegation:
            entry, delegation = self._of_other(conference, old)
        if entry is not None:
            entry = replace(entry, **given)
        else:
            if others := [name for name in given if name in OF_ENTRY and given[name]]:
                raise Refused(
                    f"The statement of {whose} was made from no list, so there is no "
                    f"{others[0].replace('_', ' ')} to correct.",
                    "Give the speaker, the function, the address or the language.",
                )
            person = replace(person, **{one: given[one] for one in given if one in OF_BOTH})
        if (entry, person, delegation) == (old.entry, old.person, old.delegation):
            raise Refused(f"Nothing about the statement of {whose} would change.")
        return (
            StatementCorrected(
                at=at,
                number=number,
                entry=entry,
                delegation=delegation,
                person=person,
                reason=self.reason,
            ),
        )

    def _of_other(self, conference: Conference, old: Statement) -> tuple[Entry | None, str]:
        """The entry, or whose reply it was, with the delegation that did speak."""
        found = find_delegation(conference, self.delegation or "")
        if not old.whose:
            raise Refused(
                f"The {role_name(old.kind, old.person)} speaks for no delegation.",
                "Give the speaker or the function.",
            )
        require_registered(found, "it did not speak")
        if old.entry is None:
            return None, found.id
        return replace(old.entry, delegation=found.id, tier=found.tier), old.delegation

    def _find(self, conference: Conference) -> int:
        """The number of the statement that is meant, among all; raises `Refused`."""
        if (identity := id_of(self.number)) is not None:
            if 1 <= identity <= len(conference.statements):
                return identity
            raise Refused(f"There is no statement #{identity}.", "Look at the record.")
        heard = self._of_meeting(conference)
        if not self.number:
            return heard[-1][0]
        if (place := bare_number(self.number)) is not None:
            listed = [number for number, one in heard if one.kind is FloorKind.STATEMENT]
            if 1 <= place <= len(listed):
                return listed[place - 1]
            raise Refused(
                f"The list as delivered has no No. {place} in that meeting.",
                f"It has {len(listed)}; name the delegation, or the meeting.",
            )
        return _by_name(conference, heard, self.number)

    def _of_meeting(self, conference: Conference) -> tuple[tuple[int, Statement], ...]:
        """The statements of the meeting that is meant; raises `Refused` if it heard none."""
        last = conference.meeting
        body = self.body or (last.body if last is not None and self.meeting is None else None)
        number = self.meeting or (last.number if last is not None else 0)
        heard = heard_in(conference, number, body or Body.PLENARY)
        if not heard:
            raise Refused(
                f"No statement was made at the {title_numbered(number, body or Body.PLENARY)}."
                if number
                else "No meeting was opened yet.",
                "Name the meeting, by its number.",
            )
        return heard


def _is_word(name: str) -> bool:
    """Whether a field holds one of a closed set of words, or none."""
    return name in ("language", "explains")


def _by_name(conference: Conference, heard: tuple[tuple[int, Statement], ...], text: str) -> int:
    """The statement of whom `text` names, among those of a meeting; raises `Refused`."""
    there = {one.whose for _, one in heard if one.whose}
    meant = certain_delegation(conference, text, among=there)
    found = [
        number
        for number, one in heard
        if (meant is not None and one.whose == meant.id)
        or (not one.whose and folded(text) in _names(conference, one))
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        name = find_delegation(conference, text).name
        raise Refused(f"{name} made no statement at that meeting.", "Name the meeting.")
    listed = ", ".join(f"#{number} {_when(conference, number)}" for number in found)
    raise Refused(f"“{text}” spoke several times: {listed}.", "Write the one that is meant.")


def _names(conference: Conference, one: Statement) -> set[str]:
    """What somebody without a delegation may be called."""
    return {folded(who_made(conference, one)), folded(one.kind.value), folded(one.person.speaker)}


def _when(conference: Conference, number: int) -> str:
    one = conference.statements[number - 1]
    hour = f"{local(conference, one.started_at or one.called_at):%H:%M}"
    return f"({one.kind}, {hour})"
