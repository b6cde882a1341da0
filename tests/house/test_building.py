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


def test_why_a_row_says_at_risk_is_read_in_two_files() -> None:
    """A row asks the one for the word, and that asks the other, which alone decides on risks."""
    word, rule = (
        f"plenary_tui/{file}" for what, file, _ in WHERE if what.startswith("why a row says")
    )
    assert word in imports("plenary_tui/views/podium/list_row.py") and rule in imports(word)
    spoken, decided = set(), set()
    for file in sorted(PACKAGE.rglob("*.py")):
        path = file.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in ("may slip", "may not be heard"):
                spoken.add(path)
            if isinstance(node, ast.Return) and ast.unparse(node).startswith("return Risk."):
                decided.add(path)
    assert spoken == {word} and decided == {rule}


def imports(path: str) -> set[str]:
    """The files of the package that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
            for name in names:
                at = name.replace(".", "/")
                found |= {
                    one for one in (f"{at}.py", f"{at}/__init__.py") if (ROOT / one).is_file()
                }
    return found


def test_every_test_that_reminds_is_there() -> None:
    named = re.findall(r"^\| `(tests/[\w/]+\.py)` \|", section("Add an act"), re.M)
    assert len(named) > 4
    assert not [path for path in named if not (ROOT / path).is_file()]
