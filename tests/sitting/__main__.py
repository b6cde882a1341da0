"""Writes the journal and the snapshots of the sitting anew; look at what changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.sitting.replay import JOURNAL, SNAPSHOTS, replay, written_journal, written_snapshots

with tempfile.TemporaryDirectory() as folder:
    records = replay(Path(folder) / "conference.db")
JOURNAL.write_text(written_journal(records), encoding="utf-8")
SNAPSHOTS.write_text(written_snapshots(records), encoding="utf-8")
print(f"{JOURNAL.name}, {SNAPSHOTS.name}: look at what changed (git diff).")
