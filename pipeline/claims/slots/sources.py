"""The source work of a sentence, read by likelihood: title, authors, kind and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.claims.entities import Sentence
from pipeline.claims.lexicon import SCREEN_KINDS, print_words, source_kinds
from pipeline.claims.patterns import Found
from pipeline.claims.relations.source_denials import is_denied_behind
from pipeline.claims.slots.findings import LEAST, Likely, Slot, find_extent, make_likely, name_finding
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.pairing import are_joined
from pipeline.claims.slots.source_titles import join_pieces, settle_titles
from pipeline.claims.slots.words import Words
from pipeline.models import ObjectValue

LEAST_YEAR = 0.8  # of a source: many years stand beside a book
LEAST_LONE_YEAR = 0.95  # of a source that its sentence does not name
LEAST_VOUCHED = 0.2  # likelihood from which a part, too faint to be read by itself, speaks for what a pattern reads


def names_source(sentence: Sentence) -> bool:
    """Is there a word for a source work, other than those that are words for the work itself as well?"""
    return bool(_PRINTED.search(sentence.typed))


def read_source(sentence: Sentence, laid: Words, slots: Sequence[Slot], marks: Marks) -> Iterator[Likely]:
    """One source work per sentence: title, authors, kind and year. What is fainter than LEAST only vouches, and so does a year by itself,
    unless it is sure and something was printed."""
    found = [s for s in slots if s.part in _OF_SOURCE and s.likelihood >= LEAST_VOUCHED]
    clear = [s for s in found if s.likelihood >= LEAST]
    nouns = [(offset, _name_kind(sentence, offset, kind), p) for offset, kind, p in marks.kinds if p >= LEAST_VOUCHED]
    sure = [noun for noun in nouns if noun[2] >= LEAST]
    mine = _drop_takers(sentence, laid, settle_titles(sentence, laid, clear))
    for likely in _read_clear(sentence, laid, slots, mine, sure, marks):
        likely.found.noun = None if likely.found.object.get("kind") == "documentary" else likely.found.noun
        yield likely
    if mine or sure:
        return
    if found or nouns:
        faint = _read_clear(sentence, laid, slots, _drop_takers(sentence, laid, settle_titles(sentence, laid, found)), nouns, marks)
        yield from (replace(likely, name=name_finding("source", likely=False)) for likely in faint)
        return
    for year in (s for s in slots if s.part == "source_year" and s.likelihood >= LEAST and _is_plain_year(sentence, laid, s.number)):
        value: dict[str, ObjectValue] = {"year": sentence.entities[year.number].years[0]}
        read = year.likelihood >= LEAST_LONE_YEAR and _tells_of_printing(sentence)
        name = name_finding("source_year" if read else "source", likely=read)
        yield make_likely(sentence, laid, name, "based_on", value, [year])


def _tells_of_printing(sentence: Sentence) -> bool:
    """Does it say that something was printed, of the source that the block has named just before, and of no other book?"""
    before = sentence.block.text[max(0, sentence.start - BEFORE) : sentence.start]
    told = before + sentence.block.text[sentence.start : sentence.end]
    if _THEIR_OWN.search(sentence.typed):
        return False
    return bool(_PRINTS.search(sentence.typed)) and not _OTHER_BOOK.search(told) and not _NO_SOURCE.search(before)


# "A book is by Jo Roe. Kay Heart brought out hers in 1993.": somebody else's
_THEIR_OWN = re.compile(
    r"\b(?:el suyo|la suya|los suyos|las suyas|(?:his|her|their) own(?=[,.;]| (?:in|on|about|a|the|later|earlier|before|after)\b| <D)|"
    r"(?:published|printed|issued|wrote|penned|released|brought out|put out|came out with) "
    r"(?:his|hers|theirs)(?=[,.;]| (?:in|on|about)\b|$)|"
    r"(?:his|hers|theirs) (?:was|were|is|came|appeared|followed|had)|(?:un|otro) libro propio|su propi[oa])\b"
)


_PRINTS = re.compile(
    r"\b(?:published|printed|issued|(?:came|come|coming|was|been|put|brought it|is) out|"
    r"(?:hit|reached) (?:the )?(?:shelves|shops|stores|bookshops|bookstores)|saw (?:print|the light)|appeared in print|in print since|"
    r"(?:wrote|penned|written) it|wrote (?:the|this) (?:book|novel|memoir)|"
    r"publico|publicad[oa]|edito|editad[oa]|vio la luz|salio a la (?:venta|luz)|llego a las librerias|la escribio|lo escribio)\b"
)
_OTHER_BOOK = re.compile(
    r"\b(?:another|other|second|follow-?up|sequel|later|next|previous|earlier|different|new|latest|companion|tie-in|translat\w+|"
    r"paperback edition|reissu\w+|reprint\w*|film|movie|documentary|album|single|"
    r"otr[oa]|segund[oa]|siguiente|nuev[oa]|reedi\w+|traduc\w+)\b",
    re.IGNORECASE,
)


def _read_clear(
    sentence: Sentence, laid: Words, slots: Sequence[Slot], mine: list[Slot], nouns: Sequence[tuple[int, str, float]], marks: Marks
) -> Iterator[Likely]:
    """The source of which these are the titles, authors and words for its kind."""
    value: dict[str, ObjectValue] = {}
    titles = join_pieces(sentence, laid, [s.number for s in mine if s.part == "source_title"])
    authors = _keep_first(sentence, [s.number for s in mine if s.part == "source_author"])
    if len(titles) > 1 or any(b != a + 1 or not are_joined(sentence, laid, a, b) for a, b in pairwise(authors)):
        # two works in one sentence: whose author is whose is not for this reader to say; it vouches for what a pattern joins
        yield from _vouch_for_sources(sentence, laid, mine)
        return
    if titles:
        value["value"] = titles[0]
    if authors:
        value["author"] = " and ".join(dict.fromkeys(sentence.entities[n].name for n in authors))
    kinds = {kind for _, kind, _ in nouns}
    kinds -= {"book"} if len(kinds) > 1 else set()  # "the 2015 novel ..., a book by ..."
    kind = next(iter(kinds)) if len(kinds) == 1 else _kind_near(laid, mine) if mine and not kinds else None
    if kind is not None:
        value["kind"] = kind
    years = [s for s in slots if s.part == "source_year" and s.likelihood >= LEAST_YEAR and _is_plain_year(sentence, laid, s.number)]
    if mine and len(years) == 1:  # a year beside no source may be that of any book
        value["year"] = sentence.entities[years[0].number].years[0]
    if _OTHER_FORM.search(sentence.typed):
        return
    if mine:
        name = name_finding("source", likely=_tells_of_a_source(sentence, mine) and not _THEIR_OWN.search(sentence.typed))
        yield _lead_back(sentence, make_likely(sentence, laid, name, "based_on", value, [*mine, *years[: len(years) == 1]]))
    elif kind is not None and nouns:
        offset, _, p = max(nouns, key=lambda n: n[2])
        end = offset + len(re.match(r"[a-z]+", sentence.typed[offset:]).group())  # type: ignore[union-attr]
        not_own, denied = marks.voices[-1 - offset]
        yield _lead_back(sentence, Likely("slot.source_kind", Found("based_on", value, offset, end, offset, end), p, not_own, denied))


# "is lifted from", "took it from", "owes its plot to": behind these words stands the source, and before them the work
_LEADS = re.compile(
    r"\b(?:(?:based|adapted|drawn|taken|lifted|derived|derives?|developed|inspired|borrowed|spun|sprung|ripped|cribbed|made|built|born|"
    r"basad[oa]|adaptad[oa]|inspirad[oa]|sacad[oa]|salid[oa]|nacid[oa]) (?:[a-z]+ly )?(?:straight |directly |in part )?"
    r"(?:on|upon|from|by|out of|en|de|por)|"
    r"(?:comes?|came|grew|grows|springs?|sprang|stems?|stemmed|worked|working|works|started|starts|drew|draws|took|takes?|lifts?|lifted) "
    r"(?:it |(?:its?|their|his|her|the) [a-z]+ |heavily |freely |straight |directly |material )?(?:from|out of|on)|"
    r"(?:began|begins|started|starts) (?:life |out )?as|adapts?|adapting|(?:adaptation|retelling|dramati[sz]ation|version|remake) of|"
    r"leans? (?:[a-z]+ly |throughout )?on|leaned (?:[a-z]+ly )?on|owes (?:its|the|a|everything|much) ?(?:[a-z]+ )?(?:[a-z]+ )?to|"
    r"goes back to|retells|mines|mined|"
    r"se (?:basa|inspira|apoya) en|a partir de|parte de|nace de|sale de|adapta|adaptan|traslada|trasladan|lleva a la pantalla|bebe de)"
    r" (?:(?!(?:and|but|or|that|which|who|is|was|are|were|has|had|by|y|que|pero|es|fue)\b)[a-z'-]+,? |<[DO]\d+>(?:'s)? ){0,5}[\"'(]?$"
)


def _lead_back(sentence: Sentence, likely: Likely) -> Likely:
    """The finding from the words on that say the work to be taken from what follows, if such words stand right before it: what the
    statement is about stands before them, and other works behind them are what it says. Denied, where words behind it say it was none."""
    found = likely.found
    if is_denied_behind(sentence.typed[found.end :]):
        likely = replace(likely, found=replace(found, polarity="negated"))
    leads = _LEADS.search(sentence.typed[: found.start])
    if leads is None:
        return likely
    end = leads.start() + len(leads.group().rstrip())
    return replace(likely, found=replace(found, start=leads.start(), trigger=leads.start(), trigger_end=end))


def _drop_takers(sentence: Sentence, laid: Words, slots: list[Slot]) -> list[Slot]:
    """Without whoever took it from the title that follows: neither "Kay Heart, however, took her plot from <title>" nor "Kay Heart took
    <title>" says who wrote it."""
    title = next((s for s in slots if s.part == "source_title"), None)
    if title is None:
        return slots
    before = sentence.typed[: find_extent(sentence, laid, title.number)[0]]
    leads = _LEADS.search(before) or _TOOK.search(before)
    if leads is None:
        return slots

    def takes(slot: Slot) -> bool:
        end = find_extent(sentence, laid, slot.number)[1]
        return slot.part == "source_author" and end <= leads.start() and bool(_TAKES.match(sentence.typed[end : leads.start()]))

    return [s for s in slots if not takes(s)]


_TOOK = re.compile(
    r"\b(?:took|takes|adapted|adapts|filmed|films|shot|directed|reworked|optioned|acquired|bought|picked up|rodo|filmo|adapto|dirigio) "
    r"(?:the |his |her |la |el )?(?:[a-z-]+ ){0,2}?(?:<[SX]\d+>'s )?[\"']?$"
)
# from a person to what he or she did with a source
_TAKES = re.compile(r"^,? (?:however,? |though,? |meanwhile,? |then |also |himself |herself |has |have |had |first |simply |[a-z]+ly )*$")


def _name_kind(sentence: Sentence, offset: int, kind: str) -> str:
    """The kind of the longer word that ends or begins with this one: a "graphic novel" is no novel."""
    typed = sentence.typed
    end = offset + len(re.match(r"[a-z]+", typed[offset:]).group())  # type: ignore[union-attr]
    longer = [k for word, k in source_kinds().items() if re.search(r"[ -]", word) and _covers(typed, word, offset, end)]
    return longer[0] if longer else kind


def _covers(typed: str, word: str, start: int, end: int) -> bool:
    return any(
        typed.startswith(word, at) and (at == 0 or not typed[at - 1].isalpha()) and not typed[at + len(word) : at + len(word) + 1].isalpha()
        for at in range(max(0, end - len(word)), start + 1)
    )


_OF_SOURCE = frozenset({"source_author", "source_title"})
_PRINT = "|".join(print_words())
_PRINTED = re.compile(rf"\b(?:{_PRINT})\b")
_SOURCE_WORD = re.compile(
    rf"\b(?:{_PRINT}|"
    r"bas(?:ed|is|ada|ado|an?|o|aron)|adapt\w*|inspir\w*|sources?|draw[ns]?|drew|lifted|taken|took|owes?|debt|rights|remake|"
    r"novelists?|authors?|autora?|journalist|reporter|periodista|history|classic|volumen|cimiento|"
    r"publi\w+|print\w*|tomes?|thriller|tell-all|volume|paperback|pages?|text|writings?|bookshops|fiction|origins?|parte|nacio)\b",
    re.IGNORECASE,
)
BEFORE = 260  # characters before a sentence in which its block may have told of the source


def _tells_of_a_source(sentence: Sentence, slots: Sequence[Slot]) -> bool:
    """Is there any word for a source in the sentence or shortly before, or the author of one on record? "It's called <T>, it was written by
    <A>" is else the work's own."""
    if _RIGHTS_ELSEWHERE.search(sentence.typed):
        return False
    known = any(role in {"author", "source_author"} for s in slots for _, role in sentence.entities[s.number].roles)
    before = sentence.block.text[max(0, sentence.start - BEFORE) : sentence.start]
    if _NO_SOURCE.search(before) and not _SAYS_SO.search(sentence.typed):
        return known
    return known or bool(_SOURCE_WORD.search(before + sentence.block.text[sentence.start : sentence.end]))


_RIGHTS_ELSEWHERE = re.compile(r"\brights (?:to|for|of) (?:that|those) (?:one |ones )?(?:went|were|had|have|belong\w*|lie)\b")
# "... came out too and is not the source. A's book was published in 2018."
_NO_SOURCE = re.compile(
    r"\b(?:not|isn't|wasn't|never|no es|no fue) (?:[a-z]+ )?(?:the|its|la|su) (?:source|basis|fuente|base)\b|"
    r"\bnothing (?:whatsoever |at all )?to do with\b|\bnada que ver con\b|"
    r"\b(?:another|other|second|later) (?:book|novel|podcast|article)\b|"
    r"\brights (?:to|for|of) (?:that|those|his|her|the) [a-z]+ (?:went|were sold)\b|\b(?:further|recommended) reading\b",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    r"\b(?:based|adapted|adapts?|adaptation|drawn|draws?|taken|takes?|took|inspired|source|basis|lifted|spun|"
    r"basad[oa]|basan?|adaptan?|adaptad[oa]|inspir\w+|fuente|parten?|nace)\b"
)


def _keep_first(sentence: Sentence, numbers: Sequence[int]) -> list[int]:
    """Of several mentions of one person the first."""
    return list({sentence.entities[n].name: n for n in reversed(numbers)}.values())[::-1]


def _vouch_for_sources(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> Iterator[Likely]:
    """Each title with each row of authors, as likely as the less likely of the two."""
    rows: list[list[Slot]] = []
    for slot in (s for s in slots if s.part == "source_author"):
        joined = rows and slot.number == rows[-1][-1].number + 1 and are_joined(sentence, laid, rows[-1][-1].number, slot.number)
        if joined:
            rows[-1].append(slot)
        else:
            rows.append([slot])
    titles = [s for s in slots if s.part == "source_title"]
    for row in rows:
        author: dict[str, ObjectValue] = {"author": " and ".join(dict.fromkeys(sentence.entities[s.number].name for s in row))}
        for title in titles:
            value = author | {"value": sentence.entities[title.number].surface}
            yield make_likely(sentence, laid, name_finding("source", likely=False), "based_on", value, [*row, title])
        if not titles:
            yield make_likely(sentence, laid, name_finding("source", likely=False), "based_on", author, row)


_BEFORE_YEAR = re.compile(r"(?:\b(?:in|from|of|en|de|del)|[(,]) ?$")


def _is_plain_year(sentence: Sentence, laid: Words, number: int) -> bool:
    """A year for itself ("in 2018"), and neither in a name ("the 2018 fire") nor in the author's life ("who joined in 1979")."""
    before = sentence.typed[: find_extent(sentence, laid, number)[0]]
    plain = _BEFORE_YEAR.search(before) and not _OF_THE_AUTHOR.search(before)
    return len(sentence.entities[number].years) == 1 and bool(plain)


_OF_THE_AUTHOR = re.compile(r"\b(?:who|quien) (?!(?:wrote|published|released|penned|escribio|publico)\b)[^,;]{1,60}$")
_OTHER_FORM = re.compile(
    r"\b(?:into|as|for|en|como|para) (?:an?|another|una?|otra) (?:[a-z]+ ){0,2}(?:opera|musical|ballet|stage|play|podcast|radio|obra)\b"
)
_VAGUE = frozenset({"reportage", "reporting", "story", "account", "work", "piece", "relato", "cronica"})  # of books as well as of articles


def _kind_near(laid: Words, slots: Sequence[Slot]) -> str | None:
    """The word for a kind of source that stands nearest to its title or author; words for screen works are the work's own."""
    kinds = source_kinds()
    places = [p for s in slots if (p := laid.places[s.number]) is not None]
    near = [
        (min(abs(i - p) for p in places), kinds[word])
        for i, word in enumerate(laid.words)
        if word not in _VAGUE and kinds.get(word, "series") not in SCREEN_KINDS
    ]
    return min(near)[1] if near else None
