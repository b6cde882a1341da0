"""The law, the forecast and the views read no clock, no file, no chance, and reach for nothing."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import plenary_tui

PACKAGE = Path(plenary_tui.__file__).parent
VALUES = {
    *("__future__", "bisect", "collections", "dataclasses", "datetime", "difflib", "enum"),
    *("functools", "itertools", "math", "operator", "re", "statistics", "string", "typing"),
    *("types", "unicodedata", "zoneinfo", "msgspec"),
}
"""What makes values of values. Whatever else a module may need is no matter of a pure one."""
MORE = {"views": {"csv", "io", "json", "tomllib"}}
"""Forms of text, which views write and read in memory."""
PURE = ("procedure", "forecast", "views", "rehearsal/room")
CHANCE = {"rehearsal/room": {"random"}}
"""The simulated room throws dice of a seed that is handed in."""
CLOCKS = {"now", "utcnow", "today"}
"""Of a date or a time: they read the computer's clock."""
REACH = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}


def impure(code: str, allowed: set[str]) -> list[str]:
    """What a module reaches for beyond values."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "."] if not node.level else ["plenary_tui"]
        elif isinstance(node, ast.Name) and node.id in REACH:
            names = []
            found.append(f"{node.id}()")
        elif isinstance(node, ast.Attribute) and node.attr in CLOCKS:
            of = ast.unparse(node.value).rpartition(".")[2]
            names = []
            found += [f"{of}.{node.attr}()"] if of in ("date", "datetime") else []
        else:
            continue
        found += [one for one in names if one.split(".")[0] not in allowed | {"plenary_tui"}]
    return found


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_imports_values_only(room: str) -> None:
    allowed = VALUES | MORE.get(room, set()) | CHANCE.get(room, set())
    found = {
        f"{file.relative_to(PACKAGE)}: {what}"
        for file in sorted((PACKAGE / room).rglob("*.py"))
        for what in impure(file.read_text(encoding="utf-8"), allowed)
    }
    assert not found


READINGS = {
    *("monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "time_ns", "clock_gettime"),
    *("time.time", "datetime.now", "datetime.today", "date.today", "datetime.utcnow"),
}
CLOCK = {"clock.py", "windows.py"}


def readings(code: str) -> set[str]:
    """The computer's clocks that a module reads, by the names of what reads them."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute):
            of = ast.unparse(node.value).rpartition(".")[2]
            found |= {node.attr, f"{of}.{node.attr}"}
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            found |= {one.name for one in node.names} | {f"time.{one.name}" for one in node.names}
    return found & READINGS


def test_the_time_is_read_in_one_place() -> None:
    found = {
        file.relative_to(PACKAGE).as_posix()
        for file in sorted(PACKAGE.rglob("*.py"))
        if readings(file.read_text(encoding="utf-8"))
    }
    assert found <= CLOCK, "ask a clock that is handed in, or `awake`"


@pytest.mark.parametrize(
    "code",
    [
        "from time import monotonic",
        "import time\ntime.time()",
        "from time import time",
        "import time\nprint(time.perf_counter)",
        "from datetime import datetime\ndatetime.now()",
    ],
)
def test_what_reads_a_clock_is_found(code: str) -> None:
    assert readings(code)


@pytest.mark.parametrize(
    "code",
    [
        "import socket",
        "import os.path",
        "from subprocess import run",
        "def act():\n    from pathlib import Path",
        "from datetime import datetime\ndatetime.now()",
        "import datetime\ndatetime.date.today()",
        "open('x')",
        "__import__('socket')",
        "import importlib",
    ],
)
def test_what_reaches_out_is_found(code: str) -> None:
    assert impure(code, VALUES)
