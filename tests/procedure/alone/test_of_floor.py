"""What was recorded of the floor, of drafts and of motions is found again."""

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


def test_motions_and_votes() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.do("count-present", present=8)
    found_again(
        chamber,
        ("move-motion", {"motion": "close debate", "delegation": "NER"}),
        ("speak-on-motion", {"delegation": "TUR", "side": "against"}),
        ("decide-motion", {"for": "NER, GIN", "against": "TUR", "confirm": True}),
        ("move-motion", {"motion": "suspend meeting", "delegation": "TUR"}),
        ("withdraw-motion", {"motion": "suspend meeting"}),
    )


def test_drafts() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.do("count-present", present=8)
    chamber.do("table-document", title="First", sponsor="NGA", symbol="L.1")
    chamber.do("table-document", title="Second", sponsor="NGA")
    override = {"override": "Sample"}
    found_again(
        chamber,
        ("table-document", {"title": "Third", "sponsor": "NER, TUR", "item": "1(f)"}),
        ("correct-document", {"document": "2", "symbol": "L.2"}),
        ("revise-document", {"document": "2", "title": "The second"}),
        ("add-sponsor", {"document": "2", "delegation": "GIN"}),
        ("remove-sponsor", {"document": "2", "delegation": "GIN"}),
        ("mark-edited", {"document": "1"}),
        ("mark-translated", {"document": "1", "language": "French"}),
        ("take-up-document", {"document": "1"}),
        ("vote-document", {"in_favour": 5, "against": 1, "abstaining": 1, **override}),
        ("withdraw-document", {"document": "2", "reason": "by letter"}),
    )
