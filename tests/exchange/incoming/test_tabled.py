"""A table is a list, delegations, an agenda, a programme or drafts, by its columns or as told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.offer import Contents, OfferedDraft, OfferedEntry
from plenary_tui.procedure.state.vocabulary import Delivery, Language, Rank
from tests.exchange.incoming.offices import names, read, told

REQUESTS = (
    "Délégation;Orateur;Fonction;Langue;Niveau;Mode d’intervention;Au nom de;Reçu le;Point\n"
    "Côte d’Ivoire;Awa Koné;Ministre;français;ministre;en présentiel;;02/09/2024 09:30;1(f)\n"
    "Allemagne;X Y;;anglais;autre;vidéo;Union européenne;13/09/2024 10:00;Point 1 (f)\n"
)


def test_requests_for_the_floor_in_french_are_a_list(tmp_path: Path) -> None:
    offer = read(tmp_path, "liste.csv", REQUESTS.encode("cp1252"))
    assert offer.contents == (Contents.LIST,) and not offer.problems and not offer.asks
    assert offer.entries == (
        OfferedEntry(
            line=2,
            delegation="Côte d’Ivoire",
            item="1(f)",
            speaker="Awa Koné",
            function="Ministre",
            rank=Rank.MINISTER,
            language=Language.FRENCH,
            received_at=datetime(2024, 9, 2, 7, 30, tzinfo=UTC),
        ),
        OfferedEntry(
            line=3,
            delegation="Allemagne",
            item="1(f)",
            speaker="X Y",
            on_behalf_of="Union européenne",
            language=Language.ENGLISH,
            delivery=Delivery.VIDEO,
            received_at=datetime(2024, 9, 13, 8, tzinfo=UTC),
        ),
    )


def test_what_a_file_is_told_to_be_is_taken(tmp_path: Path) -> None:
    offer = read(tmp_path, "a.csv", REQUESTS, contents=Contents.DELEGATIONS)
    assert names(offer) == ["Côte d’Ivoire", "Allemagne"] and not offer.entries
    offer = read(tmp_path, "a.csv", REQUESTS, contents=Contents.AGENDA)
    assert "no column is known to hold a title" in told(offer)[0]


def test_an_entry_without_a_delegation_or_with_an_unknown_delivery_is_told(
    tmp_path: Path,
) -> None:
    text = "Delegation,Speaker,Delivery\n,Ama,in person\nPeru,Bo,carrier pigeon\n"
    assert told(read(tmp_path, "a.csv", text)) == [
        "a.csv, line 2, Delegation: is empty; expected a delegation",
        "a.csv, line 3, Delivery: “carrier pigeon” is neither; expected in person or video",
    ]


def test_persons_with_speakers_and_an_address_are_a_list_if_they_are_called_speakers(
    tmp_path: Path,
) -> None:
    text = "Delegation,Speaker,E-mail,Language\nGhana,Ama K,a@b.org,English\n"
    assert read(tmp_path, "a.csv", text).contents == (Contents.LIST,)
    text = "Delegation,Full name,E-mail,Language\nGhana,Ama K,a@b.org,English\n"
    assert read(tmp_path, "a.csv", text).contents == (Contents.DELEGATIONS,)


def test_a_programme_is_meetings_and_events_beside_them(tmp_path: Path) -> None:
    text = (
        "Title,Date,Start,End,Room,Type\n"
        "1st meeting,14/10/2024,10:00,13:00,M1,plenary\n"
        "Guns,14/10/2024,13:10,14:00,CR3,side event\n"
        "Night,14/10/2024,23:00,01:00,CR3,social event\n"
        "Talk,14/10/2024,11:00,12:00,https://example.org/talk,side event\n"
        "Web,14/10/2024,14:00,15:00,https://example.org/web,side event\n"
        "Where,14/10/2024,14:00,15:00,,side event\n"
    )
    offer = read(tmp_path, "a.csv", text)
    assert offer.contents == (Contents.PROGRAMME,) and not offer.problems
    (meeting,) = offer.meetings
    assert (meeting.title, meeting.starts) == (
        "1st meeting",
        datetime(2024, 10, 14, 8, tzinfo=UTC),
    )
    assert [(one.title, one.room, one.online) for one in offer.events] == [
        ("Guns", "CR3", False),
        ("Night", "CR3", False),
        ("Web", "", True),
    ]
    assert offer.events[1].ends == datetime(2024, 10, 14, 23, tzinfo=UTC)
    assert offer.left_out == {"at the time of a plenary meeting": 1, "without a room": 1}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("Guns,14/10/2024,13:10,12:00,CR3", "line 2, End: is not after the beginning"),
        ("Guns,,13:10,14:00,CR3", "line 2, Start: “13:10” has no day"),
        ("Guns,14/10/2024,noon,14:00,CR3", "line 2, Start: “noon” is not a date"),
        (",14/10/2024,13:10,14:00,CR3", "line 2, Title: is empty"),
    ],
)
def test_a_wrong_row_of_a_programme_is_told(tmp_path: Path, row: str, sentence: str) -> None:
    offer = read(tmp_path, "a.csv", f"Title,Date,Start,End,Room\n{row}\nX,14/10/2024,9:00,,M\n")
    assert told(offer)[0].startswith(f"a.csv, {sentence}")


def test_drafts_are_known_by_their_symbols(tmp_path: Path) -> None:
    text = "Symbol,Title,Item,Submitted by\nCTOC/COP/2024/L.2,On guns,1(f),Italy\n"
    offer = read(tmp_path, "a.csv", text)
    assert offer.contents == (Contents.DRAFTS,)
    assert offer.drafts == (OfferedDraft(2, "CTOC/COP/2024/L.2", "On guns", "1(f)", "Italy"),)


def test_times_written_as_one_are_two(tmp_path: Path) -> None:
    rows = "14/10/2024,10:00-13:00,1st meeting,M1\n14/10/2024,13h10 – 14h00,X,C\n"
    text = f"Date,Time,Event,Room\n{rows}"
    offer = read(tmp_path, "a.csv", text)
    assert not offer.problems
    assert [(one.starts.hour, one.ends.hour) for one in offer.meetings] == [(8, 11)]
    (beside,) = offer.events
    assert beside.ends == datetime(2024, 10, 14, 12, tzinfo=UTC)


def test_an_agenda_item_in_words_is_a_title(tmp_path: Path) -> None:
    text = "No.,Agenda item\n1,Organizational matters\n2,General discussion\n"
    offer = read(tmp_path, "a.csv", text)
    assert [(one.symbol, one.title) for one in offer.items] == [
        ("1", "Organizational matters"),
        ("2", "General discussion"),
    ]


def test_requests_that_were_withdrawn_are_left_out(tmp_path: Path) -> None:
    text = (
        "Delegation,Speaker,Received,Status\nGhana,A,2024-09-02,Confirmed\n"
        "Peru,B,2024-09-02,Withdrawn\nItaly,C,2024-09-02,Pending\n"
    )
    offer = read(tmp_path, "a.csv", text)
    assert [one.delegation for one in offer.entries] == ["Ghana", "Italy"]
    assert offer.left_out == {"withdrawn": 1}


def test_an_agenda_as_text_is_an_agenda(tmp_path: Path) -> None:
    text = (
        "1. Opening\n   (a) Election, of officers\n   (b) Agenda\n2. General debate\n3. Closing\n"
    )
    offer = read(tmp_path, "agenda.txt", text)
    assert offer.contents == (Contents.AGENDA,) and not offer.problems
    assert [(one.symbol, one.title) for one in offer.items] == [
        ("1", "Opening"),
        ("1(a)", "Election, of officers"),
        ("1(b)", "Agenda"),
        ("2", "General debate"),
        ("3", "Closing"),
    ]


def test_a_column_of_symbols_numbers_an_agenda_whatever_it_is_called(tmp_path: Path) -> None:
    text = "Sira;Title;Minutes\n1;Opening;10\n2;Debate;10\n2(a);Drafts;20\n"
    offer = read(tmp_path, "agenda.csv", text)
    assert [one.symbol for one in offer.items] == ["1", "2", "2(a)"]
    assert not any(one.counted for one in offer.items)
