"""`plenary check`, `backup`, `where`, `completion`, and the command line as a whole."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from plenary_tui import __version__, cli, medium
from plenary_tui.commands import output
from plenary_tui.commands.failures import Failed
from plenary_tui.commands.parser import COMMANDS
from plenary_tui.paths import Paths
from plenary_tui.storage.head import Head, write_head
from tests.commands.conftest import Plenary

EVERY_COMMAND = [(), *((row.name,) for row in COMMANDS)]


@pytest.mark.parametrize("words", EVERY_COMMAND)
def test_help_and_version_everywhere(plenary: Plenary, words: tuple[str, ...]) -> None:
    helped = plenary(*words, "--help")
    assert helped.status == 0 and helped.out.startswith(" ".join(("usage: plenary", *words)))
    for option in ("--db", "--rehearsal", "--station", "--version"):
        assert option in helped.out
    assert plenary(*words, "--version").out == f"plenary {__version__}\n"
    assert plenary("--version", *words).out == f"plenary {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("--nonsense",),
        ("status", "--nonsense"),
        ("status", "extra"),
        ("--db",),
        ("--d", "x", "status"),
        ("status", "--db", ""),
        ("status", "--db", "a\0b"),
        ("status", "--db", "a", "--rehearsal"),
        ("rehearse", "--meeting", "x"),
        ("backup",),
        ("backup", ""),
        ("completion",),
        ("completion", "tcsh"),
        ("\udcff\x1b[2J",),
    ],
)
def test_wrong_usage(database: Path, plenary: Plenary, words: tuple[str, ...]) -> None:
    answer = plenary(*words)
    assert answer.status == 2 and answer.out == ""
    assert "\x1b" not in answer.err


class TestCheck:
    """Integrity, chain and head."""

    def test_sound(self, in_session: Path, plenary: Plenary) -> None:
        out = plenary("check").out
        assert out.startswith(f"{in_session} is sound.\n6 records are as written.\n")

    def test_a_head_ahead(self, in_session: Path, plenary: Plenary) -> None:
        write_head(in_session, Head(99, "0" * 64))
        answer = plenary("check")
        assert answer.status == 1 and "record 99 was made" in answer.err

    def test_no_conference(self, plenary: Plenary) -> None:
        assert plenary("check").status == 1


class TestBackup:
    """A consistent copy."""

    def test_a_copy(self, in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
        copy = tmp_path / "copy.db"
        answer = plenary("backup", str(copy))
        assert answer.out == f"{copy} is a copy of {in_session}, with 6 records, all checked.\n"
        assert plenary("check", "--db", str(copy)).status == 0

    def test_what_exists_is_not_overwritten(
        self, in_session: Path, plenary: Plenary, tmp_path: Path
    ) -> None:
        copy = tmp_path / "copy.db"
        copy.write_text("precious")
        assert plenary("backup", str(copy)).status == 1
        assert plenary("backup", str(in_session)).status == 1
        assert plenary("backup", str(tmp_path)).status == 1
        assert copy.read_text() == "precious"

    def test_a_folder_that_is_missing(
        self, in_session: Path, plenary: Plenary, tmp_path: Path
    ) -> None:
        assert plenary("backup", str(tmp_path / "no" / "copy.db")).status == 1


class TestWhere:
    """Every path in use."""

    def test_every_path(self, plenary: Plenary, paths: Paths) -> None:
        out = plenary("where").out
        for path in (
            paths.default,
            paths.rehearsal,
            paths.settings,
            paths.log,
            paths.state,
            paths.printed,
        ):
            assert str(path) in out
        assert f"{paths.default}.podium.lock" in out

    def test_the_settings_name_a_folder(
        self, plenary: Plenary, paths: Paths, tmp_path: Path
    ) -> None:
        paths.settings.parent.mkdir(parents=True)
        paths.settings.write_text(f'print_folder = "{tmp_path.as_posix()}"\n')
        assert plenary("where").out.splitlines()[-1].endswith(str(tmp_path))

    def test_the_database_that_is_named(self, plenary: Plenary, tmp_path: Path) -> None:
        assert str(tmp_path / "x.db") in plenary("where", "--db", str(tmp_path / "x.db")).out

    def test_nothing_is_made(self, plenary: Plenary, home: Path) -> None:
        plenary("where")
        assert not home.exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_prints_the_shell_s_part(plenary: Plenary, shell: str) -> None:
    out = plenary("completion", shell).out
    assert "plenary" in out and "_ARGCOMPLETE" in out


def test_into_a_pipe_windows_is_given_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    pipe = io.TextIOWrapper(written, encoding="cp437")
    monkeypatch.setattr(sys, "stdout", pipe)
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    output.make_ready()
    output.say("Türkiye, Côte d'Ivoire, 中国, مصر")
    assert written.getvalue().decode("utf-8").rstrip() == "Türkiye, Côte d'Ivoire, 中国, مصر"


def test_a_path_is_told_as_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("a folder/b.db")
    monkeypatch.setattr(medium, "ON_WINDOWS", False)
    assert output.quoted(path) == f"'{path}'"
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    assert output.quoted(path) == f'"{path}"', "cmd.exe knows no other marks"


def test_a_file_that_a_program_of_windows_has_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*names: object) -> None:
        raise PermissionError(13, "Access is denied")

    path = tmp_path / "statistics.xlsx"
    path.write_bytes(b"as it was")
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    monkeypatch.setattr(medium, "replace", held)
    with pytest.raises(Failed, match=r"Another program has .*statistics\.xlsx open"):
        output.write_bytes(path, b"new")
    assert path.read_bytes() == b"as it was"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_console_of_windows_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp437")
    monkeypatch.setattr(console, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", console)
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    output.make_ready()
    assert console.encoding == "cp437" and console.errors == "replace"


def test_an_internal_error_is_logged(
    capsys: pytest.CaptureFixture[str], paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("that is new")

    monkeypatch.setattr(cli, "_call", broken)
    assert cli.main(["status"]) == 1
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1 and str(paths.log) in err
    log = paths.log.read_text(encoding="utf-8")
    assert "that is new" in log and f"plenary {__version__}" in log


def test_an_internal_error_that_cannot_be_logged(
    capsys: pytest.CaptureFixture[str], paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError

    paths.log.mkdir(parents=True)
    monkeypatch.setattr(cli, "_call", broken)
    assert cli.main(["status"]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_an_interruption(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_call", interrupted)
    assert cli.main(["status"]) == 1
    assert capsys.readouterr().err.startswith("Interrupted")


def test_every_command_has_code(plenary: Plenary, monkeypatch: pytest.MonkeyPatch) -> None:
    for row in COMMANDS:
        if row.name == "do":
            continue
        words = {
            "new": ("--pack", "x"),
            "backup": ("x",),
            "completion": ("bash",),
            "serve": ("--port", "-1"),  # refused, or it would serve until it is interrupted
        }
        plenary(row.name, *words.get(row.name, ()))
