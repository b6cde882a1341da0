"""`plenary`, `plenary podium` and `plenary rehearse`, up to the screen."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plenary_tui.apps import keeping
from plenary_tui.apps.lobby import LobbyApp
from plenary_tui.apps.podium import PodiumApp
from plenary_tui.clock import SystemClock
from plenary_tui.commands import launch
from plenary_tui.exchange.founding.drafting import DRAFT
from plenary_tui.paths import Paths
from plenary_tui.procedure.ground.on_record import PodiumOpened
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import Stage
from plenary_tui.rehearsal.preparing import MakeNew, OpenOne, Rehearse, prepare_rehearsal
from plenary_tui.storage import layout
from plenary_tui.storage.errors import StorageError
from plenary_tui.storage.head import Head, write_head
from plenary_tui.storage.kept_state import keep_state, take_up
from plenary_tui.storage.link_file import Link, write_link
from plenary_tui.storage.locks import PodiumLock
from plenary_tui.storage.open_journal import open_journal
from tests.commands.conftest import Plenary
from tests.exchange.packs import write_pack
from tests.systems import MODES


class Screen:
    """Stands in for the screen: keeps the app it was to run, and may act in its place."""

    def __init__(self) -> None:
        self.apps: list[Any] = []
        self.choice: object = None

    @property
    def app(self) -> Any:
        """The one podium that was opened."""
        (app,) = self.apps
        return app

    @property
    def conference(self) -> Conference:
        """What the podium showed at first."""
        conference: Conference = self.app.conference
        return conference


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """A terminal, with a screen that closes at once."""
    screen = Screen()
    monkeypatch.setattr(launch, "require_terminal", lambda: None)
    monkeypatch.setattr(PodiumApp, "run", lambda self: screen.apps.append(self))
    monkeypatch.setattr(LobbyApp, "run", lambda self: screen.choice)
    monkeypatch.setenv("TEXTUAL_FPS", os.environ.get("TEXTUAL_FPS", "60"))
    yield screen
    gc.enable()


def damage(database: Path) -> None:
    """Change one word in the middle of the journal."""
    data = database.read_bytes()
    assert b"item taken up" in data  # a page that was split may have it twice
    database.write_bytes(data.replace(b"item taken up", b"item taken xx"))


def keep(database: Path, **changes: Any) -> None:
    """Keep beside the database what its journal makes, or something else."""
    opened = open_journal(database)
    with closing(opened.journal) as journal:
        standing = opened.ledger().standing
        assert standing is not None
        changed = replace(standing, conference=replace(standing.conference, **changes))
        keep_state(database, changed, journal.hash_of(standing.conference.seq))


class TestPodium:
    """The podium on a conference."""

    def test_it_opens(self, in_session: Path, plenary: Plenary, screen: Screen) -> None:
        assert plenary("podium").status == 0
        assert screen.conference.name == "Small conference"
        assert screen.app._beginning.findings == ()

    def test_it_may_repaint_often(
        self,
        in_session: Path,
        plenary: Plenary,
        screen: Screen,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.delenv("TEXTUAL_FPS")
        plenary("podium")
        assert os.environ["TEXTUAL_FPS"] == "240"

    def test_bare(self, in_session: Path, plenary: Plenary, screen: Screen) -> None:
        assert plenary().status == 0
        assert screen.conference.name == "Small conference"

    def test_it_is_the_last_conference_from_then_on(
        self,
        in_session: Path,
        plenary: Plenary,
        screen: Screen,
        paths: Paths,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.delenv("PLENARY_DB")
        plenary("--db", str(in_session), "podium")
        assert paths.last() == in_session
        plenary()
        assert len(screen.apps) == 2

    def test_a_second_podium_is_told_at_once(
        self, in_session: Path, plenary: Plenary, screen: Screen
    ) -> None:
        with PodiumLock(in_session, "first desk"):
            answer = plenary("podium")
        assert answer.status == 1 and "first desk" in answer.err
        assert not screen.apps

    def test_where_it_is_linked_it_acts_by_its_name_on_the_server(
        self, in_session: Path, plenary: Plenary, screen: Screen
    ) -> None:
        write_link(in_session, Link("service=hq", 1, "COP12", "0" * 64, "podium@a", epoch=1))
        plenary("podium")
        assert screen.app.acts.is_called("podium@a")
        plenary("podium", "--station", "podium@b")
        assert screen.apps[1].acts.is_called("podium@b")

    def test_acts_from_elsewhere_go_on(
        self,
        in_session: Path,
        plenary: Plenary,
        screen: Screen,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        def run(app: PodiumApp) -> None:
            assert plenary("do", "inscribe", "Guinea").status == 0
            assert len(app._desk.catch_up()) == 1

        monkeypatch.setattr(PodiumApp, "run", run)
        assert plenary("podium").status == 0

    def test_the_lock_is_free_afterwards(
        self, in_session: Path, plenary: Plenary, screen: Screen
    ) -> None:
        for _ in range(2):
            assert plenary("podium").status == 0

    def test_no_conference_leaves_nothing_behind(
        self, plenary: Plenary, screen: Screen, tmp_path: Path
    ) -> None:
        answer = plenary("podium", "--db", str(tmp_path / "none.db"))
        assert answer.status == 1 and not list(tmp_path.iterdir())

    def test_no_terminal(self, in_session: Path, plenary: Plenary) -> None:
        for words in ((), ("podium",), ("rehearse",)):
            answer = plenary(*words)
            assert answer.status == 1 and "needs a terminal" in answer.err

    def test_a_head_ahead_is_put_to_the_officer(
        self, in_session: Path, plenary: Plenary, screen: Screen
    ) -> None:
        write_head(in_session, Head(99, "0" * 64))
        assert plenary("podium").status == 0
        (finding,) = screen.app._beginning.findings
        assert "record 99 was made" in finding

    def test_damage_is_recovered_and_told(
        self, in_session: Path, plenary: Plenary, screen: Screen
    ) -> None:
        damage(in_session)
        damaged = in_session.read_bytes()
        assert plenary("podium").status == 0
        told = screen.app._beginning.findings[0]
        assert "set aside whole as" in told and "Record 4" in told and "Records 1 to 3" in told
        (aside,) = in_session.parent.glob("small.db.damaged-*Z")
        assert aside.read_bytes() == damaged
        assert screen.conference.item is None and screen.conference.in_session

    def test_damage_beyond_recovery_is_left_alone(
        self, database: Path, plenary: Plenary, screen: Screen
    ) -> None:
        data = database.read_bytes().replace(b"Small conference", b"Smell conference")
        database.write_bytes(data)
        database.with_name(f"{database.name}.first").unlink()
        answer = plenary("podium")
        assert answer.status == 1 and database.read_bytes() == data

    def test_a_damaged_first_record_is_had_from_beside_and_told(
        self, database: Path, plenary: Plenary, screen: Screen
    ) -> None:
        data = database.read_bytes().replace(b"Small conference", b"Smell conference")
        database.write_bytes(data)
        plenary("podium")
        assert screen.conference.name == "Small conference"
        (told,) = screen.app._beginning.findings
        assert "damaged in its first act" in told and "no record was lost" in told

    @MODES
    def test_a_conference_that_others_could_read_is_made_private_and_told(
        self, database: Path, plenary: Plenary, screen: Screen
    ) -> None:
        database.chmod(0o644)
        plenary("podium")
        assert database.stat().st_mode & 0o077 == 0
        assert launch.OTHERS_COULD_READ in screen.app._beginning.findings

    def test_it_begins_with_the_state_that_is_kept_beside_it(
        self, in_session: Path, plenary: Plenary, screen: Screen
    ) -> None:
        keep(in_session)
        assert plenary("podium").status == 0
        assert not screen.app._desk.ledger.is_whole
        assert screen.conference.name == "Small conference"
        assert screen.app._beginning._proving.pending

    def test_what_its_journal_does_not_say_is_told_and_deleted_and_all_of_it_shown_anew(
        self, in_session: Path, plenary: Plenary, screen: Screen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep(in_session, name="Another conference")
        shown: list[str] = []

        def run(app: PodiumApp) -> StorageError | None:
            screen.apps[:] = [app]
            shown.append(app.conference.name)
            try:
                app._desk.before_acts()
            except StorageError as error:
                return error
            return None

        monkeypatch.setattr(PodiumApp, "run", run)
        assert plenary("podium").status == 0
        assert shown == ["Another conference", "Small conference"]
        (told,) = screen.app._beginning.findings
        assert "was not what its journal says" in told and "nothing was recorded" in told
        assert not layout.beside(in_session, layout.KEPT_STATE).exists()

    def test_damage_before_what_is_kept_is_recovered_once_it_is_found(
        self, in_session: Path, plenary: Plenary, screen: Screen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keep(in_session)
        damage(in_session)

        def run(app: PodiumApp) -> StorageError | None:
            screen.apps.append(app)
            try:
                app._desk.before_acts()
            except StorageError as error:
                return error
            return None

        monkeypatch.setattr(PodiumApp, "run", run)
        assert plenary("podium").status == 0
        first, second = screen.apps
        assert first._beginning.findings == ()
        (told,) = second._beginning.findings
        assert "damaged after record" in told and "set aside whole" in told
        assert list(in_session.parent.glob("*.damaged-*"))

    def test_damage_that_is_found_before_the_first_frame_is_recovered_too(
        self, in_session: Path, plenary: Plenary, screen: Screen
    ) -> None:
        """What the last act was is told after a crash, and may stand before what was kept."""
        opened = open_journal(in_session)
        with closing(opened.journal) as journal:
            last = opened.records[-1]
            journal.append(last.seq, [PodiumOpened(at=last.event.at)], "podium")
        keep(in_session)
        damage(in_session)
        assert plenary("podium").status == 0
        told = screen.app._beginning.findings[0]
        assert "damaged after record" in told and "set aside whole" in told
        assert list(in_session.parent.glob("*.damaged-*"))

    def test_a_podium_that_ends_keeps_what_stands(
        self, in_session: Path, plenary: Plenary, screen: Screen, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept = layout.beside(in_session, layout.KEPT_STATE)
        plenary("podium")
        assert not kept.exists(), "so few rows are folded as quickly"
        monkeypatch.setattr(keeping, "WORTH", 2)
        plenary("podium")
        taken_up = take_up(in_session)
        assert taken_up is not None
        taken_up.reader.close()

    def test_settings_are_read_and_kept(
        self, in_session: Path, plenary: Plenary, screen: Screen, paths: Paths
    ) -> None:
        paths.settings.parent.mkdir(parents=True)
        paths.settings.write_text('theme = "light"\nbel = true\n')
        plenary("podium")
        assert screen.app._settings.theme == "light"
        assert any("bel in" in one for one in screen.app._beginning.findings)
        screen.app.services.keep_settings(replace(screen.app.services.settings, theme="dark"))
        assert paths.settings.read_text() == 'theme = "dark"\nbel = true\nbell = false\n'

    def test_settings_that_cannot_be_kept_stop_nothing(
        self, in_session: Path, plenary: Plenary, screen: Screen, paths: Paths
    ) -> None:
        paths.settings.mkdir(parents=True)
        assert plenary("podium").status == 0
        screen.app.services.keep_settings(screen.app.services.settings)

    def test_a_terminal_is_one_on_both_sides(self, monkeypatch: pytest.MonkeyPatch) -> None:
        terminal = SimpleNamespace(isatty=lambda: True)
        monkeypatch.setattr("sys.__stdin__", terminal)
        monkeypatch.setattr("sys.__stderr__", terminal)
        launch.require_terminal()
        monkeypatch.setattr("sys.__stderr__", None)
        with pytest.raises(Exception, match="needs a terminal"):
            launch.require_terminal()
        monkeypatch.setenv("TEXTUAL_DRIVER", "another:Driver")
        launch.require_terminal()


class TestRehearsal:
    """A rehearsal, ready to begin."""

    def test_one_key_from_the_first_speaker(
        self, plenary: Plenary, screen: Screen, paths: Paths
    ) -> None:
        assert plenary("rehearse").status == 0
        conference = screen.conference
        assert conference.rehearsal and conference.in_session
        assert conference.item == "1(f)" and conference.current_item is not None
        assert conference.current_item.stage is Stage.FLOOR_OPEN
        assert conference.current_list is not None and conference.current_list.waiting
        assert paths.last() is None, "a rehearsal is never the last conference"
        assert plenary("--rehearsal", "do", "give-floor").status == 0

    def test_it_is_resumed(self, plenary: Plenary, screen: Screen) -> None:
        for words in (("rehearse",), ("rehearse",), ("--rehearsal", "podium"), ("--rehearsal",)):
            assert plenary(*words).status == 0
        assert len({app.conference.seq for app in screen.apps}) == 1

    def test_fresh(self, plenary: Plenary, screen: Screen, paths: Paths) -> None:
        plenary("rehearse")
        plenary("--rehearsal", "do", "note", "x")
        assert plenary("rehearse", "--fresh").status == 0
        first, second = (app.conference for app in screen.apps)
        assert first.seq == second.seq and not second.notes
        assert plenary("--rehearsal", "check").status == 0

    @pytest.mark.parametrize("meeting", range(1, 11))
    def test_any_meeting_has_just_opened(
        self, plenary: Plenary, screen: Screen, meeting: int
    ) -> None:
        assert plenary("rehearse", "--meeting", str(meeting)).status == 0
        conference = screen.conference
        planned = conference.programme[meeting - 1]
        assert conference.meeting is not None and conference.meeting.number == meeting
        assert conference.meeting.ends_at == planned.ends
        late = conference.meeting.opened_at - planned.starts
        assert 0 <= late.total_seconds() < 120
        assert conference.item in planned.items

    def test_another_meeting_needs_a_fresh_one(self, plenary: Plenary, screen: Screen) -> None:
        plenary("rehearse")
        answer = plenary("rehearse", "--meeting", "5")
        assert answer.status == 1 and "--fresh" in answer.err
        assert plenary("rehearse", "--meeting", "5", "--fresh").status == 0

    @pytest.mark.parametrize("meeting", ["0", "-1"])
    def test_meetings_count_from_1(self, plenary: Plenary, screen: Screen, meeting: str) -> None:
        assert plenary("rehearse", "--meeting", meeting).status == 2

    def test_no_such_meeting(self, plenary: Plenary, screen: Screen, paths: Paths) -> None:
        assert plenary("rehearse", "--meeting", "99").status == 1
        assert not paths.rehearsal.exists()

    def test_of_a_pack_of_ones_own(
        self, plenary: Plenary, screen: Screen, tmp_path: Path, paths: Paths
    ) -> None:
        folder = write_pack(tmp_path)
        assert plenary("rehearse", "--pack", str(folder)).status == 0
        assert screen.conference.name == "Small Conference" and screen.conference.rehearsal
        assert not paths.default.exists(), "nothing is made in earnest"
        assert plenary("rehearse", "--pack", str(folder)).status == 1, "one is there already"
        assert plenary("rehearse", "--pack", str(folder), "--fresh").status == 0

    def test_of_a_pack_that_cannot_be_used(
        self, plenary: Plenary, screen: Screen, tmp_path: Path, paths: Paths
    ) -> None:
        folder = write_pack(tmp_path, ("states.csv", "040,yes", "040,perhaps"))
        answer = plenary("rehearse", "--pack", str(folder))
        assert answer.status == 1 and "states.csv, line 2, registered" in answer.err
        assert not screen.apps and not paths.rehearsal.exists()

    @pytest.mark.parametrize("fresh", [(), ("--fresh",)])
    def test_a_conference_in_earnest_is_left_alone(
        self, in_session: Path, plenary: Plenary, screen: Screen, fresh: tuple[str, ...]
    ) -> None:
        before = plenary("status", "--json").json["journal"]["seq"]
        answer = plenary("rehearse", "--db", str(in_session), *fresh)
        assert answer.status == 1 and "in earnest" in answer.err
        assert plenary("status", "--json").json["journal"]["seq"] == before
        assert not screen.apps

    def test_another_file_is_left_alone(
        self, plenary: Plenary, screen: Screen, tmp_path: Path
    ) -> None:
        file = tmp_path / "letter.txt"
        file.write_text("precious")
        assert plenary("rehearse", "--fresh", "--db", str(file)).status == 1
        assert file.read_text() == "precious"

    def test_a_podium_that_is_open_keeps_its_rehearsal(
        self, plenary: Plenary, screen: Screen, paths: Paths
    ) -> None:
        plenary("rehearse")
        with PodiumLock(paths.rehearsal, "first desk"):
            answer = plenary("rehearse", "--fresh")
        assert answer.status == 1 and "first desk" in answer.err

    def test_a_damaged_one_is_recovered_before_it_is_deleted(
        self, plenary: Plenary, screen: Screen, paths: Paths
    ) -> None:
        plenary("rehearse")
        damage(paths.rehearsal)
        answer = plenary("rehearse", "--fresh")
        assert answer.status == 1 and "`plenary rehearse`" in answer.err
        assert plenary("rehearse").status == 0
        assert plenary("rehearse", "--fresh").status == 0
        assert len(list(paths.data.glob("*.damaged-*Z"))) == 1, "what was set aside stays"

    def test_it_is_prepared_once(self, tmp_path: Path) -> None:
        path = tmp_path / "rehearsal.db"
        assert prepare_rehearsal(path, SystemClock(), "lobby") is True
        assert prepare_rehearsal(path, SystemClock(), "lobby") is False
        assert not layout.beside(path, layout.UNFINISHED).exists()


class TestLobby:
    """A first run."""

    def test_nothing_chosen(self, plenary: Plenary, screen: Screen, paths: Paths) -> None:
        assert plenary().status == 0
        assert not screen.apps and not paths.data.exists()

    def test_rehearse(self, plenary: Plenary, screen: Screen) -> None:
        screen.choice = Rehearse()
        assert plenary().status == 0
        assert screen.conference.rehearsal

    def test_a_new_conference(self, plenary: Plenary, screen: Screen, paths: Paths) -> None:
        screen.choice = MakeNew("cop12")
        assert plenary().status == 0
        assert not screen.conference.rehearsal
        assert paths.last() == paths.default

    def test_answers_about_a_conference_of_ones_own_are_kept_until_it_stands(
        self, plenary: Plenary, screen: Screen, paths: Paths
    ) -> None:
        draft = paths.data / DRAFT
        draft.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text("{}")
        screen.choice = MakeNew("nonsense", asked_for=True)
        assert plenary().status == 1 and draft.exists()
        screen.choice = MakeNew("cop12", asked_for=True)
        assert plenary().status == 0 and not draft.exists()

    def test_a_database(
        self,
        in_session: Path,
        plenary: Plenary,
        screen: Screen,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.delenv("PLENARY_DB")
        screen.choice = OpenOne(in_session)
        assert plenary().status == 0
        assert screen.conference.name == "Small conference"

    @pytest.mark.parametrize("choice", [MakeNew("nonsense"), OpenOne(Path("none.db"))])
    def test_what_cannot_be(
        self, plenary: Plenary, screen: Screen, choice: MakeNew | OpenOne
    ) -> None:
        screen.choice = choice
        assert plenary().status == 1 and not screen.apps

    def test_a_rehearsal_alone_still_leads_to_the_lobby(
        self, plenary: Plenary, screen: Screen
    ) -> None:
        plenary("rehearse")
        assert plenary().status == 0
        assert len(screen.apps) == 1
