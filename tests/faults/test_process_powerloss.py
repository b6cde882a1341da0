"""The power goes while whole processes work, unchanged: some states of the disk of each scenario.

All of them, and a podium by key that is killed and reopened: `python tests/bench/power.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .powerloss import Judge, as_written, judged
from .process import Traced, mutated, why_no_witness
from .scenarios import MUTANTS, SCENARIOS

pytestmark = pytest.mark.skipif(bool(why_no_witness()), reason=why_no_witness())

STATES = 40
"""Of each scenario, drawn with a seed; the whole has some ten thousand."""
BY_KEY = "a podium by key, killed, reopened"


@pytest.fixture(scope="module")
def recorded() -> dict[str, tuple[Traced, Judge]]:
    """What was done in each scenario so far, and how to judge it."""
    return {}


def done_once(
    name: str, recorded: dict[str, tuple[Traced, Judge]], folder: Path
) -> tuple[Traced, Judge]:
    """The scenario, carried out for the first test that asks for it."""
    if name not in recorded:
        home, beside = folder / "home", folder / "beside"
        home.mkdir()
        beside.mkdir()
        witness, judge = SCENARIOS[name](home, beside)
        traced = witness.traced()
        assert as_written(traced) == witness.real_files(), "an operation was not seen"
        recorded[name] = traced, judge
    return recorded[name]


@pytest.mark.parametrize("name", [name for name in SCENARIOS if name != BY_KEY])
def test_no_power_cut_takes_what_was_told(
    name: str, recorded: dict[str, tuple[Traced, Judge]], tmp_path: Path
) -> None:
    traced, judge = done_once(name, recorded, tmp_path)

    verdict = judged(traced, judge, sample=(1, STATES))

    assert not verdict.failing, verdict.report()
    assert verdict.judged == STATES or name == "the first act is copied"


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_careless_program_is_caught(
    mutant: str, recorded: dict[str, tuple[Traced, Judge]], tmp_path: Path
) -> None:
    traced, judge = done_once("new, do, undo, do --file, backup", recorded, tmp_path)

    assert judged(mutated(traced, mutant), judge, sample=(1, 2000), stop_at=1).failing


@pytest.mark.parametrize("name", ["recovery: a row", "an older version is migrated"])
@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_careless_recovery_or_migration_is_caught(
    name: str, mutant: str, recorded: dict[str, tuple[Traced, Judge]], tmp_path: Path
) -> None:
    traced, judge = done_once(name, recorded, tmp_path)

    assert judged(mutated(traced, mutant), judge, sample=(1, 2000), stop_at=1).failing
