"""A meeting suspended until a time: what every screen, page and paper says of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.views.paper import status_report
from plenary_tui.views.podium.cards import status_words
from plenary_tui.views.podium.what_next import what_next
from plenary_tui.views.public.feed import STATUS, feed_files
from plenary_tui.views.public.on_air import on_air_state
from plenary_tui.views.public.snapshot import take_snapshot
from plenary_tui.views.wording.words import meeting_words
from tests.chamber import Chamber, vienna

WORDS = "suspended until 15:00 (lunch)"


@pytest.fixture
def chamber() -> Chamber:
    """The 1st meeting is suspended for lunch until three o'clock."""
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("suspend-meeting", reason="lunch", until="15:00")
    return chamber


def resumes_at(chamber: Chamber) -> datetime | None:
    """What the snapshot says of it."""
    meeting = take_snapshot(chamber.conference, now(chamber), built_in()).meeting
    assert meeting is not None
    return meeting.resumes_at


def now(chamber: Chamber) -> Instant:
    return chamber.clock.now()


def test_all_who_look_are_told_until_when(chamber: Chamber) -> None:
    conference = chamber.conference
    assert meeting_words(conference) == f"1st plenary meeting, {WORDS}"
    assert WORDS in status_report(conference, now(chamber))
    assert WORDS in what_next(conference, now(chamber))
    assert on_air_state(conference).status == f"OFF AIR: 1st plenary meeting {WORDS}"
    assert feed_files(conference, now(chamber), built_in())[STATUS].endswith(WORDS)
    words = " ".join(one.text for one in status_words(conference))
    assert "SUSPENDED until 15:00 (lunch)" in words


def test_the_snapshot_has_the_time_while_it_holds(chamber: Chamber) -> None:
    assert resumes_at(chamber) == vienna(14, 15)
    chamber.do("resume-meeting")
    assert resumes_at(chamber) is None


def test_without_a_time_or_a_reason_nothing_is_made_up() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    chamber.do("suspend-meeting")
    assert resumes_at(chamber) is None
    assert meeting_words(chamber.conference) == "1st plenary meeting, suspended"
    words = [one.text for one in status_words(chamber.conference)]
    assert "SUSPENDED" in words and not any("until" in one or "(" in one for one in words)


def test_a_resumed_meeting_is_suspended_until_nothing(chamber: Chamber) -> None:
    chamber.do("resume-meeting")
    assert meeting_words(chamber.conference) == "1st plenary meeting, in session"
    assert "until" not in status_report(chamber.conference, now(chamber)).splitlines()[2]
