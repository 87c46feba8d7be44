"""Articles grouped into origins by their copy links, so that an origin keeps its id whoever joins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Link = tuple[str, str]


@dataclass(slots=True)
class Groups:
    """Disjoint sets under union by rank of age: the older of two representatives stays (union-find, Tarjan 1975, with path halving)."""

    rank: Mapping[str, int]
    parent: dict[str, str] = field(default_factory=dict)

    def find(self, node: str) -> str:
        parent = self.parent
        while (up := parent.setdefault(node, node)) != node:
            parent[node] = parent.setdefault(up, up)
            node = parent[node]
        return node

    def join(self, one: str, other: str) -> None:
        one, other = self.find(one), self.find(other)
        if one != other:
            older, younger = sorted((one, other), key=lambda node: self.rank[node])
            self.parent[younger] = older


def group_origins(origins: Sequence[str], unplaced: Sequence[str], links: Iterable[Link]) -> tuple[dict[str, str], dict[str, str]]:
    """Each unplaced article's origin, and the existing origins that became part of an older one (old id -> id in force).

    ``origins``: existing ones, oldest first. ``unplaced``: articles, earliest first; an article that founds an origin gives it its id.
    ``links``: pairs of existing origins and unplaced articles, in any order. An existing origin always outranks a new article, whatever
    date the latter claims: ids survive new members.
    """
    standing = dict.fromkeys(origins)
    rank = {node: number for number, node in enumerate(dict.fromkeys((*origins, *unplaced)))}
    groups = Groups(rank)
    for one, other in links:
        groups.join(one, other)
    placed = {article: groups.find(article) for article in unplaced}
    merged = {origin: groups.find(origin) for origin in standing if groups.find(origin) != origin}
    return placed, merged
