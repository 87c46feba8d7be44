"""Accuracy on labelled articles: the figures of the outside scorer under the same names, and those that it does not print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scipy.special import betaincinv

from pipeline.evaluation.labelled import LabelledArticle
from pipeline.evaluation.matching import is_reachable, match_claim
from pipeline.models import Judgement, RecordBook, Report

OWN_WORD = frozenset({"asserted", "hedged"})
SOFT = frozenset({"conflicts_with_record", "minor_discrepancy"})


@dataclass(slots=True)
class Outcome:
    """What came of one article."""

    article: LabelledArticle
    report: Report
    false_contradictions: list[Judgement] = field(default_factory=list)
    caught: set[int] = field(default_factory=set)
    amber: set[int] = field(default_factory=set)
    supported: list[bool] = field(default_factory=list)
    true_contradictions: int = 0
    by_relation: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def missed(self) -> list[int]:
        """Indices of contradicted, asserted labelled claims that were not called so."""
        return [i for i in contradicted_of(self.article) if i not in self.caught]


def contradicted_of(article: LabelledArticle) -> list[int]:
    """Indices of the labelled falsehoods in the article's own word."""
    return [i for i, g in enumerate(article.claims) if g.verdict == "contradicted" and g.modality == "asserted"]


def compare(article: LabelledArticle, report: Report) -> Outcome:
    """Matches every found claim with the labelled ones."""
    out = Outcome(article, report)
    for j in report.judgements:
        hits = match_claim(j.claim, article.claims)
        if hits and j.verdict == "supported":
            right = any(article.claims[i].verdict == "supported" for i in hits)
            out.supported.append(right)
            out.by_relation[j.claim.relation, "supported right" if right else "supported wrong"] += 1
        if j.claim.modality not in OWN_WORD:
            continue
        if j.verdict in SOFT:
            out.amber.update(hits)
        if j.verdict != "contradicted":
            continue
        good = [i for i in hits if article.claims[i].verdict == "contradicted" and article.claims[i].modality in OWN_WORD]
        if good:
            out.true_contradictions += 1
            out.caught.update(good)
            out.by_relation[j.claim.relation, "contradicted right"] += 1
        else:
            out.false_contradictions.append(j)
            out.by_relation[j.claim.relation, "contradicted wrong"] += 1
    return out


def count_figures(outcomes: Sequence[Outcome], book: RecordBook) -> dict[str, Any]:
    """The table of figures over some articles. Shares are None where there is nothing to count."""
    gold = caught = amber = reachable = reached = 0
    relations: dict[str, Counter[str]] = defaultdict(Counter)
    labels: Counter[str] = Counter()
    scores: dict[str, list[float]] = {"reliable": [], "mixed": [], "unreliable": [], "insufficient": []}
    accused: set[str] = set()
    found = [0, 0]
    for o in outcomes:
        labels[f"{o.article.label}->{o.report.score.label}"] += 1
        scores[o.article.label].append(0.5 if o.report.score.score is None else o.report.score.score)
        if o.article.show:
            found[1] += 1
            found[0] += o.report.reading.about == o.article.show
        if o.false_contradictions and o.article.label == "reliable":
            accused.add(o.article.id)
        for i in contradicted_of(o.article):
            g = o.article.claims[i]
            gold += 1
            caught += i in o.caught
            amber += i not in o.caught and i in o.amber
            relations[g.relation]["labelled"] += 1
            relations[g.relation]["caught"] += i in o.caught
            relations[g.relation]["amber"] += i not in o.caught and i in o.amber
            if is_reachable(g, book):
                reachable += 1
                reached += i in o.caught
                relations[g.relation]["reachable"] += 1
                relations[g.relation]["reached"] += i in o.caught
        for (relation, what), n in o.by_relation.items():
            relations[relation][what] += n
    true = sum(o.true_contradictions for o in outcomes)
    false = sum(len(o.false_contradictions) for o in outcomes)
    supported = [right for o in outcomes for right in o.supported]
    reliable = sum(o.article.label == "reliable" for o in outcomes)
    return {
        "articles": len(outcomes),
        "true_contradictions": true,
        "false_contradictions": false,
        "contradicted_precision": share(true, true + false),
        "contradicted_precision_90": interval(true, false),
        "gold_contradicted": gold,
        "contradicted_recall": share(caught, gold),
        "reachable_recall": share(reached, reachable),
        "reachable_share": share(reachable, gold),
        "contradicted_or_amber_recall": share(caught + amber, gold),
        "supported_precision": share(sum(supported), len(supported)),
        "reliable_articles": reliable,
        "reliable_accused": len(accused),
        "reliable_accused_90": interval(len(accused), reliable - len(accused)),
        "reliable_called_mixed_or_unreliable": labels["reliable->mixed"] + labels["reliable->unreliable"],
        "auroc_reliable_unreliable": auroc(scores["reliable"], scores["unreliable"]),
        "auroc_reliable_mixed": auroc(scores["reliable"], scores["mixed"]),
        "show_found": share(*found),
        "label_accuracy": share(sum(n for k, n in labels.items() if len(set(k.split("->"))) == 1), len(outcomes)),
        "labels": dict(sorted(labels.items())),
        "calibration": calibrate_bins(outcomes),
        "risk_coverage": risk_by_coverage(outcomes),
        "relations": {r: dict(c) for r, c in sorted(relations.items())},
    }


def share(part: int, whole: int) -> float | None:
    """part / whole, None for nothing."""
    return part / whole if whole else None


def interval(yes: int, no: int) -> tuple[float, float]:
    """Central 90 % interval of a share (Jeffreys)."""
    low = 0.0 if yes == 0 else float(betaincinv(yes + 0.5, no + 0.5, 0.05))
    high = 1.0 if no == 0 else float(betaincinv(yes + 0.5, no + 0.5, 0.95))
    return round(low, 4), round(high, 4)


def auroc(better: Sequence[float], worse: Sequence[float]) -> float | None:
    """How often an article of the first kind ranks above one of the second; ties count half."""
    if not better or not worse:
        return None
    return sum((p > n) + 0.5 * (p == n) for p in better for n in worse) / (len(better) * len(worse))


def calibrate_bins(outcomes: Iterable[Outcome], bins: int = 5) -> dict[str, Any]:
    """ECE and Brier score of "the article is reliable" against its score; articles without a score are left out and counted."""
    pairs = [(o.report.score.score, o.article.label == "reliable") for o in outcomes if o.article.label != "insufficient"]
    scored = [(s, y) for s, y in pairs if s is not None]
    if not scored:
        return {"scored": 0, "unscored": len(pairs), "ece": None, "brier": None}
    grouped: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for s, y in scored:
        grouped[min(bins - 1, int(s * bins))].append((s, y))
    ece = sum(abs(sum(s for s, _ in g) - sum(y for _, y in g)) for g in grouped.values()) / len(scored)
    brier = sum((s - y) ** 2 for s, y in scored) / len(scored)
    return {"scored": len(scored), "unscored": len(pairs) - len(scored), "ece": round(ece, 4), "brier": round(brier, 4)}


def risk_by_coverage(outcomes: Iterable[Outcome], steps: Sequence[float] = (0.25, 0.5, 0.75, 1.0)) -> Mapping[str, float | None]:
    """Share of wrong labels among the surest articles (narrowest interval first), at several shares of all articles."""
    ranked = sorted(outcomes, key=_width)
    risks: dict[str, float | None] = {}
    for step in steps:
        kept = ranked[: round(len(ranked) * step)]
        risks[f"{step:.2f}"] = share(sum(o.report.score.label != o.article.label for o in kept), len(kept))
    return risks


def _width(outcome: Outcome) -> float:
    s = outcome.report.score
    return 2.0 if s.low is None or s.high is None else s.high - s.low
