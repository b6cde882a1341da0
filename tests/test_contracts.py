"""The import contracts name every part of the house, so that a new part is not left outside."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONTRACTS = {
    contract["name"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
PARTS = {
    f"plenary_tui.{path.stem}"
    for path in (ROOT / "plenary_tui").iterdir()
    if (path.suffix == ".py" or (path / "__init__.py").exists()) and not path.stem.startswith("__")
}


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("Only storage speaks SQL", {"storage"}),
        (
            "Only the app, what runs it, its screens and its widgets know Textual",
            {"app", "lobby", "webcast_app", "shell", "running", "screens", "widgets"}
            | {"cli", "commands"},  # which start them, as a contract of their own says
        ),
    ],
)
def test_whoever_is_not_allowed_to_is_forbidden_to(name: str, allowed: set[str]) -> None:
    forbidden = set(CONTRACTS[name]["source_modules"])
    assert forbidden == PARTS - {f"plenary_tui.{one}" for one in allowed}
