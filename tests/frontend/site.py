"""A small site for the browser: our templates, the built files, and canned answers for the coder.

It keeps codings in memory as the workbench would: one coding for one request key, whoever sends
it how often. `down` makes it drop connections, `slow` makes it think.
"""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import django_htmx

from localvision.workbench import platform

STATIC = {
    "/static/platform/": Path(platform.__file__).parent / "static" / "platform",
    "/static/django_htmx/": Path(django_htmx.__file__).parent / "static" / "django_htmx",
}
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
#: As in the workbench's settings.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)


class Site(ThreadingHTTPServer):
    """Pages by their path, and the state of the coder's seam."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, str] = {}
        self.clear({"text_version": 1, "codings": [], "items": []})
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def clear(self, source: dict[str, Any]) -> None:
        """Begin anew with these codings and codes."""
        self.source = source
        self.codings: dict[int, dict[str, Any]] = {each["id"]: each for each in source["codings"]}
        self.removed: dict[int, dict[str, Any]] = {}
        self.by_key: dict[str, int] = {}
        self.requests: list[tuple[str, str, Any]] = []
        self.down = self.answers_lost = False
        self.refuse: dict[str, Any] | None = None
        self.lock = threading.Lock()

    def writes(self, method: str) -> list[tuple[str, str, Any]]:
        return [each for each in self.requests if each[0] == method]

    def code(self, words: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            number = self.by_key.get(words["request_key"])
            if number is None:
                number = max([0, *self.codings, *self.removed]) + 1
                self.by_key[words["request_key"]] = number
                self.codings[number] = self._coding(number, words)
            return self.codings.get(number) or self.removed[number]

    def _coding(self, number: int, words: dict[str, Any]) -> dict[str, Any]:
        item = next(each for each in self.source["items"] if each["key"] == words["item_key"])
        return {
            "id": number,
            "passage_id": number,
            "start": words["start"],
            "end": words["end"],
            "item_key": item["key"],
            "label": item["label"],
            "cluster": item["cluster"],
            "coder": "Evaluator of the example",
            "own": True,
            "at": "2024-03-12T10:00:00Z",
        }

    def remove(self, number: int) -> dict[str, Any]:
        with self.lock:
            if number in self.codings:
                self.removed[number] = self.codings.pop(number)
        return {**self.removed[number], "removed": True}

    def restore(self, number: int) -> dict[str, Any]:
        with self.lock:
            if number in self.removed:
                self.codings[number] = self.removed.pop(number)
        return self.codings[number]


class Handler(BaseHTTPRequestHandler):
    """Answers for pages, files and the coder's seam."""

    server: Site
    protocol_version = "HTTP/1.0"

    def log_message(self, *args: Any) -> None:
        """Say nothing: the test says what went wrong."""

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if path in self.server.pages:
            return self.answer(200, self.server.pages[path].encode(), "text/html; charset=utf-8")
        if path == "/api/source/":
            if self.fails():
                return None
            codings = list(self.server.codings.values())
            return self.say({**self.server.source, "codings": codings})
        return self.file(path)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or "null")
        if self.fails():
            return None
        self.server.requests.append(("POST", self.path, body))
        if self.server.refuse is not None:
            return self.say({"problems": [self.server.refuse]}, status=422)
        if self.headers.get("X-CSRFToken") != "page-token":
            return self.say({"detail": "CSRF"}, status=403)
        if self.path.endswith("/restore"):
            answer = self.server.restore(int(self.path.split("/")[-2]))
        else:
            answer = self.server.code(body)
        if self.server.answers_lost:
            return self.hang_up()
        return self.say(answer)

    def do_DELETE(self) -> None:
        if self.fails():
            return
        self.server.requests.append(("DELETE", self.path, None))
        self.say(self.server.remove(int(self.path.rsplit("/", 1)[-1])))

    def fails(self) -> bool:
        if self.server.down:
            self.hang_up()
        return self.server.down

    def hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def file(self, path: str) -> None:
        for prefix, folder in STATIC.items():
            found = folder / path.removeprefix(prefix)
            if path.startswith(prefix) and found.is_file():
                return self.answer(200, found.read_bytes(), TYPES[found.suffix])
        return self.answer(404, b"", "text/plain")

    def say(self, answer: Any, status: int = 200) -> None:
        self.answer(status, json.dumps(answer).encode(), "application/json")

    def answer(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)


def wait_until(true: Any, seconds: float = 10) -> None:
    """Wait for something on the server's side."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)
