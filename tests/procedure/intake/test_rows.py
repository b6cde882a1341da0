"""Numbers of lines, in few words."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.intake.rows import (
    lines_of,
    runs,
)


@pytest.mark.parametrize("lines", [(), (2,), (2, 3, 4, 7, 9, 10), (5, 4, 4)])
def test_numbers_of_lines_are_kept_in_few_words(lines: tuple[int, ...]) -> None:
    assert lines_of(runs(lines)) == set(lines)
