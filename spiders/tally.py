"""What a crawl counts while it runs, and the result that it leaves beside the archive."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from spiders.site import FoundBy

Outcome = Literal["ok", "failed", "not crawled"]
Cause = Literal["blocked", "moved", "redesigned", "feed gone", "robots closed", "empty", "slow", "unreachable"]


@dataclass(frozen=True, slots=True)
class Answer:
    """How one discovery address answered. ``status`` 0: not at all, ``problem`` says why. ``found``: candidates, before any rule.

    ``fitting``: those on the site's hosts that fit its rule. ``moved_to``: another host that it redirected to. ``children``: how many
    sitemaps an index names.
    """

    way: FoundBy
    url: str
    status: int
    problem: str | None = None
    found: int = 0
    fitting: int = 0
    moved_to: str | None = None
    children: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """``requests`` sent (robots, feeds and repeats too); ``fetched``, ``not_modified``, ``gone`` (404, 410): article pages by answer.

    ``errors``: article pages and discovery addresses that gave no usable answer. ``not_kept``: pages whose rules forbid keeping them.
    ``announced``: distinct candidates of the day. ``left``: pages that the cap left out.
    """

    requests: int = 0
    fetched: int = 0
    not_modified: int = 0
    baseline: int = 0
    skipped_by_robots: int = 0
    errors: int = 0
    gone: int = 0
    not_kept: int = 0
    announced: int = 0
    left: int = 0


@dataclass(slots=True)
class Tally:
    """The crawl's running count. ``problems`` counts errors by name; ``robots`` is what robots.txt of the home host came to."""

    requests: int = 0
    fetched: int = 0
    not_modified: int = 0
    baseline: int = 0
    skipped_by_robots: int = 0
    errors: int = 0
    gone: int = 0
    not_kept: int = 0
    announced: int = 0
    left: int = 0
    refused: int = 0  # 401, 403, 429, 451
    moved: int = 0  # article pages that led to another host
    wanted: int = 0
    out_of_time: bool = False
    robots: Literal["open", "closed", "unreachable"] = "open"
    problems: Counter[str] = field(default_factory=Counter)
    answers: list[Answer] = field(default_factory=list)

    def to_counts(self) -> Counts:
        return Counts(**{name: getattr(self, name) for name in Counts.__slots__})

    def miss(self, problem: str) -> None:
        """Count an address that gave no usable answer."""
        self.errors += 1
        self.problems[problem] += 1


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """One attempt at one site on one day. ``warc`` is None where no archive came of it; ``detail`` says in words what ``cause`` names."""

    site: str
    day: date
    attempt: int
    outcome: Outcome
    cause: Cause | None
    counts: Counts
    started_at: datetime
    finished_at: datetime
    warc: Path | None = None
    detail: str | None = None
    problems: dict[str, int] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()


def write_result(path: Path, result: CrawlResult) -> None:
    """The result as JSON, in one step; the archive is named by its file name, so that a folder may be moved."""
    data = asdict(result)
    data |= {"day": result.day.isoformat(), "warc": result.warc.name if result.warc else None}
    data |= {"started_at": result.started_at.isoformat(), "finished_at": result.finished_at.isoformat()}
    aside = path.with_name(path.name + ".part")
    path.parent.mkdir(parents=True, exist_ok=True)
    aside.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")
    aside.replace(path)


def read_result(path: Path) -> CrawlResult:
    """The result that stands beside an archive; raises OSError or ValueError when it cannot be read."""
    data = json.loads(path.read_text("utf-8"))
    data["day"] = date.fromisoformat(data["day"])
    data["warc"] = path.with_name(data["warc"]) if data["warc"] else None
    data["started_at"], data["finished_at"] = datetime.fromisoformat(data["started_at"]), datetime.fromisoformat(data["finished_at"])
    data["counts"] = Counts(**data["counts"])
    data["answers"] = tuple(Answer(**answer) for answer in data["answers"])
    return CrawlResult(**data)
