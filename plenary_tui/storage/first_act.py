"""The first act of a conference, kept a second time beside its database.

It is one row of a hundred kilobytes, nine tenths of a young database, and every other row hangs on
it by the chain: where it alone is damaged, all that followed can be had again with this.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from plenary_tui.storage.chain import Row, sound_rows
from plenary_tui.storage.layout import FIRST_ACT, beside, content, write_durably


def keep_first_act(path: Path, rows: Sequence[Row]) -> None:
    """Put the first act of these rows beside the database at `path`, if it is not there already.

    The hash of its first row stands before it. Raises OSError.
    """
    if not rows:
        return
    act = list(takewhile(lambda row: row[1] == rows[0][1], rows))
    mark = f"{act[0][-1]}\n".encode("ascii")
    copy = beside(path, FIRST_ACT)
    with suppress(OSError):
        if content(copy, len(mark)) == mark:
            return
    import json  # most is there already

    write_durably(copy, mark + json.dumps(act, ensure_ascii=False).encode("utf-8"))


def read_first_act(path: Path) -> list[Row]:
    """The rows of the first act that stand beside the database; none if they are not whole."""
    import json

    try:
        _, _, text = content(beside(path, FIRST_ACT)).partition(b"\n")
        rows = [tuple(row) for row in json.loads(text)]
        return rows if rows and sound_rows(rows) == len(rows) else []
    except (OSError, ValueError, TypeError):
        return []
