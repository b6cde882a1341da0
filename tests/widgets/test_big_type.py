"""Large type: covered texts are spelled right and fit; the clock does not jitter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from plenary_tui.widgets.big_type import BigType, big_lines, covers, fits, set_large
from plenary_tui.widgets.pixel_type import is_to_scale

CLOCK_ROOMS = [(30, 5), (46, 8), (90, 15)]
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DRAWN = CAPITALS + "0123456789 :+-.'(),&/" + "ÁÀÂÄÃÅČÇȘÉÈÊËÍÎÏÑÓÔÖÕŠÚÙÛÜŮÝŽİ"


@given(st.text(DRAWN, min_size=1, max_size=30), st.integers(1, 4))
def test_the_lines_of_a_text_are_equally_wide(text: str, scale: int) -> None:
    assert covers(text)
    lines = big_lines(text, scale)
    assert len({len(line) for line in lines}) == 1
    assert set("".join(lines)) <= set(" ▀▄█")


@given(st.text(max_size=20), st.integers(0, 60), st.integers(0, 9))
def test_whatever_is_typed_stays_in_its_room(text: str, width: int, height: int) -> None:
    lines = set_large(text, width, height) or ()
    assert len(lines) <= height
    assert all(len(line) <= width for line in lines)
    assert fits(text, width, height) is bool(lines)


def test_no_two_characters_look_alike() -> None:
    pictures = {character: tuple(big_lines(character)) for character in DRAWN if character != " "}
    alike = [
        (one, other)
        for one in pictures
        for other in pictures
        if one < other and pictures[one] == pictures[other]
    ]
    assert alike == []


@pytest.mark.parametrize("room", CLOCK_ROOMS)
@pytest.mark.parametrize("shape", ["{0}:{0}{0}", "+{0}:{0}{0}", "-{0}:{0}{0}", "{0}{0}:{0}{0}"])
def test_the_clock_has_one_size_for_all_digits_and_fills_its_room(
    room: tuple[int, int], shape: str
) -> None:
    drawn = {set_large(shape.format(digit), *room, "+0:00") for digit in range(10)}
    assert None not in drawn
    assert len({len(lines[0]) for lines in drawn if lines}) == 1
    assert {len(lines) for lines in drawn if lines} == {room[1]}


def test_the_strokes_of_the_smallest_clock_are_two_columns_thick() -> None:
    assert set_large("8", 30, 5, "+0:00") == ("██████", "██  ██", "██████", "██  ██", "██████")


def test_a_name_with_accents_is_spelled_right() -> None:
    assert big_lines("Ü") == ["▄  ▄", "▄  ▄", "█  █", "▀▄▄▀"]
    assert big_lines("Ô") != big_lines("O")
    assert big_lines("ç") != big_lines("c")
    for name in (
        "Türkiye",
        "Côte d'Ivoire",
        "Côte d\u2019Ivoire",
        "Curaçao",
        "São Tomé and Príncipe",
    ):
        assert covers(name)
        assert fits(name, 120, 5)
        assert big_lines(name) == big_lines(unicodedata.normalize("NFD", name))


@pytest.mark.parametrize(
    "text", ["中国", "مصر", "Россия", "Ế", "tab\t", "Łódź", "\x1b[31m", "", "\u0301", "\u0301E"]
)
def test_what_cannot_be_spelled_right_is_not_covered(text: str) -> None:
    assert not covers(text)
    assert not fits(text, 200, 20)


@given(st.text(DRAWN, min_size=1, max_size=12), st.integers(2, 5))
def test_all_but_the_signs_of_a_clock_is_as_much_wider_as_it_is_larger(
    text: str, scale: int
) -> None:
    if is_to_scale(text):
        assert len(big_lines(text, scale)[0]) == scale * len(big_lines(text)[0])


def test_a_long_name_wraps_where_the_height_allows_it() -> None:
    name = "United Kingdom of Great Britain and Northern Ireland"
    assert not fits(name, 180, 5)
    assert fits(name, 180, 6)


class Shows(App[None]):
    """One text in large type."""

    CSS = "BigType { width: 46; height: 8; content-align: center middle; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.drawn = 0

    def compose(self) -> ComposeResult:
        big = BigType()
        big.text = self.text
        yield big


def on_screen(pilot: Pilot[None]) -> list[str]:
    """The lines of the widget."""
    big = pilot.app.query_one(BigType)
    return [big.render_line(y).text for y in range(big.size.height)]


async def test_the_widget_shows_the_clock_and_stands_still_between_seconds() -> None:
    app = Shows("2:59")
    async with app.run_test(size=(80, 24)) as pilot:
        lines = on_screen(pilot)
        assert all(len(line) == 46 for line in lines)
        assert "█" in lines[0] and "█" in lines[-1]
        big, drawn = app.query_one(BigType), []
        refresh = big.refresh
        big.refresh = lambda *args, **named: drawn.append(1) or refresh(*args, **named)
        big.text = "2:59"
        assert drawn == []
        big.text = "2:58"
        assert drawn == [1]
        assert on_screen(pilot) != lines


async def test_a_name_that_cannot_be_drawn_is_shown_plain_and_bold() -> None:
    app = Shows("阿拉伯叙利亚共和国 [bold]مصر[/bold] \x1b[31m" + "共和国" * 80)
    async with app.run_test(size=(80, 24)) as pilot:
        lines = on_screen(pilot)
        assert [cell_len(line) for line in lines] == [46] * 8
        assert "[bold]مصر[/bold]" in "".join(lines)
        assert "\x1b" not in "".join(lines)
        assert lines[-1].rstrip().endswith("…")
        strip = app.query_one(BigType).render_line(3)
        assert all(segment.style is not None and segment.style.bold for segment in strip)


async def test_it_grows_and_shrinks_with_its_room() -> None:
    app = Shows("2:59")
    async with app.run_test(size=(120, 36)) as pilot:
        big = app.query_one(BigType)
        large = sum(line.count("█") for line in on_screen(pilot))
        big.styles.width, big.styles.height = 30, 5
        await pilot.pause()
        assert sum(line.count("█") for line in on_screen(pilot)) < large
        big.styles.width, big.styles.height = 3, 1
        await pilot.pause()
        assert on_screen(pilot) == ["2:…"]
        big.text = ""
        assert on_screen(pilot) == ["   "]
