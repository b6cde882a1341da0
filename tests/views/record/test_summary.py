"""The summary of a meeting for the Journal."""

from __future__ import annotations

from plenary_tui.views.record.scope import Scope
from plenary_tui.views.record.summary import summary
from tests.chamber import Chamber
from tests.views.record.recorded import record_of, speak, spoken_on
from tests.views.record.test_report import paragraphs


def test_a_meeting_from_its_call_to_order_to_its_rising() -> None:
    chamber = spoken_on("1(f)", "Niger")
    chamber.do("suspend-meeting", reason="lunch")
    chamber.clock.advance(600)
    chamber.do("resume-meeting")
    chamber.do("count-present", present=7)
    speak(chamber, "Nigeria")
    chamber.do("adjourn-meeting")
    sheet = summary(record_of(chamber, Scope(meeting=1)))
    assert sheet.draft
    assert paragraphs(sheet) == [
        "The meeting was called to order at 10 a.m. and rose at 10.17 a.m. It was suspended from "
        "10.03 a.m. to 10.13 a.m. (lunch). The meeting was presided over by the President, Ms. "
        "Sample President. 7 parties were counted as present.",
        "A representative of the Secretariat made an introductory statement.",
        "Statements were made by the representatives of the Niger and Nigeria.",
        "The Conference will continue its consideration of item 1(f).",
    ]


def test_row_05_the_committee_reports_and_an_open_meeting_has_not_risen() -> None:
    chamber = spoken_on("2")
    chamber.do("convene-committee")
    chamber.do("rise-committee")
    chamber.do("report-committee", text="It recommends nothing")
    chamber.do("conclude-item", confirm=True)
    texts = paragraphs(summary(record_of(chamber)))
    assert (
        "it has not risen. It was suspended from 10 a.m. to 10 a.m. for the Committee" in texts[0]
    )
    assert (
        texts[1] == "The Committee of the Whole reported to the Conference: It recommends nothing."
    )
    assert "The Conference concluded its consideration of item 2." in texts


def test_what_belongs_to_no_item_is_said_before_the_items() -> None:
    chamber = spoken_on()
    chamber.do("undo")
    for _ in range(3):
        chamber.do("undo")
    chamber.do("give-floor", to="president")
    chamber.do("start-clock")
    chamber.do("end-statement")
    chamber.do("take-up-item", item="2")
    texts = paragraphs(summary(record_of(chamber)))
    assert texts[1] == "The President made a statement."


def at_the_next_meeting() -> Chamber:
    """A chamber that concluded an item, and whose President speaks at its next meeting."""
    chamber = spoken_on("2", "Niger")
    chamber.do("conclude-item", confirm=True)
    chamber.do("adjourn-meeting")
    chamber.open_meeting(hour=15)
    chamber.do("give-floor", to="president")
    chamber.do("start-clock")
    chamber.do("end-statement")
    return chamber


def test_an_item_that_an_earlier_meeting_concluded_does_not_go_on() -> None:
    chamber = at_the_next_meeting()
    chamber.do("take-up-item", item="1(f)")
    chamber.do("adjourn-meeting")
    texts = paragraphs(summary(record_of(chamber)))
    assert [one for one in texts if "consideration" in one] == [
        "The Conference concluded its consideration of item 2.",
        "The Conference will continue its consideration of item 1(f).",
    ]


def test_an_item_goes_on_that_is_opened_again_and_can_be_concluded_again() -> None:
    chamber = at_the_next_meeting()
    chamber.do("open-floor", override="asked by the President")
    chamber.do("adjourn-meeting")
    again = "The Conference will continue its consideration of item 2."
    assert paragraphs(summary(record_of(chamber)))[-1] == again
    chamber.open_meeting(15)
    chamber.do("conclude-item", confirm=True)
    chamber.do("adjourn-meeting")
    last = "The Conference concluded its consideration of item 2."
    assert paragraphs(summary(record_of(chamber)))[-1] == last


def test_an_item_goes_on_at_the_meeting_after_the_one_that_opened_it_again() -> None:
    chamber = at_the_next_meeting()
    chamber.do("open-floor", override="asked by the President")
    chamber.do("adjourn-meeting")
    chamber.open_meeting(15)
    speak(chamber, "Nigeria", override="asked by the President")
    open_still = paragraphs(summary(record_of(chamber, Scope(meeting=3))))
    assert not [one for one in open_still if "consideration" in one], "it has not risen"
    chamber.do("adjourn-meeting")
    risen = paragraphs(summary(record_of(chamber, Scope(meeting=3))))
    assert risen[-1] == "The Conference will continue its consideration of item 2."
