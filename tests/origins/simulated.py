"""Worlds in which the truth is known: sites of known reliability, sources of known accuracy with copiers among them."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow as pa

from pipeline.origins.corroboration import Statement
from pipeline.warehouse.store import Warehouse

DAY = date(2026, 11, 16)


@dataclass(frozen=True, slots=True)
class SimulatedSite:
    """``error``: share of its claims that are wrong; ``right_share``: what its mean article's weighted share of right claims tends to."""

    site: str
    error: float
    right_share: float
    articles: int


def simulate_sites(wh: Warehouse, sites: int, least: int, most: int, seed: int) -> list[SimulatedSite]:
    """Sites with articles of one to six checked claims each, all of the last ten weeks, put into the base tables; returns the truth."""
    chance = random.Random(seed)
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("articles", "article_versions", "claims", "claim_occurrences", "verdicts", "origins")
    }
    made = []
    for number in range(sites):
        site, error, count = f"site{number}", chance.betavariate(1.2, 3.0), chance.randint(least, most)
        for n in range(count):
            _add_article(rows, chance, f"{site}-{n}", site, error)
        made.append(SimulatedSite(site, error, _expect_share(error), count))
    for table, listed in rows.items():
        wh.db.register("simulated_rows", pa.Table.from_pylist(listed))
        wh.db.execute(f"INSERT INTO base.{table} BY NAME SELECT * FROM simulated_rows")
        wh.db.unregister("simulated_rows")
    return made


def _add_article(rows: dict[str, list[dict[str, Any]]], chance: random.Random, key: str, site: str, error: float) -> None:
    day = DAY - timedelta(days=chance.randrange(70))
    seen = datetime(day.year, day.month, day.day, 6)  # noqa: DTZ001 - the warehouse holds naive UTC
    rows["articles"].append(
        {"article_id": key, "site": site, "url": f"https://{site}.example/{key}", "first_seen": seen, "last_seen": seen, "first_day": day,
         "last_day": day, "baseline": False}
    )  # fmt: skip
    rows["article_versions"].append(
        {"version_id": key, "article_id": key, "content_hash": key, "day": day, "seen_at": seen, "last_day": day, "last_seen": seen,
         "authors": list[str](), "published_has_time": False, "word_count": 400, "page_type": "article", "paywalled": False,
         "is_stub": False, "body_hash": key, "credits": list[str](), "structured_types": list[str]()}
    )  # fmt: skip
    rows["origins"].append({"article_id": key, "origin_id": key, "is_first": True, "day": day})
    for n in range(chance.randint(1, 6)):
        claim = f"{key}-{n}"
        verdict = "contradicted" if chance.random() < error else "supported"
        rows["claims"].append(
            {"claim_id": claim, "falsehood_id": claim, "article_id": key, "show_slug": "s", "relation": "director",
             "object": json.dumps({"value": claim}), "object_key": json.dumps({"value": claim}), "polarity": "affirmed", "first_day": day,
             "first_recorded_at": seen}
        )  # fmt: skip
        rows["claim_occurrences"].append(
            {"claim_id": claim, "version_id": key, "paragraph": 1, "quote_start": n, "quote_end": n + 1, "quote": "q",
             "modality": "asserted", "verdict": verdict, "recorded_at": seen, "subject": "title", "subject_confidence": 1.0, "pattern": "p"}
        )  # fmt: skip
        rows["verdicts"].append(
            {"claim_id": claim, "recorded_at": seen, "day": day, "verdict": verdict, "modality": "asserted", "own_word": True,
             "explanation": "e", "gates_failed": list[str](), "evidence": "[]", "version_id": key, "record_version": "r",
             "checker_version": "c", "reason": "first check", "content_hash": claim}
        )  # fmt: skip


def _expect_share(error: float, false_weight: float = 2.0, draws: int = 4_000) -> float:
    """Mean of right / (right + weight x wrong) over articles of one to six claims."""
    chance = random.Random(1)
    total = 0.0
    for _ in range(draws):
        claims = chance.randint(1, 6)
        wrong = sum(chance.random() < error for _ in range(claims))
        total += (claims - wrong) / (claims - wrong + false_weight * wrong)
    return total / draws


def simulate_sources(
    seed: int, things: int = 120, sources: int = 20, copiers: int = 10, values: int = 50
) -> tuple[list[Statement], dict[str, str]]:
    """Independent sources of accuracies 0.4 to 0.95, and copiers of one poor source; returns what they say, and the truth."""
    chance = random.Random(seed)
    truth = {f"t{n}": f"v{chance.randrange(values)}" for n in range(things)}
    said: list[Statement] = []

    def speak(source: str, accuracy: float) -> dict[str, str]:
        return {
            thing: value if chance.random() < accuracy else f"v{chance.randrange(values)}"
            for thing, value in truth.items()
            if chance.random() < 0.6
        }

    poor = speak("poor", 0.4)
    told = {"poor": poor} | {f"source{n}": speak(f"source{n}", chance.uniform(0.4, 0.95)) for n in range(sources)}
    for n in range(copiers):
        own = speak(f"copier{n}", 0.5)
        told[f"copier{n}"] = own | {thing: value for thing, value in poor.items() if chance.random() < 0.8}
    for source, views in told.items():
        said += [Statement(thing, value, source) for thing, value in views.items()]
    return said, truth


def copy_falsehood(copies: int, as_origin: bool) -> list[Statement]:
    """A false value said by one page and copied so many times, against one primary source. ``as_origin``: the copies are known as such."""
    false = [Statement("director", "wrong", f"copier{n}", "o1" if as_origin else None, 1.0 + n) for n in range(copies)]
    return [*false, Statement("director", "wrong", "starter", "o1" if as_origin else None, 0.0),
            Statement("director", "right", "maker", None, 0.5, is_primary=True)]  # fmt: skip


def flood(wh: Warehouse, count: int, sites: int, words: int) -> None:
    """The same body under so many addresses, as the loader would have taken it in: not yet known to be a stub."""
    wh.db.execute(
        "INSERT INTO base.articles BY NAME SELECT 'a' || i AS article_id, 's' || (i % $sites) AS site, "
        "'https://s' || (i % $sites) || '.example/' || i AS url, TIMESTAMP '2026-11-16 05:00' AS first_seen, "
        "TIMESTAMP '2026-11-16 05:00' AS last_seen, $day AS first_day, $day AS last_day, false AS baseline FROM range($flood) AS r (i)",
        {"sites": sites, "day": DAY, "flood": count},
    )
    wh.db.execute(
        "INSERT INTO base.article_versions BY NAME SELECT 'v' || i AS version_id, 'a' || i AS article_id, 'c' || i AS content_hash, "
        "'one body' AS body_hash, $day AS day, $day AS last_day, TIMESTAMP '2026-11-16 05:00' AS seen_at, "
        "TIMESTAMP '2026-11-16 05:00' AS last_seen, [] AS authors, false AS published_has_time, $words AS word_count, "
        "'article' AS page_type, false AS paywalled, false AS is_stub, [] AS credits, [] AS structured_types, 'en' AS language, "
        "list_transform(range(64), lambda j: CAST(j AS UBIGINT)) AS sketch FROM range($flood) AS r (i)",
        {"words": words, "day": DAY, "flood": count},
    )


def utc(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
