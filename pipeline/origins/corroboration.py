"""What independent origins agree on where no record decides: a probability for each value said of one thing, never a verdict.

Truth discovery after Dong, Berti-Equille and Srivastava 2009, "Integrating conflicting data: the role of source dependence": sources vote
with the weight that their accuracy earns, accuracies follow from the values believed, and a source that copies another adds little, which
shows in what both get wrong. Known copies do not vote at all: an origin votes once, by its first member.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, log
from typing import Final

ACCURACY: Final = 0.8  # of a source that nothing is known of
PRIMARY_ACCURACY: Final = 0.97  # of the platform, the makers, a court file: what they say of their own work
FALSE_VALUES: Final = 50  # false values that a thing could be given by chance (n in the paper)
COPIES: Final = 0.2  # how likely it is beforehand that of two sources with things in common one copies
COPIED: Final = 0.8  # share of its values that a copier copies (c)
MIN_COMMON: Final = 5  # things that two sources must both speak of before their dependence is asked
ROUNDS: Final = 12
MOST_HEARD: Final = 400  # statements on one thing that are weighed for one another; the first ones
STRENGTH: Final = 4.0  # statements that the first guess of a source's accuracy counts for
_BOUNDS: Final = (0.05, 0.99)  # an accuracy is kept within: nobody is always right, or always wrong


@dataclass(frozen=True, slots=True)
class Statement:
    """``source`` says ``value`` of ``thing`` (one slot of one work, say its director). ``origin``: whose words these are; None: its own.

    ``order``: when it was said, in any unit; of one origin the first counts. ``is_primary``: the source speaks of what is its own.
    ``network``: whose sites speak with one voice; None: the source speaks for itself. ``key``: names the statement; "" where nobody asks.
    """

    thing: str
    value: str
    source: str
    origin: str | None = None
    order: float = 0.0
    is_primary: bool = False
    network: str | None = None
    key: str = ""

    @property
    def voter(self) -> str:
        """Who is rated for it: the network, else the source; of what is its own a source speaks as somebody else, and better informed."""
        return f"{self.source}\x1fprimary" if self.is_primary else self.network or self.source


@dataclass(frozen=True, slots=True)
class Belief:
    """``probability`` that the value is right, given that exactly one is; ``origins`` that say so independently; ``sources`` in all."""

    value: str
    probability: float
    origins: int
    sources: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Beliefs by thing, the likeliest first; accuracies by source; how likely it is that two sources (sorted) depend on one another."""

    beliefs: Mapping[str, tuple[Belief, ...]]
    accuracy: Mapping[str, float]
    dependence: Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Support:
    """Independent origins that ``agree`` and ``disagree`` with a statement, and how many more pages that say the same are barred, by why.

    ``probability`` that it is right by these others alone; None where nobody else who counts has spoken.
    """

    agree: int
    disagree: int
    barred: Mapping[str, int]
    probability: float | None


Votes = Mapping[str, Mapping[str, tuple[str, ...]]]  # thing -> value -> sources that vote


def corroborate(statements: Iterable[Statement], *, find_copiers: bool = True, rounds: int = ROUNDS) -> Outcome:
    """Weigh all statements together. ``find_copiers`` False: known origins still count once, unknown copying is not looked for (ACCU)."""
    listed = sorted(statements, key=lambda s: (s.thing, s.order, s.source))
    votes = _count_origins(listed)
    first = {s.voter: PRIMARY_ACCURACY if s.is_primary else ACCURACY for s in listed}
    accuracy = dict(first)
    dependence: dict[tuple[str, str], float] = {}
    chances: dict[str, dict[str, float]] = {thing: _vote(values, accuracy, dependence) for thing, values in votes.items()}
    for _ in range(rounds):
        if find_copiers:
            dependence = measure_dependence(votes, chances, accuracy)
        chances = {thing: _vote(values, accuracy, dependence) for thing, values in votes.items()}
        accuracy = _rate_sources(votes, chances, first)
    speakers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for s in listed:
        speakers[s.thing, s.value].add(s.source)
    beliefs = {
        thing: tuple(
            sorted(
                (
                    Belief(v, chances[thing][v], _count_independent(voters, dependence), len(speakers[thing, v]))
                    for v, voters in values.items()
                ),
                key=lambda b: (-b.probability, b.value),
            )
        )
        for thing, values in votes.items()
    }
    return Outcome(beliefs, accuracy, dependence)


def support_each(statements: Iterable[Statement], outcome: Outcome) -> dict[str, Support]:
    """By statement's key, what others who may count for it say: bar its own origin, its own network or source, and whoever spoke later.

    A primary source may speak later: it does not have it from there. Statements without a key are heard and not asked about.
    """
    by_thing: defaultdict[str, list[Statement]] = defaultdict(list)
    for s in sorted(statements, key=lambda s: (s.thing, not s.is_primary, s.order, s.source)):
        if len(by_thing[s.thing]) < MOST_HEARD or s.is_primary:
            by_thing[s.thing].append(s)
    return {s.key: _support(s, said, outcome) for said in by_thing.values() for s in said if s.key}


def _support(own: Statement, said: Sequence[Statement], outcome: Outcome) -> Support:
    barred: defaultdict[str, int] = defaultdict(int)
    heard: list[Statement] = []
    for s in said:
        if s is own:
            continue
        bond = _find_bond(own, s)
        if bond is None:
            heard.append(s)
        elif s.value == own.value:
            barred[bond] += 1
    votes = _count_origins(heard).get(own.thing, {})
    chances = _vote(votes, outcome.accuracy, outcome.dependence) if votes else {}
    counts = {value: _count_independent(voters, outcome.dependence) for value, voters in votes.items()}
    agreeing = counts.pop(own.value, 0)
    return Support(agreeing, sum(counts.values()), dict(barred), chances.get(own.value, 0.0) if votes else None)


def _find_bond(own: Statement, other: Statement) -> str | None:
    """Why the other's word cannot count for this statement."""
    if own.origin is not None and other.origin == own.origin:
        return "origin"
    if other.source == own.source or (own.network is not None and other.network == own.network):
        return "network"
    return "later" if other.order > own.order and not other.is_primary else None


def vote_plainly(statements: Iterable[Statement]) -> dict[str, str]:
    """The value that most sources give each thing, copies and all: what corroboration is measured against."""
    counts: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for s in statements:
        counts[s.thing][s.value] += 1
    return {thing: min(values, key=lambda v: (-values[v], v)) for thing, values in counts.items()}


def resolve_by_crh(statements: Iterable[Statement], rounds: int = 10) -> dict[str, str]:
    """The alternative that was measured: CRH (Li et al. 2014), weights by logarithm of each source's share of all disagreement."""
    by_thing: defaultdict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        by_thing[s.thing].append(s)
    weights: defaultdict[str, float] = defaultdict(lambda: 1.0)
    truth: dict[str, str] = {}
    for _ in range(rounds):
        for thing, said in by_thing.items():
            totals: defaultdict[str, float] = defaultdict(float)
            for s in said:
                totals[s.value] += weights[s.source]
            truth[thing] = min(totals, key=lambda v: (-totals[v], v))
        errors: defaultdict[str, float] = defaultdict(lambda: 0.5)
        spoken: defaultdict[str, float] = defaultdict(lambda: 1.0)
        for thing, said in by_thing.items():
            for s in said:
                errors[s.source] += s.value != truth[thing]
                spoken[s.source] += 1
        rates = {source: errors[source] / spoken[source] for source in spoken}
        highest = sum(rates.values())
        weights = defaultdict(lambda: 1.0, {source: -log(rate / highest) for source, rate in rates.items()})
    return truth


def measure_dependence(
    votes: Votes, chances: Mapping[str, Mapping[str, float]], accuracy: Mapping[str, float]
) -> dict[tuple[str, str], float]:
    """Probability that of two sources one copies, for each pair with enough things in common (the paper's formula 9).

    Sharing a false value tells by how few others have it: an error that many fall into (a shortened list, a famous namesake) is no copy.
    """
    odds: defaultdict[tuple[str, str], float] = defaultdict(lambda: log(COPIES / (1 - COPIES)))
    common: defaultdict[tuple[str, str], int] = defaultdict(int)
    for thing, values in votes.items():
        said = sorted((source, value) for value, sources in values.items() for source in sources)
        for (one, of_one), (other, of_other) in combinations(said, 2):
            if one == other:
                continue
            common[one, other] += 1
            if of_one == of_other:
                popular = max(1 / FALSE_VALUES, (len(values[of_one]) - 2) / max(len(said) - 2, 1))
                odds[one, other] += _weigh_agreement(accuracy[one], accuracy[other], chances[thing][of_one], popular)
            else:
                odds[one, other] += log(1 - COPIED)
    return {pair: 1 / (1 + exp(-max(min(odds[pair], 50.0), -50.0))) for pair, count in common.items() if count >= MIN_COMMON}


def _weigh_agreement(one: float, other: float, chance: float, popular: float) -> float:
    """Log of how much likelier two sources of these accuracies agree on a value when one copies; ``popular``: its share among others."""
    mean = (one + other) / 2
    true, false = one * other, (1 - one) * (1 - other) * popular**2
    copied_true, copied_false = COPIED * mean + (1 - COPIED) * true, COPIED * (1 - mean) * popular + (1 - COPIED) * false
    return log((chance * copied_true + (1 - chance) * copied_false) / (chance * true + (1 - chance) * false))


def _count_origins(listed: Iterable[Statement]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Votes with one voter for each origin of a value, the first."""
    votes: defaultdict[str, defaultdict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for s in listed:
        votes[s.thing][s.value].setdefault(s.origin or f"\x1f{s.source}", s.voter)
    return {thing: {value: tuple(sorted(set(origins.values()))) for value, origins in values.items()} for thing, values in votes.items()}


def _vote(
    values: Mapping[str, Sequence[str]], accuracy: Mapping[str, float], dependence: Mapping[tuple[str, str], float]
) -> dict[str, float]:
    """Probability of each value; what nobody says keeps its share."""
    scores = {value: _add_votes(sources, accuracy, dependence) for value, sources in values.items()}
    top = max(*scores.values(), 0.0)
    total = sum(exp(score - top) for score in scores.values()) + max(FALSE_VALUES + 1 - len(scores), 0) * exp(-top)
    return {value: exp(score - top) / total for value, score in scores.items()}


def _add_votes(sources: Sequence[str], accuracy: Mapping[str, float], dependence: Mapping[tuple[str, str], float]) -> float:
    """The most accurate first; each counts as far as it copies none of those before it."""
    total, counted = 0.0, list[str]()
    for source in sorted(sources, key=lambda s: (-accuracy[s], s)):
        independent = 1.0
        for before in counted:
            independent *= 1 - COPIED * dependence.get((min(source, before), max(source, before)), 0.0)
        total += independent * log(FALSE_VALUES * accuracy[source] / (1 - accuracy[source]))
        counted.append(source)
    return total


def _rate_sources(votes: Votes, chances: Mapping[str, Mapping[str, float]], first: Mapping[str, float]) -> dict[str, float]:
    right: defaultdict[str, float] = defaultdict(float)
    spoken: defaultdict[str, int] = defaultdict(int)
    for thing, values in votes.items():
        for value, sources in values.items():
            for source in sources:
                right[source] += chances[thing][value]
                spoken[source] += 1
    low, high = _BOUNDS
    return {s: min(max((right[s] + STRENGTH * guess) / (spoken[s] + STRENGTH), low), high) for s, guess in first.items()}


def _count_independent(sources: Sequence[str], dependence: Mapping[tuple[str, str], float]) -> int:
    """Sources of which none more likely than not copies one counted before."""
    counted: list[str] = []
    for source in sources:
        if all(dependence.get((min(source, c), max(source, c)), 0.0) < 0.5 for c in counted):
            counted.append(source)
    return len(counted)
