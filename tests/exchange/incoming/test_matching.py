"""A name in a file is taken where it is sure, proposed where it nearly is, and else asked."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.classes import NOTHING, read_class
from plenary_tui.exchange.incoming.kept_names import keep_answers, read_answers
from plenary_tui.exchange.incoming.matching import Certainty, Match, Matcher, NoAnswer, slips
from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.vocabulary import ParticipantClass, Tier
from tests.chamber import Chamber, FakeClock, vienna

SLIPS = [("austrla", "austria", 1), ("austrla", "australia", 2), ("mali", "mail", 1), ("", "ab", 2)]


@pytest.fixture(scope="module")
def cop12() -> Conference:
    """The sample conference: 198 States and 227 organizations."""
    return load_pack("cop12").conference


def match(conference: Conference, name: str, code: str = "", of: str = "") -> Match:
    return Matcher(conference, {}).match(name, code, read_class(of))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Holland", "NLD"),
        ("Pays-Bas", "NLD"),
        ("Corée du Sud", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("Côte d'Ivoire", "CIV"),
        ("COTE D IVOIRE", "CIV"),
        ("Ivory Coast", "CIV"),
        ("UK", "GBR"),
        ("USA", "USA"),
        ("DRC", "COD"),
        ("Türkei", "TUR"),
        ("Российская Федерация", "RUS"),
        ("GHA", "GHA"),
        ("004", "AFG"),
    ],
)
def test_whole_names_codes_and_other_names_are_sure(
    cop12: Conference, name: str, code: str
) -> None:
    found = match(cop12, name)
    assert found.certainty is Certainty.SURE and found.delegation is not None
    assert found.delegation.id == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Permanent Mission of Ghana", "GHA"),
        ("Embassy of France in Austria", "FRA"),
        ("Ministry of Justice of Slovakia", "SVK"),
        ("Slovakya", "SVK"),
        ("Argentnia", "ARG"),
    ],
)
def test_a_state_behind_a_formula_or_a_slip_is_proposed(
    cop12: Conference, name: str, code: str
) -> None:
    found = match(cop12, name)
    assert found.certainty is Certainty.PROPOSED and found.delegation is not None
    assert found.delegation.id == code


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("Korea", {"KOR", "PRK"}),
        ("Permanent Mission of Korea", {"KOR", "PRK"}),
        ("Republic of Guinea", {"GIN"}),
        ("Ministry of Justice, Slovakia", {"SVK"}),
        ("Nigera", set()),
        ("Dom", set()),
        ("American Bar Federation", set()),
        ("Niger Delta Foundation", set()),
    ],
)
def test_what_may_be_several_is_asked(cop12: Conference, name: str, likely: set[str]) -> None:
    found = match(cop12, name)
    assert found.certainty is Certainty.ASKED and found.delegation is None
    assert likely <= {one.id for one in found.candidates}


@pytest.mark.parametrize("name", ["Taiwan", "Kosovo", "N/A", "United Nations", "Africa"])
def test_what_is_no_delegation_here_is_asked_and_nothing_is_said(
    cop12: Conference, name: str
) -> None:
    found = match(cop12, name)
    assert found.certainty is Certainty.NOT_HERE and not found.candidates


def test_an_organization_is_never_meant_by_closeness() -> None:
    conference = Chamber().conference
    assert match(conference, "Sample Network").certainty is Certainty.SURE
    close = match(conference, "Sample Netwrk", of="NGO")
    assert close.certainty is Certainty.ASKED and close.candidates[0].id == "NETWORK"
    new = match(conference, "Law Forum of the Coast", of="NGO")
    assert new.certainty is Certainty.NEW and new.participant is ParticipantClass.NGO
    assert match(conference, "Law Forum of the Coast").certainty is Certainty.ASKED
    state = match(conference, "Guinea", of="NGO")
    assert state.certainty is Certainty.ASKED and state.candidates[0].id == "GIN"


def test_a_code_decides_unless_the_name_beside_it_is_anothers() -> None:
    conference = Chamber().conference
    assert match(conference, "Somewhere", "NE").delegation is not None
    assert match(conference, "Nigeria", "NE").delegation == conference.delegation("NGA")


def test_an_answer_comes_first() -> None:
    conference = Chamber().conference
    answers = {plain("Korea"): "GIN", plain("Nowhere"): "NGO", plain("x"): "-", "y": "gone"}
    matcher = Matcher(conference, answers)
    korea = matcher.match("KOREA")
    assert korea.certainty is Certainty.TOLD and korea.delegation == conference.delegation("GIN")
    assert matcher.match("nowhere").participant is ParticipantClass.NGO
    assert matcher.match("x").certainty is Certainty.LEFT_OUT
    assert matcher.match("y").certainty is Certainty.ASKED, "an answer of another conference"
    with pytest.raises(NoAnswer):
        matcher.answered("z", "Narnia")


def test_answers_are_kept_for_the_next_file(tmp_path: Path) -> None:
    path, when = tmp_path / "data" / "names.csv", FakeClock(vienna(14, 10)).utc
    assert read_answers(path, "a") == {}
    keep_answers(path, "a", {"Korea": "KOR", "Guests": "-"}, when)
    keep_answers(path, "a", {"KOREA": "PRK", 'Quo"ted, name': "NGO"}, when)
    assert read_answers(path, "a") == {"korea": "PRK", "guests": "-", "quo ted name": "NGO"}
    assert read_answers(path, "b") == {"korea": "PRK", "quo ted name": "NGO"}
    keep_answers(path, "b", {"Korea": "KOR"}, when)
    assert read_answers(path, "b")["korea"] == "KOR" and read_answers(path, "a")["korea"] == "PRK"
    assert "2024-10-14T08:00:00Z" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a,b\n1,2\n", b"", b'"'])
def test_a_file_of_answers_that_is_damaged_holds_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    assert read_answers(path, "a") == {}


def test_classes_are_read_in_several_languages() -> None:
    assert read_class("ONG").participant is ParticipantClass.NGO
    assert read_class("État partie").participant is ParticipantClass.STATE_PARTY
    assert read_class("Member State").participant is None and read_class("Member State").tiers
    assert read_class("guest") == read_class("") == NOTHING


@pytest.mark.parametrize(("one", "other", "number"), SLIPS)
def test_slips_between_two_names(one: str, other: str, number: int) -> None:
    assert slips(one, other) == slips(other, one) == number


@pytest.mark.parametrize("name", ["Austrla", "Austra", "Irland", "Zamba", "Baein", "Bruni"])
def test_a_slip_that_may_be_another_state_is_not_taken_unseen(name: str) -> None:
    conference = load_pack("cop12").conference
    found = Matcher(conference, {}).match(name)
    assert found.certainty is not Certainty.PROPOSED or not found.alone


def test_no_slip_of_the_pen_is_taken_unseen_for_another_state() -> None:
    conference, chance = load_pack("cop12").conference, random.Random(17)
    matcher, taken = Matcher(conference, {}), 0
    for one in conference.delegations:
        if one.tier is Tier.STATES:
            for _ in range(4):
                name = slipped(slipped(one.spoken or one.name, chance), chance)
                found = matcher.match(name)
                if found.certainty is Certainty.PROPOSED and found.alone:
                    assert found.delegation is one, (name, one.name)
                    taken += 1
    assert taken > 100


def slipped(name: str, chance: random.Random) -> str:
    """The name with a letter too many, missing, wrong, or in its neighbour's place."""
    at, letter = chance.randrange(1, len(name)), chance.choice("aeinrstl")
    ways = (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + letter + name[at + 1 :],
        name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
    )
    return chance.choice(ways)
