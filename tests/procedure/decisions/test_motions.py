"""Procedural motions: by parties, in order of precedence, carried out once carried (row 33)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.speakers.order import next_entries
from plenary_tui.procedure.state.vocabulary import FloorKind, MeetingStatus, Phase, Stage, Tier
from tests.chamber import Chamber

SUSPEND, ADJOURN = "suspend the meeting", "adjourn the meeting"
ADJOURN_DEBATE, CLOSE_DEBATE = "adjourn the debate", "close the debate"


@pytest.fixture
def chamber() -> Chamber:
    """Niger has spoken for 50 of its 180 seconds; Guinea and an NGO wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Guinea", "Sample Watch")
    chamber.speak(50)
    return chamber


def move(chamber: Chamber, motion: str, delegation: str = "Türkiye") -> None:
    chamber.do("move-motion", motion=motion, delegation=delegation)


def said(chamber: Chamber, act: str, **fields: object) -> list[str]:
    state, sentences = chamber.conference, []
    for event in chamber.do(act, **fields):
        sentences.append(event.sentence(state))
        state = event.apply(state)
    return sentences


def stage(chamber: Chamber) -> Stage:
    item = chamber.conference.current_item
    assert item is not None
    return item.stage_in(chamber.conference.body)


def meeting_status(chamber: Chamber) -> MeetingStatus:
    assert chamber.conference.meeting is not None
    return chamber.conference.meeting.status


def test_row_33_a_motion_to_suspend_is_voted_on_at_once_and_suspends(chamber: Chamber) -> None:
    assert said(chamber, "move-motion", motion=SUSPEND, delegation="Türkiye") == [
        "Türkiye moved to suspend the meeting."
    ]
    assert said(chamber, "decide-motion", in_favour=4, against=2, abstaining=1) == [
        "The motion of Türkiye to suspend the meeting was carried "
        "(4 in favour, 2 against, 1 abstaining).",
        "The meeting was suspended (on the motion of Türkiye).",
    ]
    assert meeting_status(chamber) is MeetingStatus.SUSPENDED
    chamber.clock.advance(600)
    chamber.do("resume-meeting")
    assert (chamber.speaker, chamber.elapsed) == ("NER", 50)


def test_row_33_a_motion_to_adjourn_ends_the_statement_and_the_meeting(chamber: Chamber) -> None:
    move(chamber, ADJOURN)
    chamber.do("decide-motion", in_favour=5, against=1)
    assert meeting_status(chamber) is MeetingStatus.ADJOURNED
    assert chamber.conference.floor is None
    assert chamber.conference.statements[-1].elapsed == timedelta(seconds=50)
    assert chamber.waiting() == ["GIN", "WATCH"]


def test_row_33_the_debate_is_adjourned_and_later_goes_on_with_its_list(chamber: Chamber) -> None:
    move(chamber, ADJOURN_DEBATE)
    *_, last = said(chamber, "decide-motion", confirm=True)
    assert last == "The debate on item 1(f) was adjourned; its list is kept."
    assert "debate adjourned" in chamber.refused("give-floor").why
    assert chamber.waiting() == ["GIN", "WATCH"]
    chamber.do("open-floor")
    chamber.do("give-floor")
    assert chamber.speaker == "GIN"


def test_row_33_the_debate_is_closed_with_its_list_and_opens_only_for_a_reason(
    chamber: Chamber,
) -> None:
    move(chamber, CLOSE_DEBATE)
    chamber.do("decide-motion", in_favour=3, against=1)
    assert stage(chamber) is Stage.DEBATE_CLOSED
    assert "debate closed" in chamber.refused("give-floor").why
    queues = chamber.conference.list_of("1(f)", chamber.conference.body)
    assert all(queues.queue(tier).by_hand is False for tier in Tier)
    refusal = chamber.refused("open-floor")
    assert (refusal.why, refusal.remedy) == ("The debate on item 1(f) was closed.", "override")
    chamber.do("conclude-item", confirm=True)
    assert stage(chamber) is Stage.CONCLUDED


@pytest.mark.parametrize("votes", [(3, 3, 0), (2, 4, 1)])
def test_row_33_a_motion_that_is_rejected_changes_nothing(
    chamber: Chamber, votes: tuple[int, int, int]
) -> None:
    move(chamber, CLOSE_DEBATE)
    in_favour, against, abstaining = votes
    (sentence,) = said(
        chamber, "decide-motion", in_favour=in_favour, against=against, abstaining=abstaining
    )
    assert "was rejected" in sentence
    assert (stage(chamber), chamber.speaker) == (Stage.FLOOR_OPEN, "NER")
    (outcome,) = chamber.conference.outcomes
    assert (outcome.carried, outcome.motion.delegation) == (False, "TUR")


def test_row_33_without_a_vote_it_is_confirmed_that_nobody_objects(chamber: Chamber) -> None:
    move(chamber, SUSPEND)
    refusal = chamber.refused("decide-motion")
    assert refusal.remedy == "confirm" and "nobody objects" in refusal.why
    chamber.do("decide-motion", confirm=True)
    assert chamber.conference.outcomes[-1].vote is None


def test_row_33_motions_are_taken_in_order_of_precedence(chamber: Chamber) -> None:
    for motion in (CLOSE_DEBATE, ADJOURN, ADJOURN_DEBATE, SUSPEND):
        move(chamber, motion)
    for motion in (SUSPEND, ADJOURN, ADJOURN_DEBATE, CLOSE_DEBATE):
        chamber.do("decide-motion", in_favour=1, against=2)
        assert chamber.conference.outcomes[-1].motion.motion == motion
    assert "No motion" in chamber.refused("decide-motion").why


def test_row_33_what_yields_to_a_motion_that_is_carried_lapses(chamber: Chamber) -> None:
    for motion in (CLOSE_DEBATE, ADJOURN, ADJOURN_DEBATE):
        move(chamber, motion)
    sentences = said(chamber, "decide-motion", in_favour=2, against=1)
    assert sentences[1:3] == [
        "The motion of Türkiye to adjourn the debate on item 1(f) lapsed.",
        "The motion of Türkiye to close the debate on item 1(f) lapsed.",
    ]
    assert chamber.conference.motions == ()


def test_row_33_what_waits_while_the_meeting_is_suspended_is_taken_after_it(
    chamber: Chamber,
) -> None:
    move(chamber, ADJOURN_DEBATE)
    move(chamber, SUSPEND, "Nigeria")
    chamber.do("decide-motion", in_favour=2, against=1)
    assert "suspended" in chamber.refused("decide-motion", in_favour=1).why
    chamber.do("resume-meeting")
    chamber.do("decide-motion", in_favour=2, against=1)
    assert stage(chamber) is Stage.DEBATE_ADJOURNED


@pytest.mark.parametrize("delegation", ["Iran", "Tuvalu", "INTERPOL", "Sample Watch"])
def test_row_33_only_parties_move_and_speak_on_motions(chamber: Chamber, delegation: str) -> None:
    refusal = chamber.refused("move-motion", motion=SUSPEND, delegation=delegation)
    assert refusal.why.startswith("Only States parties move motions;")
    move(chamber, CLOSE_DEBATE)
    refusal = chamber.refused("speak-on-motion", delegation=delegation, side="for")
    assert refusal.why.startswith("Only States parties speak on motions;")


def test_row_33_two_speak_for_and_two_against_a_motion_on_the_debate(chamber: Chamber) -> None:
    move(chamber, CLOSE_DEBATE)
    assert "moved it" in chamber.refused("speak-on-motion", delegation="Türkiye", side="for").why
    chamber.do("speak-on-motion", delegation="Nigeria", side="for")
    why = chamber.refused("speak-on-motion", delegation="Nigeria", side="against").why
    assert why == "Nigeria has spoken on the motion already."
    assert said(chamber, "speak-on-motion", delegation="Guinea", side="for") == [
        "Guinea spoke for the motion of Türkiye to close the debate on item 1(f)."
    ]
    refusal = chamber.refused("speak-on-motion", delegation="Niger", side="for")
    assert "Two have spoken for the motion" in refusal.why and "decide-motion" in refusal.instead
    chamber.do("speak-on-motion", delegation="Niger", side="against")
    chamber.do("speak-on-motion", delegation="EU", side="against")
    assert "all that are heard" in (
        chamber.refused("speak-on-motion", delegation="CIV", side="against").why
    )


@pytest.mark.parametrize("motion", [SUSPEND, ADJOURN])
def test_row_33_a_motion_on_the_meeting_is_not_debated(chamber: Chamber, motion: str) -> None:
    move(chamber, motion)
    refusal = chamber.refused("speak-on-motion", delegation="Nigeria", side="for")
    assert "is not debated; it is put to the vote at once" in refusal.why


def test_row_33_the_same_motion_is_not_moved_twice_nor_on_a_debate_that_is_not_open() -> None:
    chamber = Chamber()
    assert "No meeting" in chamber.refused("move-motion", motion=SUSPEND, delegation="NER").why
    chamber.open_meeting()
    chamber.do("take-up-item", item="2(a)")
    refusal = chamber.refused("move-motion", motion=CLOSE_DEBATE, delegation="Niger")
    assert "The floor is not open on item 2(a)" in refusal.why
    move(chamber, SUSPEND)
    refusal = chamber.refused("move-motion", motion=SUSPEND, delegation="Niger")
    assert refusal.why == (
        "The motion of Türkiye to suspend the meeting waits for its outcome already."
    )


@pytest.mark.parametrize("act", ["give-floor", "grant-reply"])
def test_row_33_nobody_else_is_heard_before_the_outcome(chamber: Chamber, act: str) -> None:
    chamber.do("request-reply", delegation="Nigeria")
    move(chamber, SUSPEND)
    refusal = chamber.refused(act)
    assert refusal.why == ("Türkiye has moved to suspend the meeting, which is decided first.")
    assert "decide-motion" in refusal.instead
    chamber.do("give-floor", to="president")
    assert chamber.conference.floor is not None
    assert chamber.conference.floor.kind is FloorKind.PRESIDENT


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("adjourn-meeting", {}),
        ("conclude-item", {"confirm": True}),
        ("take-up-item", {"item": "2"}),
    ],
)
def test_row_33_the_meeting_and_the_item_do_not_go_on_before_the_outcome(
    chamber: Chamber, act: str, fields: dict[str, object]
) -> None:
    move(chamber, SUSPEND)
    chamber.do("end-statement")
    assert "decided first" in chamber.refused(act, **fields).why


def test_row_33_a_motion_does_not_interrupt_and_yields_to_a_point_of_order(
    chamber: Chamber,
) -> None:
    move(chamber, CLOSE_DEBATE)
    assert chamber.conference.floor is not None
    assert chamber.conference.floor.phase is Phase.SPEAKING
    chamber.do("raise-point", delegation="Nigeria")
    for act, fields in (
        ("decide-motion", {"in_favour": 1}),
        ("speak-on-motion", {"delegation": "Guinea", "side": "for"}),
        ("move-motion", {"motion": SUSPEND, "delegation": "Guinea"}),
    ):
        assert "raised a point of order" in chamber.refused(act, **fields).why
    chamber.do("rule-point", ruling="Not upheld")
    chamber.do("decide-motion", in_favour=2, against=1)
    assert stage(chamber) is Stage.DEBATE_CLOSED


@pytest.mark.parametrize("motion", [ADJOURN, ADJOURN_DEBATE])
def test_row_33_who_was_called_and_has_not_begun_keeps_the_place(
    chamber: Chamber, motion: str
) -> None:
    chamber.inscribe("Nigeria")
    before = chamber.conference.current_list
    chamber.do("give-floor")
    move(chamber, motion)
    sentences = said(chamber, "decide-motion", in_favour=2, against=1)
    assert sentences[1] == "Guinea was called and had not begun, and keeps its place."
    assert chamber.conference.current_list == before and chamber.conference.floor is None
    assert chamber.waiting() == ["GIN", "NGA", "WATCH"]


def test_row_33_who_was_called_out_of_order_stands_where_it_stood(chamber: Chamber) -> None:
    chamber.inscribe("Nigeria", "CIV")
    chamber.do("give-floor", entry="Nigeria", reason="leaves")
    chamber.inscribe("Türkiye", received_at="2024-09-20T10:00")
    move(chamber, ADJOURN_DEBATE)
    chamber.do("decide-motion", in_favour=2, against=1)
    assert chamber.waiting() == ["TUR", "GIN", "NGA", "CIV", "WATCH"]


def test_row_33_a_reply_that_was_granted_begins_or_is_taken_back_first(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Nigeria")
    chamber.do("grant-reply", override="The President")
    move(chamber, ADJOURN)
    refusal = chamber.refused("decide-motion", in_favour=2, against=1)
    assert refusal.why == "Nigeria has been called and has not begun."


def test_row_33_motions_are_withdrawn_the_first_or_the_one_named(chamber: Chamber) -> None:
    move(chamber, CLOSE_DEBATE)
    move(chamber, SUSPEND)
    assert said(chamber, "withdraw-motion", motion=CLOSE_DEBATE) == [
        "The motion of Türkiye to close the debate on item 1(f) was withdrawn."
    ]
    assert "No motion to adjourn" in chamber.refused("withdraw-motion", motion=ADJOURN).why
    chamber.do("withdraw-motion")
    assert chamber.conference.motions == () and chamber.conference.outcomes == ()


def test_row_33_undo_takes_back_the_outcome_with_all_it_carried_out(chamber: Chamber) -> None:
    move(chamber, ADJOURN)
    move(chamber, CLOSE_DEBATE)
    before = chamber.conference
    chamber.do("decide-motion", in_favour=2, against=1)
    chamber.do("undo")
    assert chamber.conference == before
    chamber.clock.advance(10)
    assert (chamber.speaker, chamber.elapsed) == ("NER", 60)
    chamber.do("redo")
    assert meeting_status(chamber) is MeetingStatus.ADJOURNED


def test_row_33_and_5_the_committee_has_motions_of_its_own_and_rises_on_one(
    chamber: Chamber,
) -> None:
    move(chamber, CLOSE_DEBATE)
    chamber.do("convene-committee")
    assert "No motion" in chamber.refused("decide-motion").why
    move(chamber, ADJOURN, "Guinea")
    assert "decided first" in chamber.refused("rise-committee").why
    chamber.do("decide-motion", in_favour=2, against=1)
    assert chamber.conference.plenary is None
    assert [str(one) for one in chamber.conference.motions] == ["close the debate on item 1(f)"]


def test_row_33_and_27_a_reply_may_be_granted_once_the_debate_is_closed(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Nigeria")
    move(chamber, CLOSE_DEBATE)
    chamber.do("decide-motion", in_favour=2, against=1)
    chamber.do("grant-reply")
    assert chamber.conference.floor is not None
    assert chamber.conference.floor.delegation == "NGA"


@pytest.mark.parametrize("motion", [CLOSE_DEBATE, ADJOURN_DEBATE])
def test_row_33_nobody_is_next_while_the_debate_does_not_go_on(
    chamber: Chamber, motion: str
) -> None:
    def following() -> list[str]:
        shown = next_entries(chamber.conference, chamber.clock.now())
        return [one.delegation for one in shown]

    assert following() == ["GIN", "WATCH"], "while the debate goes on somebody is"
    move(chamber, motion)
    chamber.do("decide-motion", in_favour=4, against=1)
    assert chamber.waiting() == ["GIN", "WATCH"] and following() == []
    chamber.do("open-floor", override="the President reopens the debate")
    assert following() == ["GIN", "WATCH"]


def test_row_33_a_vote_by_more_than_were_counted_as_present_needs_a_reason(
    chamber: Chamber,
) -> None:
    chamber.do("count-present", present=6)
    move(chamber, SUSPEND)
    refusal = chamber.refused("decide-motion", in_favour=5, against=1, abstaining=1)
    assert refusal.why == "7 votes were counted, and 6 parties were counted as present."
    chamber.do("decide-motion", in_favour=5, against=1)
