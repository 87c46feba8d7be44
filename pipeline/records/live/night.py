"""What one night asks of the live sources: the due records, then the rules of the watch list; and what came of it, for the digest."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import SourceDownError
from pipeline.models import RecordBook
from pipeline.records.live.endpoints import read_endpoints
from pipeline.records.live.facts import WIKIDATA
from pipeline.records.live.polite_client import Manners
from pipeline.records.live.proposal import write_proposals
from pipeline.records.live.refresh import WEEKLY, LiveSources, Round, open_sources, refresh_shows
from pipeline.records.merging import merge_book
from pipeline.records.watchlist import by_rule, fill_watchlist, load_watchlist, read_watched


def ask_due_sources(
    root: Path, curated: RecordBook, day: date, today: date | None = None, manners: Manners | None = None
) -> dict[str, Any]:
    """Asks about what is due and returns counts: asked, answered, new_facts, disputed, refused, sources_down, what each rule brought in.

    ``proposed`` is the patch of the curated files with what the sources add, None where they add nothing.

    Nothing is asked for a day that is over, since no source can answer for it. ``today`` is the clock's day where it is not given. Raises
    BadInputError for a malformed watch list.
    """
    if day < (today or datetime.now(UTC).date()):
        return {**Round().to_counts(), "skipped": "a past day is not asked about"}
    live = open_sources(root, read_endpoints(), manners)
    with live.client:
        result = refresh_shows(root, curated, day, live)
        watched = _fill_weekly(root, curated, day, live, result)
        result.requests = sum(live.client.requests.values())
    merged = merge_book(curated, root, day)
    patch = write_proposals(root, curated, merged, day)
    disputed = sum(len(m.disputed) for m in merged.values())
    return {**result.to_counts(), "disputed": disputed, "watched": watched, "proposed": str(patch) if patch else None}


def _fill_weekly(root: Path, curated: RecordBook, day: date, live: LiveSources, result: Round) -> dict[str, int]:
    """rule -> works that it has brought in so far. The rules are asked once a week."""
    marker = root / "records" / "watchlist-asked"
    last = date.fromisoformat(marker.read_text().strip()) if marker.is_file() else None
    watched = read_watched(root)
    if last is None or day - last >= WEEKLY:
        try:
            watched = fill_watchlist(root, load_watchlist(), curated, day, live.wikidata)
            marker.parent.mkdir(parents=True, exist_ok=True)
            marker.write_text(f"{day}\n")
        except SourceDownError as e:
            result.down[f"{WIKIDATA.key} (watch list)"] = str(e)
    return {rule: len(works) for rule, works in by_rule(watched.values()).items()}
