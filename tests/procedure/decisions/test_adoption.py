"""Action on drafts: consensus first, else two thirds of those voting (row 34)."""

from __future__ import annotations

from typing import Any

import pytest

from plenary_tui.procedure.ground.drafts import final_decision, find_document, pending_draft
from plenary_tui.procedure.state.conference import Document
from plenary_tui.procedure.state.vocabulary import Body, Language, Outcome
from tests.chamber import Chamber

DRAFTS = (
    Document("On cooperation", "L.4", item="2", languages=tuple(Language), status="published"),
    Document("On cooperation", "L.5", item="2", languages=tuple(Language), status="published"),
    Document("On fraud", "L.6", item="2(a)", languages=(Language.ENGLISH,)),
    Document("A decision", kind="decision", languages=tuple(Language), status="published"),
)


@pytest.fixture
def chamber() -> Chamber:
    """Item 2 is considered; L.4 and L.5 come under it and are published."""
    chamber = Chamber(documents=DRAFTS)
    chamber.open_floor("2")
    return chamber


def said(chamber: Chamber, act: str, **fields: Any) -> str:
    before = chamber.conference
    return chamber.do(act, **fields)[-1].sentence(before)


def outcomes(chamber: Chamber) -> list[tuple[int, Outcome]]:
    return [(one.document, one.outcome) for one in chamber.conference.decisions]


def test_row_34_a_draft_is_taken_up_and_adopted_without_a_vote(chamber: Chamber) -> None:
    assert said(chamber, "take-up-document", document="L.4") == (
        "L.4, On cooperation, was taken up under item 2."
    )
    assert said(chamber, "adopt-document") == "L.4 was adopted without a vote."
    assert outcomes(chamber) == [(1, Outcome.ADOPTED)]
    assert pending_draft(chamber.conference) is None
    assert final_decision(chamber.conference, find_document(chamber.conference, "L.5")) is None


def test_row_34_as_orally_revised(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.4")
    assert said(chamber, "adopt-document", orally_revised=True) == (
        "L.4 was adopted, as orally revised, without a vote."
    )


@pytest.mark.parametrize(
    ("votes", "majority", "adopted"),
    [
        ((4, 2, 2), "two thirds", True),
        ((3, 2, 3), "two thirds", False),
        ((5, 3, 0), "two thirds", False),
        ((2, 1, 5), "two thirds", True),
        ((5, 3, 0), "simple", True),
        ((4, 4, 0), "simple", False),
        ((3, 3, 2), "two thirds", False),
        ((0, 5, 3), "two thirds", False),
        ((1, 0, 7), "simple", True),
    ],
)
def test_row_34_the_numbers_decide(
    chamber: Chamber, votes: tuple[int, int, int], majority: str, adopted: bool
) -> None:
    chamber.do("take-up-document", document="L.4")
    in_favour, against, abstaining = votes
    words = said(
        chamber,
        "vote-document",
        in_favour=in_favour,
        against=against,
        abstaining=abstaining,
        majority=majority,
    )
    outcome = Outcome.ADOPTED if adopted else Outcome.REJECTED
    assert outcomes(chamber) == [(1, outcome)]
    assert words.startswith(f"L.4 was {outcome} by {in_favour} in favour, {against} against")


def test_row_34_and_25_a_vote_of_too_few_parties_is_overruled_or_refused(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.4")
    refusal = chamber.refused("vote-document", in_favour=3, against=1)
    assert refusal.why == (
        "4 parties took part in the vote; a decision needs 5 present, and nobody has counted."
    )
    assert refusal.remedy == "override"
    chamber.do("vote-document", in_favour=3, against=1, override="six were counted in the room")
    assert outcomes(chamber) == [(1, Outcome.ADOPTED)]


def test_row_34_only_the_draft_before_the_meeting_is_acted_on(chamber: Chamber) -> None:
    for act in ("adopt-document", "vote-document", "defer-document"):
        assert "No draft is before the meeting" in chamber.refused(act).why
        refusal = chamber.refused(act, document="L.4")
        assert refusal.why == "L.4 is not before the meeting."
        assert "take-up-document" in refusal.instead
    chamber.do("take-up-document", document="L.4")
    assert "L.5 is not before" in chamber.refused("adopt-document", document="L.5").why
    assert chamber.refused("take-up-document", document="L.5").why == "L.4 is before the meeting."


def test_row_34_a_draft_is_taken_up_under_its_item(chamber: Chamber) -> None:
    refusal = chamber.refused("take-up-document", document="L.6")
    assert refusal.why == "L.6 comes under item 2(a); the current item is 2."
    chamber.do("take-up-document", document="4")
    assert find_document(chamber.conference, "4").item == "2", "one without an item gets this one"
    chamber.do("take-up-item", item="2(a)")
    assert pending_draft(chamber.conference) is None
    chamber.do("take-up-item", item="2")
    assert pending_draft(chamber.conference) is find_document(chamber.conference, "4")


def test_row_34_not_before_a_meeting_nor_during_a_point_of_order(chamber: Chamber) -> None:
    chamber.do("raise-point", delegation="Niger")
    assert "point of order" in chamber.refused("take-up-document", document="L.4").why
    chamber.do("rule-point", ruling="Upheld")
    chamber.do("take-up-document", document="L.4")
    chamber.do("suspend-meeting")
    assert "suspended" in chamber.refused("adopt-document").why


def test_row_34_what_was_decided_is_not_decided_again(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.4")
    chamber.do("adopt-document")
    for act, fields in (
        ("take-up-document", {}),
        ("adopt-document", {}),
        ("withdraw-document", {}),
        ("revise-document", {}),
        ("add-sponsor", {"delegation": "Niger"}),
    ):
        refusal = chamber.refused(act, document="L.4", **fields)
        assert refusal.why == "L.4 was adopted already." and "undo" in refusal.instead
    chamber.do("undo")
    assert pending_draft(chamber.conference) is not None
    chamber.do("vote-document", in_favour=1, against=5)
    assert outcomes(chamber) == [(1, Outcome.REJECTED)]


def test_row_34_deferred_and_taken_up_again(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.4")
    assert said(chamber, "defer-document", reason="to Friday") == "L.4 was deferred (to Friday)."
    chamber.do("take-up-document", document="L.4")
    chamber.do("adopt-document")
    assert outcomes(chamber) == [(1, Outcome.DEFERRED), (1, Outcome.ADOPTED)]


def test_row_34_withdrawn_by_its_sponsors_also_before_it_is_taken_up(chamber: Chamber) -> None:
    assert said(chamber, "withdraw-document", document="L.5") == "L.5 was withdrawn."
    assert "withdrawn already" in chamber.refused("take-up-document", document="L.5").why
    chamber.do("take-up-document", document="L.4")
    chamber.do("withdraw-document")
    assert pending_draft(chamber.conference) is None


def test_row_34_and_8_an_unpublished_draft_needs_a_reason_to_be_adopted(chamber: Chamber) -> None:
    chamber.do("take-up-item", item="2(a)")
    chamber.do("take-up-document", document="L.6")
    refusal = chamber.refused("adopt-document")
    assert refusal.why.startswith("L.6 is not published yet; Arabic, ")
    assert refusal.remedy == "override"
    overruled, _ = chamber.do("adopt-document", override="with no objection")
    assert overruled.kind == "overruled"


def test_row_34_and_5_the_committee_acts_first_and_the_plenary_after_it(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.5")
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2(a)")
    assert pending_draft(chamber.conference) is None, "the plenary's draft is the plenary's"
    chamber.do("take-up-document", document="L.6")
    assert said(chamber, "adopt-document") == (
        "L.6 was adopted without a vote in the Committee of the Whole."
    )
    assert "has acted on L.6 already" in chamber.refused("take-up-document", document="L.6").why
    chamber.do("rise-committee")
    assert pending_draft(chamber.conference) is find_document(chamber.conference, "L.5")
    chamber.do("adopt-document")
    chamber.do("take-up-item", item="2(a)")
    chamber.do("take-up-document", document="L.6")
    chamber.do("adopt-document", override="with no objection")
    assert [(one.document, one.body) for one in chamber.conference.decisions] == [
        (3, Body.COMMITTEE),
        (2, Body.PLENARY),
        (3, Body.PLENARY),
    ]
    assert chamber.replayed() == chamber.conference


def test_row_34_a_draft_deferred_and_revised_is_acted_on_in_its_new_text(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.4")
    chamber.do("defer-document", reason="for consultations")
    chamber.do("revise-document", document="L.4")
    chamber.do("take-up-document", document="L.4")
    chamber.do("vote-document", in_favour=6, against=1, abstaining=1, override="in English only")
    assert [(one.revision, one.outcome) for one in chamber.conference.decisions] == [
        (0, Outcome.DEFERRED),
        (1, Outcome.ADOPTED),
    ]


def test_row_34_an_item_is_not_concluded_by_accident_while_a_draft_waits(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.4")
    refusal = chamber.refused("conclude-item")
    assert refusal.why == "L.4 is before the meeting, and no action was taken on it."
    assert refusal.remedy == "confirm"
    chamber.do("conclude-item", confirm=True)


def test_row_25_a_decision_needs_the_majority_that_was_counted(chamber: Chamber) -> None:
    chamber.do("take-up-document", document="L.4")
    chamber.do("count-present", present=2)
    refusal = chamber.refused("adopt-document")
    assert "2 parties were counted as present" in refusal.why and refusal.remedy == "override"
    assert refusal.why == chamber.refused("vote-document", in_favour=7, against=0).why
    chamber.do("adopt-document", override="no objection")
    assert chamber.conference.decisions[-1].outcome is Outcome.ADOPTED


@pytest.mark.parametrize(
    ("act", "fields"),
    [("adopt-document", {}), ("vote-document", {"in_favour": 5}), ("defer-document", {})],
)
def test_row_34_and_33_no_action_on_a_draft_before_a_motion_is_decided(
    chamber: Chamber, act: str, fields: dict[str, Any]
) -> None:
    chamber.do("take-up-document", document="L.4")
    chamber.do("move-motion", motion="adjourn-debate", delegation="Niger")
    refusal = chamber.refused(act, **fields)
    assert refusal.why == (
        "Niger has moved to adjourn the debate on item 2, which is decided first."
    )


def test_row_34_and_33_no_draft_is_taken_up_before_a_motion_is_decided(chamber: Chamber) -> None:
    chamber.do("move-motion", motion="suspend-meeting", delegation="Niger")
    assert "decided first" in chamber.refused("take-up-document", document="L.4").why


def test_row_34_and_25_more_votes_than_parties_present_are_questioned(chamber: Chamber) -> None:
    chamber.do("count-present", present=6)
    chamber.do("take-up-document", document="L.4")
    refusal = chamber.refused("vote-document", in_favour=5, against=1, abstaining=1)
    assert refusal.why == "7 votes were counted, and 6 parties were counted as present."
    assert "Count again" in refusal.instead
    assert said(chamber, "vote-document", in_favour=5, against=1).startswith("L.4 was adopted")
