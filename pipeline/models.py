"""The project's words as types: what the stages hand to one another.

No behaviour beyond trivial properties; imports nothing of the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

# --- articles -------------------------------------------------------------------------------------------------------

BlockKind = Literal["paragraph", "heading", "list_item", "fact_row", "caption", "quote"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of body text, white space folded to single blanks. A ``fact_row`` is "Label: value" from a fact box or table."""

    text: str
    kind: BlockKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Link:
    """An outgoing link of the article's body; ``href`` is absolute."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One page's article as the extractor saw it. Optional fields are None, never "".

    ``published`` and ``modified`` are timezone-aware; where the page gives only a day they are midnight UTC and ``published_has_time``
    is False.
    ``url`` is the address it was fetched from (None for a local text file), ``canonical_url`` what the page declares, made absolute.
    ``language`` is an ISO 639-1 code.
    """

    url: str | None
    title: str | None
    paragraphs: tuple[Paragraph, ...]
    canonical_url: str | None = None
    site: str | None = None
    site_name: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    published_has_time: bool = False
    modified: datetime | None = None
    language: str | None = None
    description: str | None = None
    links: tuple[Link, ...] = ()
    page_type: Literal["article", "video", "gallery", "listing", "stub", "other"] = "article"
    paywalled: bool = False
    noarchive: bool = False
    structured_types: tuple[str, ...] = ()  # schema.org types that the page declares, e.g. ("NewsArticle", "FAQPage")

    @property
    def text(self) -> str:
        """The body: paragraphs joined by newlines, without the title."""
        return "\n".join(p.text for p in self.paragraphs)


# --- records --------------------------------------------------------------------------------------------------------

Property = Literal[
    "story_basis", "based_on", "creator", "writer", "director", "producer", "production_company", "cast_member", "platform", "country",
    "language", "premiere_date", "episode_count", "season_count", "setting_place", "setting_time", "filming_location", "protagonist",
    "real_event", "award", "renewal",
]  # fmt: skip
Relation = Property
ShowFormat = Literal["limited series", "series", "film", "documentary series", "documentary film"]


@dataclass(frozen=True, slots=True)
class Source:
    """A page (or person) that vouches for facts.

    ``tier``: 1 platform, credits, makers on record; 2 press, encyclopaedia; 3 any other page; 4 general knowledge, which supports and is
    never printed. Sources of one ``owner``, and a page that follows another (``after``), count once.
    """

    key: str
    publisher: str
    tier: int
    read: date
    url: str | None = None
    owner: str | None = None
    after: str | None = None
    licence: str | None = None  # under which its words are held; None for facts stated in our own words
    revision: str | None = None  # of the page or entity that was read, where it counts them
    restricted: bool = False  # its licence keeps what it alone says out of what is published


@dataclass(frozen=True, slots=True)
class Fact:
    """One sourced statement of a record. Keys beside property, value and sources are qualifiers (docs/records.md has the format)."""

    property: Property
    value: str | int
    sources: tuple[str, ...]
    author: str | None = None
    kind: str | None = None
    year: int | None = None
    publisher: str | None = None
    character: str | None = None
    real_person: str | None = None
    season: int | None = None  # set where the fact is about exactly one season
    region: str | None = None
    scope: str | None = None
    when: str | None = None
    where: str | None = None
    note: str | None = None
    disputed: str | None = None  # good sources differ: may support, never contradicts
    fair_kinds: tuple[str, ...] = ()
    fair_years: tuple[int, ...] = ()
    fair_values: tuple[str, ...] = ()  # other values that are fair to say
    seasons: tuple[int, ...] = ()  # all seasons that it is about; () where it names none
    confirmed: str | None = None  # the editor (and day) who vouches for it: outranks every other source


@dataclass(frozen=True, slots=True)
class Show:
    """The record of one work. ``complete``: property -> sources that vouch for its values being all there are."""

    slug: str
    title: str
    format: ShowFormat
    as_of: date
    facts: tuple[Fact, ...]
    sources: Mapping[str, Source]
    complete: Mapping[str, tuple[str, ...]]
    original_title: str | None = None
    also_known_as: tuple[str, ...] = ()
    year: int | None = None
    ids: Mapping[str, str] = field(default_factory=dict)
    characters: tuple[str, ...] = ()  # named by a live source without who plays them

    def facts_of(self, *properties: str) -> tuple[Fact, ...]:
        return tuple(f for f in self.facts if f.property in properties)

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title the work goes by, the main one first."""
        return tuple(dict.fromkeys(t for t in (self.title, self.original_title, *self.also_known_as) if t))


@dataclass(frozen=True, slots=True)
class RecordBook:
    """All records in force. ``version`` changes when, and only when, the content of a record does."""

    shows: Mapping[str, Show]
    version: str


# --- claims and verdicts --------------------------------------------------------------------------------------------

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "hedged", "question", "reported", "debunked"]
VerdictName = Literal["supported", "contradicted", "conflicts_with_record", "minor_discrepancy", "unverifiable", "not_a_claim"]
Label = Literal["reliable", "mixed", "unreliable", "insufficient"]
ObjectValue = str | int


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement in the text around it, in word pieces (claims/passages/coding.py): numbers of ``pieces``; those from ``start`` up to
    ``end`` state it."""

    pieces: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement about a work, where it stands.

    ``quote`` is a verbatim substring of the title (``paragraph`` 0) or of paragraph ``paragraph`` (1-based); ``start``/``end`` are
    character offsets of the quote there. ``show`` is a slug on record, or the plain title of a work that has no record. ``object`` uses
    the keys value, author, kind, year, character, real_person, season, degree, region.
    ``subject`` says how the work was resolved ("title", "pronoun", "about", "section", "other_work"), with a confidence in 0..1.
    ``speaker`` is who is quoted or reported, if anybody.
    """

    show: str
    relation: Relation
    object: Mapping[str, ObjectValue]
    polarity: Polarity
    modality: Modality
    quote: str
    paragraph: int
    start: int
    end: int
    subject: str = "about"
    subject_confidence: float = 1.0
    speaker: str | None = None
    pattern: str = ""  # id of the pattern that found it, for "why?"
    plain: str = ""  # the quote in ASCII, look-alikes and hidden characters resolved: what rules look at; "" where nobody folded it
    sentence: str = ""  # the whole sentence around it, in the same ASCII
    doubts: tuple[str, ...] = ()  # reasons to doubt that the article says this of this work (pipeline/claims/doubts.py names them)
    likelihood: float | None = None  # 0..1, that the words state this, by the slot model; None where it was not asked
    against: float | None = None  # 0..1, that they are somebody else's or say the opposite, likewise
    passage: Passage | None = field(default=None, repr=False, compare=False)  # None where nobody coded it


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact on record set beside a claim."""

    property: str
    value: str
    publisher: str
    url: str | None
    tier: int
    read: date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim with its verdict.

    ``gates_failed``: names of the gates that kept it from "contradicted" (empty when it got there or never aimed to).
    """

    claim: Claim
    verdict: VerdictName
    explanation: str
    evidence: tuple[Evidence, ...] = ()
    gates_failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A known show's title found in the article; offsets within the paragraph (0 = title)."""

    show: str
    surface: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Premise:
    """What the article answers to "is it a true story?" against the record. ``article`` is None where it evades or does not say."""

    article: str | None
    record: str | None
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one article: the work it is about (None: none on record), mentions of recorded works, other works named, claims."""

    about: str | None
    about_confidence: float
    mentions: tuple[Mention, ...]
    other_works: tuple[str, ...]
    claims: tuple[Claim, ...]
    people: tuple[str, ...] = ()  # full names of persons named in the title or body, as written, each once


@dataclass(frozen=True, slots=True)
class Finding:
    """A signal's answer about one article, with what was seen."""

    signal: str
    answer: Literal["yes", "no", "cannot tell"]
    evidence: str
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """Factual reliability of one article (or of one work's share of it). score, low and high are None when the label is insufficient.

    ``low``/``high`` bound the 90 % interval of the posterior; ``coverage`` is checkable weight over all weight.
    ``core`` is "right", "wrong" or "not answered": does it get the source and the truth of the story right?
    """

    label: Label
    score: float | None
    low: float | None
    high: float | None
    coverage: float
    core: Literal["right", "wrong", "not answered"]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything Reelcheck says about one article."""

    article: Article
    source: str
    reading: Reading
    judgements: tuple[Judgement, ...]
    premise: Premise
    findings: tuple[Finding, ...]
    score: Score
    show_scores: Mapping[str, Score] = field(default_factory=dict)  # listicles: one per work
