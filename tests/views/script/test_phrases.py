"""The words of the script as a file: complete, used, and forgiving of an office's mistakes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plenary_tui.exchange.script import built_in, built_in_text, read_wording, script_in
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.script.line import LEADING, line
from plenary_tui.views.script.phrases import Phrases, placeholders, read_phrases
from tests.views.script.everything import everything

SENTENCES = built_in().sentences


def taken(text: str) -> tuple[Phrases, tuple[str, ...]]:
    """An office's own file, read over the built-in words."""
    return read_phrases(text, "own.toml", built_in())


def test_every_phrase_is_used_and_every_phrase_used_exists() -> None:
    used = {one.key for one in everything()}
    of_the_page = {"page.now", "page.after"}
    assert used | of_the_page == set(SENTENCES)


def test_a_page_says_when_the_words_are_said() -> None:
    assert built_in().when("") == "Now:"
    assert built_in().when("Ghana") == "When Ghana has ended:"


@pytest.mark.parametrize("language", Language)
def test_everything_is_said_in_every_language(language: Language) -> None:
    phrases = script_in(language)
    for one in everything():
        words = phrases.say(one)
        assert words and "{" not in words and ".." not in words, words


def test_functions_roles_and_groups_are_in_the_language() -> None:
    french = script_in(Language.FRENCH)
    who = line("who.high", function="Minister of Justice", delegation="Ghana")
    group = line("call.group", group="the African Group")
    said = french.say(line("call.high", who=who, group=group, followed=None))
    assert said == (
        "J'ai l'honneur de donner la parole à : Ministre de la justice (Ghana), au nom du Groupe "
        "des États d'Afrique."
    )
    assert french.when("Secretariat") == "Après la déclaration en cours : Secrétariat"


def test_a_group_has_its_article_in_the_words_that_come_with_the_program() -> None:
    group = line("call.group", group="European Union")
    assert built_in().say(group) == ", who will speak on behalf of the European Union"
    french = '[call]\ngroup = ", au nom de : {group}"'
    assert taken(french)[0].say(group) == ", au nom de : European Union"
    brief = '[thank]\nstatement = "Thank you, {who}."'
    assert taken(brief)[0].say(group).endswith("the European Union")


def test_every_placeholder_is_filled_in() -> None:
    for one in everything():
        assert placeholders(SENTENCES[one.key]) <= {name for name, _ in one.values}, one.key
        assert "{" not in built_in().say(one)


def test_what_leads_up_to_something_exists() -> None:
    assert set(SENTENCES) >= LEADING


def test_an_office_changes_what_should_differ() -> None:
    phrases, complaints = taken('[thank]\nstatement = "Thank you, {who}!"\n')
    who = line("who.state", delegation="Ghana")
    assert complaints == ()
    thanked = phrases.say(line("thank.statement", who=who))
    assert thanked == "Thank you, the distinguished representative of Ghana!"
    assert phrases.sentences["thank.video"] == SENTENCES["thank.video"]


def test_the_exported_file_changes_nothing() -> None:
    phrases, complaints = taken(built_in_text())
    assert complaints == () and phrases.sentences == SENTENCES


def test_the_examples_of_the_documentation_are_taken() -> None:
    page = Path(__file__).parents[3] / "docs" / "script.md"
    (example,) = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    phrases, complaints = taken(example)
    assert complaints == () and phrases.sentences["turn.igos"] == ""


def test_another_language_may_count_meetings_without_ordinals() -> None:
    phrases, complaints = taken('[meeting]\nplenary = "{number}. Sitzung"')
    assert complaints == ()
    said = phrases.say(line("meeting.plenary", number="2", ordinal="2nd"))
    assert said == "2. Sitzung"


def test_an_empty_sentence_is_not_said() -> None:
    phrases, complaints = taken('[turn]\nigos = ""\n')
    assert complaints == ()
    assert phrases.say_all((line("turn.igos"), line("turn.ngos"))) == (SENTENCES["turn.ngos"],)


def test_a_name_with_braces_is_only_a_name() -> None:
    said = built_in().say(line("who.state", delegation="{who} {0} {{"))
    assert said == "The distinguished representative of {who} {0} {{"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[thank]\nstatment = "x"', "own.toml, thank.statment: there is no such sentence; there is "
         "thank.statement. The built-in words are used for it."),
        ('[thank]\nspeaker = "x"', "there is thank.statement, thank.high, thank.video, thank."),
        ('hello = "x"', "own.toml, hello: there is no such sentence"),
        ("[thank]\nstatement = 3", "thank.statement: a sentence is text in quotation marks."),
        ('[thank]\nstatement = "I thank {name}."', "{name} is not filled in here; allowed: {who}."),
        ('[thank]\nstatement = "{who.x}"', "{who.x} is not filled in here; allowed: {who}."),
        ('[thank]\nstatement = "{who!r:>9}"', "{who!r:>9} is not filled in here"),
        ('[thank]\nstatement = "{}"', "{} is not filled in here; allowed: {who}."),
        ('[turn]\nigos = "{who}"', "allowed: none."),
        ('[turn]\nigos = "I {turn."', "a brace is open or closed alone; allowed are none"),
        ('[thank]\nstatement = "I thank who}."', "a brace is open or closed alone"),
        ('[thank]\nstatement = "a\\nb"', "a sentence stands on one line"),
        ('[thank]\nstatement = "\\u001b[31m"', "without control characters"),
        (f'[thank]\nstatement = "{"x" * 501}"', "at most 500 characters; this has 501."),
    ],
)  # fmt: skip
def test_a_sentence_that_is_not_right_is_told_and_the_built_in_one_used(
    text: str, complaint: str
) -> None:
    phrases, (told,) = taken(text)
    assert complaint in told and told.endswith("The built-in words are used for it.")
    assert phrases.sentences == SENTENCES
    assert told.isprintable()


@pytest.mark.parametrize("text", ["[thank", "a = ", "a = 1\na = 2", "[" * 5000])
def test_a_file_that_is_no_toml_is_told_and_the_built_in_words_used(text: str) -> None:
    phrases, (told,) = taken(text)
    assert told.startswith("own.toml is not in order: ")
    assert told.endswith("The built-in words are used.") and phrases is built_in()


def test_right_sentences_are_taken_beside_a_wrong_one() -> None:
    text = '[turn]\nigos = "Organizations."\nngos = "{x}"\n'
    phrases, complaints = taken(text)
    assert len(complaints) == 1 and phrases.say(line("turn.igos")) == "Organizations."


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    phrases, (told,) = read_wording(tmp_path / "none.toml")
    assert "none.toml cannot be read (there is no such file" in told and phrases is built_in()
    (tmp_path / "latin.toml").write_bytes(b'[turn]\nigos = "\xe9"')
    assert "is not UTF-8 text" in read_wording(tmp_path / "latin.toml")[1][0]
    (tmp_path / "large.toml").write_bytes(b"#" * 300_000)
    assert "larger than 256 KB" in read_wording(tmp_path / "large.toml")[1][0]
    assert "cannot be read" in read_wording(tmp_path)[1][0]


def test_without_a_file_the_built_in_words_are_used() -> None:
    assert read_wording(None) == (built_in(), ())


def test_in_arabic_a_symbol_stays_beside_the_word_before_it() -> None:
    """Else symbol and title are read as one, from the left."""
    said = line("draft.before", body="", draft="L.6/Rev.2", title="On (fraud)")
    assert "L.6/Rev.2\u200e\u200f" in script_in(Language.ARABIC).say(said)
    assert "\u200e" not in script_in(Language.FRENCH).say(said)
