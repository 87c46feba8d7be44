"""What each article is bound to, by what the warehouse knows of copies and networks: whose word cannot count for it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Final

from pipeline.models import Article, RecordBook
from pipeline.origins.independence import Bar, Kin, bare_address, domain_of
from pipeline.warehouse.arrow import TEXT, make_schema, make_table
from pipeline.warehouse.store import Warehouse

_SOURCE_SCHEMA: Final = make_schema({"url": TEXT}, required=("url",))


class Kinship:
    """Reads once what binds articles to the sources of a record book; then tells it of any article."""

    def __init__(self, wh: Warehouse, book: RecordBook) -> None:
        told = {s.url.rstrip("/") for show in book.shows.values() for s in show.sources.values() if s.url}
        urls = sorted({*told, *(f"{url}/" for url in told)})
        self._dates: dict[str, date] = {}
        self._copies: defaultdict[str, set[str]] = defaultdict(set)
        with wh.offer({"given_source": make_table(({"url": url} for url in urls), _SOURCE_SCHEMA)}):
            for row in wh.rows("load/read_bound_sources"):
                self._dates[bare_address(row["url"])] = row["appeared"]
                if row["member_id"]:
                    self._copies[row["member_id"]].add(bare_address(row["url"]))
        self._domains = {domain_of(row["home"]): frozenset(map(domain_of, row["homes"])) for row in wh.rows("load/read_network_homes")}

    def bar_for(self, article_id: str, article: Article) -> Bar:
        """Which sources cannot count for this article. Of one that gives no date nothing is later."""
        own = domain_of(article.url) if article.url else ""
        kin = Kin(
            address=bare_address(article.url or ""),
            copies=frozenset(self._copies.get(article_id, ())),
            domains=self._domains.get(own, frozenset((own,) if own else ())),
            appeared=article.published.date() if article.published else None,
            dates=self._dates,
        )
        return kin.find_bond
