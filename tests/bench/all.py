"""Every benchmark, one after another; with `--quick`, for rougher figures in some minutes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MODULES = (
    *("forecast_speed", "forecast_accuracy", "incoming", "naming", "held", "record_speed"),
    *("broken_network", "linked_start", "far_desks", "many_conferences"),
)
NAMES = (
    "start",
    "command_bench",
    "keys",
    "clock",
    "idle",
    "growth",
    "follow",
    "taking_bench",
    "pane_bench",
    "feed_bench",
    "serve_bench",
)


def main() -> int:
    """Run them; 1 if one could not be run to its end."""
    failed = False
    for name in NAMES:
        script = Path(__file__).with_name(f"{name}.py")
        failed |= bool(subprocess.run([sys.executable, str(script), *sys.argv[1:]]).returncode)
    for name in MODULES:
        words = (sys.executable, "-m", f"tests.bench.{name}", *sys.argv[1:])
        failed |= bool(subprocess.run(words, cwd=Path(__file__).parents[2]).returncode)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
