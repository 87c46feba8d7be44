"""Is a statement the article's own word? Verbs and nouns of saying, labels and quotation marks around it, and what takes it back."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from pipeline.claims.entities import Sentence
from pipeline.claims.nouns import PAGE, SCREEN
from pipeline.claims.patterns import MACROS, Found

_FACTIVE = (
    r"(?:learn|learns|learned|learnt|know|knows|known|knew|fact|turns out|turned out|discover|discovers|"
    r"discovered|remember|remembers|forget|"
    r"note|noting|noted|mention|mentioned|realise|realize|realised|surprise|surprised|surprising|reveal|"
    r"confirm|confirmed|clear|true|sure|means|so|now|such|"
    r"say|added|remembering|given|except|only|sabias|saber|sabe|recordar|hecho|verdad|resulta|is|es|than|out|"
    r"aware|told|secret|news|proud|everything|all|anything|something|one|"
    r"good|doubt|question|reminder|confirms|reveals|shows|obvious|important|interesting|funny|wonder|not|"
    r"ensures?|explains?|thing|proof|prove|proves)"
)
_FACT = re2.compile(rf"^{_FACTIVE}$")
_SAYING = (
    r"(?:says?|said|claims?|claimed|claiming|thinks?|thought|believes?|believed|insists?|insisted|posts?|"
    r"posted|posting|suggests?|suggested|"
    r"argues?|argued|assumes?|assumed|assuming|swears?|swore|reckons?|alleges?|alleged|states|stated|reports?|"
    r"reported|reporting|maintains?|maintained|"
    r"ha(?:s|ve|d) it that|"
    r"imagines?|imagined|supposes?|supposed|asserts?|asserted|asserting|repeats?|repeated|lists?|listed|listing|announces|announced|"
    r"dice|dicen|dijo|afirma|afirman|asegura|aseguran|cree|creen|sostiene|sostienen|cuenta|cuentan|segun)"
)
_SAYING_BEFORE = re2.compile(
    rf"(?:<[PXOW]\d+>|\b[a-z]+) (?:(?:has|have|had|will|may|still|even|also|once|then|wrongly|falsely|"
    rf"confidently) )*{_SAYING}(?:,? (?:me|us|you|him|her|that|que|how))? [^;]{{0,140}}$"
)
_OWN_VOICE = re2.compile(rf"\b(?:i|we|i'd|let's|you(?: can| could| might)?) (?:(?:can|also|still|have|would|had) )*{_SAYING}\b[^;]*$")
_NOUN_OF_SAYING = re2.compile(
    r"\b(?:claims?|rumou?rs?|myths?|theory|theories|posts?|pages?|sites?|websites?|blogs?|threads?|listings?|"
    r"listicles?|comments?|gossip|whispers?|legend|"
    r"hoax|misconception|assumption|idea|notion|belief|suggestions?|mistake|error|falsehood|chatbot|forums?|reddit|tiktok|twitter|facebook|"
    r"rumor(?:es)?|mito|bulo|paginas?|leyenda|error|confusion|confus(?:e|es|ed|ing))\b[^;]{0,140}$"
)
_REFUTES = re2.compile(
    r"^[\"' (]*(?:but |and |well,? |so |which |all of |yet )?(?:no[,.!:;]|nope|not (?:so|true|quite|exactly|"
    r"really|even|one|a|at|in)\b|none of|neither (?:is|of|was|claim|one)|nothing (?:of|in|could)|wrong|false|"
    r"untrue|incorrect|nonsense|"
    r"(?:that|this|which|those|these|they|both|all|the claim|the rumou?r|the page|the site|the post|the "
    r"listing|the idea|the story)(?:'s|'re| is| was| are| were|) ?"
    r"(?:simply |just |plainly |flatly |all |quite |also |of course |in fact |entirely |completely )*(?:not|"
    r"n't|isn't|wasn't|aren't|weren't|doesn't|does not|didn't|did not|wrong|false|untrue|incorrect|mistaken|"
    r"nonsense|"
    r"invented|made up|a mistake|an error|a myth|a mix-up|a confusion|mixes?|mixed|confuses?|confused|rubbish)\b|"
    r"it(?:'s not|'s n't| isn't| is not| wasn't| was not| didn't| did not| doesn't| does not| never| has not| "
    r"hasn't)(?:[.,;!:]|$| (?:true|so|the case|that|any|either|correct|accurate|right|happen|exist|did|"
    r"was)\b)|"
    r"actually|in (?:reality|truth|fact),? (?:it|the|there|no|he|she)\b|the (?:truth|reality|answer|facts?) "
    r"(?:is|was|are)|there (?:is|was|are|were) (?:no|never|nothing)|there's no|"
    r"correction|nobody|no one|no such|(?:i|we) (?:could|can|found|find|checked|looked|see)(?: find)? (?:no|nothing|not)|"
    r"es falso|no es (?:cierto|verdad|asi|exacto|correcto)|no lo es|no existe|no fue asi|falso|mentira|en "
    r"realidad|nada de (?:eso|esto)|eso no|tampoco es)"
)
_LABEL = re2.compile(
    r"^[\"'*( ]*(?:the )?(?:<N\d+>\W+)?(?:claim|myth|rumou?r|false|fiction|fake|wrong|misconception|what "
    r"(?:they|people|the page|some) (?:say|said|says|claim)s?|mito|bulo|falso|"
    r"dicen|se dice|question|q|theory|error|mistake|we said|an earlier version|correction|corrected)\b[^:]{0,30}[:,.-]"
)
_CORRECTS = re2.compile(
    r"\b(?:an earlier (?:version|edition) of|this (?:article|story|piece|post) (?:has been|was) (?:amended|"
    r"corrected|updated)|we (?:wrongly|incorrectly|mistakenly)|rectificacion|fe de errores)\b"
)


def doubt_voice(found: Found, sentence: Sentence, before: Sequence[Sentence], following: Sentence | None) -> list[str]:
    """Doubts by name (doubts.py); ``before`` are the earlier sentences of its block, ``following`` is the one behind it."""
    typed = sentence.typed
    left = typed[: max(found.start, min(found.trigger, found.end))]
    doubts = []
    if _is_embedded(left) or _UNREAL.search(typed):
        doubts.append("embedded")
    rest = typed[found.end :].lstrip("\"' ")
    turned = _BUT.search(rest)
    if (following is not None and _REFUTES.search(following.typed)) or (turned is not None and _REFUTES.search(rest[turned.end() :])):
        doubts.append("refuted")
    if _LABEL.search(typed) or _CORRECTS.search(typed) or (before and _CORRECTS.search(before[-1].typed)):
        doubts.append("labelled")
    if before and _INTRODUCES.search(before[-1].typed):
        doubts.append("embedded")
    if _is_quoted(found, sentence):
        doubts.append("quoted")
    return doubts


_UNREAL = re2.compile(
    r"^[\"']?(?:and |but )?(?:if|unless|had (?:it|he|she|they|the|<[A-Z])|suppose|imagine|were (?:it|the)|"
    r"si)\b|\b(?:would|might|could) have\b|\bas if\b"
)
_BUT = re2.compile(r"^[^;.]{0,60}?(?:; |, (?:but|which|yet|pero|aunque) | - |: )")
_INTRODUCES = re2.compile(
    r"\b(?:claims?|rumou?rs?|myths?|theory|theories|posts?|pages?|sites?|blogs?|threads?|listings?|comments?|"
    r"misconceptions?|mistakes?|errors?|bulos?|mitos?|rumores)\b[^.]*:$"
)


def _is_embedded(left: str) -> bool:
    that = _last_that(left[-200:])
    if (
        that is not None
        and not _FACT.search(that.strip("\"'(,"))
        and not that.startswith("<")
        and not _BEFORE_THAT.search(that)
        and not _RELATIVE_THAT.search(that)
    ):
        return True
    if _OWN_VOICE.search(left[-160:]):
        return False
    said = _SAYING_BEFORE.search(left[-200:])
    if said is not None and not _TURNS.search(said.group()):
        return True
    noun = _NOUN_OF_SAYING.search(left[-200:])
    return noun is not None and not _TURNS.search(noun.group())


def _last_that(left: str) -> str | None:
    """The word that governs the last "that" of the clause ("claims that ... and that ...": claims)."""
    parts = _THATS.split(left)
    while len(parts) > 1:
        if ";" in parts[-1] or not parts[-2].strip():
            return None
        word = parts[-2].split()[-1].strip("\"'(,")
        if word not in {"and", "or", "but", "y", "o", "it"} or len(parts) < 3:
            return str(word)
        parts.pop()
    return None


_THATS = re2.compile(r"[\"']?,? (?:that|que) ")
_RELATIVE_THAT = re2.compile(rf"^(?:{MACROS['WORKNOUN']}|{SCREEN}|{PAGE}|<[A-Z]\d+>|[a-z]+s)$")
_BEFORE_THAT = re2.compile(
    r"^(?:of|in|on|at|for|from|to|with|by|like|all|and|but|or|than|as|after|before|since|until|de|en|por|para|"
    r"con|y|lo|los|la|las|el|mas|a|al|tiene|hay)$"
)
_TURNS = re2.compile(r", (?:but|and|while|so|yet|pero|y|mientras) |; |\. ")


def _is_quoted(found: Found, sentence: Sentence) -> bool:
    a, b = sentence.to_folded(found.start), sentence.to_folded(found.end, is_end=True)
    middle = (a + b) // 2
    return any(
        q.start <= a + 1 and b - 1 <= q.end and q.start <= middle <= q.end and " " in sentence.block.text[q.start : q.end]
        for q in sentence.block.quoted
    )
