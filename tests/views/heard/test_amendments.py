"""What was corrected is read as it was and as it is, with why, oldest first."""

from __future__ import annotations

from plenary_tui.views.heard.amendments import amendments, is_amended
from plenary_tui.views.heard.happenings import happenings
from tests.views.heard.morning import morning


def test_each_correction_tells_what_was_what_is_and_why() -> None:
    chamber = morning()
    chamber.do("correct-statement", number="#1", speaker="Ms. B", reason="misheard")
    chamber.clock.advance(60)
    chamber.do("correct-statement", number="#1", speaker="Ms. C", language="")
    chamber.clock.advance(60)
    chamber.do("correct-vote", document="L.1", in_favour=4, against=4, confirm=True)
    found = happenings(chamber.conference)
    told = amendments(chamber.conference, found)
    assert [one.words for one in told] == [
        "speaker from “Sample Speaker 2” to “Ms. B” (misheard)",
        "speaker from “Ms. B” to “Ms. C”",
        "language from “French” to none",
        "vote from “adopted, 5 in favour, 2 against, 0 abstaining” to “rejected, 4 in favour, "
        "4 against, 0 abstaining”",
    ]
    assert [one.of.key for one in told] == [("statement", 1)] * 3 + [("decision", 1)]
    assert [is_amended(one) for one in found] == [True, False, False, False, False, True]


def test_who_voted_how_may_be_all_that_was_added() -> None:
    chamber = morning()
    chamber.do(
        "correct-vote", document="L.1", voted_for="CIV, EU, GIN, GNB, NER", opposed="NGA, TUR"
    )
    (only,) = amendments(chamber.conference, happenings(chamber.conference))
    assert only.words == "vote from “not by name” to “by name”"


def test_nothing_was_corrected_at_first() -> None:
    chamber = morning()
    assert amendments(chamber.conference, happenings(chamber.conference)) == ()
