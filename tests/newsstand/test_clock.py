"""The sites follow the clock: publication, edits, removal, and the marks that they leave."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import feedparser
import httpx
import pytest
from lxml import html

from tests.newsstand.conftest import SUNDAY_NIGHT, Reader

HARBOUR = "http://small-paper.example/2026/harbour/"
WITHDRAWN = "http://small-paper.example/2026/withdrawn"
FEED = "http://small-paper.example/feed"
BEFORE, FIRST, QUIET, OPEN = "2026-11-17T06:59:59Z", "2026-11-17T07:00:00Z", "2026-11-18T10:00:00Z", "2026-11-20T10:00:00Z"


def read_json_ld(page: httpx.Response) -> dict[str, object]:
    return json.loads(html.fromstring(page.text).xpath("//script[@type='application/ld+json']/text()")[0])


def test_an_article_is_not_there_before_its_time(small: Reader) -> None:
    assert small.get(HARBOUR, BEFORE).status_code == 404
    assert small.get("http://small-paper.example/old/harbour.html", BEFORE).status_code == 404
    assert HARBOUR not in small.get(FEED, BEFORE).text
    assert HARBOUR not in small.get("http://small-paper.example/", BEFORE).text
    assert small.get(HARBOUR, FIRST).status_code == 200
    assert HARBOUR in small.get("http://small-paper.example/news.xml", FIRST).text
    assert "http://small-paper.example/old/harbour.html" in small.get(FEED, FIRST).text


def test_a_quiet_edit_changes_text_and_validators_and_admits_nothing(small: Reader) -> None:
    before, after = small.get(HARBOUR, FIRST), small.get(HARBOUR, QUIET)
    asked_again = small.get(HARBOUR, QUIET, if_none_match=before.headers["etag"], if_modified_since=before.headers["last-modified"])
    assert "set in a mountain village" in before.text and "set in a harbour" not in before.text
    assert "set in a harbour" in after.text and "mountain village" not in after.text
    assert asked_again.status_code == 200
    assert after.headers["last-modified"] == "Wed, 18 Nov 2026 10:00:00 GMT"
    assert read_json_ld(after)["dateModified"] == read_json_ld(before)["dateModified"] == "2026-11-17T08:00:00+01:00"
    assert "Updated" not in after.text


def test_an_open_edit_says_so(small: Reader) -> None:
    page = small.get(HARBOUR, OPEN)
    assert "Correction: the series is set in a harbour town." in page.text
    assert "Updated" in page.text
    assert read_json_ld(page)["dateModified"] == "2026-11-20T10:00:00+00:00"
    assert small.get(HARBOUR, OPEN, if_none_match=small.get(HARBOUR, QUIET).headers["etag"]).status_code == 200


def test_the_tag_holds_between_edits_on_other_days(small: Reader) -> None:
    """Neither the date nor new articles in the related box touch it."""
    tag = small.get(WITHDRAWN, "2026-11-16T09:00:00Z").headers["etag"]
    assert small.get(WITHDRAWN, "2026-11-17T23:00:00Z", if_none_match=tag).status_code == 304


def test_a_removed_article_is_gone_and_still_in_the_feed(small: Reader) -> None:
    assert small.get(WITHDRAWN, "2026-11-17T23:59:59Z").status_code == 200
    assert small.get(WITHDRAWN, "2026-11-18T00:00:00Z").status_code == 410
    links = [e.link for e in feedparser.parse(small.get(FEED, "2026-11-18T00:00:00Z").text).entries]
    assert any(link.startswith(WITHDRAWN) for link in links)
    assert WITHDRAWN not in small.get("http://small-paper.example/", "2026-11-18T00:00:00Z").text


def test_the_header_outranks_the_clock_and_the_clock_moves(small: Reader) -> None:
    try:
        small.serving.set_clock(datetime(2026, 11, 17, 6, tzinfo=UTC))
        assert small.get(HARBOUR).status_code == 404
        assert small.get(HARBOUR, FIRST).status_code == 200
        assert small.get(HARBOUR).headers["date"] == "Tue, 17 Nov 2026 06:00:00 GMT"
        small.serving.set_clock(datetime(2026, 11, 17, 9, tzinfo=UTC))
        assert small.get(HARBOUR).status_code == 200
    finally:
        small.serving.set_clock(SUNDAY_NIGHT)


@pytest.mark.parametrize("wrong", ["yesterday", "2026-11-17", "2026-11-17T06:00:00"])
def test_a_wrong_clock_is_refused_with_the_reason(small: Reader, wrong: str) -> None:
    by_header = small.get(HARBOUR, wrong)
    by_post = httpx.post(small.serving.proxy_url + "/clock", content=wrong, trust_env=False)
    assert by_header.status_code == by_post.status_code == 400
    assert wrong in by_header.text and "write for example" in by_post.text
    assert httpx.get(small.serving.proxy_url + "/clock", trust_env=False).text == SUNDAY_NIGHT.isoformat()
