"""Every rule has tests by its number, one of them of what it refuses."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ROWS = range(1, 37)
NOT_BUILT = {30}
"""Order by protocol rank waits until somebody asks for it."""
A_TEST = re.compile(r"^(?:async )?def (test_row_\w+)\(.*?(?=^(?:async )?def |\Z)", re.S | re.M)
A_REFUSAL = re.compile(r"refus|raises\(|Problem", re.I)


def rows_tested() -> dict[int, list[bool]]:
    """For each row its tests, and whether each of them is of something that is refused."""
    found: dict[int, list[bool]] = defaultdict(list)
    for file in sorted(TESTS.rglob("test_*.py")):
        for test in A_TEST.finditer(file.read_text(encoding="utf-8")):
            for row in re.findall(r"(?:row|and)_(\d+)", test.group(1)):
                found[int(row)].append(bool(A_REFUSAL.search(test.group(0))))
    return found


@pytest.mark.parametrize("row", [one for one in ROWS if one not in NOT_BUILT])
def test_a_row_is_tested_with_what_it_refuses(row: int) -> None:
    tests = rows_tested()[row]
    assert tests, f"no test_row_{row:02} anywhere"
    assert any(tests), f"no test_row_{row:02} of a refusal"
