"""Records that are in no order are found again as acts, told, and noted once."""

from __future__ import annotations

from contextlib import closing

from plenary_tui.clock import SystemClock
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.alone.recorded_alone import NoteAlone
from plenary_tui.procedure.ground.act import Refused
from plenary_tui.procedure.state.conference import Alone
from plenary_tui.stations.joining import take_charge
from plenary_tui.stations.link_state import Way
from plenary_tui.stations.strays import branches
from plenary_tui.storage.head import Head
from plenary_tui.storage.open_journal import open_journal
from tests.chamber import command_of
from tests.storage.server.waiting import until

from .in_memory import Journal, row_after
from .stations import Stations, rows_of


def grown(journal: Journal, station: str, count: int) -> None:
    for number in range(count):
        row = row_after(journal.head(), station, {"what": str(number)}, float(number), station)
        journal.rows_kept.append(row)


def test_what_went_apart_is_followed_from_where_it_did() -> None:
    journal, first, second = Journal(), Journal(), Journal()
    grown(journal, "podium", 4)
    first.rows_kept = journal.rows_kept[:2]
    grown(first, "a", 3)
    second.rows_kept = journal.rows_kept[:3]
    grown(second, "b", 2)
    lost = row_after(Head(3, "1" * 64), "c", {}, 0.0, "c")
    kept = [*first.rows_kept[2:], lost, *second.rows_kept[3:]]
    found = branches([*kept, *kept, *journal.rows_kept], journal.hash_of)
    assert found == [first.rows_kept[2:], second.rows_kept[3:]]


def test_the_podium_in_charge_notes_what_another_recorded_alone_and_does_it_again(
    stations: Stations,
) -> None:
    stations.share()
    other = stations.join("podium-b", "podium")
    apart = open_journal(stations.podium, passing_by=True)
    with closing(apart.journal):  # nothing runs its link
        desk = Desk(apart.journal, SystemClock(), "desk of a", apart.records)
        desk.dispatch(command_of("inscribe", delegation="NER", item="1(f)", override="late"))
        desk.dispatch(command_of("mark-ready", entry="1(f) NER"))
        desk.dispatch(command_of("note", text="taken back"))
        desk.dispatch(command_of("undo"))
    take_charge(other, "the first laptop is broken")
    opened = open_journal(other)
    noted: list[tuple[Alone, ...]] = []
    with closing(opened.journal):
        second = Desk(opened.journal, SystemClock(), "podium@b", opened.records)
        link = stations.link(other, shown=True)

        def note(acts: tuple[Alone, ...]) -> bool:
            noted.append(acts)
            return True

        link.note_alone = note
        first = stations.link(stations.podium, shown=True)
        until(lambda: first.state.way is Way.FENCED and first.state.strays == 5)
        until(lambda: bool(noted))
        assert [(one.podium, one.station, one.act) for one in noted[0]] == [
            ("podium@a", "desk of a", "inscribe"),
            ("podium@a", "desk of a", "mark-ready"),
        ]
        second.dispatch(NoteAlone(acts=noted[0]))
        said = str(second.dispatch(command_of("do-again", alone=1, override="late")))
        assert "Niger was inscribed" in said and "So podium@a had recorded it alone" in said
        second.dispatch(command_of("do-again", alone=2))
        link.poke()
        until(lambda: link.state.sent == second.ledger.seq)
        first.stop()
        from plenary_tui.stations.own_copy import give_way, link_of

        give_way(stations.podium, link_of(stations.podium))
        stations.link(stations.podium)
        until(lambda: rows_of(stations.podium) == rows_of(other))
        assert len(noted) == 1, "it is asked about once"
        try:
            second.dispatch(NoteAlone(acts=noted[0]))
        except Refused as refused:
            assert "noted already" in str(refused)
        else:
            raise AssertionError("it was noted twice")
