"""Statements: time limits, video, groups, languages (rows 9, 10, 22, 24, 31 and 36)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import ValidationError

from plenary_tui.procedure.state.conference import Policies
from plenary_tui.procedure.state.vocabulary import Delivery, Language, Phase, Rank, Timing
from tests.chamber import Chamber, FakeClock


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); one of each tier waits."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch")
    return chamber


# Row 9: in person. Row 24: at the table.


@pytest.mark.parametrize("entry", ["Niger", "INTERPOL", "Sample Watch"])
def test_row_09_and_24_a_speaker_is_marked_as_ready(chamber: Chamber, entry: str) -> None:
    before = chamber.waiting()
    chamber.do("mark-ready", entry=entry)
    ready = [one.ready for one in chamber.conference.current_list.waiting]  # type: ignore[union-attr]
    assert sorted(ready) == [False, False, True]
    assert "ready already" in chamber.refused("mark-ready", entry=entry).why
    chamber.do("mark-ready", entry=entry, off=True)
    assert "not ready already" in chamber.refused("mark-ready", entry=entry, off=True).why
    assert chamber.waiting() == before


def test_row_09_there_is_no_remote_delivery(chamber: Chamber) -> None:
    with pytest.raises(ValidationError):
        chamber.do("inscribe", delegation="Guinea", delivery="online")
    assert [one.value for one in Delivery] == ["in-person", "video"]


def test_row_24_only_who_waits_is_marked_as_ready(chamber: Chamber) -> None:
    refusal = chamber.refused("mark-ready", entry="Sample Relief")
    assert "Sample Relief does not wait on the list for item 1(f)" in refusal.why
    assert "Inscribe" in refusal.instead


# Row 10: three minutes.


def test_row_10_three_minutes_for_every_tier(chamber: Chamber) -> None:
    for seconds in (180, 240, 10):
        chamber.speak(seconds)
    chamber.do("end-statement")
    assert [one.limit for one in chamber.conference.statements] == [timedelta(minutes=3)] * 3
    assert [one.elapsed.total_seconds() for one in chamber.conference.statements] == [180, 240, 10]


def test_row_10_the_statement_begins_when_the_speaker_starts(chamber: Chamber) -> None:
    chamber.do("give-floor")
    chamber.clock.advance(20)
    assert (chamber.elapsed, chamber.conference.floor.phase) == (0, Phase.CALLED)  # type: ignore[union-attr]
    assert "has not begun" in chamber.refused("pause-clock").why
    assert "has not begun" in chamber.refused("give-floor").why, "a held key calls one only"
    assert "has not begun" in chamber.refused("end-statement").why
    chamber.do("start-clock")
    chamber.clock.advance(30)
    assert chamber.elapsed == 30
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].changeover == timedelta(seconds=20)


def test_row_10_the_overrun_counts_up_and_nothing_is_cut_off(chamber: Chamber) -> None:
    chamber.speak(149.9)
    seen = [chamber.reading.timing]
    for seconds in (0.1, 29.9, 0.1, 29.9, 0.1, 3600):
        chamber.clock.advance(seconds)
        seen.append(chamber.reading.timing)
    assert seen == [
        Timing.ON_TIME,
        Timing.WRAP_UP,
        Timing.WRAP_UP,
        Timing.OVER,
        Timing.OVER,
        Timing.CALL_TO_ORDER,
        Timing.CALL_TO_ORDER,
    ]
    assert chamber.speaker == "NER"
    assert chamber.reading.overrun == timedelta(seconds=3630)
    assert chamber.reading.remaining == -chamber.reading.overrun
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].elapsed == timedelta(seconds=3810)


def test_row_10_a_recorded_decision_changes_the_limit_of_statements_to_come(
    chamber: Chamber,
) -> None:
    chamber.speak(10)
    before = chamber.conference
    (limit,) = chamber.do("set-limit", seconds=120, tier="IGOs", decision="Agreed by the Bureau")
    assert limit.sentence(before) == "The time limit for IGOs is 2:00 (Agreed by the Bureau)."
    assert chamber.reading.limit == timedelta(seconds=180)
    chamber.speak(0)
    assert (chamber.speaker, chamber.reading.limit) == ("INTERPOL", timedelta(seconds=120))
    chamber.speak(0)
    assert (chamber.speaker, chamber.reading.limit) == ("WATCH", timedelta(seconds=180))


def test_row_10_the_most_specific_decision_holds_and_of_those_the_latest(chamber: Chamber) -> None:
    chamber.do("set-limit", seconds=60, item="1(f)", tier="NGOs")
    chamber.do("set-limit", seconds=90, item="1(f)")
    chamber.do("set-limit", seconds=100, tier="IGOs")
    chamber.do("set-limit", seconds=240)
    chamber.do("set-limit", seconds=30, item="2")
    chamber.do("set-limit", seconds=91, item="1(f)")
    limits = []
    for _ in range(3):
        chamber.speak(0)
        limits.append(chamber.reading.limit.total_seconds())  # type: ignore[union-attr]
    assert limits == [91, 91, 60]


@pytest.mark.parametrize("seconds", [0, -1, 3601])
def test_row_10_a_limit_out_of_reason_is_refused(chamber: Chamber, seconds: int) -> None:
    assert "from 1 to 3600 seconds" in chamber.refused("set-limit", seconds=seconds).why


def test_row_10_the_limit_of_the_conference_is_a_policy() -> None:
    chamber = Chamber(policies=Policies(limit=timedelta(seconds=300), wrap_up=timedelta(minutes=1)))
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(240)
    assert chamber.reading.timing is Timing.WRAP_UP


def test_row_10_more_time_is_given_and_recorded(chamber: Chamber) -> None:
    assert "Nobody has the floor" in chamber.refused("extend-time").why
    chamber.speak(190)
    before = chamber.conference
    (extended,) = chamber.do("extend-time", reason="Interpretation failed")
    assert extended.sentence(before) == "Niger was given 30 s more (Interpretation failed)."
    assert chamber.reading.remaining == timedelta(seconds=20)
    for seconds in (0, -30, 3601):
        assert "1 to 3600" in chamber.refused("extend-time", seconds=seconds).why


# The clock in the officer's hand.


def test_the_clock_is_paused_and_goes_on(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.do("pause-clock")
    chamber.clock.advance(100)
    assert chamber.elapsed == 60
    assert "paused already" in chamber.refused("pause-clock").why
    assert "resume-clock" in chamber.refused("start-clock").instead
    chamber.do("resume-clock")
    assert "runs already" in chamber.refused("resume-clock").why
    assert "runs already" in chamber.refused("start-clock").why
    chamber.clock.advance(5)
    assert chamber.elapsed == 65


def test_a_pause_may_lie_in_the_past_but_not_before_the_start(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.do("pause-clock", seconds_ago=12.5)
    assert chamber.elapsed == 47.5
    chamber.do("resume-clock")
    chamber.clock.advance(10)
    chamber.do("pause-clock", seconds_ago=3600)
    assert chamber.elapsed == 47.5
    chamber.do("resume-clock")
    assert "in the future" in chamber.refused("pause-clock", seconds_ago=-1).why


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e300, 1e12])
def test_a_pause_at_no_possible_moment_is_refused(chamber: Chamber, seconds: float) -> None:
    chamber.speak(60)
    chamber.refused("pause-clock", seconds_ago=seconds)


def test_the_time_spoken_is_corrected_never_below_zero(chamber: Chamber) -> None:
    assert "Nobody has the floor" in chamber.refused("adjust-clock", seconds=5).why
    chamber.speak(60)
    chamber.do("adjust-clock", seconds=5)
    assert chamber.elapsed == 65
    chamber.do("adjust-clock", seconds=-100)
    assert chamber.elapsed == 0
    chamber.clock.advance(7)
    assert chamber.elapsed == 7, "what lay below zero is not held against the speaker"
    assert "would not change" in chamber.refused("adjust-clock", seconds=0).why
    for seconds in (float("nan"), float("inf"), 86401):
        assert "24 hours" in chamber.refused("adjust-clock", seconds=seconds).why


def test_a_stepped_wall_clock_moves_no_countdown(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.clock.step_wall(-7200)
    assert chamber.elapsed == 60
    chamber.clock.step_wall(+9000)
    chamber.do("end-statement")
    assert chamber.conference.statements[-1].elapsed == timedelta(seconds=60)


def test_a_sleeping_machine_does_not_stop_the_speaker(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.clock.sleep(45)
    assert chamber.elapsed == 105


def test_a_statement_goes_on_across_a_reboot(chamber: Chamber) -> None:
    chamber.speak(60)
    chamber.clock.reboot(40)
    assert chamber.elapsed == 100
    chamber.do("pause-clock", seconds_ago=30)
    assert chamber.elapsed == 70


def test_a_calendar_set_back_across_a_reboot_counts_nothing() -> None:
    chamber = Chamber(FakeClock())
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(60)
    chamber.clock.reboot(-3600)
    assert chamber.elapsed == 0
    chamber.do("pause-clock")
    chamber.do("resume-clock")
    chamber.clock.advance(9)
    assert chamber.elapsed == 9


# Calling.


def test_the_next_is_called_and_who_speaks_gives_the_floor_back(chamber: Chamber) -> None:
    chamber.speak(60)
    ended, given = chamber.do("give-floor")
    assert (ended.kind, given.kind) == ("statement ended", "floor given")
    assert chamber.speaker == "INTERPOL"
    assert chamber.conference.statements[-1].entry.delegation == "NER"  # type: ignore[union-attr]
    assert chamber.waiting() == ["WATCH"]


def test_calling_out_of_order_needs_a_reason(chamber: Chamber) -> None:
    refusal = chamber.refused("give-floor", entry="Sample Watch")
    assert "Niger is next" in refusal.why and "Sample Watch" in refusal.why
    assert refusal.remedy == "reason"
    before = chamber.conference
    (given,) = chamber.do("give-floor", entry="Sample Watch", reason="Its flight leaves")
    assert "out of order: Its flight leaves" in given.sentence(before)
    assert chamber.conference.floor.out_of_order == "Its flight leaves"  # type: ignore[union-attr]


def test_calling_the_next_by_name_is_in_order(chamber: Chamber) -> None:
    chamber.do("give-floor", entry="Niger", reason="Not needed")
    assert chamber.conference.floor.out_of_order == ""  # type: ignore[union-attr]


def test_nobody_is_called_from_an_empty_list_or_another_one(chamber: Chamber) -> None:
    (guinea,) = chamber.inscribe("Guinea", item="2")
    refusal = chamber.refused("give-floor", entry=str(guinea))
    assert "list for item 2" in refusal.why and "take-up-item" in refusal.instead
    for _ in range(3):
        chamber.speak(1)
    refusal = chamber.refused("give-floor")
    assert "Nobody waits" in refusal.why and "Inscribe" in refusal.instead
    assert chamber.speaker == "WATCH", "the refusal did not end the statement"


def test_who_has_the_floor_is_corrected_while_speaking(chamber: Chamber) -> None:
    assert "Nobody has the floor" in chamber.refused("edit", speaker="Minister").why
    chamber.speak(30)
    chamber.do("edit", speaker="Minister", language="fr")
    floor = chamber.conference.floor
    assert floor is not None and floor.entry is not None
    assert (floor.entry.speaker, floor.entry.language) == ("Minister", Language.FRENCH)
    assert chamber.elapsed == 30
    chamber.do("edit", delegation="Nigeria")
    assert chamber.speaker == "NGA" and chamber.elapsed == 30


def test_a_private_note_is_kept_beside_what_it_is_about(chamber: Chamber) -> None:
    (about,) = chamber.do("note", text="Asks for a lectern", entry="Niger")
    chamber.do("note", text="Water is late")
    first, second = chamber.conference.notes
    assert (first.entry, second.entry) == (chamber.entry("NER").id, None)
    assert "lectern" not in about.sentence(chamber.conference), "it is private"
    assert "empty" in chamber.refused("note", text=" ").why


# Row 22: video.


@pytest.mark.parametrize(
    "rank", ["head of State", "head-of-government", "MINISTER", "head_of_delegation"]
)
def test_row_22_a_high_level_government_speaker_may_send_a_video(
    chamber: Chamber, rank: str
) -> None:
    chamber.inscribe("Guinea", delivery="video", rank=rank, media="GIN.mp4")
    entry = chamber.entry("GIN")
    assert (entry.delivery, entry.media) == (Delivery.VIDEO, "GIN.mp4")


@pytest.mark.parametrize("delegation", ["Guinea", "European Union", "Iran", "Tuvalu"])
def test_row_22_a_video_of_another_rank_is_refused(chamber: Chamber, delegation: str) -> None:
    refusal = chamber.refused("inscribe", delegation=delegation, delivery="video")
    assert "high-level speaker" in refusal.why and "“other”" in refusal.why
    assert "rank" in refusal.instead and "in person" in refusal.instead


@pytest.mark.parametrize("delegation", ["UNIDROIT", "Sample Relief"])
def test_row_22_a_video_of_an_igo_or_ngo_is_refused_whatever_the_rank(
    chamber: Chamber, delegation: str
) -> None:
    refusal = chamber.refused(
        "inscribe",
        delegation=delegation,
        delivery="video",
        rank="head of State",
        override="A favour",
        speaker="Sample Speaker 2",
        function="Director",
    )
    assert "high-level government speakers" in refusal.why
    assert "speak in person" in refusal.instead


def test_row_22_an_edit_is_held_to_the_same_rule(chamber: Chamber) -> None:
    assert "high-level" in chamber.refused("edit", entry="Niger", delivery="video").why
    chamber.do("edit", entry="Niger", delivery="video", rank="minister")
    assert "high-level" in chamber.refused("edit", entry="Niger", rank="other").why
    assert "an NGO" in chamber.refused("edit", entry="Sample Watch", delivery="video").why


def test_row_22_the_ranks_are_a_policy() -> None:
    chamber = Chamber(policies=Policies(video_ranks=(Rank.HEAD_OF_STATE,)))
    refusal = chamber.refused(
        "inscribe", delegation="Niger", item="1(f)", delivery="video", rank="minister"
    )
    assert "(head of State)" in refusal.why


# Row 31: groups.


def test_row_31_a_group_is_named_and_has_no_longer_time(chamber: Chamber) -> None:
    chamber.inscribe("Guinea", on_behalf_of="the Group of 77 and China")
    chamber.do("move", entry="Guinea", to=1, reason="Groups first")
    chamber.speak(0)
    floor = chamber.conference.floor
    assert floor is not None and floor.entry is not None
    assert floor.entry.on_behalf_of == "the Group of 77 and China"
    assert floor.limit == timedelta(minutes=3)


# Row 36: six languages.


@pytest.mark.parametrize(
    ("typed", "language"),
    [(one.code, one) for one in Language]
    + [(one.value.upper(), one) for one in Language]
    + [("AR", Language.ARABIC)],
)
def test_row_36_the_language_of_delivery_is_recorded(
    chamber: Chamber, typed: str, language: Language
) -> None:
    chamber.inscribe("Guinea", language=typed)
    assert chamber.entry("GIN").language is language
    chamber.do("give-floor", entry="Guinea", reason="Test")
    assert chamber.conference.floor.entry.language is language  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["German", "de", "", "e n"])
def test_row_36_another_language_cannot_be_recorded(chamber: Chamber, typed: str) -> None:
    before = chamber.conference
    with pytest.raises(ValidationError):
        chamber.do("inscribe", delegation="Guinea", language=typed)
    assert chamber.conference is before


VIDEO = {"delivery": "video", "rank": "minister", "media": "GIN.mp4"}


@pytest.mark.parametrize("typed", ["2:50", "170", "0:02:50", 170, timedelta(seconds=170)])
def test_row_22_the_length_of_a_video_is_recorded(chamber: Chamber, typed: object) -> None:
    chamber.inscribe("Guinea", **VIDEO, media_length=typed)
    assert chamber.entry("GIN").media_length == timedelta(seconds=170)


def test_row_22_a_length_that_is_none_is_refused(chamber: Chamber) -> None:
    for typed in ("three minutes", "3:60", "-5", "1:2:3:4"):
        with pytest.raises(ValidationError):
            chamber.do("inscribe", delegation="Guinea", media_length=typed)


def test_row_22_a_video_longer_than_its_limit_needs_a_reason(chamber: Chamber) -> None:
    refusal = chamber.refused("inscribe", delegation="Guinea", **VIDEO, media_length="3:20")
    assert refusal.why == "The video statement is 3:20 long and the time limit is 3:00."
    assert refusal.remedy == "override"
    overruled, _ = chamber.do(
        "inscribe", delegation="Guinea", **VIDEO, media_length="3:20", override="The President"
    )
    assert overruled.kind == "overruled"
    chamber.do("edit", entry="Guinea", speaker="Sample Speaker 9")
    assert chamber.entry("GIN").media_length == timedelta(seconds=200), "asked once only"
    chamber.do("edit", entry="Guinea", media_length="")
    assert not chamber.entry("GIN").media_length


def test_row_22_an_edit_checks_the_length_under_the_limit_in_force(chamber: Chamber) -> None:
    chamber.inscribe("Guinea", **VIDEO, media_length="3:00")
    assert chamber.refused("edit", entry="Guinea", media_length="3:01").remedy == "override"
    chamber.do("edit", entry="Guinea", media_length="3:01", override="The President")
    chamber.do("set-limit", seconds=240)
    chamber.do("edit", entry="Guinea", media_length="3:59")
    chamber.do("give-floor", entry="Guinea", reason="the file is ready")
    chamber.do("set-limit", seconds=60)
    chamber.do("edit", media_length="4:00")
    assert chamber.refused("edit", media_length="4:01").remedy == "override"
