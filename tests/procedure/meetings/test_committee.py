"""The Committee of the Whole: who sits, the plenary frozen meanwhile (rows 4, 5 and 23)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.procedure.state.conference import Entry, Policies, TierQueue, empty_list
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Body, MeetingStatus, Phase, Tier
from tests.chamber import Chamber, vienna


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: nothing has begun."""
    return Chamber()


@pytest.fixture
def speaking() -> Chamber:
    """The 1st meeting on item 1(f): Niger has spoken for 50 seconds, others wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Türkiye", "INTERPOL", "Tuvalu")
    chamber.inscribe("Sample Watch")
    chamber.speak(50)
    return chamber


@pytest.mark.parametrize(
    "observer", ["INTERPOL", "UNIDROIT", "Sample Watch", "Sample Relief", "Tuvalu"]
)
def test_row_04_an_observer_is_not_inscribed_in_the_committee(
    chamber: Chamber, observer: str
) -> None:
    chamber.open_meeting()
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2")
    refusal = chamber.refused("inscribe", delegation=observer)
    assert "parties and signatories" in refusal.why and observer[:6] in str(refusal.why + observer)
    assert "plenary's list is kept" in refusal.instead
    assert refusal.remedy == "", "no officer may overrule this"
    chamber.refused("inscribe", delegation=observer, override="A favour")


def test_row_04_an_observer_is_not_inscribed_in_the_committee_from_the_plenary(
    chamber: Chamber,
) -> None:
    refusal = chamber.refused(
        "inscribe", delegation="INTERPOL", item="2", body="committee of the whole"
    )
    assert "parties and signatories" in refusal.why


@pytest.mark.parametrize("member", ["Niger", "European Union", "Iran (Islamic Republic of)"])
def test_row_04_parties_and_signatories_are_inscribed_and_called_in_the_committee(
    chamber: Chamber, member: str
) -> None:
    chamber.open_meeting()
    chamber.do("convene-committee")
    chamber.open_floor("2(a)")
    chamber.inscribe(member)
    chamber.speak()
    assert chamber.speaker is not None
    assert chamber.conference.body is Body.COMMITTEE


def test_row_04_an_edit_brings_no_observer_into_the_committee(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2")
    (niger,) = chamber.inscribe("Niger")
    assert (
        "parties and signatories"
        in chamber.refused("edit", entry=str(niger), delegation="Tuvalu").why
    )


def test_row_04_an_observer_whom_the_pack_put_on_the_committees_list_is_not_called() -> None:
    entry = Entry(1, "INTERPOL", Tier.IGOS, vienna(2, 9, month=9))
    queues = empty_list("2", Body.COMMITTEE).with_queue(TierQueue(Tier.IGOS, (entry,)))
    chamber = Chamber(lists=(queues,))
    chamber.open_meeting()
    chamber.do("convene-committee")
    chamber.open_floor("2")
    assert "parties and signatories" in chamber.refused("give-floor").why


def test_row_04_who_waits_in_the_plenary_is_not_called_in_the_committee(speaking: Chamber) -> None:
    place = speaking.entry("INTERPOL")
    speaking.do("convene-committee")
    speaking.open_floor("1(f)")
    assert "waits on the list" in speaking.refused("give-floor", entry=str(place.id)).why
    assert "Nobody waits" in speaking.refused("give-floor").why


def test_row_04_the_places_of_observers_on_the_plenary_list_survive_untouched(
    speaking: Chamber,
) -> None:
    before = speaking.conference.list_of("1(f)", Body.PLENARY)
    speaking.do("convene-committee")
    speaking.open_floor("1(f)")
    speaking.inscribe("Nigeria", "Türkiye")
    speaking.speak(10)
    speaking.do("end-statement")
    assert speaking.conference.list_of("1(f)", Body.PLENARY) is before
    assert speaking.waiting(body=Body.COMMITTEE) == ["TUR"]
    speaking.do("rise-committee")
    assert speaking.waiting() == ["TUR", "TUV", "INTERPOL", "WATCH"]


def test_row_05_the_plenary_freezes_and_resumes_exactly(speaking: Chamber) -> None:
    speaking.do("convene-committee")
    frozen = speaking.conference.plenary
    assert frozen is not None and frozen.floor is not None
    assert (speaking.conference.item, speaking.conference.floor) == (None, None)

    speaking.clock.advance(3600)
    speaking.open_floor("2")
    speaking.inscribe("Guinea")
    speaking.speak(100)
    speaking.do("end-statement")
    assert speaking.conference.plenary is frozen

    speaking.do("rise-committee")
    conference = speaking.conference
    assert conference.plenary is None and conference.body is Body.PLENARY
    assert (conference.meeting, conference.item, conference.floor) == (
        frozen.meeting,
        frozen.item,
        frozen.floor,
    )
    assert speaking.speaker == "NER"
    assert speaking.reading.elapsed == timedelta(seconds=50)
    speaking.clock.advance(600)
    assert speaking.elapsed == 50, "the clock goes on only when the officer says so"
    speaking.do("resume-clock")
    speaking.clock.advance(5)
    assert speaking.elapsed == 55


def test_row_05_the_frozen_plenary_survives_a_restart(speaking: Chamber) -> None:
    speaking.do("convene-committee")
    assert speaking.replayed() == speaking.conference
    speaking.clock.reboot(7200)
    again = Chamber.__new__(Chamber)
    again.__dict__.update(speaking.__dict__)
    again.ledger = type(speaking.ledger)(speaking.records)
    again.do("rise-committee")
    assert again.speaker == "NER" and again.elapsed == 50
    assert again.waiting() == ["TUR", "TUV", "INTERPOL", "WATCH"]


def test_row_05_a_speaker_called_who_has_not_begun_is_frozen_too(chamber: Chamber) -> None:
    chamber.open_floor()
    chamber.inscribe("Niger")
    chamber.do("give-floor")
    chamber.do("convene-committee")
    chamber.do("rise-committee")
    floor = chamber.conference.floor
    assert floor is not None and floor.phase is Phase.CALLED
    chamber.do("start-clock")
    assert chamber.speaker == "NER"


def test_row_05_a_suspended_plenary_is_still_suspended_when_the_committee_rises(
    chamber: Chamber,
) -> None:
    chamber.open_floor()
    chamber.do("suspend-meeting", reason="consultations")
    chamber.do("convene-committee")
    chamber.do("rise-committee")
    meeting = chamber.conference.meeting
    assert meeting is not None
    assert (meeting.status, meeting.reason) == (MeetingStatus.SUSPENDED, "consultations")
    assert not chamber.conference.on_air
    chamber.do("resume-meeting")
    assert chamber.conference.on_air


def test_row_05_plenary_and_committee_never_sit_at_once(speaking: Chamber) -> None:
    speaking.do("convene-committee")
    assert "sitting already" in speaking.refused("convene-committee").why
    refusal = speaking.refused("adjourn-meeting")
    assert "Committee of the Whole is sitting" in refusal.why
    assert "rise" in refusal.instead
    assert "Committee of the Whole is in session" in speaking.refused("open-meeting").why
    speaking.do("rise-committee")
    assert "not sitting" in speaking.refused("rise-committee").why


def test_row_05_the_committee_needs_an_open_plenary(chamber: Chamber) -> None:
    assert "none is open" in chamber.refused("convene-committee").why
    chamber.open_meeting()
    chamber.do("adjourn-meeting")
    assert "Open a meeting first" in chamber.refused("convene-committee").instead


def test_row_05_a_second_convening_asks_for_confirmation(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("convene-committee")
    chamber.do("rise-committee")
    refusal = chamber.refused("convene-committee")
    assert "sat before" in refusal.why and refusal.remedy == "confirm"
    chamber.do("convene-committee", confirm=True)
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.number == 2


def test_row_05_an_undone_convening_does_not_count_as_one(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("convene-committee")
    chamber.do("rise-committee")
    chamber.do("undo")
    chamber.do("undo")
    chamber.do("convene-committee")
    assert chamber.conference.meeting is not None
    assert chamber.conference.meeting.number == 1


def test_row_05_the_committee_does_not_rise_while_somebody_speaks(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("convene-committee")
    chamber.open_floor("2")
    chamber.inscribe("Niger")
    chamber.speak(1)
    assert "Niger has the floor" in chamber.refused("rise-committee").why


def test_row_05_an_item_has_a_stage_of_its_own_in_each_body(chamber: Chamber) -> None:
    chamber.open_floor("2")
    chamber.do("convene-committee")
    chamber.do("take-up-item", item="2")
    chamber.inscribe("Niger")
    assert "not open" in chamber.refused("give-floor").why
    chamber.do("introduce-item")
    chamber.do("rise-committee")
    assert "open on item 2 already" in chamber.refused("open-floor").why


def test_row_23_the_committee_is_off_air_unless_set(chamber: Chamber) -> None:
    chamber.open_meeting()
    chamber.do("convene-committee")
    assert not chamber.conference.on_air
    chamber.do("set-on-air")
    assert chamber.conference.on_air
    chamber.do("set-on-air", off=True)
    chamber.do("rise-committee")
    assert chamber.conference.on_air, "the plenary is on air as it was left"


def test_row_23_the_committee_is_on_air_where_the_policy_says_so() -> None:
    chamber = Chamber(policies=Policies(on_air_in_committee=True))
    chamber.open_meeting()
    chamber.do("set-on-air", off=True)
    chamber.do("convene-committee")
    assert chamber.conference.on_air
    chamber.do("rise-committee")
    assert not chamber.conference.on_air


def test_an_instant_of_another_boot_does_not_disturb_the_freeze(speaking: Chamber) -> None:
    speaking.clock.reboot(30)
    assert isinstance(speaking.clock.now(), Instant)
    speaking.do("convene-committee")
    speaking.clock.reboot(3000)
    speaking.do("rise-committee")
    assert speaking.elapsed == 80, "across a boot only the calendar is left"


def test_row_05_the_committee_reports_to_the_plenary_once_it_has_risen(speaking: Chamber) -> None:
    assert "has not sat" in speaking.refused("report-committee", text="L.4 was agreed").why
    speaking.do("convene-committee")
    assert "is sitting" in speaking.refused("report-committee", text="L.4 was agreed").why
    speaking.do("rise-committee")
    assert "says nothing" in speaking.refused("report-committee", text="").why
    (reported,) = speaking.do("report-committee", text="L.4 was agreed")
    said = "The Committee of the Whole reported to the plenary: “L.4 was agreed”."
    assert reported.sentence(speaking.conference) == said
    assert speaking.conference.committee_reports == ("L.4 was agreed",)
    assert "reported already" in speaking.refused("report-committee", text="again").why


def test_row_05_a_report_covers_the_sittings_since_the_last(speaking: Chamber) -> None:
    for _ in range(2):
        speaking.do("convene-committee", confirm=True)
        speaking.do("rise-committee")
    (reported,) = speaking.do("report-committee", text="L.5 was agreed")
    assert "on its 2nd sitting" in reported.sentence(speaking.conference)
    assert speaking.conference.committee_reports == ("", "L.5 was agreed")
    assert "reported already" in speaking.refused("report-committee", text="again").why
