"""based_on: the work, its kind, author, year and publisher, each compared for itself with every source on record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.models import Claim, Fact, Show
from pipeline.records.folding import fold
from pipeline.records.likeness import Likeness, closest
from pipeline.records.media import compare_kinds, is_other_genre, kind_of
from pipeline.records.names import compare_person_to_any, is_full_name, looks_like_organisation, split_people
from pipeline.records.organisations import compare_companies
from pipeline.records.titles import compare_titles
from pipeline.verdicts.comparison import NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext

_A_BOOK = frozenset({"memoir", "novel", "nonfiction book", "book"})
_DIGITS = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


@dataclass(frozen=True, slots=True)
class _Parts:
    """Likeness of each stated part of a claim to one source on record."""

    fact: Fact
    parts: dict[str, Likeness]

    @property
    def rank(self) -> tuple[int, int]:
        values = list(self.parts.values())
        return (values.count(Likeness.SAME) - values.count(Likeness.FAR), values.count(Likeness.SAME))


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """A part that is far from every source on record excludes the claim; parts of different sources mixed are near."""
    del context
    facts = _relevant(claim, show)
    if not show.facts_of("based_on"):
        return _compare_with_none(claim, show)
    stated = _stated(claim)
    if not facts or not stated or _dates_the_work(stated, show):
        return NO_RECORD
    compared = [_Parts(f, _compare_parts(stated, f, show)) for f in facts]
    other_genre = _tells_another_genre(claim, stated, compared)
    return _combine(claim, show, stated, compared, facts, other_genre=other_genre)


def _relevant(claim: Claim, show: Show) -> tuple[Fact, ...]:
    season = claim.object.get("season")
    facts = show.facts_of("based_on")
    return tuple(f for f in facts if season is None or f.season is None or str(f.season) == str(season))


def _dates_the_work(stated: dict[str, str], show: Show) -> bool:
    """A year alone that is the work's own: "It came out in 2024" may well be said of the work, not of its source."""
    found = _DIGITS.search(stated.get("year", ""))
    return set(stated) == {"year"} and found is not None and int(found[0]) == show.year


def _compare_with_none(claim: Claim, show: Show) -> Comparison:
    """The complete list is empty: an original work. Otherwise nothing is known."""
    vouchers = show.complete.get("based_on", ())
    if not vouchers:
        return NO_RECORD
    named = bool({"author", "value", "kind"} & set(claim.object))
    closed = () if named else ("value",)
    return Comparison(Grade.FAR, (), "complete", closed, "is an original screenplay, with no source work", vouchers=vouchers)


def _stated(claim: Claim) -> dict[str, str]:
    keys = ("value", "kind", "author", "year", "publisher")
    return {key: str(claim.object[key]) for key in keys if claim.object.get(key) not in {None, ""}}


def _compare_parts(stated: dict[str, str], fact: Fact, show: Show) -> dict[str, Likeness]:
    parts: dict[str, Likeness] = {}
    if "author" in stated:
        parts["author"] = _compare_author(stated["author"], fact)
    if "kind" in stated:
        parts["kind"] = compare_kinds(stated["kind"], fact.kind or "", fact.fair_kinds)
    if "value" in stated:
        parts["value"] = _compare_work(stated["value"], fact, show, parts.get("author"))
    if "year" in stated:
        parts["year"] = _compare_year(stated["year"], fact)
    if "publisher" in stated and fact.publisher:
        parts["publisher"] = closest(
            [compare_companies(stated["publisher"], p) for p in re.split(r" and | / |[(),]", fact.publisher) if p.strip()]
        )
    return parts


def _compare_author(author: str, fact: Fact) -> Likeness:
    if fact.publisher and compare_companies(author, fact.publisher) is Likeness.SAME:
        return Likeness.SAME
    if not fact.author:
        return Likeness.UNCLEAR
    people = split_people(author)
    found = [compare_person_to_any(p, (fact.author,), surname_is_enough=True) for p in people]
    if Likeness.FAR in found:
        full = all(is_full_name(p) and not looks_like_organisation(p) for p, x in zip(people, found, strict=True) if x is Likeness.FAR)
        recorded_is_person = not looks_like_organisation(fact.author) and is_full_name(fact.author)
        return Likeness.FAR if full and recorded_is_person else Likeness.UNCLEAR
    return closest(found) if all(x is Likeness.SAME for x in found) else max(found, key=lambda x: x is not Likeness.SAME)


def _compare_work(title: str, fact: Fact, show: Show, author: Likeness | None) -> Likeness:
    if not title[:1].isupper() and not title[:1].isdigit():
        return Likeness.UNCLEAR  # a description ("trial transcripts"), no title
    titles = [str(fact.value), *fact.fair_values]
    found = closest([compare_titles(title, t) for t in titles])
    if found is Likeness.FAR and _may_be_called(title, show, fact):
        found = Likeness.SAME
    if found is Likeness.FAR and author is Likeness.SAME:
        return Likeness.NEAR  # the same author's work under another title: a translation, a reissue, a part
    if found is Likeness.FAR and (fact.note and fold(title) in fold(fact.note)):
        return Likeness.NEAR
    return found


def _may_be_called(title: str, show: Show, fact: Fact) -> bool:
    """A source of the same name as the show goes by the show's other titles too."""
    same_name = any(compare_titles(str(fact.value), t) is Likeness.SAME for t in show.titles)
    return same_name and any(compare_titles(title, t) is Likeness.SAME for t in show.titles)


def _compare_year(year: str, fact: Fact) -> Likeness:
    found = _DIGITS.search(year)
    if not found or fact.year is None:
        return Likeness.UNCLEAR
    claimed = int(found[0])
    if claimed == fact.year or claimed in fact.fair_years or (fact.note and found[0] in fact.note):
        return Likeness.SAME
    return Likeness.NEAR if abs(claimed - fact.year) == 1 else Likeness.FAR


def _tells_another_genre(claim: Claim, stated: dict[str, str], compared: list[_Parts]) -> bool:
    """Does it call each source on record fiction that was written as fact, or the other way round, in plain words and as its own?

    "A nonfiction novel" is a genre, "it has been called a novel" somebody else's word: neither is plain.
    """
    kind = stated.get("kind", "")
    others = [is_other_genre(kind, p.fact.kind or "", p.fact.fair_kinds) for p in compared]
    return claim.polarity == "affirmed" and all(others) and not _NOT_PLAINLY.search(claim.sentence or claim.quote)


_NOT_PLAINLY = re.compile(
    r"\b(?:non-?fiction|true[- ](?:crime|life)|real-life|autobiographical|semi-\w+|documentary|testimonial|so[- ]called|wrong(?:ly)?|"
    r"mistak\w+|called it|calls it|calling it|label\w*|describ\w+|shelved|catalogu?e\w*|passes|pass(?:es)? for|reads? like|as if|as though|"
    r"rather than|instead of|whatever|graphic|adapted into|sequel|"
    r"no ficci[oó]n|autobiogr[aá]fic[ao]|testimonio|novelad[oa]|gr[aá]fica|como si|llamad[oa]|figur[ae])\b",
    re.IGNORECASE,
)


def _combine(
    claim: Claim, show: Show, stated: dict[str, str], compared: list[_Parts], facts: tuple[Fact, ...], *, other_genre: bool
) -> Comparison:
    claim_denies = claim.polarity == "negated"
    best = max(compared, key=lambda p: (p.rank, not p.fact.disputed))
    right = f"is based on {describe(best.fact)}"
    excluded = {part for part in stated if all(p.parts.get(part) is Likeness.FAR for p in compared)}
    deciding = firm(facts)
    if "year" in excluded and not _same_work(best):
        excluded.discard("year")  # the year of another work altogether says nothing about this one
    other_kind = "kind" in stated and all(p.parts["kind"] is not Likeness.SAME for p in compared)
    if other_kind and _is_own_earlier_work(claim, stated, show):
        return Comparison(Grade.NEAR, (best.fact,), failed=("mixed_sources",), right=right)
    if excluded - {"publisher"}:
        right = f"is based on {list_values([describe(f) for f in deciding], most=2)}" if deciding else right
        return Comparison(Grade.FAR, deciding, "complete", _mismatch_gates(stated, excluded), right)
    if "publisher" in excluded:
        return Comparison(Grade.FAR, deciding, "never", ("publisher",), right)
    if Likeness.FAR in best.parts.values():
        return Comparison(Grade.NEAR if claim_denies else Grade.FAR, deciding, "complete", ("mixed_sources",), right)
    if other_genre and best.parts.get("kind") is Likeness.NEAR:
        return Comparison(Grade.FAR, deciding, "complete", (), right, amber=False, slip=True)
    if best.parts.get("year") is Likeness.NEAR:
        return Comparison(Grade.SLIGHT, (best.fact,), right=right)
    if best.parts.get("kind") is Likeness.NEAR:
        fiction_for_fact = kind_of(stated["kind"]) in {"novel", "short story"} and (best.fact.kind or "") in {"memoir", "nonfiction book"}
        return Comparison(Grade.SLIGHT if fiction_for_fact else Grade.NEAR, (best.fact,), failed=("kind_near",), right=right)
    if Likeness.NEAR in best.parts.values() and Likeness.SAME not in best.parts.values():
        return Comparison(Grade.NEAR, (best.fact,), failed=("title_near",), right=right)
    if claim_denies and set(best.parts.values()) != {Likeness.SAME}:
        return Comparison(Grade.NEAR, (best.fact,), failed=("title_near",), right=right)
    if claim_denies and "kind" in stated and kind_of(stated["kind"]) not in {"book", kind_of(best.fact.kind or "")}:
        return Comparison(Grade.NEAR, (best.fact,), failed=("kind_near",), right=right)
    if Likeness.UNCLEAR in [best.parts.get("value")]:
        return Comparison(Grade.INCOMPARABLE, (best.fact,), failed=("not_comparable",), right=right)
    if Likeness.SAME in best.parts.values():
        if best.parts.get("author") is Likeness.UNCLEAR and best.fact.author and best.parts.get("value") is not Likeness.SAME:
            return Comparison(Grade.INCOMPARABLE, (best.fact,), failed=("full_name",), right=right)  # "Roe's memoir", of Poe's
        return Comparison(Grade.MATCH, (best.fact,), "value", right=right)
    return Comparison(Grade.INCOMPARABLE, (best.fact,), failed=("not_comparable",), right=right)


def _is_own_earlier_work(claim: Claim, stated: dict[str, str], show: Show) -> bool:
    """Is it what the source's author had written before, as the record's events know, or beside the source that the sentence dates too?

    "The article came out in 2009 and the book in 2013", of a book.
    """
    claimed = _DIGITS.search(stated.get("year", ""))
    if claimed is None or "value" in stated or "publisher" in stated:
        return False
    told = fold(claim.sentence)
    for fact in show.facts_of("based_on"):
        surname = fold(fact.author or "").split()[-1:]
        lines = (fold(f"{f.value} {f.when or ''} {f.note or ''}") for f in show.facts_of("real_event"))
        known = bool(surname) and any(surname[0] in line.split() and claimed[0] in line for line in lines)
        known = known or (fact.year != int(claimed[0]) and claimed[0] in (fact.note or ""))
        beside = fact.year is not None and fact.year != int(claimed[0]) and str(fact.year) in told
        if known or beside:
            return True
    return False


def _same_work(parts: _Parts) -> bool:
    """Is it this work that the claim dates: nothing else about it is far, and something identifies it (or nothing else is said)?"""
    others = {k: v for k, v in parts.parts.items() if k != "year"}
    return Likeness.FAR not in others.values()


def _mismatch_gates(stated: dict[str, str], excluded: set[str]) -> tuple[str, ...]:
    """Gates closed for what is left: a lone title may be a translation that nobody put on record, unless the rest disagrees as well."""
    strong = excluded & {"author", "kind", "year"}
    if strong:
        return ()
    return () if "value" in excluded and len(fold(stated["value"]).split()) >= 2 else ("title",)


def describe(fact: Fact) -> str:
    """ "the 2020 memoir Nadie nos vio partir by Tamara Trottner"."""
    year = f"{fact.year} " if fact.year else ""
    author = f" by {fact.author}" if fact.author else ""
    published = f" ({fact.publisher})" if fact.publisher and fact.kind == "article" else ""
    return f"the {year}{fact.kind} {fact.value}{author}{published}"
