"""One newsstand with the real sites and one with two tiny ones, each for the whole session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from spiders.newsstand.server import Serving, serve
from spiders.newsstand.stand import Stand, load_stands

FIXTURES = Path(__file__).parent / "fixtures" / "stands"
SUNDAY_NIGHT = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)


class Reader:
    """Asks one newsstand as a crawler would: through the proxy, for an instant."""

    def __init__(self, serving: Serving) -> None:
        self.serving = serving
        self.client = httpx.Client(proxy=serving.proxy_url, trust_env=False)

    def get(self, url: str, clock: str | datetime | None = None, **headers: str) -> httpx.Response:
        """Header names are given with underscores; a 429 is asked once more."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if clock is not None:
            sent["X-Newsstand-Clock"] = clock if isinstance(clock, str) else clock.isoformat()
        response = self.client.get(url, headers=sent)
        return self.client.get(url, headers=sent) if response.status_code == 429 else response


def _open(clock: datetime, folder: Path | None) -> Iterator[Reader]:
    with serve(clock, stands=folder) as serving:
        reader = Reader(serving)
        yield reader
        reader.client.close()


@pytest.fixture(scope="session")
def week() -> Iterator[Reader]:
    """The real sites, at the end of their week."""
    yield from _open(SUNDAY_NIGHT, None)


@pytest.fixture(scope="session")
def small() -> Iterator[Reader]:
    """The two sites of fixtures/; tests name the instant."""
    yield from _open(SUNDAY_NIGHT, FIXTURES)


@pytest.fixture(scope="session")
def stands() -> dict[str, Stand]:
    return {stand.slug: stand for stand in load_stands()}
