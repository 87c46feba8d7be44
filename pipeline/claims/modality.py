"""Polarity, modality and speaker of a statement, from its clause and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

import re2

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.models import Modality, Polarity

_CLAUSE_START = re2.compile(
    r"[;:(~]|, (?:but|and|while|although|though|which|who|so|or|because|where|whose|pero|y|aunque|que|sino)\b|"
    r",? sino |(?:[a-z]+|>) (?:that|before|after|until|when) |,? "
    r"but | although | though | because |\. |, "
)
_NEGATION = re2.compile(
    r"\b(?:not|never|no|neither|nor|nobody|none|nothing|cannot|without|hardly|far from|rather than|instead of|"
    r"nunca|jamas|ni|tampoco|ninguna?|sin)\b|n't\b|\bnt\b"
)
_NOT_NEGATING = re2.compile(
    r"\bnot (?:only|just|merely|simply|least|surprisingly|to mention|everybody|everyone|all|always|entirely|"
    r"quite everything|unlike|without)\b|\bno (?:doubt|wonder|surprise|secret|less|fewer|matter|stranger|more "
    r"than|longer)\b|"
    r"\bcan(?:no|')t (?:help|wait|stop|get enough)\b|\bnone other\b|\bnothing (?:but|short)\b|\bnever "
    r"(?:fails|looked|been better)\b|\bwhy not\b|\bif not\b|\bno solo\b"
)
_HEDGE = re2.compile(
    r"\b(?:reportedly|allegedly|supposedly|apparently|presumably|purportedly|rumou?red|rumou?rs?|may|might|"
    r"could|possibly|perhaps|probably|likely|seems?|seemingly|appears?|"
    r"is said to|are said to|was said to|said to (?:have|be)|is believed|are believed|is thought|are thought|"
    r"believed to|thought to|understood to|expected to|tipped to|"
    r"i think|i believe|i gather|word is|if .{0,40} to be believed|so they say|ostensibly|listed as|unconfirmed|claimed to|about to|"
    r"al parecer|supuestamente|presuntamente|quizas?|tal vez|posiblemente|probablemente|podria|se rumorea|se dice|segun rumores|se cree)\b"
)
_MONTH = re2.compile(r"\b(?:in|since|of|by|last|next|until|from|early|late|mid|this|that|every) may\b|\bmay (?:<D\d+>|<N\d+>)")
_CONDITIONAL = re2.compile(r"^(?:if|unless|had|suppose|imagine|si)\b|\bwould have\b|\bas if\b|\bas though\b")
_DEBUNK_BEFORE = re2.compile(
    r"\b(?:contrary to|despite (?:what|the (?:claims?|rumou?rs?|reports?)|claims?|rumou?rs?|reports?)|in "
    r"spite of what|whatever you(?:'ve| have| may have)|forget what|do(?:n't| not) believe|"
    r"some (?:sites?|blogs?|pages?|articles?|outlets?|accounts?|people|listicles?|posts?|reports?|fans?|"
    r"viewers?|explainers?|guides?) (?:(?:even|also|still|will|have|wrongly|falsely|mistakenly) )*"
    r"(?:say|says|said|claim|claims|claimed|insist|list|tell|call|credit|describe|state|report|got|have it|maintain)|"
    r"(?:several|many|various|a few|other|certain) (?:fan )?(?:sites|blogs|pages|articles|outlets|posts|reports|accounts|"
    r"explainers|guides) (?:(?:even|also|still|have|wrongly|falsely|mistakenly) )*(?:say|claim|claimed|insist|"
    r"list|named?|tell|call|credit|describe|state|report)|"
    r"a fan (?:site|blog|page|post|account|wiki) (?:(?:even|also|still|has|wrongly|falsely|mistakenly) )*(?:say|claim|insist|list|name|"
    r"tell|call|credit|describe|state|report)(?:s|d|ed)?|"
    r"(?:the )?(?:myth|misconception|false claim|rumou?r|hoax|falsehood|error|mistake|fiction) (?:that|is "
    r"that|has it|going around)|it is (?:often|sometimes|wrongly|falsely|widely) (?:said|claimed|reported|"
    r"assumed|believed)|"
    r"(?:wrongly|falsely|mistakenly|erroneously|incorrectly) (?:say|says|said|claim|claims|claimed|stated?|"
    r"reported|credited|listed|described|attributed|called|identified|named|believed|told)|"
    r"you (?:may|might|will) have (?:read|heard|seen)|(?:doing the rounds|going around|circulating) "
    r".{0,40}(?:that|says)|people (?:keep )?(?:say|saying|tell|telling)|"
    r"contrariamente a|a pesar de lo que|no es cierto que|no es verdad que|es falso que|"
    r"(?:lees|leas|leiste) (?:en .{0,20})?que|algunos (?:sitios|"
    r"medios|blogs|portales) (?:dicen|afirman|aseguran|senalan)|circula|se ha dicho que|hay quien dice)\b"
)
_DEBUNK_AFTER = re2.compile(
    r"^[\"' ]*(?:(?:that|this|it|they|which|none of (?:it|that|this)|all of (?:it|that|this)|both|eso|esto|"
    r"nada de eso)(?:'s| is| are| was| were|'re| es)? (?:simply |just |plainly |flatly |all |quite |also )*"
    r"(?:wrong|false|untrue|incorrect|mistaken|not true|not so|not the case|not correct|nonsense|a myth|a "
    r"mistake|an error|rubbish|made up|invented|inaccurate|isn't true|isn't so|isn't the case|wasn't|didn't|"
    r"doesn't|"
    r"true|falso|mentira|un error|incorrecto|cierto)\b|(?:not so|wrong|false|nope|nonsense|not true|untrue|"
    r"no)\b[.!,]|they are (?:wrong|mistaken)|it (?:isn't|is not|wasn't|was not|didn't|did not|doesn't|does "
    r"not)\b|no,|es falso|falso)"
)
_SPEECH = re2.compile(
    r"\b(?:according to|segun)\b(?: @)?|\b(?:says?|said|told|tells|explain(?:ed|s)|claims?|claimed|insists?|"
    r"insisted|recall(?:s|ed)|admits?|admitted|confirmed|confirms|revealed|reveals|stated|"
    r"states|bills?|billed|describes?|described|calls?|called|noted|notes|argues?|argued|adds?|added|reports?|"
    r"reported|announced|dijo|explico|conto|afirma|afirmo|asegura|aseguro|declaro|senala|confirmo)\b"
)
_SPEAKER_BEFORE = re2.compile(
    r"(<[PXO]\d+>|\b(?:he|she|they|insiders?|sources?|fans|the (?:actor|actress|director|writer|creator|"
    r"author|star|producer|showrunner|studio|streamer|network|platform|company|credits|makers?|press|"
    r"newspaper|magazine))\b)"
    r"(?:, [^,]{1,60},)? (?:has |have |had |once |later |also |then |even |herself |himself )*(?:says?|said|"
    r"told|tells|explain(?:ed|s)|claims?|claimed|insists?|insisted|recalls?|recalled|admits?|admitted|"
    r"reveals?|revealed|"
    r"states?|stated|bills?|billed|describes?|described|calls?|called|noted|notes|argues?|argued|adds?|added|"
    r"reports?|reported|maintains?|conto|dijo|explico|afirma|asegura|ha dicho|ha contado)\b"
)
_SPEAKER_AFTER = re2.compile(
    r"(?:,|\"|') (?:says?|said|told|explain(?:ed|s)|according to|insists?|insisted|admits?|recalls?|claims?|"
    r"claimed) (<[PXO]\d+>)?|, (<[PXO]\d+>) (?:says?|said|told|explains?|explained|insists?|claims?|"
    r"claimed)\b|, (?:he|she|they) (?:says?|said|insists?|claims?)\b"
)
_ACCORDING = re2.compile(r"\b(?:according to|segun|in the words of) (?:the |el |la |its |an? )?(?:[a-z'-]+ ){0,3}(<[PXOS]\d+>)?")
# the work's own claim, or nobody's: "each episode opens by telling you that ..."
_CLAIMED = re2.compile(
    r"\b(?:(?:opens?|opened|begins?|starts?) (?:each [a-z]+ )?(?:by|with) (?:telling|swearing|claiming|"
    r"announcing|insisting|a (?:card|caption|title|claim|notice))|claims? to be|pretends? to be|swears? that|"
    r"poses? as|passes? itself off)\b[^.;]*$"
)
_BELIEVED = re2.compile(
    r"\b(?:my [a-z]+|people|many|most|everyone|everybody|viewers|fans|some|others|he|she|they|who|<P\d+>) "
    r"(?:also |still |even |may |might |will |all |seem to )*"
    r"(?:thinks?|thought|believes?|believed|reckons?|assumes?|assumed|imagines?|supposed?) [^.;]*$"
)
_DID_YOU_KNOW = re2.compile(r"^(?:[a-z]+,? ){0,3}(?:did|do) you (?:also )?(?:know|realise|realize)\b|^fun fact|^sabias que")
_QUESTION_TAIL = re2.compile(r"\?[\"')]*$")


_OUTRIGHT = (
    "contrary", "despite", "in spite", "whatever", "forget", "don't believe", "do not believe", "no es", "es falso", "a pesar", "contraria",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mode:
    """How a statement is made."""

    polarity: Polarity
    modality: Modality
    speaker: str | None


def read_mode(found: Found, sentence: Sentence, following: Sentence | None) -> Mode:
    """Polarity and modality of a finding; what the finding itself fixes is kept."""
    typed = sentence.typed
    polarity = found.polarity or ("negated" if is_negated(typed, found) else "affirmed")
    if found.modality is not None:
        return Mode(polarity, found.modality, None)
    before, around = typed[: found.start], typed[_clause_start(typed, found.start) : found.end]
    speaker = _speaker_of(sentence, found)
    if _is_debunked(typed, found, following):
        return Mode("affirmed" if found.polarity is None and polarity == "affirmed" else polarity, "debunked", speaker)
    if _asks(typed, found):
        return Mode(polarity, "question", None)
    if speaker is not None or is_quoted_speech(sentence, found) or _CLAIMED.search(before[-90:]) or _BELIEVED.search(before[-60:]):
        return Mode(polarity, "reported", speaker)
    if (
        _HEDGE.search(_MONTH.sub(" ", around))
        or _HEDGE.search(typed[found.end : found.end + 24].split(",")[0])
        or _CONDITIONAL.search(before[_clause_start(typed, found.start) :])
    ):
        return Mode(polarity, "hedged", None)
    return Mode(polarity, "asserted", None)


def is_negated(typed: str, found: Found) -> bool:
    """Is there a negation in the clause before the cue, or inside the cue?"""
    start = _clause_start(typed, found.trigger)
    window = _NOT_NEGATING.sub(lambda m: " " * len(m.group()), typed[start : max(found.trigger_end, start)])[-110:]
    count = sum(1 for _ in _NEGATION.finditer(window))
    before = typed[max(0, start - 90) : start]
    count += bool(_DENIED.search(before)) + bool(_INTERRUPTED.search(before))
    return count % 2 == 1


_INTERRUPTED = re2.compile(r"(?:\bnot|\bnever|n't|\bneither), [^,;.]{1,75}, $")  # "is not, as some believe, based on"
_DENIED = re2.compile(
    r"\b(?:not true|isn't true|not the case|no evidence|no truth in the idea|denied|denies|nobody (?:has "
    r")?claim(?:s|ed)|no es cierto|no es verdad|never (?:said|claimed)) (?:that|que) $"
)


def _clause_start(typed: str, at: int) -> int:
    """Where the clause of a position begins (at most 160 characters back)."""
    low = max(0, at - 160)
    last = low
    for found in _CLAUSE_START.finditer(typed[low:at]):
        last = low + found.end() if found.group() != ", " else last if _is_list_comma(typed, low + found.start()) else low + found.end()
    return last


def _is_list_comma(typed: str, at: int) -> bool:
    """A comma between names does not end a clause."""
    return at > 0 and typed[at - 1] == ">" and typed[at + 2 : at + 3] == "<"


def _is_debunked(typed: str, found: Found, following: Sentence | None) -> bool:
    clause = typed[max(0, found.start - 130) : found.trigger]
    before = _DEBUNK_BEFORE.search(clause)
    if before and (
        "you" not in before.group()
        or "contrary" in clause
        or "despite" in clause
        or "whatever" in clause
        or _refuted(typed, found, following)
    ):
        cue = before.group()
        outright = cue.startswith(_OUTRIGHT) or any(
            w in cue for w in ("wrongly", "falsely", "mistakenly", "erroneously", "incorrectly", "myth", "misconception", "false", "hoax")
        )
        if outright:
            return not clause[before.end() :].rstrip().endswith(",") and ", " not in clause[before.end() :].replace(">, <", "> <")
        return _refuted(typed, found, following)
    return _refuted(typed, found, following) and bool(before)


def _refuted(typed: str, found: Found, following: Sentence | None) -> bool:
    rest = typed[found.end :].lstrip(" \"'")
    if rest[:2] in {"; ", ", ", "- ", "~ "} and _DEBUNK_AFTER.search(rest[2:]):
        return True
    return following is not None and bool(_DEBUNK_AFTER.search(following.typed))


def _asks(typed: str, found: Found) -> bool:
    """Is the clause of a finding a question, or told as one ("whether it is ...")? "X plays Y, right?" asserts."""
    if _DID_YOU_KNOW.search(typed):
        return False
    if _WHETHER.search(typed[max(0, found.start - 45) : found.trigger_end]):
        return True
    tail = typed[max(found.start, found.end - 1) :]
    mark = next((i for i, c in enumerate(tail) if c in "?!;" or (c == "." and tail[i + 1 : i + 2] in {"", " ", '"'})), None)
    if mark is None or tail[mark] != "?":
        return False
    return ": " not in tail[:mark] and not tail.endswith((", right?", ", eh?", ", no?"))


_WHETHER = re2.compile(r"\b(?:whether|(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|know|tell|see) if|pregunta(?:n|s|mos)? si) [^.;,]*$")


def is_quoted_speech(sentence: Sentence, found: Found) -> bool:
    """Does the statement stand in quotation marks, in a stretch that is longer than a title?"""
    a, b = sentence.to_folded(found.start), sentence.to_folded(found.end, is_end=True)
    middle = (a + b) // 2
    return any(q.start <= middle <= q.end and q.end - q.start > 30 for q in sentence.block.quoted)


def _speaker_of(sentence: Sentence, found: Found) -> str | None:
    typed = sentence.typed
    start = max(0, found.start - 110)
    clause = typed[start : found.start]
    cut = max(clause.rfind("; "), clause.rfind(": ") if '"' not in clause else -1)
    clause = clause[cut + 1 :] if cut >= 0 else clause
    before = next(iter(reversed(list(_SPEAKER_BEFORE.finditer(clause)))), None)
    if before is not None:
        token = before.group(1)
        return sentence.entity_at(token).value if token.startswith("<") else token
    after = _SPEAKER_AFTER.search(typed[found.end : found.end + 60])
    if after is not None:
        token = after.group(1) or after.group(2)
        return sentence.entity_at(token).value if token else "somebody"
    whole = _ACCORDING.search(typed)
    if whole is not None and (whole.start() < found.start or whole.start() <= found.end + 4):
        token = whole.group(1)
        return sentence.entity_at(token).value if token else "somebody"
    return None
