"""The country that it was made in, and its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.wording import belongs_elsewhere, is_about_other_thing
from pipeline.records.folding import fold

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
    "u.s.": "United States", "usa": "United States", "uk": "United Kingdom", "u.k.": "United Kingdom", "czech": "Czechia",
    "austrian": "Austria", "swiss": "Switzerland", "greek": "Greece", "hungarian": "Hungary",
    "south korean": "South Korea", "new zealand": "New Zealand", "south african": "South Africa", "danesa": "Denmark", "sueca": "Sweden",
    "noruega": "Norway", "polaca": "Poland", "portuguesa": "Portugal", "turca": "Turkey", "japonesa": "Japan", "surcoreana": "South Korea",
    "peruana": "Peru", "belga": "Belgium", "holandesa": "Netherlands", "neerlandesa": "Netherlands",
    "finlandesa": "Finland", "islandesa": "Iceland", "austriaca": "Austria", "griega": "Greece", "rusa": "Russia",
    "norteamericana": "United States",
    "escocesa": "United Kingdom", "galesa": "United Kingdom", "espanol": "Spain", "britanico": "United Kingdom",
}  # fmt: skip
_LANGUAGES = {
    "spanish": "Spanish", "english": "English", "french": "French", "german": "German", "italian": "Italian", "portuguese": "Portuguese",
    "welsh": "Welsh", "irish": "Irish", "danish": "Danish", "swedish": "Swedish", "norwegian": "Norwegian", "dutch": "Dutch",
    "polish": "Polish", "russian": "Russian", "hindi": "Hindi", "korean": "Korean", "japanese": "Japanese", "mandarin": "Mandarin",
    "hebrew": "Hebrew", "arabic": "Arabic", "turkish": "Turkish", "yiddish": "Yiddish", "catalan": "Catalan", "espanol": "Spanish",
    "ingles": "English", "frances": "French", "aleman": "German", "italiano": "Italian", "portugues": "Portuguese",
    "icelandic": "Icelandic",
}  # fmt: skip
_D = "|".join(re.escape(d) for d in _COUNTRIES)
_L = "|".join(_LANGUAGES)
_NOUN = (
    r"(?P<n>series|miniseries|mini-series|drama|film|movie|limited series|show|production|thriller|web series|programme|"
    r"(?:<N\d+>|two|three|four|five|six|seven|eight|nine|ten)-parter|"
    r"serie|miniserie|pelicula|produccion|ficcion)"
)
# the words for the work at the head of a statement; a story, or an "it" that may be a case, comes from somewhere else
_SUBJ = (
    r"(?P<w><S\d+>[\"']?|\b(?:the|this|la|el|esta|este) (?:[a-z0-9'-]+ |<[OLDN]\d+>(?:'s)?[ -]){0,3}?"
    r"(?:series|show|drama|miniseries|mini-series|film|movie|biopic|thriller|docudrama|adaptation|production|programme|project|serie|miniserie|"
    r"pelicula|ficcion|produccion|cinta)\b)"
)
_ITEM = rf"(?:the )?(?:united <[LX]\d+>|<[LX]\d+>|(?:{_D})\b)"
_NAMED = rf"(?:{_ITEM}|[a-z]+(?: unidos?)?)"  # in a row, where a word is nothing else
_LIST = rf"(?P<c>{_NAMED}(?:(?:,? and |, | y | e | & |/| / |-){_NAMED}){{0,4}})"
_PLACE = r"(?:the |los |las )?(?:united <[LX]\d+>|<[LX]\d+>)"
_PLACES = rf"(?P<c>{_PLACE}(?:(?:,? and |, | y | e | & ){_PLACE}){{0,4}})"
_JOINED = rf"(?P<c>(?:{_D})(?:[-/](?:{_D}))?|<X\d+>)"
_ALL = r"(?:wholly|entirely|purely|fully|also|originally|integramente|enteramente|totalmente|netamente|plenamente)"
# what may follow "the <adjective> series": the series itself is meant, not its maker or finale
_ON = (
    r"(?:[,.;:)!]|$| (?:that|based|about|which|on|from|is|was|has|had|will|who|stars|follows?|tells?|runs?|ran|premiered|came|comes|made|"
    r"filmed|shot|set|created|directed|written|by|with|for|starring|released|dropped|landed|debuted|arrived|dealing|consists?|and)\b)"
)
_UNCLEAR = frozenset({"english", "spanish", "french", "german", "italian", "portuguese", "espanola", "francesa", "alemana", "inglesa"})


@cache
def _names() -> Mapping[str, str]:
    """Folded name in English or Spanish -> English name of a country (CLDR, through babel). Georgia is a state as often as a country."""
    from babel import Locale  # noqa: PLC0415

    codes = {c: n for c, n in Locale("en").territories.items() if len(c) == 2 and c.isalpha()}
    named = {fold(n): codes[c] for lang in ("es", "en") for c, n in Locale(lang).territories.items() if c in codes}
    others = {"usa": "United States", "us": "United States", "u s": "United States", "u s a": "United States", "uk": "United Kingdom",
              "great britain": "United Kingdom", "britain": "United Kingdom", "england": "United Kingdom", "scotland": "United Kingdom",
              "wales": "United Kingdom", "northern ireland": "United Kingdom", "inglaterra": "United Kingdom", "eeuu": "United States",
              "ee uu": "United States", "america": "United States", "holland": "Netherlands", "turkey": "Turkey"}  # fmt: skip
    return {n: c for n, c in (named | others).items() if n != "georgia"}


def read_countries(text: str) -> list[str]:
    """ "British-American", "Canada and Ireland", "Canadian-made" -> the countries; [] where one part is none."""
    plain = re.sub(r"-(?:made|produced|backed)\b", "", text.strip(" '\"").lower())
    found = []
    for part in re.split(r",? (?:and|y|e|&) |, |/|-", plain):
        name = re.sub(r"^(?:the|an?|los|las|el|la) ", "", fold(part))
        country = _COUNTRIES.get(name) or _names().get(name)
        if country is None:
            return []
        found.append(country)
    return found


def _country(hit: Hit) -> Iterator[Found]:
    """One finding for each country of a list; all of them quote the whole list."""
    typed, at = hit.sentence.typed, hit.match.start()
    if is_about_other_thing(typed, at) or belongs_elsewhere(hit.sentence, hit.span("c")[0]):
        return
    if _IN_PASSING.search(f"{typed[:at]}{hit.typed('t')}") and not hit.has("w"):
        return
    for country in read_countries(hit.text("c")):
        yield hit.found("country", {"value": country}, noun=hit.typed("n") or None)


# "seen in an American show", "remade from the Danish series": another work, or may be one
_IN_PASSING = re.compile(
    r"\b(?:of|from|in|on|like|unlike|than|to|with|after|before|for|as) (?:the|an?)$|"
    r"\b(?:adaptacion|version|remake|creador\w*|director\w*|basad[oa]|inspirad[oa]|fans|como) (?:de |en |del )?(?:la|una)$"
)


def _predicate(hit: Hit) -> Iterator[Found]:
    """ "The series is Canadian"; "the series is Spanish" may speak of its language, "the production is Spanish" does not."""
    if hit.typed("c") not in _UNCLEAR or re.search(r"\b(?:production|produccion)$", hit.typed("w")):
        yield from _country(hit)


def _language(hit: Hit) -> Iterator[Found]:
    if is_about_other_thing(hit.sentence.typed, hit.match.start()):
        return
    for group in ("l", "l2"):
        if hit.has(group):
            yield hit.found("language", {"value": _LANGUAGES[hit.typed(group)]})


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "country.the",
        rf"\b(?P<t>the|this|an?|<O\d+>(?:'s)?|new) (?:[a-z]+ly |[a-z]+ |<N\d+>-[a-z]+ ){{0,2}}?{_JOINED}(?:-made|-produced)? (?:limited |"
        rf"crime "
        rf"|true-crime |period |<N\d+>-part )?{_NOUN}{_ON}",
        _country,
    ),
    Pattern("country.opens", rf"^(?P<t>)(?P<c><X\d+>) (?:limited |crime |true-crime |period |<N\d+>-part )?{_NOUN}{_ON}", _country),
    Pattern(
        "country.is",
        rf"(?P<w><S\d+>)[\"']? (?P<t>is|was|es) (?:an? |una )(?:[a-z]+ ){{0,2}}?{_JOINED} (?:[a-z-]+ "
        rf"){{0,2}}{_NOUN}\b",
        _country,
    ),
    Pattern(
        "country.es",
        rf"\b(?P<t>la|una|esta|el)? ?(?P<n>serie|miniserie|pelicula|produccion|ficcion) (?:{_ALL} )?{_JOINED}\b",
        _country,
    ),
    Pattern(
        "country.row",
        rf"^(?:[*-] ?)?(?P<t>(?:(?:home |producing |production )?country(?: of (?:origin|production))?|nationality|pais(?: de (?:origen|"
        rf"produccion))?|nacionalidad)\??) ?[:-] ?(?:(?:it is |it's )?(?:from|an?|el|los) )?{_LIST}(?:$|[.,;:!(]| (?:one|production|"
        rf"series|film|show)\b)",
        _country,
    ),
    Pattern(
        "country.of_origin",
        rf"\b(?P<t>(?:country|pais) (?:of|de) (?:origin|production|origen|produccion) (?:is|was|es)) {_PLACES}",
        _country,
    ),
    Pattern(
        "country.from",
        rf"{_SUBJ} (?:[a-z]+ly )?(?P<t>(?:hails?|hailed|comes?|came) (?:originally |to us )?from|procede de|proviene de|viene de|"
        rf"llega desde|is (?:an? )?(?:co-?)?production (?:of|from|between)|es una (?:co)?produccion (?:de|entre)) {_PLACES}(?:$|[.,;:!)]|"
        rf" (?:and|y|but)\b)",
        _country,
    ),
    Pattern(
        "country.predicate",
        rf"{_SUBJ} (?P<t>is|was|es|fue) (?:{_ALL} |in fact |of course )?(?P<c>{_D})(?:$|[.,;:!]| (?:and|y|but|by production|in origin|"
        rf"through and through|to (?:the|its) core|by (?:passport|nationality)|officially|"
        rf"de origen|de pura cepa|por los cuatro costados)\b)",
        _predicate,
    ),
    Pattern(
        "country.apposed",
        rf"\b(?P<t>(?:la|esta)) (?P<n>serie|miniserie|pelicula|produccion), (?:de origen )?(?P<c>{_D}),",
        _country,
    ),
    Pattern(
        "language.in",
        rf"\b(?P<t>(?:shot|filmed|made|shooting|filming|acted|performed|spoken|dialogue(?: is)?|rodada|"
        rf"grabada|hablada|hablado|se habla|available|series is|film is|show is|it is)(?: [a-z]+){{0,2}}?(?: <L\d+>,)?) "
        rf"(?:in|en) (?P<l>{_L})(?:(?: and| y| along with) (?P<l2>{_L}))?\b",
        _language,
    ),
    Pattern("language.bare", rf"(?:^|, |<L\d+>,? (?:y |and )?)(?P<t>in|en) (?P<l>{_L})(?: (?:and|y) (?P<l2>{_L}))?(?:[,.;]|$)", _language),
    Pattern("language.hyphen", rf"\b(?P<t>(?:the|a|an|its|this|<N\d+>'s) (?:[a-z]+ )?)(?P<l>{_L})-language {_NOUN}", _language),
    Pattern("language.row", rf"^(?:[*-] ?)?(?P<t>(?:(?:original )?languages?|idiomas?)) ?[:-] ?(?P<l>{_L})\b", _language),
)
