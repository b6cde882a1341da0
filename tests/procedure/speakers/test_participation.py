"""What is known of a delegation is corrected (rows 2, 3 and 17)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.act import Remedy
from plenary_tui.procedure.state.conference import Delegation, Document
from tests.chamber import Chamber


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten."""
    return Chamber()


def known(chamber: Chamber, identity: str) -> Delegation:
    found = chamber.conference.delegation(identity)
    assert found is not None
    return found


def test_a_delegation_is_found_by_a_name_that_was_added(chamber: Chamber) -> None:
    (event,) = chamber.do("edit-delegation", delegation="Sample Watch", also="Watchers; SW Intl")
    assert known(chamber, "WATCH").also == ("Watchers", "SW Intl")
    chamber.inscribe("watchers", item="1(f)")
    assert chamber.waiting() == ["WATCH"]
    assert event.kind == "delegation corrected"
    chamber.do("edit-delegation", delegation="WATCH", also="-SW Intl")
    assert known(chamber, "WATCH").also == ("Watchers",)
    assert "no other name" in chamber.refused("edit-delegation", delegation="WATCH", also="-x").why


def test_name_group_and_spoken_are_corrected_and_the_order_kept(chamber: Chamber) -> None:
    before = chamber.conference
    (event,) = chamber.do(
        "edit-delegation", delegation="NETWORK", name="Zonal Network", group="x", spoken="the Z"
    )
    assert event.sentence(before) == (
        "Sample Network was corrected: name Zonal Network; group x; as spoken the Z."
    )
    assert chamber.conference.delegations[-1].id == "NETWORK"
    chamber.do("edit-delegation", delegation="NETWORK", group="")
    assert known(chamber, "NETWORK").group == ""
    assert "Nothing" in chamber.refused("edit-delegation", delegation="NETWORK").why
    assert chamber.replayed() == chamber.conference


def test_row_02_no_name_comes_to_mean_two(chamber: Chamber) -> None:
    refuse = chamber.refused
    assert "Niger (NER) already" in refuse("edit-delegation", delegation="NGA", also="niger").why
    near = refuse("edit-delegation", delegation="WATCH", name="Sample Networks")
    assert "almost Sample Network" in near.why and near.remedy is Remedy.CONFIRM
    chamber.do("edit-delegation", delegation="WATCH", name="Sample Networks", confirm=True)


def test_row_17_a_class_is_corrected_unless_it_waits_elsewhere(chamber: Chamber) -> None:
    chamber.do("edit-delegation", delegation="TUV", participant="signatory State")
    chamber.inscribe("Tuvalu", "Sample Watch", item="1(f)")
    chamber.do("edit-delegation", delegation="TUV", participant="observer State")
    refusal = chamber.refused("edit-delegation", delegation="WATCH", participant="IGO")
    assert "waits on the list for item 1(f)" in refusal.why
    chamber.do("withdraw", entry=f"#{chamber.entry('WATCH').id}")
    chamber.do("edit-delegation", delegation="WATCH", participant="IGO")


def test_row_17_who_has_the_floor_stays_what_it_is(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger", item="1(f)")
    chamber.do("give-floor")
    assert (
        "has the floor"
        in chamber.refused("edit-delegation", delegation="NER", participant="signatory State").why
    )


def test_row_03_a_sponsor_stays_one_that_may_be() -> None:
    chamber = Chamber(documents=(Document("Sample", "L.1", sponsors=("NGA",), number=1),))
    refusal = chamber.refused("edit-delegation", delegation="NGA", participant="observer State")
    assert "sponsors L.1" in refusal.why
