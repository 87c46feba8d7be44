"""The bundled records against themselves: what stands on record is never contradicted, and mostly supported, when an article says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.models import Claim, Fact, RecordBook, Show
from pipeline.records.loader import load_records
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.judge import judge

KEYS = ("author", "kind", "year", "character", "real_person", "region", "when", "where")
FAMILY = ("based_on", "director", "writer", "creator", "cast_member", "platform", "premiere_date", "setting_place", "setting_time",
          "episode_count", "season_count", "country", "language", "producer", "production_company", "story_basis")  # fmt: skip


@pytest.fixture(scope="module")
def book() -> RecordBook:
    return load_records()


def say(show: Show, fact: Fact, **changes: Any) -> Claim:
    obj: dict[str, Any] = {"value": fact.value} | {k: getattr(fact, k) for k in KEYS if getattr(fact, k) is not None}
    if fact.season is not None:
        obj["season"] = fact.season
    quote = f"premiered, is set in, follows {fact.value}"
    return Claim(show.slug, fact.property, obj | changes, "affirmed", "asserted", quote, 1, 0, len(quote))


def statements(book: RecordBook) -> Iterator[tuple[Show, Fact]]:
    for show in book.shows.values():
        for fact in show.facts:
            yield show, fact


def test_no_fact_on_record_is_contradicted(book: RecordBook) -> None:
    context = JudgeContext(shows=book.shows)
    verdicts = {(s.slug, f.property, str(f.value)): judge(say(s, f), s, context).verdict for s, f in statements(book)}
    assert [k for k, v in verdicts.items() if v in {"contradicted", "conflicts_with_record"}] == []
    share = Counter(v for (_, prop, _), v in verdicts.items() if prop in FAMILY)
    assert share["supported"] / sum(share.values()) > 0.97


def test_no_part_of_a_fact_is_contradicted(book: RecordBook) -> None:
    """Saying less than the record does: an actor without the part, a source without its year, a surname."""
    context = JudgeContext(shows=book.shows)
    for show, fact in statements(book):
        whole = say(show, fact)
        for key in whole.object:
            part = Claim(show.slug, fact.property, {key: whole.object[key]}, "affirmed", "asserted", whole.quote, 1, 0, 5)
            judgement = judge(part, show, context)
            assert judgement.verdict not in {"contradicted", "conflicts_with_record"}, (show.slug, fact, key, judgement)


def test_denying_a_fact_is_never_supported(book: RecordBook) -> None:
    context = JudgeContext(shows=book.shows)
    for show, fact in statements(book):
        if fact.property in FAMILY:
            claim = say(show, fact)
            denied = Claim(**{**{k: getattr(claim, k) for k in claim.__slots__}, "polarity": "negated"})
            assert judge(denied, show, context).verdict != "supported", (show.slug, fact)


def test_another_shows_people_and_sources_are_never_supported(book: RecordBook) -> None:
    """The facts of the next show in the book, claimed of this one."""
    context = JudgeContext(shows=book.shows)
    shows = list(book.shows.values())
    for show, other in zip(shows, [*shows[1:], shows[0]], strict=True):
        own = {str(f.value) for f in show.facts}
        for fact in other.facts_of("director", "writer", "cast_member", "based_on"):
            if str(fact.value) not in own and not (fact.author and fact.author in own):
                assert judge(say(show, fact), show, context).verdict != "supported", (show.slug, fact)
