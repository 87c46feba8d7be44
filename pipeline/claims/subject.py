"""Whose statement is it? The work that each finding is about.

A sentence has a main stream and asides: an actor's earlier roles, "best known for", "from the creator of", brackets, comparisons.
What stands in an aside about another work belongs to that work; what stands outside belongs to the work named last in the main stream, or
to the one that the text is on at that point.
"""

from __future__ import annotations

from dataclasses import dataclass

import re2

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.patterns import Found

_E = r"(<[SWXPL]\d+>)"
_W = r"(<[SWX]\d+>)"
_MORE = r"(?:(?:, | and |,? and |,? or )<[SWXPL]\d+>)*"
_MAKER_OF = (
    r"(?:man|woman|minds?|team|duo|pair|couple|people|brains?|force|creators?|directors?|writers?|screenwriters?|producers?|stars?|makers?|"
    r"showrunners?|authors?|actor|actress|leads?|alum|veteran|host|creador|creadora|creadores|directora|"
    r"guionistas?|protagonista|responsables|mentes?)"
)
_KNOWN = (
    r"(?:known|remembers?|remembered|seen|familiar|famous|fresh|recogni[sz]ed?|celebrated|acclaimed|beloved|"
    r"conocid[oa]|recordad[oa]|famos[oa])"
)
_DID = (
    r"(?:wrote|written|created|directed|produced|starred|appeared|made|played|worked|won|was in|was|came up|did|earned|stars|plays|makes|"
    r"carried|brought|gave)"
)
_LIKE = (
    r"(?:like|unlike|than|alongside|as in|reminded me of|reminiscent of|compared (?:to|with)|beside|joins?|"
    r"joining|another|shades of|answer to|"
    r"ahead of|instead of|echoes of|echoing|recalls|recalling|fans of|after|before|since|follow-?up to|successor to|remake of|"
    r"spin-?off (?:of|from)|prequel to|sequel to|companion to|twin of|home of|as with|como|tras|despues de)"
)
_ASIDES = tuple(
    re2.compile(p)
    for p in (
        # brackets that hold a work, and no person before it
        r"\((?:[^()<]|<[PDON]\d+>)*?(<[SWX]\d+>)[^()]*\)",
        # "best known for X", "familiar from X", "whom viewers may remember from X"
        rf"(?:who(?:m|'s| is| was)? (?:[a-z']+ ){{0,6}}|[a-z]+ )?\b{_KNOWN} (?:to|for|from|in|as|off|on|at|por|de|en) [^;()]*?{_E}{_MORE}"
        r"(?: and [a-z]+ in <[SWX]\d+>)?",
        # a relative clause about a person's other work
        rf"<P\d+>(?:'s)?, (?:also )?(?:who|whose|whom) (?:[a-z'-]+ ){{0,5}}?{_DID} [^;()]*?{_W}[^,;()]*",
        # "the man behind X", "the creator of X and Y"
        rf"\b{_MAKER_OF} (?:behind|of|from|in|on|who (?:wrote|made|created|directed|gave us|brought us)|de|detras de) "
        rf"(?:the |[a-z'-]+ ){{0,5}}?{_E}{_MORE}",
        # "X star Jane Roe", "of X fame"
        rf"{_W}(?:'s)? (?:{_MAKER_OF}|alumnus|alumna|alums|veterans|fame|viewers|fans|favou?rite|breakout|scribe|regular)\b",
        rf"\bof {_E} fame\b",
        # comparisons
        rf"\b{_LIKE} (?:the |[a-z'-]+ ){{0,5}}?{_W}{_MORE}",
        # "she also created X and Y"
        rf"\b(?:who|she|he|<P\d+>) (?:(?:also|previously|already|had|has|once|first|last|would|later|recently) )*"
        rf"(?:wrote|created|directed|produced|starred in|appeared in|made|worked on|came up through|won [^,;()]* for) (<[WX]\d+>){_MORE}",
    )
)


# the work right before the verb: "X was taken from", "X, which is based on", "X (2003) came out of"
_SUBJECT_BEFORE = re2.compile(
    r"(<[SWX]\d+>)[\"']?(?: \([^()]{1,40}\)| of <D\d+>)?(?:,? (?:which|that|que))?(?: (?:[a-z]+ly|is|was|are|"
    r"were|has|had|been|also|itself|too|isn't|wasn't|not|never|es|fue|esta|tambien|no|in turn|once|then|began|"
    r"comes?)){0,5} ?$"
)
# "X, a three-part drama for Y, ..." says of X what follows
_APPOSED = re2.compile(
    r"(<[SWXP]\d+>)[\"']?,? (?:an?|the|another|una?|la) (?:[a-z0-9'-]+ |<[NODL]\d+>(?:'s)?[ -]?){0,6}"
    r"(?:series|drama|film|movie|documentary|miniseries|docuseries|thriller|biopic|show|comedy|musical|play|"
    r"podcast|part documentary|serie|miniserie|pelicula)\b[^;.(]{0,110}$"
)
# "Roe's film, too, came out of", "another documentary was directed by", "the original series was"
_SOMEBODY_ELSES = re2.compile(
    r"(?:<P\d+>'s|\banother|\ban earlier|\ban? (?:separate|different|rival|previous|second|real)|\bthe "
    r"original|\bthe earlier|\bthe (?:old|first|british|swedish|french) (?:one|version)) (?:[a-z0-9-]+ |"
    r"<[NDL]\d+> ){0,3}"
    r"(?:film|movie|documentary|docuseries|series|play|book|podcast|drama|feature|version|novel)[\"']?(?:, "
    r"[a-z ]{2,20},)?(?: (?:that |which )?(?:is|was|were|has been|had been|came|comes|[a-z]+ly)){0,3} ?$"
)
_LABEL = re2.compile(r"^[\"']?(?:<N\d+> )?(<[WXSP]\d+>)[\"']?(?: \([^()]{1,30}\))?[.:]$")
_OPENING = re2.compile(
    r"^(?:in |then there is |there is |next,? |finally,? )?[\"']?(<[WX]\d+>)[\"']?(?:,? (?:of "
    r")?\(?<D\d+>\)?)?(?: (?:is|was|tells|follows|stars|has|remains|takes|came|comes|,)|[.:,])"
)
_MAKERS_OF, _COMPARISON = 3, 6  # their places among the asides
_STATES = re2.compile(r"\b(?:is|was|are|were|has|had|es|fue|son|era) ")  # "the creator of the series is X" is no aside on X


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of typed text that is about another work."""

    start: int
    end: int
    work: Entity


@dataclass(frozen=True, slots=True)
class Subject:
    """The work of a finding: a slug or a plain title, how it was found, and how sure."""

    show: str
    how: str
    confidence: float


class Discourse:
    """Follows which work the text is on; sentences must be fed in order. Until its title stands somewhere, the headline included, it is a
    guess."""

    def __init__(self, about: str | None, sections: dict[int, str], *, listed: bool, labelled: bool = False) -> None:
        self._about = about
        self._sections = sections
        self._listed = listed
        self._labelled = labelled  # paragraphs open with the title of the work that they are on
        self._block = -1
        self._section: str | None = None
        self._focus: Subject | None = None
        self._named = False
        self.other_works: dict[str, None] = {}

    def enter(self, sentence: Sentence) -> None:
        """Call before the findings of a sentence are resolved."""
        index = sentence.block.index
        if index != self._block:
            self._block = index
            self._section = self._sections.get(index)
            label = _LABEL.match(sentence.typed)
            if self._section is not None:
                self._focus = Subject(self._section, "section", 0.9)
            elif label is not None and index > 0 and self._labelled:
                entity = sentence.entity_at(label.group(1))
                own = (entity.type == "S" and entity.value == self._about) or (entity.type == "P" and bool(entity.roles))
                self._focus = Subject(self._about, "about", 0.8) if own and self._about else Subject(entity.value, "section", 0.5)
            elif self._about is not None:
                self._focus = Subject(self._about, "about", 0.8 if self._named and not self._listed else 0.6)
            else:
                self._focus = None

    @property
    def work_at_hand(self) -> str | None:
        """The work of the section, or the one that the article is about."""
        return self._sections.get(self._block, self._about)

    def work_of(self, sentence: Sentence) -> str | None:
        """The work of any sentence's section, or the one that the article is about."""
        return self._sections.get(sentence.block.index, self._about)

    def leave(self, sentence: Sentence) -> None:
        """Call after a sentence: a work in its main stream is what the next pronoun stands for."""
        works = [e for e in sentence.entities if is_work(e)]
        self._named = self._named or any(e.type == "S" and e.value == self._about for e in works)
        for e in works:
            if e.type == "W" and e.value not in self.other_works:
                self.other_works[e.value] = None
        asides = find_asides(sentence, self._about)
        main = [e for e in works if not _in_aside(e, sentence, asides) and e.type == "S"]
        if main:
            last = main[-1]
            own = last.value in {self._about, self._section}
            self._focus = Subject(last.value, "pronoun", 0.9 if own else 0.6)
        elif works and self._focus is not None and not asides:
            opening = next((e for e in works if token_at(sentence, e) < 4), None)
            if opening is not None:
                self._focus = Subject(opening.value, "pronoun", 0.5)

    def resolve(self, found: Found, sentence: Sentence) -> Subject | None:
        """The work of a finding; None where it is the source work, or nobody can tell."""
        if found.show is not None:
            return Subject(found.show, "title", 1.0)
        named = self._explicit(found, sentence)
        if named is not None:
            return named
        left = sentence.typed[: found.trigger]
        apposed = _APPOSED.search(left)
        if apposed is not None and "<S" not in left[apposed.end(1) :]:
            entity = sentence.entity_at(apposed.group(1))
            if entity.type == "S":
                return _of_entity(entity, self._about)
            if entity.type != "P" or not entity.roles:
                return Subject(entity.value, "other_work", 0.7)
        if _SOMEBODY_ELSES.search(left):
            return Subject("?", "other_work", 0.3)
        doer = _SUBJECT_BEFORE.search(sentence.typed[: found.trigger])
        if doer is not None and found.trigger - doer.start() < 90:
            entity = sentence.entity_at(doer.group(1))
            if entity.type == "S" or is_work(entity) or (entity.type == "X" and entity.named):
                return _of_entity(entity, self._about)
        asides = find_asides(sentence, self._about)
        middle = (found.trigger + found.end) // 2
        for aside in asides:
            if aside.start <= found.start < aside.end or aside.start < middle < aside.end:
                if aside.work.type == "S" and aside.work.value == self._about:
                    continue
                return Subject(aside.work.value, "other_work", 0.8)
        main = [e for e in sentence.entities if is_work(e) and not _in_aside(e, sentence, asides) and not _is_source(e, found)]
        before = [e for e in main if token_at(sentence, e) <= found.trigger]
        if before:
            return _of_entity(before[-1], self._about)
        recorded = [e for e in main if e.type == "S"]
        if recorded:
            return _of_entity(recorded[0], self._about)
        return self._focus

    def _explicit(self, found: Found, sentence: Sentence) -> Subject | None:
        if found.subject is None:
            return None
        words = sentence.typed[found.subject[0] : found.subject[1]]
        if _ONE_ENTITY.fullmatch(words):
            entity = sentence.entity_at(words)
            return _of_entity(entity, self._about)
        return None


_ONE_ENTITY = re2.compile(r"<[A-Z]\d+>")


def _of_entity(entity: Entity, about: str | None) -> Subject:
    if entity.type == "S":
        return Subject(entity.value, "title", 1.0 if entity.value == about or about is None else 0.8)
    return Subject(entity.value, "other_work", 0.8)


def opens_with_works(sentences: list[Sentence]) -> bool:
    """Do paragraphs open with a title alone ("Harbour. Directed by ..."), and is one of them a recorded work?"""
    found = [
        (s, _LABEL.match(s.typed)) for s in sentences if s.block.index > 0 and s.block.sentences and s.start == s.block.sentences[0][0]
    ]
    labels = [s.entity_at(m.group(1)) for s, m in found if m is not None]
    return len(labels) > 1 and any(e.type == "S" for e in labels)


def is_work(entity: Entity) -> bool:
    """Recorded works and quoted titles; a source work on record is none that a statement would be about."""
    if entity.type == "S":
        return True
    return entity.type == "W" and (entity.quoted or entity.hit is not None)


def _is_source(entity: Entity, found: Found) -> bool:
    """ ""<title>", a novel by Kay Heart, is the source": the title is what the statement says, and not what it is about."""
    return found.relation == "based_on" and entity.type == "W" and entity.surface == found.object.get("value")


def token_at(sentence: Sentence, entity: Entity) -> int:
    """The typed offset of an entity's token."""
    return sentence.typed.find(f"<{entity.type}{sentence.entities.index(entity)}>")


def _in_aside(entity: Entity, sentence: Sentence, asides: list[Aside]) -> bool:
    at = token_at(sentence, entity)
    return any(a.start <= at < a.end for a in asides)


def find_asides(sentence: Sentence, about: str | None) -> list[Aside]:
    """Asides of a sentence that are about another work than the one the article is on."""
    asides = []
    if not any(e.type in {"S", "W", "X"} for e in sentence.entities):
        return []
    for index, pattern in enumerate(_ASIDES):
        for match in pattern.finditer(sentence.typed):
            entity = sentence.entity_at(match.group(1))
            if (entity.type == "S" and entity.value == about) or (entity.type == "X" and not entity.named):
                continue
            if index == _MAKERS_OF and _STATES.search(sentence.typed[match.start() : match.start(1)]):
                continue
            end = match.end()
            if index == _COMPARISON and match.start() > 8:
                end = _to_turn(sentence.typed, end)
            start = match.start()
            if sentence.typed[start : start + 2] == "<P" and match.start(1) != start:  # the person stands outside the aside
                start = sentence.typed.find(">", start) + 1
            asides.append(Aside(start, end, entity))
    return asides


_TURN = re2.compile(r"[;.:(~]|,? (?:but|and|while|though|although|or|where|with) |<S\d+>")


def _to_turn(typed: str, at: int) -> int:
    """Where what is said of the other work ends: at the next turn of the sentence."""
    turn = _TURN.search(typed, at)
    return turn.start() if turn else len(typed)
