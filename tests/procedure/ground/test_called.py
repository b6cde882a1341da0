"""What a meeting, and whoever has the floor, is called in a sentence."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.called import (
    addressed,
    group_spoken,
    holder_name,
    holder_of_floor,
    title_in_short,
    title_of,
)
from plenary_tui.procedure.state.chamber import Person
from plenary_tui.procedure.state.vocabulary import Body
from tests.chamber import Chamber


@pytest.mark.parametrize(
    ("to", "short", "begins"),
    [
        ("president", "President", "The President"),
        ("secretariat", "Secretariat", "The Secretariat"),
        ("", "Niger", "Niger"),
    ],
)
def test_whoever_has_the_floor_is_named_alike_alone_and_in_a_sentence(
    to: str, short: str, begins: str
) -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger")
    assert holder_of_floor(chamber.conference) == ""
    chamber.do("give-floor", **({"to": to} if to else {}))
    floor = chamber.conference.floor
    assert floor is not None
    assert holder_name(chamber.conference, floor) == short
    assert holder_of_floor(chamber.conference) == begins


def test_a_meeting_of_either_body_has_its_number_and_its_word() -> None:
    chamber = Chamber()
    chamber.open_meeting()
    meeting = chamber.conference.meeting
    assert meeting is not None and title_of(meeting) == "1st plenary meeting"
    assert title_in_short(meeting.number, meeting.body) == "1st meeting"
    chamber.do("convene-committee")
    sitting = chamber.conference.meeting
    assert sitting is not None and sitting.body is Body.COMMITTEE
    assert title_of(sitting) == "1st sitting of the Committee of the Whole"
    assert title_in_short(sitting.number, sitting.body) == "1st sitting"


@pytest.mark.parametrize(
    ("address", "speaker", "said"),
    [
        ("Ms.", "A. Sample", "Ms. A. Sample"),
        ("Ms.", "Ms. A. Sample", "Ms. A. Sample"),
        ("Mr.", "Ms A. Sample", "Ms A. Sample"),
        ("Ms.", "M. Sample", "Ms. M. Sample"),
        ("H.E.", "H.E. A. Sample", "H.E. A. Sample"),
        ("", "A. Sample", "A. Sample"),
        ("Ms.", "", ""),
    ],
)
def test_a_name_has_its_form_of_address_once(address: str, speaker: str, said: str) -> None:
    assert addressed(Person(speaker=speaker, address=address)) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("European Union", "the European Union"),
        ("the African Group", "the African Group"),
        ("The Arab Group", "the Arab Group"),
        ("G-77 and China", "the G-77 and China"),
        ("GRULAC", "GRULAC"),
        ("all sponsors of L.4 among the States", "all sponsors of L.4 among the States"),
        ("Ghana, Niger and other States", "Ghana, Niger and other States"),
        ("Benelux", "Benelux"),
        ("非洲国家组", "非洲国家组"),
        ("", ""),
    ],
)
def test_a_group_has_its_article_where_it_is_sure_to_have_one(typed: str, said: str) -> None:
    assert group_spoken(typed) == said
