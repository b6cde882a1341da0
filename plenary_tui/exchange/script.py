"""The words of the President's script: the built-in ones, changed by an office's own file."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from pathlib import Path

from plenary_tui import medium
from plenary_tui.paths import data_folder
from plenary_tui.procedure.ground.called import group_spoken
from plenary_tui.procedure.state.frozen import replace
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.script.phrases import Phrases, read_phrases, whole_phrases

LARGEST = 256 * 1024
"""Bytes of the largest file of words that is read."""


@lru_cache(maxsize=1)
def built_in() -> Phrases:
    """The English words that come with the program; read when they are first needed."""
    return replace(whole_phrases(built_in_text()), typed=_with_article)


def _with_article(name: str, text: str, speaker: str) -> str:
    """What was typed within an English sentence: a group has its article there."""
    return group_spoken(text) if name == "group" else text


def built_in_text(language: Language = Language.ENGLISH) -> str:
    """The file of the words that come with the program, for an office to change."""
    return (data_folder() / "script" / f"{language.code}.toml").read_text(encoding="utf-8")


@cache
def script_in(language: Language) -> Phrases:
    """The words that come with the program in a language; the English ones where they lack any.

    Functions and groups that the captions know are in the language too.
    """
    from plenary_tui.views.public.spoken_in import spoken_in

    if language is Language.ENGLISH:
        return built_in()
    sentences = whole_phrases(built_in_text(language)).sentences
    if sentences.keys() != built_in().sentences.keys():
        return built_in()
    return Phrases(sentences, language, partial(spoken_in, language))


def read_wording(path: Path | None) -> tuple[Phrases, tuple[str, ...]]:
    """The words to use, and a sentence for each of the file's that was not taken.

    Args:
        path: the office's file; None if it has none.
    """
    if path is None:
        return built_in(), ()
    name = f"The script {shown(str(path))}"
    try:
        return read_phrases(medium.read(path, LARGEST).decode("utf-8-sig"), name, built_in())
    except OSError as error:
        why = medium.why(error)
        return built_in(), (f"{name} cannot be read ({why}). The built-in words are used.",)
    except UnicodeDecodeError:
        return built_in(), (f"{name} is not UTF-8 text. The built-in words are used.",)
