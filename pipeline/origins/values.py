"""The values that an article carries whatever its words: names, numbers, dates, kinds of source, quoted strings, links, in their order.

A copy that was spun or translated has other words, and the same values in much the same order. Nothing is translated: accents fold,
months, decades and number words (English and Spanish) become figures, names keep their first and last word. A value is a 64-bit hash
whose two top bits hold its kind, so that an index of a million articles is a list of numbers each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Final, Literal, NamedTuple, TypeAlias
from urllib.parse import urlsplit

from pipeline.models import Article, Link, Paragraph
from pipeline.origins.lexicon import load_lexicon
from pipeline.records.folding import to_ascii

Kind: TypeAlias = Literal["name", "word", "number", "special"]
KINDS: Final[tuple[Kind, ...]] = ("name", "word", "number", "special")
MAX_VALUES: Final = 120  # the first so many of an article count: a list without end must not match everything

# Capitalised words with what joins them, figures with their endings, and whatever else is a word.
_TOKEN: Final = re.compile(
    r"[^\W\d_]+(?:['’´.-][^\W\d_]+)*\.?|'?\d[\d.,]*\d(?:s\b|st\b|nd\b|rd\b|th\b)?|'?\d(?:st\b|nd\b|rd\b|th\b)?|[.!?:;,()\[\]\"“”«»|]"
)
_QUOTED: Final = re.compile(r"[\"“«]([^\"“”«»]{12,200})[\"”»]")
_POSSESSIVE: Final = re.compile(r"['’´]s?$|['’´]s\b")
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_ENDS: Final = frozenset('.!?:;()[]"“”«»|')
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_HUNDREDS: Final = {"100", "1000"}
_COMMA: Final = ","
_SIGNS: Final = _ENDS | {_COMMA}
_NO_FIGURE: Final[tuple[list[str], int]] = ([], 0)


def read_values(paragraphs: Iterable[Paragraph], links: Iterable[Link] = (), own_host: str = "") -> list[str]:
    """Distinct values in the order of their first mention, as "kind:value" texts; at most MAX_VALUES.

    ``own_host``: links to it are furniture. Captions do not count, headings and lines in capitals give no names.
    """
    found: list[str] = []
    for block in paragraphs:
        if block.kind != "caption":
            _read_block(block, found)
    found += [f"special:l {address}" for link in links if (address := _read_link(link.href, own_host))]
    return list(dict.fromkeys(_settle_names(found)))[:MAX_VALUES]


def read_article_values(article: Article) -> list[str]:
    """The article's values; its title, which every site words anew, is left out."""
    return read_values(article.paragraphs, article.links, (urlsplit(article.url).hostname or "") if article.url else "")


@lru_cache(maxsize=200_000)
def hash_value(value: str) -> int:
    """The value as an unsigned 64-bit number, its kind in the two top bits."""
    kind = KINDS.index(value.split(":", 1)[0])
    digest = int.from_bytes(blake2b(value.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    return (digest >> 2) | (kind << 62)


def kind_of(hashed: int) -> Kind:
    """The kind of a hashed value."""
    return KINDS[hashed >> 62]


def name_value(words: list[str]) -> str | None:
    """Folded words of a name as a value: one word, or first and last; None when nothing is left of it."""
    lexicon = load_lexicon()
    while words and (words[0] in lexicon.openers or words[0] in lexicon.honorifics or words[0] in lexicon.joiners):
        words = words[1:]
    while words and words[-1] in lexicon.joiners:
        words = words[:-1]
    words = [w for w in words if w not in lexicon.generic] or words
    if not words or (len(words) == 1 and len(words[0]) < 3):
        return None
    return f"word:{words[0]}" if len(words) == 1 else f"name:{words[0]} {words[-1]}"


class Look(NamedTuple):
    """A token by itself. ``begins_figure``: a number, a date or a kind of source may begin here; ``ends_name``: a name ends with it."""

    folded: str
    begins_figure: bool
    is_capital: bool
    ends_name: bool
    ends_sentence: bool


@lru_cache(maxsize=100_000)
def fold_word(token: str) -> str:
    """A token in lower-case ASCII letters and digits, possessive gone."""
    return _NOT_WORD.sub("", _POSSESSIVE.sub("", to_ascii(token).rstrip(".")).lower())


def _read_block(block: Paragraph, found: list[str]) -> None:
    """Adds the values of one block. Written out, since it sees every word of every article."""
    text = block.text
    tokens = _TOKEN.findall(text)
    looks = list(map(_look_at, tokens))
    small = looks.count(None) - tokens.count(_COMMA)
    shouting = block.kind != "fact_row" and _shouts(tokens, small, 0.5 if block.kind == "heading" else 0.9)
    found += (f"special:q {folded}" for quoted in _QUOTED.findall(text) if len((folded := _fold_all(quoted)).split()) >= 4)
    run: list[str] = []
    opens = True  # the next word opens a sentence
    began_open = False
    joiners = load_lexicon().joiners
    unread = 0  # the first token that was not looked at
    for place, look in enumerate(looks):
        if look is None or place < unread:
            continue
        folded, begins_figure, is_capital, ends_name, ends_sentence = look
        if place > unread:  # ordinary words or a comma in between
            if run:
                _close(run, began_open, found)
                run = []
            opens = False
        unread = place + 1
        figure: list[str] = []
        if begins_figure:
            figure, width = _read_figure(tokens, place)
            unread = place + max(width, 1)
        if is_capital and not shouting and not figure:
            began_open = opens if not run else began_open
            run.append(folded)
            if ends_name:
                _close(run, began_open, found)
                run = []
        elif run and folded in joiners and _continues(tokens, place):
            run.append(folded)
        else:
            if run:
                _close(run, began_open, found)
                run = []
            found += figure
        opens = ends_sentence
    if run:
        _close(run, began_open, found)


def _ends_sentence(token: str) -> bool:
    """A word with its full stop: neither an initial nor a short form such as "Mr."."""
    return token.endswith(".") and (token[0].islower() or len(token) > 4)


def _continues(tokens: list[str], place: int) -> bool:
    """Does a capitalised word follow the joiner at this place?"""
    following = tokens[place + 1 : place + 2]
    return bool(following) and following[0][0].isupper()


def _close(run: list[str], began_open: bool, found: list[str]) -> None:
    """Adds the value of a finished run of capitalised words. A lone word that opens a sentence is marked: it may be no name."""
    value = name_value(run)
    if value:
        found.append(f"?{value}" if began_open and len(run) == 1 else value)


def _settle_names(found: list[str]) -> Iterator[str]:
    """Lone words that are part of a fuller name said here are that name; those that only ever open sentences are dropped."""
    names = dict.fromkeys(v for v in found if v.startswith("name:"))
    parts: dict[str, str] = {}
    for name in names:
        for word in name[5:].split():
            parts.setdefault(word, name)
    sure = {v for v in found if v.startswith("word:")}
    for value in found:
        bare = value.lstrip("?")
        if bare.startswith("word:"):
            fuller = parts.get(bare[5:])
            if fuller:
                yield fuller
            elif not value.startswith("?") or bare in sure:
                yield bare
        else:
            yield bare


@cache
def _kind_openers() -> frozenset[str]:
    """First words of the kinds of source: nearly every word is none, and need not be joined to those behind it."""
    return frozenset(phrase.split(" ", 1)[0] for phrase in load_lexicon().kinds)


def _shouts(tokens: list[str], plain: int, share: float) -> bool:
    """Whether so large a share of at least three words begins with a capital; ``plain``: how many are known not to."""
    if plain > (1 - share) * len(tokens):
        return False
    words = [t for t in tokens if t[0].isalpha()]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= share * len(words)


@lru_cache(maxsize=100_000)
def _look_at(token: str) -> Look | None:
    """What a token may be by itself; None for an ordinary small word and a comma: part of no name, and no sentence ends with it."""
    plain = token.isascii() and token.isalpha()  # nothing of it to fold but its case
    if (plain and token.islower() and token not in _telling_words()) or token == _COMMA:
        return None
    folded = token.lower() if plain else fold_word(token)
    joined = "-" in token or "'" in token or "’" in token
    figure = joined or (token not in _SIGNS and not token[0].isalpha()) or folded in _figure_words()
    small = token[0].isalpha() and not token[0].isupper() and token[-1] != "."
    if not figure and small and folded not in load_lexicon().joiners:
        return None
    stops = token[-1] == "." and _ends_sentence(token)
    capital = token[0].isupper() and token[0].isalpha()
    return Look(folded, figure, capital, stops or token.endswith(("'s", "’s")), stops or token in _ENDS)


@cache
def _figure_words() -> frozenset[str]:
    """Folded words with which a number, a date or a kind of source may begin."""
    lexicon = load_lexicon()
    return _kind_openers().union({"anos", "los"}, lexicon.decades, lexicon.months, lexicon.numbers, lexicon.ordinals)


@cache
def _telling_words() -> frozenset[str]:
    """Small words that mean something by themselves."""
    return _figure_words() | load_lexicon().joiners


def _read_figure(tokens: list[str], place: int) -> tuple[list[str], int]:
    """Values of the number, date or kind of source at this place, and how many tokens they took."""
    lexicon = load_lexicon()
    token, folded = tokens[place], fold_word(tokens[place])
    if folded in _kind_openers():
        for width in (3, 2, 1):
            phrase = " ".join(fold_word(t) for t in tokens[place : place + width])
            if phrase in lexicon.kinds and len(tokens[place : place + width]) == width:
                return [f"special:k {lexicon.kinds[phrase]}"], width
    if token[0].isdigit() or token[0] == "'":
        return _read_digits(tokens, place)
    if folded in {"anos", "los"} and place + 1 < len(tokens) and fold_word(tokens[place + 1]) in lexicon.decades:
        return [f"number:{lexicon.decades[fold_word(tokens[place + 1])]}s"], 2
    if folded in lexicon.decades and folded not in lexicon.numbers:
        return [f"number:{lexicon.decades[folded]}s"], 1
    if folded in lexicon.months and (token[0].isupper() or place + 1 < len(tokens)):
        return _read_month(tokens, place)
    if folded in lexicon.numbers or "-" in token or (place + 1 < len(tokens) and fold_word(tokens[place + 1]) == "y"):
        return _read_number_words(tokens, place)
    if folded in lexicon.ordinals and token.islower():
        return [f"number:{lexicon.ordinals[folded]}"], 1
    return [], 0


def _read_digits(tokens: list[str], place: int) -> tuple[list[str], int]:
    bare = tokens[place].lower().strip("'").rstrip(".,")
    if bare.endswith("s"):
        return [f"number:{bare[:-1][-2:]}s"], 1
    bare = re.sub(r"(st|nd|rd|th)$", "", bare).replace(",", "").replace(".", "")
    before = [fold_word(t) for t in tokens[max(place - 2, 0) : place]]
    if _YEAR.fullmatch(bare):
        decade = before[-1:] in (["decada"], ["anos"]) or before[-2:] == ["decada", "de"]
        return ([f"number:{bare[-2:]}s"] if decade else [f"number:{bare}"]), 1
    if before[-1:] == ["anos"] and len(bare) == 2:
        return [f"number:{bare}s"], 1
    month = _month_at(tokens, place + 1) or (
        _month_at(tokens, place + 2) if fold_word("".join(tokens[place + 1 : place + 2])) in {"de", "of"} else None
    )
    if month and len(bare) <= 2:
        return [f"number:{month}-{bare.zfill(2)}"], 1
    return ([f"number:{bare.lstrip('0')}"] if bare.strip("01") or len(bare) > 1 else []), 1


def _month_at(tokens: list[str], place: int) -> str | None:
    return load_lexicon().months.get(fold_word(tokens[place])) if place < len(tokens) else None


def _read_month(tokens: list[str], place: int) -> tuple[list[str], int]:
    """ "November 8", "November 2018" and "noviembre de 2018"; a month alone, and "may" as a verb, say nothing."""
    month = load_lexicon().months[fold_word(tokens[place])]
    rest = [t for t in tokens[place + 1 : place + 3] if fold_word(t) not in {"de", "of", "del", ""}]
    if rest and re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", rest[0]):
        return [f"number:{month}-{re.sub(r'[a-z]+$', '', rest[0]).zfill(2)}"], tokens.index(rest[0], place) - place + 1
    if rest and _YEAR.fullmatch(rest[0].rstrip(".,")):
        return [f"number:{rest[0][:4]}-{month}", f"number:{rest[0][:4]}"], tokens.index(rest[0], place) - place + 1
    return [], 1 if tokens[place][0].isupper() else 0


def _read_number_words(tokens: list[str], place: int) -> tuple[list[str], int]:
    """ "twenty-two", "treinta y ocho", "eight"; of compounds with something else ("two-woman") nothing."""
    numbers = load_lexicon().numbers
    parts = [fold_word(p) for p in re.split(r"[-’']", tokens[place])]
    if len(parts) == 2 and all(p in numbers for p in parts):
        return [f"number:{int(numbers[parts[0]]) + int(numbers[parts[1]])}"], 1
    first = numbers.get(parts[0])
    if first is None:
        return [], 0
    following = [fold_word(t) for t in tokens[place + 1 : place + 3]]
    if len(following) == 2 and following[0] == "y" and following[1] in numbers and int(first) >= 20:
        return [f"number:{int(first) + int(numbers[following[1]])}"], 3
    return ([f"number:{first}"] if first not in _HUNDREDS else []), 1


def _read_link(href: str, own_host: str) -> str | None:
    try:
        parts = urlsplit(href)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if not host or host == own_host.removeprefix("www.") or parts.path in ("", "/"):
        return None
    return f"{host}{parts.path.rstrip('/')}"


def _fold_all(text: str) -> str:
    return " ".join(w for w in (fold_word(t) for t in _TOKEN.findall(text)) if w)
