"""A form of the record before it is written in a format: headings, paragraphs, tables, charts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from plenary_tui.procedure.ground.calendar import zone
from plenary_tui.procedure.state.frozen import by_name, replace
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.public.view import View
from plenary_tui.views.record.facts import ConferenceRecord, Made
from plenary_tui.views.wording.tongue import ENGLISH, Tongue, marked

DRAFT = marked("Draft, to be edited")
"""What heads forms whose words are of practice, and which an editor has not seen."""
_BESIDE_SIGNS = re.compile(r"(?<=«) | (?=[:;!?»])")


class Heading(View):
    """A heading below the title; `level` 1 or 2."""

    block: Literal["heading"] = "heading"
    text: str
    level: int = 1


class Paragraph(View):
    """A paragraph, numbered where the form numbers them."""

    block: Literal["paragraph"] = "paragraph"
    text: str
    number: int | None = None


class Column(View):
    """A column of a table.

    Attributes:
        right: whether it stands right, as figures do.
        wide: whether it takes the room that the others leave.
    """

    head: str
    right: bool = False
    wide: bool = False


class Table(View):
    """A table; each row has a cell for each column."""

    block: Literal["table"] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class Bar(View):
    """A bar of a chart: what it stands for, its value and the value beside it, in seconds."""

    label: str
    value: float
    beside: float | None = None


class Chart(View):
    """Bars, which the table after them says too; drawn only where pictures can be.

    Attributes:
        told: what the picture says to who does not see it.
        between: what stands between a value and the one beside it.
    """

    block: Literal["chart"] = "chart"
    caption: str
    value: str
    beside: str | None
    bars: tuple[Bar, ...]
    told: str = ""
    between: str = " of "


class Curve(View):
    """A line of a picture, by its points: level until the next point if `steps`."""

    name: str
    points: tuple[tuple[float, float], ...]
    steps: bool = False
    dashed: bool = False
    dots: bool = False


class Mark(View):
    """A mark of an axis."""

    at: float
    label: str


class Curves(View):
    """Lines over an axis, in figures in a table before it; drawn only where pictures can be.

    Attributes:
        across, up: the marks of the axes, whose first and last are their ends.
        told: what the picture says to who does not see it.
    """

    block: Literal["curves"] = "curves"
    caption: str
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    curves: tuple[Curve, ...]
    told: str = ""


Block = Heading | Paragraph | Table | Chart | Curves


class Sheet(View):
    """A form of the record.

    Attributes:
        draft: whether its words are to be edited.
        lines: what stands below the title.
        language: of its words; its foot is in English, for a program reads it.
        notice: what it says where its words are to be edited, in that language.
    """

    title: str
    draft: bool
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    made: Made
    language: Language = Language.ENGLISH
    notice: str = DRAFT

    @property
    def from_right(self) -> bool:
        """Whether it is written from right to left."""
        return self.language is Language.ARABIC


Form = Callable[[ConferenceRecord, Tongue], Sheet]
"""Makes a form of a record in a language."""


def make_sheet(
    record: ConferenceRecord,
    title: str,
    blocks: list[Block],
    *,
    draft: bool = False,
    tongue: Tongue = ENGLISH,
) -> Sheet:
    """A form of a record, headed by what it is of; a draft in other languages than English."""
    lines = [f"{record.scope[:1].upper()}{record.scope[1:]}"]
    if record.place:
        lines[0] = tongue.words("{scope}, {place}", scope=lines[0], place=tongue.name(record.place))
    when = record.made.at.astimezone(zone(record.timezone))
    lines.append(
        tongue.words(
            "As of row {row} of the journal, {time} ({timezone})",
            row=record.made.row,
            time=f"{when:%Y-%m-%d %H:%M:%S}"
            if tongue.is_english
            else tongue.moment(record.timezone, when),
            timezone=tongue.name(record.timezone),
        )
    )
    if record.rehearsal:
        lines.append(f"** {tongue.words('REHEARSAL')} **")
    return Sheet(
        title=tongue.words(
            "{conference}: {title}", conference=tongue.name(record.conference), title=title
        ),
        draft=draft or not tongue.is_english,
        lines=tuple(lines),
        blocks=tuple(blocks),
        made=record.made,
        language=tongue.language,
        notice=tongue.words(DRAFT),
    )


def held_together(sheet: Sheet) -> Sheet:
    """A form for what breaks its lines itself: in French no sign is parted from its blank."""
    if sheet.language is not Language.FRENCH:
        return sheet
    held = {name: _held(getattr(sheet, name)) for name in ("title", "lines", "blocks", "notice")}
    return replace(sheet, **held)


def _held(said: Any) -> Any:
    """A text, or all texts of a part, with blanks that do not break beside French signs."""
    if isinstance(said, View):
        return replace(said, **{name: _held(one) for name, one in by_name(said).items()})
    if isinstance(said, tuple):
        return tuple(map(_held, said))
    return _BESIDE_SIGNS.sub("\u00a0", said) if isinstance(said, str) else said


def foot(made: Made) -> tuple[str, ...]:
    """The foot of whatever was made: the row, its hash, the version, and what makes it again."""
    return (
        f"As of row {made.row} of the journal, whose hash is",
        made.hash,
        f"Made by plenary_tui {made.version}: {made.command}",
    )


def short_foot(sheet: Sheet) -> str:
    """The foot of each page, in one line: of what it is, row, hash in short, version."""
    made = sheet.made
    name = shown(sheet.title.partition(":")[0])
    hash_ = " ".join(made.hash[place : place + 4] for place in range(0, 16, 4))
    return f"{name} · as of row {made.row} · {hash_} … · plenary_tui {made.version}"
