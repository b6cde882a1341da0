"""What stands in the files of a feed."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.exchange.script import built_in
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from plenary_tui.views.public.feed import (
    AGENDA_ITEM,
    FILES,
    LIVE,
    NEXT_SPEAKER,
    NOW_SPEAKER,
    NOW_TITLE,
    QUEUE_CSV,
    QUEUE_JSON,
    SNAPSHOT,
    STATUS,
    feed_files,
    replacements,
)
from tests.chamber import DELEGATIONS, Chamber

TEXTS = (NEXT_SPEAKER, NOW_SPEAKER, NOW_TITLE, AGENDA_ITEM, STATUS)
NASTY = (
    "Trinidad & Tobago <b>",
    "\"Quotes\" and 'apostrophes'",
    "Emoji \U0001f30d\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u200f\u062a\u0631\u0643\u064a\u0627\u200f (right to left)",
    "Long " + "name " * 39,
    "Comma, semicolon; tab",
)


@pytest.fixture
def chamber() -> Chamber:
    """Three States wait on item 1(f), whose floor is open."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("GIN", "NER", "NGA", speaker="Ms. Sample", function="Minister")
    return chamber


def files(chamber: Chamber) -> dict[str, str]:
    """The files after the last act."""
    found = feed_files(chamber.conference, chamber.records[-1].event.at, built_in())
    assert set(found) == set(FILES)
    return found


def live(chamber: Chamber) -> dict[str, str]:
    """The row of `live.json`, which is flat text."""
    (row,) = json.loads(files(chamber)[LIVE])
    assert all(isinstance(value, str) for value in row.values())
    return row


def rows(chamber: Chamber) -> list[dict[str, str]]:
    """The rows of `queue.csv`, by column."""
    return list(csv.DictReader(io.StringIO(files(chamber)[QUEUE_CSV])))


def texts(chamber: Chamber) -> dict[str, str]:
    """The text files alone."""
    found = files(chamber)
    return {name: found[name] for name in TEXTS}


def test_nobody_speaks(chamber: Chamber) -> None:
    assert texts(chamber) == {
        NEXT_SPEAKER: "Guinea",
        NOW_SPEAKER: "",
        NOW_TITLE: "",
        AGENDA_ITEM: "1(f) General discussion",
        STATUS: "ON AIR: 1st plenary meeting, in session",
    }


def test_the_floor_is_given(chamber: Chamber) -> None:
    chamber.do("give-floor")
    found = texts(chamber)
    assert (found[NOW_SPEAKER], found[NOW_TITLE]) == ("Guinea", "Ms. Sample, Minister")
    assert found[NEXT_SPEAKER] == "Niger"
    row = live(chamber)
    assert (row["now_speaker"], row["next_speaker"]) == ("Guinea", "Niger")
    assert (row["next_2_speaker"], row["next_3_speaker"]) == ("Nigeria", "")
    assert row["now_phase"] == "called" and row["now_started_at"] == row["now_ends_at"] == ""


def test_an_arabic_speaker_leaves_the_title_in_its_order(chamber: Chamber) -> None:
    chamber.do("edit", entry="GIN", speaker="فاطمة الزهراء", function="Director, 50% for Climate")
    mark = "\u200e"
    expected = f"{mark}فاطمة الزهراء{mark}, Director, 50% for Climate"
    assert live(chamber)["next_title"] == expected
    chamber.do("give-floor")
    assert texts(chamber)[NOW_TITLE] == live(chamber)["now_title"] == expected
    assert live(chamber)["now_person"] == "فاطمة الزهراء"
    third = json.loads(files(chamber)[SNAPSHOT])["lower_third"]
    assert third["line2"] == "فاطمة الزهراء, Director, 50% for Climate"


def test_a_long_function_is_short_in_the_title_and_whole_beside_it(chamber: Chamber) -> None:
    function = f"Minister of Foreign Affairs and International Cooperation, {'Chair of it, ' * 9}"
    chamber.do("edit", entry="GIN", function=function.strip(", "))
    chamber.do("give-floor")
    title = texts(chamber)[NOW_TITLE]
    assert title.endswith("International Cooperation, Chair of it\u2026") and len(title) < 100
    assert live(chamber)["now_function"] == function.strip(", ")


def test_instants_and_the_limit_instead_of_seconds(chamber: Chamber) -> None:
    chamber.speak()
    began, before = live(chamber), files(chamber)
    assert began["now_limit"] == "180"
    assert began["now_started_at"] == "2024-10-14T08:03:00Z"
    assert began["now_ends_at"] == "2024-10-14T08:06:00Z"
    chamber.clock.advance(30)
    assert files(chamber) == before, "nothing ticks"
    chamber.do("pause-clock")
    assert live(chamber)["now_ends_at"] == ""
    chamber.clock.advance(60)
    chamber.do("resume-clock")
    assert live(chamber)["now_ends_at"] == "2024-10-14T08:07:00Z"


def test_what_is_off_air_is_in_no_caption(chamber: Chamber) -> None:
    chamber.speak(10)
    chamber.do("suspend-meeting", reason="lunch")
    found, row = texts(chamber), live(chamber)
    assert found[NOW_SPEAKER] == found[NOW_TITLE] == found[NEXT_SPEAKER] == ""
    assert found[STATUS] == "OFF AIR: 1st plenary meeting, suspended (lunch)"
    assert not any(value for name, value in row.items() if name.startswith(("now_", "next_")))
    assert row["on_air"] == "no"
    assert [one["delegation"] for one in rows(chamber)] == ["Niger", "Nigeria"]
    chamber.do("resume-meeting")
    assert texts(chamber)[NOW_SPEAKER] == "Guinea"


def test_a_point_of_order_has_the_caption(chamber: Chamber) -> None:
    chamber.speak(10)
    chamber.do("raise-point", delegation="TUR")
    assert texts(chamber)[NOW_SPEAKER] == "Türkiye"
    assert texts(chamber)[NOW_TITLE] == "point of order"
    assert live(chamber)["now_ends_at"] == ""


def test_the_generation_is_the_journals_row(chamber: Chamber) -> None:
    chamber.do("give-floor")
    found, seq = files(chamber), chamber.conference.seq
    assert live(chamber)["generation"] == str(seq)
    assert json.loads(found[QUEUE_JSON])["generation"] == seq
    assert json.loads(found[SNAPSHOT])["journal"]["seq"] == seq


def test_every_json_holds_now_and_next(chamber: Chamber) -> None:
    chamber.do("give-floor")
    found = files(chamber)
    queue, snapshot = json.loads(found[QUEUE_JSON]), json.loads(found[SNAPSHOT])
    assert queue["floor"]["delegation"] == snapshot["floor"]["delegation"] == "Guinea"
    assert queue["queue"][0] == snapshot["next"][0]
    assert "elapsed" not in queue["floor"]


def test_before_a_meeting_is_opened() -> None:
    found = texts(Chamber())
    assert found.pop(STATUS) == "OFF AIR: no meeting opened yet"
    assert set(found.values()) == {""}
    assert rows(Chamber()) == []


def test_a_rehearsal_says_so_in_every_file() -> None:
    chamber = Chamber(rehearsal=True)
    chamber.open_floor()
    chamber.inscribe("GIN", "NER")
    chamber.do("give-floor")
    found = files(chamber)
    assert all(text.startswith("REHEARSAL: ") for text in texts(chamber).values())
    assert live(chamber)["rehearsal"] == "REHEARSAL"
    assert rows(chamber)[0]["rehearsal"] == "REHEARSAL"
    assert json.loads(found[QUEUE_JSON])["rehearsal"] is True
    assert json.loads(found[SNAPSHOT])["conference"]["rehearsal"] is True


@pytest.mark.parametrize("name", NASTY)
def test_a_name_passes_as_text(name: str) -> None:
    name = name.strip()
    renamed = [replace(one, name=name) if one.id == "GIN" else one for one in DELEGATIONS]
    chamber = Chamber(delegations=tuple(renamed))
    chamber.open_floor()
    chamber.inscribe("GIN", "NER")
    assert texts(chamber)[NEXT_SPEAKER] == live(chamber)["next_speaker"] == name
    assert rows(chamber)[0]["delegation"] == name
    chamber.do("give-floor")
    assert texts(chamber)[NOW_SPEAKER] == live(chamber)["now_speaker"] == name
    assert json.loads(files(chamber)[SNAPSHOT])["floor"]["delegation"] == name


def test_control_characters_and_line_ends_are_left_out() -> None:
    name = "One\nTwo\x1b[31m\u2028Three"
    renamed = [replace(one, name=name) if one.id == "GIN" else one for one in DELEGATIONS]
    chamber = Chamber(delegations=tuple(renamed))
    chamber.open_floor()
    chamber.inscribe("GIN")
    assert texts(chamber)[NEXT_SPEAKER] == rows(chamber)[0]["delegation"] == "OneTwo[31mThree"
    assert not any("\x1b" in text for text in files(chamber).values())


@pytest.mark.parametrize(
    "begins", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\uff1d1", '=HYPERLINK("x","y")']
)
def test_no_cell_is_a_formula(begins: str) -> None:
    ngo = ParticipantClass.NGO
    renamed = [replace(DELEGATIONS[0], id="BAD", name=begins, participant=ngo), *DELEGATIONS[1:]]
    chamber = Chamber(delegations=tuple(renamed))
    chamber.open_floor()
    chamber.inscribe("BAD", speaker=begins, function=begins)
    (row,) = rows(chamber)
    assert row["delegation"] == f"'{begins}" and row["speaker"][0] == row["function"][0] == "'"
    assert texts(chamber)[NEXT_SPEAKER] == begins, "only a spreadsheet reads formulas"


def test_no_file_has_a_mark_or_a_carriage_return(chamber: Chamber) -> None:
    chamber.speak(5)
    for text in files(chamber).values():
        assert "\r" not in text and not text.startswith("\ufeff")
    assert not any("\n" in text for text in texts(chamber).values())


def test_private_matters_are_in_no_file(chamber: Chamber) -> None:
    chamber.speak(5)
    chamber.do("note", text="Secret matter")
    chamber.do("call-to-order")
    assert chamber.conference.notes
    assert not any("Secret" in text for text in files(chamber).values())


STATES: Any = st.fixed_dictionaries(
    {
        NOW_SPEAKER: st.sampled_from(["", "A", "B", "C"]),
        NEXT_SPEAKER: st.sampled_from(["", "A", "B", "C"]),
    }
).map(
    lambda one: {
        **dict.fromkeys(FILES, ""),
        **one,
        NOW_TITLE: f"of {one[NOW_SPEAKER]}" if one[NOW_SPEAKER] else "",
    }
)


@given(STATES, STATES)
def test_no_name_ever_stands_in_both(old: dict[str, str], new: dict[str, str]) -> None:
    held, steps = dict(old), []
    for name, content in replacements(old, new):
        assert held[name] != content, "only what changes is replaced"
        held[name] = content
        steps.append(name)
        now, after = held[NOW_SPEAKER], held[NEXT_SPEAKER]
        theirs = {(one[NOW_SPEAKER], one[NEXT_SPEAKER]) for one in (old, new)}
        assert not now or now != after or (now, after) in theirs
        assert held[NOW_TITLE] in ("", f"of {now}"), "no title under another's name"
    assert held == new
    assert len(steps) <= 5


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [
        ("AB", "BC", ["next C", "now B"]),
        ("BC", "AB", ["next ", "now A", "next B"]),
        ("AB", "BA", ["next ", "now B", "next A"]),
        (" A", "AB", ["next B", "now A"]),
        ("AB", " B", ["now "]),
        ("AB", "AC", ["next C"]),
    ],
)
def test_next_comes_before_now(old: str, new: str, steps: list[str]) -> None:
    def state(both: str) -> dict[str, str]:
        now, after = both.replace(" ", "") if both[0] != " " else "", both[1]
        return {**dict.fromkeys(FILES, ""), NOW_SPEAKER: now[:1], NEXT_SPEAKER: after}

    words = {NOW_SPEAKER: "now", NEXT_SPEAKER: "next"}
    found = [f"{words[name]} {text}" for name, text in replacements(state(old), state(new))]
    assert found == steps


def test_what_is_not_known_is_written_whole(chamber: Chamber) -> None:
    chamber.do("give-floor")
    new = files(chamber)
    written: dict[str, str] = {}
    for name, content in replacements(dict.fromkeys(FILES), new):
        if name == NEXT_SPEAKER and NOW_SPEAKER not in written:
            assert content == "", "what stands in now may be the new next"
        written[name] = content
    assert written == new
