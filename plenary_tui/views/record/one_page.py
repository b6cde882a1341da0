"""A form of the record as one page of HTML: no script, pictures drawn in it, ready to print."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.procedure.state.text import shown
from plenary_tui.views.record.phrasing import length
from plenary_tui.views.record.sheet import (
    DRAFT,
    Chart,
    Column,
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
footer { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid var(--line);
  font-size: .82rem; overflow-wrap: anywhere; }
@media print { :root { --ink: #000; --page: #fff; --soft: #333; --line: #999; --band: #fff;
  --used: #444; --plan: #bbb; }
  body { max-width: none; padding: 0; font-size: 10pt; } table { font-size: 9pt; }
  th, td { padding: .15rem .35rem; } .right { width: 3rem; } .wide { overflow: visible; }
  thead { display: table-header-group; } tr, figure, h2, h3 { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; } @page { margin: 18mm 15mm; } }
"""
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_LABEL, _WIDE, _END, _ROW = 230, 760, 620, 40
"""Of a chart in units of its picture: labels, the whole, where the longest bar ends, a row."""


def as_page(sheet: Sheet) -> str:
    """The form as a page that stands alone."""
    title = _safe(sheet.title)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en" dir="ltr">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="plenary_tui {_safe(sheet.made.version)}">',
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<header>",
        f"<h1>{title}</h1>",
        '<div class="lines">',
        *(f"<p>{_safe(one)}</p>" for one in sheet.lines),
        "</div>",
    ]
    if sheet.draft:
        lines.append(f'<p class="draft">{DRAFT}</p>')
    lines += ["</header>", "<main>"]
    for block in sheet.blocks:
        match block:
            case Heading():
                name = f"h{block.level + 1}"
                lines.append(f"<{name}>{_safe(block.text)}</{name}>")
            case Paragraph(number=None):
                lines.append(f"<p>{_safe(block.text)}</p>")
            case Paragraph():
                text = f"<b>{block.number}.</b><span>{_safe(block.text)}</span>"
                lines.append(f'<p class="numbered">{text}</p>')
            case Table():
                lines += _table(block)
            case Chart():
                lines += _chart(block)
    lines += ["</main>", "<footer>", *(f"<p>{_safe(one)}</p>" for one in foot(sheet.made))]
    lines += ["</footer>", "</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _safe(text: str) -> str:
    return shown(text).translate(_SIGNS)


def _table(table: Table) -> Iterator[str]:
    wide = sum(one.wide for one in table.columns)
    yield '<div class="wide"><table>'
    yield f"<caption>{_safe(table.caption)}</caption>"
    heads = (f'<th scope="col"{_class(one, wide)}>{_safe(one.head)}</th>' for one in table.columns)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = (
            f'<td dir="auto"{_class(one, wide)}>{_safe(cell)}</td>'
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


def _chart(chart: Chart) -> Iterator[str]:
    """Bars one below the other, each with its figures; the table that follows says the same."""
    most = max((max(one.value, one.beside or 0.0) for one in chart.bars), default=0.0) or 1.0
    high = _ROW * len(chart.bars) + 26
    yield "<figure>"
    yield f"<figcaption>{_safe(chart.caption)}</figcaption>"
    yield f'<svg viewBox="0 0 {_WIDE} {high}" role="img">'
    yield f"<title>{_safe(chart.caption)}; the table below has the figures</title>"
    for place, one in enumerate(chart.bars):
        top = place * _ROW + 6
        yield _words(_LABEL - 10, top + 19, one.label, end=True)
        if one.beside is not None:
            yield _bar("plan", (_LABEL, top + 15), _long(one.beside, most), 11)
        yield _bar("used", (_LABEL, top), _long(one.value, most), 15)
        figures = length(one.value)
        if one.beside is not None:
            figures += f" of {length(one.beside)}"
        ends = _LABEL + _long(max(one.value, one.beside or 0.0), most)
        yield _words(ends + 8, top + 19, figures)
    base = high - 14
    yield _bar("used", (_LABEL, base), 11, 11)
    yield _words(_LABEL + 17, base + 10, chart.value)
    if chart.beside is not None:
        yield _bar("plan", (_LABEL + 90, base), 11, 11)
        yield _words(_LABEL + 107, base + 10, chart.beside)
    yield "</svg>"
    yield "</figure>"


def _long(value: float, most: float) -> float:
    """How long the bar of a value is."""
    return (_END - _LABEL) * value / most


def _bar(name: str, corner: tuple[float, float], wide: float, high: float) -> str:
    """A bar of a class, from its upper left corner."""
    given = {"x": corner[0], "y": corner[1], "width": wide, "height": high}
    return f'<rect class="{name}"{_given(given)}/>'


def _words(x: float, y: float, text: str, *, end: bool = False) -> str:
    """Words in a picture; they end where they are put if `end`."""
    anchor = ' text-anchor="end"' if end else ""
    return f"<text{_given({'x': x, 'y': y})}{anchor}>{_safe(text)}</text>"


def _given(values: dict[str, float]) -> str:
    """Attributes with numbers, to a tenth."""
    return "".join(f' {name}="{round(value, 1):g}"' for name, value in values.items())
