"""The command line: reads it, calls the command, and turns every outcome into an exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from types import SimpleNamespace

from plenary_tui.commands import failures
from plenary_tui.commands import output as speech
from plenary_tui.commands.invocation import Invocation

PLAIN: Mapping[tuple[str, ...], Mapping[str, object]] = {
    (): {"command": None},
    ("podium",): {"command": "podium"},
    ("status",): {"command": "status", "json": False},
}
"""What a parser makes of what is typed most; its import and making take longer than the reading."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `plenary` with these words, by default those of the process; the exit status."""
    collecting = gc.isenabled()
    gc.disable()  # most commands are done before it were worth it; those that stay enable it
    # Looking for plugins of pydantic, of which there are none, takes 20 ms of every start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if "_ARGCOMPLETE" in os.environ:
        from plenary_tui.commands.completion import complete

        complete()
    speech.make_ready()
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except SystemExit as end:  # --help and --version
        return end.code if isinstance(end.code, int) else failures.DONE
    except KeyboardInterrupt:
        speech.complain("Interrupted; what was recorded before stays recorded.")
        return failures.REFUSED
    except Exception as error:
        status, sentence = failures.explain(error) or (
            failures.REFUSED,
            failures.log_internal(error),
        )
        speech.complain(sentence)
        return status
    finally:
        if collecting:
            gc.enable()
        speech.finish()


def _run(words: list[str]) -> int:
    if (plain := PLAIN.get(tuple(words))) is not None:
        return _call(Invocation(SimpleNamespace(**plain)))
    from plenary_tui.commands.parser import make_parser, place_of_command

    place = place_of_command(words)
    if place is None or words[place] != "do":
        invocation = Invocation(make_parser(words=words).parse_args(words))
        invocation.require_podium_for_feed()
        return _call(invocation)
    from plenary_tui.commands import do

    typed = do.take_apart(words[place + 1 :])
    asked = ["--version"] * ("version" in typed.options)
    asked += ["--help"] * ("help" in typed.options and not typed.words)
    about = [*words[: place + 1], *asked]
    invocation = Invocation(make_parser(words=about).parse_args(about))
    invocation.require_podium_for_feed()
    return do.run(invocation, typed)


def _call(invocation: Invocation) -> int:
    """Call the command; what it needs is imported only now."""
    match invocation.options.command:
        case None:
            from plenary_tui.commands import podium

            return podium.last_or_lobby(invocation)
        case "podium":
            from plenary_tui.commands import podium

            return podium.podium(invocation)
        case "rehearse":
            from plenary_tui.commands import podium

            return podium.rehearse(invocation)
        case "webcast":
            from plenary_tui.commands import webcast

            return webcast.webcast(invocation)
        case "serve":
            from plenary_tui.commands import serve

            return serve.serve(invocation)
        case "feed":
            from plenary_tui.commands import feed

            return feed.feed(invocation)
        case "new":
            from plenary_tui.commands import new

            return new.new(invocation)
        case "status":
            from plenary_tui.commands import status

            return status.status(invocation)
        case "import":
            from plenary_tui.commands import importing

            return importing.run(invocation)
        case "forecast":
            from plenary_tui.commands import forecast

            return forecast.forecast(invocation)
        case "script":
            from plenary_tui.commands import script

            return script.script(invocation)
        case "print":
            from plenary_tui.commands import status

            return status.print_list(invocation)
        case "record":
            from plenary_tui.commands import record

            return record.record(invocation)
        case "export":
            from plenary_tui.commands import export

            return export.export(invocation)
        case "check":
            from plenary_tui.commands import upkeep

            return upkeep.check(invocation)
        case "backup":
            from plenary_tui.commands import upkeep

            return upkeep.backup(invocation)
        case "where":
            from plenary_tui.commands import upkeep

            return upkeep.where(invocation)
        case "share":
            from plenary_tui.commands import linking

            return linking.share(invocation)
        case "join":
            from plenary_tui.commands import linking

            return linking.join(invocation)
        case "link":
            from plenary_tui.commands import linking

            return linking.link(invocation)
        case "waiting":
            from plenary_tui.commands import linking

            return linking.waiting(invocation)
        case "charge":
            from plenary_tui.commands import linking

            return linking.charge(invocation)
        case "server":
            from plenary_tui.commands import server_tables

            return server_tables.server(invocation)
        case "completion":
            from plenary_tui.commands import completion

            return completion.script(invocation)
        case other:
            raise AssertionError(f"the command {other} has no code")
