"""Archives: the same content is the same bytes, whenever and in whatever order it was put in."""

from __future__ import annotations

import io
import zipfile

import pytest

from plenary_tui.exchange.outgoing import archive
from plenary_tui.exchange.outgoing.archive import FIRST, NoArchive, members, packed


def test_order_and_time_do_not_count() -> None:
    content = {"b": b"2", FIRST: b"types", "a": b"1" * 1000}
    again = dict(reversed(content.items()))
    assert packed(content) == packed(again)
    assert members(packed(content)) == content
    with zipfile.ZipFile(io.BytesIO(packed(content))) as file:
        assert file.namelist() == [FIRST, "a", "b"]
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"\xff" * 200, b"text"])
def test_what_is_no_archive(data: bytes) -> None:
    with pytest.raises(NoArchive):
        members(data)


def test_one_that_was_damaged_or_holds_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    good = packed({"a": bytes(range(256)) * 20})
    for place in range(0, len(good), 7):
        try:
            members(good[:place] + b"\xff\xff" + good[place + 2 :])
        except NoArchive:
            continue
    monkeypatch.setattr(archive, "LARGEST", 100)
    with pytest.raises(NoArchive):
        members(good)
