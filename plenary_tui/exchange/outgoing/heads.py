"""The columns of a workbook's tables, and what stands in their cells.

Apart from the writer, so that each sheet names its own.
"""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | int | float | None
"""Text, or a number: a moment and a length are days, as a spreadsheet counts them."""


@dataclass(frozen=True)
class Head:
    """A column: its title, how wide it is, and what stands in it: "", "length" or "moment"."""

    title: str
    width: float = 12
    holds: str = ""
