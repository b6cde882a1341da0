"""Every gate, in the order of what fails soonest; CI runs exactly this.

Formatting, lint, types, import contracts, the wheel installed alone, and last the tests. Needs the
project installed with its `dev` extra in the environment that runs it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable


def run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    """Run a command; end with its exit status if it fails."""
    words = [str(word) for word in command]
    print("$", *(os.path.relpath(one, ROOT) if one.startswith(str(ROOT)) else one for one in words))
    sys.stdout.flush()
    status = subprocess.run(words, cwd=ROOT, env=env).returncode
    if status:
        sys.exit(status)


def check_wheel() -> None:
    """Build the wheel, install it alone in a new environment, and run a meeting's first acts."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        run(PYTHON, "-m", "build", "--wheel", "--no-isolation", "--outdir", scratch, ".")
        (wheel,) = scratch.glob("*.whl")
        venv.create(scratch / "venv", with_pip=True)
        scripts = scratch / "venv" / ("Scripts" if os.name == "nt" else "bin")
        run(scripts / "python", "-m", "pip", "install", "-q", "-c", "constraints.txt", wheel)
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
        check_pages(scripts, wheel, alone)


def check_pages(scripts: Path, wheel: Path, env: dict[str, str]) -> None:
    """Without its extra `plenary serve` says what to install; with it the wheel has the pages."""
    serve = [str(scripts / "plenary"), "serve", "--port", "0"]
    refused = subprocess.run(serve, env=env, capture_output=True, encoding="utf-8")
    if refused.returncode != 1 or "an extra that is not installed" not in refused.stderr:
        sys.exit(f"plenary serve without its extra: {refused.returncode}, {refused.stderr}")
    extra = f"plenary-tui[web] @ {wheel.as_uri()}"
    run(scripts / "python", "-m", "pip", "install", "-q", "-c", "constraints.txt", extra)
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


def main() -> None:
    """Run every gate."""
    run(PYTHON, "-m", "ruff", "format", "--check", ".")
    run(PYTHON, "-m", "ruff", "check", ".")
    run(PYTHON, "-m", "mypy")
    run(BIN / "lint-imports", "--no-cache")
    check_wheel()
    run(PYTHON, "-m", "pytest", "-q")


if __name__ == "__main__":
    main()
