"""A record book, an article with two contradictions and a supported statement, and settings that point at a loopback server."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from pipeline.backends.assembly import open_backends
from pipeline.backends.settings import BackendSettings
from pipeline.checker import Checker
from pipeline.claims.slots.model import SlotModel
from pipeline.models import Article, RecordBook
from pipeline.records.loader import load_records
from tests.builders import make_article

SHOWS = Path(__file__).parent.parent / "verdicts" / "shows"
KEY = "sk-test-7f3a-never-printed"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def book() -> RecordBook:
    return load_records(SHOWS)


@pytest.fixture(scope="session")
def plain(book: RecordBook) -> Checker:
    """The checker without back-ends."""
    return Checker(book)


@pytest.fixture
def article() -> Article:
    return make_article(
        "Harbour Lights is a limited series. Harbour Lights was directed by Stellan Kray.",
        "The series has six episodes. For every hour of it, whoever wanted another take had to ask Aurelio Paz.",
        title="Harbour Lights: all you need to know",
    )


class Bench:
    """Builds checkers over a server and keeps what is said on stderr."""

    def __init__(self, book: RecordBook, cache: Path, slots: SlotModel | None = None) -> None:
        self.book = book
        self.slots = slots
        self.cache = cache
        self.said: list[str] = []

    def checker(self, url: str, names: Iterable[str], **more: Any) -> Checker:
        told: dict[str, Any] = {"llm_url": f"{url}/v1", "llm_model": "test-model", "llm_key": KEY, "nli_url": f"{url}/nli", "timeout": 5.0}
        settings = BackendSettings(**{**told, "cache": self.cache, **more})
        return Checker(self.book, slots=self.slots, backends=open_backends(names, settings, self.said.append))


@pytest.fixture
def bench(book: RecordBook, tmp_path: Path) -> Bench:
    return Bench(book, tmp_path / "answers")
