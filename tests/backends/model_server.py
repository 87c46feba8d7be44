"""A loopback server that answers as the real services do: chat completions and text classification, their errors and their accidents."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """``cut``: bytes of the announced body that are really sent. ``drip``: seconds between two bytes."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: float = 0.0


@dataclass
class Asked:
    path: str
    headers: dict[str, str]
    json: dict[str, Any]

    @property
    def system(self) -> str:
        return str(self.json["messages"][0]["content"])

    @property
    def data(self) -> dict[str, Any]:
        """What the user message holds; fails where it is not one JSON object."""
        found: dict[str, Any] = json.loads(self.json["messages"][1]["content"])
        return found


class ModelServer:
    """``answer`` decides on every request; all requests are kept in ``asked``."""

    def __init__(self, answer: Callable[[Asked], Reply]) -> None:
        self.answer = answer
        self.asked: list[Asked] = []
        self.url = ""


@contextmanager
def serve(answer: Callable[[Asked], Reply]) -> Iterator[ModelServer]:
    """A server on a free port of 127.0.0.1 for as long as the block runs."""
    model = ModelServer(answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(body))
            model.asked.append(asked)
            self._send(model.answer(asked))

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            body = reply.body if reply.cut is None else reply.body[: reply.cut]
            try:
                if reply.drip:
                    for i in range(len(body)):
                        self.wfile.write(body[i : i + 1])
                        self.wfile.flush()
                        time.sleep(reply.drip)
                else:
                    self.wfile.write(body)
            except OSError:
                self.close_connection = True
            if reply.cut is not None:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    model.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def as_json(value: Any, status: int = 200, **headers: str) -> Reply:
    return Reply(status, json.dumps(value).encode(), {k.replace("_", "-"): v for k, v in headers.items()})


def completion(content: Any, finish: str = "stop", refusal: str | None = None) -> Reply:
    """A chat completion in the shape of the OpenAI API; ``content`` is the structured answer, or a string to be sent as it is."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    message = {"role": "assistant", "content": text, "refusal": refusal, "annotations": []}
    return as_json(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1793664000,
            "model": "test-model",
            "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": finish}],
            "usage": {"prompt_tokens": 10, "completion_tokens": 10, "total_tokens": 20},
            "system_fingerprint": None,
        }
    )


def api_error(status: int, message: str, code: str, **headers: str) -> Reply:
    """An error in the shape of the OpenAI API."""
    return as_json({"error": {"message": message, "type": code, "param": None, "code": code}}, status, **headers)


def row(quote: str, relation: str, work: str = "Harbour Lights", **more: Any) -> dict[str, Any]:
    """One claim as the extractor's schema has it."""
    empty = dict.fromkeys(("value", "author", "kind", "year", "character", "real_person", "season", "degree", "region"))
    return {"quote": quote, "work": work, "relation": relation, **empty, "polarity": "affirmed", "modality": "asserted", **more}
