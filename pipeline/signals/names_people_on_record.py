from __future__ import annotations

from pipeline.models import Finding, Show
from pipeline.records.folding import words
from pipeline.records.likeness import Likeness
from pipeline.records.names import compare_person_to_any
from pipeline.signals.question import Question, answer

MOST_NAMED = 6


def names_people_on_record(question: Question) -> Finding:
    """Names at least somebody who is on record for the work: its makers, its cast, its characters or the people portrayed.

    Accounts of a work that does not exist name nobody who worked on it; honest ones nearly always do.
    """
    people, show = question.reading.people, question.show
    if show is None or not people:
        return answer(names_people_on_record, "cannot tell", "no person is named" if show else "about no work on record")
    known = tuple((name, frozenset(words(name))) for name in people_of_record(show))
    found = [p for p in people if _is_known(p, known)]
    share = len(found) / len(people)
    if found:
        return answer(names_people_on_record, "yes", f"{len(found)} of {len(people)} people named are on record", share)
    if len(people) < 2:
        return answer(names_people_on_record, "cannot tell", f"names only {people[0]}", share)
    named = ", ".join(people[:MOST_NAMED])
    return answer(names_people_on_record, "no", f"none of the {len(people)} people named is on record ({named})", share)


def _is_known(person: str, known: tuple[tuple[str, frozenset[str]], ...]) -> bool:
    """Is it somebody of the record? Only names that share a word with it are compared in full."""
    mine = frozenset(words(person))
    return compare_person_to_any(person, [name for name, parts in known if mine & parts]) in {Likeness.SAME, Likeness.NEAR}


def people_of_record(show: Show) -> tuple[str, ...]:
    """Every person's and character's name in the record."""
    names: dict[str, None] = dict.fromkeys(show.characters)
    for fact in show.facts:
        if fact.property in {"creator", "writer", "director", "producer", "cast_member"}:
            names[str(fact.value)] = None
        names.update(dict.fromkeys(n for n in (fact.author, fact.character, fact.real_person) if n))
    return tuple(names)
