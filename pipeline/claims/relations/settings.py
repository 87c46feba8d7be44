"""Where and when the story is set; said of the work, never of a person's life."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Sentence
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
_ANOTHER_CLAUSE = re.compile(r",? \b(?:but|while|whereas|although|though|yet|aunque|pero|mientras(?: que)?)\b ")
_A_SET = re.compile(r"\b(?:the|a|on|film|movie|tv|his|her|their|same|off) $")  # "on the set in <a town>"
_OF_LIFE = re.compile(r"\b(?:he|she|they|<P\d+>) (?:was|were|had|lived|moved|worked|grew|[a-z]+ed)\b[^,;]{0,40}$")
_OTHER = re.compile(r"\b(?:novel|book|memoir|podcast|play|documentary|libro|novela)(?: [^,;.]{0,30})?$")


def _set_in(hit: Hit) -> Iterator[Found]:
    """Places and times of the clause behind the cue."""
    typed = hit.sentence.typed
    start, begin = hit.span("t")
    before = _ANOTHER_CLAUSE.split(clause_before(typed, start))[-1]
    if (
        _OTHER.search(before)
        or re.search(
            r"\b(?:real|true|actual|real-life) (?:[a-z]+ )?events?\b|\b(?:filming|shooting|production|rodaje)\b", before + hit.typed("w")
        )
        or typed[begin:].startswith((" stone", " motion"))
        or (typed.startswith("set ", start) and _A_SET.search(typed, 0, start))
    ):
        return
    if belongs_elsewhere(hit.sentence, hit.match.start() if hit.has("w") else start) or (hit.has("w") and _is_of_a_part(hit)):
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
    for value, stop_at in (*read_times(hit, begin, end), *_read_eras(hit, begin, end)):
        yield hit.found("setting_time", {"value": value} | extra, end=stop_at)


def _is_of_a_part(hit: Hit) -> bool:
    """ "Everything that happens in Germany", "todo lo que le ocurre en Berlín": what happens there is not all there is."""
    happens = re.match(r"happen|occur|goes down|sucede|ocurre|pasa", hit.typed("t"))
    between = hit.sentence.typed[hit.span("w")[1] : hit.span("t")[0]]
    return bool(happens) and bool(re.search(r"\b(?:that|which|who|what|que|le|les|me|nos|te)\b", between))


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
    rf"(?P<range>(?:between |from |entre |desde )(?:the )?<D\d+> (?:and|to|until|through|y|a|hasta) (?:the )?<D\d+>|"
    rf"<D\d+> ?(?:to|until|through|hasta|-) ?<D\d+>)|(?P<date>(?:(?:early|mid|late)[ -](?:the )?)?<D\d+>)|"
    rf"(?P<word>(?:(?:early|mid|late)[ -](?:the )?)?\b(?:{_DECADE})\b)|(?P<short>\b(?:anos|los) <N\d+>)|(?P<cap><X\d+>)|"
    r"(?P<now>\b(?:the present(?:[ -]day)?|(?:present|modern)-day|the modern day|our own (?:day|time)|la actualidad|el presente|"
    r"nuestros dias)\b)"
)


# Times that have a name, by the words that lead to it and the name as typed, with the years that they stand for.
_ERAS = {
    re.compile(r"\b(?:american|u\.?s\.?) civil war$|\bguerra de secesion$"): "American Civil War, 1861 to 1865",
    re.compile(r"\bamerican revolution$|\brevolutionary war$"): "American Revolution, 1775 to 1783",
    re.compile(r"\b(?:second world war|world war (?:ii|two)|segunda guerra mundial)$"): "Second World War, 1939 to 1945",
    re.compile(r"\b(?:first world war|world war (?:i|one)|primera guerra mundial)$"): "First World War, 1914 to 1918",
    re.compile(r"\b(?:prohibition|ley seca)$"): "Prohibition, 1920 to 1933",
    re.compile(r"\b(?:great depression|gran depresion)$"): "Great Depression, 1929 to 1939",
    re.compile(r"\b(?:korean war|guerra de corea)$"): "Korean War, 1950 to 1953",
    re.compile(r"\b(?:vietnam war|guerra de vietnam)$"): "Vietnam War, 1955 to 1975",
    re.compile(r"\b(?:gulf war|guerra del golfo)$"): "Gulf War, 1990 to 1991",
    re.compile(r"\bfrench revolution$|\brevolucion francesa$"): "French Revolution, 1789 to 1799",
}
_ERA_NOUNS = re.compile(
    r"<[A-Z]\d+>|\b(?:war|revolution|depression|prohibition|secesion|mundial|seca|golfo|corea|vietnam|francesa|depresion|ii|two|one)\b"
)


def _read_eras(hit: Hit, start: int, end: int) -> Iterator[tuple[str, int]]:
    """ "During the American Civil War": each with the years that it stands for, once."""
    told = set()
    for m in _ERA_NOUNS.finditer(hit.sentence.typed, start, end):
        words = hit.sentence.block.text[hit.sentence.to_folded(start) : hit.sentence.to_folded(m.end(), is_end=True)].lower()
        named = next((value for era, value in _ERAS.items() if era.search(words)), None)
        if named is not None and named not in told:
            told.add(named)
            yield named, m.end()


_OPENS_SPAN = re.compile(r"\b(?:between|from|entre|desde) ?$")
_SPAN = re.compile(r" ?(?:the )?<D\d+> (?:and|to|until|through|y|a|hasta) (?:the )?<D\d+>")


def join_years(sentence: Sentence, span: str) -> str:
    """Two typed dates as one span: "1969 to 1974"."""
    return " to ".join(_plain(e.surface) or e.surface for e in (sentence.entity_at(t) for t in re.findall(r"<D\d+>", span)))


def read_times(hit: Hit, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Years and decades between two typed offsets ("1969 to 1974", "late 1970s", "1960s"), each with its end."""
    sentence = hit.sentence
    opened = _SPAN.match(sentence.typed, start, end) if _OPENS_SPAN.search(sentence.typed, 0, start) else None
    if opened is not None:  # "set between <D> and <D>", where the first word belongs to the cue
        yield join_years(sentence, opened.group()), opened.end()
        start = opened.end()
    for m in _TIME.finditer(sentence.typed, start, end):
        if m["range"]:
            yield join_years(sentence, m["range"]), m.end()
        elif m["date"]:
            entity = sentence.entity_at(re.search(r"<D\d+>", m["date"]).group())  # type: ignore[union-attr]
            part = re.match(r"early|mid|late", m["date"])
            surface = _plain(entity.surface)
            if surface:
                yield (f"{part.group()} {surface}" if part else surface), m.end()
        elif m["now"]:
            yield "present day", m.end()
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
    yield from _each_time(hit, *hit.span("d"))


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
    r"events|narrative|all of it|everything|whole thing|season|script|tale|saga|dramedy|biopic|romp|chiller|whole lot|"
    r"serie|miniserie|pelicula|ficcion|historia|accion|trama|relato|argumento|todo)\b)"
)
_MOSTLY = (
    r"(?: (?:mostly|mainly|largely|chiefly|partly|primarily|entirely|for the most part|once|all|also|"
    r"principalmente|sobre todo|in and around))?"
)


_STORY = r"(?:story|action|plot|tale|drama|setting|events|whole thing|accion|trama|historia)"


def _world(hit: Hit) -> Iterator[Found]:
    typed = hit.sentence.typed
    if _OF_LIFE.search(typed[max(0, hit.match.start() - 60) : hit.match.start()]):
        return
    for place in read_places(hit.sentence, *hit.span("y"), strict=True):
        yield hit.found("setting_place", {"value": place.text})
    yield from _each_time(hit, *hit.span("y"))


def _each_time(hit: Hit, start: int, end: int) -> Iterator[Found]:
    """The times in a stretch, each as one of the story."""
    for value, _ in read_times(hit, start, end):
        yield hit.found("setting_time", {"value": value})


# somebody's life before or outside the story, and what is no story
_ELSEWHERE = re.compile(
    r"\b(?:born|grew|grown|raised|from|later|before|after|mov(?:es?|ed|ing)|studi(?:es|ed|ying)|trips?|travel(?:s|led|ed|ling)?|once|"
    r"former(?:ly)?|filmed|shot|based|novel|book|memoir|podcast|documentary|article|killed|died|real|true|had|was|were|left|fled|years?|"
    r"decades?|ago|first|episodes?|season|trial|interview|premiered|released|nacid[oa]|nacio|criad[oa]|tras|antes|despues|viaj[aeo]|fue|"
    r"era|libro|novela|real|episodios?|temporada|rodad[oa]|filmad[oa])\b|[\"(]"
)
_FOLLOWS = (
    r"(?:follows|tells of|tells the (?:[a-z]+ )?(?:story|tale) of|is about|cent(?:re|er)s (?:on|around)|revolves around|focuses on|"
    r"chronicles|charts|depicts|concerns|introduces|is the (?:story|tale) of|sigue a|cuenta la (?:vida|historia) de|narra la (?:vida|"
    r"historia) de|gira en torno a|se centra en|trata de)"
)


def _follows_in(hit: Hit) -> Iterator[Found]:
    """ "It follows a family of bakers in <a town>": where those live whom the story is about."""
    told = hit.typed("d")
    if _ELSEWHERE.search(told) or belongs_elsewhere(hit.sentence, hit.match.start()):
        return
    for place in read_places(hit.sentence, hit.span("t")[0], min(len(hit.sentence.typed), hit.match.end() + 30), strict=True):
        if place.start == hit.span("l")[0]:
            yield hit.found("setting_place", {"value": place.text}, end=place.end)


def _year_is(hit: Hit) -> Iterator[Found]:
    yield from _each_time(hit, hit.span("t")[1], hit.match.end())


_OF_A_PAST = re.compile(r"\b(?:childhood|youth|flashbacks?|prologue|novel|book|memoir|infancia|juventud|novela|libro)\b")


def _decade_setting(hit: Hit) -> Iterator[Found]:
    """ "The 1960s setting" of the work."""
    if _OF_A_PAST.search(hit.sentence.typed[max(0, hit.match.start() - 40) : hit.match.end() + 40]):
        return
    yield from _each_time(hit, *hit.span("d"))


# a writer, or a film crew, may be in a place and a time as well
_NOT_STORY = re.compile(
    r"\b(?:premier\w*|festival|interview\w*|set visit|filming|filmed|shooting|shot|cameras?|rod(?:o|aron|ad[oa])|grab(?:o|aron|ad[oa])|"
    r"doubl(?:e[sd]?|ing)|st(?:ands?|ood|anding) in|pass(?:es|ed|ing) (?:for|as)|made to look|dressed (?:up )?(?:as|to)|"
    r"rodaje|estreno|entrevista|released?|watching|streaming|out on|"
    r"season|temporada|novel|book|memoir|libro|novela|years? (?:ago|later|old)|anniversary|since|desde)\b|<O\d+>"
)


_LEADS_TO_TIME = re.compile(
    r"^(?:(?:the|los|las|la|el|in|at|on|of|en|de|del|early|mid|late|spring|summer|autumn|fall|winter|year|years|back|plen[oa]s?|anos|ano|"
    r"verano|invierno|otono|primavera|decada|downtown|rural|small-town|between|from|entre|and|y|to)[ -]|<[LX]\d+>,? |, )*"
    r"(?:<D\d+>|<X\d+>|<N\d+>|[a-z]+)"
    r"(?:(?: (?:and|to|y|a)|-) (?:the |los )?<D\d+>)?$"
)


_NEXT_CLAUSE = re.compile(r",? (?:and|y|but|pero|when|cuando|which|who|que)\b")


def _we_are_in(hit: Hit) -> Iterator[Found]:
    """ "It is the summer of 1978 and the boys ...", "estamos en los años treinta": the time of the story, and a place beside it."""
    sentence = hit.sentence
    start, end = hit.span("t")[0], hit.match.end()
    stop = _NEXT_CLAUSE.search(sentence.typed, hit.span("r")[0], end)
    end = stop.start() if stop else end
    if _NOT_STORY.search(sentence.typed) or belongs_elsewhere(sentence, start):
        return
    published = sentence.block.published
    for value, at in read_times(hit, hit.span("t")[0], end):
        if not _LEADS_TO_TIME.match(sentence.typed[hit.span("r")[0] : at]):
            return  # "it is based on a 2014 article"
        year = re.match(r"(?:19|20)\d\d$", value)
        if year and published is not None and int(value) >= published.year - 1:
            return  # the writer's own time
        yield hit.found("setting_time", {"value": value}, end=at)
        for place in read_places(sentence, hit.span("r")[0], end, strict=True):
            yield hit.found("setting_place", {"value": place.text}, end=place.end)
        return


def _town_is(hit: Hit) -> Iterator[Found]:
    """ "The town of the title is ...", "the place is ..."."""
    if _NOT_STORY.search(hit.sentence.typed) or belongs_elsewhere(hit.sentence, hit.match.start()):
        return
    start = hit.span("l")[0]
    for place in read_places(hit.sentence, start, min(len(hit.sentence.typed), hit.match.end() + 30), strict=False):
        if place.start == start:
            yield hit.found("setting_place", {"value": place.text}, end=place.end)


def _covered(hit: Hit) -> Iterator[Found]:
    yield from _each_time(hit, hit.span("t")[0], hit.match.end())


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "setting.set",
        rf"\b(?P<t>set(?: [ar]:)?(?:,? and (?:also |mostly |largely |mainly )?(?:filmed|shot|made))?{_MOSTLY} "
        r"(?:in|at|on|against|during|around|between|across|amid|over|within|back in))\b",
        _set_in,
    ),
    Pattern(
        "setting.takes_place",
        rf"(?P<w>{_WORK}|\b(?:lo que (?:ves|vemos|se ve)|la mayor parte|what (?:you|we) see)\b)"
        rf"(?:, [^,;.]{{1,60}},|[^;:.,<]{{0,40}}?|[^;:.]{{1,90}}?,? and) (?P<t>(?:takes?|took|taking) place|unfolds?|"
        r"plays? out|is set|was set|is laid|are laid|is located|has been (?:kept|moved|set)|is kept|was moved|transcurre|se desarrolla|"
        r"esta ambientad[oa]|se ambienta|se situa|se ubica|tiene lugar|(?:sucede|ocurre|pasa)(?: [a-z]+)?(?: en| entre| durante)|"
        r"(?:happens?|occurs?|goes down|is placed|are placed)(?: (?:mostly|mainly|largely|almost entirely|entirely|all))? "
        r"(?:in|at|on|during|around|between|across))\b",
        _set_in,
    ),
    Pattern(
        "setting.opens",
        rf"(?P<w>{_WORK})(?: (?:also|then|mostly|mainly|first|itself))?"
        r"(?: (?:opens|begins|starts) [^;:.]{0,80}, and)? "
        r"(?P<t>begins?|opens?|starts|kicks off|empieza|comienza|moves?(?: between| from| to)|shifts|stops|ends|runs?(?: from)?|arranca|"
        r"hardly leaves|never leaves|rarely leaves|travels to|also travels to|visits|also visits)"
        r"(?: its [a-z]+)? ?(?:in|between|from|at|on|with|to|en|<)",
        _set_in,
    ),
    Pattern(
        "setting.transports",
        rf"(?P<w>{_WORK})(?: (?:also|then|mostly)| [^;:.]{{1,80}}?,? (?:and|y))? (?P<t>(?:(?:transports|whisks|takes|plunges|drops|sends|"
        rf"carries) (?:us|viewers|audiences|you|the (?:viewer|audience))(?: straight| back| deep| headlong| all the way)* (?:to|into|in)|"
        rf"nos (?:lleva|traslada|transporta|situa|sumerge|devuelve)(?: de nuevo| directamente)? (?:a|al|hasta|en|de)))\b",
        _set_in,
    ),
    Pattern(
        "setting.moved_to",
        rf"\b(?P<t>(?:(?:mov|relocat|transpos)(?:e|es|ed|ing)|(?:shift|transplant)(?:|s|ed|ing)|transfer(?:|s|red|ring)|"
        rf"(?:traslad|mud|ubic|situ|desplaz)(?:a|an|o|aron|ando)) (?:all of |most of |casi |toda |todo )*(?:the|its|their|la|el|su) "
        rf"(?:whole |entire )?{_STORY}(?: (?:north|south|east|west|forward|back|on|instead|over|across the [a-z]+))?"
        r"(?: (?:from|de|desde) [^;:.,]{2,40}?)?,? (?:to|into|a|al|hasta|en)|"
        rf"{_STORY} (?:is|was|has been|had been|gets?) (?:moved|relocated|transplanted|transferred|transposed|shifted)"
        rf"(?: (?:north|south|east|west|forward|back))?(?: from [^;:.,]{{2,40}}?)? to)\b",
        _set_in,
    ),
    Pattern("setting.ambientada", r"\b(?P<t>ambientad[oa]s?|situad[oa]) (?:en|durante|entre|principalmente en)\b", _set_in),
    Pattern(
        "setting.where",
        r"(?P<l><[LXP]\d+>(?:, <[LX]\d+>)?),? (?:which is (?:also |again )?)?(?P<t>where) (?:the )?(?:whole of |"
        r"(?:nearly |almost )?all of |most of |much of |whole |entire )?(?:the )?"
        r"(?:series|show|film|drama|story|it|action|<S\d+>|plot|serie)(?:'s)? "
        r"(?:is (?:mainly |mostly |also |chiefly )?set|(?:also )?takes place|plays out|unfolds|opens|happens|was set)",
        _where,
    ),
    Pattern(
        "setting.donde",
        r"(?P<l><[LXP]\d+>(?:, <[LX]\d+>)?),? (?P<t>donde (?:tambien )?(?:se desarrolla|transcurre|sucede|ocurre|tiene lugar|se "
        r"ambienta|esta ambientad[oa]|se situa)|(?:el )?escenario(?: principal)? de) (?:casi |toda |todo |gran parte de |"
        r"la mayor parte de |buena parte de )*(?:la |el )(?:serie|pelicula|accion|trama|historia|miniserie|relato|drama)",
        _where,
    ),
    Pattern(
        "setting.the_setting",
        r"\b(?P<t>(?:setting|backdrop|escenario)(?: of (?:<S\d+>|the [a-z]+)| de (?:<S\d+>|la [a-z]+))? "
        r"(?:is|was|are|es)(?:, [^,;.<]{1,40},)?)(?: |$)",
        _set_in,
    ),
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
        r"\b(?P<t>(?:the )?(?:year|period|era) is(?: [a-z]+){0,4}|follows the events of|events of|story stops in|keeps? (?:the)|"
        r"back in|(?:corre|corria|es|era) el ano|el ano es|ano:?)(?: the)?(?: <D\d+>| <X\d+>)",
        _year_is,
    ),
    Pattern(
        "setting.follow",
        rf"(?P<w>{_WORK}) (?P<t>(?:follows|tells|covers|recounts|charts|depicts|spans|runs|stretches|hops|cubre|abarca|recorre|sigue a|"
        rf"narra|cuenta|gira alrededor)[^;:.]{{0,60}}? (?:in|through|from|between|during|of|en|durante|desde|entre)|spans|covers) "
        rf"(?:the |los |las )?(?:years (?:from |between )?|anos )?(?:(?:early|mid|late)[ -])?(?:the )?"
        rf"(?:<D\d+>|summer of <D\d+>|<N\d+>|{_DECADE})(?:(?:,? (?:and|to|until|through|into|y|a|hasta)|-) ?(?:the |los )?"
        rf"(?:<D\d+>|<N\d+>|{_DECADE}))?",
        _covered,
    ),
    Pattern(
        "setting.follows_in",
        rf"(?P<w>@WORK)(?:, [^,;.]{{1,80}},)? (?:also |mainly |mostly |loosely |closely |then )?{_FOLLOWS} (?P<d>[^;:.]{{3,90}}?)"
        r"(?P<t>,? (?:living |working |at work |at (?:an? |the )(?:[a-z]+ ){0,2}[a-z]+ )?(?:in|en)) (?:(?:an? |the |una? |el |la |rural |"
        r"downtown |suburban )*(?:[a-z]+ ){0,2}(?:town|city|suburb|village|pueblo|ciudad|barrio) (?:of|in|de|en) |rural |downtown |"
        r"suburban |the )?(?P<l><[LX]\d+>)",
        _follows_in,
    ),
    Pattern(
        "setting.decade_setting",
        rf"\b(?:the|its|a|an) (?P<d>(?:(?:early|mid|late)[ -])?(?:<D\d+>|{_DECADE})) (?P<t>(?:period )?(?:setting|backdrop))\b",
        _decade_setting,
    ),
    Pattern(
        "setting.we_are_in",
        r"^(?:[a-z' ]{1,40}[:;] |so |here )?(?P<t>(?:we(?:'re| are)(?: back)?|estamos|nos encontramos|nos situamos) (?:in|at|en)|"
        r"(?:it(?:'s| is)|es|corre|corria|corren|corrian)(?: the)?(?: (?:early|mid|late))?"
        r"(?: (?:spring|summer|autumn|fall|winter|verano|otono|invierno|primavera) (?:of|de)| el ano| los anos)?) "
        r"(?:the |los |las )?(?P<r>[^;:.]{0,60})",
        _we_are_in,
    ),
    Pattern(
        "setting.town_is",
        r"\b(?P<t>(?:the|el|la) (?:town|city|village|place|location|locale|scene|suburb|county|island|pueblo|ciudad|lugar|localidad)"
        r"(?: (?:of the (?:series|story|title|show|film|drama)|in question|where (?:it|the (?:story|series|action)) (?:all )?happens|"
        r"de la (?:serie|historia)|del titulo))? (?:is|es)(?: in| en)?) (?:rural |downtown |small-town |the |la |el )?(?P<l><[LX]\d+>)",
        _town_is,
    ),
    Pattern(
        "setting.row",
        r"^(?:[*-] ?)?(?P<t>(?:setting|set in|timeline|time ?frame|story set in|set during|anos en que transcurre|where is it set|"
        r"when is it set|time period|period|epoca|"
        r"ambientacion|ambientada en))\?? ?[:-]",
        _row,
    ),
)
