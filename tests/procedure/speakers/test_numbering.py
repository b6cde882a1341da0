"""The number that is shown is the number that is taken, on every list and tier."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.speakers.numbering import number_of
from tests.chamber import Chamber, command_of, vienna
from tests.procedure.numbered import STATES, numbered, shown, speaking_for_groups


@pytest.fixture
def chamber() -> Chamber:
    """Eight wait on the list for item 1(f)."""
    return numbered()


def test_a_list_is_numbered_through_in_the_order_in_which_it_is_called(chamber: Chamber) -> None:
    order = ["NER", "NGA", "GIN", "TUR", "INTERPOL", "UNIDROIT", "RELIEF", "WATCH"]
    assert shown(chamber) == order == chamber.waiting()
    for number, code in enumerate(order, start=1):
        entry, now = chamber.entry(code), chamber.clock.now()
        speakers = chamber.conference.current_list
        assert speakers is not None
        assert number_of(chamber.conference, speakers, entry.id, now) == number


def test_a_tier_whose_hour_has_come_has_the_first_numbers(chamber: Chamber) -> None:
    chamber.do("hear-tier-at", tier="NGOs", at="12:00")
    assert shown(chamber)[0] == "NER"
    chamber.clock.until(vienna(14, 12))
    assert shown(chamber)[:3] == ["RELIEF", "WATCH", "NER"]
    chamber.do("withdraw", entry="2")
    assert "WATCH" not in chamber.waiting()


def test_a_number_that_is_also_anothers_id_is_asked_of_scripts() -> None:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("WATCH", *STATES, "Iran", "CIV", "EU")
    watch = chamber.entry("WATCH").id
    assert shown(chamber)[watch - 1] == "EU"
    refusal = chamber.refused("withdraw", entry=str(watch))
    assert refusal.why == (
        f"“{watch}” is the number of European Union on the list, and the id of Sample Watch."
    )
    european = chamber.entry("EU").id
    assert f"'#{european}' for European Union, '#{watch}' for Sample Watch" in refusal.instead
    chamber.do("withdraw", entry=f"#{watch}")
    assert "WATCH" not in chamber.waiting() and "EU" in chamber.waiting()


def test_scripts_may_give_a_number_or_an_id_where_only_one_can_be_meant(chamber: Chamber) -> None:
    chamber.do("mark-ready", entry="1")
    assert chamber.entry("NER").ready
    turkey = chamber.entry("TUR").id
    assert turkey > 8, "no number of the list"
    chamber.do("mark-ready", entry=f" {turkey} ")
    assert chamber.entry("TUR").ready
    chamber.do("withdraw", entry=f"# {turkey}")
    assert "TUR" not in chamber.waiting()
    assert "Nobody waits under the number #9999" in chamber.refused("withdraw", entry="#9999").why
    assert "Nobody waits under the number 0" in chamber.refused("withdraw", entry="0").why


def test_without_a_current_list_a_number_that_is_shown_is_not_taken_for_an_id() -> None:
    chamber = Chamber()
    chamber.inscribe("WATCH", *STATES, item="1(f)")
    watch = chamber.entry("WATCH").id
    refusal = chamber.refused("withdraw", entry=str(watch))
    assert refusal.why == (
        f"“{watch}” is the number of Nigeria on the list for item 1(f), and the id of Sample Watch."
    )
    chamber.do("withdraw", entry="6")
    assert "TUR" not in chamber.waiting(), "nobody stands there under that number"
    chamber.inscribe("EU", "Iran", item="2")
    refusal = chamber.refused("withdraw", entry="1")
    assert "of Niger on the list for item 1(f), and the number of European Union" in refusal.why


def test_an_entry_of_another_list_is_named_with_its_item(chamber: Chamber) -> None:
    chamber.inscribe("EU", "Iran", "Tuvalu", item="2(a)")
    chamber.do("withdraw", entry="2(a) 2")
    chamber.do("mark-ready", entry="2(a) Tuvalu")
    assert chamber.waiting("2(a)") == ["EU", "TUV"] and len(chamber.waiting()) == 8
    assert chamber.entry("TUV", "2(a)").ready
    refusal = chamber.refused("withdraw", entry="2(a) 3")
    assert "Nobody waits under the number 3 on the list for item 2(a)" in refusal.why


def test_a_place_that_could_be_two_is_asked_of_scripts(chamber: Chamber) -> None:
    chamber.do("withdraw", entry="Niger")
    chamber.do("withdraw", entry="Nigeria")
    chamber.do("withdraw", entry="Guinea")
    chamber.do("withdraw", entry="INTERPOL")
    chamber.inscribe("NETWORK")
    relief = f"#{chamber.entry('RELIEF').id}"
    refusal = chamber.refused("move", entry=relief, to=3, reason="x")
    assert "“3” may be the 3rd place among NGOs, or the 1st, which is number 3" in refusal.why
    chamber.do("move", entry="RELIEF", to="3rd", reason="x")
    assert shown(chamber) == ["TUR", "UNIDROIT", "WATCH", "NETWORK", "RELIEF"]
    refusal = chamber.refused("move", entry="RELIEF", to="9", reason="x")
    assert "from 1 to 3 among NGOs, numbers 3 to 5 on the list; 9 is not one" in refusal.why


def test_an_act_by_number_says_whom_it_means(chamber: Chamber) -> None:
    before = chamber.conference
    for act, fields in (
        ("withdraw", {}),
        ("mark-ready", {}),
        ("mark-absent", {}),
        ("move", {"to": "2", "reason": "x"}),
        ("swap", {"other": "2", "confirm": True}),
        ("give-floor", {}),
    ):
        (*_, event) = chamber.decide(command_of(act, entry="1", **fields))
        assert "Niger" in event.sentence(before), act


def test_where_an_entry_stands_is_said_with_its_number(chamber: Chamber) -> None:
    before = chamber.conference
    (event,) = chamber.do("inscribe", delegation="NETWORK", speaker="S", function="Director")
    assert "3 among NGOs (number 9)" in event.sentence(before)
    refusal = chamber.refused("inscribe", delegation="NETWORK", speaker="S", function="Director")
    assert "3 among NGOs (number 9)" in refusal.why
    before = chamber.conference
    (event,) = chamber.do("move", entry="NETWORK", to=1, reason="x")
    assert "moved to 1 (number 7): x" in event.sentence(before)


def test_a_statement_for_a_group_is_named_by_the_number_shown_or_its_id() -> None:
    chamber = speaking_for_groups()
    chamber.do("align", delegation="Türkiye", entry="2")
    assert chamber.conference.alignments[-1].entry == chamber.entry("EU").id
    chamber.do("align", delegation="Iran", entry=f"#{chamber.entry('GIN').id}")
    assert chamber.conference.alignments[-1].entry == chamber.entry("GIN").id


def test_a_group_that_could_be_two_is_asked() -> None:
    chamber = speaking_for_groups()
    refusal = chamber.refused("align", delegation="Türkiye", entry="African")
    assert refusal.why == "“African” may be African Group or African Union States."
    refusal = chamber.refused("align", delegation="Türkiye", entry="ro")
    assert "Nobody speaks on behalf of a group under “ro”" in refusal.why
    chamber.do("align", delegation="Türkiye", entry="African Gr")
    assert chamber.conference.alignments[-1].entry == chamber.entry("NER").id
