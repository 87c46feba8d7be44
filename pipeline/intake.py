"""An argument of ``reelcheck check`` to an Article: a text file, a saved page, a labelled article, or an address."""

from __future__ import annotations

import ipaddress
import json
import socket
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import httpx

from pipeline.errors import BadInputError
from pipeline.extract import extract, extract_labelled, extract_text_file
from pipeline.models import Article

LARGEST = 20_000_000  # bytes of one file or page
USER_AGENT = "Reelcheck/0.1 (+https://reelcheck.example/policy)"
MOST_REDIRECTS = 5
TIMEOUT = httpx.Timeout(20.0, connect=8.0)
HTML_ENDINGS = {".html", ".htm", ".xhtml"}


def read_article(argument: str) -> Article:
    """The article behind one argument. Raises BadInputError that names it and what to do."""
    if urlsplit(argument).scheme in {"http", "https"}:
        return fetch_article(argument)
    path = Path(argument)
    try:
        size = path.stat().st_size
        payload = path.read_bytes() if path.is_file() and size <= LARGEST else b""
    except OSError as e:
        raise BadInputError(f"{argument}: {e.strerror or 'cannot be read'}; give a .txt, .html or .json file or an http(s) address") from e
    if path.is_dir():
        raise BadInputError(f"{argument}: is a folder; name the files in it")
    if size > LARGEST:
        raise BadInputError(f"{argument}: {size:,} bytes is more than the {LARGEST:,} that are read")
    if not payload.strip():
        raise BadInputError(f"{argument}: is empty")
    return _read_payload(path, payload)


def _read_payload(path: Path, payload: bytes) -> Article:
    ending = path.suffix.lower()
    if ending == ".json":
        try:
            return extract_labelled(json.loads(payload))
        except (ValueError, KeyError, TypeError, AttributeError) as e:
            raise BadInputError(f"{path}: not an article in JSON (needs title and paragraphs): {e}") from e
    if ending in HTML_ENDINGS or payload.lstrip()[:200].lower().startswith((b"<!doctype html", b"<html")):
        return extract(payload, path.absolute().as_uri())
    return extract_text_file(payload.decode("utf-8", errors="replace"))


def fetch_article(url: str) -> Article:
    """Fetches one public page, following redirects by hand so that none leads to a private address. Raises BadInputError."""
    address = url
    try:
        with httpx.Client(timeout=TIMEOUT, headers={"User-Agent": USER_AGENT}, follow_redirects=False) as client:
            for _ in range(MOST_REDIRECTS + 1):
                refuse_private(address)
                with client.stream("GET", address) as response:
                    if response.is_redirect:
                        address = urljoin(address, response.headers.get("location", ""))
                        continue
                    if response.status_code >= 400:
                        raise BadInputError(f"{url}: the site answered {response.status_code}")
                    payload = _read_bounded(url, response)
                    return extract(payload, address, content_type=response.headers.get("content-type"))
    except httpx.HTTPError as e:
        raise BadInputError(f"{url}: could not be fetched ({type(e).__name__}: {e})") from e
    raise BadInputError(f"{url}: redirects more than {MOST_REDIRECTS} times")


def _read_bounded(url: str, response: httpx.Response) -> bytes:
    kept = bytearray()
    for chunk in response.iter_bytes():
        kept += chunk
        if len(kept) > LARGEST:
            raise BadInputError(f"{url}: larger than {LARGEST:,} bytes")
    return bytes(kept)


def refuse_private(url: str) -> None:
    """Raises BadInputError unless the address is http(s) and every address that its host resolves to is public."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadInputError(f"{url}: only http and https addresses can be fetched")
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except OSError as e:
        raise BadInputError(f"{url}: the host {parts.hostname} cannot be found (is this machine offline?)") from e
    for *_, place in found:
        if not ipaddress.ip_address(str(place[0]).split("%")[0]).is_global:
            raise BadInputError(f"{url}: {parts.hostname} is not a public address")
