"""What a podium recorded alone is noted, done again by the rules of now, or left."""

from __future__ import annotations

from plenary_tui.procedure.alone.recorded_alone import ActsAlone, NoteAlone, open_alone
from plenary_tui.procedure.ground.act import Remedy
from plenary_tui.procedure.state.conference import Alone
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Became
from tests.chamber import Chamber, vienna


def alone(number: int, act: str, fields: str, station: str = "podium@a") -> Alone:
    """An act as it is found; its number is given when it is noted."""
    at = vienna(14, 10, 40 + number)
    return Alone(0, station, at, f"Number {number}.", f"hash {number}", act, fields)


ACTS = (
    alone(1, "inscribe", '{"delegation":"NER","item":"1(f)"}'),
    alone(2, "mark-ready", '{"entry":"1(f) NER"}'),
    alone(3, "", ""),
)


def noted(*acts: Alone) -> Chamber:
    """A chamber with the floor open in which acts recorded alone are noted."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.record(*chamber.decide(NoteAlone(acts=acts or ACTS)))
    return chamber


def test_the_journal_says_that_there_were_such_acts_whose_when_and_which() -> None:
    chamber = noted()
    event = chamber.records[-1].event
    assert isinstance(event, ActsAlone)
    assert event.sentence(chamber.conference) == (
        "Recorded alone by podium@a from 10:41 to 10:43, and not in this journal, 3 acts: "
        "Number 1. Number 2. Number 3."
    )
    named = tuple(replace(one, podium="the first podium") for one in ACTS)
    said = ActsAlone(at=event.at, acts=named).sentence(chamber.conference)
    assert said.startswith("Recorded alone by the first podium from 10:41")
    one = ActsAlone(at=event.at, acts=ACTS[:1])
    assert "podium@a at 10:41, and not in this journal, 1 act: " in one.sentence(chamber.conference)
    many = ActsAlone(at=event.at, acts=(*ACTS, alone(4, "", "", "list desk"), *ACTS))
    said = many.sentence(chamber.conference)
    assert "by podium@a and list desk from" in said and "7 acts" in said and "And 2 more." in said


def test_what_is_noted_already_is_not_noted_again() -> None:
    chamber = noted(*ACTS[:2])
    chamber.record(*chamber.decide(NoteAlone(acts=ACTS)))
    assert [one.number for one in chamber.conference.alone] == [1, 2, 3]
    refused = chamber.refused("do-again", alone=4)
    assert "no" not in refused.why[:2] and "numbers 1 to 3" in refused.instead
    assert "noted already" in str(_refusal(chamber))


def _refusal(chamber: Chamber) -> Exception:
    try:
        chamber.decide(NoteAlone(acts=ACTS))
    except Exception as error:
        return error
    raise AssertionError("it was noted twice")


def test_it_is_done_again_as_an_act_of_now_and_the_journal_says_so() -> None:
    chamber = noted()
    before = chamber.conference
    inscribed, done = chamber.do("do-again", alone=1)
    assert inscribed.kind == "inscribed" and inscribed.at == chamber.clock.now()
    assert done.sentence(before) == "So podium@a had recorded it alone at 10:41."
    assert chamber.conference.alone[0].became is Became.DONE
    assert "done again already" in chamber.refused("do-again", alone=1).why
    assert "done again already" in chamber.refused("leave-undone", alone=1).why
    chamber.do("do-again", alone=2)
    (entry,) = chamber.conference.list_of("1(f)", chamber.conference.body).waiting
    assert entry.delegation == "NER" and entry.ready
    chamber.do("undo")
    assert [one.number for one in open_alone(chamber.conference)] == [2, 3], "it is open again"


def test_what_means_nothing_now_is_refused_with_its_reason_and_stays_open() -> None:
    chamber = noted()
    chamber.inscribe("NER")
    assert "on the list for item 1(f) already" in chamber.refused("do-again", alone=1).why
    assert len(open_alone(chamber.conference)) == 3
    assert "Number 3." in chamber.refused("do-again", alone=3).why, "none that a key can do"


def test_a_refusal_that_may_be_overruled_is_overruled_by_the_officer_of_now() -> None:
    acts = (
        alone(1, "inscribe", '{"delegation":"WATCH","item":"1(f)"}'),
        alone(2, "move", '{"entry":"1(f) NER","to":"1st"}'),
    )
    chamber = noted(*acts)
    chamber.inscribe("GIN", "NER")
    assert chamber.refused("do-again", alone=1).remedy is Remedy.OVERRIDE, "no speaker is named"
    events = chamber.do("do-again", alone=1, override="They will tell us")
    assert [one.kind for one in events] == ["overruled", "inscribed", "act alone done again"]
    assert chamber.refused("do-again", alone=2).remedy is Remedy.REASON
    chamber.do("do-again", alone=2, reason="agreed")
    assert (
        chamber.conference.list_of("1(f)", chamber.conference.body).waiting[0].delegation == "NER"
    )


def test_it_may_be_left_undone_and_that_be_taken_back() -> None:
    chamber = noted()
    (left,) = chamber.do("leave-undone", alone=3)
    assert left.sentence(chamber.conference) == (
        "What podium@a recorded alone at 10:43 is left undone: Number 3."
    )
    assert "left undone already" in chamber.refused("do-again", alone=3).why
    chamber.do("undo")
    assert len(open_alone(chamber.conference)) == 3


def test_all_that_is_open_may_be_left_at_once_once_that_is_confirmed() -> None:
    chamber = noted()
    chamber.do("do-again", alone=1)
    assert chamber.refused("leave-undone", all=True).remedy is Remedy.CONFIRM
    assert len(chamber.do("leave-undone", all=True, confirm=True)) == 2
    assert not open_alone(chamber.conference)
    assert "to be decided" in chamber.refused("leave-undone", all=True).why
    assert "was not said" in chamber.refused("leave-undone").why
    chamber.do("undo")
    assert len(open_alone(chamber.conference)) == 2, "by one undo all are open again"


def test_undoing_takes_back_what_was_done_before_it_was_noted() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("GIN")
    chamber.record(*chamber.decide(NoteAlone(acts=ACTS)))
    (undone,) = chamber.do("undo")
    assert "Guinea was inscribed" in undone.sentence(chamber.conference)
    assert len(chamber.conference.alone) == 3, "the note stays"
    assert chamber.replayed() == chamber.conference
    chamber.station = "another"
    assert chamber.ledger.others_act("another") is not None
    assert "floor" in chamber.ledger.others_act("another").what.casefold()  # type: ignore[union-attr]
