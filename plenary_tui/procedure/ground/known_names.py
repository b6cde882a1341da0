"""All names by which delegations are known, found by what they are, begin with or resemble.

Made once for the delegations of a conference; a letter typed costs the same with 200 of them and
with 5,000.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property
from itertools import chain
from typing import Self

from plenary_tui.procedure.ground import other_names, state_names
from plenary_tui.procedure.ground.written import forms, in_full, plain
from plenary_tui.procedure.state.participants import Delegation
from plenary_tui.procedure.state.vocabulary import Tier

CLOSE = 0.85
"""How much alike (0 to 1, difflib's ratio) a name and a misspelling of it are at least."""
NEAR = 0.6
"""How much alike a name is at least to be proposed at all."""
QUICK = 0.8
"""From so much alikeness on most names need not be looked at."""
LONG = 18
"""Pairs of letters of a name from which on its rarer ones tell which names may be close."""
SHARED = 0.35
"""The share of its rarer pairs of letters that a name has in common at least with a close one."""
LOOKED_AT = 40
"""So many names that share most pairs of letters are compared letter by letter."""
FEW_LOOKED_AT = 8
"""And so many where only a close one is wanted."""
_INITIALS = re.compile(r"\b(?!(?:and|for|in|of|on|the|to)\b)\w")
_LITTLE_WORDS = frozenset({"and", "for", "pour", "the", "who"})
_IN_BRACKETS = re.compile(r"\(.*?\)")


class KnownNames:
    """The names of delegations: their own, the pack's other names, the built-in ones of States.

    Attributes:
        delegations: in the order in which they are shown where nothing else decides.
    """

    def __init__(self, delegations: tuple[Delegation, ...]) -> None:
        self.delegations = delegations
        self._asked_last: tuple[str, float, list[tuple[float, Delegation]]] | None = None
        self._codes: dict[str, list[int]] = defaultdict(list)
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._english: list[tuple[str, int]] = []
        for at, one in enumerate(delegations):
            for code in dict.fromkeys(code.casefold() for code in (one.id, *one.codes)):
                self._codes[code].append(at)
            for form in dict.fromkeys(form for name in names_of(one) for form in forms(name)):
                self._whole[form].append(at)
            self._english.append((plain(one.name), at))
        self._english.sort()
        self._sure = {form: at for form, at in self._states(other_names.sure())}

    def _states(self, codes: dict[str, str]) -> Iterator[tuple[str, int]]:
        for form, code in codes.items():
            places = self._codes.get(code.casefold(), [])
            if form not in self._whole and len(places) == 1:
                yield form, places[0]

    # What is certain

    def coded(self, text: str) -> list[Delegation]:
        """Those of which `text` is a code, in any case; two letters as in “Mr” or “Dr” are none."""
        typed = " ".join(text.split())
        found = self._those(self._codes.get(typed.casefold(), ()))
        if len(typed) == 2 and typed.istitle():
            return [one for one in found if typed in (one.id, *one.codes)]
        return found

    def called(self, text: str) -> list[Delegation]:
        """Those of which `text` is a whole name in any language."""
        return self._those(at for form in forms(text) for at in self._whole.get(form, ()))

    def otherwise_called(self, text: str) -> Delegation | None:
        """The State of which `text` is another name that nobody else has."""
        found = {self._sure[form] for form in forms(text) if form in self._sure}
        return self.delegations[found.pop()] if len(found) == 1 else None

    def asked(self, text: str) -> list[Delegation] | None:
        """Those that may be meant by a name that stands for several or for none surely, or None.

        Nobody here is meant by the name of a State that takes no part.
        """
        for form in sorted(forms(text)):
            codes = other_names.asked().get(form)
            if codes is not None:
                places = (at for code in codes for at in self._codes.get(code.casefold(), ()))
                return self._those(places)
        return [] if self.elsewhere(text) else None

    def elsewhere(self, text: str) -> bool:
        """Whether `text` is the whole name of a State that is none of these delegations."""
        return any(form in self._absent for form in forms(text))

    def like_elsewhere(self, text: str, least: float) -> bool:
        """Whether the name of a State that is none of these is so much like `text` (0 to 1)."""
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(in_full(plain(text)))
        for form in self._absent:
            matcher.set_seq1(form)
            if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
                continue
            if matcher.ratio() >= least:
                return True
        return False

    def asked_begin(self, wanted: str, meant: Iterable[Delegation] = ()) -> bool:
        """Whether a name that is asked about, and may be of others than these, begins so."""
        codes = {code.casefold() for one in meant for code in (one.id, *one.codes)}
        begun = (
            asked
            for form, asked in other_names.asked().items()
            if form.startswith((wanted, in_full(wanted)))
        )
        return any(not asked or not codes.issuperset(map(str.casefold, asked)) for asked in begun)

    # What it may be

    def with_initials(self, wanted: str) -> list[Delegation]:
        """States and intergovernmental organizations of whose names these are the initials."""
        states = self._initials_of[Tier.STATES]
        begun = states.items() if len(wanted) >= 2 else ()
        places = [
            *states.get(wanted, ()),
            *self._initials_of[Tier.IGOS].get(wanted, ()),
            *(at for initials, found in begun if initials.startswith(wanted) for at in found),
        ]
        return self._those(places)

    def in_english(self, wanted: str) -> list[Delegation]:
        """Those whose English name begins so."""
        return self._those(_begin_with(self._english, wanted))

    def begun(self, wanted: str) -> list[Delegation]:
        """Those of which any name begins so, other names included."""
        return self._those(
            at for form in {wanted, in_full(wanted)} for at in _begin_with(self._beginnings, form)
        )

    def within(self, wanted: str) -> list[Delegation]:
        """Those in a name of which a word begins so; a little word is in the names of many."""
        if wanted in _LITTLE_WORDS:
            return []
        return self._those(_begin_with(self._words, wanted))

    def holding(self, wanted: str) -> list[Delegation]:
        """Those a whole name or another sure one of which stands in `wanted`, the longest first."""
        words = wanted.split()
        parts = (
            " ".join(words[first : first + length])
            for length in range(len(words) - 1, 0, -1)
            for first in range(len(words) - length + 1)
        )
        return self._those(at for part in parts for at in self._of_name(part))

    def _of_name(self, form: str) -> Iterable[int]:
        if (places := self._whole.get(form)) is not None:
            return places
        return (self._sure[form],) if form in self._sure else ()

    def alike(self, text: str, least: float = NEAR) -> list[tuple[float, Delegation]]:
        """How much alike names are to `text`, the closest first, each delegation once."""
        last = self._asked_last
        if last is None or last[:2] != (text, least):
            self._asked_last = last = (text, least, self._alike(in_full(plain(text)), least))
        return list(last[2])

    def _alike(self, wanted: str, least: float) -> list[tuple[float, Delegation]]:
        pairs = [self._with_pair.get(pair, ()) for pair in _pairs(wanted)]
        fewest, most = 0.0, LOOKED_AT
        if least >= QUICK and len(pairs) >= LONG:
            pairs = sorted(pairs, key=len)[: len(pairs) // 2 + 1]
            fewest, most = SHARED * len(pairs), FEW_LOOKED_AT
        best: dict[int, float] = {}
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(wanted)
        counted = Counter(chain.from_iterable(pairs))
        if fewest:  # few of thousands are left, so that they need not be sorted
            counted = Counter({place: one for place, one in counted.items() if one >= fewest})
        for place, _ in counted.most_common(most):
            form, at = self._beginnings[place]
            matcher.set_seq1(form)
            if matcher.real_quick_ratio() < least or (quick := matcher.quick_ratio()) < least:
                continue
            ratio = matcher.ratio()
            if ratio < CLOSE <= quick:  # it may find less in a name than the name in it
                ratio = max(ratio, SequenceMatcher(None, wanted, form, autojunk=False).ratio())
            if ratio >= least:
                best[at] = max(ratio, best.get(at, 0.0))
        found = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return [(ratio, self.delegations[at]) for at, ratio in found]

    def warm(self) -> Self:
        """Make at once what is made when it is first asked for."""
        made = (self._absent, self._initials_of, self._beginnings, self._words, self._with_pair)
        assert all(one is not None for one in made)
        return self

    # What is made when it is first asked for

    @cached_property
    def _initials_of(self) -> dict[Tier, dict[str, list[int]]]:
        found: dict[Tier, dict[str, list[int]]] = {tier: defaultdict(list) for tier in Tier}
        for at, one in enumerate(self.delegations):
            initials = "".join(_INITIALS.findall(plain(_IN_BRACKETS.sub("", one.name))))
            found[one.tier][initials].append(at)
        return found

    @cached_property
    def _absent(self) -> frozenset[str]:
        """The forms of the names of States of which no name and no code is here."""
        names = state_names.of_all()
        here = {
            code
            for form, code in names.items()
            if form in self._whole or code.casefold() in self._codes
        }
        return frozenset(form for form, code in names.items() if code not in here)

    @cached_property
    def _beginnings(self) -> list[tuple[str, int]]:
        """Every whole name, and whose it is."""
        own = [(form, at) for form, places in self._whole.items() for at in places]
        return sorted([*own, *self._sure.items()])

    @cached_property
    def _words(self) -> list[tuple[str, int]]:
        """Every name from each of its words on, and whose it is."""
        return sorted(
            (form[word.start() :], at)
            for form, places in self._whole.items()
            for at in places
            for word in re.finditer(r"\S+", form)
        )

    @cached_property
    def _with_pair(self) -> dict[str, list[int]]:
        """The places among the beginnings of the names that have a pair of letters."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, (form, _) in enumerate(self._beginnings):
            for pair in _pairs(form):
                found[pair].append(place)
        return found

    def _those(self, places: Iterable[int]) -> list[Delegation]:
        return [self.delegations[at] for at in dict.fromkeys(places)]


def names_of(one: Delegation) -> tuple[str, ...]:
    """What a pack calls a delegation: its names, as spoken, in all languages, and other ones."""
    return tuple(filter(None, (one.name, one.spoken, *(name for _, name in one.names), *one.also)))


def _begin_with(names: list[tuple[str, int]], wanted: str) -> Iterator[int]:
    """Whose names begin so, shortest differences first: in the order of the alphabet."""
    if not wanted:
        return
    for place in range(bisect_left(names, (wanted, -1)), len(names)):
        form, at = names[place]
        if not form.startswith(wanted):
            return
        yield at


def _pairs(form: str) -> frozenset[str]:
    """Every two letters that stand side by side, the edges included."""
    edged = f" {form} "
    return frozenset(edged[at : at + 2] for at in range(len(edged) - 1))


_kept: list[KnownNames] = []
"""The last few that were made; the delegations of a conference change seldom."""


def known_names(delegations: tuple[Delegation, ...]) -> KnownNames:
    """The names of these delegations."""
    for known in _kept:
        if known.delegations is delegations:
            return known
    known = KnownNames(delegations)
    _kept[:] = [known, *_kept[:3]]
    return known
