"""A file is taken over as one act (rows 2, 11, 16, 19, 20, 22, 32 and 35)."""

from __future__ import annotations

import contextlib
import random
from typing import Any

import pytest

from plenary_tui.procedure.ground.act import Event, Refused, Remedy
from plenary_tui.procedure.intake.rows import (
    BroughtDelegation,
    BroughtDraft,
    BroughtEntry,
    BroughtEvent,
    BroughtItem,
    BroughtMeeting,
    Fate,
    lines_of,
    runs,
)
from plenary_tui.procedure.intake.taking_over import ImportRows
from plenary_tui.procedure.state.conference import Entry
from plenary_tui.procedure.state.vocabulary import Body, Delivery, Language, ParticipantClass, Rank
from tests.chamber import DELEGATIONS, Chamber, FakeClock, vienna

NGO = ParticipantClass.NGO


@pytest.fixture
def chamber() -> Chamber:
    """Monday, a quarter to ten: the list for item 1(f) is open until noon."""
    return Chamber()


def file(sha: str = "1", **rows: Any) -> ImportRows:
    """What a file brings."""
    return ImportRows(file="registrations.csv", sha256=sha, contents="list", **rows)


def take(chamber: Chamber, command: ImportRows) -> tuple[Event, ...]:
    """Take a file over."""
    return chamber.record(*chamber.decide(command))


def refused(chamber: Chamber, command: ImportRows) -> Refused:
    """The refusal of a file."""
    with pytest.raises(Refused) as refusal:
        chamber.decide(command)
    return refusal.value


def fates(chamber: Chamber, command: ImportRows) -> list[Fate]:
    judge = command.judged(chamber.conference, chamber.clock.now())
    return [verdict.fate for verdict in judge.verdicts]


REGISTRATIONS = (
    BroughtDelegation(2, "Palau", "PLW"),
    BroughtDelegation(3, "Nigeria", "NGA"),
    BroughtDelegation(4, "New Forum", participant=NGO),
    BroughtDelegation(5, "Tuvalu", "TUV", participant=ParticipantClass.SIGNATORY_STATE),
)


def test_row_02_delegations_are_registered_and_corrected_by_one_act(chamber: Chamber) -> None:
    before = chamber.conference
    events = take(chamber, file(delegations=REGISTRATIONS))
    assert [event.kind for event in events] == [
        "rows taken over",
        "delegation registered",
        "delegation registered",
        "delegation corrected",
    ]
    assert events[0].sentence(before) == (
        "The file registrations.csv was taken over as list: 2 new, 1 changed, 1 as they stood."
    )
    palau = chamber.conference.delegation("PLW")
    assert palau is not None and palau.registered and palau.late
    assert chamber.ledger.describe_last() == events[0].sentence(before)
    assert chamber.replayed() == chamber.conference
    chamber.do("undo")
    assert chamber.conference == before
    chamber.do("redo")
    assert chamber.conference.delegation("NEWFORUM") is not None


def test_row_02_the_same_file_again_changes_nothing(chamber: Chamber) -> None:
    take(chamber, file(delegations=REGISTRATIONS))
    again = tuple(
        BroughtDelegation(one.line, one.name, one.delegation or "NEWFORUM", "", one.participant)
        for one in REGISTRATIONS
    )
    assert "changes nothing" in refused(chamber, file(delegations=again)).why
    chamber.do("edit-delegation", delegation="TUV", participant="observer State")
    assert fates(chamber, file(delegations=again)) == [Fate.SAME] * 4, "corrected since by hand"
    assert fates(chamber, file("2", delegations=again))[3] is Fate.CHANGED, "another file"


def test_row_02_all_that_is_refused_is_said_at_once_with_its_line(chamber: Chamber) -> None:
    rows = (
        BroughtDelegation(2, "Palau", "PLW"),
        BroughtDelegation(3, "Nobody Knows"),
        BroughtDelegation(4, "x\u202ey", participant=NGO),
        BroughtDelegation(5, "Other", "", "TUR", NGO),
    )
    refusal = refused(chamber, file(delegations=rows))
    assert refusal.why.startswith("3 rows of registrations.csv cannot be taken over. Line 3:")
    assert "its class is needed" in refusal.why and "Line 4: The name was not taken" in refusal.why
    assert "Line 5: The code TUR is taken." in refusal.why
    events = take(chamber, file(delegations=rows, skip_refused=True))
    assert len(events) == 2
    assert chamber.conference.taken[-1].lines == "2"


def test_a_name_twice_in_a_file_is_one_delegation(chamber: Chamber) -> None:
    rows = (
        BroughtDelegation(2, "New Forum", participant=NGO),
        BroughtDelegation(3, "New  forum", participant=NGO),
        BroughtDelegation(4, "Palau", "PLW"),
        BroughtDelegation(5, "Belau", "PLW"),
        BroughtDelegation(6, "Sample Watch", participant=NGO),
    )
    assert fates(chamber, file(delegations=rows)) == [
        Fate.NEW, Fate.SKIPPED, Fate.NEW, Fate.SKIPPED, Fate.SKIPPED,
    ]  # fmt: skip


def request(line: int, delegation: str, item: str = "1(f)", **said: Any) -> BroughtEntry:
    return BroughtEntry(line, delegation, item, **{"speaker": "A", "function": "B", **said})


def test_row_16_requests_stand_as_they_were_received(chamber: Chamber) -> None:
    chamber.inscribe("Niger", item="1(f)")
    early = vienna(3, 9, month=9)
    rows = (
        request(2, "GIN"),
        request(3, "NGA", received_at=early),
        request(4, "WATCH"),
        request(5, "TUR", received_at=early),
        request(6, "CIV"),
    )
    take(chamber, file(entries=rows))
    assert chamber.waiting() == ["NGA", "TUR", "NER", "GIN", "CIV", "WATCH"]
    assert chamber.replayed() == chamber.conference
    numbers = [one.id for one in chamber.conference.list_of("1(f)", Body.PLENARY).waiting]
    assert len(set(numbers)) == 6
    chamber.do("undo")
    assert chamber.waiting() == ["NER"]
    assert not set(chamber.inscribe("GIN", item="1(f)")) & set(numbers[:2] + numbers[3:])


def test_a_file_does_what_single_acts_would_do() -> None:
    one, other = Chamber(), Chamber()
    early = vienna(3, 9, month=9)
    rows = [
        request(2, "GIN", received_at=early, rank=Rank.MINISTER, delivery=Delivery.VIDEO),
        request(3, "INTERPOL", speaker="", function=""),
        request(4, "WATCH", language=Language.FRENCH),
        request(5, "TUV", item="2"),
    ]
    take(one, file(entries=tuple(rows)))
    for row in rows:
        fields = {name: getattr(row, name) for name in ("speaker", "function", "rank", "delivery")}
        received = row.received_at.isoformat() if row.received_at else ""
        other.do(
            "inscribe",
            delegation=row.delegation,
            item=row.item,
            received_at=received,
            language=row.language,
            **fields,
        )
    for item in ("1(f)", "2"):
        done, single = (each.conference.list_of(item, Body.PLENARY) for each in (one, other))
        assert [(a.delegation, a.speaker, a.rank) for a in done.waiting] == [
            (a.delegation, a.speaker, a.rank) for a in single.waiting
        ]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_a_file_has_it_does_what_single_acts_would_do(seed: int) -> None:
    chance = random.Random(seed)
    one, other = Chamber(), Chamber()
    for chamber in (one, other):
        chamber.inscribe("Niger", "Sample Watch", item="1(f)")
    times = (None, vienna(3, 9, month=9), vienna(14, 9, 46), vienna(1, 9, month=8))
    ids = [delegation.id for delegation in DELEGATIONS] + ["NOBODY"]
    rows = tuple(
        request(
            line,
            chance.choice(ids),
            chance.choice(("1(f)", "1(f)", "2", "9")),
            received_at=chance.choice(times),
            delivery=chance.choice(list(Delivery)),
            rank=chance.choice(list(Rank)),
            function=chance.choice(("", "B", "B")),
        )
        for line in range(2, 42)
    )
    with contextlib.suppress(Refused):
        take(one, file(entries=rows, skip_refused=True))
    done = {("1(f)", "NER"), ("1(f)", "WATCH")}
    for row in rows:
        received = row.received_at.isoformat() if row.received_at else ""
        if (row.item, row.delegation) in done or row.delegation == "NOBODY":
            continue
        done.add((row.item, row.delegation))
        with contextlib.suppress(Refused):
            other.do(
                "inscribe",
                delegation=row.delegation,
                item=row.item,
                received_at=received,
                **{
                    name: getattr(row, name) for name in ("speaker", "function", "delivery", "rank")
                },
            )
    for item in ("1(f)", "2"):
        assert [(entry.delegation, entry.rank) for entry in waits(one, item)] == [
            (entry.delegation, entry.rank) for entry in waits(other, item)
        ]
        assert sorted(one.waiting(item)) == sorted(other.waiting(item))
    assert one.replayed() == one.conference


def waits(chamber: Chamber, item: str) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in chamber.conference.list_of(item, Body.PLENARY).waiting
        if entry.delegation not in ("NER", "WATCH")
    )


def test_row_11_twice_on_one_item_the_first_counts(chamber: Chamber) -> None:
    rows = (request(2, "GIN"), request(3, "GIN"), request(4, "GIN", item="2"))
    judge = file(entries=rows).judged(chamber.conference, chamber.clock.now())
    assert [one.fate for one in judge.verdicts] == [Fate.NEW, Fate.SKIPPED, Fate.NEW]
    assert judge.verdicts[1].why == "Guinea stands in line 2 already."


def test_rows_19_20_and_22_the_refusals_of_a_request_with_their_lines(chamber: Chamber) -> None:
    rows = (
        request(2, "GIN"),
        request(3, "WATCH", speaker=""),
        request(4, "RELIEF", delivery=Delivery.VIDEO),
        request(5, "PLW"),
        request(6, "NGA", item="7"),
        request(7, "ZZZ"),
        request(8, "TUR", received_at=vienna(15, 9)),
    )
    why = refused(chamber, file(entries=rows)).why
    for part in (
        "6 rows of",
        "Line 3: For item 1(f) an NGO gives",
        "Line 4: Video statements",
        "Line 5: Palau is not registered",
        "Line 6: There is no agenda item “7”.",
        "Line 7: No delegation",
        "Line 8: 09:00 on Tuesday",
    ):
        assert part in why
    take(chamber, file(entries=rows, skip_refused=True))
    assert chamber.waiting() == ["GIN"]


def test_row_20_a_closed_list_is_overruled_once_for_the_file_and_recorded_for_each(
    chamber: Chamber,
) -> None:
    chamber.clock.until(vienna(14, 12))
    rows = (request(2, "GIN"), request(3, "NGA"))
    refusal = refused(chamber, file(entries=rows))
    assert refusal.remedy is Remedy.OVERRIDE and "closed at 12:00" in refusal.why
    events = take(chamber, file(entries=rows, override="The Bureau agreed"))
    assert [event.kind for event in events[1:]] == ["overruled", "inscribed"] * 2
    assert chamber.waiting() == ["GIN", "NGA"]
    chamber.do("undo")
    assert chamber.waiting() == []


def test_row_16_a_newer_file_corrects_and_moves_nothing(chamber: Chamber) -> None:
    take(chamber, file(entries=(request(2, "GIN"), request(3, "NGA"))))
    newer = (request(2, "TUR"), request(3, "NGA", speaker="C"), request(4, "GIN", function=""))
    judge = file("2", entries=newer).judged(chamber.conference, chamber.clock.now())
    assert [one.fate for one in judge.verdicts] == [Fate.NEW, Fate.CHANGED, Fate.SAME]
    assert judge.verdicts[1].why == "speaker C"
    take(chamber, file("2", entries=newer))
    assert chamber.waiting() == ["GIN", "NGA", "TUR"]
    assert chamber.entry("NGA").speaker == "C" and chamber.entry("GIN").function == "B"


def test_row_16_what_was_corrected_since_stays_when_the_same_file_comes_again(
    chamber: Chamber,
) -> None:
    rows = (request(2, "GIN"),)
    take(chamber, file(entries=rows))
    chamber.do("edit", entry=f"#{chamber.entry('GIN').id}", speaker="Corrected")
    assert fates(chamber, file(entries=rows)) == [Fate.SAME]


def test_row_11_who_has_spoken_is_not_inscribed_again(chamber: Chamber) -> None:
    chamber.open_floor()
    rows = (request(2, "GIN"), request(3, "NGA"))
    take(chamber, file(entries=rows))
    chamber.speak(10)
    assert fates(chamber, file("2", entries=rows)) == [Fate.SAME, Fate.SAME]
    chamber.do("convene-committee", confirm=True)
    assert fates(chamber, file("2", entries=rows)) == [Fate.SAME, Fate.SAME]
    chamber.do("rise-committee")
    chamber.do("end-statement")
    assert fates(chamber, file("2", entries=rows)) == [Fate.SAME, Fate.SAME]


def test_an_agenda_is_matched_by_symbol_then_by_title(chamber: Chamber) -> None:
    rows = (
        BroughtItem(2, "1f", "General discussion"),
        BroughtItem(3, "2", "Review"),
        BroughtItem(4, "2.1", "Convention"),
        BroughtItem(5, "3", "Other serious crimes"),
    )
    assert fates(chamber, file(items=rows)) == [Fate.SAME, Fate.CHANGED, Fate.SAME, Fate.NEW]
    take(chamber, file(items=rows))
    assert [(one.symbol, one.title) for one in chamber.conference.items][1:] == [
        ("2", "Review"),
        ("2(a)", "Convention"),
        ("3", "Other serious crimes"),
    ]


def test_row_32_meetings_are_those_that_start_then(chamber: Chamber) -> None:
    rows = (
        BroughtMeeting(2, vienna(14, 10), vienna(14, 13)),
        BroughtMeeting(3, vienna(14, 15), vienna(14, 17), ("2",)),
        BroughtMeeting(4, vienna(16, 10), vienna(16, 13), ("3",)),
        BroughtMeeting(5, vienna(16, 12), vienna(16, 14)),
        BroughtMeeting(6, vienna(19, 12), vienna(19, 14)),
    )
    items = (BroughtItem(9, "3", "New in the same file"),)
    command = file(items=items, meetings=rows)
    assert fates(chamber, command) == [
        Fate.NEW, Fate.SAME, Fate.CHANGED, Fate.NEW, Fate.REFUSED, Fate.REFUSED,
    ]  # fmt: skip
    take(chamber, file(items=items, meetings=rows, skip_refused=True))
    assert [one.items for one in chamber.conference.programme][-1] == ("3",)


def test_row_35_side_events_keep_their_rooms(chamber: Chamber) -> None:
    fires = BroughtEvent(2, "Firearms", vienna(15, 13), vienna(15, 13, 50), "CR3")
    rows = (
        fires,
        BroughtEvent(3, "Fraud", vienna(15, 13, 30), vienna(15, 14), "cr3"),
        BroughtEvent(4, "Environment", vienna(15, 13), vienna(15, 13, 50), online=True),
        BroughtEvent(5, "No end", vienna(15, 13)),
    )
    command = file(events=rows)
    assert fates(chamber, command) == [Fate.NEW, Fate.REFUSED, Fate.NEW, Fate.REFUSED]
    take(chamber, file(events=rows, skip_refused=True))
    later = BroughtEvent(2, "firearms", vienna(16, 13), vienna(16, 13, 50))
    assert fates(chamber, file("2", events=(later, rows[2]))) == [Fate.CHANGED, Fate.SAME]
    chamber.do("cancel-side-event", event="Firearms")
    assert fates(chamber, file("2", events=(later,))) == [Fate.SKIPPED]


def test_row_03_drafts_are_tabled_by_those_who_may(chamber: Chamber) -> None:
    rows = (
        BroughtDraft(2, "L.4", "On cooperation", "2", "Co-Chairs of the Working Group"),
        BroughtDraft(3, "L.5", "On fraud", "", "NGA"),
        BroughtDraft(4, "L.6", "On crime", "", "WATCH"),
        BroughtDraft(5, "L.7", "On nothing"),
    )
    assert fates(chamber, file(drafts=rows)) == [Fate.NEW, Fate.NEW, Fate.REFUSED, Fate.REFUSED]
    take(chamber, file(drafts=rows, skip_refused=True))
    again = (BroughtDraft(2, "l4", "On cooperation"), BroughtDraft(3, "L.5", "On frauds"))
    assert fates(chamber, file("2", drafts=again)) == [Fate.SAME, Fate.CHANGED]
    assert chamber.replayed() == chamber.conference


def test_row_02_a_registration_in_time_is_not_late() -> None:
    chamber = Chamber(FakeClock(vienna(1, 9, month=9)))
    take(chamber, file(delegations=REGISTRATIONS))
    assert not any(one.late for one in chamber.conference.delegations)


@pytest.mark.parametrize("lines", [(), (2,), (2, 3, 4, 7, 9, 10), (5, 4, 4)])
def test_numbers_of_lines_are_kept_in_few_words(lines: tuple[int, ...]) -> None:
    assert lines_of(runs(lines)) == set(lines)
