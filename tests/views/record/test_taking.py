"""The record as data: what was said and decided, and nothing that is the officer's."""

from __future__ import annotations

from plenary_tui.procedure.floor.giving import StatementEnded
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import FloorKind, Language, Tier
from plenary_tui.views.record.course import Course
from plenary_tui.views.record.forms import FORMATS, FORMS, PROSE, written
from plenary_tui.views.record.scope import Scope, choose
from plenary_tui.views.record.taking import take_record
from tests.chamber import Chamber
from tests.views.record.recorded import made_by, record_of, speak, spoken_on


def test_a_statement_has_its_length_overrun_and_all_that_is_known_of_its_speaker() -> None:
    chamber = spoken_on(
        "1(f)", "Nigeria", speaker="Ms. Sample", function="Minister", language="French",
        on_behalf_of="the African Group",
    )  # fmt: skip
    chamber.do("align", delegation="Niger, Guinea")
    speak(chamber, "Niger", 200)
    first, second = record_of(chamber).statements
    assert (first.delegation, first.code, first.tier) == ("Nigeria", "NGA", Tier.STATES)
    assert (first.speaker, first.function, first.language) == (
        "Ms. Sample",
        "Minister",
        Language.FRENCH,
    )
    assert (first.on_behalf_of, first.aligned) == ("the African Group", ("Niger", "Guinea"))
    assert (first.length, first.limit, first.overrun) == (170.0, 180.0, 0.0)
    assert (second.spoken, second.length, second.overrun) == ("the Niger", 200.0, 20.0)
    assert second.aligned == () and second.on_behalf_of is None


def test_an_overrun_that_no_clock_shows_is_none() -> None:
    chamber = spoken_on("1(f)")
    speak(chamber, "Nigeria", 180.9)
    speak(chamber, "Niger", 181)
    record = record_of(chamber)
    assert [one.overrun for one in record.statements] == [0.0, 1.0]
    delivered = written(record, "list", "txt")
    assert " 3:00        " in delivered and " 3:01  0:01" in delivered and " 0:00 " not in delivered


def test_row_27_replies_are_counted_round_by_round() -> None:
    chamber = spoken_on("1(f)", "Nigeria")
    for _ in range(2):
        chamber.do("request-reply", delegation="Niger")
        chamber.do("grant-reply")
        chamber.do("start-clock")
        chamber.clock.advance(30)
        chamber.do("end-statement")
    replies = [one for one in record_of(chamber).statements if one.kind is FloorKind.REPLY]
    assert [(one.delegation, one.round) for one in replies] == [("Niger", 1), ("Niger", 2)]


def test_a_secretariat_whose_clock_never_ran_was_heard_for_an_unknown_time() -> None:
    chamber = spoken_on()
    chamber.do("give-floor", to="secretariat")
    called = chamber.clock.utc
    chamber.clock.advance(90)
    chamber.do("end-statement")
    (statement,) = record_of(chamber).statements
    assert (statement.spoken, statement.delegation) == ("the Secretariat", None)
    assert (statement.started_at, statement.timed, statement.length) == (called, False, 0.0)


def test_a_delegation_whose_clock_never_ran_is_not_heard_and_not_forgotten() -> None:
    """As earlier versions let end: it is refused now."""
    chamber = spoken_on()
    chamber.inscribe("Nigeria", "Niger")
    chamber.do("give-floor")
    chamber.record(StatementEnded(at=chamber.clock.now()))
    record = record_of(chamber)
    assert record.statements == () and record.unstarted == ("Nigeria",)
    assert [(one.item, one.tier, one.count) for one in record.not_heard] == [
        ("1(f)", Tier.STATES, 1)
    ]


def test_a_correction_before_the_end_is_what_the_record_says() -> None:
    chamber = spoken_on()
    chamber.inscribe("Nigeria", speaker="Ms. Wrong")
    chamber.speak(20)
    chamber.do("edit", speaker="Ms. Right")
    chamber.do("end-statement")
    assert record_of(chamber).statements[0].speaker == "Ms. Right"


def test_an_item_has_its_own_part_of_the_record_alone() -> None:
    chamber = spoken_on("1(f)", "Nigeria")
    chamber.do("take-up-item", item="2")
    chamber.do("introduce-item")
    chamber.do("secretariat-statement")
    chamber.do("open-floor")
    speak(chamber, "Niger")
    record = record_of(chamber, Scope(item="2"))
    assert [one.delegation for one in record.statements] == ["Niger"]
    assert [one.symbol for one in record.meetings[0].items] == ["2"]
    assert record.documents == (("2", "L.4", "On cooperation"),)


PRIVATE = ("speaks of one country", "drunk", "a secret", "left the room", "protocol wishes it")


def with_private_matters() -> Chamber:
    """Statements with everything beside them that is the officer's alone."""
    chamber = spoken_on("1(f)", "Nigeria")
    chamber.inscribe("Niger", "Guinea", "UNIDROIT", note="a secret")
    chamber.do("note", text="speaks of one country")
    chamber.do("move", entry="Guinea", to="1", reason="protocol wishes it")
    chamber.do("give-floor", entry="UNIDROIT", reason="left the room")
    chamber.do("start-clock")
    chamber.clock.advance(30)
    chamber.do("call-to-order", ground="language")
    chamber.do("end-statement")
    chamber.do("give-floor")
    chamber.do("mark-absent")
    chamber.do("request-reply", delegation="UNIDROIT", override="drunk")
    return chamber


def test_row_14_nothing_private_is_in_any_form_of_the_record() -> None:
    record = record_of(with_private_matters())
    for form in FORMS:
        for format_ in FORMATS:
            if format_ == "csv" and form in PROSE:
                continue
            text = written(record, form, format_)
            for word in (*PRIVATE, "order (", "called to order (", "absen", "overrul"):
                assert word not in text, (form, format_, word)


def test_row_14_the_record_is_the_same_without_what_is_private() -> None:
    chamber = with_private_matters()
    conference = chamber.conference
    course = Course(chamber.ledger.in_force)
    statements = tuple(
        replace(
            one,
            calls_to_order=0,
            entry=replace(one.entry, note="", moved_because="", absences=0) if one.entry else None,
        )
        for one in conference.statements
    )
    without = replace(conference, notes=(), statements=statements)
    chosen = choose(conference, course, Scope(whole=True))
    made = made_by(chamber)
    assert take_record(conference, course, chosen, made) == take_record(
        without, course, chosen, made
    )


def test_row_27_rounds_of_replies_begin_anew_at_each_meeting() -> None:
    chamber = spoken_on("1(f)", "Niger")
    for hour in (15, 10):
        chamber.do("request-reply", delegation="Niger")
        chamber.do("grant-reply", override="now")
        chamber.do("start-clock")
        chamber.do("end-statement")
        chamber.do("adjourn-meeting")
        chamber.open_meeting(hour=hour)
    replies = [one for one in record_of(chamber).statements if one.kind is FloorKind.REPLY]
    assert [(one.meeting, one.round) for one in replies] == [(1, 1), (2, 1)]
