"""Where and when the story is set; said of the work, never of a person's life."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.place_lists import read_places
from pipeline.claims.relations.wording import belongs_elsewhere, clause_before, noun_before, read_season
from pipeline.models import ObjectValue, Polarity

_DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980,
    "nineties": 1990, "noughties": 2000, "veinte": 1920, "treinta": 1930, "cuarenta": 1940, "cincuenta": 1950, "sesenta": 1960,
    "setenta": 1970, "ochenta": 1980, "noventa": 1990,
}  # fmt: skip
_DECADE = "|".join(_DECADES)
_SPANISH_DECADE = "|".join(d for d in _DECADES if d[-1] in "ae" and not d.endswith("ies"))
_STOP = re.compile(
    r"[;:?!]|\.(?:$| )|\b(?:which|who|whose|but|while|because|when|before|after|rather than|instead of|"
    r"although|though|not (?:in|at)|and (?:follows|stars|tells|is|was|has)|"
    r"filmed|shot|filming|shooting|se (?:filmo|rodo|grabo|filmaron|rodaron)|aunque|pero|donde|cuando|y "
    r"(?:sigue|cuenta|narra))\b|, (?:it|the (?:series|show|film|drama|story)|where|as|with|a |an |follow|con|"
    r"sigue|(?:la|el|los|las) [a-z]+ (?:que|donde)|the [a-z]+ (?:that|you|we|seen|shown))\b"
)
_A_SET = re.compile(r"\b(?:the|a|on|film|movie|tv|his|her|their|same|off) $")  # "on the set in <a town>"
_OF_LIFE = re.compile(r"\b(?:he|she|they|<P\d+>) (?:was|were|had|lived|moved|worked|grew|[a-z]+ed)\b[^,;]{0,40}$")
_OTHER = re.compile(r"\b(?:novel|book|memoir|podcast|play|documentary|libro|novela)(?: [^,;.]{0,30})?$")


def _set_in(hit: Hit) -> Iterator[Found]:
    """Places and times of the clause behind the cue."""
    typed = hit.sentence.typed
    start, begin = hit.span("t")
    before = clause_before(typed, start)
    if (
        _OTHER.search(before)
        or re.search(
            r"\b(?:real|true|actual|real-life) (?:[a-z]+ )?events?\b|\b(?:filming|shooting|production|rodaje)\b", before + hit.typed("w")
        )
        or typed[begin:].startswith((" stone", " motion"))
        or (typed.startswith("set", start) and _A_SET.search(typed, 0, start))
    ):
        return
    if belongs_elsewhere(hit.sentence, hit.match.start() if hit.has("w") else start):
        return
    stop = _STOP.search(typed, begin)
    end = min(stop.start() if stop else len(typed), begin + 160)
    season = read_season(hit.sentence, start - len(before), begin)
    extra: dict[str, ObjectValue] = {} if season is None else {"season": season}
    for place in read_places(hit.sentence, begin, end):
        yield hit.found(
            "setting_place", {"value": place.text} | extra, end=place.end, polarity=_polarity(hit), noun=noun_before(typed, start)
        )
    if hit.typed("t").startswith(("open", "begin", "start", "end", "stop", "run")) and _is_release(hit, typed[start:end]):
        return
    for value, stop_at in read_times(hit, begin, end):
        yield hit.found("setting_time", {"value": value} | extra, end=stop_at)


def _is_release(hit: Hit, words: str) -> bool:
    """ "Opens in 2025", "begins on Netflix on 3 May": the release and not the story."""
    published = hit.sentence.block.published
    years = [y for token in re.findall(r"<D\d+>", words) for y in hit.sentence.entity_at(token).years]
    return bool(re.search(r"\b(?:cinemas?|theat(?:er|re)s|seasons?)\b|<O\d+>", words)) or any(
        published is not None and y >= published.year - 1 for y in years
    )


def _polarity(hit: Hit) -> Polarity | None:
    """ "Hardly leaves", "never leaves" affirm."""
    return "affirmed" if re.search(r"(?:hardly|never|rarely) leaves", hit.typed("t")) else None


_TIME = re.compile(
    rf"(?P<range>(?:between |from )<D\d+> (?:and|to|until) <D\d+>)|(?P<date>(?:(?:early|mid|late)[ -](?:the )?)?<D\d+>)|"
    rf"(?P<word>(?:(?:early|mid|late)[ -](?:the )?)?\b(?:{_DECADE})\b)|(?P<short>\b(?:anos|los) <N\d+>)|(?P<cap><X\d+>)"
)


def read_times(hit: Hit, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Years and decades between two typed offsets ("1969 to 1974", "late 1970s", "1960s"), each with its end."""
    sentence = hit.sentence
    for m in _TIME.finditer(sentence.typed, start, end):
        if m["range"]:
            tokens = re.findall(r"<D\d+>", m["range"])
            yield " to ".join(sentence.entity_at(t).surface for t in tokens), m.end()
        elif m["date"]:
            entity = sentence.entity_at(re.search(r"<D\d+>", m["date"]).group())  # type: ignore[union-attr]
            part = re.match(r"early|mid|late", m["date"])
            surface = _plain(entity.surface)
            if surface:
                yield (f"{part.group()} {surface}" if part else surface), m.end()
        elif m["short"]:
            number = sentence.entity_at(re.search(r"<N\d+>", m["short"]).group()).number  # type: ignore[union-attr]
            if number is not None and number % 10 == 0 and 20 <= number <= 90:
                yield f"{1900 + number}s", m.end()
        else:
            word = sentence.entity_at(m["cap"]).surface.lower() if m["cap"] else m["word"]
            decade = re.search(rf"({_DECADE})$", word)
            if decade and _fits_decade(sentence.typed, m.start(), decade.group(1)):
                yield f"{_DECADES[decade.group(1)]}s", m.end()


def _fits_decade(typed: str, at: int, word: str) -> bool:
    """ "Los setenta", "the sixties"; "in her thirties" is an age, "veinte" a number."""
    before = typed[max(0, at - 16) : at]
    if re.search(r"\b(?:his|her|their|my|in your) (?:early |mid |late )?$", before):
        return False
    return not word.endswith(("a", "e")) or bool(re.search(r"\b(?:los|anos|y|decada de los) (?:anos )?$", before))


def _plain(surface: str) -> str | None:
    years = re.findall(r"\d{4}'?s?|'\d0s", surface)
    if not years:
        return None
    text = years[0].replace("'s", "s")
    return (
        f"19{text[1:]}"
        if text.startswith("'")
        else ("late " if surface.startswith("late") else "early " if surface.startswith("early") else "") + text
    )


def _place_and_time(hit: Hit) -> Iterator[Found]:
    """ "1930s Oklahoma", "the Miami of the seventies": told of a life as well, so that it must stand beside the work's own words."""
    typed = hit.sentence.typed
    if _OF_LIFE.search(typed[max(0, hit.match.start() - 60) : hit.match.start()]):
        return
    for place in read_places(hit.sentence, *hit.span("l"), strict=True):
        yield hit.found("setting_place", {"value": place.text})
    for value, _ in read_times(hit, *hit.span("d")):
        yield hit.found("setting_time", {"value": value})


def _where(hit: Hit) -> Iterator[Found]:
    """ "Detroit, where the series takes place"."""
    for place in read_places(hit.sentence, *hit.span("l"), strict=False):
        yield hit.found("setting_place", {"value": place.text})
    for value, _ in read_times(hit, hit.span("t")[1], min(len(hit.sentence.typed), hit.match.end() + 50)):
        yield hit.found("setting_time", {"value": value}, end=min(len(hit.sentence.typed), hit.match.end() + 50))


def _times(hit: Hit) -> Iterator[Found]:
    typed = hit.sentence.typed
    begin = hit.span("t")[1]
    stop = _STOP.search(typed, begin)
    end = min(stop.start() if stop else len(typed), begin + 80)
    for value, stop_at in read_times(hit, begin, end):
        yield hit.found("setting_time", {"value": value}, end=stop_at)


def _row(hit: Hit) -> Iterator[Found]:
    begin, end = hit.span("t")[1], len(hit.sentence.typed)
    for place in read_places(hit.sentence, begin, end, strict=False):
        yield hit.found("setting_place", {"value": place.text}, end=place.end)
    for value, stop_at in read_times(hit, begin, end):
        yield hit.found("setting_time", {"value": value}, end=stop_at)


_WORK = (
    r"(?:<S\d+>[\"']?|\b(?:it|it's|it is|series|show|film|movie|drama|thriller|story|plot|action|miniseries|"
    r"events|narrative|all of it|everything|whole thing|season|script|"
    r"serie|miniserie|pelicula|ficcion|historia|accion|trama)\b)"
)
_MOSTLY = (
    r"(?: (?:mostly|mainly|largely|chiefly|partly|primarily|entirely|for the most part|once|all|also|"
    r"principalmente|sobre todo|in and around))?"
)


def _world(hit: Hit) -> Iterator[Found]:
    typed = hit.sentence.typed
    if _OF_LIFE.search(typed[max(0, hit.match.start() - 60) : hit.match.start()]):
        return
    for place in read_places(hit.sentence, *hit.span("y"), strict=True):
        yield hit.found("setting_place", {"value": place.text})
    for value, _ in read_times(hit, *hit.span("y")):
        yield hit.found("setting_time", {"value": value})


def _year_is(hit: Hit) -> Iterator[Found]:
    for value, _ in read_times(hit, hit.span("t")[1], hit.match.end()):
        yield hit.found("setting_time", {"value": value})


def _covered(hit: Hit) -> Iterator[Found]:
    for value, _ in read_times(hit, hit.span("t")[0], hit.match.end()):
        yield hit.found("setting_time", {"value": value})


PATTERNS: tuple[Pattern, ...] = (
    Pattern("setting.set", rf"\b(?P<t>set{_MOSTLY} (?:in|at|on|against|during|around|between|across|amid|over|within|back in))\b", _set_in),
    Pattern(
        "setting.takes_place",
        rf"(?P<w>{_WORK})(?:, [^,;.]{{1,60}},|[^;:.,<]{{0,40}}?|[^;:.]{{1,90}}?,? and) (?P<t>(?:takes?|took|taking) place|unfolds?|"
        r"plays? out|is set|was set|is located|has been (?:kept|moved|set)|is kept|was moved|transcurre|se desarrolla|"
        r"esta ambientad[oa]|se ambienta|se situa)\b",
        _set_in,
    ),
    Pattern(
        "setting.opens",
        rf"(?P<w>{_WORK})(?: (?:also|then|mostly|mainly|first|itself))?"
        r"(?: (?:opens|begins|starts) [^;:.]{0,80}, and)? "
        r"(?P<t>begins?|opens?|starts|moves?(?: between| from| to)|shifts|stops|ends|runs?(?: from)?|arranca|hardly leaves|"
        r"never leaves|rarely leaves|travels to|also travels to|visits|also visits)"
        r"(?: its [a-z]+)? ?(?:in|between|from|at|on|with|to|en|<)",
        _set_in,
    ),
    Pattern(
        "setting.transports",
        rf"(?P<w>{_WORK})(?: (?:also|then|mostly))? (?P<t>(?:transports|whisks|takes|plunges|drops|sends) (?:us|viewers|audiences|you|the "
        rf"(?:viewer|audience))(?: straight| back| deep| headlong)* (?:to|into|in))\b",
        _set_in,
    ),
    Pattern("setting.ambientada", r"\b(?P<t>ambientad[oa]s?|situad[oa]) (?:en|durante|entre|principalmente en)\b", _set_in),
    Pattern(
        "setting.where",
        r"(?P<l><[LXP]\d+>(?:, <[LX]\d+>)?),? (?:which is )?(?P<t>where) (?:the )?(?:whole of |all of |most of |"
        r"whole |entire )?(?:the )?(?:series|show|film|drama|story|it|action|<S\d+>|plot|serie)(?:'s)? "
        r"(?:is (?:mainly |mostly )?set|takes place|plays out|unfolds|opens|happens|was set)",
        _where,
    ),
    Pattern("setting.the_setting", r"\b(?P<t>(?:setting|backdrop)(?: of (?:<S\d+>|the [a-z]+))? (?:is|was|are))\b", _set_in),
    Pattern(
        "setting.world_of",
        r"\b(?P<t>(?:world|underworld|elite|streets|corner|suburbs|slums|back ?streets|nightlife|community|"
        r"comunidad|underbelly|mansions|heat)(?: [a-z]+)?) (?P<u>of|in) (?P<y>(?:the )?(?:[a-z-]+ )?(?:<D\d+> "
        r")?(?:<[LX]\d+>))",
        _world,
    ),
    Pattern(
        "setting.decade_place",
        rf"\b(?P<t>(?:in|of|to|through|en) )(?:the )?(?P<d>(?:(?:early|mid|late)[ -])?(?:<D\d+>|{_DECADE})) "
        rf"(?P<l><L\d+>)",
        _place_and_time,
    ),
    Pattern(
        "setting.place_of_decade",
        rf"\b(?P<t>the|el|la) (?P<l><[LX]\d+>) (?:of|de) (?P<d>(?:the |los |las )?(?:anos )?(?:(?:early|mid|late)[ "
        rf"-])?(?:<D\d+>|<X\d+>|<N\d+>|{_DECADE})(?:(?: and| y| e) (?:<D\d+>|<X\d+>|{_DECADE}))?)",
        _place_and_time,
    ),
    Pattern(
        "setting.year_is",
        r"\b(?P<t>(?:the )?year is(?: [a-z]+){0,4}|follows the events of|events of|story stops in|keeps? (?:the)|"
        r"back in)(?: the)?(?: <D\d+>| <X\d+>)",
        _year_is,
    ),
    Pattern(
        "setting.follow",
        rf"(?P<w>{_WORK}) (?P<t>(?:follows|tells|covers|recounts|charts|depicts|cubre|abarca)[^;:.]{{0,60}}? (?:in|"
        rf"from|between|during|of)) (?:the )?(?:(?:early|mid|late) )?(?:<D\d+>|summer of <D\d+>)",
        _covered,
    ),
    Pattern(
        "setting.row",
        r"^(?:[*-] ?)?(?P<t>(?:setting|set in|where is it set|when is it set|time period|period|epoca|"
        r"ambientacion|ambientada en))\?? ?[:-]",
        _row,
    ),
)
