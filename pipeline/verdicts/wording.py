"""The one sentence beside a verdict, and the evidence under it. Neutral words: an editor pastes them."""

from __future__ import annotations

from pipeline.models import Claim, Evidence, Fact, Show, Source, VerdictName
from pipeline.records.owners import GENERAL
from pipeline.verdicts.comparison import Comparison
from pipeline.verdicts.days import say_day
from pipeline.verdicts.gate_names import say_gates

_MOST_EVIDENCE = 6
_PER_FACT = 2


def list_evidence(claim: Claim, show: Show, comparison: Comparison) -> tuple[Evidence, ...]:
    """The facts that decide with their best sources, best first; general knowledge (tier 4) is never among them."""
    shown: list[Evidence] = []
    for fact in comparison.facts:
        shown += [_evidence(fact.property, value_of(fact), s) for s in _best(fact.sources, show)[:_PER_FACT]]
    if not shown:
        keys = (*comparison.vouchers, *show.complete.get(claim.relation, ()))
        shown = [_evidence(claim.relation, comparison.right, s) for s in _best(keys, show)[:_PER_FACT]]
    unique = list({(e.property, e.value, e.publisher, e.url): e for e in shown}.values())
    return tuple(sorted(unique, key=lambda e: e.tier)[:_MOST_EVIDENCE])


def _best(keys: tuple[str, ...], show: Show) -> list[Source]:
    sources = [show.sources[k] for k in dict.fromkeys(keys) if k in show.sources]
    return sorted((s for s in sources if s.tier < GENERAL), key=lambda s: (s.tier, s.after is not None))


def _evidence(prop: str, value: str, source: Source) -> Evidence:
    return Evidence(prop, value, source.publisher, source.url, source.tier, source.read)


def value_of(fact: Fact) -> str:
    """A fact's value with its qualifiers: "Tessa Ía as Valeria Goldberg", "10 (season 2)"."""
    text = str(fact.value)
    if fact.author:
        text += f", by {fact.author}"
    if fact.character:
        text += f" as {fact.character}"
    extras = [
        fact.kind or "",
        str(fact.year or "") if fact.property == "based_on" else "",
        fact.region or "",
        fact.when or "",
        fact.where or "",
    ]
    if fact.seasons:
        extras.append(f"season {fact.seasons[0]}" if len(fact.seasons) == 1 else f"seasons {fact.seasons[0]} to {fact.seasons[-1]}")
    shown = ", ".join(e for e in extras if e)
    return f"{text} ({shown})" if shown else text


def explain(show: Show, verdict: VerdictName, comparison: Comparison, evidence: tuple[Evidence, ...], closed: tuple[str, ...]) -> str:
    """One sentence with what the record has and who says so."""
    source = _cite(evidence[0]) if evidence else ""
    if verdict == "contradicted":
        return _sentence(f"This contradicts {source or 'the record'}", show, comparison)
    if verdict == "conflicts_with_record":
        return _sentence(f"This conflicts with {source or 'what is on record'}", show, comparison)
    if verdict == "minor_discrepancy":
        return _sentence(f"This differs slightly from {source or 'what is on record'}", show, comparison)
    if verdict == "supported":
        return _sentence(f"This agrees with {source or 'what is generally known'}", show, comparison)
    return f"Nothing on record settles this: {say_gates(closed)}." if closed else "Nothing on record settles this."


def _sentence(start: str, show: Show, comparison: Comparison) -> str:
    """``right`` is a predicate ("has five episodes") with the show as its subject, or a line that stands for itself after a dash."""
    if not comparison.right:
        return f"{start}."
    return f"{start}: {show.title} {comparison.right}."


def _cite(evidence: Evidence) -> str:
    return f"{evidence.publisher} (read {say_day(evidence.read)})" if evidence.read else evidence.publisher
