"""Naming a delegation with 5,000 registered: what a dialog looks up for each letter typed.

Also what one more registration costs the next letter, whose index is made beside the screen.
"""

from __future__ import annotations

import random
import sys
import time
from statistics import quantiles

from plenary_tui.exchange.pack import load_pack
from plenary_tui.procedure.ground.known_names import known_names
from plenary_tui.procedure.ground.naming import is_in_doubt, search_delegations
from plenary_tui.procedure.state.conference import Conference, Delegation
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from tests.bench.incoming import names_of_organizations
from tests.bench.stage import arguments, extent

REGISTERED, FEW = 5_000, 500
GOAL = 5.0
"""Milliseconds a letter may take."""
TYPED = (
    *("Netherlands", "Republic of Korea", "Côte d'Ivoire", "United Kingdom", "Slovakya"),
    *("Global Youth Forum", "African Institute for Law", "Unheard of Anywhere", "ICRC", "Sao Tome"),
)


def conference_of(number: int) -> Conference:
    """The sample's conference with so many registered."""
    conference = load_pack("cop12").conference
    there = [one for one in conference.delegations if one.registered]
    names = names_of_organizations(number - len(there), random.Random(1))
    new = (Delegation(f"X{place}", name, ParticipantClass.NGO) for place, name in enumerate(names))
    return replace(conference, delegations=(*conference.delegations, *new))


def letters(conference: Conference) -> list[float]:
    """Milliseconds for each letter of all that is typed."""
    times = []
    for name in TYPED:
        for end in range(1, len(name) + 1):
            began = time.perf_counter()
            search_delegations(conference, name[:end])
            is_in_doubt(conference, name[:end])
            times.append((time.perf_counter() - began) * 1000)
    return times


def main() -> int:
    """Print the figures; 1 if one is higher than it may be."""
    options = arguments(__doc__)
    registered = extent(options, REGISTERED, REGISTERED, FEW)
    conference = conference_of(registered)
    began = time.perf_counter()
    known_names(conference.delegations).warm()
    made = (time.perf_counter() - began) * 1000
    letters(conference)
    times = letters(conference)
    hundredths = quantiles(times, n=100, method="inclusive")
    p50, p99 = hundredths[49], hundredths[98]
    print(f"index of the names of {registered}, made beside: {made:.0f} ms")
    print(
        f"a letter with {registered} registered: p50 {p50:.2f} ms, p99 {p99:.2f} ms, worst "
        f"{max(times):.2f} ms (at most {GOAL:.0f})"
    )
    return int(p99 > GOAL and not options.brief)


if __name__ == "__main__":
    sys.exit(main())
