"""Judges every labelled claim as if it had been found perfectly, and prints how the verdicts agree with the labels.

    python scripts/measure_verdicts.py [--articles ../shared/gold/articles] [--relation cast_member] [--show-errors]

Held-out shows (SHA-1 of the slug begins a hex digest that ends in 0 to 3) are left out unread. Says so and stops where there are no labels.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.models import Claim, Judgement, RecordBook
from pipeline.records.loader import load_records
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.judge import judge

_WITHOUT_COMPLETE = {"cast_member", "setting_place", "setting_time", "protagonist"}
_HELD_OUT = "01"


def is_held_out(article_id: str) -> bool:
    """By the show's slug, which is the article's id without its number."""
    slug = article_id.rsplit("-", 1)[0]
    return hashlib.sha1(slug.encode(), usedforsecurity=False).hexdigest()[-1] in _HELD_OUT


def read_labelled(folder: Path) -> Iterator[dict[str, Any]]:
    """The development articles, in order."""
    for path in sorted(folder.glob("*.json")):
        if not is_held_out(path.stem):
            yield json.loads(path.read_text(encoding="utf-8"))


def build_claims(article: dict[str, Any]) -> list[Claim]:
    """Claims as a perfect reader would hand them over; the quote's place is searched."""
    texts = [article["title"], *article["paragraphs"]]
    claims = []
    for label in article["claims"]:
        paragraph = next(n for n, text in enumerate(texts) if label["quote"] in text)
        start = texts[paragraph].index(label["quote"])
        claims.append(
            Claim(
                show=label["show"],
                relation=label["relation"],
                object=label["object"],
                polarity=label["polarity"],
                modality=label["modality"],
                quote=label["quote"],
                paragraph=paragraph,
                start=start,
                end=start + len(label["quote"]),
            )
        )
    return claims


def is_reachable(claim: Claim, book: RecordBook) -> bool:
    """As the scorer of the labelled articles has it: complete, or a relation that a holder or a value settles."""
    show = book.shows.get(claim.show)
    if show is None:
        return False
    return claim.relation in show.complete or (claim.relation in _WITHOUT_COMPLETE and bool(show.facts_of(claim.relation)))


def judge_labelled(folder: Path, book: RecordBook) -> Iterator[tuple[str, str, Judgement]]:
    """(article id, labelled verdict, judgement) for every labelled claim."""
    for article in read_labelled(folder):
        claims = build_claims(article)
        published = date.fromisoformat(article["published"]) if article.get("published") else None
        context = JudgeContext(published=published, language=article["language"], claims=tuple(claims), shows=book.shows)
        for claim, label in zip(claims, article["claims"], strict=True):
            yield article["id"], label["verdict"], judge(claim, book.shows.get(claim.show), context)


def main() -> None:
    """Prints confusion by relation and the figures; exits 0 always (it measures, tests decide)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "gold" / "articles")
    parser.add_argument("--relation")
    parser.add_argument("--show-errors", action="store_true")
    options = parser.parse_args()
    if not options.articles.is_dir():
        sys.exit(f"no labelled articles at {options.articles}: nothing measured")
    book = load_records()
    confusion: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    reach: Counter[str] = Counter()
    gates: Counter[str] = Counter()
    for article_id, label, judgement in judge_labelled(options.articles, book):
        claim = judgement.claim
        if options.relation and claim.relation != options.relation:
            continue
        confusion[claim.relation][label, judgement.verdict] += 1
        if label == "contradicted" and claim.modality == "asserted":
            reach["all"] += 1
            reach["caught"] += judgement.verdict == "contradicted"
            reach["amber"] += judgement.verdict in {"conflicts_with_record", "minor_discrepancy"}
            if is_reachable(claim, book):
                reach["reachable"] += 1
                reach["reached"] += judgement.verdict == "contradicted"
                gates.update(judgement.gates_failed)
        if options.show_errors and _is_worth_showing(label, judgement, is_reachable(claim, book)):
            place = f"{article_id} {claim.relation} {dict(claim.object)} {claim.polarity} | {claim.quote[:90]}"
            print(label, "->", judgement.verdict, place, "|", judgement.explanation, judgement.gates_failed)
    print_figures(confusion, reach, gates)


def _is_worth_showing(label: str, judgement: Judgement, reachable: bool) -> bool:
    if judgement.verdict == "contradicted":
        return label != "contradicted"
    if label == "contradicted":
        return reachable or judgement.verdict == "supported"
    return judgement.verdict == "conflicts_with_record" or (judgement.verdict == "supported" and label != "supported")


def print_figures(confusion: dict[str, Counter[tuple[str, str]]], reach: Counter[str], gates: Counter[str]) -> None:
    """A line per relation (label>verdict=count), then the totals."""
    total: Counter[tuple[str, str]] = Counter()
    for relation, counts in sorted(confusion.items()):
        total.update(counts)
        print(f"{relation:20}", "  ".join(f"{a[:4]}>{b[:4]}={n}" for (a, b), n in sorted(counts.items())))
    for verdict in ("contradicted", "supported", "conflicts_with_record", "minor_discrepancy"):
        given = {label: n for (label, v), n in total.items() if v == verdict}
        right = given.get("supported" if verdict == "supported" else "contradicted", 0)
        print(f"{verdict:22} given {sum(given.values()):5}  agree {right:5}  precision {right / max(1, sum(given.values())):.4f}  {given}")
    labelled = sum(n for (label, _), n in total.items() if label == "supported")
    print(f"supported recall {total['supported', 'supported'] / max(1, labelled):.3f} of {labelled}")
    print(f"contradicted recall {reach['caught'] / max(1, reach['all']):.3f} of {reach['all']}, with amber "
          f"{(reach['caught'] + reach['amber']) / max(1, reach['all']):.3f}, reachable {reach['reached'] / max(1, reach['reachable']):.3f} "
          f"of {reach['reachable']}")  # fmt: skip
    print("gates of reachable ones not reached:", dict(gates.most_common()))


if __name__ == "__main__":
    main()
