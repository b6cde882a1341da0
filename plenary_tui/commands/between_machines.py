"""What is typed after the commands that are about several machines on one conference.

Apart from `parser`, which is long without it.
"""

from __future__ import annotations

import argparse

SERVER_TASKS = ("init", "grant", "upgrade")
FUNCTIONS = ("reader", "list-desk", "documents-desk", "booth", "desk", "podium")
"""What a login may be for, named here so that help need not import it."""
SERVER = "postgresql://LOGIN@HOST/DATABASE, or service=NAME of pg_service.conf"


def configure_server(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary server` takes."""
    parser.add_argument(
        "task",
        choices=SERVER_TASKS,
        help="make the tables; say what a login is for; bring the tables up to date",
    )
    parser.add_argument("server", metavar="SERVER", help=SERVER)
    parser.add_argument("login", nargs="?", metavar="LOGIN", help="of grant: a login of the server")
    parser.add_argument(
        "function", nargs="?", metavar="FUNCTION", help=f"of grant: {', '.join(FUNCTIONS)}"
    )
    parser.add_argument(
        "--conference",
        default="",
        metavar="NAME",
        help="of grant: in that conference; with --station, that name is this login's there",
    )


def configure_share(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary share` takes."""
    parser.add_argument("server", metavar="SERVER", help=SERVER)
    parser.add_argument(
        "--as", dest="name", default="", metavar="NAME", help="its name there; default its own"
    )


def configure_join(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary join` takes."""
    parser.add_argument(
        "server", metavar="SERVER[#NAME]", help=f"{SERVER}; NAME where a login sees several"
    )


def configure_link(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary link` takes."""
    parser.add_argument(
        "--end", action="store_true", help="make it a conference of this machine only"
    )


def configure_charge(parser: argparse.ArgumentParser) -> None:
    """Add what `plenary charge` takes."""
    task = parser.add_mutually_exclusive_group()
    task.add_argument(
        "--take", metavar="REASON", help="take charge, also from another; the reason is kept"
    )
    task.add_argument("--give-back", action="store_true", help="nobody is in charge then")
