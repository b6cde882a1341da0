"""What happened stands in the order of time, and an item, a meeting or a day of it is seen."""

from __future__ import annotations

from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.heard.happenings import (
    Span,
    happenings,
    looked_at,
    same_happenings,
)
from tests.chamber import Chamber, vienna
from tests.views.heard.morning import keys, looked, morning

MORNING = ["statement 1", "statement 2", "point 1", "statement 3", "motion 1", "decision 1"]


def words(chamber: Chamber, span: Span) -> str:
    conference = chamber.conference
    return looked_at(conference, happenings(conference), span, chamber.clock.now()).words


def test_all_that_happened_stands_in_the_order_of_time() -> None:
    assert keys(happenings(morning().conference)) == MORNING


def test_points_and_motions_are_known_by_their_meeting_and_item() -> None:
    found = {one.key[0]: one for one in happenings(morning().conference)}
    assert (found["point"].meeting, found["point"].item) == (1, "1(f)")
    assert (found["motion"].meeting, found["motion"].item) == (1, "1(f)")
    assert (found["decision"].meeting, found["decision"].item) == (1, "2")


def test_what_waits_is_there_too_and_once() -> None:
    chamber = morning()
    chamber.clock.advance(60)
    chamber.do("raise-point", delegation="TUR")
    assert keys(happenings(chamber.conference)) == [*MORNING, "point 2"]
    chamber.do("rule-point", ruling="upheld")
    chamber.do("move-motion", motion="suspend-meeting", delegation="GIN")
    assert keys(happenings(chamber.conference)) == [*MORNING, "point 2", "motion 2"]


def test_an_item_is_seen_or_a_meeting_or_a_day_or_all() -> None:
    chamber = morning()
    assert keys(looked(chamber, Span.ITEM)) == ["decision 1"]
    assert words(chamber, Span.ITEM) == "item 2, Review of the implementation"
    chamber.do("take-up-item", item="1(f)")
    assert keys(looked(chamber, Span.ITEM)) == MORNING[:-1]
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    assert keys(looked(chamber, Span.MEETING)) == []
    assert words(chamber, Span.MEETING) == "2nd plenary meeting"
    assert keys(looked(chamber, Span.DAY)) == keys(looked(chamber, Span.ALL)) == MORNING
    assert words(chamber, Span.DAY) == "Monday 14 October 2024"


def test_before_anything_is_heard_today_the_last_day_is_seen() -> None:
    chamber = morning()
    chamber.do("adjourn-meeting")
    chamber.clock.until(vienna(15, 9))
    assert words(chamber, Span.DAY) == "Monday 14 October 2024"
    assert keys(looked(chamber, Span.DAY)) == MORNING


def test_what_is_heard_after_midnight_belongs_to_the_day_of_its_meeting() -> None:
    chamber = morning()
    chamber.clock.until(vienna(15, 0, 30))
    chamber.do("raise-point", delegation="TUR")
    assert words(chamber, Span.DAY) == "Monday 14 October 2024"
    assert keys(looked(chamber, Span.DAY)) == [*MORNING, "point 2"]
    chamber.do("rule-point", ruling="upheld")
    chamber.do("adjourn-meeting")
    assert keys(looked(chamber, Span.DAY)) == [*MORNING, "point 2"]
    chamber.open_meeting(15, 10)
    assert words(chamber, Span.DAY) == "Monday 14 October 2024", "nothing was heard on Tuesday yet"
    chamber.do("raise-point", delegation="TUR")
    assert words(chamber, Span.DAY) == "Tuesday 15 October 2024"
    assert keys(looked(chamber, Span.DAY)) == ["point 3"]


def test_the_committees_statements_are_those_of_its_own_sitting() -> None:
    chamber = morning()
    chamber.do("convene-committee", confirm=True)
    chamber.do("give-floor", to="guest", name="A Guest")
    chamber.do("start-clock")
    chamber.clock.advance(60)
    chamber.do("end-statement")
    (only,) = looked(chamber, Span.MEETING)
    assert only.body is Body.COMMITTEE
    assert words(chamber, Span.MEETING) == "1st sitting of the Committee of the Whole"


def test_nothing_is_seen_of_a_conference_that_has_not_begun() -> None:
    chamber = Chamber()
    assert [words(chamber, span) for span in Span] == [
        "no item taken up yet",
        "no meeting opened yet",
        "Monday 14 October 2024",
        "the whole conference",
    ]
    assert not any(looked(chamber, span) for span in Span)


def test_an_act_that_changes_nothing_of_this_changes_nothing_here() -> None:
    chamber = morning()
    before = chamber.conference
    chamber.do("note", text="private")
    assert same_happenings(before, chamber.conference)
    chamber.do("correct-statement", number="#1", speaker="Ms. Other")
    assert not same_happenings(before, chamber.conference)
