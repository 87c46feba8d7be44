from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.detect import detect_day
from pipeline.models import Judgement, Report
from pipeline.settings import World
from pipeline.warehouse.record import pending_versions, record_reports
from pipeline.warehouse.records import load_records
from pipeline.warehouse.reputation import score_sites
from pipeline.warehouse.store import Warehouse
from tests.warehouse.stage import BOOK, FALSE_QUOTE, at, day_number, dump, make_article, make_page, make_report, make_words, put_night


def check(wh: Warehouse, day: date, verdicts: dict[str, tuple[str, ...]]) -> None:
    """Every article of a site gets one claim of each of these verdicts."""
    reports: list[tuple[str, Report]] = []
    for version, _, article in pending_versions(wh, day):
        report = make_report(article)
        (plain,) = report.judgements
        site = (article.url or "").split("//")[1].split(".", maxsplit=1)[0]
        judged = tuple(
            Judgement(replace(plain.claim, object={"value": f"{n}"}), verdict, "said", plain.evidence)  # type: ignore[arg-type]
            for n, verdict in enumerate(verdicts[site])
        )
        reports.append((version, replace(report, judgements=judged)))
    record_reports(wh, day, reports, "c1", "book-1", at(day_number(1)))


def scores(wh: Warehouse) -> dict[str, dict[str, float]]:
    return {row.pop("site"): row for row in (dict(r) for r in rows(wh))}


def rows(wh: Warehouse) -> list[dict[str, float]]:
    result = wh.db.execute("SELECT site, articles, origins, score, low, high, raw_share FROM site_scores ORDER BY site")
    columns = [c[0] for c in result.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def put_sites(wh: Warehouse, world: World, counts: dict[str, int]) -> None:
    load_records(wh, BOOK, at(day_number(0)))
    urls = [f"https://{site}.example/{n}" for site, count in counts.items() for n in range(count)]
    pages = [make_page(day_number(0), u, make_article(u, make_words(seed), FALSE_QUOTE)) for seed, u in enumerate(urls)]
    put_night(wh, world, day_number(0), pages)
    detect_day(wh, day_number(0))


def test_the_better_site_scores_higher_and_more_articles_narrow_the_interval(wh: Warehouse, world: World) -> None:
    put_sites(wh, world, {"good": 8, "bad": 8, "small": 1})
    check(wh, day_number(0), {"good": ("supported",) * 3, "bad": ("supported", "contradicted"), "small": ("supported",)})
    told = scores(wh)
    assert told["good"]["score"] > told["small"]["score"] > 0.5 > told["bad"]["score"]
    assert told["good"]["high"] - told["good"]["low"] < told["small"]["high"] - told["small"]["low"]
    assert all(site["low"] < site["score"] < site["high"] for site in told.values())
    assert (told["good"]["articles"], told["small"]["raw_share"]) == (8, 1.0)


def test_trivial_truths_in_one_article_buy_nothing_more(wh: Warehouse, world: World) -> None:
    put_sites(wh, world, {"plain": 3, "stuffed": 3})
    check(wh, day_number(0), {"plain": ("supported",), "stuffed": ("supported",) * 20})
    assert scores(wh)["plain"]["score"] == scores(wh)["stuffed"]["score"]


def test_an_unrated_site_has_no_score_and_a_copy_counts_in_part(wh: Warehouse, world: World) -> None:
    load_records(wh, BOOK, at(day_number(0)))
    words = make_words(1)
    pages = []
    for site, hour in (("first", 5), ("second", 9)):
        url = f"https://{site}.example/x"
        pages.append(make_page(day_number(0), url, make_article(url, words, FALSE_QUOTE), fetched_at=at(day_number(0), hour)))
    other = "https://silent.example/x"
    put_night(wh, world, day_number(0), [*pages, make_page(day_number(0), other, make_article(other, make_words(2), FALSE_QUOTE))])
    detect_day(wh, day_number(0))
    check(wh, day_number(0), {"first": ("contradicted",), "second": ("contradicted",), "silent": ("unverifiable",)})
    told = scores(wh)
    assert set(told) == {"first", "second"}
    assert told["first"]["score"] < told["second"]["score"] < 0.5


def test_computing_again_changes_nothing(wh: Warehouse, world: World) -> None:
    put_sites(wh, world, {"good": 2})
    check(wh, day_number(0), {"good": ("supported",)})
    before = dump(wh, "site_scores")
    assert score_sites(wh, day_number(0), at(day_number(9))) == 1
    assert dump(wh, "site_scores") == before
