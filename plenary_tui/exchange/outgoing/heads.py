"""The columns of a workbook's tables, and what stands in their cells.

Apart from the writer, so that each sheet names its own.
"""

from __future__ import annotations

from plenary_tui.procedure.state.frozen import Value

Cell = str | int | float | None
"""Text, or a number: a moment and a length are days, as a spreadsheet counts them."""


class Head(Value):
    """A column: its title, how wide it is, and what stands in it: "", "length" or "moment"."""

    title: str
    width: float = 12
    holds: str = ""
