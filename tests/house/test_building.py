"""docs/building.md shows the house as it is: its rooms, the way of a key, where each rule is."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plenary_tui"
PAGE = (ROOT / "docs" / "building.md").read_text(encoding="utf-8")
PICTURES = re.findall(r"```text\n(.*?)```", PAGE, re.S)
WHERE = re.findall(r"^\| ([^|`]+) \| `([\w/]+\.py)` \| `([\w.]+)` \|$", PAGE, re.M)
CONTRACTS: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "pyproject.toml").read_text(encoding="utf-8")
)["tool"]["importlinter"]["contracts"]
LAYERS = {one["containers"][0]: one["layers"] for one in CONTRACTS if one["type"] == "layers"}


def section(title: str) -> str:
    """The part of the page under a heading."""
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(("container", "picture"), zip(LAYERS, PICTURES, strict=True))
def test_a_picture_has_the_rooms_in_the_order_of_the_contract(container: str, picture: str) -> None:
    lines = [re.split(r" {2,}", line.strip())[0] for line in picture.splitlines()]
    drawn = [one for one in lines if one in LAYERS[container]]
    assert drawn == LAYERS[container]


def defined(tree: ast.Module | ast.ClassDef) -> dict[str, ast.AST]:
    """What a module or a class defines, by name."""
    found: dict[str, ast.AST] = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found[node.name] = node
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found[node.target.id] = node
        elif isinstance(node, ast.Assign):
            found |= {one.id: node for one in node.targets if isinstance(one, ast.Name)}
    return found


def test_where_is_tells_enough() -> None:
    assert len(WHERE) > 40


@pytest.mark.parametrize(("what", "file", "name"), WHERE, ids=[row[0] for row in WHERE])
def test_what_is_looked_for_is_where_the_page_says(what: str, file: str, name: str) -> None:
    where: ast.AST = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    for part in name.split("."):
        assert isinstance(where, ast.Module | ast.ClassDef)
        assert part in defined(where), f"{what}: {file} has no {name}"
        where = defined(where)[part]


def test_every_test_that_reminds_is_there() -> None:
    named = re.findall(r"^\| `(tests/[\w/]+\.py)` \|", section("Add an act"), re.M)
    assert len(named) > 4
    assert not [path for path in named if not (ROOT / path).is_file()]
