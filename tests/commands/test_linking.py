"""`plenary share`, `join`, `link` and `charge`: from one machine to several, and back."""

from __future__ import annotations

import io
import uuid
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plenary_tui.clock import SystemClock, TimeScale, awake
from plenary_tui.desk.writing import Desk
from plenary_tui.procedure.alone.recorded_alone import NoteAlone
from plenary_tui.procedure.state.conference import Alone
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.storage.errors import PodiumBusy
from plenary_tui.storage.heartbeat import Heartbeat
from plenary_tui.storage.link_file import Link, read_link, write_link
from plenary_tui.storage.locks import PodiumLock
from plenary_tui.storage.open_journal import open_journal
from tests.commands.conftest import Plenary
from tests.stations.stations import rows_of
from tests.storage.server.conftest import server
from tests.storage.server.on_server import make_tables
from tests.storage.server.private_server import PrivateServer

__all__ = ["server"]


@pytest.fixture(scope="module")
def office(server: PrivateServer) -> PrivateServer:
    """The server with the tables of a plenary in the database linking."""
    make_tables(server, "linking", "podium-a")
    return server


B, C = ("--station", "b"), ("--station", "c")
"""Names of stations: the machine's own is one login's, and here all are one machine."""


@pytest.fixture
def name(office: PrivateServer) -> str:
    """The name of a conference that is new to the server, whatever others are the same."""
    office.sql("UPDATE plenary.conference SET root = id::text", "linking")
    return f"COP-{uuid.uuid4().hex[:8]}"


def granted(office: PrivateServer, login: str, function: str, name: str) -> str:
    """The address of a login that has that function."""
    from plenary_tui.stations.granting import grant
    from plenary_tui.storage.server.address import read_address

    grant(read_address(office.address(database="linking")), login, function, name)
    return f"{office.address(login, 'linking')}#{name}"


def test_from_one_machine_to_several_and_back_with_a_command_each(
    office: PrivateServer, plenary: Plenary, in_session: Path, tmp_path: Path, name: str
) -> None:
    alone = plenary("link")
    assert alone.status == 1 and "plenary share SERVER" in alone.err
    shared = plenary("share", office.address("podium-a", "linking"), "--as", name)
    assert shared.status == 0 and "this machine is in charge" in shared.out
    read = read_link(in_session)
    assert read is not None and read.name == name
    again = plenary("share", office.address("podium-a", "linking"), "--as", name)
    assert again.status == 1 and "already" in again.err
    copy = tmp_path / "screen.db"
    taken = plenary("join", granted(office, "reader", "reader", name), "--db", str(copy))
    assert taken.status == 1 and "Another login of the server is the station" in taken.err
    assert "--station NAME" in taken.err and not copy.exists()
    joined = plenary("join", granted(office, "reader", "reader", name), "--db", str(copy), *B)
    assert joined.status == 0 and name in joined.out
    assert rows_of(copy) == rows_of(in_session)

    done = plenary("do", "note", "--text", "at the podium's machine")
    assert done.status == 0
    refused = plenary("do", "note", "--text", "elsewhere", "--db", str(copy))
    assert refused.status == 1 and "may not ask for note" in refused.err
    told = plenary("link").out
    assert "This machine is in charge." in told and "1 is not there yet" in told
    assert "This machine follows." in plenary("link", "--db", str(copy)).out

    ended = plenary("link", "--end")
    assert ended.status == 0 and read_link(in_session) is None
    assert plenary("do", "note", "--text", "alone again").status == 0
    assert "Nobody is in charge." in plenary("link", "--db", str(copy)).out


def test_a_machine_acts_by_the_name_that_it_has_on_the_server(
    office: PrivateServer, plenary: Plenary, in_session: Path, tmp_path: Path, name: str
) -> None:
    plenary("share", office.address("podium-a", "linking"), "--as", name)
    copy = tmp_path / "second.db"
    plenary("join", granted(office, "podium-b", "podium", name), "--db", str(copy), *B)
    nothing = plenary("do", "undo", "--own", "--db", str(copy))
    assert nothing.status == 1, "what the account's name did is another machine's"
    plenary("charge", "--take", "the first laptop broke", "--db", str(copy))
    plenary("do", "note", "--text", "by its own name", "--db", str(copy))
    plenary("do", "note", "--text", "by another", "--db", str(copy), *C)
    before, last = [row[5] for row in rows_of(copy)][-2:]
    assert (before, last) == ("b", "c")


def test_charge_is_taken_with_a_reason_and_given_back(
    office: PrivateServer, plenary: Plenary, in_session: Path, tmp_path: Path, name: str
) -> None:
    plenary("share", office.address("podium-a", "linking"), "--as", name)
    copy = tmp_path / "second.db"
    plenary("join", granted(office, "podium-b", "podium", name), "--db", str(copy), *B)
    assert plenary("charge", "--db", str(copy)).status == 2
    assert plenary("charge", "--take", " ", "--db", str(copy)).status == 2
    taken = plenary("charge", "--take", "the first laptop broke", "--db", str(copy))
    assert taken.status == 0
    assert plenary("do", "note", "--text", "at the second", "--db", str(copy)).status == 0
    assert "is in charge, and has not been heard of." in taken.out
    told = plenary("link", "--db", str(copy)).out
    assert "the first laptop broke" in told and "This machine is in charge." in told
    other = plenary("charge", "--give-back")
    assert other.status == 1 and "not in charge; nothing was given back" in other.err
    assert plenary("charge", "--give-back", "--db", str(copy)).status == 0
    assert "Nobody is in charge." in plenary("link").out
    screen = tmp_path / "reader.db"
    plenary("join", granted(office, "reader", "reader", name), "--db", str(screen), *C)
    refused = plenary("charge", "--take", "why not", "--db", str(screen))
    assert refused.status == 1 and "plenary server grant" in refused.err


def test_what_a_podium_recorded_alone_is_listed_and_done_again_or_left(
    plenary: Plenary, in_session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plenary_tui.stations.reporting.report", lambda _: ["Linked."])
    assert plenary("link").out == "Linked.\n"
    opened = open_journal(in_session, passing_by=True)
    at = datetime(2030, 1, 1, tzinfo=UTC)
    acts = (
        Alone(0, "podium@a", at, "A private note was made.", "1", "note", '{"text":"alone"}'),
        Alone(0, "podium@a", at, "A file was taken over.", "2"),
    )
    with closing(opened.journal):
        Desk(opened.journal, SystemClock(), "podium", opened.records).dispatch(NoteAlone(acts=acts))
    told = plenary("link").out
    assert "Recorded alone, not in the journal: 2, of which 2 to decide" in told
    assert "by hand" in told and "A file was taken over." in told
    done = plenary("do", "do-again", "--alone", "1")
    assert done.status == 0 and "So podium@a had recorded it alone" in done.out
    refused = plenary("do", "do-again", "--alone", "2")
    assert refused.status == 1 and "No key does this again" in refused.err
    assert plenary("do", "leave-undone", "--alone", "2").status == 0
    told = plenary("link").out
    assert "of which 0 to decide" in told and "done again" in told and "left undone" in told


@pytest.mark.parametrize(("typed", "done"), [("no", False), ("", False), ("yes", True)])
def test_who_takes_charge_is_asked_whether_nobody_goes_on_at_the_other_podium(
    office: PrivateServer,
    plenary: Plenary,
    in_session: Path,
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    done: bool,
) -> None:
    plenary("share", office.address("podium-a", "linking"), "--as", name)
    copy = tmp_path / "second.db"
    plenary("join", granted(office, "podium-b", "podium", name), "--db", str(copy), *B)
    monkeypatch.setattr("plenary_tui.commands.asked.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    taken = plenary("charge", "--take", "the first laptop broke", "--db", str(copy))
    assert "nobody goes on at that podium" in taken.out
    link = read_link(copy)
    assert link is not None and bool(link.epoch) is done and (taken.status == 0) is done
    again = plenary("charge", "--take", "to be sure", "--db", str(copy)) if done else None
    assert again is None or (again.status == 0 and "goes on" not in again.out), "it has it already"


@pytest.mark.parametrize(
    ("command", "does"), [("charge --give-back", "give_back"), ("link --end", "end")]
)
def test_no_podium_opens_while_the_charge_is_given_back(
    plenary: Plenary, in_session: Path, monkeypatch: pytest.MonkeyPatch, command: str, does: str
) -> None:
    def meanwhile(database: Path) -> str:
        with pytest.raises(PodiumBusy):
            PodiumLock(database, "podium")
        return "COP12"

    monkeypatch.setattr(f"plenary_tui.stations.joining.{does}", meanwhile)
    done = plenary(*command.split())
    assert done.status == 0, done.err
    PodiumLock(in_session, "podium").release()


def test_a_conference_is_of_one_machine_again_also_while_its_podium_is_open(
    office: PrivateServer, plenary: Plenary, in_session: Path, tmp_path: Path, name: str
) -> None:
    plenary("share", office.address("podium-a", "linking"), "--as", name)
    copy = tmp_path / "second.db"
    plenary("join", granted(office, "podium-b", "podium", name), "--db", str(copy), *B)
    with PodiumLock(copy, "follows"):
        refused = plenary("link", "--end", "--db", str(copy))
        assert refused.status == 1 and "follows another. Close it first." in refused.err
    plenary("do", "note", "--text", "the last that is told")
    with PodiumLock(in_session, "goes on"):
        kept = plenary("charge", "--give-back")
        assert kept.status == 1 and "Close it: that gives the charge back" in kept.err
        ended = plenary("link", "--end")
        assert ended.status == 0 and "of this machine only" in ended.out
        assert plenary("do", "note", "--text", "of this machine").status == 0
    told = plenary("link", "--db", str(copy)).out
    assert "Nobody is in charge." in told and "1 is not here yet" in told


def test_a_machine_without_a_conference_is_told_so(plenary: Plenary, tmp_path: Path) -> None:
    for command in (("link",), ("waiting",), ("charge", "--take", "why")):
        told = plenary(*command, "--db", str(tmp_path / "none.db"))
        assert told.status == 1 and "There is no conference at" in told.err, command
        assert "plenary join SERVER" in told.err


def test_status_says_how_fresh_a_conference_is_that_is_followed(
    plenary: Plenary, in_session: Path
) -> None:
    assert "Follows:" not in plenary("status").out
    link = Link("service=hq", 1, "COP12", "0" * 64, "desk@b")
    write_link(in_session, link)
    heartbeat = in_session.with_name(f"{in_session.name}.heartbeat")
    heartbeat.unlink(missing_ok=True)
    assert "Follows:  a server; nothing was heard of its podium yet." in plenary("status").out
    clock = SystemClock()
    for ago, told in ((0, "as it goes on"), (60, "nothing was heard of its podium since ")):
        there = replace(clock.now().before(timedelta(seconds=ago)), boot="another machine's")
        scale = TimeScale(there, awake() - ago, clock.boot, 1.0, float("inf"))
        Heartbeat(in_session, lambda scale=scale: scale).beat(there)  # type: ignore[misc]
        assert told in plenary("status").out, told
    write_link(in_session, replace(link, epoch=1))
    assert "Follows:" not in plenary("status").out, "the one in charge follows nobody"


def test_a_check_reads_the_servers_journal_too(
    office: PrivateServer, plenary: Plenary, in_session: Path, name: str
) -> None:
    refused = plenary("check", "--server")
    assert refused.status == 1 and "this machine only" in refused.err
    plenary("share", office.address("podium-a", "linking"), "--as", name)
    checked = plenary("check", "--server")
    assert checked.status == 0 and "records, as written; the same as here" in checked.out
    office.sql(
        "ALTER TABLE plenary.journal DISABLE TRIGGER never; UPDATE plenary.journal j SET "
        "payload = replace(payload, 'small', 'other') || ' ' FROM plenary.conference c "
        f"WHERE c.id = j.conference AND c.name = '{name}' AND seq = 2; "
        "ALTER TABLE plenary.journal ENABLE TRIGGER never",
        "linking",
    )
    checked = plenary("check", "--server")
    assert checked.status == 1 and "damaged after record 1" in checked.err


def test_a_rehearsal_is_never_shared_and_a_password_never_kept(
    office: PrivateServer, plenary: Plenary, in_session: Path, tmp_path: Path, name: str
) -> None:
    secret = "correct horse"
    where = f"{office.address('podium-a', 'linking')} password='{secret}'"
    shared = plenary("share", where, "--as", name)
    assert shared.status == 0 and "the password is not kept" in shared.err
    for file in in_session.parent.rglob("*"):
        if file.is_file():
            assert secret.encode() not in file.read_bytes(), file
    for command in ("link", "where"):
        assert secret not in plenary(command).out


def test_a_server_is_no_database_and_the_password_in_its_address_is_not_shown(
    plenary: Plenary, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "postgresql://podium:correct-horse@hq/plenary"
    for words in (("status",), ("where",), ("do", "note", "x"), ("join", "service=hq"), ("check",)):
        told = plenary(*words, "--db", address)
        assert told.status == 2 and "plenary join SERVER" in told.err
        assert "correct-horse" not in told.err + told.out
    monkeypatch.setenv("PLENARY_DB", address)
    told = plenary("status")
    assert told.status == 2 and "correct-horse" not in told.err + told.out


def test_a_server_that_is_not_there_is_said(plenary: Plenary, in_session: Path) -> None:
    refused = plenary("share", "host=/nowhere user=x dbname=y password=secret")
    assert refused.status == 1 and "is not reached" in refused.err and "secret" not in refused.err
    assert read_link(in_session) is None


def test_what_is_asked_where_no_podium_is_open_waits_and_is_told(
    office: PrivateServer,
    plenary: Plenary,
    in_session: Path,
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("plenary_tui.stations.asking_once.PATIENCE", 0.2)
    plenary("share", office.address("podium-a", "linking"), "--as", name)
    assert plenary("waiting").out == "Nothing waits for an answer.\n"
    desk = tmp_path / "desk.db"
    plenary(
        *("join", granted(office, "list-desk", "list-desk", name), "--db", str(desk), *B),
        *("--station", "list desk"),
    )
    asked = plenary("do", "note", "--text", "please", "--db", str(desk))
    assert (
        asked.status == 0
        and "gives no sign of life: it is decided once that podium is back" in asked.out
    )
    for database in (in_session, desk):
        told = plenary("waiting", "--db", str(database)).out
        assert "list desk, " in told and "ago: note text please" in told
    assert plenary("import", str(in_session), "--db", str(desk)).status != 0
    ended = plenary("link", "--end", "--db", str(desk))
    assert ended.status == 0 and "1 of what was asked here had no answer yet" in ended.err
    assert not list(tmp_path.glob("desk.db.asked/*"))
