"""`plenary new`: a conference from a pack, or from answers to questions."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from plenary_tui import medium
from plenary_tui.clock import SystemClock, today
from plenary_tui.commands.asked import can_ask
from plenary_tui.commands.failures import DONE, Failed, Misused
from plenary_tui.commands.founding import found, found_unasked
from plenary_tui.commands.importing import Manner, mapped_of, overruled, take_over
from plenary_tui.commands.invocation import Invocation, make_data_folder, read_path
from plenary_tui.commands.mapped import Mapped
from plenary_tui.commands.output import complain, quoted, say
from plenary_tui.desk.making import Made, NotATime, make_conference
from plenary_tui.exchange.founding.drafting import Drafting, forget
from plenary_tui.exchange.founding.invited import all_states
from plenary_tui.exchange.founding.new_pack import write_pack
from plenary_tui.exchange.founding.questions import questions, sample
from plenary_tui.exchange.founding.sources import Sources, read_sources
from plenary_tui.exchange.workbook.template import write_template
from plenary_tui.exchange.workbook.unfolding import is_workbook
from plenary_tui.storage.errors import AlreadyThere

ELSEWHERE = "Choose another place with --db, or keep it aside with --replace."


def new(invocation: Invocation) -> int:
    """Make a conference and make it the last one; the exit status."""
    if invocation.options.template is not None:
        return _write_template(Path(invocation.options.template))
    paths = invocation.paths
    database = invocation.place
    make_data_folder(paths, database)
    starting: str = invocation.options.starting
    given: str | None = invocation.options.pack
    sources = [name for names in invocation.options.sources for name in names]
    if given is not None and (sources or invocation.options.answer):
        raise Misused("Give --pack, or --from and --answer, not both.")
    pack = given
    if pack is None:
        pack = _made_of(invocation, [read_path("--from", name) for name in sources])
    try:
        made = make_conference(
            database,
            pack,
            SystemClock(),
            invocation.station,
            starting=starting,
            rehearsal=invocation.rehearsal,
            replace=invocation.options.replace,
        )
    except AlreadyThere as error:
        raise Failed(error.why, ELSEWHERE) from None
    except NotATime:
        raise Misused(
            f"--starting “{starting}” is no day and time. Write it as 2024-10-14T10:00, or now."
        ) from None
    _tell(made)
    if given is None:
        forget(paths.data)
        say(f"It stands as a pack in {pack}: yours to edit, to keep and to send.")
    if invocation.rehearsal:
        say("Next: plenary rehearse")
        return DONE
    try:
        paths.remember(made.path)
    except OSError as error:
        complain(f"It will not be remembered as the last conference ({medium.why(error)}).")
    # It is the last conference now, which only the environment would outdo.
    chosen = f" --db {quoted(database)}" if paths.named not in (None, database) else ""
    say(f"Next: plenary podium{chosen}")
    return DONE


def _made_of(invocation: Invocation, paths: list[Path]) -> str:
    """The folder of a pack made of answers, and of files of the office if there are any."""
    options = invocation.options
    asked = can_ask() and not options.yes
    if not (asked or paths or options.answer):
        raise Misused(
            "A pack is needed where nobody can be asked: --pack cop12, or a folder; or --from FILE."
        )
    if medium.is_there(invocation.place) and not options.replace:
        raise Failed(f"{invocation.place} is there already.", ELSEWHERE)
    mapped = mapped_of(invocation)
    sources = _read(paths, mapped)
    data = invocation.paths.data
    if asked:
        with suppress(ImportError):
            import readline  # noqa: F401  (lines can be edited then)
        folder = found(data, input, today(), sources)
    else:
        draft = Drafting(data, today(), sources, anew=True)
        folder = found_unasked(draft, answers_of(options.answer), sources.ready)
    try:
        _fill(folder, sources, mapped, invocation)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # it was made just now, and would be half of it
        raise
    return str(folder)


def _read(paths: list[Path], mapped: Mapped) -> Sources:
    """What files say of the conference. Raises `Failed` with all that is wrong with them."""
    if not paths:
        return Sources()
    sources = read_sources(paths, overruled(mapped, ""))
    if sources.problems:
        raise Failed(" ".join(f"{str(one).rstrip('.')}." for one in sources.problems))
    return sources


def _fill(folder: Path, sources: Sources, mapped: Mapped, invocation: Invocation) -> None:
    """Take the files over into the pack, what is needed first. Raises `Failed`."""
    if not sources.parts:
        return
    from plenary_tui.commands.into_pack import IntoPack

    options = invocation.options
    manner = Manner(
        invocation.paths.names,
        yes=options.yes or not can_ask(),
        skip_refused=options.skip_refused,
    )
    into = IntoPack(folder, SystemClock())
    listed = next((speakers.item for speakers in into.conference.lists), "")
    for path, contents in sources.parts:
        told = replace(
            mapped,
            contents=contents or mapped.contents,
            item=mapped.item or listed,
            day=mapped.day or into.conference.first_day.isoformat(),
        )
        take_over(into, path, told, manner)


def answers_of(given: list[str]) -> dict[str, str]:
    """The answers of the command line, by the key of their question. Raises `Misused`."""
    answers = {}
    known = [question.key for question in questions(today())]
    for text in given:
        key, equals, answer = text.partition("=")
        if not equals or key.strip() not in known:
            raise Misused(f"--answer takes QUESTION=TEXT with one of {', '.join(known)}.")
        answers[key.strip()] = answer.strip().replace("\\n", "\n")
    return answers


def _write_template(path: Path) -> int:
    """Write what an office fills in; a file or folder that is there is left alone."""
    if medium.is_there(path):
        raise Failed(f"{path} is there already.", "Name another, or move it away.")
    workbook = path.suffix.casefold() == ".xlsx"
    if not workbook and is_workbook(path):
        raise Misused(f"{path} would be no .xlsx file. Name it so, or name a folder.")
    try:
        if workbook:
            write_template(path, all_states())
        else:
            write_pack(path, sample())
    except OSError as error:
        raise Failed(f"{path} cannot be written ({medium.why(error)}).") from None
    say(f"{path} was written. Fill it in; then plenary check {quoted(path)} tells what is wrong.")
    return DONE


def _tell(made: Made) -> None:
    say(f"{made.name} was set up in {made.path}.")
    if made.kept is not None:
        say(f"The conference that was there is kept in {made.kept}.")
    if made.opens_at is not None:
        from plenary_tui.procedure.ground.calendar import say_day

        say(f"Its first meeting opens at {made.opens_at:%H:%M} on {say_day(made.opens_at.date())}.")
