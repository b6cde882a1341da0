"""The number that is shown is the number that is taken, on every list and tier."""

from __future__ import annotations

import pytest

from plenary_tui.actions.by_number import by_what_is_shown
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.speakers.numbering import entry_at, number_of
from plenary_tui.procedure.state.conference import Conference, SpeakersList
from tests.chamber import Chamber, vienna

STATES = ("Niger", "Nigeria", "Guinea", "Türkiye")
OTHERS = ("UNIDROIT", "INTERPOL", "WATCH", "RELIEF")


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); NGOs and IGOs asked for it before the States did."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe(*reversed(OTHERS), *STATES)
    return chamber


def shown(chamber: Chamber) -> list[str]:
    """The codes in the order of the numbers."""
    speakers = chamber.conference.current_list
    assert speakers is not None
    found = []
    while (
        entry := entry_at(chamber.conference, speakers, len(found) + 1, chamber.clock.now())
    ) is not None:
        found.append(entry.delegation)
    return found


def done_on_podium(chamber: Chamber, act: str, item: str = "1(f)", **fields: object) -> None:
    """Do an act as on the podium, while that list is looked at."""
    speakers: SpeakersList = chamber.conference.list_of(item, chamber.conference.body)
    now = chamber.clock.now()
    command = by_what_is_shown(ACTS[act](**fields), chamber.conference, speakers, now)
    chamber.record(*chamber.decide(command))


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
    done_on_podium(chamber, "withdraw", entry="2")
    assert "WATCH" not in chamber.waiting()


@pytest.mark.parametrize("number", range(1, 9))
def test_on_the_podium_the_number_shown_is_taken(chamber: Chamber, number: int) -> None:
    code = shown(chamber)[number - 1]
    done_on_podium(chamber, "withdraw", entry=str(number))
    assert code not in chamber.waiting() and len(chamber.waiting()) == 7


def test_on_the_podium_no_number_is_taken_for_an_id(chamber: Chamber) -> None:
    ids = [chamber.entry(code).id for code in shown(chamber)]
    assert max(ids) > 8
    for one in (identity for identity in ids if identity > 8):
        with pytest.raises(Refused, match=f"Nobody waits under the number {one}"):
            done_on_podium(chamber, "withdraw", entry=str(one))


def test_on_the_podium_the_number_is_that_of_the_list_that_is_looked_at(chamber: Chamber) -> None:
    chamber.inscribe("EU", "Iran", item="2")
    done_on_podium(chamber, "withdraw", item="2", entry="2")
    assert chamber.waiting("2") == ["EU"] and len(chamber.waiting()) == 8


def test_both_numbers_of_a_swap_are_those_shown(chamber: Chamber) -> None:
    done_on_podium(chamber, "swap", entry="8", other="7", confirm=True)
    assert shown(chamber)[6:] == ["WATCH", "RELIEF"]


@pytest.mark.parametrize("to", ["7", "1", "1st"])
def test_an_entry_is_moved_to_the_number_shown_or_to_a_place_in_its_tier(
    chamber: Chamber, to: str
) -> None:
    done_on_podium(chamber, "move", entry="8", to=to, reason="leaves early")
    assert shown(chamber)[6:] == ["WATCH", "RELIEF"]


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
        (*_, event) = chamber.decide(ACTS[act](entry="1", **fields))
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


def speaking_for_groups() -> tuple[Chamber, Conference]:
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", on_behalf_of="African Group")
    chamber.inscribe("EU", on_behalf_of="European Union")
    chamber.inscribe("Guinea", on_behalf_of="African Union States")
    return chamber, chamber.conference


def test_a_statement_for_a_group_is_named_by_the_number_shown_or_its_id() -> None:
    chamber, _ = speaking_for_groups()
    done_on_podium(chamber, "align", delegation="Türkiye", entry="2")
    assert chamber.conference.alignments[-1].entry == chamber.entry("EU").id
    chamber.do("align", delegation="Iran", entry=f"#{chamber.entry('GIN').id}")
    assert chamber.conference.alignments[-1].entry == chamber.entry("GIN").id


def test_a_group_that_could_be_two_is_asked() -> None:
    chamber, _ = speaking_for_groups()
    refusal = chamber.refused("align", delegation="Türkiye", entry="African")
    assert refusal.why == "“African” may be African Group or African Union States."
    refusal = chamber.refused("align", delegation="Türkiye", entry="ro")
    assert "Nobody speaks on behalf of a group under “ro”" in refusal.why
    chamber.do("align", delegation="Türkiye", entry="African Gr")
    assert chamber.conference.alignments[-1].entry == chamber.entry("NER").id
