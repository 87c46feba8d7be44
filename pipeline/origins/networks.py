"""What two sites have in common that speaks for one hand behind both. Findings about who runs a site, never about its truth.

A strong tie (an account that money or proof of ownership hangs on) is enough alone. The others have innocent explanations: a theme that
many install, a free-lance, an agency's tag manager, an embargo. Two of different families are needed (``FAMILIES``); what many sites hold
is furniture and ties nobody. Addresses and topics are told beside a tie and never counted.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from math import exp
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from pipeline.origins.traits import load_marks
from pipeline.records.folding import fold

_FILE: Final = Path(__file__).parent / "networks.toml"
TieWeight = Literal["strong", "weak", "aside"]
Pair = tuple[str, str]

MOST_HOLDERS: Final = 12  # sites; an account that more of them carry belongs to a service, not to an owner
LEAST_PAGES: Final = 2  # of a site, that carry a mark: one page may quote somebody else's
LEAST_SHARE: Final = 0.5  # of the pages looked at while the site carried it
TEMPLATE_PAGES: Final = 24  # newest looks at a site that its template is told from
TEMPLATE_SHARE: Final = 0.6  # of the shapes that are nobody else's
TEMPLATE_SHAPES: Final = 12  # of those, in common
THEME_HOLDERS: Final = (4, 0.1)  # a shape on more sites than either (the number, the share of all sites) is a theme's
MOST_BYLINES: Final = 3  # sites of one byline: who signs on more is syndicated
LEAST_SIGNED: Final = 2  # articles on each site
LEAST_COINCIDENCES: Final = 3  # articles out in the same minute
COINCIDENCE_CHANCE: Final = 1e-4  # of so many by chance, at most
CLUMPED: Final = 2.0  # newsrooms publish in half of the day
OPAQUE_SHARE: Final = 0.8
LEAST_ADDRESSES: Final = 5
OFF_TOPIC_SHARE: Final = 0.5
MOST_NAMED: Final = 3
_TAIL: Final = re.compile(r"(?:[a-z0-9]+-){3,}(?!\d+/?$)([a-z0-9]{2,8})/?$")


@dataclass(frozen=True, slots=True)
class Tie:
    """``site`` sorts before ``other_site``. ``day``: from which both showed it. ``url``: an example, None where no page shows it."""

    site: str
    other_site: str
    kind: str
    value: str
    weight: TieWeight
    evidence: str
    day: date
    url: str | None = None
    other_url: str | None = None

    @property
    def family(self) -> str:
        """Ties of one family have one innocent explanation: they count once."""
        return self.kind if self.kind in ("template", "authors", "same minute") else "account"


@dataclass(frozen=True, slots=True)
class Holder:
    """A site with something, on ``count`` of ``total`` pages, an example and the first day."""

    site: str
    count: int
    total: int
    url: str
    day: date


@dataclass(frozen=True, slots=True)
class Coincidences:
    """Articles of two sites (sorted) out in the same minute, those of one origin left out. ``expected``: by chance."""

    site: str
    other_site: str
    count: int
    days: int
    expected: float
    day: date
    url: str
    other_url: str


def tie_marks(holders: Mapping[str, Sequence[Holder]]) -> Iterator[Tie]:
    """``holders`` by "kind:value"."""
    kinds = load_marks()
    for mark, held in sorted(holders.items()):
        name, _, value = mark.partition(":")
        sure = [h for h in held if h.count >= LEAST_PAGES and h.count >= LEAST_SHARE * h.total]
        if name not in kinds or not 2 <= len(sure) <= MOST_HOLDERS:
            continue
        kind = kinds[name]
        for one, other in _pair_up(sure):
            evidence = (
                f"{kind.label} {value} on {one.count} of {one.total} pages of {one.site} and {other.count} of {other.total} of {other.site}"
            )
            yield Tie(one.site, other.site, name, value, kind.weight, evidence, max(one.day, other.day), one.url, other.url)


def tie_templates(skeletons: Mapping[str, Sequence[frozenset[int]]], examples: Mapping[str, tuple[str, date]]) -> Iterator[Tie]:
    """``skeletons``: sketches of each site's newest pages. ``examples``: a page of each site, and the first day."""
    templates = {site: shapes for site, pages in skeletons.items() if (shapes := common_shapes(pages))}
    held = Counter(shape for shapes in templates.values() for shape in shapes)
    most = max(THEME_HOLDERS[0], THEME_HOLDERS[1] * len(templates))
    own = {site: frozenset(s for s in shapes if held[s] <= most) for site, shapes in templates.items()}
    by_shape: defaultdict[int, list[str]] = defaultdict(list)
    for site in sorted(own):
        for shape in own[site]:
            by_shape[shape].append(site)
    met = Counter(pair for sites in by_shape.values() for pair in combinations(sites, 2))
    for (one, other), shared in sorted(met.items()):
        end = min(max(templates[one]), max(templates[other]))  # a sketch says nothing of what lies behind its last hash
        every = {shape for shape in own[one] | own[other] if shape <= end}
        if shared < TEMPLATE_SHAPES or shared < TEMPLATE_SHARE * len(every):
            continue
        evidence = f"the same template: {shared} of {len(every)} shapes of the page that hardly any other site has are common to both"
        (url, day), (other_url, other_day) = examples[one], examples[other]
        yield Tie(one, other, "template", "", "weak", evidence, max(day, other_day), url, other_url)


def common_shapes(pages: Sequence[Collection[int]]) -> frozenset[int]:
    """Shapes on at least half of a site's pages; none where only one page was looked at."""
    counts = Counter(shape for page in pages for shape in page)
    return frozenset(s for s, count in counts.items() if count >= max(2, len(pages) / 2))


def tie_authors(bylines: Mapping[str, Sequence[Holder]]) -> Iterator[Tie]:
    """``bylines``: name as printed -> who prints it, on ``count`` articles of its own (no copies). Desks and agencies are left out."""
    held: defaultdict[str, dict[str, Holder]] = defaultdict(dict)
    printed: dict[str, str] = {}
    for name, holders in sorted(bylines.items()):
        if not is_personal(name, [h.site for h in holders]):
            continue
        printed.setdefault(fold(name), name)
        for holder in holders:
            held[fold(name)].setdefault(holder.site, holder)
    shared: defaultdict[Pair, list[tuple[str, Holder, Holder]]] = defaultdict(list)
    for name, sites in sorted(held.items()):
        if len(sites) <= MOST_BYLINES:
            for one, other in _pair_up([h for h in sites.values() if h.count >= LEAST_SIGNED]):
                shared[one.site, other.site].append((printed[name], one, other))
    for (site, other_site), both in sorted(shared.items()):
        named = ", ".join(f"{name} ({one.count} and {other.count} articles)" for name, one, other in both[:MOST_NAMED])
        more = f" and {len(both) - MOST_NAMED} more" if len(both) > MOST_NAMED else ""
        _, one, other = both[0]
        day = min(max(a.day, b.day) for _, a, b in both)
        value = ", ".join(name for name, _, _ in both[:MOST_NAMED])
        yield Tie(site, other_site, "authors", value, "weak", f"write for both: {named}{more}", day, one.url, other.url)


def is_personal(name: str, sites: Iterable[str]) -> bool:
    """Two to four words, none of a desk, an agency or one of the sites."""
    words = fold(name).split()
    own = {word for site in sites for word in site.split("-")} - {"the"}
    compact = "".join(words)
    return 2 <= len(words) <= 4 and not set(words) & (_impersonal() | own) and not any(site.replace("-", "") in compact for site in sites)


def tie_minutes(coincidences: Iterable[Coincidences]) -> Iterator[Tie]:
    """Pairs that are out in the same minute more often than chance has it, on more than one day."""
    for c in coincidences:
        if c.count >= LEAST_COINCIDENCES and c.days >= 2 and _chance_of(c.count, c.expected) <= COINCIDENCE_CHANCE:
            evidence = f"{c.count} pairs of different articles out in the same minute on {c.days} days; chance would have {c.expected:.2g}"
            yield Tie(c.site, c.other_site, "same minute", "", "weak", evidence, c.day, c.url, c.other_url)


def tie_aside(tied: Collection[Pair], kind: str, traits: Mapping[str, tuple[str, str, date]]) -> Iterator[Tie]:
    """What is told beside other ties of these pairs: ``traits`` has for a site what it shows (compared), its words and its first day."""
    for one, other in sorted(tied):
        if one in traits and other in traits and traits[one][0] == traits[other][0]:
            (shown, words, day), (_, other_words, other_day) = traits[one], traits[other]
            yield Tie(one, other, kind, shown, "aside", f"{one}: {words}; {other}: {other_words}", max(day, other_day))


def find_opaque_tail(addresses: Sequence[str]) -> tuple[int, str] | None:
    """Length and example of the token that a site's addresses end in, behind words; None where they end in words.

    Words differ in length; where most addresses end in a different token of one length, somebody counts pages. Numbers, which many a
    newspaper has, are no such token.
    """
    tails = [m[1] for address in addresses if (m := _TAIL.search(urlsplit(address).path.lower()))]
    if len(addresses) < LEAST_ADDRESSES or not tails:
        return None
    length, count = Counter(map(len, tails)).most_common(1)[0]
    same = [tail for tail in tails if len(tail) == length]
    return (length, same[0]) if count >= OPAQUE_SHARE * len(addresses) and len(set(same)) >= OPAQUE_SHARE * count else None


def list_tied(ties: Iterable[Tie]) -> set[Pair]:
    """Pairs with a strong tie or weak ones of two families. The view site_ties says the same in SQL."""
    families: defaultdict[Pair, set[str]] = defaultdict(set)
    strong = set[Pair]()
    for tie in ties:
        pair = (tie.site, tie.other_site)
        if tie.weight == "strong":
            strong.add(pair)
        elif tie.weight == "weak":
            families[pair].add(tie.family)
    return strong | {pair for pair, kinds in families.items() if len(kinds) >= 2}


def expect_coincidences(per_day: Iterable[tuple[int, int]], clumping: float) -> float:
    """Articles out in the same minute by chance, of two sites with so many a day each; ``clumping``: how uneven minutes are (1: even)."""
    return sum(a * b for a, b in per_day) * CLUMPED * clumping / 1440


def measure_clumping(minutes: Mapping[int, int]) -> float:
    """How much likelier two articles share the minute of the hour than if all sixty were as likely: editors like full and half hours."""
    total = sum(minutes.values())
    return 60 * sum((count / total) ** 2 for count in minutes.values()) if total else 1.0


def _chance_of(count: int, expected: float) -> float:
    """Chance of at least so many (Poisson)."""
    term, below = exp(-expected), 0.0
    for number in range(count):
        below += term
        term *= expected / (number + 1)
    return max(1.0 - below, 0.0)


def _pair_up(holders: Sequence[Holder]) -> Iterator[tuple[Holder, Holder]]:
    yield from combinations(sorted(holders, key=lambda h: h.site), 2)


@cache
def _impersonal() -> frozenset[str]:
    return frozenset(_told()["bylines"]["impersonal"])


@cache
def general_kinds() -> frozenset[str]:
    """Kinds of sites that write about everything by their nature."""
    return frozenset(_told()["topics"]["general"])


@cache
def primary_kinds() -> frozenset[str]:
    """Kinds of sites that speak of what is their own."""
    return frozenset(_told()["primary"]["kinds"])


@cache
def _told() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text("utf-8"))
