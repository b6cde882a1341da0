"""What a person types to name a delegation or an item, and what it names.

A name never means another body than the one that was meant: what is not certain is refused with
those it may be.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.conference import AgendaItem, Conference, Delegation
from plenary_tui.procedure.state.text import folded
from plenary_tui.procedure.state.vocabulary import Tier

CANDIDATES_SHOWN = 6
"""How many candidates a refusal names."""
LEAST_LETTERS = 3
"""Letters from which on the beginning of a State's name may stand for it."""
MISTAKEN_CODES = frozenset({"au", "cr", "ec", "sa", "sk", "sl"})
"""Codes by which people also mean another body than the State whose code they are.

The African Union, Czechia, the European Commission, South Africa, South Korea, Sri Lanka."""
LONGEST_ACRONYM = 4
"""Letters up to which a text in capitals stands for a name, and is no part of one."""


@dataclass(frozen=True, slots=True)
class _Names:
    """All by which a delegation is named, folded.

    Attributes:
        whole: its name, as spoken and in each language.
        initials: of its name, such as `drc`.
    """

    delegation: Delegation
    codes: frozenset[str]
    whole: frozenset[str]
    initials: str

    def begin_with(self, wanted: str) -> bool:
        """Whether one of the names begins so."""
        return any(name.startswith(wanted) for name in self.whole)

    def is_short_for(self, wanted: str) -> bool:
        """Whether these are its initials; of a State with many words the first of them do."""
        if not wanted or self.delegation.tier is Tier.NGOS:
            return False
        first = self.delegation.tier is Tier.STATES and len(wanted) >= 2
        return self.initials == wanted or (first and self.initials.startswith(wanted))


_INITIALS = re.compile(r"\b(?!(?:and|for|in|of|on|the|to)\b)\w")
_IN_BRACKETS = re.compile(r"\(.*?\)")


@lru_cache(maxsize=4)
def _index(delegations: tuple[Delegation, ...]) -> tuple[_Names, ...]:
    return tuple(
        _Names(
            delegation,
            frozenset(code.casefold() for code in (delegation.id, *delegation.codes)),
            frozenset(
                folded(name)
                for name in (
                    delegation.name,
                    delegation.spoken,
                    *(name for _, name in delegation.names),
                )
                if name
            ),
            "".join(_INITIALS.findall(_IN_BRACKETS.sub("", folded(delegation.name)))),
        )
        for delegation in delegations
    )


def search_delegations(conference: Conference, text: str) -> tuple[Delegation, ...]:
    """All delegations that `text` may name, the likeliest first, of equal ones the States."""
    wanted = folded(text)
    if not wanted:
        return ()
    index = _index(conference.delegations)
    within = _is_long(wanted) and not (text.isupper() and len(wanted) <= LONGEST_ACRONYM)
    begins_a_word = re.compile(rf"(?<!\w){re.escape(wanted)}").search
    searches = (
        (one for one in index if text.strip().casefold() in one.codes),
        (one for one in index if wanted in one.whole),
        (one for one in index if one.is_short_for(wanted)),
        (one for one in index if folded_name(one.delegation.name).startswith(wanted)),
        (one for one in index if one.begin_with(wanted)),
        (one for one in index if within and any(map(begins_a_word, one.whole))),
        (one for one in index if any(f" {name} " in f" {wanted} " for name in one.whole)),
    )
    tiers = list(Tier)
    ranked = (sorted(group, key=lambda one: tiers.index(one.delegation.tier)) for group in searches)
    found = {one.delegation.id: one.delegation for group in ranked for one in group}
    return tuple(found.values())


def known_delegation(conference: Conference, text: str) -> Delegation | None:
    """The delegation of which `text` is a code or a whole name in any language, or None."""
    wanted = folded(text)
    index = _index(conference.delegations)
    code = text.strip().casefold()
    found = (one.delegation for one in index if code in one.codes or wanted in one.whole)
    return next(found, None)


def certain_delegation(
    conference: Conference, text: str, among: Collection[str] | None = None
) -> Delegation | None:
    """The delegation that `text` names beyond doubt, or None.

    That is its code as it is written, or in small letters where no other name begins so; its whole
    name in any language; or the beginning of a State's name that no other has. No
    organization is named by a beginning, for others may come that begin so.

    Args:
        among: the delegations, by id, one of which is meant where only a beginning is given.
    """
    text = " ".join(text.split())
    wanted, index = folded(text), _index(conference.delegations)
    if not wanted:
        return None
    if (own := conference.delegation(text)) is not None:
        return own
    called = [one for one in index if wanted in one.whole]
    if called:
        return called[0].delegation if len(called) == 1 else None
    if coded := [one for one in index if text.casefold() in one.codes]:
        return None if _may_be_another(index, coded[0], text) else coded[0].delegation
    if not _is_long(wanted):
        return None
    begun = [
        one
        for one in index
        if one.begin_with(wanted) and (among is None or one.delegation.id in among)
    ]
    if text.isupper() and any(one.is_short_for(wanted) and one not in begun for one in index):
        return None
    states = len(begun) == 1 and begun[0].delegation.tier is Tier.STATES
    return begun[0].delegation if states else None


def _may_be_another(index: tuple[_Names, ...], meant: _Names, text: str) -> bool:
    """Whether a code that was typed may also be short for another delegation.

    In capitals, as it is written, it is no beginning of a name.
    """
    code, others = text.casefold(), [one for one in index if one is not meant]
    if text not in meant.delegation.codes and any(one.begin_with(code) for one in others):
        return True
    if len(code) > 2:
        return text.islower() and any(one.is_short_for(code) for one in others)
    organizations = (one for one in others if one.delegation.tier is Tier.IGOS)
    return code in MISTAKEN_CODES or any(one.initials == code for one in organizations)


def _is_long(wanted: str) -> bool:
    """Whether a text is long enough to be the beginning of a name; a sign may be a syllable."""
    return len(wanted) >= LEAST_LETTERS or (len(wanted) == 2 and min(wanted) >= "\u2e80")


folded_name = lru_cache(maxsize=8192)(folded)
"""A name folded for comparing, remembered."""


def find_delegation(conference: Conference, text: str) -> Delegation:
    """The one delegation that `text` names; raises `Refused` with the candidates if unclear."""
    found = certain_delegation(conference, text)
    if found is not None:
        return found
    if candidates := search_delegations(conference, text):
        raise unclear(text, candidates)
    raise Refused(
        f"No delegation called “{text}” is registered for this conference.",
        "Check the name, or register it as a late delegation first (register).",
    )


def unclear(text: str, candidates: Collection[Delegation]) -> Refused:
    """The refusal of a text that may name each of the candidates."""
    shown = list(candidates)[:CANDIDATES_SHOWN]
    codes = ", ".join(one.id for one in shown)
    how = "more of the name, or its code" if len(candidates) > 1 else "the whole name, or its code"
    return Refused(
        f"“{text}” may be {_listed([one.name for one in candidates])}.", f"Type {how} ({codes})."
    )


def _listed(names: list[str]) -> str:
    shown = names[:CANDIDATES_SHOWN]
    if len(names) > len(shown):
        return f"{', '.join(shown)} or {len(names) - len(shown)} more"
    return " or ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def find_item(conference: Conference, symbol: str | None) -> AgendaItem:
    """The agenda item with that symbol, the current one if None; raises `Refused`."""
    if not symbol:
        if conference.current_item is None:
            raise Refused(
                "No agenda item is being considered.", "Name one, or take up an item first."
            )
        return conference.current_item
    if (exact := conference.item_named(symbol.strip())) is not None:
        return exact
    wanted = _bare(symbol)
    for item in conference.items:
        if _bare(item.symbol) == wanted:
            return item
    symbols = ", ".join(item.symbol for item in conference.items)
    raise Refused(f"There is no agenda item “{symbol}”.", f"The agenda has {symbols}.")


def _bare(symbol: str) -> str:
    return "".join(character for character in symbol.casefold() if character.isalnum())


def name_of(conference: Conference, delegation_id: str) -> str:
    """The short name of a delegation; its id if it is not known."""
    delegation = conference.delegation(delegation_id)
    return delegation.name if delegation else delegation_id
