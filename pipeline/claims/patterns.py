"""Patterns over typed text (entities.py), as data: a name, an RE2 expression, and a builder that turns a match into findings.

All expressions of the registry are first tried together in one RE2 set, so that a sentence without any cue costs one pass.
Expressions may use the macros of MACROS, written ``@NAME``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import re2

from pipeline.claims.entities import Entity, Sentence
from pipeline.models import Modality, ObjectValue, Polarity, Relation

_WORK_NOUNS = (
    r"(?:series|show|drama|miniseries|mini-series|film|movie|picture|biopic|thriller|docudrama|dramedy|comedy|"
    r"adaptation|production|programme|program|saga|flick|"
    r"(?:<N\d+>|two|three|four|five|six|seven|eight|nine|ten)-parter|title|project|story|serie|miniserie|"
    r"pelicula|ficcion|produccion|historia|cinta|drama)"
)
MACROS: Mapping[str, str] = {
    "PEOPLE": (
        r"@PERSON(?:(?:, and |, y |,? and | & | y | e |,? with |,? con |,? along with |,? alongside )(?:(?:the |"
        r"his |her |fellow )?(?:[a-z-]+ ){0,3})?@PERSON|(?:, |; )@PERSON){0,14}"
    ),
    "PERSON": r"<[PS]\d+>",
    "NAME": r"<[PSX]\d+>",
    "TITLE": r"<[WXSP]\d+>",
    "ORG": r"<[OXP]\d+>",
    "PLACE": r"<[LX]\d+>",
    "DATE": r"<D\d+>",
    "NUM": r"<N\d+>",
    # up to a few plain words before a name: "the Emmy winner", "Mexican writer"
    "BIO": r"(?:(?:the |an? |el |la |one |its |his |her |their )?(?:[a-z0-9'&.%-]+,? |<[LDOWXS]\d+>(?:'s)?,? ){0,6})",
    "ADJ": r"(?:[a-z0-9'-]+,? |<[LDON]\d+>(?:'s)?[ -]?){0,5}",
    "WORKNOUN": _WORK_NOUNS,
    "WORK": (
        rf"(?:<[SW]\d+>|\b(?:the|this|that|his|her|their|its|la|el|esta|este|whole) (?:[a-z0-9'-]+ |"
        rf"<[OLDN]\d+>(?:'s)?[ -](?:part |episode )?){{0,4}}{_WORK_NOUNS}\b|\b(?:it)\b)"
    ),
    # the same at the head of a statement: "it" only where a clause begins ("none of it" is none)
    "SUBJ": (
        rf"(?:<[SW]\d+>[\"']?|\b(?:the|this|la|el|esta|este|whole) (?:[a-z0-9'-]+ |<[OLDN]\d+>(?:'s)?[ -](?:part |"
        rf"episode )?){{0,4}}{_WORK_NOUNS}\b|"
        r"(?:^|[\"'(]|[,;:.!?~-] |\b(?:and|but|that|so|because|as|though|although|while|yes|no|then|think|say|"
        r"says|course)\b,? )(?:it|this)\b)"
    ),
    "BE": r"(?:is|was|are|were|has been|have been|had been|being|be|es|fue|ha sido|esta|son)",
    "ADV": (
        r"(?:(?:[a-z]+ly|also|then|itself|himself|herself|in part|in turn|once|first|instead|even|all|only|just|"
        r"not|never|n't|mostly|very|in fact|of course|indeed|partly|directly) ){0,3}"
    ),
}
_MACRO = re.compile(r"@([A-Z]+)")
_TOKEN = re.compile(r"<[A-Z]\d+>")
_PERSON = re.compile(r"<[PS]\d+>")


def expand(expression: str) -> str:
    """The expression with its macros written out."""
    while "@" in expression:
        expression = _MACRO.sub(lambda m: MACROS[m.group(1)], expression)
    return expression


@dataclass(slots=True)
class Found:
    """A statement found in a sentence, before its subject and mode are known. Offsets are typed ones."""

    relation: Relation
    object: dict[str, ObjectValue]
    start: int
    end: int
    trigger: int  # where the cue stands: negation in its clause, before it or inside, turns the statement
    trigger_end: int
    subject: tuple[int, int] | None = None  # the words that name the work, where the pattern caught them
    polarity: Polarity | None = None  # None: read from the clause
    modality: Modality | None = None
    show: str | None = None  # a work that the pattern itself determines
    only_for: frozenset[str] | None = None  # slugs of the works that it can be said of; None: any
    explicit: bool = False  # needs an explicit subject or the article's focus on one work to count
    noun: str | None = None  # the word for the work ("film", "series"): a work of another format is not meant
    plain: bool = False  # the slot model may miss such a wording: that it does not see it is nothing against it
    beside: tuple[frozenset[tuple[str, str]], ...] = ()  # roles on record of the people named as its makers or actors there


@dataclass(slots=True)
class Hit:
    """A match of a pattern in a sentence."""

    sentence: Sentence
    match: Any  # re2's match
    pattern: Pattern

    def has(self, group: str) -> bool:
        return group in self.pattern.groups and self.match.group(self.pattern.groups[group]) is not None

    def span(self, group: str) -> tuple[int, int]:
        """Typed offsets of a named group that took part in the match (re2's own ``span`` takes numbers only)."""
        found: tuple[int, int] = self.match.span(self.pattern.groups[group])
        return found

    def typed(self, group: str) -> str:
        """The typed text of a group, "" where it took no part."""
        a, b = self.span(group) if self.has(group) else (0, 0)
        return self.sentence.typed[a:b]

    def entities(self, group: str) -> list[Entity]:
        """The entities inside a group, in order."""
        if not self.has(group):
            return []
        return [self.sentence.entity_at(t) for t in _TOKEN.findall(self.match.group(group))]

    def people(self, group: str) -> list[Entity]:
        """The persons inside a group, up to where it stops being a list of them; a recorded title counts where it is a person's name
        as well. None where words between the cue and the first of them say something else."""
        if not self.has(group):
            return []
        start = self.span(group)[0]
        cue = self.span("t")[1] if self.has("t") else start
        if cue < start and _BREAKS.search(_INTRODUCES.split(_LINKS.sub("", self.sentence.typed[cue:start]))[-1]):
            return []
        return self.row(group, _BREAKS.search)[0]

    def row(self, group: str, ends: Callable[[str], object]) -> tuple[list[Entity], int]:
        """The persons inside a group, up to the first one before whom there are words that end the list, and the typed offset behind what
        was read. A recorded title counts where it is a person's name as well."""
        at, end = self.span(group)
        start, typed = at, self.sentence.typed
        found: list[Entity] = []
        for token in _PERSON.finditer(typed[start:end]):
            if found and ends(typed[at : start + token.start()]):
                break
            entity = self.sentence.entity_at(token.group())
            if entity.type == "P" or entity.person:
                found.append(entity)
            at = start + token.end()
        return found, at

    def text(self, group: str) -> str:
        """What the page says there, in its own characters."""
        return self.sentence.text(*self.span(group)).strip(" ,;:\"'") if self.has(group) else ""

    def found(self, relation: Relation, value: Mapping[str, ObjectValue], **more: Any) -> Found:
        """A finding over the whole match; group ``t`` is the cue, group ``w`` the words for the work."""
        start, end = self.match.span()
        while start < end and self.sentence.typed[start] in " ,;:":
            start += 1
        cue = self.span("t") if self.has("t") else (start, start)
        return Found(
            relation,
            dict(value),
            more.pop("start", start),
            more.pop("end", end),
            more.pop("trigger", cue[0]),
            more.pop("trigger_end", cue[1]),
            more.pop("subject", self.span("w") if self.has("w") else None),
            **more,
        )


# words that no description of a person and no list of people has
_BREAKS = re.compile(
    r"\b(?:by|who|whom|which|that|it|was|were|is|are|be|been|has|had|have|without|but|as|directed|written|"
    r"produced|created|adapted|made|based|starring|stars|"
    r"plays|when|where|because|after|before|while|por|que|fue|como|segun)\b|[;:(]"
)
_LINKS = re.compile(r"^[ :,-]*(?:(?:is|are|was|were|es|son|fue)\b)?")  # "the director is ...", "Director: ..."
_INTRODUCES = re.compile(r"\b(?:by|from|de|por|of|that|which|with|con)\b|'s\b")
Builder = Callable[[Hit], Iterable[Found]]


@dataclass(frozen=True)
class Pattern:
    """One pattern. ``name`` is ``relation.what`` and is kept with each claim, to answer "why?"."""

    name: str
    expression: str
    build: Builder

    @cached_property
    def expanded(self) -> str:
        return expand(self.expression)

    @cached_property
    def groups(self) -> Mapping[str, int]:
        """Named groups to their numbers."""
        return dict(self.compiled.groupindex)

    @cached_property
    def compiled(self) -> Any:
        return re2.compile(self.expanded)


def each_person(relation: Relation, group: str = "p") -> Builder:
    """A builder: one finding per person in a group."""

    def build(hit: Hit) -> Iterator[Found]:
        for person in hit.people(group):
            yield hit.found(relation, {"value": person.name})

    return build


class PatternSet:
    """All patterns of the registry. RE2's filter looks for the words that each one needs and then tries only those that can match."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._filter = re2.Filter()
        for pattern in self.patterns:
            self._filter.Add(pattern.expanded)
        self._filter.Compile()

    def find(self, sentence: Sentence) -> Iterator[tuple[Pattern, Found]]:
        """Findings of all patterns in one sentence."""
        for index in sorted(self._filter.Match(sentence.typed) or ()):
            pattern = self.patterns[index]
            at = 0
            while (match := pattern.compiled.search(sentence.typed, at)) is not None:
                hit = Hit(sentence, match, pattern)
                for found in pattern.build(hit):
                    yield pattern, found
                # matches may overlap: the next one may begin behind the cue of this one
                at = max(hit.span("t")[1] if hit.has("t") else match.end(), match.start() + 1, at + 1)
