"""Words of a sentence by which what is said belongs to another work, a person's years in it, or several works at once.

They name no work that is on record, so no doubt of another work stands; each is told by its build.
"""

from __future__ import annotations

import re

from pipeline.models import Claim
from pipeline.records.folding import NAME, put_name, to_ascii

COUNTS = frozenset({"episode_count", "season_count"})


def turns_elsewhere(claim: Claim) -> bool:
    """Do the words around a statement turn it to another work than the one that the article is about?"""
    text = claim.sentence
    builds = (_ITS_OWN, _SAME_CASE, _THAT_WORK, _THAT_HAS, _BECAME, _ONE_OF_TWO, _RIVAL, _SEE, _NEXT_SEEN, _ENTRY)
    if claim.subject != "title" and any(build.search(text) for build in builds):
        return True
    if claim.relation in COUNTS:
        return _counts_others(claim)
    if claim.relation in {"setting_place", "setting_time", "filming_location"}:
        named = put_name(to_ascii(text), to_ascii(str(claim.object.get("value", ""))))
        no_place = claim.relation == "filming_location" and claim.polarity == "affirmed" and _NOT_THERE.search(named)
        return bool(no_place or (claim.subject != "title" and _OF_THE_NEXT.search(text)))
    if claim.relation == "cast_member":
        return _is_told_of_there(claim)
    if claim.relation == "writer":
        return bool(_FROM_A_SOURCE.search(claim.plain or claim.quote))
    if claim.relation == "platform":
        named = put_name(to_ascii(text), to_ascii(str(claim.object.get("value", ""))))
        own = claim.subject != "title" and _WAS_IN_ITS_SERIES.search(named)  # of the work that this part was in
        return bool(own or any(build.search(named) for build in (_OWN_VERSION, _MEANT_FOR, _LET_GO, _WATCHED)))
    if claim.relation != "based_on" or "value" in claim.object:
        return False
    return bool(_GREW.search(text)) or ("year" in claim.object and bool(_WROTE_IN.search(text)))


def _counts_others(claim: Claim) -> bool:
    """ "<T> and <U> both had ten", "for six seasons Kay Heart in <T>", "a seven-part <T> in 1980", "is in <T>, which has ten", "is in <T>,
    a series of ten", "Jo Poe for two seasons", "was Kay Heart in a six-part series"."""
    text = claim.sentence
    hangs = claim.subject != "title" and any(build.search(text) for build in (_RELATIVE, _APPOSED, _SOMEBODY_FOR))
    _, found, behind = text.partition(claim.plain) if claim.plain else (text, "", "")
    evenings = bool(found) and bool(_EVENINGS.match(behind))
    of_another = claim.subject != "title" and bool(found) and bool(_OF_A_TITLE.match(behind))
    return hangs or evenings or of_another or any(build.search(text) for build in (_BOTH, _YEARS_IN, _AN_EARLIER, _WAS_IN_A))


def _is_told_of_there(claim: Claim) -> bool:
    """ "<T> came a year later; there Kay Heart is the doctor"; "in that older film"; "<T> had eight episodes, with Kay Heart as ..."; "was
    the king for Ann Bell", the director; "is the king in The <T>"; "plays the killer, but the heart of it is Ann Bell as <the part>"."""
    actor, part = (to_ascii(str(claim.object.get(key, ""))) for key in ("value", "character"))
    text = claim.sentence
    if _THERE.search(text) or _LATER.search(text):
        return True
    if claim.subject != "title" and any(build.search(text) for build in (_POINTED_AT, _ITS_OWN_CAST, _MAKERS_WORK)):
        return True
    if not part:
        return False
    behind = text.rpartition(part)[2] if claim.subject != "title" else ""
    after = text.partition(actor)[2] if actor else ""
    between = after.partition(part)[0] if part in after else ""
    named = put_name(to_ascii(text), part)
    return bool(_FOR_MAKER.search(named) or _CALLED_AFTER.search(named) or _IN_A_TITLE.match(behind) or _NEXT.search(between))


_FOR_MAKER = re.compile(rf"\b(?:para|for|under|bajo) {NAME}\b")
# "played Kay Heart himself in Kay Heart's Game": a work that is called after the part
_CALLED_AFTER = re.compile(rf"\b{NAME}(?: (?:him|her)self)?,? (?:in|for|en) (?:the )?{NAME}['’]s [A-Z]")
# "though it was meant for <platform>": and went elsewhere
_MEANT_FOR = re.compile(
    r"\b(?:meant|intended|planned|conceived|pitched|destined|pensad[oa]|previst[oa]|concebid[oa]|destinad[oa])"
    rf"(?: at first)? (?:for|to|para|a) (?:\w+ )?{NAME}\b",
    re.IGNORECASE,
)
# "I binged it on <platform>": where somebody saw it
_WATCHED = re.compile(
    r"\b(?:i|we|i've|we've|having)\b[^.;:]{0,30}?\b(?:watched|binged(?:-?watched)?|binge-watched|rewatched|devoured|saw|caught)\b"
    rf"[^.;:]{{0,80}}?\b(?:on|via|through) {NAME}\b|\bl[ao] (?:vi|vimos|devore|devoramos)\b[^.;:]{{0,60}}?\ben {NAME}\b",
    re.IGNORECASE,
)
# "Ann Bell will be in the third, set in Rome": the season of another series
_OF_THE_NEXT = re.compile(
    r"\b(?:in|for|en|de) (?:the|la) (?:second|third|fourth|fifth|next|latest|segunda|tercera|cuarta|quinta|pr[oó]xima)"
    r"(?: (?:season|series|one|run|temporada))?, (?:which is |to be |que )?(?:set|shot|filmed|ambientada|rodada)\b",
    re.IGNORECASE,
)
# "the cameras never got inside <place>", "shot in another town, which has been <another> and <place>"
_NOT_THERE = re.compile(
    rf"\b(?:never|nunca|not|no cameras?) (?:got|gets?|went|set foot|were|was|let|allowed|entr[oa]\w*|pis[oa]\w*)\b[^.;,]{{0,40}}?{NAME}|"
    r"\b(?:which|that|que) (?:has|have|had|ha) (?:been|played|doubled for|sido|hecho de) "
    rf"(?-i:(?:[A-ZÀ-Þ][\w.'’-]*(?:,| and| y)? ){{0,6}}?){NAME}",
    re.IGNORECASE,
)
# "It was made for <platform>, which thought better of it", "ordered by <platform> before it moved to ..."
_LET_GO = re.compile(
    rf"\b{NAME}(?: [a-z]+)?,? (?:which|who|but|before|until|only|que|pero|antes|hasta)\b[^.;]{{0,40}}?\b(?:"
    r"thought better|passed on|let (?:it|them|the [a-z]+) go|dropped (?:out|the (?:project|idea|series|show|film|thing))|"
    r"s(?:old|elling) (?:it\b|the (?:rights|series|show|film))|lost (?:interest|the rights)|pull(?:ed|ing) out|back(?:ed|ing) out|"
    r"gave (?:it|them|the [a-z]+) (?:up|away)|walked away|declined|shelved (?:it|the [a-z]+)|changed (?:its|their) mind|"
    r"(?:it|the [a-z]+) (?:moved|went) (?:to|over|on|elsewhere)|moving (?:it|to)|bow(?:ed|ing) out|hand(?:ed|ing) it (?:on|over)|"
    r"renunci\w+|la vendi\w+|vendio los|la dej\w+|la abandon\w+|la cedi\w+|paso a)\b",
    re.IGNORECASE,
)
# "Amazon has one of its own, with Jo Poe as Kay Heart"
_ITS_OWN = re.compile(
    r"\b(?:has|had|made|did|got|is making|tiene|tuvo|hizo|prepara|estren[oó]) (?:(?:since|also|too|tambi[eé]n) )?"
    r"(?:one of (?:its|their|his|her) own|(?:its|their) own(?= with\b|[,.;:])|(?:la|el) suy[oa])\b",
    re.IGNORECASE,
)
_RIVAL = re.compile(r"\b(?:an?|another|the|its) rival (?:version|series|film|drama|production|project|take|one)\b", re.IGNORECASE)
# "For more of her this year, see <T>, a film based on ..."
_SEE = re.compile(
    r"(?:^|, )(?:[Ss]ee|[Tt]ry|[Ww]atch|[Cc]atch) (?:also )?[A-Z][^.;]*?,? (?:in which|where|an? (?:[a-z]+ )?(?:film|series|drama|movie))\b"
)
# "She will next be seen in a series for <platform>"
_NEXT_SEEN = re.compile(
    r"\b(?:will|can|is|are|has|have) (?:next|soon|also|already|since|later) (?:be |been )?"
    r"(?:seen|star\w*|appear\w*|play\w*|return\w*|wrapped|shot)\b|"
    r"\bnext (?:seen|stars?|appears?|plays?|project|role|job)\b|\bseen next in\b|\bwhose next\b|"
    r"\b(?:proxim[oa] (?:proyecto|pelicula|serie|papel|trabajo)|veremos (?:pronto|despues|proximamente))\b",
    re.IGNORECASE,
)
_OF_A_TITLE = re.compile(r" (?:of|de|on|in) (?:[\"'“‘«])?[A-Z]")  # "the five seasons of <T>"
_EVENINGS = re.compile(
    r"\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weeks?|weekends?|nights?|evenings?|years?|semanas?|noches?|lunes|martes|"
    r"mi[eé]rcoles|jueves|viernes|s[aá]bados|domingos)\b",
    re.IGNORECASE,
)
# "Kay Heart was the queen in the <platform> series"
_WAS_IN_ITS_SERIES = re.compile(
    r"\b(?:was|fue|had been|hab[ií]a sido|hizo de)(?: (?!\w+ed\b|(?:cast|shot|seen|shown|made|born|set|first|\w+[ai]d[oa])\b)[\w'’]+){1,5} "
    rf"(?:in|en) (?:the |la |el )(?:[\w-]+ ){{0,3}}?{NAME}\b",
    re.IGNORECASE,
)
_SAME_CASE = re.compile(
    r"\b(?:series|drama|miniseries|film|movie|show|version|serie|miniserie|pel[ií]cula|versi[oó]n)\b[^.;,]{0,30}?"
    r"\b(?:about|on|of|sobre|del?) (?:the |el |la |l )?(?:very )?(?:same|mism[oa]) \w+",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|each|all three) (?:of (?:them|which) )?(?:had|have|has|ran|run|count\w*|last\w*|got)\b|"
    r"\b(?:both|las dos|los dos|ambas|ambos)\b[^.;]{0,25}\b(?:with|con|tienen|tuvieron|of|de) \w+ "
    r"(?:episod|chapter|part|cap[ií]tul|season|temporad)",
    re.IGNORECASE,
)
_YEARS_IN = re.compile(
    r"\b(?:for|durante) [\w-]+ (?:seasons?|series|temporadas?),? (?:in|of|en|de) [\"“‘«]|"
    r"\b(?:for|durante) [\w-]+ (?:seasons?|series|temporadas?),? (?:(?:as|was|the|como|fue|de|el|la) )*"
    r"(?-i:[A-Z])[\w' .-]{1,40}? (?:in|on|of|en|de) ",
    re.IGNORECASE,
)
_AN_EARLIER = re.compile(r"\b[Aa]n? (?:[a-z]+ )?[a-z\d]+-(?:part|episode|season) [A-Z][a-z]+(?: [A-Z][a-z]+)* (?:in|with|from|for|on)\b")
_RELATIVE = re.compile(
    r"\b(?:in|with|for|on|of|con|en|de|hizo|made|created|wrote) (?:[A-Z][\w'’&:+-]*[ ,]?){1,6}"
    r"(?: ?(?:de|en|on|for|from|by) [A-Z][^,;.]{1,25},)? (?:que|which) (?:only |also |solo )?"
    r"(?:tiene|tuvo|has|had|ran|runs|dur[oó]|cuenta|consta|const[oó]|se compone|consists|comprises)\b"
)
# "is in <T>, from <channel>, a series of ten episodes"
_APPOSED = re.compile(
    r"\b(?:in|with|for|on|con|en|hizo|made|created|wrote|cre[oó]) (?:[A-Z][\w'’&:+-]*[ ,]?){1,6}"
    r"(?: ?(?:de|en|on|for|from|by) [A-Z][^,;.]{1,25},)? (?:an?|una?) (?:[a-z-]+ ){0,2}?"
    r"(?:series|drama|comedy|show|serie|miniserie|comedia) (?:of|de|con|in|en) [a-z\d]+ (?:episod|part|chapter|cap[ií]t|entreg)"
)
_SOMEBODY_FOR = re.compile(r"(?:^|[,;] (?:and |y )?)[A-Z][\w'’-]+ [A-Z][\w'’-]+,? (?:for|durante) [a-z]+ (?:seasons|series|temporadas)\b")
# "Jo Poe was Kay Heart in a six-part series of 1980": where the part is called like the work, too
_WAS_IN_A = re.compile(
    r"\b(?:was|had been|fue|hab[ií]a sido) (?:[A-Z][\w'’-]+ ?){1,4}(?:in|en) (?:an?|una?) [\w-]+(?:-part|-episode|-hour)\b"
)
# "Iron Rain, nine episodes set in Paris, from Ann Quill's novels": an entry in a list of works
_ENTRY = re.compile(
    r"^\W*(?:[A-Z][\w'’&:+-]*|of|the|and|in|on|de|del|la|el|los|las|y)(?: (?:[A-Z][\w'’&:+-]*|of|the|and|in|on|de|del|la|el|los|las|y))*"
    r"(?:, \d{4})?, (?:(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,3})"
    r" (?:episodes|parts|seasons|hours|chapters|episodios|cap[ií]tulos|temporadas)|"
    r"an? (?:[a-z-]+ ){0,2}?(?:film|movie|series|miniseries|western|thriller)|una? (?:[a-z-]+ ){0,2}?(?:pel[ií]cula|serie|miniserie))\b"
)
# "fue en aquella película Kay Heart"
_POINTED_AT = re.compile(
    r"\bin the [\w+]+(?: [\w+]+)? (?:one|version|telling|retelling)\b|"  # "Jo Poe, in the Amazon one, is Kay Heart"
    r"\b(?:en (?:aquella|aquel)|in that (?:earlier|other|older)) "
    r"(?:film|movie|series|drama|show|pel[ií]cula|serie|miniserie|cinta|telefilme)\b",
    re.IGNORECASE,
)
# "Iron Rain: The Trial had ten episodes, with Jo Poe as Kay Heart": the cast of the work that the sentence opens with
_ITS_OWN_CAST = re.compile(
    r"^(?:[A-Z][\w&:-]*[ ]|& ){2,8}(?:had|has|ran|tuvo|tiene) (?:to |for )?[a-z\d]+ (?:episodes|parts|seasons|chapters|episodios|"
    r"cap[ií]tulos|temporadas)\b.*\b(?:with|con)\b"
)
# "Ann Bell's Iron Rain and Salt had Jo Poe in the part and Kay Heart as ...": by its maker's name, another work than the one at hand
_MAKERS_WORK = re.compile(
    r"\b[A-ZÀ-Þ][\w'’-]*\w(?:['’]s|s['’]) (?:[A-ZÀ-Þ][\w&:-]*|\d+)(?: (?:[A-ZÀ-Þ][\w&:-]*|\d+|of|the|and|in|an?|on|for|to|from|with)){0,7}?"
    r",? (?:had|has|casts?|featured|features|starred|stars|boasted|gave us|put) (?:the )?(?:[a-z-]+ ){0,2}(?=[A-ZÀ-Þ])"
)
_THERE = re.compile(r"(?:^|[;:] |\band |\by )(?:there|all[ií]|ah[ií]|en (?:ella|aquella|esa))(?: it (?:is|was))?,? (?=[A-Z])")
_LATER = re.compile(
    r"\b(?:was|fue|ser[aá]|went on to be) (?:later|next|afterwards|despu[eé]s|luego|m[aá]s tarde|m[aá]s adelante) (?:the |el |la )?[A-Z]"
)
_IN_A_TITLE = re.compile(r"[,\s]{1,2}(?:in|on|from|en|de) (?:[\"“‘«]|The [A-Z])")
_OWN_VERSION = re.compile(
    r"\b(?:made|has|had|did|filmed|shot|prepar\w+|hizo|tiene|rod[oó]|estren[oó]) (?:its|su|their|his|her) (?:own |propia )?"
    r"(?:version|versi[oó]n|take|answer|retelling)\b",
    re.IGNORECASE,
)
# "Jo Poe plays the killer, but the heart of it is Ann Bell as Kay Heart": the part is not the first actor's
_NEXT = re.compile(r", (?:but|while|whereas|although|yet|pero|mientras|aunque) [^,;]{1,80}\b(?:is|are|was|es|son|plays|interpreta)\b")
# "The screenplay comes from a magazine profile by Kay Heart": its source's author
_FROM_A_SOURCE = re.compile(
    r"\b(?:comes?|came|adapted|drawn|taken|lifted|based|sale|parte|nace) (?:from|on|de)\b[^.;]{0,30}?"
    r"\b(?:article|profile|piece|story|book|novel|memoir|podcast|play|libro|novela|art[ií]culo|obra)\b",
    re.IGNORECASE,
)
# "She wrote it in 2011": and had it printed later
_WROTE_IN = re.compile(
    r"\b(?:wrote|drafted|began|started|finished|escribi[oó]|redact[oó]|termin[oó])\b[^.;]{0,40}?"
    r"\b(?:in|en|during|since|desde) (?:\w+ ){0,2}?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_GREW = re.compile(
    r"\b(?:gr[eo]wn?|turned|expanded|lengthened|made) (?:it |this |them )?(?:out )?into (?:an?|the|her|his|their) (?:[a-z-]+ ){0,3}?"
    r"(?:book|novel|memoir)\b|\bbecame (?:an?|the|her|his|their) (?:book|novel|memoir)\b|"
    r"\b(?:convirti[oó]|ampli[oó]|creci[oó]) (?:luego |después )?(?:en|hasta) (?:un|el|su) (?:libro|novela)\b",
    re.IGNORECASE,
)
# "That HBO hit had two seasons", of the work that was named last
_THAT_WORK = re.compile(
    # "Ann Quill's previous success had ten parts"
    r"[A-ZÀ-Þ][\w'’-]*\w['’]s (?:previous|last|other|next|earlier|latest|first|second) (?:[\w-]+ ){0,2}?"
    r"(?:success|hit|series|drama|show|film|movie|miniseries|work|one)\b|"
    r"(?:^|[.;] )\W*(?:That|Aquella|Aquel) (?:[A-Z][\w+]* |[a-z]+ ){0,3}?(?:hit|series|drama|show|film|movie|serie|miniserie|pel[ií]cula)\b"
)
# "That has four parts", "That season had eight": of what was named last, and not of the work at hand, which would be "it"
_THAT_HAS = re.compile(
    r"(?:^|[.;] )\W*(?:That|that|[EÉ]s[ea]|[Aa]quella) (?:(?:first |second |last )?(?:season|run|temporada) )?"
    r"(?:has|had|ran|runs|comes|came|takes|took|lasted|lasts|stars|starred|consists|tiene|tuvo|ten[ií]a|consta|dur[oó]|dura|"
    r"se (?:rod[oó]|estren[oó]|emiti[oó]))\b"
)
# "The last became a series for Hulu", "Another of them was made into a film"
_BECAME = re.compile(
    r"(?:^|[.;] )\W*(?:the (?:first|second|third|last|latter|former|others?)|one|another|two|la (?:primera|segunda|[uú]ltima|otra)|"
    r"el (?:primero|segundo|[uú]ltimo|otro)|otr[oa])(?: of (?:them|these|those)| de ell[oa]s)? "
    r"(?:became|has become|will be|is (?:to be|becoming)|was (?:made|turned) into|was also|se convirti[oó] en|fue|ser[aá]) "
    r"(?:an?|una?)\b",
    re.IGNORECASE,
)
# "The first has eight and the other six", of two works
_ONE_OF_TWO = re.compile(
    r"\b(?:the (?:first|second|third|one|other|others)|la (?:primera|segunda|tercera|otra)|el (?:primero|segundo|otro)) "
    r"(?:tiene|tuvo|dura|dur[oó]|viene|parte|es|se|has|had|ran|runs|counts|comes|came|is|was|went)\b",
    re.IGNORECASE,
)
