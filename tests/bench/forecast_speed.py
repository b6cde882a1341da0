"""How long a forecast takes: `python -m tests.bench.forecast_speed`.

Prints the median and the 99th percentile over many runs, for 400 and 5,000 who wait after 150
statements. Aims: 10 ms for 400, 100 ms for 5,000.
"""

from __future__ import annotations

from statistics import median
from time import perf_counter

from plenary_tui.procedure.forecast import forecast
from plenary_tui.procedure.vocabulary import Tier
from tests.chamber import vienna
from tests.procedure.test_forecast import heard, instant, sitting

RUNS = 100


def main() -> None:
    """Measure and print."""
    at = vienna(14, 16)
    statements = heard(Tier.STATES, [170.0, 200.0, 181.0] * 50)
    for count, aim in ((400, 10), (5000, 100)):
        third = count // 3
        conference = sitting((third, third, count - 2 * third), at, statements=statements)
        times = []
        for _ in range(RUNS):
            begun = perf_counter()
            forecast(conference, instant(at))
            times.append(1000 * (perf_counter() - begun))
        times.sort()
        worst = times[int(0.99 * (RUNS - 1))]
        print(f"{count:>5} waiting: median {median(times):6.2f} ms, p99 {worst:6.2f} (aim {aim})")


if __name__ == "__main__":
    main()
