"""The sheets have the columns of the files, and no others."""

from __future__ import annotations

from plenary_tui.exchange.founding.invited import COLUMNS
from plenary_tui.exchange.models import (
    DelegationRow,
    DocumentTable,
    EntryRow,
    Heading,
    ItemTable,
    MeetingTable,
    PoliciesTable,
    SideEventRow,
)
from plenary_tui.exchange.problems import keys_of
from plenary_tui.exchange.workbook.sheets import (
    AGENDA,
    DELEGATIONS,
    DRAFTS,
    ENTRIES,
    KEYS,
    MEETINGS,
    MOST,
    POLICIES,
    SHEETS,
    SIDE_EVENTS,
)


def test_every_column_is_one_that_packs_have() -> None:
    models = {
        MEETINGS: MeetingTable,
        AGENDA: ItemTable,
        DRAFTS: DocumentTable,
        DELEGATIONS: DelegationRow,
        SIDE_EVENTS: SideEventRow,
    }
    for sheet, model in models.items():
        assert {one.key for one in sheet.columns} <= set(keys_of(model)), sheet.name
    assert {one.key for one in ENTRIES} == set(keys_of(EntryRow))
    keys = {one.key for one in KEYS}
    assert keys <= {*keys_of(Heading), *keys_of(PoliciesTable)} and set(POLICIES) <= keys


def test_the_delegations_have_the_columns_of_a_new_pack() -> None:
    assert tuple(one.key for one in DELEGATIONS.columns) == COLUMNS


def test_choices_fit_a_spreadsheet() -> None:
    for sheet in SHEETS:
        for column in sheet.columns:
            assert len(",".join(column.choices)) <= MOST, column.key
            assert not column.choices or column.example in ("", *column.choices), column.key
