"""Kinds of source work by family: a memoir is near an autobiographical novel and far from an article."""

from __future__ import annotations

from pipeline.records.folding import fold
from pipeline.records.likeness import Likeness

_GROUP_OF = {
    "memoir": "book", "novel": "book", "nonfiction book": "book", "book": "book", "comic": "comic", "article": "article",
    "podcast": "podcast", "radio": "podcast", "play": "play", "film": "screen", "series": "screen", "documentary": "screen", "game": "game",
    "short story": "book", "poem": "book",
}  # fmt: skip
_WORDS = {
    "autobiography": "memoir", "autobiographical novel": "novel", "novella": "novel", "diary": "memoir", "diaries": "memoir",
    "biography": "nonfiction book", "non fiction book": "nonfiction book", "nonfiction": "nonfiction book", "true crime book":
    "nonfiction book", "essay": "article", "magazine article": "article", "report": "article", "feature": "article", "story": "story",
    "musical": "play", "stage play": "play", "stage show": "play", "one man show": "play", "graphic novel": "comic", "manga": "comic",
    "video game": "game", "movie": "film", "documentary series": "documentary", "docuseries": "documentary", "radio play": "podcast",
    "radio programme": "podcast", "libro": "book", "novela": "novel", "memorias": "memoir", "articulo": "article",
}  # fmt: skip
# Within books: written as fact, written as fiction.
_FICTION, _FACT = frozenset({"novel", "short story", "poem"}), frozenset({"memoir", "nonfiction book"})


def kind_of(text: str) -> str:
    """The kind's name in records ("autobiography" -> "memoir"); the folded text itself where it is none."""
    plain = fold(text)
    return _WORDS.get(plain, plain)


def compare_kinds(claimed: str, recorded: str, fair: tuple[str, ...] = ()) -> Likeness:
    """SAME: equal, fair, or "book" for anything book-like. NEAR: one family. FAR: two families. UNCLEAR: no kind that we know."""
    a, b = kind_of(claimed), kind_of(recorded)
    if a == b or a in {kind_of(f) for f in fair}:
        return Likeness.SAME
    x, y = _GROUP_OF.get(a), _GROUP_OF.get(b)
    if x is None or y is None:
        return Likeness.UNCLEAR
    if x != y:
        return Likeness.NEAR if {x, y} == {"book", "comic"} and "novel" in {a, b} else Likeness.FAR
    if a == "book" or b == "book":
        return Likeness.SAME
    return Likeness.NEAR if (a in _FICTION) != (b in _FICTION) or x != "book" or "short story" in {a, b} else Likeness.SAME


def is_other_genre(claimed: str, recorded: str, fair: tuple[str, ...] = ()) -> bool:
    """Is a book that was written as fact called fiction, or the other way round? Not where a kind of the claimed genre is fair to say."""
    a, b = kind_of(claimed), kind_of(recorded)
    wrong = next((genre for genre, other in ((_FICTION, _FACT), (_FACT, _FICTION)) if a in genre and b in other), None)
    return wrong is not None and not wrong & {kind_of(f) for f in fair}
