"""Every benchmark, one after another; with `--quick`, for rougher figures in some minutes.

With `--brief` also what else is tried by hand only, each once through: it is seen to run, and the
figures mean nothing.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from stage import ROOT, arguments

MODULES = (
    *("forecast_speed", "forecast_accuracy", "incoming", "naming", "held", "record_speed"),
    *("broken_network", "linked_start", "far_desks", "many_conferences"),
)
NAMES = (
    *("start", "command_bench", "keys", "clock", "idle", "growth", "follow", "taking_bench"),
    *("pane_bench", "feed_bench", "serve_bench"),
)
BY_HAND = ("list_bench", "openings", "many_hands", "hardships", "damages", "power")
"""What takes long, or says whether something goes wrong rather than how long it takes."""


def main() -> int:
    """Run them; 1 if one could not be run to its end."""
    options = arguments(__doc__)
    failed = []
    tries = 2 if options.brief else 1  # a busy machine fails once, what has fallen behind twice
    for name in (*NAMES, *MODULES, *(BY_HAND if options.brief else ())):
        script = (str(Path(__file__).with_name(f"{name}.py")),)
        words = ("-m", f"tests.bench.{name}") if name in MODULES else script
        command = (sys.executable, *words, *sys.argv[1:])
        if all(subprocess.run(command, cwd=ROOT).returncode for _ in range(tries)):
            failed.append(name)
    if failed:
        print(f"Not run to the end: {', '.join(failed)}.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
