"""`plenary serve`: pages and values for the webcast booth, read only."""

from __future__ import annotations

import gc
import os
from functools import cache

from plenary_tui.commands.failures import DONE, Failed, Misused, log_internal
from plenary_tui.commands.invocation import Invocation, read_path
from plenary_tui.commands.named_file import read_named_text
from plenary_tui.commands.output import complain, say
from plenary_tui.commands.status import one_tongue
from plenary_tui.desk.watching import Watching
from plenary_tui.exchange.script import script_in
from plenary_tui.exchange.tongues import NotOffered, tongue_of
from plenary_tui.procedure.state.vocabulary import Language
from plenary_tui.rehearsal.own_time import clock_beside
from plenary_tui.stations.link_beside import linked_beside
from plenary_tui.views.script.phrases import Phrases
from plenary_tui.views.wording.extras import install
from plenary_tui.views.wording.tongue import ENGLISH, Tongue
from plenary_tui.webcast.manners import give_way

TOKEN_VARIABLE = "PLENARY_TOKEN"
"""What holds the token where no file does, nor the command line, which all accounts here see."""
LONGEST_TOKEN = 1000
"""Characters of a token file that are read."""
NICENESS = 5
"""How far it stands back behind the podium, in the steps of POSIX."""
LARGEST_STYLE = 256 * 1024
"""Bytes of an office's own style sheet."""


def serve(invocation: Invocation) -> int:
    """Serve until it is interrupted; waits for a conference that is not there. The exit status."""
    try:
        from plenary_tui.webcast.hub import Hub
        from plenary_tui.webcast.server import listen, make_server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "anyio", "h11"):
            raise
        raise Failed(
            "The web server is an extra that is not installed.",
            f"Install it with: {install('web')}.",
        ) from None
    options = invocation.options
    if not 0 <= options.port <= 65535:
        raise Misused("--port is a number from 0 to 65535; 0 takes any that is free.")
    style = _read_style(options.style)
    language = one_tongue(invocation, screen=False).language
    database = invocation.database
    token = _token(options.token, options.token_file)
    listening = listen(options.host, options.port, token, options.origin)
    give_way(NICENESS)
    watching = Watching(database)
    watching.open()
    clock = clock_beside(database, lambda: watching.last)
    hub = Hub(watching, clock, _phrases(invocation), script_in, page_tongue)
    _tell_of_languages()
    server = make_server(hub, listening, style, log_internal, language)
    _tell(listening.address, token, watching)
    gc.freeze()
    gc.enable()
    try:
        with linked_beside(database):
            server.run(sockets=[listening.socket])
    except KeyboardInterrupt:
        say("The server has ended.")
    finally:
        listening.socket.close()
        watching.close()
    if hub.failed is not None:
        raise hub.failed
    return DONE


@cache
def page_tongue(language: Language) -> Tongue:
    """The words of pages in a language; in English where its catalogue is not whole."""
    try:
        return tongue_of(language)
    except NotOffered:
        return ENGLISH


def _tell_of_languages() -> None:
    """Say which catalogues are not whole."""
    for language in Language:
        try:
            tongue_of(language)
        except NotOffered as why:
            complain(f"Note: {why} Its pages have names in it, and English words.")


def _phrases(invocation: Invocation) -> Phrases:
    """The words of the President's script; what of an office's own is not in order is told."""
    from plenary_tui.exchange.script import read_wording
    from plenary_tui.settings import load

    phrases, complaints = read_wording(load(invocation.paths.settings)[0].script)
    for one in complaints:
        complain(f"Note: {one}")
    return phrases


def _tell(address: str, token: str, watching: Watching) -> None:
    shown = f"?token={token}" if token else ""
    conference = watching.conference
    if watching.trouble is not None:
        complain(f"Note: {watching.trouble.why} The pages wait, and show it once it can be read.")
    if conference is not None:
        say(f"{'REHEARSAL: ' if conference.rehearsal else ''}{conference.name}")
    say(f"Caption (browser source)  {address}/caption{shown}")
    say(f"Next speakers (monitor)   {address}/next{shown}")
    say(f"Speaker's clock (lectern) {address}/clock{shown}")
    say(f"The President's lines     {address}/script{shown}")
    say(f"All of it                 {address}/{shown}")
    say("It can be read, never changed. Ctrl+C ends it.")


def _token(given: str | None, name: str | None) -> str:
    """The token: of the command line, of a file, or of the environment. Raises `Failed`."""
    if name is None:
        return given or os.environ.get(TOKEN_VARIABLE, "")
    if given:
        raise Misused("Give --token or --token-file, not both.")
    path = read_path("--token-file", name)
    return read_named_text(path, LARGEST_STYLE).partition("\n")[0][:LONGEST_TOKEN].strip()


def _read_style(given: str | None) -> str:
    """An office's own style sheet; "" if none is named. Raises `Failed`."""
    if given is None:
        return ""
    return read_named_text(read_path("--style", given), LARGEST_STYLE)
