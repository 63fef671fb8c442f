"""A real browser: what a page of another origin can do to the API is nothing."""

from __future__ import annotations

import http.server
import json
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kopia_desktop.app import App
from tests.api.conftest import Api

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
    " --disable-background-networking --disable-component-update --timeout=10000"
).split()

PAGE = """<!doctype html><body><img id=i><form id=f method=post enctype=text/plain target=w
 action="API/api/v1/jobs"><input name='{"language":"en","x":"' value='"}'></form>
<iframe name=w></iframe><img src=/until-said><script>
const said = {};
async function attempt(name, work) {
  try { said[name] = await work(); } catch (error) { said[name] = "refused"; }
}
const url = "API/api/v1/jobs", key = {"Authorization": "Bearer KEY"};
(async () => {
  await attempt("read", async () => (await fetch(url, {headers: key})).status);
  await attempt("write", async () => (await fetch(url, {method: "POST", headers: key})).status);
  await attempt("json", async () => (await fetch(url, {method: "POST", body: "{}",
    headers: {...key, "Content-Type": "application/json"}})).status);
  await attempt("plain", async () => (await fetch(url, {method: "POST", mode: "no-cors",
    body: "{}"})).type);
  await attempt("open", async () => (await fetch("API/healthz")).status);
  await attempt("events", () => new Promise((good, bad) => {
    const source = new EventSource("API/api/v1/events");
    source.onopen = () => good("open"); source.onerror = () => bad(); }));
  await attempt("image", () => new Promise((good, bad) => {
    i.onload = () => good("loaded"); i.onerror = bad; i.src = "API/docs"; }));
  await attempt("socket", () => new Promise((good, bad) => {
    const socket = new WebSocket("WS/api/v1/events");
    socket.onopen = () => good("open"); socket.onerror = bad; }));
  f.submit();
  await new Promise(done => setTimeout(done, 500));
  await fetch("/said", {method: "POST", body: JSON.stringify(said)});
})();
</script>"""

pytestmark = [
    pytest.mark.campaign,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium"),
]


@pytest.fixture
def api(tmp_path: Path) -> Iterator[Api]:
    made = Api(App(tmp_path / "data"))
    yield made
    made.close()


def _browsed(url: str, folder: Path) -> str:
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder}", "--dump-dom", url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return done.stdout


def test_a_page_of_another_origin_gets_nothing(api: Api, tmp_path: Path) -> None:
    """Not even with the key; localhost of another port is another origin, and the same site."""
    page = PAGE.replace("KEY", api.key).replace("API", api.base)
    page = page.replace("WS", api.base.replace("http", "ws"))

    answers: queue.Queue[dict[str, object]] = queue.Queue()
    told = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/until-said":  # the page counts as loading until its script is through
                told.wait(30)
            self.reply(page if self.path == "/" else "")

        def do_POST(self) -> None:
            answers.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            told.set()
            self.reply("")

        def reply(self, text: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Silent."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for host in ("127.0.0.1", "localhost"):
            url = f"http://{host}:{server.server_address[1]}/"
            told.clear()
            _browsed(url, tmp_path / host)
            said = answers.get(timeout=1)
            # A "no-cors" request is sent, and its answer (403) is hidden from the page.
            assert said.pop("plain") in ("opaque", "refused")
            assert len(said) == 7
            assert set(said.values()) == {"refused"}, said
    finally:
        server.shutdown()
        server.server_close()
    assert api.get("/jobs").json()["pagination"]["total"] == 0


def test_the_reference_is_a_page(api: Api, tmp_path: Path) -> None:
    assert "Make a job; its media is uploaded next" in _browsed(f"{api.base}/docs", tmp_path / "b")
