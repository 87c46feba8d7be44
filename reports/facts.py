"""What is right, with its sources: the evidence of a verdict as printable statements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reports.context import Source, Words
from reports.publishers import Standing, is_second_hand, rank_source
from reports.snapshot import Row, Snapshot
from reports.text import clean_text, safe_link
from reports.wording import Value, Values, say_claim, say_list, say_predicate

PRINTED_TIER = 3  # general knowledge (4) supports and is never printed
MOST_STATEMENTS = 3  # different values of one property beside one statement
MOST_VOUCHERS = 2  # sources of one value

# Where no fact decides, the evidence holds a predicate of the show instead of a value.
_PREDICATE = re.compile(r"^(?:is|was|has|had|came|comes|premiered|ended|tells|follows|draws|runs|takes)\b")
# How the evidence writes a value with its qualifiers; used only where the fact itself is no longer on record.
_IN_ROLE = re.compile(r"^(?P<value>.+?) as (?P<character>.+)$")
_OF_SEASON = re.compile(r"^(?P<value>.+?) \(season (?P<season>\d+)\)$")
_BY_AUTHOR = re.compile(r"^(?P<value>.+), by (?P<author>[^()]+?)(?: \((?P<kind>[^(),]+?)(?:, (?P<year>\d{4}))?\))?$")
# An explanation reads "This contradicts <publisher> (read <day>): <what is right>."
_IN_WORDS = re.compile(r"\(read [^)]*\): (?P<sentence>.+?)\.?$")


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact in force: its value and qualifiers, and the pages that vouch for it as the record lists them."""

    values: Values
    sources: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """The facts in force by show and property, and for how many shows each publisher is cited.

    ``known_on`` is the day of the issue's cut-off; pages read later are named last, and without the day.
    """

    facts: Mapping[tuple[str, str], tuple[KnownFact, ...]] = field(default_factory=dict)
    standing: Standing = field(default_factory=dict)
    known_on: date = date.max


def read_object(text: Any) -> dict[str, Value]:
    """An object or qualifiers column (JSON text) as a plain mapping; anything but text and whole numbers is left out."""
    loaded = json.loads(text) if isinstance(text, str) else text
    return {k: v for k, v in loaded.items() if isinstance(v, str | int) and not isinstance(v, bool)} if isinstance(loaded, dict) else {}


def read_records(snapshot: Snapshot, shows: Iterable[str]) -> Records:
    """The shows' facts, for fuller sentences and better known sources than the evidence alone allows."""
    found: dict[tuple[str, str], tuple[KnownFact, ...]] = {}
    for row in snapshot.fetch_rows("facts", shows=sorted(set(shows))):
        key = (row["show_slug"], row["property"])
        fact = KnownFact({"value": row["value"], **read_object(row["qualifiers"])}, tuple(read_list(row["sources"])))
        found[key] = (*found.get(key, ()), fact)
    return Records(found, read_standing(snapshot), snapshot.known_on)


def read_standing(snapshot: Snapshot) -> Standing:
    """Publisher -> for how many shows it is cited."""
    return {row["publisher"]: row["shows"] for row in snapshot.fetch_rows("publishers")}


def read_list(text: Any) -> list[Row]:
    loaded = json.loads(text) if isinstance(text, str) else text
    return [entry for entry in loaded or () if isinstance(entry, dict)]


class Answer:
    """The record's side of one verdict: what is printed as right, and who says so. Empty where nothing may be printed."""

    def __init__(self, show: str, title: str, relation: str, evidence: Any, records: Records, explanation: str | None = None) -> None:
        self._show, self._title, self._records = show, title, records
        entries = [e for e in read_list(evidence) if _tier(e) <= PRINTED_TIER]
        self._entries = sorted(entries, key=_tier)
        self._property = str(entries[0]["property"]) if entries else ""
        # A film that is said to have episodes is answered by what it is, not by the fact that stands beside it.
        self._in_words = self._read_explanation(explanation) if self._property not in ("", relation) else None

    @property
    def headline(self) -> Words | None:
        """All values of the first property in one sentence; None where nothing may be printed."""
        if not self._entries:
            return None
        if self._in_words:
            return self._in_words
        values = [str(e["value"]) for e in self._entries if e["property"] == self._property]
        values = _drop_wider(list(dict.fromkeys(values)))
        if len(values) == 1 or self._property in ("based_on", "cast_member", "story_basis", "premiere_date"):
            return self._say_fact(self._property, values[0])
        return say_claim(self._title, self._property, {"value": _join_values(values)})

    @property
    def sources(self) -> tuple[Source, ...]:
        """At most MOST_VOUCHERS sources for each of at most MOST_STATEMENTS values, the headline's value first.

        Independent pages of tier 1 and 2 by well-known publishers come first, those that pass on another page's text last.
        """
        by_value: dict[tuple[str, str], list[Row]] = {}
        for entry in self._entries:
            by_value.setdefault((str(entry["property"]), str(entry["value"])), []).append(entry)
        kept = _drop_wider([value for _, value in by_value])
        listed = [pair for pair in by_value.items() if pair[0][1] in kept][:MOST_STATEMENTS]
        vouchers = [
            self._choose_vouchers(name, value, entries, self._in_words or self._say_fact(name, value)) for (name, value), entries in listed
        ]
        return self._name_together(vouchers) or tuple(
            {(s.publisher, s.statement.plain): s for found in vouchers for s in found[:MOST_VOUCHERS]}.values()
        )

    def _name_together(self, vouchers: Sequence[Sequence[Source]]) -> tuple[Source, ...]:
        """Where the headline joins several values, those who vouch for all of them, once each; nobody where no one does."""
        headline = self.headline
        if len(vouchers) < 2 or headline is None or any(s.statement.plain == headline.plain for found in vouchers for s in found):
            return ()
        common = set.intersection(*({s.publisher for s in found} for found in vouchers))
        told = [s.model_copy(update={"statement": headline}) for s in vouchers[0] if s.publisher in common]
        return tuple(told[:MOST_VOUCHERS])

    def _choose_vouchers(self, name: str, value: str, entries: Sequence[Row], statement: Words) -> list[Source]:
        """The best of those that the verdict rests on and all others that vouch for the same fact; one per owner."""
        fact = self._find(name, value)
        known = [e for e in (fact.sources if fact and not self._in_words else ()) if _tier(e) <= PRINTED_TIER]
        ranked = rank_sources([*entries, *known], self._records.standing, self._records.known_on)
        chosen: dict[str, Source] = {}
        for entry in ranked:
            publisher = clean_text(str(entry.get("publisher") or "the record"), 80)
            owner = str(entry.get("owner") or entry.get("after") or publisher)
            if is_second_hand(entry) and chosen:
                continue  # it would only repeat a page that is named already
            source = Source(
                statement=statement,
                publisher=publisher,
                url=safe_link(entry.get("url")),
                read=read_day(entry.get("read"), self._records.known_on),
                tier=_tier(entry),
            )
            if publisher not in {s.publisher for s in chosen.values()}:
                chosen.setdefault(owner, source)
        return list(chosen.values())

    def _say_fact(self, name: str, value: str) -> Words:
        fact = self._find(name, value)
        if fact is None and _PREDICATE.match(value):
            return say_predicate(self._title, value)
        values = fact.values if fact else _split_value(name, value)
        if values.get("character"):
            values = {key: inner for key, inner in values.items() if key != "real_person"}  # whom a role portrays is another statement
        return say_claim(self._title, name, values)

    def _find(self, name: str, value: str) -> KnownFact | None:
        return find_fact(self._records.facts.get((self._show, name), ()), value)

    def _read_explanation(self, explanation: str | None) -> Words | None:
        found = _IN_WORDS.search(explanation or "")
        sentence = found["sentence"] if found else ""
        return say_predicate(self._title, sentence[len(self._title) + 1 :]) if sentence.startswith(f"{self._title} ") else None


def rank_sources(entries: Iterable[Row], standing: Standing, known_on: date) -> list[Row]:
    """The best first; of those equally strong, pages that were read later than ``known_on`` come last."""

    def rank(entry: Row) -> tuple[Any, ...]:
        weak, *rest = rank_source(entry, standing)
        return (weak, bool(entry.get("read")) and read_day(entry["read"], known_on) is None, *rest)

    return sorted(entries, key=rank)


def _tier(entry: Row) -> int:
    return int(entry.get("tier") or 4)


def _split_value(name: str, text: str) -> Values:
    """A value as the evidence writes it, taken apart: "Tessa Ía as Valeria", "10 (season 2)", "Salt, by Ann Lee (memoir, 2020)"."""
    season = _OF_SEASON.match(text)
    rest = {"season": int(season["season"])} if season else {}
    bare = season["value"] if season else text
    pattern = {"cast_member": _IN_ROLE, "based_on": _BY_AUTHOR}.get(name)
    parts = pattern.match(bare) if pattern else None
    return {**({k: v for k, v in parts.groupdict().items() if v} if parts else {"value": bare}), **rest}


def find_fact(facts: Sequence[KnownFact], text: str) -> KnownFact | None:
    """The fact that evidence names as its value, with or without qualifiers behind it: "Tessa Ía as Valeria Goldberg", "10 (season 2)"."""
    named = [f for f in facts if re.match(rf"{re.escape(str(f.values['value']))}(?=$|,| as | \()", text)]
    return max(named, key=lambda f: (len(str(f.values["value"])), sum(str(q) in text for q in f.values.values())), default=None)


def read_day(value: Any, known_on: date = date.max) -> date | None:
    """The day on which a page was read; None where that is later than ``known_on``: an issue names no day after its own cut-off.

    The newsstand's clock stands in a week that is over, and its records rest on pages that were read since.
    """
    day = date.fromisoformat(str(value)[:10]) if value else None
    return day if day is None or day <= known_on else None


def _drop_wider(values: list[str]) -> list[str]:
    """ "Mexico" goes where "Mexico City" is there too."""
    tokens = {value: set(re.findall(r"\w+", value.casefold())) for value in values}
    return [v for v in values if not any(tokens[v] < tokens[other] for other in values)]


def _join_values(values: Sequence[str]) -> str:
    return say_list(values) if len(values) <= MOST_STATEMENTS else f"{', '.join(values[:MOST_STATEMENTS])} and others"
