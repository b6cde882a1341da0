"""What a file leaves unnumbered never takes the place of another item."""

from __future__ import annotations

from plenary_tui.exchange.incoming.offer import OfferedItem
from plenary_tui.exchange.incoming.renumbered import symbols_here
from plenary_tui.procedure.state.conference import AgendaItem
from plenary_tui.procedure.state.frozen import replace
from tests.exchange.incoming.offices import conference

AGENDA = (("1", "Opening"), ("2", "Debate"), ("2(a)", "Drafts"), ("3", "Closing"))


def here(*items: tuple[str, str, bool]) -> dict[str, str]:
    agenda = tuple(AgendaItem(symbol, title) for symbol, title in AGENDA)
    offered = [OfferedItem(line, *one) for line, one in enumerate(items, start=2)]
    return symbols_here(offered, replace(conference(), items=agenda))


def test_an_item_that_was_counted_is_known_by_its_title() -> None:
    assert here(("1", "Debate", True), ("2", "closing", True)) == {"1": "2", "2": "3"}


def test_one_that_is_not_there_comes_after_the_others() -> None:
    assert here(("1", "Elections", True), ("2", "Awards", True)) == {"1": "4", "2": "5"}


def test_what_belongs_to_an_item_goes_with_it() -> None:
    given = (("1", "Debate", True), ("1(a)", "Notes", True), ("1(b)", "Drafts", True))
    assert here(*given) == {"1": "2", "1(a)": "2(b)", "1(b)": "2(a)"}


def test_a_symbol_of_the_file_stands() -> None:
    assert here(("3", "Closing, revised", False), ("4", "Dinner", True)) == {}
    assert here(("4", "Elections", False), ("4", "Dinner", True)) == {"4": "5"}
