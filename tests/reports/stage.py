"""A small invented world in the warehouse's real schema: what the digest's tests compose from. Works, people and sites don't exist."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from pipeline.warehouse.store import Warehouse, connect, create_schema

MONDAY = date(2026, 11, 16)
WATCHED = "the-salt-ledger"

Evidence = Sequence[Mapping[str, Any]]


def key_of(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def at(day: date, hour: int = 5) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC).replace(tzinfo=None)


def source(publisher: str, prop: str, value: str, *, tier: int = 2, read: str = "2026-10-16", url: str | None = "") -> dict[str, Any]:
    address = f"https://{publisher.lower().replace(' ', '-')}.example/{prop}" if url == "" else url
    return {"property": prop, "value": value, "publisher": publisher, "url": address, "tier": tier, "read": read}


@dataclass
class Stage:
    """Rows by table, written as one snapshot."""

    monday: date = MONDAY
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, table: str, **values: Any) -> None:
        self.rows.setdefault(table, []).append(values)

    def day(self, offset: int) -> date:
        return self.monday + timedelta(days=offset)

    def show(self, slug: str, title: str, facts: Sequence[tuple[str, str, dict[str, Any], Evidence]] = (), year: int | None = 2026) -> str:
        self.add(
            "shows",
            show_slug=slug,
            title=title,
            also_known_as=[],
            format="limited series",
            year=year,
            as_of=self.day(-20),
            complete=[],
            ids="{}",
            record_version="r1",
        )
        for prop, value, qualifiers, sources in facts:
            self.add(
                "facts",
                fact_id=key_of(slug, prop, value),
                show_slug=slug,
                property=prop,
                value=value,
                qualifiers=json.dumps(qualifiers),
                sources=json.dumps(sources),
                tier=min(s["tier"] for s in sources),
                is_complete=True,
                publishable=True,
                first_seen=self.day(-20),
                last_seen=self.day(-20),
                record_version="r1",
                recorded_at=at(self.day(-20)),
            )
        return slug

    def site(
        self, slug: str, name: str, kind: str = "explainer site", score: tuple[float, float, float] | None = None, articles: int = 10
    ) -> str:
        self.add(
            "sites",
            site=slug,
            name=name,
            home=f"https://{slug}.example/",
            language="en",
            kind=kind,
            articles_min=1,
            articles_max=60,
            first_contact=self.day(-30),
        )
        for offset in (-2, 6):
            if score:
                mean, low, high = score
                shift = 0.02 if offset < 0 else 0.0
                self.add(
                    "site_scores",
                    site=slug,
                    day=self.day(offset),
                    articles=articles,
                    origins=max(1, articles - 2),
                    claims_right=articles * mean,
                    claims_wrong=articles * (1 - mean),
                    score=mean - shift,
                    low=low,
                    high=high,
                    raw_share=min(1.0, mean + 0.03),
                    recorded_at=at(self.day(offset)),
                )
        return slug

    def article(
        self,
        site: str,
        title: str | None,
        *,
        day: int = 0,
        show: str | None = None,
        published: int | None = 0,
        language: str = "en",
        authors: Sequence[str] = ("Dana Whitlock",),
        origin: str | None = None,
        copy_of: str | None = None,
        label: str | None = "insufficient",
        score: tuple[float, float, float] | None = None,
        baseline: bool = False,
        url: str | None = None,
        premise: tuple[str, str] | None = None,
    ) -> str:
        """Add an article first seen on that day of the week; returns its id."""
        address = url or f"https://{site}.example/{key_of(site, title, day)[:6]}"
        article, version = key_of(site, address), key_of(site, address, "v1")
        first = self.day(day)
        self.add(
            "articles",
            article_id=article,
            site=site,
            url=address,
            first_seen=at(first),
            last_seen=at(self.day(6)),
            first_day=first,
            last_day=self.day(6),
            baseline=baseline,
            discovered_by="feed",
        )
        self._version(article, version, title, first, self.day(max(6, day)), published, language, authors)
        if show:
            self.add("article_shows", version_id=version, show_slug=show, role="main", mentions=5, confidence=1.0)
        self.add("origins", article_id=article, origin_id=origin or article, is_first=origin is None, day=first)
        if copy_of:
            self.add("copies", article_id=article, of_article=copy_of, kind="near", similarity=0.9, day=first)
        if label:
            mean, low, high = score or (None, None, None)
            self.add(
                "scores",
                version_id=version,
                recorded_at=at(first, 6),
                day=first,
                label=label,
                score=mean,
                low=low,
                high=high,
                coverage=0.7,
                core="not answered",
                reasons=[],
                rubric_version="reliability-v1",
                checker_version="c1",
                record_version="r1",
            )
        if premise:
            self.add("premises", version_id=version, article=premise[0], record=premise[1], agrees=premise[0] == premise[1])
        return article

    def _version(
        self,
        article: str,
        version: str,
        title: str | None,
        first: date,
        last: date,
        published: int | None,
        language: str,
        authors: Sequence[str],
        notice: str | None = None,
    ) -> None:
        self.add(
            "article_versions",
            version_id=version,
            article_id=article,
            content_hash=key_of(version),
            day=first,
            seen_at=at(first),
            last_seen=at(last),
            last_day=last,
            title=title,
            authors=list(authors),
            published_has_time=False,
            published=at(first - timedelta(days=published), 0) if published is not None else None,
            language=language,
            word_count=400,
            page_type="article",
            is_stub=False,
            correction_notice=notice,
        )

    def claim(
        self,
        article: str,
        show: str,
        relation: str,
        obj: Mapping[str, Any],
        quote: str,
        evidence: Evidence = (),
        *,
        verdict: str = "contradicted",
        modality: str = "asserted",
        own_word: bool = True,
        polarity: str = "affirmed",
        version: str | None = None,
    ) -> str:
        """Add a claim of the article's (first) version; returns the id of what is claimed, the same for all articles."""
        row = next(a for a in self.rows["articles"] if a["article_id"] == article)
        held = json.dumps(obj, sort_keys=True)
        falsehood = key_of(show, relation, held, polarity)
        claim = key_of(article, falsehood)
        version = version or key_of(row["site"], row["url"], "v1")
        self.add(
            "claims",
            claim_id=claim,
            falsehood_id=falsehood,
            article_id=article,
            show_slug=show,
            relation=relation,
            object=held,
            object_key=held,
            polarity=polarity,
            first_day=row["first_day"],
            first_recorded_at=at(row["first_day"], 6),
        )
        self.add(
            "claim_occurrences",
            claim_id=claim,
            version_id=version,
            paragraph=2,
            quote_start=0,
            quote_end=len(quote),
            quote=quote,
            modality=modality,
            subject="title",
            subject_confidence=1.0,
            pattern="p",
            verdict=verdict,
            recorded_at=at(row["first_day"], 6),
        )
        shown = evidence[0] if evidence else None
        self.add(
            "verdicts",
            claim_id=claim,
            recorded_at=at(row["first_day"], 6),
            day=row["first_day"],
            verdict=verdict,
            modality=modality,
            own_word=own_word,
            explanation=f"On record is {shown['value']}." if shown else "Nothing on record to compare with.",
            gates_failed=[],
            evidence=json.dumps(list(evidence)),
            version_id=version,
            record_version="r1",
            checker_version="c1",
            reason="first check",
            content_hash=key_of(claim, verdict),
        )
        return falsehood

    def correct(self, article: str, falsehood: str, day: int, notice: str | None = None) -> None:
        """A second version of the article, without the claim."""
        row = next(a for a in self.rows["articles"] if a["article_id"] == article)
        first = next(v for v in self.rows["article_versions"] if v["article_id"] == article)
        until = self.day(day - 1)
        first.update(last_day=until, last_seen=at(until))
        version = key_of(row["site"], row["url"], "v2")
        self._version(
            article, version, first["title"], self.day(day), self.day(max(6, day)), 0, first["language"], first["authors"], notice
        )
        for shown in [s for s in self.rows.get("article_shows", ()) if s["version_id"] == first["version_id"]]:
            self.add("article_shows", **{**shown, "version_id": version})
        self.add(
            "corrections",
            claim_id=key_of(article, falsehood),
            article_id=article,
            from_version=first["version_id"],
            to_version=version,
            day=self.day(day),
            stated_until=at(until),
            corrected_at=at(self.day(day)),
            kind="notice" if notice else "quiet",
            notice=notice,
        )

    def change(self, article: str, was: str, relation: str, obj: Mapping[str, Any], quote: str, day: int, **more: Any) -> str:
        """A second version that states another value in place of ``was``; ``more`` goes to the claim. Returns what is stated now."""
        row = next(a for a in self.rows["articles"] if a["article_id"] == article)
        first = next(v for v in self.rows["article_versions"] if v["article_id"] == article)
        show = next(c["show_slug"] for c in self.rows["claims"] if c["claim_id"] == key_of(article, was))
        notice, evidence = more.pop("notice", None), more.pop("evidence", ())
        until, version = self.day(day - 1), key_of(row["site"], row["url"], "v2")
        first.update(last_day=until, last_seen=at(until))
        self._version(
            article, version, first["title"], self.day(day), self.day(max(6, day)), 0, first["language"], first["authors"], notice
        )
        for shown in [s for s in self.rows.get("article_shows", ()) if s["version_id"] == first["version_id"]]:
            self.add("article_shows", **{**shown, "version_id": version})
        for checked in (first["version_id"], version):
            self.add("checks", version_id=checked, checked_at=at(self.day(day), 6))
        now = self.claim(article, show, relation, obj, quote, evidence, version=version, **more)
        if now == was:  # only its words are others
            self.rows["claims"].pop()
            self.rows["verdicts"].pop()
        return now

    def mention(self, article: str, title: str) -> None:
        """The article's headline asks whether a work without a record is a true story."""
        version = next(v for v in self.rows["article_versions"] if v["article_id"] == article)
        self.add(
            "radar_mentions", article_id=article, version_id=version["version_id"], work_key=title.lower(), title=title, pattern="p",
            in_headline=True, quote=version["title"], day=version["day"],
        )  # fmt: skip

    def rule(self, kind: str, *, falsehood: str, verdict: str | None = None, day: int = 2) -> None:
        self.add(
            "rulings",
            ruling_id=key_of(kind, falsehood),
            kind=kind,
            falsehood_id=falsehood,
            verdict=verdict,
            reason="seen",
            ruled_by="editor",
            ruled_at=at(self.day(day)),
            day=self.day(day),
        )

    def crawl(self, days: Sequence[int] = range(7), failed: Mapping[str, Sequence[int]] | None = None) -> None:
        """A crawl of every site on those days; ``failed`` names days on which a site did not answer."""
        for site in [s["site"] for s in self.rows.get("sites", ())]:
            for offset in days:
                down = offset in (failed or {}).get(site, ())
                self.add(
                    "crawl_runs",
                    day=self.day(offset),
                    site=site,
                    attempt=1,
                    outcome="failed" if down else "ok",
                    cause="connection refused" if down else None,
                    errors=9 if down else 0,
                    started_at=at(self.day(offset), 1),
                    finished_at=at(self.day(offset), 2),
                )
                self.add(
                    "fetches",
                    day=self.day(offset),
                    site=site,
                    url=f"https://{site}.example/{offset}",
                    attempt=1,
                    status=200,
                    role="article",
                    article_id=key_of(site, offset),
                    fetched_at=at(self.day(offset), 1),
                    outcome="new",
                )

    def write(self, path: Path) -> Path:
        """Write the snapshot; unknown columns are errors."""
        path.unlink(missing_ok=True)
        connection = connect(path)
        create_schema(Warehouse(connection))
        for table, rows in self.rows.items():
            needed = {n: t for n, t in _needed_columns(connection, table).items() if n not in rows[0]}
            filled = [{**{n: _NEUTRAL.get(t, "[]") for n, t in needed.items()}, **row} for row in rows]
            for columns in sorted({tuple(row) for row in filled}):
                batch = [[row[c] for c in columns] for row in filled if tuple(row) == columns]
                marks = f"({', '.join('?' for _ in columns)})"
                for start in range(0, len(batch), 200):
                    part = batch[start : start + 200]
                    values = [value for line in part for value in line]
                    connection.execute(f"INSERT INTO base.{table} ({', '.join(columns)}) VALUES {', '.join([marks] * len(part))}", values)
        connection.close()
        return path


def vouch(publisher: str, *, read: str = "2026-11-17", tier: int = 2, owner: str | None = None) -> dict[str, Any]:
    return {**source(publisher, "", "", read=read, tier=tier), "key": publisher.lower(), "owner": owner}


def add_fact(stage: Stage, prop: str, value: str, came: int, went: int | None = None, *, show: str = WATCHED, **more: Any) -> None:
    """A fact of the show that is in force from 5 h of one day of the week to another's; ``more`` are columns."""
    qualifiers = more.pop("qualifiers", {})
    row = {
        "fact_id": key_of(show, prop, value, json.dumps(qualifiers)), "show_slug": show, "property": prop, "value": value,
        "qualifiers": qualifiers,
        "sources": [vouch("Harbour Post")], "tier": 2, "is_complete": False, "disputed": None, "publishable": True,
        "first_seen": stage.day(-20),
        "last_seen": stage.day(-20), "record_version": "r2", **more,
    }  # fmt: skip
    told = {**row, "qualifiers": json.dumps(qualifiers), "sources": json.dumps(row["sources"])}
    stage.add("facts", **told, recorded_at=at(stage.day(came)), superseded_at=None if went is None else at(stage.day(went)))


def rejudge(stage: Stage, claimed: str, verdict: str, day: int, reason: str = "record changed") -> None:
    """The newest verdict of everybody who claims it gives way to another one."""
    for claim in [c for c in stage.rows["claims"] if c["falsehood_id"] == claimed]:
        last = [v for v in stage.rows["verdicts"] if v["claim_id"] == claim["claim_id"]][-1]
        new = {"recorded_at": at(stage.day(day)), "day": stage.day(day), "verdict": verdict, "reason": reason, "record_version": "r2"}
        stage.add("verdicts", **{**last, **new, "content_hash": key_of(verdict, day)})


_NEUTRAL = {
    "VARCHAR": "",
    "BOOLEAN": False,
    "INTEGER": 0,
    "BIGINT": 0,
    "DOUBLE": 0.0,
    "DATE": MONDAY,
    "TIMESTAMP": at(MONDAY),
    "JSON": "{}",
}


def _needed_columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """Columns that may not be empty, with their types: those that no test cares about get a neutral value."""
    found = connection.execute(f"PRAGMA table_info('base.{table}')").fetchall()
    return {name: kind for _, name, kind, required, default, _ in found if required and default is None}
