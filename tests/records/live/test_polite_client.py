"""How the client behaves towards sources: pace, retries within bounds, revalidation, giving up, an honest name."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.errors import SourceDownError
from pipeline.records.live.polite_client import Manners, PoliteClient, read_retry_after
from tests.records.live.stand import Reply, Stand

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


class Clocked:
    """A client whose clock stands still until told, and which notes its waits instead of waiting."""

    def __init__(self, folder: Path, **manners: float) -> None:
        self.waits: list[float] = []
        self.now = NOW
        bounds = Manners(**{"pace": 0.0, "timeout": 0.4, "attempts": 3, "back_off": 1.0, **manners})  # type: ignore[arg-type]
        self.client = PoliteClient(folder, "ops@example.org", bounds, now=lambda: self.now, sleep=self.waits.append)


@pytest.fixture
def stand() -> Iterator[Stand]:
    made = Stand(
        lambda path, query, headers: Reply.json({"path": path}, ETag='"1"') if headers.get("If-None-Match") != '"1"' else Reply(304)
    )
    yield made
    made.stop()


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clocked]:
    made = Clocked(tmp_path)
    monkeypatch.setattr("time.time", lambda: made.now.timestamp())  # noqa: PLW0108 - the cache reads it by itself, and it moves
    yield made
    made.client.close()


def test_an_answer_is_kept_and_revalidated(stand: Stand, asked: Clocked) -> None:
    url = f"{stand.url}/a"
    assert asked.client.get_json(url) == ({"path": "/a"}, NOW)
    assert asked.client.get_json(url) == ({"path": "/a"}, NOW)
    assert len(stand.log) == 1, "young answers are not asked for again"
    asked.now = NOW + timedelta(days=1)
    assert asked.client.get_json(url) == ({"path": "/a"}, asked.now), "a 304 is the kept answer, checked now"
    assert len(stand.log) == 2
    asked.client.get_json(url)
    assert len(stand.log) == 2
    assert stand.agents == {"Reelcheck/0.1 (+ops@example.org)"}


def test_what_the_source_says_of_keeping_is_not_asked(asked: Clocked) -> None:
    """The Wikimedia sites answer their interfaces with "must-revalidate" and an old Age, others vary by everything."""
    told = {"Cache-Control": "private, must-revalidate, max-age=0", "Age": "90000", "Vary": "*", "Expires": "0", "ETag": '"1"'}
    shy = Stand(lambda path, query, headers: Reply.json({}, **told))
    try:
        for _ in range(3):
            asked.client.get_json(f"{shy.url}/a")
        assert len(shy.log) == 1
        asked.client.get_json(f"{shy.url}/b", max_age=timedelta(days=30))
        asked.now += timedelta(days=29)
        asked.client.get_json(f"{shy.url}/b", max_age=timedelta(days=30))
        assert len(shy.log) == 2, "each address stands for as long as its asker says"
    finally:
        shy.stop()


def test_a_damaged_cache_costs_one_request(stand: Stand, tmp_path: Path) -> None:
    (tmp_path / "answers.db").write_bytes(b"nonsense" * 1000)
    with PoliteClient(tmp_path, "ops@example.org", Manners(pace=0.0)) as client:
        assert client.get_json(f"{stand.url}/a") is not None
        assert client.get_json(f"{stand.url}/a") is not None
    assert len(stand.log) == 1


def test_nonsense_is_not_kept(stand: Stand, asked: Clocked) -> None:
    stand.script = [Reply(302, headers={"Location": "/b"}), Reply(body=b"<html>busy</html>")]
    with pytest.raises(SourceDownError, match="no JSON"):
        asked.client.get_json(f"{stand.url}/a")
    assert asked.client.get_json(f"{stand.url}/a") == ({"path": "/b"}, NOW)


def test_json_without_a_bottom_is_no_json(stand: Stand, asked: Clocked) -> None:
    stand.script = [Reply(body=b"[" * 200_000)]
    with pytest.raises(SourceDownError, match="no JSON"):
        asked.client.get_json(f"{stand.url}/a")


def test_a_cache_of_another_make_is_named(stand: Stand, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "answers.db") as db:
        db.execute("CREATE TABLE entries (something TEXT)")
    with PoliteClient(tmp_path, "ops@example.org") as client, pytest.raises(SourceDownError, match="delete that folder"):
        client.get(f"{stand.url}/a")


def test_a_source_that_fails_to_revalidate_is_down(stand: Stand, asked: Clocked) -> None:
    asked.client.get(f"{stand.url}/a")
    asked.now += timedelta(days=1)
    stand.down = True
    with pytest.raises(SourceDownError, match="answered 503"):
        asked.client.get(f"{stand.url}/a")
    stand.down = False
    assert asked.client.get_json(f"{stand.url}/a") == ({"path": "/a"}, asked.now)


def test_retry_after_is_honoured(stand: Stand, asked: Clocked) -> None:
    stand.script = [Reply(429, headers={"Retry-After": "7"}), Reply(503, headers={"Retry-After": "Fri, 20 Nov 2026 03:00:09 GMT"})]
    assert asked.client.get_json(f"{stand.url}/a") is not None
    assert asked.waits == [7.0, 9.0]


def test_a_lagging_wiki_is_waited_for(stand: Stand, asked: Clocked) -> None:
    error = b'{"error":{"code":"maxlag","info":"Waiting for a database server: 6 seconds lagged."}}'
    stand.script = [Reply(200, error, {"Retry-After": "5", "X-Database-Lag": "6"})]
    assert asked.client.get_json(f"{stand.url}/a") == ({"path": "/a"}, NOW)
    assert asked.waits == [5.0]


def test_without_retry_after_waits_double(stand: Stand, asked: Clocked) -> None:
    stand.script = [Reply(500), Reply(502)]
    assert asked.client.get_json(f"{stand.url}/a") is not None
    assert asked.waits == [1.0, 2.0]


def test_a_wait_that_is_too_long_is_not_waited(stand: Stand, asked: Clocked) -> None:
    stand.script = [Reply(429, headers={"Retry-After": "86400"})]
    with pytest.raises(SourceDownError, match="asks to wait 86400 s"):
        asked.client.get(f"{stand.url}/a")
    assert asked.waits == []
    assert len(stand.log) == 1


def test_attempts_are_bounded_and_a_host_that_is_down_is_left_alone(stand: Stand, asked: Clocked) -> None:
    stand.down = True
    for n in range(3):
        with pytest.raises(SourceDownError, match="answered 503, 3 attempts"):
            asked.client.get(f"{stand.url}/{n}")
    assert len(stand.log) == 9
    with pytest.raises(SourceDownError, match="not asked again after 3 failures in a row"):
        asked.client.get(f"{stand.url}/other")
    assert len(stand.log) == 9


def test_a_slow_source_is_down(stand: Stand, asked: Clocked) -> None:
    stand.script = [Reply(delay=1.5)] * 3
    with pytest.raises(SourceDownError, match=r"did not answer within 0\.4 s"):
        asked.client.get(f"{stand.url}/a")


def test_nobody_there_is_down(asked: Clocked) -> None:
    with pytest.raises(SourceDownError, match="cannot be reached"):
        asked.client.get("http://127.0.0.1:9/")


def test_refusals_are_not_repeated(stand: Stand, asked: Clocked) -> None:
    stand.script = [Reply(403)]
    with pytest.raises(SourceDownError, match="answered 403"):
        asked.client.get(f"{stand.url}/a")
    assert len(stand.log) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_none(stand: Stand, asked: Clocked, status: int) -> None:
    stand.script = [Reply(status, b"gone")]
    assert asked.client.get_json(f"{stand.url}/a") is None


def test_no_source_sends_us_elsewhere(stand: Stand, asked: Clocked) -> None:
    stand.script = [Reply(302, headers={"Location": "http://169.254.169.254/latest"})]
    with pytest.raises(SourceDownError, match="sends us to another host"):
        asked.client.get(f"{stand.url}/a")
    stand.script = [Reply(302, headers={"Location": "/a"})] * 9
    with pytest.raises(SourceDownError, match="in circles"):
        asked.client.get(f"{stand.url}/a")


def test_an_endless_answer_is_cut(stand: Stand, tmp_path: Path) -> None:
    stand.script = [Reply(body=b"x" * 5000)]
    small = Clocked(tmp_path, most_bytes=1000)
    with small.client as client, pytest.raises(SourceDownError, match="more than 1000 bytes"):
        client.get(f"{stand.url}/a")


def test_requests_to_one_host_are_paced(stand: Stand, tmp_path: Path) -> None:
    slow = Clocked(tmp_path, pace=5.0)
    with slow.client as client:
        client.get(f"{stand.url}/a")
        client.get(f"{stand.url}/b")
    assert len(slow.waits) == 1
    assert 4.0 < slow.waits[0] <= 5.0


def test_the_open_web_needs_a_contact(tmp_path: Path) -> None:
    with PoliteClient(tmp_path) as client, pytest.raises(SourceDownError, match="set REELCHECK_CONTACT"):
        client.get("https://www.example.org/")
    assert not client.requests


@pytest.mark.parametrize(("text", "wanted"), [("3", 3.0), (" 12 ", 12.0), ("soon", None), (None, None), ("-5", None)])
def test_retry_after_is_seconds_or_a_date(text: str | None, wanted: float | None) -> None:
    assert read_retry_after(text, NOW) == wanted


def test_what_nobody_asks_for_is_dropped_after_sixty_days(stand: Stand, asked: Clocked, tmp_path: Path) -> None:
    for day in (0, 61, 62):
        asked.now = NOW + timedelta(days=day)
        asked.client.get(f"{stand.url}/{day}")
    asked.client.close()
    with sqlite3.connect(tmp_path / "answers.db") as db:
        assert [key.rpartition(b"/")[2] for (key,) in db.execute("SELECT cache_key FROM entries ORDER BY 1")] == [b"61", b"62"]
