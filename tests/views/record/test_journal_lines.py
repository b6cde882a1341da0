"""The journal as JSON Lines: what is private stays out unless the office asks."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from plenary_tui.procedure.events import KINDS
from plenary_tui.procedure.ground.done import Record
from plenary_tui.storage.chain import GENESIS, Row, digest
from plenary_tui.storage.codec import encode
from plenary_tui.views.record.journal_lines import PUBLIC, WITHHELD, journal_lines
from tests.views.record.recorded import made_by
from tests.views.record.test_taking import PRIVATE, with_private_matters


def stored(records: Sequence[Record]) -> list[Row]:
    """The rows of a journal with these records."""
    rows: list[Row] = []
    for one in records:
        last = rows[-1][-1] if rows else GENESIS
        rows.append(encode(one.event, one.seq, one.act, one.station, last))
    return rows


def test_every_kind_is_public_or_withheld() -> None:
    assert set(KINDS) == PUBLIC | WITHHELD, "say whether rows of that kind may leave the house"
    assert not PUBLIC & WITHHELD


def test_row_14_nothing_private_goes_out_unasked() -> None:
    chamber = with_private_matters()
    chamber.do("note", text="drunk")
    chamber.do("undo")
    rows = stored(chamber.records)
    text = journal_lines(rows, made_by(chamber), internal=False)
    for word in (*PRIVATE, "order", "station", "test", "boot", "steady", "note", "ground"):
        assert word not in text.replace("point of order", ""), word
    *lines, foot = [json.loads(line) for line in text.splitlines()]
    assert [one["seq"] for one in lines] == [row[0] for row in rows]
    assert [one["hash"] for one in lines] == [row[-1] for row in rows]
    kinds = {row[0]: row[6] for row in rows}
    assert {kinds[one["seq"]] for one in lines if "withheld" in one} == {
        *("noted", "moved", "called to order", "marked absent", "overruled")
    }
    assert foot == {"foot": list(foot["foot"])}


def test_why_a_meeting_was_suspended_the_room_has_heard() -> None:
    chamber = with_private_matters()
    chamber.do("suspend-meeting", reason="lunch")
    text = journal_lines(stored(chamber.records), made_by(chamber), internal=False)
    assert '"event":{"reason":"lunch"}' in text


@pytest.mark.parametrize("changed", [False, True])
def test_the_chain_can_be_reckoned_from_what_the_office_has(changed: bool) -> None:
    chamber = with_private_matters()
    text = journal_lines(stored(chamber.records), made_by(chamber), internal=True)
    if changed:
        text = text.replace("a secret", "no secret")
    previous, sound = GENESIS, True
    for line in text.splitlines()[:-1]:
        row = json.loads(line)
        found = row.pop("hash")
        sound &= digest(previous, **row) == found
        previous = found
    assert sound is not changed
