"""How right the forecast is: `python -m tests.bench.forecast_accuracy [--quick] [--tune]`.

The COP12 list for the general discussion, as it is in the sample, is played by simulated rooms over
all the item's meetings, until the list or the last of them ends. Every 15 minutes of every meeting
the forecast is made from the state of that moment alone, and compared with when each statement
really began later in that run:

- "an hour ahead" are the entries whose expected time lies 45 to 75 minutes ahead at such a moment;
  for a check also the 15th to the 20th of the list, which no forecast has a hand in choosing;
- off: how far the real beginning lies from the expected time, either way; its median;
- the 90 mark: in how many of 100 cases the statement had begun by the latest time;
- naive: now + place on the list x time limit, breaks left out;
- oracle: the same model, told what the room's averages turn out to be in that very run: whatever
  error it still has lies in single statements, absences and interruptions, which nobody knows.

Nobody is dropped. Who was carried over counts with its start in the later meeting, breaks included.
Who never spoke (not reached, or withdrawn after three absences) counts as infinitely late and as
not having begun by the latest time; medians bear that, means would not. Cases are left out only
where the forecast gave no time at all (not reached), which the counts of those reached tell; and
from the 90 mark also where it gave no latest time, as that lies past the last meeting.

The rooms reported are `REPORTING` of plenary_tui/rehearsal/room/habits.py. The priors were chosen
on `TUNING`, rooms of other kinds and with other seeds, with `--tune`; `--prior NAME=VALUE` tries
another there.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain, pairwise
from statistics import fmean, median
from time import perf_counter

from plenary_tui.forecast.priors import PRIORS, Priors
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.rehearsal.room.habits import REPORTING, TUNING, Habits
from tests.bench.forecast_rooms import Count, Played, Told, play
from tests.bench.stage import extent

RUNS, QUICK = 70, 10
"""Of each kind of room; each run is four meetings."""
FIRST_TUNING_SEED = 100_000
PLACES = range(15, 21)


def main() -> None:
    """Play, measure and print."""
    options = _arguments()
    kinds = (TUNING if options.tune else REPORTING)[: 2 if options.brief else None]
    first = FIRST_TUNING_SEED if options.tune else 0
    runs = options.runs or extent(options, RUNS, QUICK, 1)
    priors = replace(PRIORS, **dict(_priors(options.prior)))
    begun = perf_counter()
    found: dict[str, list[Played]] = defaultdict(list)
    jobs = [(kind, first + seed) for kind in kinds for seed in range(runs)]
    with ProcessPoolExecutor(options.processes) as pool:
        for (kind, _), played in zip(
            jobs, pool.map(partial(_play, priors), jobs, chunksize=5), strict=True
        ):
            found[kind.name].append(played)
    every = list(chain.from_iterable(found.values()))
    meetings = sum(one.meetings for one in every)
    which = (
        "tuning rooms (priors are chosen on these)"
        if options.tune
        else ("reported rooms (nothing was chosen on these)")
    )
    print(f"{meetings} meetings in {len(every)} runs of {len(kinds)} {which}")
    print(f"{perf_counter() - begun:.0f} s\n")
    _print_errors(found)
    _print_places(found)
    _print_coverage(found)
    _print_counts(found)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer runs, rougher figures")
    parser.add_argument("--brief", action="store_true", help="to see that it runs: no figures")
    parser.add_argument("--tune", action="store_true", help="the rooms on which priors are chosen")
    parser.add_argument("--runs", type=int, help="of each kind of room")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--prior", action="append", default=[], metavar="NAME=VALUE")
    options = parser.parse_args()
    if options.prior and not options.tune:
        parser.error("priors are tried on the tuning rooms only: add --tune")
    return options


def _priors(asked: Iterable[str]) -> Iterable[tuple[str, float]]:
    for one in asked:
        name, _, value = one.partition("=")
        yield name, float(value)


def _play(priors: Priors, job: tuple[Habits, int]) -> Played:
    return play(*job, priors)


def _rows(found: dict[str, list[Played]]) -> Iterable[tuple[str, list[Told], list[Count]]]:
    """The figures of each kind, then of all together."""
    for name, some in [*found.items(), ("together", list(chain.from_iterable(found.values())))]:
        told = list(chain.from_iterable(one.told for one in some))
        yield name, told, list(chain.from_iterable(one.counts for one in some))


def _print_errors(found: dict[str, list[Played]]) -> None:
    print("An hour ahead: median minutes off, and how many began by the 90 mark (aim 88 to 92 %)")
    print(f"{'':<12}{'cases':>8}{'off':>7}{'naive':>7}{'ratio':>7}{'oracle':>8}{'90 mark':>9}"
          f"{'naive':>7}{'bias':>7}")  # fmt: skip
    for name, told, _ in _rows(found):
        near = [one for one in told if 45 <= one.ahead <= 75]
        off, naive, oracle = (
            median(abs(value) for value in values)
            for values in (
                [one.off for one in near],
                [one.naive for one in near],
                [one.oracle for one in near],
            )
        )
        print(
            f"{name:<12}{len(near):>8}{off:>7.2f}{naive:>7.2f}{off / naive:>7.2f}{oracle:>8.2f}"
            f"{_covered(near):>8.1f}%{100 * fmean(one.naive <= 0 for one in near):>6.1f}%"
            f"{median(one.off for one in near):>+7.2f}"
        )
    print("ratio: off to naive, aim 0.5 at most; the second 90 mark is that of naive\n")


def _print_places(found: dict[str, list[Played]]) -> None:
    print(f"The same for the {PLACES.start}th to the {PLACES.stop - 1}th of the list")
    for name, told, _ in _rows(found):
        near = [one for one in told if one.place in PLACES]
        off = median(abs(one.off) for one in near)
        naive = median(abs(one.naive) for one in near)
        print(f"{name:<12}{len(near):>8}{off:>7.2f}{naive:>7.2f}{off / naive:>7.2f}"
              f"{'':>8}{_covered(near):>8.1f}%")  # fmt: skip
    print()


def _print_coverage(found: dict[str, list[Played]]) -> None:
    bounds = (0, 15, 45, 75, 180, 1e9)
    names = ("to 15 min", "to 45", "to 75", "to 3 h", "later")
    print("How many began by the 90 mark, by how far ahead they were expected")
    print(f"{'':<12}" + "".join(f"{name:>11}" for name in names) + f"{'all':>11}")
    for name, told, _ in _rows(found):
        cells = [[one for one in told if low <= one.ahead < high] for low, high in pairwise(bounds)]
        print(f"{name:<12}" + "".join(f"{_covered(cell):>10.1f}%" for cell in (*cells, told)))
    print()


def _covered(told: Sequence[Told]) -> float:
    """Of those with a latest time, how many in 100 had begun by then."""
    known = [one.by_latest for one in told if one.by_latest is not None]
    return 100 * fmean(known) if known else float("nan")


def _print_counts(found: dict[str, list[Played]]) -> None:
    print("How many were forecast, on average, and how many there were; off: mean difference")
    print(f"{'':<24}{'NGOs unreached':>16}{'never spoke':>13}{'off':>6}"
          f"{'this meeting':>14}{'spoke in it':>13}{'off':>6}")  # fmt: skip
    for name, _, counts in _rows(found):
        for middle, word in ((False, "at its start"), (True, "in its middle")):
            some = [one for one in counts if one.middle is middle]
            print(
                f"{name:<11}{word:<13}{fmean(one.unreached for one in some):>16.1f}"
                f"{fmean(one.never for one in some):>13.1f}"
                f"{fmean(abs(one.unreached - one.never) for one in some):>6.1f}"
                f"{fmean(one.now for one in some):>14.1f}"
                f"{fmean(one.spoke for one in some):>13.1f}"
                f"{fmean(abs(one.now - one.spoke) for one in some):>6.1f}"
            )


if __name__ == "__main__":
    main()
