"""The words of the President's script: the built-in ones, changed by an office's own file."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.procedure.text import shown
from plenary_tui.views.script.phrases import Phrases, built_in, read_phrases

LARGEST = 256 * 1024
"""Bytes of the largest file of words that is read."""


def read_wording(path: Path | None) -> tuple[Phrases, tuple[str, ...]]:
    """The words to use, and a sentence for each of the file's that was not taken.

    Args:
        path: the office's file; None if it has none.
    """
    if path is None:
        return built_in(), ()
    name = f"The script {shown(str(path))}"
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            return built_in(), (f"{name} has more than 256 KB. The built-in words are used.",)
        return read_phrases(data.decode("utf-8-sig"), name)
    except OSError as error:
        why = error.strerror or str(error)
        return built_in(), (f"{name} cannot be read ({why}). The built-in words are used.",)
    except UnicodeDecodeError:
        return built_in(), (f"{name} is not UTF-8 text. The built-in words are used.",)
