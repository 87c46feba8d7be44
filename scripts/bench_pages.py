"""Serves saved real pages on loopback for the bench, as a plain HTTP proxy in a process of its own, so that nobody pays for it.

Reads one JSON object from standard input, ``{"pages": {path: file.html.gz}, "texts": {path: text}}``, prints its port, and answers until
its standard input ends. Pages go out gzipped, as publishers send them; whatever else is asked for, CONNECT too, is 404: nothing leaves.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def build_answer(body: bytes, kind: str, *, zipped: bool) -> bytes:
    encoding = "Content-Encoding: gzip\r\n" if zipped else ""
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {len(body)}\r\n\r\n".encode() + body


def build_answers(order: dict[str, dict[str, str]]) -> dict[str, bytes]:
    """Whole answers by path, made once."""
    pages = {
        path: build_answer(gzip.compress(gzip.decompress(Path(file).read_bytes()), 6), "text/html", zipped=True)
        for path, file in order["pages"].items()
    }
    return pages | {path: build_answer(text.encode(), "application/xml", zipped=False) for path, text in order["texts"].items()}


async def serve(answers: dict[str, bytes]) -> None:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                parts = urlsplit(head.split(b" ", 2)[1].decode("latin-1"))
                writer.write(answers.get(parts.path + (f"?{parts.query}" if parts.query else ""), MISSING))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve(build_answers(json.loads(sys.stdin.readline()))))
