"""When is a found claim the labelled one? The same definition as the outside scorer's, so that both print the same figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from pipeline.evaluation.labelled import LabelledClaim
from pipeline.models import Claim, RecordBook

MAKERS = frozenset({"creator", "writer", "director", "producer", "production_company"})
WITHOUT_COMPLETE = frozenset({"cast_member", "setting_place", "setting_time", "protagonist"})  # gates "holder" and "value"
SHARED_WORDS = 0.6


def fold(text: object) -> str:
    """Lower case, accents dropped, everything else but letters and digits to single blanks."""
    folded = unicodedata.normalize("NFKD", str(text or "")).lower()
    return re.sub(r"\W+", " ", "".join(c for c in folded if not unicodedata.combining(c))).strip()


def same_statement(found: Claim, labelled: LabelledClaim) -> bool:
    """Relations equal (any maker relation for another), and quotes that contain one another or share 60 % of the shorter one's words."""
    if found.relation != labelled.relation and not {found.relation, labelled.relation} <= MAKERS:
        return False
    mine, theirs = fold(found.quote), fold(labelled.quote)
    return theirs in mine or mine in theirs or _overlap(mine, theirs) >= SHARED_WORDS


def match_claim(found: Claim, labelled: Sequence[LabelledClaim]) -> list[int]:
    """Indices of the labelled claims that it may be; where several share its place, those with an object that shares words come alone."""
    hits = [i for i, g in enumerate(labelled) if same_statement(found, g)]
    if len(hits) > 1:
        words = _words(found.object)
        near = [i for i in hits if labelled[i].show == found.show and words & _words(labelled[i].object)]
        return near or hits
    return hits


def is_reachable(labelled: LabelledClaim, book: RecordBook) -> bool:
    """Could "contradicted" be earned: the property complete on record, or a holder/value relation with any fact on record?"""
    show = book.shows.get(labelled.show)
    if show is None:
        return False
    has_fact = any(f.property == labelled.relation for f in show.facts)
    return labelled.relation in show.complete or (labelled.relation in WITHOUT_COMPLETE and has_fact)


def _words(values: Mapping[str, object]) -> set[str]:
    return set(fold(" ".join(str(v) for v in values.values())).split())


def _overlap(a: str, b: str) -> float:
    one, two = set(a.split()), set(b.split())
    return len(one & two) / max(1, min(len(one), len(two)))
