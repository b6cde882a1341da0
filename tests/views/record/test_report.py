"""Paragraphs for the report, item by item, numbered through, and marked as a draft."""

from __future__ import annotations

from plenary_tui.views.record.report import report
from plenary_tui.views.record.scope import Scope
from plenary_tui.views.record.sheet import Heading, Paragraph, Sheet
from plenary_tui.views.record.summary import summary
from tests.chamber import Chamber
from tests.views.record.recorded import record_of, speak, spoken_on


def paragraphs(sheet: Sheet) -> list[str]:
    """The paragraphs of a form."""
    return [one.text for one in sheet.blocks if isinstance(one, Paragraph)]


def test_an_item_over_two_meetings_is_one_chapter() -> None:
    chamber = spoken_on("1(f)", "Niger")
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    speak(chamber, "Nigeria", override="it was overlooked")
    sheet = report(record_of(chamber, Scope(item="1(f)")))
    assert sheet.draft
    assert paragraphs(sheet) == [
        "At its 1st and 2nd meetings, on 14 October 2024, the Conference considered item 1(f), "
        "“General discussion”.",
        "The meetings were presided over by the President, Ms. Sample President.",
        "A representative of the Secretariat made an introductory statement.",
        "Statements were made by the representatives of the Niger and Nigeria.",
    ]
    assert [one.number for one in sheet.blocks if isinstance(one, Paragraph)] == [1, 2, 3, 4]


def test_row_04_what_the_committee_did_stands_before_the_action_of_the_conference() -> None:
    chamber = spoken_on("2")
    chamber.do("count-present", present=7)
    chamber.do("convene-committee")
    for act in ("take-up-item", "introduce-item", "secretariat-statement", "open-floor"):
        chamber.do(act, **({"item": "2"} if act == "take-up-item" else {}))
    chamber.do("take-up-document", document="L.4")
    chamber.do("adopt-document")
    chamber.do("rise-committee")
    chamber.do("take-up-document", document="L.4")
    chamber.do("adopt-document")
    texts = paragraphs(report(record_of(chamber, Scope(item="2"))))
    assert texts[2] == (
        "For its consideration of item 2, the Conference had before it the following document: "
        "On cooperation (L.4)."
    )
    begins = [text.partition(",")[0] for text in texts]
    assert begins[-4:] == [
        "At its 1st sitting",
        "A representative of the Secretariat made an introductory statement.",
        "At its 1st sitting",
        "At its 1st meeting",
    ]
    assert "the Committee of the Whole approved draft resolution L.4" in texts[-2]
    assert "the Conference adopted draft resolution L.4" in texts[-1]


def test_items_stand_in_the_order_of_their_numbers() -> None:
    chamber = spoken_on("2")
    chamber.do("take-up-item", item="1(f)")
    heads = [one.text for one in report(record_of(chamber)).blocks if isinstance(one, Heading)]
    assert heads == ["Item 1(f). General discussion", "Item 2. Review of the implementation",
                     "Attendance"]  # fmt: skip


def test_a_draft_that_was_withdrawn_while_its_item_was_not_considered_is_not_lost() -> None:
    chamber = spoken_on("1(f)", "Niger")
    chamber.do("withdraw-document", document="L.4")
    record = record_of(chamber, Scope(meeting=1))
    said = (
        "Draft resolution L.4, entitled “On cooperation”, sponsored by Niger and Nigeria, was "
        "withdrawn by its sponsors."
    )
    assert paragraphs(report(record))[-1] == said
    assert said in paragraphs(summary(record))


def test_attendance_is_registration_and_says_so() -> None:
    texts = paragraphs(report(record_of(spoken_on())))
    assert "The following signatories were registered: Iran (Islamic Republic of)." in texts
    assert "the journal does not know who was present" in texts[-1]
    assert not any("Palau" in text for text in texts), "it is not registered"


def test_where_no_item_was_taken_up_the_report_says_that() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    assert paragraphs(report(record_of(chamber, Scope(meeting=1)))) == ["No item was considered."]


def presided_over(chamber: Chamber) -> list[str]:
    """What the report says of who presided."""
    texts = paragraphs(report(record_of(chamber, Scope(item="1(f)"))))
    return [text for text in texts if "presided" in text]


def test_whoever_took_the_chair_is_named_with_the_meetings() -> None:
    chamber = spoken_on("1(f)", "Niger")
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    chamber.do("preside", name="Mr. Vise")
    chamber.do("preside", name="Mr. Vice")
    speak(chamber, "Nigeria", override="it was overlooked")
    assert presided_over(chamber) == [
        "The 1st meeting was presided over by the President, Ms. Sample President, and the 2nd by "
        "the Vice-President, Mr. Vice."
    ], "who presided from the opening is corrected, and then presided over all of it"
    chamber.do("preside")
    assert presided_over(chamber)[0].endswith(
        "the 2nd by the Vice-President, Mr. Vice, and for part of it by the President, Ms. Sample "
        "President."
    )


def test_who_presided_is_recorded_after_the_meeting_for_all_of_it() -> None:
    chamber = spoken_on("1(f)", "Niger")
    chamber.do("preside", name="Mr. Other")
    chamber.do("adjourn-meeting")
    chamber.do("preside", name="Mr. Vice", meeting=1)
    assert presided_over(chamber) == [
        "The meeting was presided over by the Vice-President, Mr. Vice."
    ]


def test_the_chair_of_the_committee_is_named_once_it_is_known() -> None:
    chamber = spoken_on("1(f)")
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="1(f)")
    assert len(presided_over(chamber)) == 1
    chamber.do("preside", name="Ms. Chair")
    chamber.do("open-floor")
    chamber.do("rise-committee")
    assert presided_over(chamber)[1] == "The sitting was presided over by the Chair, Ms. Chair."


def test_who_spoke_for_no_delegation_is_named_by_function() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("take-up-item", item="1(f)")
    chamber.do("introduce-item")
    chamber.do("secretariat-statement", name="Ada", function="Chief of the Branch")
    for to, name, function in (
        ("rapporteur", "Bob", ""),
        ("chair", "", "Chair of the Bureau"),
        ("guest", "Ms. Guest", "Executive Director"),
    ):
        chamber.do("give-floor", to=to, name=name, function=function)
        chamber.do("start-clock")
        chamber.do("end-statement")
    assert paragraphs(report(record_of(chamber, Scope(item="1(f)"))))[-4:] == [
        "The Chief of the Branch made an introductory statement.",
        "A statement was made by the Rapporteur, Bob.",
        "A statement was made by the Chair of the Bureau.",
        "A statement was made by Ms. Guest, Executive Director.",
    ]


def voted_by_name() -> Chamber:
    """An appeal, a motion on an item and one on the meeting, each voted on by name."""
    chamber = spoken_on("2", "Niger")
    chamber.do("count-present", present=7)
    chamber.do("raise-point", delegation="TUR")
    sides = {"voted_for": "Türkiye", "opposed": "Niger, Guinea", "abstained": "Nigeria"}
    chamber.do("rule-point", ruling="No", appeal="TUR", **sides)
    chamber.do("move-motion", motion="close-debate", delegation="NGA")
    chamber.do("decide-motion", voted_for="Niger, Guinea", opposed="Türkiye", abstained="Nigeria")
    chamber.do("move-motion", motion="suspend-meeting", delegation="NER")
    chamber.do("decide-motion", voted_for="Niger", opposed="Türkiye, Guinea")
    return chamber


def test_row_33_of_motions_and_appeals_too_it_says_who_voted_how() -> None:
    chamber = voted_by_name()
    sheet = report(record_of(chamber))
    appealed, by_whom, moved, by_names = paragraphs(sheet)[5:9]
    assert appealed == (
        "An appeal by the representative of Türkiye against the ruling on a point of order was "
        "rejected, by a recorded vote of 1 to 2, with 1 abstention, and the ruling stood."
    )
    assert by_whom == (
        "The voting was as follows. In favour: Türkiye. Against: Guinea, Niger. Abstaining: "
        "Nigeria."
    )
    assert moved.endswith("by a recorded vote of 2 to 1, with 1 abstention.")
    assert by_names == (
        "The voting was as follows. In favour: Guinea, Niger. Against: Türkiye. Abstaining: "
        "Nigeria."
    )
    begins = sheet.blocks.index(Heading(text="Other motions and appeals"))
    assert paragraphs(sheet)[9:11] == [
        "A motion by the representative of the Niger to suspend the meeting was rejected by a "
        "recorded vote of 1 to 2, with no abstentions.",
        "The voting was as follows. In favour: Niger. Against: Guinea, Türkiye. Abstaining: none.",
    ]
    assert isinstance(one := sheet.blocks[begins + 1], Paragraph) and one.number == 10
    texts = paragraphs(summary(record_of(chamber)))
    assert appealed in texts and moved in texts


def test_an_appeal_that_is_carried_overrules_and_without_names_none_are_said() -> None:
    chamber = spoken_on("2", "Niger")
    chamber.do("count-present", present=7)
    chamber.do("raise-point", delegation="TUR")
    chamber.do("rule-point", ruling="No", appeal="NER", in_favour=4, against=1)
    assert paragraphs(report(record_of(chamber)))[5:6] == [
        "An appeal by the representative of the Niger against the ruling on a point of order was "
        "carried, by a vote of 4 to 1, with no abstentions, and the ruling was overruled."
    ]
    assert not any("voting was" in one for one in paragraphs(report(record_of(chamber))))
