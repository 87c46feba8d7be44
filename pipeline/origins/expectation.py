"""Which values anybody who writes about a work would mention: those on its record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import ahocorasick_rs

from pipeline.models import Fact, Paragraph, RecordBook, Show
from pipeline.origins.values import fold_word, hash_value, read_values
from pipeline.records.folding import fold

_QUALIFIERS: Final = ("value", "author", "kind", "year", "publisher", "character", "real_person", "when", "where", "note", "scope")


@dataclass(slots=True)
class Expectations:
    """Values on record by show; built once a run. A record is read when its work is first asked for: a night names few of them."""

    _shows: Mapping[str, Show] = field(default_factory=dict)
    _titles: tuple[tuple[str, str], ...] = ()
    _finder: ahocorasick_rs.AhoCorasick | None = None
    _values: dict[str, frozenset[int]] = field(default_factory=dict)

    def find_shows(self, texts: Iterable[str]) -> frozenset[str]:
        """Slugs of the works whose title stands in the texts, as words; one too many does no harm here."""
        if self._finder is None:
            return frozenset()
        text = f" {fold.__wrapped__(' '.join(texts))} "  # not through the cache, which would keep every body
        return frozenset(self._titles[number][1] for number, _, _ in self._finder.find_matches_as_indexes(text, overlapping=True))

    def expected_of(self, shows: Iterable[str]) -> frozenset[int]:
        """Every value on record for these works."""
        return frozenset().union(*map(self._values_of, shows))

    def _values_of(self, slug: str) -> frozenset[int]:
        if slug not in self._values:
            show = self._shows.get(slug)
            self._values[slug] = _read_record(show) if show else frozenset()
        return self._values[slug]


def expect_from(book: RecordBook) -> Expectations:
    """What the records lead one to expect. An empty book expects nothing."""
    titles = tuple((f" {fold(title)} ", slug) for slug, show in book.shows.items() for title in show.titles if fold(title))
    finder = ahocorasick_rs.AhoCorasick([title for title, _ in titles]) if titles else None
    return Expectations(book.shows, titles, finder)


def _read_record(show: Show) -> frozenset[int]:
    texts = [*show.titles, show.format, str(show.year or "")]
    for fact in show.facts:
        texts += _texts_of(fact)
    found = set(read_values(Paragraph(text, "fact_row") for text in texts if text))
    words = {f"word:{word}" for text in texts for word in map(fold_word, text.split()) if len(word) > 2}
    names = {value for text in texts for value in _pair_ends(text)}
    return frozenset(map(hash_value, found | words | names))


def _texts_of(fact: Fact) -> list[str]:
    told = [getattr(fact, name) for name in _QUALIFIERS]
    return [str(value) for value in (*told, *fact.fair_kinds, *fact.fair_years, *fact.fair_values) if value]


def _pair_ends(text: str) -> set[str]:
    """Every name that a text of several names could be read as: each pair of words within four of one another."""
    words = [w for w in map(fold_word, text.split()) if w]
    return {f"name:{a} {b}" for i, a in enumerate(words) for b in words[i + 1 : i + 5]}
