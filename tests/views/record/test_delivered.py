"""The list of speakers as delivered, with everything else in its place."""

from __future__ import annotations

from plenary_tui.views.record.delivered import delivered
from plenary_tui.views.record.sheet import Paragraph, Sheet, Table
from tests.chamber import Chamber
from tests.views.record.recorded import record_of, speak, spoken_on


def rows(sheet: Sheet) -> list[tuple[str, ...]]:
    """The rows of all tables of a form."""
    return [row for one in sheet.blocks if isinstance(one, Table) for row in one.rows]


def test_statements_are_numbered_and_others_are_not() -> None:
    chamber = spoken_on("1(f)", "Nigeria", language="French", speaker="Ms. Sample", function="")
    chamber.do("raise-point", delegation="Niger")
    chamber.clock.advance(20)
    chamber.do("rule-point", ruling="upheld", appeal="Guinea", in_favour=1, against=5, abstaining=0)
    chamber.do("request-reply", delegation="Niger")
    chamber.do("grant-reply")
    chamber.do("start-clock")
    chamber.clock.advance(30)
    chamber.do("end-statement")
    speak(chamber, "Niger", 200)
    sheet = delivered(record_of(chamber))
    assert not sheet.draft
    assert rows(sheet) == [
        ("1", "10:01:00", "2:50", "", "fr", "Nigeria", "Ms. Sample"),
        (
            *("", "10:03:50", "", "", "", "Niger (point of order)"),
            "Ruling: upheld. Guinea appealed: the ruling stood (1 for the appeal, 5 against, 0 "
            "abstaining)",
        ),
        ("", "10:04:10", "0:30", "", "", "Niger (right of reply)", ""),
        ("2", "10:05:40", "3:20", "0:20", "", "Niger", "Sample Speaker 1, Director"),
    ]


def test_motions_and_decisions_stand_where_they_came() -> None:
    chamber = spoken_on("2")
    chamber.do("count-present", present=7)
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", in_favour=5, against=1, abstaining=1, orally_revised=True)
    chamber.do("move-motion", motion="close the debate", delegation="Niger")
    chamber.do("withdraw-motion")
    assert [row[5:] for row in rows(delivered(record_of(chamber)))] == [
        ("L.4 (action)", "Adopted as orally revised by a vote of 5 to 1, with 1 abstention"),
        ("Niger (motion)", "To close the debate on item 2: withdrawn"),
    ]


def test_a_point_that_waits_and_one_that_was_withdrawn() -> None:
    chamber = spoken_on()
    chamber.do("raise-point", delegation="Niger")
    chamber.do("withdraw-point")
    chamber.do("raise-point")
    assert [row[5:] for row in rows(delivered(record_of(chamber)))] == [
        ("Niger (point of order)", "Withdrawn"),
        ("A delegation (point of order)", "No ruling yet"),
    ]


def test_each_item_has_a_table_and_a_meeting_without_speakers_says_so() -> None:
    chamber = spoken_on("1(f)", "Niger")
    chamber.do("take-up-item", item="2")
    chamber.do("introduce-item")
    chamber.do("secretariat-statement")
    chamber.do("open-floor")
    speak(chamber, "Niger")
    tables = [one for one in delivered(record_of(chamber)).blocks if isinstance(one, Table)]
    assert [one.caption for one in tables] == [
        "Item 1(f). General discussion",
        "Item 2. Review of the implementation",
    ]
    silent = Chamber()
    silent.open_meeting()
    texts = [one.text for one in delivered(record_of(silent)).blocks if isinstance(one, Paragraph)]
    assert texts[:2] == ["From 10:00:00 on, not yet risen.", "Nobody was heard."]


def test_row_33_a_motion_about_the_meeting_stands_under_the_item_that_it_came_at() -> None:
    chamber = spoken_on("1(f)", "Nigeria")
    chamber.do("move-motion", motion="suspend the meeting", delegation="Niger")
    chamber.do("withdraw-motion")
    chamber.clock.advance(10)
    speak(chamber, "Guinea")
    (table,) = (one for one in delivered(record_of(chamber)).blocks if isinstance(one, Table))
    assert table.caption.startswith("Item 1(f).")
    assert [row[5] for row in table.rows] == ["Nigeria", "Niger (motion)", "Guinea"]
