"""Points of order: by parties only, decided at once, the statement left as it was (row 26)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Event
from plenary_tui.procedure.state.conference import Delegation
from plenary_tui.procedure.state.vocabulary import ParticipantClass, Phase
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Niger has spoken for 50 of its 180 seconds; Guinea waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Guinea")
    chamber.speak(50)
    return chamber


def phase(chamber: Chamber) -> Phase:
    assert chamber.conference.floor is not None
    return chamber.conference.floor.phase


def said(chamber: Chamber, act: str, **fields: object) -> str:
    before = chamber.conference
    events: tuple[Event, ...] = chamber.do(act, **fields)
    return events[-1].sentence(before)


def test_row_26_a_point_of_order_pauses_the_statement_which_then_goes_on(chamber: Chamber) -> None:
    raised = said(chamber, "raise-point", delegation="Türkiye")
    assert raised == "Türkiye raised a point of order; the clock of Niger is paused."
    chamber.clock.advance(600)
    assert (phase(chamber), chamber.elapsed, chamber.speaker) == (Phase.PAUSED, 50, "NER")
    ruled = said(chamber, "rule-point", ruling="Not upheld")
    assert ruled == (
        "On the point of order of Türkiye the President ruled: Not upheld. "
        "The clock of Niger goes on."
    )
    chamber.clock.advance(10)
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 60)
    (ruling,) = chamber.conference.rulings
    assert (ruling.point.delegation, ruling.ruling, ruling.appeal) == ("TUR", "Not upheld", None)


@pytest.mark.parametrize(
    ("delegation", "reason"),
    [
        ("Iran", "takes part as a signatory State."),
        ("Tuvalu", "takes part as an observer State."),
        ("INTERPOL", "takes part as an IGO."),
        ("Sample Watch", "takes part as an NGO."),
    ],
)
def test_row_26_only_parties_raise_points_of_order(
    chamber: Chamber, delegation: str, reason: str
) -> None:
    refusal = chamber.refused("raise-point", delegation=delegation)
    assert refusal.why.startswith("Only States parties raise points of order;")
    assert refusal.why.endswith(reason)
    assert phase(chamber) is Phase.SPEAKING


def test_row_26_an_unregistered_party_raises_none_and_the_european_union_may(
    chamber: Chamber,
) -> None:
    assert "Palau is not registered" in chamber.refused("raise-point", delegation="Palau").why
    chamber.do("raise-point", delegation="EU")
    assert phase(chamber) is Phase.PAUSED


def test_row_26_several_points_are_decided_in_order_of_receipt(chamber: Chamber) -> None:
    for delegation in ("Türkiye", "Nigeria", "Guinea"):
        chamber.do("raise-point", delegation=delegation)
    assert "waits for its ruling" in chamber.refused("raise-point", delegation="Nigeria").why
    for delegation in ("TUR", "NGA", "GIN"):
        assert phase(chamber) is Phase.PAUSED
        chamber.do("rule-point", ruling="Noted")
        assert chamber.conference.rulings[-1].point.delegation == delegation
        chamber.clock.advance(30)
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 80)
    assert "No point of order" in chamber.refused("rule-point", ruling="Noted").why


def test_row_26_while_nobody_speaks_and_before_an_item_is_taken_up() -> None:
    chamber = Chamber()
    assert "No meeting is open" in chamber.refused("raise-point", delegation="Niger").why
    chamber.open_meeting()
    chamber.do("raise-point", delegation="Niger")
    assert "decided first" in chamber.refused("adjourn-meeting").why
    chamber.do("rule-point", ruling="Upheld")
    assert chamber.conference.floor is None
    chamber.do("adjourn-meeting")


def test_row_26_a_clock_paused_by_hand_stays_paused_after_the_ruling(chamber: Chamber) -> None:
    chamber.do("pause-clock")
    chamber.do("raise-point", delegation="Türkiye")
    chamber.do("rule-point", ruling="Upheld")
    assert phase(chamber) is Phase.PAUSED


def test_row_26_a_speaker_who_was_called_has_not_begun_after_the_ruling(chamber: Chamber) -> None:
    chamber.do("give-floor")
    chamber.do("raise-point", delegation="Türkiye")
    assert "decided first" in chamber.refused("start-clock").why
    chamber.do("rule-point", ruling="Upheld")
    assert phase(chamber) is Phase.CALLED


@pytest.mark.parametrize(
    ("votes", "outcome"),
    [((61, 40, 9), "is overturned"), ((40, 61, 9), "stands"), ((50, 50, 0), "stands")],
)
def test_row_26_an_appeal_is_put_to_the_vote_at_once(
    votes: tuple[int, int, int], outcome: str
) -> None:
    chamber = Chamber(delegations=_many_parties(120))
    chamber.open_floor()
    chamber.do("raise-point", delegation="S1")
    in_favour, against, abstaining = votes
    sentence = said(
        chamber, "rule-point", ruling="Out of order", appeal="S2",
        in_favour=in_favour, against=against, abstaining=abstaining,
    )  # fmt: skip
    assert sentence.endswith(
        f"State 2 appealed ({in_favour} in favour, {against} against, {abstaining} abstaining): "
        f"the ruling {outcome}."
    )


def _many_parties(count: int) -> tuple[Delegation, ...]:
    party = ParticipantClass.STATE_PARTY
    return tuple(Delegation(f"S{n}", f"State {n}", party) for n in range(1, count + 1))


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"appeal": "Nigeria"}, "is put to the vote at once"),
        (
            {"appeal": "INTERPOL", "in_favour": 1, "against": 0},
            "Only States parties appeal against a ruling",
        ),
        ({"in_favour": 3, "against": 1}, "There is a vote only on an appeal"),
        (
            {"appeal": "Nigeria", "in_favour": 90, "against": 0},
            "90 votes were counted, and only 8 parties",
        ),
        ({"appeal": "Nigeria", "in_favour": -1, "against": 2}, "one of the numbers is negative"),
        ({"appeal": "Nigeria", "in_favour": 0, "against": 0, "abstaining": 3}, "Nobody voted"),
        ({"appeal": "Nigeria", "in_favour": 4}, "votes against is missing"),
        ({"ruling": ""}, "The ruling is empty"),
    ],
)
def test_row_26_an_appeal_that_cannot_be_right_is_refused(
    chamber: Chamber, fields: dict[str, object], why: str
) -> None:
    chamber.do("raise-point", delegation="Türkiye")
    assert why in chamber.refused("rule-point", **{"ruling": "Out of order", **fields}).why


def test_row_26_undo_takes_the_point_back_and_the_clock_has_kept_running(chamber: Chamber) -> None:
    chamber.do("raise-point", delegation="Türkiye")
    chamber.clock.advance(30)
    chamber.do("undo")
    assert (phase(chamber), chamber.elapsed, chamber.conference.points) == (Phase.SPEAKING, 80, ())


def test_row_26_undo_of_a_ruling_pauses_the_statement_again(chamber: Chamber) -> None:
    chamber.do("raise-point", delegation="Türkiye")
    chamber.do("rule-point", ruling="Upheld")
    chamber.do("undo")
    assert (phase(chamber), chamber.elapsed, chamber.conference.rulings) == (Phase.PAUSED, 50, ())
    chamber.do("rule-point", ruling="Not upheld")
    assert phase(chamber) is Phase.SPEAKING


def test_row_26_and_5_the_committee_has_points_of_its_own(chamber: Chamber) -> None:
    chamber.do("raise-point", delegation="Türkiye")
    chamber.do("convene-committee")
    assert "No point of order" in chamber.refused("rule-point", ruling="Upheld").why
    chamber.do("raise-point", delegation="Guinea")
    assert "decided first" in chamber.refused("rise-committee").why
    chamber.do("rule-point", ruling="Upheld")
    chamber.do("rise-committee")
    chamber.do("rule-point", ruling="Not upheld")
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 50)
    assert [one.point.delegation for one in chamber.conference.rulings] == ["GIN", "TUR"]


def test_row_26_the_floor_is_not_given_for_a_point_of_order(chamber: Chamber) -> None:
    refusal = chamber.refused("give-floor", to="point of order")
    assert "raise-point" in refusal.instead


# A point is raised before it is known by whom.


def test_row_26_the_clock_is_paused_before_it_is_known_who_raised_the_point(
    chamber: Chamber,
) -> None:
    assert said(chamber, "raise-point") == (
        "A point of order was raised; the clock of Niger is paused."
    )
    chamber.clock.advance(8)
    assert "Türkiye" in said(chamber, "name-point", delegation="Türkiye")
    assert [one.delegation for one in chamber.conference.points] == ["TUR"]
    chamber.clock.advance(60)
    chamber.do("rule-point", ruling="Upheld")
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 50)


def test_row_26_only_a_party_is_named_and_only_for_a_point_without_a_name(
    chamber: Chamber,
) -> None:
    assert "without a name" in chamber.refused("name-point", delegation="Türkiye").why
    chamber.do("raise-point", delegation="Guinea")
    chamber.do("raise-point")
    assert "Only States parties" in chamber.refused("name-point", delegation="Tuvalu").why
    assert "waits for its ruling" in chamber.refused("name-point", delegation="Guinea").why
    chamber.do("name-point", delegation="Nigeria")
    assert [one.delegation for one in chamber.conference.points] == ["GIN", "NGA"]


def test_row_26_a_point_that_nobody_raised_took_no_time(chamber: Chamber) -> None:
    chamber.do("raise-point")
    chamber.clock.advance(8)
    words = said(chamber, "withdraw-point", mistaken=True)
    assert words == (
        "No point of order was raised. The clock of Niger goes on as if it had not stopped."
    )
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 58)
    assert chamber.replayed() == chamber.conference


def test_row_26_a_point_is_withdrawn_and_the_statement_goes_on(chamber: Chamber) -> None:
    assert "No point of order" in chamber.refused("withdraw-point").why
    chamber.do("raise-point", delegation="Türkiye")
    chamber.do("raise-point", delegation="Nigeria")
    chamber.clock.advance(8)
    assert (
        "no point of order that waits" in chamber.refused("withdraw-point", delegation="Guinea").why
    )
    assert said(chamber, "withdraw-point", delegation="Nigeria") == (
        "Nigeria withdrew its point of order."
    )
    assert phase(chamber) is Phase.PAUSED, "another one waits"
    assert said(chamber, "withdraw-point") == (
        "Türkiye withdrew its point of order. The clock of Niger goes on."
    )
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 50)


def test_row_26_of_two_points_the_one_nobody_raised_is_taken_back(chamber: Chamber) -> None:
    chamber.do("raise-point", delegation="Türkiye")
    chamber.clock.advance(30)
    chamber.do("raise-point")
    chamber.do("withdraw-point", mistaken=True)
    assert [one.delegation for one in chamber.conference.points] == ["TUR"]
    chamber.do("withdraw-point", mistaken=True)
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 80)


def test_row_26_what_was_paused_by_hand_before_stays_paused(chamber: Chamber) -> None:
    chamber.do("pause-clock")
    chamber.do("raise-point")
    chamber.do("withdraw-point", mistaken=True)
    assert (phase(chamber), chamber.elapsed) == (Phase.PAUSED, 50)


def test_row_26_the_time_of_a_suspension_is_not_spoken_time_though_nobody_raised_a_point(
    chamber: Chamber,
) -> None:
    chamber.do("raise-point")
    chamber.clock.advance(5)
    chamber.do("suspend-meeting")
    chamber.clock.advance(1800)
    chamber.do("resume-meeting")
    assert said(chamber, "withdraw-point", mistaken=True).endswith("goes on.")
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 50)


def test_row_26_and_5_nor_is_the_time_of_the_committee(chamber: Chamber) -> None:
    chamber.do("raise-point")
    chamber.clock.advance(5)
    chamber.do("convene-committee")
    chamber.clock.advance(1800)
    chamber.do("rise-committee")
    chamber.do("withdraw-point", mistaken=True)
    assert (phase(chamber), chamber.elapsed) == (Phase.SPEAKING, 50)


def test_row_26_a_suspension_before_the_point_changes_nothing(chamber: Chamber) -> None:
    chamber.do("suspend-meeting")
    chamber.clock.advance(1800)
    chamber.do("resume-meeting")
    chamber.do("resume-clock")
    chamber.clock.advance(10)
    chamber.do("raise-point")
    chamber.clock.advance(8)
    chamber.do("withdraw-point", mistaken=True)
    assert chamber.elapsed == 68
