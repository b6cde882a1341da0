"""Where the server is, as it is typed and kept: never with its password.

`postgresql://login@host/database`, `host=... dbname=...` or `service=NAME`, and after a `#` the
name of one of its conferences. How to prove who one is, is the business of PostgreSQL's own files.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from plenary_tui import medium
from plenary_tui.medium import ON_WINDOWS
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.storage.server.errors_of_server import NotLetIn, ServerError
from plenary_tui.views.wording.extras import install

SECRETS = ("password", "sslpassword")
"""What is never kept, nor shown."""
VERIFIED = "verify-full"
UNSAID = "prefer"
"""How PostgreSQL guards the way where nothing is said: not at all, if the server likes."""
PATIENCE: Mapping[str, str] = {
    "connect_timeout": "2",
    "keepalives": "1",
    "keepalives_idle": "1",
    "keepalives_interval": "1",
    "keepalives_count": "2",
    "tcp_user_timeout": "3000",
    "application_name": "plenary",
    "client_encoding": "UTF8",
    "options": "-c statement_timeout=10000 -c lock_timeout=3000 "
    "-c idle_in_transaction_session_timeout=5000 "
    "-c extra_float_digits=3 -c default_transaction_isolation=read\\ committed",
}
"""How soon a connection gives itself up, in seconds and milliseconds; what is typed goes before.

However else the server is set, a number comes back as it was sent, for its hash is made of it, and
who waited for a row sees it as it is then.
"""


class Address(Value):
    """A server, and perhaps one of its conferences.

    Attributes:
        words: what PostgreSQL is told, without secrets, as pairs in their order.
        conference: its name there; "" where a login sees only one.
        secrets: what was typed that is used now and never kept.
    """

    words: tuple[tuple[str, str], ...]
    conference: str = ""
    secrets: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """As it is kept and shown: without secrets."""
        from psycopg.conninfo import make_conninfo

        return make_conninfo("", **dict(self.words))

    @property
    def encrypted(self) -> str:
        """How well the way to the server is guarded, in PostgreSQL's word; "" as its files say."""
        return dict(self.words).get("sslmode", "")

    def parameters(self) -> dict[str, str]:
        """What to connect with. Raises `NotLetIn` for a password file that others can read."""
        require_private_passwords()
        words = dict(self.words)
        if "service" in words or words.get("sslrootcert") == "system":
            trust_whom_the_system_trusts()
        if "service" in words and "sslmode" not in words and not _guards_the_way(words):
            words["sslmode"] = VERIFIED
        return {**PATIENCE, **words, **dict(self.secrets)}

    def __repr__(self) -> str:
        return f"Address({dict(self.words)!r}, {self.conference!r})"


def read_address(text: str) -> Address:
    """The server that is meant. Raises `ServerError` for what is none."""
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict
    except ImportError:
        raise ServerError(
            "What speaks with a server is an extra that is not installed.",
            f"Install it with: {install('server')}.",
        ) from None

    where, _, conference = text.partition("#")
    if "=" not in where and "://" not in where:
        raise ServerError(
            f"“{where.rpartition('@')[2]}” is no server.",  # before the @ may be a password
            "Type postgresql://LOGIN@HOST/DATABASE, or service=NAME of your pg_service.conf.",
        )
    try:
        found = {name: str(value) for name, value in conninfo_to_dict(where).items()}
    except psycopg.Error:
        raise ServerError("This is no server's address.", "service=NAME is the shortest.") from None
    if "service" not in found and not _is_near(found.get("host", "")):
        found.setdefault("sslmode", VERIFIED)
    return Address(
        tuple((name, value) for name, value in found.items() if name not in SECRETS),
        conference,
        tuple((name, value) for name, value in found.items() if name in SECRETS),
    )


def _is_near(host: str) -> bool:
    """Whether a host is this machine: what it says leaves no cable."""
    return not host or host.startswith(("/", "@")) or host in ("localhost", "127.0.0.1", "::1")


def _guards_the_way(words: Mapping[str, str]) -> bool:
    """Whether PostgreSQL's file says how a service's way is guarded, or that it is this machine."""
    from psycopg.pq import Conninfo

    before = os.environ.get("PGSERVICE")
    os.environ["PGSERVICE"] = words["service"]
    try:
        found = {one.keyword: (one.val or b"").decode() for one in Conninfo.get_defaults()}
    finally:
        if before is None:
            del os.environ["PGSERVICE"]
        else:
            os.environ["PGSERVICE"] = before
    host = words.get("host") or found.get(b"host", "")
    return _is_near(host) or found.get(b"sslmode") != UNSAID


def trust_whom_the_system_trusts() -> None:
    """Have `sslrootcert=system` mean this system: what psycopg brings along looks elsewhere."""
    import ssl

    known = ssl.get_default_verify_paths()
    for name, place in (
        (known.openssl_cafile_env, known.cafile),
        (known.openssl_capath_env, known.capath),
    ):
        if place is not None:
            os.environ.setdefault(name, place)


def require_private_passwords() -> None:
    """Raise `NotLetIn` where others can read the passwords; libpq would tear the screen."""
    place = Path(os.environ.get("PGPASSFILE") or Path.home() / ".pgpass")
    if ON_WINDOWS or not medium.is_file(place):
        return
    if place.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NotLetIn(
            f"Other accounts can read the passwords in {place}.",
            f"Make it yours alone: chmod 600 {place}",
        )
