"""Rows of a roll: whatever the name, what a State said stands in the same column."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from plenary_tui.procedure.state.participants import Delegation
from plenary_tui.procedure.state.vocabulary import ParticipantClass
from plenary_tui.views.podium.roll_call import RollCall, Said
from plenary_tui.widgets.roll_lines import BEHIND, RollLines
from tests.chamber import LONGEST_NAME

NAMES = ("Oman", LONGEST_NAME, "جمهورية الكونغو الديمقراطية", "坦桑尼亚联合共和国" * 6)


@pytest.mark.parametrize("width", [30, 40, 74, 190])
def test_each_vote_has_a_column_of_its_own(width: int) -> None:
    state = ParticipantClass.STATE_PARTY
    named = tuple(
        Delegation(f"{said}{place}", name, state)
        for said in Said
        for place, name in enumerate(NAMES)
    )
    said = dict(zip((one.id for one in named), [one for one in Said for _ in NAMES], strict=True))
    lines = RollLines()
    lines._roll = RollCall(named, said)
    columns: dict[str, set[int]] = {}
    for place in range(lines.count):
        (name, _), (word, _) = lines.parts(place, width)
        assert cell_len(name) + cell_len(word) <= max(width, 20 + BEHIND)
        columns.setdefault(word.strip(), set()).add(cell_len(name) + word.index(word.strip()))
    assert sorted(columns) == ["ABSTAINS", "NO", "YES"]
    assert len(set.union(*columns.values())) == 3, "one column each, whatever the name"
