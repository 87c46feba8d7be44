"""Where things are: one folder per world, so that the demonstration never mixes with real nights. Nothing is read at import."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pipeline.errors import BadInputError

SPIDERS = Path(__file__).parent.parent / "spiders"
SITES = {"live": SPIDERS / "sites", "newsstand": SPIDERS / "newsstand" / "sites"}
WORLDS = tuple(SITES)


@dataclass(frozen=True, slots=True)
class World:
    """The paths of one world under its root, ``data/<name>/`` unless REELCHECK_DATA moves ``data``.

    ``site_files``: folder of the sites that it watches; None for the bundled ones of that name.
    """

    name: str
    root: Path
    site_files: Path | None = None

    @property
    def is_live(self) -> bool:
        """Whether its sites are on the open web. Any other world is served on loopback, behind a proxy, on a clock of its own."""
        return self.name == "live"

    @property
    def sites(self) -> Path:
        """Folder of the site files."""
        return self.site_files or SITES[self.name]

    def archive(self, day: date) -> Path:
        """WARC files of a day: ``<site>-<attempt>.warc.gz``."""
        return self.root / "archive" / day.isoformat()

    def articles(self, day: date) -> Path:
        """Extracted articles of a day: ``<site>-<attempt>.parquet``."""
        return self.root / "articles" / day.isoformat()

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse" / "warehouse.duckdb"

    @property
    def lock(self) -> Path:
        """The one lock that every writer of the warehouse takes."""
        return self.root / "warehouse" / "writer.lock"

    @property
    def state(self) -> Path:
        """Per site what the warehouse has taken in; written by load, read by the crawler."""
        return self.root / "state"

    @property
    def journal(self) -> Path:
        """Append-only human acts (rulings, approvals, mails sent, corrections), one JSON file each."""
        return self.root / "journal"

    @property
    def published(self) -> Path:
        return self.root / "published"

    @property
    def snapshot(self) -> Path:
        """Symlink to the newest published DuckDB file."""
        return self.published / "current.duckdb"

    def digest(self, monday: date) -> Path:
        """Folder of one issue, named by its ISO week."""
        return self.root / "digests" / iso_week(monday)


def data_root() -> Path:
    """``REELCHECK_DATA``, or ``data`` in the current folder."""
    return Path(os.environ.get("REELCHECK_DATA", "data")).absolute()


def copies_root() -> Path | None:
    """Folder of what may be kept to spare later starts time. None in a folder that is not ours: a ``data`` there may be anybody's.

    Ours it is where ``REELCHECK_DATA`` says so, or where a world's folder stands below ``data``.
    """
    root = data_root()
    ours = os.environ.get("REELCHECK_DATA") or any((root / world).is_dir() for world in WORLDS)
    return root / "cache" if ours else None


def open_world(name: str) -> World:
    """The world of that name; raises BadInputError for another name."""
    if name not in WORLDS:
        raise BadInputError(f"no world {name!r}: choose one of {', '.join(WORLDS)}")
    return World(name, data_root() / name)


def parse_day(text: str) -> date:
    """YYYY-MM-DD to a date; raises BadInputError that says what was expected."""
    try:
        return date.fromisoformat(text)
    except ValueError as e:
        raise BadInputError(f"{text!r} is no day: write YYYY-MM-DD, for example 2026-11-18") from e


def parse_week(text: str) -> date:
    """An ISO week such as 2026-W47 to its Monday; raises BadInputError."""
    try:
        year, week = text.upper().split("-W")
        return date.fromisocalendar(int(year), int(week), 1)
    except ValueError as e:
        raise BadInputError(f"{text!r} is no ISO week: write YYYY-Www, for example 2026-W47") from e


def iso_week(day: date) -> str:
    """2026-11-18 -> "2026-W47"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
