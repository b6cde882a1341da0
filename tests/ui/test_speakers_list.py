"""The list of speakers: the cursor keeps to its entry, every line fits, nothing typed is obeyed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.message import Message

from plenary_tui.procedure.speakers.lists import with_changed_entry, with_entry, without_entry
from plenary_tui.procedure.state.conference import (
    AgendaItem,
    Conference,
    Delegation,
    Entry,
    SpeakersList,
    empty_list,
)
from plenary_tui.procedure.state.vocabulary import Body, Delivery, Language, ParticipantClass, Tier
from plenary_tui.views.podium.listing import Listing, listing
from plenary_tui.widgets import speakers_list
from plenary_tui.widgets.list_rows import cropped, row_parts

NOW = datetime(2024, 10, 14, 8, tzinfo=UTC)
LONGEST = "United Kingdom of Great Britain and Northern Ireland"
NAMES = {
    Tier.STATES: [
        "Maldives",
        LONGEST,
        "Côte d'Ivoire",
        "阿拉伯叙利亚共和国",
        "الجزائر",
        "[red]x[/]",
    ],
    Tier.IGOS: ["African Union"],
    Tier.NGOS: ["e\u0301" * 90, "Evil\x1b[31m\u202eGroup"],
}
CLASSES = {
    Tier.STATES: ParticipantClass.STATE_PARTY,
    Tier.IGOS: ParticipantClass.IGO,
    Tier.NGOS: ParticipantClass.NGO,
}
DELEGATIONS = tuple(
    Delegation(f"{tier.value[0]}{n}", name, CLASSES[tier], codes=(f"{tier.order}{n}7",))
    for tier, names in NAMES.items()
    for n, name in enumerate(names)
)
CONFERENCE = Conference(
    "c",
    "COP",
    "Europe/Vienna",
    date(2024, 10, 14),
    date(2024, 10, 18),
    delegations=DELEGATIONS,
    items=(AgendaItem("1(f)", "General discussion"),),
)


def full_list() -> SpeakersList:
    """One entry for each delegation, numbered from 1 in the order of speaking."""
    speakers = empty_list("1(f)", Body.PLENARY)
    for number, delegation in enumerate(DELEGATIONS, start=1):
        entry = Entry(number, delegation.id, delegation.tier, NOW, language=Language.FRENCH)
        place = len(speakers.queue(entry.tier).waiting)
        speakers = with_entry(speakers, entry, place)
    return speakers


def shown(speakers: SpeakersList, matching: str = "") -> Listing:
    return listing(CONFERENCE, speakers, NOW, matching)


def line_of(row_of: Listing, place: int, width: int) -> str:
    parts = row_parts(row_of.row(place), width, row_of.number_width)
    return "".join(part.text for part in parts)


# The listing


def test_tiers_have_headers_and_the_list_is_numbered_through() -> None:
    rows = list(shown(full_list()))
    assert [row.name for row in rows if row.kind == "header"] == ["States", "IGOs", "NGOs"]
    assert [row.number for row in rows if row.entry] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [row.name for row in rows if row.next] == ["Maldives"]
    assert rows[0].said[0][0] == "6 waiting"


def test_each_entry_is_found_where_its_row_is() -> None:
    rows = shown(full_list())
    for place, row in enumerate(rows):
        if row.entry:
            assert rows.index_of(row.entry.id) == place
    assert rows.index_of(99) is None
    with pytest.raises(IndexError):
        rows.row(len(rows))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cote", [3]),
        ("IVOIRE", [3]),
        ("united king", [2]),
        ("017", [2]),
        ("阿拉伯", [4]),
        ("s2", [3]),
    ],
)
def test_a_filter_folds_names_and_knows_codes(typed: str, found: list[int]) -> None:
    rows = shown(full_list(), typed)
    assert [row.entry.id for row in rows if row.entry] == found
    assert rows.matches == len(found)
    assert [rows.index_of(one) is not None for one in found] == [True] * len(found)


def test_a_filter_that_finds_nobody_says_so() -> None:
    rows = shown(full_list(), "nobody of that name")
    assert rows.row(len(rows) - 1).name == "Nobody on this list matches “nobody of that name”."


def test_an_empty_list_is_a_sentence() -> None:
    speakers = empty_list("1(f)", Body.PLENARY)
    closed = replace(
        speakers, queues=tuple(replace(queue, by_hand=False) for queue in speakers.queues)
    )
    assert [row.name for row in shown(closed)] == ["Nobody waits on the list for item 1(f)."]
    assert [row.kind for row in shown(speakers)] == ["header"] * 3 + ["sentence"]


def test_a_listing_says_what_it_is_and_equals_another_that_shows_the_same() -> None:
    speakers = replace(full_list(), body=Body.COMMITTEE, carried_to=3)
    words = "1(f)  General discussion · committee of the whole · carried over to the 3rd meeting"
    assert shown(speakers).title == words
    assert shown(speakers).counts == "6 States, 1 IGO, 2 NGOs"
    assert shown(speakers) == shown(replace(speakers))
    assert shown(speakers) != shown(without_entry(speakers, speakers.waiting[0]))


# A row


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


# The widget


class Shows(App[None]):
    """A list, and what it says."""

    def __init__(self, value: Listing | None) -> None:
        super().__init__()
        self.value = value
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield speakers_list.SpeakersList()

    def on_mount(self) -> None:
        self.the_list.listing = self.value
        self.the_list.focus()

    @property
    def the_list(self) -> speakers_list.SpeakersList:
        return self.query_one(speakers_list.SpeakersList)

    @property
    def lines(self) -> list[str]:
        """What is on the screen."""
        return [
            "".join(part.text for part in line) for line in self.screen._compositor.render_strips()
        ]

    def on_speakers_list_chosen(self, message: speakers_list.SpeakersList.Chosen) -> None:
        self.said.append(message)


def marked(app: Shows) -> list[str]:
    """The lines on screen with the cursor."""
    return [line for line in app.lines if line.startswith("▶")]


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 36), (200, 60)])
async def test_it_is_drawn_at_every_size(size: tuple[int, int]) -> None:
    app = Shows(shown(full_list()))
    async with app.run_test(size=size):
        assert [cell_len(line) for line in app.lines] == [size[0]] * size[1]
        assert len(marked(app)) == 1 and "Maldives  next" in marked(app)[0]
        text = "\n".join(app.lines)
        assert "[red]x[/]" in text and "\x1b" not in text and "\u202e" not in text
        assert "━━ NGOS  2 waiting  open ━" in text


async def test_the_keys_go_from_entry_to_entry_and_skip_headers() -> None:
    app = Shows(shown(full_list()))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.the_list.entry_id == 1
        await pilot.press("up")
        assert app.the_list.entry_id == 1
        await pilot.press(*["down"] * 6)
        assert app.the_list.entry_id == 7
        await pilot.press("up")
        assert app.the_list.entry_id == 6
        await pilot.press("end")
        assert app.the_list.entry_id == 9
        await pilot.press("down")
        assert app.the_list.entry_id == 9
        await pilot.press("home")
        assert app.the_list.entry_id == 1
        await pilot.press("pagedown")
        assert app.the_list.entry_id == 9
        await pilot.press("pageup", "enter")
        said = app.said[-1]
        assert isinstance(said, speakers_list.SpeakersList.Chosen) and said.entry_id == 1


def test_it_leaves_all_other_keys_to_the_screen() -> None:
    bound = speakers_list.SpeakersList(id="x")._bindings.key_to_bindings
    assert set(bound) == {"up", "down", "pageup", "pagedown", "home", "end", "enter"}


async def test_the_cursor_keeps_to_its_entry_and_else_goes_to_the_one_in_its_place() -> None:
    speakers = full_list()
    app = Shows(shown(speakers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        assert app.the_list.entry_id == 3
        first, second, third, fourth = speakers.waiting[:4]
        speakers = without_entry(speakers, first)
        app.the_list.listing = shown(speakers)
        await pilot.pause()
        assert app.the_list.entry_id == 3 and "   2   Côte" in marked(app)[0]
        speakers = with_entry(without_entry(speakers, third), third, 0)
        app.the_list.listing = shown(speakers)
        await pilot.pause()
        assert app.the_list.entry_id == 3 and "   1   Côte" in marked(app)[0]
        speakers = without_entry(speakers, third)
        app.the_list.listing = shown(speakers)
        await pilot.pause()
        assert app.the_list.entry_id == second.id
        app.the_list.listing = shown(without_entry(without_entry(speakers, second), fourth))
        await pilot.pause()
        assert app.the_list.entry_id == 5


async def test_the_last_that_leaves_leaves_the_cursor_to_the_one_before() -> None:
    speakers = full_list()
    app = Shows(shown(speakers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        app.the_list.listing = shown(without_entry(speakers, speakers.waiting[-1]))
        await pilot.pause()
        assert app.the_list.entry_id == 8
        app.the_list.listing = shown(empty_list("1(f)", Body.PLENARY))
        await pilot.pause()
        assert app.the_list.entry_id is None and marked(app) == []
        assert "Nobody waits on the list for item 1(f)." in "\n".join(app.lines)
        await pilot.press("down", "end", "enter", "pageup")
        app.the_list.listing = None
        await pilot.pause()
        assert "".join(app.lines).strip() == ""
        app.the_list.listing = shown(speakers)
        await pilot.pause()
        assert app.the_list.entry_id == 1


async def test_a_changed_listing_repaints_only_the_lines_that_changed() -> None:
    speakers = full_list()
    app = Shows(shown(speakers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        draw = app.the_list.render_line
        app.the_list.render_line = lambda y: drawn.append(y) or draw(y)
        app.the_list.listing = shown(replace(speakers))
        await pilot.pause()
        assert drawn == []
        ready = replace(speakers.waiting[2], ready=True)
        app.the_list.listing = shown(with_changed_entry(speakers, ready))
        await pilot.pause()
        assert set(drawn) == {3}
        assert "  3 ✓ Côte" in app.lines[3]


async def test_a_click_selects_and_a_double_click_chooses() -> None:
    app = Shows(shown(full_list()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(speakers_list.SpeakersList, offset=(10, 3))
        assert app.the_list.entry_id == 3
        await pilot.click(speakers_list.SpeakersList, offset=(10, 0))
        await pilot.click(speakers_list.SpeakersList, offset=(10, 20))
        assert app.the_list.entry_id == 3
        await pilot.click(speakers_list.SpeakersList, offset=(10, 2), times=2)
        assert [one.entry_id for one in app.said] == [2]


def long_list(length: int) -> SpeakersList:
    speakers = empty_list("1(f)", Body.PLENARY)
    waiting = tuple(
        Entry(n, DELEGATIONS[0].id, Tier.STATES, NOW + timedelta(seconds=n))
        for n in range(1, length + 1)
    )
    return speakers.with_queue(replace(speakers.queue(Tier.STATES), waiting=waiting))


async def test_a_long_list_scrolls_and_stays_where_it_is_when_others_leave() -> None:
    speakers = long_list(5000)
    app = Shows(shown(speakers))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        assert app.the_list.entry_id == 5000 and "5000" in marked(app)[0]
        await pilot.press("home")
        await pilot.pause()
        assert app.lines[0].startswith("━━ STATES  5000 waiting")
        assert app.the_list.select(2000) and not app.the_list.select(6000)
        await pilot.press("up")
        await pilot.pause()
        before = app.lines.index(marked(app)[0])
        app.the_list.listing = shown(without_entry(speakers, speakers.waiting[0]))
        await pilot.pause()
        assert app.the_list.entry_id == 1999
        assert app.lines.index(marked(app)[0]) == before
        await pilot.resize_terminal(60, 10)
        await pilot.pause()
        assert len(marked(app)) == 1
        app.the_list.scroll_relative(y=-500, animate=False)
        await pilot.pause()
        assert marked(app) == [] and app.the_list.entry_id == 1999


async def test_without_colour_the_cursor_is_told_by_a_sign_and_by_its_style(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Shows(shown(full_list()))
    async with app.run_test(size=(80, 24)):
        assert app.no_color
        strips = app.screen._compositor.render_strips()
        for strip in strips[:12]:
            for segment in strip:
                style = segment.style
                assert style is not None
                for colour in (style.color, style.bgcolor):
                    if colour is not None and colour.triplet is not None:
                        assert len(set(colour.triplet)) == 1
        assert all(segment.style.reverse for segment in strips[1] if segment.text.startswith("▶"))
