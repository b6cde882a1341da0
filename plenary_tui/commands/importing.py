"""`plenary import`: files of an office are taken over, each by one act, after a preview."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from plenary_tui import medium
from plenary_tui.clock import SystemClock
from plenary_tui.commands.acting import Acting
from plenary_tui.commands.asked import can_ask
from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.mapped import Mapped, read_map, write_map
from plenary_tui.commands.output import complain, say, say_json
from plenary_tui.commands.settled import Settling, again
from plenary_tui.exchange.incoming.classes import NOTHING
from plenary_tui.exchange.incoming.kept_names import keep_answers, read_answers
from plenary_tui.exchange.incoming.matching import Certainty, Matcher, NoAnswer
from plenary_tui.exchange.incoming.offer import Contents, Offer, Overruled, Role
from plenary_tui.exchange.incoming.preview import Choices, Preview, State, preview
from plenary_tui.exchange.incoming.previewed import as_json, told
from plenary_tui.exchange.incoming.readers import read_offer
from plenary_tui.procedure.ground.act import Command
from plenary_tui.procedure.ground.written import plain
from plenary_tui.procedure.state.conference import Conference
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.procedure.state.timing import Instant
from plenary_tui.webcast.manners import give_way

STEPS = 5
"""How far a podium that is open goes first."""
NOT_USED = ("", "-", "not used", "none")
"""Roles of a column that is not read."""


class Taking(Protocol):
    """What files are taken over into: a journal, or a pack that is being made."""

    @property
    def conference(self) -> Conference:
        """What stands."""
        ...

    def now(self) -> Instant:
        """The instant at which an act would be recorded."""
        ...

    def do(self, command: Command, *, quiet: bool = False) -> None:
        """Do an act and say what was recorded; raises `Explained`, and nothing was then."""
        ...


class Manner(Value):
    """How files are taken over; as the options of the same names say."""

    names: Path
    yes: bool = False
    dry_run: bool = False
    json: bool = False
    all: bool = False
    skip_refused: bool = False
    override: str = ""

    @property
    def interactive(self) -> bool:
        """Whether what is open is asked."""
        return can_ask() and not (self.yes or self.dry_run or self.json)


def run(invocation: Invocation) -> int:
    """Take files over, one after the other; the exit status."""
    options = invocation.options
    if options.pack is None:
        give_way(STEPS)  # a podium may be open
        with Acting(invocation) as acting:
            return _all(invocation, acting)
    if getattr(options, "db", None) is not None or invocation.rehearsal:
        raise Misused("Give --pack, or the conference of --db or --rehearsal, not both.")
    from plenary_tui.commands.into_pack import IntoPack

    return _all(invocation, IntoPack(read_path("--pack", options.pack), SystemClock()))


def _all(invocation: Invocation, acting: Taking) -> int:
    options = invocation.options
    mapped = mapped_of(invocation)
    manner = Manner(
        invocation.paths.names,
        options.yes,
        options.dry_run,
        options.json,
        options.all,
        options.skip_refused,
        options.override or "",
    )
    paths = [read_path("import", name) for name in options.files]
    failed = 0
    for done, path in enumerate(paths):
        try:
            take_over(acting, path, mapped, manner)
        except Failed as error:
            if options.dry_run and len(paths) > 1:
                complain(error.on_command_line())
                failed = error.exit_status
                continue
            _tell_done(0 if options.dry_run else done)
            raise
        except KeyboardInterrupt:
            _tell_done(done)
            raise
    if options.save_map:
        write_map(read_path("--save-map", options.save_map), mapped)
    return failed or DONE


def _tell_done(files: int) -> None:
    """Say that the files before one that was not taken over were."""
    if files:
        complain(
            f"{'The file before it was' if files == 1 else 'The files before it were'} taken over."
        )


def mapped_of(invocation: Invocation) -> Mapped:
    """What was told of the files: by a file of answers, then by options, which win."""
    options = invocation.options
    mapped = read_map(read_path("--map", options.map)) if options.map else Mapped()
    if getattr(options, "contents", None):
        mapped.contents = options.contents
    if options.day_first is not None:
        mapped.day_first = options.day_first
    for name in ("item", "sheet", "encoding", "day"):
        if getattr(options, name, None):
            setattr(mapped, name, getattr(options, name))
    mapped.columns |= dict(_pair("--column", text) for text in options.column)
    mapped.names |= dict(_pair("--name", text) for text in options.name)
    return mapped


def _pair(option: str, text: str) -> tuple[str, str]:
    left, equals, right = text.rpartition("=")
    if not equals or not left.strip():
        raise Misused(f"{option} takes “TEXT=...”, not “{text}”.")
    return left.strip(), right.strip()


def overruled(mapped: Mapped, timezone: str) -> Overruled:
    """What is told of a file. Raises `Misused`."""
    columns: dict[str, Role | None] = {}
    for title, role in mapped.columns.items():
        try:
            columns[title] = None if role.casefold() in NOT_USED else Role(role.casefold())
        except ValueError:
            roles = ", ".join(one for one in Role if one is not Role.NOT_READ)
            raise Misused(f"“{role}” is no role of a column; one of {roles}, or -.") from None
    try:
        contents = Contents(mapped.contents) if mapped.contents else None
    except ValueError:
        raise Misused(f"“{mapped.contents}” is none of {', '.join(Contents)}.") from None
    day = None
    if mapped.day:
        try:
            day = datetime.fromisoformat(mapped.day).replace(tzinfo=UTC)
        except ValueError:
            raise Misused(f"--day “{mapped.day}” is no day. Write it as 2027-03-04.") from None
    return Overruled(
        contents=contents,
        sheet=mapped.sheet,
        encoding=mapped.encoding,
        columns=columns,
        day_first=mapped.day_first,
        day=day,
        timezone=timezone or "UTC",
    )


def _answers(mapped: Mapped, conference: Conference, kept: Mapping[str, str]) -> dict[str, str]:
    """Answers about names by their form, those that were told last. Raises `Misused`."""
    matcher = Matcher(conference, {})
    for name, answer in mapped.names.items():
        try:
            matcher.answered(name, answer)
        except NoAnswer:
            raise Misused(
                f"--name “{name}={answer}”: give a code or a name of this conference, a class "
                "(NGO, IGO, ...) to register it as new, or - to leave it out."
            ) from None
    return dict(kept) | {plain(name): answer for name, answer in mapped.names.items()}


def take_over(acting: Taking, path: Path, mapped: Mapped, manner: Manner) -> None:
    """Take one file over, or show what it would do. Raises `Failed` and whatever refuses it."""
    conference = acting.conference
    kept = read_answers(manner.names, conference.id)
    answers = _answers(mapped, conference, kept)

    def read() -> Offer:
        return _read(path, mapped, conference, answers)

    def look(choices: Choices) -> Preview:
        return preview(offer, acting.conference, acting.now(), choices)

    offer = read()
    choices = Choices(
        item=mapped.item,
        answers=answers,
        take_proposed=manner.yes,
        skip_refused=manner.skip_refused,
        override=manner.override,
    )
    settling = Settling(mapped, conference)
    settling.answered |= mapped.names
    if manner.interactive:
        while offer.asks and settling.answer_of_file(offer):
            offer = read()
    looked = look(choices)
    if not manner.json:
        _require_sound(looked)
    if manner.json:
        say_json(json.dumps(as_json(looked), ensure_ascii=False, indent=2))
    else:
        say("\n".join(told(looked, everything=manner.all)))
    _require_sound(looked)
    if manner.interactive:
        before = looked
        looked = settling.settle(looked, choices, look)
        if looked is not before and looked.changes:
            say("\n".join(told(looked, everything=manner.all)))
    elif unsettled := _unsettled(looked, offer):
        raise Failed(unsettled)
    if not manner.dry_run:
        _take(acting, looked, settling, manner)


def _take(acting: Taking, looked: Preview, settling: Settling, manner: Manner) -> None:
    """Take over what was settled."""
    if not looked.changes:
        _keep(manner, settling, acting)
        if not manner.json:
            say(f"{looked.offer.file} changes nothing: all it has stands already.")
        return
    if not (manner.interactive or manner.yes):
        raise Failed("Nothing was recorded.", "Add --yes to take it over as it stands.")
    if manner.interactive:
        settling.confirm(looked)
    acting.do(looked.command, quiet=manner.json)
    _keep(manner, settling, acting)


def _keep(manner: Manner, settling: Settling, acting: Taking) -> None:
    """Keep what was answered, for the next file."""
    if not settling.answered:
        return
    try:
        keep_answers(manner.names, acting.conference.id, settling.answered, acting.now().utc)
    except OSError as error:
        complain(f"Note: the answers about names could not be kept ({medium.why(error)}).")


def _read(path: Path, mapped: Mapped, conference: Conference, answers: Mapping[str, str]) -> Offer:
    matcher = Matcher(conference, answers)
    sure = (Certainty.SURE, Certainty.TOLD)
    return read_offer(
        path,
        overruled(mapped, conference.timezone),
        lambda text: matcher.match(text, "", NOTHING).certainty in sure,
    )


def _require_sound(looked: Preview) -> None:
    """The file as a whole must be one that can be read. Raises `Failed`."""
    if looked.faults:
        raise Failed(" ".join(f"{str(one).rstrip('.')}." for one in looked.faults))
    if not looked.rows and not looked.wants_item:
        raise Failed(f"{looked.offer.file} has nothing that could be taken over.")


def _unsettled(looked: Preview, offer: Offer) -> str:
    """Why a file cannot be taken over without anybody at a terminal; "" if it can."""
    said = []
    if looked.wants_item:
        said.append("On whose list the requests come is not known; give --item SYMBOL.")
    for question, option in offer.asks:
        if option.startswith("--column"):  # of two columns of one title; nobody guesses
            as_taken = re.sub(r" \(\d+\)=", "=", option)
            said.append(f"{question} Give {as_taken} or {option}.")
    names = [one.match.written for one in looked.questions]
    if names:
        shown = ", ".join(f"“{name}”" for name in names[:5])
        more = f" and {len(names) - 5} more" if len(names) > 5 else ""
        first = looked.questions[0].match
        meant = first.delegation or next(iter(first.candidates), None)
        code = meant.id if meant is not None else "NGO"
        said.append(
            f'Whom {shown}{more} means is to be answered, as --name "{first.written}={code}".'
        )
    refused = [row.line for row in looked.rows if row.state is State.REFUSED]
    if refused and not looked.command.skip_refused:
        rows = "One row is" if len(refused) == 1 else f"{len(refused)} rows are"
        said.append(f"{rows} refused; {again(looked, refused)}.")
    return f"Nothing was recorded. {' '.join(said)}" if said else ""
