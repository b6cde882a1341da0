"""What was recorded of the floor is found again."""

from __future__ import annotations

from tests.chamber import Chamber

from .conftest import found_again


def test_statements_and_the_clock() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("GIN", "NER", "TUR")
    found_again(
        chamber,
        ("give-floor", {}),
        ("start-clock", {}),
        ("pause-clock", {"seconds_ago": "0"}),
        ("resume-clock", {}),
        ("adjust-clock", {"seconds": "5"}),
        ("extend-time", {"seconds": "30", "reason": "sound"}),
        ("call-to-order", {"ground": "time"}),
        ("give-floor", {"entry": "TUR", "reason": "A flight"}),
        ("start-clock", {}),
        ("end-statement", {}),
        ("give-floor", {"to": "guest", "name": "Ada"}),
        ("edit", {"speaker": "Ada L.", "language": "French"}),
        ("note", {"text": "private", "entry": "NER"}),
    )


def test_points_and_replies() -> None:
    chamber = Chamber()
    chamber.open_floor()
    found_again(
        chamber,
        ("raise-point", {}),
        ("name-point", {"delegation": "TUR"}),
        ("rule-point", {"ruling": "Not in order"}),
        ("raise-point", {"delegation": "NER"}),
        ("withdraw-point", {"mistaken": True}),
        ("set-reply-limits", {"minutes": "10 5"}),
        ("request-reply", {"delegation": "NER", "to": "Sample"}),
        ("withdraw-reply", {"delegation": "NER"}),
        ("request-reply", {"delegation": "TUR"}),
        ("grant-reply", {"override": "The day ends"}),
    )
