"""`plenary script`: what the President says next, and the words as a file to change."""

from __future__ import annotations

import json

from plenary_tui import medium
from plenary_tui.commands.failures import DONE, Failed
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.output import complain, say, say_document, say_json
from plenary_tui.commands.status import one_tongue, read_conference
from plenary_tui.exchange.script import built_in_text, read_wording, script_in
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.wording.tongue import named_in


def script(invocation: Invocation) -> int:
    """Print the words to say now, as text or JSON, or write the file of words; the exit status."""
    from plenary_tui.views.podium.reminded import officers_script

    tongue = one_tongue(invocation, screen=not invocation.json)
    language = tongue.language
    if invocation.options.export is not None:
        return _export(invocation.options.export, language)
    phrases = _phrases(invocation, language)
    conference, now = read_conference(invocation)
    found = officers_script(named_in(conference, language), now)
    lines, otherwise = phrases.say_all(found.lines), phrases.say_all(found.otherwise)
    if invocation.json:
        told = {"schema": 1, "at_once": found.at_once, "script": lines, "otherwise": otherwise}
        say_json(json.dumps(told, ensure_ascii=False, indent=2))
        return DONE
    if otherwise:
        lines = (*lines, "", "Otherwise:", *(f"  {words}" for words in otherwise))
    # What runs from right to left goes to no terminal, and needs its marks of direction.
    (say_document if tongue.from_right else say)("\n".join(lines))
    return DONE


def _phrases(invocation: Invocation, language: Language) -> Phrases:
    """The office's own words, or in other languages than English those of the program."""
    from plenary_tui.settings import load

    if language is not Language.ENGLISH:
        return script_in(language)
    settings, complaints = load(invocation.paths.settings)
    phrases, not_taken = read_wording(settings.script)
    for one in (*complaints, *not_taken):
        complain(f"Note: {one}")
    return phrases


def _export(given: str, language: Language) -> int:
    """Write the built-in words to a file, which must not exist."""
    path = read_path("--export", given)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(built_in_text(language))
    except FileExistsError:
        raise Failed(f"{path} exists already.", "Name another file, or delete it first.") from None
    except OSError as error:
        why = medium.why(error)
        raise Failed(f"{path} cannot be written ({why}).", "Name another file.") from None
    say(f"The words are in {path}. Change what should differ, and delete the rest.")
    say(f'To have it used, write script = "{path.absolute()}" in the settings file.')
    return DONE
