"""What a person types to name a delegation, an item or an entry, and what it names."""

from __future__ import annotations

import re
from functools import lru_cache

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    SpeakersList,
)
from plenary_tui.procedure.state.text import folded

CANDIDATES_SHOWN = 6
"""How many candidates a refusal names."""


@lru_cache(maxsize=4)
def _index(
    delegations: tuple[Delegation, ...],
) -> tuple[tuple[Delegation, frozenset[str], frozenset[str]], ...]:
    """Each delegation with its folded codes and its folded names."""
    return tuple(
        (
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
        )
        for delegation in delegations
    )


def matching_delegations(conference: Conference, text: str) -> tuple[Delegation, ...]:
    """The delegations that `text` may name, the likeliest kind of match only.

    In this order: a code or a whole name; the beginning of the English name; the beginning of its
    name in another language or as spoken; the beginning of a word in a name.
    """
    return next((found for found in _searches(conference, text) if found), ())


def search_delegations(conference: Conference, text: str) -> tuple[Delegation, ...]:
    """All delegations that `text` may name, the likeliest first."""
    found = {one.id: one for group in _searches(conference, text) for one in group}
    return tuple(found.values())


def known_delegation(conference: Conference, text: str) -> Delegation | None:
    """The delegation of which `text` is a code or a whole name in any language, or None."""
    wanted = folded(text)
    index = _index(conference.delegations)
    return next((one for one, codes, names in index if wanted in codes or wanted in names), None)


def _searches(conference: Conference, text: str) -> tuple[tuple[Delegation, ...], ...]:
    wanted = folded(text)
    if not wanted:
        return ()
    index = _index(conference.delegations)
    begins_a_word = re.compile(rf"(?<!\w){re.escape(wanted)}").search
    return (
        tuple(one for one, codes, _ in index if wanted in codes),
        tuple(one for one, _, names in index if wanted in names),
        tuple(one for one, _, _ in index if folded_name(one.name).startswith(wanted)),
        tuple(one for one, _, names in index if any(name.startswith(wanted) for name in names)),
        tuple(one for one, _, names in index if any(map(begins_a_word, names))),
    )


folded_name = lru_cache(maxsize=8192)(folded)
"""A name folded for comparing, remembered."""


def find_delegation(conference: Conference, text: str) -> Delegation:
    """The one delegation that `text` names; raises `Refused` with the candidates if unclear."""
    matches = matching_delegations(conference, text)
    if len(matches) == 1:
        return matches[0]
    if not matches:
        raise Refused(
            f"No delegation called “{text}” is registered for this conference.",
            "Check the name, or register it as a late delegation first (register).",
        )
    raise Refused(
        f"“{text}” may be {_listed([one.name for one in matches])}.",
        "Type more of the name, or its code.",
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


def find_entry(conference: Conference, text: str) -> tuple[SpeakersList, Entry]:
    """The waiting entry that `text` names by number, or by delegation on the current list.

    Raises:
        Refused: if there is none, or the delegation is unclear.
    """
    if text.strip().isdecimal():
        if (found := conference.find_entry(int(text))) is not None:
            return found
        raise Refused(f"Nobody waits under the number {text}.", "Look at the list for the numbers.")
    speakers = conference.current_list
    if speakers is None:
        raise Refused(
            "No agenda item is being considered, so there is no current list.",
            "Name the entry by its number, or take up an item first.",
        )
    waiting = {entry.delegation: entry for entry in speakers.waiting}
    matches = [one for one in matching_delegations(conference, text) if one.id in waiting]
    if len(matches) == 1:
        return speakers, waiting[matches[0].id]
    if matches:
        raise Refused(
            f"“{text}” may be {_listed([one.name for one in matches])}.",
            "Type more of the name, or its code.",
        )
    delegation = find_delegation(conference, text)
    raise Refused(
        f"{delegation.name} does not wait on the list for item {speakers.item}.",
        "Inscribe the delegation first.",
    )


def find_floor_or_entry(conference: Conference, text: str) -> Entry:
    """The entry that `text` names, be it waiting or the one that has the floor."""
    called = conference.entry_with_floor
    if called is not None:
        if not text or text.strip() == str(called.id):
            return called
        matches = matching_delegations(conference, text)
        if [match.id for match in matches] == [called.delegation]:
            return called
    if not text:
        raise Refused("Nobody has the floor.", "Name an entry of the list.")
    return find_entry(conference, text)[1]


def name_of(conference: Conference, delegation_id: str) -> str:
    """The short name of a delegation; its id if it is not known."""
    delegation = conference.delegation(delegation_id)
    return delegation.name if delegation else delegation_id
