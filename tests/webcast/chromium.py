"""A real browser without a window, driven by its debugging protocol."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

PATIENCE = 30.0
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def is_needed() -> bool:
    """Whether the pages must be tested, as in CI: then it is no excuse that there is no browser."""
    return "browser" in os.environ.get("PLENARY_TESTS_NEED", "").split()


def find_chromium() -> str | None:
    """The program; None if this machine has none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Page:
    """A page of a browser, by the address at which it is debugged."""

    def __init__(self, debugged_at: str) -> None:
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(debugged_at, max_size=None, open_timeout=PATIENCE)
        )
        self._number = 0

    def leave(self) -> None:
        """Debug it no more."""
        self._open.close()

    def call(self, method: str, **parameters: Any) -> Any:
        """One command of the protocol."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv(timeout=PATIENCE))
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def open(self, url: str) -> None:
        """Go to a page."""
        self.call("Page.navigate", url=url)
        self.wait_for("document.readyState === 'complete' && location.href !== 'about:blank'")

    @contextmanager
    def sized(self, width: int, height: int) -> Iterator[None]:
        """A window of another size, in pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            **{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        try:
            yield
        finally:
            self.call("Emulation.clearDeviceMetricsOverride")

    @contextmanager
    def without(self, *names: str) -> Iterator[None]:
        """A browser that does not have these, in every page that is opened meanwhile."""
        self.call("Page.enable")
        source = "".join(f"delete window.{name};" for name in names)
        added = self.call("Page.addScriptToEvaluateOnNewDocument", source=source)
        try:
            yield
        finally:
            self.call("Page.removeScriptToEvaluateOnNewDocument", **added)
            self.call("Page.disable")

    def get(self, expression: str) -> Any:
        """The value of an expression in the page; of a promise, what it comes to."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Wait until an expression is true."""
        limit = time.monotonic() + PATIENCE
        while not self.get(expression):
            assert time.monotonic() < limit, f"never: {expression}\n{self.get(TEXT)}"
            time.sleep(0.02)

    def save(self, path: Path) -> None:
        """A picture of the page; what is transparent stays so."""
        self.call(
            "Emulation.setDefaultBackgroundColorOverride", color={"r": 0, "g": 0, "b": 0, "a": 0}
        )
        picture = self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(picture["data"]))


class Chromium(Page):
    """A browser, which is its own first page."""

    def __init__(self, program: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="plenary-browser-")
        profile = Path(self._folder.name)
        self._process = subprocess.Popen(
            [
                *(program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
                *("--disable-dev-shm-usage", "--disable-background-networking"),
                *("--remote-debugging-port=0", "--remote-allow-origins=*", "--hide-scrollbars"),
                *(f"--user-data-dir={profile}", "--window-size=1280,720", "about:blank"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": str(profile)},
        )
        told = profile / "DevToolsActivePort"
        limit = time.monotonic() + PATIENCE
        while not told.exists() or "\n" not in told.read_text():
            assert time.monotonic() < limit and self._process.poll() is None, "it does not start"
            time.sleep(0.05)
        self._debugger = f"http://127.0.0.1:{told.read_text().splitlines()[0]}"
        pages = [one for one in self._ask("list") if one["type"] == "page"]
        super().__init__(pages[0]["webSocketDebuggerUrl"])

    def close(self) -> None:
        """End it."""
        self.leave()
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._folder.name, ignore_errors=True)
        self._folder.cleanup()

    @contextmanager
    def further_pages(self, number: int) -> Iterator[list[Page]]:
        """So many pages more, still empty."""
        told = [self._ask("new?about:blank", "PUT") for _ in range(number)]
        pages = [Page(one["webSocketDebuggerUrl"]) for one in told]
        try:
            yield pages
        finally:
            for page, one in zip(pages, told, strict=True):
                page.leave()
                self._ask(f"close/{one['id']}")

    def _ask(self, what: str, method: str = "GET") -> Any:
        """What the browser says of its pages."""
        request = urllib.request.Request(f"{self._debugger}/json/{what}", method=method)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            text = answer.read().decode()
        return json.loads(text) if text.startswith(("{", "[")) else text


TEXT = "document.body ? document.body.innerText : ''"
