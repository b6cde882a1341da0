"""The rows of the page of what has been heard, each worded only when it is drawn or sought.

A row is a heading, a statement, what else happened, a correction, a bar of a picture, or a
sentence. The cursor keeps to a row by its key, whatever comes before and after it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import Literal, assert_never

from plenary_tui.procedure.decisions.adoption import in_words
from plenary_tui.procedure.ground.calendar import local, say_seconds
from plenary_tui.procedure.ground.called import person_words, role_name, title_numbered
from plenary_tui.procedure.ground.drafts import label_decided
from plenary_tui.procedure.state.chamber import Person
from plenary_tui.procedure.state.conference import Conference, Delegation, Entry, Statement
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.proceedings import (
    Appeal,
    Decision,
    Motion,
    MotionOutcome,
    PointOfOrder,
    Ruling,
)
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.heard.amendments import Amendment, amendments, is_amended
from plenary_tui.views.heard.happenings import Happening, Matter, kind_words
from plenary_tui.views.heard.kept_promises import PROMISED, CountBar, promise_pictures
from plenary_tui.views.heard.time_used import Bar, pictures
from plenary_tui.views.record.passing import Passage
from plenary_tui.views.wording.words import who_words

CORRECTED = "corrected"
NO_CORRECTION = "Nothing of this was corrected."
RECKONED = "The forecasts of that time are made once more ..."
NO_PICTURE = "No statement from a list of speakers was heard here."


class HeardRow(Value):
    """A row.

    Attributes:
        key: what the cursor keeps to; None for a row on which it cannot stand.
        text: of a statement the name of whoever made it; of any other row what it says.
        start: when it began; of a correction, when that was made.
        length, over: of a statement; "" without.
        language, code: of delivery, written out and in two letters.
        what: what kind of statement it is, in the longest and the shortest words; "" for most.
        group: the regional group.
        behalf: the group it was made for.
        who: speaker and function.
        amended: whether it was corrected since.
        of: what happened, of which it is a row; None for other rows.
    """

    kind: Literal["header", "statement", "event", "correction", "bar", "sentence"]
    text: str
    key: Hashable = None
    start: str = ""
    length: str = ""
    over: str = ""
    language: str = ""
    code: str = ""
    what: tuple[str, str] = ("", "")
    group: str = ""
    behalf: str = ""
    who: str = ""
    amended: bool = False
    bar: Bar | CountBar | None = None
    of: Happening | None = None


class Rows:
    """Rows in their order, those of what happened worded as they are asked for."""

    def __init__(
        self,
        rows: Sequence[HeardRow | Happening] = (),
        word: Callable[[Happening], HeardRow] | None = None,
    ) -> None:
        self._rows = rows
        self._word = word
        self._worded: dict[int, HeardRow] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, place: int) -> HeardRow:
        """The row at a place."""
        row = self._rows[place]
        if isinstance(row, HeardRow):
            return row
        if place not in self._worded:
            assert self._word is not None
            self._worded[place] = self._word(row)
        return self._worded[place]

    def key_at(self, place: int) -> Hashable:
        """What the cursor would keep to there; None if it cannot stand there."""
        return self._rows[place].key

    def place_of(self, key: Hashable) -> int | None:
        """The place of the row with that key; None if there is none."""
        return self._places.get(key)

    @cached_property
    def _places(self) -> dict[Hashable, int]:
        return {one.key: place for place, one in enumerate(self._rows) if one.key is not None}


class Wording:
    """Words what happened in one conference; delegations by id, for there are many rows."""

    def __init__(self, conference: Conference) -> None:
        self.conference = conference
        self.delegations: dict[str, Delegation] = {one.id: one for one in conference.delegations}
        self._sought: dict[Hashable, tuple[object, str]] = {}
        self._names: dict[str, str] = {}

    def heard(self, found: Iterable[Happening]) -> Rows:
        """What happened, under a heading for each item at each meeting.

        A motion about the meeting stands under the item during which it was moved.
        """
        parts: list[list[Happening]] = []
        under: tuple[Body, int, str | None] | None = None
        for one in found:
            where = one.body, one.meeting, one.item
            about_meeting = one.item is None and one.key[0] == "motion"
            if under is None or not (where == under or (about_meeting and where[:2] == under[:2])):
                parts.append([])
                under = where
            parts[-1].append(one)
        several = len({(part[0].body, part[0].meeting) for part in parts}) > 1
        rows: list[HeardRow | Happening] = []
        for part in parts:
            rows += (HeardRow("header", self._heading(part[0], several)), *part)
        return Rows(rows, self.row)

    def corrections(self, found: Iterable[Happening]) -> Rows:
        """What was corrected of it, the last correction last."""
        rows = [
            self._correction(place, one)
            for place, one in enumerate(amendments(self.conference, found))
        ]
        return Rows(rows or [HeardRow("sentence", NO_CORRECTION)])

    def pictures(self, found: Iterable[Happening], passages: Iterable[Passage] | None = ()) -> Rows:
        """Who had the time, and how lists went against the clock; `None` while that is reckoned."""
        rows: list[HeardRow] = []
        for picture in pictures(found, self.delegations):
            rows.append(HeardRow("header", picture.caption))
            rows += (
                HeardRow("bar", one.name, ("bar", picture.caption, one.name), bar=one)
                for one in picture.bars
            )
        if not rows:
            return Rows([HeardRow("sentence", NO_PICTURE)])
        if passages is None:
            rows += [HeardRow("header", PROMISED), HeardRow("sentence", RECKONED)]
        for drawn in promise_pictures(self.conference, passages or ()):
            rows.append(HeardRow("header", drawn.caption))
            rows += (HeardRow("sentence", said) for said in drawn.said)
            rows += (
                HeardRow("bar", one.name, ("bar", drawn.caption, place), bar=one)
                for place, one in enumerate(drawn.bars)
            )
        return Rows(rows)

    def matching(self, found: tuple[Happening, ...], typed: str) -> tuple[Happening, ...]:
        """Those in which every word that was typed is found, as a part of a word or a whole one."""
        words = folded(typed).split()
        if not words:
            return found
        return tuple(one for one in found if all(word in self._text(one) for word in words))

    def follow(self, conference: Conference) -> None:
        """Go on with another state; texts in which to seek are kept as far as they still hold."""
        if conference.delegations is not self.conference.delegations:
            self.delegations = {one.id: one for one in conference.delegations}
            self._sought.clear()
            self._names.clear()
        elif conference.documents is not self.conference.documents:
            self._sought.clear()
        self.conference = conference

    def _text(self, one: Happening) -> str:
        """In what words are sought, folded; made once for each thing that happened."""
        matter, text = self._sought.get(one.key, (None, ""))
        if matter is one.matter:
            return text
        if isinstance(one.matter, Statement):
            said = " ".join((self._delegation_text(one.matter.whose), self._own_text(one.matter)))
        else:
            said = folded(f"{self.event(one.matter)} {self._title(one.matter)}")
        marks = f"{CORRECTED if is_amended(one) else ''} item {one.item or ''}"
        text = f"{said} {marks} {self._hour(one)}"
        self._sought[one.key] = one.matter, text
        return text

    def _delegation_text(self, delegation: str) -> str:
        """What is known of a delegation, folded, once for all its statements."""
        if delegation not in self._names:
            known = self.delegations.get(delegation)
            parts = (
                (known.id, known.name, known.group, known.tier, known.participant)
                if known is not None
                else (delegation,)
            )
            self._names[delegation] = folded(" ".join(parts))
        return self._names[delegation]

    def _own_text(self, one: Statement) -> str:
        person = one.entry or one.person
        behalf = one.entry.on_behalf_of if one.entry is not None else ""
        role = "" if one.whose else self.who_made(one)
        language = person.language.value if person.language is not None else ""
        parts = (person.address, person.speaker, person.function, behalf, language)
        return folded(" ".join((role, kind_words(one)[0], *parts)))

    def _title(self, matter: Matter) -> str:
        """The title of the draft that was acted on; "" for what else happened."""
        if not isinstance(matter, Decision):
            return ""
        document = self.conference.document_numbered(matter.document)
        return document.title if document is not None else ""

    def name(self, delegation: str) -> str:
        """The short name of a delegation."""
        known = self.delegations.get(delegation)
        return known.name if known is not None else delegation

    def who_made(self, one: Statement) -> str:
        """Whose statement it is, by a short name."""
        return self.name(one.whose) if one.whose else role_name(one.kind, one.person)

    def row(self, one: Happening) -> HeardRow:
        """What happened, as a row."""
        if isinstance(one.matter, Statement):
            return self._statement(one, one.matter)
        return HeardRow(
            "event",
            self.event(one.matter),
            one.key,
            start=self._hour(one),
            amended=is_amended(one),
            of=one,
        )

    def _statement(self, happening: Happening, one: Statement) -> HeardRow:
        known = self.delegations.get(one.whose)
        entry, person = one.entry, one.entry or one.person
        began = one.started_at is not None
        return HeardRow(
            "statement",
            self.who_made(one),
            happening.key,
            start=self._hour(happening),
            length=say_seconds(one.elapsed.total_seconds()) if began else "",
            over=f"+{say_seconds(one.overrun.total_seconds())}" if one.overrun else "",
            language=person.language.value if person.language is not None else "",
            code=person.language.code if person.language is not None else "",
            what=kind_words(one),
            group=known.group if known is not None else "",
            behalf=entry.on_behalf_of if entry is not None else "",
            who=_who(one, person),
            amended=is_amended(happening),
            of=happening,
        )

    def event(self, matter: PointOfOrder | Ruling | Motion | MotionOutcome | Decision) -> str:
        """A point of order, a motion, or the action on a draft, in words."""
        match matter:
            case PointOfOrder():
                return f"POINT OF ORDER, {self._whose(matter)}: waits for the ruling"
            case Ruling():
                return f"POINT OF ORDER, {self._whose(matter.point)}: {self._ruled(matter)}"
            case Motion():
                return f"MOTION, {self.name(matter.delegation)}, to {matter}: waits"
            case MotionOutcome():
                how = str(matter.vote) if matter.vote is not None else "without a vote"
                motion, outcome = matter.motion, "carried" if matter.carried else "rejected"
                return f"MOTION, {self.name(motion.delegation)}, to {motion}: {outcome}, {how}"
            case Decision():
                return f"DECISION, {label_decided(self.conference, matter)}: {in_words(matter)}"
            case _:
                assert_never(matter)

    def _whose(self, point: PointOfOrder) -> str:
        return self.name(point.delegation) if point.delegation else "not known by whom"

    def _ruled(self, one: Ruling) -> str:
        if one.appeal is None:
            return one.ruling
        stands = "overturned" if one.appeal.overturns else "stands"
        return (
            f"{one.ruling}; {self.name(one.appeal.delegation)} appealed, the ruling {stands}, "
            f"{one.appeal.vote}"
        )

    def _heading(self, one: Happening, several: bool) -> str:
        """The item, after the meeting with its day where there are several."""
        item = self.conference.item_named(one.item) if one.item else None
        about = f"item {one.item}" if one.item else "no item"
        words = f"{about} {item.title}" if item is not None else about
        if not several or not one.meeting:
            return words
        day = f"{local(self.conference, one.at):%a %d.%m.}"
        return f"{title_numbered(one.meeting, one.body)}, {day} · {words}"

    def _hour(self, one: Happening) -> str:
        return f"{local(self.conference, one.at):%H:%M}"

    def _correction(self, place: int, one: Amendment) -> HeardRow:
        matter = one.of.matter
        match matter:
            case Statement():
                whose = self.who_made(matter)
            case Decision():
                whose = label_decided(self.conference, matter)
            case MotionOutcome():
                whose = f"motion of {self.name(matter.motion.delegation)} to {matter.motion}"
            case Ruling(appeal=Appeal() as appeal):
                whose = f"appeal of {self.name(appeal.delegation)}"
            case _:
                whose = ""
        return HeardRow(
            "correction",
            f"{whose}, {self._hour(one.of)}: {one.words}",
            ("correction", place),
            start=f"{local(self.conference, one.at):%d.%m. %H:%M}",
            of=one.of,
        )


def _who(one: Statement, person: Entry | Person) -> str:
    """Speaker and function, as far as the name does not say it."""
    if isinstance(person, Person):
        return person_words(person, but="" if one.whose else role_name(one.kind, person))
    return who_words(person)
