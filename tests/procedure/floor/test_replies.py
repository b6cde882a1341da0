"""Rights of reply: in order of request, with limits and rounds of their own (row 27)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.floor.replies import day_is_ending
from plenary_tui.procedure.state.vocabulary import FloorKind
from tests.chamber import Chamber, vienna


@pytest.fixture
def chamber() -> Chamber:
    """Niger speaks on item 1(f); nobody else waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(60)
    return chamber


def reply(chamber: Chamber, delegation: str, seconds: float = 60) -> None:
    """Ask, be granted, and reply for some seconds."""
    chamber.do("request-reply", delegation=delegation)
    chamber.do("grant-reply")
    chamber.do("start-clock")
    chamber.clock.advance(seconds)
    chamber.do("end-statement")


def waiting(chamber: Chamber) -> list[str]:
    return [one.delegation for one in chamber.conference.replies]


def test_row_27_replies_are_granted_in_order_of_request_when_the_list_is_done(
    chamber: Chamber,
) -> None:
    before = chamber.conference
    (asked,) = chamber.do("request-reply", delegation="Türkiye", to="Niger")
    assert asked.sentence(before) == "Türkiye asked to reply to Niger."
    chamber.do("request-reply", delegation="Guinea")
    assert chamber.waiting() == [], "a reply is not mixed with the list"
    before = chamber.conference
    ended, granted = chamber.do("grant-reply")
    assert ended.sentence(before) == "Niger ended."
    assert granted.sentence(before) == ("Türkiye was given the floor to reply (1st round, 10:00).")
    floor = chamber.conference.floor
    assert floor is not None
    assert (floor.kind, floor.delegation, floor.limit) == (
        FloorKind.REPLY,
        "TUR",
        timedelta(minutes=10),
    )
    assert waiting(chamber) == ["GIN"]


def test_row_27_while_speakers_wait_a_reply_is_early_and_needs_a_reason(chamber: Chamber) -> None:
    chamber.inscribe("Nigeria")
    chamber.do("request-reply", delegation="Guinea")
    refusal = chamber.refused("grant-reply")
    assert "speakers still wait on the list for item 1(f)" in refusal.why
    assert refusal.remedy == "override"
    overruled, *_, granted = chamber.do("grant-reply", override="The President allows it")
    assert (overruled.kind, granted.kind) == ("overruled", "reply granted")


def test_row_27_at_the_end_of_the_day_replies_are_in_order() -> None:
    chamber = Chamber()
    chamber.open_meeting(14, 15)
    chamber.do("take-up-item", item="1(f)")
    chamber.do("open-floor")
    chamber.inscribe("Nigeria", override="The President allows it")
    chamber.do("request-reply", delegation="Guinea")
    chamber.clock.until(vienna(14, 17, 29))
    assert chamber.refused("grant-reply").remedy == "override"
    chamber.clock.until(vienna(14, 17, 30))
    chamber.do("grant-reply")


def test_row_27_the_end_of_the_morning_is_not_the_end_of_the_day(chamber: Chamber) -> None:
    chamber.inscribe("Nigeria", received_at="09:50")
    chamber.do("request-reply", delegation="Guinea")
    chamber.clock.until(vienna(14, 12, 55))
    assert chamber.refused("grant-reply").remedy == "override"


def test_row_27_out_of_the_order_of_request_needs_a_reason(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Türkiye")
    chamber.do("request-reply", delegation="Guinea")
    refusal = chamber.refused("grant-reply", delegation="Guinea")
    assert refusal.why == "Türkiye asked to reply before Guinea."
    assert refusal.remedy == "override"
    chamber.do("grant-reply", delegation="Guinea", override="Türkiye is not in the room")
    assert waiting(chamber) == ["TUR"]


def test_row_27_two_rounds_of_ten_and_five_minutes_and_no_third(chamber: Chamber) -> None:
    chamber.do("end-statement")
    for _ in range(2):
        reply(chamber, "Guinea")
    limits = [one.limit for one in chamber.conference.statements if one.kind is FloorKind.REPLY]
    assert limits == [timedelta(minutes=10), timedelta(minutes=5)]
    refusal = chamber.refused("request-reply", delegation="Guinea")
    assert refusal.why.startswith("Guinea has replied twice on this item at this meeting")
    assert "set-reply-limits" in refusal.instead
    reply(chamber, "Türkiye")


def test_row_27_rounds_are_counted_anew_on_another_item(chamber: Chamber) -> None:
    chamber.do("end-statement")
    for _ in range(2):
        reply(chamber, "Guinea")
    chamber.do("take-up-item", item="2(a)")
    reply(chamber, "Guinea")
    assert chamber.conference.statements[-1].limit == timedelta(minutes=10)


def test_row_27_the_limits_are_a_setting_in_the_journal(chamber: Chamber) -> None:
    chamber.do("end-statement")
    before = chamber.conference
    (event,) = chamber.do("set-reply-limits", minutes="5, 3")
    assert event.sentence(before) == "A delegation may reply twice: 5:00, then 3:00."
    reply(chamber, "Guinea")
    assert chamber.conference.statements[-1].limit == timedelta(minutes=5)
    chamber.do("set-reply-limits", minutes="5")
    assert "replied once" in chamber.refused("request-reply", delegation="Guinea").why


@pytest.mark.parametrize("minutes", ["", "0", "61", "ten", "-5", "5.5", "5 3 1 1 1 1", "²"])
def test_row_27_limits_that_cannot_be_meant_are_refused(chamber: Chamber, minutes: str) -> None:
    assert "are 1 to 5 numbers" in chamber.refused("set-reply-limits", minutes=minutes).why


def test_row_27_a_reply_has_its_clock_and_counts_its_overrun(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Guinea")
    chamber.do("grant-reply")
    assert "has not begun" in chamber.refused("give-floor").why
    chamber.do("start-clock")
    chamber.clock.advance(605)
    assert chamber.reading.overrun == timedelta(seconds=5)
    chamber.do("raise-point", delegation="Türkiye")
    chamber.clock.advance(60)
    chamber.do("rule-point", ruling="Upheld")
    chamber.clock.advance(1)
    assert chamber.elapsed == 606
    chamber.do("end-statement")
    statement = chamber.conference.statements[-1]
    assert (statement.delegation, statement.elapsed) == ("GIN", timedelta(seconds=606))


def test_row_27_asking_twice_for_an_igo_or_without_a_meeting_is_refused(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Guinea")
    assert "has asked to reply already" in chamber.refused("request-reply", delegation="GIN").why
    refusal = chamber.refused("request-reply", delegation="INTERPOL")
    assert refusal.why.startswith("The right of reply is for States;")
    assert refusal.remedy == "override"
    assert "not registered" in chamber.refused("request-reply", delegation="Palau").why
    assert "No meeting is open" in Chamber().refused("request-reply", delegation="Niger").why
    assert "granted on request" in chamber.refused("give-floor", to="reply").why


def test_row_27_a_request_is_withdrawn(chamber: Chamber) -> None:
    assert "Nobody has asked" in chamber.refused("grant-reply").why
    chamber.do("request-reply", delegation="Guinea")
    refusal = chamber.refused("withdraw-reply", delegation="Niger")
    assert refusal.why == "Niger has not asked to reply."
    chamber.do("withdraw-reply", delegation="Guinea")
    assert waiting(chamber) == []
    chamber.do("undo")
    assert waiting(chamber) == ["GIN"]


def test_row_27_and_4_the_committee_has_replies_of_its_own(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Guinea")
    chamber.do("convene-committee")
    assert "Nobody has asked" in chamber.refused("grant-reply").why
    assert "for parties and signatories" in chamber.refused("request-reply", delegation="TUV").why
    reply(chamber, "Guinea")
    chamber.do("rise-committee")
    chamber.do("grant-reply")
    assert chamber.conference.floor is not None
    assert chamber.conference.floor.delegation == "GIN"


def test_row_27_and_28_who_was_called_to_reply_goes_to_the_end_of_no_list() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.do("request-reply", delegation="Niger")
    chamber.do("grant-reply")
    refusal = chamber.refused("mark-absent")
    assert refusal.why.startswith("Niger was called to reply") and "undo" in refusal.instead
    chamber.do("undo")
    assert [one.delegation for one in chamber.conference.replies] == ["NER"]


def test_a_request_is_named_by_the_number_shown(chamber: Chamber) -> None:
    for delegation in ("Guinea", "Nigeria", "Türkiye"):
        chamber.do("request-reply", delegation=delegation)
    chamber.do("withdraw-reply", delegation="2")
    assert [one.delegation for one in chamber.conference.replies] == ["GIN", "TUR"]
    chamber.do("withdraw-reply", delegation="324")
    assert [one.delegation for one in chamber.conference.replies] == ["TUR"], "Guinea's M49 code"
    assert "No delegation called “2”" in chamber.refused("withdraw-reply", delegation="2").why


def test_row_27_the_day_ends_with_the_last_of_the_meetings_that_are_left() -> None:
    def ending(number: int) -> bool:
        chamber = Chamber()
        chamber.do("open-meeting", number=number, ends="13:00")
        chamber.clock.until(vienna(14, 12, 50))
        return day_is_ending(chamber.conference, chamber.clock.now())

    assert not ending(1), "the 2nd meeting is planned for the afternoon"
    assert ending(2), "the 2nd meeting sits already"


def test_row_27_no_day_is_ending_where_no_meeting_is_open() -> None:
    chamber = Chamber()
    chamber.open_meeting(14, 15)
    chamber.clock.until(vienna(14, 17, 50))
    assert day_is_ending(chamber.conference, chamber.clock.now())
    chamber.do("adjourn-meeting")
    assert not day_is_ending(chamber.conference, chamber.clock.now())
