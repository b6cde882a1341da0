"""Text of 80 columns, and Markdown."""

from __future__ import annotations

import pytest

from plenary_tui.views.record.plain_text import WIDTH, as_markdown, as_text, width_of, wrapped
from plenary_tui.views.record.sheet import Column, Heading, Paragraph, Sheet, Table, foot
from tests.chamber import LONGEST_NAME
from tests.views.record.recorded import made_by, spoken_on


def sheet(*blocks: Heading | Paragraph | Table, draft: bool = False) -> Sheet:
    """A form with these parts."""
    return Sheet(
        title="Small: list",
        draft=draft,
        lines=("1st meeting",),
        blocks=blocks,
        made=made_by(spoken_on()),
    )


TABLE = Table(
    caption="Speakers",
    columns=(
        Column(head="No.", right=True),
        Column(head="Delegation", wide=True),
        Column(head="Speaker", wide=True),
    ),
    rows=(
        ("1", LONGEST_NAME, "Minister of Justice, of the Interior and of everything else"),
        ("12", "Niger", "x" * 90),
        ("", "科特迪瓦" * 12, ""),
    ),
)


def test_no_line_is_longer_than_a_page_is_wide() -> None:
    text = as_text(sheet(Heading(text="A heading " * 12), Paragraph(text="word " * 60), TABLE))
    assert max(map(width_of, text.splitlines())) <= WIDTH
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_cells_go_on_below_themselves_and_figures_stand_right() -> None:
    lines = as_text(sheet(TABLE)).splitlines()
    place = lines.index("Speakers")
    assert lines[place + 1].startswith("No.  Delegation")
    assert lines[place + 3].startswith("  1  United Kingdom of Great Britain and")
    assert lines[place + 4].startswith("     Northern Ireland  ")


@pytest.mark.parametrize("text", ["", "one", "a b c " * 40, "x" * 200, "科" * 100])
def test_wrapping_loses_nothing(text: str) -> None:
    lines = list(wrapped(text, 20))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line) <= 20 for line in lines)


@pytest.mark.parametrize("width", range(20, 60))
def test_french_quotation_marks_stay_with_what_is_quoted(width: int) -> None:
    text = "Avant : « Ghana ». Maintenant (« En ») : « « Nigéria » »."
    lines = list(wrapped(text, width))
    assert " ".join(lines) == text
    for line in lines:
        assert not line.endswith("«") and not line.startswith(("»", ":"))


def test_a_draft_says_so_and_the_foot_names_row_and_hash() -> None:
    for written in (as_text, as_markdown):
        text = written(sheet(Paragraph(text="Said.", number=3), draft=True))
        assert "Draft, to be edited" in text and "3. Said." in text
        for line in foot(sheet().made)[:2]:
            assert line in text
        assert "Draft" not in written(sheet())


def test_markdown_means_nothing_more_than_it_says() -> None:
    text = as_markdown(sheet(Paragraph(text="*a* _b_ <b>c</b> | `d` [e]"), TABLE))
    assert r"\*a\* \_b\_ \<b\>c\</b\> \| \`d\` \[e\]" in text
    assert "| No. | Delegation | Speaker |\n| ---: | --- | --- |" in text


def test_nothing_reaches_a_terminal_that_could_disturb_it() -> None:
    text = as_text(sheet(Paragraph(text="a\x1b[2Jb\u202ec")))
    assert "\x1b" not in text and "\u202e" not in text
