"""What the webcast operator is told: pure values, without a screen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.caption import (
    POINT_OF_ORDER,
    PRESIDENT,
    SECRETARIAT,
    caption,
    name_in,
)
from plenary_tui.views.public.next_watch import NextWatch
from plenary_tui.views.public.on_air import absence_of_podium, on_air_state
from plenary_tui.views.public.pane import upcoming, webcast_view, who_speaks
from plenary_tui.views.public.snapshot import lower_third
from plenary_tui.views.wording.clock_face import clock_face
from tests.chamber import DELEGATIONS, Chamber, vienna


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); two States, an IGO and an NGO wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Nigeria", "Guinea", "INTERPOL", "Sample Watch")
    return chamber


def minutes(chamber: Chamber) -> list[str]:
    return [one.when for one in upcoming(chamber.conference, chamber.clock.now())]


# On air, or why not.


def test_every_state_has_words_of_its_own(chamber: Chamber) -> None:
    seen = [on_air_state(Chamber().conference)]
    seen.append(on_air_state(chamber.conference))
    chamber.do("set-on-air", off=True)
    seen.append(on_air_state(chamber.conference))
    chamber.do("set-on-air")
    chamber.do("convene-committee")
    seen.append(on_air_state(chamber.conference))
    chamber.do("suspend-meeting", reason="consultations")
    seen.append(on_air_state(chamber.conference))
    chamber.do("resume-meeting")
    chamber.do("rise-committee")
    chamber.do("suspend-meeting", reason="lunch")
    seen.append(on_air_state(chamber.conference))
    chamber.do("resume-meeting")
    chamber.do("adjourn-meeting")
    seen.append(on_air_state(chamber.conference))
    assert [(one.word, one.status) for one in seen] == [
        ("NOT OPENED", "OFF AIR: no meeting has been opened yet"),
        ("ON AIR", "1st plenary meeting in session"),
        ("OFF AIR", "1st plenary meeting in session"),
        ("COMMITTEE", "COMMITTEE SITTING (OFF AIR)"),
        ("SUSPENDED", "OFF AIR: Committee of the Whole, 1st sitting suspended (consultations)"),
        ("SUSPENDED", "OFF AIR: 1st plenary meeting suspended (lunch)"),
        ("ADJOURNED", "OFF AIR: 1st plenary meeting adjourned"),
    ]


# How far away the next are.


def test_the_next_are_as_far_away_as_the_limits_before_them(chamber: Chamber) -> None:
    assert minutes(chamber) == ["any moment", "about 3 min", "about 6 min"]
    chamber.do("give-floor")
    assert minutes(chamber) == ["about 3 min", "about 6 min", "about 9 min"]
    chamber.do("start-clock")
    chamber.clock.advance(61)
    assert minutes(chamber) == ["about 2 min", "about 5 min", "about 8 min"]
    chamber.clock.advance(300)
    assert minutes(chamber)[0] == "any moment"


def test_a_video_takes_its_length(chamber: Chamber) -> None:
    chamber.do("edit", entry="Nigeria", delivery="video", rank="minister", media_length="1:00")
    assert minutes(chamber) == ["any moment", "about 1 min", "about 4 min"]


def test_nobody_can_tell_while_the_meeting_is_suspended_or_the_president_speaks(
    chamber: Chamber,
) -> None:
    chamber.do("give-floor", to="president")
    assert minutes(chamber) == ["", "", ""]
    chamber.do("end-statement")
    chamber.do("suspend-meeting")
    assert minutes(chamber) == ["", "", ""]


def test_a_forecast_is_preferred(chamber: Chamber) -> None:
    now = chamber.clock.now()
    expected = (now.utc + timedelta(minutes=11, seconds=30), None)
    first, second, _ = upcoming(chamber.conference, now, expected)
    assert first.when.startswith("about 12 min (10:")
    assert second.when == "about 3 min"


# How the statement is delivered.


def test_a_video_is_rolled_when_its_clock_starts_and_finished_when_it_ends(
    chamber: Chamber,
) -> None:
    chamber.clock.until(vienna(14, 10, 30))
    chamber.do(
        *("edit",),
        entry="Nigeria",
        delivery="video",
        rank="minister",
        media="NGA.mp4",
        media_length="2:50",
    )
    chamber.do("give-floor")
    assert who_speaks(chamber.conference).delivery == "VIDEO NGA.mp4 (2:50): NOT ROLLED YET"
    chamber.clock.advance(5)
    chamber.do("start-clock")
    rolled = "VIDEO NGA.mp4 (2:50): ROLLED at 10:30:05"
    assert who_speaks(chamber.conference).delivery == rolled
    chamber.do("pause-clock")
    assert who_speaks(chamber.conference).delivery == f"{rolled}, STOPPED"
    chamber.do("resume-clock")
    chamber.clock.advance(170)
    chamber.do("end-statement")
    finished = "VIDEO NGA.mp4 (2:50) of Nigeria: FINISHED at 10:32:55"
    assert who_speaks(chamber.conference).delivery == finished
    chamber.speak(10)
    assert not who_speaks(chamber.conference).delivery


def test_a_video_over_its_limit_says_so_before_it_is_called(chamber: Chamber) -> None:
    chamber.do("edit", entry="Nigeria", delivery="video", rank="minister", media_length="2:50")
    chamber.do("set-limit", seconds=120)
    first = upcoming(chamber.conference, chamber.clock.now())[0]
    assert first.delivery == "VIDEO (2:50, OVER its 2:00)"


# What is private.


def test_calls_to_order_notes_and_the_suggestion_of_one_never_appear(chamber: Chamber) -> None:
    chamber.do("note", text="secret remark")
    chamber.do("edit", entry="Nigeria", note="secret remark")
    chamber.speak(250)
    chamber.do("call-to-order", ground="time")
    now = chamber.clock.now()
    assert clock_face(chamber.conference, now, officer=True).word == "CALL TO ORDER?"
    view = webcast_view(chamber.conference, now)
    assert view.face.word == "OVER TIME"
    assert "secret" not in repr(view) and "order" not in repr(view).lower()


# The caption.


def test_the_caption_is_the_one_of_the_snapshot(chamber: Chamber) -> None:
    chamber.do("edit", entry="Nigeria", speaker="Sample Speaker 4", function="Minister")
    assert caption(chamber.conference).remark == "nobody has the floor"
    chamber.do("give-floor")
    shown, sent = caption(chamber.conference), lower_third(chamber.conference)
    assert (shown.line1, shown.line2) == (sent.line1, sent.line2)
    assert shown.words == "Nigeria / Sample Speaker 4, Minister"
    chamber.do("set-on-air", off=True)
    assert caption(chamber.conference).words == "(empty)"
    assert caption(chamber.conference).remark == "the meeting is off air"


def test_the_name_is_in_the_language_asked_for_and_what_is_amiss_is_said(
    chamber: Chamber,
) -> None:
    chamber.inscribe("CIV", language="French")
    chamber.do("give-floor", entry="CIV", reason="leaves")
    by_language = {one: caption(chamber.conference, one) for one in Language}
    assert by_language[Language.CHINESE].line1 == "科特迪瓦"
    assert by_language[Language.RUSSIAN].line1 == "Кот-д'Ивуар"
    assert by_language[Language.ARABIC].line1 == "كوت ديفوار"
    assert "caption page is right" in by_language[Language.ARABIC].remark
    assert by_language[Language.SPANISH].line1.startswith("Côte")
    assert (
        by_language[Language.SPANISH].remark == "no Spanish name is recorded: this one is English"
    )
    assert not by_language[Language.ENGLISH].remark
    assert name_in(DELEGATIONS[0], Language.FRENCH) == ""


# A podium that is gone.


def test_a_podium_that_is_gone_is_told_with_how_long(chamber: Chamber) -> None:
    beat = chamber.clock.now()
    for passed, said in ((0, ""), (2, ""), (12, "GONE FOR 0:12"), (3725, "GONE FOR 1:02:05")):
        now = beat.before(timedelta(seconds=-passed))
        told, tone = absence_of_podium(opened=True, beat=beat, now=now)
        assert said in told and bool(told) is (tone == "bad")
    assert "NO SIGN OF LIFE" in absence_of_podium(opened=True, beat=None, now=beat)[0]
    told, tone = absence_of_podium(opened=False, beat=None, now=beat)
    assert "not open" in told and tone == "quiet"


# Late changes of the next speaker.


class Operator:
    """Looks at the conference after every act."""

    def __init__(self, chamber: Chamber) -> None:
        self.chamber = chamber
        self.watch = NextWatch().after(chamber.conference, chamber.clock.now())
        chamber.clock.advance(61)

    def sees(self, act: str, **fields: object) -> str:
        """What is told after an act."""
        self.chamber.do(act, **fields)
        self.watch = self.watch.after(self.chamber.conference, self.chamber.clock.now())
        return self.told

    @property
    def told(self) -> str:
        change = self.watch.alert(self.chamber.clock.now())
        called = " (called)" if change and change.called else ""
        return f"{change.old} -> {change.new}{called}" if change else ""


def test_a_change_while_nobody_has_the_floor_is_told_until_seen(chamber: Chamber) -> None:
    operator = Operator(chamber)
    assert operator.sees("withdraw", entry="Nigeria") == "Nigeria -> Guinea"
    chamber.clock.advance(14.9)
    assert operator.told
    chamber.clock.advance(0.1)
    assert not operator.told
    assert operator.sees("undo") == "Guinea -> Nigeria"
    operator.watch = operator.watch.acknowledged()
    assert not operator.told


def test_a_change_is_told_no_longer_than_it_is_true(chamber: Chamber) -> None:
    operator = Operator(chamber)
    assert operator.sees("withdraw", entry="Nigeria") == "Nigeria -> Guinea"
    assert operator.sees("give-floor") == "Nigeria -> Guinea (called)", "Guinea is next no more"
    assert operator.sees("start-clock") == "Nigeria -> Guinea (called)"
    assert not operator.sees("end-statement"), "nobody has the floor and Guinea is not next"


def test_the_change_of_a_call_that_was_taken_back_and_made_again(chamber: Chamber) -> None:
    operator = Operator(chamber)
    assert not operator.sees("give-floor")
    assert operator.sees("undo") == "Guinea -> Nigeria"
    assert operator.sees("redo") == "Guinea -> Nigeria (called)"


def test_that_the_next_is_called_is_no_change(chamber: Chamber) -> None:
    operator = Operator(chamber)
    assert not operator.sees("give-floor")
    assert not operator.sees("start-clock")
    chamber.clock.advance(170)
    assert not operator.sees("give-floor")
    assert not operator.sees("start-clock")
    assert not operator.sees("end-statement")


@pytest.mark.parametrize(("spoken", "told"), [(60, ""), (119, ""), (121, "Guinea -> "), (200, "G")])
def test_a_change_is_told_only_while_the_call_is_near(
    chamber: Chamber, spoken: float, told: str
) -> None:
    chamber.speak()
    operator = Operator(chamber)  # a minute passes
    chamber.clock.advance(spoken - 61)
    assert operator.sees("withdraw", entry="Guinea").startswith(told) is True
    assert bool(operator.told) is bool(told)


def test_a_change_of_who_was_announced_under_a_minute_ago_is_told(chamber: Chamber) -> None:
    operator = Operator(chamber)
    assert not operator.sees("give-floor")
    assert not operator.sees("start-clock")
    assert operator.sees("withdraw", entry="Guinea").startswith("Guinea -> ")


def test_a_call_taken_back_and_a_call_out_of_order_are_told(chamber: Chamber) -> None:
    operator = Operator(chamber)
    assert not operator.sees("give-floor")
    assert operator.sees("undo") == "Guinea -> Nigeria"
    operator.watch = operator.watch.acknowledged()
    assert not operator.sees("give-floor", entry="Guinea", reason="leaves"), "Nigeria is next still"
    assert not operator.sees("start-clock")
    chamber.clock.advance(130)
    assert operator.sees("withdraw", entry="Nigeria").startswith("Nigeria -> ")


def test_another_speaker_of_the_same_delegation_is_told(chamber: Chamber) -> None:
    operator = Operator(chamber)
    told = operator.sees("edit", entry="Nigeria", speaker="Sample Speaker 7")
    assert told == "Nigeria (Sample Speaker 1) -> Nigeria (Sample Speaker 7)"
    told = operator.sees("edit", entry="Nigeria", delegation="Niger")
    assert told == "Nigeria -> Niger"


def test_the_last_one_withdrawn_leaves_nobody(chamber: Chamber) -> None:
    operator = Operator(chamber)
    for delegation in ("INTERPOL", "Watch", "Guinea"):
        assert not operator.sees("withdraw", entry=delegation)
    assert operator.sees("withdraw", entry="Nigeria") == "Nigeria -> nobody"


@pytest.mark.parametrize("changes", [{"id": "another"}, {}])
def test_another_conference_in_its_place_is_no_change(
    chamber: Chamber, changes: dict[str, str]
) -> None:
    operator = Operator(chamber)
    assert operator.sees("withdraw", entry="Nigeria")
    operator.chamber = Chamber(chamber.clock, **changes)  # {}: a rehearsal begun afresh
    assert not operator.sees("open-meeting")
    assert operator.watch.announced is None


def test_a_committee_on_air_says_so(chamber: Chamber) -> None:
    chamber.do("convene-committee")
    chamber.do("set-on-air")
    state = on_air_state(chamber.conference)
    assert (state.word, state.status, state.tone) == (
        "ON AIR",
        "COMMITTEE SITTING (ON AIR)",
        "bad",
    )


def test_a_meeting_that_does_not_sit_and_another_body_are_no_change(chamber: Chamber) -> None:
    operator = Operator(chamber)
    assert not operator.sees("convene-committee")
    assert not operator.sees("rise-committee")
    assert not operator.sees("suspend-meeting")
    assert not operator.sees("withdraw", entry="Nigeria")


# A point of order is heard before anybody else.


@pytest.mark.parametrize("language", list(Language))
def test_the_caption_names_who_raised_a_point_and_not_who_was_interrupted(
    chamber: Chamber, language: Language
) -> None:
    chamber.do("give-floor")
    chamber.do("start-clock")
    chamber.do("raise-point", delegation="Côte d'Ivoire")
    shown = caption(chamber.conference, language)
    names = dict(DELEGATIONS[0].names)
    assert (shown.line1, shown.line2) == (
        names.get(language.code, DELEGATIONS[0].name),
        POINT_OF_ORDER[language],
    )
    assert [part.language for part in shown.parts] == [language]
    assert shown.line1_in is (language if language.code in names else Language.ENGLISH)
    heard = who_speaks(chamber.conference)
    assert heard.name == DELEGATIONS[0].name
    assert heard.lines == ("on a point of order", "Nigeria keeps the floor")


def test_a_point_is_captioned_also_while_nobody_has_the_floor(chamber: Chamber) -> None:
    chamber.do("raise-point", delegation="Guinea")
    assert caption(chamber.conference).words == "Guinea / point of order"
    assert who_speaks(chamber.conference).lines == ("on a point of order",)


def test_a_reply_is_captioned_by_its_delegation_in_every_language(chamber: Chamber) -> None:
    chamber.do("request-reply", delegation="Côte d'Ivoire")
    chamber.do("conclude-item", confirm=True)
    chamber.do("grant-reply")
    assert caption(chamber.conference, Language.RUSSIAN).words == "Кот-д'Ивуар / право на ответ"
    assert caption(chamber.conference).words == "Côte d\u2019Ivoire / right of reply"


@pytest.mark.parametrize(("to", "words"), [("president", PRESIDENT), ("secretariat", SECRETARIAT)])
def test_the_president_and_the_secretariat_are_captioned_in_every_language(
    chamber: Chamber, to: str, words: dict[Language, str]
) -> None:
    chamber.do("give-floor", to=to)
    shown = {one: caption(chamber.conference, one) for one in Language}
    assert {one: shown[one].line1 for one in Language} == words and len(set(words.values())) == 6
    assert all(shown[one].line1_in is one and not shown[one].line2 for one in Language)
    assert shown[Language.ENGLISH].line1 == lower_third(chamber.conference).line1
