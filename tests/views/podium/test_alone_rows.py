"""What was recorded alone in words: who, when, what, and what became of it."""

from __future__ import annotations

from plenary_tui.procedure.alone.recorded_alone import NoteAlone
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.podium.alone_rows import alone_lines, alone_rows, told_alone
from tests.chamber import Chamber
from tests.ui.scenes import ALONE


def noted(count: int = 2) -> Chamber:
    chamber = Chamber()
    chamber.open_floor()
    acts = (*ALONE, replace(ALONE[0], station="desk", row="3"))[:count]
    chamber.record(*chamber.decide(NoteAlone(acts=acts)))
    return chamber


def test_each_act_has_a_line_with_what_became_of_it() -> None:
    chamber = noted(3)
    chamber.do("do-again", alone=1)
    chamber.do("leave-undone", alone=3)
    now = chamber.clock.now()
    assert [row.line for row in alone_rows(chamber.conference, now)] == [
        "  1  10:00  podium@b  done again   Niger was inscribed.",
        "  2  10:00  podium@b  by hand      A file was taken over.",
        "  3  10:00  desk      left undone  Niger was inscribed.",
    ]
    title, first, *_ = alone_lines(chamber.conference, now)
    assert "3, of which 1 to decide" in title and first.startswith("  1  10:00  podium@b")


def test_the_officer_is_told_in_one_sentence_while_something_is_to_be_decided() -> None:
    assert told_alone(noted(1).conference) == (
        "podium@b recorded 1 act alone, which is not in the journal: [recorded-alone] lists it."
    )
    chamber = noted(3)
    assert told_alone(chamber.conference).startswith("podium@b and desk recorded 3 acts alone")
    for number in (1, 2, 3):
        chamber.do("leave-undone", alone=number)
    assert told_alone(chamber.conference) == ""
    assert alone_lines(Chamber().conference, chamber.clock.now()) == ()
