"""A form of the record as one page of HTML: no script, pictures drawn in it, ready to print."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.record.drawing import drawn, safe
from plenary_tui.views.record.sheet import (
    Chart,
    Column,
    Curves,
    Heading,
    Paragraph,
    Sheet,
    Table,
    foot,
)

STYLE = """
:root { color-scheme: light dark; --ink: #16202c; --page: #fff; --soft: #56657a; --line: #cdd6e0;
  --used: #1f6fb2; --plan: #b9c6d4; --draft: #8a4b00; --band: #f3f6f9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf1; --page: #12181f; --soft: #9fb0c3;
  --line: #37434f; --used: #5aa9e6; --plan: #4b5a69; --draft: #ffc073; --band: #1a222b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 62rem; color: var(--ink);
  background: var(--page); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .4rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .4rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
.lines, footer { color: var(--soft); }
.lines p, footer p { margin: 0; }
.draft { display: inline-block; margin: .8rem 0 0; padding: .1rem .6rem; color: var(--draft);
  border: 1px solid currentColor; border-radius: .3rem; font-weight: 600; }
.numbered { display: flex; gap: .8rem; margin: .7rem 0; }
.numbered b { flex: none; min-width: 1.6rem; font-weight: 400; color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 1.4rem; font-size: .93rem; }
caption { text-align: start; font-weight: 600; padding: .2rem 0; }
th, td { text-align: start; vertical-align: top; padding: .28rem .6rem;
  border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
tbody tr:nth-child(even) { background: var(--band); }
.wide { overflow-x: auto; }
.half { width: 40%; }
.right { width: 5rem; text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
figure { margin: 1.4rem 0 0; }
figcaption { font-weight: 600; }
svg { width: 100%; height: auto; max-width: 48rem; }
svg text { fill: var(--ink); font-size: 13px; }
svg .used { fill: var(--used); } svg .plan { fill: var(--plan); }
svg path { fill: none; stroke: var(--used); stroke-width: 2; }
svg path.aim { stroke: var(--soft); stroke-dasharray: 6 4; } svg path.rule { stroke: var(--line);
  stroke-width: 1; }
footer { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid var(--line);
  font-size: .82rem; overflow-wrap: anywhere; }
@media print { :root { --ink: #000; --page: #fff; --soft: #333; --line: #999; --band: #fff;
  --used: #444; --plan: #bbb; }
  body { max-width: none; padding: 0; font-size: 10pt; } table { font-size: 9pt; }
  th, td { padding: .15rem .35rem; } .right { width: 3rem; } .wide { overflow: visible; }
  thead { display: table-header-group; } tr, figure, h2, h3 { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; } @page { margin: 18mm 15mm; } }
"""

FROM_RIGHT = """
svg { direction: ltr; }
th, td { text-align: right; }
th.right, td.right { text-align: left; }
body { font-family: "Noto Naskh Arabic", "Geeza Pro", "Segoe UI", system-ui, sans-serif; }
"""
"""What the style has beside for a page from right to left; pictures run as their axes do."""


def as_page(sheet: Sheet) -> str:
    """The form as a page that stands alone."""
    title = safe(sheet.title)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{sheet.language.code}" dir="{"rtl" if sheet.from_right else "ltr"}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="plenary_tui {safe(sheet.made.version)}">',
        f"<title>{title}</title>",
        f"<style>{STYLE}{FROM_RIGHT if sheet.from_right else ''}</style>",
        "</head>",
        "<body>",
        "<header>",
        f"<h1>{title}</h1>",
        '<div class="lines">',
        *(f"<p>{safe(one)}</p>" for one in sheet.lines),
        "</div>",
    ]
    if sheet.draft:
        lines.append(f'<p class="draft">{safe(sheet.notice)}</p>')
    lines += ["</header>", "<main>"]
    for block in sheet.blocks:
        match block:
            case Heading():
                name = f"h{block.level + 1}"
                lines.append(f"<{name}>{safe(block.text)}</{name}>")
            case Paragraph(number=None):
                lines.append(f"<p>{safe(block.text)}</p>")
            case Paragraph():
                text = f"<b>{block.number}.</b><span>{safe(block.text)}</span>"
                lines.append(f'<p class="numbered">{text}</p>')
            case Table():
                lines += _table(block)
            case Chart() | Curves():
                lines += _figure(block)
    footer = "<footer>" if sheet.language is Language.ENGLISH else '<footer lang="en" dir="ltr">'
    lines += ["</main>", footer, *(f"<p>{safe(one)}</p>" for one in foot(sheet.made))]
    lines += ["</footer>", "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _table(table: Table) -> Iterator[str]:
    wide = sum(one.wide for one in table.columns)
    yield '<div class="wide"><table>'
    yield f"<caption>{safe(table.caption)}</caption>"
    heads = (f'<th scope="col"{_class(one, wide)}>{safe(one.head)}</th>' for one in table.columns)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = (
            f'<td dir="auto"{_class(one, wide)}>{safe(cell)}</td>'
            for one, cell in zip(table.columns, row, strict=True)
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table></div>"


def _class(column: Column, wide: int) -> str:
    """How a cell stands; two columns that are wide are so alike."""
    if column.right:
        return ' class="right"'
    return ' class="half"' if column.wide and wide > 1 else ""


def _figure(picture: Chart | Curves) -> Iterator[str]:
    """A picture with its caption; a table beside it says the same."""
    yield "<figure>"
    yield f"<figcaption>{safe(picture.caption)}</figcaption>"
    yield from drawn(picture)
    yield "</figure>"
