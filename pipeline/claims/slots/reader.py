"""Statements read by likelihood: each name, date, place and number of a sentence is asked what it is said to be.

Patterns (relations/) know fixed ways of putting things; this reader knows how the words around a value look when it is stated, and gives a
likelihood with each finding. Its findings pass the same subject, mode, comparison and gates as those of a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.claims.days import read_day
from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.relations.counts import is_partial
from pipeline.claims.relations.place_lists import widen_place
from pipeline.claims.relations.platform_context import find_own_words
from pipeline.claims.relations.platforms import brand_of, is_of_others
from pipeline.claims.relations.premiere import find_telling_verb, is_not_first, is_of_a_life, read_bare_season
from pipeline.claims.relations.refusals import is_refusal
from pipeline.claims.relations.settings import join_years
from pipeline.claims.relations.wording import (
    belongs_elsewhere,
    clause_before,
    is_about_other_thing,
    is_about_person,
    is_planned,
    is_platform,
    read_season,
)
from pipeline.claims.slots.basis import read_basis
from pipeline.claims.slots.cast import read_cast
from pipeline.claims.slots.findings import OF_THE_WORK, PEOPLE, RIVAL, Likely, Slot, find_extent, is_likely, make_likely, name_finding
from pipeline.claims.slots.governing import MAKERS, find_governing
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.sources import names_source, read_source
from pipeline.claims.slots.words import Words, lay_out_words
from pipeline.models import ObjectValue, Relation

LEAST_CUELESS = 0.65  # of a maker beside whom no word says what he or she made
SURE_OF_PLATFORM, MOST_AGAINST = 0.9, 0.1  # of a platform that no cue word goes with
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
_NAMES = frozenset("OXP")
_FITS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("actor", "character", "real_person", "director", "creator", "writer", "source_author"), PEOPLE),
    "producer": frozenset("PSXO"),
    "company": _NAMES,
    "platform": _NAMES,
    "source_title": frozenset("WSXP"),
    **dict.fromkeys(("filmed_in", "set_in"), frozenset("LX")),
    **dict.fromkeys(("set_at", "premiere", "source_year"), frozenset("D")),
    "episodes": frozenset("N"),
}
_TRUTH_WORDS = re.compile(
    r"\b(?:true|truth|fiction\w*|fact|facts|happened|documentary|documental|verdad|ficcion|hechos|historia|caso|case|story)\b"
)


def may_state(sentence: Sentence) -> bool:
    """Is there anything in the sentence that the model could mark: a name, date, place or number, a word for the truth of a story or for a
    source work?"""
    named = any(e.type != "S" or e.person for e in sentence.entities)
    return named or bool(_TRUTH_WORDS.search(sentence.typed)) or names_source(sentence)


def find_slots(sentence: Sentence, laid: Words, marks: Marks) -> list[Slot]:
    """What each entity may be said to be, in order; all parts from RIVAL up."""
    slots = []
    for number, parts in sorted(marks.parts.items()):
        entity = sentence.entities[number]
        if (laid.kinds[number] == "SHOW" and not entity.person) or _is_cut_off(sentence, laid, number) or _speaks(sentence, laid, number):
            continue
        voice = marks.voices[number]
        settled = _settle_makers(parts, find_governing(sentence, *find_extent(sentence, laid, number)))
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
    behind = sentence.typed[find_extent(sentence, laid, number)[1] :]
    return sentence.entities[number].type in PEOPLE and bool(re.match(r" <[SW]\d+>", behind))


_SAYING = re.compile(
    r"\b(?:says?|said|tells|told|adds?|added|recalls?|recalled|explains?|explained|dice|dijo|explica|explico|cuenta|afirma) $"
)


def _speaks(sentence: Sentence, laid: Words, number: int) -> bool:
    """ ""...," says <somebody>": whoever is quoted is not thereby said to have made anything."""
    return bool(_SAYING.search(sentence.typed[: find_extent(sentence, laid, number)[0]]))


def read_slots(sentence: Sentence, slug: str, marks: Marks) -> Iterator[Likely]:
    """Findings about the work ``slug`` in one sentence."""
    laid = lay_out_words(sentence, slug)
    slots = find_slots(sentence, laid, marks)
    yield from read_cast(sentence, laid, slots, marks, slug)
    yield from read_source(sentence, laid, slots, marks)
    yield from read_basis(sentence, marks)
    wider = _find_wider(sentence, laid, slots)
    for slot in slots:
        if (slot.number, slot.part) not in wider:
            yield from _read_one(sentence, laid, slot, is_likely(sentence, slot, slug))


_PLACES = frozenset({"filmed_in", "set_in"})


def _find_wider(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> set[tuple[int, str]]:
    """Places that only say where the place before them lies, with the part that both play: "<Malibu>, <California>"."""
    found = set()
    for slot in slots:
        if slot.part in _PLACES:
            start, stop = find_extent(sentence, laid, slot.number)
            end = widen_place(sentence, sentence.entities[slot.number], start, stop).end
            found |= {(int(n), slot.part) for n in re.findall(r"<[LX](\d+)>", sentence.typed[stop:end])}
    return found


def _read_one(sentence: Sentence, laid: Words, slot: Slot, is_likely: bool) -> Iterator[Likely]:
    start, end = find_extent(sentence, laid, slot.number)
    relation, value = _SIMPLE.get(slot.part) or _OTHERS.get(slot.part), _read_value(sentence, slot, start, end)
    if relation is None or value is None or _DENIED.search(sentence.typed[:start]):
        return
    made = slot.part in MAKERS
    if made and (_MADE_OTHER.match(sentence.typed, end) or _RECOMMENDED.search(sentence.typed[:start])):
        return
    refused = made and is_refusal(sentence.typed[end:])
    likely = make_likely(sentence, laid, name_finding(slot.part, likely=is_likely and not refused), relation, value, [slot])
    if refused:  # what the name would be is denied; a pattern that reads the denial is as likely as the part
        likely.found.polarity, likely = "negated", replace(likely, denied=1.0)
    if slot.part == "platform":
        likely = _widen_to_own_words(sentence, slot, likely, start, end)
    if _is_doubtful(sentence, slot, likely.found, start, end):
        likely = replace(likely, name=name_finding(slot.part, likely=False))
    if not (relation in OF_THE_WORK and _is_of_something_else(likely.found, sentence)):
        yield _widen(likely, find_telling_verb(sentence.typed, start)) if slot.part == "premiere" else likely


_OTHERS: Mapping[str, Relation] = {"platform": "platform", "premiere": "premiere_date", "episodes": "episode_count"}


def _read_value(sentence: Sentence, slot: Slot, start: int, end: int) -> dict[str, ObjectValue] | None:
    """What the entity between two typed offsets gives as the object of a claim; None where it can't be that."""
    entity = sentence.entities[slot.number]
    if slot.part in _PLACES:
        return {"value": widen_place(sentence, entity, start, end).text}
    if slot.part == "set_at":
        return _read_time(sentence, entity, start, end)
    if slot.part in _SIMPLE:
        return {"value": entity.name}
    if slot.part == "platform" and is_platform(entity):
        return {"value": brand_of(entity)}
    if slot.part == "premiere":
        return _premiere(sentence, entity, start)
    if slot.part == "episodes" and entity.number is not None and 1 < entity.number <= MOST_EPISODES:
        return {"value": entity.number, **_season(sentence, start)}
    return None


_TO_YEAR = re.compile(r" ?(?:to|until|through|hasta|-) ?(?:the )?<D\d+>| (?:and|y|a) (?:the )?<D\d+>")
_FROM_YEAR = re.compile(r"<D\d+> ?(?:to|until|through|hasta|-|–|and|y|a) ?(?:the )?$")
_SPAN_OPENS = re.compile(r"\b(?:between|from|entre|desde) (?:the )?(?:<D\d+> (?:and|y|a) (?:the )?)?$")


def _read_time(sentence: Sentence, entity: Entity, start: int, end: int) -> dict[str, ObjectValue] | None:
    """A year or decade; the first of a span is the span ("1969 to 1974"), its second nothing by itself."""
    typed = sentence.typed
    before, behind = _FROM_YEAR.search(typed, 0, start), _TO_YEAR.match(typed, end)
    opened = bool(_SPAN_OPENS.search(typed, 0, start))
    if before is not None and (opened or not re.search(r" (?:and|y|a) ", before.group())):
        return None
    if behind is not None and (opened or not re.search(r" (?:and|y|a) ", behind.group())):
        return {"value": join_years(sentence, typed[start:end] + behind.group())}
    return {"value": entity.name}


def _is_doubtful(sentence: Sentence, slot: Slot, found: Found, start: int, end: int) -> bool:
    """Too doubtful to be read by itself, however likely: a platform, a faint maker or somebody's decade without a word that says so
    ("the Netflix true story"), and a number of other things."""
    if slot.part == "episodes":
        return _counts_others(sentence, start, end)
    if found.trigger != found.trigger_end:
        return False
    faint = slot.part in MAKERS and slot.likelihood < LEAST_CUELESS
    return slot.part == "platform" or faint or (slot.part == "set_at" and bool(_OF_A_LIFE.search(sentence.typed)))


def _widen_to_own_words(sentence: Sentence, slot: Slot, likely: Likely, start: int, end: int) -> Likely:
    """A platform with the words that lead to it, and one that no cue goes with, of which the model is sure, with those that make the work
    its own, if any do."""
    found = likely.found
    if found.trigger != found.trigger_end:
        led = _LED_TO.search(sentence.typed[max(0, start - 30) : start]) if found.start == start else None
        return replace(likely, found=replace(found, start=start - len(led.group()))) if led else likely
    if slot.likelihood < SURE_OF_PLATFORM or max(slot.not_own, slot.denied) > MOST_AGAINST:
        return likely
    return _widen(likely, find_own_words(sentence.typed, start, end))


# The word that leads to a platform of which more is said behind it ("exclusive to <platform>, where it arrived") belongs to the quote
_LED_TO = re.compile(
    r"\b(?!now |also |later |again |available |disponible |ahora |tambien )[a-z'-]{3,} (?:to|on|onto|en|a) (?:the |la |el )?$"
)


def _widen(likely: Likely, to: tuple[int, int] | None) -> Likely:
    """The finding with a stretch of words that state it; as it is without one, or where a cue word states it already."""
    found = likely.found
    if to is None or found.trigger != found.trigger_end:
        return likely
    return replace(likely, found=replace(found, start=min(found.start, to[0]), end=max(found.end, to[1]), trigger=to[0], trigger_end=to[1]))


_OF_A_LIFE = re.compile(r"\b(?:he|she|they|who) (?:had )?(?:[a-z]+ed|was|were|left|went|met|grew|became|wrote)\b")
# "<somebody> also created <Name>": another work, which no list of titles has
_MADE_OTHER = re.compile(
    r"(?:, [a-z]+,|,? who)? (?:(?:also|then|later|himself|herself|had) )*(?:co-)?(?:created|creates|directed|wrote|writes|produced|made|"
    r"took) <[XWO]\d+>|(?:, [a-z]+,)? also (?:co-)?(?:created|directed|wrote|produced) (?!(?:it|this|the|both|all|each|every|its|an?)\b|<)"
)
_NUMBERED = re.compile(r"\b(?:season|temporada|part|parte|volume|episode|episodio|chapter|capitulo) $")  # "episodes of season six"
_OF_SEVERAL_WORKS = re.compile(r"\b(?:each|both|all|neither|none) of (?:which|whom|them|those) (?:has|had|have|ran to|runs to|got) $")
# "Viewers should try <Salt Harvest>": a title that looks like a name
_RECOMMENDED = re.compile(r"\b(?:try|watch|rewatch|see|recommends?|recommended|catch|stream|seen|watched|vean|ver|prueben) $")
_EPISODES = re.compile(
    r"^(?:[ -](?:[a-z'-]+ ){0,2}?)?(?:half-hours?|"
    r"episod\w+|eps?|parts?|part(?:er)?|chapters?|instal?lments?|hours?|capitulos?|entregas?|partes?)\b"
)
_GOES_ON = re.compile(r"^(?:$|[^ a-z-]| (?:in|of|and|to|for|each|all|on|at|so|long|total|weekly|y|de|en|que|cada|con|por|<))")
# "eight is your lot", "until all ten have been released", "there were ten but I saw six"
_ALL_THERE_IS = re.compile(
    r"^ (?:(?:is|are|makes?) (?:your|the|its) (?:lot|whole lot|full set|total)|is all (?:you get|there is)|but|"
    r"(?:of them )?(?:are|were|have been|had been|will be) (?:now |all |already )?"
    r"(?:released|out|available|shown|aired|broadcast|streaming))\b"
)
_OF_A_TOTAL = re.compile(r"\b(?:episodes?|parts|chapters|instal?lments|episodios|capitulos) (?:out )?(?:of|de) (?:a|un) total (?:of|de) $")
_AGE = re.compile(r"\b(?:desde|a|hasta|con) los $|\b(?:aged?|at|was|turned) $")


def _counts_others(sentence: Sentence, start: int, end: int) -> bool:
    """Does the number count people, minutes, years ("five friends", "the fifty-minute mark", "desde los once")?"""
    behind = sentence.typed[end:]
    if _OF_SEVERAL_WORKS.search(sentence.typed[:start]) or _NUMBERED.search(sentence.typed[:start]):
        return True
    total = _OF_A_TOTAL.search(sentence.typed[:start])
    counted = total or _EPISODES.match(behind) or _GOES_ON.match(behind) or _ALL_THERE_IS.match(behind)
    return not counted or (not _EPISODES.match(behind) and bool(_AGE.search(sentence.typed[:start])))


_DENIED = re.compile(
    r"\b(?:not|nor|never|no|rather than|instead of|unlike|ni)(?: just| only| the| by| on| in| en| por| de)? $"
)  # "five, not eight"


def _is_of_something_else(found: Found, sentence: Sentence) -> bool:
    """Said of a book, a documentary, somebody's next series, a person who was released, a gun that was shot?"""
    at = found.trigger
    if found.relation == "premiere_date" and sentence.typed.endswith(" el ", 0, at):
        at -= len("el ")  # the article of the day, and nobody
    return (
        (found.relation == "episode_count" and bool(_FORETOLD.search(sentence.typed, 0, found.start)))
        or (found.relation == "platform" and bool(_MOVED_TO.search(sentence.typed, 0, found.end)))
        or (found.relation == "platform" and is_of_others(sentence.typed, found.start, found.end))
        or (found.relation == "platform" and bool(_SOLD.search(sentence.typed, found.end, found.end + 60)))
        or belongs_elsewhere(sentence, at)
        or belongs_elsewhere(sentence, found.start)
        or is_about_other_thing(sentence.typed, at)
        or (found.relation in {"premiere_date", "filming_location"} and is_about_person(sentence.typed, at))
        or (found.relation == "episode_count" and is_partial(sentence, found.start, found.end))
        or (found.relation == "premiere_date" and is_not_first(sentence, found.start, found.end))
        or (found.relation == "premiere_date" and found.trigger == found.trigger_end and is_of_a_life(sentence.typed, at, found.end))
        or is_planned(sentence, found.end)
    )


_FORETOLD = re.compile(r"\b(?:promised|rumou?red|were to (?:be|have)|prometi\w+)\b[^.;]{0,25}$")
_MOVED_TO = re.compile(
    r"\b(?:before|until|then|later|after) (?:(?:it|the [a-z]+) )?(?:mov(?:ing|ed)|jump(?:ing|ed)|switch(?:ing|ed)) (?:on )?to "
    r"(?:the )?<O\d+>$|\bantes de (?:saltar|pasar|llegar|mudarse) a <O\d+>$"
)  # where it went after it had been shown elsewhere
_SOLD = re.compile(r"\b(?:sold|vendio|vendieron|vendida?)\b")  # who developed it, and never showed it


def _season(sentence: Sentence, at: int) -> dict[str, ObjectValue]:
    """The season named in the clause of a typed offset."""
    start = at - len(clause_before(sentence.typed, at, 70))
    behind = re.split(r"[,;.:]|\b(?:and|but|y|pero)\b", sentence.typed[at : at + 40])[0]
    season = read_season(sentence, start, at + len(behind))
    return {} if season is None else {"season": read_bare_season(sentence.typed[:at], season)}


_RUN_BEFORE = re.compile(
    r"\b(?:between|from|since|entre|de|desde)(?: the| el| early| late)? <D\d+>(?:,? (?:and|to|until|till|through|y|a|al|hasta)| ?[-–])"
    r"(?: the| el| early| late)? ?$"
)


_OTHER_YEAR = re.compile(
    r",? (?:(?P<last>last year|del ano pasado)|(?:next|the same|that) year|del ano (?:anterior|siguiente)|de ese ano)\b"
)


def _premiere(sentence: Sentence, entity: Entity, at: int) -> dict[str, ObjectValue] | None:
    if _RUN_BEFORE.search(sentence.typed[:at]):
        return None  # "ran between 2013 and 2017": its end
    surface, published = entity.surface, sentence.block.published
    other = _OTHER_YEAR.match(sentence.typed, sentence.typed.index(">", at) + 1)
    if other and not entity.years:
        if other["last"] is None or published is None:
            return None
        surface = f"{surface} {published.year - 1}"  # "21 September last year"
    day = read_day(surface, published, False, sentence.block.spanish)
    return None if day is None else {"value": day, **_season(sentence, at)}
