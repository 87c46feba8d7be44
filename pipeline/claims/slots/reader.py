"""Statements read by likelihood: each name, date, place and number of a sentence is asked what it is said to be.

Patterns (relations/) know fixed ways of putting things; this reader knows how the words around a value look when it is stated, and gives a
likelihood with each finding. Its findings pass the same subject, mode, comparison and gates as those of a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.claims.days import read_day
from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.lexicon import source_kinds
from pipeline.claims.patterns import Found
from pipeline.claims.relations.characters import is_part_of_name, name_character
from pipeline.claims.relations.counts import is_partial
from pipeline.claims.relations.place_lists import widen_place
from pipeline.claims.relations.platforms import brand_of
from pipeline.claims.relations.premiere import is_not_first
from pipeline.claims.relations.refusals import is_refusal
from pipeline.claims.relations.wording import (
    belongs_elsewhere,
    clause_before,
    is_about_other_thing,
    is_about_person,
    is_planned,
    is_platform,
    read_season,
)
from pipeline.claims.slots.governing import MAKERS, find_governing
from pipeline.claims.slots.model import DENIED, NOT_OWN, Marks
from pipeline.claims.slots.words import Words, lay_out_words
from pipeline.models import Modality, ObjectValue, Polarity, Relation

LEAST = 0.5  # likelihood under which nothing is read
LEAST_CUELESS = 0.65  # of a maker beside whom no word says what he or she made
LEAST_YEAR = 0.8  # of a source: many years stand beside a book
LEAST_KNOWN = 0.15  # the same for somebody whom the record knows in this very part
RIVAL = 0.15  # a value that may play the same part as well, so that it is not clear who stands with whom
LINKED, PREFERRED = 0.75, 0.6
AHEAD = 0.3  # by how much a pair must be likelier than every other one of its actor or its character
MOST_EPISODES = 300
_SIMPLE: Mapping[str, Relation] = {
    "director": "director",
    "creator": "creator",
    "writer": "writer",
    "producer": "producer",
    "company": "production_company",
    "filmed_in": "filming_location",
    "set_in": "setting_place",
    "set_at": "setting_time",
}
COVERED: frozenset[Relation] = frozenset(_SIMPLE.values()) | {
    "cast_member", "based_on", "platform", "premiere_date", "episode_count", "story_basis"
}  # fmt: skip
# What each part may be played by; a person who is a title too is an S.
_PEOPLE, _NAMES = frozenset("PSX"), frozenset("OXP")
_FITS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("actor", "character", "real_person", "director", "creator", "writer", "source_author"), _PEOPLE),
    "producer": frozenset("PSXO"),
    "company": _NAMES,
    "platform": _NAMES,
    "source_title": frozenset("WSXP"),
    **dict.fromkeys(("filmed_in", "set_in"), frozenset("LX")),
    **dict.fromkeys(("set_at", "premiere", "source_year"), frozenset("D")),
    "episodes": frozenset("N"),
}
# The class of cue words (cues.toml) from which a statement is taken to run to its value.
_CUES: Mapping[str, tuple[str, ...]] = {
    "actor": ("cast",),
    "character": ("cast",),
    "director": ("director",),
    "creator": ("creator",),
    "writer": ("writer",),
    "producer": ("producer",),
    "company": ("producer",),
    "filmed_in": ("filmed",),
    "set_in": ("set",),
    "set_at": ("set",),
    "source_author": ("author", "source", "based"),
    "source_title": ("source", "based"),
    "platform": ("platform", "shown"),
    "premiere": ("shown",),
    "episodes": ("episode",),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A value and the part that it is said to play, with the likelihood (0..1) of that and of being somebody else's word, or denied."""

    number: int  # of the entity in its sentence
    part: str
    likelihood: float
    not_own: float = 0.0
    denied: float = 0.0


@dataclass(frozen=True, slots=True)
class Likely:
    """A finding with its likelihood, and the name under which it is kept: "slot.director", or "slot?.director" where it is too unlikely to
    be read by itself, and only tells how likely the same finding of a pattern is. ``not_own`` and ``denied`` as of a slot."""

    name: str
    found: Found
    likelihood: float
    not_own: float = 0.0
    denied: float = 0.0


_TRUTH_WORDS = re.compile(
    r"\b(?:true|truth|fiction\w*|fact|facts|happened|documentary|documental|verdad|ficcion|hechos|historia|caso|case|story)\b"
)


def may_state(sentence: Sentence) -> bool:
    """Is there anything in the sentence that the model could mark: a name, date, place or number, or a word for the truth of a story?"""
    return any(e.type != "S" or e.person for e in sentence.entities) or bool(_TRUTH_WORDS.search(sentence.typed))


def find_slots(sentence: Sentence, laid: Words, marks: Marks) -> list[Slot]:
    """What each entity may be said to be, in order; all parts from RIVAL up."""
    slots = []
    for number, parts in sorted(marks.parts.items()):
        entity = sentence.entities[number]
        if (laid.kinds[number] == "SHOW" and not entity.person) or _is_cut_off(sentence, laid, number) or _speaks(sentence, laid, number):
            continue
        voice = marks.voices[number]
        settled = _settle_makers(parts, find_governing(sentence, *_extent(sentence, laid, number)))
        fitting = [(part, p) for part, p in settled.items() if p >= RIVAL and entity.type in _FITS.get(part, ())]
        slots += [Slot(number, part, p, *voice) for part, p in sorted(fitting)]
    return slots


def _settle_makers(parts: Mapping[str, float], governing: frozenset[str]) -> Mapping[str, float]:
    """The parts of a name, where plain words say what it made: those, as likely as the likeliest of all parts of makers."""
    if not governing:
        return parts
    likeliest = max((p for part, p in parts.items() if part in MAKERS), default=0.0)
    return {part: p for part, p in parts.items() if part not in MAKERS} | dict.fromkeys(governing, likeliest)


def _is_cut_off(sentence: Sentence, laid: Words, number: int) -> bool:
    """Is a name followed at once by a title, which may be the rest of it ("J. Robert <Oppenheimer>")?"""
    behind = sentence.typed[_extent(sentence, laid, number)[1] :]
    return sentence.entities[number].type in _PEOPLE and bool(re.match(r" <[SW]\d+>", behind))


_SAYING = re.compile(
    r"\b(?:says?|said|tells|told|adds?|added|recalls?|recalled|explains?|explained|dice|dijo|explica|explico|cuenta|afirma) $"
)


def _speaks(sentence: Sentence, laid: Words, number: int) -> bool:
    """ ""...," says <somebody>": whoever is quoted is not thereby said to have made anything."""
    return bool(_SAYING.search(sentence.typed[: _extent(sentence, laid, number)[0]]))


def read_slots(sentence: Sentence, slug: str, marks: Marks) -> Iterator[Likely]:
    """Findings about the work ``slug`` in one sentence."""
    laid = lay_out_words(sentence, slug)
    slots = find_slots(sentence, laid, marks)
    yield from _read_cast(sentence, laid, slots, marks, slug)
    yield from _read_source(sentence, laid, slots, marks)
    yield from _read_basis(sentence, marks)
    wider = _find_wider(sentence, laid, slots)
    for slot in slots:
        if (slot.number, slot.part) not in wider:
            yield from _read_one(sentence, laid, slot, _is_likely(sentence, slot, slug))


_PLACES = frozenset({"filmed_in", "set_in"})


def _find_wider(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> set[tuple[int, str]]:
    """Places that only say where the place before them lies, with the part that both play: "<Malibu>, <California>"."""
    found = set()
    for slot in slots:
        if slot.part in _PLACES:
            start, stop = _extent(sentence, laid, slot.number)
            end = widen_place(sentence, sentence.entities[slot.number], start, stop).end
            found |= {(int(n), slot.part) for n in re.findall(r"<[LX](\d+)>", sentence.typed[stop:end])}
    return found


def _is_likely(sentence: Sentence, slot: Slot, slug: str) -> bool:
    """Likely enough to be read? Less is asked for somebody whom the record knows in this very part."""
    known = (slug, slot.part) in sentence.entities[slot.number].roles
    return slot.likelihood >= (LEAST_KNOWN if known else LEAST)


BY_LIKELIHOOD, UNSURE = "slot", "slot?."


def _name(part: str, *, likely: bool) -> str:
    return f"slot.{part}" if likely else f"{UNSURE}{part}"


def _read_one(sentence: Sentence, laid: Words, slot: Slot, is_likely: bool) -> Iterator[Likely]:
    entity = sentence.entities[slot.number]
    if _DENIED.search(sentence.typed[: _extent(sentence, laid, slot.number)[0]]):
        return
    relation: Relation | None = _SIMPLE.get(slot.part)
    value: dict[str, ObjectValue] | None = None
    if relation is not None:
        widened = widen_place(sentence, entity, *_extent(sentence, laid, slot.number)).text if slot.part in _PLACES else entity.name
        value = {"value": widened}
    elif slot.part == "platform" and is_platform(entity):
        relation, value = "platform", {"value": brand_of(entity)}
    elif slot.part == "premiere":
        relation, value = "premiere_date", _premiere(sentence, entity, _extent(sentence, laid, slot.number)[0])
    elif slot.part == "episodes" and entity.number is not None and 1 < entity.number <= MOST_EPISODES:
        relation, value = "episode_count", {"value": entity.number, **_season(sentence, _extent(sentence, laid, slot.number)[0])}
    if relation is not None and value is not None:
        refused = slot.part in MAKERS and is_refusal(sentence.typed[_extent(sentence, laid, slot.number)[1] :])
        likely = _likely(sentence, laid, _name(slot.part, likely=is_likely and not refused), relation, value, [slot])
        if refused:  # what the name would be is denied; a pattern that reads the denial is as likely as the part
            likely.found.polarity, likely = "negated", replace(likely, denied=1.0)
        if relation == "platform" and likely.found.trigger == likely.found.trigger_end:  # "the Netflix true story": no word of a release
            likely = replace(likely, name=_name(slot.part, likely=False))
        cueless = likely.found.trigger == likely.found.trigger_end
        if slot.part in MAKERS and cueless and slot.likelihood < LEAST_CUELESS:
            likely = replace(likely, name=_name(slot.part, likely=False))
        if slot.part == "set_at" and cueless and _OF_A_LIFE.search(sentence.typed):
            likely = replace(likely, name=_name(slot.part, likely=False))
        if slot.part == "episodes" and _counts_others(sentence, *_extent(sentence, laid, slot.number)):
            likely = replace(likely, name=_name(slot.part, likely=False))
        if slot.part in MAKERS and _MADE_OTHER.match(sentence.typed, _extent(sentence, laid, slot.number)[1]):
            return
        if not (relation in _OF_THE_WORK and _is_of_something_else(likely.found, sentence)):
            yield likely


_OF_A_LIFE = re.compile(r"\b(?:he|she|they|who) (?:had )?(?:[a-z]+ed|was|were|left|went|met|grew|became|wrote)\b")
# "<somebody> also created <Name>": another work, which no list of titles has
_MADE_OTHER = re.compile(
    r"(?:,? who)? (?:(?:also|then|later|himself|herself|had) )*(?:co-)?(?:created|creates|directed|wrote|writes|produced|made|took) "
    r"<[XWO]\d+>"
)
_EPISODES = re.compile(
    r"^(?:[ -](?:[a-z'-]+ ){0,2}?)?(?:episod\w+|eps?|parts?|part(?:er)?|chapters?|instal?lments?|hours?|capitulos?|entregas?|partes?)\b"
)
_GOES_ON = re.compile(r"^(?:$|[^ a-z-]| (?:in|of|and|to|for|each|all|on|at|so|long|total|weekly|y|de|en|que|cada|con|por|<))")
_AGE = re.compile(r"\b(?:desde|a|hasta|con) los $|\b(?:aged?|at|was|turned) $")


def _counts_others(sentence: Sentence, start: int, end: int) -> bool:
    """Does the number count people, minutes, years ("five friends", "the fifty-minute mark", "desde los once")?"""
    behind = sentence.typed[end:]
    counted = _EPISODES.match(behind) or _GOES_ON.match(behind)
    return not counted or (not _EPISODES.match(behind) and bool(_AGE.search(sentence.typed[:start])))


_DENIED = re.compile(
    r"\b(?:not|nor|never|no|rather than|instead of|unlike|ni)(?: just| only| the| by| on| in| en| por| de)? $"
)  # "five, not eight"
_OF_THE_WORK = frozenset({"platform", "premiere_date", "episode_count", "filming_location", "setting_place", "setting_time"})


def _is_of_something_else(found: Found, sentence: Sentence) -> bool:
    """Said of a book, a documentary, somebody's next series, a person who was released, a gun that was shot?"""
    at = found.trigger
    return (
        (found.relation == "episode_count" and bool(_FORETOLD.search(sentence.typed, 0, found.start)))
        or (found.relation == "platform" and bool(_SOLD.search(sentence.typed, found.end, found.end + 60)))
        or belongs_elsewhere(sentence, at)
        or belongs_elsewhere(sentence, found.start)
        or is_about_other_thing(sentence.typed, at)
        or (found.relation in {"premiere_date", "filming_location"} and is_about_person(sentence.typed, at))
        or (found.relation == "episode_count" and is_partial(sentence, found.start, found.end))
        or (found.relation == "premiere_date" and is_not_first(sentence, found.start, found.end))
        or is_planned(sentence, found.end)
    )


_FORETOLD = re.compile(r"\b(?:promised|rumou?red|were to (?:be|have)|prometi\w+)\b[^.;]{0,25}$")
_SOLD = re.compile(r"\b(?:sold|vendio|vendieron|vendida?)\b")  # who developed it, and never showed it


def _season(sentence: Sentence, at: int) -> dict[str, ObjectValue]:
    """The season named in the clause of a typed offset."""
    start = at - len(clause_before(sentence.typed, at, 70))
    behind = re.split(r"[,;.:]", sentence.typed[at : at + 40])[0]
    season = read_season(sentence, start, at + len(behind))
    return {} if season is None else {"season": season}


def _premiere(sentence: Sentence, entity: Entity, at: int) -> dict[str, ObjectValue] | None:
    day = read_day(entity.surface, sentence.block.published, False, sentence.block.spanish)
    return None if day is None else {"value": day, **_season(sentence, at)}


def _read_source(sentence: Sentence, laid: Words, slots: Sequence[Slot], marks: Marks) -> Iterator[Likely]:
    """One source work per sentence: title, authors, kind and year."""
    mine = _settle_titles(sentence, laid, [s for s in slots if s.part in _OF_SOURCE and s.likelihood >= LEAST])
    nouns = [(offset, kind, p) for offset, kind, p in marks.kinds if p >= LEAST]
    value: dict[str, ObjectValue] = {}
    titles = [sentence.entities[s.number] for s in mine if s.part == "source_title"]
    authors = _keep_first(sentence, [s.number for s in mine if s.part == "source_author"])
    if len(titles) > 1 or any(b != a + 1 or not _are_joined(sentence, laid, a, b) for a, b in pairwise(authors)):
        # two works in one sentence: whose author is whose is not for this reader to say; it vouches for what a pattern joins
        yield from _vouch_for_sources(sentence, laid, mine)
        return
    if titles:
        value["value"] = titles[0].surface
    if authors:
        value["author"] = " and ".join(dict.fromkeys(sentence.entities[n].name for n in authors))
    kinds = {kind for _, kind, _ in nouns}
    kind = next(iter(kinds)) if len(kinds) == 1 else _kind_near(laid, mine) if mine and not kinds else None
    if kind is not None:
        value["kind"] = kind
    years = [s for s in slots if s.part == "source_year" and s.likelihood >= LEAST_YEAR and _is_plain_year(sentence, laid, s.number)]
    if mine and len(years) == 1:  # a year beside no source may be that of any book
        value["year"] = sentence.entities[years[0].number].years[0]
    if _OTHER_FORM.search(sentence.typed):
        return
    if mine:
        name = _name("source", likely=_tells_of_a_source(sentence, mine))
        yield _likely(sentence, laid, name, "based_on", value, [*mine, *years[: len(years) == 1]])
    elif kind is not None and nouns:
        offset, _, p = max(nouns, key=lambda n: n[2])
        end = offset + len(re.match(r"[a-z]+", sentence.typed[offset:]).group())  # type: ignore[union-attr]
        not_own, denied = marks.voices[-1 - offset]
        yield Likely("slot.source_kind", Found("based_on", value, offset, end, offset, end), p, not_own, denied)


_OF_SOURCE = frozenset({"source_author", "source_title"})
# "<T> by <A>", "<T>, the 2019 novel by the reporter <A>", "<T>, that the nurse <A> wrote": what stands so before an author is a title
_BEFORE_AUTHOR = re.compile(
    r"^[\"']?,?[\"']? (?:(?:an?|the|his|her|el|la|una?) (?:[a-z'-]+ |<D\d+> ){1,4})?"
    r"(?:(?:written |penned )?(?:by|de) |"
    r"(?:that|which|que) (?=[^<,;]*<P\d+>(?: [a-z]+){0,2} (?:wrote|published|penned|knocked|escribio|publico)))"
    r"(?:the |la |el )?(?:[a-z'-]+ ){0,3}<[PS](\d+)>"
)
_KIND_WORDS = "|".join(sorted(source_kinds(), key=len, reverse=True))
_BEHIND_KIND = re.compile(rf"\b(?:{_KIND_WORDS}),? (?:called |titled |entitled |titulad[oa] )?[\"']?$")


_ON_SCREEN = frozenset({"series", "film", "documentary"})
_NO_SCREEN_WORDS = sorted((word for word, kind in source_kinds().items() if kind not in _ON_SCREEN), key=len, reverse=True)
_SOURCE_WORD = re.compile(
    rf"\b(?:{'|'.join(_NO_SCREEN_WORDS)}|"
    r"bas(?:ed|is|ada|ado|an?|o|aron)|adapt\w*|inspir\w*|sources?|draw[ns]?|drew|lifted|taken|took|owes?|debt|rights|remake|"
    r"novelists?|authors?|autora?|journalist|reporter|periodista|history|classic|volumen|cimiento|"
    r"publi\w+|print\w*|tomes?|thriller|tell-all|volume|paperback|pages?|text|writings?|bookshops|fiction|origins?|parte|nacio)\b",
    re.IGNORECASE,
)
BEFORE = 260  # characters before a sentence in which its block may have told of the source


def _tells_of_a_source(sentence: Sentence, slots: Sequence[Slot]) -> bool:
    """Is there any word for a source in the sentence or shortly before, or the author of one on record? "It's called <T>, it was written by
    <A>" is else the work's own."""
    known = any(role in {"author", "source_author"} for s in slots for _, role in sentence.entities[s.number].roles)
    return known or bool(_SOURCE_WORD.search(sentence.block.text[max(0, sentence.start - BEFORE) : sentence.end]))


def _settle_titles(sentence: Sentence, laid: Words, slots: list[Slot]) -> list[Slot]:
    """Whoever seems to be an author, but stands behind the word for the book or is the title more likely, and has an author of its own
    behind it, is the title: titles may look like the names of people."""
    authors = {s.number for s in slots if s.part == "source_author"}
    likely_titles = {s.number: s.likelihood for s in slots if s.part == "source_title"}
    settled: list[Slot] = []
    for slot in slots:
        start, end = _extent(sentence, laid, slot.number)
        behind = _BEFORE_AUTHOR.match(sentence.typed[end:])
        looks_so = slot.number in likely_titles or _BEHIND_KIND.search(sentence.typed[:start])
        if slot.part == "source_author" and behind and int(behind[1]) in authors and looks_so:
            if slot.number not in likely_titles:
                settled.append(replace(slot, part="source_title"))
            continue
        settled.append(slot)
    return settled


def _keep_first(sentence: Sentence, numbers: Sequence[int]) -> list[int]:
    """Of several mentions of one person the first."""
    return list({sentence.entities[n].name: n for n in reversed(numbers)}.values())[::-1]


def _vouch_for_sources(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> Iterator[Likely]:
    """Each title with each row of authors, as likely as the less likely of the two."""
    rows: list[list[Slot]] = []
    for slot in (s for s in slots if s.part == "source_author"):
        joined = rows and slot.number == rows[-1][-1].number + 1 and _are_joined(sentence, laid, rows[-1][-1].number, slot.number)
        if joined:
            rows[-1].append(slot)
        else:
            rows.append([slot])
    titles = [s for s in slots if s.part == "source_title"]
    for row in rows:
        author: dict[str, ObjectValue] = {"author": " and ".join(dict.fromkeys(sentence.entities[s.number].name for s in row))}
        for title in titles:
            value = author | {"value": sentence.entities[title.number].surface}
            yield _likely(sentence, laid, _name("source", likely=False), "based_on", value, [*row, title])
        if not titles:
            yield _likely(sentence, laid, _name("source", likely=False), "based_on", author, row)


_BEFORE_YEAR = re.compile(r"(?:\b(?:in|from|of|en|de|del)|[(,]) ?$")


def _is_plain_year(sentence: Sentence, laid: Words, number: int) -> bool:
    """One year that stands for itself ("in 2018"), and neither in a name ("the 2018 fire") nor in the author's life ("who joined in 1979")."""
    before = sentence.typed[: _extent(sentence, laid, number)[0]]
    plain = _BEFORE_YEAR.search(before) and not _OF_THE_AUTHOR.search(before)
    return len(sentence.entities[number].years) == 1 and bool(plain)


_OF_THE_AUTHOR = re.compile(r"\b(?:who|quien) (?!(?:wrote|published|released|penned|escribio|publico)\b)[^,;]{1,60}$")
_OTHER_FORM = re.compile(
    r"\b(?:into|as|for|en|como|para) (?:an?|another|una?|otra) (?:[a-z]+ ){0,2}(?:opera|musical|ballet|stage|play|podcast|radio|obra)\b"
)
_VAGUE = frozenset({"reportage", "reporting", "story", "account", "work", "piece", "relato", "cronica"})  # of books as well as of articles


def _kind_near(laid: Words, slots: Sequence[Slot]) -> str | None:
    """The word for a kind of source that stands nearest to its title or author; words for screen works are the work's own."""
    kinds = source_kinds()
    places = [p for s in slots if (p := laid.places[s.number]) is not None]
    near = [
        (min(abs(i - p) for p in places), kinds[word])
        for i, word in enumerate(laid.words)
        if word not in _VAGUE and kinds.get(word, "series") not in _ON_SCREEN
    ]
    return min(near)[1] if near else None


MOST_UNSURE = 0.3  # likelihood up to which a sentence may also say the opposite


def _read_basis(sentence: Sentence, marks: Marks) -> Iterator[Likely]:
    """What the sentence as a whole says of the truth of the story; nothing where it may say two things, or the opposite."""
    basis = {value: p for value, p in marks.basis.items() if value in _BASES}
    if not basis or max(basis.values()) < RIVAL or "?" in sentence.typed:
        return  # a question states nothing, whatever follows it in a headline
    value, p = max(basis.items(), key=lambda item: item[1])
    not_own, denied = marks.basis[NOT_OWN], marks.basis[DENIED]
    opposite = min(denied, 1 - denied)
    likely = p >= LEAST and opposite <= MOST_UNSURE and not any(v >= RIVAL for other, v in basis.items() if other != value)
    stated: dict[str, ObjectValue] = {"value": _BASES[value]}
    if marks.basis["entirely"] >= LEAST:
        stated["degree"] = "entirely"
    polarity: Polarity = "negated" if denied >= LEAST else "affirmed"
    modality: Modality | None = "reported" if not_own >= LEAST else None
    end = len(sentence.typed)
    found = Found("story_basis", stated, 0, end, 0, end, polarity=polarity, modality=modality, explicit=True)
    yield Likely(_name("basis", likely=likely), found, p, not_own, opposite)


_BASES: Mapping[str, str] = {
    "true": "true story",
    "inspired": "inspired by real events",
    "fiction": "fiction",
    "documentary": "documentary",
}


def _read_cast(sentence: Sentence, laid: Words, slots: Sequence[Slot], marks: Marks, slug: str) -> Iterator[Likely]:
    """Actors with their characters, the likeliest pairs first; the other actors each for itself."""
    actors = {s.number: s for s in slots if s.part == "actor"}
    characters = {s.number: s for s in slots if s.part == "character"}
    taken: set[int] = set()
    rows = _pair_rows(sentence, sorted(actors), sorted(characters))
    for p, a, b in sorted(_weigh_pairs(sentence, laid, actors, characters, marks), key=lambda pair: (-pair[0], pair[1:])):
        if {a, b} & taken:
            continue
        likely = p >= LEAST and all(_is_likely(sentence, s, slug) for s in (actors[a], characters[b]))
        taken |= {a, b} if likely else set()
        character = name_character(sentence, sentence.entities[b])
        value: dict[str, ObjectValue] = {"value": sentence.entities[a].name, "character": character}
        found = _likely(sentence, laid, _name("cast", likely=likely), "cast_member", value, [actors[a], characters[b]])
        if (a, b) in rows:
            found = replace(found, found=_stretch_to_order(found.found, sentence))
        if not likely and (sentence.entities[b].is_played() or is_part_of_name(sentence.entities[b])):
            yield replace(found, likelihood=(min(found.likelihood, p) * p) ** 0.5)
        else:
            yield replace(found, likelihood=min(found.likelihood, p))
    yield from _read_faint(sentence, laid, actors, characters, marks)
    yield from _read_portraits(sentence, laid, slots)
    for number, slot in sorted(actors.items()):
        if number not in taken and _is_likely(sentence, slot, slug) and _of(characters, number) < slot.likelihood:
            yield _likely(sentence, laid, "slot.actor", "cast_member", {"value": sentence.entities[number].name}, [slot])


FAINT = 0.05  # likelihood of an actor up from which a pair may tell how likely a pattern's finding is


def _read_faint(
    sentence: Sentence, laid: Words, actors: Mapping[int, Slot], characters: Mapping[int, Slot], marks: Marks
) -> Iterator[Likely]:
    """Somebody who is hardly seen as an actor but joined, more than anybody else, to a character on record. Never read by itself."""
    pairs = {(a, b): p for (kind, a, b), p in marks.pairs.items() if kind == "plays"}
    for (a, b), p in sorted(pairs.items()):
        actor, character = sentence.entities[a], sentence.entities[b]
        seen = marks.parts.get(a, {}).get("actor", 0.0)
        if a in actors or actor.type != "P" or actor.is_played() or seen < FAINT or p < LEAST or p <= _rival(pairs, (a, b)):
            continue
        if character.is_played() and _of(characters, b) >= LEAST and not _is_apart(sentence, laid, a, b):
            value: dict[str, ObjectValue] = {"value": actor.name, "character": name_character(sentence, character)}
            slot = Slot(a, "actor", (seen * p) ** 0.5, *marks.voices[a])
            yield _likely(sentence, laid, f"{UNSURE}cast", "cast_member", value, [slot, characters[b]])


def _read_portraits(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> Iterator[Likely]:
    """How likely it is that a character is said to be a real person, or none. Never enough to be read by itself."""
    for slot in slots if _REALITY.search(sentence.typed) else ():
        if slot.part == "real_person":
            name = name_character(sentence, sentence.entities[slot.number])
            yield _likely(sentence, laid, f"{UNSURE}portrait", "cast_member", {"character": name, "real_person": name}, [slot])


_REALITY = re.compile(
    r"\b(?:real|actual|true|genuine|exist\w*|lived|invent\w*|fiction\w*|fictitious|composite|imagin\w*|made-up|"
    r"(?:made|dreamt|dreamed|cooked) up|"
    r"verdader[oa]|verdad|ficticio|ficticia|ficcion|existio)\b"
)


def _weigh_pairs(
    sentence: Sentence, laid: Words, actors: Mapping[int, Slot], characters: Mapping[int, Slot], marks: Marks
) -> list[tuple[float, int, int]]:
    """(likelihood, actor, character): the model's own where the pair is AHEAD of every other one of its actor or its character
    (nine in ten of those from 0.7 up are labelled so on works left out), else LINKED where nothing but a word for playing stands between
    two neighbours or two rows are paired "respectively", PREFERRED where two neighbours are each other's likeliest."""
    found = {(a, b): p for (kind, a, b), p in marks.pairs.items() if kind == "plays" and a in actors and b in characters}
    plain = {(a, b) for a in actors for b in characters if _of(actors, a) > _of(characters, a) and _of(characters, b) > _of(actors, b)}
    people = [n for n, kind in enumerate(laid.kinds) if kind.startswith("P") or n in actors or n in characters]
    rows = {n for a, b in pairwise(people) for n in (a, b) if _are_alike(actors, characters, a, b) and _are_joined(sentence, laid, a, b)}
    weighed = {pair: p for pair, p in found.items() if not rows & set(pair) and p - _rival(found, pair) >= AHEAD}
    for first, second in pairwise(people):
        for pair in plain & {(first, second), (second, first)} if not rows & {first, second} else ():
            if _is_linked(sentence, laid, first, second):
                weighed[pair] = max(LINKED, weighed.get(pair, 0.0))
            elif found.get(pair, 0.0) > _rival(found, pair) and not _APART.search(_between(sentence, laid, first, second)):
                weighed[pair] = max(PREFERRED, weighed.get(pair, 0.0))
    for pair in _pair_rows(sentence, sorted({a for a, _ in plain}), sorted({b for _, b in plain})):
        weighed[pair] = LINKED
    return [(p, a, b) for (a, b), p in weighed.items() if not _is_apart(sentence, laid, a, b)]


def _is_apart(sentence: Sentence, laid: Words, actor: int, character: int) -> bool:
    """Is the part an earlier one, or that of somebody of the character's ("Brenda's husband"), or does a bracket close between the two?"""
    between = _between(sentence, laid, min(actor, character), max(actor, character))
    start, end = _extent(sentence, laid, character)
    relative = sentence.typed[end:].startswith("'s ") or _RELATIVE_OF.search(sentence.typed[:start])
    other = _HAS_ITS_OWN.match(sentence.typed, end) if actor < character else None  # "Ann is Jo Roe, Bea, her sister, is Kay Poe"
    apart = _EARLIER_PART.search(between) or _NOT_PLAYED.search(between) or relative or (other and int(other[1]) != actor)
    return bool(apart or between.count(")") > between.count("("))


_HAS_ITS_OWN = re.compile(r"(?:, [^,;.<]{1,40},)? (?:is|are|was|es) (?:the |an? )?<P(\d+)>")
_NOT_PLAYED = re.compile(r"n't\b|\b(?:not|no|never|nor|neither|nunca)\b")


_RELATIVE_OF = re.compile(
    r"\b(?:wife|husband|mother|father|sister|brother|daughter|son|friend|lawyer|partner|boss|mujer|esposa|esposo|marido|madre|padre|"
    r"hermana|hermano|hija|hijo|amiga|amigo|abogada|abogado|novia|novio|pareja|jefa|jefe) (?:of|de) $"
)


_EARLIER_PART = re.compile(
    r"\b(?:known|seen|remembered?|famous|formerly|conocid[oa]|vist[oa]|record(?:ad[oa]|amos)|had [a-z]+ed)\b|<[WS]\d+>|"
    r"\b(?:in|fronted|headlined) <X\d+>"
)


def _rival(pairs: Mapping[tuple[int, int], float], pair: tuple[int, int]) -> float:
    """The likeliest other pair of the same actor or the same character."""
    return max((p for other, p in pairs.items() if (other[0] == pair[0]) is not (other[1] == pair[1])), default=0.0)


_RESPECTIVE = re.compile(r"\brespectiv(?:ely|amente)\b")


def _pair_rows(sentence: Sentence, actors: Sequence[int], characters: Sequence[int]) -> list[tuple[int, int]]:
    """Two rows of one length, one behind the other, that the sentence says belong to each other in order."""
    apart = bool(actors) and bool(characters) and (actors[-1] < characters[0] or characters[-1] < actors[0])
    if len(actors) != len(characters) or len(actors) < 2 or not apart or not _RESPECTIVE.search(sentence.typed):
        return []
    return list(zip(actors, characters, strict=True))


def _stretch_to_order(found: Found, sentence: Sentence) -> Found:
    """The finding with the "respectively" that it rests on."""
    order = _RESPECTIVE.search(sentence.typed)
    return found if order is None else replace(found, end=max(found.end, order.end()))


def _are_alike(actors: Mapping[int, Slot], characters: Mapping[int, Slot], a: int, b: int) -> bool:
    """Would the two play the same part: both actors, or both characters?"""
    return (_of(actors, a) > _of(characters, a)) is (_of(actors, b) > _of(characters, b))


def _are_joined(sentence: Sentence, laid: Words, a: int, b: int) -> bool:
    """Do two neighbours stand in one row of names?"""
    return _JOINED.fullmatch(_between(sentence, laid, a, b)) is not None


def _between(sentence: Sentence, laid: Words, first: int, second: int) -> str:
    """The typed text between two entities; all of the sentence where one has no word."""
    a, b = laid.places[first], laid.places[second]
    if a is None or b is None:
        return sentence.typed
    return sentence.typed[sentence.typed.index(">", laid.at[a]) + 1 : laid.at[b]]


_JOINED = re.compile(r",? (?:and|&|y|e) |, ")


_LINK = re.compile(
    r"\b(?:as|plays?|played|playing|portray\w*|role|part|embod\w+|brought to life|interpreta\w*|encarna\w*|da vida|dio vida|papel|como|"
    r"protagoniza\w*|(?:lo|la) (?:borda|hace|hizo)|(?:presta|pone) (?:el |su |la )?(?:rostro|cara|fisico)|(?:rostro|cara|cargo) de)\b"
)
# "Jo Poe is Kay Heart", "Jo Poe is his gruff partner Kay Heart"
_SHORT_LINK = re.compile(
    r"^(?:'s)? (?:[a-z]+ly )?(?:is|was|are|es|played by|por|by) (?:(?:the|an?|his|her|their|el|la|su) )?"
    r"(?:(?!(?:of|to|with|from|by|behind|opposite|for|in|on|at|as|like|not|than|and|or|de|en|con|a|no|real|actual|true|"
    r"verdader[oa])\b)[a-z-]+ ){0,3}$"
)
_OWN = re.compile(r"'s (?:[a-z-]+ ){0,2}")  # "Jo Poe's Kay Heart"
_IN_A_ROW = frozenset({": ", " - ", " ~ ", " / "})  # "Jo Poe: Kay Heart" alone on its line
ROW_ENTITIES, ROW_WORDS = 3, 6
_APART = re.compile(r"[;:]|, (?:with|while|and|alongside|con|y) ")
MOST_BETWEEN = 90  # typed characters


def _is_linked(sentence: Sentence, laid: Words, first: int, second: int) -> bool:
    """Does a word for playing stand between two neighbours, and nothing that parts them?"""
    between = _between(sentence, laid, first, second)
    if between in _IN_A_ROW:
        return len(laid.kinds) <= ROW_ENTITIES and sentence.typed.count(" ") <= ROW_WORDS
    if between in {" (", "("}:
        place = laid.places[second]
        return place is not None and laid.words[place + 1 : place + 2] == (")",)
    linked = _LINK.search(between) or _SHORT_LINK.search(between) or _OWN.fullmatch(between)
    return len(between) <= MOST_BETWEEN and bool(linked) and not _APART.search(between)


def _of(slots: Mapping[int, Slot], number: int) -> float:
    return slots[number].likelihood if number in slots else 0.0


def _likely(sentence: Sentence, laid: Words, name: str, relation: Relation, value: dict[str, ObjectValue], slots: Sequence[Slot]) -> Likely:
    """The finding over the stretch from the nearest cue to the values."""
    ends = [_extent(sentence, laid, s.number) for s in slots]
    start, end = min(a for a, _ in ends), max(b for _, b in ends)
    cue = _nearest_cue(laid, slots)
    trigger = (start, start)
    if cue is not None:
        trigger = (laid.at[cue], laid.at[cue] + len(laid.words[cue]))
        start, end = min(start, trigger[0]), max(end, trigger[1])
    reach = 20 if relation in _OF_THE_WORK else 60  # "... is a documentary in three parts, which X directed"
    kind = _DOCUMENTARY.search(sentence.typed[max(0, start - reach) : end + 20]) if relation != "cast_member" else None
    noun = "documentary" if kind else None
    found = Found(relation, value, start, end, *trigger, noun=noun)
    return Likely(name, found, min(s.likelihood for s in slots), max(s.not_own for s in slots), max(s.denied for s in slots))


_DOCUMENTARY = re.compile(r"\b(?:documentary|docuseries|docu-series|documental)\b")


def _extent(sentence: Sentence, laid: Words, number: int) -> tuple[int, int]:
    place = laid.places[number]
    start = laid.at[place] if place is not None else 0
    return start, sentence.typed.index(">", start) + 1


def _nearest_cue(laid: Words, slots: Sequence[Slot]) -> int | None:
    """The word of the part's own class nearest to one of the values."""
    wanted = {c for s in slots for c in _CUES.get(s.part, ())}
    places = [p for s in slots if (p := laid.places[s.number]) is not None]
    # "is not adapted from <a book>": the verb carries the denial, however near the noun stands
    stops = [i for i, word in enumerate(laid.words) if word == ";"]  # a word beyond one belongs to another statement
    near = [
        (cue != "based", min(abs(i - p) for p in places), i)
        for i, cue in enumerate(laid.cues)
        if cue in wanted and not any(min(i, *places) < stop < max(i, *places) for stop in stops)
    ]
    return min(near)[2] if near else None
