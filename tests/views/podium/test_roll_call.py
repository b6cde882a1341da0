"""A vote by name as it is keyed in: down the roll, one step back, and to whom letters lead."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.taking_part import parties
from plenary_tui.views.podium.roll_call import RollCall, Said, called
from tests.chamber import Chamber


@pytest.fixture
def roll() -> RollCall:
    return RollCall(called(Chamber().conference))


def whose(roll: RollCall) -> str:
    return roll.roll[roll.at].name


def test_the_registered_parties_are_called_by_the_alphabet() -> None:
    conference = Chamber().conference
    names = [one.name for one in called(conference)]
    assert len(names) == parties(conference) and "INTERPOL" not in names
    assert names.index("Côte d\u2019Ivoire") < names.index("European Union") < names.index("Guinea")
    assert "Palau" not in names, "it is not registered"


def test_each_answer_goes_to_the_next_and_after_the_last_to_the_first(roll: RollCall) -> None:
    first = whose(roll)
    going = roll.says(Said.YES).says(Said.NO).says(Said.ABSTAINS).says(None)
    assert going.at == 4 and going.count(Said.YES) == 1
    count = len(roll.roll)
    assert going.line == f"1 yes, 1 no, 1 abstaining; {count - 3} of {count} did not vote"
    assert whose(roll.goes_to(count - 1).says(Said.YES)) == first


def test_a_step_is_taken_back_with_the_turn_and_what_was_there(roll: RollCall) -> None:
    once = roll.says(Said.YES)
    again = once.goes_to(0).says(Said.NO)
    assert again.votes[roll.roll[0].id] is Said.NO
    assert again.back().votes == once.votes and again.back().at == 0
    assert again.back().back().votes == {} and roll.back() is roll
    assert again.goes_to(3).back().votes == once.votes, "to go elsewhere is no step"
    assert once.goes_to(0).says(None).votes == {}


def test_letters_lead_to_the_name_that_begins_so_else_to_the_likeliest(roll: RollCall) -> None:
    conference = Chamber().conference

    def found(text: str) -> str:
        place = roll.place_of(conference, text)
        return roll.roll[place].name if place is not None else ""

    assert found("gu") == "Guinea" and found("nigeria") == "Nigeria"
    assert found("TUR") == "Türkiye" and found("cote") == "Côte d\u2019Ivoire"
    assert found("  ") == "" and RollCall(()).place_of(conference, "gu") is None


def test_another_roll_keeps_the_votes_of_those_who_are_in_it(roll: RollCall) -> None:
    going = roll.says(Said.YES).says(Said.NO)
    fewer = roll.roll[1:]
    kept = going.among(fewer)
    assert kept.votes == {roll.roll[1].id: Said.NO} and whose(kept) == whose(going)
    assert going.among(roll.roll) is going
    assert RollCall(()).says(Said.YES).votes == {}


def test_it_becomes_the_fields_of_an_act(roll: RollCall) -> None:
    going = roll.says(Said.YES).says(Said.NO).says(Said.YES)
    first, second, third, *_ = (one.id for one in roll.roll)
    assert going.names() == {"voted_for": f"{first}, {third}", "opposed": second, "abstained": ""}


def test_of_a_vote_on_record_only_what_was_keyed_in_differs(roll: RollCall) -> None:
    first, second, third, fourth, *_ = (one.id for one in roll.roll)
    was = {first: Said.YES, second: Said.YES, third: Said.NO}
    now = {first: Said.YES, second: Said.NO, fourth: Said.NO}
    going = RollCall(roll.roll, was).says(Said.ABSTAINS)
    followed = going.followed(was, now)
    assert followed.votes == {first: Said.ABSTAINS, second: Said.NO, fourth: Said.NO}
    assert followed.at == going.at == 1 and followed.back() is followed
    assert followed.names(now) == {"voted_for": "", "opposed": "", "abstained": first}
    taken_off = RollCall(roll.roll, was).says(None).followed(was, now)
    assert first not in taken_off.votes, "who was keyed in as not voting does not vote"
    assert going.followed(was, dict(was)) is going, "nothing became another"
