"""Runs of one writing: together they are the text; brackets in a text from the right go with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.views.record.writing_runs import (
    LANGUAGES,
    RIGHT_TO_LEFT,
    Writing,
    reads_from_right,
    runs,
)
from plenary_tui.views.wording.tongue import PAIR, harmless

A, H, C, L = Writing.ARABIC, Writing.HEBREW, Writing.CHINESE, Writing.LATIN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Nigeria", [("Nigeria", L)]),
        ("Сергей Лавров, é", [("Сергей Лавров, é", L)]),
        ("سامح شكري", [("سامح شكري", A)]),
        ("H.E. سامح شكري 2", [("H.E. ", L), ("سامح شكري", A), (" 2", L)]),
        ("王毅 (部长)", [("王毅", C), (" (", L), ("部长", C), (")", L)]),
        ("وزير (Minister)", [("وزير", A), (" (", A), ("Minister", L), (")", A)]),
        ("דוד Ben", [("דוד", H), (" ", A), ("Ben", L)]),
        (
            harmless("البند 1(f)، «A»"),
            [
                *(("البند", A), (" ", A), ("\u200e1(f)", L), (PAIR, A), ("،", A)),
                *((" «", A), ("A", L), ("»", A)),
            ],
        ),
    ],
)
def test_a_text_in_its_runs(text: str, expected: list[tuple[str, Writing]]) -> None:
    assert [(one.text, one.writing) for one in runs(text)] == expected


@given(st.text(st.sampled_from("aZ 1(),.-éЖسح\u0660王部。ד\U00020000\n\u064b"), max_size=20))
def test_together_they_are_the_text(text: str) -> None:
    assert "".join(one.text for one in runs(text)) == text
    assert all(one.text for one in runs(text))


@pytest.mark.parametrize(
    ("text", "right"),
    [("", False), ("(1) سامح", True), ("a سامح", False), ("王", False), ("12", False), ("ד", True)],
)
def test_the_first_letter_says_from_where_it_is_read(text: str, right: bool) -> None:
    assert reads_from_right(text) is right


def test_each_has_a_language() -> None:
    assert LANGUAGES.keys() == set(Writing) > RIGHT_TO_LEFT
