"""What an act would change for the whole room is said, in a sentence that names whom."""

from __future__ import annotations

import pytest

from plenary_tui.actions.typed import read_line
from plenary_tui.procedure.alone.recorded_alone import NoteAlone
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.on_record import Redo, Undo
from plenary_tui.procedure.state.conference import Alone
from plenary_tui.views.podium.cautions import caution, slip, turn
from tests.chamber import Chamber, vienna


@pytest.fixture
def room() -> Chamber:
    """The floor is open on item 1(f), and Nigeria and Guinea wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("NGA", "GIN")
    return chamber


def said(room: Chamber, line: str) -> str:
    """What is said before an act that is typed like this."""
    return caution(room.conference, room.clock.now(), read_line(line))


def turned(room: Chamber, command: Undo | Redo) -> str:
    """What is said before an undo or a redo."""
    _, after = room.ledger.foresee(command, room.clock.now(), room.station)
    return turn(room.conference, after, room.clock.now())


def test_the_next_speaker_is_called_without_a_word(room: Chamber) -> None:
    room.speak(20)
    assert said(room, "give-floor") == ""


def test_what_is_done_again_is_asked_about_as_the_act_itself_is(room: Chamber) -> None:
    at = room.clock.now().utc
    acts = (
        Alone(0, "podium@b", at, "It was adjourned.", "1", "adjourn-meeting", "{}"),
        Alone(0, "podium@b", at, "A note was made.", "2", "note", '{"text":"x"}'),
    )
    room.record(*room.decide(NoteAlone(acts=acts)))
    assert said(room, "do-again 1") == said(room, "adjourn-meeting") != ""
    assert said(room, "do-again 2") == ""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("convene-committee", "This suspends the plenary and the room goes off air. 2 delegations"),
        ("set-on-air --off", "2 delegations still wait on the list. Captions and pages go empty."),
        ("suspend-meeting", "2 delegations still wait on the list. The room goes off air at once."),
        ("adjourn-meeting", "2 delegations still wait on the list in the 1st plenary meeting"),
        ("take-up-item 2", "2 delegations still wait on the list of item 1(f), and stay there."),
        ("carry-over", "All 2 who wait on the list of item 1(f) are carried over"),
    ],
)
def test_whoever_waits_is_told_of(room: Chamber, line: str, words: str) -> None:
    assert said(room, line).startswith(words)


def test_a_meeting_is_resumed_at_its_hour_without_a_word(room: Chamber) -> None:
    room.do("suspend-meeting", reason="Lunch", until="15:00")
    room.clock.until(vienna(14, 14, 30))
    assert "suspended until 15:00 (Lunch); it is 14:30." in said(room, "resume-meeting")
    assert "goes on air" in said(room, "resume-meeting")
    room.clock.until(vienna(14, 14, 45))
    assert said(room, "resume-meeting") == ""


def test_a_meeting_that_was_off_air_before_does_not_go_on_air(room: Chamber) -> None:
    room.do("set-on-air", off=True)
    room.do("suspend-meeting", until="15:00")
    assert "it is 1" in said(room, "resume-meeting")
    assert "air" not in said(room, "resume-meeting")


def test_a_meeting_is_adjourned_about_its_end_without_a_word(room: Chamber) -> None:
    room.do("conclude-item", confirm=True)
    assert "ends at 13:00; it is 10:02." in said(room, "adjourn-meeting")
    room.clock.until(vienna(14, 12, 45))
    assert said(room, "adjourn-meeting") == ""


def test_where_the_day_is_another_it_is_said_of_both_moments(room: Chamber) -> None:
    room.do("conclude-item", confirm=True)
    room.do("adjourn-meeting")
    room.open_meeting(14, 15)
    room.clock.until(vienna(14, 19))
    room.do("set-meeting-end", ends="2:00")
    told = said(room, "adjourn-meeting")
    assert "at 02:00 on Tuesday 15 October 2024; it is 19:00 on Monday 14 October 2024." in told
    room.do("adjourn-meeting")
    room.clock.until(vienna(14, 20, 8, 30))
    told = said(room, "open-meeting 3")
    assert "for 10:00 on Tuesday 15 October 2024; it is 20:08 on Monday 14 October 2024. T" in told


@pytest.mark.parametrize("seconds", [1, 3, 29])
def test_a_limit_of_a_few_seconds_is_asked_about(room: Chamber, seconds: int) -> None:
    command = read_line(f"set-limit {seconds}")
    assert f"would have 0:{seconds:02}." in slip(command)
    assert slip(command) == said(room, f"set-limit {seconds}")


@pytest.mark.parametrize("line", ["set-limit 30", "set-limit 2:30", "note 3"])
def test_other_limits_are_set_at_once(line: str) -> None:
    assert slip(read_line(line)) == ""


def test_an_undo_of_what_one_delegation_did_changes_nothing_for_the_room(room: Chamber) -> None:
    assert turned(room, Undo()) == ""  # the inscription
    room.do("give-floor")
    assert turned(room, Undo()) == ""
    room.do("start-clock")
    assert turned(room, Undo()) == ""
    room.do("end-statement")
    assert turned(room, Undo()) == ""


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("open-meeting", "This changes the meeting that sits. The room goes off air at once."),
        ("suspend-meeting", "This changes the meeting that sits. The room goes on air at once."),
        ("adjourn-meeting", "This changes the meeting that sits. The room goes on air at once."),
        ("convene-committee", "This changes the meeting that sits. This changes the item"),
        ("take-up-item", "This changes the item that is taken up, or its stage."),
        ("open-floor", "This changes the item that is taken up, or its stage."),
    ],
)
def test_an_undo_or_redo_that_changes_the_room_says_so(act: str, words: str) -> None:
    room = Chamber()
    room.clock.until(vienna(14, 10))
    for name in ("open-meeting", "take-up-item", "open-floor", "suspend-meeting"):
        fields = {"item": "1(f)"} if name == "take-up-item" else {}
        if name == "suspend-meeting" and act in ("adjourn-meeting", "convene-committee"):
            name = act
        room.do(name, **fields)
        if name == act:
            break
    assert turned(room, Undo()).startswith(words)
    room.record(room.ledger.undo(room.clock.now()))
    assert turned(room, Redo()) != ""


def test_an_undo_that_takes_the_floor_from_who_speaks_says_whom(room: Chamber) -> None:
    room.do("give-floor")
    room.station = "list desk"
    room.do("start-clock")
    room.clock.advance(5)
    after = Chamber()
    after.open_floor()
    words = turn(room.conference, after.conference, room.clock.now())
    assert words == "Nigeria speaks, at 0:05 of 3:00, and loses the floor."


def test_an_undo_foreseen_is_the_undo_done(room: Chamber) -> None:
    what, after = room.ledger.foresee(Undo(), room.clock.now(), room.station)
    room.record(room.ledger.undo(room.clock.now()))
    assert "Guinea" in what and room.waiting() == ["NGA"]
    assert after.lists == room.conference.lists
    again, then = room.ledger.foresee(Redo(), room.clock.now(), room.station)
    assert again == what and len(then.list_of("1(f)", room.conference.body).waiting) == 2


def test_an_act_that_changes_little_is_done_at_once(room: Chamber) -> None:
    commands: list[Command] = [read_line("withdraw NGA"), read_line("note late")]
    assert all(caution(room.conference, room.clock.now(), one) == "" for one in commands)


def test_another_class_is_asked_about_where_it_changes_something(room: Chamber) -> None:
    voters = sum(
        one.registered and one.participant.value.endswith("party")
        for one in room.conference.delegations
    )
    words = said(room, 'edit-delegation NGA --class "observer State"')
    assert words == (
        "It takes part as an observer State then. Nigeria waits on the list for item 1(f). "
        f"It no longer votes: {voters - 1} parties are registered then."
    )
    room.do("give-floor")
    room.do("start-clock")
    room.clock.advance(20)
    room.do("end-statement")
    heard = room.conference.statements[-1].whose
    words = said(room, f'edit-delegation {heard} --class "signatory State"')
    assert "was heard once, and the record names it with its new class." in words
    assert said(room, "edit-delegation NGA --group African") == ""
    assert said(room, 'edit-delegation NGA --class "State party"') == "", "it is one already"
