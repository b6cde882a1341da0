"""Which list of speakers the officer looks at: the current one, unless another was chosen."""

from __future__ import annotations

from plenary_tui.procedure.state.conference import Conference, SpeakersList
from plenary_tui.procedure.state.vocabulary import Body

Which = tuple[str, Body]
"""A list by the symbol of its item and its body."""


def list_looked_at(conference: Conference, chosen: Which | None) -> SpeakersList | None:
    """The list that is shown; None where there is none, or the one that was chosen is gone."""
    if chosen is None:
        return conference.current_list
    return next((one for one in conference.lists if (one.item, one.body) == chosen), None)


def still_chosen(conference: Conference, chosen: Which | None) -> Which | None:
    """The list that was chosen; None where it is gone, or has become the current one."""
    current = conference.current_list
    if current is not None and chosen == (current.item, current.body):
        return None
    return chosen if list_looked_at(conference, chosen) is not None else None


def other_list(conference: Conference, chosen: Which | None, step: int) -> Which | None:
    """The next or the previous list on which somebody waits; past the last, the current one."""
    current = conference.current_list
    others = [
        (one.item, one.body) for one in conference.lists if one.waiting and one is not current
    ]
    ring: list[Which | None] = [None, *others]
    place = ring.index(chosen) if chosen in ring else 0
    return ring[(place + step) % len(ring)]
