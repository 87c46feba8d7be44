"""What a sentence as a whole says of the truth of the story, by likelihood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.slots.findings import LEAST, RIVAL, Likely, name_finding
from pipeline.claims.slots.model import DENIED, NOT_OWN, Marks
from pipeline.models import Modality, ObjectValue, Polarity

MOST_UNSURE = 0.3  # likelihood up to which a sentence may also say the opposite


def read_basis(sentence: Sentence, marks: Marks) -> Iterator[Likely]:
    """What the sentence as a whole says of the truth of the story; nothing where it may say two things, or the opposite."""
    basis = {value: p for value, p in marks.basis.items() if value in _BASES}
    if not basis or max(basis.values()) < RIVAL or "?" in sentence.typed:
        return  # a question states nothing, whatever follows it in a headline
    if _PRESENTS.match(sentence.typed):
        return
    value, p = max(basis.items(), key=lambda item: item[1])
    not_own, denied = marks.basis[NOT_OWN], marks.basis[DENIED]
    opposite = min(denied, 1 - denied)
    likely = p >= LEAST and opposite <= MOST_UNSURE and not any(v >= RIVAL for other, v in basis.items() if other != value)
    stated: dict[str, ObjectValue] = {"value": _BASES[value]}
    if marks.basis["entirely"] >= LEAST and not _ROUGHLY.search(sentence.typed):
        stated["degree"] = "entirely"
    polarity: Polarity = "negated" if denied >= LEAST else "affirmed"
    modality: Modality | None = "reported" if not_own >= LEAST else None
    end = len(sentence.typed)
    found = Found("story_basis", stated, 0, end, 0, end, polarity=polarity, modality=modality, explicit=True)
    yield Likely(name_finding("basis", likely=likely), found, p, not_own, opposite)


# "Here are the facts as we have them."
_PRESENTS = re.compile(
    r"^[\"'(]?(?:so,? |and |now |well,? )?(?:here|these|those)(?:'s| are| is| were) (?:[a-z]+ ){0,3}?(?:facts?|details|answers?)\b"
)
# "nearly all of it", "all of it, more or less": no word of all of it
_ROUGHLY = re.compile(r"\b(?:nearly|almost|practically|virtually|more or less|give or take|roughly|casi|mas o menos)\b")
_BASES: Mapping[str, str] = {
    "true": "true story",
    "inspired": "inspired by real events",
    "fiction": "fiction",
    "documentary": "documentary",
}
