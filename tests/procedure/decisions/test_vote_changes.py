"""What of a vote became another: the numbers, names added or taken away, who voted otherwise."""

from __future__ import annotations

from plenary_tui.procedure.decisions.vote_changes import vote_changes
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
