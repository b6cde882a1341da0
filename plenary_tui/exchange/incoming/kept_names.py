"""What was answered about names, kept in the data folder: nobody is asked twice."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from plenary_tui import medium
from plenary_tui.procedure.ground.written import plain

HEADER = ("written", "code", "conference", "when")
LARGEST = 4_000_000
"""Bytes; a larger file is not one that this program wrote."""
_OF_ONE_CONFERENCE = ("-",)
"""Answers that hold in the conference alone in which they were given."""


def read_answers(path: Path, conference: str) -> dict[str, str]:
    """The answers by the form of a name; none if there is no file or it cannot be read.

    An answer given in another conference holds unless this one has another.
    """
    others: dict[str, str] = {}
    own: dict[str, str] = {}
    for written, code, where, _ in _rows(path):
        if where == conference:
            own[plain(written)] = code
        elif code not in _OF_ONE_CONFERENCE:
            others[plain(written)] = code
    return others | own


def keep_answers(path: Path, conference: str, answers: Mapping[str, str], when: datetime) -> None:
    """Add answers, by the name as written; raises OSError."""
    forms = {plain(written) for written in answers}
    kept = [row for row in _rows(path) if row[2] != conference or plain(row[0]) not in forms]
    kept += [
        (written, code, conference, f"{when:%Y-%m-%dT%H:%M:%SZ}")
        for written, code in answers.items()
    ]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    writer.writerows(kept)
    medium.keep_file(path, text.getvalue().encode())


def _rows(path: Path) -> list[tuple[str, str, str, str]]:
    try:
        if path.stat().st_size > LARGEST:
            return []
        text = path.read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text)))
    except (OSError, UnicodeDecodeError, csv.Error):
        return []
    return [
        (row[0], row[1], row[2], row[3])
        for row in rows
        if len(row) == len(HEADER) and tuple(row) != HEADER
    ]
