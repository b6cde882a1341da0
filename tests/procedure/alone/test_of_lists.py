"""What was recorded of lists is found again."""

from __future__ import annotations

from tests.chamber import Chamber, vienna

from .conftest import found_again


def test_acts_on_entries() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("GIN")
    found_again(
        chamber,
        ("inscribe", {"delegation": "NER", "speaker": "Sample", "language": "French"}),
        ("inscribe", {"delegation": "TUR", "received_at": "09:55"}),
        ("edit", {"entry": "NER", "language": "", "function": "Director"}),
        ("edit", {"entry": "NER", "delegation": "NGA"}),
        ("move", {"entry": "NGA", "to": "1", "reason": "agreed"}),
        ("swap", {"entry": "NGA", "with": "GIN", "confirm": True}),
        ("mark-ready", {"entry": "GIN"}),
        ("mark-ready", {"entry": "GIN", "off": True}),
        ("mark-absent", {"entry": "TUR"}),
        ("withdraw", {"entry": "GIN", "reason": "by note"}),
    )


def test_acts_on_the_list_itself() -> None:
    chamber = Chamber()
    chamber.open_floor()
    found_again(
        chamber,
        ("close-list", {"tier": "NGOs"}),
        ("open-list", {"tier": "NGOs"}),
        ("close-list", {}),
        ("open-list", {"until": "12:30"}),
        ("set-limit", {"seconds": "120", "tier": "NGOs", "decision": "The President"}),
        ("hear-tier-at", {"tier": "NGOs", "at": "11:30", "decision": "The President"}),
        ("hear-in-order", {"tier": "NGOs"}),
        ("inscribe", {"delegation": "EU", "on_behalf_of": "Sample Group"}),
        ("align", {"entry": "EU", "delegation": "TUR"}),
        ("withdraw-alignment", {"entry": "EU", "delegation": "TUR"}),
    )


def test_what_was_left_is_carried_over() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("GIN")
    chamber.do("adjourn-meeting")
    chamber.clock.until(vienna(14, 15))
    chamber.do("open-meeting")
    found_again(chamber, ("carry-over", {"item": "1(f)"}))
