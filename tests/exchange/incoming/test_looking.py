"""A file looked at from a page: its path as people give it, and what was answered about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.exchange.incoming.looking import Looking, path_of
from plenary_tui.exchange.incoming.preview import State
from tests.chamber import Chamber
from tests.systems import ON_WINDOWS


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        (" /srv/list.csv ", "/srv/list.csv"),
        ("'/srv/the list.csv'", "/srv/the list.csv"),
        ('"/srv/the list.csv"', "/srv/the list.csv"),
        ("file:///srv/the%20list.csv", "/srv/the list.csv"),
        ("file:///C:/the%20list.csv", "C:/the list.csv"),
        ("~/list.csv", str(Path.home() / "list.csv")),
        ("'", "'"),
        ("~nobody at all/list.csv", "~nobody at all/list.csv"),
        ("~$list.xlsx", "~$list.xlsx"),
        ("\\ " + "x" * 300, "\\ " + "x" * 300),
        ("file://[the list.csv", "file://[the list.csv"),
    ],
)
def test_a_path_is_read_as_it_is_typed_pasted_or_dropped(typed: str, path: str) -> None:
    assert path_of(typed) == Path(path)


@pytest.mark.skipif(ON_WINDOWS, reason="its terminals escape no blank")
def test_a_backslash_before_a_blank_is_a_terminals(tmp_path: Path) -> None:
    path = tmp_path / "the list.csv"
    path.touch()
    assert path_of(str(path).replace(" ", "\\ ")) == path


def test_answers_are_kept_for_the_next_file(tmp_path: Path) -> None:
    chamber, names = Chamber(), tmp_path / "names.csv"
    conference, at = chamber.conference, chamber.clock.now()
    path = tmp_path / "list.csv"
    path.write_text("Delegation,Speaker,Function\nIvroy Society,A,B\n", encoding="utf-8")
    said: list[str] = []
    first = Looking(path, "1(f)", conference.timezone)
    looked = first.look(conference, at, names, said.append)
    assert looked.counts[State.ASKED] == 1 and said[0].startswith("1 row read")
    first.answer({"Ivroy Society": "CIV"})
    assert first.look(conference, at, names, said.append).counts[State.NEW] == 1
    first.keep(conference, names, at)
    later = Looking(path, "1(f)", conference.timezone)
    assert later.look(conference, at, names, said.append).counts[State.NEW] == 1
