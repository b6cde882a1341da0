"""An act as typed: `give-floor --entry Ghana --reason "leaves early"`, read into its command.

One reader serves `plenary do`, its files and the `:` line of the podium.
"""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Mapping, Sequence
from typing import ClassVar

from plenary_tui.actions.on_screen import label_of
from plenary_tui.procedure.events import ACTS
from plenary_tui.procedure.ground.act import Command, Refused
from plenary_tui.procedure.ground.act_fields import Taken, Unfit, act_fields, by_attribute
from plenary_tui.procedure.ground.as_typed import Unread
from plenary_tui.procedure.ground.explained import WRONG_USAGE, Explained
from plenary_tui.procedure.state.frozen import Value

FIELD_HELP = {
    "abstained": "who abstained, by name, parted by commas",
    "abstaining": "how many abstained",
    "against": "how many voted against",
    "at": "from when on: 17:00, 17h, 5 p.m., or with its day as 2024-10-14T17:00",
    "address": "Mr. or Ms., as the office gives it",
    "all": "all of it that is still open",
    "alone": "the number of what was recorded alone, as the page and `plenary link` list it",
    "also": "other names of it, parted by semicolons; - before one takes it away",
    "appeal": "the delegation that appeals against the ruling",
    "body": "plenary, or committee of the whole",
    "class": "what the delegation is: State party, IGO, NGO, ...",
    "code": "a short code for it; one is made if none is given",
    "confirm": "do it although it asks to be confirmed",
    "decision": "the decision, as recorded",
    "delegation": "its name, ISO code or a unique beginning",
    "delivery": "in-person or video",
    "document": "the draft's symbol or number; the one before the meeting if not given",
    "draft": "what it would be: resolution or decision",
    "ends": "when it ends: 13:00, 13h, 1 p.m., or with its day as 2024-10-14T13:00",
    "entry": "its number on the list, its delegation, or its id as '#17'; '2(a) 4' on another's",
    "event": "the number of the side event, or words of its title",
    "explains": "a position or a vote: before action or after action",
    "for": "who voted in favour, by name or code, parted by commas",
    "function": "the speaker's function",
    "ground": "time, relevance or language",
    "group": "its regional group",
    "in-favour": "how many voted in favour",
    "item": "the item's symbol; the current one if not given",
    "items": "symbols of agenda items, parted by commas",
    "kind": "what kind of event",
    "language": "the language of delivery",
    "majority": "two thirds or simple, of those voting",
    "mark-translated language": "one of the six official languages",
    "media": "the file of a video statement",
    "media-length": "how long that file is: 3:20, 3 min, or 200 for seconds",
    "mistaken": "nobody raised one: the clock counts as never stopped",
    "minutes": "minutes of each round, in their order: 10 5, or 10:00 2:30",
    "mode": "how it is held: in person or online; both only for a briefing or a dialogue",
    "motion": "suspend-meeting, adjourn-meeting, adjourn-debate or close-debate",
    "name": "its name, as it is written",
    "note": "a private note",
    "number": "the number of the meeting; the next one if not given",
    "off": "take the mark off",
    "on-behalf-of": "the group it speaks for",
    "opposed": "who voted against, by name, parted by commas",
    "organizers": "who holds it",
    "orally-revised": "as orally revised",
    "own": "what this station did last, and nobody else",
    "override": "why the officer overrules a refusal; recorded",
    "present": "how many parties are present",
    "rank": "the speaker's rank",
    "reason": "why; recorded",
    "received-at": "when the request was received, if earlier: 09:30, or with its day",
    "room": "the room",
    "ruling": "what the President ruled: upheld, not upheld, or in other words",
    "seconds": "seconds, or a length: 150, 2:30, 3 min",
    "seconds-ago": "how long ago: 20 for seconds, or 1:30",
    "short-function": "the function as captions have it, where it is long",
    "side": "for or against",
    "speaker": "the speaker's name",
    "spoken": "its name with the article that speech needs: the Netherlands",
    "starts": "when it starts: 13:00, 13h, 1 p.m., or with its day as 2024-10-14T13:00",
    "text": "the text",
    "tier": "States, IGOs or NGOs; all if not given",
    "title": "the title",
    "add-item kind": "what it is for: procedural, general discussion or thematic",
    "add-item symbol": "its symbol, such as 2(a)",
    "add-sponsor delegation": "one delegation, or several parted by commas",
    "align delegation": "one delegation, or several parted by commas",
    "align entry": "the group, or who speaks for it; the last such statement if not given",
    "withdraw-alignment entry": "the group, or who speaks for it",
    "remove-sponsor delegation": "one delegation, or several parted by commas",
    "withdraw-alignment delegation": "one delegation, or several parted by commas",
    "sponsor": "the parties or signatories that table it, parted by commas, or Co-Chairs of ...",
    "symbol": "its symbol, such as L.4, once it has one",
    "tabled": "the day it was tabled: 2024-09-30 or 30.09.2024; today if not given",
    "correct-statement body": "plenary, or committee of the whole",
    "correct-statement meeting": "the number of its meeting; the last one if not given",
    "correct-statement number": "its No. as delivered, its delegation, or '#17'; the last if none",
    "correct-document document": "the draft's symbol or number",
    "correct-vote in-favour": "how many voted in favour; else as named, or as it was",
    "correct-vote against": "how many voted against; else as named, or as it was",
    "correct-vote abstaining": "how many abstained; else as named, or as it was",
    "correct-vote did-not-vote": "who did not vote after all, by name, parted by commas",
    "correct-vote document": "the draft's symbol or number; the one voted on last if not given",
    "correct-vote motion": "the motion voted on: adjourn-debate, say, its mover, or '#2'",
    "correct-vote appeal": "the appeal voted on: the delegation that appealed, or '#2'",
    "correct-document item": "the item it comes under",
    "table-document item": "the item it comes under; may be given later",
    "edit-item item": "the item's symbol",
    "edit-item symbol": "its new symbol, such as 2(a)",
    "hear-tier-at tier": "States, IGOs or NGOs",
    "give-floor function": "what else is said of a rapporteur, a chair or a guest",
    "give-floor name": "who speaks for the Secretariat, or as rapporteur, chair or guest",
    "give-floor to": "president, secretariat, rapporteur, chair (of a committee) or guest",
    "move-meeting number": "the number of the meeting",
    "move to": "its place in its tier, as 3 or 3rd, or the number on the list that stands there",
    "rule-point in-favour": "votes for the appeal, which would overturn the ruling",
    "rule-point against": "votes against it: the ruling stands",
    "preside function": "Vice-President, if not given",
    "preside meeting": "the number of a meeting that is over; the one that sits if not given",
    "preside name": "who takes the chair; the President, if not given",
    "request-reply to": "to what or to whom it replies",
    "secretariat-statement function": "the function of whoever speaks for the Secretariat",
    "secretariat-statement name": "who speaks for the Secretariat",
    "to-debate": "parties taking part, or all parties: one third of them opens and debates",
    "to-decide": "parties taking part, or all parties: a majority of them decides",
    "until": "until when: 13:00, 13h, 1 p.m., or with its day as 2024-10-14T13:00",
    "with": "the other entry: its number on the list, its delegation, or its id as '#17'",
}
"""What each field of an act means; one that means several things stands with its act before it."""


class WrongUsage(Explained):
    """What was typed is not an act with its fields; the message says what is wrong and what is.

    Attributes:
        plain: the same for a dialog, where nothing is typed with dashes.
    """

    exit_status: ClassVar[int] = WRONG_USAGE

    def __init__(self, message: str, plain: str = "") -> None:
        super().__init__(message)
        self.plain = plain or message


OFFERED = {"rule-point ruling": ("upheld", "not upheld")}
"""Words that are offered where any may be given, by act and field."""
GENERAL = frozenset({"override", "confirm"})
"""Fields that many acts have and that no word without its dashes fills."""


class Field(Value):
    """A field of an act, as it is typed.

    Attributes:
        name: without its dashes.
        attribute: its name in the command.
        required: whether the act cannot be read without it.
        flag: whether it takes no value.
        choices: the words it takes; () if any.
        offered: words that are likely where it takes any.
    """

    name: str
    attribute: str
    required: bool
    flag: bool
    choices: tuple[str, ...]
    help: str
    offered: tuple[str, ...] = ()


def fields_of(command: type[Command]) -> tuple[Field, ...]:
    """The fields of an act, in the order of its command."""
    return tuple(_field(command.act, taken) for taken in act_fields(command))


def _field(act: str, taken: Taken) -> Field:
    return Field(
        name=taken.name,
        attribute=taken.attribute,
        required=taken.required,
        flag=bool in taken.kinds,
        choices=taken.words,
        help=FIELD_HELP.get(f"{act} {taken.name}") or FIELD_HELP[taken.name],
        offered=OFFERED.get(f"{act} {taken.name}", ()),
    )


def read_line(line: str) -> Command:
    """The command that a typed line names.

    Raises:
        WrongUsage: if it names none, or lacks or misspells a field.
        Refused: if a field holds what cannot be recorded.
    """
    return read_words(words_of(line))


def words_of(line: str) -> list[str]:
    """The words of a typed line, what stands in quotation marks being one. Raises `WrongUsage`."""
    try:
        return shlex.split(line)
    except ValueError:
        raise WrongUsage(
            "A quotation mark is not closed; put a text with an apostrophe in double quotes."
        ) from None


def read_words(words: Sequence[str]) -> Command:
    """The command that words name; raises as `read_line` does."""
    if not words:
        raise WrongUsage("No act was given. `plenary do --list` names them all.")
    command = ACTS.get(words[0])
    if command is None:
        raise WrongUsage(f"There is no act “{words[0]}”.{_meant(words[0], tuple(ACTS))}")
    return make_command(words[0], _values(words[0], fields_of(command), list(words[1:])))


def make_command(act: str, values: Mapping[str, object]) -> Command:
    """The command of an act with values by attribute; raises as `read_line` does."""
    command = ACTS[act]
    given = command.put_right(by_attribute(command, values))
    read: dict[str, object] = {}
    for taken in act_fields(command):
        if taken.attribute in given:
            try:
                read[taken.attribute] = taken.read(given[taken.attribute])
            except ValueError as error:
                raise _plainly(act, taken, given[taken.attribute], error) from None
        elif taken.required:
            on_screen = label_of(act, taken.attribute, taken.name)
            raise WrongUsage(f"{act} needs --{taken.name}.", f"Fill in the field “{on_screen}”.")
    return command(**read)


def given_to(command: Command) -> dict[str, object]:
    """What was given to a command, by attribute: all that is not as it is without a word."""
    values = {one.attribute: getattr(command, one.attribute) for one in act_fields(type(command))}
    untold = {one.attribute: one.default for one in act_fields(type(command))}
    return {name: value for name, value in values.items() if value != untold[name]}


def amended(command: Command, **changes: object) -> Command:
    """The same command with some of its values changed; raises as `read_line` does."""
    return make_command(command.act, given_to(command) | changes)


def _values(act: str, fields: tuple[Field, ...], words: list[str]) -> dict[str, object]:
    by_name = {one.name: one for one in fields}
    values: dict[str, object] = {}
    required = [one for one in fields if one.required]
    loose = required or [one for one in fields if one.attribute not in GENERAL][:1]
    while words:
        word = words.pop(0)
        if not word.startswith("--"):
            unfilled = [one for one in loose if one.attribute not in values]
            if not unfilled:
                raise WrongUsage(f"{act}: “{word}” belongs to no field. {_takes(fields)}")
            values[unfilled[0].attribute] = word
            continue
        name, equals, value = word[2:].partition("=")
        known = by_name.get(name)
        if known is None:
            raise WrongUsage(
                f"{act} has no field --{name}.{_meant(name, tuple(by_name))} {_takes(fields)}"
            )
        if known.flag:
            values[known.attribute] = value or True
        elif equals:
            values[known.attribute] = value
        elif words:
            values[known.attribute] = words.pop(0)
        else:
            raise WrongUsage(f"{act}: --{name} needs a value.")
    missing = [f"--{one.name}" for one in required if one.attribute not in values]
    if missing:
        raise WrongUsage(f"{act} needs {' and '.join(missing)}.")
    return values


def _takes(fields: tuple[Field, ...]) -> str:
    if not fields:
        return "It takes none."
    return f"It takes {', '.join(f'--{one.name}' for one in fields)}."


def _meant(word: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f" Did you mean {close[0]}?" if close else ""


def _plainly(act: str, taken: Taken, given: object, error: ValueError) -> WrongUsage | Refused:
    """What is wrong with a value, in one sentence."""
    match error:
        case Unread():
            wrong = f"{error.what}; type it as {error.expected}."
        case Unfit():
            wrong = f"“{given}” is not {error}."
        case _:
            return Refused(f"The {taken.name.replace('-', ' ')} was not taken: {error}.")
    on_screen = label_of(act, taken.attribute, taken.name)
    return WrongUsage(f"{act}: --{taken.name} {wrong}", f"The field “{on_screen}”: {wrong}")


def summary_of(command: type[Command]) -> str:
    """What an act does: the first line of its docstring, without the numbers of its rules.

    They are for code and tests; nobody in the chamber knows them.
    """
    return re.sub(r" \(rules? [^)]*\)", "", (command.__doc__ or "").strip().splitlines()[0])
