"""What only Windows' own functions tell or do; asked where the program runs on Windows alone."""

from __future__ import annotations

import ctypes
import hashlib
import os
import struct
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

_SHARED_BOOT_ID = 0x7FFE0000 + 0x2C4
"""KUSER_SHARED_DATA.BootId: the number of this start of the machine, from Windows 10 on."""
_FIRST_BUILD_OF_10 = 10240
_TIME_OF_DAY = 3
"""SystemTimeOfDayInformation."""
_TIMES = struct.Struct("<qqqLLqq")
"""Boot, now, zone, its number, -, by how much the first was moved as clocks were set, sleep."""
_UNITS = 10_000_000
"""Of these clocks in a second."""
_QUERY_LIMITED = 0x1000
_STILL_ACTIVE = 259
_ACCESS_DENIED = 5
_REPLACE_EXISTING = 0x1
_WRITE_THROUGH = 0x8
_BELOW_NORMAL = 0x4000


def boot_id() -> str:
    """Names this run of this machine, and the clock that instants of it are read on; "" if unknown.

    The same in every process, so that their instants compare.
    """
    number = _boot_number()
    return f"windows-{_machine()}-{number}-{_steady()[0]}" if number else ""


def steady() -> float:
    """Seconds since the machine was started, asleep or not."""
    return _steady()[1]()


def awake() -> float:
    """Seconds since the machine was started, but for those it slept."""
    return _interrupt_time("QueryUnbiasedInterruptTime")


def runs(process: int) -> bool:
    """Whether a process of that number runs, under whatever account.

    Signal 0 is no question on Windows: it is Ctrl+C.
    """
    kernel = library("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(_QUERY_LIMITED, False, ctypes.c_uint32(process))
    if not handle:
        return last_error() == _ACCESS_DENIED
    status = ctypes.c_uint32()
    try:
        told = kernel.GetExitCodeProcess(ctypes.c_void_p(handle), ctypes.byref(status))
        return bool(told) and status.value == _STILL_ACTIVE
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))


def give_way() -> None:
    """Let programs of the usual priority go first; where that cannot be, nothing happens."""
    kernel = library("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), _BELOW_NORMAL)


def move_durably(source: Path, target: Path, *, replace: bool) -> None:
    """Give a file another name, which outlives a power cut on return. Raises OSError."""
    flags = _WRITE_THROUGH | (_REPLACE_EXISTING if replace else 0)
    if not library("kernel32").MoveFileExW(os.fspath(source), os.fspath(target), flags):
        raise system_error(source, target)


def last_error() -> int:
    """The number of what the last call of Windows in this thread failed with."""
    if sys.platform == "win32":
        return ctypes.get_last_error()
    raise OSError("this is not Windows")


def system_error(source: Path, target: Path) -> OSError:
    """What the last call failed with, as Python's own functions would raise it."""
    number = last_error()
    if sys.platform == "win32":
        return OSError(None, ctypes.FormatError(number), str(source), number, str(target))
    return OSError(number, "Windows' error", str(source))


@cache
def library(name: str) -> Any:
    """A library of Windows."""
    if sys.platform == "win32":
        return ctypes.WinDLL(name, use_last_error=True)
    raise OSError("this is not Windows")


@cache
def _steady() -> tuple[str, Callable[[], float]]:
    """The steady clock: its name, and what reads it.

    The finer one is there from Windows 10 on; that of ticks goes by steps of 16 milliseconds.
    """
    try:
        library("kernelbase").QueryInterruptTimePrecise  # noqa: B018
    except (OSError, AttributeError):
        ticks = library("kernel32").GetTickCount64
        ticks.restype = ctypes.c_uint64
        return "ticks", lambda: float(ticks() / 1000)
    return "interrupt", lambda: _interrupt_time("QueryInterruptTimePrecise", "kernelbase")


def _interrupt_time(function: str, of: str = "kernel32") -> float:
    units = ctypes.c_uint64()
    getattr(library(of), function)(ctypes.byref(units))
    return units.value / _UNITS


def _boot_number() -> int:
    """Tells this start of the machine from every other; 0 if that is not known."""
    return _shared_boot_id() or _boot_time()


def _shared_boot_id() -> int:
    if sys.platform == "win32" and sys.getwindowsversion().build >= _FIRST_BUILD_OF_10:
        return ctypes.c_uint32.from_address(_SHARED_BOOT_ID).value
    return 0


def _boot_time() -> int:
    """When the machine was started, by its clock as it went then; 0 if that is not told."""
    buffer, length = ctypes.create_string_buffer(_TIMES.size), ctypes.c_uint32()
    query = library("ntdll").NtQuerySystemInformation
    if query(_TIME_OF_DAY, buffer, _TIMES.size, ctypes.byref(length)):
        return 0
    booted, _, _, _, _, moved, _ = _TIMES.unpack(buffer.raw)
    return int(booted - moved)


def _machine() -> str:
    """Eight letters that tell this machine from another whose starts have the same number."""
    if sys.platform == "win32":
        import winreg

        try:
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            path = r"SOFTWARE\Microsoft\Cryptography"
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path, 0, access) as key:
                guid, _ = winreg.QueryValueEx(key, "MachineGuid")
        except OSError:
            guid = ""
    else:
        guid = ""
    return hashlib.sha256(str(guid).encode()).hexdigest()[:8]
