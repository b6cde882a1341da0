"""A file of an office on the podium: looked at, asked about, taken over by one act, left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.events import Paste
from textual.widgets import OptionList, Static

from plenary_tui.actions import Page, opening_keys
from plenary_tui.exchange.incoming.looking import Looking
from plenary_tui.exchange.incoming.preview import Preview
from plenary_tui.screens.incoming import IncomingScreen
from plenary_tui.widgets.fields import TextField
from tests.ui import scenes
from tests.ui.opening import OpenPodium
from tests.ui.podium import Chamber

SIZES = [(80, 24), (120, 36), (200, 60)]
OPEN = opening_keys(Page.INCOMING)[0]
REQUESTS = (
    "Délégation;Orateur;Fonction;Reçu le",
    "Turkiye;M. Modèle;Ministre;02/09/2024 08:00",
    "Permanent Mission of Nigeria;M. Exemple;Ministre;13/09/2024 09:15",
    "Ivroy Coast Society;Mme Exemple;Ambassadrice;13/09/2024 10:00",
)
AGENDA = ("Item,Title", "2,Review of the implementation", "(b),Protocols")


def write(tmp_path: Path, name: str, rows: tuple[str, ...]) -> Path:
    """A file of an office."""
    path = tmp_path / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


async def look_at(room: Chamber, path: Path | str) -> None:
    """Open the page and look at a file."""
    await room.press(OPEN)
    room.podium.screen.query_one("#path", TextField).value = str(path)
    await enter(room)


async def enter(room: Chamber) -> None:
    """Press Enter, and let a file be read."""
    await room.press("enter")
    await room.podium.workers.wait_for_complete()
    await room.rest()


def page_of(room: Chamber) -> IncomingScreen:
    screen = room.podium.screen
    assert isinstance(screen, IncomingScreen)
    return screen


def preview_of(room: Chamber) -> str:
    return " ".join(str(page_of(room).query_one("#lines", Static).content).split())


async def test_a_file_is_taken_over_by_one_act_and_undone(
    podium: OpenPodium, tmp_path: Path
) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        before = room.conference
        await look_at(room, write(tmp_path, "agenda.csv", AGENDA))
        assert "agenda.csv: a CSV file" in preview_of(room) and "--" not in preview_of(room)
        assert room.conference is before and "Enter take it over" in room.screen
        await enter(room)
        assert room.podium.screen is room.podium.podium
        assert "The file agenda.csv was taken over as agenda" in room.said
        assert room.conference.item_named("2(b)") is not None
        await room.press("u")
        assert room.conference.items == before.items
        await look_at(room, tmp_path / "agenda.csv")
        await room.press("escape")
        assert room.conference.items == before.items, "Escape changes nothing"


async def test_names_that_are_not_sure_are_asked_and_kept(
    podium: OpenPodium, tmp_path: Path
) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, write(tmp_path, "requests.csv", REQUESTS))
        assert "asked line 4 Ivroy Coast Society" in preview_of(room)
        assert "Enter answer what is asked" in room.screen
        await enter(room)
        assert (
            "Are all of these right?" in room.screen
            and "“Permanent Mission of Nigeria” is Nigeria (NGA)" in room.screen
        )
        await room.press("enter")
        assert "“Ivroy Coast Society”" in room.screen
        another = next(line for line in room.choices if "Another" in line)
        await room.press(another[0])
        await room.type("Atlantis")
        await room.press("enter")
        assert "is no delegation and no class" in room.refusal
        room.podium.screen.query_one(TextField).value = "CIV"
        await enter(room)
        assert "asked" not in preview_of(room)
        assert "Enter take it over" in room.screen
        await enter(room)
        assert room.podium.screen is room.podium.podium
        assert {"TUR", "NGA", "CIV"} <= set(room.waiting())
        await look_at(room, tmp_path / "requests.csv")
        assert "changes nothing" in room.refusal, "and nothing is asked any more"


async def test_of_two_columns_alike_one_is_chosen(podium: OpenPodium, tmp_path: Path) -> None:
    rows = ("Country,Name,Country", "Guinea,A,Nigeria", "Niger,B,Guinea", "Nigeria,C,Niger")
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, write(tmp_path, "two.csv", rows))
        assert "Which column names the delegation" in preview_of(room)
        assert "=delegation" not in preview_of(room), "no option of the command line"
        await enter(room)
        assert room.choices == ["1 As it is taken", "2 “Country (2)” names it"]
        await room.press("2")
        await room.podium.workers.wait_for_complete()
        await room.rest()
        assert "Country (2) = delegation" in preview_of(room)


async def test_what_is_refused_stays_or_is_left_out(podium: OpenPodium, tmp_path: Path) -> None:
    rows = (*REQUESTS[:2], "Palau;;;13/09/2024 10:00", "Sample Watch;;;13/09/2024 10:00")
    async with podium(scenes.floor_open) as (_, _, room):
        before = room.conference
        await look_at(room, write(tmp_path, "requests.csv", rows))
        assert "refused" in preview_of(room), preview_of(room)
        await enter(room)
        await room.press("escape")
        assert room.conference is before and isinstance(page_of(room), IncomingScreen)
        await enter(room)
        skip = next(line for line in room.choices if "Leave out" in line)
        await room.press(skip[0])
        await room.podium.workers.wait_for_complete()
        await room.rest()
        assert "Enter take it over" in room.screen
        await enter(room)
        assert "left out" in room.said


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Type or paste the path of a file."),
        ("/nowhere/at-all.csv", "at-all.csv"),
        ("/", "it is a folder"),
    ],
)
async def test_what_cannot_be_read_is_told_and_what_was_typed_stays(
    podium: OpenPodium, typed: str, says: str
) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        before = room.conference
        await look_at(room, typed)
        assert says in room.refusal
        assert page_of(room).query_one("#path", TextField).value == typed
        assert room.conference is before


async def test_a_file_of_nothing_and_a_picture_are_told(podium: OpenPodium, tmp_path: Path) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        path = tmp_path / "photo.csv"
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 200)
        await look_at(room, path)
        assert "photo.csv" in room.refusal
        path.write_text("\n".join(AGENDA))
        await enter(room)
        assert room.refusal == "", "it was corrected, and is read again"
        await enter(room)
        assert room.conference.item_named("2(b)") is not None


async def test_a_file_that_breaks_its_reader_does_not_end_the_podium(
    podium: OpenPodium, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(looking: Looking, *given: object) -> Preview:
        raise ValueError("odd")

    monkeypatch.setattr(Looking, "look", breaks)
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, write(tmp_path, "agenda.csv", AGENDA))
        assert room.refusal.startswith("agenda.csv cannot be read (ValueError: odd).")
        await room.press("escape")
        assert room.podium.screen is room.podium.podium


async def test_a_path_is_pasted_as_it_is_dropped(podium: OpenPodium, tmp_path: Path) -> None:
    path = write(tmp_path, "the agenda.csv", AGENDA)
    dropped = (f"'{path}'", f'"{path}" ', str(path).replace(" ", "\\ "), path.as_uri())
    async with podium(scenes.floor_open) as (app, pilot, room):
        for text in dropped:
            await room.press(OPEN)
            app.post_message(Paste(f"{text}\n"))
            await pilot.pause()
            await enter(room)
            assert "the agenda.csv: a CSV file" in preview_of(room), text
            await room.press("escape")


async def test_an_item_is_presumed_and_another_may_be_said(
    podium: OpenPodium, tmp_path: Path
) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, write(tmp_path, "requests.csv", REQUESTS[:2]))
        item = page_of(room).query_one("#item", TextField)
        assert item.value == room.conference.item
        item.value = "77"
        await enter(room)
        assert "“77” is no item. The agenda has" in room.refusal
        item.value = "2"
        await enter(room)
        assert "Is “02/09/2024 08:00” 2 September (as it is taken)" in preview_of(room)
        await enter(room)
        assert room.choices == ["1 The day comes first", "2 The month does"]
        await enter(room)
        await enter(room)
        assert room.waiting("2") == ["TUR"]


async def test_the_clock_runs_while_a_long_file_is_read_and_escape_leaves_it(
    podium: OpenPodium, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    goes_on = Event()
    look = Looking.look

    def slowly(looking: Looking, *given: object) -> Preview:
        assert goes_on.wait(10)
        return look(looking, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Looking, "look", slowly)
    monkeypatch.setattr("tests.ui.opening.PATIENCE", 0.05)
    async with podium(scenes.speaking) as (app, pilot, room):
        before = room.conference
        await room.press(OPEN)
        page_of(room).query_one("#path", TextField).value = str(
            write(tmp_path, "agenda.csv", AGENDA)
        )
        await pilot.press("enter")
        room.clock.advance(5)
        app.tick()
        await pilot.pause()
        assert re.search(r"Reading agenda.csv, [56] seconds so far", preview_of(room))
        await pilot.press("enter", "escape")
        assert app.screen is app.podium
        goes_on.set()
        await app.workers.wait_for_complete()
        assert room.conference is before


async def test_what_another_station_does_meanwhile_is_not_lost(
    podium: OpenPodium, tmp_path: Path
) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, write(tmp_path, "agenda.csv", AGENDA))
        room.do("add-item", symbol="2(b)", title="Protocols")
        await room.hear()
        await enter(room)
        assert isinstance(page_of(room), IncomingScreen)
        assert "changes nothing" in room.refusal
        await room.press("escape")
        assert [one.symbol for one in room.conference.items].count("2(b)") == 1


async def test_it_is_in_the_palette(podium: OpenPodium) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await room.choose_in_palette("Import")
        assert isinstance(page_of(room), IncomingScreen)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_page_as_it_is_read(
    podium: OpenPodium,
    tmp_path: Path,
    size: tuple[int, int],
    snapshot: SnapshotAssertion,
) -> None:
    async with podium(scenes.floor_open, size=size) as (_, _, room):
        await look_at(room, "")
        path = page_of(room).query_one("#path", TextField)
        path.value = str(write(tmp_path, "requests.csv", REQUESTS))
        await enter(room)
        path.value = "requests.csv"
        await room.rest()
        assert room.lines_text == snapshot


async def test_without_colour_the_words_say_the_same(
    podium: OpenPodium, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, write(tmp_path, "requests.csv", REQUESTS))
        assert "asked line 3" in room.screen


COLUMNS = ("Wer,Von wo,Notiz", "A Bé,Ghana,Kenya", "C D,Kenya,Ghana")


async def test_what_a_column_holds_is_said_by_keys(podium: OpenPodium, tmp_path: Path) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, write(tmp_path, "wer.csv", COLUMNS))
        assert "F2 read otherwise" in room.screen
        await room.press("f2")
        assert "Read it otherwise" in room.screen and "Another sheet" not in room.screen
        await choose(room, "What a column holds")
        await choose(room, "Notiz")
        assert "whose row it is" in room.screen
        await choose(room, "delegation")
        assert "Notiz = delegation" in preview_of(room)


async def test_what_the_file_is_and_how_it_is_saved(podium: OpenPodium, tmp_path: Path) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, write(tmp_path, "wer.csv", COLUMNS))
        await room.press("f2")
        await choose(room, "What the file is")
        await choose(room, "delegations")
        assert "taken as delegations" in preview_of(room)
        await room.press("f2")
        await choose(room, "How it is saved")
        await room.type("cp1252")
        await enter(room)
        assert "Windows-1252" in preview_of(room)


async def test_another_sheet_is_read(podium: OpenPodium, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "two.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, delegation in (("March", "Ghana"), ("April", "Kenya")):
            book.add_worksheet(name).write_column(0, 0, ["Delegation", delegation])
    async with podium(scenes.floor_open) as (_, _, room):
        await look_at(room, path)
        assert "sheet “March”" in preview_of(room)
        await room.press("f2")
        await choose(room, "Another sheet")
        await choose(room, "April")
        assert "sheet “April”" in preview_of(room)


async def test_a_file_is_looked_at_before_it_is_read_otherwise(
    podium: OpenPodium, tmp_path: Path
) -> None:
    async with podium(scenes.floor_open) as (_, _, room):
        await room.press(OPEN, "f2")
        assert "Look at a file first" in room.screen


async def choose(room: Chamber, label: str) -> None:
    """Take a choice of the dialog that is shown."""
    options = room.podium.screen.query_one(OptionList)
    prompts = [
        str(options.get_option_at_index(place).prompt) for place in range(options.option_count)
    ]
    options.highlighted = next(place for place, one in enumerate(prompts) if label in one)
    await enter(room)
