"""From an article to what it states about recorded works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import re2

from pipeline.claims.aboutness import Aboutness, find_about
from pipeline.claims.answers import answer_on_truth, join_answer
from pipeline.claims.document import Document, lay_out, look_closer, look_for_people
from pipeline.claims.doubts import find_doubts
from pipeline.claims.entities import Sentence
from pipeline.claims.events import PATTERN as REAL_EVENT
from pipeline.claims.events import find_events
from pipeline.claims.gazetteer import Gazetteer
from pipeline.claims.lexicon import source_kinds
from pipeline.claims.modality import read_mode
from pipeline.claims.passages.coding import PassageCoder
from pipeline.claims.patterns import Found, PatternSet
from pipeline.claims.relations.cast_context import find_told_parts
from pipeline.claims.relations.cast_models import LAST
from pipeline.claims.relations.characters import is_pair_on_record
from pipeline.claims.relations.maker_context import find_told_makers
from pipeline.claims.relations.platforms import AVAILABILITY, speaks_of_release
from pipeline.claims.relations.registry import PATTERNS
from pipeline.claims.slots.coding import encode
from pipeline.claims.slots.findings import BY_LIKELIHOOD, UNSURE, Likely
from pipeline.claims.slots.model import NOT_OWN, Marks, SlotModel, load_model
from pipeline.claims.slots.reader import COVERED, may_state, read_slots
from pipeline.claims.subject import Discourse, Subject, opens_with_works
from pipeline.claims.titles import TitleFinder
from pipeline.claims.typist import Typist
from pipeline.claims.untitled import find_untitled
from pipeline.models import Article, Claim, Mention, Reading, RecordBook

_Statement = tuple[str, Found, Sentence, Likely | None]  # the pattern's name, the finding, where it stands, what the slot model says of it
MOST_MARKED = 1_000  # sentences of one article that the slot model is asked about; in a longer text the rest is read by patterns alone
MAX_CLAIMS = 2_000  # of one article; a text that states more is no article
LOOK_BACK = 6  # sentences of earlier paragraphs in which the work of a pronoun may have been named last
PAIR_CONFIDENCE = 0.8  # in a pair of actor and character that the record of the work at hand holds apart, as in the article's own work
MOST_NOT_OWN = 0.5  # likelihood of being somebody else's word up to which plain words stand for themselves
SHORT_CLAUSE = 6  # words under which a quote is widened to its clause


@cache
def _load_patterns() -> PatternSet:
    """One set for all readers of a process: its automata grow with what they have read."""
    return PatternSet(PATTERNS)


class Reader:
    """Reads articles against one record book. Building it is dear (automata over all titles and names); reading is pure."""

    def __init__(self, book: RecordBook, slots: SlotModel | None = None) -> None:
        """``slots``: another slot model than the one shipped."""
        self.book = book
        self._given = slots
        self._finder = TitleFinder(book)
        self._gazetteer = Gazetteer(book)
        self._patterns = _load_patterns()

    @property
    def _slots(self) -> SlotModel:
        return self._given or load_model()

    def read(self, article: Article, about: str | None = None) -> Reading:
        """What the article is about and what it states. ``about`` (a slug) forces the work; without it, an article that is about no
        work on record gets no claims."""
        document = lay_out(article, self._finder)
        look_for_people(document, self._gazetteer)
        if about is None and not any(b.hits for b in document.blocks) and find_untitled(document, self.book) is None:
            return Reading(None, 0.0, (), (), ())
        look_closer(document)
        found = find_about(document, self.book)
        if about is not None:
            found = Aboutness(about, 1.0, found.established | {about}, found.sections)
        if found.show is None:
            return Reading(None, 0.0, tuple(_mentions(document, found)), (), ())
        typist = Typist(document, self._gazetteer, found.established, found.show)
        sentences = typist.type_document()
        listed = len(set(found.sections.values())) > 1 or found.contested
        discourse = Discourse(found.show, found.sections, listed=listed, labelled=opens_with_works(sentences))
        claims = _distinct(self._claims(sentences, discourse))
        return Reading(found.show, found.confidence, tuple(_mentions(document, found)), tuple(discourse.other_works), claims, typist.people)

    def sentences(self, article: Article) -> tuple[str | None, list[Sentence]]:
        """The work that an article is about and its sentences as typed text; (None, []) where it is about none on record."""
        document = lay_out(article, self._finder)
        look_for_people(document, self._gazetteer)
        look_closer(document)
        found = find_about(document, self.book)
        if found.show is None:
            return None, []
        return found.show, Typist(document, self._gazetteer, found.established, found.show).type_document()

    def _claims(self, sentences: list[Sentence], discourse: Discourse) -> Iterator[Claim]:
        last = _LastCharacter()
        coder = PassageCoder(sentences, self._slots.vocabulary)
        marks = self._mark(sentences, discourse)
        for number, sentence in enumerate(sentences):
            discourse.enter(sentence)
            following = _answer_to(sentence, sentences, number)
            near = following if following is not None and following.block is sentence.block else None
            elsewhere: list[Found] = []  # what the patterns take to be said of another work
            before = sentences[max(0, number - LOOK_BACK) : number]
            for pattern, found, where, likely in self._statements(sentence, before, following, discourse.work_at_hand, marks.get(number)):
                subject = self._claim_back(discourse.resolve(found, where), found, where, discourse.work_at_hand)
                if found.only_for is not None and (subject is None or subject.show not in found.only_for):
                    continue
                by_likelihood = pattern.startswith(BY_LIKELIHOOD)
                other = subject is not None and (subject.show != discourse.work_at_hand or subject.how == "other_work")
                if by_likelihood and (other or any(_are_one(found, f) for f in elsewhere)):
                    continue  # the model was asked about the work at hand, the sentence's grammar says another: nobody knows
                if other and not by_likelihood:
                    elsewhere.append(found)
                if subject is not None and self._fits_format(found, subject) and last.complete(found, where):
                    show = self.book.shows.get(subject.show)
                    after = following if where is sentence else None
                    on = discourse.work_at_hand
                    weighed = show is not None and not pattern.startswith(UNSURE)
                    doubts = find_doubts(found, where, _earlier(sentences, number), after, show, subject.show, on) if weighed else ()
                    claim = _claim(found, pattern, where, subject, near if where is sentence else None, doubts)
                    about = subject.show if show is not None else discourse.work_at_hand or ""
                    claim = replace(claim, passage=coder.encode(number, where, found, about))
                    yield claim if likely is None else replace(claim, likelihood=likely.likelihood, against=_against(claim, likely))
            discourse.leave(sentence)

    def _mark(self, sentences: list[Sentence], discourse: Discourse) -> dict[int, Marks]:
        """What the slot model says of each sentence that may state something, by its number."""
        asked = []
        for number, sentence in enumerate(sentences[:MOST_MARKED]):
            slug = discourse.work_of(sentence)
            if slug is not None and slug in self.book.shows and may_state(sentence):
                asked.append((number, encode(sentence, slug, sentences[number - 1] if number else None, self._slots.vocabulary)))
        return dict(zip((number for number, _ in asked), self._slots.read([coded for _, coded in asked]), strict=True))

    def _statements(
        self, sentence: Sentence, before: list[Sentence], following: Sentence | None, slug: str | None, marks: Marks | None
    ) -> Iterator[_Statement]:
        """Findings of a sentence, and of the answer where it is a question."""
        put = [(pattern.name, found, sentence, _unasked(found, sentence, marks)) for pattern, found in self._patterns.find(sentence)]
        put += [(name, found, sentence, _unasked(found, sentence, marks)) for name, found in find_told_parts(sentence, before, slug)]
        put += [(name, found, sentence, _unasked(found, sentence, marks)) for name, found in find_told_makers(sentence, before)]
        yield from put
        relations = {found.relation for _, found, _, _ in put}
        show = self.book.shows.get(slug or "")
        if show is not None:
            yield from ((REAL_EVENT, found, sentence, None) for found in find_events(sentence, show))
            for s in read_slots(sentence, show.slug, marks) if marks is not None else ():
                if s.found.relation in relations or not s.name.startswith(UNSURE):
                    yield s.name, s.found, sentence, s
        if following is None or "?" not in sentence.typed[-3:]:
            return
        truth = answer_on_truth(sentence, following)
        if truth is not None:
            yield "story_basis.answer", truth, following, None
        joined = join_answer(sentence, following)
        if joined is not None:
            yield from ((pattern.name, found, joined, None) for pattern, found in self._patterns.find(joined))

    def _claim_back(self, subject: Subject | None, found: Found, where: Sentence, at_hand: str | None) -> Subject | None:
        """An actor of the work at hand with the full name of one of its characters is about that work, whatever the sentence names."""
        show = self.book.shows.get(at_hand or "")
        if show is None or not is_pair_on_record(found, where, show):
            return subject
        if subject is not None and subject.show == show.slug:
            return replace(subject, confidence=max(subject.confidence, PAIR_CONFIDENCE))
        return Subject(show.slug, "about", PAIR_CONFIDENCE)

    def _fits_format(self, found: Found, subject: Subject) -> bool:
        """ "The film" is not the series that the article is on, nor "the documentary" the drama, unless the title itself stands there."""
        show = self.book.shows.get(subject.show)
        if show is not None and subject.how != "title" and any(show.slug not in {s for s, _ in roles} for roles in found.beside):
            return False  # "the series with <an actor of another work>"
        if found.noun is None or show is None or subject.how == "title":
            return True
        kinds = {
            "film": show.format.endswith("film"),
            "series": not show.format.endswith("film"),
            "documentary": "documentary" in show.format,
        }
        return next((fits for word, fits in kinds.items() if word in found.noun), True)


def _are_one(first: Found, second: Found) -> bool:
    """Findings of one relation that overlap in their sentence."""
    return first.relation == second.relation and first.start < second.end and second.start < first.end


def _unasked(found: Found, sentence: Sentence, marks: Marks | None) -> Likely | None:
    """What a pattern finds is unlikely until the slot model sees it too; None for what the model is not asked about (a relation that it
    does not know, a time that is no date ("during Prohibition"), a kind of source of several words) or need not see: plain words that it
    does not take for somebody else's."""
    untyped = found.relation == "setting_time" and "<D" not in sentence.typed[found.start : found.end]
    many_words = found.relation == "based_on" and set(found.object) == {"kind"} and not _has_kind_word(sentence, found)
    plain = found.plain and (marks is None or marks.basis.get(NOT_OWN, 0.0) < MOST_NOT_OWN)
    return Likely("", found, 0.0) if found.relation in COVERED and not (untyped or many_words or plain) else None


def _has_kind_word(sentence: Sentence, found: Found) -> bool:
    """Is there a word in the finding that by itself is one for a source work ("novel"), so that the slot model was asked about it?"""
    return any(word in source_kinds() for word in re.findall(r"[a-z]+", sentence.typed[found.start : found.end]))


def _against(claim: Claim, likely: Likely) -> float:
    """How likely it is that the words are somebody else's, or say the opposite of the claim."""
    opposite = likely.denied if claim.polarity == "affirmed" else 1 - likely.denied
    return max(likely.not_own, opposite) if likely.likelihood else 0.0


class _LastCharacter:
    """Remembers the character named last in a block, for "the character is based on ..."."""

    def __init__(self) -> None:
        self._block = -1
        self._name: str | None = None

    def complete(self, found: Found, sentence: Sentence) -> bool:
        """Puts the name into a finding that asks for it; False where there is none, and the finding says nothing."""
        if sentence.block.index != self._block:
            self._block, self._name = sentence.block.index, None
        character = found.object.get("character")
        if character == LAST:
            if self._name is None:
                return False
            found.object["character"] = self._name
        elif isinstance(character, str):
            self._name = character
        return True


def _earlier(sentences: list[Sentence], number: int) -> list[Sentence]:
    """The sentences before this one, in order: those of its block and a few of the blocks before, without the headline."""
    first = number
    while first > 0 and sentences[first - 1].block is sentences[number].block:
        first -= 1
    return [s for s in sentences[max(0, first - LOOK_BACK) : number] if s.block.index > 0]


def _answer_to(sentence: Sentence, sentences: list[Sentence], number: int) -> Sentence | None:
    """The next sentence of the block; behind a heading or a paragraph that is one question, the first of the next block."""
    following = sentences[number + 1] if number + 1 < len(sentences) else None
    if following is None or following.block is sentence.block:
        return following
    alone = len(sentence.block.sentences) == 1 and sentence.block.index > 0
    return following if alone and sentence.typed.endswith("?") else None


def _claim(found: Found, pattern: str, sentence: Sentence, subject: Subject, following: Sentence | None, doubts: tuple[str, ...]) -> Claim:
    mode = read_mode(found, sentence, following)
    first, last = sentence.to_folded(_widen(found, sentence)), sentence.to_folded(found.end, is_end=True)
    start, end = sentence.block.folded.to_original(first, last)
    original = sentence.block.folded.original
    while end > start and original[end - 1] in " ,;:":
        end -= 1
    if found.relation == "platform" and not speaks_of_release(original[start:end]):
        doubts = (*doubts, AVAILABILITY)
    return Claim(
        show=subject.show,
        relation=found.relation,
        object=found.object,
        polarity=mode.polarity,
        modality=mode.modality,
        quote=original[start:end],
        paragraph=sentence.block.index,
        start=start,
        end=end,
        subject=subject.how,
        subject_confidence=subject.confidence,
        speaker=mode.speaker,
        pattern=pattern,
        plain=sentence.block.text[first:last].rstrip(" ,;:"),
        sentence=sentence.block.text[sentence.start : sentence.end],
        doubts=doubts,
    )


_WORDS_BEFORE = re2.compile(r"(?:^|[ \"'(])((?:(?:[a-z0-9'-]+|<[SN]\d+>) ){1,7})$")
_WIDENED = frozenset({"creator", "writer", "director", "producer", "production_company", "based_on", "story_basis"})
_NO_OPENING = re2.compile(r"^(?:and|but|or|y|pero|while|that|which|who|so|yet) ")


def _widen(found: Found, sentence: Sentence) -> int:
    """Where the quote begins: a few plain words before the cue ("the series was ...") belong to it."""
    if found.relation not in _WIDENED:
        return found.start
    before = _WORDS_BEFORE.search(sentence.typed[max(0, found.start - 48) : found.start])
    if before is None or found.start == 0:
        return found.start
    words = before.group(1)
    opening = _NO_OPENING.match(words)
    skipped = len(opening.group()) if opening else 0
    start = found.start - len(words) + skipped
    return start if sentence.to_folded(start) < sentence.to_folded(found.start) else found.start


def _distinct(claims: Iterator[Claim]) -> tuple[Claim, ...]:
    """Each statement once per place: of two that overlap, with objects of which one says no more than the other, the fuller stays."""
    kept: list[Claim] = []
    for claim in claims:
        if len(kept) >= MAX_CLAIMS:
            break
        rival = next((i for i in range(len(kept) - 1, max(-1, len(kept) - 40), -1) if _same_place(kept[i], claim)), None)
        if rival is None:
            kept.append(claim)
            continue
        fuller = len(claim.object) > len(kept[rival].object) and not claim.pattern.startswith(UNSURE)
        better = claim if fuller or kept[rival].pattern.startswith(UNSURE) else kept[rival]
        likely = [c for c in (claim, kept[rival]) if c.likelihood is not None]
        best = max(likely, key=lambda c: c.likelihood or 0.0, default=better)
        kept[rival] = replace(better, likelihood=best.likelihood, against=best.against)
    read = (c for c in kept if not c.pattern.startswith(UNSURE))
    return tuple(sorted(read, key=lambda c: (c.paragraph, c.start, c.end)))


def _same_place(a: Claim, b: Claim) -> bool:
    return (
        a.paragraph == b.paragraph
        and a.relation == b.relation
        and a.start < b.end
        and b.start < a.end
        and a.show == b.show
        and (all(b.object.get(k) == v for k, v in a.object.items() if k in b.object) or _is_same_source(a, b))
        and (
            a.object.items() <= b.object.items()
            or b.object.items() <= a.object.items()
            or (a.relation == "based_on" and bool(a.object.keys() & b.object.keys()))
        )
    )


def _is_same_source(a: Claim, b: Claim) -> bool:
    """One source whose kind or year the two read differently: its title and its author, so far as both have them, are the same."""
    shared = a.object.keys() & b.object.keys() & {"value", "author"}
    return a.relation == "based_on" and bool(shared) and all(a.object[k] == b.object[k] for k in shared)


def _mentions(document: Document, about: Aboutness) -> Iterator[Mention]:
    for block in document.blocks:
        for hit in block.hits:
            slug = next((s for s in hit.title.shows if s in about.established or s == about.show), None)
            if slug is not None and hit.other_year is None and hit.medium is None:
                start, end = block.folded.to_original(hit.start, hit.end)
                yield Mention(slug, block.folded.original[start:end], block.index, start, end)
