"""Under the list stands all that is known of what the cursor is on."""

from __future__ import annotations

from plenary_tui.views.heard.happenings import happenings
from plenary_tui.views.heard.heard_rows import Wording
from plenary_tui.views.heard.whole import whole_lines
from tests.chamber import Chamber
from tests.views.heard.morning import morning


def whole(chamber: Chamber, place: int) -> tuple[str, ...]:
    found = happenings(chamber.conference)
    return whole_lines(Wording(chamber.conference), found[place])


def test_of_a_statement_who_made_it_and_all_its_times() -> None:
    assert whole(morning(), 0) == (
        "Nigeria, Sample Speaker 2, Minister of Justice, on behalf of the African Group",
        "Called 10:00:00, began 10:00:20, ended 10:03:40, spoke 3:20 of 3:00, 0:20 over, French, "
        "in-person, item 1(f), 1st meeting, 14.10.",
    )


def test_who_is_aligned_with_it() -> None:
    chamber = morning()
    chamber.do("take-up-item", item="1(f)")
    chamber.do("align", delegation="TUR", entry="Nigeria")
    assert whole(chamber, 0)[-1] == "Aligned: Türkiye"


def test_its_corrections_the_latest_first() -> None:
    chamber = morning()
    chamber.do("correct-statement", number="#1", speaker="Ms. B", reason="misheard")
    chamber.clock.advance(60)
    chamber.do("correct-statement", number="#1", function="Minister")
    assert whole(chamber, 0)[1:3] == (
        "Corrected 14.10. 10:10: function from “Minister of Justice” to “Minister”",
        "Corrected 14.10. 10:09: speaker from “Sample Speaker 2” to “Ms. B” (misheard)",
    )


def test_of_a_decision_the_title_of_its_draft() -> None:
    *_, last = whole(morning(), 5)
    assert last == "L.1: On fraud"


def test_of_a_point_of_order_how_it_was_ruled() -> None:
    assert whole(morning(), 2) == ("POINT OF ORDER, Türkiye: not upheld",)
