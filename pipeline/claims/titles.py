"""Titles of recorded works in an article, told from the plain words they are made of.

Every title of every work is looked up in one automaton. An occurrence counts by how it is written: capitals, quotation marks, a year, a
platform or a word for a work beside it. A title inside a longer capitalised phrase is another thing's name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import ahocorasick_rs
import re2

from pipeline.claims.gazetteer import on_word_boundaries
from pipeline.claims.lexicon import phrases, words
from pipeline.claims.text import fold_text
from pipeline.models import RecordBook, Show

LOWER_LENGTH = 4  # from so many words on, it is known without capitals
PLAIN_LENGTH = 3  # from so many words on, a title written in capitals is hardly anything else


@dataclass(frozen=True, slots=True)
class Title:
    """One title of one or more works."""

    text: str  # folded, with its capitals
    shows: tuple[str, ...]
    main: bool  # the title or original title of the work, not a further alias
    words: int


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title in folded text. ``weight`` 0..1: how sure it is that the work is meant, judged by its surroundings alone."""

    start: int
    end: int
    title: Title
    weight: float
    cued: bool  # beside a word for a work, a platform, a year of the record, or alone in quotation marks
    other_year: int | None = None  # "(1996)" behind it, not the record's
    quoted: bool = False
    viewed: bool = False  # "watched X", "finished X"
    medium: str | None = None  # "book", "podcast", "film" ...: the source or a namesake of another kind is meant


class TitleFinder:
    """Finds titles; built once per record book, its speed does not depend on the number of titles."""

    def __init__(self, book: RecordBook) -> None:
        table: dict[str, tuple[str, list[str], bool]] = {}
        for slug, show in book.shows.items():
            for text, main in _spellings(show):
                key = text.lower()
                shown, slugs, was_main = table.get(key, (text, [], False))
                table[key] = (shown, [*slugs, slug] if slug not in slugs else slugs, was_main or main)
        self._titles = [Title(text, tuple(slugs), main, len(text.split())) for text, slugs, main in table.values()]
        self._years = {slug: show.year for slug, show in book.shows.items()}
        self._automaton = ahocorasick_rs.AhoCorasick([t.text.lower() for t in self._titles] or ["\0"])

    def find(self, folded: str, headline: bool = False) -> list[TitleHit]:
        """Titles in folded, case-preserved text, longest first, none overlapping. In a headline capitals mean nothing."""
        lower = folded.lower()
        found = [
            (s, e, i) for i, s, e in self._automaton.find_matches_as_indexes(lower, overlapping=True) if on_word_boundaries(lower, s, e)
        ]
        if not found:
            return []
        found.sort(key=lambda f: (f[0] - f[1], f[0]))
        taken = bytearray(len(folded) + 1)
        hits = []
        for start, end, index in found:
            if any(taken[start:end]):
                continue
            hit = self._judge(folded, lower, start, end, self._titles[index], headline)
            if hit is None:
                continue
            taken[start:end] = b"\1" * (end - start)
            hits.append(hit)
        return sorted(hits, key=lambda h: h.start)

    def _judge(self, folded: str, lower: str, start: int, end: int, title: Title, headline: bool) -> TitleHit | None:
        surface = folded[start:end]
        careless = folded == lower  # a writer who uses no capitals at all
        capitalised = _matches_case(surface, title.text)
        unmarked = not capitalised and title.main and title.words >= LOWER_LENGTH  # "the <title> true story", as typed into a search box
        if not capitalised and not unmarked and not (careless and title.words >= 2):
            return None
        quoted = is_quoted(folded, start, end)
        if not quoted and _runs_on(folded, start, end, headline, title):
            return None
        before = lower[max(0, start - 40) : start]
        medium = _medium_beside(before, lower, end)
        year = _YEAR_BEHIND.match(folded, end) or _YEAR_BEFORE.search(before)
        stated = int(year.group(1)) if year else None
        fits = any(self._fits(slug, stated) for slug in title.shows)
        viewed = bool(_VIEWED.search(before))
        cued = quoted or viewed or (stated is not None and fits) or bool(_cue(lower, start, end))
        base = 0.9 if title.words >= PLAIN_LENGTH else 0.6 if title.words == PLAIN_LENGTH - 1 else 0.3
        if careless or not title.main or unmarked:
            base *= 0.6
        if base < 0.9 and _opens_sentence(folded, start) and not cued and title.words == 1:
            base *= 0.5
        hit = TitleHit(start, end, title, min(1.0, base + (0.5 if cued else 0.0)), cued, None, quoted, viewed, medium)
        return replace(hit, other_year=stated) if stated is not None and not fits else hit

    def _fits(self, slug: str, stated: int | None) -> bool:
        year = self._years[slug]
        return stated is None or year is None or -1 <= stated - year <= 8


_YEAR_BEHIND = re2.compile(r"[\"']?,? ?\((?:[A-Za-z+ ]{1,20}, )?(?:from )?((?:19|20)\d\d)\b")
_YEAR_BEFORE = re2.compile(
    r"\b((?:19|20)\d\d) (?:[a-z-]+ ){0,2}(?:film|movie|documentary|docuseries|series|miniseries|drama|"
    r"adaptation|version|biopic|remake|pelicula|serie),? [\"']?$"
)
_MEDIUM_BEFORE = re2.compile(
    r"\b(novel|novella|book|memoir|autobiography|biography|podcast|article|album|song|play|musical|opera|game|"
    r"comic|bestseller|docuseries|documentary series|"
    r"libro|novela|memorias)(?: called| titled| entitled)?,? [\"']?$"
)
_MEDIUM_AFTER = re2.compile(
    r"^[\"']?,? (?:the |a |his |her |their )?(?:hit |best-selling |bestselling |original )?(novel|book|memoir|podcast|album|song|musical)\b"
)


def _medium_beside(before: str, lower: str, end: int) -> str | None:
    found = _MEDIUM_BEFORE.search(before) or _MEDIUM_AFTER.search(lower[end : end + 40])
    return found.group(1) if found else None


_VIEWED = re2.compile(
    r"\b(?:watch(?:ed|ing)?|re-?watch(?:ed|ing)?|finish(?:ed|ing)?|binged?|bingeing|binge-watch(?:ed|ing)?|"
    r"sat down with|sit down with|start(?:ed|ing)|most of|"
    r"through) [\"']?$"
)
_WORK = (
    r"(?:series|show|drama|miniseries|mini-series|film|movie|biopic|thriller|docudrama|dramedy|adaptation|"
    r"programme|documentary|flick|saga|serie|pelicula|miniserie)"
)
_BEFORE = re2.compile(
    rf"(?:\b{_WORK}s?(?: called| titled| entitled| named)?,? [\"']?|\b(?:season|episodes?|seasons|series|cast|"
    rf"finale|makers|creators?|stars?|director|"
    rf"writers?|review|adaptation|plot|opening|ending|world|premiere|success|viewers|fans|temporada|episodios|"
    rf"elenco|reparto) (?:\d |one |two |three )?(?:of|de) [\"']?|"
    rf"\b(?:stream(?:ed|ing)?|like|seen|ver) [\"']?|is [\"']?)$"
)
_AFTER = re2.compile(
    rf"^[\"']?(?:'s)?,? ?(?:the |a |an |is a |is an |is the |la |una |es una )?(?:new |hit |latest |acclaimed |"
    rf"[a-z]+-part |[a-z]+-episode |[a-z]+ ){{0,3}}{_WORK}\b|"
    r"^[\"']?,? (?:season|episode|review|recap|ending|cast|true story|real story|trailer|finale|release date|"
    r"star|stars|creator|premiered|premieres|is based on|is not based on|"
    r"was based on|based on|follows|tells|is streaming|debuted|drops|dropped|was filmed|is set|faq|temporada|"
    r"reparto|historia real|filmed|explained|esta basada|se estrena|se estreno)\b"
)


def _platforms() -> str:
    return "|".join(re2.escape(p) for p in phrases("platforms") if len(p) > 2)


_PLATFORM_NEAR = re2.compile(
    rf"(?:(?:{_platforms()})(?:'s)?(?: (?:{_WORK}|original|limited series|hit|new|latest|[a-z]+-part|{_WORK}))* [\"']?$)"
)
_PLATFORM_AFTER = re2.compile(rf"^[\"']?,? ?(?:\(|on |for |at |from |de |en |is on |, on )?(?:{_platforms()})\b")


def _cue(lower: str, start: int, end: int) -> bool:
    before, after = lower[max(0, start - 45) : start], lower[end : end + 60]
    return bool(_BEFORE.search(before) or _PLATFORM_NEAR.search(before) or _AFTER.search(after) or _PLATFORM_AFTER.search(after))


def is_quoted(folded: str, start: int, end: int) -> bool:
    """Does the stretch stand alone in quotation marks (a comma or stop may stand inside)?"""
    if not start or folded[start - 1] not in "\"'" or end >= len(folded):
        return False
    behind = folded[end:].lstrip(",.;:!?")[:1] if folded[end] in ",.;:!?" else folded[end]
    return behind in {'"', "'"} and not (folded[end] == "'" and folded[end + 1 : end + 2].isalpha())


def _matches_case(surface: str, title: str) -> bool:
    if surface.isupper():
        return True
    return all(s.isupper() or not t.isupper() or not s.isalpha() for s, t in zip(_initials(surface), _initials(title), strict=False))


def _initials(text: str) -> list[str]:
    return [w[0] for w in text.replace("-", " ").split()]


def _opens_sentence(folded: str, start: int) -> bool:
    before = folded[:start].rstrip("\"' ")
    return not before or before[-1] in ".!?:"


def _runs_on(folded: str, start: int, end: int, headline: bool, title: Title) -> bool:
    """Is the title part of a longer name? Judged by capitalised neighbours that no sentence explains."""
    right = _RIGHT.match(folded, end)
    if right and not (headline and _title_cased(folded)):
        word = right.group(2)
        linked = right.group(1) is not None
        if (
            word.lower() not in words("around_titles")
            and not (linked and title.words >= PLAIN_LENGTH)
            and not _is_platform_at(folded, right.start(2))
        ):
            return True
    if (
        right
        and headline
        and title.words == 1
        and not right.group(1)
        and right.group(2).lower() not in words("around_titles") | words("function_words")
    ):
        return True
    sub = _SUBTITLE.match(folded, end)
    if sub and not headline and sub.group(1).lower() not in words("function_words"):
        return True
    left = _LEFT.search(folded[max(0, start - 30) : start])
    if not left or headline:
        return False
    word = left.group(1)
    lowered = word.lower()
    known = lowered in words("function_words") | words("demonyms") | words("around_titles") | words("work_nouns")
    if known or _is_platform_before(folded, start):
        return False
    at = max(0, start - 30) + left.start(1)
    return not _opens_sentence(folded, at) and title.words < PLAIN_LENGTH and not folded[at - 1 : at].isalnum()


_RIGHT = re2.compile(r" (?:(in|of|of the|in the|and the|&|at) )?([A-Z][A-Za-z'-]+)")
_SUBTITLE = re2.compile(r": ([A-Z][a-z]+)(?:[\"'.,;)]| (?:and|is|was|in|on|of|which|for)\b)")
_LEFT = re2.compile(r"(?:^|[^A-Za-z])([A-Z][A-Za-z-]+) $")


def _is_platform_at(folded: str, at: int) -> bool:
    ahead = folded[at : at + 24].lower()
    return any(ahead.startswith(p) for p in phrases("platforms"))


def _is_platform_before(folded: str, start: int) -> bool:
    behind = folded[max(0, start - 24) : start].lower().rstrip().removesuffix("'s")
    return any(behind.endswith(p) for p in phrases("platforms"))


def _title_cased(text: str) -> bool:
    long = [w for w in text.split() if len(w) > 4 and w[0].isalpha()]
    return bool(long) and sum(w[0].isupper() for w in long) >= 0.7 * len(long)


def _spellings(show: Show) -> list[tuple[str, bool]]:
    """Folded titles of a work with their usual variants; a title shorter than three letters is no title to go by."""
    found: dict[str, bool] = {}
    for title in show.titles:
        main = title in (show.title, show.original_title)
        text = " ".join(fold_text(title).text.split()).strip()
        if " (" in text and text.endswith(")"):
            continue
        variants = {text}
        if " & " in text:
            variants.add(text.replace(" & ", " and "))
        if "'" in text:
            variants.add(text.replace("'", ""))
        if " - " in text:
            variants.update((text.replace(" - ", " ~ "), text.replace(" - ", ": ")))
        for variant in variants:
            if len(variant) > 2:
                found[variant] = found.get(variant, False) or main
    return list(found.items())
