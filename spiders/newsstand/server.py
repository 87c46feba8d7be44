"""Serving the newsstand from a child process, so that it never blocks its caller and never outlives it."""

from __future__ import annotations

import socket
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import IO, Any, Self

import httpx
import uvicorn

from pipeline.errors import BadInputError, SourceDownError
from spiders.newsstand.app import CONTROL_HOST, Newsstand
from spiders.newsstand.stand import STANDS, load_stands

LOOPBACK = "127.0.0.1"
STOP_SECONDS = 5.0


class Serving:
    """A newsstand in a child process; also a context manager that stops it.

    ``proxy_url`` is the HTTP proxy to crawl through, for example http://127.0.0.1:40123. One process may serve several crawls at
    different instants at once: a request with the header ``X-Newsstand-Clock`` is answered for that instant, whatever the clock says.
    """

    def __init__(self, process: subprocess.Popen[str], proxy_url: str) -> None:
        self.proxy_url = proxy_url
        self._process = process

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def set_clock(self, clock: datetime) -> None:
        """Move the newsstand, back or forth, to an instant with a zone."""
        self._control("POST", "/clock", clock.isoformat()).raise_for_status()

    def read_log(self) -> list[dict[str, Any]]:
        """The last requests to the sites, oldest first: host, path, status, clock, agent."""
        entries: list[dict[str, Any]] = self._control("GET", "/log").raise_for_status().json()
        return entries

    def stop(self) -> None:
        """End the child process; does nothing when it has ended."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()

    def _control(self, method: str, path: str, body: str | None = None) -> httpx.Response:
        return httpx.request(method, self.proxy_url + path, content=body, headers={"host": CONTROL_HOST}, trust_env=False)


def serve(clock: datetime, port: int = 0, stands: Path | None = None) -> Serving:
    """Start the newsstand on loopback and wait until it answers; port 0 takes a free one.

    Raises BadInputError for a clock without a zone or a malformed site or article, SourceDownError when the port is taken.
    """
    if clock.tzinfo is None:
        raise BadInputError(f"the newsstand's clock {clock.isoformat()} has no zone")
    options = ["--clock", clock.isoformat(), "--port", str(port), "--stands", str(stands or STANDS), "--child"]
    command = [sys.executable, "-m", "spiders.newsstand", *options]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 (our own module)
    said = (process.stdout.readline() if process.stdout else "").strip()
    serving = Serving(process, said)
    if said.startswith("http://"):
        return serving
    serving.stop()
    raise (BadInputError if process.returncode == BAD_INPUT else SourceDownError)(said or "the newsstand did not start")


BAD_INPUT = 2  # exit code of a child that cannot use what it was given


def run_server(clock: datetime, port: int, folder: Path, leash: IO[str] | None = None) -> None:
    """Serve in this process until it is interrupted or ``leash`` ends. The first line on stdout is the proxy's URL.

    Raises BadInputError for a malformed site or article, OSError when the port is taken.
    """
    app = Newsstand(load_stands(folder), clock)
    listener = socket.create_server((LOOPBACK, port))
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="error", access_log=False, date_header=False, server_header=False, lifespan="off")
    )
    if leash is not None:
        Thread(target=_follow_leash, args=(leash, server), daemon=True).start()
    sys.stdout.write(f"http://{LOOPBACK}:{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    server.run(sockets=[listener])


def _follow_leash(leash: IO[str], server: uvicorn.Server) -> None:
    while leash.read(1):
        pass
    server.should_exit = True
    server.force_exit = True
