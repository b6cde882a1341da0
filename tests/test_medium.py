"""What a system has for bringing a file to the medium is asked for."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
import threading
import types
from pathlib import Path
from typing import Any

import pytest

from plenary_tui import medium
from tests.systems import MODES


@pytest.mark.parametrize("known", [True, False], ids=["to the medium", "a share without it"])
def test_on_macos_the_disk_s_own_cache_is_emptied_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    asked: list[Any] = []

    def fcntl(descriptor: int, what: int) -> int:
        asked.append(what)
        if not known:
            raise OSError(errno.ENOTSUP, "not here")
        return 0

    stand_in = types.SimpleNamespace(fcntl=fcntl, F_FULLFSYNC=51)
    monkeypatch.setitem(sys.modules, "fcntl", stand_in)  # type: ignore[arg-type]
    monkeypatch.setattr(medium.sys, "platform", "darwin")
    monkeypatch.setattr(os, "fsync", lambda descriptor: asked.append("plain"))
    with (tmp_path / "file").open("wb") as file:
        medium.sync(file.fileno())
    assert asked == ([51] if known else [51, "plain"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_or_a_device_is_never_replaced(tmp_path: Path) -> None:
    new, pipe = tmp_path / "new", tmp_path / "pipe"
    new.write_text("new")
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="it is no file"):
        medium.replace(new, pipe)
    with pytest.raises(OSError, match="it is no file"):
        medium.keep_file(pipe, b"answers")
    assert pipe.is_fifo() and sorted(tmp_path.iterdir()) == [new, pipe]


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    medium.replace(new, old)
    assert old.read_text() == "new" and not new.exists()
    medium.rename(old, new)
    assert new.read_text() == "new" and not old.exists()
    medium.sync_directory(tmp_path)


def test_a_file_is_written_whole_or_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lists" / "list.txt"
    medium.put_file(path, b"first")
    assert path.read_bytes() == b"first"

    class Full(io.FileIO):
        def write(self, content: Any) -> int:
            super().write(content[:2])
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", Full)
    with pytest.raises(OSError, match="No space left"):
        medium.put_file(path, b"second")
    assert path.read_bytes() == b"first" and list(path.parent.iterdir()) == [path]


@MODES
def test_nothing_is_written_through_a_link_that_waits_where_a_file_is_made(tmp_path: Path) -> None:
    path, victim = tmp_path / "list.txt", tmp_path / "victim"
    victim.write_bytes(b"as it was")
    (tmp_path / "list.txt.part").symlink_to(victim)
    path.symlink_to(victim)
    medium.put_file(path, b"list")
    assert victim.read_bytes() == b"as it was"
    assert path.read_bytes() == b"list" and not path.is_symlink()
    assert sorted(tmp_path.iterdir()) == [path, victim]


def test_why_a_file_cannot_be_read_is_said_alike_on_each_system(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 2049)
    for path, why in (
        (tmp_path, "it is a folder"),
        (tmp_path / "none", "there is no such file or folder"),
        (tmp_path / "large", "it is larger than 2 KB"),
    ):
        with pytest.raises(OSError) as raised:
            medium.read(path, 2048)
        assert medium.why(raised.value) == why
    assert medium.read(tmp_path / "large", 2049) == b"x" * 2049
    assert medium.why(OSError(errno.ENOSPC, "in the system's own words")) == "the disk is full"
    assert medium.why(OSError(errno.ENXIO, "odd\x1b")) == "odd"


@pytest.mark.parametrize("typed", ["x" * 300, "a\0b", "\ud800", "~nobody at all/x", "~"])
def test_whatever_is_typed_is_a_path_that_can_be_asked_about(tmp_path: Path, typed: str) -> None:
    path = tmp_path / medium.as_path(typed)
    if typed != "~":
        assert not (medium.is_there(path) or medium.is_file(path) or medium.is_folder(path))
    with pytest.raises(OSError) as raised:
        medium.read(path, 10)
    assert medium.why(raised.value)


def test_a_name_that_is_too_long_is_said_alike_on_each_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("x" * 300)
    with pytest.raises(OSError) as raised:
        medium.put_file(long, b"list")
    assert medium.why(raised.value) == "its name is too long"
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    for number in (errno.ENOENT, errno.EINVAL):
        assert medium.why(OSError(number, "odd", str(long))) == "its name is too long"
        moved = OSError(number, "odd", str(tmp_path / "x"), None, str(long))
        assert medium.why(moved) == "its name is too long"
    assert medium.why(OSError(errno.ENOENT, "odd", str(tmp_path))) != "its name is too long"


def test_a_folder_in_the_place_of_a_file_is_said_alike_on_each_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.txt").mkdir()
    with pytest.raises(OSError) as raised:
        medium.put_file(tmp_path / "list.txt", b"list")
    assert medium.why(raised.value) == "it is a folder"
    assert [one.name for one in tmp_path.iterdir()] == ["list.txt"]
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    opened = OSError(errno.EACCES, "odd", str(tmp_path))
    assert medium.why(opened) == "it is a folder"
    listed = OSError(errno.EACCES, "odd", str(tmp_path))
    listed.winerror = 5  # type: ignore[attr-defined]
    assert medium.why(listed) == "this account is not allowed to"


@pytest.mark.parametrize("windows", [False, True])
def test_a_home_folder_is_meant_and_none_is_guessed(
    monkeypatch: pytest.MonkeyPatch, windows: bool
) -> None:
    monkeypatch.setattr(medium, "ON_WINDOWS", windows)
    monkeypatch.setattr(os.path, "expanduser", lambda typed: f"expanded {typed}")
    assert medium.with_home("~") == "expanded ~"
    assert medium.with_home("~/list.csv") == "expanded ~/list.csv"
    name = "~$list.xlsx"
    assert medium.with_home(name) == (name if windows else f"expanded {name}")
    assert medium.with_home("~\\list.csv") == "expanded ~\\list.csv"


def test_no_part_of_the_program_asks_a_path_itself() -> None:
    package = Path(medium.__file__).parent
    asking = re.compile(r"\.((exists|is_file|is_dir|is_symlink|expanduser)\(\)|path\.expanduser\()")
    assert not [
        f"{file.relative_to(package)}: {line.strip()}"
        for file in sorted(package.rglob("*.py"))
        if file != Path(medium.__file__)
        for line in file.read_text(encoding="utf-8").splitlines()
        if asking.search(line)
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_is_read_only_where_a_shell_may_have_made_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="it is not a file"):
        medium.read(pipe, 10)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"secret",))
    writer.start()
    assert medium.read(pipe, 10, pipes=True) == b"secret"
    writer.join()
