"""An office's own pages from elsewhere may read once their origin is allowed, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plenary_tui.webcast.server import ServeError, listen
from tests.webcast.chromium import Chromium, find_chromium, is_needed
from tests.webcast.served import Booth, booth

PROGRAM = find_chromium()
TOKEN = "a-token-of-the-booth"
OFFICE = "http://graphics.example:8080"
needs_a_browser = pytest.mark.skipif(
    PROGRAM is None and not is_needed(), reason="needs Chromium (Debian: chromium)"
)


@pytest.fixture
def allowing(tmp_path: Path) -> Iterator[Booth]:
    """A server that two origins may read, as they are typed."""
    with booth(tmp_path / "small.db", origins=("HTTP://Graphics.example:8080/", "null")) as found:
        yield found


def test_an_allowed_origin_reads_values_and_events(allowing: Booth) -> None:
    for origin in (OFFICE, "null"):
        for path in ("/api/live", "/api/poll", "/api/now/delegation", "/health"):
            answer = allowing.ask(
                path, Origin=origin, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="cors"
            )
            assert answer.status == 200
            assert answer.headers["access-control-allow-origin"] == origin
            assert answer.headers["vary"] == "Origin"
        assert allowing.ask("/api/events", "HEAD", Origin=origin).status == 200


def test_it_reads_and_does_no_more(allowing: Booth) -> None:
    before = allowing.seq
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = allowing.ask("/api/live", method, Origin=OFFICE)
        assert answer.status == 405 and answer.text == "This server is read only.\n"
    asked = allowing.ask(
        "/api/live", "OPTIONS", Origin=OFFICE, Access_Control_Request_Method="POST"
    )
    assert asked.status == 204
    assert asked.headers["access-control-allow-methods"] == "GET, HEAD"
    assert allowing.seq == before


def test_every_other_origin_is_refused_as_before(allowing: Booth) -> None:
    for origin in ("http://evil.example", "https://graphics.example:8080", f"{OFFICE}1", "file://"):
        for method in ("GET", "OPTIONS"):
            asks = {"Access_Control_Request_Method": "GET"} if method == "OPTIONS" else {}
            answer = allowing.ask("/api/live", method, Origin=origin, **asks)
            assert answer.status == (403 if method == "GET" else 405), origin
            assert "access-control-allow-origin" not in answer.headers
    answer = allowing.ask("/api/live", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors")
    assert answer.status == 403 and "--origin" in answer.text


def test_an_allowed_origin_shows_the_token_like_any_reader(tmp_path: Path) -> None:
    with booth(tmp_path / "small.db", token=TOKEN, origins=(OFFICE,)) as served:
        assert served.ask("/api/live", Origin=OFFICE).status == 401
        assert served.ask(f"/api/live?token={TOKEN}", Origin=OFFICE).status == 200
        asks = {"Access_Control_Request_Method": "GET"}
        asked = served.ask("/api/live", "OPTIONS", Origin=OFFICE, **asks)
        assert asked.status == 204
        assert asked.headers["access-control-allow-headers"] == "Authorization"


def test_it_may_frame_the_pages_where_it_has_a_name(allowing: Booth) -> None:
    framed = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    answer = allowing.ask("/next", Sec_Fetch_Dest="iframe", **framed)
    assert answer.status == 200
    policy = answer.headers["content-security-policy"]
    assert policy.endswith(f"frame-ancestors 'self' {OFFICE}")


@pytest.mark.parametrize(
    "given", ["graphics.example", "*", "ftp://a.example", f"{OFFICE}/page.html", "http://a b", ""]
)
def test_what_is_no_origin_is_refused(given: str) -> None:
    with pytest.raises(ServeError, match="is no origin"):
        listen(port=0, origins=(given,))


def test_the_usual_port_need_not_be_named() -> None:
    listening = listen(port=0, origins=("https://a.example:443", "http://b.example:80"))
    listening.socket.close()
    assert listening.door.origins == {"https://a.example", "http://b.example"}


OVERLAY = """<!doctype html><meta charset="utf-8"><p id="now"></p><p id="told"></p><script>
const put = (id, text) => { document.getElementById(id).textContent = text; };
fetch("URL/api/now/delegation").then((answer) => answer.text())
  .then((text) => put("now", text), (error) => put("now", `refused: ${error}`));
const events = new EventSource("URL/api/events");
events.addEventListener("live", (event) => put("told", JSON.parse(event.data).now.name.text));
events.addEventListener("error", () => put("told", "refused"));
</script>"""


@needs_a_browser
def test_an_overlay_from_a_file_follows_once_null_is_allowed(tmp_path: Path) -> None:
    assert PROGRAM is not None, "there is no Chromium, and the pages must be tested"
    browser = Chromium(PROGRAM)
    page = tmp_path / "overlay.html"
    for origins, now in (((), "refused"), (("null",), "Côte d\u2019Ivoire")):
        with booth(tmp_path / f"{len(origins)}.db", origins=origins) as served:
            served.wait_for(served.do("give-floor"))
            page.write_text(OVERLAY.replace("URL", served.url), encoding="utf-8")
            browser.open(page.as_uri())
            for where in ("now", "told"):
                browser.wait_for(f"document.getElementById('{where}').textContent")
                assert browser.get(f"document.getElementById('{where}').innerText").startswith(now)
            browser.open("about:blank?")
    browser.close()
