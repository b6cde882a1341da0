"""Who spoke, on what motions were decided and on which drafts, in the sentences of a report."""

from __future__ import annotations

import pytest

from plenary_tui.views.record.statements import (
    decision_sentence,
    motion_sentence,
    replies,
    who_spoke,
)
from tests.views.record.recorded import record_of, speak, spoken_on


def said(*delegations: str) -> list[str]:
    """The sentences on who spoke."""
    return list(who_spoke(record_of(spoken_on("1(f)", *delegations)).statements, secretariat=False))


def test_one_party() -> None:
    assert said("Niger") == ["A statement was made by the representative of the Niger."]


def test_three_stand_in_the_sentence_and_more_as_a_list() -> None:
    assert said("Nigeria", "Niger", "Guinea") == [
        "Statements were made by the representatives of Guinea, the Niger and Nigeria."
    ]
    assert said("Nigeria", "Niger", "Guinea", "Côte d'Ivoire") == [
        "Statements were made by the representatives of the following parties: "
        "Côte d\u2019Ivoire, Guinea, Niger and Nigeria."
    ]


def test_class_by_class() -> None:
    assert said("Niger", "Iran (Islamic Republic of)", "Tuvalu", "UNIDROIT", "Sample Watch") == [
        "A statement was made by the representative of the Niger.",
        "A statement was also made by the representative of Iran (Islamic Republic of).",
        "A statement was also made by the observer for Tuvalu.",
        "A statement was also made by the observer for Institute for the Unification of Private "
        "Law.",
        "A statement was also made by the observer for Sample Watch.",
    ]


def test_row_31_groups_come_before_all_others() -> None:
    chamber = spoken_on("1(f)", "Niger")
    speak(chamber, "Nigeria", on_behalf_of="the African Group")
    assert list(who_spoke(record_of(chamber).statements, secretariat=True)) == [
        "A representative of the Secretariat made an introductory statement.",
        "A statement was made by the representative of Nigeria, on behalf of the African Group.",
        "A statement was also made by the representative of the Niger.",
    ]
    speak(chamber, "European Union", on_behalf_of="EU")
    assert (
        "Statements were made by the representatives of the European Union (on behalf of the "
        "European Union and its member States) and Nigeria (on behalf of the African Group)."
    ) in list(who_spoke(record_of(chamber).statements, secretariat=False))


def test_row_22_a_video_statement_is_said_to_be_one() -> None:
    chamber = spoken_on("1(f)", "Niger", delivery="video", rank="minister")
    assert list(who_spoke(record_of(chamber).statements, secretariat=False)) == [
        "A statement was made by the representative of the Niger (video statement)."
    ]


def test_whoever_spoke_for_groups_is_named_with_each_of_them_and_that_it_was_a_video() -> None:
    chamber = spoken_on(
        "1(f)", "Niger", delivery="video", rank="minister", on_behalf_of="the African Group"
    )
    said = "A statement was made by the representative of the Niger, on behalf of the African Group"
    assert list(who_spoke(record_of(chamber).statements, secretariat=False)) == [
        f"{said} (video statement)."
    ]
    speak(chamber, "Niger", on_behalf_of="Group of 77 and China", override="a")
    both = "on behalf of the African Group and on behalf of the Group of 77 and China"
    assert list(who_spoke(record_of(chamber).statements, secretariat=False)) == [
        f"Statements were made by the representative of the Niger, {both} (video statement)."
    ]
    speak(chamber, "European Union", on_behalf_of="EU")
    assert list(who_spoke(record_of(chamber).statements, secretariat=False)) == [
        "Statements were made by the representatives of the European Union (on behalf of the "
        f"European Union and its member States) and the Niger ({both}) (video statement)."
    ]


def test_row_27_replies_in_order_of_delivery_and_by_round() -> None:
    chamber = spoken_on("1(f)", "Guinea")
    for delegation in ("Nigeria", "Niger", "Nigeria"):
        chamber.do("request-reply", delegation=delegation)
        chamber.do("grant-reply")
        chamber.do("start-clock")
        chamber.clock.advance(30)
        chamber.do("end-statement")
    assert list(replies(record_of(chamber).statements)) == [
        "Statements in exercise of the right of reply were made by the representatives of Nigeria "
        "and the Niger.",
        "A 2nd statement in exercise of the right of reply was made by the representative of "
        "Nigeria.",
    ]


def test_row_33_a_motion_is_carried_by_a_vote_or_without_one() -> None:
    chamber = spoken_on("1(f)")
    for kind, numbers, words in (
        (
            "close the debate",
            {"in_favour": 1, "against": 5},
            "A motion by the representative of the Niger to close the debate on item 1(f) was "
            "rejected by a vote of 1 to 5, with no abstentions.",
        ),
        (
            "suspend the meeting",
            {"confirm": True},
            "On a motion by the representative of the Niger, the Conference decided to suspend "
            "the meeting, without a vote.",
        ),
    ):
        chamber.do("move-motion", motion=kind, delegation="Niger")
        assert motion_sentence(record_of(chamber).motions[-1]) == ""
        chamber.do("decide-motion", **numbers)
        assert motion_sentence(record_of(chamber).motions[-1]) == words


@pytest.mark.parametrize(
    ("act", "fields", "words"),
    [
        (
            "adopt-document",
            {},
            "At its 1st meeting, the Conference adopted draft resolution L.4, entitled “On "
            "cooperation”, sponsored by Niger and Nigeria, without a vote. (For the text, see "
            "chap. I.)",
        ),
        (
            "adopt-document",
            {"orally_revised": True},
            "At its 1st meeting, the Conference adopted draft resolution L.4, as orally revised, "
            "entitled “On cooperation”, sponsored by Niger and Nigeria, without a vote. (For the "
            "text, see chap. I.)",
        ),
        (
            "vote-document",
            {"in_favour": 2, "against": 5, "abstaining": 0},
            "At its 1st meeting, the Conference did not adopt draft resolution L.4, entitled “On "
            "cooperation”, sponsored by Niger and Nigeria, which failed to obtain the required "
            "majority, by a vote of 2 to 5, with no abstentions.",
        ),
        (
            "defer-document",
            {"reason": "for consultations"},
            "At its 1st meeting, the Conference took no action on draft resolution L.4, entitled "
            "“On cooperation”, sponsored by Niger and Nigeria (for consultations).",
        ),
        (
            "withdraw-document",
            {"document": "L.4"},
            "Draft resolution L.4, entitled “On cooperation”, sponsored by Niger and Nigeria, was "
            "withdrawn by its sponsors.",
        ),
    ],
)
def test_row_34_decisions(act: str, fields: dict[str, object], words: str) -> None:
    chamber = spoken_on("2")
    chamber.do("count-present", present=7)
    chamber.do("take-up-document", document="L.4")
    chamber.do(act, **fields)
    (decision,) = record_of(chamber).decisions
    assert decision_sentence(decision, "at its 1st meeting", text=True) == words
