"""What is typed after the commands by which something goes out: record, export, serve, and so on.

Apart from `parser`, which is long without it.
"""

from __future__ import annotations

import argparse

RECORD_FORMS = ("list", "summary", "report", "statistics", "gaps", "all")
RECORD_FORMATS = ("txt", "md", "html", "csv", "json")
OFFICE_FORMATS = ("docx", "pdf", "xlsx")
"""Formats that are files of other programs, and need an extra."""
EXPORTS = ("statements", "journal", "agenda", "list", "programme", "chapters", "pack")
"""Forms, formats and exports, named here so that help need not import them."""


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


def configure_record(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary record` takes."""
    _scope(parser)
    parser.add_argument(
        "--form",
        choices=RECORD_FORMS,
        help="default the list; in a folder all of them, with the chapters of the webcast",
    )
    parser.add_argument(
        "--format",
        metavar="FORMATS",
        help=f"of {', '.join((*RECORD_FORMATS, *OFFICE_FORMATS))}, parted by commas; "
        "default txt, in a folder txt,html",
    )
    parser.add_argument(
        "--language",
        metavar="LANGUAGES",
        help="of ar, zh, en, fr, ru, es, parted by commas; default en; see docs/languages.md",
    )
    parser.add_argument(
        "--template", metavar="FILE", help="a Word file of the office, for docx; see docs/record.md"
    )
    parser.add_argument(
        "--style",
        action="append",
        default=[],
        metavar="PART=NAME",
        help="the style of the template for a part, e.g. numbered=Text; may be repeated",
    )
    parser.add_argument(
        "--to", metavar="FOLDER", help="write files there; - or nothing for standard output"
    )
    _at(parser)


def configure_export(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary export` takes."""
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
    _language(parser, "of the chapters: of ar, zh, en, fr, ru, es; default en")
    _at(parser)


def configure_print(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary print` takes."""
    parser.add_argument(
        "--item",
        metavar="SYMBOL",
        help="the item; default the current one, with --since the one of that row",
    )
    parser.add_argument(
        "--decisions", action="store_true", help="drafts and decisions instead of a list"
    )
    parser.add_argument(
        "--vote", action="store_true", help="the votes, with who voted how, instead of a list"
    )
    parser.add_argument(
        "--since",
        type=int,
        metavar="ROW",
        help="only what has changed since the list was printed as of that row",
    )
    _language(parser, "of ar, zh, en, fr, ru, es; default en")


def configure_script(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary script` takes."""
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--export", metavar="FILE", help="write the built-in words to a file, to be changed"
    )
    _language(parser, "of ar, zh, en, fr, ru, es, with the built-in words; default en")


def _language(parser: argparse.ArgumentParser, help_: str) -> None:
    parser.add_argument("--language", metavar="LANGUAGE", help=help_)


def configure_serve(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary serve` takes."""
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="H", help="another address; needs a token"
    )
    parser.add_argument(
        "--port", type=int, default=8712, metavar="N", help="default 8712; 0 takes a free one"
    )
    parser.add_argument(
        "--token",
        metavar="T",
        help="16 characters or more, which every reader gives; else PLENARY_TOKEN",
    )
    parser.add_argument(
        "--token-file", metavar="FILE", help="a file with the token, for your account alone"
    )
    parser.add_argument("--style", metavar="FILE", help="a style sheet of your own for the pages")
    parser.add_argument(
        "--origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="pages of that origin may read too, null for one opened from a file; may be repeated",
    )
    parser.add_argument(
        "--language",
        metavar="LANGUAGE",
        help="of pages whose address has no ?lang=: of ar, zh, en, fr, ru, es; default en",
    )


def configure_feed(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary feed` takes."""
    parser.add_argument("dir", metavar="DIR", help="the folder; made if it is not there")
    parser.add_argument(
        "--keep", action="store_true", help="leave the captions as they are when it ends"
    )
