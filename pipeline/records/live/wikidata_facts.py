"""From a Wikidata entity to statements about a work. Which property means what is one table here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from pipeline.models import Property
from pipeline.records.folding import fold
from pipeline.records.live.facts import WIKIDATA, SourcedFact
from pipeline.records.live.wikidata_entities import Statement, list_ids, read_aliases, read_labels, read_statements
from pipeline.records.live.wikidata_names import Named
from pipeline.records.live.wikidata_subjects import ROLE, Subjects, collect_subjects, is_human, list_subjects, name_period

# Wikidata's properties whose values are items, and what they say of a work. P170 also names the creator of a series' characters in
# a few entries, P272 production companies, P449 the first broadcaster or service.
ITEM_PROPERTIES: Final[Mapping[str, Property]] = {
    "P170": "creator", "P58": "writer", "P57": "director", "P162": "producer", "P272": "production_company", "P161": "cast_member",
    "P449": "platform", "P495": "country", "P364": "language", "P840": "setting_place", "P2408": "setting_time", "P915": "filming_location",
}  # fmt: skip
COUNT_PROPERTIES: Final[Mapping[str, Property]] = {"P1113": "episode_count", "P2437": "season_count"}
_PEOPLE: Final = frozenset({"creator", "writer", "director", "producer", "cast_member"})
_ROLE_TEXT, _PLACE = "P4633", "P291"
# Statements about a part of the work (a season, an episode, a dub) say nothing of the whole.
_PARTIAL: Final = frozenset({"P518", "P4908", "P1545", "P2868"})
_MANY: Final = 20  # dates by country; more tell nothing that a reader asks for

# Classes of works, by what a record calls them: as instance (P31), genre (P136) or form (P7937), the first that fits.
KINDS: Final[Mapping[str, str]] = {
    "Q112983": "memoir", "Q4184": "memoir", "Q8261": "novel", "Q149537": "novel", "Q20540385": "nonfiction book",
    "Q36279": "nonfiction book", "Q213051": "nonfiction book", "Q191067": "article", "Q5707594": "article", "Q30070590": "article",
    "Q24634210": "podcast", "Q25379": "play", "Q93204": "documentary", "Q11424": "film", "Q506240": "film", "Q1259759": "series",
    "Q5398426": "series", "Q1004": "comic", "Q14406742": "comic", "Q725377": "comic", "Q8274": "comic", "Q7889": "game",
    "Q49084": "short story", "Q5185279": "poem",
}  # fmt: skip
FORMATS: Final[Mapping[str, str]] = {
    "Q1259759": "limited series", "Q93204": "documentary film", "Q11424": "film", "Q506240": "film", "Q24869": "film", "Q202866": "film",
    "Q5398426": "series", "Q15416": "series", "Q526877": "series", "Q581714": "series", "Q117467246": "series",
}  # fmt: skip


@dataclass(slots=True)
class Collected:
    """What one reading of an entity gives, as it comes in."""

    facts: list[SourcedFact] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    characters: list[str] = field(default_factory=list)
    real: list[str] = field(default_factory=list)  # what is real behind the work, for an editor


def list_names_needed(entity: Mapping[str, Any]) -> set[str]:
    """Ids of the entities whose names the statements need."""
    return {
        found
        for prop in (*ITEM_PROPERTIES, "P577", "P580")
        for found in list_ids(_whole(entity, prop)[:200], ROLE, _PLACE)
    }  # fmt: skip


def list_whole_needed(entity: Mapping[str, Any]) -> set[str]:
    """Ids of what is wanted with statements of its own: the works that it is based on (P144), subjects, characters, periods."""
    return set(list_ids(read_statements(entity, "P144").values[:20])) | list_subjects(entity)


def list_authors(work: Mapping[str, Any]) -> set[str]:
    """Ids of the authors (P50) of a source work, and where it names none, of its creators (P170)."""
    return set(list_ids(read_statements(work, "P50").values or read_statements(work, "P170").values))


def collect_facts(entity: Mapping[str, Any], names: Callable[[str], Named | None], retrieved_at: datetime) -> Collected:
    """Every statement that a record has a place for; ``names`` gives what an id is called, None where nobody knows."""
    out = Collected()
    make = _Maker(str(entity.get("lastrevid") or "") or None, retrieved_at)
    for prop in ITEM_PROPERTIES:
        _collect_items(entity, prop, names, make, out)
    for prop, target in COUNT_PROPERTIES.items():
        for statement in _best_whole(entity, prop):
            if isinstance(statement.value, int):
                out.facts.append(make(target, statement.value))
    _collect_dates(entity, names, make, out)
    _collect_source_works(entity, names, make, out)
    _say_unknown(entity, out)
    _take_subjects(collect_subjects(entity, names), make, out)
    return out


def _take_subjects(found: Subjects, make: _Maker, out: Collected) -> None:
    out.facts += [make("real_event", value, (), **qualifiers) for value, qualifiers in found.events]
    out.characters += found.characters
    out.real += found.real
    out.refused += found.refused
    out.hints += [f"main subject: {name}" for name in found.others]


@dataclass(frozen=True, slots=True)
class _Maker:
    revision: str | None
    retrieved_at: datetime

    def __call__(self, prop: Property, value: str | int, also: tuple[str, ...] = (), /, **qualifiers: str | int | None) -> SourcedFact:
        told = {k: v for k, v in qualifiers.items() if v is not None}
        return SourcedFact(prop, value, WIKIDATA.key, WIKIDATA.tier, self.retrieved_at, self.revision, told, also)


def _whole(entity: Mapping[str, Any], prop: str) -> list[Statement]:
    """All that hold for the work as a whole."""
    return [s for s in read_statements(entity, prop).values if not _PARTIAL & set(s.qualifiers)]


def _best_whole(entity: Mapping[str, Any], prop: str) -> list[Statement]:
    return [s for s in read_statements(entity, prop).best if not _PARTIAL & set(s.qualifiers)]


def _collect_items(entity: Mapping[str, Any], prop: str, names: Callable[[str], Named | None], make: _Maker, out: Collected) -> None:
    target = ITEM_PROPERTIES[prop]
    for statement in _whole(entity, prop):
        named = names(str(statement.value))
        if named is None:
            out.refused.append(f"{target} {statement.value}: has no name in any language")
            continue
        also = tuple(a for a in named.also if target not in _PEOPLE or len(fold(a).split()) > 1)
        if target == "cast_member":
            out.facts += [make(target, named.name, also, **role) for role in _roles(statement, names) or [{}]]
        elif target != "setting_time":
            out.facts.append(make(target, named.name, also))
        elif period := name_period(named):
            out.facts.append(make(target, period))
        else:
            out.refused.append(f"{target} {named.name}: names no years")


def _roles(statement: Statement, names: Callable[[str], Named | None]) -> list[dict[str, str]]:
    """Each role with whom it portrays, where that is a person of flesh and blood."""
    named = [n for value in statement.qualifiers.get(ROLE, ()) if (n := names(str(value)))]
    roles = [{"character": n.name, **({"real_person": n.name} if is_human(n.entity) else {})} for n in named]
    return [*roles, *({"character": str(v)} for v in statement.qualifiers.get(_ROLE_TEXT, ()))]


def _collect_dates(entity: Mapping[str, Any], names: Callable[[str], Named | None], make: _Maker, out: Collected) -> None:
    """First releases: publication dates (P577) with their places, else the start (P580) of a series."""
    statements = _whole(entity, "P577") or _whole(entity, "P580")
    for statement in statements[:_MANY]:
        places = [n.name for v in statement.qualifiers.get(_PLACE, ()) if (n := names(str(v)))]
        out.facts += [make("premiere_date", str(statement.value), region=place) for place in _or_none(places)]


def _collect_source_works(entity: Mapping[str, Any], names: Callable[[str], Named | None], make: _Maker, out: Collected) -> None:
    for value in list_ids(read_statements(entity, "P144").best):
        work = names(value)
        if work is None:
            out.refused.append(f"based_on {value}: has no name in any language")
            continue
        source = work.entity or {}
        kind = read_class(source, KINDS)
        year = min((int(str(s.value)[:4]) for s in read_statements(source, "P577").best), default=None)
        authors = [n.name for a in sorted(list_authors(source), key=lambda x: int(x[1:])) if (n := names(a))]
        if not kind:
            out.hints.append(f"based on {work.name} ({value}), of a kind that records have no word for")
        out.facts += [make("based_on", work.name, work.also, author=author, kind=kind, year=year) for author in _or_none(authors)]


def _or_none(found: Sequence[str]) -> Sequence[str | None]:
    return found or (None,)


def _say_unknown(entity: Mapping[str, Any], out: Collected) -> None:
    for prop, target in {
        **ITEM_PROPERTIES,
        **COUNT_PROPERTIES,
        "P144": "based_on",
        "P577": "premiere_date",
        "P580": "premiere_date",
        "P921": "main subject",
        "P674": "character",
    }.items():
        found = read_statements(entity, prop)
        if found.unknown:
            out.refused.append(f"{target}: {found.unknown} unknown value(s) ({prop})")
        if found.unreadable:
            out.refused.append(f"{target}: {found.unreadable} value(s) in a form that is not known ({prop})")
        if found.none and prop == "P144":
            out.hints.append("based on nothing, says Wikidata (P144 has no value)")


def read_class(entity: Mapping[str, Any], table: Mapping[str, str]) -> str | None:
    """The table's word for the first of instance, genre and form that it knows; in the table's order where one property has several."""
    for prop in ("P31", "P136", "P7937"):
        found = {str(s.value) for s in read_statements(entity, prop).values}
        word = next((word for key, word in table.items() if key in found), None)
        if word:
            return word
    return None


def read_format(entity: Mapping[str, Any]) -> str | None:
    """The record's word for what it is, by its classes (P31); None for what is no series and no film."""
    return name_format({str(s.value) for s in read_statements(entity, "P31").values})


def name_format(classes: Set[str]) -> str | None:
    """The same, of the ids of its classes."""
    return next((word for key, word in FORMATS.items() if key in classes), None)


def read_titles(entity: Mapping[str, Any]) -> tuple[str, ...]:
    """Labels of all languages, and those aliases that can only be a title: of two words or more."""
    titles = [*read_labels(entity).values(), *(alias for _, alias in read_aliases(entity) if len(fold(alias).split()) > 1)]
    return tuple({fold(t): t for t in reversed(titles) if fold(t)}.values())[::-1]


def read_years(entity: Mapping[str, Any]) -> tuple[int, ...]:
    """Years of release or start, ascending."""
    return tuple(sorted({int(str(s.value)[:4]) for prop in ("P577", "P580") for s in read_statements(entity, prop).values}))
