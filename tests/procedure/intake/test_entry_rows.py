"""Requests for the floor of a file (rows 11, 16, 19, 20 and 22)."""

from __future__ import annotations

from plenary_tui.procedure.intake.rows import (
    Fate,
)
from plenary_tui.procedure.state.vocabulary import Body, Delivery
from tests.chamber import Chamber, vienna
from tests.procedure.intake.conftest import fates, file, refused, request, take


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


def test_row_16_what_was_withdrawn_does_not_come_back_by_a_file(chamber: Chamber) -> None:
    rows = (request(2, "GIN"), request(3, "NGA"))
    take(chamber, file(entries=rows))
    chamber.do("withdraw", entry=f"#{chamber.entry('GIN').id}")
    again = file(entries=rows).judged(chamber.conference, chamber.clock.now())
    assert [one.fate for one in again.verdicts] == [Fate.SAME, Fate.SAME]
    assert again.verdicts[0].why == "It was withdrawn since."
    newer = file("2", entries=rows).judged(chamber.conference, chamber.clock.now())
    assert [one.fate for one in newer.verdicts] == [Fate.SKIPPED, Fate.SAME]
    assert "inscribe it by hand" in newer.verdicts[0].why
    chamber.inscribe("Guinea", item="1(f)")
    assert fates(chamber, file("2", entries=rows)) == [Fate.CHANGED, Fate.SAME]


def test_row_11_a_row_that_is_refused_is_not_the_first(chamber: Chamber) -> None:
    rows = (request(2, "GIN", received_at=vienna(1, 9, month=8)), request(3, "GIN"))
    judge = file(entries=rows).judged(chamber.conference, chamber.clock.now())
    assert [one.fate for one in judge.verdicts] == [Fate.REFUSED, Fate.NEW]
