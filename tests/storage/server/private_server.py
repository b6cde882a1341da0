"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket and no port.

As root it runs as `postgres`, for the server refuses root; else as whoever runs the tests.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

NEED = "server"
"""In PLENARY_TESTS_NEED: a machine without a server fails the tests rather than skips them."""
MISSING = "PostgreSQL is not installed here (Debian: apt-get install postgresql)."
OWNER = "owner"


def needed() -> bool:
    """Whether the tests may not be skipped for want of a server."""
    return NEED in os.environ.get("PLENARY_TESTS_NEED", "").split()


def programs() -> Path | None:
    """The folder of the server's programs, the newest; None where there is none."""
    if (found := shutil.which("initdb")) is not None:
        return Path(found).resolve().parent
    debian = [one for one in Path("/usr/lib/postgresql").glob("*/bin") if (one / "initdb").exists()]
    return max(debian, key=lambda one: float(one.parent.name), default=None)


def free_port() -> int:
    """A port of TCP on loopback that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


class PrivateServer:
    """One that is running until it is stopped.

    Attributes:
        folder: of its socket, and of all it keeps.
        port: on loopback, where one was asked for; else of the socket's name.
    """

    def __init__(
        self,
        *,
        durable: bool = False,
        port: int | None = None,
        inside: tuple[str, ...] = (),
        hosts: tuple[str, ...] = (),
        certificate: tuple[Path, Path] | None = None,
    ) -> None:
        """Make and start one.

        Args:
            durable: whether commits outlive a kill.
            port: of TCP on loopback too, or on all its addresses where hosts are named.
            inside: what its command stands behind, as root: a network namespace.
            hosts: the networks whose stations it lets in.
            certificate: and its key, of a server that lets nobody in by its port without a password
                and encryption.
        """
        self._settings: tuple[str, ...] = ()
        self._inside, self._hosts = inside, hosts
        found = programs()
        assert found is not None, MISSING
        self._programs, self._durable = found, durable
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self.port = port or 5432
        self._tcp = port is not None
        self._account: dict[str, Any] = {}
        if os.geteuid() == 0:
            import pwd

            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self._account = {
                "user": account.pw_uid,
                "group": account.pw_gid,
                "extra_groups": [],
            }
        self._environment = {
            "PATH": "/usr/sbin:/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.folder),
        }
        options = ("-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self._call("initdb", "-D", str(self.data), *options, "--no-instructions")
        if certificate is not None:
            self._guard(*certificate)
        with (self.data / "pg_hba.conf").open("a") as file:
            file.writelines(f"host all all {one} trust\n" for one in hosts)
        self.start()

    @property
    def data(self) -> Path:
        """The folder of its data."""
        return self.folder / "data"

    def _guard(self, certificate: Path, key: Path) -> None:
        """Encrypt what comes by the port, and have passwords asked there."""
        for source, name in ((certificate, "server.crt"), (key, "server.key")):
            there = self.data / name
            shutil.copy(source, there)
            there.chmod(0o600)
            if self._account:
                os.chown(there, self._account["user"], self._account["group"])
        rules = self.data / "pg_hba.conf"
        rules.write_text("hostssl all all all scram-sha-256\n" + rules.read_text())
        self._settings = ("-c", "ssl=on")

    def _call(self, program: str, *words: str) -> None:
        subprocess.run(
            [self._programs / program, *words],
            check=True,
            capture_output=True,
            cwd=self.folder,
            env=self._environment,
            **self._account,
        )

    def start(self) -> None:
        """Start it, and wait until it answers.

        What a killed one has left may live on for a moment, beside which no other starts.
        """
        import psycopg

        self._launch()
        until = time.monotonic() + 20
        while True:
            try:
                psycopg.connect(self.address(OWNER, "postgres")).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.02)
                if self._process.poll() is not None:
                    self._launch()

    def _launch(self) -> None:
        loose = () if self._durable else ("-c", "fsync=off", "-c", "full_page_writes=off")
        account = self._account
        before = self._inside
        if before and account:  # only root comes into a namespace
            user, group = account["user"], account["group"]
            before = (*before, "setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups")
            account = {}
        addresses = ("*" if self._hosts else "127.0.0.1") if self._tcp else ""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(*before, self._programs / "postgres", "-D", self.data, "-k", self.folder),
                    *("-c", f"listen_addresses={addresses}", "-c", f"port={self.port}"),
                    *("-c", "max_connections=200", *loose, *self._settings),
                ],
                cwd=self.folder,
                env=self._environment,
                stderr=log,
                stdout=log,
                **account,
            )

    def address(self, login: str = OWNER, database: str = "postgres") -> str:
        """Where it is, by its socket."""
        return f"host={self.folder} port={self.port} user={login} dbname={database}"

    def by_port(self, login: str, database: str, port: int | None = None) -> str:
        """Where it is, by TCP, or by what stands before it on another port."""
        return f"host=127.0.0.1 port={port or self.port} user={login} dbname={database}"

    def sql(self, text: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """What the owner is answered."""
        import psycopg

        with psycopg.connect(self.address(OWNER, database), autocommit=True) as connection:
            cursor = connection.execute(text)  # type: ignore[arg-type]
            return cursor.fetchall() if cursor.description else []

    @property
    def pid(self) -> int:
        """Of the process that the others of it are children of."""
        return self._process.pid

    def freeze(self) -> None:
        """Stop every process of it where it stands; the kernel still acknowledges for them."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on."""
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        """End all of it as a power cut would."""
        self._signal(signal.SIGKILL)
        self._process.wait()
        self.data.joinpath("postmaster.pid").unlink(missing_ok=True)

    def _signal(self, number: int) -> None:
        import psutil

        process = psutil.Process(self._process.pid)
        for one in (process, *process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                one.send_signal(number)

    def stop(self) -> None:
        """Stop it, and leave nothing behind."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
