"""Rows of what was heard: worded when they are seen, found by their words, kept by their key."""

from __future__ import annotations

from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.heard.happenings import NEVER_BEGAN, Span, happenings
from plenary_tui.views.heard.heard_rows import NO_CORRECTION, HeardRow, Wording
from tests.chamber import Chamber
from tests.views.heard.morning import keys, looked, morning, with_many


def rows_of(chamber: Chamber) -> list[HeardRow]:
    rows = Wording(chamber.conference).heard(happenings(chamber.conference))
    return [rows.row(place) for place in range(len(rows))]


def test_each_thing_has_a_row_under_the_heading_of_its_item() -> None:
    assert [(one.kind, one.start, one.text) for one in rows_of(morning())] == [
        ("header", "", "item 1(f) General discussion"),
        ("statement", "10:00", "Nigeria"),
        ("statement", "10:04", "Guinea"),
        ("event", "10:07", "POINT OF ORDER, Türkiye: not upheld"),
        ("statement", "10:07", "Niger"),
        (
            "event",
            "10:08",
            "MOTION, Guinea, to close the debate on item 1(f): carried, without a vote",
        ),
        ("header", "", "item 2 Review of the implementation"),
        (
            "event",
            "10:09",
            "DECISION, L.1: adopted by 5 in favour, 2 against, 0 abstaining (two thirds of those "
            "voting: 5 needed)",
        ),
    ]


def test_a_statement_has_its_times_its_language_its_speaker_and_its_group() -> None:
    _, first, second, _, reply, *_ = rows_of(morning())
    assert (first.length, first.over, first.language, first.code) == (
        *("3:20", "+0:20", "French", "fr"),
    )
    assert first.who == "Sample Speaker 2, Minister of Justice"
    assert first.behalf == "the African Group"
    assert (second.length, second.over) == ("1:40", "")
    assert reply.what == ("right of reply", "reply")


def test_where_several_meetings_are_seen_headings_name_them_with_their_day() -> None:
    chamber = morning()
    chamber.do("adjourn-meeting")
    chamber.open_meeting(14, 15)
    chamber.do("give-floor", to="guest", name="A Guest", function="Director")
    chamber.do("start-clock")
    chamber.clock.advance(60)
    chamber.do("end-statement")
    rows = rows_of(chamber)
    heads = [one.text for one in rows if one.kind == "header"]
    assert heads == [
        "1st plenary meeting, Mon 14.10. · item 1(f) General discussion",
        "1st plenary meeting, Mon 14.10. · item 2 Review of the implementation",
        "2nd plenary meeting, Mon 14.10. · item 2 Review of the implementation",
    ]
    assert (rows[-1].text, rows[-1].who) == ("A Guest", "Director")


def test_who_was_called_and_whose_clock_never_ran_is_told_so() -> None:
    conference = morning().conference
    silent = replace(conference.statements[1], started_at=None)
    conference = replace(conference, statements=(silent,))
    rows = Wording(conference).heard(happenings(conference))
    assert (rows.row(1).text, rows.row(1).what[0], rows.row(1).length) == (
        *("Guinea", NEVER_BEGAN, ""),
    )


def test_what_waits_and_an_appeal_are_worded() -> None:
    chamber = morning()
    chamber.clock.advance(60)
    chamber.do("raise-point")
    assert rows_of(chamber)[-1].text == "POINT OF ORDER, not known by whom: waits for the ruling"
    chamber.do("name-point", delegation="TUR")
    chamber.do("rule-point", ruling="not upheld", appeal="GIN", in_favour=4, against=1)
    chamber.do("move-motion", motion="suspend-meeting", delegation="GIN")
    *_, ruled, waits = rows_of(chamber)
    assert ruled.text == (
        "POINT OF ORDER, Türkiye: not upheld; Guinea appealed, the ruling overturned, "
        "4 in favour, 1 against, 0 abstaining"
    )
    assert waits.text == "MOTION, Guinea, to suspend the meeting: waits"


def test_every_word_that_is_typed_must_be_found() -> None:
    chamber = morning()
    chamber.do("correct-statement", number="#2", speaker="Ms. Ünlü")
    found = happenings(chamber.conference)

    def sought(typed: str) -> list[str]:
        return keys(Wording(chamber.conference).matching(found, typed))

    assert sought("nig") == ["statement 1", "statement 3"]
    assert sought("nig french") == ["statement 1"]
    assert sought("FRENCH nigeria") == ["statement 1"]
    assert sought("unlu") == sought("corrected") == ["statement 2"]
    assert sought("minister african") == ["statement 1"]
    assert sought("point of order") == ["point 1"]
    assert sought("fraud") == ["decision 1"], "by the title of its draft"
    assert sought("NER") == ["statement 3"], "by its code"
    assert sought("item 2 l.1") == ["decision 1"]
    assert sought("nobody at all") == [] and len(sought("  ")) == len(found)


def test_what_is_sought_is_as_it_was_corrected_and_named_since() -> None:
    chamber = morning()
    wording = Wording(chamber.conference)
    assert not wording.matching(happenings(chamber.conference), "other")
    chamber.do("correct-statement", number="#1", speaker="Ms. Other")
    wording.follow(chamber.conference)
    assert keys(wording.matching(happenings(chamber.conference), "other")) == ["statement 1"]
    chamber.do("edit-delegation", delegation="NGA", name="Another name", confirm=True)
    wording.follow(chamber.conference)
    assert keys(wording.matching(happenings(chamber.conference), "another name")) == ["statement 1"]


def test_corrections_have_rows_of_their_own() -> None:
    chamber = morning()
    wording = Wording(chamber.conference)
    assert wording.corrections(happenings(chamber.conference)).row(0).text == NO_CORRECTION
    chamber.do("correct-statement", number="#1", speaker="Ms. B", reason="misheard")
    chamber.do("correct-vote", document="L.1", in_favour=6, against=2)
    wording.follow(chamber.conference)
    rows = wording.corrections(happenings(chamber.conference))
    assert [rows.row(place).text for place in range(2)] == [
        "Nigeria, 10:00: speaker from “Sample Speaker 2” to “Ms. B” (misheard)",
        "L.1, 10:09: vote from “5 in favour, 2 against, 0 abstaining” to “6 in favour, 2 against, "
        "0 abstaining”",
    ]
    amended = [one.text for one in rows_of(chamber) if one.amended]
    assert amended[0] == "Nigeria" and amended[1].startswith("DECISION, L.1: adopted by 6")


def test_pictures_are_rows_too() -> None:
    chamber = morning()
    wording = Wording(chamber.conference)
    rows = wording.pictures(happenings(chamber.conference))
    kinds = [rows.row(place).kind for place in range(len(rows))]
    assert kinds == ["header", "bar", "header", "bar", "header", "bar", "bar", "header", "bar"]
    assert wording.pictures(()).row(0).kind == "sentence"


def test_of_thousands_only_those_that_are_asked_for_are_worded() -> None:
    chamber = morning()
    conference = with_many(chamber.conference, 5000)
    wording = Wording(conference)
    worded = []

    def count(one: object) -> HeardRow:
        worded.append(one)
        return HeardRow("event", "")

    wording.row = count  # type: ignore[method-assign, assignment]
    rows = wording.heard(happenings(conference))
    assert len(rows) > 5000 and not worded
    assert rows.place_of(("statement", 4000)) is not None and not worded
    rows.row(7), rows.row(7)
    assert len(worded) == 1


def test_a_span_without_anything_has_no_rows() -> None:
    chamber = Chamber()
    assert len(Wording(chamber.conference).heard(looked(chamber, Span.ALL))) == 0
