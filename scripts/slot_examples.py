"""Writes what the slot model learns from: sentences of labelled articles in word pieces, with what each of their values is labelled as.

    .venv/bin/python -m scripts.slot_examples OUT.jsonl FOLDER...       # folders of labelled articles; held-out shows are left out

An entity of a sentence is an example of each part that a labelled claim of that sentence gives it about the work at hand, true or false:
what is learned is how such statements are put, not what is so. One line a sentence: its work, pieces, and for each place that is asked the
parts, and whether they are given in the article's own word and affirmed; place 0 stands for the sentence and the truth of the story.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipeline.claims.days import read_day
from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.lexicon import source_kinds
from pipeline.claims.reader import Reader
from pipeline.claims.slots.coding import Coded, Vocabulary, encode
from pipeline.claims.slots.model import load_vocabulary
from pipeline.evaluation.labelled import LabelledClaim, load_labelled, to_page
from pipeline.evaluation.matching import fold
from pipeline.extract import extract
from pipeline.records.loader import load_records

PARTS: Mapping[tuple[str, str], str] = {
    ("cast_member", "value"): "actor",
    ("cast_member", "character"): "character",
    ("cast_member", "real_person"): "real_person",
    ("director", "value"): "director",
    ("creator", "value"): "creator",
    ("writer", "value"): "writer",
    ("producer", "value"): "producer",
    ("production_company", "value"): "company",
    ("based_on", "author"): "source_author",
    ("based_on", "value"): "source_title",
    ("based_on", "year"): "source_year",
    ("platform", "value"): "platform",
    ("filming_location", "value"): "filmed_in",
    ("setting_place", "value"): "set_in",
    ("setting_time", "value"): "set_at",
    ("premiere_date", "value"): "premiere",
    ("episode_count", "value"): "episodes",
    ("season_count", "value"): "seasons",
    ("country", "value"): "country",
    ("protagonist", "value"): "protagonist",
    ("real_event", "where"): "event_place",
    ("real_event", "when"): "event_time",
}
BASES = {"true story": "true", "inspired by real events": "inspired", "fiction": "fiction", "documentary": "documentary"}
OWN_WORD = frozenset({"asserted", "hedged"})
LEAST_TEXT = 20  # characters from which on a sentence inside a quote is taken to be that quote's
_SMALL = frozenset(["the", "of", "a", "and", "de", "la", "el", "in", "y", "le"])


FOLDS = 3  # works to folds; a fold's works are judged by a model that has not seen them


def fold_of(work: str) -> int:
    """The fold of a slug."""
    return int(hashlib.sha1(f"fold of {work}".encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def names(entity: Entity, part: str, value: str, published: date | None) -> bool:
    """Is the entity what a label's value says?"""
    wanted = fold(value)
    if entity.type == "N":
        return str(entity.number) == wanted
    if part == "protagonist":
        return entity.type in {"P", "X"} and fold(entity.value) in wanted
    if entity.type == "D":
        if part == "premiere" and _is_day(entity, value, published):
            return True
        words = set(wanted.split())
        if entity.years:
            return any(str(y) in words or str(y) in wanted for y in entity.years)
        return bool(set(fold(entity.surface).split()) & words)
    mine, theirs = set(fold(f"{entity.value} {entity.surface}").split()) - _SMALL, set(wanted.split()) - _SMALL
    return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine or fold(entity.surface) == wanted)


def _is_day(entity: Entity, value: str, published: date | None) -> bool:
    """The same day or month, where a text that is silent on the year means the label's."""
    found = read_day(entity.surface, published) or ""
    if len(found) == len(value) == len("2025-01-31") and found[5:] == value[5:]:
        return True
    return found == value or (len(min(found, value, key=len)) == len("2025-01") and found[:7] == value[:7])


def _voice(claims: Sequence[LabelledClaim]) -> list[int]:
    """Somebody else's word? Denied? By any of the claims."""
    return [int(any(c.modality not in OWN_WORD for c in claims)), int(any(c.polarity == "negated" for c in claims))]


def _ask_entity(entity: Entity, claims: Iterable[LabelledClaim], published: date | None) -> dict[str, Any]:
    given: dict[str, list[LabelledClaim]] = {}
    for claim in claims:
        for key, value in claim.object.items():
            part = PARTS.get((claim.relation, key))
            if part is not None and names(entity, part, str(value), published):
                given.setdefault(part, []).append(claim)
    return {"parts": sorted(given), "voice": _voice([c for found in given.values() for c in found])}


PAIRS = {"plays": ("value", "character"), "portrays": ("character", "real_person")}


def find_pairs(
    sentence: Sentence, coded: Coded, claims: Iterable[LabelledClaim], work: str, published: date | None
) -> list[tuple[str, int, int]]:
    """(kind, place, place) of two entities that one claim joins: an actor and the character played, a character and the real person."""
    mine = {n: place for n, place in coded.entities.items() if sentence.entities[n].value != work or sentence.entities[n].person}
    found: dict[tuple[str, int, int], None] = {}
    for claim in claims:
        for kind, (first, second) in PAIRS.items() if claim.relation == "cast_member" else ():
            if claim.object.get(first) and claim.object.get(second):
                a, b = (
                    [place for n, place in mine.items() if names(sentence.entities[n], "", str(claim.object[key]), published)]
                    for key in (first, second)
                )
                found |= dict.fromkeys((kind, x, y) for x in a for y in b if x != y)
    return list(found)


def _ask_noun(kind: str, claims: Iterable[LabelledClaim]) -> dict[str, Any]:
    kinds = source_kinds()
    given = [
        c for c in claims if c.relation == "based_on" and (said := fold(str(c.object.get("kind", "")))) and kinds.get(said, said) == kind
    ]
    return {"parts": ["source_kind"] if given else [], "voice": _voice(given)}


def _ask_basis(claims: Iterable[LabelledClaim]) -> dict[str, Any]:
    given = [c for c in claims if c.relation == "story_basis"]
    basis = {BASES[str(c.object.get("value"))] for c in given if c.object.get("value") in BASES}
    if any(c.object.get("degree") for c in given):
        basis.add("entirely")
    return {"basis": sorted(basis), "voice": _voice(given)}


def ask(sentence: Sentence, coded: Coded, claims: Sequence[LabelledClaim], work: str, published: date | None) -> list[dict[str, Any]]:
    """The questions of a sentence with their answers."""
    asked = [{"place": 0, **_ask_basis(claims)}]
    for number, place in coded.entities.items():
        entity = sentence.entities[number]
        if entity.type != "S" or entity.value != work or entity.person:
            asked.append({"place": place, **_ask_entity(entity, claims, published)})
    asked += [{"place": place, **_ask_noun(kind, claims)} for _, kind, place in coded.nouns]
    return asked


def read_examples(reader: Reader, vocabulary: Vocabulary, folder: Path) -> Iterator[dict[str, Any]]:
    """Of all articles of a folder that are not held out and that the reader takes to be about their own work."""
    for article in load_labelled(folder):
        if article.held_out:
            continue
        page = extract(to_page(article.data).encode(), str(article.data["url"]), content_type="text/html; charset=utf-8")
        work, sentences = reader.sentences(page)
        if work is None:
            continue
        published = page.published.date() if isinstance(page.published, datetime) else page.published
        before = None
        for sentence in sentences:
            text = fold(sentence.text(0, len(sentence.typed))) if sentence.typed else ""
            claims = [
                c
                for c in article.claims
                if c.show == work and (quote := fold(c.quote)) and (quote in text or (len(text) > LEAST_TEXT and text in quote))
            ]
            coded = encode(sentence, work, before, vocabulary)
            before = sentence
            asked = ask(sentence, coded, claims, work, published)
            pairs = find_pairs(sentence, coded, claims, work, published)
            yield {"work": work, "fold": fold_of(work), "pieces": coded.pieces, "asked": asked, "pairs": pairs}


def main() -> int:
    """Reads the folders, writes the file, says how much is in it."""
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    reader, vocabulary = Reader(load_records()), load_vocabulary()
    lines = asked = given = 0
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        for folder in sys.argv[2:]:
            for example in read_examples(reader, vocabulary, Path(folder)):
                out.write(json.dumps(example, ensure_ascii=False, separators=(",", ":")) + "\n")
                lines, asked = lines + 1, asked + len(example["asked"])
                given += sum(bool(a.get("parts") or a.get("basis")) for a in example["asked"])
    print(f"{lines} sentences, {asked} places asked, {given} of them given a part")
    return 0


if __name__ == "__main__":
    sys.exit(main())
