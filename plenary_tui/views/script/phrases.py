"""How the script's lines are put into words, and what an office's own file of words may hold."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from string import Formatter

from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.text import shown
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.views.script.line import Line
from plenary_tui.views.wording.tongue import ended

Typed = Callable[[str, str, str], str]
"""Puts what was typed into a language, by its placeholder and the speaker's name."""

UNUSED = {key: frozenset(("number",)) for key in ("meeting.plenary", "meeting.sitting")}
"""What else is filled in, by key, for languages that need it."""
OF_GROUPS = ("call.group", "call.group_followed")
"""The sentences of which an office's own may be in any language: a group is in them as typed."""
LONGEST = 500
"""Characters of the longest sentence that is taken."""


def _as_typed(name: str, text: str, speaker: str) -> str:
    return text


class Phrases(Value):
    """Sentences by key, with what is filled in in braces.

    Attributes:
        language: in which delegations are named in them.
        typed: puts functions and groups into it, as far as they are known.
    """

    sentences: Mapping[str, str]
    language: Language = Language.ENGLISH
    typed: Typed = _as_typed

    def say(self, line: Line) -> str:
        """A line in words, as a sentence begins."""
        words = self._words(line)
        return words[:1].upper() + words[1:]

    def part(self, line: Line, name: str) -> str:
        """One part of a line in words; "" if it is left out."""
        value = dict(line.values).get(name)
        return self._words(value) if isinstance(value, Line) else value or ""

    def _words(self, line: Line) -> str:
        speaker = dict(line.values).get("speaker")
        person = speaker if isinstance(speaker, str) else ""
        filled = {
            name: self._words(value)
            if isinstance(value, Line)
            else self._name(self.typed(name, value or "", person))
            for name, value in line.values
        }
        return self.sentences[line.key].format_map(filled)

    def _name(self, text: str) -> str:
        """What is filled in: in Arabic, what runs the other way turns nothing else round."""
        return ended(text) if self.language is Language.ARABIC else text

    def when(self, after: str) -> str:
        """When the words are said: now, or once somebody has ended."""
        if not after:
            return self.sentences["page.now"]
        return self.sentences["page.after"].format(who=self.typed("role", after, ""))

    def say_all(self, lines: Iterable[Line]) -> tuple[str, ...]:
        """Several lines in words; a sentence that an office left empty is not said."""
        return tuple(words for line in lines if (words := self.say(line)))


def whole_phrases(text: str) -> Phrases:
    """The words of a file that has them all, such as the one that comes with the program."""
    return Phrases(dict(_flat(tomllib.loads(text))))


def _flat(tables: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The sentences of a file by key; what is none is left out."""
    for table, values in tables.items():
        if isinstance(values, dict):
            for name, value in values.items():
                if isinstance(value, str):
                    yield f"{table}.{name}", value


def read_phrases(text: str, name: str, own: Phrases) -> tuple[Phrases, tuple[str, ...]]:
    """The built-in words with those of a file instead, and a sentence for each not taken.

    Args:
        text: the file, as the built-in one but with only the sentences that differ.
        name: of the file, as it is named to people.
        own: the built-in words.
    """
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        why = shown(str(error)).rstrip(".")
        return own, (f"{name} is not in order: {why}. The built-in words are used.",)
    sentences, complaints = dict(own.sentences), []
    for key, value in _keyed(tables):
        if wrong := _wrong(key, value, own.sentences):
            complaints.append(f"{name}, {shown(key)}: {wrong} The built-in words are used for it.")
        else:
            assert isinstance(value, str)
            sentences[key] = value
    as_built_in = all(sentences[key] == own.sentences[key] for key in OF_GROUPS)
    typed = own.typed if as_built_in else _as_typed
    return Phrases(sentences, typed=typed), tuple(complaints)


def _keyed(tables: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Everything a file holds, by key."""
    for table, values in tables.items():
        if isinstance(values, dict):
            for name, value in values.items():
                yield f"{table}.{name}", value
        else:
            yield table, values


def _wrong(key: str, value: object, known: Mapping[str, str]) -> str:
    """What is wrong with a sentence, and what is allowed; "" if nothing is."""
    if key not in known:
        import difflib

        table = key.partition(".")[0]
        close = difflib.get_close_matches(key, known, n=1, cutoff=0.75)
        names = close or [one for one in known if one.startswith(f"{table}.")] or ["meeting.open"]
        return f"there is no such sentence; there is {', '.join(names)}."
    if not isinstance(value, str):
        return "a sentence is text in quotation marks."
    if len(value) > LONGEST:
        return f"a sentence has at most {LONGEST} characters; this has {len(value)}."
    if shown(value) != value:
        return "a sentence stands on one line, without control characters."
    allowed = placeholders(known[key]) | UNUSED.get(key, frozenset())
    listed = ", ".join(f"{{{one}}}" for one in sorted(allowed)) or "none"
    try:
        found = list(_fields(value))
    except ValueError:
        return f"a brace is open or closed alone; allowed are {listed}, a brace itself is {{{{."
    for one in found:
        if one not in allowed:
            return f"{{{shown(one)}}} is not filled in here; allowed: {listed}."
    return ""


def placeholders(sentence: str) -> frozenset[str]:
    """What is filled into a sentence."""
    return frozenset(_fields(sentence))


def _fields(sentence: str) -> Iterator[str]:
    """The names in braces as they are written, with all that stands in there; ValueError."""
    for _, name, form, conversion in Formatter().parse(sentence):
        if name is not None:
            conversion = f"!{conversion}" if conversion else ""
            yield f"{name}{conversion}{f':{form}' if form else ''}"
