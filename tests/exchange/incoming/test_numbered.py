"""Symbols of agenda items, as written and where they are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.numbered import Matter, number_items, symbol_of
from plenary_tui.exchange.problems import Problem
from tests.exchange.incoming.offices import read, told


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("1", "1"),
        ("Item 1 (a).", "1(a)"),
        ("Point 2", "2"),
        ("Пункт 3", "3"),
        ("1 a)", "1(a)"),
        ("2)", "2"),
        ("٤", "4"),
        ("1.2", "1.2"),
        ("议程项目 5", "5"),
    ],
)
def test_a_symbol_is_written_one_way(written: str, symbol: str) -> None:
    assert symbol_of(written) == symbol


def numbered(*matters: tuple[str, str]) -> list[tuple[str, str]]:
    """Symbols and titles of items, of those a file has."""
    problems: list[Problem] = []
    made = [Matter(line, *one) for line, one in enumerate(matters, start=1)]
    items = number_items("a.csv", made, problems)
    assert not problems
    return [(item.symbol, item.title) for item in items]


def test_a_letter_after_its_heading_belongs_to_it() -> None:
    assert numbered(("1", "Opening"), ("(a)", "Election"), ("b)", "Agenda"), ("2", "Debate")) == [
        ("1", "Opening"),
        ("1(a)", "Election"),
        ("1(b)", "Agenda"),
        ("2", "Debate"),
    ]


def test_items_without_a_symbol_are_numbered() -> None:
    assert numbered(("", "Opening"), ("", "Debate")) == [("1", "Opening"), ("2", "Debate")]


def test_a_symbol_that_stands_in_the_title_is_taken_from_it() -> None:
    given = ("", "1. Opening"), ("", "(a) Election"), ("", "2. Debate of 2024")
    assert numbered(*given) == [("1", "Opening"), ("1(a)", "Election"), ("2", "Debate of 2024")]
    assert numbered(("", "1 Opening"), ("", "2 Debate")) == [("1", "Opening"), ("2", "Debate")]
    assert numbered(("", "2024 in review")) == [("1", "2024 in review")]
    given = ("", "1 Opening"), ("", "1(a) Election"), ("", "2 Debate")
    assert numbered(*given) == [("1", "Opening"), ("1(a)", "Election"), ("2", "Debate")]


def test_a_symbol_that_stands_twice_is_told(tmp_path: Path) -> None:
    offer = read(tmp_path, "a.csv", "Item,Title\n1,Opening\n1,Debate\n2,\n")
    assert told(offer) == [
        "a.csv, line 3, item: “1” is the symbol of two items (the other: line 2); "
        "expected each once",
        "a.csv, line 4, Title: is empty; expected a title",
    ]
