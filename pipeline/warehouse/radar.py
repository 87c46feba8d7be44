"""The day's sightings of works without a record, kept."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pipeline.models import RecordBook
from pipeline.origins.radar import key_work, list_unknown
from pipeline.warehouse.arrow import FLAG, TEXT, make_schema, make_table
from pipeline.warehouse.store import Warehouse

_PORTION: Final = 500  # texts read at once
_MENTION_SCHEMA: Final = make_schema(
    {"article_id": TEXT, "version_id": TEXT, "work_key": TEXT, "title": TEXT, "pattern": TEXT, "in_headline": FLAG, "quote": TEXT},
    required=("article_id", "version_id", "work_key", "title", "pattern", "in_headline", "quote"),
)
_WORK_SCHEMA: Final = make_schema({"work_key": TEXT}, required=("work_key",))


def watch_radar(wh: Warehouse, day: date, book: RecordBook) -> int:
    """Note the day's sightings of works without a record; drop those that have one by now. Returns how many works are on the radar."""
    known = frozenset(key_work(title) for show in book.shows.values() for title in show.titles)
    rows: list[dict[str, Any]] = []
    texts = wh.run("detect/read_day_texts", day=day)
    while portion := texts.fetchmany(_PORTION):
        for version_id, article_id, title, paragraphs in portion:
            rows += ({"article_id": article_id, "version_id": version_id} | row for row in list_unknown(title, paragraphs, known))
    tables = {
        "given_mention": make_table(rows, _MENTION_SCHEMA),
        "known_work": make_table(({"work_key": key} for key in sorted(known)), _WORK_SCHEMA),
    }
    with wh.transaction(), wh.offer(tables):
        wh.run("detect/radar", day=day)
    return wh.count("detect/count_radar")
