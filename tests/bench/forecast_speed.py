"""How long a forecast takes: `python -m tests.bench.forecast_speed`.

Prints the median and the 99th percentile over many runs, and the median of the processor time,
which a busy machine does not lengthen: for 400 and 5,000 who wait after 150 statements, and for one
what-if. Aims: 10 ms for 400, 100 ms for 5,000, 50 ms for a what-if.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter, process_time

from plenary_tui.forecast.forecast import forecast
from plenary_tui.forecast.suppose import suppose
from plenary_tui.procedure.speakers.limits import SetLimit
from plenary_tui.procedure.state.vocabulary import Tier
from tests.bench.stage import arguments, extent
from tests.chamber import vienna
from tests.forecast.situations import heard, instant, sitting

RUNS = 100


def main() -> None:
    """Measure and print."""
    runs = extent(arguments(__doc__), RUNS, RUNS, 1)
    at = vienna(14, 16)
    statements = heard(Tier.STATES, [170.0, 200.0, 181.0] * 50)
    for count, aim in ((400, 10), (5000, 100)):
        third = count // 3
        conference = sitting((third, third, count - 2 * third), at, statements=statements)
        now = instant(at)
        tell(f"{count:>5} waiting", aim, runs, partial(forecast, conference, now))
        if count == 400:
            # What a key changes on the forecast screen.
            tell("  what if  ", 50, runs, partial(suppose, conference, SetLimit(seconds=150), now))


def tell(what: str, aim: int, runs: int, work: Callable[[], object]) -> None:
    """Time some work over and over, and print the figures."""
    times, busy = [], []
    for _ in range(runs):
        begun, used = perf_counter(), process_time()
        work()
        busy.append(1000 * (process_time() - used))
        times.append(1000 * (perf_counter() - begun))
    worst = sorted(times)[int(0.99 * (runs - 1))]
    print(
        f"{what:<16} median {median(times):6.2f} ms, p99 {worst:6.2f}, "
        f"processor {median(busy):6.2f} (aim {aim})"
    )


if __name__ == "__main__":
    main()
