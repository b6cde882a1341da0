"""Every rule has tests by its number, one of them of what it refuses."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
LAW = TESTS.parent / "plenary_tui" / "procedure"
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


def rows_named() -> set[int]:
    """The rules that the law names where they are kept, e.g. `(rule 7)` or `(rules 26 and 33)`."""
    law = (file.read_text(encoding="utf-8") for file in sorted(LAW.rglob("*.py")))
    named = (one for text in law for one in re.findall(r"\(rules? ([\d, and]+)\)", text))
    return {int(row) for one in named for row in re.findall(r"\d+", one)}


def test_every_rule_is_named_in_the_law_where_it_is_kept() -> None:
    assert rows_named() == set(ROWS) - NOT_BUILT


@pytest.mark.parametrize("row", [one for one in ROWS if one not in NOT_BUILT])
def test_a_row_is_tested_with_what_it_refuses(row: int) -> None:
    tests = rows_tested()[row]
    assert tests, f"no test_row_{row:02} anywhere"
    assert any(tests), f"no test_row_{row:02} of a refusal"
