"""Loopback servers that speak the formats of the live sources, with invented works. Every request is logged."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass
class Reply:
    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0

    @classmethod
    def json(cls, value: object, **headers: str) -> Reply:
        return cls(200, json.dumps(value).encode(), {"Content-Type": "application/json", **headers})


Handler = Callable[[str, dict[str, str], dict[str, str]], Reply]  # path, query, request headers


class Stand:
    """One server. ``script`` holds replies that come before the handler's, first come first served; ``log`` every path with query."""

    def __init__(self, handle: Handler) -> None:
        self.log: list[str] = []
        self.agents: set[str] = set()
        self.script: list[Reply] = []
        self.down = False
        stand = self

        class Answering(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 1 << 16  # head and body in one packet

            def do_GET(self) -> None:
                stand.log.append(self.path)
                stand.agents.add(self.headers.get("User-Agent", ""))
                split = urlsplit(self.path)
                query = {k: v[-1] for k, v in parse_qs(split.query).items()}
                if stand.down:
                    reply = Reply(503)
                elif stand.script:
                    reply = stand.script.pop(0)
                else:
                    reply = handle(unquote(split.path), query, dict(self.headers.items()))
                time.sleep(reply.delay)
                try:
                    self.send_response(reply.status)
                    for name, value in reply.headers.items():
                        self.send_header(name, value)
                    body = b"" if reply.status == 304 else reply.body
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                except OSError:
                    pass  # the client gave up waiting

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def counts(self) -> Counter[str]:
        return Counter(self.log)


# --- Wikidata's entity JSON -------------------------------------------------------------------------------------------


def item(value: str) -> dict[str, Any]:
    return {"type": "wikibase-entityid", "value": {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}}


def quantity(amount: object) -> dict[str, Any]:
    return {"type": "quantity", "value": {"amount": f"+{amount}", "unit": "1"}}


def text(value: str) -> dict[str, Any]:
    return {"type": "string", "value": value}


def moment(stamp: str, precision: int, calendar: str = "Q1985727") -> dict[str, Any]:
    return {
        "type": "time",
        "value": {
            "time": f"+{stamp}T00:00:00Z", "timezone": 0, "before": 0, "after": 0, "precision": precision,
            "calendarmodel": f"http://www.wikidata.org/entity/{calendar}",
        },
    }  # fmt: skip


def claim(prop: str, value: dict[str, Any] | str, rank: str = "normal", **qualifiers: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """A statement; ``value`` is a data value, or "somevalue" or "novalue"."""
    snak: dict[str, Any] = {"snaktype": value if isinstance(value, str) else "value", "property": prop}
    if not isinstance(value, str):
        snak["datavalue"] = value
    made: dict[str, Any] = {"mainsnak": snak, "type": "statement", "id": f"{prop}$1", "rank": rank, "references": []}
    if qualifiers:
        made["qualifiers"] = {p: [{"snaktype": "value", "property": p, "datavalue": v}] for p, v in qualifiers.items()}
        made["qualifiers-order"] = list(qualifiers)
    return prop, made


def entity(
    wanted: str,
    labels: dict[str, str],
    *claims: tuple[str, dict[str, Any]],
    aliases: dict[str, list[str]] | None = None,
    pages: dict[str, str] | None = None,
    revision: int = 7,
) -> dict[str, Any]:
    table: dict[str, list[dict[str, Any]]] = {}
    for prop, made in claims:
        table.setdefault(prop, []).append(made)
    return {
        "pageid": int(wanted[1:]), "ns": 0, "title": wanted, "lastrevid": revision, "modified": "2026-11-01T10:00:00Z", "type": "item",
        "id": wanted,
        "labels": {x: {"language": x, "value": v} for x, v in labels.items()},
        "descriptions": {},
        "aliases": {x: [{"language": x, "value": v} for v in vs] for x, vs in (aliases or {}).items()},
        "claims": table,
        "sitelinks": {f"{x}wiki": {"site": f"{x}wiki", "title": t, "badges": []} for x, t in (pages or {}).items()},
    }  # fmt: skip


class WikidataStand(Stand):
    """``entities`` by id; ``redirects``: an id that was merged -> where it went; ``rows``: what the query service answers."""

    def __init__(self) -> None:
        self.entities: dict[str, dict[str, Any]] = {}
        self.redirects: dict[str, str] = {}
        self.rows: list[dict[str, Any]] = []
        super().__init__(self._handle)

    def add(self, *entities: dict[str, Any]) -> None:
        self.entities |= {e["id"]: e for e in entities}

    def named(self, names: dict[str, str]) -> None:
        self.add(*(entity(wanted, {"en": name}) for wanted, name in names.items()))

    def _handle(self, path: str, query: dict[str, str], headers: dict[str, str]) -> Reply:
        if path.startswith("/wiki/Special:EntityData/"):
            return self._entity_data(path.rpartition("/")[2].removesuffix(".json"), headers)
        if path == "/sparql":
            return Reply.json({"head": {"vars": ["work"]}, "results": {"bindings": self.rows}})
        if query.get("action") == "wbsearchentities":
            wanted = query["search"].casefold()
            hits = [
                {"id": e["id"], "title": e["id"], "label": label["value"], "match": {"type": "label"}}
                for e in self.entities.values()
                for label in [next(iter(e["labels"].values()), {"value": ""})]
                if any(wanted in x["value"].casefold() for x in e["labels"].values())
            ]
            return Reply.json({"searchinfo": {"search": wanted}, "search": hits, "success": 1})
        return self._get_entities(query)

    def _entity_data(self, wanted: str, headers: dict[str, str]) -> Reply:
        target = self.redirects.get(wanted, wanted)
        if target not in self.entities:
            return Reply(404, b"<html>not found</html>")
        etag = f'"{self.entities[target]["lastrevid"]}"'
        if headers.get("If-None-Match") == etag:
            return Reply(304, headers={"ETag": etag})
        return Reply.json({"entities": {target: self.entities[target]}}, ETag=etag, **{"Last-Modified": "Sun, 01 Nov 2026 10:00:00 GMT"})

    def _get_entities(self, query: dict[str, str]) -> Reply:
        ids = query["ids"].split("|")
        if len(ids) > 50:
            return Reply.json({"error": {"code": "toomanyvalues", "info": "too many"}})
        found: dict[str, Any] = {}
        for wanted in ids:
            target = self.redirects.get(wanted, wanted)
            if target not in self.entities:
                found[wanted] = {"id": wanted, "missing": ""}
                continue
            props = {"type", "id", *(("lastrevid" if p == "info" else p) for p in query["props"].split("|"))}
            told = {k: v for k, v in self.entities[target].items() if k in props}
            found[wanted] = told | ({"redirects": {"from": wanted, "to": target}} if target != wanted else {})
        return Reply.json({"entities": found, "success": 1})


# --- TVmaze -----------------------------------------------------------------------------------------------------------


def maze_show(number: int, name: str, **told: Any) -> dict[str, Any]:
    """A show as TVmaze writes it, with its embedded lists. ``seasons``: episodes of each."""
    seasons = told.pop("seasons", [5])
    cast = told.pop("cast", [("Ada Brook", "Mara Velasco")])
    crew = told.pop("crew", [("Creator", "Iris Halloran")])
    akas = told.pop("akas", ["Las luces del puerto"])
    base = {
        "id": number, "url": f"https://www.tvmaze.com/shows/{number}/x", "name": name, "type": "Scripted", "language": "English",
        "genres": ["Drama"], "status": "Ended", "runtime": None, "averageRuntime": 50, "premiered": "2024-03-04", "ended": "2024-03-04",
        "officialSite": None, "schedule": {"time": "", "days": []}, "rating": {"average": None}, "weight": 90, "network": None,
        "webChannel": {"id": 1, "name": "Netflix", "country": None, "officialSite": "https://www.netflix.com/"}, "dvdCountry": None,
        "externals": {"tvrage": None, "thetvdb": 1, "imdb": "tt0000001"}, "image": None, "summary": "<p>Two siblings.</p>",
        "updated": 1730000000, "_links": {"self": {"href": f"https://api.tvmaze.com/shows/{number}"}},
    }  # fmt: skip
    embedded = {
        "cast": [
            {"person": {"id": n, "name": p}, "character": {"id": n, "name": c}, "self": False, "voice": False}
            for n, (p, c) in enumerate(cast)
        ],
        "crew": [{"type": t, "person": {"id": n, "name": p}} for n, (t, p) in enumerate(crew)],
        "episodes": [
            {"id": s * 100 + n, "name": "x", "season": s, "number": n, "type": "regular", "airdate": "2024-03-04"}
            for s, many in enumerate(seasons, start=1)
            for n in range(many)
        ],
        "akas": [{"name": a, "country": None} for a in akas],
    }  # fmt: skip
    return {**base, **told, "_embedded": embedded}


class TvmazeStand(Stand):
    def __init__(self) -> None:
        self.shows: dict[str, dict[str, Any]] = {}
        super().__init__(self._handle)

    def add(self, *shows: dict[str, Any]) -> None:
        self.shows |= {str(s["id"]): s for s in shows}

    def _handle(self, path: str, query: dict[str, str], headers: dict[str, str]) -> Reply:
        if path == "/search/shows":
            wanted = query["q"].casefold()
            plain = [{k: v for k, v in s.items() if k != "_embedded"} for s in self.shows.values() if wanted in s["name"].casefold()]
            return Reply.json([{"score": 0.9, "show": s} for s in plain])
        show = self.shows.get(path.rpartition("/")[2])
        return Reply.json(show) if show else Reply(404, b'{"name":"Not Found","message":"","code":0,"status":404}')


# --- Wikipedia --------------------------------------------------------------------------------------------------------


def box(rows: dict[str, str]) -> str:
    cells = "".join(f'<tr><th scope="row" class="infobox-label">{k}</th><td class="infobox-data">{v}</td></tr>' for k, v in rows.items())
    return f'<table class="infobox vevent"><tbody><tr><th colspan="2" class="infobox-above">x</th></tr>{cells}</tbody></table>'


class WikipediaStand(Stand):
    """``pages``: (language, title) -> (entity, rows of its box); a title of ``moved`` redirects within the host."""

    def __init__(self) -> None:
        self.pages: dict[tuple[str, str], tuple[str, dict[str, str]]] = {}
        self.moved: dict[str, str] = {}
        super().__init__(self._handle)

    def _handle(self, path: str, query: dict[str, str], headers: dict[str, str]) -> Reply:
        _, language, rest = path.split("/", 2)
        kind, _, name = rest.removeprefix("api/rest_v1/page/").partition("/")
        title = name.replace("_", " ")
        if title in self.moved:
            target = self.moved[title].replace(" ", "_")
            return Reply(302, headers={"Location": target})
        page = self.pages.get((language, title))
        if page is None:
            return Reply(404, b'{"type":"https://mediawiki.org/wiki/HyperSwitch/errors/not_found"}')
        if kind == "html":
            return Reply(200, f"<!DOCTYPE html><html><body><p>x</p>{box(page[1])}</body></html>".encode(), {"ETag": '"1200/a"'})
        return Reply.json(
            {
                "type": "standard", "title": title, "displaytitle": title, "wikibase_item": page[0], "lang": language,
                "titles": {"canonical": name, "normalized": title, "display": f"<i>{title}</i>"}, "pageid": 9,
                "content_urls": {"desktop": {"page": f"https://{language}.wikipedia.org/wiki/{name}"}}, "revision": "1200",
                "extract": f"{title} is a series.",
            }
        )  # fmt: skip
