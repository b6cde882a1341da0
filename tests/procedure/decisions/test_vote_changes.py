"""What of a vote became another: the numbers, names added or taken away, who voted otherwise."""

from __future__ import annotations

from plenary_tui.procedure.decisions.vote_changes import corrected_votes, vote_changes
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.proceedings import Tally
from tests.chamber import Chamber


def told(was: Tally, now: Tally, *outcomes: str) -> list[tuple[str, str, str]]:
    before, since = outcomes or ("", "")
    changes = vote_changes(Chamber().conference, was, now, (before, since))
    return [(one.whose, one.was, one.now) for one in changes]


NAMED = Tally(2, 1, 0, ("NER", "NGA"), ("TUR",))


def test_nothing_is_told_where_nothing_became_another() -> None:
    assert told(NAMED, NAMED, "adopted", "adopted") == []


def test_names_are_added_or_taken_away() -> None:
    assert told(Tally(2, 1), NAMED) == [("", "not by name", "by name")]
    assert told(Tally(2, 1), Tally(2, 1), "adopted", "rejected") == [
        (
            "",
            "adopted, 2 in favour, 1 against, 0 abstaining",
            "rejected, 2 in favour, 1 against, 0 abstaining",
        )
    ]
    assert told(NAMED, Tally(2, 1)) == [("", "by name", "not by name")]


def test_numbers_are_told_with_what_they_decide_and_then_each_vote() -> None:
    now = Tally(1, 1, 1, ("NGA",), ("NER",), ("GIN",))
    assert told(NAMED, now, "adopted", "rejected") == [
        (
            "",
            "adopted, 2 in favour, 1 against, 0 abstaining",
            "rejected, 1 in favour, 1 against, 1 abstaining",
        ),
        ("Guinea", "did not vote", "abstaining"),
        ("Niger", "in favour", "against"),
        ("Türkiye", "against", "did not vote"),
    ]
    assert told(Tally(2, 1), now)[1:] == [], "nobody voted otherwise whose vote was not known"


def test_sides_may_change_while_the_numbers_stay() -> None:
    now = Tally(2, 1, 0, ("NER", "TUR"), ("NGA",))
    assert {whose for whose, _, _ in told(NAMED, now)} == {"Nigeria", "Türkiye"}


def test_each_correction_of_a_vote_goes_on_from_the_one_before() -> None:
    chamber = Chamber()
    chamber.open_floor("2")
    chamber.do("count-present", present=7)
    chamber.do("move-motion", motion="adjourn-debate", delegation="NER")
    chamber.do("decide-motion", in_favour=3, against=2)
    chamber.do("correct-vote", motion="#1", in_favour=2, against=3, confirm=True)
    chamber.do("correct-vote", motion="#1", in_favour=4, against=2, confirm=True)
    (moved,) = chamber.conference.outcomes
    assert [(one.kept.was, one.since, one.decided) for one in corrected_votes(moved)] == [
        (Tally(3, 2), Tally(2, 3), ("carried", "rejected")),
        (Tally(2, 3), Tally(4, 2), ("rejected", "carried")),
    ]
    assert list(corrected_votes(replace(moved, corrections=()))) == []
