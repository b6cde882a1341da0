"""The sheets of lists against the clock: figures, and charts over the rows of each list."""

from __future__ import annotations

import re

from plenary_tui.exchange.outgoing.archive import members
from plenary_tui.exchange.outgoing.figures_book import figures_book
from tests.exchange.outgoing.test_figures_book import sheets
from tests.views.record.test_against_clock import passage, record


def test_figures_of_every_passage_one_below_the_other() -> None:
    found = sheets(record(passage([1, 2, 3]), passage([-4.5])))
    kept = found["Promised and came"]
    assert kept[0] == ["List", "Promised at", "Began", "Minutes later"]
    assert [row[3] for row in kept[1:]] == [1, 2, 3, -4.5]
    waiting = found["Against the clock"]
    assert [row[2] for row in waiting[1:]] == [20, 19, 18, 17, 20, 19]
    assert [row[4] for row in waiting[1:3]] == [20, 0]  # the pace, from the first to the end


def test_a_chart_for_each_list_with_enough_statements_over_its_rows() -> None:
    content = members(figures_book(record(passage([-4.5]), passage([1, 2, 3]))))
    charts = "".join(
        data.decode() for name, data in content.items() if name.startswith("xl/charts/chart")
    )
    ranges = re.findall(r"<c:f>('[^<]*)</c:f>", charts)
    assert "'Promised and came'!$D$3:$D$5" in ranges
    assert "'Against the clock'!$C$4:$C$7" in ranges and "'Against the clock'!$E$4:$E$5" in ranges


def test_without_a_list_there_are_no_such_sheets() -> None:
    assert not {"Promised and came", "Against the clock"} & sheets(record()).keys()
