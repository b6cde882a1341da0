"""Every rule has tests by its number, one of them of what it refuses; the last few are here."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from plenary_tui.actions.typed import WrongUsage, read_line
from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.state.vocabulary import FloorKind, Language
from plenary_tui.views.public.caption import caption
from plenary_tui.views.public.snapshot import take_snapshot
from tests.chamber import Chamber

TESTS = Path(__file__).parents[1]
ROWS = range(1, 37)
NOT_BUILT = {30}
"""Order by protocol rank waits until somebody asks for it."""
A_TEST = re.compile(r"^(?:async )?def (test_row_\w+)\(.*?(?=^(?:async )?def |\Z)", re.S | re.M)
A_REFUSAL = re.compile(r"refus|raises\(|Problem", re.I)


def rows_tested() -> dict[int, list[bool]]:
    """For each row its tests, and whether each of them is of something that is refused."""
    found: dict[int, list[bool]] = defaultdict(list)
    for file in sorted(TESTS.rglob("test_*.py")):
        for test in A_TEST.finditer(file.read_text(encoding="utf-8")):
            for row in re.findall(r"(?:row|and)_(\d+)", test.group(1)):
                found[int(row)].append(bool(A_REFUSAL.search(test.group(0))))
    return found


@pytest.mark.parametrize("row", [one for one in ROWS if one not in NOT_BUILT])
def test_a_row_is_tested_with_what_it_refuses(row: int) -> None:
    tests = rows_tested()[row]
    assert tests, f"no test_row_{row:02} anywhere"
    assert any(tests), f"no test_row_{row:02} of a refusal"


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); Niger, an IGO and an NGO wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "UNIDROIT", "Sample Watch")
    return chamber


def test_row_07_a_day_of_tabling_that_is_none_is_refused(chamber: Chamber) -> None:
    fields = {"title": "On fraud", "sponsor": "NGA", "symbol": "L.1"}
    refusal = chamber.refused("table-document", **fields, tabled="soon")
    assert "soon" in refusal.why and refusal.instead
    chamber.do("table-document", **fields, tabled="2024-09-30")
    assert chamber.conference.documents[0].tabled is not None


def test_row_13_there_is_no_question_to_a_speaker(chamber: Chamber) -> None:
    assert not any("question" in act or "answer" in act for act in ACTS)
    assert not any("question" in kind for kind in FloorKind)
    chamber.speak(30)
    with pytest.raises(WrongUsage, match="is not one of"):
        read_line("give-floor --to question")
    refusal = chamber.refused("give-floor", entry="Guinea")
    assert "Guinea" in refusal.why, "nobody is heard who is not on the list"


def test_row_13_an_ngo_raises_no_point_and_replies_only_by_way_of_exception(
    chamber: Chamber,
) -> None:
    chamber.speak(30)
    assert "Only States parties" in chamber.refused("raise-point", delegation="Sample Watch").why
    assert chamber.refused("request-reply", delegation="Sample Watch").remedy == "override"


def test_row_14_a_reminder_is_for_the_officer_alone(chamber: Chamber) -> None:
    entry = str(chamber.entry("WATCH").id)
    chamber.do("note", text="speaks of one country", entry=entry)
    chamber.do("give-floor", entry=entry, reason="leaves early")
    chamber.do("start-clock")
    chamber.do("call-to-order", ground="language")
    snapshot = take_snapshot(chamber.conference, chamber.clock.now(), built_in()).model_dump_json()
    assert [one.text for one in chamber.conference.notes] == ["speaks of one country"]
    for word in ("one country", "calls_to_order", "language)"):
        assert word not in snapshot
    assert "country" not in caption(chamber.conference).words


def test_row_14_the_program_judges_nothing_and_refuses_only_an_empty_note(
    chamber: Chamber,
) -> None:
    assert chamber.refused("note", text="").why == "The note is empty."
    chamber.do("give-floor", entry="Sample Watch", reason="leaves early")
    chamber.do("start-clock")
    chamber.do("call-to-order", ground="relevance")
    chamber.clock.advance(60)
    assert chamber.elapsed == 60, "a call to order stops nobody"


def test_row_15_a_list_is_carried_over_once_and_only_with_somebody_on_it(
    chamber: Chamber,
) -> None:
    before = chamber.waiting()
    chamber.do("carry-over")
    assert chamber.waiting() == before, "the order is intact"
    assert "2nd meeting already" in chamber.refused("carry-over").why
    chamber.do("take-up-item", item="2(a)")
    assert "Nobody waits" in chamber.refused("carry-over").why


def test_row_17_an_ngo_is_called_before_a_state_for_a_reason_only(chamber: Chamber) -> None:
    refusal = chamber.refused("give-floor", entry="Sample Watch")
    assert refusal.why.startswith("Niger is next") and refusal.remedy == "reason"
    chamber.do("give-floor", entry="Sample Watch", reason="leaves for the airport")
    assert chamber.speaker == "WATCH"
    assert chamber.waiting() == ["NER", "UNIDROIT"]


def test_row_36_a_seventh_language_is_refused_naming_the_six() -> None:
    with pytest.raises(WrongUsage) as wrong:
        read_line("inscribe Niger --language German")
    for language in Language:
        assert str(language) in str(wrong.value)
