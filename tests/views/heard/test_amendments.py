"""What was corrected is read as it was and as it is, with why, oldest first."""

from __future__ import annotations

from plenary_tui.views.heard.amendments import amendments, is_amended
from plenary_tui.views.heard.happenings import happenings
from plenary_tui.views.heard.heard_rows import Wording
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


def test_votes_on_motions_and_appeals_are_read_as_they_were_too() -> None:
    chamber = morning()
    chamber.do("raise-point", delegation="TUR")
    chamber.do("rule-point", ruling="No", appeal="TUR", in_favour=1, against=2)
    chamber.do("move-motion", motion="suspend-meeting", delegation="NGA")
    chamber.do("decide-motion", in_favour=1, against=2)
    chamber.do("correct-vote", motion="suspend-meeting", in_favour=1, against=3, reason="slip")
    chamber.clock.advance(60)
    chamber.do("correct-vote", appeal="TUR", in_favour=3, against=2, confirm=True)
    found = happenings(chamber.conference)
    told = amendments(chamber.conference, found)
    assert [one.words for one in told] == [
        "vote from “1 in favour, 2 against, 0 abstaining” to “1 in favour, 3 against, "
        "0 abstaining” (slip)",
        "vote from “stands, 1 in favour, 2 against, 0 abstaining” to “overturned, 3 in favour, "
        "2 against, 0 abstaining”",
    ]
    assert [one.of.key[0] for one in told] == ["motion", "point"]
    rows = Wording(chamber.conference).corrections(found)
    assert [rows.row(place).text.partition(",")[0] for place in range(2)] == [
        "motion of Nigeria to suspend the meeting",
        "appeal of Türkiye",
    ]


def test_whose_vote_it_was_is_read() -> None:
    chamber = morning()
    chamber.do(
        "correct-vote", document="L.1", voted_for="CIV, EU, GIN, GNB, NER", opposed="NGA, TUR"
    )
    chamber.do("correct-vote", document="L.1", voted_for="TUR", opposed="NER", reason="asked")
    told = amendments(chamber.conference, happenings(chamber.conference))
    assert [one.words for one in told[1:]] == [
        "vote of Niger from “in favour” to “against” (asked)",
        "vote of Türkiye from “against” to “in favour” (asked)",
    ]
