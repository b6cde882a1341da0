"""What the state answers about itself: the meeting that sits, its end, the meetings to come."""

from __future__ import annotations

from plenary_tui.procedure.state.vocabulary import Body
from tests.chamber import Chamber, vienna


def test_a_meeting_ends_at_its_hour_only_while_it_is_open() -> None:
    chamber = Chamber()
    assert chamber.conference.ends_at is None
    chamber.open_meeting()
    assert chamber.conference.ends_at == vienna(14, 13)
    chamber.do("suspend-meeting")
    assert chamber.conference.ends_at == vienna(14, 13)
    chamber.clock.until(vienna(14, 13, 5))
    assert chamber.conference.ends_at == vienna(14, 13), "though that be past"
    chamber.do("adjourn-meeting")
    assert chamber.conference.ends_at is None


def test_a_meeting_is_suspended_until_it_is_resumed_or_adjourned() -> None:
    chamber = Chamber()
    assert not chamber.conference.suspended
    chamber.open_meeting()
    assert not chamber.conference.suspended
    chamber.do("suspend-meeting")
    assert chamber.conference.suspended and not chamber.conference.in_session
    chamber.do("resume-meeting")
    assert not chamber.conference.suspended
    chamber.do("suspend-meeting")
    chamber.do("adjourn-meeting")
    assert not chamber.conference.suspended


def test_a_meeting_that_was_passed_over_is_left_but_is_not_next() -> None:
    chamber = Chamber()

    def numbers() -> tuple[list[int], list[int]]:
        conference = chamber.conference
        left, following = (
            [one.number for one in planned]
            for planned in (
                conference.planned_left(Body.PLENARY),
                conference.planned_next(Body.PLENARY),
            )
        )
        return left, following

    assert numbers() == ([1, 2, 3, 4], [1, 2, 3, 4])
    chamber.do("open-meeting", number=3, ends="13:00")
    assert numbers() == ([1, 2, 4], [4])
    assert chamber.conference.planned_next(Body.COMMITTEE) == ()
