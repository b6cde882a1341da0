"""Who comes on a list, and where: registered, once, in order of receipt (rows 2, 11, 16-20)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from plenary_tui.procedure.speakers.inscription import Inscribe
from plenary_tui.procedure.state.conference import Entry
from plenary_tui.procedure.state.vocabulary import Body, Tier
from tests.chamber import Chamber, FakeClock, command_of, general_list, vienna

NGO = {"speaker": "Sample Speaker 1", "function": "Director"}


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


def test_row_02_an_unregistered_delegation_is_not_inscribed(chamber: Chamber) -> None:
    refusal = chamber.refused("inscribe", delegation="Palau", item="1(f)")
    assert "Palau is not registered" in refusal.why
    assert "register" in refusal.instead and refusal.remedy == ""


def test_row_11_a_delegation_is_on_many_lists_but_once_on_each(chamber: Chamber) -> None:
    chamber.inscribe("Niger", item="1(f)")
    chamber.inscribe("Niger", item="2")
    chamber.inscribe("Niger", item="2(a)")
    refusal = chamber.refused("inscribe", delegation="NE", item="1(f)")
    assert "Niger is on the list for item 1(f) already, 1 among States" in refusal.why
    assert "edited or moved" in refusal.instead and refusal.remedy == ""
    assert chamber.waiting() == chamber.waiting("2") == chamber.waiting("2(a)") == ["NER"]


def test_row_11_who_has_the_floor_is_not_inscribed_on_the_same_list(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.do("give-floor")
    assert "Niger has the floor" in chamber.refused("inscribe", delegation="Niger").why
    chamber.do("convene-committee")
    refusal = chamber.refused("inscribe", delegation="Niger", item="1(f)", body="plenary")
    assert "Niger has the floor" in refusal.why, "also while the plenary is frozen"
    chamber.inscribe("Niger", item="1(f)")
    assert chamber.waiting(body=Body.COMMITTEE) == ["NER"]


def test_row_11_who_has_spoken_is_heard_again_for_a_reason_only(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(60)
    chamber.do("end-statement")
    refusal = chamber.refused("inscribe", delegation="Niger")
    assert "Niger has spoken on item 1(f)" in refusal.why and refusal.remedy == "override"
    chamber.do("inscribe", delegation="Niger", override="On behalf of a group this time")
    assert chamber.waiting() == ["NER"]
    chamber.inscribe("Niger", item="2")


def test_row_11_a_withdrawn_delegation_may_come_again(chamber: Chamber) -> None:
    first, _ = chamber.inscribe("Niger", "Nigeria", item="1(f)")
    chamber.do("withdraw", entry=f"#{first}")
    (again,) = chamber.inscribe("Niger", item="1(f)")
    assert again > first and chamber.waiting() == ["NGA", "NER"]
    assert "Nobody waits under the number" in chamber.refused("withdraw", entry=f"#{first}").why


def test_row_11_who_has_the_floor_is_not_withdrawn(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.do("give-floor")
    refusal = chamber.refused("withdraw", entry="Niger")
    assert "has the floor" in refusal.why and "absent" in refusal.instead


def test_row_16_the_order_is_the_order_of_inscription_whatever_a_clock_does(
    chamber: Chamber,
) -> None:
    chamber.inscribe("Niger", item="1(f)")
    chamber.clock.step_wall(-1800)
    chamber.inscribe("Türkiye", item="1(f)")
    chamber.clock.step_wall(+1200)
    chamber.inscribe("Guinea", item="1(f)")
    assert chamber.waiting() == ["NER", "TUR", "GIN"]


def test_row_16_an_earlier_request_on_paper_stands_where_it_was_received(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Türkiye", item="1(f)")
    chamber.inscribe("Guinea", item="1(f)", received_at="09:45:30")
    chamber.inscribe("Nigeria", item="1(f)", received_at="2024-10-13T20:00")
    assert chamber.waiting() == ["NGA", "NER", "GIN", "TUR"]
    entry = chamber.entry("NGA")
    assert entry.received_at == vienna(13, 20) and entry.inscribed_at > entry.received_at
    assert entry.moved_because == ""


def test_row_16_a_request_received_in_the_same_second_stands_behind(chamber: Chamber) -> None:
    chamber.inscribe("Niger", item="1(f)")
    chamber.inscribe("Guinea", item="1(f)", received_at="09:45:00")
    assert chamber.waiting() == ["NER", "GIN"]


def test_row_16_a_request_received_earlier_does_not_leave_its_tier(chamber: Chamber) -> None:
    chamber.inscribe("Niger", item="1(f)")
    chamber.inscribe("INTERPOL", item="1(f)", received_at="2024-09-02T10:00")
    assert chamber.waiting() == ["NER", "INTERPOL"]


def test_row_16_a_time_of_receipt_to_come_is_refused(chamber: Chamber) -> None:
    refusal = chamber.refused("inscribe", delegation="Niger", item="1(f)", received_at="09:45:01")
    assert "still to come" in refusal.why and "Check the date" in refusal.instead
    assert (
        "not a time"
        in chamber.refused("inscribe", delegation="Niger", item="1(f)", received_at="early").why
    )


def test_row_16_moved_entries_do_not_mislead_an_earlier_request(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Türkiye", "Guinea", item="1(f)")
    guinea = chamber.entry("GIN")
    chamber.do("move", entry=f"#{guinea.id}", to=1, reason="The minister leaves")
    chamber.inscribe("Nigeria", item="1(f)", received_at="09:45:30")
    assert chamber.waiting() == ["GIN", "NER", "NGA", "TUR"]


def test_row_17_a_state_inscribed_later_precedes_every_waiting_igo_and_ngo(
    chamber: Chamber,
) -> None:
    chamber.inscribe("Sample Watch", "INTERPOL", "Sample Relief", "UNIDROIT", item="1(f)")
    chamber.inscribe("Niger", "European Union", "Iran", "Tuvalu", item="1(f)")
    assert chamber.waiting() == [
        "NER", "EU", "IRN", "TUV", "INTERPOL", "UNIDROIT", "WATCH", "RELIEF",
    ]  # fmt: skip
    tiers = [entry.tier for entry in chamber.conference.list_of("1(f)", Body.PLENARY).waiting]
    assert tiers == [Tier.STATES] * 4 + [Tier.IGOS] * 2 + [Tier.NGOS] * 2


def test_row_17_nobody_displaces_who_has_the_floor(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Sample Watch")
    chamber.speak(20)
    chamber.inscribe("Niger")
    assert chamber.speaker == "WATCH"
    assert chamber.elapsed == 80
    chamber.do("give-floor")
    assert chamber.speaker == "NER"
    assert chamber.conference.statements[-1].elapsed.total_seconds() == 80


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "the speaker's name and the speaker's function are missing"),
        ({"speaker": "Sample Speaker 1"}, "the speaker's function is missing"),
        ({"function": "Director"}, "the speaker's name is missing"),
        ({"speaker": "  ", "function": "Director"}, "the speaker's name is missing"),
    ],
)
def test_row_19_the_refusal_names_what_an_ngo_has_not_given(
    chamber: Chamber, given: dict[str, str], missing: str
) -> None:
    refusal = chamber.refused("inscribe", delegation="Sample Watch", item="1(f)", **given)
    assert missing in refusal.why and refusal.remedy == "override"


def test_row_19_an_ngo_with_all_three_is_inscribed(chamber: Chamber) -> None:
    chamber.do("inscribe", delegation="Sample Watch", item="1(f)", **NGO)
    entry = chamber.entry("WATCH")
    assert (entry.speaker, entry.function) == ("Sample Speaker 1", "Director")
    assert "name is missing" in chamber.refused("edit", entry=f"#{entry.id}", speaker="").why


def test_row_19_others_and_other_items_need_no_details(chamber: Chamber) -> None:
    chamber.do("inscribe", delegation="Niger", item="1(f)")
    chamber.do("inscribe", delegation="INTERPOL", item="1(f)")
    chamber.do("inscribe", delegation="Sample Watch", item="2")
    assert chamber.waiting() == ["NER", "INTERPOL"] and chamber.waiting("2") == ["WATCH"]


def test_row_20_a_request_a_second_before_noon_is_accepted(chamber: Chamber) -> None:
    chamber.clock.utc = vienna(14, 11, 59, 59)
    chamber.do("inscribe", delegation="Niger", item="1(f)")
    assert chamber.waiting() == ["NER"]


def test_row_20_a_request_at_noon_is_refused(chamber: Chamber) -> None:
    chamber.clock.utc = vienna(14, 12)
    for delegation in ("Niger", "INTERPOL", "Sample Watch"):
        refusal = chamber.refused("inscribe", delegation=delegation, item="1(f)", **NGO)
        assert "closed at 12:00 on Monday 14 October 2024" in refusal.why
        assert refusal.remedy == "override" and "Reopen" in refusal.instead
    chamber.do("inscribe", delegation="Niger", item="1(f)", override="The President allows it")
    assert chamber.waiting() == ["NER"]


def test_row_20_a_request_of_the_morning_is_inscribed_after_noon(chamber: Chamber) -> None:
    chamber.clock.utc = vienna(14, 12, 30)
    chamber.do("inscribe", delegation="Niger", item="1(f)", received_at="11:59:59")
    refusal = chamber.refused("inscribe", delegation="Guinea", item="1(f)", received_at="12:00:00")
    assert "closed at 12:00" in refusal.why
    assert chamber.waiting() == ["NER"]


def test_row_20_who_asked_from_elsewhere_in_time_was_in_time(chamber: Chamber) -> None:
    """The server had it before noon; the podium hears of it afterwards."""
    at = chamber.clock.now()
    asked = command_of("inscribe", delegation="Niger", item="1(f)")
    assert asked.as_it_was_received(timedelta(seconds=2), at) == asked, "it was hardly late"
    received = asked.as_it_was_received(timedelta(seconds=90), at)
    assert isinstance(received, Inscribe)
    assert datetime.fromisoformat(received.received_at) == at.utc - timedelta(seconds=90)
    said = command_of("inscribe", delegation="Niger", item="1(f)", received_at="09:30")
    assert said.as_it_was_received(timedelta(seconds=90), at) == said, "it says when itself"


def test_row_20_a_request_before_the_opening_is_refused() -> None:
    chamber = Chamber(FakeClock(vienna(1, 23, 59, 59, month=9)))
    refusal = chamber.refused("inscribe", delegation="Niger", item="1(f)")
    assert "opens at 00:00 on Monday 2 September 2024" in refusal.why
    chamber.clock.advance(1)
    chamber.do("inscribe", delegation="Niger", item="1(f)")


def test_row_20_each_tier_has_a_closing_time_of_its_own() -> None:
    chamber = Chamber(lists=(general_list(states_close=vienna(15, 18)),))
    chamber.clock.utc = vienna(14, 12)
    assert "IGOs, closed" in chamber.refused("inscribe", delegation="INTERPOL", item="1(f)").why
    chamber.do("inscribe", delegation="Niger", item="1(f)")
    chamber.clock.utc = vienna(15, 18)
    assert "States, closed" in chamber.refused("inscribe", delegation="Guinea", item="1(f)").why


def test_row_20_a_request_received_since_an_early_opening_is_inscribed() -> None:
    chamber = Chamber(FakeClock(vienna(1, 9, month=9)))
    chamber.do("open-list", item="1(f)")
    chamber.clock.advance(1800)
    chamber.do("inscribe", delegation="Niger", item="1(f)", received_at="09:15")
    why = chamber.refused("inscribe", delegation="Guinea", item="1(f)", received_at="08:59").why
    assert "opens at" in why and "The request is of 08:59 on Sunday 1 September 2024." in why
    assert chamber.waiting() == ["NER"]


def test_numbers_given_later_follow_those_of_the_pack() -> None:
    inscribed = vienna(3, 10, month=9)
    pack = (
        Entry(1, "NER", Tier.STATES, inscribed),
        Entry(2, "TUR", Tier.STATES, inscribed),
        Entry(3, "INTERPOL", Tier.IGOS, inscribed),
    )
    chamber = Chamber(lists=(general_list(pack),))
    numbers = chamber.inscribe("Guinea", "Nigeria", item="1(f)")
    numbers += chamber.inscribe("Guinea", item="2")
    assert len({1, 2, 3, *numbers}) == 6
    chamber.do("withdraw", entry="2")
    assert chamber.waiting() == ["NER", "GIN", "NGA", "INTERPOL"]


def test_row_16_an_earlier_paper_request_stands_before_the_absent_at_the_end() -> None:
    chamber = Chamber()
    for name in ("Niger", "Nigeria", "Guinea"):
        chamber.do("inscribe", item="1(f)", delegation=name)
        chamber.clock.advance(seconds=60)
    absent = chamber.conference.list_of("1(f)", chamber.conference.body).waiting[0]
    chamber.do("mark-absent", entry=f"#{absent.id}")
    received = chamber.clock.now().utc.isoformat()
    chamber.clock.advance(seconds=60)
    chamber.do("inscribe", item="1(f)", delegation="Türkiye", received_at=received)
    waiting = [
        one.delegation
        for one in chamber.conference.list_of("1(f)", chamber.conference.body).waiting
    ]
    assert waiting[-1] == absent.delegation


def test_row_11_beside_its_statement_a_delegation_explains_its_position(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.do("inscribe", delegation="Niger", explains="before")
    chamber.do("inscribe", delegation="Niger", explains="after action")
    assert chamber.waiting() == ["NER", "NER", "NER"]
    assert "already" in chamber.refused("inscribe", delegation="Niger", explains="after").why
    first, second, _ = chamber.conference.list_of("1(f)", Body.PLENARY).waiting
    refusal = chamber.refused("edit", entry="Niger", speaker="Ada")
    assert refusal.why == "Niger has 3 entries on this list."
    assert f"'#{second.id}' (explanation before action)" in refusal.instead
    chamber.do("edit", entry=f"#{second.id}", speaker="Ada")
    assert "already" in chamber.refused("edit", entry=f"#{first.id}", explains="before").why
    chamber.do("give-floor", entry=f"#{first.id}")
    assert "has the floor" in chamber.refused("inscribe", delegation="Niger").why


def test_a_position_is_explained_on_a_closed_list_by_those_who_decide(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.do("close-list")
    assert "closed" in chamber.refused("inscribe", delegation="Niger").why
    chamber.do("inscribe", delegation="Niger", explains="before")
    chamber.do("inscribe", delegation="Iran", explains="before")
    refusal = chamber.refused(
        "inscribe", delegation="Sample Watch", speaker="Ada", function="Chair", explains="before"
    )
    assert refusal.why.startswith("Those who take part in the decision explain their position")
    assert chamber.refused("inscribe", delegation="Tuvalu", explains="after")
