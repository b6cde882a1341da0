"""The President's script for meetings and items: opened, suspended, concluded, adjourned."""

from __future__ import annotations

from tests.views.script.president import President, in_session, state

OPEN = "I declare open the 1st plenary meeting of the Small conference."
NIGERIA = state("Nigeria")


def test_before_the_first_meeting_and_as_it_opens() -> None:
    room = President()
    room.clock.advance(900)
    assert room.says == [OPEN]
    room.do("open-meeting")
    assert room.says == [OPEN, "We now take up agenda item 1(f), “General discussion”."]
    room.do("take-up-item", item="1(f)")
    assert room.says == [
        "We now take up agenda item 1(f), “General discussion”.",
        "The floor is open for statements on agenda item 1(f), “General discussion”.",
    ]


def test_row_25_the_quorum_is_told_where_it_was_counted() -> None:
    room = President()
    room.clock.advance(900)
    room.do("count-present", present=1)
    assert room.says == [
        "I am informed that 1 parties are present, which is no quorum. I ask delegations to take "
        "their seats."
    ]
    room.do("count-present", present=7)
    quorum = "I am informed that 7 parties are present, so that there is a quorum."
    assert room.says == [OPEN, quorum]
    room.do("open-meeting")
    assert room.says[:2] == [OPEN, quorum]


def test_row_21_an_item_is_introduced_then_the_secretariat_then_the_floor() -> None:
    room = President()
    room.open_meeting()
    room.do("take-up-item", item="2")
    secretariat = "I now give the floor to the Secretariat for a short statement."
    assert room.says == [
        "We now take up agenda item 2, “Review of the implementation”.",
        "Allow me to introduce this item.",
        secretariat,
    ]
    room.do("introduce-item")
    assert room.says == [secretariat]
    room.do("secretariat-statement")
    opened = "The floor is open for statements on agenda item 2, “Review of the implementation”."
    assert room.says == ["I thank the Secretariat.", opened]
    room.do("open-floor")
    assert room.says == [opened, "I invite delegations that wish to take the floor to signal."]


def test_the_next_item_planned_follows_and_then_the_end() -> None:
    room = in_session(item="2")
    room.do("conclude-item")
    assert room.says == [
        "We have thus concluded our consideration of agenda item 2.",
        "We now take up agenda item 1(f), “General discussion”.",
    ]
    room.do("take-up-item", item="1(f)")
    room.do("open-floor")
    room.do("conclude-item")
    assert room.says[-1] == "The 1st plenary meeting is adjourned."
    room.do("adjourn-meeting")
    assert room.says == ["The 1st plenary meeting is adjourned."]
    room.clock.advance(600)
    assert room.says == ["I declare open the 2nd plenary meeting of the Small conference."]


def test_a_meeting_is_suspended_and_resumed() -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    room.do("suspend-meeting", reason="lunch")
    assert room.says == ["The 1st plenary meeting is suspended."]
    resumed = "The 1st plenary meeting is resumed."
    assert room.otherwise == [resumed]
    room.clock.advance(3600)
    assert room.says == [resumed]
    room.do("resume-meeting")
    assert room.says[:3] == [
        resumed,
        f"I invite {NIGERIA} to continue.",
        f"I thank {NIGERIA}.",
    ]
    room.do("resume-clock")
    assert room.says[0] == f"I thank {NIGERIA}.", "and then calls the next"


def test_a_pause_of_the_clock_says_nothing() -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    said = room.says
    room.do("pause-clock")
    assert room.says == said


def test_row_5_the_committee_convenes_rises_and_reports() -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    room.do("convene-committee")
    assert room.says == [
        "The plenary meeting is suspended. I call to order the 1st sitting of the Committee of "
        "the Whole."
    ]
    room.do("take-up-item", item="2(a)")
    for act in ("introduce-item", "secretariat-statement", "open-floor", "conclude-item"):
        room.do(act)
    assert room.says[-1] == (
        "The Committee of the Whole has concluded its business for this sitting. "
        "The Committee rises."
    )
    room.do("rise-committee")
    assert room.says[:3] == [
        "The 1st plenary meeting is resumed.",
        "I now invite the Committee of the Whole to report to the plenary.",
        f"I invite {NIGERIA} to continue.",
    ]
    room.do("report-committee", text="private words of the officer")
    assert room.says[:2] == [
        "I thank the Committee of the Whole for its report. May I take it that the Conference "
        "takes note of it?",
        "I hear no objection. It is so decided.",
    ]
    assert "private" not in " ".join(room.says)
    room.do("resume-clock")
    assert room.says[0] == f"I thank {NIGERIA}."


def test_the_committee_is_not_called_the_conference() -> None:
    room = in_session()
    room.do("convene-committee")
    room.do("take-up-item", item="2")
    room.do("table-document", title="On fraud", sponsor="NGA", symbol="L.4", item="2")
    room.do("take-up-document", document="L.4")
    assert room.says[1] == (
        "May I take it that the Committee wishes to adopt draft resolution L.4?"
    )


def test_a_list_carried_over_goes_on() -> None:
    room = in_session("NGA", "NER")
    room.do("carry-over")
    room.do("adjourn-meeting")
    room.open_meeting(hour=15)
    assert room.says[1] == (
        "We continue with the list of speakers on agenda item 1(f), “General discussion”."
    )


def test_the_clock_standing_still_leaves_no_stale_name() -> None:
    """Acts of one instant, as a script of `do` lines makes them."""
    room = in_session("NGA", "NER", "GIN")
    for act in ("give-floor", "start-clock", "give-floor", "start-clock", "end-statement"):
        super(President, room).do(act)
    assert room.says == [
        f"I thank {state('the Niger')}.",
        f"I now give the floor to {state('Guinea')}.",
    ]
