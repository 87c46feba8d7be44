"""Is it a true story? What a question asks about the truth of the story, and what a short answer says to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import re2

from pipeline.claims.entities import Sentence

Asked = Literal["true", "all true", "fiction", "any fiction", "documentary", "untrue"]
Reply = Literal["yes", "partly", "not quite", "no"]
ALL = 100  # per cent
SHORT = 90  # characters behind a yes or no in which it may be cut down: "No, but ..."


@dataclass(frozen=True, slots=True)
class Answer:
    """``start`` and ``end`` are typed offsets; ``entirely``: the answer itself says that all of it is so."""

    reply: Reply
    start: int
    end: int
    entirely: bool


# --- what is asked --------------------------------------------------------------------------------------------------

_KIND = (
    r"(?:series|show|drama|film|movie|story|plot|thriller|biopic|miniseries|programme|tale|thing|serie|miniserie|pelicula|historia|trama)"
)
_IT = (
    rf"(?:it|this|that|(?:any|all|much|most|some|none|every word) of (?:it|this|that|the {_KIND}|<S\d+>)|everything(?: in it)?|"
    rf"(?:the|this|la|esta) (?:[a-z0-9-]+ ){{0,3}}{_KIND}|(?:<O\d+>(?:'s)? )?[\"']?<S\d+>)"
)
_ASKS = (
    r"(?:^|[.:;,~\"'(-] ?|\b(?:so|but|and|then|first|y|pero) )(?:is|was|did|does|are|how much of|how true is|can) "
    rf"[\"']?{_IT}[\"']? ?"
)
_PADDING = (
    r"(?:[a-z]+ly |even |all |then,? |count as |be called |qualify as |based (?:up)?on |rooted in |taken from |on <O\d+> |inspired by |"
    r"an? |the |any |some |in any way )*"
)
_TRUE_WORDS = (
    r"(?:true|real(?: (?:story|events|life|case|crime|thing|incident|murder)s?|,|\?|\b-life)|actual events|happen(?:ed)?\b|take place\b|"
    r"fact\b|facts\b|accurate|historical)"
)
_MADE_UP = r"(?:fiction(?:al)?\b|fictitious|invent(?:ed|ion)\b|made[- ]up|imaginary|fantasy|make-believe)"
_END = r"[^?]{0,50}\?[\"')]*$"
_DOCUMENTARY = re2.compile(
    rf"{_ASKS}(?:an? |really |actually |then )*(?:documentary|docuseries)\b{_END}|\bes (?:<S\d+> )?un documental{_END}"
)
_FICTION = re2.compile(
    rf"{_ASKS}{_PADDING}(?:work of |piece of |pure )?{_MADE_UP}{_END}|\bit(?:'s| is) (?:all |just |entirely )?{_MADE_UP}{_END}|"
    rf"\b(?:es|esta|era) (?:todo |toda |<S\d+> |una? |la (?:historia|serie|trama) )*(?:inventad[oa]|invento|ficcion|ficticia){_END}"
)
_TRUTH = re2.compile(
    rf"{_ASKS}{_PADDING}{_TRUE_WORDS}{_END}|"
    rf"\b(?:it(?:'s| is)|this is) (?:all |really |then )*(?:an? )?true(?: story| one)?{_END}|"
    r"\b(?:esta (?:basada|inspirada) en (?:algun |un |una )?"
    r"(?:hechos? (?:reales|veridicos?)|historia real|casos? real(?:es)?)|"
    r"es (?:una historia real|un caso real|real|verdad|cierto|veridica)|(?:ocurrio|paso|sucedio) (?:todo )?(?:de verdad|realmente|"
    r"en realidad)|"
    rf"hechos reales){_END}|^[\"'(]?(?:so,? |but )?(?:an? )?(?:true story|based on (?:an? )?(?:true story|real events|real life)|"
    r"inspired by (?:true|real) events),?(?: then)?\?"
)
_UNTRUE = re2.compile(
    rf"\b(?:it's|it is|it was|<S\d+> is) not (?:really |actually )?(?:an? )?(?:true|real)(?: story)?{_END}|"
    rf"\b(?:nothing|none of it|it never|none of this) (?:really |actually |is |was )*(?:happened|true|real|based on){_END}"
)
# another thing is asked, or more than one: "is it true that ...", "fact or fiction?", "is it true, and who plays whom?"
_OTHERWISE = re2.compile(
    r"\b(?:true|verdad|cierto|real) (?:that|que|to)\b|\b(?:happen(?:ed)?|take place) (?:in|at|on) |\bor\b|\bo (?:ficcion|no|inventad)|"
    r"(?:, | and | y )(?:who|what|where|when|which|how|why|is|was|did|does|will|quien|donde|cuando|que|cual)\b[^?]*\?[\"')]*$"
)
_ENTIRELY = re2.compile(
    r"\b(?:all of (?:it|this|that)|everything|in every detail|every word|entirely|completely|100|totally|wholly|all true|todo)\b"
)
_ANY = re2.compile(r"\b(?:any|some) of (?:it|this|that)\b")


def read_question(typed: str) -> Asked | None:
    """What a sentence asks about the truth of the story; None where it asks nothing, another thing, or several."""
    if "?" not in typed[-3:]:
        return None
    for pattern, asked in ((_UNTRUE, "untrue"), (_DOCUMENTARY, "documentary"), (_FICTION, "fiction"), (_TRUTH, "true")):
        found = pattern.search(typed)
        if found is None or _OTHERWISE.search(found.group()):
            continue
        if asked == "true" and _ENTIRELY.search(typed):
            return "all true"
        if asked == "fiction" and _ANY.search(typed):
            return "any fiction"
        return asked  # type: ignore[return-value]  # a literal from the table above
    return None


# --- what is answered -----------------------------------------------------------------------------------------------

_FILLER = (
    r"(?:well|oh|ok|okay|so|but|and|in short|in a word|in fact|in truth|actually|honestly|frankly|(?:perhaps |not )?surprisingly|amazingly|"
    r"incredibly|astonishingly|shockingly|remarkably|sadly|unfortunately|fortunately|thankfully|luckily|happily|alas|regrettably|"
    r"believe it or not|like it or not|as it happens|as it turns out|it turns out|turns out|spoiler(?: alert)?|guess what|"
    r"brace yoursel(?:f|ves)|(?:i|we)(?:'m|'re| am| are) (?:afraid|sorry to say|happy to (?:say|report))|to be honest|simply put|"
    r"put simply|(?:the )?(?:short |simple |brief |honest )?answer(?:, [a-z ]{1,25},)? is(?: an?)?"
    r"(?: (?:resounding|simple|firm|clear|flat|definite|big|plain|loud|emphatic))*|(?:the )?short answer|apparently|for the most part|"
    r"at (?:its |the )?(?:core|heart)|in (?:outline|essence|"
    r"the main|substance)|broadly|essentially|basically|largely|mostly|pues|bueno|en resumen|por increible que parezca|"
    r"aunque parezca mentira|aunque cueste creerlo|por desgracia|lamentablemente|desgraciadamente|afortunadamente|sorprendentemente|"
    r"la respuesta (?:corta |breve )?es(?: que)?(?: un)?(?: (?:rotundo|simple|claro))?|en lo esencial|en esencia)"
)
_LEAD = rf"^[\"'(]*(?:(?:a|r|answer|respuesta|verdict|veredicto)[.:] ?)?(?P<own>(?:{_FILLER}\b[,:;!]*(?: ?[~-])? (?:because |for )?)*)"
_STOP = r"(?:$|[.,;:!)\"'~-]| -| ~)"
_NOW = r"(?:(?:really|certainly|most certainly|sure|surely|absolutely|definitely|very much|indeed|all|totally) )*"
_PARTLY = (
    r"(?:partly|partially|sort of|kind of|in part|to some extent|up to a point|only up to a point|somewhat|(?:only )?loosely|more or less|"
    r"(?:quite )?a lot of it|a (?:good|great) deal(?: of it)?|much of it|most of it|some of it|parts of it|yes and no|no and yes|"
    r"a bit of both|both|half|in places|en parte|a medias|mas o menos|si y no|solo en parte|almost|(?:very )?largely|mostly|broadly|"
    r"en lo esencial)"
)
_NOT_QUITE = (
    r"(?:not (?:really|exactly|quite|entirely|wholly|all of it|everything|completely|strictly|precisely|altogether|a hundred)|hardly|"
    r"(?:strictly|technically)(?: speaking)?,? no|no exactamente|no del todo|no todo|no enteramente|no exactamente)"
)
_PLAIN_YES = (
    rf"(?:(?:oh )?(?:yes|yep|yup|yeah)\b[^,.;!]{{0,40}}|si{_STOP}|you bet(?: it (?:is|was|did|does))?{_STOP}|"
    rf"(?:it|they|this|that|everything|lo) {_NOW}(?:is|does|did|was|were|are|has|es|esta|fue)"
    rf"(?: (?:indeed|really|actually|all|true|real))*{_STOP}|"
    r"it happened\b|it all happened\b)"
)
_PIECE = r"(?:word|bit|scene|minute|frame|second|detail|moment|line|part)"
_SURE = (
    r"(?:absolutely|indeed|very much so|[a-z]+ly so|completely|certainly|definitely|of course|totally|entirely|undoubtedly|"
    r"without (?:a )?doubt|"
    r"no doubt(?: about it)?|correct|affirmative|true|exactly|that's right|right|too true|for sure|"
    rf"every (?:single )?(?:last )?{_PIECE}(?: of it)?|all of it|everything|<N\d+> ?(?:%|percent|per ?cent)|"
    r"one hundred per ?cent|word for word|from (?:start to finish|beginning to end|first to last)|to the letter|"
    r"asi es|claro(?: que si)?|por supuesto|desde luego|efectivamente|en efecto|totalmente|completamente|sin duda(?: alguna)?|ya lo creo|"
    r"correcto|cien por cien|tal cual|de principio a fin)(?:$|[.!)]|,? (?:it (?:is|does|did|was)|yes|si)\b)"
)
_NO = (
    rf"(?:(?:no|nope|nah)(?:{_STOP}|,? (?:it|this|that) (?:(?:is|was|did|does)n't|(?:is|was|did|does) not)\b)|"
    r"(?:not at all|not in the (?:least|slightest)|not even (?:close|remotely|a (?:little|bit))|not remotely|"
    r"not (?:a|one) (?:single )?(?:word|scene|bit|shred|scrap|jot|minute|frame)(?: of (?:it|truth))?|not so|far from it|"
    r"none of it(?: is| was| did| happened)?|nothing(?: of (?:it|the (?:kind|sort)))?|by no means|"
    r"(?:absolutely|definitely|certainly|of course|decidedly|most certainly) not|not a chance|no chance|no way|never(?: happened)?|"
    r"it (?:isn't|is not|wasn't|was not|didn't|did not|doesn't|does not)|it's not|it never (?:did|was|happened)|"
    r"they (?:did|are|were)(?:n't| not)|para nada|en absoluto|ni mucho menos|nada de eso|de eso nada|de ninguna manera|claro que no|"
    r"por supuesto que no|que va|ni (?:una (?:sola )?palabra|de lejos|por asomo)|no lo (?:es|esta|fue)|"
    r"no es (?:real|cierto|asi|verdad)|nada)"
    rf"(?:{_STOP}| (?:really|actually|happen|true|real|apparently|at all|in it)\b))"
)
_REPLIES: tuple[tuple[object, Reply], ...] = (
    (
        re2.compile(
            rf"{_LEAD}(?P<r>{_PARTLY}(?:{_STOP}| (?:true|so|real|based|because|since|as|though|but|and|at|for|of|it)\b)[^.;!]{{0,40}})"
        ),
        "partly",
    ),
    (re2.compile(rf"{_LEAD}(?P<r>{_NOT_QUITE}\b[^,.;!]{{0,40}})"), "not quite"),
    (re2.compile(rf"{_LEAD}(?P<r>{_NO})"), "no"),
    (re2.compile(rf"{_LEAD}(?P<r>{_PLAIN_YES}|{_SURE})"), "yes"),
)
_CUT_DOWN = re2.compile(
    r"\b(?:partly|partially|loosely|in part|up to a point|sort of|kind of|to (?:some|a certain) (?:extent|degree)|en parte|a medias|"
    r"hasta cierto punto|mas o menos)\b"
)
_NOT_FLATLY = re2.compile(
    r"\b(?:only|strictly|exactly|entirely|all of|every|everything|inspired|loosely|partly|solo|todo)\b|"
    r"\b(?:but|though|although|however|pero|aunque|sino)\b[^.]{0,50}\b(?:real|true|based|happened|facts?|life|events|truth|reales|hechos|"
    r"basad[oa]|inspirad[oa]|verdad)\b"
)
_WHOLE = re2.compile(
    rf"\b(?:all of it|completely|entirely|totally|everything|every (?:single )?(?:last )?{_PIECE}|one hundred per ?cent|word for word|"
    r"(?:from )?(?:start to finish|beginning to end|first to last)|to the letter|totalmente|completamente|cien por cien|tal cual|"
    r"de principio a fin|palabra por palabra)\b"
)
# "Yes, it is based on a true story": one statement, said twice
_SAYS_AGAIN = re2.compile(
    rf"^, {_IT} (?:is|was|tells|did|es|esta|cuenta|no) [^.,;:!]{{0,45}}(?:\btrue|\breal|fiction|happen|invent|made up|hechos|historia|"
    rf"ficcion)"
    r"[^.,;:!]{0,40}"
)
_TURN = re.compile(r"[.;:!]| (?:and|but|y|pero) (?!tal cual)")
_SHARE = re2.compile(r"(<N\d+>) ?(?:%|per ?cent)")


def read_answer(sentence: Sentence) -> Answer | None:
    """What an answer says; None where it evades. "Yes, in part" is "partly", "No, but ..." is "not quite"."""
    typed = sentence.typed
    for pattern, reply in _REPLIES:
        found = pattern.match(typed)  # type: ignore[attr-defined]  # re2 has no types
        if found is None:
            continue
        start = found.start(2) if found.group(1) == "" else found.start(1)
        end = found.end()
        rest = typed[end : end + SHORT].split(". ")[0]
        near = typed[start:end] + " " + _TURN.split(rest.lstrip(" ,"))[0]
        share = _SHARE.search(near)
        part = share is not None and sentence.entity_at(share.group(1)).number != ALL
        if reply == "yes" and (part or _CUT_DOWN.search(typed[start:end] + rest)):
            reply = "partly"
        elif reply == "no" and _NOT_FLATLY.search(rest):
            reply = "not quite"
        again = _SAYS_AGAIN.match(rest)
        end += again.end() if again else 0
        while end > start and typed[end - 1] in " ,;:.!)\"'~-":
            end -= 1
        return Answer(reply, start, end, reply == "yes" and bool(share or _WHOLE.search(near)))
    return None
