"""A site's reputation from its own checked claims: a Beta posterior with a neutral prior, kept day by day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from scipy.special import betaincinv

from pipeline.warehouse.arrow import DAY, REAL, TEXT, TIME, WHOLE, make_schema, make_table
from pipeline.warehouse.pages import to_utc
from pipeline.warehouse.store import Warehouse

PRIOR: Final = (1.0, 1.0)  # uniform: an unrated site is neither condemned nor excused
COPY_WEIGHT: Final = 0.3  # a copy of another site's text is repeated, not written: it counts in part
HALF_LIFE: Final = 180  # days after which an article counts half
FALSE_WEIGHT: Final = 2.0  # a false statement outweighs a right one in its article's share, as in the article's score
_BOUNDS: Final = (0.05, 0.95)  # central 90 % interval

_SCHEMA: Final = make_schema(
    {
        "site": TEXT, "day": DAY, "articles": WHOLE, "origins": WHOLE, "claims_right": REAL, "claims_wrong": REAL, "score": REAL,
        "low": REAL, "high": REAL, "raw_share": REAL, "recorded_at": TIME,
    },
    required=("site", "day"),
)  # fmt: skip


def score_sites(wh: Warehouse, day: date, recorded_at: datetime) -> int:
    """Compute every site's reputation as of the day; returns how many sites have one. Unchanged rows stay as they are.

    Each checked article brings one observation, its share of right claims, so that many trivial truths in one article buy nothing.
    """
    evidence = wh.rows("load/site_evidence", day=day, copy_weight=COPY_WEIGHT, half_life=HALF_LIFE, false_weight=FALSE_WEIGHT)
    rows = [to_score_row(day, row, recorded_at) for row in evidence]
    with wh.transaction(), wh.offer({"given_site_score": make_table(rows, _SCHEMA)}):
        wh.run("load/site_scores", day=day)
    return len(rows)


def to_score_row(day: date, row: dict[str, Any], recorded_at: datetime) -> dict[str, Any]:
    """``right`` and ``wrong``: sums of the articles' weighted shares."""
    alpha, beta = PRIOR[0] + row["right"], PRIOR[1] + row["wrong"]
    low, high = (round(float(betaincinv(alpha, beta, bound)), 6) for bound in _BOUNDS)
    return {
        "site": row["site"], "day": day, "articles": row["articles"], "origins": row["origins"],
        "claims_right": round(row["claims_right"], 6), "claims_wrong": round(row["claims_wrong"], 6),
        "score": round(alpha / (alpha + beta), 6), "low": low, "high": high,
        "raw_share": round(row["right"] / (row["right"] + row["wrong"]), 6), "recorded_at": to_utc(recorded_at),
    }  # fmt: skip
