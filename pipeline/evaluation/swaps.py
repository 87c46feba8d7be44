"""True articles with one to three facts swapped for others of the same type, each false as far as the records tell.

Where the new value comes from, by kind: a person (and a part, where its own work has no other left) from the records of other works; a part
from its own work; a place from other records; a brand and a medium from lists below; a number or a day is moved as far as writers move it
(swap_values.py). Draws are seeded with the article's name: the suite is the same every time. A candidate is dropped where the new value
could be true (it is on record for the work, or shares a name with somebody who is), or where the old one cannot be taken out of the article
without touching something else. A person or a brand goes out of the whole article, any other fact wherever a marked statement of
it stands; a number that would still stand elsewhere beside its unit is not swapped at all.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from pipeline.evaluation.samples import Sample, Statement, text_at, with_texts
from pipeline.evaluation.swap_values import (
    draw_count,
    draw_day,
    find_name,
    is_out,
    is_plain_name,
    list_parts,
    list_restated,
    shape_name,
    strip_title,
)
from pipeline.models import Article, Fact, RecordBook, Show
from pipeline.records.folding import words
from pipeline.records.likeness import Likeness
from pipeline.records.media import compare_kinds
from pipeline.records.place_names import compare_places, find_places

SwapKind = Literal["person", "date", "number", "medium", "place", "platform", "role"]
MOST_SWAPS = 3
MAKER_RELATIONS = ("creator", "writer", "director", "producer")


@dataclass(frozen=True, slots=True)
class Swap:
    """One fact taken out for a false one. ``everywhere``: in all of the article (a name), or only where the statement stands and where it
    is ``restated``.

    ``reachable``: "contradicted" could be earned from the record (the property is complete, or a holder or value is on record).
    """

    kind: SwapKind
    statement: Statement
    replacements: tuple[tuple[str, str], ...]
    everywhere: bool
    reachable: bool
    restated: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Swapped:
    """The article after its swaps, and where each left its mark: (number of the swap, paragraph, start, end)."""

    article: Article
    swaps: tuple[Swap, ...]
    marks: tuple[tuple[int, int, int, int], ...]


class Swapper:
    """Makes swaps from one record book."""

    def __init__(self, book: RecordBook) -> None:
        self._book = book
        self._pools = {kind: sorted(values) for kind, values in _collect_pools(book).items()}
        self._makers: Mapping[str, Callable[[Statement, Show, Article, random.Random], Iterator[Swap]]] = {
            "cast_member": self._swap_cast, "premiere_date": self._swap_date, "episode_count": self._swap_number,
            "season_count": self._swap_number, "based_on": self._swap_source, "setting_place": self._swap_place,
            "platform": self._swap_platform, **dict.fromkeys(MAKER_RELATIONS, self._swap_person),
        }  # fmt: skip

    def list_swaps(self, sample: Sample) -> list[Swap]:
        """Every possible single swap of the sample's true statements, in an order drawn for it; at most one per statement and kind, and
        one for a fact that is stated more than once."""
        rng = random.Random(f"swap {sample.id}")  # noqa: S311 - reproducible, not secret
        show = self._book.shows.get(sample.show or "")
        if show is None:
            return []
        swaps: list[Swap] = []
        for statement in sample.statements:
            if statement.show == show.slug and statement.relation in self._makers:
                for swap in self._makers[statement.relation](statement, show, sample.article, rng):
                    if not any(s.kind == swap.kind and statement in s.restated for s in swaps):
                        swaps.append(swap if swap.everywhere else replace(swap, restated=_restate(swap, sample)))
        swaps = [s for s in swaps if s.kind != "number" or not _is_left(s, sample.article)]
        rng.shuffle(swaps)
        return swaps

    def _swap_person(self, statement: Statement, show: Show, article: Article, rng: random.Random) -> Iterator[Swap]:
        reachable = statement.relation in show.complete
        yield from self._replace_name(statement, show, article, rng, "maker", str(statement.object.get("value", "")), reachable)

    def _swap_cast(self, statement: Statement, show: Show, article: Article, rng: random.Random) -> Iterator[Swap]:
        actor, character = str(statement.object.get("value", "")), str(statement.object.get("character", ""))
        held = _find_role(show, actor, character)
        yield from self._replace_name(statement, show, article, rng, "actor", actor, held is not None)
        if held is None:
            return
        names = (character, str(held.character))
        shown = find_name(names, _quote(statement, article), apart_from=actor)
        if shown is None:
            return
        taken = set(words(article.text))
        parts = [p for full in list_parts(held, show) if not set(words(p := shape_name(full, shown, names))) & taken]
        drawn = None if parts else self._draw("character", show, article, rng)
        new = rng.choice(parts) if parts else drawn and shape_name(drawn, shown, names)
        if new:
            yield Swap("role", statement, ((shown, new),), False, True)

    def _swap_source(self, statement: Statement, show: Show, article: Article, rng: random.Random) -> Iterator[Swap]:
        reachable = "based_on" in show.complete
        author = str(statement.object.get("author", ""))
        if len(author.split()) > 1:
            yield from self._replace_name(statement, show, article, rng, "author", author, reachable)
        quote = _quote(statement, article)
        shown = re.search(_KIND_WORDS, quote, re.IGNORECASE)
        known = [(f.kind, f.fair_kinds) for f in show.facts_of("based_on") if f.kind]
        far = [w for w in _FAR_KINDS[_language(article)] if known and all(_is_far(w, k, fair) for k, fair in known)]
        if shown and far:
            yield Swap("medium", statement, ((shown.group(), rng.choice(far)),), False, reachable)

    def _swap_date(self, statement: Statement, show: Show, article: Article, rng: random.Random) -> Iterator[Swap]:
        quote, value = _quote(statement, article), str(statement.object.get("value", ""))
        published = article.published.date() if article.published else None
        reachable = "premiere_date" in show.complete and is_out(value, published)
        changed = draw_day(value, quote, show, published, _language(article), rng)
        if changed is not None:
            yield Swap("date", statement, (changed,), False, reachable)

    def _swap_number(self, statement: Statement, show: Show, article: Article, rng: random.Random) -> Iterator[Swap]:
        value = statement.object.get("value")
        table = _NUMBER_WORDS[_language(article)]
        if not isinstance(value, int) or not 0 < value < len(table):
            return
        quote = _quote(statement, article)
        shown = next((w for w in (table[value], str(value)) if re.search(rf"\b{w}\b", quote, re.IGNORECASE)), None)
        taken = {int(v) for f in show.facts_of("episode_count", "season_count") for v in (f.value, *f.fair_values) if str(v).isdigit()}
        new = draw_count(value, taken, len(table) - 1, rng)
        if shown and new is not None:
            closed = (show.format != "series" or "season" in statement.object) and "part" not in statement.object
            forms = ((table[value], table[new]), (str(value), str(new)))
            yield Swap("number", statement, forms, False, closed and statement.relation in show.complete)

    def _swap_place(self, statement: Statement, show: Show, article: Article, rng: random.Random) -> Iterator[Swap]:
        place, quote = str(statement.object.get("value", "")).split(",")[0], _quote(statement, article)
        known = [str(f.value) for f in show.facts_of("setting_place")]
        far = [p for p in self._pools["place"] if known and all(compare_places(p, k) is Likeness.FAR for k in known)]
        if _occurs(place, quote) and far:
            yield Swap("place", statement, ((place, rng.choice(far)),), False, bool(_SET_IN.search(quote)))

    def _swap_platform(self, statement: Statement, show: Show, article: Article, rng: random.Random) -> Iterator[Swap]:
        brand = str(statement.object.get("value", ""))
        known = {words(str(f.value))[0] for f in show.facts_of("platform", "production_company") if words(str(f.value))}
        free = [b for b in _BRANDS if words(b)[0] not in known and not _occurs(b, article.text)]
        if free and _occurs(brand, _quote(statement, article)):
            yield Swap("platform", statement, ((brand, rng.choice(free)),), True, "platform" in show.complete)

    def _replace_name(
        self, statement: Statement, show: Show, article: Article, rng: random.Random, pool: str, name: str, reachable: bool
    ) -> Iterator[Swap]:
        """A person for another one throughout the article, full name and surname; nothing where that would touch somebody else's name."""
        if len(name.split()) < 2 or not _occurs(name, article.text) or not _is_alone(name, show):
            return
        new = self._draw(pool, show, article, rng)
        if new:
            yield Swap("person", statement, ((name, new), (name.rsplit(maxsplit=1)[-1], new.rsplit(maxsplit=1)[-1])), True, reachable)

    def _draw(self, pool: str, show: Show, article: Article, rng: random.Random) -> str | None:
        """A name of that pool which shares no word with anybody on record for the show, or with the article."""
        taken = {w for f in show.facts for text in _names_in(f) for w in words(text)} | set(words(article.text)) | set(words(show.title))
        values = self._pools[pool]
        for _ in range(20):
            name = rng.choice(values)
            if not taken & set(words(name)):
                return name
        return None


def apply_swaps(article: Article, swaps: tuple[Swap, ...]) -> Swapped | None:
    """The article with the swaps made; None where two of them meet in one place."""
    edits: dict[int, list[tuple[int, int, str, int]]] = {i: [] for i in range(len(article.paragraphs) + 1)}
    for number, swap in enumerate(swaps):
        before = sum(len(e) for e in edits.values())
        for place, start, end in _list_places(article, swap):
            edits[place] += [e for e in _find_edits(text_at(article, place), swap, number, start, end) if e not in edits[place]]
        if sum(len(e) for e in edits.values()) == before:
            return None
    marks: list[tuple[int, int, int, int]] = []
    texts: dict[int, str] = {}
    for place, changes in edits.items():
        changes.sort()
        if any(a[1] > b[0] for a, b in pairwise(changes)):
            return None
        texts[place] = _edit(text_at(article, place), changes, place, marks)
    return Swapped(with_texts(article, texts), swaps, tuple(marks))


def _list_places(article: Article, swap: Swap) -> Iterator[tuple[int, int, int]]:
    """Where the fact goes out: (paragraph, start, end)."""
    if swap.everywhere:
        yield from ((place, 0, len(text_at(article, place))) for place in range(len(article.paragraphs) + 1))
    else:
        yield from ((s.paragraph, s.start, s.end) for s in (swap.statement, *swap.restated))


def _restate(swap: Swap, sample: Sample) -> tuple[Statement, ...]:
    """The other statements of the fact in which the words that go out stand as well."""
    kind = swap.kind if swap.kind != "date" else "year" if swap.replacements[0][0].isdigit() else "month"
    same = list_restated(swap.statement, sample.statements, kind)
    return tuple(s for s in same if any(_occurs(old, _quote(s, sample.article), any_case=True) for old, _ in swap.replacements))


def _is_left(swap: Swap, article: Article) -> bool:
    """After the swap, does the old number still stand somewhere beside the word for what is counted?"""
    made = apply_swaps(article, (swap,))
    old = "|".join(old for old, _ in swap.replacements)
    left = re.compile(rf"\b(?:{old})[ -](?:[\w-]+ )?(?:{_UNITS[swap.statement.relation]})", re.IGNORECASE)
    return made is not None and any(left.search(text_at(made.article, place)) for place in range(len(made.article.paragraphs) + 1))


def _find_edits(text: str, swap: Swap, number: int, start: int, end: int) -> Iterator[tuple[int, int, str, int]]:
    done: list[tuple[int, int]] = []
    for old, new in swap.replacements:
        for found in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", text, 0 if old[:1].isupper() else re.IGNORECASE):
            if start <= found.start() and found.end() <= end and not any(a < found.end() and found.start() < b for a, b in done):
                done.append(found.span())
                yield (*found.span(), new[:1].upper() + new[1:] if found.group()[:1].isupper() else new, number)


def _edit(text: str, changes: list[tuple[int, int, str, int]], place: int, marks: list[tuple[int, int, int, int]]) -> str:
    pieces: list[str] = []
    at = length = 0
    for start, end, new, number in changes:
        pieces += [text[at:start], new]
        length += start - at
        marks.append((number, place, length, length + len(new)))
        length += len(new)
        at = end
    return "".join([*pieces, text[at:]])


# --- what values are drawn from -------------------------------------------------------------------------------------

_KIND_WORDS = (
    r"\b(?:autobiography|memoir|novel|non-?fiction book|book|biography|magazine article|article|podcast|"
    r"novela|memorias|autobiografía|libro|artículo|pódcast)\b"
)
_FAR_KINDS = {"en": ("podcast", "stage play", "magazine article", "comic", "video game", "novel"), "es": ("podcast", "artículo", "novela")}
_BRANDS = ("Netflix", "Hulu", "HBO", "Peacock", "Apple TV+", "Paramount+", "Disney+", "Showtime", "ITV")
_SET_IN = re.compile(r"\b(?:set (?:in|on|against)|takes place in|ambientad[ao] en|transcurre en|se sitúa en)\b", re.IGNORECASE)
_UNITS = {
    "episode_count": r"(?:episode|part|chapter|instal|hour|episodio|capítulo|entrega|parte|hora)",
    "season_count": r"(?:season|series\b|temporada)",
}
_NUMBERS_EN = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS_ES = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce"
_NUMBER_WORDS = {"en": tuple(_NUMBERS_EN.split()), "es": tuple(_NUMBERS_ES.split())}


def _collect_pools(book: RecordBook) -> dict[str, set[str]]:
    pools: dict[str, set[str]] = {"actor": set(), "maker": set(), "author": set(), "character": set(), "place": set()}
    for show in book.shows.values():
        for fact in show.facts:
            pool = {"cast_member": "actor", "creator": "maker", "director": "maker", "writer": "maker"}.get(fact.property)
            if pool and is_plain_name(str(fact.value)):
                pools[pool].add(str(fact.value))
            if fact.author and is_plain_name(fact.author):
                pools["author"].add(fact.author)
            if fact.character and is_plain_name(strip_title(fact.character)):
                pools["character"].add(strip_title(fact.character))
            if fact.property in {"setting_place", "filming_location"}:
                head = str(fact.value).split(",")[0]
                if find_places(head) and head.replace(" ", "").isalpha() and len(head.split()) < 3:
                    pools["place"].add(head)
    return pools


def _names_in(fact: Fact) -> tuple[str, ...]:
    return tuple(str(v) for v in (fact.value, fact.author, fact.character, fact.real_person) if v)


def _is_alone(name: str, show: Show) -> bool:
    """Nobody and nothing else on record for the show, and not its title, carries the surname."""
    surname = words(name)[-1]
    others = (text for f in show.facts for text in _names_in(f) if words(text) != words(name))
    return not any(surname in words(text) for text in (*show.titles, *others))


def _find_role(show: Show, actor: str, character: str) -> Fact | None:
    """The fact that gives exactly this part to this actor, and nobody else's part is his."""
    mine = [f for f in show.facts_of("cast_member") if words(str(f.value)) == words(actor) and f.character]
    if len(mine) != 1 or not character:
        return None
    return mine[0] if set(words(character)) & set(words(str(mine[0].character))) else None


def _language(article: Article) -> str:
    return "es" if article.language == "es" else "en"


def _quote(statement: Statement, article: Article) -> str:
    return text_at(article, statement.paragraph)[statement.start : statement.end]


def _occurs(text: str, inside: str, *, any_case: bool = False) -> bool:
    return bool(text) and bool(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", inside, re.IGNORECASE if any_case else 0))


def _is_far(kind: str, recorded: str, fair: tuple[str, ...]) -> bool:
    return compare_kinds(kind, recorded, fair) is Likeness.FAR
