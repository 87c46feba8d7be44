"""country and language, co-productions and containment minded."""

from __future__ import annotations

import re
from functools import cache

from pipeline.models import Claim, Show
from pipeline.records.folding import fold
from pipeline.records.nationalities import NATIONALITIES
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext

_SHORT = {  # names of countries that CLDR has in another form
    "us": "US", "usa": "US", "u s": "US", "america": "US", "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "britain": "GB", "great britain": "GB", "turkey": "TR",
}  # fmt: skip


@cache
def _territories() -> dict[str, str]:
    """Folded name in English, Spanish, German, French or Portuguese -> ISO code (CLDR, through babel)."""
    from babel import Locale  # noqa: PLC0415

    names = {
        fold(n): c for lang in ("pt", "fr", "de", "es", "en") for c, n in Locale(lang).territories.items() if len(c) == 2 and c.isalpha()
    }
    return {**names, **NATIONALITIES, **_SHORT}


@cache
def _languages() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415

    return {fold(n): c for lang in ("pt", "fr", "de", "es", "en") for c, n in Locale(lang).languages.items() if len(c) <= 3}


def country_code(name: str) -> str | None:
    """ "Mexican", "México" -> "MX"; None for what is no country that CLDR knows."""
    return _territories().get(fold(name))


def is_demonym(word: str) -> bool:
    """ "Belarusian": one word that ends as such words do and begins as a country does."""
    plain = fold(word)
    if country_code(plain):
        return True
    return bool(re.fullmatch(r"[a-z]{4,}(?:ian|ean|ish|ese|an|i)", plain)) and any(t.startswith(plain[:4]) for t in _territories())


def language_code(name: str) -> str | None:
    """ "Spanish", "español", "Castilian Spanish" -> "es"."""
    plain = fold(name)
    table = _languages()
    return table.get(plain) or next((table[w] for w in reversed(plain.split()) if w in table), None)


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """In the list: a match. Not in it: absent, and excluded only where the list is complete and one thing is meant: who names one on record
    beside another tells of a co-production, and a partner may be missing from any list."""
    del context
    facts = show.facts_of(claim.relation)
    read = country_code if claim.relation == "country" else language_code
    wanted = read(str(claim.object.get("value", "")))
    if not facts:
        return NO_RECORD
    if wanted is None:
        return INCOMPARABLE
    right = (
        f"is a production of {list_values([str(f.value) for f in firm(facts)])}"
        if claim.relation == "country"
        else f"is in {list_values([str(f.value) for f in firm(facts)])}"
    )
    hits = tuple(f for f in facts if read(str(f.value)) == wanted or wanted in {read(v) for v in f.fair_values})
    if hits:
        return Comparison(Grade.MATCH, hits[:1], "value", right=right)
    if any(f.note and wanted in {read(w) for w in f.note.replace("-", " ").split()} for f in facts):
        return Comparison(Grade.NEAR, facts[:1], failed=("note",), right=right)
    recorded = {read(str(f.value)) for f in facts} - {None}
    beside = claim.relation == "country" and any(read(w) in recorded for w in _PART.split(claim.quote))
    return Comparison(Grade.ABSENT, firm(facts), "complete", failed=("named_beside",) if beside else (), right=right)


_PART = re.compile(
    r",? (?:and|y|e|&) |[,:] ?|/|-| (?:production|series|film|drama|show|one)\b|"
    r"\b(?:(?:co)?producci[oó]n|an?|the|of|from|between|is|una?|el|los|entre|de)\b ?",
    re.IGNORECASE,
)
