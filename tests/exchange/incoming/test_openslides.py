"""What OpenSlides writes, in its own columns and collections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plenary_tui.exchange.incoming.offer import Contents, Role
from tests.exchange.incoming.offices import names, read, roles, told

PARTICIPANTS = (
    "title{0}first_name{0}last_name{0}email{0}member_number{0}structure_level{0}groups{0}number{0}"
    "vote_weight{0}gender{0}pronoun{0}username{0}default_password{0}is_active{0}"
    "is_physical_person{0}is_present{0}locked_out{0}saml_id{0}home_committee{0}external{0}comment"
)


def participants(*people: tuple[str, str], delimiter: str = ",") -> str:
    """Participants, of each the last name and structure level."""
    rows = [PARTICIPANTS.format(delimiter)]
    for name, level in people:
        cells = ["", "Ana", name, "a@x.org", "", level, "Delegates", "1", "1.000000"]
        cells += ["", "", "ana", "secret", "1", "1", "", "", "saml", "", "", ""]
        rows.append(delimiter.join(f'"{cell}"' for cell in cells))
    return "\r\n".join([*rows, ""])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", " "])
def test_participants_are_gathered_by_structure_level(tmp_path: Path, delimiter: str) -> None:
    people = ("Lee", "Ghana"), ("Li", "Ghana, African Group"), ("Koné", "Côte d'Ivoire")
    offer = read(tmp_path, "Participants.csv", participants(*people, delimiter=delimiter))
    assert offer.source == "OpenSlides, participants" and not offer.problems
    assert [(one.name, one.persons, one.group) for one in offer.delegations] == [
        ("Ghana", 2, ""),
        ("Côte d'Ivoire", 1, ""),
    ], "who votes is no regional group"
    groups: dict[str, Role | None] = {"groups": Role.GROUP}
    offer = read(tmp_path, "Participants.csv", participants(*people), columns=groups)
    assert offer.delegations[0].group == "Delegates", "unless somebody says so"
    assert roles(offer)["default_password"] == roles(offer)["saml_id"] == "never read"
    assert "secret" not in repr(offer) and "Ana" not in repr(offer)


def test_a_file_that_lost_its_letters_is_to_be_exported_again(tmp_path: Path) -> None:
    text = participants(("Ren\u00e9", "C\u00f4te d'Ivoire")).encode("latin-1")
    assert "exported again from OpenSlides as UTF-8" in told(read(tmp_path, "a.csv", text))[0]
    cut = "".join(chr(ord(one) & 0xFF) for one in "Иван")
    text = participants((cut, "Ghana")).encode("latin-1")
    assert "exported again from OpenSlides as UTF-8" in told(read(tmp_path, "a.csv", text))[0]
    assert not told(read(tmp_path, "a.csv", participants(("Иван", "Россия"))))


def test_an_agenda_without_what_is_hidden(tmp_path: Path) -> None:
    text = (
        "item_number,title,text,moderation_notes,list_of_speakers,agenda_comment,agenda_duration,"
        "agenda_type,tags,agenda_closed\r\n"
        '"1","Opening","","","0","","10","","",""\r\n'
        '"","Election","","","0","","10","","",""\r\n'
        '"X","Bureau","","","0","","10","internal","",""\r\n'
        '"Y","Draft","","","0","","10","hidden","",""\r\n'
    )
    offer = read(tmp_path, "Agenda.csv", text)
    assert (offer.source, offer.contents) == ("OpenSlides, agenda", (Contents.AGENDA,))
    assert [(one.symbol, one.title) for one in offer.items] == [("1", "Opening"), ("2", "Election")]
    assert offer.left_out == {
        "that OpenSlides calls internal": 1,
        "that OpenSlides calls hidden": 1,
    }


def test_statements_made_name_the_structure_level(tmp_path: Path) -> None:
    text = (
        "Title,Given name,Surname,Structure level,Participant number,Speech type,Start time,"
        'Duration,Element\r\n"Dr.","Ama","Koné","Ghana","1","","2024-10-14 10:00","3:00","1"\r\n'
    )
    offer = read(tmp_path, "Contributions.csv", text)
    assert offer.source == "OpenSlides, statements made" and not offer.problems
    (entry,) = offer.entries
    assert (entry.delegation, entry.speaker, entry.item) == ("Ghana", "Ama Koné", "1")


def meeting() -> dict[str, Any]:
    """An export of a meeting; ids are texts as keys, and numbers in references."""
    return {
        "_migration_index": 70,
        "meeting": {"1": {"name": "Session", "start_time": 1728864000}},
        "agenda_item": {
            "1": {"item_number": "1", "weight": 1, "content_object_id": "topic/11"},
            "2": {"item_number": "", "weight": 2, "parent_id": 1, "content_object_id": "topic/12"},
            "3": {"item_number": "", "weight": 1, "parent_id": 1, "content_object_id": "topic/13"},
            "4": {"weight": 0, "type": "internal", "content_object_id": "topic/14"},
            "5": {"item_number": "2", "weight": 9, "content_object_id": "topic/15"},
        },
        "topic": {
            "11": {"title": "Opening"},
            "12": {"title": "Agenda"},
            "13": {"title": "Election"},
            "14": {"title": "Bureau"},
            "15": {"title": "Debate"},
        },
        "list_of_speakers": {"5": {"content_object_id": "topic/15", "closed": False}},
        "speaker": {
            "1": {"weight": 2, "list_of_speakers_id": 5, "meeting_user_id": 7},
            "2": {"weight": 1, "list_of_speakers_id": 5, "meeting_user_id": 8},
            "3": {
                "weight": 1,
                "list_of_speakers_id": 5,
                "meeting_user_id": 8,
                "begin_time": "2024-10-14T08:00:00+00:00",
            },
            "4": {"weight": 3, "list_of_speakers_id": 5, "meeting_user_id": 9},
        },
        "meeting_user": {
            "7": {"user_id": 1, "structure_level_ids": [1]},
            "8": {"user_id": 2, "structure_level_ids": [2]},
            "9": {"user_id": 3},
        },
        "user": {
            "1": {"first_name": "Ama", "last_name": "Koné", "email": "a@x.org"},
            "2": {"last_name": "Gil", "default_password": "secret"},
            "3": {"last_name": "Nobody"},
        },
        "structure_level": {"1": {"name": "Ghana"}, "2": {"name": "Peru"}},
    }


def test_a_meeting_has_agenda_delegations_and_who_waits(tmp_path: Path) -> None:
    offer = read(tmp_path, "meeting.json", meeting())
    assert offer.source == "OpenSlides, meeting" and not offer.problems
    assert offer.contents == (Contents.DELEGATIONS, Contents.AGENDA, Contents.LIST)
    assert names(offer) == ["Ghana", "Peru"]
    assert [(one.symbol, one.title) for one in offer.items] == [
        ("1", "Opening"),
        ("1(a)", "Election"),
        ("1(b)", "Agenda"),
        ("2", "Debate"),
    ]
    assert [(one.delegation, one.speaker, one.item) for one in offer.entries] == [
        ("Peru", "Gil", "2"),
        ("Ghana", "Ama Koné", "2"),
    ]
    assert offer.left_out == {
        "that OpenSlides calls internal": 1,
        "requests of nobody's structure level": 1,
    }
    assert "secret" not in repr(offer) and "x.org" not in repr(offer)


def test_a_meeting_of_which_nothing_is_as_it_should_be_is_read_as_far_as_it_goes(
    tmp_path: Path,
) -> None:
    value = meeting()
    value["agenda_item"]["1"]["parent_id"] = 2
    value["topic"]["15"]["title"] = ["no", "text"]
    value["structure_level"]["2"]["name"] = "Pe\u202eru"
    value["speaker"] = [1, None, {"weight": "x"}]
    value["meeting_user"]["7"] = None
    offer = read(tmp_path, "meeting.json", value)
    assert names(offer) == ["Ghana"]
    assert told(offer) == [
        "meeting.json, structure level 2, name: character 3 cannot be shown "
        "(right-to-left override); expected the cell typed again without it"
    ]


def test_a_person_of_two_delegations_is_asked_about(tmp_path: Path) -> None:
    text = 'first_name,last_name,structure_level,username\n"A","B","Staff,Ghana","a"\n'
    text += '"C","D","Kenya,Peru","c"\n'
    offer = read(tmp_path, "participants.csv", text)
    assert [one.name for one in offer.delegations] == ["Ghana", "Kenya,Peru"]
