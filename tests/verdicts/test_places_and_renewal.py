"""A bare place name means the namesake on record; what was not announced may be renewed later."""

from __future__ import annotations

from datetime import date

from pipeline.models import Claim, Fact, Show, Source
from pipeline.records.likeness import Likeness
from pipeline.records.place_names import compare_places
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.judge import judge

DAY = date(2026, 1, 2)


def test_a_bare_name_is_the_namesake_on_record() -> None:
    assert compare_places("Santa Fe", "Santa Fe, New Mexico") is Likeness.SAME
    assert compare_places("Santa Fe, Argentina", "Santa Fe, New Mexico") is Likeness.FAR
    assert compare_places("Bulgaria", "Vilnius (Fabijoniskes district), Lithuania") is Likeness.FAR


def test_nothing_announced_is_no_conflict_with_a_later_renewal() -> None:
    source = Source("press", "Press room", 1, DAY, url="https://press.example", owner="press")
    show = Show("low-tide", "Low Tide", "series", DAY, (Fact("renewal", "Renewed for a second season", ("press",)),), {"press": source}, {})
    quote = "No second season has been announced"
    claim = Claim("low-tide", "renewal", {"value": "second season"}, "negated", "asserted", quote, 1, 0, len(quote))
    assert judge(claim, show, JudgeContext(published=date(2025, 3, 1))).verdict == "unverifiable"


def test_where_it_was_filmed_may_rest_on_one_page_of_tier_3_for_an_amber_note() -> None:
    source = Source("blog", "Blog", 3, DAY, url="https://blog.example", owner="blog")
    facts = (Fact("filming_location", "Dublin", ("blog",)), Fact("platform", "Netflix", ("blog",)))
    show = Show("low-tide", "Low Tide", "series", DAY, facts, {"blog": source}, {})
    quote = "filmed in Lisbon"
    claim = Claim("low-tide", "filming_location", {"value": "Lisbon"}, "affirmed", "asserted", quote, 1, 0, len(quote))
    assert judge(claim, show, JudgeContext(published=DAY)).verdict == "conflicts_with_record"
    quote = "premiered on Hulu"
    claim = Claim("low-tide", "platform", {"value": "Hulu"}, "affirmed", "asserted", quote, 1, 0, len(quote))
    assert judge(claim, show, JudgeContext(published=DAY)).verdict == "unverifiable"
