"""Every benchmark is among those that are all run, so that none falls behind the program."""

from __future__ import annotations

import ast
from pathlib import Path

BENCH = Path(__file__).parents[1] / "bench"
LISTS = {"MODULES", "NAMES", "BY_HAND"}


def test_every_benchmark_is_run_with_the_others() -> None:
    listed = set()
    for node in ast.parse((BENCH / "all.py").read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and {ast.unparse(one) for one in node.targets} & LISTS:
            listed |= {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
    measuring = {
        one.stem
        for one in BENCH.glob("*.py")
        if "def main(" in one.read_text("utf-8") and one.stem != "all"
    }
    assert listed == measuring
