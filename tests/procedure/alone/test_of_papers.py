"""What was recorded of motions and drafts is found again."""

from __future__ import annotations

from tests.chamber import Chamber

from .conftest import found_again


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
