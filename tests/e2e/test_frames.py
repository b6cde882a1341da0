"""What belongs together changes in one frame: whatever is painted, no frame says half of an act."""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from tests.e2e.conftest import Account

NAME = (slice(1, 4), 34)
"""The rows, and the first column, of the name on the floor at 80x24 and 100x30."""
NEXT = r"^ NEXT (.+?)  "
WORD = r"^  (NOBODY HAS THE FLOOR|CALLED|ON TIME)"


def told(frame: str) -> tuple[str, str, str]:
    """What a frame says of the floor, who has it, and who is next."""
    rows, column = NAME
    name = "\n".join(line[column:] for line in frame.split("\n")[rows])
    word, following = (re.search(one, frame, re.MULTILINE) for one in (WORD, NEXT))
    assert word and following, frame
    return word[1], name, following[1]


@pytest.mark.parametrize("size", [(80, 24), (100, 30)], ids=str)
def test_floor_and_next_change_in_the_same_frame(account: Account, size: tuple[int, int]) -> None:
    columns, rows = size
    podium = account.open("rehearse", columns=columns, rows=rows)
    podium.wait_for("Press n to give the floor to Maldives")
    podium.record(1.0)
    before = len(podium.frames())
    said = [told(podium.frames()[-1])]
    for key, seen in (
        *(("n", "CALLED"), ("space", "ON TIME"), ("n", "CALLED"), ("space", "ON TIME")),
        *(("f8", "NOBODY"), ("u", "ON TIME"), ("f8", "NOBODY"), ("f5", "CALLED")),
    ):
        podium.send(key)
        podium.wait_for(rf"^  {seen}")
        podium.record(1.2)
        said.append(told(podium.frames()[-1]))
    assert [one[2] for one in said] == [
        *("Maldives", "Mali", "Mali", "Brazil", "Brazil", "Brazil", "Brazil", "Brazil", "Tunisia")
    ]
    frames = [told(frame) for frame in podium.frames()[before:]]
    assert len(frames) > len(said), "every key and every second has a frame"
    assert [one for one, _ in groupby([said[0], *frames])] == said
