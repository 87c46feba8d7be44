"""The metamorphic and noise suites, and the page written from them."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from pipeline.checker import Checker
from pipeline.evaluation.accuracy_page import write_page
from pipeline.evaluation.everything import run_everything
from pipeline.evaluation.metamorphic import CHANGES, Flip, Tally, _compare, run_metamorphic
from pipeline.evaluation.noise import NoiseTally, check_other_news, check_pages, check_without_record
from pipeline.evaluation.samples import Sample
from pipeline.models import Premise, Report
from pipeline.records.loader import load_records
from pipeline.rubric import RUBRIC
from tests.builders import make_article, make_judgement, make_reading

CHECKER = Checker(load_records())
SHOW = next(s for s in CHECKER.book.shows.values() if s.format == "limited series" and s.facts_of("director"))
SAMPLE = Sample(
    f"{SHOW.slug}-1",
    SHOW.slug,
    "reliable",
    "labelled",
    make_article(f"{SHOW.title} was directed by {SHOW.facts_of('director')[0].value}.", title=f"Is {SHOW.title} a true story?"),
)


def report_of(*judgements) -> Report:
    reading = make_reading("a-show", *(j.claim for j in judgements))
    return Report(make_article("T."), "a", reading, judgements, Premise(None, None, None), (), RUBRIC.score("a-show", judgements))


@pytest.fixture(scope="module")
def changed() -> tuple[dict[str, Tally], list[Flip]]:
    return run_metamorphic(CHECKER, [SAMPLE])


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_changes_nothing_for_a_plain_statement(name: str, changed: tuple[dict[str, Tally], list[Flip]]) -> None:
    tallies, flips = changed
    assert not [f for f in flips if f.change == name]
    assert tallies[name].lost == 0


def test_a_flip_and_a_new_accusation_are_counted() -> None:
    base = make_judgement("supported", "director", "Ann")
    tally, flips = Tally(), list[Flip]()
    after = report_of(make_judgement("contradicted", "director", "Ann"), make_judgement("contradicted", "writer", "Bob"))
    key = ("a-show", "director", (("value", "ann"),), "affirmed")
    _compare(SAMPLE, "x", {key: base.verdict}, after, tally, flips)
    assert (tally.judged, tally.flips, tally.lost) == (1, 2, 0)
    assert [f.before for f in flips] == ["supported", None]


def test_what_is_lost_is_no_flip() -> None:
    tally, flips = Tally(), list[Flip]()
    _compare(SAMPLE, "x", {("a-show", "director", (("value", "ann"),), "affirmed"): "contradicted"}, report_of(), tally, flips)
    assert (tally.lost, tally.flips) == (1, 0)


def test_noise_counts_accusations_and_labels() -> None:
    tally = NoiseTally()
    tally.add("a", report_of(make_judgement("contradicted", "director", "Ann")))
    tally.add("b", report_of())
    tally.add("c", report_of(make_judgement("contradicted", "director", "Ann")), fair=frozenset({"a-show"}))
    counted = tally.count()
    assert (counted["articles"], counted["accused"]) == (3, 1)
    assert tally.accusing[0][0] == "a"


def test_real_pages_are_read_and_thin_ones_skipped(tmp_path: Path) -> None:
    words = "Plain words about the weather fill this page and nothing else. " * 20
    for name, text in (("a.html.gz", words), ("b.html.gz", "Short.")):
        page = f"<html lang=en><head><title>Weather</title></head><body><article><h1>Weather</h1><p>{text}</p></article></body></html>"
        (tmp_path / name).write_bytes(gzip.compress(page.encode()))
    with (tmp_path / "MANIFEST.csv").open("w", newline="") as out:
        csv.writer(out).writerows([["file", "url"], ["a.html.gz", "https://x.example/a"], ["b.html.gz", "https://x.example/b"]])
    counted = check_pages(CHECKER, tmp_path).count()
    assert (counted["articles"], counted["skipped"], counted["accused"], counted["not_insufficient"]) == (1, 1, 0, 0)


def test_other_news_are_those_about_no_work() -> None:
    news = Sample("s/weather", None, "insufficient", "newsstand", make_article("It rained.", title="Weather"))
    assert check_other_news(CHECKER, [SAMPLE, news]).articles == 1


def test_without_its_record_an_article_is_about_nothing() -> None:
    tally = check_without_record(CHECKER.book, [SAMPLE], Checker)
    assert (tally.articles, tally.accused, tally.not_insufficient) == (1, 0, 0)


def test_the_page_names_what_was_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.evaluation.everything.load_stands", lambda: ())
    result = run_everything(tmp_path / "no-gold", tmp_path / "no-pages")
    assert len(result.skipped) == 2
    page = write_page(result.figures)
    assert all(f"- skipped: {name}" in page for name in result.skipped)
    assert "## Noise" in page
