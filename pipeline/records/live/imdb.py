"""IMDb's bulk files for personal and non-commercial use, for those who are entitled to them: read where they lie, never fetched.

Off unless REELCHECK_IMDB names the folder. What these files alone say is kept out of what is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast, get_args

import duckdb

from pipeline.errors import SourceDownError
from pipeline.models import Property
from pipeline.records.live.facts import IMDB, Answer, SourcedFact, unique_facts

FILES = {
    "basics": "title.basics.tsv.gz",
    "episodes": "title.episode.tsv.gz",
    "principals": "title.principals.tsv.gz",
    "names": "name.basics.tsv.gz",
}
_SQL = Path(__file__).parent / "imdb_titles.sql"
_PROPERTIES = frozenset(get_args(Property))
_FORMATS = {"movie": "film", "tvMovie": "film", "tvMiniSeries": "limited series", "tvSeries": "series"}


@dataclass(frozen=True, slots=True)
class Imdb:
    folder: Path

    def read_works(self, wanted: Iterable[str]) -> dict[str, Answer]:
        """id -> what the files say of it, all works in one pass over the files. Raises SourceDownError for missing or damaged files."""
        ids = sorted(set(wanted))
        paths = {key: self.folder / name for key, name in FILES.items()}
        missing = [p.name for p in paths.values() if not p.is_file()]
        if missing:
            raise SourceDownError(f"{self.folder} lacks {', '.join(missing)}")
        try:
            with duckdb.connect() as db:
                rows = db.execute(_SQL.read_text(encoding="utf-8"), {"wanted": ids, **{k: str(p) for k, p in paths.items()}}).fetchall()
        except duckdb.Error as e:
            raise SourceDownError(f"IMDb's files in {self.folder} cannot be read: {str(e).splitlines()[0]}") from e
        day = datetime.fromtimestamp(min(p.stat().st_mtime for p in paths.values()), UTC)
        return {tconst: _to_answer(tconst, [r[1:4] for r in rows if r[0] == tconst], day) for tconst in {r[0] for r in rows}}


def _to_answer(tconst: str, rows: list[tuple[str, str, str | None]], day: datetime) -> Answer:
    head = {prop: value for prop, value, _ in rows if prop not in _PROPERTIES}
    facts = (
        SourcedFact(
            cast("Property", prop), int(value) if prop.endswith("_count") else value, IMDB.key, IMDB.tier, day, None,
            {"character": character} if character else {},
        )
        for prop, value, character in rows
        if prop in _PROPERTIES
    )  # fmt: skip
    years = tuple(int(value) for prop, value, _ in rows if prop == "premiere_date" and value.isdigit())
    return Answer(
        source=IMDB.key,
        url=f"https://www.imdb.com/title/{tconst}/",
        retrieved_at=day,
        title=head.get("title", ""),
        facts=unique_facts(facts),
        titles=tuple(dict.fromkeys(t for k in ("title", "original_title") if (t := head.get(k)))),
        ids={"imdb": tconst},
        years=years,
        format=_FORMATS.get(head.get("kind", "")),
        original_title=head.get("original_title"),
    )
