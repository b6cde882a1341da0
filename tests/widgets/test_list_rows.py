"""Rows of the list of speakers: each fits its width, and what matters least goes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.procedure.speakers.lists import with_changed_entry
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Delivery
from plenary_tui.views.podium.listing import Listing
from plenary_tui.widgets.list_rows import cropped, row_parts
from tests.views.podium.lists import LONGEST, full_list, shown


def line_of(row_of: Listing, place: int, width: int) -> str:
    parts = row_parts(row_of.row(place), width, row_of.number_width)
    return "".join(part.text for part in parts)


def test_who_speaks_is_left_out_where_only_a_letter_would_have_room() -> None:
    row = replace(
        shown(full_list()).row(2), language=None, who="Director of Studies", remark="not reached"
    )
    name = row.name
    told = []
    for width in range(80, 100):
        line = "".join(part.text for part in row_parts(row, width, 3))
        told.append(line.partition(name)[2].removesuffix("  not reached").strip())
    assert told[0] == "" and told[-1] == "Director of Studies"
    assert min(len(one) for one in told if one) >= 6, told


@given(
    st.integers(1, 220),
    st.text(max_size=60),
    st.text(max_size=60),
    st.booleans(),
    st.sampled_from(range(6)),
)
def test_every_row_is_exactly_as_wide_as_the_screen(
    width: int, moved: str, speaker: str, ready: bool, which: int
) -> None:
    speakers = full_list()
    entry = replace(
        speakers.waiting[which],
        moved_because=moved,
        speaker=speaker,
        ready=ready,
        delivery=Delivery.VIDEO,
        on_behalf_of=moved,
        absences=2,
    )
    rows = shown(with_changed_entry(speakers, entry))
    for place in range(len(rows)):
        assert cell_len(line_of(rows, place, width)) == width


@given(st.text(max_size=30), st.integers(0, 30))
def test_a_cropped_text_fits(text: str, width: int) -> None:
    assert cell_len(cropped(text, width)) <= width


@pytest.mark.parametrize("width", [58, 76, 110, 160])
def test_why_an_entry_was_moved_stands_at_every_width(width: int) -> None:
    speakers = full_list()
    for entry in speakers.waiting:
        moved = replace(entry, moved_because="exchanged places", delivery=Delivery.VIDEO)
        rows = shown(with_changed_entry(speakers, moved))
        place = rows.index_of(entry.id)
        assert place is not None
        assert "↕ exchanged" in line_of(rows, place, width)


def test_what_stands_on_the_right_goes_first() -> None:
    speakers = full_list()
    entry = replace(
        speakers.waiting[1], ready=True, function="Minister", on_behalf_of="the Western Group"
    )
    rows = shown(with_changed_entry(speakers, entry))
    wide, middle, narrow = (line_of(rows, 2, width) for width in (170, 110, 76))
    assert "in the room" in wide and "Minister" in wide and "for the Western Group" in wide
    assert "in the room" in middle and "French" in middle and "Minister" in middle
    assert "in the room" not in narrow and "✓" in narrow and " fr " in narrow
    assert all(LONGEST in line for line in (wide, middle, narrow))
    assert "✓ United Kin" in line_of(rows, 2, 30)


@pytest.mark.parametrize(
    ("width", "said"),
    [(40, "  explains "), (80, "  explains "), (120, "  explains before action ")],
)
def test_that_a_position_is_explained_stands_at_every_width(width: int, said: str) -> None:
    row = replace(shown(full_list()).row(2), name="Niger", explains="explains before action")
    assert said in "".join(part.text for part in row_parts(row, width, 3)) + " "
