"""`plenary new` without a pack: asked in the terminal, gone back in, left and taken up again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from plenary_tui.commands.failures import Failed
from plenary_tui.commands.founding import Left, found
from plenary_tui.exchange.founding.drafting import DRAFT
from plenary_tui.exchange.founding.sources import read_sources
from plenary_tui.exchange.incoming.offer import Overruled
from plenary_tui.exchange.pack import load_pack
from tests.commands.conftest import Plenary
from tests.exchange.founding.test_sources import indico

TODAY = date(2026, 11, 26)


def typing(*lines: str) -> Iterator[str]:
    yield from lines
    raise EOFError


def asked(data: Path, *lines: str) -> Path:
    """The pack made where those lines are typed."""
    typed = typing(*lines)
    return found(data, lambda prompt: next(typed), TODAY)


MOST = ("Sample Congress", "", "Vienna", "", "2027-03-01", "2", "10-13", "", "3", "all", "")


def test_a_conference_stands_after_a_few_answers(tmp_path: Path) -> None:
    folder = asked(tmp_path, *MOST, "1 Opening", "2 General debate", "", "", "", "", "yes")
    conference = load_pack(folder).conference
    assert folder == tmp_path / "packs" / "sample-congress"
    assert (conference.name, conference.timezone) == ("Sample Congress", "Europe/Vienna")
    assert [one.symbol for one in conference.items] == ["1", "2"]


def test_what_is_wrong_is_told_and_asked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Left):
        asked(tmp_path, "", "Sample", "", "", "Atlantis", "vienna", "3/4/2027")
    out = capsys.readouterr().out
    assert "A name is needed. Type a few words." in out
    assert "“Atlantis” is no time zone." in out
    assert "“3/4/2027” may be 3 April or 4 March. Type 2027-04-03 or 2027-03-04." in out


def test_one_goes_back_and_the_answer_is_ready(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Left):
        asked(tmp_path, "<", "Smaple", "<", "Sample")
    out = capsys.readouterr().out
    assert "This is the first question." in out
    assert "[Smaple]" in out
    assert '"Sample"' in (tmp_path / DRAFT).read_text(encoding="utf-8")


def test_what_was_answered_is_taken_up_again(tmp_path: Path) -> None:
    with pytest.raises(Left) as left:
        asked(tmp_path, *MOST)
    assert "kept" in str(left.value)
    folder = asked(tmp_path, "", "1 Opening", "", "", "yes")
    assert load_pack(folder).conference.name == "Sample Congress"


def test_one_may_begin_anew(tmp_path: Path) -> None:
    with pytest.raises(Left):
        asked(tmp_path, "Old")
    with pytest.raises(Left):
        asked(tmp_path, "no", "New")
    assert "Old" not in (tmp_path / DRAFT).read_text(encoding="utf-8")


def test_before_it_is_made_one_may_go_back(tmp_path: Path) -> None:
    folder = asked(tmp_path, *MOST, "1 Opening", "", "", "<", "none", "yes")
    assert not load_pack(folder).conference.lists


def test_a_folder_that_cannot_be_written_keeps_the_answers(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file, no folder")
    with pytest.raises(Failed, match="cannot be written"):
        asked(tmp_path, *MOST, "1 Opening", "", "", "yes")
    assert (tmp_path / DRAFT).exists()


def test_where_nobody_can_be_asked_a_pack_is_needed(plenary: Plenary) -> None:
    answer = plenary("new")
    assert answer.status == 2
    assert "A pack is needed where nobody can be asked" in answer.err


def test_a_template_is_a_workbook_or_a_folder_that_was_not_there(
    plenary: Plenary, tmp_path: Path
) -> None:
    for name in ("office.xlsx", "office"):
        answer = plenary("new", "--template", str(tmp_path / name))
        assert answer.status == 0 and "was written" in answer.out
        again = plenary("new", "--template", str(tmp_path / name))
        assert again.status == 1 and "is there already" in again.err
    assert plenary("check", str(tmp_path / "office")).status == 0
    missing = plenary("check", str(tmp_path / "office.xlsx"))
    assert missing.status == 1 and "office.xlsx, Conference, line 3, name" in missing.err
    assert plenary("new", "--template", str(tmp_path / "old.xls")).status == 2
    nowhere = plenary("new", "--template", str(tmp_path / "none" / "t.xlsx"))
    assert nowhere.status == 1 and "cannot be written" in nowhere.err


def test_only_a_yes_makes_it(tmp_path: Path) -> None:
    most = (*MOST, "1 Opening", "", "none")
    with pytest.raises(Left):
        asked(tmp_path, *most, "plenary import a.csv")
    assert not (tmp_path / "packs").exists()
    assert asked(tmp_path, "yes", "what?", "JA").is_dir()


def test_lines_of_an_agenda_are_kept_after_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = ("1 Opening", "2 General debate", "2 Closing", "4 Thanks", "")
    folder = asked(tmp_path, *MOST, *wrong, "/3 3 Closing", "/4", "", "", "", "", "yes")
    items = load_pack(folder).conference.items
    assert [(one.symbol, one.title) for one in items] == [
        ("1", "Opening"),
        ("2", "General debate"),
        ("3", "Closing"),
    ]
    out = capsys.readouterr().out
    assert "/3 2 Closing" in out and "Your lines are kept." in out


def test_a_line_that_could_be_no_path_is_a_line(tmp_path: Path) -> None:
    long = "Opening of the session " * 20
    typed = (f"1 {long}", "~nobody at all", "", "none", "yes")
    items = load_pack(asked(tmp_path, *MOST, *typed)).conference.items
    assert [one.title for one in items] == [long.strip(), "~nobody at all"]


def test_lines_typed_anew_take_the_place_of_those_that_were_wrong(tmp_path: Path) -> None:
    typed = ("1 Opening", "1 Closing", "", "1 Debate", "", "none", "yes")
    items = load_pack(asked(tmp_path, *MOST, *typed)).conference.items
    assert [one.title for one in items] == ["Debate"]


def test_files_of_the_office_have_answers_ready(tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps(indico()), encoding="utf-8")
    sources = read_sources([event], Overruled())
    lines = iter([*[""] * 15, "yes"])
    folder = found(tmp_path, lambda prompt: next(lines), TODAY, sources)
    conference = load_pack(folder).conference
    assert (conference.name, conference.place) == ("Congress on Rivers", "Vienna")
    assert [one.symbol for one in conference.items] == ["1", "2"]


def test_no_line_of_the_questions_is_wider_than_a_narrow_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = iter(["Rivers", *[""] * 13, "yes"])
    with suppress(StopIteration):
        found(tmp_path, lambda prompt: next(lines), TODAY)
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80
