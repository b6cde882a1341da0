"""The command line: its commands, their options and their help."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from plenary_tui import __version__
from plenary_tui.commands.failures import Misused

ROOMS = (
    *("typical", "brisk", "lax", "restless"),
    *("punctual", "over", "erratic", "short-ngos"),
)
"""The kinds of simulated room, named here so that help need not import them."""
RECORD_FORMS = ("list", "summary", "report", "statistics", "gaps", "all")
RECORD_FORMATS = ("txt", "md", "html", "csv", "json")
EXPORTS = ("statements", "journal", "agenda", "list", "programme", "chapters", "pack")
"""What goes out afterwards, named here for the same reason."""
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


@dataclass(frozen=True, slots=True)
class CommandRow:
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
        "--pack", required=True, metavar="NAME_OR_PATH", help="a pack: cop12, or a folder"
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
        metavar="FILE",
        help="whether that file, a record or an export, was made from this journal",
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


def _print(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--item", metavar="SYMBOL", help="the item; default the current one")
    parser.add_argument(
        "--decisions", action="store_true", help="drafts and decisions instead of a list"
    )


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the copy, which must not exist")


def _serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="H", help="another address; needs --token"
    )
    parser.add_argument(
        "--port", type=int, default=8712, metavar="N", help="default 8712; 0 takes a free one"
    )
    parser.add_argument(
        "--token",
        metavar="T",
        help="16 characters or more, which every reader gives; else PLENARY_TOKEN",
    )
    parser.add_argument("--style", metavar="FILE", help="a style sheet of your own for the pages")
    parser.add_argument(
        "--origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="pages of that origin may read too, null for one opened from a file; may be repeated",
    )


def _feed(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", metavar="DIR", help="the folder; made if it is not there")
    parser.add_argument(
        "--keep", action="store_true", help="leave the captions as they are when it ends"
    )


def _script(parser: argparse.ArgumentParser) -> None:
    _json(parser)
    parser.add_argument(
        "--export", metavar="FILE", help="write the built-in words to a file, to be changed"
    )


def _scope(parser: argparse.ArgumentParser) -> None:
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--meeting", type=int, metavar="N", help="of that meeting, with the Committee's sittings"
    )
    group.add_argument("--day", metavar="D", help="of the meetings of a day, e.g. 2024-10-14")
    group.add_argument("--item", metavar="SYMBOL", help="of one item")
    group.add_argument("--all", action="store_true", help="of the whole conference")


def _at(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--at", type=int, metavar="ROW", help="as of that row of the journal; default the last"
    )


def _record(parser: argparse.ArgumentParser) -> None:
    _scope(parser)
    parser.add_argument(
        "--form",
        choices=RECORD_FORMS,
        help="default the list; in a folder all of them, with the chapters of the webcast",
    )
    parser.add_argument(
        "--format",
        metavar="FORMATS",
        help=f"of {', '.join(RECORD_FORMATS)}, parted by commas; default txt, in a folder txt,html",
    )
    parser.add_argument(
        "--to", metavar="FOLDER", help="write files there; - or nothing for standard output"
    )
    _at(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=EXPORTS, help="what is written")
    _scope(parser)
    parser.add_argument("--format", choices=("csv", "json"), help="of tables; default csv")
    parser.add_argument(
        "--internal",
        action="store_true",
        help="of the journal, also what is private: for the office alone",
    )
    parser.add_argument(
        "--to", metavar="FILE", help="a file or a folder; - or nothing for standard output"
    )
    _at(parser)


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell")


COMMANDS = (
    CommandRow("podium", "open the podium", _podium),
    CommandRow("rehearse", "open the podium on a rehearsal of COP12, or of a pack", _rehearse),
    CommandRow("webcast", "the next-speaker pane for the webcast operator; only reads"),
    CommandRow("serve", "web pages for the webcast and the lectern; only reads", _serve),
    CommandRow("feed", "write what broadcast software reads, after every act; only reads", _feed),
    CommandRow("new", "make a conference from a pack", _new),
    CommandRow("status", "print what stands: meeting, item, floor, next speakers", _json),
    CommandRow("do", "do one act, exactly as by key", _do),
    CommandRow("forecast", "print who will speak when, and who will not be reached", _json),
    CommandRow("script", "print what the President says next", _script),
    CommandRow("print", "print a list of speakers, or drafts and decisions, as plain text", _print),
    CommandRow("record", "write what was said and decided: for the Journal, the report", _record),
    CommandRow("export", "write the data of a conference for other programs", _export),
    CommandRow("check", "check the database: integrity, hash chain, head; or a pack", _check),
    CommandRow("backup", "make a consistent copy, also while in use", _backup),
    CommandRow("where", "print every path in use"),
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
    group.add_argument("--station", metavar="NAME", help="who acts; default the user and the host")
    version = f"plenary {__version__}"
    group.add_argument("--version", action="version", version=version, help="print the version")
    return common


def make_parser(configure_do: Configure = _do) -> Parser:
    """The parser of the whole command line.

    Args:
        configure_do: adds what follows `do`.
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
    for row in COMMANDS:
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


def place_of_do(words: list[str]) -> int | None:
    """Where `do` stands, if it is the command."""
    place = 0
    while place < len(words):
        word = words[place]
        if word in ("--db", "--station", "--feed"):
            place += 2
        elif word.startswith("-"):
            place += 1
        else:
            return place if word == "do" else None
    return None
