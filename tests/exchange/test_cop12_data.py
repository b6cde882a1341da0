"""The sample data of COP12: given the files on disk, then they hold what was briefed."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

PACK = Path(__file__).parents[2] / "data" / "cop12"
TRANSLATIONS = ("name_ar", "name_zh", "name_fr", "name_ru", "name_es")
LANGUAGES = {"Arabic", "Chinese", "English", "French", "Russian", "Spanish"}
RANKS = {"head of State", "head of Government", "minister", "head of delegation", "other"}
STATE_COLUMNS = (
    "code", "name", "spoken", "class", "status_source", "iso2", "iso3", "m49", "group",
    "group_note", "registered", *TRANSLATIONS,
)  # fmt: skip
ORGANIZATION_COLUMNS = ("code", "name", "spoken", "class", "registered", *TRANSLATIONS)
LIST_COLUMNS = (
    "delegation", "speaker", "function", "rank", "on_behalf_of", "language", "delivery", "media",
    "received_at",
)  # fmt: skip
EVENT_COLUMNS = ("title", "kind", "starts", "ends", "room", "mode", "organizers")
HEADERS = {
    "states.csv": STATE_COLUMNS,
    "organizations.csv": ORGANIZATION_COLUMNS,
    "list-1f.csv": LIST_COLUMNS,
    "side-events.csv": EVENT_COLUMNS,
}
NOT_UN_MEMBERS = {"COK", "EUE", "NIU", "PSE", "VAT"}
AGENDA = {
    "1": "Organizational matters",
    "1(a)": "Opening of the session",
    "1(b)": "Election of officers",
    "1(c)": "Adoption of the agenda and organization of work",
    "1(d)": "Participation of observers",
    "1(e)": "Report of the Bureau on credentials",
    "1(f)": "General discussion",
    "2": "Review of the implementation",
    "2(a)": "Convention",
    "2(b)": "Trafficking in Persons Protocol",
    "2(c)": "Smuggling of Migrants Protocol",
    "2(d)": "Firearms Protocol",
    "3": "Other serious crimes",
    "4": "International cooperation",
    "5": "Technical assistance",
    "6": "Financial and budgetary matters",
    "7": "Provisional agenda of the next session",
}
INTERNATIONAL_COOPERATION = (
    "Implementation of the provisions on international cooperation of the "
    "United Nations Convention against Transnational Organized Crime"
)
CO_CHAIRS = "Co-Chairs of the Working Group on "
DRAFTS = {
    "L.4": (INTERNATIONAL_COOPERATION, CO_CHAIRS + "International Cooperation"),
    "L.5": (INTERNATIONAL_COOPERATION, CO_CHAIRS + "Technical Assistance"),
    "L.6": (
        "Organized fraud and the Sharing Electronic Resources and Laws on Crime "
        "knowledge management portal",
        CO_CHAIRS + "Technical Assistance",
    ),
    "L.7": (
        "Criminalization of crimes that affect the environment",
        CO_CHAIRS + "Technical Assistance",
    ),
}

Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    """The rows of a data file, none longer or shorter than its header."""
    with open(PACK / name, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert all(None not in row and None not in row.values() for row in rows)
    return rows


def folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@pytest.fixture(scope="module")
def states() -> list[Row]:
    return rows_of("states.csv")


@pytest.fixture(scope="module")
def organizations() -> list[Row]:
    return rows_of("organizations.csv")


@pytest.fixture(scope="module")
def entries() -> list[Row]:
    return rows_of("list-1f.csv")


@pytest.fixture(scope="module")
def class_of(states: list[Row], organizations: list[Row]) -> dict[str, str]:
    return {row["code"]: row["class"] for row in states + organizations}


@pytest.fixture(scope="module")
def conference() -> dict[str, Any]:
    return tomllib.loads((PACK / "conference.toml").read_text(encoding="utf-8"))


# The files


@pytest.mark.parametrize("path", sorted(PACK.iterdir()), ids=lambda path: path.name)
def test_a_file_is_plain_utf8_with_lf_and_no_stray_space(path: Path) -> None:
    if path.name == "__pycache__":
        pytest.skip("not data")
    content = path.read_bytes()
    text = content.decode("utf-8")
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert text == unicodedata.normalize("NFC", text)
    assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("name", HEADERS)
def test_the_columns_are_those_documented(name: str) -> None:
    with open(PACK / name, encoding="utf-8", newline="") as file:
        assert tuple(next(csv.reader(file))) == HEADERS[name]
    readme = (PACK / "README.md").read_text(encoding="utf-8")
    section = readme.partition(f"## {name}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]*`) \|", section, flags=re.MULTILINE)
    documented = re.findall(r"`(\w+)`", " ".join(cells))
    assert tuple(documented) == HEADERS[name]


@pytest.mark.parametrize("name", HEADERS)
def test_no_cell_has_space_around_it(name: str) -> None:
    assert not [row for row in rows_of(name) if any(cell != cell.strip() for cell in row.values())]


# Delegations


def test_192_parties_are_187_members_and_five_others(states: list[Row]) -> None:
    assert Counter(row["class"] for row in states) == {
        "State party": 191,
        "REIO party": 1,
        "signatory State": 2,
        "observer State": 4,
    }
    parties = {row["code"] for row in states if row["class"].endswith("party")}
    assert parties >= NOT_UN_MEMBERS
    assert len(parties - NOT_UN_MEMBERS) == 187
    outside = {row["code"]: row["class"] for row in states if row["code"] not in parties}
    assert outside == {
        "COG": "signatory State", "IRN": "signatory State",
        "PNG": "observer State", "SLB": "observer State", "SOM": "observer State",
        "TUV": "observer State",
    }  # fmt: skip
    assert [row["code"] for row in states if row["class"] == "REIO party"] == ["EUE"]


def test_each_status_says_where_it_comes_from(states: list[Row]) -> None:
    assert all(row["status_source"] for row in states)
    sourced = {row["code"] for row in states if row["status_source"] != "illustrative"}
    assert sourced == NOT_UN_MEMBERS | {"BTN", "COG", "IRN", "PNG", "SLB", "SOM", "SSD", "TUV"}


def test_the_regional_groups_have_their_sizes(states: list[Row]) -> None:
    assert Counter(row["group"] for row in states) == {
        "African": 54,
        "Asia-Pacific": 53,
        "Eastern European": 23,
        "Latin American and Caribbean": 33,
        "Western European and Others": 28,
        "": 2 + len(NOT_UN_MEMBERS),
    }
    groupless = {row["code"] for row in states if not row["group"]}
    assert groupless == NOT_UN_MEMBERS | {"USA", "KIR"}
    assert all(row["group_note"] for row in states if not row["group"])


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("CYP", "Asia-Pacific"),
        ("TUR", "Western European and Others"),
        ("ISR", "Western European and Others"),
        ("AUS", "Western European and Others"),
        ("EGY", "African"),
        ("GEO", "Eastern European"),
        ("KAZ", "Asia-Pacific"),
        ("BHS", "Latin American and Caribbean"),
    ],
)
def test_a_state_is_in_its_group(states: list[Row], code: str, group: str) -> None:
    assert {row["code"]: row["group"] for row in states}[code] == group


@pytest.mark.parametrize(
    ("code", "name", "spoken"),
    [
        ("CIV", "Côte d'Ivoire", ""),
        ("COG", "Congo", "the Congo"),
        ("CZE", "Czechia", ""),
        ("EUE", "European Union", "the European Union"),
        ("IRN", "Iran (Islamic Republic of)", "the Islamic Republic of Iran"),
        ("MKD", "North Macedonia", ""),
        ("NLD", "Netherlands (Kingdom of the)", "the Netherlands"),
        ("NRU", "Nauru", ""),
        ("PHL", "Philippines", "the Philippines"),
        ("TUR", "Türkiye", ""),
        ("USA", "United States of America", "the United States of America"),
        ("VAT", "Holy See", "the Holy See"),
    ],
)
def test_a_state_has_its_name_of_october_2024(
    states: list[Row], code: str, name: str, spoken: str
) -> None:
    row = next(row for row in states if row["code"] == code)
    assert (row["name"], row["spoken"]) == (name, spoken)


def test_the_longest_name_has_52_characters(states: list[Row]) -> None:
    longest = max((row["name"] for row in states), key=len)
    assert longest == "United Kingdom of Great Britain and Northern Ireland"
    assert len(longest) == 52


def test_a_name_with_brackets_is_spoken_without_them(states: list[Row]) -> None:
    assert all(row["spoken"] for row in states if "(" in row["name"])
    assert not [row for row in states if "(" in row["spoken"]]


def test_no_later_name_has_crept_in() -> None:
    for name in HEADERS:
        text = (PACK / name).read_text(encoding="utf-8")
        assert "Naoero" not in text
        assert "\u2019" not in text


def test_states_are_named_in_six_languages_each_once(states: list[Row]) -> None:
    for column in ("name", *TRANSLATIONS):
        names = [row[column] for row in states]
        assert all(names), column
        assert len(set(names)) == len(names), column


def test_names_are_written_in_their_scripts(states: list[Row], organizations: list[Row]) -> None:
    scripts = {"name_ar": "ARABIC", "name_zh": "CJK", "name_ru": "CYRILLIC"}
    for row in states + organizations:
        for column, script in scripts.items():
            assert not row[column] or script in {
                unicodedata.name(character).split()[0] for character in row[column]
            }, (row["code"], column)


def test_states_are_sorted_with_accents_folded(states: list[Row]) -> None:
    names = [row["name"] for row in states]
    assert names == sorted(names, key=folded)
    assert names.index("Côte d'Ivoire") + 1 == names.index("Croatia")


def test_organizations_are_sorted_igos_first(organizations: list[Row]) -> None:
    keys = [(row["class"], folded(row["name"])) for row in organizations]
    assert keys == sorted(keys)


def test_15_igos_and_212_ngos(organizations: list[Row]) -> None:
    assert Counter(row["class"] for row in organizations) == {"IGO": 15, "NGO": 212}
    names = {folded(row["name"]) for row in organizations}
    assert len(names) == len(organizations)


def test_everybody_is_registered(states: list[Row], organizations: list[Row]) -> None:
    assert {row["registered"] for row in states + organizations} == {"yes"}


def test_codes_are_well_formed_and_unique(states: list[Row], organizations: list[Row]) -> None:
    assert len(states) == 198
    for column, pattern in (("code", "[A-Z]{3}"), ("iso2", "[A-Z]{2}"), ("iso3", "[A-Z]{3}")):
        values = [row[column] for row in states]
        assert len(set(values)) == len(values)
        assert all(re.fullmatch(pattern, value) for value in values), column
    numbers = [row["m49"] for row in states if row["code"] != "EUE"]
    assert all(re.fullmatch(r"\d{3}", number) for number in numbers)
    assert len(set(numbers)) == 197
    assert all(row["code"] == row["iso3"] for row in states)
    taken = {row[column] for row in states for column in ("iso2", "iso3")}
    codes = [row["code"] for row in organizations]
    assert len(set(codes)) == len(codes)
    assert not taken & set(codes)
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]{1,15}", code) for code in codes)


# The list for 1(f)


def tier_of(participant_class: str) -> str:
    return {"IGO": "IGOs", "NGO": "NGOs"}.get(participant_class, "States")


def test_131_states_15_igos_and_40_ngos_are_listed_once(
    entries: list[Row], class_of: dict[str, str]
) -> None:
    codes = [entry["delegation"] for entry in entries]
    assert set(codes) <= set(class_of)
    assert len(set(codes)) == len(codes)
    tiers = Counter(tier_of(class_of[code]) for code in codes)
    assert tiers == {"States": 131, "IGOs": 15, "NGOs": 40}
    assert "EUE" in codes


def test_requests_are_in_the_order_of_receipt(entries: list[Row]) -> None:
    received = [datetime.fromisoformat(entry["received_at"]) for entry in entries]
    assert all(earlier < later for earlier, later in pairwise(received))
    assert received[0] >= datetime(2024, 9, 2)
    assert received[-1] < datetime(2024, 10, 14)
    assert all(instant.tzinfo is None for instant in received)


def test_tiers_are_mixed_in_the_order_of_receipt(
    entries: list[Row], class_of: dict[str, str]
) -> None:
    order = [tier_of(class_of[entry["delegation"]]) for entry in entries]
    assert order != sorted(order)
    assert set(order[:50]) == set(order[-50:]) == {"States", "IGOs", "NGOs"}


def test_no_person_is_named_but_sample_speakers(
    entries: list[Row], class_of: dict[str, str]
) -> None:
    numbers = []
    for entry in entries:
        if class_of[entry["delegation"]] == "NGO":
            match = re.fullmatch(r"Sample Speaker (\d+)", entry["speaker"])
            assert match, entry
            numbers.append(int(match[1]))
        else:
            assert entry["speaker"] == "", entry
        assert entry["function"], entry
    assert numbers == list(range(1, 41))


def test_three_states_of_high_rank_send_a_video(
    entries: list[Row], class_of: dict[str, str], conference: dict[str, Any]
) -> None:
    videos = [entry for entry in entries if entry["delivery"] == "video"]
    assert len(videos) == 3
    assert len({entry["media"] for entry in videos}) == 3
    for entry in entries:
        assert entry["delivery"] in ("in-person", "video")
        assert bool(entry["media"]) == (entry["delivery"] == "video")
    for entry in videos:
        assert tier_of(class_of[entry["delegation"]]) == "States"
        assert entry["rank"] in conference["policies"]["video_ranks"]


def test_ranks_and_languages_are_known_words(entries: list[Row], class_of: dict[str, str]) -> None:
    assert {entry["rank"] for entry in entries} <= RANKS
    assert {entry["language"] for entry in entries} == LANGUAGES
    for entry in entries:
        if tier_of(class_of[entry["delegation"]]) != "States":
            assert entry["rank"] == "other"


def test_only_states_speak_for_groups(entries: list[Row], class_of: dict[str, str]) -> None:
    spokesmen = {e["delegation"]: e["on_behalf_of"] for e in entries if e["on_behalf_of"]}
    assert spokesmen["EUE"] == "the European Union and its member States"
    assert "the Group of 77 and China" in spokesmen.values()
    assert "the African Group" in spokesmen.values()
    assert all(tier_of(class_of[code]) == "States" for code in spokesmen)
    assert len(set(spokesmen.values())) == len(spokesmen)


def test_the_list_is_what_its_script_prints() -> None:
    printed = subprocess.run(
        [sys.executable, str(PACK / "generate_list.py")], capture_output=True, check=True
    )
    assert printed.stdout == (PACK / "list-1f.csv").read_bytes()


# The conference


def test_the_conference_is_dated_and_ruled(conference: dict[str, Any]) -> None:
    assert conference["format"] == 1
    assert (conference["id"], conference["name"]) == ("cop12", "COP12 UNTOC")
    assert conference["timezone"] == "Europe/Vienna"
    assert conference["first_day"] == date(2024, 10, 14)
    assert conference["last_day"] == date(2024, 10, 18)
    assert conference["registration_closed"] == date(2024, 10, 4)
    assert conference["drafts_deadline"] == date(2024, 9, 30)
    assert conference["president"] == "Ambassador Peter Burian (Slovakia)"
    assert conference["policies"] == {
        "limit_seconds": 180,
        "wrap_up_seconds": 30,
        "call_to_order_seconds": 30,
        "video_ranks": ["head of State", "head of Government", "minister", "head of delegation"],
        "on_air_in_committee": False,
    }


def test_the_files_named_exist(conference: dict[str, Any]) -> None:
    named = [*conference["files"]["delegations"], *(one["file"] for one in conference["list"])]
    assert named == ["states.csv", "organizations.csv", "list-1f.csv"]
    assert all((PACK / name).is_file() for name in named)


def test_ten_meetings_of_three_hours(conference: dict[str, Any]) -> None:
    meetings = conference["meeting"]
    assert [meeting["number"] for meeting in meetings] == list(range(1, 11))
    expected = [datetime(2024, 10, day, hour) for day in range(14, 19) for hour in (10, 15)]
    assert [meeting["starts"] for meeting in meetings] == expected
    assert all(m["ends"] - m["starts"] == timedelta(hours=3) for m in meetings)


def test_every_item_is_planned_and_the_general_discussion_first(
    conference: dict[str, Any],
) -> None:
    meetings = conference["meeting"]
    planned = [symbol for meeting in meetings for symbol in meeting["items"]]
    assert set(planned) == set(AGENDA) - {"1"}
    assert [m["number"] for m in meetings if "1(f)" in m["items"]] == [1, 2, 3, 4]
    rehearsed = {m["number"]: m["rehearse_item"] for m in meetings if "rehearse_item" in m}
    assert rehearsed == dict.fromkeys((1, 2, 3, 4), "1(f)")


def test_the_agenda_is_complete_and_only_one_item_confirmed(conference: dict[str, Any]) -> None:
    items = conference["item"]
    assert [(item["symbol"], item["title"]) for item in items] == list(AGENDA.items())
    assert [item["symbol"] for item in items if not item["illustrative"]] == ["1(f)"]
    kinds = {item["symbol"]: item["kind"] for item in items}
    assert [symbol for symbol in kinds if kinds[symbol] == "general discussion"] == ["1(f)"]
    assert set(kinds.values()) == {"procedural", "general discussion", "thematic"}


def test_drafts_bear_their_titles_and_were_in_time(conference: dict[str, Any]) -> None:
    documents = conference["document"]
    known = {d["symbol"]: (d["title"], d["submitter"]) for d in documents if "symbol" in d}
    assert known == DRAFTS
    unknown = [d for d in documents if "symbol" not in d]
    assert Counter(d["kind"] for d in unknown) == {"resolution": 2, "decision": 1}
    assert len({d["title"] for d in unknown}) == 3
    for document in documents:
        assert document["tabled"] <= conference["drafts_deadline"]
        assert set(document["languages"]) <= LANGUAGES
        assert document["status"] != "published" or set(document["languages"]) == LANGUAGES
        assert document["item"] in AGENDA


def test_each_step_on_the_way_to_a_decision_can_be_rehearsed(conference: dict[str, Any]) -> None:
    """Two can be acted on at once, one is ready to be published, one lacks a language."""
    stands = {
        one.get("symbol"): (one["status"], len(one["languages"])) for one in conference["document"]
    }
    assert stands["L.4"] == stands["L.7"] == ("published", 6)
    assert stands["L.6"] == ("edited", 6) and stands["L.5"] == ("edited", 5)
    assert stands[None] == ("tabled", 1)


def test_every_draft_can_be_reached_in_the_rehearsal_of_a_meeting(
    conference: dict[str, Any],
) -> None:
    planned = {item for meeting in conference["meeting"] for item in meeting["items"]}
    assert {one["item"] for one in conference["document"]} <= planned


def test_items_and_documents_name_each_other(conference: dict[str, Any]) -> None:
    by_items = {(i["symbol"], symbol) for i in conference["item"] for symbol in i["documents"]}
    by_documents = {(d["item"], d["symbol"]) for d in conference["document"] if "symbol" in d}
    assert by_items == by_documents


def test_side_events_are_those_known() -> None:
    events = rows_of("side-events.csv")
    rooms = [
        (event["starts"], event["ends"], event["room"])
        for event in events
        if event["kind"] == "side event"
    ]
    assert sorted(rooms) == [
        ("2024-10-15T13:00:00", "2024-10-15T13:50:00", "CR3"),
        ("2024-10-15T13:00:00", "2024-10-15T13:50:00", "CR7"),
        ("2024-10-16T13:00:00", "2024-10-16T13:50:00", "CR7"),
        ("2024-10-16T13:00:00", "2024-10-16T13:50:00", "M2"),
        ("2024-10-17T13:00:00", "2024-10-17T13:50:00", "CR7"),
        ("2024-10-18T14:00:00", "2024-10-18T14:50:00", "M3"),
    ]
    others = [
        (event["kind"], event["starts"], event["room"])
        for event in events
        if event["kind"] != "side event"
    ]
    assert others == [
        ("briefing", "2024-10-14T11:00:00", "M3"),
        ("round table", "2024-10-14T18:30:00", ""),
        ("dialogue", "2024-10-16T11:00:00", "M3"),
        ("dialogue", "", ""),
        ("social event", "2024-10-16T18:30:00", ""),
    ]
    assert len({event["title"] for event in events}) == len(events)


def test_a_side_event_has_one_mode_and_is_never_hybrid() -> None:
    for event in rows_of("side-events.csv"):
        if event["kind"] == "side event":
            assert event["mode"] in ("in person", "online")
        else:
            assert event["mode"] in ("", "in person", "online", "in person and online")


def test_the_list_opens_and_closes_for_each_tier(conference: dict[str, Any]) -> None:
    (speakers,) = conference["list"]
    assert speakers["item"] == "1(f)"
    assert speakers["requires_ngo_details"] is True
    for tier in ("States", "IGOs", "NGOs"):
        assert speakers[tier] == {
            "opens": datetime(2024, 9, 2),
            "closes": datetime(2024, 10, 14, 12),
        }
