"""Writes the journal, the snapshots and the record of the sitting anew; look at what changed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.sitting.replay import (
    JOURNAL,
    RECORD,
    SNAPSHOTS,
    replay,
    written_in_tongues,
    written_journal,
    written_record,
    written_snapshots,
)

with tempfile.TemporaryDirectory() as folder:
    records = replay(Path(folder) / "conference.db")
JOURNAL.write_text(written_journal(records), encoding="utf-8")
SNAPSHOTS.write_text(written_snapshots(records), encoding="utf-8")
for old in RECORD.glob("*"):
    old.unlink()
for name, text in (written_record(records) | written_in_tongues(records)).items():
    (RECORD / name).write_bytes(text.encode())
print(f"{JOURNAL.name}, {SNAPSHOTS.name}, {RECORD.name}/: look at what changed (git diff).")
