"""`plenary` as a process: imports, exit status, streams, locales, and two at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Plenary

PROGRAM = [sys.executable, "-m", "plenary_tui"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="streams and arguments of POSIX")


def run(*words: str | bytes, **more: object) -> subprocess.CompletedProcess[bytes]:
    """Run `plenary` in a process of its own."""
    env = {**os.environ, **more.pop("env", {})}  # type: ignore[dict-item]
    done = subprocess.run(
        [*PROGRAM, *words],
        env=env,
        stdout=more.pop("stdout", subprocess.PIPE),  # type: ignore[call-overload]
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        **more,
    )
    assert b"Traceback" not in done.stderr and b"Exception ignored" not in done.stderr
    return done


LOADED = """
import json, sys
from plenary_tui.cli import main
status = main(sys.argv[1:])
print("LOADED" + json.dumps(sorted(sys.modules)))
sys.exit(status)
"""


def modules_of(*words: str) -> set[str]:
    """The modules that a command has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words], capture_output=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout.decode().rpartition("LOADED")[2]))


HEAVY = {
    *("textual", "rich", "sqlalchemy", "pydantic", "argcomplete", "sqlite3", "platformdirs"),
    "tomlkit",
}


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (("--version",), set()),
        (("--help",), set()),
        (("status", "--help"), set()),
        (("status",), {"sqlite3", "platformdirs"}),
        (("status", "--json"), {"sqlite3", "platformdirs"}),
        (("print", "--item", "2"), {"sqlite3", "platformdirs"}),
        (("check",), {"sqlite3", "platformdirs"}),
        (("do", "--list"), set()),
        (("do", "note", "x"), {"sqlite3", "platformdirs", "sqlalchemy"}),
        (("completion", "bash"), {"argcomplete"}),
        (("where",), {"sqlite3", "platformdirs"}),
    ],
)
def test_a_command_imports_what_it_needs(
    database: Path, words: tuple[str, ...], allowed: set[str]
) -> None:
    assert HEAVY & modules_of(*words) <= allowed


def test_exit_status(database: Path) -> None:
    assert run("status").returncode == 0
    assert run("do", "give-floor").returncode == 1
    assert run("do", "nonsense").returncode == 2
    assert run("nonsense").returncode == 2
    assert run("--version").returncode == 0


PATIENT = """
import sys
from plenary_tui.cli import main
from plenary_tui.storage import locks
locks.WRITER_PATIENCE = 60.0
sys.exit(main(sys.argv[1:]))
"""
"""`plenary` that waits for another to have recorded however busy the machine is."""


def test_two_processes_record_at_once(database: Path, plenary: Plenary, tmp_path: Path) -> None:
    file = tmp_path / "acts.txt"
    file.write_text("note x\n" * 15)
    words = [sys.executable, "-c", PATIENT, "do", "--file", str(file)]
    both = [subprocess.Popen([*words, "--station", name]) for name in ("one", "two")]
    assert [process.wait(60) for process in both] == [0, 0]
    assert plenary("status", "--json").json["journal"]["seq"] == 31
    assert plenary("check").status == 0


@POSIX
@pytest.mark.parametrize("words", [("do", "--list"), ("status",), ("--help",), ("do", "note", "x")])
def test_a_reader_who_has_gone(database: Path, words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run(*words, stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@POSIX
@pytest.mark.parametrize("words", [("do", "--list"), ("status",), ("do", "note", "x")])
def test_no_standard_output(database: Path, words: tuple[str, ...]) -> None:
    command = '"$@" >&- ; echo "status $?" >&2'
    done = subprocess.run(
        ["sh", "-c", command, "sh", *PROGRAM, *words], stderr=subprocess.PIPE, timeout=60
    )
    assert done.stderr == b"status 0\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
@pytest.mark.parametrize("words", [("status",), ("do", "note", "x"), ("do", "--list", "--json")])
def test_output_that_cannot_be_written(database: Path, words: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = run(*words, stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith(b"The output cannot be written (")


@pytest.mark.parametrize(
    "locale",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX"},
    ],
)
def test_a_terminal_that_speaks_no_utf_8(
    in_session: Path, plenary: Plenary, locale: dict[str, str]
) -> None:
    plenary("do", "inscribe", "Türkiye")
    assert b"rkiye" in run("status", env=locale).stdout
    snapshot = json.loads(run("status", "--json", env=locale).stdout.decode("utf-8"))
    assert snapshot["next"][0]["delegation"] == "Türkiye"
    assert run("do", "--help", env=locale).returncode == 0
    assert run("do", "nonsense", env=locale).returncode == 2
    refused = run("do", "inscribe", "TUR", env=locale)
    assert refused.returncode == 1 and b"rkiye" in refused.stderr


@POSIX
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((b"\xff",), 2),
        ((b"--\xff",), 2),
        ((b"do", b"\xff"), 2),
        ((b"do", b"note", b"\xff"), 1),
        ((b"do", b"note", b"--\xff"), 2),
        ((b"do", b"note", b"x", b"--station", b"\xff"), 2),
        ((b"do", b"--file", b"\xff"), 1),
        ((b"status", b"--db", b"\xff"), 1),
        ((b"print", b"--item", b"\xff"), 1),
        ((b"backup", b"\xff/x"), 1),
        ((b"feed", b"\xff/x"), 1),
        ((b"new", b"--pack", b"\xff"), 1),
        ((b"new", b"--pack", b"cop12", b"--db", b"\xff"), 1),
    ],
)
def test_arguments_that_are_not_text(database: Path, words: tuple[bytes, ...], status: int) -> None:
    done = run(*words)
    assert done.returncode == status
    assert done.stderr and b"Something went wrong inside" not in done.stderr


def completions(line: str, tmp_path: Path, shell: str = "bash") -> list[str]:
    """What the shell is told that would complete the line."""
    answer = tmp_path / "answer"
    run(
        env={
            "_ARGCOMPLETE_SHELL": shell,
            "_ARGCOMPLETE": "3",
            "_ARGCOMPLETE_IFS": "\n",
            "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
            "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
            "COMP_LINE": f"python -m {line}",
            "COMP_POINT": str(len(f"python -m {line}".encode())),
        }
    )
    return answer.read_text(encoding="utf-8").split("\n") if answer.exists() else []


class TestCompletion:
    """What the shell is told."""

    def test_commands(self, tmp_path: Path) -> None:
        assert completions("plenary st", tmp_path) == ["status"]

    def test_acts(self, tmp_path: Path) -> None:
        assert completions("plenary do give", tmp_path) == ["give-floor"]

    def test_fields(self, tmp_path: Path) -> None:
        assert "--speaker" in completions("plenary do inscribe --sp", tmp_path)

    def test_choices(self, tmp_path: Path) -> None:
        found = completions("plenary do inscribe --delivery ", tmp_path)
        assert {"in-person", "video"} <= set(found)

    def test_delegations(self, database: Path, tmp_path: Path) -> None:
        assert "TUR" in completions("plenary do inscribe --delegation T", tmp_path)
        assert completions("plenary do inscribe --delegation nige", tmp_path)[0] == "Niger"
        assert "NGA" in completions("plenary do inscribe NG", tmp_path)

    def test_names_in_an_old_powershell(self, database: Path, tmp_path: Path) -> None:
        found = completions("plenary do inscribe T", tmp_path, shell="powershell")
        assert found[0].startswith("\ufeff"), "the mark of UTF-8"
        assert "Türkiye" in " ".join(found)

    def test_items(self, database: Path, tmp_path: Path) -> None:
        for line in ("do take-up-item --item 2", "do take-up-item 2", "print --item 2"):
            found = completions(f"plenary {line}", tmp_path)
            assert len([one for one in found if one.startswith("2")]) == 2

    def test_entries(self, in_session: Path, plenary: Plenary, tmp_path: Path) -> None:
        plenary("do", "inscribe", "Guinea")
        assert "Guinea" in completions("plenary do withdraw --entry G", tmp_path)

    def test_the_database_that_is_named(
        self,
        database: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.delenv("PLENARY_DB")
        line = f"plenary --db {database} do take-up-item --item 1"
        assert len(completions(line, tmp_path)) == 1

    def test_no_conference(self, tmp_path: Path) -> None:
        assert completions("plenary do take-up-item --item 2", tmp_path) in ([], [""])
