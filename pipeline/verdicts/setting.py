"""setting_place and setting_time: excluded only when explicit, and far from every value on record."""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.dates import read_years, years_apart
from pipeline.records.folding import fold
from pipeline.records.gazetteer import look_up
from pipeline.records.likeness import Likeness
from pipeline.records.place_names import compare_places
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.seasons import ONE_OFF, claimed_season, facts_of_season, is_season_settled

EXPLICIT = re.compile(
    r"\bset (?:in|at|on|against|during|between|over|mostly|largely|partly|chiefly)\b|\b(?:is|was) set\b|takes? place|"
    r"took place|\bsetting\b|unfolds?|"
    r"plays out|\b(?:is|are|was) laid (?:in|at|amid)\b|"
    r"(?:transports?|whisks|drops|plunges|takes) (?:us|you|viewers|audiences|the viewer)\b|\bworld of\b|elite\b|"
    r"(?:action|story|plot) (?:is|has been|was) (?:kept|moved|set|located)|"
    r"mov(?:es|ed|ing) (?:all |most )?(?:of )?(?:the|its) (?:whole |entire )?(?:story|action|plot|drama|setting)|"
    r"\b(?:story|plot|action|drama|tale|events|everything|it all|all of it) (?:\w+ )?(?:happens?|occurs?|(?:is|are) placed|"
    r"goes down|runs? (?:from|through)|covers?|spans?|stretch(?:es)? (?:from|over|across)|hops? (?:from|between))\b|"
    r"\b(?:the|its) (?:year|period|era) is\b|\bthe years? in which\b|"
    r"ambientad|transcurre|se desarrolla|se sit[uú]a|situad|se ubica|tiene lugar|nos (?:lleva|traslada|transporta)|escenario|"
    r"\b(?:historia|trama|acci[oó]n|todo|serie) (?:\w+ )?(?:sucede|ocurre|pasa|abarca)\b|\bcorr(?:e|[ií]a) el a[nñ]o\b|"
    r"\bcorr(?:en|[ií]an) los a[nñ]os\b|"
    r"\bel a[nñ]o es\b|\b(?:historia|trama|acci[oó]n|serie) (?:\w+ )?(?:recorre|cubre|comprende)\b|\b(?:estamos|nos encontramos) en\b",
    re.IGNORECASE,
)
# "The town of the title is ...", "the place is ...": what is said right behind these is where it is set.
_TOWN_IS = re.compile(
    r"\b(?:the|el|la) (?:town|city|village|place|location|locale|scene|suburb|county|island|state|pueblo|ciudad|lugar|localidad)"
    r"(?: (?:of the (?:series|story|title|show|film|drama)|in question|where (?:it|the (?:story|series|action)) (?:all )?happens|"
    r"de la (?:serie|historia)|del t[ií]tulo))? (?:is|was|es|era)(?: (?:in|en))?(?: rural| downtown| small-town)? "
    r"(?:[A-Z][\w'-]+,? (?:in |en )?){0,3}$",
    re.IGNORECASE,
)
# "..., and it is there that the plot unfolds", "... is the setting"
_THERE = re.compile(
    r"^[^.;]{0,30}? (?:is|was|es) (?:also )?(?:the setting|el escenario)\b|"
    r"\b(?:it is|it's|is) there that (?:the|most of the|all of the) (?:story|plot|action|drama|series|show) (?:unfolds|takes place|is set)|"
    r"\bwhich is (?:also )?where the (?:story|plot|action|drama|series|show|film) (?:unfolds|takes place|is set|plays out)",
    re.IGNORECASE,
)
# "The script also travels to Karachi" adds a place and excludes none.
_ADDS = re.compile(
    r"\b(?:also|visits?|travels?|trips? to|stops? (?:in|at)|"
    r"moves? (?:on )?to|shifts?|ends? in|opens?|begins?|starts?|scenes? in|flashback|viaja|también)\b",
    re.IGNORECASE,
)
# A part of the story has its own place and time.
_PARTIAL = re.compile(
    r"\b(?:(?:first|last|second|third|opening|closing|final|some|one|early|later|certain|\w+ of the) episodes?|"
    r"(?:an?|this|that|the|each) episode|(?<!all )(?<!\w\w\w )episodes? (?:one|two|three|four|\d+|is|are)|finale|half|"
    r"part of|scenes?|chapters?|prologue|epilogue|storylines?|subplots?|partly|in part|some of|final act|"
    r"first act|sections?|sequences?|cap[ií]tulos?|episodios?|escenas?|tramo|mitad)\b",
    re.IGNORECASE,
)
# Where the cameras stood is another matter than where the story is set.
_FILMING = re.compile(
    r"\bfilm(?:ed|ing)\b|\bshot\b|\bshoot|\bcameras?\b|\brod(?:[oó]|ad|aj|aron)|\bfilm(?:[oó]|aron)\b|\bfilmad|\bgrab(?:[oó]|aron|"
    r"ad|aci[oó]n)",
    re.IGNORECASE,
)
# ... but where it was both set and filmed, the place is the story's as well
_SET_AND_FILMED = re.compile(r"(?<=\bset),? and (?:\w+ )?(?:filmed|shot)\b|\b(?:filmed|shot) and (?=set\b)", re.IGNORECASE)
_CLAUSES = re.compile(r"(?:[,;]| -)\s+|\s+(?=\b(?:but|while|whereas|although|though|yet|aunque|pero|mientras)\b)")
FAR_YEARS = 10
AMBER_YEARS = 3
EXACT_FAR_YEARS = 4  # from years that the record gives to the year, or to a part of a decade
YEAR_FROM_YEAR = 3  # between a year told and years on record that are exact as well, and few
YEAR_FROM_YEAR_PLAIN = 2  # ... where it is said in so many words when all of it is set, and of no beginning
FEW_YEARS = 3
SPAN_GAP = 2  # between two spans told from year to year: they leave one another out altogether; YEAR_FAR_YEARS from a decade
YEAR_FAR_YEARS = 6  # between a year and a decade on record; between two decades it takes FAR_YEARS
_VAGUE = re.compile(r"present|centur|decade|years|generations", re.IGNORECASE)
_PART = re.compile(r"\b(early|mid|late)[ -](?:the )?(\d{3}0)['’]?s\b", re.IGNORECASE)
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}


# What these read has the words for it, in the question before an answer at the least.
_PLAIN = frozenset(
    {
        "setting.set",
        "setting.moved_to",
        "setting.where",
        "setting.donde",
        "setting.follows_in",
        "setting.town_is",
        "setting.we_are_in",
        "setting.decade_setting",
        "setting.place_row",
        "setting.year_row",
        "setting.year_of_story",
        "setting.they_set",
        "setting.on_the_map",
    }
)
_ANSWERS = re.compile(
    r"^\W*(?:A: ?)?(?:(?:mostly|mainly|chiefly|largely),? )?(?:in|at|on|around|it|its|the (?:\w+ ){0,2}(?:series|show|film|story|"
    r"action|plot|drama|characters|season)|most of|all of|nearly|almost|en|la \w+|todo)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.(]\s|\s(?:but|while|whereas|although|though|aunque|pero|mientras)\s")


def _is_explicit(claim: Claim) -> bool:
    """Is it said in so many words: in the quote, in the clause that leads to it, or in the question that it answers?"""
    if _OF_REALITY.search(claim.sentence):
        return False
    if claim.pattern in _PLAIN or EXPLICIT.search(claim.quote):
        return True
    if claim.pattern in _OF_DECADE and _TELLS_IT.search(_until(claim)):
        return True
    if claim.pattern == "setting.takes_place" and (_ANSWERS.search(claim.sentence) or EXPLICIT.search(claim.sentence)):
        return True
    return bool(EXPLICIT.search(_lead(claim) + claim.quote)) or (claim.relation == "setting_place" and _is_pointed_out(claim))


_OF_DECADE = frozenset({"setting.place_of_decade", "setting.decade_place"})  # "in the Boston of the 1990s", "in 1980s Ohio"
# a synopsis: a label for one, or what the work is said to be about
_TELLS_IT = re.compile(
    r"^\W*(?:(?:the|el|la) )?(?:premise|plot|story|synopsis|setting|what(?: is|'s) (?:the (?:plot|story)|it about)|"
    r"where (?:and when )?(?:is it set|does it (?:all )?take place)|argumento|sinopsis|trama|historia|premisa|ambientaci[oó]n|"
    r"de qu[eé] (?:va|trata))\W{1,5}|"
    r"\b(?:story|series|show|film|movie|drama|thriller|miniseries|it) (?:concerns|follows|is about|tells of|cent(?:re|er)s on|"
    r"revolves around|focuses on|deals with)\b|"
    r"\b(?:historia|serie|trama|pel[ií]cula|miniserie) (?:sigue|gira|cuenta|narra|trata|se centra)\b|"
    r"^\W*(?:we (?:begin|open) in|picture it|seguimos)\b",
    re.IGNORECASE,
)


def _until(claim: Claim) -> str:
    """The sentence up to the end of the quote."""
    at = claim.sentence.find(claim.quote)
    return claim.sentence[: at + len(claim.quote)] if at >= 0 else claim.sentence


def _is_pointed_out(claim: Claim) -> bool:
    """Is the place the answer to where it is set, before or behind it?"""
    before, _, behind = claim.sentence.partition(str(claim.object.get("value", "")).split(",", maxsplit=1)[0])
    return bool(_TOWN_IS.search(before) or _THERE.search(behind))


# where the real events were is not where the work is set
_OF_REALITY = re.compile(
    r"\b(?:real|actual|true) (?:[\w-]+ )?(?:events?|story|stories|case|crimes?|murders?|killings?|disaster|fire|abduction|trial|"
    r"incident|attacks?)\b"
    r"[^.;]{0,30}?\b(?:took|take|takes) place\b|\b(?:hechos|sucesos|historia) real(?:es)? (?:que )?(?:[\w-]+ )?(?:ocurri|sucedi|"
    r"tuvieron lugar|pasaron)",
    re.IGNORECASE,
)


def _lead(claim: Claim) -> str:
    """The words of its clause that lead to the quote."""
    at = claim.sentence.find(claim.quote)
    return _CLAUSE.split(claim.sentence[:at])[-1] if at > 0 else ""


def compare_place(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """A place that is on record, holds it or lies in it is no mismatch; nor is one that the record names in another connection."""
    del context
    facts = facts_of_season(claim, show.facts_of("setting_place"))
    place = str(claim.object.get("value", ""))
    if not facts:
        return NO_RECORD
    found = [compare_places(place, str(f.value)) for f in facts]
    right = f"is set in {list_values([str(f.value) for f in firm(facts)])}"
    if Likeness.SAME in found:
        return Comparison(Grade.MATCH, (facts[found.index(Likeness.SAME)],), "value", right=right)
    if Likeness.NEAR in found:
        return Comparison(Grade.NEAR, (facts[found.index(Likeness.NEAR)],), failed=("place_near",), right=right)
    if Likeness.FAR not in found or (claim.pattern in _PLACE_ROWS and _is_of_the_shoot(place, show)):
        return INCOMPARABLE
    failed = [] if _is_explicit(claim) or claim.polarity == "negated" else ["explicit"]
    if _FILMING.search(_SET_AND_FILMED.sub("", claim.quote)):
        failed.append("object_type")
    if _is_added(claim) or _PARTIAL.search(_without_shoot(claim)) or _names_recorded_place(claim, facts) or _is_left(place, claim):
        failed.append("adds_a_place")
    if _is_season_open(claim, facts, show):
        failed.append("season")
    if Likeness.UNCLEAR in found:
        failed.append("not_comparable")
    if _is_named_elsewhere(place, show):
        failed.append("named_elsewhere")
    return Comparison(Grade.FAR, firm(facts), "value", tuple(failed), right, amber="named_elsewhere" not in failed)


_PLACE_ROWS = frozenset({"setting.place_row", "setting.town_row"})


def _is_of_the_shoot(place: str, show: Show) -> bool:
    """Is the place on record as one where it was filmed? A row with a label and no more may tell of that."""
    return any(compare_places(place, str(f.value)) in {Likeness.SAME, Likeness.NEAR} for f in show.facts_of("filming_location"))


_FROM = re.compile(
    r"\b(?:from|out of|leav(?:es?|ing)|instead of|rather than|unlike|not|away|desde|deja|abandona) (?:the |its |el |la )?(?:\w+ )?$",
    re.IGNORECASE,
)


def _is_added(claim: Claim) -> bool:
    """One more place beside others? "Chicago, where it is also set" is said beside the shoot, or the case, and not beside a place."""
    return bool(_ADDS.search(_ALSO_SET.sub("set", claim.quote)))


_ALSO_SET = re.compile(r"(?<=\bis )also set\b")


def _is_left(place: str, claim: Claim) -> bool:
    """ "Moves the action from Boston to Dallas": is it the place that the story is moved away from, or that somebody leaves? The patterns
    for settings know that themselves."""
    at = claim.sentence.find(place.split(",", maxsplit=1)[0])
    return at > 0 and bool(_FROM.search(claim.sentence[:at])) and not claim.pattern.startswith("setting.")


def _is_season_open(claim: Claim, facts: tuple[Fact, ...], show: Show) -> bool:
    """Is it not settled that the facts are about the season that is meant? A later season may go elsewhere than facts about none."""
    season = claimed_season(claim)
    if season is not None and season > 1 and show.format not in ONE_OFF:
        return not any(season in f.seasons for f in facts)
    return any(f.seasons for f in facts) and not is_season_settled(claim, show)


def _without_shoot(claim: Claim) -> str:
    """The sentence without the clauses that say where the cameras stood: a place named there is no second setting."""
    clauses = _CLAUSES.split(claim.sentence)
    shot = [bool(_FILMING.search(_SET_AND_FILMED.sub("", c))) for c in clauses]
    kept = [c for n, c in enumerate(clauses) if not shot[n] and not (n and shot[n - 1] and _GOES_ON.match(c))]
    return ", ".join(kept)


_GOES_ON = re.compile(r"(?:with|and|then|con|y) ", re.IGNORECASE)


def _names_recorded_place(claim: Claim, facts: tuple[Fact, ...]) -> bool:
    """Does the sentence name a place on record as well: one more beside it, or one that it lies in?"""
    told = str(claim.object.get("value", ""))  # what it shares with a place on record ("<Town>, Idaho") is no second place
    sentence = f" {fold(_without_shoot(claim).replace(told, ' '))} "
    places = {fold(p) for f in facts for p in re.split(r"[,;()]| and ", str(f.value)) if p.strip()}
    return any(f" {p} " in sentence for p in places if p)


def _is_named_elsewhere(place: str, show: Show) -> bool:
    """Does the record mention the place as that of an event, a person, a shoot? A person of that name is none, nor is a namesake: the
    Springfield of another state."""
    name = place.split(",", maxsplit=1)[0].strip()
    texts = (f"{f.value} {f.where or ''} {f.note or ''}" for f in show.facts_of("real_event", "protagonist", "setting_place", "based_on"))
    return any(_mentions(name, place, text) for text in texts)


def _mentions(name: str, place: str, text: str) -> bool:
    if f" {fold(name)} " not in f" {fold(text)} ":
        return False
    found = list(re.finditer(rf"(?:\b([A-ZÀ-Þ][\w’'-]+) )?{re.escape(name)}\b(, [A-ZÀ-Þ][\w’'-]+)?", text))
    if not found:
        return True  # in another spelling
    return any(
        not (m[1] and m[1] not in _NO_FORENAMES and not look_up(fold(f"{m[1]} {name}")))
        and not ("," in place and m[2] and compare_places(place, name + m[2]) is Likeness.FAR)
        for m in found
    )


_NO_FORENAMES = frozenset({"In", "At", "Of", "From", "Near", "The", "Outside", "And", "To"})


def compare_time(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """Spans of years: overlapping match, ten years and more apart are far, three to nine worth an amber note."""
    del context
    facts = facts_of_season(claim, show.facts_of("setting_time"))
    wanted = read_years(str(claim.object.get("value", "")), show.year)
    if not facts:
        return NO_RECORD
    spans = [(f, s) for f in facts for s in read_years(str(f.value), show.year)]
    if not wanted or not spans or (claim.pattern == "setting.year_row" and _is_of_the_release(wanted, show)):
        return INCOMPARABLE
    fact, gap = min(((f, years_apart(w, s)) for f, s in spans for w in wanted), key=lambda pair: pair[1])
    right = f"is set in {list_values([_say(f) for f in firm(facts)])}"
    if gap == 0:
        wider = all(_is_much_wider(w, s) for w in wanted for f, s in spans)
        return Comparison(Grade.NEAR if wider else Grade.MATCH, (fact,), "value", ("years_near",) if wider else (), right)
    now = claim.pattern == "setting.we_are_in" and any(abs(w[0] - show.year) <= _OWN_TIME for w in wanted if show.year)
    plain = not now and (_is_explicit(claim) or _is_time_of_all(claim, wanted, [s for _, s in spans]))
    failed = [] if plain else ["explicit"]
    if _FILMING.search(_SET_AND_FILMED.sub("", claim.quote)):
        failed.append("object_type")
    if _PARTIAL.search(claim.sentence) or any(years_apart(w, s) == 0 for w in read_years(claim.sentence, show.year) for _, s in spans):
        failed.append("years_near")
    if _is_season_open(claim, facts, show):
        failed.append("season")
    near = any(_is_near(claim, f, s, wanted, show) for f, s in spans)
    if near:
        failed.append("years_near")
    least = min(years_apart(_narrow(_told_time(claim), w), _narrow(str(f.value), s)) for f, s in spans for w in wanted)
    if (near or not plain) and least < (SPAN_GAP if _is_span(wanted) else AMBER_YEARS) and not _leaves_out(wanted, [s for _, s in spans]):
        return Comparison(Grade.NEAR, (fact,), failed=("years_near",), right=right)
    noted = any(years_apart(w, s) < AMBER_YEARS for w in wanted for s in _noted_years(facts, show))
    if noted or (_event_in(wanted, show) and not _SAYS_OF_WORK.search(_lead(claim) + claim.quote)):
        failed.append("named_elsewhere")
    return Comparison(Grade.FAR, firm(facts), "value", tuple(failed), right, amber="named_elsewhere" not in failed)


RELEASE_YEARS = 2  # within which the year in a fact box may be that of the release, or of the book


def _is_of_the_release(wanted: tuple[tuple[int, int], ...], show: Show) -> bool:
    """Could the year of a row "Year: 2022" be that in which the work, or what it is based on, came out?"""
    years = [y for y in (show.year, *(f.year for f in show.facts_of("based_on"))) if y is not None]
    return any(years_apart(w, (y, y)) <= RELEASE_YEARS for w in wanted for y in years)


_OWN_TIME = 1  # years from the premiere in which "it is 2022" may be said of the day on which it is written


def _is_near(claim: Claim, fact: Fact, span: tuple[int, int], wanted: tuple[tuple[int, int], ...], show: Show) -> bool:
    """Too near to a time on record to exclude it. How far is far depends on how exactly both are given.

    Years, and parts of a decade ("mid-1990s"), exclude another year or decade from EXACT_FAR_YEARS on; a whole decade excludes a year from
    YEAR_FAR_YEARS on; a list said to be complete is exact in any case. A year excludes a few exact years on record from YEAR_FROM_YEAR on,
    a span from year to year those that it leaves out (`_leaves_out`). What is said of a beginning takes FAR_YEARS.
    """
    told = [_narrow(_told_time(claim), w) for w in wanted]
    recorded = _narrow(str(fact.value), span)
    length = told[0][1] - told[0][0]
    if len(told) != 1 or _ADDS.search(claim.quote) or _VAGUE.search(str(fact.value)):
        return min(years_apart(w, span) for w in wanted) < FAR_YEARS
    if any(years_apart(told[0], s) < EXACT_FAR_YEARS for s in _noted_years((fact,), show)):
        return True
    if _is_span(wanted):
        return not _leaves_out(wanted, [span])
    if length == 0 and span[1] - span[0] < FEW_YEARS:
        plain = claim.pattern in _OF_ALL and not _BEGINS.search(claim.sentence)
        return years_apart(told[0], recorded) < (YEAR_FROM_YEAR_PLAIN if plain else YEAR_FROM_YEAR)
    if length == DECADE and _is_next_decade(claim, told[0], show):
        return False
    whole = recorded[1] - recorded[0] == DECADE
    far = EXACT_FAR_YEARS
    if whole and "setting_time" not in show.complete:
        far = FAR_YEARS if length == DECADE else YEAR_FAR_YEARS
    return years_apart(told[0], recorded) < far


# patterns of sentences that say when the whole of it is set
_WHOLE_TEXT = "set takes_place the_setting row follow transports moved_to ambientada"
_OF_ALL = frozenset(f"setting.{name}" for name in _WHOLE_TEXT.split())
DECADES = 2  # on record, from which they are taken for all there are
_EDGE = re.compile(
    r"\b(?:early|late|turn|end|close|dawn|eve|cusp|start|beginning|into|until|through to|by|between|from|principios|comienzos|inicios|"
    r"finales|fines|hasta|desde|entre)\b",
    re.IGNORECASE,
)


def _is_next_decade(claim: Claim, told: tuple[int, int], show: Show) -> bool:
    """Is a whole decade told, of a work for which the record has two or more others, in which it is not? One alone may be told loosely."""
    facts = facts_of_season(claim, show.facts_of("setting_time"))
    spans = [s for f in facts for s in read_years(str(f.value), show.year)]
    covered = {year // 10 for first, last in spans for year in range(first, last + 1)}
    if claim.pattern not in _OF_ALL or len(covered) < DECADES or any(f.disputed or _VAGUE.search(str(f.value)) for f in facts):
        return False
    return told[0] // 10 not in covered and not _is_of_a_part(claim.sentence) and not _noted_years(facts, show)


def _is_of_a_part(sentence: str) -> bool:
    """Does a sentence speak of a beginning, an end, a part or a leap in time anywhere? ("Directed by Jo Poe" is no such edge.)"""
    said = _MADE_BY.sub("", sentence)
    return any(part.search(said) for part in (_EDGE, _BEGINS, _PARTIAL, _LEAPS))


_MADE_BY = re.compile(r"\b(?:by|from|de) (?=(?:the )?[A-ZÀ-Þ])")
_LEAPS = re.compile(
    r"\b(?:flash-?(?:backs?|forwards?)|then|later|afterwards|moves? (?:on|forward|back)|jumps?|leaps?|luego|despu[eé]s|"
    r"m[aá]s tarde|salta|saltos?)\b",
    re.IGNORECASE,
)


def _is_span(wanted: tuple[tuple[int, int], ...]) -> bool:
    """ "From 1993 to 1996", and neither a year nor a decade."""
    return len(wanted) == 1 and wanted[0][1] - wanted[0][0] not in {0, DECADE}


def _leaves_out(wanted: tuple[tuple[int, int], ...], spans: list[tuple[int, int]]) -> bool:
    """Does a span, told from year to year, end before all years on record, or begin after them, and reach well away from them?"""
    if not _is_span(wanted):
        return False
    (first, last), earliest, latest = wanted[0], min(s[0] for s in spans), max(s[1] for s in spans)
    gap = SPAN_GAP if all(s[1] - s[0] != DECADE for s in spans) else YEAR_FAR_YEARS
    if last < earliest:
        return earliest - last >= gap or earliest - first >= FAR_YEARS
    return first > latest and (first - latest >= gap or last - latest >= FAR_YEARS)


def _is_time_of_all(claim: Claim, wanted: tuple[tuple[int, int], ...], spans: list[tuple[int, int]]) -> bool:
    """Is it said when all of it happens, if not in so many words? Of a beginning, where that is later than all that is on record (an
    earlier one may be a flashback) or the end is told as well; of what it tells, where that is no past of somebody in it."""
    said = _lead(claim) + claim.quote
    if _BEGINS.search(said):
        told = read_years(claim.sentence) or wanted
        early = all(y[1] < min(s[0] for s in spans) for y in told) and len(told) > 1 and not _DECADE_WORD.search(claim.sentence)
        return min(w[0] for w in wanted) > max(s[1] for s in spans) or early
    if claim.pattern == "setting.follow":
        return not _BACKSTORY.search(claim.quote) and not (_FOLLOWS.search(claim.quote) and _PAST_EVENT.search(claim.quote))
    return bool(_IT_IS.search(said))


_BEGINS = re.compile(
    r"\b(?:story|plot|action|drama|tale|series|show|film|movie|miniseries|it|historia|trama|acci[oó]n|serie|pel[ií]cula|\w+) (?:\w+ )?"
    r"(?:begins?|opens?|starts?|kicks? off|empieza|comienza|arranca)\b",
    re.IGNORECASE,
)
_DECADE_WORD = re.compile(r"\b(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\w+enta)\b", re.IGNORECASE)
_BACKSTORY = re.compile(
    r"\b(?:who|which|that|whose|when|where|before|after|since|que|cuando|cuyo|cuya)\b[^.;]*?\b(?:was|were|had|did|came|became|began|left|"
    r"went|met|grew|got|took|made|wrote|won|lost|died|fell|fled|\w+ed|\w+(?:ó|aron|ieron|io)|era|fue|fueron|hab[ií]a)\b|"
    r"\b(?:born|raised|real|true|book|novel|memoir|nacid[oa]|criad[oa]|libro|novela)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\b(?:follows|tells|sigue|cuenta|narra)\b", re.IGNORECASE)
_PAST_EVENT = re.compile(
    r"\b(?:murders?|killings?|cases?|crimes?|deaths?|disappearances?|trials?|wars?|accidents?|crash|shooting|siege|scandal|"
    r"asesinatos?|crimen|muertes?|desaparici[oó]n|juicio|guerra|accidente)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
# "It is the summer of 1978 and the boys ...", "It is 1952, the place is ..."
_IT_IS = re.compile(
    r"^\W*(?:(?:A|Q): ?)?(?:so,? )?(?:it is|it's|we are in|we're in|es|estamos en)(?: back in| en)?(?: the| el)?"
    r"(?: (?:early|mid|late|spring|summer|autumn|fall|winter|year|verano|invierno|oto[nñ]o|primavera|a[nñ]o))?"
    r"(?:[ -](?:of|in|de)(?: the)?)? ?"
    r"(?:1\d|20)\d\ds?$",
    re.IGNORECASE,
)


def _told_time(claim: Claim) -> str:
    """The time as told: with the "early" or "late" before it that the value has not."""
    value = str(claim.object.get("value", ""))
    part = re.search(rf"\b(?:early|mid|late)[ -](?:the )?{re.escape(value)}", claim.sentence, re.IGNORECASE)
    return part.group() if part else value


DECADE = 9  # years between the first and the last of one


# The work itself is said to be set there, and nothing that happened: another event of that year is no excuse.
_SAYS_OF_WORK = re.compile(
    r"^(?!.*\b(?:real|true|actual|book|novel|memoir|libro|novela|based)\b)"
    r".*\b(?:it|series|miniseries|show|drama|film|movie|"
    r"thriller|season|plot|story|tale|narrative|action|events|serie|miniserie|temporada|historia|relato|pel[ií]cula|trama|acci[oó]n)"
    r"(?:'s| is| was| takes| est[aá])? (?:\w+ly )*(?:set\b|place\b|unfolds|plays out|ambientada|transcurre|se desarrolla)",
    re.IGNORECASE,
)


def _narrow(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """ "Mid-1990s" is no more than a part of the decade that was read."""
    part = _PART.search(text)
    if part is None or span != (int(part[2]), int(part[2]) + DECADE):
        return span
    first, last = _PARTS[part[1].lower()]
    return span[0] + first, span[0] + last


def _noted_years(facts: tuple[Fact, ...], show: Show) -> list[tuple[int, int]]:
    """Years in the notes of the facts: those of a prologue, an opening, a flashback. The very year on record, told to the day, is none."""
    return [
        s
        for f in facts
        for text in (f.note, f.disputed)
        if text
        for s in read_years(text, show.year)
        if s not in read_years(str(f.value), show.year) or s[0] != s[1]
    ]


def _is_much_wider(claimed: tuple[int, int], recorded: tuple[int, int]) -> bool:
    """ "From 1947 to 2005", of the 1990s; a century is no more than a way to say when."""
    return 15 < claimed[1] - claimed[0] < 99 and (claimed[1] - claimed[0]) > 2 * (recorded[1] - recorded[0] + 5)


def _event_in(wanted: tuple[tuple[int, int], ...], show: Show) -> bool:
    """Does an event on record fall into the claimed years?"""
    spans = [s for f in show.facts_of("real_event", "protagonist") for s in read_years(f"{f.when or ''} {f.value}")]
    return any(years_apart(w, s) == 0 for w in wanted for s in spans)


def _say(fact: Fact) -> str:
    text = str(fact.value)
    return f"the {text}" if re.fullmatch(r"(?:early |mid-?|late )?\d{3}0s", text) else text
