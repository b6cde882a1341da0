"""The President's script for what is taken before the list: points, motions, drafts."""

from __future__ import annotations

import pytest

from tests.views.script.president import President, in_session, state

NIGERIA, NIGER, GUINEA = state("Nigeria"), state("the Niger"), state("Guinea")
VOTE = "Those in favour, please raise your plates. Those against? Abstentions?"


def result(in_favour: int, against: int, abstaining: int = 0) -> str:
    return (
        f"The result of the vote is as follows: {in_favour} in favour, {against} against and "
        f"{abstaining} abstaining."
    )


def test_row_26_a_point_of_order_is_heard_and_ruled_on_at_once() -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    coming = room.says
    room.do("raise-point", delegation="GIN")
    assert room.says == [
        "I apologize for the interruption: a point of order has been raised.",
        f"I give the floor to {GUINEA} on a point of order.",
        f"I thank {GUINEA}. My ruling is as follows.",
    ]
    assert room.otherwise[-1] == VOTE and "appeal" in room.otherwise[0]
    room.do("rule-point", ruling="out of order")
    assert room.says == [f"I invite {NIGERIA} to continue.", *coming]
    assert "out of order" not in " ".join(room.says), "the ruling is the President's own"
    room.clock.advance(31)
    assert room.says == coming


@pytest.mark.parametrize(
    ("in_favour", "outcome"),
    [
        (1, "The appeal is rejected. The ruling stands."),
        (4, "The appeal is carried. The ruling is overturned."),
    ],
)
def test_row_26_the_result_of_an_appeal(in_favour: int, outcome: str) -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    room.do("raise-point", delegation="GIN")
    room.do("rule-point", ruling="out", appeal="GIN", in_favour=in_favour, against=3)
    assert room.says[:3] == [result(in_favour, 3), outcome, f"I invite {NIGERIA} to continue."]
    room.do("call-to-order")
    assert room.says[0] == f"I would kindly ask {NIGERIA} to conclude.", "the newer of the two"


def test_a_point_of_order_while_nobody_speaks_interrupts_nobody() -> None:
    room = in_session("NGA")
    room.do("raise-point", delegation="GIN")
    assert room.says[0] == f"I give the floor to {GUINEA} on a point of order."
    room.do("raise-point", delegation="NER")
    assert "the Niger" not in " ".join(room.says), "in order of receipt"
    room.do("rule-point", ruling="out", appeal="GIN", in_favour=0, against=1)
    assert room.says[0] == f"I give the floor to {NIGER} on a point of order."


def test_row_26_a_plate_that_is_not_read_yet_is_named_to_nobody() -> None:
    room = in_session("NGA", "NER")
    room.do("raise-point")
    assert room.says == ["A point of order has been raised."]
    room.do("name-point", delegation="GIN")
    assert room.says[0] == f"I give the floor to {GUINEA} on a point of order."


def test_row_33_a_motion_is_taken_before_whoever_was_called_begins() -> None:
    room = in_session("NGA", "NER")
    room.do("give-floor")
    called = room.says
    assert called[-1].startswith(f"I now give the floor to {NIGERIA}")
    room.do("move-motion", motion="close-debate", delegation="GIN")
    moved = f"{GUINEA[0].upper()}{GUINEA[1:]} has moved to close the debate."
    assert room.says[0] == moved and VOTE in room.says
    assert "I now give the floor" not in " ".join(room.says), "nobody is called past a motion"
    room.do("decide-motion", in_favour=1, against=2)
    assert room.says[:2] == [result(1, 2), "The motion to close the debate is rejected."]
    assert room.says[-1] == called[-1], "and now the call stands again"


def test_row_33_a_second_motion_follows_the_outcome_of_the_first() -> None:
    room = in_session("NGA", "NER")
    room.do("give-floor")
    room.do("move-motion", motion="close-debate", delegation="GIN")
    room.do("move-motion", motion="suspend-meeting", delegation="NER")
    room.do("decide-motion", in_favour=1, against=2)
    assert room.says[0] == result(1, 2)
    assert room.says[2] == f"{GUINEA[0].upper()}{GUINEA[1:]} has moved to close the debate."


def test_row_33_a_motion_about_the_debate_hears_two_on_each_side() -> None:
    room = in_session("NGA")
    room.do("move-motion", motion="close-debate", delegation="GIN")
    vote = ["I put to the vote the motion to close the debate.", VOTE]
    assert room.says == [
        f"{GUINEA[0].upper()}{GUINEA[1:]} has moved to close the debate.",
        "Two may speak in favour of the motion and two against it. Who wishes to speak in favour? "
        "Who wishes to speak against?",
        *vote,
    ]
    for who, side in (("NGA", "for"), ("NER", "for")):
        room.do("speak-on-motion", delegation=who, side=side)
    against = "Two have spoken in favour of the motion. Who wishes to speak against?"
    assert room.says == [against, *vote]
    for who in ("CIV", "TUR"):
        room.do("speak-on-motion", delegation=who, side="against")
    assert room.says == vote
    room.do("decide-motion", in_favour=2, against=3)
    assert room.says[:2] == [result(2, 3), "The motion to close the debate is rejected."]
    assert room.says[-1] == f"I now give the floor to {NIGERIA}."


def test_row_33_two_against_and_nobody_for() -> None:
    room = in_session("NGA")
    room.do("move-motion", motion="adjourn-debate", delegation="GIN")
    for who in ("CIV", "TUR"):
        room.do("speak-on-motion", delegation=who, side="against")
    assert room.says[0] == "Two have spoken against the motion. Who wishes to speak in favour?"


def test_row_33_the_debate_is_closed_or_adjourned() -> None:
    for motion, ends in (
        ("close-debate", "The debate on agenda item 1(f) is closed."),
        ("adjourn-debate", "The debate on agenda item 1(f) is adjourned."),
    ):
        room = in_session("NGA")
        room.do("move-motion", motion=motion, delegation="GIN")
        room.do("decide-motion", in_favour=3, against=2)
        assert room.says[1].endswith("is carried.") and ends in room.says


def test_row_33_precedence_and_a_motion_that_suspends() -> None:
    room = in_session("NGA")
    room.do("move-motion", motion="close-debate", delegation="GIN")
    room.do("move-motion", motion="suspend-meeting", delegation="NER")
    assert room.says == [
        f"{NIGER[0].upper()}{NIGER[1:]} has moved to suspend the meeting.",
        "This motion has precedence over the motion to close the debate.",
        "The motion is not debated.",
        "I put to the vote the motion to suspend the meeting.",
        VOTE,
    ]
    room.do("decide-motion", confirm=True)
    assert room.says == [
        "I hear no objection. The motion to suspend the meeting is carried.",
        "The 1st plenary meeting is suspended.",
    ]
    room.do("resume-meeting")
    assert room.says[0] == "The 1st plenary meeting is resumed."
    assert "close the debate" in room.says[1]


def test_a_motion_is_taken_once_whoever_speaks_has_ended() -> None:
    room = in_session("NGA")
    room.speak(20)
    room.do("move-motion", motion="adjourn-meeting", delegation="GIN")
    assert room.says[0] == f"I thank {NIGERIA}." and "adjourn the meeting" in room.says[1]
    assert room.script.at_once is False


def with_draft(symbol: str = "L.4", **fields: object) -> President:
    room = in_session(item="2")
    room.do("table-document", title="On fraud", sponsor="NGA", symbol=symbol, item="2", **fields)
    room.do("take-up-document", document=symbol or "1")
    return room


def test_row_34_a_draft_is_adopted_without_objection() -> None:
    room = with_draft()
    assert room.says == [
        "The Conference has before it draft resolution L.4, “On fraud”.",
        "May I take it that the Conference wishes to adopt draft resolution L.4?",
        "I hear no objection. It is so decided.",
    ]
    assert room.otherwise[-1] == VOTE and "as orally revised?" in room.otherwise[0]
    room.do("adopt-document", override="translated tonight")
    assert room.says[0] == "Draft resolution L.4 is adopted."
    room.do("inscribe", delegation="NGA")
    room.speak(10)
    assert "L.4" not in " ".join(room.says)


@pytest.mark.parametrize(
    ("act", "fields", "words"),
    [
        (
            "adopt-document",
            {"orally_revised": True, "override": "late"},
            ["Draft resolution L.4 is adopted, as orally revised."],
        ),
        (
            "vote-document",
            {"in_favour": 5, "against": 2, "abstaining": 1, "override": "late"},
            [result(5, 2, 1), "Draft resolution L.4 is adopted."],
        ),
        (
            "vote-document",
            {"in_favour": 3, "against": 2, "override": "late"},
            [result(3, 2), "Draft resolution L.4 is not adopted."],
        ),
        ("defer-document", {}, ["Action on draft resolution L.4 is deferred."]),
        ("withdraw-document", {}, ["Draft resolution L.4 has been withdrawn."]),
    ],
)
def test_row_34_what_became_of_a_draft(
    act: str, fields: dict[str, object], words: list[str]
) -> None:
    room = with_draft()
    room.do(act, **fields)
    assert room.says[: len(words)] == words


def test_row_6_a_draft_without_a_symbol_is_named_by_its_title() -> None:
    room = with_draft(symbol="", draft="decision")
    assert room.says[0] == ("The Conference has before it the draft decision entitled “On fraud”.")


def test_a_draft_is_taken_once_whoever_speaks_has_ended() -> None:
    room = in_session("NGA", "NER", item="2")
    room.do("table-document", title="On fraud", sponsor="NGA", symbol="L.4", item="2")
    room.speak(20)
    room.do("take-up-document", document="L.4")
    assert room.says[:2] == [
        f"I thank {NIGERIA}.",
        "The Conference has before it draft resolution L.4, “On fraud”.",
    ]
    assert room.otherwise[-1] == f"I now give the floor to {NIGER}."
