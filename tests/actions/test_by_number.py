"""On the podium a number in an act is the number of the list that is looked at."""

from __future__ import annotations

import pytest

from plenary_tui.actions.by_number import by_what_is_shown, whom_it_names
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.conference import SpeakersList
from tests.chamber import Chamber, command_of
from tests.procedure.numbered import numbered, shown, speaking_for_groups


@pytest.fixture
def chamber() -> Chamber:
    """Eight wait on the list for item 1(f)."""
    return numbered()


def done_on_podium(chamber: Chamber, act: str, item: str = "1(f)", **fields: object) -> None:
    """Do an act as on the podium, while that list is looked at."""
    speakers: SpeakersList = chamber.conference.list_of(item, chamber.conference.body)
    now = chamber.clock.now()
    command = by_what_is_shown(command_of(act, **fields), chamber.conference, speakers, now)
    chamber.record(*chamber.decide(command))


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


def test_a_statement_for_a_group_is_named_by_the_number_shown() -> None:
    chamber = speaking_for_groups()
    done_on_podium(chamber, "align", delegation="Türkiye", entry="2")
    assert chamber.conference.alignments[-1].entry == chamber.entry("EU").id


def test_a_typed_act_says_whom_its_numbers_mean(chamber: Chamber) -> None:
    conference, now = chamber.conference, chamber.clock.now()
    speakers = conference.current_list

    def said(line: str) -> str:
        return whom_it_names(line, conference, speakers, now)

    assert said("withdraw 4") == "4 is Türkiye."
    assert said("swap 8 --with 7") == "8 is Sample Watch. 7 is Sample Relief."
    assert said("withdraw Niger") == said("withdraw") == said("swap 8") == said("withdraw 9") == ""
