"""The example of docs/import.md is what the program does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.commands.conftest import Plenary

PAGE = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```text\n(.*?)```", PAGE, re.S)


def steps() -> list[tuple[str, str]]:
    """What is typed, and what is said to it."""
    parts = [part for block in EXAMPLE for part in re.split(r"^\$ plenary ", block, flags=re.M)[1:]]
    return [(words, said) for words, _, said in (part.partition("\n") for part in parts)]


def test_the_example_is_what_is_said(
    plenary: Plenary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content,) = re.findall(r"```csv\n(.*?)```", PAGE, re.S)
    (tmp_path / "demandes.csv").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert plenary("new", "--pack", "cop12").status == 0
    done = steps()
    assert len(done) == 4
    for words, said in done:
        assert plenary(*shlex.split(words)).out == said, words
