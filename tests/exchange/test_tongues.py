"""Languages: whole or not offered, and each sentence fills in what the English one does."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

from plenary_tui.exchange import tongues
from plenary_tui.exchange.catalogue import read_catalogue
from plenary_tui.exchange.script import built_in, script_in
from plenary_tui.exchange.tongues import MESSAGES, NotOffered, read_languages, tongue_of
from plenary_tui.paths import data_folder
from plenary_tui.procedure.state.vocabulary import Language

ROOT = Path(__file__).parents[2]
OTHERS = [one for one in Language if one is not Language.ENGLISH]
FOLDER = data_folder() / "languages"


def fields(text: str) -> set[str]:
    """What is filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def maker() -> ModuleType:
    """The script that collects the messages."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "docs" / "messages.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_catalogues_have_every_message_of_the_program_and_no_other() -> None:
    for path, text in maker().files():
        assert path.read_text(encoding="utf-8") == text, "python docs/messages.py"


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_is_whole_and_so_is_offered(language: Language) -> None:
    assert tongue_of(language).language is language


@pytest.mark.parametrize("language", OTHERS)
def test_each_message_fills_in_what_the_english_one_does(language: Language) -> None:
    found = read_catalogue((FOLDER / f"{language.code}.po").read_text(encoding="utf-8"))
    for one, message in found.items():
        for said in message.said if one else ():
            assert fields(said) == fields(one), one
            assert said.strip() == said, one


@pytest.mark.parametrize("language", OTHERS)
def test_each_has_as_many_forms_as_its_head_says(language: Language) -> None:
    found = read_catalogue((FOLDER / f"{language.code}.po").read_text(encoding="utf-8"))
    (head,) = found[""].said
    count = int(head.partition("nplurals=")[2][0])
    assert {len(one.said) for one in found.values() if one.plural} == {count}


@pytest.mark.parametrize("language", OTHERS)
def test_the_script_is_whole_and_fills_in_what_the_english_one_does(language: Language) -> None:
    english, found = built_in().sentences, script_in(language)
    assert found.language is language and found.sentences.keys() == english.keys()
    for key, sentence in found.sentences.items():
        wanted = {"number" if one == "ordinal" else one for one in fields(english[key])}
        assert fields(sentence) == wanted, key


def test_a_language_that_lacks_a_sentence_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "languages").mkdir()
    for name in (MESSAGES, "fr.po"):
        text = (FOLDER / name).read_text(encoding="utf-8")
        text = text.replace('msgstr "ouverte"', 'msgstr ""')
        (tmp_path / "languages" / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(tongues, "data_folder", lambda: tmp_path)
    with pytest.raises(NotOffered, match="French is not offered: 1 of its"):
        tongue_of.__wrapped__(Language.FRENCH)
    with pytest.raises(NotOffered, match="The words in Russian cannot be read"):
        tongue_of.__wrapped__(Language.RUSSIAN)


def test_languages_are_typed_by_code_or_name() -> None:
    assert read_languages("fr, Spanish,fr") == (Language.FRENCH, Language.SPANISH)
    with pytest.raises(NotOffered, match="“xx” is no official language"):
        read_languages("en,xx")
