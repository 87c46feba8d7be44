"""The turns of phrase in which lines tell of fates (fates.py), in English and Spanish, over text without accents."""

from __future__ import annotations

import re

WORD = r"[A-Z][A-Za-z'.-]{1,40}"  # bounded: "A.A.A.A..." begins anew at each letter
NAME = rf"{WORD}(?: (?:{WORD}|de|del|von|van|la)){{0,4}}"
ROW = rf"{NAME}(?:(?:, {NAME}){{0,3}},? (?:and|y|e) {NAME})?"
WHO = (
    rf"(?P<who>\b{ROW}|\b[Hh]e|\b[Ss]he|\b[Tt]hey|\bEl|\bElla|\bEllos|"
    r"\b[Tt]he (?:two )?brothers|\b[Ll]os hermanos|\b[Tt]he (?:real )?(?:killer|murderer))"
)
BETWEEN = (
    r"(?:,? (?:who|then|later|himself|herself|finally|eventually|was|were|has|had|have|been|both|really|actually|in the end|"
    r"que|luego|finalmente|ambos|fue|fueron|ha|han|sido)){0,4}"
)
# Another verb of the same people before it: "Poe got out in 2012 and died a free man".
FIRST_VERB = r"(?P<first>(?: [a-z0-9][a-z0-9-]*){1,12} (?:and|y)(?: later| then)?)?"
BE = r"(?:was|were|got|been|fue|fueron|sido)(?: (?:also|later|then|finally|eventually|both|himself|herself|finalmente)){0,2}"
PRISON = r"(?:prison|jail|custody|behind bars|la carcel|prision)"
TRIED = r"(?:caught|captured|arrested|detained|tried|convicted|charged|prosecuted|sentenced|jailed|imprisoned)"
TRIED_ES = r"(?:detenid|arrestad|capturad|juzgad|condenad|acusad|encarcelad)[oa]s?"

KIN = (
    r"(?:wife|husband|parents|mother|father|family|children|daughter|son|brother|sister|"
    r"esposa|mujer|marido|padres|madre|padre|familia|hijos)"
)

OF_PEOPLE: tuple[tuple[str, str], ...] = (
    ("execution", rf"{BE} (?:executed|hanged|put to death|beheaded|electrocuted|ejecutad[oa]s?|fusilad[oa]s?|ahorcad[oa]s?)"),
    (
        "death",
        rf"(?:died|passed away|perished|(?:took|taken) (?:his|her) own life|killed (?:himself|herself)|murio|murieron|fallecio|fallecieron|"
        rf"se suicido|se quito la vida|{BE} (?:killed|murdered|shot dead|shot and killed|gunned down|found dead|stabbed to death|"
        rf"asesinad[oa]s?|abatid[oa]s?|matad[oa]s?))",
    ),
    (
        "alive",
        r"(?:(?:is|are) (?:(?:still|very much) )?alive(?= and well\b| today\b| to this day\b|[.,;]|$)|"
        r"(?:is|are) still (?:alive|living)|still lives?|(?:today|these days|currently) lives?|"
        r"(?:lives?|living) [^,.;:]{2,40} (?:today|to this day|these days)|"
        r"(?:lives?|live) (?:quietly|happily|freely) (?:in|outside|near|on|with)|"
        r"(?:sigue|siguen|continua|continuan) (?:con vida|viv[oa]s?|viviendo)|"
        r"hoy vive[n]?|actualmente vive[n]?|vive[n]? (?:hoy|actualmente))",
    ),
    (
        "free",
        r"(?:walks free(?= today\b| again\b| to this day\b)|(?:is|are) (?:now |today |once again )?(?:a )?free "
        r"(?:man|woman|men|women|again|today)|(?:is|are) (?:now |today )?out of (?:prison|jail)|"
        r"(?:esta|estan) (?:hoy |ahora )?(?:libres?|en libertad))",
    ),
    ("died free", r"(?:died (?:as )?a free (?:man|woman)|murio (?:libre|en libertad))"),
    (
        "release",
        rf"(?:{BE} (?:released|freed|paroled|liberad[oa]s?|puest[oa]s? en libertad)|got out(?: of prison| of jail)?|left prison|"
        rf"walked free|salio de (?:la carcel|prision))",
    ),
    (
        "denial",
        rf"(?:(?:was|were|has|have|had|is) never (?:been )?(?:even )?(?P<act>{TRIED})|"
        rf"never (?:(?P<jail>spent a (?:single )?(?:day|night) in|went to|saw the inside of) (?:a )?{PRISON}(?: cell)?|"
        rf"(?P<trial>stood|faced) (?:a )?trial)|"
        rf"(?:nunca|jamas) (?:fue|fueron|ha sido|han sido) (?P<acto>{TRIED_ES}))"
        rf"(?! (?:for|of|with|by|in|on|until|again|because|as|during|after|to|at|over|por|de|con|en|hasta|a)\b)",
    ),
    (
        "sentence",
        rf"(?:{BE} (?:sentenced|given|jailed|imprisoned|condenad[oa]s?|sentenciad[oa]s?)|got|received|recibio)"
        r"(?= (?:to |for |in |a |an |la )?(?:[\w,-]+ ){0,6}?(?:life|death|years?|year|anos|cadena perpetua|muerte)\b)",
    ),
    (
        "acquittal",
        rf"{BE} (?:acquitted|found not guilty|found innocent|declared innocent|absuelt[oa]s?|declarad[oa]s? inocentes?)"
        r"(?! (?:of|on|de) )",
    ),
    ("jury verdict", rf"{BE} (?:convicted|found guilty)(?: of [a-z]+)? by a jury"),
    ("kin killing", rf"(?:killed|murdered|shot|stabbed|mato a|asesino a|mataron a|asesinaron a) (?:his|her|their|su|sus) (?P<kin>{KIN})"),
    ("arrest", rf"{BE} (?:arrested|caught|captured|detained|detenid[oa]s?|arrestad[oa]s?|capturad[oa]s?)"),
    ("served", r"(?:spent|served|paso|cumplio)(?= [\w -]{1,30}? (?:years?|decades?|anos|decadas) (?:in|behind|of|en|de|tras|for)\b)"),
)
OTHER_SUBJECT = re.compile(
    r"\b(?:who|whose|which|that|when|while|after|before|as|because|where|if|his|her|their|him|them|he|she|they|said|says|was born|"
    r"que|cuando|mientras|su|sus|donde)\b"
)
# Whom the law finds what stands behind the verb here: "the jury found him not guilty".
BY_COURT = re.compile(
    r"\b(?:jury|court|judges?|jurors|tribunal|jurado)(?: (?:later|then|finally|had))? (?:found|declared|declaro|encontro) "
    rf"(?P<who>him|her|them|{NAME}) (?P<verb>not guilty|guilty|innocent|inocentes?|culpables?)\b"
)
FOUNDED = (
    re.compile(rf"(?P<what>\b{WORD}(?: {WORD}){{0,2}}) (?:was|fue) (?P<verb>(?:co-)?founded|started|set up|fundad[oa])\b"),
    re.compile(rf"\b(?P<verb>(?:co-)?founded|founds?|set up|fundo|fundaron) (?P<what>{WORD}(?: {WORD}){{0,2}})"),
)
REAL_EVENTS = re.compile(
    r"\b(?:real(?:-life)?|true|actual|historical) (?:events?|story|case|crime|murders?|tragedy) (?:which|that) (?:[a-z]+ )?"
    r"(?:took place|happened|occurred|unfolded)\b|\b(?:hechos reales|caso real|historia real|suceso real) (?:que )?"
    r"(?:ocurri[a-z]+|sucedi[a-z]+|acontecid[a-z]+)\b|"
    r"\b[Tt]he (?:real(?:-life)?|true|actual|historical) (?P<what>events?|story|case|crash|accident|disaster|tragedy|flight|fire|siege|"
    r"murders?|killings?|crimes?|incident|kidnapping|explosion|rescue)"
    r"(?: [a-z]+){0,2}? (?P<verb>took place|happened|occurred|unfolded|took off)\b|"
    r"\b(?:[Ll]os hechos reales|[Ll]a historia real|[Ee]l caso real|[Ll]a tragedia real|[Ee]l accidente real)(?: [a-z]+){0,2}? "
    r"(?P<verbo>ocurrio|ocurrieron|sucedio|sucedieron|tuvo lugar|tuvieron lugar)\b"
)
ABOARD = re.compile(
    r" (?P<what>passengers|pasajeros|people|souls|persons|personas)(?P<board> (?:were )?(?:on board|aboard|a bordo|iban a bordo))?\b"
)
LASTED = re.compile(
    r"\b(?:siege|standoff|stand-off|ordeal|asedio|cerco|sitio) (?:had )?(?:lasted|went on for|took|duro) (?:for |only |just )?$"
)
SURVIVED = re.compile(r"\b(?:(?:were |was )?(?:rescued|found alive) after|survived(?: for)?|rescatad[oa]s tras|sobrevivieron) $")
AFTER = re.compile(r"\b(?:after|tras|despues de) $", re.IGNORECASE)
RESCUED = re.compile(r" (?:dias|days),? (?:[a-z]+ ){0,5}?(?:were|was|fueron) (?:rescued|found alive|rescatad[oa]s)\b")
DAYS = re.compile(r" (?:days|dias)\b")
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|"
    r"julio|agosto|septiembre|octubre|noviembre|diciembre|spring|summer|autumn|fall|winter|primavera|verano|otono|invierno|early|late|mid)"
)
WHEN = re.compile(rf"(?:\b(?:in|en|on|{MONTH})(?:,| of| de| del)? |, |\()(?P<year>1[0-9]{{3}}|20[0-9]{{2}})\b(?!s)", re.IGNORECASE)
ANY_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})s?\b")
OTHER_TIME = re.compile(r"\b(?:after|before|following|since|until|till|by|from|tras|despues|antes|desde|hasta)\b", re.IGNORECASE)
LEAD = re.compile(r"(?:^|[.;:] )(?P<lead>(?:[Ii]n|[Oo]n|[Ee]n|[Ee]l) (?:[A-Za-z0-9]+ ){0,3}?(?P<year>1[0-9]{3}|20[0-9]{2}),? )$")
WHERE = re.compile(rf"\b(?:in|near|outside|en|off) (?:the )?(?P<place>{WORD}(?: {WORD}){{0,2}}(?:, {WORD}(?: {WORD})?)?)")
END = re.compile(
    r"[;:!?()]|\.(?:\s|$)|, (?:and|but|which|who|while|where|y|pero|que|when)\b| (?:and|y|but|pero|while|when|mientras|cuando) |$"
)
_NO_NAME_TEXT = """
    The A An In On At By For From He She It They And But So If When While After Before Now Today Yet Real El La Los Las Ella Ellos Un Una
    En Su Sus Pero Hoy Y Cuando Tras Con His Her Their This That These Those There What Who How Why Then Later II III Jr Sr
    Police Detective Agent Officer Judge Dr Mr Mrs Ms President
"""
NO_NAME = frozenset(_NO_NAME_TEXT.split())  # capitalised words that are no part of a name
PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "el", "ella", "ellos"})
CULPRIT = re.compile(r"[Tt]he (?:real )?(?:killer|murderer)")
