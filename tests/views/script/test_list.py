"""The President's script along the list: calling, thanking, tiers, videos, replies, reminders."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.vocabulary import Rank
from tests.views.script.president import President, in_session, state

NIGERIA, NIGER, GUINEA = state("Nigeria"), state("the Niger"), state("Guinea")
INTERPOL = "the representative of International Criminal Police Organization"
OPEN = "The floor is open for statements on agenda item 1(f), “General discussion”."
LIMIT = "Delegations are reminded that statements are limited to 3 minutes."


def call(whom: str, then: str = "") -> str:
    followed = f", to be followed by {then}" if then else ""
    return f"I now give the floor to {whom}{followed}."


def test_the_first_is_called_as_the_floor_opens_and_the_words_stay_until_they_begin() -> None:
    room = in_session("NGA", "NER")
    words = [OPEN, LIMIT, call(NIGERIA, NIGER)]
    assert room.says == words
    room.do("give-floor")
    assert room.says == words
    room.do("start-clock")
    assert room.says == [f"I thank {NIGERIA}.", call(NIGER)], "nobody follows the last on the list"
    assert room.script.at_once is False, "Nigeria has not ended"


def test_who_spoke_last_is_thanked_once() -> None:
    room = in_session("NGA", "NER", "GIN")
    room.speak(20)
    words = [f"I thank {NIGERIA}.", call(NIGER, GUINEA)]
    assert room.says == words
    room.do("end-statement")
    assert room.says == words and room.script.at_once is True
    room.do("give-floor")
    assert room.says == words
    room.do("mark-absent")
    assert room.says == [call(GUINEA, NIGER)], "Nigeria was thanked; the Niger is last now"


def test_nobody_is_thanked_for_a_statement_of_an_earlier_meeting() -> None:
    room = in_session("NGA", "NER", "GIN")
    room.speak(20)
    room.do("end-statement")
    room.do("adjourn-meeting")
    room.open_meeting(hour=15)
    assert room.says == [
        "I declare open the 2nd plenary meeting of the Small conference.",
        "We continue with the list of speakers on agenda item 1(f), “General discussion”.",
        LIMIT,
        call(NIGER, GUINEA),
    ]


def test_after_undo_the_words_follow() -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    spoken = room.says
    room.do("give-floor")
    assert "the Niger" in room.says[-1]
    room.do("undo")
    assert room.says == spoken
    room.do("undo")
    assert room.says[-1] == call(NIGERIA, NIGER)


def test_another_tier_is_announced() -> None:
    room = in_session("NGA", "INTERPOL", "WATCH")
    room.speak(20)
    igos = "I now turn to the intergovernmental organizations."
    watch = "Sample Speaker 1, Director of Sample Watch"
    assert room.says == [f"I thank {NIGERIA}.", igos, call(INTERPOL, watch)]
    room.speak(20)
    ngos = "I now turn to the non-governmental organizations."
    assert room.says == [f"I thank {INTERPOL}.", ngos, call(watch)]
    room.inscribe("GIN")
    assert room.says == [
        f"I thank {INTERPOL}.",
        "We now return to the list of States.",
        call(GUINEA, watch),
    ]


@pytest.mark.parametrize(
    ("rank", "function", "speaker", "named"),
    [
        (Rank.HEAD_OF_STATE, "President", "", "the President of the Niger"),
        (Rank.HEAD_OF_GOVERNMENT, "", "", "the Head of Government of the Niger"),
        (Rank.MINISTER, "Minister of Justice", "Ada", "the Minister of Justice of the Niger, Ada"),
        (Rank.MINISTER, "Minister for Niger", "Ada", "the Minister for Niger, Ada"),
        (Rank.HEAD_OF_STATE, "President of Niger", "", "the President of Niger"),
        (Rank.MINISTER, "Nigerian affairs", "", "the Nigerian affairs of the Niger"),
    ],
)
def test_high_ranks_are_called_by_function_and_nobody_guesses_his_or_her(
    rank: Rank, function: str, speaker: str, named: str
) -> None:
    room = in_session("NER", rank=rank, function=function, speaker=speaker)
    assert room.says[-1] == f"I have the honour to give the floor to {named}."
    room.speak(20)
    assert room.says[0] == f"On behalf of the Conference, I thank {named} for the statement."
    words = " ".join(room.says).lower().split()
    assert not {"his", "her", "he", "she", "mr.", "ms."} & set(words)


def test_an_ngo_without_a_name_and_a_group() -> None:
    room = in_session(item="2")
    room.inscribe("WATCH", speaker="", function="")
    assert room.says[-1] == call("the representative of Sample Watch")
    room.inscribe("NER", speaker="", function="", on_behalf_of="the African Group")
    room.inscribe("NGA", on_behalf_of="Group of 77 and China")
    assert room.says[-1] == (
        f"I now give the floor to {NIGER}, who will speak on behalf of the African Group, "
        f"to be followed by {NIGERIA}, on behalf of the Group of 77 and China."
    )


def test_a_video_is_announced_and_thanked_for() -> None:
    room = in_session("NGA", delivery="video", rank=Rank.HEAD_OF_DELEGATION, media="nga.mp4")
    assert room.says[-1] == f"We shall now see a pre-recorded video statement by {NIGERIA}."
    room.speak(20)
    assert room.says[0] == f"I thank {NIGERIA} for the video statement."


def test_past_the_limit_nothing_is_said_until_the_president_calls_to_order() -> None:
    room = in_session("NGA", "NER")
    room.speak(300)
    quiet = room.says
    assert quiet == [f"I thank {NIGERIA}.", call(NIGER)]
    room.do("call-to-order")
    assert room.says == [f"I would kindly ask {NIGERIA} to conclude.", *quiet]
    assert room.script.at_once is True
    assert room.in_public == quiet, "a call to order is never public"
    room.clock.advance(31)
    assert room.says == quiet


@pytest.mark.parametrize(
    ("ground", "asked"),
    [
        ("relevance", "keep to the item under consideration."),
        ("language", "use language that befits this Conference."),
    ],
)
def test_what_a_call_to_order_is_about(ground: str, asked: str) -> None:
    room = in_session("NGA")
    room.speak(10)
    room.do("call-to-order", ground=ground)
    assert room.says[0] == f"I would kindly ask {NIGERIA} to {asked}"


def test_replies_come_after_the_list() -> None:
    room = in_session("NGA")
    room.speak(20)
    room.do("request-reply", delegation="GIN")
    room.do("request-reply", delegation="NER")
    reply = "who wishes to speak in exercise of the right of reply"
    words = [
        f"I thank {NIGERIA}.",
        "I shall now give the floor to those who have asked to speak in exercise of the right "
        "of reply.",
        f"I now give the floor to {GUINEA}, {reply}, to be followed by {NIGER}.",
        "This statement is limited to 10 minutes.",
    ]
    assert room.says == words
    room.do("grant-reply")
    assert room.says == words
    room.do("start-clock")
    assert room.says[:2] == [f"I thank {GUINEA}.", f"I now give the floor to {NIGER}, {reply}."]


def test_the_end_of_the_list() -> None:
    room = in_session("NGA")
    room.speak(20)
    assert room.says == [
        f"I thank {NIGERIA}.",
        "There are no further speakers on my list. Does any other delegation wish to take the "
        "floor? I see none.",
        "We have thus concluded our consideration of agenda item 1(f).",
    ]


def test_the_secretariat_and_the_president_on_the_floor() -> None:
    room = in_session("NGA", "NER")
    room.do("give-floor", to="secretariat")
    assert room.says == ["I now give the floor to the Secretariat."]
    room.do("start-clock")
    assert room.says[0] == "I thank the Secretariat."
    room.do("give-floor", to="president")
    assert room.says[0] == "I thank the Secretariat.", "the President speaks, and thanks"
    room.do("end-statement")
    assert "I thank" not in " ".join(room.says), "nobody thanks the President"


def test_a_new_time_limit_is_put_before_the_next_is_called() -> None:
    room = in_session("NGA", "NER", "GIN")
    room.speak(20)
    room.do("set-limit", seconds=150)
    room.do("set-limit", seconds=150, tier="NGOs")
    assert room.says == [
        f"I thank {NIGERIA}.",
        "May I take it that the Conference agrees to limit statements by non-governmental "
        "organizations to 2 minutes and 30 seconds?",
        "I hear no objection. It is so decided.",
        call(NIGER, GUINEA),
    ]
    room.speak(20)
    assert room.says == [f"I thank {NIGER}.", call(GUINEA)]


def test_the_closing_of_the_list_is_announced_once() -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    room.do("close-list")
    closed = "The list of speakers on agenda item 1(f) is now closed."
    assert room.says == [f"I thank {NIGERIA}.", closed, call(NIGER)]
    room.speak(20)
    assert closed not in room.says


def test_a_list_that_closes_at_its_hour_is_announced_too() -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    assert not any("closed" in one for one in room.says)
    room.clock.advance(2 * 3600)
    assert "The list of speakers on agenda item 1(f) is now closed." in room.says


def test_towards_the_end_the_rest_of_the_list_is_carried_over() -> None:
    room = in_session("NGA", "NER")
    room.speak(20)
    room.do("carry-over")
    assert room.says[-1] == call(NIGER), "there is time"
    room.clock.advance(3 * 3600 - 300)
    assert room.says[-2:] == [
        "The remaining speakers on the list will be heard at the 2nd plenary meeting.",
        "The 1st plenary meeting is adjourned.",
    ]
    assert room.otherwise[-1] == call(NIGER)


def test_a_name_is_said_only_while_it_is_on_the_floor_or_next() -> None:
    room = in_session("NGA", "NER", "GIN")
    room.do("withdraw", entry="NER")
    assert room.says[-1] == call(NIGERIA, GUINEA)
    room.do("withdraw", entry="GIN")
    assert room.says[-1] == call(NIGERIA)


def test_the_snapshot_has_the_words() -> None:
    room: President = in_session("NGA")
    assert room.in_public == room.says
