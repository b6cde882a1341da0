"""What is typed most is read as a parser would, and a start is spared what it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plenary_tui.cli import PLAIN
from plenary_tui.commands.parser import make_parser
from plenary_tui.storage.open_journal import create
from tests.chamber import FakeClock, small_conference


@pytest.mark.parametrize("words", PLAIN)
def test_what_is_typed_most_is_read_as_the_parser_reads_it(words: tuple[str, ...]) -> None:
    assert vars(make_parser().parse_args(words)) == PLAIN[words]


BEFORE_THE_FRAME = """
import gc, sys
from plenary_tui import __main__
from plenary_tui.commands import launch

collected = []
gc.callbacks.append(lambda phase, _: collected.append(phase))

def opened(*_):
    late = {"argparse", "json", "pydantic", "sqlalchemy", "plenary_tui.storage.recovery"}
    print(sorted(late & set(sys.modules)), collected)
    raise SystemExit

launch.require_terminal, launch._opened = lambda: None, opened
sys.argv = ["plenary", "podium"]
sys.exit(__main__.main())
"""


def test_a_start_imports_nothing_that_it_does_not_need_and_looks_for_no_garbage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLENARY_DB", str(tmp_path / "small.db"))
    create(tmp_path / "small.db", (small_conference(FakeClock().now()),), "test")
    done = subprocess.run([sys.executable, "-c", BEFORE_THE_FRAME], capture_output=True, text=True)
    assert done.stdout == "[] []\n", done.stderr
