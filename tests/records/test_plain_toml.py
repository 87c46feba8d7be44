"""The short way of reading TOML gives what tomllib gives, for good texts and for bad ones."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.records import plain_toml
from pipeline.records.loader import BUNDLED

LINES = (
    "", "# a remark", 'title = "A Show"', "year = 2024", "as_of = 2026-11-01", 'sources = ["a", "b"]', "also_known_as = []", 'fact = "x"',
    "fact = []", "fact = {}", "[[fact]]", "[fact]", "[fact.sub]", "[complete]", "[complete.x]", "[sources]", "[sources.a]", "[[sources]]",
    "[sources.a.b]", 'a."b" = 1', "a.b = 1", 'property = "director"  # beside it', "season = '1-2'", 'note = "a \\"quoted\\" word"',
    'note = """', '"""', "year = 007", "year = -1", "year = 1_000", "x = true", "x = 1.5", "x = 2026-02-30", "x = 2026-11-01T10:00:00Z",
    "x = [1, 2]", "x = [", '  "a",', "]", "  [[fact]]", "x=3", "x = 3 4", 'x = "tab\there"', 'x = "bell\a"', "x = 3\r", "ключ = 1",
    'x = "Tessa Ía"', "x", "= 3", "[ fact ]", "[[fact]] # one", "[[fact]]]", 'x = ["a" "b"]', 'x = ["a",]', "x = [,]",
)  # fmt: skip


def outcome(parse: Any, text: str) -> object:
    try:
        return parse(text)
    except tomllib.TOMLDecodeError as e:
        return str(e)


@settings(max_examples=600, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINES), max_size=9), st.booleans())
def test_any_lines_in_any_order(lines: list[str], closed: bool) -> None:
    text = "\n".join(lines) + ("\n" if closed else "")
    assert outcome(plain_toml.parse, text) == outcome(tomllib.loads, text)


def test_any_two_lines() -> None:
    texts = [f"{first}\n{second}" for first in LINES for second in LINES]
    assert [t for t in texts if outcome(plain_toml.parse, t) != outcome(tomllib.loads, t)] == []


def test_the_bundled_records() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(BUNDLED).glob("*.toml"))]
    assert [plain_toml.parse(t) for t in texts] == [tomllib.loads(t) for t in texts]


def test_a_record_in_plain_lines_is_read_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("the long way"))
    text = 'title = "A"\nyear = 2024\n\n[[fact]]\nproperty = "x"\nsources = ["a", "b"]\n\n[sources.a]\nread = 2026-11-01 # today\n'
    assert plain_toml.parse(text)["fact"] == [{"property": "x", "sources": ["a", "b"]}]
