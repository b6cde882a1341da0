"""A file that is named on the command line and cannot be read: one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.commands.failures import Failed
from plenary_tui.commands.named_file import read_named, read_named_text


def test_one_sentence_says_why_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Failed) as raised:
        read_named(tmp_path, 10, "Name a Word file.")
    assert str(raised.value) == f"{tmp_path} cannot be read (it is a folder). Name a Word file."


def test_text_is_utf_8_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xef\xbb\xbf\xc3\xa9")
    assert read_named_text(path, 10) == "é"
    path.write_bytes(b"\xff")
    with pytest.raises(Failed, match="is not UTF-8 text"):
        read_named_text(path, 10)
