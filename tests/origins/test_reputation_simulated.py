"""Reputation against sites of known reliability, through the warehouse's own SQL."""

from __future__ import annotations

from scipy.stats import spearmanr

from pipeline.warehouse.reputation import score_sites
from pipeline.warehouse.store import Warehouse, connect, create_schema
from tests.origins.simulated import DAY, simulate_sites, utc


def test_reputation_ranks_sites_by_their_errors_and_its_intervals_hold() -> None:
    with connect(":memory:") as db:
        wh = Warehouse(db)
        create_schema(wh)
        sites = simulate_sites(wh, sites=100, least=20, most=200, seed=11)
        assert score_sites(wh, DAY, utc(DAY)) == 100
        told = {row[0]: row[1:] for row in db.execute("SELECT site, score, low, high FROM base.site_scores").fetchall()}
    rank = spearmanr([s.error for s in sites], [told[s.site][0] for s in sites]).statistic
    assert rank <= -0.9
    covered = sum(told[s.site][1] <= s.right_share <= told[s.site][2] for s in sites)
    assert covered >= 87
