"""The power goes at every moment of what whole processes do: every state of the disk is opened.

Commands, a podium by key that is killed, recoveries and a migration run unchanged while every file
operation of theirs is written down; what could be on the disk after each is opened as the program
does. Careless stand-ins must fall. The exit status is 1 if a state fails, or a stand-in does not.
"""

from __future__ import annotations

import sys
import time

from stage import arguments, extent, stage

from tests.faults.powerloss import as_written, judged
from tests.faults.process import mutated, why_no_witness
from tests.faults.scenarios import MUTANTS, SCENARIOS


def main() -> int:
    """Print how many states were judged of each scenario; 1 if something went wrong."""
    options = arguments(
        __doc__,
        states="judged of each, at most; else all",
        seed="else 1",
        first="which scenario, else 1",
    )
    if why := why_no_witness():
        print(f"  not here: {why}")
        return 0
    most = int(options.states or extent(options, 10**9, 200, 20))
    sample = (int(options.seed or 1), most)
    wrong = 0
    first = int(options.first or 1)
    upto = extent(options, len(SCENARIOS), len(SCENARIOS), first)
    for name, scenario in list(SCENARIOS.items())[first - 1 : upto]:
        with stage(options) as scene:
            home, beside = scene.folder / "home", scene.folder / "beside"
            home.mkdir()
            beside.mkdir()
            began = time.monotonic()
            witness, judge = scenario(home, beside)
            traced = witness.traced()
            whole = as_written(traced) == witness.real_files()
            verdict = judged(traced, judge, sample=sample)
            seconds = time.monotonic() - began
            print(f"  {name:<36}{verdict.report(3)}  ({seconds:.0f} s)", flush=True)
            if not whole:
                print("    what was written down does not lead to what is there")
            wrong += len(verdict.failing) + (not whole)
            for mutant in MUTANTS:
                careless = judged(mutated(traced, mutant), judge, sample=sample, stop_at=1)
                fell = bool(careless.failing)
                print(f"    {mutant:<34}{'falls' if fell else 'stands'}", flush=True)
                wrong += not fell and mutant == "no syncs" and not options.brief
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
