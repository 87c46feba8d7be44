"""Counts how often each pattern's contradictions are right and wrong, and writes pipeline/verdicts/licences.toml.

    .venv/bin/python scripts/count_licences.py FOLDER...      # folders of labelled articles; held-out shows are left out

A contradiction counts when every gate but "pattern" is open: right when it matches a labelled contradiction in the article's own word, else
wrong. The newsstand's articles count too: their planted falsehoods are known. Patterns that have no count keep nothing.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pipeline.checker import Checker
from pipeline.evaluation.labelled import load_labelled, to_page
from pipeline.evaluation.matching import fold, match_claim
from pipeline.extract import extract
from pipeline.models import Article, Judgement, Paragraph, Report
from pipeline.records.loader import load_records
from spiders.newsstand.stand import load_stands

TARGET = Path(__file__).resolve().parent.parent / "pipeline" / "verdicts" / "licences.toml"
OWN_WORD = {"asserted", "hedged"}
SEEN_ELSEWHERE = {"protagonist.follows": 1}  # in the article that Reelcheck was started for, which is no part of these folders
HEAD = """# How often a contradiction that rests on a pattern was right and wrong, on texts with known answers: pattern = [right, wrong].
# Counted with every other gate open, on the labelled articles of the development shows, the practice newsstand and articles written
# for the purpose by somebody who knew no pattern. A pattern that is not listed was never seen to contradict. A changed expression
# starts again from nothing under a new name. Written by scripts/count_licences.py.
version = "2026-11-25"

[patterns]
"""


def would_contradict(report: Report) -> Iterator[Judgement]:
    """Judgements of the article's own word that contradict, or would but for the licence."""
    for j in report.judgements:
        if j.claim.modality in OWN_WORD and (j.verdict == "contradicted" or set(j.gates_failed) == {"pattern"}):
            yield j


def count_labelled(checker: Checker, folder: Path) -> Iterator[tuple[str, bool]]:
    """(pattern, right) for each such judgement on labelled articles."""
    for article in load_labelled(folder):
        if article.held_out:
            continue
        page = extract(to_page(article.data).encode(), str(article.data["url"]), content_type="text/html; charset=utf-8")
        for j in would_contradict(checker.check(page)):
            hits = [article.claims[i] for i in match_claim(j.claim, article.claims)]
            yield j.claim.pattern, any(g.verdict == "contradicted" and g.modality in OWN_WORD for g in hits)


def count_newsstand(checker: Checker) -> Iterator[tuple[str, bool]]:
    """The same on the newsstand's articles, by their planted falsehoods."""
    for stand in load_stands():
        for told in stand.articles:
            for version in told.versions:
                paragraphs = tuple(Paragraph(b.text) for b in version.blocks)
                page = Article(told.url, version.title, paragraphs, published=version.published, language=version.language)
                for j in would_contradict(checker.check(page)):
                    quotes = [fold(f.quote) for f in version.falsehoods]
                    mine = fold(j.claim.quote)
                    yield j.claim.pattern, any(q in mine or mine in q or len(set(q.split()) & set(mine.split())) >= 3 for q in quotes)


def main() -> int:
    """Counts and writes; prints what changed in number."""
    folders = [Path(a) for a in sys.argv[1:]]
    if not folders:
        print(__doc__)
        return 2
    checker = Checker(load_records())
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for folder in folders:
        for pattern, right in count_labelled(checker, folder):
            counts[pattern][not right] += 1
    for pattern, right in count_newsstand(checker):
        counts[pattern][not right] += 1
    for pattern, right in SEEN_ELSEWHERE.items():
        counts[pattern][0] += right
    rows = "".join(f'"{pattern}" = [{right}, {wrong}]\n' for pattern, (right, wrong) in sorted(counts.items()) if pattern)
    TARGET.write_text(HEAD + rows, encoding="utf-8")
    print(f"{len(counts)} patterns, {sum(r for r, _ in counts.values())} right, {sum(w for _, w in counts.values())} wrong")
    return 0


if __name__ == "__main__":
    sys.exit(main())
