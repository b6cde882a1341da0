"""The number of an entry on its list, and the entry that a person names by it, or otherwise.

A list is numbered through, in the order in which it is called: the number of an entry is how many
are heard before it, and one more. Screens, prints, exports and acts all have it from here. It
changes with the list; the id of an entry never does, and is written with its sign: `#17`.
"""

from __future__ import annotations

import re
from itertools import chain

from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.calendar import ordinal
from plenary_tui.procedure.ground.called import holder_of_floor
from plenary_tui.procedure.ground.naming import (
    certain_delegation,
    find_delegation,
    name_of,
    search_delegations,
    unclear,
)
from plenary_tui.procedure.ground.pending import no_statement
from plenary_tui.procedure.speakers.order import order_at, tiers_at
from plenary_tui.procedure.state.conference import Conference, Entry, SpeakersList
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Tier


def before_tier(conference: Conference, speakers: SpeakersList, tier: Tier, now: Instant) -> int:
    """How many are numbered before the first of a tier."""
    tiers = tiers_at(conference, speakers, now.utc)
    return sum(len(speakers.queue(one).waiting) for one in tiers[: tiers.index(tier)])


def number_of(conference: Conference, speakers: SpeakersList, entry: int, now: Instant) -> int:
    """The number of a waiting entry on its list, from 1; 0 if it does not wait there."""
    order = order_at(conference, speakers, now.utc)
    return next((number for number, one in enumerate(order, start=1) if one.id == entry), 0)


def entry_at(
    conference: Conference, speakers: SpeakersList | None, number: int, now: Instant
) -> Entry | None:
    """The entry of that number on a list; None if there is none."""
    order = order_at(conference, speakers, now.utc) if speakers is not None else ()
    return order[number - 1] if 1 <= number <= len(order) else None


NAME_AN_ENTRY = "Name an entry of the list."
"""What to do where an act is about an entry, and none was named."""
_ID = re.compile(r"# ?(\d{1,9})")
_NUMBER = re.compile(r"\d{1,9}")


def id_of(text: str) -> int | None:
    """The id that `#17` names; None if `text` is none."""
    found = _ID.fullmatch(text.strip())
    return int(found[1]) if found else None


def bare_number(text: str) -> int | None:
    """The number that `text` is; None if it is none."""
    return int(text) if _NUMBER.fullmatch(text.strip()) else None


def with_id(conference: Conference, speakers: SpeakersList | None, text: str, now: Instant) -> str:
    """The text that names an entry, a number that is shown on the list turned into its id.

    Raises `Refused` if nobody has that number.
    """
    if (number := bare_number(text)) is None:
        return text
    entry = entry_at(conference, speakers, number, now)
    if entry is None:
        raise _nobody(text)
    return f"#{entry.id}"


def _nobody(text: str, where: str = "") -> Refused:
    return Refused(
        f"Nobody waits under the number {text.strip()}{where}.",
        "Look at the list for the numbers; an id has its sign, as '#17'.",
    )


def find_entry(conference: Conference, text: str, now: Instant) -> tuple[SpeakersList, Entry]:
    """The waiting entry that `text` names, and its list.

    It is named by its number on the current list, its id, or its delegation; on another list with
    the symbol of the item before it, `2(a) 4`. A bare number may be an id, as scripts wrote it:
    where the two name different entries neither is taken.

    Raises:
        Refused: if there is none, or it is not certain which is meant.
    """
    found = conference.find_entry(_find(conference, text, now, None).id)
    assert found is not None
    return found


def find_floor_or_entry(conference: Conference, text: str, now: Instant) -> Entry:
    """The entry that `text` names, be it waiting or the one that has the floor.

    Without a text it is the one that has the floor. Raises `Refused` as `find_entry` does.
    """
    floor = conference.floor
    heard = floor.entry if floor is not None else None
    if text.strip():
        return _find(conference, text, now, heard)
    if heard is not None:
        return heard
    if floor is None:
        raise no_statement(conference, NAME_AN_ENTRY)
    to = " to reply" if floor.delegation else ""
    raise Refused(
        f"{holder_of_floor(conference)} has the floor{to}, without an entry on a list.",
        NAME_AN_ENTRY,
    )


def _find(conference: Conference, text: str, now: Instant, heard: Entry | None) -> Entry:
    if (identity := id_of(text)) is not None:
        found = _by_id(conference, identity, heard)
        if found is None:
            raise _nobody(f"#{identity}")
        return found
    if (number := bare_number(text)) is not None:
        meant = one_meant(conference, number, _by_id(conference, number, heard), now)
        if meant is None:
            raise _nobody(text)
        return meant
    symbol, _, named = text.strip().partition(" ")
    if named and conference.item_named(symbol) is not None:
        return _on_list(conference, conference.list_of(symbol, conference.body), named, now)
    if conference.current_list is None:
        raise Refused(
            "No agenda item is being considered, so there is no current list.",
            "Name the entry by its id, as '#17', or take up an item first.",
        )
    return _by_delegation(conference, conference.current_list, text, heard)


def _on_list(conference: Conference, speakers: SpeakersList, text: str, now: Instant) -> Entry:
    """The entry on a list that `text` names by its number there, or by its delegation."""
    number = bare_number(text)
    if number is None:
        return _by_delegation(conference, speakers, text, None)
    entry = entry_at(conference, speakers, number, now)
    if entry is None:
        raise _nobody(text, f" on the list for item {speakers.item}")
    return entry


def _shown(conference: Conference, number: int, now: Instant) -> tuple[Entry, ...]:
    """Whom a number means as it is shown: on the current list, else on any that has it."""
    current = entry_at(conference, conference.current_list, number, now)
    if current is not None:
        return (current,)
    lists = (one for one in conference.lists if one.body is conference.body)
    found = (entry_at(conference, speakers, number, now) for speakers in lists)
    return tuple(entry for entry in found if entry is not None)


def one_meant(
    conference: Conference, number: int, kept: Entry | None, now: Instant
) -> Entry | None:
    """The entry that a bare number names, as a number that is shown or as the id of `kept`.

    None if there is none. Raises `Refused` if there are several.
    """
    shown = _shown(conference, number, now)
    meant = {entry.id: entry for entry in (*shown, kept) if entry is not None}
    if len(meant) <= 1:
        return next(iter(meant.values()), None)
    names = {one: name_of(conference, entry.delegation) for one, entry in meant.items()}
    said = [
        f"the number of {names[entry.id]} on {_whose_list(conference, entry)}" for entry in shown
    ]
    said += [f"the id of {names[kept.id]}"] if kept is not None else []
    written = ", ".join(f"'#{one}' for {name}" for one, name in names.items())
    raise Refused(f"“{number}” is {', and '.join(said)}.", f"Write {written}, or the delegation.")


def _whose_list(conference: Conference, entry: Entry) -> str:
    found, current = conference.find_entry(entry.id), conference.current_list
    assert found is not None
    here = current is not None and found[0].item == current.item
    return "the list" if here else f"the list for item {found[0].item}"


def _by_id(conference: Conference, identity: int, heard: Entry | None) -> Entry | None:
    if heard is not None and heard.id == identity:
        return heard
    found = conference.find_entry(identity)
    return found[1] if found else None


def _by_delegation(
    conference: Conference, speakers: SpeakersList, text: str, heard: Entry | None
) -> Entry:
    """The entry of the delegation that `text` names, on a list or with the floor."""
    standing = [entry for entry in chain((heard,), speakers.waiting) if entry]
    there = {entry.delegation: entry for entry in reversed(standing)}
    delegation = certain_delegation(conference, text, among=there)
    if delegation is None:
        candidates = [one for one in search_delegations(conference, text) if one.id in there]
        if candidates:
            raise unclear(text, candidates)
        delegation = find_delegation(conference, text)
    if (entry := there.get(delegation.id)) is not None:
        _require_one(standing, delegation.name, entry)
        return entry
    floor = conference.floor
    if floor is not None and floor.entry is not None and floor.entry.delegation == delegation.id:
        raise Refused(f"{delegation.name} has the floor, and waits no longer.")
    raise Refused(
        f"{delegation.name} does not wait on the list for item {speakers.item}.",
        "Inscribe the delegation first.",
    )


def _require_one(standing: list[Entry], name: str, entry: Entry) -> None:
    """The delegation has no other entry there, such as an explanation; raises `Refused`."""
    found = [one for one in standing if one.delegation == entry.delegation]
    if len(found) > 1:
        written = ", ".join(
            f"'#{one.id}' ({f'explanation {one.explains}' if one.explains else 'statement'})"
            for one in found
        )
        raise Refused(f"{name} has {len(found)} entries on this list.", f"Write {written}.")


_ORDINAL = re.compile(r"(\d{1,6})(?:st|nd|rd|th)")


def read_place(
    conference: Conference, speakers: SpeakersList, entry: Entry, text: str, now: Instant
) -> int:
    """The place, from 0, in the tier of an entry that `text` names, to which it may be moved.

    A number counts within the tier, as `3rd` always does; or it is the number that stands on the
    list at the place that is meant. Raises `Refused` for no such place, or if it could be two.
    """
    last = len(speakers.queue(entry.tier).waiting)
    ahead = before_tier(conference, speakers, entry.tier, now)
    if found := _ORDINAL.fullmatch(text.strip().casefold()):
        places = {int(found[1])}
    elif (number := bare_number(text)) is not None:
        places = {number, number - ahead}
    else:
        places = set()
    name = name_of(conference, entry.delegation)
    good = sorted(place for place in places if 1 <= place <= last)
    if len(good) == 1:
        return good[0] - 1
    if good:
        first, second = (ordinal(place) for place in good)
        raise Refused(
            f"“{text}” may be the {second} place among {entry.tier}, or the {first}, which is "
            f"number {text} on the list.",
            f"Write {second} or {first}.",
        )
    numbered = f", numbers {ahead + 1} to {ahead + last} on the list" if ahead else ""
    raise Refused(
        f"{name} can be moved to a position from 1 to {last} among {entry.tier}{numbered}; "
        f"{text} is not one.",
        "A delegation stays in its tier.",
    )


def certain_place(
    conference: Conference, speakers: SpeakersList | None, entry: str, text: str, now: Instant
) -> str:
    """The text that names a place, a number that is shown on the list turned into the tier's.

    Args:
        entry: names the entry that is to stand there.
    """
    number, identity = bare_number(text), id_of(entry)
    moved = speakers.find(identity) if speakers is not None and identity is not None else None
    if speakers is None or moved is None or number is None:
        return text
    place = number - before_tier(conference, speakers, moved.tier, now)
    return ordinal(place) if 1 <= place <= len(speakers.queue(moved.tier).waiting) else text


def place_words(
    conference: Conference,
    speakers: SpeakersList,
    entry: Entry,
    now: Instant,
    *,
    among: bool = False,
) -> str:
    """The place of an entry in its tier, and its number where that differs: `3 (number 15)`.

    Args:
        among: whether the tier is named: `3 among NGOs (number 15)`.
    """
    waiting = speakers.queue(entry.tier).waiting
    place = next(place for place, one in enumerate(waiting, start=1) if one.id == entry.id)
    ahead = before_tier(conference, speakers, entry.tier, now)
    tier = f" among {entry.tier}" if among else ""
    return f"{place}{tier}{f' (number {ahead + place})' if ahead else ''}"
