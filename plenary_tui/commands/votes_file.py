"""Who voted how, from a file of two columns: `plenary do vote-document --votes FILE`."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from plenary_tui.commands.failures import Failed, Misused
from plenary_tui.commands.invocation import read_path
from plenary_tui.commands.named_file import read_named_text
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.votes import Voting
from plenary_tui.procedure.state.text import folded

OPTION = "--votes"
HELP = "a CSV file of two columns, delegation and vote (yes, no, abstain)"
LARGEST = 1024 * 1024
"""Bytes of such a file."""
_WORDS = {
    "for": ("yes", "y", "for", "in favour", "in favor", "favour", "+", "oui", "si", "pour"),
    "opposed": ("no", "n", "against", "-", "non", "contre", "en contra"),
    "abstained": ("abstain", "abstains", "abstaining", "abstention", "abstained", "a", "0"),
    "": ("", "absent", "not voting", "non-voting", "did not vote", "x"),
}
"""How a vote may be written, by the field that it goes to; those who did not vote to none."""
_FIELDS = {word: field for field, words in _WORDS.items() for word in words}


def takes_votes(act: str) -> bool:
    """Whether an act records who voted how."""
    return act in ACTS and issubclass(ACTS[act], Voting)


def with_votes(words: Sequence[str]) -> list[str]:
    """What was typed, with the names in a file in place of the file.

    Raises:
        Misused: if no file is named.
        Failed: if it cannot be read.
    """
    if not words or not takes_votes(words[0]):
        return list(words)
    rest, kept = list(words), []
    while rest:
        word = rest.pop(0)
        option, equals, value = word.partition("=")
        if option != OPTION:
            kept.append(word)
        elif not equals and not rest:
            raise Misused(f"{OPTION} needs a value: {HELP}.")
        else:
            kept += _fields_of(value if equals else rest.pop(0))
    return kept


def _fields_of(name: str) -> list[str]:
    sides: dict[str, list[str]] = {"for": [], "opposed": [], "abstained": []}
    for number, row in enumerate(_rows(name), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        whose, vote = cells[0], folded(cells[1]) if len(cells) > 1 else ""
        if vote not in _FIELDS:
            if number == 1:
                continue  # the titles of the columns
            raise Failed(
                f"{name}, line {number}: “{cells[1]}” is no vote.", "Write yes, no or abstain."
            )
        if "," in whose:
            raise Failed(
                f"{name}, line {number}: “{whose}” has a comma, which parts names.",
                "Write its code instead.",
            )
        if field := _FIELDS[vote]:
            sides[field].append(whose)
    if not any(sides.values()):
        raise Failed(f"Nobody voted in {name}.", "Its columns are the delegation and the vote.")
    return [
        word for field, names in sides.items() if names for word in (f"--{field}", ", ".join(names))
    ]


def _rows(name: str) -> list[list[str]]:
    path = read_path(OPTION, name)
    text = read_named_text(path, LARGEST)
    first = text.partition("\n")[0]
    parted = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=parted))
    except csv.Error:
        raise Failed(f"{name} is no CSV file.", "Save it as CSV, UTF-8.") from None
