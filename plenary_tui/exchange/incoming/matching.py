"""Whom a name in a file means: surely, as proposed, or asked; never guessed.

The first step that finds anything decides: what was told or answered before, codes and whole
names, names that may be several or nobody's here, a State behind a formula, a State's name with a
slip of the pen. An organization is never meant by closeness, for others may be called much alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from plenary_tui.exchange.incoming.classes import NOTHING, Written
from plenary_tui.procedure.ground.known_names import CLOSE, NEAR, QUICK, known_names, names_of
from plenary_tui.procedure.ground.naming import LEAST_LETTERS, certain_delegation
from plenary_tui.procedure.ground.written import plain, without_formula
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.vocabulary import ParticipantClass, Tier

APART = 2
"""So many slips closer than any other is what is taken though nobody looks."""
LEAD = 0.05
"""How much more alike the State that is proposed is than any other delegation."""
SHORTEST, MOST_WORDS = 5, 2
"""Letters that a name with a slip of the pen has at least, and words at most."""
PROPOSED = 3
"""How many delegations a question names."""
THOROUGH = 200
"""For so many names of a file whatever is near is looked for; for more only what is close."""
LEFT_OUT = "-"
"""The answer that a name is to be left out."""
NAMESAKES = frozenset(
    {
        *("CHN", "COD", "COG", "KOR", "PRK", "GIN", "GNB", "GNQ", "PNG", "SDN", "SSD"),
        *("WSM", "IRL", "MKD", "TLS", "DMA", "DOM"),
    }
)
"""States that share words of their names with others: a formula before them decides."""


class Certainty(StrEnum):
    """How sure it is whom a name means."""

    TOLD = "told"
    SURE = "sure"
    PROPOSED = "proposed"
    ASKED = "asked"
    NOT_HERE = "not here"
    NEW = "new"
    LEFT_OUT = "left out"


class Match(Value):
    """Whom a name means.

    Attributes:
        written: the name.
        certainty: how sure that is.
        delegation: who is meant; None if that is to be asked, or it is new.
        candidates: whom it may mean, the likeliest first.
        participant: the class of a new one.
        alone: whether what is proposed is so much closer than any other that it may be taken
            though nobody looks.
    """

    written: str
    certainty: Certainty
    delegation: Delegation | None = None
    candidates: tuple[Delegation, ...] = ()
    participant: ParticipantClass | None = None
    alone: bool = True

    @property
    def open(self) -> bool:
        """Whether somebody has to answer."""
        return self.certainty in (Certainty.ASKED, Certainty.NOT_HERE)


class NoAnswer(ValueError):
    """What was answered about a name means nothing here."""


class Matcher:
    """Finds delegations of one conference by names as offices write them."""

    def __init__(self, conference: Conference, answers: Mapping[str, str]) -> None:
        """Make it.

        Args:
            answers: by the form of a name (`plain`): a code, a class of a new one, or `-`.
        """
        self._conference = conference
        self._names = known_names(conference.delegations)
        self._answers = answers
        self._found: dict[tuple[str, str, Written], Match] = {}
        self._looked = 0

    def match(self, name: str, code: str = "", said: Written = NOTHING) -> Match:
        """Whom a name means; `said` is what the file says of its class."""
        asked = (name, code, said)
        if asked not in self._found:
            self._found[asked] = self._match(name, code, said)
        return self._found[asked]

    def _match(self, name: str, code: str, said: Written) -> Match:
        if (answer := self._answers.get(plain(name))) is not None:
            try:
                answered = self.answered(name, answer)
            except NoAnswer:
                answered = None
            if answered is not None:
                there = self._sure(name) if answered.certainty is Certainty.NEW else None
                return Match(name, Certainty.SURE, there) if there is not None else answered
        if code and code != name:
            coded = self._names.coded(code)
            if len(coded) == 1 and self._fits(name, coded[0], said):
                return Match(name, Certainty.SURE, coded[0])
        if (sure := self._sure(name)) is not None:
            if said.tiers and sure.tier not in said.tiers:
                return Match(name, Certainty.ASKED, None, (sure,))
            return Match(name, Certainty.SURE, sure)
        return self._unsure(name, said)

    def answered(self, name: str, answer: str) -> Match:
        """Whom a name means by an answer; raises `NoAnswer`."""
        answer = answer.strip()
        if answer == LEFT_OUT:
            return Match(name, Certainty.LEFT_OUT)
        if (meant := certain_delegation(self._conference, answer)) is not None:
            return Match(name, Certainty.TOLD, meant)
        try:
            return Match(name, Certainty.NEW, participant=ParticipantClass(answer))
        except ValueError:
            raise NoAnswer(f"“{answer}” is no delegation and no class") from None

    def _sure(self, name: str) -> Delegation | None:
        """Whom a code or a whole name means; a beginning of a name is none."""
        found = certain_delegation(self._conference, name)
        if found is None:
            return None
        names = self._names
        whole = (*names.coded(name), *names.called(name), names.otherwise_called(name))
        return found if any(found is one for one in whole) else None

    def _fits(self, name: str, coded: Delegation, said: Written) -> bool:
        """Whether the name beside a code means no other delegation than the code."""
        if said.tiers and coded.tier not in said.tiers:
            return False
        sure = self._sure(name)
        return sure is None or sure is coded

    def _unsure(self, name: str, said: Written) -> Match:
        names, organization = self._names, bool(said.tiers) and Tier.STATES not in said.tiers
        if len(called := names.called(name)) > 1:
            return Match(name, Certainty.ASKED, None, tuple(called[:PROPOSED]))
        if (asked := names.asked(name)) is not None:
            if organization and said.participant is not None:
                return self._new_or_asked(name, said)
            certainty = Certainty.ASKED if asked else Certainty.NOT_HERE
            return Match(name, certainty, None, tuple(asked[:PROPOSED]))
        if organization:
            return self._new_or_asked(name, said)
        if rest := without_formula(name):
            return self._behind_formula(name, rest)
        alike = self._alike(name)
        if self._is_slip(name, alike):
            return Match(name, Certainty.PROPOSED, alike[0][1], alone=self._stands_alone(name))
        return Match(name, Certainty.ASKED, None, self._candidates(name, alike))

    def _new_or_asked(self, name: str, said: Written) -> Match:
        """An organization by what the file says: new, unless it resembles one that is there."""
        close = self._names.alike(name, CLOSE)
        if close or said.participant is None:
            candidates = self._candidates(name, close or self._alike(name))
            return Match(name, Certainty.ASKED, None, candidates)
        return Match(name, Certainty.NEW, participant=said.participant)

    def _behind_formula(self, name: str, rest: str) -> Match:
        """The State of "Permanent Mission of X"."""
        names = self._names
        called = names.called(rest)
        meant = called[0] if len(called) == 1 else names.otherwise_called(rest)
        if meant is not None and meant.tier is Tier.STATES and meant.id not in NAMESAKES:
            return Match(name, Certainty.PROPOSED, meant)
        candidates = (meant,) if meant is not None else tuple(names.asked(rest) or called)
        alike = [] if candidates else self._alike(rest)
        return Match(name, Certainty.ASKED, None, candidates or self._candidates(name, alike))

    def _alike(self, name: str) -> list[tuple[float, Delegation]]:
        """What a name resembles; in a file of thousands of strange names only what is close."""
        self._looked += 1
        return self._names.alike(name, NEAR if self._looked <= THOROUGH else QUICK)

    def _is_slip(self, name: str, alike: list[tuple[float, Delegation]]) -> bool:
        """Whether a name is surely enough a State's with a slip of the pen."""
        form = plain(name)
        if not alike or len(form) < SHORTEST or len(form.split()) > MOST_WORDS:
            return False
        ratio, first = alike[0]
        second = alike[1][0] if len(alike) > 1 else 0.0
        if ratio < CLOSE or ratio - second < LEAD or first.tier is not Tier.STATES:
            return False
        if self._names.like_elsewhere(name, ratio - LEAD):
            return False
        return all(one is first for one in self._plainly(form))

    def _plainly(self, form: str) -> tuple[Delegation, ...]:
        """Those one of whose names begins as a text does, or stands in it, the shortest first."""
        names = self._names
        begun = names.begun(form) if len(form) >= LEAST_LETTERS else []
        return (*begun, *names.holding(form))

    def _stands_alone(self, name: str) -> bool:
        """Whether whom it resembles most is far closer than any other, none of whom begins so."""
        form = plain(name)
        first, *others = (one for _, one in self._names.alike(name, NEAR))
        most = _slips_to(form, first) + APART
        begun = any(one is not first for one in self._names.begun(form))
        return not begun and all(_slips_to(form, one) >= most for one in others)

    def _candidates(
        self, name: str, alike: list[tuple[float, Delegation]]
    ) -> tuple[Delegation, ...]:
        """Whom a question names: those whose name stands in the text, then the most alike."""
        plainly = self._plainly(plain(name))
        found = {one.id: one for one in (*plainly, *(one for _, one in alike))}
        return tuple(found.values())[:PROPOSED]


def _slips_to(form: str, one: Delegation) -> int:
    return min(slips(form, plain(name)) for name in names_of(one))


def slips(one: str, other: str) -> int:
    """How many letters are too many, missing, wrong, or change places, at least."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        above, row, earlier = row, [place], before
        before = above
        for at, sign in enumerate(other, start=1):
            cost = min(above[at] + 1, row[at - 1] + 1, above[at - 1] + (letter != sign))
            turned = place > 1 and at > 1 and one[place - 2] == sign and other[at - 2] == letter
            row.append(min(cost, earlier[at - 2] + 1) if turned else cost)
    return row[-1]
