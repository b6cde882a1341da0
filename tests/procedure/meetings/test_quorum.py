"""The quorum: counted, shown, and missed only for a reason (row 25)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.meetings.quorum import lacks, presence, quorum
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.vocabulary import ParticipantClass, QuorumFor
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Ten parties, of which nine take part, and an observer State."""
    party, observer = ParticipantClass.STATE_PARTY, ParticipantClass.OBSERVER_STATE
    return Chamber(
        delegations=(
            *(Delegation(f"S{n}", f"State {n}", party) for n in range(1, 10)),
            Delegation("S10", "State 10", party, registered=False),
            Delegation("OBS", "Sample Observer", observer),
        )
    )


def test_row_25_a_third_opens_and_debates_and_a_majority_decides(chamber: Chamber) -> None:
    assert quorum(chamber.conference, QuorumFor.DEBATE) == 3
    assert quorum(chamber.conference, QuorumFor.DECIDE) == 6


@pytest.mark.parametrize(
    ("present", "said"),
    [
        (2, "2 parties are present: no quorum."),
        (3, "3 parties are present: enough to open and debate."),
        (6, "6 parties are present: enough to open and debate and to decide."),
    ],
)
def test_row_25_a_count_says_what_it_is_enough_for(
    chamber: Chamber, present: int, said: str
) -> None:
    (counted,) = chamber.do("count-present", present=present)
    assert counted.sentence(chamber.conference) == said


def test_row_25_the_bases_can_be_set(chamber: Chamber) -> None:
    (event,) = chamber.do(
        "set-quorum-base", to_debate="all parties", to_decide="parties taking part"
    )
    assert event.sentence(chamber.conference) == (
        "The quorum is one third of the parties to debate, "
        "a majority of the parties taking part to decide."
    )
    assert quorum(chamber.conference, QuorumFor.DEBATE) == 4
    assert quorum(chamber.conference, QuorumFor.DECIDE) == 5
    assert "already" in chamber.refused("set-quorum-base", to_debate="all parties").why


def test_row_25_nothing_is_refused_while_nobody_has_counted(chamber: Chamber) -> None:
    chamber.open_floor()
    assert lacks(chamber.conference, QuorumFor.DECIDE) == ""


def test_row_25_a_meeting_opens_without_a_quorum_only_for_a_reason(chamber: Chamber) -> None:
    chamber.do("count-present", present=2)
    refusal = chamber.refused("open-meeting")
    assert refusal.remedy == "override"
    assert refusal.why == (
        "2 parties were counted as present; to open and debate 3 are needed, "
        "one third of the 9 parties taking part."
    )
    overruled, _ = chamber.do("open-meeting", override="The President: they are at the door")
    assert overruled.kind == "overruled"


def test_row_25_the_floor_opens_once_enough_are_counted(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("take-up-item", item="1(f)")
    chamber.do("count-present", present=2)
    assert chamber.refused("open-floor").remedy == "override"
    chamber.do("count-present", present=3)
    chamber.do("open-floor")


def test_row_25_and_33_a_motion_on_the_debate_needs_a_majority_and_one_on_the_meeting_none(
    chamber: Chamber,
) -> None:
    chamber.open_floor()
    chamber.do("count-present", present=5)
    chamber.do("move-motion", motion="close-debate", delegation="S1")
    refusal = chamber.refused("decide-motion", in_favour=4, against=1)
    assert "to decide 6 are needed, a majority of the 10 parties" in refusal.why
    assert refusal.remedy == "override"
    chamber.do("move-motion", motion="suspend-meeting", delegation="S2")
    chamber.do("decide-motion", in_favour=4, against=1)
    chamber.do("resume-meeting")
    events = chamber.do("decide-motion", in_favour=4, against=1, override="The President")
    assert [one.kind for one in events][:2] == ["overruled", "motion decided"]
    chamber.do("undo")
    refusal = chamber.refused("decide-motion", override="The President: nobody objects")
    assert refusal.remedy == "confirm", "that nobody objects is confirmed all the same"
    chamber.do("decide-motion", override="The President: nobody objects", confirm=True)


@pytest.mark.parametrize("present", [-1, 10])
def test_row_25_a_count_that_cannot_be_right_is_refused(chamber: Chamber, present: int) -> None:
    assert "9 are registered" in chamber.refused("count-present", present=present).why


def test_row_25_a_count_holds_until_the_sitting_ends_and_is_undone(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("count-present", present=2)
    assert "already" in chamber.refused("count-present", present=2).why
    chamber.do("undo")
    assert presence(chamber.conference) is None
    chamber.do("redo")
    chamber.do("adjourn-meeting")
    assert presence(chamber.conference) is None
    chamber.do("open-meeting")
