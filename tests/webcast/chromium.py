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
    return os.environ.get("PLENARY_TESTS_NEED") == "browser"


def find_chromium() -> str | None:
    """The program; None if this machine has none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Chromium:
    """A browser with one page."""

    def __init__(self, program: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="plenary-browser-")
        profile = Path(self._folder.name)
        self._process = subprocess.Popen(
            [
                *(program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"),
                "--disable-dev-shm-usage",
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
        port = told.read_text().splitlines()[0]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=10) as answer:
            pages = [one for one in json.load(answer) if one["type"] == "page"]
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(pages[0]["webSocketDebuggerUrl"], max_size=None, open_timeout=10)
        )
        self._number = 0

    def close(self) -> None:
        """End it."""
        self._open.close()
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._folder.name, ignore_errors=True)
        self._folder.cleanup()

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

    def get(self, expression: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
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


TEXT = "document.body ? document.body.innerText : ''"
