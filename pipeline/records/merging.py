"""Curated records and what the live sources say, merged into the one book that articles are judged by.

A curated file stands above every live source. Sources that agree are named together, so that independent agreement makes evidence strong.
Where they differ the values are ``disputed``: they may support a claim and never contradict one. What is near to a value on record, and
not the same, is left out. Nothing but an editor's word settles a dispute: a curated fact that is ``confirmed`` has no rivals.

No live source makes a list complete but one: TVmaze lists every episode of a show that has ended, so its counts of episodes and seasons
are all there is, unless somebody disputes them.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pipeline.errors import BadInputError
from pipeline.models import Fact, RecordBook, Show, Source
from pipeline.records.characters import compare_characters
from pipeline.records.dates import read_date, read_years
from pipeline.records.folding import fold
from pipeline.records.likeness import Likeness
from pipeline.records.live.facts import IMDB, SOURCES, TVMAZE, SourcedFact, to_fact
from pipeline.records.live.kept import KeptShow, Said, folder_of, read_kept
from pipeline.records.media import compare_kinds
from pipeline.records.names import compare_people
from pipeline.records.organisations import compare_companies, compare_platforms
from pipeline.records.owners import is_strong
from pipeline.records.place_names import compare_places
from pipeline.records.titles import compare_titles

logger = logging.getLogger(__name__)

PEOPLE = frozenset({"creator", "writer", "director", "producer", "cast_member"})
PLACES = frozenset({"setting_place", "filming_location", "country"})
SINGLE = frozenset({"story_basis", "episode_count", "season_count", "premiere_date"})  # one value per season and region
EXHAUSTIVE: Mapping[str, frozenset[str]] = {TVMAZE.key: frozenset({"episode_count", "season_count"})}
_NOT_ONE_TITLE = 2  # words from which a title of a live source is safe to look for in articles


@dataclass(slots=True)
class Merged:
    """A merged show with what came of it, for an editor. Each line names the property and the values."""

    show: Show
    disputed: list[str] = field(default_factory=list)
    overruled: list[str] = field(default_factory=list)  # an editor's word stands against it
    near: list[str] = field(default_factory=list)


def load_merged(curated: RecordBook, root: Path, day: date) -> RecordBook:
    """The book for a day: curated records with the live statements in force on that day, from the kept files under a world's root.

    The version is the curated one where no live statement is in force, and depends on nothing but content: asking again and hearing the
    same changes nothing.
    """
    merged = merge_book(curated, root, day)
    shows = {slug: m.show for slug, m in merged.items()}
    live = {slug: m.show for slug, m in merged.items() if m.show is not curated.shows[slug]}
    return RecordBook({**curated.shows, **shows}, hash_live(curated.version, live) if live else curated.version)


def merge_book(curated: RecordBook, root: Path, day: date) -> dict[str, Merged]:
    """slug -> merged show, for those that have a kept file. A damaged file is left out, with a warning: the curated record judges alone."""
    folder = folder_of(root)
    slugs = sorted(p.stem for p in folder.glob("*.json")) if folder.is_dir() else []
    taken = {fold(t) for show in curated.shows.values() for t in show.titles}
    merged = {}
    for slug in (s for s in slugs if s in curated.shows):
        try:
            merged[slug] = merge_show(curated.shows[slug], read_kept(root, slug), day, taken)
        except BadInputError as e:
            logger.warning("live statements left out show=%s day=%s reason=%s", slug, day, e)
    return merged


def hash_live(version: str, shows: Mapping[str, Show]) -> str:
    """Twelve hex digits of the curated version and the merged facts, without days of reading and revisions."""
    told = [
        version,
        *(
            json.dumps([slug, repr(s.facts), sorted(s.complete.items()), s.titles, s.characters, sorted(s.sources)], ensure_ascii=False)
            for slug, s in sorted(shows.items())
        ),
    ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:12]


def merge_show(show: Show, kept: KeptShow, day: date, taken_titles: Iterable[str] = ()) -> Merged:
    """One show with the statements in force on a day; the same object where there are none, or where no id of it is confirmed."""
    if not any(show.ids.values()) or not kept.in_force(day):
        return Merged(show)
    table = _Table(show)
    for fact in sorted(kept.facts_of(day), key=lambda f: (f.tier, f.source)):
        if show.ids.get(_needs_id(fact.source)):  # an editor has taken the id back: its source no longer counts
            table.add(fact)
    used = {key for fact in table.facts for key in fact.sources if key in SOURCES}
    sources: dict[str, Source] = {**show.sources, **{key: _source_on(kept, key, day) for key in sorted(used)}}
    standing = {prop: keys for prop, keys in show.complete.items() if prop not in table.reopened}
    complete: dict[str, tuple[str, ...]] = {**standing, **_complete_lists(show, table.facts, kept.in_force(day))}
    titles = _new_titles(show, kept.in_force(day), set(taken_titles))
    table.out.show = replace(
        show, facts=tuple(table.facts), sources=sources, complete=complete, also_known_as=(*show.also_known_as, *titles),
        characters=tuple(str(s.value) for s in kept.in_force(day) if s.property == "character" and show.ids.get(_needs_id(s.source))),
    )  # fmt: skip
    _compare_premise(table)
    return table.out


def _compare_premise(table: _Table) -> None:
    """A story on record as fiction of which a live source names a real event: nobody's verdict changes, an editor should look."""
    events = [f for f in table.facts[table.curated :] if f.property == "real_event"]
    if events and any(f.value == "fiction" for f in table.show.facts_of("story_basis")):
        table.out.near.append(f"{_say(events[0])}, and the story is fiction on record")


def _needs_id(source: str) -> str:
    """The id under which a live source is asked about a work."""
    return {TVMAZE.key: "tvmaze", IMDB.key: "imdb"}.get(source, "wikidata")


def _source_on(kept: KeptShow, key: str, day: date) -> Source:
    """The source as it was read last with other content than before, not after the day: the date and revision that evidence prints."""
    live, asked = SOURCES[key], kept.sources.get(key)
    read = max((d for d in (asked.read if asked else ()) if d <= day), default=day)
    newest = max((s for s in kept.in_force(day, key)), key=lambda s: s.first_seen)
    return Source(
        key, live.publisher, live.tier, read, asked.url if asked else None, after=live.after, licence=live.licence,
        revision=newest.revision, restricted=live.restricted,
    )  # fmt: skip


def _complete_lists(show: Show, facts: Sequence[Fact], said: Iterable[Said]) -> dict[str, tuple[str, ...]]:
    """What EXHAUSTIVE allows: a list that its source vouches for, that no editor spoke about and nobody disputes."""
    found: dict[str, tuple[str, ...]] = {}
    for s in said:
        prop = str(s.value)
        if s.property == "exhaustive" and prop in EXHAUSTIVE.get(s.source, ()) and prop not in show.complete:
            own = [f for f in facts if f.property == prop]
            if any(s.source in f.sources for f in own) and not any(f.disputed for f in own):
                found[prop] = (s.source,)
    return found


def _new_titles(show: Show, said: Iterable[Said], taken: set[str]) -> Iterator[str]:
    """Titles of the live sources that are safe to look for: of two words or more, and no other show's."""
    own = {fold(t) for t in show.titles}
    for s in said:
        plain = fold(str(s.value))
        if s.property == "title" and plain not in own | taken and len(plain.split()) >= _NOT_ONE_TITLE:
            own.add(plain)
            yield str(s.value)


class _Table:
    """The facts of one show while live statements are added to them."""

    def __init__(self, show: Show) -> None:
        self.show = show
        self.facts: list[Fact] = list(show.facts)
        self.curated = len(self.facts)
        self.out = Merged(show)
        self.reopened: set[str] = set()  # complete and empty on record, and yet a live source knows a value: nobody is contradicted by that

    def add(self, said: SourcedFact) -> None:
        fact = to_fact(said)
        if fact.property == "based_on":
            self._add_source_work(fact)
        elif fact.property == "cast_member" and fact.character:
            self._add_role(fact)
        else:
            self._add_value(fact)

    # --- plain values ---

    def _add_value(self, fact: Fact) -> None:
        others = [n for n, f in enumerate(self.facts) if f.property == fact.property and _same_scope(f, fact)]
        likeness = {n: compare_values(fact, self.facts[n]) for n in others}
        same = [n for n in others if likeness[n] is Likeness.SAME]
        if same:
            for n in same:
                if not self.facts[n].character and not _is_coarser(fact, self.facts[n]):
                    self._vouch(n, fact)  # a bare name says nothing of a role that stands there, nor a year of a day
            return
        if any(x in {Likeness.NEAR, Likeness.UNCLEAR} for x in likeness.values()):
            self.out.near.append(f"{_say(fact)} is near to {_say(self.facts[others[0]])}")
            return
        closed = fact.property in SINGLE or fact.property in self.show.complete
        self._add_beside(fact, others if closed else [])

    def _vouch(self, n: int, fact: Fact) -> None:
        """One more source for a fact that stands."""
        standing = self.facts[n]
        also = tuple(dict.fromkeys((*standing.fair_values, *fact.fair_values))) if n >= self.curated else standing.fair_values
        self.facts[n] = replace(standing, sources=tuple(dict.fromkeys((*standing.sources, *fact.sources))), fair_values=also)

    def _add_beside(self, fact: Fact, rivals: list[int]) -> None:
        """A new fact; where it has rivals both are disputed, unless a rival is curated and stands firm."""
        firm = [n for n in rivals if self.facts[n].confirmed]
        if firm:
            self.out.overruled.append(f"{_say(fact)}: an editor confirmed {_say(self.facts[firm[0]])}")
            return
        if not rivals:
            # Who vouches for a complete list vouches for each of its values: nobody did for this one.
            closed = fact.property in self.show.complete
            if closed:
                self.out.disputed.append(f"{_say(fact)}: the record's list is complete without it")
                if not self.show.facts_of(fact.property):
                    self.reopened.add(fact.property)
            self.facts.append(replace(fact, disputed="stands in no curated list") if closed else fact)
            return
        self.out.disputed.append(f"{_say(fact)} against {', '.join(_say(self.facts[n]) for n in rivals[:3])}")
        self.facts.append(replace(fact, disputed=f"others say {', '.join(str(self.facts[n].value) for n in rivals[:3])}"))
        for n in rivals:
            if not self._stands_firm(n):
                self._dispute(n, fact)

    def _stands_firm(self, n: int) -> bool:
        """Curated, on strong evidence, with the vouchers of its list."""
        fact = self.facts[n]
        vouchers = self.show.complete.get(fact.property, ())
        return n < self.curated and is_strong((*fact.sources, *vouchers), self.show.sources)

    def _dispute(self, n: int, rival: Fact) -> None:
        if not self.facts[n].disputed:
            self.facts[n] = replace(self.facts[n], disputed=f"{SOURCES[rival.sources[0]].publisher} says {rival.value}")

    # --- roles ---

    def _add_role(self, fact: Fact) -> None:
        """An actor with a character. The same pair is vouched for; another holder, or another role on record, is a dispute."""
        cast_list = [n for n, f in enumerate(self.facts) if f.property == "cast_member"]
        own = [n for n in cast_list if compare_people(str(fact.value), str(self.facts[n].value)) is Likeness.SAME]
        for n in own:
            if not self.facts[n].character:
                self._vouch(n, replace(fact, character=None))
        roles = {n: compare_characters(str(fact.character), str(f.character)) for n in cast_list if (f := self.facts[n]).character}
        same = [n for n in own if roles.get(n) is Likeness.SAME]
        if same:
            self._vouch_for_role(same, fact)
            return
        if any(roles.get(n) in {Likeness.NEAR, Likeness.UNCLEAR} for n in own):
            self.out.near.append(f"{_say(fact)} is near to a role on record")
            return
        holders = [n for n, likeness in roles.items() if likeness in {Likeness.SAME, Likeness.NEAR} and n not in own]
        if any(compare_people(str(fact.value), str(self.facts[n].value)) in {Likeness.NEAR, Likeness.UNCLEAR} for n in holders):
            self.out.near.append(f"{_say(fact)} is near to a holder on record")
            return
        self._add_beside(fact, [*holders, *(n for n in own if n in roles)])

    def _vouch_for_role(self, same: list[int], fact: Fact) -> None:
        """Who plays it is vouched for; whom it portrays only by who says that too. A portrait that is new is the source's alone."""
        for n in same:
            portrait = self.facts[n].real_person
            if portrait is None:
                self._vouch(n, replace(fact, real_person=None))
            elif fact.real_person and compare_characters(fact.real_person, portrait) is Likeness.SAME:
                self._vouch(n, fact)
            elif fact.real_person:
                self.out.near.append(f"{_say(fact)}, who is {fact.real_person}; on record it portrays {portrait}")
        if fact.real_person and not any(self.facts[n].real_person for n in same):
            self.facts.append(fact)

    # --- source works ---

    def _add_source_work(self, fact: Fact) -> None:
        """The same work is vouched for only where nothing on record is left unsaid; other years and kinds become fair to say."""
        works = [n for n, f in enumerate(self.facts) if f.property == "based_on"]
        same = [n for n in works if _same_work(fact, self.facts[n])]
        agreeing = [n for n in same if _compare_authors(fact, self.facts[n]) is Likeness.SAME]
        for n in agreeing or same[:1]:
            self._vouch_for_work(n, fact)
        if same:
            return
        if any(compare_titles(str(fact.value), str(self.facts[n].value)) is not Likeness.FAR for n in works):
            self.out.near.append(f"{_say(fact)} is near to a source work on record")
        elif fact.kind is None:
            self.out.near.append(f"{_say(fact)}: of no kind that records have a word for")
        else:
            closed = "based_on" in self.show.complete or any(self.facts[n].author == fact.author for n in works if fact.author)
            self._add_beside(fact, works if closed else [])

    def _vouch_for_work(self, n: int, fact: Fact) -> None:
        standing = self.facts[n]
        fair_years, fair_kinds = standing.fair_years, standing.fair_kinds
        if fact.year and standing.year and fact.year not in {standing.year, *fair_years}:
            fair_years = (*fair_years, fact.year)
        kinds_differ = fact.kind and standing.kind and compare_kinds(fact.kind, standing.kind, fair_kinds) is not Likeness.SAME
        if kinds_differ and fact.kind:
            fair_kinds = (*fair_kinds, fact.kind)
        authors = _compare_authors(fact, standing)
        if authors is Likeness.FAR:
            self.out.disputed.append(f"{_say(fact)} by {fact.author} against {standing.author}")
            self.facts.append(replace(fact, kind=fact.kind or standing.kind, disputed=f"on record is {standing.author}"))
            return
        says_all = all(getattr(fact, k) or not getattr(standing, k) for k in ("author", "kind", "year"))
        agrees = says_all and authors is Likeness.SAME and fair_years == standing.fair_years and not kinds_differ
        sources = tuple(dict.fromkeys((*standing.sources, *fact.sources))) if agrees else standing.sources
        also = tuple(dict.fromkeys((*standing.fair_values, *fact.fair_values)))
        self.facts[n] = replace(standing, sources=sources, fair_years=fair_years, fair_kinds=fair_kinds, fair_values=also)


def compare_values(a: Fact, b: Fact) -> Likeness:
    """Two values of one property, by the property's own scale; the same also where another name of one is the other's."""
    likeness = _compare(a.property, a.value, b.value)
    if likeness is Likeness.SAME:
        return likeness
    pairs = [(x, y) for x in (a.value, *_also(a)) for y in (b.value, *_also(b))]
    return Likeness.SAME if any(_compare(a.property, x, y) is Likeness.SAME for x, y in pairs[1:]) else likeness


def _is_coarser(a: Fact, b: Fact) -> bool:
    """Whether a date is less exact than another: it cannot vouch for that."""
    x, y = (read_date(str(f.value)) if f.property == "premiere_date" else None for f in (a, b))
    return bool(x and y and (x.first < y.first or x.last > y.last))


def _also(fact: Fact) -> tuple[str, ...]:
    return fact.fair_values[:20] if fact.property in PEOPLE | {"platform", "production_company"} | PLACES else ()


def _compare(prop: str, a: str | int, b: str | int) -> Likeness:
    if isinstance(a, int) or isinstance(b, int):
        return Likeness.SAME if a == b else Likeness.FAR
    if prop in PEOPLE:
        return compare_people(a, b)
    if prop == "platform":
        return compare_platforms(a, b)
    if prop == "production_company":
        return compare_companies(a, b)
    if prop in PLACES:
        return compare_places(a, b)
    if prop == "premiere_date":
        x, y = read_date(a), read_date(b)
        return Likeness.SAME if x and y and x.overlaps(y) else Likeness.FAR if x and y else Likeness.UNCLEAR
    if prop == "setting_time":
        spans = read_years(a), read_years(b)
        if all(spans):
            return Likeness.SAME if any(x[0] <= y[1] and y[0] <= x[1] for x in spans[0] for y in spans[1]) else Likeness.FAR
    return Likeness.SAME if fold(a) == fold(b) else Likeness.FAR


def _same_scope(a: Fact, b: Fact) -> bool:
    """About the same season and region; a fact that names none is about the whole, or the first release."""
    return a.seasons == b.seasons and a.season == b.season and fold(a.region or "") == fold(b.region or "")


def _compare_authors(a: Fact, b: Fact) -> Likeness:
    """SAME where one of them names none."""
    if not a.author or not b.author or fold(a.author) == fold(b.author):
        return Likeness.SAME
    return compare_people(a.author, b.author)


def _same_work(a: Fact, b: Fact) -> bool:
    names = [(x, y) for x in (str(a.value), *a.fair_values) for y in (str(b.value), *b.fair_values)]
    return any(compare_titles(x, y) is Likeness.SAME for x, y in names)


def _say(fact: Fact) -> str:
    vouchers = dict.fromkeys(SOURCES[s].publisher if s in SOURCES else "on record" for s in fact.sources)
    who = f" ({', '.join(vouchers)})"
    role = f" as {fact.character}" if fact.character else ""
    season = f", season {fact.season}" if fact.season else ""
    return f"{fact.property} {fact.value}{role}{season}{who}"
