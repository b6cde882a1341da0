"""`plenary`, and `python -m plenary_tui`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run `plenary` with the words of the process; the exit status."""
    gc.disable()  # from the first import on, of which nothing is garbage
    from plenary_tui.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
