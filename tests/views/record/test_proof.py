"""The foot of a file, read from every format; and where a file differs."""

from __future__ import annotations

import pytest

from plenary_tui.procedure.state.frozen import replace
from plenary_tui.views.record.facts import Made
from plenary_tui.views.record.forms import FORMATS, written
from plenary_tui.views.record.journal_lines import journal_lines
from plenary_tui.views.record.proof import difference, read_foot
from plenary_tui.views.record.week import week
from tests.chamber import Chamber
from tests.views.record.recorded import HASH, made_by, record_of, spoken_on

COMMAND = "plenary record --item '1(f)' --form list --format md --at {}"


def made(chamber: Chamber) -> Made:
    """A foot whose command is longer than a line of text."""
    return made_by(chamber, COMMAND.format(chamber.conference.seq))


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_has_a_foot_that_can_be_read(format_: str) -> None:
    chamber = spoken_on("1(f)", "Nigeria")
    record = replace(record_of(chamber), made=made(chamber))
    foot = read_foot(written(record, "list", format_))
    assert foot is not None
    assert (foot.row, foot.hash, foot.version) == (chamber.conference.seq, HASH, "9.9")
    assert foot.command == COMMAND.format(foot.row)


def test_calendars_and_lines_of_json_have_one_too() -> None:
    chamber = spoken_on()
    for text in (
        week(chamber.conference, made(chamber)),
        journal_lines([], made(chamber), internal=False),
    ):
        foot = read_foot(text)
        assert foot is not None and foot.command == COMMAND.format(foot.row)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "As of row 3 of the journal",
        f"As of row 3 of the journal, whose hash is\n{HASH}\nMade by plenary_tui 1: rm -r --at 3",
        f"As of row 3 of the journal, whose hash is\n{HASH}\nMade by plenary_tui 1: plenary record "
        "--form list --at 4",
    ],
)
def test_what_has_no_foot_of_ours_has_none(text: str) -> None:
    assert read_foot(text) is None


def test_the_last_foot_counts() -> None:
    def foot(row: int) -> str:
        return (
            f"As of row {row} of the journal, whose hash is\n{HASH}\n"
            f"Made by plenary_tui 1: plenary record --form list --at {row}\n"
        )

    found = read_foot(foot(3) + "\n" + foot(5))
    assert found is not None and found.row == 5


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb\n", None),
        ("\ufeffa\r\nb", None),
        ("a\nB\n", 2),
        ("a\n", 2),
        ("a\nb\nc\n", 3),
        ("a\nb\n\n\n", None),
    ],
)
def test_where_a_file_differs(text: str, line: int | None) -> None:
    assert difference(text, "a\nb\n") == line
