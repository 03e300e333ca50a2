"""A small honest Hugging Face hub on the loopback: the requests and answers that huggingface_hub 2 uses."""

from __future__ import annotations

import hashlib
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

COMMIT = "a" * 40


class Mirror:
    """Serves `files` of one repository; large ones from a second address, as the hub does from its CDN.

    `requests` lists what was asked: method, path and Range. `cut_after` ends the
    next answers after so many bytes; `wrong` sends other bytes of the same length;
    `no_ranges` sends everything whatever part is asked for.
    """

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.requests: list[tuple[str, str, str | None]] = []
        self.headers: list[dict[str, str]] = []
        self.cut_after: list[int] = []
        self.wrong = False
        self.no_ranges = False
        self.no_checksums = False

    def __enter__(self) -> Mirror:
        mirror = self

        class Handler(_Handler):
            hub = mirror

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self.cdn = f"http://localhost:{self._server.server_port}/cdn"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def encrypt(self, context: ssl.SSLContext) -> None:
        """Answer over TLS only, from now on."""
        self._server.socket = context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )
        self.address = self.address.replace("http:", "https:")

    def ranges(self) -> list[str | None]:
        """The Range header of every GET that sent bytes of the weights."""
        return [asked for method, path, asked in self.requests if method == "GET" and path.startswith("/cdn")]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what some tests are about; anything else is shown."""
        if not isinstance(sys.exception(), ConnectionError | ssl.SSLError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    hub: Mirror
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def log_message(self, format: str, *args: Any) -> None:
        """Tests look at `requests`."""

    def _answer(self, *, with_body: bool) -> None:
        self.hub.requests.append((self.command, self.path, self.headers.get("Range")))
        self.hub.headers.append({name.lower(): value for name, value in self.headers.items()})
        name = self.path.rsplit("/", 1)[-1]
        content = self.hub.files.get(name)
        if content is None:
            self._send(404, {"X-Error-Code": "EntryNotFound", "Content-Length": "0"})
        elif self.path.startswith("/cdn/"):
            self._body(content)
        elif name.endswith(".safetensors"):
            self._send(
                302, {"Location": f"{self.hub.cdn}/{name}", "Content-Length": "0", **self._facts(content)}
            )
        else:
            self._send(200, {"Content-Length": str(len(content)), **self._facts(content)})
            if with_body:
                self.wfile.write(content)

    def _facts(self, content: bytes) -> dict[str, str]:
        if self.hub.no_checksums:
            return {"X-Repo-Commit": COMMIT, "ETag": '"opaque"', "X-Linked-Size": str(len(content))}
        git = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
        return {
            "X-Repo-Commit": COMMIT,
            "ETag": f'"{git}"',
            "X-Linked-Etag": f'"{hashlib.sha256(content).hexdigest()}"',
            "X-Linked-Size": str(len(content)),
        }

    def _body(self, content: bytes) -> None:
        asked = self.headers.get("Range")
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and not self.hub.no_ranges else 0
        if self.hub.wrong:
            content = bytes(len(content))
        part = content[start:]
        headers = {"Content-Length": str(len(part))}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        self._send(206 if start else 200, headers)
        if self.hub.cut_after:
            self.wfile.write(part[: self.hub.cut_after.pop(0)])
            self.wfile.flush()
            self.close_connection = True
        else:
            self.wfile.write(part)

    def _send(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
