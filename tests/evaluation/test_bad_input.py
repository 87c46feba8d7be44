"""Bad input ends in a verdict, and in work that is bounded by its length: nothing hangs, nothing explodes, nobody is accused."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.checker import Checker
from pipeline.claims.text import MAX_PARAGRAPH, MAX_TEXT
from pipeline.models import Article, Paragraph, Report
from pipeline.records.loader import load_records
from tests.builders import make_article

CHECKER = Checker(load_records())
SHOWS = sorted(CHECKER.book.shows.values(), key=lambda s: s.slug)
TITLE = SHOWS[0].title
PLAIN = f"{TITLE} was directed by Ann Lee. It is based on a novel by Jo Poe. It has six episodes, and Kay Ross plays Nora Lane. "
SLACK = 2.2  # four times the text may cost so many times four; quadratic work would cost four times four


UNITS = [
    PLAIN,
    "Ann Lee and Jo Poe and ",
    "Ann Lee, ",
    "directed by written by based on a novel by played by ",
    '"It is a true story," he said. ',
    "on 3 May 2021, on 4 May 2021, ",
    "a" * 50,
    "(",
    "<p>The series</p> ",
]


def check(article: Article) -> Report:
    return CHECKER.check(article, "bad")


def seconds(article: Article) -> float:
    """CPU time, the better of two runs."""
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        check(article)
        best = min(best, time.process_time() - started)
    return best


def about(text: str) -> Article:
    return make_article(PLAIN, text, title=f"Is {TITLE} a true story?")


HOSTILE = {
    "nothing": make_article(title=None),
    "empty paragraphs": make_article("", " ", "\n", title=""),
    "no spaces": about("a" * 100_000),
    "capitals without spaces": about("Aa" * 50_000),
    "only capitals": about("AND THE " * 20_000),
    "only marks": about("\"'“”(((([[[[" * 10_000),
    "open brackets": about("(" * 50_000 + "x"),
    "commas and names": about("Ann Lee, " * 10_000),
    "and, and, and": about("Ann Lee and Jo Poe and " * 5_000),
    "one long sentence of cues": about("directed by written by based on a novel by played by " * 2_000),
    "zero-width": about("\u200b".join(PLAIN * 200)),
    "look-alikes": about((PLAIN * 200).replace("a", "а").replace("e", "е").replace("o", "о")),
    "mixed scripts": about("Это история 真實故事 قصة حقيقية סיפור אמיתי " * 2_000),
    "combining marks": about("e\u0301\u0301\u0301\u0301" * 20_000),
    "right to left marks": about("\u202e" + PLAIN * 100 + "\u202c"),
    "surrogates and controls": about("\ud800\x00\x07\x1b[31m" * 5_000),
    "html instead of text": about("<div class='a'><p>" * 5_000 + PLAIN + "</p></div>" * 5_000),
    "numbers": about("1 2 3 4 5 6 7 8 9 10 2019 2020 " * 5_000),
    "dates": about("on 3 May 2021, on 4 May 2021, " * 5_000),
    "questions": about("Is it a true story? " * 5_000),
    "quotations": about('"It is a true story," he said. ' * 3_000),
    "emoji": about("🎬📺🔥" * 30_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_gets_a_verdict(name: str) -> None:
    report = check(HOSTILE[name])
    assert report.score.label in {"reliable", "mixed", "unreliable", "insufficient"}
    for judgement in report.judgements:
        claim = judgement.claim
        place = (report.article.title or "") if claim.paragraph == 0 else report.article.paragraphs[claim.paragraph - 1].text
        assert place[claim.start : claim.end] == claim.quote, "a quote is verbatim"


@pytest.mark.parametrize("unit", UNITS, ids=lambda u: u[:24])
def test_work_grows_no_faster_than_the_text(unit: str) -> None:
    short = "".join([unit] * (12_000 // len(unit)))
    check(about(short))
    one, two, four = (seconds(about_parts([short] * n)) for n in (1, 2, 4))
    assert two <= four * 1.5, "a longer text is no cheaper"
    assert four <= SLACK * 4 * max(one, 0.01), (one, two, four)


@pytest.mark.parametrize("unit", UNITS, ids=lambda u: u[:24])
def test_work_grows_no_faster_than_one_paragraph(unit: str) -> None:
    short, long = (about("".join([unit] * (size // len(unit)))) for size in (4_500, 18_000))
    check(short)
    one, four = seconds(short), seconds(long)
    # within one paragraph claims are compared with their neighbours; what bounds that is the paragraph's own bound
    assert four <= 14 * max(one, 0.01), (one, four)
    assert seconds(about("".join([unit] * (MAX_PARAGRAPH * 5 // len(unit))))) <= 2 * max(four, 0.05), "nothing behind the bound is read"


def about_parts(parts: list[str]) -> Article:
    return make_article(PLAIN, *parts, title=f"Is {TITLE} a true story?")


@pytest.mark.parametrize("size", [1_000_000, 2_000_000])
def test_a_million_characters_cost_no_more_than_the_text_that_is_read(size: int) -> None:
    sentence = "The weather in the valley was fine and nobody there had ever seen a film. "
    article = replace(about(""), paragraphs=tuple(Paragraph(sentence * 200) for _ in range(size // (len(sentence) * 200) + 1)))
    assert len(article.text) > size > MAX_TEXT
    assert seconds(article) < 10


def test_ten_thousand_titles_in_one_article() -> None:
    titles = [show.title for show in SHOWS]
    listed = [
        f"{titles[i % len(titles)]}, {titles[(i * 7 + 1) % len(titles)]} and {titles[(i * 3 + 2) % len(titles)]}." for i in range(3_400)
    ]
    report = check(make_article(*[" ".join(listed[i : i + 40]) for i in range(0, len(listed), 40)], title="All the titles"))
    assert not [j for j in report.judgements if j.verdict == "contradicted"]


def test_a_million_characters_in_one_paragraph() -> None:
    assert seconds(about("word " * 200_000)) < 10


_MARKS_TEXT = ', | (|)|"|“|’|\u200b|\n|\u00a0|¿|?|!|.|... |<b>|&amp;'
_CUES_TEXT = (
    " is based on | was directed by | and | plays | as |2021|six episodes| in New York| no | not |n't |the series | novel by |season two "
)
_MARKS, _WORDS = _MARKS_TEXT.split("|"), _CUES_TEXT.split("|")
PIECES = st.sampled_from([*(show.title for show in SHOWS[:3]), "Ann Lee", "O'Neil-Poe", *_MARKS, *_WORDS, "е", "ﬁ", "İ", "ẞ", "𝓐", "1-2-3"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join), max_size=4), st.lists(PIECES, max_size=8).map("".join))
def test_any_text_gets_a_verdict_with_verbatim_quotes(paragraphs: list[str], title: str) -> None:
    article = make_article(*paragraphs, title=title)
    report = check(article)
    for judgement in report.judgements:
        claim = judgement.claim
        place = title if claim.paragraph == 0 else paragraphs[claim.paragraph - 1]
        assert place[claim.start : claim.end] == claim.quote
    for mention in report.reading.mentions:
        place = title if mention.paragraph == 0 else paragraphs[mention.paragraph - 1]
        assert place[mention.start : mention.end] == mention.surface
