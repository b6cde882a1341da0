"""The programs that draw: the podium, the pane, the lobby; and the parts that run the podium."""

from __future__ import annotations

import os

ESCAPE_DELAY = 25
"""Milliseconds after which Escape is a key and begins no other: no hand follows it so fast."""

os.environ.setdefault("ESCDELAY", str(ESCAPE_DELAY))  # Textual reads it as it is imported
