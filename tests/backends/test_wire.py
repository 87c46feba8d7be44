"""Errors, limits, budget and cache on the wire: every accident leaves the deterministic report, and is said once."""

from __future__ import annotations

import gzip
import json
import logging
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.backends.post import ATTEMPTS, MAX_ANSWER, Poster, UnansweredError
from pipeline.backends.questions import PATIENCE
from pipeline.checker import Checker
from pipeline.models import Article, Report
from tests.backends.conftest import KEY, Bench
from tests.backends.model_server import Asked, Reply, api_error, as_json, completion, serve

DOUBT = {"reason": "It may be another work.", "answer": "doubt"}
CONFIRM = {"reason": "Both cannot be true.", "answer": "confirm"}
ECHO = f"Incorrect API key provided: {KEY}."


def verdicts(report: Report) -> list[tuple[str, str]]:
    return [(j.claim.quote, j.verdict) for j in report.judgements]


def in_turn(*replies: Reply) -> Callable[[Asked], Reply]:
    """One reply after the other, the last for ever."""
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


GOOD = json.loads(completion(DOUBT).body)
ACCIDENTS = {
    "unauthorised": api_error(401, ECHO, "invalid_api_key"),
    "not found": api_error(404, "The model does not exist", "model_not_found"),
    "bad request": api_error(400, "response_format is not supported", "unsupported"),
    "redirect": Reply(307, b"", {"Location": "http://127.0.0.1:9/elsewhere"}),
    "html": Reply(200, b"<html>login</html>", {"Content-Type": "text/html"}),
    "empty": Reply(200, b""),
    "half of it": Reply(200, completion(DOUBT).body[:90]),
    "no utf-8": Reply(200, b'{"choices": "\xff\xfe"}'),
    "deep": Reply(200, b"[" * 100_000),
    "no choices": as_json({**GOOD, "choices": []}),
    "an error with status 200": as_json({"error": {"message": "overloaded"}}),
    "a list": as_json([GOOD]),
    "content is null": completion(None),
    "content is a number": as_json({"choices": [{"message": {"content": 7}, "finish_reason": "stop"}]}),
    "content is prose": completion("I doubt it."),
    "content is fenced": completion("```json\n" + json.dumps(DOUBT) + "\n```"),
    "refusal": completion(None, refusal="I'm sorry, I can't help with that."),
    "refusal with content": completion(DOUBT, refusal="I'm sorry."),
    "cut off": completion(DOUBT, finish="length"),
    "filtered": completion(DOUBT, finish="content_filter"),
    "a verdict of its own": completion({"reason": "", "answer": "supported"}),
    "more than was asked": completion({**DOUBT, "verdict": "supported"}),
    "huge": Reply(200, b" " * (MAX_ANSWER + 1) + completion(DOUBT).body),
    "a zipped bomb": Reply(200, gzip.compress(b" " * 50_000_000), {"Content-Encoding": "gzip"}),
}


@pytest.mark.parametrize("reply", ACCIDENTS.values(), ids=ACCIDENTS.keys())
def test_an_accident_leaves_the_deterministic_verdicts(reply: Reply, plain: Checker, article: Article, bench: Bench) -> None:
    with serve(lambda _: reply) as server:
        found = bench.checker(server.url, ["adjudicator"]).check(article)
        assert len(server.asked) == 1  # none of these is worth another attempt
    assert found == plain.check(article)
    assert "contradicted" in dict(verdicts(found)).values()
    assert len(bench.said) == 1
    assert KEY not in bench.said[0]


def test_a_truncated_stream_is_tried_again_and_then_given_up(plain: Checker, article: Article, bench: Bench) -> None:
    body = completion(DOUBT).body
    with serve(lambda _: Reply(200, body, cut=len(body) // 2)) as server:
        assert bench.checker(server.url, ["adjudicator"]).check(article) == plain.check(article)
        assert len(server.asked) == ATTEMPTS
    assert len(bench.said) == 1
    assert "RemoteProtocolError" in bench.said[0]


def test_429_waits_as_long_as_it_is_told(article: Article, bench: Bench) -> None:
    with serve(in_turn(api_error(429, "slow down", "rate_limit_exceeded", Retry_After="1"), completion(DOUBT))) as server:
        began = time.monotonic()
        found = bench.checker(server.url, ["adjudicator"]).check(article)
        assert time.monotonic() - began >= 1.0
        assert len(server.asked) == 2
    assert "contradicted" not in dict(verdicts(found)).values()
    assert bench.said == []


@pytest.mark.parametrize("wait", ["3600", "21"])
def test_429_that_asks_for_too_long_is_not_waited_for(wait: str, plain: Checker, article: Article, bench: Bench) -> None:
    with serve(lambda _: api_error(429, "quota", "insufficient_quota", Retry_After=wait)) as server:
        assert bench.checker(server.url, ["adjudicator"], timeout=60.0).check(article) == plain.check(article)
        assert len(server.asked) == 1
    assert "429" in bench.said[0]


@pytest.mark.parametrize("wait", ["soon", "nan", "inf", "-5", "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_an_unreadable_retry_after_is_as_if_none_was_given(wait: str) -> None:
    slept: list[float] = []
    with serve(lambda _: Reply(429, b"", {"Retry-After": wait})) as server:
        with pytest.raises(UnansweredError, match="429"):
            Poster(server.url, sleep=slept.append).post({}, lambda: None)
        assert len(server.asked) == ATTEMPTS
    assert len(slept) == ATTEMPTS - 1
    assert all(0 < s <= 6 for s in slept)


def test_a_dripping_server_costs_no_more_than_the_timeout(plain: Checker, article: Article, bench: Bench) -> None:
    with serve(lambda _: Reply(200, completion(DOUBT).body, drip=0.05)) as server:
        began = time.monotonic()
        assert bench.checker(server.url, ["adjudicator"], timeout=0.6).check(article) == plain.check(article)
        assert time.monotonic() - began < 3
    assert "in time" in bench.said[0]


def test_nobody_listening_is_said_once_and_asked_no_more(plain: Checker, article: Article, bench: Bench) -> None:
    with serve(lambda _: Reply()) as server:
        gone = server.url
    checker = bench.checker(gone, ["adjudicator"])
    for n in range(PATIENCE + 2):
        other = replace(article, title=f"Harbour Lights: number {n}")
        assert checker.check(other).judgements == plain.check(other).judgements
    assert len(bench.said) == 1


def test_a_service_that_failed_in_a_row_is_left_alone(article: Article, bench: Bench) -> None:
    with serve(lambda _: Reply(400)) as server:
        checker = bench.checker(server.url, ["extractor"])
        for n in range(PATIENCE + 5):
            checker.check(replace(article, title=f"Harbour Lights: number {n}"))
        assert len(server.asked) == PATIENCE


def test_the_budget_holds_with_its_retries(article: Article, bench: Bench) -> None:
    with serve(lambda _: Reply(503)) as server:
        bench.checker(server.url, ["extractor", "adjudicator", "nli"], budget=2).check(article)
        assert len(server.asked) == 2
    assert any("budget" in line for line in bench.said)


def test_no_budget_asks_nothing(plain: Checker, article: Article, bench: Bench) -> None:
    with serve(lambda _: completion(DOUBT)) as server:
        assert bench.checker(server.url, ["adjudicator", "nli"], budget=0).check(article) == plain.check(article)
        assert server.asked == []


def test_answers_are_kept_and_cost_no_budget(article: Article, bench: Bench) -> None:
    with serve(lambda _: completion(DOUBT)) as server:
        first = bench.checker(server.url, ["adjudicator"]).check(article)
        again = bench.checker(server.url, ["adjudicator"], budget=0).check(article)
        assert len(server.asked) == 1
        bench.checker(server.url, ["adjudicator"], llm_model="another").check(article)
        assert len(server.asked) == 2, "another model is another question"
    assert first == again
    assert "contradicted" not in dict(verdicts(first)).values()


def test_what_was_no_answer_is_not_kept(article: Article, bench: Bench) -> None:
    with serve(in_turn(completion("prose"), completion(DOUBT))) as server:
        checker = bench.checker(server.url, ["adjudicator"])
        assert "contradicted" in dict(verdicts(checker.check(article))).values()
        assert "contradicted" not in dict(verdicts(checker.check(article))).values()


@pytest.mark.parametrize("damage", [b"", b"{", b'{"choices":[{"message":{"content":"{}"}}]}', b"\xff" * 40])
def test_a_damaged_kept_answer_is_asked_for_again(damage: bytes, article: Article, bench: Bench) -> None:
    with serve(lambda _: completion(CONFIRM)) as server:
        before = bench.checker(server.url, ["adjudicator"]).check(article)
        files = list(bench.cache.rglob("*.json"))
        assert len(files) == 1
        files[0].write_bytes(damage)
        assert bench.checker(server.url, ["adjudicator"]).check(article) == before
        assert len(server.asked) == 2


def test_a_cache_that_cannot_be_written_is_done_without(article: Article, bench: Bench) -> None:
    bench.cache.write_text("a file where the folder should be", encoding="utf-8")
    with serve(lambda _: completion(DOUBT)) as server:
        assert "contradicted" not in dict(verdicts(bench.checker(server.url, ["adjudicator"]).check(article))).values()
        assert len(server.asked) == 1


def test_the_key_is_sent_and_never_logged_kept_or_told(
    article: Article, bench: Bench, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    replies = in_turn(api_error(429, ECHO, "rate", Retry_After="0"), api_error(401, ECHO, "key"), completion(DOUBT))
    with serve(replies) as server:
        checker = bench.checker(server.url, ["adjudicator"])
        reports = [checker.check(replace(article, title=f"Harbour Lights: {n}")) for n in range(2)]
        assert all(a.headers["authorization"] == f"Bearer {KEY}" for a in server.asked)
        assert KEY not in json.dumps([a.json for a in server.asked])
    out = capfd.readouterr()
    kept = b"".join(p.read_bytes() for p in bench.cache.rglob("*") if p.is_file())
    assert bench.said
    assert kept
    assert KEY not in "".join([caplog.text, out.out, out.err, *bench.said, repr(reports), kept.decode()])


def test_a_redirect_takes_the_key_nowhere(article: Article, bench: Bench) -> None:
    with (
        serve(lambda _: completion(DOUBT)) as other,
        serve(lambda _: Reply(308, b"", {"Location": f"{other.url}/v1/chat/completions"})) as server,
    ):
        bench.checker(server.url, ["adjudicator"]).check(article)
        assert other.asked == []
