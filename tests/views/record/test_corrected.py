"""What was corrected afterwards stands corrected, and is told under a heading of its own."""

from __future__ import annotations

from plenary_tui.exchange.tongues import tongue_of
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.corrected import correction_blocks
from plenary_tui.views.record.delivered import delivered
from plenary_tui.views.record.lacking import lacking
from plenary_tui.views.record.report import report
from plenary_tui.views.record.scope import Scope
from plenary_tui.views.record.sheet import Block, Paragraph, Table
from tests.chamber import Chamber
from tests.views.record.recorded import record_of, spoken_on


def texts(blocks: list[Block] | tuple[Block, ...]) -> list[str]:
    return [one.text for one in blocks if isinstance(one, Paragraph)]


def test_a_statement_stands_corrected_and_both_are_told() -> None:
    chamber = spoken_on("1(f)", "Niger", speaker="Ada")
    chamber.do("end-statement") if chamber.conference.floor else None
    assert correction_blocks(record_of(chamber)) == []
    chamber.do("correct-statement", number="1", speaker="Bob", language="fr")
    chamber.do("correct-statement", number="1", speaker="Eve")
    record = record_of(chamber)
    assert [one.speaker for one in record.statements] == ["Eve"]
    assert [(one.field, one.was, one.now) for one in record.corrections] == [
        ("speaker", "Ada", "Bob"),
        ("language", "", "French"),
        ("speaker", "Bob", "Eve"),
    ]
    row = record.corrections[0].row
    said = texts(correction_blocks(record))
    assert said[0].startswith("Niger, 14.10. 10:01: speaker “Ada”, corrected to “Bob” on 14.10.")
    assert said[0].endswith(f"(row {row}).")
    assert "language not given, corrected to “French”" in said[1]
    sheet = delivered(record)
    assert said == texts(sheet.blocks)[-3:]
    assert said[0] in texts(lacking(record).blocks)
    (table,) = (one for one in sheet.blocks if isinstance(one, Table))
    assert "Eve" in table.rows[0][-1]
    chamber.do("undo")
    assert [one.now for one in record_of(chamber).corrections] == ["Bob", "French"]


def voted_on() -> Chamber:
    """L.4 was adopted by 4 to 1."""
    chamber = spoken_on("2")
    chamber.do("count-present", present=7)
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", in_favour=4, against=1)
    return chamber


def test_a_vote_stands_corrected_and_both_are_told() -> None:
    chamber = voted_on()
    chamber.do("correct-vote", in_favour=5, against=1)
    record = record_of(chamber)
    (one,) = record.corrections
    assert (one.what, one.of, one.was, one.now) == (
        "vote",
        "L.4",
        "4 in favour, 1 against, 0 abstaining",
        "5 in favour, 1 against, 0 abstaining",
    )  # fmt: skip
    assert any("by a vote of 5 to 1" in text for text in texts(report(record).blocks))


def test_another_outcome_is_told_with_the_numbers() -> None:
    chamber = voted_on()
    chamber.do("correct-vote", in_favour=1, against=4, confirm=True)
    (one,) = record_of(chamber).corrections
    assert one.was.startswith("adopted, 4 in favour") and one.now.startswith("rejected, 1 in")


def test_a_vote_is_called_recorded_only_with_names() -> None:
    chamber = voted_on()
    chamber.do("correct-vote", voted_for="Türkiye, Niger, Guinea, EU", opposed="CIV")
    record = record_of(chamber, Scope(item="2"))
    said = texts(report(record).blocks)
    assert "by a recorded vote of 4 to 1, with no abstentions" in said[-2]
    assert said[-1] == (
        "The voting was as follows. In favour: European Union, Guinea, Niger, Türkiye. "
        "Against: Côte d\u2019Ivoire. Abstaining: none."
    )
    (one,) = record.corrections
    assert (one.was, one.now) == ("not by name", "by name")


def recounted() -> Chamber:
    """A motion and an appeal were voted on and corrected; the appeal carries since."""
    chamber = spoken_on("2", "Niger")
    chamber.do("count-present", present=7)
    chamber.do("raise-point", delegation="TUR")
    chamber.do("rule-point", ruling="No", appeal="TUR", in_favour=1, against=2)
    chamber.do("move-motion", motion="close-debate", delegation="NGA")
    chamber.do("decide-motion", in_favour=1, against=2)
    chamber.do("correct-vote", motion="close-debate", in_favour=1, against=3)
    chamber.do("correct-vote", appeal="TUR", in_favour=3, against=2, confirm=True)
    return chamber


def test_votes_on_motions_and_appeals_stand_corrected_too() -> None:
    record = record_of(recounted())
    (motion,), (point,) = record.motions, record.points
    assert motion.vote is not None and motion.vote.against == 3 and motion.outcome == "rejected"
    assert point.appeal_vote is not None and point.appeal_vote.in_favour == 3 and point.overturned
    assert [(one.what, one.of, one.was, one.now) for one in record.corrections] == [
        (
            "vote",
            "motion of Nigeria to close the debate on item 2",
            "1 in favour, 2 against, 0 abstaining",
            "1 in favour, 3 against, 0 abstaining",
        ),
        (
            "vote",
            "appeal of Türkiye",
            "stands, 1 in favour, 2 against, 0 abstaining",
            "overturned, 3 in favour, 2 against, 0 abstaining",
        ),
    ]


def test_in_another_language_a_corrected_motion_or_appeal_is_named_in_it() -> None:
    chamber = recounted()
    chamber.do("correct-vote", motion="close-debate", in_favour=4, against=3, confirm=True)
    record = record_of(chamber)
    moved, appealed, turned = texts(correction_blocks(record, tongue_of(Language.FRENCH)))
    assert moved.startswith("Motion : Nigeria (clôture du débat) (Point 2), ")
    assert appealed.startswith("Appel : Türkiye, ")
    assert "décision maintenue (pour : 1 ; contre : 2" in appealed
    assert "décision annulée (pour : 3 ; contre : 2" in appealed
    assert "motion rejetée (pour : 1" in turned and "motion adoptée (pour : 4" in turned


def test_in_another_language_a_draft_and_who_speaks_for_none_are_named_in_it() -> None:
    chamber = voted_on()
    chamber.do("give-floor", to="president")
    chamber.do("end-statement")
    chamber.do("correct-vote", in_favour=1, against=4, confirm=True)
    chamber.do("correct-statement", speaker="Ada Silva")
    said = texts(correction_blocks(record_of(chamber), tongue_of(Language.FRENCH)))
    assert said[0].startswith("Projet de résolution L.4, ") and "adopté (pour : 4" in said[0]
    assert said[1].startswith("Présidence, ")


def test_who_voted_otherwise_is_told_by_name_also_where_the_numbers_stay() -> None:
    chamber = voted_on()
    chamber.do("correct-vote", voted_for="Türkiye, Niger, Guinea, EU", opposed="CIV")
    chamber.do("correct-vote", voted_for="CIV", opposed="Niger")
    chamber.do("correct-vote", did_not_vote="Niger", abstained="Guinea", confirm=True)
    chamber.do("correct-vote", in_favour=3, against=0, abstaining=1, confirm=True)
    record = record_of(chamber)
    four, three = "4 in favour, 1 against, 0", "3 in favour, 0 against, 1"
    assert [(one.whose, one.was, one.now) for one in record.corrections] == [
        (None, "not by name", "by name"),
        ("Côte d\u2019Ivoire", "against", "in favour"),
        ("Niger", "in favour", "against"),
        (None, f"{four} abstaining", f"{three} abstaining"),
        ("Guinea", "in favour", "abstaining"),
        ("Niger", "against", "did not vote"),
        (None, "by name", "not by name"),
    ]
    said = texts(correction_blocks(record))
    assert ": vote of Niger “in favour”, corrected to “against” on " in said[2]
    french = texts(correction_blocks(record, tongue_of(Language.FRENCH)))
    assert "vote (Niger). Avant : pour. Maintenant : contre." in french[2]
    assert "Maintenant : n'a pas voté." in french[5].replace("\u2019", "'")


def test_so_it_is_of_motions_and_appeals() -> None:
    chamber = recounted()
    names = {"voted_for": "Niger", "opposed": "TUR, CIV, Guinea"}
    chamber.do("correct-vote", motion="close-debate", **names)
    chamber.do("correct-vote", motion="close-debate", voted_for="TUR", opposed="Niger")
    chamber.do("correct-vote", appeal="TUR", voted_for="Niger, CIV, TUR", opposed="GBR, GIN")
    chamber.do("correct-vote", appeal="TUR", opposed="CIV", confirm=True)
    found = [(one.by, one.whose, one.now) for one in record_of(chamber).corrections][2:]
    assert found == [
        ("Nigeria", None, "by name"),
        ("Nigeria", "Niger", "against"),
        ("Nigeria", "Türkiye", "in favour"),
        ("Türkiye", None, "by name"),
        ("Türkiye", None, "stands, 2 in favour, 3 against, 0 abstaining"),
        ("Türkiye", "Côte d\u2019Ivoire", "against"),
    ]


def test_a_speaker_who_is_corrected_with_a_form_of_address_has_it_once() -> None:
    chamber = spoken_on("1(f)", "Niger", speaker="A. Sample", address="Mr.")
    chamber.do("correct-statement", number="1", speaker="Ms. B. Sample")
    assert [one.speaker for one in record_of(chamber).statements] == ["Ms. B. Sample"]
