"""Which seasons a claim and a fact are about."""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show

ONE_OFF = frozenset({"limited series", "film", "documentary film"})


def claimed_season(claim: Claim) -> int | None:
    """The season that the claim names, None where it names none."""
    found = re.search(r"\d+", str(claim.object.get("season", "")))
    return int(found[0]) if found else None


def facts_of_season(claim: Claim, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Those about the claimed season or about no season in particular; all of them where the claim names none."""
    season = claimed_season(claim)
    if season is None:
        return facts
    return tuple(f for f in facts if not f.seasons or season in f.seasons)


def count_seasons(show: Show) -> int:
    """Seasons on record: by the count, else by the highest that a fact is about, at least 1."""
    counts = [f.value for f in show.facts_of("season_count") if isinstance(f.value, int) and not f.disputed]
    named = [s for f in show.facts for s in f.seasons]
    return max([1, *counts, *named])


def is_season_settled(claim: Claim, show: Show) -> bool:
    """May a list be held against the claim: a film, a limited series, a series of one season, or the season is named?"""
    return show.format in ONE_OFF or claimed_season(claim) is not None or count_seasons(show) == 1


def is_season_open(claim: Claim, facts: tuple[Fact, ...], show: Show) -> bool:
    """Is it not settled that the facts are about the season that is meant? A later season may go elsewhere than facts about none."""
    season = claimed_season(claim)
    if season is not None and season > 1 and show.format not in ONE_OFF:
        return not any(season in f.seasons for f in facts)
    return any(f.seasons for f in facts) and not is_season_settled(claim, show)
