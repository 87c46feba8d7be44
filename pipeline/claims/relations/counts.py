"""How many episodes, how many seasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Sentence
from pipeline.claims.ordinals import ORDINALS
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.count_context import ALL, HAS, LENGTH_ROW, ROW, TELLS, UNITS, is_measure, is_one_of_them, is_theirs
from pipeline.claims.relations.wording import SCREEN_WORK, belongs_elsewhere, clause_before, names_part, read_season
from pipeline.models import ObjectValue
from pipeline.records.numerals import read_numbers

_ADJ = r"(?:[a-z'-]+,? ){0,3}?"
# a number of episodes that is only some of them: "the first three", "two of the seven", "she directed four episodes"
_PARTIAL = re.compile(
    r"\b(?:first|last|final|opening|closing|initial|remaining|next|other|another|further|more|another|ultim[oa]s|primer[oa]s|siguientes|"
    r"restantes|otros|after|just|only|early|later|of the|least|most|additional|up to) ?$"
)
_PARTIAL_BEHIND = re.compile(
    r"\b(?:first|last|final|opening|closing|remaining|other|primer[oa]s|ultim[oa]s|siguientes|restantes|otr[oa]s)\b"
)
_ALL_AFTER = re.compile(r"\b(?:of (?:the|its|their|these|those|all)|de los|de las|all|all of the|every one of the) ?$")
_SOME_VERB = re.compile(
    r"\b(?:directed|directs|directing|wrote|writes|written|writing|penned|helmed|in|for|appears? in|appeared in|watched|seen|binged|shot|"
    r"behind|dirigio|escribio|firma|credited (?:with|on)|handled|handles|took|takes) ?$"
)


_FRACTION = re.compile(r" (?:thirds|quarters|fifths|times|tercios|cuartos|veces)\b")  # "two thirds as many episodes"


def _count(hit: Hit) -> int | None:
    found = hit.entities("n")
    return found[0].number if found else None


def _value(hit: Hit, relation: str = "episode_count") -> dict[str, ObjectValue] | None:
    number = _count(hit)
    if number is None or number > 300 or _FRACTION.match(hit.sentence.typed[hit.span("n")[1] :]):
        return None
    value: dict[str, ObjectValue] = {"value": number}
    if relation == "episode_count":
        start, end = max(0, hit.match.start() - 70), _clause_end(hit)
        season = read_season(hit.sentence, start, end)
        if season is not None and not re.search(r"\b(?:each|every|cada) ", hit.sentence.typed[start : hit.match.end()]):
            value["season"] = season
        if names_part(hit.sentence.typed, start, end):
            value["part"] = 1
    return value


def _clause_end(hit: Hit) -> int:
    """Where what is said of the number ends, at most 30 characters on: "twelve episodes, and a second season is coming"."""
    end: int = hit.match.end()
    return end + len(re.split(r"[,;.:]|\band\b|\by\b", hit.sentence.typed[end : end + 30])[0])


def _total(hit: Hit) -> Iterator[Found]:
    """A number that stands for all of them."""
    if any(belongs_elsewhere(hit.sentence, at) for at in (hit.match.start(), hit.span("n")[0])):  # the match may begin with the other work
        return
    value = _value(hit)
    if value is not None and value["value"] != 1:
        yield hit.found("episode_count", value)


def _phrase(hit: Hit) -> Iterator[Found]:
    """ "All six episodes", "over ten episodes", "in its four episodes"; not "the first three", not "four episodes" of a director."""
    before = hit.sentence.typed[: hit.match.start()]
    lead = hit.typed("t")
    if _NAMED_BEFORE.search(before) and lead.split()[0] in _APART:
        return
    if _PARTIAL.search(f"{before}{lead} ") and not _ALL_AFTER.search(f"{before}{lead} "):
        return
    behind = hit.sentence.typed[hit.match.end() :]
    if _PARTIAL_BEHIND.search(hit.match.group().removeprefix(lead)) or is_measure(behind) or (lead.startswith("of") and is_theirs(behind)):
        return
    yield from _total(hit)


# "<another name>, in ten episodes, ...": said of that name
_NAMED_BEFORE = re.compile(r"<[XWP]\d+>[\"']?,? $")
_APART = frozenset({"in", "with", "at", "over", "across", "en", "con", "durante", "has", "had", "tiene", "tuvo", "ran", "runs", "cuenta"})


def is_partial(sentence: Sentence, start: int, end: int) -> bool:
    """Are the episodes between two typed offsets only some of them ("the first three", "four episodes" of a director)?"""
    before = sentence.typed[:start]
    partial = _PARTIAL.search(before) or _SOME_VERB.search(before) or _LAUNCHES_WITH.search(before)
    return bool((partial and not _ALL_AFTER.search(before)) or _PARTIAL_BEHIND.search(sentence.typed[start:end]))


_LAUNCHES_WITH = re.compile(r"\b(?:launch(?:es|ed)?|start(?:s|ed)?|open(?:s|ed)?|debut(?:s|ed)?|begin(?:s)?|began) with $")


def _bare(hit: Hit) -> Iterator[Found]:
    """ "Eight episodes, one weekend": a sentence that opens with the number and goes on without a verb."""
    after = hit.sentence.typed[hit.match.end() :]
    if _GOES_ON.match(after) and not is_measure(after) and not is_theirs(after):
        yield from _total(hit)


# A sentence on the number of them, or on their release: "Eight episodes were made", "Ten chapters arrived on Friday"
_GOES_ON = re.compile(
    r"(?:$|[,.:;)]| (?:on|of|at|in|for|each|so|de|en|long|apiece|all|adapted|drawn|inspired|based|from|que)\b|"
    r" (?:(?:have|has) been|were|are|will be|han sido|fueron) (?:made|ordered|produced|shot|filmed|released|available|online|out|up|"
    r"streaming|commissioned|rodad|emitid|estrenad)| (?:arrived?|came out|appeared|went up|dropped|landed|debuted|premiered|makes? up|"
    r"is the|was the|forman|componen|llegaron|se estrenaron|bastan|han bastado)\b)"
)


def _answer(hit: Hit) -> Iterator[Found]:
    """ "How many episodes are there? Seven." The question closes the sentence before."""
    if _ASKED.search(hit.sentence.block.text[: hit.sentence.start].lower()):
        yield from _total(hit)


_ASKED = re.compile(r"\b(?:how many (?:episodes|parts|instal?lments)|cuantos (?:episodios|capitulos))\b[^?.!]*\?\s*$")
_OTHER_WORK_BEFORE = re.compile(r"(?P<w><[WX]\d+>)[\"']?,[\"']? $")
_BY = re.compile(r"^(?: [a-z'-]+| <[LO]\d+>){0,5}? (?:by|from|de) (?:the )?(?P<p><P\d+>)")


def _part(hit: Hit) -> Iterator[Found]:
    """ "The six-part drama"; "X, a three-part drama" and "a six-part series by <somebody not on record>" are about other works."""
    typed, indefinite = hit.sentence.typed, (hit.typed("a") or hit.typed("t")).startswith("a")
    noun = "documentary" if re.search(r"documentary|docuseries|docu-", hit.typed("after")) else None
    before = _OTHER_WORK_BEFORE.search(typed[: hit.match.start()])
    subject = before.span("w") if before and indefinite else None
    by = _BY.search(typed[hit.span("after")[0] :])
    planned = re.search(r"\b(?:in the works|planned|announced|in development|coming)\b", typed[hit.match.end() :])
    if re.match(
        r"[a-z' -]*\b(?:articles?|reports?|books?|podcast|essay|features?|interview|investigation|reportaje)\b", hit.typed("after").strip()
    ):
        return  # "a two-part article"
    if _SOME_PART.match(hit.typed("after").strip()):
        return  # "a three-episode opening"
    if indefinite and hit.match.start() == 0 and (planned or not re.search(r"<S\d+>", typed)):
        return  # "A six-part series about the case is in the works"
    for found in _total(hit):
        if indefinite and by:
            found.beside = (hit.sentence.entity_at(by["p"]).roles,)
        found.subject, found.noun, found.start, found.end = subject, noun, hit.span("t")[0], hit.span("after")[0]
        yield found


_SOME_PART = re.compile(
    r"(?:[a-z-]+ )?(?:opening|premiere|opener|debut|launch|start|batch|bow|drop|arc|block|finale|prologue|stretch|rollout|marathon|estreno|"
    r"arranque|tanda)\b"
)


def _last(hit: Hit) -> Iterator[Found]:
    """ "The eighth and last episode"."""
    if not belongs_elsewhere(hit.sentence, hit.match.start()):
        yield hit.found("episode_count", {"value": ORDINALS[hit.typed("o")]})


def _row_total(hit: Hit) -> Iterator[Found]:
    """ "Episodes: 8"; not "Episodes: 4 to 6"."""
    if not is_one_of_them(hit.sentence.typed[hit.match.end() :]):
        yield from _total(hit)


def _row(hit: Hit) -> Iterator[Found]:
    """ "Length: eight episodes": what is quoted is the number."""
    for found in _total(hit):
        found.start = hit.span("n")[0]
        yield found


_ANOTHER = re.compile(r"\b(?:otr[oa]s?|antes|despues|luego|aquell?[oa]s?)\b|<[XW]\d+>")
_OF_THIS_WORK = re.compile(rf"(?:<S\d+>|\b(?:la|esta|una) (?:[a-z]+ )?(?:{SCREEN_WORK}))[\"']?,? que $")


def _told_in(hit: Hit) -> Iterator[Found]:
    """ "<Somebody> cuenta aquello en seis capítulos"."""
    value = _value(hit)
    clause = clause_before(hit.sentence.typed, hit.match.start())
    if _ANOTHER.search(clause) or (clause.endswith(" que ") and not _OF_THIS_WORK.search(clause)):
        return  # "hay otra que cuenta aquello en ocho capítulos"
    if value is not None and value["value"] != 1 and not belongs_elsewhere(hit.sentence, hit.span("t")[0]):
        yield hit.found("episode_count", value, start=hit.span("t")[0])


def _of_all(hit: Hit) -> Iterator[Found]:
    """ "The first two of nine episodes"; not "the first of two episodes that she directed"."""
    if not is_theirs(hit.sentence.typed[hit.match.end() :]):
        yield from _total(hit)


def _tens(hit: Hit) -> Iterator[Found]:
    """ "Cuarenta episodios": round numbers that the typist leaves as words."""
    before = hit.sentence.typed[: hit.match.start()]
    if not belongs_elsewhere(hit.sentence, hit.match.start()) and not _PARTIAL.search(before) and not _SOME_VERB.search(before):
        yield hit.found("episode_count", {"value": read_numbers(hit.typed("n"), "es")[0].value})


def _seasons(hit: Hit) -> Iterator[Found]:
    value = _value(hit, "season_count")
    before = hit.sentence.typed[: hit.match.start()]
    if belongs_elsewhere(hit.sentence, hit.match.start()):
        return
    if _SOMEBODYS.search(clause_before(hit.sentence.typed, hit.span("n")[0])):
        return  # "she played her for two seasons"
    if value is not None and int(value["value"]) < MOST_SEASONS and not _PARTIAL.search(f"{before}{hit.typed('t')} "):
        yield hit.found("season_count", value)


MOST_SEASONS = 60
# what people do for some of the seasons, and what is still to come
_SOMEBODYS = re.compile(
    r"\b(?:play(?:s|ed)?|star(?:s|red|ring)?|appear(?:s|ed)?|(?:was|were|is|are) (?:in|on)|wore|direct(?:s|ed)|wrote|writes|joined|spent|"
    r"stayed|led|headed|guest(?:s|ed)?|plan(?:s|ned)?|hoped?|wants?|wanted|could|might|would|more|further|additional|interpret[oa]|"
    r"encarn[oa]|"
    r"dirigio|trabajo|participo|mas)\b|<P\d+>(?:'s)? (?:ran|had|has|did|made|hizo|tuvo)\b"
)


_N = r"(?P<n><N\d+>)"
_ORDINAL = r"(?P<o>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|cuarto|quinto|sexto|septimo|octavo|noveno|decimo)"
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "episode_count.part",
        rf"(?:\b|^|[ (])(?:(?P<a>an? |the |its |this |that )?<[OLPS]\d+>(?:'s)? )?"
        rf"(?P<t>(?:an? |the |its |this |that |whole )?){_ADJ}{_N}"
        r"(?:-(?:part|episode|chapter|instal?lment|hour (?:series|drama|miniseries))(?:er)?|[ -]parter| part (?:series|drama|miniseries))\b"
        r"(?P<after>(?: [a-z'-]+| <[LOD]\d+>(?:'s)?){0,4})",
        _part,
    ),
    Pattern(
        "episode_count.all",
        rf"\b(?P<t>{ALL}) "
        rf"{_N} {_ADJ}{UNITS}\b",
        _phrase,
    ),
    Pattern(
        "episode_count.has",
        rf"\b(?P<t>{HAS}(?: a total of| only| just| about| some| all of| un total de| solo)?) {_N} {_ADJ}{UNITS}\b"
        r"(?: in (?:all|total)\b| altogether\b| en total\b| each\b| apiece\b| cada un[oa]\b)?",
        _phrase,
    ),
    Pattern("episode_count.all", rf"(?:^|[ (])(?P<t><[SO]\d+>'s|whose) {_N} {_ADJ}{UNITS}\b", _phrase),
    Pattern(
        "episode_count.has",
        rf"\b(?P<t>{HAS}(?: only| just)?) (?:an? (?:mere|tidy|brisk|lean|trim|compact|neat|modest|generous|mighty) ){_N} "
        rf"{_ADJ}{UNITS}\b",
        _phrase,
    ),
    Pattern("episode_count.has", rf"\b{TELLS}(?: [a-z]+| <[A-Z]\d+>){{0,6}} (?P<t>en) {_N} {_ADJ}{UNITS}\b", _told_in),
    Pattern("episode_count.has", rf"^(?P<t>(?:with|at|over|across|in|con|en),?) {_N} {_ADJ}{UNITS}(?:,| it | la | el )", _phrase),
    Pattern("episode_count.bare", rf"^(?P<t>\(?){_N} (?:[a-z'-]+ )?{UNITS}\b", _bare),
    Pattern("episode_count.bare", rf"(?P<t>[,;:(–-] ?){_N} {UNITS} (?:long|in (?:all|total|length)|en total|all told)\b", _phrase),
    Pattern("episode_count.with", rf"\b(?P<t>with|con) {_N} {_ADJ}{UNITS} (?:in (?:total|all)|altogether|en total)\b", _total),
    Pattern(
        "episode_count.answer",
        rf"^(?P<t>(?:there (?:are|were)|it has|only|just|a total of|son|tiene|hay|un total de)? ?){_N}(?: episodes| episodios)?(?:[,.;]|$)",
        _answer,
    ),
    Pattern("episode_count.bracket", rf"(?P<t>[(,:-] ?){_N} (?:episodes|parts|episodios|capitulos)\b(?:\)|,|\.|;|$)", _phrase),
    Pattern(
        "episode_count.row",
        rf"^[*-]* ?(?P<t>{ROW})\W{{0,3}}[:?.-]\W{{0,3}}(?:(?:there (?:are|were|will be)|it has|son|hay|only|just) )?{_N}",
        _row_total,
    ),
    Pattern("episode_count.row", rf"^[*-]* ?(?P<t>{LENGTH_ROW})\W{{0,3}}[:.,-] (?:(?:there are|son|hay) )?{_N} {_ADJ}{UNITS}\b", _row),
    Pattern(
        "episode_count.last",
        rf"\b{_ORDINAL} (?P<t>and (?:last|final)|y ultimo) (?:episode|part|chapter|instal?lment|episodio|capitulo)\b",
        _last,
    ),
    Pattern(
        "episode_count.closed_after",
        r"\b(?P<t>(?:closed|closes|ended|ends|wrapped up|wraps up|bowed out|signed off|finished|concluded|concludes|se cerro|termino|"
        r"concluyo|acabo|se despidio) (?:after|with|tras|con) (?:its|the|an?|el|su|un) )"
        rf"{_ORDINAL} (?:and (?:last|final) |y ultimo )?(?:episode|part|chapter|instal?lment|episodio|capitulo)\b",
        _last,
    ),
    Pattern(
        "episode_count.each_long",
        rf"\b(?P<t>(?:there (?:are|were|will be)|(?:en total )?son|hay)(?: only| just| solo)?) {_N}(?: of them)?(?: en total| in all)?,? "
        r"(?:and )?(?:each|none of them|"
        r"all of them|every one|cada un[oa]|tod[oa]s|con duracion|de unos|de alrededor|ningun[oa])\b[^.;]{0,50}?"
        r"(?:minut|hour\b|hours\b|horas?\b|duracion|\blong\b|\bshort\b|lasting|\blasts?\b|\bdura\b)",
        _total,
    ),
    Pattern(
        "episode_count.lone",
        rf"^(?:(?:in all|altogether|en total),? )?(?P<t>(?:there (?:are|will be)|son|hay)(?: only| just| solo)?) {_N}"
        r"(?: of them)?(?: in all| in total| en total| altogether)?(?:[.,;!]|$)",
        _total,
    ),
    Pattern("episode_count.of_which", rf"\b{UNITS} (?P<t>(?:out )?of a total of) {_N}", _total),
    Pattern(
        "episode_count.tens",
        r"\b(?P<n>treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa) (?P<t>episodios|capitulos|entregas)\b",
        _tens,
    ),
    Pattern(
        "episode_count.of_which",
        rf"\b(?:<N\d+>|some|several|most|one|half|dos|uno) (?P<t>of the|of its|de los) {_N}(?: {_ADJ}{UNITS}|(?:,| and|\.|;))",
        _total,
    ),
    Pattern(
        "episode_count.of_which",
        rf"\b(?:first|last|opening|closing|final|remaining)(?: <N\d+>| few| half)?(?: episodes?| parts?| chapters?)?,? "
        rf"(?P<t>of(?: whose| a total of)?) {_N} {UNITS}\b",
        _of_all,
    ),
    Pattern(
        "episode_count.of_which",
        rf"<N\d+>(?: {UNITS})? (?P<t>of(?: whose| a total of)?|out of(?: a total of)?) {_N} {UNITS}\b",
        _of_all,
    ),
    Pattern(
        "season_count.ran",
        r"\b(?P<t>(?:ran|runs|running|lasted|lasts|over|across|after|for|has|had|its|all|spans|spanned|in|into|boasts|totals|duro|tuvo|"
        r"tiene|"
        r"sus|a lo largo de|consists of|comprises|comprising|made up of|spread over|there (?:are|were|have been)|consta de|cuenta con|suma|"
        r"acumula|se compone de|compuesta (?:por|de)|repartid[oa]s? en|dividid[oa]s? en|durante|hay|fueron|son)"
        r"(?: for| all| a total of| only| its| the| un total de| nada menos que)?) "
        rf"{_N} (?:[a-z'-]+ )?(?:seasons|temporadas)\b",
        _seasons,
    ),
    Pattern(
        "season_count.in_all",
        rf"(?P<t>(?:^|[,:;(] |\b(?:at present|currently|and|with|con|y) )){_N} (?:[a-z'-]+ )?(?:seasons|temporadas)"
        r"(?: so far| to date| exist\b| in (?:all|total)| altogether| en total| hasta (?:ahora|la fecha|el momento)|"
        r"(?:,| and|,? y) (?:<N\d+>|[a-z-]+) (?:episodes|episodios|capitulos))",
        _seasons,
    ),
    Pattern("season_count.bare", rf"^(?P<t>){_N} (?:seasons|temporadas)(?:,| of\b| and\b|\.|$)", _seasons),
    Pattern(
        "season_count.row",
        r"^(?:[*-] ?)?(?P<t>(?:number of |no\. of |numero de )?(?:seasons|temporadas)(?: so far| to date| in total| hasta (?:ahora|"
        r"la fecha))?)\??"
        rf" ?[:-] ?(?:(?:there (?:are|were|have been)|it has|it had|so far|only|just|a total of|son|hay|tiene|van|un total de),? )*{_N}"
        r"(?:$|[.,;:!(]| (?:seasons|temporadas|so far|to date|in all|in total|of|and|de|y|hasta)\b)",
        _seasons,
    ),
)
