"""What the rows say beyond the state: pauses, time on air, items, points, motions, drafts."""

from __future__ import annotations

from plenary_tui.procedure.meetings.items import ItemEdited
from plenary_tui.procedure.state.vocabulary import Body
from tests.chamber import Chamber
from tests.views.record.recorded import DRAFT, course_of, spoken_on


def test_a_meeting_stands_still_off_air_and_goes_on() -> None:
    chamber = spoken_on()
    opened = chamber.clock.utc
    chamber.clock.advance(60)
    chamber.do("suspend-meeting", reason="lunch")
    chamber.clock.advance(600)
    chamber.do("resume-meeting")
    chamber.clock.advance(60)
    chamber.do("set-on-air", off=True)
    chamber.do("adjourn-meeting")
    (sitting,) = course_of(chamber).sittings
    assert sitting.key == (Body.PLENARY, 1) and sitting.opened_at == opened
    assert [one.reason for one in sitting.pauses] == ["lunch"]
    (pause,), (first, second) = sitting.pauses, sitting.on_air
    assert pause.ended is not None and (pause.ended - pause.begun).total_seconds() == 600
    assert (first.begun, first.ended, second.begun) == (opened, pause.begun, pause.ended)
    assert second.ended == sitting.ended_at == chamber.clock.utc


def test_row_05_the_committee_sits_within_a_meeting_that_stands_still_for_it() -> None:
    chamber = spoken_on("2", "Niger")
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2")
    chamber.clock.advance(300)
    chamber.do("rise-committee")
    plenary, committee = course_of(chamber).sittings
    assert committee.key == (Body.COMMITTEE, 1) and committee.within == 1
    assert list(committee.items) == ["2"] and committee.on_air == []
    assert plenary.pauses[0].ended == committee.ended_at and plenary.ended_at is None
    assert [one.ended is None for one in plenary.on_air] == [False, True]


def test_what_was_undone_was_not_done() -> None:
    chamber = spoken_on()
    chamber.do("raise-point", delegation="Nigeria")
    assert len(course_of(chamber).points) == 1
    chamber.do("undo")
    assert course_of(chamber).points == []
    chamber.do("redo")
    chamber.do("rule-point", ruling="upheld")
    assert [one.ruling for one in course_of(chamber).points] == ["upheld"]


def test_a_point_that_was_none_is_gone_and_one_that_was_withdrawn_is_said_to_be() -> None:
    chamber = spoken_on()
    chamber.do("raise-point")
    chamber.do("withdraw-point", mistaken=True)
    chamber.do("raise-point", delegation="Nigeria")
    chamber.do("withdraw-point")
    chamber.do("raise-point", delegation="Niger")
    chamber.do("rule-point", ruling="noted")
    found = course_of(chamber).points
    assert [(one.delegation, one.withdrawn) for one in found] == [("NGA", True), ("NER", False)]


def test_motions_lapse_and_are_carried() -> None:
    chamber = spoken_on()
    chamber.do("move-motion", motion="close the debate", delegation="Niger")
    chamber.do("move-motion", motion="adjourn the debate", delegation="Nigeria")
    chamber.do("decide-motion", in_favour=5, against=1)
    found = course_of(chamber).motions
    assert [one.outcome for one in found] == ["lapsed", "carried"]
    assert found[1].vote is not None and found[1].vote.in_favour == 5


def test_drafts_come_before_a_meeting_and_rows_name_what_was_said_and_decided() -> None:
    chamber = Chamber(documents=(DRAFT,))
    chamber.open_floor("2")
    chamber.do("take-up-document", document="L.4")
    chamber.do("count-present", present=7)
    chamber.do("adopt-document")
    chamber.inscribe("Niger")
    chamber.speak(20)
    chamber.do("end-statement")
    course = course_of(chamber)
    assert [(one.number, one.item) for one in course.drafts] == [(1, "2")]
    kinds = {record.seq: record.event.kind for record in chamber.records}
    assert [kinds[row] for row in course.decision_rows] == ["document acted on"]
    assert [kinds[row] for row in course.statement_rows] == ["statement ended"]
    assert course.sittings[0].counts == [7]


def test_an_item_that_was_concluded_and_taken_up_again_is_not_concluded() -> None:
    chamber = spoken_on("2")
    chamber.do("conclude-item", confirm=True)
    assert course_of(chamber).sittings[0].items["2"].concluded
    chamber.do("open-floor", override="a delegation was overlooked")
    assert not course_of(chamber).sittings[0].items["2"].concluded


def test_an_item_that_was_named_anew_is_the_same_item() -> None:
    chamber = spoken_on("1(f)")
    chamber.do("take-up-item", item="2(a)")
    chamber.do("take-up-item", item="2")
    chamber.do("edit-item", item="2(a)", symbol="2(b)")
    assert list(course_of(chamber).sittings[0].items) == ["1(f)", "2(b)", "2"]


def test_a_meeting_that_stood_still_for_the_committee_stands_still_after_it() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("suspend-meeting", reason="lunch")
    chamber.do("convene-committee")
    chamber.do("rise-committee")
    (first, _) = course_of(chamber).sittings
    assert [one.reason for one in first.pauses] == [
        "lunch",
        "for the Committee of the Whole",
        "lunch",
    ]
    assert [one.ended is None for one in first.pauses] == [False, False, True]


def test_a_point_of_order_follows_its_item_that_was_given_another_symbol_once() -> None:
    """Journals of before have such: its symbol stays now."""
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("take-up-item", item="2")
    chamber.do("raise-point", delegation="NGA")
    chamber.do("rule-point", ruling="No")
    chamber.do("take-up-item", item="1(f)")
    chamber.do("raise-point", delegation="NER")
    edited = ItemEdited(at=chamber.clock.now(), item="2", symbol="9", title="Review")
    chamber.record(edited)
    course = course_of(chamber)
    assert [one.item for one in course.points] == ["9", "1(f)"]
    assert list(course.sittings[0].items) == ["9", "1(f)"]
