"""Undo and redo: recorded, last act first, and the state as if it had never been done."""

from __future__ import annotations

import pytest

from plenary_tui.procedure import ledger
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.ground.done import Act, Record
from plenary_tui.procedure.ground.on_record import Asked, PodiumClosed, PodiumOpened, Redone, Undone
from plenary_tui.procedure.ledger import EMPTY, KEPT_EVERY, KEPT_STATES, Ledger
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.procedure.state.vocabulary import Phase
from tests.chamber import Chamber, command_of


@pytest.fixture
def chamber() -> Chamber:
    """The floor is open on item 1(f); Niger speaks, Türkiye and Guinea wait."""
    chamber = Chamber()
    chamber.open_floor()
    chamber.inscribe("Niger", "Türkiye", "Guinea")
    chamber.speak(50)
    return chamber


def test_an_act_of_several_rows_is_undone_whole_and_done_again_whole(chamber: Chamber) -> None:
    before = chamber.conference
    chamber.do("give-floor")
    after = chamber.conference
    (undone,) = chamber.do("undo")
    assert chamber.conference == before
    assert undone.sentence(after) == "Undone: Niger ended. The floor was given to Türkiye."
    assert chamber.replayed() == chamber.conference
    (redone,) = chamber.do("redo")
    assert chamber.conference == after
    assert redone.sentence(before) == "Done again: Niger ended. The floor was given to Türkiye."
    assert chamber.replayed() == chamber.conference


def test_an_overruled_act_is_undone_with_what_overruled_it(chamber: Chamber) -> None:
    before = chamber.conference
    rows = chamber.do("inscribe", delegation="Sample Watch", override="Name to follow")
    assert [row.kind for row in rows] == ["overruled", "inscribed"]
    chamber.do("undo")
    assert chamber.conference == before
    assert chamber.ledger.describe_last() == "Niger began."


def test_a_statement_whose_end_is_undone_has_kept_running(chamber: Chamber) -> None:
    chamber.do("end-statement")
    chamber.clock.advance(20)
    chamber.do("undo")
    assert chamber.speaker == "NER" and chamber.conference.floor is not None
    assert chamber.conference.floor.phase is Phase.SPEAKING
    assert chamber.elapsed == 70
    assert chamber.conference.statements == ()


def test_a_call_undone_gives_the_place_on_the_list_back(chamber: Chamber) -> None:
    chamber.do("give-floor")
    chamber.clock.advance(5)
    chamber.do("undo")
    assert chamber.waiting() == ["TUR", "GIN"]
    assert (chamber.speaker, chamber.elapsed) == ("NER", 55)


def test_acts_are_undone_last_first_and_done_again_in_order(chamber: Chamber) -> None:
    states = [chamber.conference]
    for act, fields in (
        ("pause-clock", {}),
        ("mark-ready", {"entry": "Guinea"}),
        ("set-limit", {"seconds": 60}),
        ("note", {"text": "Sample"}),
    ):
        chamber.do(act, **fields)
        states.append(chamber.conference)
    for state in reversed(states[:-1]):
        chamber.do("undo")
        assert chamber.conference == state == chamber.replayed()
    for state in states[1:]:
        chamber.do("redo")
        assert chamber.conference == state == chamber.replayed()
    assert "nothing to redo" in chamber.refused("redo").why


def test_a_new_act_ends_all_redoing(chamber: Chamber) -> None:
    chamber.do("pause-clock")
    chamber.do("undo")
    chamber.do("note", text="Sample")
    refusal = chamber.refused("redo")
    assert "nothing to redo" in refusal.why and "until another act" in refusal.instead
    assert chamber.replayed() == chamber.conference


def test_a_refused_act_does_not_end_redoing(chamber: Chamber) -> None:
    chamber.do("pause-clock")
    after = chamber.conference
    chamber.do("undo")
    chamber.refused("open-meeting")
    chamber.do("redo")
    assert chamber.conference == after


def test_the_conference_itself_is_not_undone() -> None:
    chamber = Chamber()
    assert "nothing to undo" in chamber.refused("undo").why
    assert "nothing to redo" in chamber.refused("redo").why
    chamber.do("open-meeting")
    chamber.do("undo")
    assert "nothing to undo" in chamber.refused("undo").why
    assert chamber.conference.name == "Small conference"


def test_an_empty_ledger_has_nothing_to_undo() -> None:
    ledger = Ledger()
    assert (ledger.seq, ledger.last, ledger.last_act, ledger.describe_last()) == (0, None, None, "")
    with pytest.raises(Refused):
        ledger.undo(Instant(Chamber().clock.utc, 0.0, "a"))
    assert ledger.conference is EMPTY


def test_a_podium_opened_in_between_disturbs_nothing(chamber: Chamber) -> None:
    before = chamber.conference
    chamber.do("pause-clock")
    after = chamber.conference
    chamber.record(PodiumClosed(at=chamber.clock.now()))
    assert not chamber.ledger.podium_open
    chamber.clock.reboot()
    chamber.record(PodiumOpened(at=chamber.clock.now()))
    assert chamber.ledger.podium_open
    assert chamber.conference == after
    chamber.do("undo")
    assert chamber.conference == before
    chamber.record(PodiumOpened(at=chamber.clock.now()))
    chamber.do("redo")
    assert chamber.conference == after == chamber.replayed()
    assert Ledger(chamber.records).podium_open


@pytest.mark.parametrize("every", [16, 100, KEPT_EVERY])
def test_undoing_beyond_the_states_kept_gives_the_state_as_folded_anew(
    monkeypatch: pytest.MonkeyPatch, every: int
) -> None:
    monkeypatch.setattr(ledger, "KEPT_EVERY", every)
    chamber = Chamber()
    chamber.open_floor()
    states = []
    for number in range(2 * KEPT_STATES + 10):
        states.append(chamber.conference)
        chamber.do("note", text=f"Note {number}")
    last = chamber.conference
    for undone, state in enumerate(reversed(states), start=1):
        chamber.do("undo")
        assert chamber.conference == state
        if undone % 20 == 0 or undone > 2 * KEPT_STATES:
            assert chamber.replayed() == state
    for _ in states:
        chamber.do("redo")
    assert chamber.conference == last == chamber.replayed()
    for _ in states:
        chamber.do("undo")
    assert chamber.conference == states[0] == chamber.replayed()


def test_what_is_undone_far_back_is_not_folded_from_the_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ledger, "KEPT_EVERY", 16)
    chamber = Chamber()
    for number in range(3 * KEPT_STATES):
        chamber.do("note", text=f"Note {number}")
    folded: list[int] = []
    applied = Act.applied

    def counted(act: Act, conference: Conference) -> Conference:
        folded.append(act.seq)
        return applied(act, conference)

    monkeypatch.setattr(Act, "applied", counted)
    for _ in range(2 * KEPT_STATES):
        folded.clear()
        chamber.do("undo")
        assert len(folded) <= 16
    assert chamber.replayed() == chamber.conference


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> tuple[Chamber, list[int]]:
    """A chamber whose ledger lets go of what is far back, and how often it read it again."""
    for name, value in (("KEPT_STATES", 4), ("KEPT_EVERY", 5), ("AT_HAND", 10)):
        monkeypatch.setattr(ledger, name, value)
    chamber, read = Chamber(), list[int]()

    def earlier() -> list[Record]:
        read.append(chamber.ledger.seq)
        return chamber.records

    chamber.ledger = Ledger(chamber.records, earlier=earlier)
    chamber.open_floor()
    return chamber, read


def test_acts_far_back_are_let_go_of_and_read_again_once_an_undo_goes_that_far(
    forgetful: tuple[Chamber, list[int]],
) -> None:
    chamber, read = forgetful
    states = [chamber.conference]
    for number in range(60):
        chamber.do("note", text=f"Note {number}")
        states.append(chamber.conference)
        assert len(chamber.ledger._done) < 20
        assert chamber.ledger.is_whole and not read
    for number, state in enumerate(reversed(states[:-1])):
        assert not (read and number < 10)
        chamber.do("undo")
        assert chamber.conference == state
    assert len(read) == 1, "once, and then they are at hand"
    for state in states[1:]:
        chamber.do("redo")
        assert chamber.conference == state
    assert "nothing to redo" in chamber.refused("redo").why and len(read) == 1
    chamber.do("note", text="A new act")
    assert len(chamber.ledger._done) < 20, "and are let go of again"
    assert chamber.replayed() == chamber.conference


def test_all_that_is_in_force_is_told_though_it_was_let_go_of(
    forgetful: tuple[Chamber, list[int]],
) -> None:
    chamber, read = forgetful
    for number in range(40):
        chamber.do("note", text=f"Note {number}")
    chamber.do("undo")
    assert not read
    assert chamber.ledger.in_force == Ledger(chamber.records).in_force
    assert len(read) == 1


def test_what_a_station_did_last_is_taken_back_alone_though_it_was_let_go_of(
    forgetful: tuple[Chamber, list[int]],
) -> None:
    chamber, _ = forgetful
    by(chamber, "desk", "inscribe", delegation="Nigeria")
    for number in range(40):
        by(chamber, "podium", "note", text=f"Note {number}")
    by(chamber, "desk", "undo", own=True)
    assert not chamber.waiting() and len(chamber.conference.notes) == 40
    assert chamber.replayed() == chamber.conference
    assert Ledger(chamber.records, earlier=lambda: chamber.records).conference == chamber.conference


def test_numbers_of_entries_are_never_used_again(chamber: Chamber) -> None:
    seen = {
        entry.id for entry in chamber.conference.list_of("1(f)", chamber.conference.body).waiting
    }
    for _ in range(5):
        (number,) = chamber.inscribe("Nigeria")
        assert number not in seen
        seen.add(number)
        chamber.do("undo")
    (number,) = chamber.inscribe("Nigeria")
    chamber.do("undo")
    chamber.do("redo")
    assert chamber.entry("NGA").id == number


def test_undo_names_the_act_and_rows_are_counted_on(chamber: Chamber) -> None:
    rows = len(chamber.records)
    chamber.do("give-floor")
    (undone,) = chamber.do("undo")
    (redone,) = chamber.do("redo")
    assert isinstance(undone, Undone) and isinstance(redone, Redone)
    assert undone.act == redone.act == rows + 1
    assert chamber.conference.seq == chamber.ledger.seq == len(chamber.records) == rows + 4
    assert chamber.ledger.last_act is not None
    assert (chamber.ledger.last_act.act, chamber.ledger.last_act.seq) == (rows + 1, rows + 2)


def test_rows_folded_one_by_one_or_at_once_give_one_state(chamber: Chamber) -> None:
    chamber.do("give-floor")
    chamber.do("undo")
    chamber.do("undo")
    chamber.do("redo")
    one_by_one = Ledger()
    for record in chamber.records:
        one_by_one.fold((record,))
    assert one_by_one.conference == chamber.conference == chamber.replayed()
    assert one_by_one.conference.seq == chamber.replayed().seq
    assert one_by_one.describe_last() == chamber.ledger.describe_last()


def by(chamber: Chamber, station: str, act: str, **fields: object) -> None:
    """Do an act at a station."""
    chamber.station = station
    chamber.do(act, **fields)


def test_the_own_slip_is_taken_back_alone_and_the_colleagues_inscription_stays(
    chamber: Chamber,
) -> None:
    by(chamber, "podium", "pause-clock")
    by(chamber, "desk", "inscribe", delegation="Nigeria")
    others = chamber.ledger.others_act("podium")
    assert others is not None and others.station == "desk"
    assert others.what.startswith("Nigeria was inscribed") and "was paused" in others.own
    by(chamber, "podium", "undo", own=True)
    floor = chamber.conference.floor
    assert floor is not None and floor.phase is Phase.SPEAKING
    assert chamber.waiting() == ["TUR", "GIN", "NGA"]
    assert chamber.replayed() == chamber.conference
    by(chamber, "podium", "redo")
    floor = chamber.conference.floor
    assert floor is not None and floor.phase is Phase.PAUSED
    assert chamber.replayed() == chamber.conference


def test_the_own_inscription_is_taken_back_alone_though_another_came_after_it(
    chamber: Chamber,
) -> None:
    by(chamber, "podium", "inscribe", delegation="Nigeria")
    by(chamber, "desk", "inscribe", delegation="Sample Watch", speaker="A", function="Director")
    by(chamber, "desk", "inscribe", delegation="Guinea-Bissau")
    by(chamber, "podium", "undo", own=True)
    assert chamber.waiting() == ["TUR", "GIN", "GNB", "WATCH"]
    assert chamber.replayed() == chamber.conference


@pytest.mark.parametrize(
    ("own", "since"),
    [
        (("give-floor", {}), ("start-clock", {})),
        (("inscribe", {"delegation": "Nigeria"}), ("mark-ready", {"entry": "Nigeria"})),
        (("inscribe", {"delegation": "Nigeria"}), ("withdraw", {"entry": "Nigeria"})),
        (("extend-time", {"seconds": 30}), ("give-floor", {})),
        (("suspend-meeting", {}), ("resume-meeting", {})),
    ],
)
def test_what_the_acts_since_hang_on_is_not_taken_back_alone(
    chamber: Chamber,
    own: tuple[str, dict[str, object]],
    since: tuple[str, dict[str, object]],
) -> None:
    by(chamber, "podium", own[0], **own[1])
    by(chamber, "desk", since[0], **since[1])
    others = chamber.ledger.others_act("podium")
    assert others is not None and others.own == ""
    chamber.station = "podium"
    assert "hangs on it" in chamber.refused("undo", own=True).why


def test_where_this_station_acted_last_nobody_elses_act_is_in_question(chamber: Chamber) -> None:
    assert chamber.ledger.others_act("test") is None
    chamber.station = "nobody"
    assert "Nothing that was done here" in chamber.refused("undo", own=True).why


def test_whose_act_would_be_done_again_is_known(chamber: Chamber) -> None:
    assert chamber.ledger.others_undone("podium") is None
    chamber.station = "desk"
    chamber.do("suspend-meeting")
    chamber.station = "podium"
    chamber.do("undo")
    others = chamber.ledger.others_undone("podium")
    assert others is not None and others.station == "desk" and "suspended" in others.what
    assert chamber.ledger.others_undone("desk") is None


def test_what_was_taken_back_is_not_in_force_and_what_was_done_again_is(chamber: Chamber) -> None:
    def kinds() -> list[str]:
        return [record.event.kind for record in chamber.ledger.in_force]

    before = kinds()
    chamber.do("suspend-meeting")
    assert kinds() == [*before, "meeting suspended"]
    chamber.do("undo")
    assert kinds() == before
    chamber.do("redo")
    assert kinds() == [*before, "meeting suspended"]


def test_an_act_that_was_asked_for_is_undone_and_done_again_as_any_other(chamber: Chamber) -> None:
    before = chamber.conference
    ledger = Ledger(chamber.records)
    events = ledger.decide(command_of("inscribe", delegation="Nigeria"), chamber.clock.now())
    seq = ledger.seq + 1
    asked = Asked(at=chamber.clock.now(), request="r1")
    ledger.fold(Record(seq + n, seq, "list desk", one) for n, one in enumerate((*events, asked)))
    told = ledger.describe_last()
    assert "Nigeria was inscribed" in told and "asked" not in told
    after = ledger.conference
    undone = ledger.undo_own(chamber.clock.now(), "list desk")
    number = ledger.seq + 1
    ledger.fold(
        [
            Record(number, number, "list desk", undone),
            Record(number + 1, number, "list desk", asked),
        ]
    )
    assert ledger.conference.lists == before.lists
    redone = ledger.redo(chamber.clock.now())
    ledger.fold([Record(ledger.seq + 1, ledger.seq + 1, "podium", redone)])
    assert ledger.conference.lists == after.lists
    assert "Nigeria" in ledger.undo(chamber.clock.now()).what
