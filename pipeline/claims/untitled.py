"""Articles that keep the title back ("Anya Roe is the prodigy, the streamer's new hit ..."): the work is told by its people.

Where no title settles what an article is about, the actors and makers named do, if they are many, of one work on record, and one of them
stands beside the part that he or she plays there. On development articles that name no title, this found the right work in each that
had such a cast, and none in those that had not (docs/decisions.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from pipeline.claims.document import Document
from pipeline.claims.gazetteer import MAKERS, clean_name
from pipeline.models import RecordBook, Show

LEAST_PEOPLE = 4  # actors, makers and authors of the work that must be named
LEAST_PAIRS = 1  # of them, such as stand in one paragraph with their own part
LATEST_OPENING = 6  # the paragraph in which the first of them must stand at the latest
RIVALRY = 2  # so many times more people than of any other work
_HANDS = MAKERS | {"actor", "author"}


def find_untitled(document: Document, book: RecordBook) -> str | None:
    """The slug of the work whose people an article is full of; None where they are few, or of several works."""
    people: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))  # work, name: paragraphs
    parts: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for block in document.blocks:
        for sighting in block.sightings:
            for slug, role in sighting.named.roles:
                if role in _HANDS:
                    people[slug][sighting.named.name].add(block.index)
                elif role == "character":
                    parts[slug][sighting.named.name].add(block.index)
    ranked = sorted(people, key=lambda slug: len(people[slug]), reverse=True)
    if not ranked or len(people[ranked[0]]) < LEAST_PEOPLE:
        return None
    best = ranked[0]
    own = set(people[best])
    if any(len(set(people[slug]) - own) * RIVALRY > len(own) or len(people[slug]) == len(own) for slug in ranked[1:]):
        return None
    early = min(min(blocks) for blocks in people[best].values()) <= LATEST_OPENING
    return best if early and _count_pairs(book.shows[best], people[best], parts[best]) >= LEAST_PAIRS else None


def _count_pairs(show: Show, people: Mapping[str, set[int]], parts: Mapping[str, set[int]]) -> int:
    """Actors in one paragraph with the part that the record gives them."""
    cast = ((clean_name(str(f.value)), clean_name(f.character)) for f in show.facts_of("cast_member") if f.character)
    return sum(bool(people.get(actor, set()) & parts.get(part, set())) for actor, part in cast)
