"""The strip of changes: who has spoken, is off the list, moved, new or changed since a row."""

from __future__ import annotations

import random

import pytest

from plenary_tui.procedure.state.vocabulary import Body
from plenary_tui.views.strip import Paper, _in_old_order, strip
from tests.chamber import Chamber

PRINTED = ("Nigeria", "Niger", "Guinea", "Guinea-Bissau", "Türkiye")


def paper(chamber: Chamber, item: str = "1(f)") -> Paper:
    """The list of an item as it stands."""
    conference = chamber.conference
    return Paper(conference, conference.list_of(item, Body.PLENARY), chamber.clock.now())


def named(chamber: Chamber, code: str) -> str:
    """What names the entry of a delegation in an act."""
    return f"#{chamber.entry(code).id}"


@pytest.fixture
def chamber() -> Chamber:
    """A chamber in which five wait on the list."""
    chamber = Chamber()
    chamber.open_floor("1(f)")
    for name in PRINTED:
        chamber.inscribe(name)
    return chamber


def parts(was: Paper, now: Paper) -> dict[str, list[str]]:
    """What is under each heading of the strip."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in strip(was, now).splitlines()[3:]:
        if line.startswith("  "):
            found[heading].append(line.strip())
        elif line.endswith(")") and line.isupper():
            heading = line.rpartition(" (")[0]
            found[heading] = []
    return found


def test_where_nothing_has_changed_the_paper_holds(chamber: Chamber) -> None:
    was = paper(chamber)
    text = strip(was, paper(chamber))
    row = chamber.conference.seq
    assert f"From row {row} of the journal to row {row}, " in text
    assert "Nothing has changed: the paper holds." in text
    assert "5 on the list now." in text


def test_who_has_spoken_and_has_the_floor_by_the_numbers_of_the_paper(chamber: Chamber) -> None:
    was = paper(chamber)
    chamber.speak(60)
    chamber.do("end-statement")
    chamber.do("give-floor")
    assert parts(was, paper(chamber)) == {
        "HAVE SPOKEN": ["1. Nigeria"],
        "HAS THE FLOOR": ["2. Niger"],
    }


def test_who_only_moved_up_was_not_moved(chamber: Chamber) -> None:
    was = paper(chamber)
    chamber.do("withdraw", entry=named(chamber, "NER"))
    assert parts(was, paper(chamber)) == {"OFF THE LIST": ["2. Niger"]}


def test_who_was_moved_with_the_place_and_why(chamber: Chamber) -> None:
    was = paper(chamber)
    chamber.do("move", entry=named(chamber, "TUR"), to="2", reason="minister leaves")
    assert parts(was, paper(chamber)) == {
        "MOVED": ["Türkiye: was 5, is 2, after Nigeria (minister leaves)"]
    }


def test_who_is_new_and_who_changed(chamber: Chamber) -> None:
    was = paper(chamber)
    chamber.inscribe("Sample Relief", speaker="A Person")
    chamber.do("edit", entry=named(chamber, "GIN"), speaker="Someone Else")
    found = parts(was, paper(chamber))
    assert list(found) == ["NEW", "OTHERWISE CHANGED"]
    assert found["NEW"][0].startswith("6. Sample Relief") and "A Person" in found["NEW"][0]
    assert found["NEW"][0].endswith("(after Türkiye)")
    assert found["OTHERWISE CHANGED"][0].startswith("3. Guinea, Someone Else")


def test_another_delegation_is_found_by_what_stands_on_the_paper(chamber: Chamber) -> None:
    was = paper(chamber)
    chamber.do("withdraw", entry=named(chamber, "NER"))
    chamber.do("edit", entry=named(chamber, "GIN"), delegation="European Union")
    (changed,) = parts(was, paper(chamber))["OTHERWISE CHANGED"]
    assert changed.startswith("2. European Union, ")
    assert changed.endswith(" (on the paper: 3. Guinea)")


def test_who_came_and_spoke_in_between(chamber: Chamber) -> None:
    empty = Chamber()
    empty.open_floor("1(f)")
    was = paper(empty)
    empty.inscribe("Nigeria")
    empty.speak(30)
    empty.do("end-statement")
    found = parts(was, paper(empty))
    assert found == {"SPOKE WITHOUT STANDING ON THE PAPER": ["Nigeria"]}


def test_what_was_undone_stands_again(chamber: Chamber) -> None:
    chamber.do("withdraw", entry=named(chamber, "NER"))
    was = paper(chamber)
    chamber.do("undo")
    assert parts(was, paper(chamber)) == {
        "NEW": ["2. Niger, Sample Speaker 1, Director (after Nigeria)"]
    }


def test_that_the_list_was_closed(chamber: Chamber) -> None:
    was = paper(chamber)
    chamber.do("close-list")
    text = strip(was, paper(chamber))
    assert "The list: closed" in text and "Nothing has changed" not in text


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ((), set()),
        ((1, 2, 3), {1, 2, 3}),
        ((5, 1, 2, 3), {1, 2, 3}),
        ((2, 3, 1), {2, 3}),
        ((3, 2, 1), {1}),
    ],
)
def test_the_fewest_are_said_to_have_moved(places: tuple[int, ...], kept: set[int]) -> None:
    assert _in_old_order(places) == kept


def test_whoever_was_not_moved_stands_in_the_old_order() -> None:
    chance = random.Random(7)
    for _ in range(200):
        places = chance.sample(range(30), 12)
        kept = [one for one in places if one in _in_old_order(places)]
        assert kept == sorted(kept)
