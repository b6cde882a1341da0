"""Lists of speakers: who comes on one, when, and where (rows 2, 11, 15-20 and 28)."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.ground.calendar import say_moment
from plenary_tui.procedure.state.conference import Entry
from plenary_tui.procedure.state.vocabulary import Body, Tier
from tests.chamber import Chamber, FakeClock, general_list, vienna

NGO = {"speaker": "Sample Speaker 1", "function": "Director"}


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


# Row 2: only registered participants attend.


def test_row_02_an_unregistered_delegation_is_not_inscribed(chamber: Chamber) -> None:
    refusal = chamber.refused("inscribe", delegation="Palau", item="1(f)")
    assert "Palau is not registered" in refusal.why
    assert "register" in refusal.instead and refusal.remedy == ""


def test_row_02_a_late_registration_is_marked_and_lets_it_be_inscribed(chamber: Chamber) -> None:
    (registered,) = chamber.do("register", delegation="palau")
    assert "registration had closed" in registered.sentence(chamber.conference)
    palau = chamber.conference.delegation("PLW")
    assert palau is not None and palau.registered and palau.late
    chamber.inscribe("Palau", item="1(f)")
    assert chamber.waiting() == ["PLW"]
    assert "registered already" in chamber.refused("register", delegation="PLW").why


def test_row_02_a_registration_on_the_closing_day_is_in_time() -> None:
    chamber = Chamber(FakeClock(vienna(4, 23, 59, 59)))
    chamber.do("register", delegation="Palau")
    palau = chamber.conference.delegation("PLW")
    assert palau is not None and not palau.late


def test_row_02_a_new_delegation_needs_its_class(chamber: Chamber) -> None:
    refusal = chamber.refused("register", delegation="Sample Forum")
    assert "its class is needed" in refusal.why and "NGO" in refusal.instead
    chamber.do("register", delegation="Sample Forum", participant="ngo")
    new = next(one for one in chamber.conference.delegations if one.name == "Sample Forum")
    assert new.tier is Tier.NGOS and new.late
    chamber.inscribe("sample forum", item="1(f)")
    assert chamber.waiting() == [new.id]
    assert chamber.refused("register", delegation="", participant="NGO")
    refusal = chamber.refused("register", delegation="Other", participant="NGO", code="tur")
    assert "code TUR is taken" in refusal.why


def test_row_02_delegations_stay_sorted_with_accents_folded(chamber: Chamber) -> None:
    chamber.do("register", delegation="Îles Sample", participant="NGO")
    chamber.do("register", delegation="Croatia", participant="State party", code="HRV")
    names = [one.name for one in chamber.conference.delegations]
    assert (
        names.index("Côte d\u2019Ivoire") < names.index("Croatia") < names.index("European Union")
    )
    assert names.index("Guinea-Bissau") < names.index("Îles Sample") < names.index("Niger")


def test_row_02_new_codes_are_unique(chamber: Chamber) -> None:
    for name in ("Alpha", "Alpha!", "一", "二", "A B C", "A. B. C."):
        chamber.do("register", delegation=name, participant="NGO")
    codes = [one.id for one in chamber.conference.delegations]
    assert len(codes) == len(set(codes)) and all(codes)


@pytest.mark.parametrize("name", ["Кот-д'Ивуар", "كوت ديفوار", "CI", "384"])
def test_row_02_a_delegation_known_by_another_name_is_not_registered_twice(
    chamber: Chamber, name: str
) -> None:
    refusal = chamber.refused("register", delegation=name, participant="State party")
    assert "Côte d\u2019Ivoire is registered already" in refusal.why


# Row 11: one list per item; once on a list.


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


def test_row_11_an_edit_does_not_bring_a_delegation_on_a_list_twice(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Nigeria", item="1(f)")
    niger = chamber.entry("NER")
    assert "already" in chamber.refused("edit", entry=str(niger.id), delegation="Nigeria").why
    chamber.do("edit", entry=str(niger.id), delegation="Türkiye")
    assert chamber.waiting() == ["TUR", "NGA"]
    refusal = chamber.refused("edit", entry=str(niger.id), delegation="INTERPOL")
    assert "not among States" in refusal.why and "Withdraw" in refusal.instead
    assert "not registered" in chamber.refused("edit", entry=str(niger.id), delegation="PLW").why


def test_row_11_a_withdrawn_delegation_may_come_again(chamber: Chamber) -> None:
    first, _ = chamber.inscribe("Niger", "Nigeria", item="1(f)")
    chamber.do("withdraw", entry=str(first))
    (again,) = chamber.inscribe("Niger", item="1(f)")
    assert again > first and chamber.waiting() == ["NGA", "NER"]
    assert "Nobody waits under the number" in chamber.refused("withdraw", entry=str(first)).why


def test_row_11_who_has_the_floor_is_not_withdrawn(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.do("give-floor")
    refusal = chamber.refused("withdraw", entry="Niger")
    assert "has the floor" in refusal.why and "absent" in refusal.instead


# Rows 15 and 18: a list carries over, order intact.


def test_row_15_a_list_carries_over_to_the_next_meeting_of_its_item(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Sample Watch", "INTERPOL", "Niger", "Türkiye")
    chamber.do("move", entry="Türkiye", to=1, reason="The minister leaves")
    chamber.speak(30)
    chamber.do("end-statement")
    order = chamber.conference.list_of("1(f)", Body.PLENARY).waiting
    (carried,) = chamber.do("carry-over")
    assert "3 waiting" in carried.sentence(chamber.conference)
    assert "2nd meeting, order intact" in carried.sentence(chamber.conference)
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    assert chamber.conference.list_of("1(f)", Body.PLENARY).waiting == order
    assert chamber.conference.item == "1(f)"
    chamber.do("give-floor")
    assert chamber.speaker == "NER"


def test_row_15_the_programme_says_which_meeting_is_next_for_an_item(chamber: Chamber) -> None:
    chamber.inscribe("Niger", item="1(f)")
    chamber.inscribe("Niger", item="2(a)")

    def carried(item: str) -> int | None:
        chamber.do("carry-over", item=item)
        return chamber.conference.list_of(item, Body.PLENARY).carried_to

    assert (carried("1(f)"), carried("2(a)")) == (1, 3)
    chamber.open_meeting(14, 15)
    assert (carried("1(f)"), chamber.conference.meeting.number) == (4, 2)  # type: ignore[union-attr]
    chamber.do("adjourn-meeting")
    chamber.open_meeting(15, 15)
    assert carried("1(f)") == 5, "where the programme names none, the meeting that follows"


def test_row_18_what_cannot_be_carried_over_is_refused(chamber: Chamber) -> None:
    refusal = chamber.refused("carry-over", item="1(f)")
    assert "Nobody waits" in refusal.why and "nothing to carry over" in refusal.instead
    chamber.inscribe("Niger", item="1(f)")
    chamber.do("carry-over", item="1(f)")
    assert "1st meeting already" in chamber.refused("carry-over", item="1(f)").why


def test_row_18_who_was_not_reached_stays_when_the_item_is_concluded(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Sample Watch")
    chamber.do("carry-over")
    chamber.do("conclude-item", confirm=True)
    assert chamber.waiting() == ["WATCH"]


# Row 16: first come, first served.


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
    chamber.do("move", entry=str(guinea.id), to=1, reason="The minister leaves")
    chamber.inscribe("Nigeria", item="1(f)", received_at="09:45:30")
    assert chamber.waiting() == ["GIN", "NER", "NGA", "TUR"]


def test_row_16_an_edit_does_not_move_an_entry(chamber: Chamber) -> None:
    chamber.inscribe("Niger", "Türkiye", "Guinea", item="1(f)")
    niger = chamber.entry("NER")
    chamber.do("edit", entry=str(niger.id), rank="minister", language="fr", speaker="Minister")
    assert chamber.waiting() == ["NER", "TUR", "GIN"]
    edited = chamber.entry("NER")
    assert (edited.id, edited.inscribed_at) == (niger.id, niger.inscribed_at)
    assert (edited.speaker, edited.rank.value) == ("Minister", "minister")
    refusal = chamber.refused("edit", entry=str(niger.id), speaker="Minister")
    assert "Nothing about the entry of Niger would change" in refusal.why


def test_row_16_a_move_needs_a_reason_is_recorded_and_shown(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger", "Türkiye", "Guinea")
    refusal = chamber.refused("move", entry="Guinea", to=1)
    assert "order of receipt" in refusal.why and refusal.remedy == "reason"
    before = chamber.conference
    (moved,) = chamber.do("move", entry="Guinea", to=1, reason="The minister leaves")
    assert moved.sentence(before) == "Guinea (item 1(f)) was moved to 1: The minister leaves."
    assert chamber.waiting() == ["GIN", "NER", "TUR"]
    assert chamber.entry("GIN").moved_because == "The minister leaves"
    assert chamber.entry("NER").moved_because == ""
    chamber.do("move", entry="Guinea", to=3, reason="The minister stays")
    assert chamber.waiting() == ["NER", "TUR", "GIN"]


@pytest.mark.parametrize("position", [-1, 0, 3])
def test_row_16_a_move_stays_within_the_tier(chamber: Chamber, position: int) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger", "Türkiye", "INTERPOL", "Sample Watch")
    refusal = chamber.refused("move", entry="Türkiye", to=position, reason="Wish")
    assert "from 1 to 2 among States" in refusal.why and "tier" in refusal.instead
    assert "stands at 2" in chamber.refused("move", entry="Türkiye", to=2, reason="Wish").why


# Row 17: States, then IGOs, then NGOs.


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


# Row 19: what an NGO gives for item 1(f).


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
    assert "name is missing" in chamber.refused("edit", entry=str(entry.id), speaker="").why


def test_row_19_others_and_other_items_need_no_details(chamber: Chamber) -> None:
    chamber.do("inscribe", delegation="Niger", item="1(f)")
    chamber.do("inscribe", delegation="INTERPOL", item="1(f)")
    chamber.do("inscribe", delegation="Sample Watch", item="2")
    assert chamber.waiting() == ["NER", "INTERPOL"] and chamber.waiting("2") == ["WATCH"]


def test_row_19_an_entry_inscribed_by_way_of_exception_is_completed_bit_by_bit(
    chamber: Chamber,
) -> None:
    chamber.do("inscribe", delegation="Sample Watch", item="1(f)", override="Name to follow")
    number = str(chamber.entry("WATCH").id)
    chamber.do("edit", entry=number, language="English")
    chamber.do("edit", entry=number, speaker="Sample Speaker 1")
    chamber.do("edit", entry=number, function="Director")
    assert "missing" in chamber.refused("edit", entry=number, function="").why


# Row 20: opening and closing times.


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


def test_row_20_reopening_is_recorded_and_may_end_by_itself(chamber: Chamber) -> None:
    chamber.clock.utc = vienna(14, 14)
    (opened,) = chamber.do("open-list", item="1(f)", tier="NGOs", until="14:30")
    sentence = opened.sentence(chamber.conference)
    assert "opened for NGOs until 14:30" in sentence
    chamber.inscribe("Sample Watch", item="1(f)")
    chamber.refused("inscribe", delegation="Niger", item="1(f)")
    chamber.clock.utc = vienna(14, 14, 30)
    refusal = chamber.refused("inscribe", delegation="Sample Relief", item="1(f)", **NGO)
    assert "closed at 14:30" in refusal.why


def test_row_20_reopening_without_an_end_lasts_until_it_is_closed(chamber: Chamber) -> None:
    chamber.clock.utc = vienna(14, 14)
    chamber.do("open-list", item="1(f)")
    chamber.inscribe("Niger", "INTERPOL", "Sample Watch", item="1(f)")
    chamber.clock.utc = vienna(15, 14)
    chamber.inscribe("Guinea", item="1(f)")
    chamber.do("close-list", item="1(f)")
    refusal = chamber.refused("inscribe", delegation="Türkiye", item="1(f)")
    assert "closed by decision of the President" in refusal.why
    assert chamber.waiting() == ["NER", "GIN", "INTERPOL", "WATCH"], "who is on it stays"


def test_row_20_a_closing_by_hand_binds_whatever_a_clock_says(chamber: Chamber) -> None:
    chamber.do("close-list", item="1(f)")
    chamber.clock.step_wall(-3600)
    assert "decision" in chamber.refused("inscribe", delegation="Niger", item="1(f)").why


def test_row_20_who_is_on_a_closed_list_is_still_called(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.clock.until(vienna(14, 12, 5))
    chamber.do("give-floor")
    assert chamber.speaker == "NER"


def test_row_20_opening_what_is_open_and_closing_what_is_closed_is_refused(
    chamber: Chamber,
) -> None:
    assert "open already" in chamber.refused("open-list", item="1(f)").why
    chamber.do("close-list", item="1(f)", tier="IGOs")
    refusal = chamber.refused("close-list", item="1(f)", tier="IGOs")
    assert "closed for IGOs already" in refusal.why
    (closed,) = chamber.do("close-list", item="1(f)")
    assert closed.sentence(chamber.conference).endswith("closed for States, NGOs.")
    refusal = chamber.refused("open-list", item="1(f)", until="09:45")
    assert "is past" in refusal.why


def test_row_20_a_request_received_since_an_early_opening_is_inscribed() -> None:
    chamber = Chamber(FakeClock(vienna(1, 9, month=9)))
    chamber.do("open-list", item="1(f)")
    chamber.clock.advance(1800)
    chamber.do("inscribe", delegation="Niger", item="1(f)", received_at="09:15")
    assert (
        "opens at"
        in chamber.refused("inscribe", delegation="Guinea", item="1(f)", received_at="08:59").why
    )
    assert chamber.waiting() == ["NER"]


# Row 28: absent when called.


def test_row_28_an_absent_speaker_stands_at_the_end_of_its_own_tier(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger", "Türkiye", "INTERPOL")
    chamber.do("mark-ready", entry="Niger")
    chamber.do("give-floor")
    (absent,) = chamber.do("mark-absent")
    assert absent.kind == "marked absent"
    assert chamber.conference.floor is None
    assert chamber.waiting() == ["TUR", "NER", "INTERPOL"]
    entry = chamber.entry("NER")
    assert (entry.absences, entry.ready) == (1, False) and "absent" in entry.moved_because
    chamber.do("mark-absent", entry="Niger")
    assert chamber.entry("NER").absences == 2 and "2 times" in chamber.entry("NER").moved_because


def test_row_28_who_has_begun_is_not_absent(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.speak(1)
    refusal = chamber.refused("mark-absent")
    assert "has begun to speak" in refusal.why and "End the statement" in refusal.instead
    chamber.do("end-statement")
    assert "Nobody has been called" in chamber.refused("mark-absent").why


# The numbers of entries.


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


def test_a_moment_is_said_in_words(chamber: Chamber) -> None:
    assert say_moment(chamber.conference, vienna(14, 12)) == "12:00 on Monday 14 October 2024"
    assert say_moment(chamber.conference, vienna(1, 9, 5, 7)).startswith("09:05:07 on Tuesday 1 ")


def test_row_20_a_list_closed_by_hand_and_reopened_keeps_its_announced_closing() -> None:
    chamber = Chamber()
    chamber.do("close-list", item="1(f)")
    assert "closed by decision" in str(chamber.refused("inscribe", item="1(f)", delegation="Niger"))
    chamber.do("open-list", item="1(f)")
    chamber.do("inscribe", item="1(f)", delegation="Niger")
    chamber.clock.advance(seconds=24 * 3600)
    assert "closed at 12:00" in str(chamber.refused("inscribe", item="1(f)", delegation="Nigeria"))


def test_row_20_an_open_list_can_be_given_a_later_closing() -> None:
    chamber = Chamber()
    chamber.do("open-list", item="1(f)", until="2024-10-16T12:00")
    chamber.clock.advance(seconds=24 * 3600)
    chamber.do("inscribe", item="1(f)", delegation="Niger")


def test_row_16_an_earlier_paper_request_stands_before_the_absent_at_the_end() -> None:
    chamber = Chamber()
    for name in ("Niger", "Nigeria", "Guinea"):
        chamber.do("inscribe", item="1(f)", delegation=name)
        chamber.clock.advance(seconds=60)
    absent = chamber.conference.list_of("1(f)", chamber.conference.body).waiting[0]
    chamber.do("mark-absent", entry=str(absent.id))
    received = chamber.clock.now().utc.isoformat()
    chamber.clock.advance(seconds=60)
    chamber.do("inscribe", item="1(f)", delegation="Türkiye", received_at=received)
    waiting = [
        one.delegation
        for one in chamber.conference.list_of("1(f)", chamber.conference.body).waiting
    ]
    assert waiting[-1] == absent.delegation


def test_row_5_the_plenarys_list_is_opened_and_closed_while_the_committee_sits(
    chamber: Chamber,
) -> None:
    chamber.open_floor("1(f)")
    chamber.do("convene-committee", confirm=True)
    chamber.do("close-list", item="1(f)", body="plenary")

    def by_hand(body: Body) -> bool | None:
        return chamber.conference.list_of("1(f)", body).queue(Tier.STATES).by_hand

    assert (by_hand(Body.PLENARY), by_hand(Body.COMMITTEE)) == (False, None)
    chamber.do("open-list", item="1(f)", body="plenary")
    assert (by_hand(Body.PLENARY), by_hand(Body.COMMITTEE)) == (True, None)


def test_row_16_a_language_inscribed_in_error_is_taken_away(chamber: Chamber) -> None:
    chamber.open_floor("1(f)")
    chamber.do("inscribe", item="1(f)", delegation="Guinea")
    waits = chamber.conference.list_of("1(f)", Body.PLENARY).waiting[0]
    chamber.do("edit", entry=str(waits.id), language="Arabic")
    chamber.do("edit", entry=str(waits.id), language="")
    assert chamber.conference.list_of("1(f)", Body.PLENARY).waiting[0].language is None


def test_row_4_the_committees_list_is_open_for_states_alone(chamber: Chamber) -> None:
    chamber.open_floor("2")
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2")
    (closed,) = chamber.do("close-list")
    assert closed.tiers == (Tier.STATES,)  # type: ignore[attr-defined]
    assert "are not listed there" in chamber.refused("open-list", tier="NGOs").why
    chamber.do("open-list")
