"""The floor is given to who is next, and to another for a reason only (rows 13 and 17)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.state.vocabulary import FloorKind
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); Niger, an IGO and an NGO wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "UNIDROIT", "Sample Watch")
    return chamber


def test_row_13_there_is_no_question_to_a_speaker(chamber: Chamber) -> None:
    assert not any("question" in act or "answer" in act for act in ACTS)
    assert not any("question" in kind for kind in FloorKind)
    chamber.speak(30)
    refusal = chamber.refused("give-floor", entry="Guinea")
    assert "Guinea" in refusal.why, "nobody is heard who is not on the list"


def test_row_13_an_ngo_raises_no_point_and_replies_only_by_way_of_exception(
    chamber: Chamber,
) -> None:
    chamber.speak(30)
    assert "Only States parties" in chamber.refused("raise-point", delegation="Sample Watch").why
    assert chamber.refused("request-reply", delegation="Sample Watch").remedy == "override"


def test_row_17_an_ngo_is_called_before_a_state_for_a_reason_only(chamber: Chamber) -> None:
    refusal = chamber.refused("give-floor", entry="Sample Watch")
    assert refusal.why.startswith("Niger is next") and refusal.remedy == "reason"
    chamber.do("give-floor", entry="Sample Watch", reason="leaves for the airport")
    assert chamber.speaker == "WATCH"
    assert chamber.waiting() == ["NER", "UNIDROIT"]
