"""The state file between load and crawl, and when a known page has its turn."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from pipeline.errors import BadInputError
from spiders.state import KnownPage, is_due, read_state, write_state

FIRST = date(2026, 11, 1)


def page(seen: int = 0, **more: object) -> KnownPage:
    told = {"url": "http://film.example/a", "first_seen": FIRST, "last_seen": FIRST + timedelta(days=seen), "status": 200}
    return KnownPage(**{**told, **more})  # type: ignore[arg-type]


def test_pages_come_back_as_they_were_written(tmp_path: Path) -> None:
    known = page(article_id="a1", etag='W/"é"', last_modified="x", content_sha256="f" * 64)
    noted = KnownPage("http://film.example/old", FIRST, FIRST, baseline=True)
    write_state(tmp_path / "deep" / "film.jsonl", {p.url: p for p in (noted, known)})
    assert read_state(tmp_path / "deep" / "film.jsonl") == {known.url: known, noted.url: noted}
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["film.jsonl"]


def test_no_file_is_a_site_never_met(tmp_path: Path) -> None:
    assert read_state(tmp_path / "none.jsonl") == {}


@pytest.mark.parametrize("line", ["{", '{"url": "x"}', '{"url": "x", "first_seen": "soon", "last_seen": "2026-11-01"}', "[]", "7"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "film.jsonl"
    write_state(path, {"a": page()})
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(BadInputError, match="line 2"):
        read_state(path)


def test_revisits_decay() -> None:
    seen, turns = 0, []
    for age in range(1, 200):
        if is_due(page(seen), FIRST + timedelta(days=age)):
            turns.append(age)
            seen = age
    assert turns == [1, 2, 4, 8, 16, 32, 64]


def test_missed_nights_are_made_up_once() -> None:
    assert is_due(page(1), FIRST + timedelta(days=7))
    assert not is_due(page(7), FIRST + timedelta(days=7))


def test_a_page_that_changed_has_its_turn_at_once() -> None:
    assert is_due(page(4), FIRST + timedelta(days=6), changed=FIRST + timedelta(days=5))
    assert not is_due(page(4), FIRST + timedelta(days=6), changed=FIRST + timedelta(days=4))


@pytest.mark.parametrize(("status", "due"), [(0, True), (500, True), (429, True), (404, False), (410, False), (403, False), (None, False)])
def test_what_failed_for_a_while_is_tried_again_and_what_is_gone_is_not(status: int | None, due: bool) -> None:
    failed = page(status=status, baseline=status is None)
    assert is_due(failed, FIRST + timedelta(days=3)) is due
    assert not is_due(failed, FIRST + timedelta(days=8))
