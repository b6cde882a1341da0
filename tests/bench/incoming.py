"""5,000 registrations previewed and taken over, and what another station has to fold of them.

Twice: persons of the delegations of the sample, and organizations that nobody knew.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from pathlib import Path

from plenary_tui.clock import SystemClock
from plenary_tui.desk.making import make_conference
from plenary_tui.desk.writing import Desk
from plenary_tui.exchange.incoming.matching import Certainty, Matcher
from plenary_tui.exchange.incoming.offer import Overruled, Role
from plenary_tui.exchange.incoming.preview import Choices, preview
from plenary_tui.exchange.incoming.readers import read_offer
from plenary_tui.storage.open_journal import open_journal
from tests.bench.stage import arguments, extent

ROWS, FEW = 5_000, 100
PREVIEW, TAKEN = 1.5, 3.0
"""Seconds that are allowed."""
WORDS = (
    *("Global", "Regional", "Coastal", "African", "Asian", "European"),
    *("Youth", "Women", "Legal", "Ocean", "River", "Urban"),
)
KINDS = (
    *("Forum", "Network", "Alliance", "Institute", "Centre", "Foundation"),
    *("Council", "Society", "Trust"),
)


def persons(path: Path, names: list[str], chance: random.Random, rows: int) -> None:
    """Write registrations of persons."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["ID", "Name", "Email Address", "Country", "Registration state"])
        for row in range(rows):
            mail = f"p{row}@example.org"
            writer.writerow([row, f"Sample {row}", mail, chance.choice(names), "Completed"])


def names_of_organizations(number: int, chance: random.Random) -> list[str]:
    """So many names that nobody has."""
    names: set[str] = set()
    while len(names) < number:
        one, two, three, four = chance.choices(WORDS, k=4)
        names.add(f"{one} {two} {chance.choice(KINDS)} for {three} Law {four}")
    return sorted(names)


def organizations(path: Path, chance: random.Random, rows: int = ROWS) -> None:
    """Write organizations that are new."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Organization", "Class"])
        writer.writerows([name, "NGO"] for name in names_of_organizations(rows, chance))


def measured(desk: Desk, other: Desk, path: Path, column: str) -> tuple[float, float, float]:
    """Seconds for the preview, for taking over, and for another station to catch up."""
    conference, now = desk.conference, SystemClock().now()
    began = time.perf_counter()
    matcher = Matcher(conference, {})
    offer = read_offer(
        path,
        Overruled(columns={column: Role.DELEGATION}, timezone=conference.timezone),
        lambda text: matcher.match(text).certainty is Certainty.SURE,
    )
    looked = preview(offer, conference, now, Choices())
    previewed = time.perf_counter()
    if looked.changes:
        desk.dispatch(looked.command)
    taken = time.perf_counter()
    other.catch_up()
    return previewed - began, taken - previewed, time.perf_counter() - taken


def main() -> int:
    """Print the figures; 1 if one is higher than it may be."""
    options = arguments(__doc__)
    rows = extent(options, ROWS, ROWS, FEW)
    slow = False
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "conference.db"
        make_conference(path, "cop12", SystemClock(), "bench")
        opened, beside = open_journal(path), open_journal(path)
        desk = Desk(opened.journal, SystemClock(), "bench", opened.records)
        other = Desk(beside.journal, SystemClock(), "other", beside.records)
        names = [one.name for one in desk.conference.delegations]
        files = (Path(folder) / "persons.csv", Path(folder) / "organizations.csv")
        persons(files[0], names, chance, rows)
        organizations(files[1], chance, rows)
        for file, column in zip(files, ("Country", "Organization"), strict=True):
            look, take, follow = measured(desk, other, file, column)
            print(
                f"{rows} {file.stem}: previewed in {look:.2f} s (at most {PREVIEW}), taken over in "
                f"{take:.2f} s (at most {TAKEN}), folded elsewhere in {follow:.2f} s"
            )
            slow |= look > PREVIEW or take > TAKEN
        opened.journal.close()
        beside.journal.close()
    return int(slow and not options.brief)


if __name__ == "__main__":
    sys.exit(main())
