"""The command line: its commands, their options and their help."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from typing import NoReturn

from plenary_tui import __version__
from plenary_tui.commands.between_machines import (
    configure_charge,
    configure_join,
    configure_link,
    configure_server,
    configure_share,
)
from plenary_tui.commands.failures import Misused
from plenary_tui.commands.going_out import (
    configure_export,
    configure_feed,
    configure_print,
    configure_record,
    configure_script,
    configure_serve,
)
from plenary_tui.procedure.state.frozen import Value

ROOMS = (
    *("typical", "brisk", "lax", "restless"),
    *("punctual", "over", "erratic", "short-ngos"),
)
"""The kinds of simulated room, named here so that help need not import them."""
CONTENTS = ("delegations", "list", "agenda", "programme", "drafts")
"""What a file may be taken for, named here for the same reason."""
EPILOG = """Exit status: 0 done; 1 refused or not found; 2 wrong usage.
`plenary do --list` names every act, `plenary do ACT --help` its fields."""


_NO_NUMBER = re.compile(r"invalid int value: '(.*)'")


class Parser(argparse.ArgumentParser):
    """A parser that raises `Misused` rather than end the program."""

    def error(self, message: str) -> NoReturn:
        """Raise `Misused`, with where to read more."""
        message = _NO_NUMBER.sub(r"“\1” is not a whole number", message)
        raise Misused(f"{message[:1].upper()}{message[1:].rstrip('.')}. See {self.prog} --help.")


Configure = Callable[[argparse.ArgumentParser], None]


class CommandRow(Value):
    """A command of `plenary`: its name, its help, and what adds its arguments."""

    name: str
    help: str
    configure: Configure = lambda parser: None


def _podium(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--feed",
        default=argparse.SUPPRESS,
        metavar="DIR",
        help="write the webcast files to that folder while the podium is open",
    )


def _rehearse(parser: argparse.ArgumentParser) -> None:
    _podium(parser)
    parser.add_argument("--fresh", action="store_true", help="begin anew; the old one is deleted")
    parser.add_argument(
        "--meeting", type=int, metavar="N", help="the meeting that has just opened; default 1"
    )
    parser.add_argument(
        "--pack", metavar="NAME_OR_PATH", help="of that pack: a folder; default cop12"
    )
    parser.add_argument(
        "--auto",
        metavar="SPEED",
        help="a simulated room acts and speaks, that many times as fast as time goes: 1 to 600",
    )
    parser.add_argument("--seed", metavar="N", help="what the room's chance is drawn from")
    parser.add_argument("--room", metavar="KIND", help=f"the kind of room: {', '.join(ROOMS)}")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pack",
        metavar="NAME_OR_PATH",
        help="a pack: cop12, a folder, or a workbook; without it you are asked, and a pack is made",
    )
    parser.add_argument(
        "--from",
        dest="sources",
        action="append",
        default=[],
        nargs="+",
        metavar="FILE",
        help="of what the files of an office say; what they do not is asked",
    )
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=TEXT",
        help="what is answered where nobody is asked, e.g. name=COP13; may be repeated",
    )
    _told_of_files(parser)
    parser.add_argument(
        "--template",
        metavar="FILE.xlsx or FOLDER",
        help="write what an office fills in, with the States there: a workbook, or CSV files",
    )
    parser.add_argument(
        "--starting",
        default="",
        metavar="ISO",
        help="move all dates so that the first meeting opens then, e.g. 2025-10-13T10:00, or now",
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="in the place of the conference that is there, which is kept beside it",
    )


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "pack",
        nargs="?",
        metavar="PACK",
        help="check that pack instead, a name or a folder; nothing is made of it",
    )

    parser.add_argument(
        "--record",
        nargs="+",
        metavar="FILE",
        help="whether those files, records or exports, were made from this journal",
    )
    parser.add_argument(
        "--template", metavar="FILE", help="with --record, the template of a Word file"
    )
    parser.add_argument(
        "--server", action="store_true", help="check the journal on the server as well, and compare"
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON")


def _do(parser: argparse.ArgumentParser) -> None:
    # For help alone: what follows `do` is read by `plenary_tui.commands.do`.
    _json(parser)
    parser.add_argument("--list", action="store_true", help="print every act and its fields")
    parser.add_argument(
        "--file", metavar="FILE", help="do the acts of a file, a line each; - for standard input"
    )
    parser.add_argument("act", nargs="?", metavar="ACT", help="the act, e.g. give-floor")
    parser.add_argument("fields", nargs="*", metavar="--field value", help="its fields")


def _import(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="CSV, .xlsx, .xls, .ods, JSON or .ics")
    add("--as", dest="contents", choices=CONTENTS, help="what the file is; guessed otherwise")
    add("--item", metavar="SYMBOL", help="on whose list requests come that do not say it")
    add("--sheet", metavar="NAME", help="the sheet to read")
    add("--encoding", metavar="NAME", help="how the CSV file is saved: cp1252, say")
    _told_of_files(parser)
    add("--save-map", metavar="FILE", help="write what was told and answered to a file")
    add("--dry-run", action="store_true", help="the preview alone; 1 if it would not go through")
    add("--pack", metavar="FOLDER", help="into a pack that is being made, not a conference")
    add("--override", metavar="REASON", help="overrule what may be overruled; recorded")
    add("--all", action="store_true", help="list every row")
    _json(parser)


def _told_of_files(parser: argparse.ArgumentParser) -> None:
    """What may be said of files of an office, whatever is made of them."""
    add = parser.add_argument
    add(
        "--column",
        action="append",
        default=[],
        metavar="TITLE=ROLE",
        help="what a column holds, - for nothing that is read; may be repeated",
    )
    add(
        "--name",
        action="append",
        default=[],
        metavar="TEXT=CODE",
        help="whom a name means; NGO, IGO, ... to register it as new, - to leave it out",
    )
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first",
        dest="day_first",
        action="store_true",
        default=None,
        help="02/09/2024 is in September",
    )
    order.add_argument(
        "--month-first", dest="day_first", action="store_false", help="02/09/2024 is in February"
    )
    add("--day", metavar="DAY", help="the day of a file that has times and no dates")
    add("--map", metavar="FILE", help="all of these from a file that --save-map wrote")
    add("--yes", action="store_true", help="ask nothing; change nothing if anything is to be asked")
    add("--skip-refused", action="store_true", help="leave out the rows that are refused")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the copy, which must not exist")


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish", "powershell"), help="the shell")


COMMANDS = (
    CommandRow("podium", "open the podium", _podium),
    CommandRow("rehearse", "open the podium on a rehearsal of COP12, or of a pack", _rehearse),
    CommandRow("webcast", "the next-speaker pane for the webcast operator; only reads"),
    CommandRow("serve", "web pages for the webcast and the lectern; only reads", configure_serve),
    CommandRow(
        "feed", "write what broadcast software reads, after every act; only reads", configure_feed
    ),
    CommandRow("new", "make a conference: asks for it, or takes a pack", _new),
    CommandRow("status", "print what stands: meeting, item, floor, next speakers", _json),
    CommandRow("do", "do one act, exactly as by key", _do),
    CommandRow("import", "take over files of an office: registrations, lists, ...", _import),
    CommandRow("forecast", "print who will speak when, and who will not be reached", _json),
    CommandRow("script", "print what the President says next", configure_script),
    CommandRow(
        "print",
        "print a list of speakers, drafts and decisions, or votes, as plain text",
        configure_print,
    ),
    CommandRow(
        "record", "write what was said and decided: for the Journal, the report", configure_record
    ),
    CommandRow("export", "write the data of a conference for other programs", configure_export),
    CommandRow("check", "check the database: integrity, hash chain, head; or a pack", _check),
    CommandRow("backup", "make a consistent copy, also while in use", _backup),
    CommandRow("where", "print every path in use"),
    CommandRow("share", "bring the conference to a server, for other machines", configure_share),
    CommandRow("join", "fetch a conference from a server, and follow it", configure_join),
    CommandRow("link", "print how this machine stands with the server", configure_link),
    CommandRow("waiting", "print what other machines asked and nobody has answered"),
    CommandRow("charge", "take charge of a shared conference, or give it back", configure_charge),
    CommandRow(
        "server", "make, grant or upgrade a server's tables; for its owner", configure_server
    ),
    CommandRow("completion", "print what makes a shell complete commands", _completion),
)


def common_options() -> Parser:
    """The options that every command takes; unset if not given."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = common.add_argument_group("common options")
    group.add_argument(
        "--db", metavar="PATH", help="the database; default $PLENARY_DB, else the last conference"
    )
    group.add_argument("--rehearsal", action="store_true", help="the rehearsal's database")
    group.add_argument(
        "--station",
        metavar="NAME",
        help="who acts; default the name on the server, else the user and the host",
    )
    version = f"plenary {__version__}"
    group.add_argument("--version", action="version", version=version, help="print the version")
    return common


def make_parser(configure_do: Configure = _do, words: Sequence[str] | None = None) -> Parser:
    """The parser of the whole command line.

    Args:
        configure_do: adds what follows `do`.
        words: what is to be read with it: of commands only the one that is in them is made.
    """
    common = common_options()
    parser = Parser(
        prog="plenary",
        description="Run a plenary live from a terminal. Without a command: the podium on the last "
        "conference, or on a first run a lobby.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
        allow_abbrev=False,
    )
    _podium(parser)
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND")
    for row in COMMANDS if words is None else _asked(words):
        configure = configure_do if row.name == "do" else row.configure
        configure(
            commands.add_parser(
                row.name,
                help=row.help,
                description=f"{row.help[:1].upper()}{row.help[1:]}.",
                parents=[common],
                allow_abbrev=False,
            )
        )
    return parser


def _asked(words: Sequence[str]) -> Sequence[CommandRow]:
    """Of the commands those that what was typed may be about: all, where it tells no single one."""
    place = place_of_command(words)
    if any(one in words[:place] for one in ("-h", "--help")):
        return COMMANDS
    return [row for row in COMMANDS if place is not None and row.name == words[place]] or COMMANDS


def place_of_command(words: Sequence[str]) -> int | None:
    """Where the command stands; None if there is none."""
    place = 0
    while place < len(words):
        word = words[place]
        if word in ("--db", "--station", "--feed"):
            place += 2
        elif word.startswith("-"):
            place += 1
        else:
            return place
    return None
