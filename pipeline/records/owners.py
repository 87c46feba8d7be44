"""Who stands behind a source: what counts once, and when evidence is strong enough to contradict anybody (CLAIMS: the evidence rule)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipeline.models import Source

if TYPE_CHECKING:
    from tldextract import TLDExtract

CREDITS, PRESS, GENERAL = 1, 2, 4  # tiers


@cache
def _splitter() -> TLDExtract:
    """Reads the public suffix list that the library brings along; nothing is fetched."""
    from tldextract import TLDExtract  # noqa: PLC0415  (0.1 s that most commands do not need)

    return TLDExtract(suffix_list_urls=(), include_psl_private_domains=True)


@lru_cache(maxsize=100_000)
def _domain(url: str) -> str:
    """https://www.news.example.co.uk/x -> example.co.uk; "" where the address has no registrable domain."""
    split = _splitter()(url)
    if split.suffix or not split.subdomain:
        return split.top_domain_under_public_suffix or split.domain
    return f"{split.subdomain.rpartition('.')[2]}.{split.domain}"  # a suffix that is on no list counts as one label


def owner_of(source: Source) -> str:
    """The declared owner, else the registrable domain of its address, else its publisher; in lower case."""
    return (source.owner or (_domain(source.url) if source.url else "") or source.publisher).casefold()


def independent_owners(keys: Iterable[str], sources: Mapping[str, Source]) -> dict[str, int]:
    """owner -> best (lowest) tier among the named sources of that owner.

    A source that follows another (``after``: a source's key or an owner) counts as that other's. Tier 4 (general knowledge) and unknown
    keys are left out.
    """
    best: dict[str, int] = {}
    for key in keys:
        source = sources.get(key)
        if source is None or source.tier >= GENERAL:
            continue
        owner = _first_owner(source, sources)
        best[owner] = min(source.tier, best.get(owner, GENERAL))
    return best


def _first_owner(source: Source, sources: Mapping[str, Source]) -> str:
    seen: set[str] = set()
    while source.after and source.key not in seen:
        seen.add(source.key)
        followed = sources.get(source.after)
        if followed is None:
            return source.after.casefold()
        source = followed
    return owner_of(source)


def is_strong(keys: Iterable[str], sources: Mapping[str, Source]) -> bool:
    """One source of tier 1, or two independent owners of which one is at tier 2 or better."""
    tiers = sorted(independent_owners(keys, sources).values())
    return bool(tiers) and (tiers[0] == CREDITS or (len(tiers) > 1 and tiers[0] <= PRESS))
