"""`python -m plenary_tui` is `plenary`."""

from __future__ import annotations

import sys

from plenary_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
