from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from pipeline.models import Relation
from reports.wording import TOPICS, Values, count, say_claim, say_days, say_range, say_verdict


@pytest.mark.parametrize(
    ("relation", "values", "affirmed", "negated"),
    [
        ("based_on", {"author": "Ann Lee", "kind": "article"}, "X is based on an article by Ann Lee",
         "X is not based on an article by Ann Lee"),
        ("based_on", {"value": "Salt", "author": "Ann Lee", "kind": "memoir", "year": 2019},
         "X is based on the memoir Salt by Ann Lee (2019)", "X is not based on the memoir Salt by Ann Lee (2019)"),
        ("based_on", {"kind": "novel"}, "X is based on a novel", "X is not based on a novel"),
        ("based_on", {"author": "Ann Lee"}, "X is based on a work by Ann Lee", "X is not based on a work by Ann Lee"),
        ("story_basis", {"value": "fiction"}, "X is fiction", "X is not fiction"),
        ("story_basis", {"value": "true story", "degree": "entirely"}, "All of what X tells happened", "Not all of what X tells happened"),
        ("cast_member", {"value": "Ann Lee", "character": "Bo"}, "Ann Lee plays Bo in X", "Ann Lee does not play Bo in X"),
        ("cast_member", {"value": "Ann Lee"}, "Ann Lee is in the cast of X", "Ann Lee is not in the cast of X"),
        ("cast_member", {"character": "Bo", "real_person": "Cy Day"}, "Bo in X portrays Cy Day", "Bo in X does not portray Cy Day"),
        ("premiere_date", {"value": "2025-10-15"}, "X premiered on 15 October 2025", "X did not premiere on 15 October 2025"),
        ("premiere_date", {"value": "2025", "season": 2}, "X premiered in 2025 (season 2)", "X did not premiere in 2025 (season 2)"),
        ("episode_count", {"value": 1}, "X has 1 episode", "X does not have 1 episode"),
        ("setting_time", {"value": "1960s"}, "X is set in the 1960s", "X is not set in the 1960s"),
        ("setting_place", {"value": "Galway", "region": "UK"}, "X is set in Galway (UK)", "X is not set in Galway (UK)"),
    ],
)  # fmt: skip
def test_claims_are_sentences(relation: str, values: Values, affirmed: str, negated: str) -> None:
    assert say_claim("X", relation, values).plain == affirmed
    assert say_claim("X", relation, values, "negated").plain == negated


def test_every_relation_has_a_topic_and_a_sentence_in_both_polarities() -> None:
    for relation in get_args(Relation):
        assert relation in TOPICS
        said, denied = (say_claim("The Title", relation, {"value": "something"}, p).plain for p in ("affirmed", "negated"))
        assert "{" not in said + denied
        assert "something" in said
        assert said != denied


def test_titles_of_works_are_marked_and_strangers_words_are_not_our_own() -> None:
    words = say_claim("Salt", "based_on", {"value": "Pepper", "author": "Ann"})
    assert [(run.text, run.em) for run in words.runs if not run.own] == [("Salt", True), ("Pepper", True), ("Ann", False)]


def test_verdicts_are_said_with_publisher_and_day() -> None:
    assert say_verdict("contradicted", "Radio Times", date(2025, 10, 16)) == "contradicts Radio Times, read 16 Oct 2025"
    assert say_verdict("contradicted", "Cape Times, interview with the creator", None) == "contradicts Cape Times"
    assert say_verdict("contradicted", "El Comercio (Peru)", None) == "contradicts El Comercio (Peru)"
    assert say_verdict("contradicted", "Wikipedia (mirror)", None) == "contradicts Wikipedia"
    assert say_verdict("conflicts_with_record", None, None) == "differs from the record"


def test_days_ranges_and_counts() -> None:
    assert say_range(date(2026, 11, 16), date(2026, 11, 22)) == "16–22 November 2026"
    assert say_range(date(2026, 12, 28), date(2027, 1, 3)) == "28 December 2026 – 3 January 2027"
    assert say_days([date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 20)]) == "16, 17 and 20 Nov"
    assert say_days([date(2026, 11, 30), date(2026, 12, 1)]) == "30 Nov and 1 Dec"
    assert count(1204, "page") == "1,204 pages"
