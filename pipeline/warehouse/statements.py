"""The SQL files as texts, by name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent / "sql"

# Tables' definitions are independent of one another; views are created in this order, since a view is bound when it is created.
VIEWS = (
    "site_ties",
    "site_networks",
    "article_versions",
    "scores",
    "claims",
    "verdict_history",
    "falsehoods",
    "spread",
    "origins",
    "radar",
    "corroboration",
    "claim_support",
    "articles",
    "corrections",
    "facts",
    "shows",
    "site_scores",
    "site_health",
    "digest_items",
)
MACROS = ("appeared_at",)


@cache
def read_sql(name: str) -> str:
    """The text of ``sql/<name>.sql``, for example ``load/fetches``."""
    return (_ROOT / f"{name}.sql").read_text("utf-8")


@cache
def list_sql(folder: str) -> tuple[str, ...]:
    """Names (``<folder>/<stem>``) of the files in one folder, sorted."""
    return tuple(f"{folder}/{path.stem}" for path in sorted((_ROOT / folder).glob("*.sql")))
