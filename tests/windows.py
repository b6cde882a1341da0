"""The tests under Windows' own Python: by hand, on Windows or where Wine runs one.

    python tests/windows.py PYTHON [GROUP ...]
    python tests/windows.py --lay TOOL FOLDER [GROUP ...]

PYTHON is what runs Windows' Python with the project and its `dev` extra; `--lay` has a TOOL make
it first: `TOOL FOLDER "" CHECKOUT` leaves FOLDER/python, which runs the tests of that checkout.
Each group is a process of its own, for a start is dear there, and is run again once if it fails:
what fails twice is a fault. Not among them: screens, which are no different there but slow, and the
law, the views and the forecast, which know no system.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
GROUPS = {
    "clock": ("tests/test_clock.py", "tests/test_windows.py", "tests/test_medium.py"),
    "settings": ("tests/test_settings.py",),
    "storage": ("tests/storage", "tests/desk"),
    "exchange": ("tests/exchange",),
    "commands": ("tests/commands",),
    "webcast": ("tests/webcast",),
    "sitting": ("tests/sitting/test_sitting.py",),
}
EXTRA = (
    "tomlkit pytest pytest-asyncio pytest-timeout pytest-textual-snapshot hypothesis psutil pyte "
    "websockets httpx icalendar python-calamine python-docx XlsxWriter typst"
)
"""What the tests need besides the program, where it is laid."""
LONGEST = 900.0
"""Seconds for a group."""


def lay(tool: Path, folder: Path) -> Path:
    """Have Windows' Python laid in a folder, with this checkout; what runs it."""
    subprocess.run(
        [tool.resolve(), folder.resolve(), "", ROOT],
        cwd=ROOT,
        env={"WINDOWS_EXTRA": EXTRA, **os.environ},
        check=True,
    )
    return folder.resolve() / "python"


def passes(python: Path, group: str) -> bool:
    """Whether the tests of a group pass, the second time if not the first."""
    for attempt in ("first", "second"):
        began = time.monotonic()
        command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *GROUPS[group]]
        print("$", *command, flush=True)
        try:
            done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            print(f"== {group} hangs", flush=True)
            continue
        well = done.returncode == 0
        took = time.monotonic() - began
        print(f"== {group} {'passed' if well else 'FAILED'} the {attempt} time in {took:.0f} s")
        sys.stdout.flush()
        if well:
            return True
    return False


def main() -> None:
    """Run the groups that are named, or all."""
    parser = argparse.ArgumentParser(description="Run the tests under Windows' own Python.")
    parser.add_argument("--lay", type=Path, metavar="TOOL", help="makes it in the folder named")
    parser.add_argument("python", type=Path, help="what runs it; with --lay the folder")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    options = parser.parse_args()
    if unknown := set(options.groups) - GROUPS.keys():
        parser.error(f"There is no group {', '.join(sorted(unknown))}.")
    python = lay(options.lay, options.python) if options.lay else options.python
    if failed := [one for one in options.groups or GROUPS if not passes(python, one)]:
        sys.exit(f"Failed: {', '.join(failed)}.")


if __name__ == "__main__":
    main()
