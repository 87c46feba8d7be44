"""What one issue prints, as frozen data: composed once from the snapshot, written as JSON, and all that the templates ever see.

Every text in here is cleaned (reports.text) and every link is a plain web address or None. Days are calendar days, UTC.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer

FORMAT = 1


class Part(BaseModel):
    """Base of everything printed: immutable, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Run(Part):
    """A stretch of words; ``em`` marks the title of a work, ``own`` is False for words that come from elsewhere (they are isolated)."""

    text: str
    em: bool = False
    own: bool = True


class Words(Part):
    """One printed sentence or phrase."""

    runs: tuple[Run, ...]

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


class ShowRef(Part):
    """``page`` is the show's page in the archive, relative to the folder of all issues."""

    slug: str
    title: str
    page: str


class SiteRef(Part):
    slug: str
    name: str
    page: str


class Source(Part):
    """A page that a fact on record was read on; ``read`` is None where the record names no day."""

    statement: Words
    publisher: str
    url: str | None
    read: date | None
    tier: int


class Carrier(Part):
    """One article that states the value, with its own words. ``published`` is what the page says, None when it says nothing.

    ``copied`` counts the pages that repeat its text. The biggest carrier is the most copied one, or else that of the busiest site.
    """

    site: SiteRef
    title: str
    url: str | None
    author: str | None
    published: date | None
    first_seen: date
    quote: str
    language: str | None
    modality: str
    origin: str
    role: Literal["first", "biggest", "first and biggest", "other"]
    copied: int = 0
    corrected: date | None = None


class SpreadPoint(Part):
    """Pages of one origin that first stated it on one day; ``day`` is None before the week.

    ``origin`` is "A", "B", ... in order of appearance, or "others"; ``site`` is where it began, "" for others.
    """

    day: date | None
    origin: str
    site: str
    pages: int


class Correction(Part):
    """A false value that one article stopped stating. ``notice`` is the article's own announcement, None when it was quiet."""

    show: ShowRef
    site: SiteRef
    title: str
    url: str | None
    quote: str
    said: Words
    stated_until: date
    corrected: date
    kind: Literal["open", "quiet"]
    notice: str | None
    days_standing: int


class Edit(Part):
    """A checkable value that one article replaced by another, the old one not known to be false. ``verdict`` is the new one's, in words.

    ``notice`` is the article's own announcement, None when it said nothing.
    """

    show: ShowRef
    site: SiteRef
    title: str
    url: str | None
    topic: str
    was: Words
    now: Words
    old_quote: str
    new_quote: str
    stated_until: date
    changed: date
    notice: str | None
    verdict: str


class Kit(Part):
    """What an editor needs to ask for a correction. ``claim_review`` is ClaimReview JSON-LD as text, ``more_reviews`` those of the
    item's further statements."""

    note_to: SiteRef
    note_subject: str
    note: str
    citation: str
    claim_review: str
    more_reviews: tuple[str, ...] = ()


class Statement(Part):
    """A further false statement of the same story: about the same show, on the same pages or against the same fact on record."""

    anchor: str
    key: str
    kind: Literal["falsehood", "correction"]
    relation: str
    topic: str
    said: Words
    headline: Words
    verdict: str
    sources: tuple[Source, ...]
    carrier: Carrier
    pages: int
    origins: int
    hedged: int
    still_up: int
    change: str | None


class Item(Part):
    """One story: a falsehood or a correction, with what else the same pages get wrong about the show in ``also``.

    ``change`` is None in an item's first issue; ``weight`` is harm x reach x certainty. Counts and carriers are the leading statement's,
    ``folded`` holds the keys of statements that say the same less fully and are counted in with it.
    """

    anchor: str
    key: str
    kind: Literal["falsehood", "correction"]
    status: Literal["new", "update"]
    rank: int
    show: ShowRef
    relation: str
    topic: str
    headline: Words
    said: Words
    verdict: str
    explanation: str
    sources: tuple[Source, ...]
    carriers: tuple[Carrier, ...]
    pages: int
    origins: int
    hedged: int
    still_up: int
    since: date
    new_pages: int
    sites: tuple[SiteRef, ...]
    languages: tuple[str, ...]
    change: str | None
    why: str
    harm: float
    reach: float
    certainty: float
    weight: float
    spread: tuple[SpreadPoint, ...]
    corrections: tuple[Correction, ...]
    ruled: str | None
    kit: Kit | None
    also: tuple[Statement, ...] = ()
    folded: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Every falsehood that is printed here."""
        return (self.key, *self.folded, *(statement.key for statement in self.also))

    @property
    def statements(self) -> tuple[tuple[Words, tuple[Source, ...]], ...]:
        """What is on record, each statement once with all the sources that have it."""
        grouped: dict[str, list[Source]] = {}
        for source in self.sources:
            grouped.setdefault(source.statement.plain, []).append(source)
        return tuple((sources[0].statement, tuple(sources)) for sources in grouped.values())


class Cite(Part):
    """The most reliable piece on a show: the article to cite."""

    title: str
    url: str | None
    site: SiteRef
    low: float
    published: date | None


class ShowLine(Part):
    """One show's week. Verdict counts are claims in the article's own word, each once per article."""

    show: ShowRef
    year: int | None
    premise: str | None
    premise_source: str | None
    articles: int
    answered_right: int
    answered_wrong: int
    supported: int
    contradicted: int
    conflicting: int
    minor: int
    unverifiable: int
    cite: Cite | None

    @property
    def claims(self) -> int:
        return self.supported + self.contradicted + self.conflicting + self.minor + self.unverifiable


class SiteLine(Part):
    """One site's standing at the week's end. ``movement`` is the change of the score since a week before, None without an earlier one."""

    site: SiteRef
    kind: str | None
    score: float | None
    low: float | None
    high: float | None
    raw_share: float | None
    articles: int
    origins: int
    movement: float | None
    week_articles: int
    week_contradicted: int


class RadarLine(Part):
    """A work that articles call a true story and nobody put on the list."""

    title: str
    articles: int
    sites: tuple[str, ...]
    example_title: str | None
    example_url: str | None


class HeldLine(Part):
    """Something that an editor has to look at. ``said`` and ``carrier`` are None where the machine must not print the statement alone."""

    show: ShowRef
    reason: Literal["conflict", "person or crime", "paused", "record"]
    said: Words | None
    carrier: Carrier | None
    sources: tuple[Source, ...]
    pages: int
    origins: int
    note: str
    key: str


ChangeKind = Literal["superseded", "removed", "disputed", "settled", "added", "completed", "reopened", "sourced", "unsourced"]


class RecordSource(Part):
    """A page that vouches for what changed. ``owner`` is None where the record names none, ``read`` where the page was read later than the
    issue's cut-off."""

    publisher: str
    owner: str | None
    url: str | None
    read: date | None


class RecordChange(Part):
    """What one edit did to one property of one show's record; ``values`` of it, of which the first three are said.

    ``was`` is what is no longer on record, ``now`` what is. ``sources`` vouch for what is new, or did for what went, as ``vouching`` says.
    ``note`` is the record's own reason of a dispute. ``rejudged`` counts
    stored claims with a new verdict row because of it, ``changed`` those whose verdict became another; ``effect`` says both, None for none.
    """

    show: ShowRef
    relation: str
    topic: str
    kind: ChangeKind
    word: str
    was: tuple[Words, ...]
    now: tuple[Words, ...]
    values: int
    note: str | None
    vouching: str
    sources: tuple[RecordSource, ...]
    seen: date
    rejudged: int
    changed: int
    effect: str | None

    @property
    def more(self) -> int:
        """Values that are counted and not said."""
        return self.values - max(len(self.was), len(self.now))


class RecordNews(Part):
    """Changes of records since ``since``; ``hidden`` ones are too many, or wait for an editor."""

    since: date
    changes: tuple[RecordChange, ...]
    hidden: int


class SiteDay(Part):
    """A site that was silent, failed or out of its healthy range on some days of the week."""

    site: SiteRef
    days: tuple[date, ...]
    cause: str


class FailedCheck(Part):
    name: str
    severity: str
    days: tuple[date, ...]
    offending: int


class Health(Part):
    """The week's pipeline. The canary figures are None where none were run: "not measured"."""

    days: tuple[date, ...]
    missing_days: tuple[date, ...]
    sites_crawled: int
    sites_watched: int
    articles_new: int
    articles_changed: int
    articles_gone: int
    articles_checked: int
    claims_checked: int
    silent: tuple[SiteDay, ...]
    checks_run: int
    failed_checks: tuple[FailedCheck, ...]
    canaries: int
    canary_recall: float | None
    canary_false_alarms: int | None
    twins: int
    checker_version: str | None
    record_version: str | None
    rubric_version: str | None


class Memory(Part):
    """What was last printed of an item, so that it is not printed again without a change."""

    key: str
    week: str
    pages: int
    origins: int
    sites: int
    corrected: int
    claimed: str


class Imprint(Part):
    """Who publishes: name, address for readers, and where the folder of issues is served (ends in "/"; "" for files only).

    ``policy_url`` and ``method_url`` are None where the archive's own pages do.
    """

    name: str = "Reelcheck"
    tagline: str = "What is said about true-story shows, and what is on record"
    contact: str = "desk@reelcheck.example"
    base_url: str = "https://reelcheck.example/digests/"
    policy_url: str | None = None
    method_url: str | None = None

    @property
    def policy_link(self) -> str:
        """Where the policy stands: of the publisher's own, or the page in the archive."""
        return self.policy_url or f"{self.base_url}policy.html"

    @property
    def method_link(self) -> str:
        return self.method_url or f"{self.base_url}method.html"


class IssueContext(Part):
    """Everything one issue prints, in one language. ``opening`` is at most three lines; ``standing`` counts known items without a change.

    ``cut_off`` (UTC) is the latest moment of which the snapshot knew anything: composed anew as of it, nothing that was recorded later
    counts. None in issues from before it was kept. ``records`` is None in issues from before that part was printed: they stay without it.
    """

    format: int = FORMAT
    imprint: Imprint
    language: str = "en"
    week: str
    monday: date
    sunday: date
    cut_off: datetime | None = None
    previous_week: str | None
    title: str
    quiet: bool
    opening: tuple[Words, ...]
    items: tuple[Item, ...]
    more_items: int
    standing: int
    shows: tuple[ShowLine, ...]
    sites: tuple[SiteLine, ...]
    corrections: tuple[Correction, ...]
    edits: tuple[Edit, ...] = ()
    edits_hidden: int = 0
    records: RecordNews | None = None
    radar: tuple[RadarLine, ...]
    held: tuple[HeldLine, ...]
    held_hidden: int
    health: Health
    method: tuple[str, ...]
    memory: tuple[Memory, ...]

    @model_serializer(mode="wrap")
    def _leave_out_what_was_not_kept(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """An older issue gives the bytes that it gave when it was new."""
        plain: dict[str, Any] = serialize(self)
        if self.records is None:
            plain.pop("records", None)
        return plain
