"""Names on record (people, companies, source works, platforms) in one automaton over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import ahocorasick_rs

from pipeline.claims.lexicon import phrases
from pipeline.claims.text import fold_text
from pipeline.models import RecordBook, Show

Role = Literal["creator", "writer", "director", "producer", "actor", "character", "real_person", "author"]
MAKERS: frozenset[Role] = frozenset({"creator", "writer", "director", "producer"})
Kind = Literal["person", "company", "platform", "source_work"]
_PEOPLE: tuple[Role, ...] = ("creator", "writer", "director", "producer")
_NOT_IN_NAME = re.compile(r"\([^)]*\)|\"[^\"]*\"|,.*$|'[^' ]+' ")
_RANKS = re.compile(
    r"^(?:Dr|Mr|Mrs|Ms|Sir|Detective|Major|Colonel|Captain|General|President|Agent|Sergeant|Queen|King|Princess|Prince|Father)\.? "
)


@dataclass(frozen=True, slots=True)
class Named:
    """One name on record. ``roles`` pairs slugs with what the bearer is there."""

    kind: Kind
    name: str
    roles: frozenset[tuple[str, Role]] = frozenset()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name on record found in folded text."""

    start: int
    end: int
    named: Named


def people_of(show: Show) -> Iterator[tuple[str, Role]]:
    """Every person's name of a record with what the bearer is there, without ranks, nicknames and glosses."""
    for role in _PEOPLE:
        yield from ((clean_name(str(f.value)), role) for f in show.facts_of(role))
    for fact in show.facts_of("cast_member"):
        yield clean_name(str(fact.value)), "actor"
        if fact.character:
            yield clean_name(fact.character), "character"
        if fact.real_person:
            yield clean_name(fact.real_person), "real_person"
    for fact in show.facts_of("based_on"):
        for author in re.split(r",| and | & ", fact.author or ""):
            if author.strip():
                yield clean_name(author), "author"


def clean_name(name: str) -> str:
    """A record's name as a writer would put it: no gloss in brackets, nickname in quotes, rank or trailing title."""
    bare = " ".join(_NOT_IN_NAME.sub(" ", name).split())
    return _RANKS.sub("", bare).strip() or name


class Gazetteer:
    """Finds names on record; built once per record book."""

    def __init__(self, book: RecordBook) -> None:
        people: dict[str, tuple[str, set[tuple[str, Role]]]] = {}
        for slug, show in book.shows.items():
            for name, role in people_of(show):
                people.setdefault(_key(name), (name, set()))[1].add((slug, role))
        named: dict[str, Named] = {}
        for show in book.shows.values():
            for fact in show.facts_of("based_on"):
                title = str(fact.value)
                for form in {title, title.split(":", maxsplit=1)[0].strip()}:
                    if len(form.split()) > 1:
                        named.setdefault(_key(form), Named("source_work", title))
            for fact in show.facts_of("production_company"):
                named[_key(str(fact.value))] = Named("company", str(fact.value))
        for platform in phrases("platforms"):
            named[platform] = Named("platform", platform)
        for key, (name, roles) in people.items():
            if " " in key:
                named[key] = Named("person", name, frozenset(roles))
        self.short_names = {slug: _short_names(show) for slug, show in book.shows.items()}
        self._named = [n for key, n in named.items() if len(key) > 1]
        self._automaton = ahocorasick_rs.AhoCorasick([key for key in named if len(key) > 1])

    def find(self, folded: str) -> list[Sighting]:
        """Names in folded, case-preserved text on word boundaries, longest first, none overlapping; written with a capital."""
        lower = folded.lower()
        everything_lower = folded == lower
        found = [
            Sighting(start, end, self._named[index])
            for index, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True)
            if on_word_boundaries(lower, start, end)
        ]
        found.sort(key=lambda s: (s.start - s.end, s.start))
        kept: list[Sighting] = []
        taken = bytearray(len(folded) + 1)
        for s in found:
            if any(taken[s.start : s.end]) or not (everything_lower or _is_capitalised(folded, s)):
                continue
            taken[s.start : s.end] = b"\1" * (s.end - s.start)
            kept.append(s)
        return sorted(kept, key=lambda s: s.start)


def on_word_boundaries(text: str, start: int, end: int) -> bool:
    """True where no letter or digit runs on at either end."""
    return not (start and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


def _is_capitalised(folded: str, s: Sighting) -> bool:
    """Names and titles are written with capitals: the first letter, and for people the last word as well."""
    surface = folded[s.start : s.end]
    if not (surface[0].isupper() or surface[0].isdigit()):
        return (
            surface[0].islower()
            and s.named.kind == "person"
            and surface.split()[-1][0].isupper()
            and surface.split()[0] in {"de", "da", "van"}
        )
    last = surface.split()[-1]
    return s.named.kind == "platform" or last[0].isupper() or not last[0].isalpha() or s.named.kind == "source_work"


def _short_names(show: Show) -> dict[str, str]:
    """First and last names (folded, lower case) of a record's people to the full name; only where one bearer has it."""
    bearers: dict[str, set[str]] = {}
    for name, role in people_of(show):
        parts = _key(name).split()
        for part in {parts[0], parts[-1]} if role in {"character", "real_person"} else {parts[-1]}:
            if len(part) > 2:
                bearers.setdefault(part, set()).add(name)
    return {part: min(names, key=len) for part, names in bearers.items()}


def _key(name: str) -> str:
    return " ".join(fold_text(name).text.lower().split())
