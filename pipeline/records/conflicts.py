"""Which real event on record a stated fate cannot stand beside.

Absence says nothing: somebody of whom no arrest is on record may have been arrested. What counts is only what is there: a death against a
life that goes on, a later deed against a death, another place or year of what happens once.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.models import Fact, Show
from pipeline.records.conflicts_of_things import APART, OF_THINGS, is_apart, is_elsewhere
from pipeline.records.dates import years_apart
from pipeline.records.fates import DEATH, LIFE, Fate, Named, to_plain
from pipeline.records.lives import EXECUTED, LEGAL, Deed, Lives, find_on_record, read_lives, write_line

# What says that somebody was in the hands of the law, by what may be denied.
_SENTENCED = {"sentence", "custody"}
_CAUGHT = {"arrest", "conviction", *_SENTENCED}
_CHARGED = {"charge", "trial", "conviction", "acquittal", *_SENTENCED}
_PROOFS = {
    **dict.fromkeys(("caught", "captured", "arrested", "detained"), _CAUGHT),
    **dict.fromkeys(("charged", "prosecuted"), _CHARGED),
    "tried": {"trial", "acquittal"},  # and what no plea led to
    "convicted": {"conviction", *_SENTENCED},
    "sentenced": _SENTENCED,
    "jailed": {"custody", "term"},
    "imprisoned": {"custody", "term"},
}
_UNDONE = re.compile(r"\b(?:overturned|quashed|vacated|exonerated|pardoned|acquitted|cleared|new trial)\b")
_NO_JURY = re.compile(r"\b(?:pleads? guilty|pleaded guilty|plea|without a jury)\b")
_TO_DEATH = re.compile(r"\b(?:death row|sentence of death|sentenced to death|executed|hanged)\b")
_KIN_ES = {
    "esposa": "wife", "mujer": "wife", "marido": "husband", "padres": "parents", "madre": "mother", "padre": "father", "familia": "family",
    "hijos": "children",
}  # fmt: skip
_OF_THE_STORY = ("setting_place", "setting_time", "protagonist", "filming_location")  # what else names places and times of it
_LONG = 60  # years of a sentence from which it is as good as one for life


def find_conflict(fate: Fate, show: Show) -> Fact | None:
    """The real event on record that the stated fate cannot stand beside; None where there is none, which says nothing."""
    lives = read_lives(show.facts_of("real_event"))
    if fate.kind in OF_THINGS:
        return OF_THINGS[fate.kind](fate, lives, show.facts_of(*_OF_THE_STORY))
    rule = _OF_PERSONS[fate.kind]
    known = (p for named in fate.people for p in find_on_record(named, lives) if lives.knows_name(p, show))
    meant = (p for p in known if lives.is_clear(p) or lives.find_deeds(p, *LEGAL))  # a surname: the one bearer whom the law dealt with
    return next((fact for p in meant if (fact := rule(fate, p, lives)) is not None), None)


def _late_deed(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    """Something that the person did, or that the law did to them, years after they are said to have died."""
    if fate.year is None or not lives.is_clear(person):
        return None
    for d in lives.find_deeds(person, *LEGAL, "testimony"):
        if d.spans and min(s[0] for s in d.spans) >= fate.year + APART:
            return d.fact
    return None


def _against_death(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    deaths = lives.find_deeds(person, "death")
    if not lives.is_clear(person):
        return None
    if not deaths:
        return _late_deed(fate, person, lives)
    if fate.year is not None and all(is_apart(fate.year, d.spans) for d in deaths) and not lives.mentions_year(person, fate.year):
        return deaths[0].fact
    if fate.places and all(is_elsewhere(p, d.fact) for p in fate.places for d in deaths):
        return deaths[0].fact
    return None


def _against_execution(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    if not lives.is_clear(person):
        return None
    deaths = lives.find_deeds(person, "death")
    if deaths and not any(d.executed or EXECUTED.search(str(d.fact.value)) for d in deaths):
        return deaths[0].fact
    return _against_death(fate, person, lives)


def _against_life(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    if not lives.is_clear(person):
        return None
    held = fate.kind == "free" and not lives.find_deeds(person, "release")
    return next((d.fact for d in lives.find_deeds(person, "death", *(["custody"] if held else []))), None)


def _against_arrest(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    """In another country or state than each arrest on record, in a year that has one."""
    deeds = lives.find_deeds(person, "arrest")
    same_year = [d for d in deeds if fate.year is not None and any(a <= fate.year <= b for a, b in d.spans)]
    if not same_year or not fate.places or not all(is_elsewhere(p, d.fact) for p in fate.places for d in deeds):
        return None
    return same_year[0].fact


def _against_free_death(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    del fate
    return next((d.fact for d in lives.find_deeds(person, "death") if d.in_custody and lives.is_clear(person)), None)


def _against_release(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    """Set free after their death, or while the record has them in prison and knows of no day on which they left it."""
    if fate.year is None or not lives.is_clear(person):
        return None
    year = fate.year
    deaths = [d for d in lives.find_deeds(person, "death") if d.spans]
    if deaths and all(max(s[1] for s in d.spans) <= year - APART for d in deaths):
        return deaths[0].fact
    deeds = lives.find_deeds(person, *LEGAL)
    if any(d.kind in {"release", "escape", "acquittal"} for d in deeds) or lives.mentions_year(person, year):
        return None
    first = min((s[0] for d in deeds for s in d.spans), default=year)
    if first >= year or any(d.kind == "arrest" and s[0] >= year for d in deeds for s in d.spans):
        return None  # before all that is on record, or before another arrest
    later = [d for d in (*deeds, *deaths) if d.spans and min(s[0] for s in d.spans) > year]
    return next((d.fact for d in later if d.kind in {"custody", "sentence"} or d.in_custody), None)


def _against_denial(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    if any(_UNDONE.search(write_line(f)) for f in lives.facts) and fate.what in {"convicted", "sentenced"}:
        return None
    ended = lives.find_deeds(person, "sentence", "conviction") if fate.what == "tried" else ()
    pleaded = any(_NO_JURY.search(str(d.fact.value)) for d in ended)
    proofs = (*lives.find_deeds(person, *_PROOFS.get(fate.what, ())), *(() if pleaded else ended))
    return proofs[0].fact if proofs else None


def _against_acquittal(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    del fate
    convictions = lives.find_deeds(person, "conviction")
    if not convictions or any(_UNDONE.search(write_line(f)) for f in lives.facts if "new trial" not in write_line(f)):
        return None
    return convictions[-1].fact


def _against_conviction(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    """Found guilty by a court in another year than any on record."""
    convictions = [d for d in lives.find_deeds(person, "conviction") if d.spans]
    if fate.year is None or not convictions or lives.mentions_year(person, fate.year):
        return None
    return convictions[0].fact if all(is_apart(fate.year, d.spans) for d in convictions) else None


def _against_jury(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    """By a jury, where the record has a plea, or a judge alone, and no other verdict."""
    del fate
    convictions = lives.find_deeds(person, "conviction")
    plain = convictions and all(_NO_JURY.search(str(d.fact.value)) for d in convictions)
    return convictions[0].fact if plain else None


def _against_kin(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    kin = _KIN_ES.get(fate.what, fate.what)
    deeds = [d for d in lives.find_deeds(person, f"killed {kin}") if d.spans]
    if fate.year is None or not deeds or lives.mentions_year(person, fate.year):
        return None
    return deeds[0].fact if all(is_apart(fate.year, d.spans) for d in deeds) else None


def _against_sentence(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    """Another length than every sentence on record; said of another year it may be another sentence."""
    deeds = [d for d in lives.find_deeds(person, "sentence") if d.terms]
    if not deeds or fate.number is None or (fate.year is not None and all(is_apart(fate.year, d.spans) for d in deeds)):
        return None
    terms = [t for d in deeds for t in d.terms]
    stated = fate.number
    if fate.year is None and _may_be_other_case(fate, person, deeds, lives):
        return None
    if stated == DEATH:
        return None if any(_TO_DEATH.search(write_line(f)) for f in lives.facts) else deeds[0].fact
    if any((lo == LIFE) == (stated == LIFE) and lo - 1 <= stated <= hi + 1 for lo, hi in terms if lo != DEATH):
        return None
    if any(lo in {LIFE, DEATH} or lo > _LONG for lo, _ in terms) and (stated == LIFE or stated > _LONG):
        return None
    return deeds[0].fact


def _may_be_other_case(fate: Fate, person: Named, deeds: list[Deed], lives: Lives) -> bool:
    """Was the person before the law at another time as well, or is the sentence said to be for something that the record does not name?"""
    others = lives.find_deeds(person, "arrest", "conviction", "escape", "charge")
    away = any(d.spans and e.spans and min(years_apart(a, b) for a in d.spans for b in e.spans) > APART for d in others for e in deeds)
    causes = {w[:5] for w in re.findall(r"[a-z]{4,}", fate.cause)}
    named = {w[:5] for f in lives.facts for w in re.findall(r"[a-z]{4,}", to_plain(write_line(f)).lower())}
    return away or bool(causes and not causes & named)


def _against_served(fate: Fate, person: Named, lives: Lives) -> Fact | None:
    """Another time served than on record, by more than a year and a fifth."""
    deeds = [d for d in lives.find_deeds(person, "served") if d.terms and d.terms[0][0] < LIFE]
    if len(deeds) != 1 or fate.number is None:
        return None
    lo, hi = deeds[0].terms[0]
    slack = max(1, hi // 5)
    return None if lo - slack <= fate.number <= hi + slack else deeds[0].fact


_OF_PERSONS: dict[str, Callable[[Fate, Named, Lives], Fact | None]] = {
    "execution": _against_execution,
    "death": _against_death,
    "alive": _against_life,
    "free": _against_life,
    "died free": _against_free_death,
    "release": _against_release,
    "arrest": _against_arrest,
    "denial": _against_denial,
    "acquittal": _against_acquittal,
    "conviction": _against_conviction,
    "jury verdict": _against_jury,
    "kin killing": _against_kin,
    "sentence": _against_sentence,
    "served": _against_served,
}
