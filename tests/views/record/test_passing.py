"""How lists went against the clock: promises of the first call, and who waited when."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.views.record.passing import Passage, passages
from plenary_tui.views.record.scope import Scope, choose
from tests.chamber import Chamber
from tests.views.record.recorded import course_of

WAITING = ("Nigeria", "Niger", "Guinea", "Guinea-Bissau")


def passed(chamber: Chamber, scope: Scope | None = None) -> tuple[Passage, ...]:
    """How the lists of a chamber went."""
    chosen = choose(chamber.conference, course_of(chamber), scope or Scope(whole=True))
    return passages(chamber.ledger.in_force, chosen)


def heard(chamber: Chamber, seconds: float = 170) -> None:
    """Have the next on the list heard."""
    chamber.speak(seconds)
    chamber.do("end-statement")


def four_waiting() -> Chamber:
    """A chamber with four on the list of 1(f), nobody called yet."""
    chamber = Chamber()
    chamber.open_floor("1(f)")
    chamber.inscribe(*WAITING)
    return chamber


def test_before_the_first_call_there_is_none() -> None:
    assert passed(four_waiting()) == ()


def test_what_was_promised_at_the_first_call_and_what_came() -> None:
    chamber = four_waiting()
    for _ in WAITING:
        heard(chamber, 240)
    (one,) = passed(chamber)
    assert (one.item, one.meeting, one.promised, one.came_since) == ("1(f)", 1, 4, 0)
    assert [kept.came_at for kept in one.kept] == sorted(kept.came_at for kept in one.kept)
    late = [kept.late for kept in one.kept]
    assert late == sorted(late) and late[-1] > 0  # each took longer than it was given


def test_who_was_inscribed_since_was_promised_nothing() -> None:
    chamber = four_waiting()
    heard(chamber)
    chamber.inscribe("Türkiye")
    for _ in range(4):
        heard(chamber)
    (one,) = passed(chamber)
    assert (one.promised, len(one.kept), one.came_since) == (4, 4, 1)


def test_how_many_wait_at_the_first_call_and_after_each_statement() -> None:
    chamber = four_waiting()
    for _ in WAITING[:3]:
        heard(chamber)
    (one,) = passed(chamber)
    assert [each.count for each in one.waiting] == [4, 3, 2, 1]
    assert one.waiting[1].at - one.waiting[0].at >= timedelta(seconds=170)
    assert one.ends_at == chamber.conference.ends_at


def test_what_was_undone_did_not_pass() -> None:
    chamber = four_waiting()
    heard(chamber)
    heard(chamber)
    chamber.do("undo")
    (one,) = passed(chamber)
    assert len(one.kept) == 1


def test_replies_and_other_items_are_not_of_the_list() -> None:
    chamber = four_waiting()
    heard(chamber)
    chamber.open_floor("2")
    chamber.inscribe("Nigeria")
    heard(chamber)
    assert [one.item for one in passed(chamber)] == ["1(f)", "2"]
    assert [one.item for one in passed(chamber, Scope(item="2"))] == ["2"]


def test_who_waits_while_the_meeting_goes_on_has_not_failed_to_come() -> None:
    chamber = four_waiting()
    heard(chamber)
    chamber.do("give-floor")
    (one,) = passed(chamber)
    assert (one.promised, len(one.kept), one.to_come, one.failed) == (4, 1, 3, 0)
    chamber.do("withdraw", entry="Guinea-Bissau")
    (one,) = passed(chamber)
    assert (one.to_come, one.failed) == (2, 1)
    chamber.do("start-clock")
    chamber.do("end-statement")
    chamber.do("adjourn-meeting")
    (one,) = passed(chamber)
    assert (len(one.kept), one.to_come, one.failed) == (2, 0, 2)
