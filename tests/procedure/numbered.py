"""A list on which the order of receipt is not the order of the numbers."""

from __future__ import annotations

from plenary_tui.procedure.speakers.numbering import entry_at
from tests.chamber import Chamber

STATES = ("Niger", "Nigeria", "Guinea", "Türkiye")
OTHERS = ("UNIDROIT", "INTERPOL", "WATCH", "RELIEF")


def numbered() -> Chamber:
    """The floor is open on item 1(f); NGOs and IGOs asked for it before the States did."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe(*reversed(OTHERS), *STATES)
    return chamber


def shown(chamber: Chamber) -> list[str]:
    """The codes in the order of the numbers."""
    speakers = chamber.conference.current_list
    assert speakers is not None
    found = []
    while (
        entry := entry_at(chamber.conference, speakers, len(found) + 1, chamber.clock.now())
    ) is not None:
        found.append(entry.delegation)
    return found


def speaking_for_groups() -> Chamber:
    """Three wait to speak on behalf of groups."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", on_behalf_of="African Group")
    chamber.inscribe("EU", on_behalf_of="European Union")
    chamber.inscribe("Guinea", on_behalf_of="African Union States")
    return chamber
