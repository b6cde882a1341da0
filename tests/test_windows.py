"""What Windows' functions are asked, and what is made of their answers; the functions are fakes."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plenary_tui import clock, medium, windows
from plenary_tui.clock import SystemClock


class Library:
    """A library of Windows: each function answers as a test says, and notes what it was asked."""

    def __init__(self, **functions: Callable[..., Any]) -> None:
        self.asked: list[tuple[Any, ...]] = []
        for name, answer in functions.items():
            setattr(self, name, self._function(name, answer))

    def _function(self, name: str, answer: Callable[..., Any]) -> Any:
        def function(*given: Any) -> Any:
            self.asked.append((name, *given))
            return answer(*given)

        return function


def tells(value: int) -> Callable[[Any], int]:
    """A function that tells a number by way of what it is pointed to."""

    def function(pointer: Any) -> int:
        pointer._obj.value = value
        return 1

    return function


def booted(at: int, moved: int = 0) -> Callable[..., int]:
    """Windows' times of day."""

    def function(kind: int, buffer: Any, size: int, length: Any) -> int:
        assert kind == 3
        buffer.raw = struct.pack("<qqqLLqq", at + moved, at + 999, 0, 0, 0, moved, 0)
        assert size == len(buffer.raw)
        return 0

    return function


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts libraries in the place of Windows' own."""

    def put(**libraries: Library) -> None:
        def library(name: str) -> Library:
            if name not in libraries:
                raise OSError(f"there is no {name}")
            return libraries[name]

        monkeypatch.setattr(windows, "library", library)
        monkeypatch.setattr(windows, "_shared_boot_id", int)
        windows._steady.cache_clear()

    return put


@pytest.fixture(autouse=True)
def forget() -> Any:
    """No fake clock is kept."""
    yield
    windows._steady.cache_clear()


TICKS = Library(GetTickCount64=lambda: 90_500, QueryUnbiasedInterruptTime=tells(60 * 10_000_000))


def test_a_boot_has_one_name_whatever_its_clock_was_set_to(system: Callable[..., None]) -> None:
    system(kernel32=TICKS, ntdll=Library(NtQuerySystemInformation=booted(5000)))
    name = windows.boot_id()
    assert name == windows.boot_id() and name.startswith("windows-") and name.endswith("-ticks")
    system(kernel32=TICKS, ntdll=Library(NtQuerySystemInformation=booted(5000, moved=36_000)))
    assert windows.boot_id() == name
    system(kernel32=TICKS, ntdll=Library(NtQuerySystemInformation=booted(9000)))
    assert windows.boot_id() != name


def test_instants_on_another_clock_do_not_compare(system: Callable[..., None]) -> None:
    ntdll = Library(NtQuerySystemInformation=booted(5000))
    system(kernel32=TICKS, ntdll=ntdll)
    assert windows.steady() == 90.5
    before = windows.boot_id()
    fine = Library(QueryInterruptTimePrecise=tells(905_000_001))
    system(kernel32=TICKS, ntdll=ntdll, kernelbase=fine)
    assert windows.steady() == 90.5000001
    assert windows.boot_id() == before.replace("-ticks", "-interrupt")


def test_the_clocks_are_windows_own(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "ON_WINDOWS", True)
    monkeypatch.setattr(clock, "windows", windows, raising=False)
    system(kernel32=TICKS, ntdll=Library(NtQuerySystemInformation=booted(5000)))
    here = SystemClock()
    assert here.counts_sleep
    assert here.now().steady == here.real() == 90.5
    assert here.now().boot == SystemClock().boot == windows.boot_id()
    assert clock.awake() == 60


def test_where_no_boot_is_told_each_process_has_its_own(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "ON_WINDOWS", True)
    monkeypatch.setattr(clock, "windows", windows, raising=False)
    system(kernel32=TICKS, ntdll=Library(NtQuerySystemInformation=lambda *given: -1))
    assert SystemClock().boot.startswith("process-")
    assert SystemClock().boot != SystemClock().boot


@pytest.mark.parametrize(
    ("handle", "status", "error", "runs"),
    [(7, 259, 0, True), (7, 0, 0, False), (0, 0, 87, False), (0, 0, 5, True)],
    ids=["runs", "has ended", "is none", "is another account's"],
)
def test_a_process_is_asked_for_without_a_signal(
    system: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    handle: int,
    status: int,
    error: int,
    runs: bool,
) -> None:
    kernel = Library(
        OpenProcess=lambda access, inherit, number: handle,
        GetExitCodeProcess=lambda handle, pointer: tells(status)(pointer),
        CloseHandle=lambda handle: 1,
    )
    system(kernel32=kernel)
    monkeypatch.setattr(windows, "last_error", lambda: error)
    assert windows.runs(4321) is runs
    assert [asked[0] for asked in kernel.asked].count("CloseHandle") == (handle != 0)


def test_it_gives_way_to_programs_of_the_usual_priority(system: Callable[..., None]) -> None:
    kernel = Library(GetCurrentProcess=lambda: 2**64 - 1, SetPriorityClass=lambda *given: 1)
    system(kernel32=kernel)
    windows.give_way()
    assert kernel.asked[-1][0] == "SetPriorityClass" and kernel.asked[-1][2] == 0x4000


def test_a_file_that_takes_a_place_is_written_through(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kernel = Library(MoveFileExW=lambda source, target, flags: 1)
    system(kernel32=kernel)
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    medium.replace(tmp_path / "new", tmp_path / "old")
    medium.rename(tmp_path / "new", tmp_path / "old")
    names = (str(tmp_path / "new"), str(tmp_path / "old"))
    assert kernel.asked == [("MoveFileExW", *names, 0x8 | 0x1), ("MoveFileExW", *names, 0x8)]
    medium.sync_directory(tmp_path / "missing")  # Windows has no such thing


@pytest.mark.parametrize("refusals", [3, 99])
def test_a_file_that_another_reads_or_replaces_is_replaced_a_moment_later(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, refusals: int
) -> None:
    asked: list[bool] = []

    def move(source: Path, target: Path, *, replace: bool) -> None:
        asked.append(replace)
        if len(asked) <= refusals:
            raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(windows, "move_durably", move)
    monkeypatch.setattr(medium, "ON_WINDOWS", True)
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    if refusals > medium.TRIES:
        with pytest.raises(PermissionError):
            medium.replace(tmp_path / "new", tmp_path / "old")
    else:
        medium.replace(tmp_path / "new", tmp_path / "old")
    assert len(asked) == min(refusals + 1, medium.TRIES)
    assert waited == sorted(set(waited)), "longer each time: several may replace it on and on"
    assert sum(waited) < 0.3, "and a podium is not held up"


def test_a_file_that_cannot_be_moved_is_an_error_of_the_system(
    system: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    system(kernel32=Library(MoveFileExW=lambda source, target, flags: 0))
    monkeypatch.setattr(windows, "last_error", lambda: 32)
    with pytest.raises(OSError):
        windows.move_durably(tmp_path / "new", tmp_path / "old", replace=True)
