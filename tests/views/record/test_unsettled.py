"""What is not settled: drafts that nothing was decided on, States whose group is not known."""

from __future__ import annotations

from plenary_tui.views.record.unsettled import undecided, without_group
from tests.views.record.recorded import record_of, speak, spoken_on
from tests.views.record.test_lacking import gaps


def test_a_draft_that_was_taken_up_and_on_which_nothing_was_decided() -> None:
    chamber = spoken_on("2", "Nigeria")
    chamber.do("take-up-document", document="L.4")
    assert [one.label for one in undecided(record_of(chamber))] == ["L.4"]
    assert gaps(chamber)["L.4"] == "an action: it was taken up, and none noted"
    chamber.do("vote-document", in_favour=5, against=1, abstaining=1)
    assert not list(undecided(record_of(chamber)))


def test_states_without_a_group_are_named_and_organizations_not() -> None:
    chamber = spoken_on("1(f)", "Türkiye", "Niger")
    speak(chamber, "INTERPOL")
    groups = {one.group for one in record_of(chamber).statements}
    assert groups == {None}
    assert without_group(record_of(chamber)) == ["Niger", "Türkiye"]
    assert gaps(chamber)["Statistics"] == "the regional group of Niger and Türkiye"
