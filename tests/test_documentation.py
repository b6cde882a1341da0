"""README.md documents every command, every option and every act."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from plenary_tui.commands.parser import COMMANDS, make_parser
from plenary_tui.procedure.events import ACTS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def options_of(name: str) -> list[str]:
    """The options of a command, without those that every command takes; "" for these."""
    parser = argparse.ArgumentParser()
    if name:
        next(row for row in COMMANDS if row.name == name).configure(parser)
        return [one for action in parser._actions[1:] for one in action.option_strings]
    return [
        one
        for action in make_parser()._actions
        for one in action.option_strings
        if one.startswith("--")
    ]


@pytest.mark.parametrize("name", [row.name for row in COMMANDS])
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"`plenary {name}\b[^`]*`", README), f"README.md lacks `plenary {name}`"


@pytest.mark.parametrize(
    ("name", "option"),
    [(name, one) for name in ("", *(row.name for row in COMMANDS)) for one in options_of(name)],
)
def test_every_option_is_documented(name: str, option: str) -> None:
    assert re.search(rf"`[^`]*{option}\b[^`]*`", README), f"README.md lacks {option} of {name}"


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_documented(act: str) -> None:
    assert re.search(rf"`[^`]*\b{act}\b[^`]*`", README), f"README.md lacks the act {act}"


@pytest.mark.parametrize("name", ["PLENARY_DB", "settings.toml"])
def test_environment_and_settings_are_documented(name: str) -> None:
    assert name in README
