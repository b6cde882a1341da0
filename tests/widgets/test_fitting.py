"""Words in little room: what matters least goes first, and goes whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.views.wording.telling import Named
from plenary_tui.widgets.fitting import fitted, fitted_names

LINE = (
    ("Not reached: 9 States, 15 IGOs, 40 NGOs", "Not reached 9 States, 15 IGOs, 40 NGOs"),
    ("12 at risk",),
    ("List ends Tue 12:40",),
)
NGOS = Named("Warn 4 not reached", ("Equality Now", "Global Witness", "PAX", "Polaris"))


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (80, "Not reached: 9 States, 15 IGOs, 40 NGOs · 12 at risk · List ends Tue 12:40"),
        (73, "Not reached 9 States, 15 IGOs, 40 NGOs · 12 at risk · List ends Tue 12:40"),
        (72, "Not reached: 9 States, 15 IGOs, 40 NGOs · 12 at risk"),
        (51, "Not reached 9 States, 15 IGOs, 40 NGOs · 12 at risk"),
        (50, "Not reached: 9 States, 15 IGOs, 40 NGOs"),
        (38, "Not reached 9 States, 15 IGOs, 40 NGOs"),
        (20, "Not reached 9 State…"),
    ],
)
def test_what_matters_least_gives_way_whole(width: int, text: str) -> None:
    assert fitted(LINE, width) == text


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (80, "Warn 4 not reached: Equality Now, Global Witness, PAX, Polaris"),
        (61, "Warn 4 not reached: Equality Now, Global Witness and 2 more"),
        (50, "Warn 4 not reached: Equality Now and 3 more"),
        (42, "Warn 4 not reached: Equality N… and 3 more"),
    ],
)
def test_whole_names_and_how_many_more(width: int, text: str) -> None:
    assert fitted_names(NGOS, width) == text


def test_a_long_name_is_cut_rather_than_keep_others_from_being_named() -> None:
    long = "International Commission of Catholic Prison Pastoral Care"
    named = Named("Warn", ("Equality Now", long, "PAX", "Polaris"))
    cut = "Warn: Equality Now, International Commission…, PAX, Polaris"
    assert fitted_names(named, 62) == cut
    assert fitted_names(named, 100).count(long) == 1


WORDS = st.lists(st.lists(st.text("ab 好", min_size=1, max_size=9), min_size=1, max_size=2))


@given(WORDS, st.integers(1, 60))
def test_nothing_is_wider_than_its_room(said: list[list[str]], width: int) -> None:
    ordered = [tuple(sorted(one, key=cell_len, reverse=True)) for one in said]
    assert cell_len(fitted(ordered, width)) <= width
    named = Named("head", tuple(one[0] for one in ordered))
    assert cell_len(fitted_names(named, width)) <= width
