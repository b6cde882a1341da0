"""Every gate, what fails soonest first and what takes long side by side; CI runs exactly this.

Formatting and lint; then import contracts and types, the wheel installed alone, each benchmark once
through, and the tests, each in a process of its own with its output kept together. `python
tests/check.py types` (or `wheel`, `benchmarks`, `tests`) passes one of them. Needs the project
installed with its `dev` extra in the environment that runs it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable
LESS_URGENT = 10
"""How much gates that only compute give way to the others, which are about time that passes."""
IN_MEMORY = Path("/dev/shm")
MUCH = 4_000_000_000
"""Bytes; all tests together write about a thousand million."""


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command; end with its exit status if it fails."""
    words = [str(word) for word in command]
    print("$", *(os.path.relpath(one, ROOT) if one.startswith(str(ROOT)) else one for one in words))
    sys.stdout.flush()
    status = subprocess.run(words, cwd=ROOT, env=env).returncode
    if status:
        sys.exit(status)


def check_style() -> None:
    """Formatting and lint."""
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    run(PYTHON, "-m", "ruff", "check", ".")


def check_types() -> None:
    """Import contracts and types."""
    run(BIN / "lint-imports", "--no-cache")
    run(PYTHON, "-m", "mypy")


def check_tests() -> None:
    """All tests, on every processor; while one waits for a terminal or a page another works.

    They are read once before, and kept as bytecode: else each worker would translate them all.
    What they write is in memory where there is room: that a disk keeps what is told is seen by
    tests/faults, whatever the disk, and thousands of others would only wait for it.
    """
    workers = 2 * (os.cpu_count() or 1)
    pytest = (PYTHON, "-m", "pytest", "-q")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept.setdefault("PLENARY_MONKEY", "60")  # seconds of keys, as by a monkey
    subprocess.run([*pytest, "--collect-only"], cwd=ROOT, env=kept, stdout=subprocess.DEVNULL)
    kind: dict[str, Any] = {"prefix": "plenary-tests-", "ignore_cleanup_errors": True}
    with tempfile.TemporaryDirectory(dir=in_memory(), **kind) as folder:
        place = Path(folder) / "tests"
        spread = ("-n", str(workers), "--dist", "worksteal", f"--basetemp={place}")
        run(*pytest, *spread, "--durations=30", env=kept)


def in_memory() -> Path | None:
    """A folder in memory with room for what all tests write; None for the usual one."""
    if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > MUCH:
        return IN_MEMORY
    return None


def check_benchmarks() -> None:
    """Each benchmark once through, so that none falls behind the program; none fails on time."""
    if os.name == "nt":
        print("Not here: they need terminals as other systems have them.")
        return
    run(PYTHON, "tests/bench/all.py", "--brief")


def install(place: Path, what: str) -> None:
    """Install something with all that it asks for into a virtual environment that has no pip."""
    pip = (PYTHON, "-m", "pip", "--python", place, "install", "--quiet", "--no-compile")
    run(*pip, "-c", "constraints.txt", what)


def check_contents(wheel: Path) -> None:
    """All that the package is made of is in the wheel, the tables of a server too."""
    package = ROOT / "plenary_tui"
    there = {one.relative_to(ROOT).as_posix() for one in package.rglob("*.*") if one.is_file()}
    there = {one for one in there if not one.endswith((".pyc", ".pyo"))}
    with zipfile.ZipFile(wheel) as whole:
        lacking = there - set(whole.namelist())
    if lacking:
        sys.exit(f"not in the wheel: {', '.join(sorted(lacking))}")


def check_wheel() -> None:
    """Build the wheel, install it alone in a new environment, and run a meeting's first acts."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        run(PYTHON, "-m", "build", "--wheel", "--no-isolation", "--outdir", scratch, ".")
        (wheel,) = scratch.glob("*.whl")
        check_contents(wheel)
        venv.create(scratch / "venv")
        scripts = scratch / "venv" / ("Scripts" if os.name == "nt" else "bin")
        install(scratch / "venv", str(wheel))
        alone = {
            name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
        } | {"PLENARY_DB": str(scratch / "conference.db")}
        for words in (
            "--version",
            "new --pack cop12 --starting now",
            "do open-meeting",
            "do take-up-item 1(f)",
            "do open-floor",
            "do give-floor",
            "status",
            "check",
        ):
            run(scripts / "plenary", *words.split(), env=alone)
        check_pages(scratch / "venv", scripts, wheel, alone)
        check_pdf(scratch / "venv", scripts, wheel, alone)


def check_pdf(place: Path, scripts: Path, wheel: Path, env: dict[str, str]) -> None:
    """Without its extra a PDF says what to install; with it the wheel has template and fonts."""
    record = [str(scripts / "plenary"), "record", "--format", "pdf", "--to", str(place / "record")]
    refused = subprocess.run(record, env=env, capture_output=True, encoding="utf-8")
    if refused.returncode != 1 or "pip install 'plenary-tui[pdf]'" not in refused.stderr:
        sys.exit(f"a PDF without its extra: {refused.returncode}, {refused.stderr}")
    install(place, f"plenary-tui[pdf] @ {wheel.as_uri()}")
    run(*record, env=env)
    made = (place / "record" / "meeting-1-list.pdf").read_bytes()
    assert b"pdfuaid" in made, "the PDF is of no standard"
    (fonts,) = place.rglob("plenary_tui/data/fonts")
    assert (fonts / "OFL.txt").exists(), "the wheel has fonts without their licence"


def check_pages(place: Path, scripts: Path, wheel: Path, env: dict[str, str]) -> None:
    """Without its extra `plenary serve` says what to install; with it the wheel has the pages."""
    serve = [str(scripts / "plenary"), "serve", "--port", "0"]
    refused = subprocess.run(serve, env=env, capture_output=True, encoding="utf-8")
    if refused.returncode != 1 or "an extra that is not installed" not in refused.stderr:
        sys.exit(f"plenary serve without its extra: {refused.returncode}, {refused.stderr}")
    install(place, f"plenary-tui[web] @ {wheel.as_uri()}")
    print("$", *serve)
    with subprocess.Popen(serve, env=env, stdout=subprocess.PIPE, encoding="utf-8") as server:
        try:
            assert server.stdout is not None
            while (
                found := re.search(r"(http://\S+)/caption", line := server.stdout.readline())
            ) is None:
                assert line, "plenary serve ended"
            for path in ("caption", "next", "clock", "static/page.js", "static/page.css", "health"):
                with urllib.request.urlopen(f"{found[1]}/{path}", timeout=10) as answer:
                    assert answer.status == 200 and answer.read(), path
        finally:
            server.terminate()


SIDE_BY_SIDE: dict[str, Callable[[], None]] = {
    "types": check_types,
    "wheel": check_wheel,
    "benchmarks": check_benchmarks,
    "tests": check_tests,
}
STAND_BACK = {"types", "wheel"}


def passed(gate: str) -> tuple[bool, str]:
    """Pass a gate in a process of its own; whether it was passed, and all that was said."""
    command = [PYTHON, __file__, gate]
    pipe: dict[str, Any] = {
        "stdout": subprocess.PIPE,
        "stderr": subprocess.STDOUT,
        "encoding": "utf-8",
    }
    with subprocess.Popen(command, **pipe) as process:
        if gate in STAND_BACK and hasattr(os, "setpriority"):
            urgency = os.getpriority(os.PRIO_PROCESS, 0) + LESS_URGENT
            os.setpriority(os.PRIO_PROCESS, process.pid, urgency)
        said, _ = process.communicate()
    return process.returncode == 0, said


def side_by_side() -> list[str]:
    """Pass the long gates at once, and show what each has said as it ends; those that failed."""
    began, failed = time.monotonic(), []
    print("Side by side:", *SIDE_BY_SIDE, flush=True)
    with ThreadPoolExecutor() as pool:
        gates = {pool.submit(passed, gate): gate for gate in SIDE_BY_SIDE}
        for done in as_completed(gates):
            well, said = done.result()
            word = "passed" if well else "FAILED"
            print(f"== {gates[done]} {word} after {time.monotonic() - began:.0f} s")
            print(said, flush=True)
            failed += [] if well else [gates[done]]
    return failed


def main() -> None:
    """Pass the gate that is named, or every one."""
    parser = argparse.ArgumentParser(description="Pass every gate, or one of those that take long.")
    parser.add_argument("gate", nargs="?", choices=SIDE_BY_SIDE)
    if gate := parser.parse_args().gate:
        SIDE_BY_SIDE[gate]()
        return
    check_style()
    if failed := side_by_side():
        sys.exit(f"Failed: {', '.join(failed)}.")


if __name__ == "__main__":
    main()
