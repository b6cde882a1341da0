"""How many votes a majority needs (row 34)."""

from __future__ import annotations

from plenary_tui.procedure.state.proceedings import Tally
from plenary_tui.procedure.state.vocabulary import Majority


def test_row_34_the_needed_votes_are_whole_numbers() -> None:
    for in_favour in range(60):
        for against in range(60):
            tally = Tally(in_favour, against)
            two_thirds = tally.voting > 0 and 3 * in_favour >= 2 * tally.voting
            assert tally.reaches(Majority.TWO_THIRDS) is two_thirds
            assert tally.reaches(Majority.SIMPLE) is tally.carried
