"""The country that it was made in, and its language."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.wording import is_about_other_thing

_COUNTRIES = {
    "american": "United States", "us": "United States", "british": "United Kingdom", "english": "United Kingdom",
    "scottish": "United Kingdom", "welsh": "United Kingdom", "irish": "Ireland", "mexican": "Mexico", "spanish": "Spain",
    "french": "France", "german": "Germany",
    "italian": "Italy", "australian": "Australia", "canadian": "Canada", "colombian": "Colombia", "argentine": "Argentina",
    "argentinian": "Argentina", "brazilian": "Brazil", "chilean": "Chile", "peruvian": "Peru", "danish": "Denmark", "swedish": "Sweden",
    "norwegian": "Norway", "dutch": "Netherlands", "belgian": "Belgium", "polish": "Poland", "portuguese": "Portugal", "turkish": "Turkey",
    "indian": "India", "japanese": "Japan", "korean": "South Korea", "chinese": "China", "israeli": "Israel", "russian": "Russia",
    "mexicana": "Mexico", "espanola": "Spain", "colombiana": "Colombia", "argentina": "Argentina", "estadounidense": "United States",
    "britanica": "United Kingdom", "inglesa": "United Kingdom", "francesa": "France", "alemana": "Germany", "italiana": "Italy",
    "brasilena": "Brazil", "chilena": "Chile", "australiana": "Australia", "canadiense": "Canada", "irlandesa": "Ireland",
    "uruguayan": "Uruguay", "uruguaya": "Uruguay", "finnish": "Finland", "icelandic": "Iceland", "mexicano": "Mexico",
}  # fmt: skip
_LANGUAGES = {
    "spanish": "Spanish", "english": "English", "french": "French", "german": "German", "italian": "Italian", "portuguese": "Portuguese",
    "welsh": "Welsh", "irish": "Irish", "danish": "Danish", "swedish": "Swedish", "norwegian": "Norwegian", "dutch": "Dutch",
    "polish": "Polish", "russian": "Russian", "hindi": "Hindi", "korean": "Korean", "japanese": "Japanese", "mandarin": "Mandarin",
    "hebrew": "Hebrew", "arabic": "Arabic", "turkish": "Turkish", "yiddish": "Yiddish", "catalan": "Catalan", "espanol": "Spanish",
    "ingles": "English", "frances": "French", "aleman": "German", "italiano": "Italian", "portugues": "Portuguese",
    "icelandic": "Icelandic",
}  # fmt: skip
_D = "|".join(_COUNTRIES)
_L = "|".join(_LANGUAGES)
_NOUN = (
    r"(?P<n>series|miniseries|mini-series|drama|film|movie|limited series|show|production|thriller|web series|"
    r"serie|miniserie|pelicula|produccion|ficcion)"
)


def _country(hit: Hit) -> Iterator[Found]:
    if not is_about_other_thing(hit.sentence.typed, hit.match.start()):
        yield hit.found("country", {"value": _COUNTRIES[hit.typed("c")]}, noun=hit.typed("n") or None)


def _language(hit: Hit) -> Iterator[Found]:
    if is_about_other_thing(hit.sentence.typed, hit.match.start()):
        return
    for group in ("l", "l2"):
        if hit.has(group):
            yield hit.found("language", {"value": _LANGUAGES[hit.typed(group)]})


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "country.the",
        rf"\b(?P<t>the|this|an?|<O\d+>(?:'s)?|new) (?:[a-z]+ |<N\d+>-[a-z]+ ){{0,2}}?(?P<c>{_D}) (?:limited |crime "
        rf"|true-crime |period |<N\d+>-part )?{_NOUN}(?: that|,|\.| based| about| which| on|$| from)",
        _country,
    ),
    Pattern(
        "country.is",
        rf"(?P<w><S\d+>)[\"']? (?P<t>is|was|es) (?:an? |una )(?:[a-z]+ ){{0,2}}?(?P<c>{_D}) (?:[a-z-]+ "
        rf"){{0,2}}{_NOUN}\b",
        _country,
    ),
    Pattern("country.es", rf"\b(?P<t>la|una|esta|el)? ?(?P<n>serie|miniserie|pelicula|produccion|ficcion) (?P<c>{_D})\b", _country),
    Pattern("country.row", rf"^(?:[*-] ?)?(?P<t>(?:country(?: of origin)?|pais)) ?[:-] ?(?P<c>{_D})\b", _country),
    Pattern(
        "language.in",
        rf"\b(?P<t>(?:shot|filmed|made|shooting|filming|acted|performed|spoken|dialogue(?: is)?|rodada|"
        rf"grabada|hablada|available|series is|film is|show is|it is)(?: [a-z]+){{0,2}}?(?: <L\d+>,)?) "
        rf"(?:in|en) (?P<l>{_L})(?:(?: and| y| along with) (?P<l2>{_L}))?\b",
        _language,
    ),
    Pattern("language.bare", rf"(?:^|, |<L\d+>,? (?:y |and )?)(?P<t>in|en) (?P<l>{_L})(?: (?:and|y) (?P<l2>{_L}))?(?:[,.;]|$)", _language),
    Pattern("language.hyphen", rf"\b(?P<t>(?:the|a|an|its|this|<N\d+>'s) (?:[a-z]+ )?)(?P<l>{_L})-language {_NOUN}", _language),
    Pattern("language.row", rf"^(?:[*-] ?)?(?P<t>(?:(?:original )?languages?|idiomas?)) ?[:-] ?(?P<l>{_L})\b", _language),
)
