"""Which recorded work is an article mainly about?

A title alone proves nothing where it is a common word or somebody's name: the headline, the opening, the platform, and the people on
record are weighed together, against the other works named. Sections of a list have their own work.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import re2

from pipeline.claims.document import Block, Document
from pipeline.claims.gazetteer import MAKERS
from pipeline.claims.titles import TitleHit
from pipeline.claims.untitled import find_untitled
from pipeline.models import RecordBook, Show

ENOUGH = 1.9  # score from which an article that names the work in its headline is about it
ENOUGH_WITHOUT_HEADLINE = 2.2
EARLIEST = 3  # years before its release that a work is written about
WATCHING = 3  # words of watching in a diary that opens with "I have been watching X"
SHORT = 2_600  # characters of a brief, in which one mention may be all there is
ROOM = 2_000  # characters of a longer text without a headline on the work for which one mention is enough
MIN_SECTIONS = 3
MIN_STRANGERS, SPREAD = 3, 2  # people of another work, and paragraphs that they stand in, from which a text may be on that one
UNTITLED = 0.7  # confidence in a work that is told by its people alone
MEANT = 0.5  # weight from which a title in the headline is taken for the work

_SCREEN = re2.compile(
    r"(?i)\b(?:series|miniseries|mini-series|season|episodes?|drama|film|movie|biopic|netflix|hulu|hbo|"
    r"streaming|streamer|screenplay|showrunner|actor|actress|cast|"
    r"starring|directed by|premiered?s?|adaptation|trailer|thriller|serie|miniserie|pelicula|episodios?|"
    r"capitulos?|temporada|reparto|protagoniza\w*|estren\w+|"
    r"guion|director|directora|viewers|screen|finale|binge\w*|true story|docudrama|television|tv)\b"
)
_VIEWING = re2.compile(
    r"(?i)\b(?:watch(?:ed|ing|es)?|screen|recommend|spoilers?|sofa|binge\w*|pressed play|hit play|remote|"
    r"episodes?|series|programme|show|stream\w*|tv|television)\b"
)


@dataclass(slots=True)
class Evidence:
    """What speaks for one recorded work."""

    slug: str
    headline: float = 0.0
    opening: float = 0.0
    body: float = 0.0
    hits: int = 0
    cued: int = 0
    viewed: int = 0
    best: float = 0.0
    longest: int = 0  # words of its longest title seen
    first_block: int = 1_000_000
    blocks: set[int] = field(default_factory=set)  # paragraphs that name it
    makers: set[str] = field(default_factory=set)
    characters: set[str] = field(default_factory=set)
    strangers: int = 0  # makers and actors of some other single work on record, named or not, who had no hand in this one
    platform: bool = False

    @property
    def score(self) -> float:
        return (
            3.0 * min(1.0, self.headline) + min(2.4, 1.2 * self.opening) + min(2.0, 0.5 * self.body)
            + min(2.4, 0.4 * len(self.makers)) + min(1.2, 0.3 * len(self.characters))
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aboutness:
    """``show`` is a slug or None; ``sections`` maps a block's index to the work its list section is on (a slug, or a plain title).

    ``contested``: no headline names the work and another one is in play, or no title stands anywhere, so that only what names the work is
    surely about it.
    """

    show: str | None
    confidence: float
    established: frozenset[str]
    sections: dict[int, str]
    contested: bool = False


def find_about(document: Document, book: RecordBook) -> Aboutness:
    """Weighs the works named; expects title hits and sightings to be there. Where no title settles it, the people named may."""
    found = _find_titled(document, book)
    if found.show is not None:
        return found
    untitled = find_untitled(document, book)
    year = document.article.published.year if document.article.published else None
    if untitled is None or (year is not None and (book.shows[untitled].year or year) - year > EARLIEST):
        return found
    return Aboutness(untitled, UNTITLED, found.established | {untitled}, found.sections, contested=True)


def _find_titled(document: Document, book: RecordBook) -> Aboutness:
    evidence = _gather(document, book)
    if not evidence:
        return Aboutness(None, 0.0, frozenset(), {})
    screen, viewing = (sum(len(p.findall(b.text)) for b in document.blocks[:40]) for p in (_SCREEN, _VIEWING))
    headline = document.blocks[0].text
    promised = bool(_SCREEN.search(headline))
    established = {slug for slug, e in evidence.items() if _is_established(e, book.shows[slug], screen, viewing, promised)}
    established |= _find_listed(document, evidence) if screen > 1 else set()
    sections = find_sections(document, established)
    ranked = sorted((e for s, e in evidence.items() if s in established), key=lambda e: (-e.score, e.first_block))
    year = document.article.published.year if document.article.published else None
    ranked = [e for e in ranked if year is None or (book.shows[e.slug].year or year) - year <= EARLIEST]
    listed = list(dict.fromkeys(sections.values()))
    on_record = [work for work in listed if work in book.shows]
    if len(listed) >= MIN_SECTIONS and on_record and not any(e.headline for e in ranked):
        return Aboutness(on_record[0], 0.7, frozenset(established), sections)
    ranked = [
        e for e in ranked if e.hits > 1 or e.makers or e.characters or e.viewed or e.longest > 2
    ]  # one mention of common words is none
    if ranked:
        best = next((e for e in ranked if e.headline >= MEANT and e.score >= ENOUGH), ranked[0])  # a headline names its subject
        named = bool(best.headline) and best.score >= ENOUGH
        opens = best.score >= ENOUGH_WITHOUT_HEADLINE and _opens_with(best, document) and not _is_of_strangers(best)
        watched = bool(best.viewed) and best.first_block <= 1 and len(ranked) == 1 and viewing >= WATCHING
        if named or opens or watched:
            rival = max((e.score for e in ranked if e is not best), default=0.0)
            confidence = max(0.5, min(1.0, best.score / 5.0, 0.5 + (best.score - rival) / 3.0))
            return Aboutness(best.slug, confidence, frozenset(established), sections, contested=not best.headline and rival > 0)
    return Aboutness(None, 0.0, frozenset(established), sections)


def _is_of_strangers(e: Evidence) -> bool:
    """Are more people of another work named than of its own? A text may keep its own title back ("her new hit"), and name a work on the
    same case in passing."""
    return e.strangers >= MIN_STRANGERS and e.strangers > len(e.makers)


def _opens_with(e: Evidence, document: Document) -> bool:
    """Named early and kept in view: a long text that names a work once or twice in passing is about something else."""
    if e.first_block > 3 or not (e.hits > 1 or len(e.makers) > 1):
        return False
    length = sum(len(b.text) for b in document.blocks)
    return length < SHORT or (len(e.blocks) > 1 and e.hits * ROOM >= length)


def _gather(document: Document, book: RecordBook) -> dict[str, Evidence]:
    found: dict[str, Evidence] = {}
    for block in document.blocks:
        for hit in block.hits:
            slug = choose_show(hit, document, book)
            if slug is None or hit.medium is not None:
                continue
            e = found.setdefault(slug, Evidence(slug))
            _count(e, hit, block)
    text = " ".join(b.text for b in document.blocks[:40]).lower()
    for slug, e in found.items():
        e.platform = any(str(f.value).lower() in text for f in book.shows[slug].facts_of("platform"))
    makers: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))  # work, name: paragraphs
    characters: dict[str, set[str]] = defaultdict(set)
    for block in document.blocks:
        for s in block.sightings:
            for slug, role in s.named.roles:
                if role in MAKERS or role == "actor":
                    makers[slug][s.named.name].add(block.index)
                else:
                    characters[slug].add(s.named.name)
    for slug, e in found.items():
        e.makers, e.characters = set(makers[slug]), characters[slug]
        e.strangers = max((_count_strangers(people, e.makers) for other, people in makers.items() if other != slug), default=0)
    return found


def _count_strangers(makers: Mapping[str, set[int]], own: set[str]) -> int:
    """How many of another work's people are named who had no hand in this one; none where a single paragraph turns to that work."""
    others = {name: blocks for name, blocks in makers.items() if name not in own}
    return len(others) if len(set().union(*others.values())) >= SPREAD else 0


def _count(e: Evidence, hit: TitleHit, block: Block) -> None:
    e.hits += 1
    e.cued += hit.cued
    e.viewed += hit.viewed
    e.best = max(e.best, hit.weight)
    e.longest = max(e.longest, hit.title.words)
    e.first_block = min(e.first_block, block.index)
    e.blocks.add(block.index)
    if block.index == 0:
        e.headline = max(e.headline, hit.weight)
    elif block.index <= 2:
        e.opening += hit.weight
    else:
        e.body += hit.weight


def _is_established(e: Evidence, show: Show, screen: int, viewing: int, promised: bool) -> bool:
    """Is the work meant at all, and not a word, a place or a person of that name? ``promised``: the headline speaks of a work for the
    screen ("Low Tide: cast and ending explained")."""
    if e.viewed and e.cued and viewing >= 2:
        return True
    if screen < 2:
        return len(e.makers) > 1
    if len(e.makers) > 1 or (e.makers and e.platform):
        return True
    long = max(len(t.split()) for t in (show.title, show.original_title or "")) >= 3
    if e.best >= 0.9 and long:
        return True
    if e.cued and e.platform and e.best >= 0.8:
        return True
    if promised and e.headline >= MEANT and (e.makers or len(e.characters) > 1):
        return True
    return bool(e.cued) and (len(e.makers) + len(e.characters) > 0)


def choose_show(hit: TitleHit, document: Document, book: RecordBook) -> str | None:
    """The work a title stands for: None where a year says that it is a namesake, or where several works share it and nothing tells."""
    if hit.other_year is not None:
        return None
    if len(hit.title.shows) == 1:
        return hit.title.shows[0]
    text = " ".join(b.text for b in document.blocks[:40])
    fitting = [s for s in hit.title.shows if str(book.shows[s].year or "") in text]
    return fitting[0] if len(fitting) == 1 else None


_SECTION = re2.compile(r"^\s*(?:#\s?)?\d{1,2}\s?[.):~-]\s*[\"']?([A-Z0-9][^.?!(\n]{1,70}?)[\"']?\s*(?:\(([^)]{1,40})\)|[.:~,;]|\s[-~]\s|$)")


def _find_listed(document: Document, known: Collection[str]) -> set[str]:
    """Works whose titles are the whole headings of a list's entries: "4. Ferry." among others of the kind is no boat. Titles that
    paragraphs open with need one more of their kind than numbered ones."""
    numbered, opened = set[str](), set[str]()
    for block in document.blocks[1:]:
        entry = _SECTION.match(block.text)
        for hit in block.hits:
            if hit.medium is not None or hit.other_year is not None or len(hit.title.shows) > 1 or hit.title.shows[0] not in known:
                continue
            if entry is not None and hit.start <= entry.start(1) and hit.end >= entry.end(1):
                numbered.add(hit.title.shows[0])
            elif hit.start <= 1 and (_STOP_BEHIND.match(block.text, hit.end) or hit.end >= len(block.text) - 1):
                opened.add(hit.title.shows[0])
    return (numbered if len(numbered) > 1 else set()) | (opened if len(opened) >= MIN_SECTIONS else set())


def find_sections(document: Document, established: set[str]) -> dict[int, str]:
    """Sections of a list of works, by numbers, headings or the titles that paragraphs open with: each block to the work it is on."""
    starts: dict[int, str] = {}
    headings: dict[int, str] = {}
    for block in document.blocks[1:]:
        found = _SECTION.match(block.text)
        if found:
            opening = [h for h in block.hits if h.start <= found.end(1) and h.medium is None and h.other_year is None]
            slug = next((s for h in opening for s in h.title.shows if s in established), None)
            starts[block.index] = slug or found.group(1).strip()
        elif block.kind == "heading":
            slug = next((s for h in block.hits for s in h.title.shows if s in established), None)
            if slug and block.hits[0].end - block.hits[0].start >= 0.5 * len(block.text):
                starts[block.index] = slug
            else:  # also the title of a work that nothing else in the text speaks for
                headings[block.index] = block.text
    openings = {b.index: slug for b in document.blocks[1:] if b.index not in starts and (slug := _find_opening_title(b, established))}
    if len(set(openings.values())) >= MIN_SECTIONS:
        starts |= openings  # "Harbour. Three parts, and not one too many."
    compared = bool(starts) and _compares(document, headings)
    if compared or len(set(starts.values()) & established) > 1:
        starts |= headings  # in a list with a heading per work, any other heading begins something else
    if compared:
        return _spread(document, starts, last=None)
    if len(starts) < MIN_SECTIONS or _lists_points(document, established) or not _are_works(list(starts.values()), established, document):
        return {}
    numbered = [i for i in starts if _SECTION.match(document.blocks[i].text)]
    one_block_each = bool(numbered) and all(b - a == 1 for a, b in pairwise(numbered))
    return _spread(document, starts, last=numbered[-1] if one_block_each else None)


def _spread(document: Document, starts: Mapping[int, str], last: int | None) -> dict[int, str]:
    """Each block to the work that the last start before it is on; blocks behind ``last``, if any, to none."""
    sections: dict[int, str] = {}
    current: str | None = None
    for block in document.blocks[1:]:
        if block.index in starts:
            current = starts[block.index]
        elif last is not None and block.index > last:
            current = None
        if current is not None:
            sections[block.index] = current
    return sections


def _compares(document: Document, headings: Mapping[int, str]) -> bool:
    """ "Ferry or Low Tide? A guide": does the headline join a recorded title and one of the headings that name no recorded work?"""
    headline = document.blocks[0]
    beside = [(headline.text[: h.start], headline.text[h.end :]) for h in headline.hits if h.medium is None]
    for name in (text.strip() for text in headings.values()):
        if name[:1].isupper() and any(
            re.search(rf"\b{re.escape(name)}[\"']?{_JOINS}$", left) or re.match(rf"{_JOINS}{re.escape(name)}\b", right)
            for left, right in beside
        ):
            return True
    return False


_JOINS = r"[\"']?,? (?:or|and|vs\.?|versus|against|y|o|u|contra|frente a) [\"']?"


def _lists_points(document: Document, established: set[str]) -> bool:
    """ "Seven things to know about Low Tide": numbered points on the one work that the headline names."""
    headline = document.blocks[0]
    named = {s for h in headline.hits if h.medium is None for s in h.title.shows if s in established}
    return len(named) == 1 and bool(_POINTS.search(headline.text.lower()))


_POINTS = re.compile(
    r"\b(?:things|facts|reasons|ways|questions|details|secrets|differences|moments|takeaways|answers|points|notes|myths|lies|truths|mistakes|"
    r"cosas|datos|razones|motivos|preguntas|detalles|diferencias|secretos|claves|curiosidades|respuestas|mitos|mentiras|verdades|errores)\b"
)


def _are_works(headings: Sequence[str], established: set[str], document: Document) -> bool:
    """Are the headings of a list titles, and not statements ("3. It began as a novel") or people ("3. Kay Heart")?"""
    if len(set(headings) & established) > 1:
        return True
    people = {document.blocks[b.index].text[s.start : s.end] for b in document.blocks for s in b.sightings if s.named.kind == "person"}
    plain = [h for h in headings if h not in established]
    others = [h for h in plain if h in people or _STATES.search(h.lower())]
    return len(others) * 2 < len(plain) or not plain


_STATES = re.compile(
    r"\b(?:is|isn't|are|was|wasn't|were|has|had|have|did|didn't|does|doesn't|will|can|it|they|his|her|its|there|who|what|why|how|when|"
    r"where|es|fue|son|era|tiene|hay|se|su|sus|que|quien|como|donde|cuando)\b"
)


def _find_opening_title(block: Block, established: set[str]) -> str | None:
    """The work whose title a paragraph opens with, and nothing more of the sentence."""
    hit = block.hits[0] if block.hits else None
    if hit is None or hit.start > 1 or hit.medium is not None or not _STOP_BEHIND.match(block.text, hit.end):
        return None
    return next((s for s in hit.title.shows if s in established), None)


_STOP_BEHIND = re.compile(r"[\"']?(?: \([^()]{1,40}\))?(?:[.:]| [-~] )")
