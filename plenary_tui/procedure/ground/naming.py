"""What a person types to name a delegation or an item, and what it names.

A name never means another body than the one that was meant: what is not certain is refused with
those it may be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.known_names import CLOSE, KnownNames, known_names, names_of
from plenary_tui.procedure.ground.written import beginning, plain
from plenary_tui.procedure.state.conference import AgendaItem, Conference, Delegation
from plenary_tui.procedure.state.text import bare
from plenary_tui.procedure.state.vocabulary import Tier

CANDIDATES_SHOWN = 6
"""How many candidates a refusal names."""
ALSO_SHOWN = 12
"""How many others a refusal of several names; more would fill a dialog."""
PROPOSED = 3
"""How many names are proposed that are like one that nobody has."""
LEAST_LETTERS = 3
"""Letters from which on the beginning of a State's name may stand for it."""
LONGEST_ACRONYM = 4
"""Letters up to which a text in capitals stands for a name, and is no part of one."""
LEAD = 0.05
"""How much more alike (0 to 1) a name is to a misspelling of it than that of any other."""
SHORT_NAME = 5
"""Letters from which on a name can be told to be a misspelling of another."""
_ARTICLE = re.compile(r"^the (?=\S)", re.IGNORECASE)


def search_delegations(conference: Conference, text: str) -> tuple[Delegation, ...]:
    """All delegations that `text` may name, the likeliest first; the most alike if none is.

    Of those that are equally likely the States come first.
    """
    return _named(conference, text) or _resembling(conference, text)


def _resembling(conference: Conference, text: str) -> tuple[Delegation, ...]:
    """Those a slip away from a text, those named in it, then those it is less like."""
    close = close_to(conference, text)
    slips = [one for ratio, one in close if ratio >= CLOSE]
    named = known_names(conference.delegations).holding(plain(text))
    ranked = (*slips, *sorted(named, key=_place), *(one for _, one in close))
    return tuple({one.id: one for one in ranked}.values())


def is_in_doubt(conference: Conference, text: str) -> bool:
    """Whether none of those that are found for a text has a name that it is, or that begins so.

    They only resemble it, are named in it, or it is known to be the name of several or of none:
    one of them is meant only when somebody says so. A slip in the name of a State, and of no other,
    leaves no doubt. What begins the English name of nobody, but a name that is asked about, is in
    doubt: "tai" is Tailandia's beginning in Spanish, and Taiwan's.
    """
    wanted, names = plain(text), known_names(conference.delegations)
    if not wanted or names.coded(text) or names.called(text) or names.otherwise_called(text):
        return names.asked(text) is not None and not names.called(text)
    if names.elsewhere(text):
        return True
    begun = names.begun(beginning(text))
    if begun or names.with_initials(wanted):
        in_english = names.in_english(beginning(text)) or names.with_initials(wanted)
        asked = not in_english and names.asked_begin(beginning(text), begun)
        return asked or bool(names.asked(text))
    if names.asked(text) is not None:
        return True
    if names.within(wanted):
        return False
    close = close_to(conference, text)
    if not close or close[0][0] < CLOSE or close[0][1].tier is not Tier.STATES:
        return True
    if any(one is not close[0][1] for one in names.holding(wanted)):
        return True  # "Guinea Equatorial" names Guinea in the words of another
    if len(close) > 1 and close[0][0] - close[1][0] < LEAD:
        return True
    return names.like_elsewhere(text, close[0][0] - LEAD)


_PLACES = {tier: place for place, tier in enumerate(Tier)}
"""In which order those that are found alike are shown."""


def _place(one: Delegation) -> int:
    return _PLACES[one.tier]


def _named(conference: Conference, text: str) -> tuple[Delegation, ...]:
    wanted, names = plain(text), known_names(conference.delegations)
    if not wanted:
        return ()
    within = _is_long(wanted) and not (text.isupper() and len(wanted) <= LONGEST_ACRONYM)
    other = names.otherwise_called(text)
    searches: tuple[Iterable[Delegation], ...] = (
        names.coded(text),
        names.called(text),
        [other] if other else (),
        names.asked(text) or (),
        names.with_initials(wanted),
        names.in_english(beginning(text)),
        names.begun(beginning(text)),
        names.within(wanted) if within else (),
    )
    ranked = (sorted(group, key=_place) for group in searches)
    found = {one.id: one for group in ranked for one in group}
    return tuple(found.values())


def close_to(conference: Conference, text: str) -> list[tuple[float, Delegation]]:
    """The three delegations whose names are most like `text`, each with how much (0 to 1)."""
    if len(plain(text)) < SHORT_NAME:
        return []
    return known_names(conference.delegations).alike(text)[:PROPOSED]


def known_delegation(conference: Conference, text: str) -> Delegation | None:
    """The delegation of which `text` is a code or a whole name, in any language, or None."""
    names = known_names(conference.delegations)
    own = next(iter((*names.coded(text), *names.called(text))), None)
    return own or names.otherwise_called(text)


def certain_delegation(
    conference: Conference, text: str, among: Collection[str] | None = None
) -> Delegation | None:
    """The delegation that `text` names beyond doubt, or None.

    That is its code as it is written, or in small letters where no other name begins so; its whole
    name in any language, or another name that is surely its own; or the beginning of a State's
    name in the pack that no other begins with, nor any that is asked about. No organization is
    named by a beginning, for others may come that begin so.

    Args:
        among: the delegations, by id, one of which is meant where only a beginning is given.
    """
    text = _ARTICLE.sub("", " ".join(text.split()))
    wanted, names = plain(text), known_names(conference.delegations)
    if not wanted:
        return None
    coded = names.coded(text)
    if coded_so := next((one for one in coded if one.id == text), None):
        return coded_so
    if called := names.called(text):
        return called[0] if len(called) == 1 else None
    if names.asked(text) is not None:
        return None
    if coded:
        return None if _may_be_another(names, coded[0], text) else coded[0]
    if (other := names.otherwise_called(text)) is not None:
        return None if _may_be_another(names, other, text) else other
    if not _is_long(wanted) or _is_a_code(text):
        return None
    begun = [one for one in names.begun(beginning(text)) if among is None or one.id in among]
    if text.isupper() and any(one not in begun for one in names.with_initials(wanted)):
        return None
    if len(begun) != 1 or begun[0].tier is not Tier.STATES:
        return None
    own = any(plain(name).startswith(beginning(text)) for name in names_of(begun[0]))
    if not own or (among is None and names.asked_begin(beginning(text), begun)):
        return None
    return begun[0]


def _may_be_another(names: KnownNames, meant: Delegation, text: str) -> bool:
    """Whether a code or a short name that was typed may also be short for another delegation.

    In capitals, as it is written, it is no beginning of a name.
    """
    short = plain(text)
    if len(short) > LONGEST_ACRONYM:
        return False
    if not text.isupper() and any(one is not meant for one in names.begun(short)):
        return True
    others = [one for one in names.with_initials(short) if one is not meant]
    if len(short) == 2:
        return any(one.tier is Tier.IGOS for one in others)
    return bool(others) and not text.isupper()


def _is_a_code(text: str) -> bool:
    """Whether it is written as codes of States are, and so means no beginning of a name."""
    return len(text) <= LEAST_LETTERS and text.isascii() and text.isupper()


def _is_long(wanted: str) -> bool:
    """Whether a text is long enough to be the beginning of a name; a sign may be a syllable."""
    return len(wanted) >= LEAST_LETTERS or (len(wanted) == 2 and min(wanted) >= "\u2e80")


def find_delegation(conference: Conference, text: str) -> Delegation:
    """The one delegation that `text` names; raises `Refused` with the candidates if unclear."""
    text = " ".join(text.split())
    found = certain_delegation(conference, text)
    if found is not None:
        return found
    if known_names(conference.delegations).asked(text) == []:
        raise Refused(
            f"“{text}” is no delegation of this conference.",
            "Type the name of a delegation, or register it if it takes part (register).",
        )
    named = _named(conference, text)
    if not named and known_names(conference.delegations).holding(plain(text)):
        named = _resembling(conference, text)
    if named:
        raise unclear(text, named)
    raise Refused(
        f"No delegation called “{text}” is registered for this conference.",
        meant(close_to(conference, text)),
    )


def find_delegations(conference: Conference, text: str) -> tuple[Delegation, ...]:
    """The delegations that `text` names, each once: one, or several parted by commas.

    Raises `Refused` where one is not found, or none is named.
    """
    if "," not in text or known_delegation(conference, text):
        return (find_delegation(conference, text),)
    parts = [" ".join(part.split()) for part in text.split(",") if part.strip()]
    found = of_each(parts, lambda part: find_delegation(conference, part), "“{}”".format)
    if not found:
        raise Refused("No delegation was named.", "Name one, or several parted by commas.")
    return tuple({one.id: one for one in found}.values())


T = TypeVar("T")
Made = TypeVar("Made")


def of_each(
    ones: Iterable[T], make: Callable[[T], Made], name: Callable[[T], str]
) -> tuple[Made, ...]:
    """What is made of each of several; raises `Refused` for the first, naming all that are."""
    made: list[Made] = []
    refused: dict[str, Refused] = {}
    for one in ones:
        try:
            made.append(make(one))
        except Refused as refusal:
            refused.setdefault(name(one), refusal)
    if not refused:
        return tuple(made)
    first, (_, *others) = next(iter(refused.values())), refused
    more = f" and {len(others) - ALSO_SHOWN} more" if len(others) > ALSO_SHOWN else ""
    also = f" Also refused: {', '.join(others[:ALSO_SHOWN])}{more}." if others else ""
    raise Refused(f"{first.why}{also}", first.instead, remedy=first.remedy)


def for_each(
    delegations: Iterable[Delegation], make: Callable[[Delegation], Made]
) -> tuple[Made, ...]:
    """What is made for each delegation; raises `Refused` for the first, naming all that are."""
    return of_each(delegations, make, lambda one: one.name)


def meant(close: Collection[tuple[float, Delegation]]) -> str:
    """What to do about a name that nobody has: the nearest first, and only then to register it."""
    if not close:
        return "Check the name, or register it as a late delegation first (register)."
    nearest = _listed([f"{one.name} ({one.id})" for _, one in close])
    return f"If it is {nearest}, type that; if it is new, register it first (register)."


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
    if (found := item_called(conference, symbol)) is not None:
        return found
    symbols = ", ".join(item.symbol for item in conference.items)
    raise Refused(f"There is no agenda item “{symbol}”.", f"The agenda has {symbols}.")


def item_called(conference: Conference, symbol: str) -> AgendaItem | None:
    """The agenda item with that symbol, however it is bracketed; None if there is none."""
    if (exact := conference.item_named(symbol.strip())) is not None:
        return exact
    wanted = bare(symbol)
    return next((item for item in conference.items if bare(item.symbol) == wanted), None)


def name_of(conference: Conference, delegation_id: str) -> str:
    """The short name of a delegation; its id if it is not known."""
    delegation = conference.delegation(delegation_id)
    return delegation.name if delegation else delegation_id
