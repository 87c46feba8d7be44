"""filming_location: supported where on record; a place that is not on record contradicts only a whole list, or as the place of the whole.

Lists of locations are seldom whole, so absence is an amber note. Two things exclude more: a list on record that is complete by country and
region, and a sentence that has the whole work filmed in one place while the record has it filmed somewhere else altogether.
"""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.folding import fold, to_ascii, words
from pipeline.records.likeness import Likeness
from pipeline.records.place_names import are_in_one_region, compare_places
from pipeline.verdicts.comparison import NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.seasons import facts_of_season


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """A place on record, one that holds it, or one within it; "all of it" in one of several on record is a matter of degree."""
    del context
    facts = facts_of_season(claim, show.facts_of("filming_location"))
    if not facts:
        return NO_RECORD
    place = str(claim.object.get("value", ""))
    found = [compare_places(place, str(f.value)) for f in facts]
    right = f"was filmed in {list_values([str(f.value) for f in firm(facts)])}"
    whole = _is_of_the_whole(claim, place)
    if Likeness.SAME in found:
        elsewhere = tuple(f for f, likeness in zip(facts, found, strict=True) if likeness is Likeness.FAR and not f.disputed)
        if whole and elsewhere:
            return Comparison(Grade.NEAR, elsewhere, failed=("degree",), right=right)
        return Comparison(Grade.MATCH, (facts[found.index(Likeness.SAME)],), "value", right=right)
    if Likeness.NEAR in found or Likeness.FAR not in found or any(_is_short_for(place, str(f.value)) for f in facts):
        return Comparison(Grade.NEAR, facts[:1], failed=("place_near",), right=right)
    if whole and set(found) == {Likeness.FAR} and not _names_one(claim.sentence, facts):
        return Comparison(Grade.FAR, firm(facts), "value", right=right)
    failed = _find_open(claim, place, facts) if "filming_location" in show.complete else []
    if _holds_one(claim.sentence, place, facts):
        failed.append("place_near")
    known = Likeness.UNCLEAR not in found
    return Comparison(Grade.ABSENT, firm(facts), "complete", failed=tuple(failed), right=right, amber=known)


def _find_open(claim: Claim, place: str, facts: tuple[Fact, ...]) -> list[str]:
    """What a whole list does not exclude: a spot in a region on record, and a place of which it is not said in so many words."""
    failed = []
    if any(are_in_one_region(place, str(f.value)) for f in facts):
        failed.append("place_near")
    if not _says_filmed_there(claim, place):
        failed.append("explicit")
    return failed


def _is_short_for(place: str, recorded: str) -> bool:
    """ "Santiago", of Santiago de Compostela, is not the one in Chile."""
    told = set(words(place))
    return bool(told) and told <= set(words(recorded))


_FILMED = re.compile(
    r"\b(?:(?:filmed|shot|lensed|captured|filming|shooting|shoot|photography|production|crews?|cameras?|rolled|made|location work|"
    r"took place|happened|decamped|(?:scenes?|interiors?|exteriors?|work|rest) (?:was|were) (?:done|finished|completed)|additional work|"
    r"rodaje|rod[oó]|rodaron|rodad[oa]s?|film[oó]|filmaron|filmad[oa]s?|grab[oó]|grabaron|grabad[oa]s?|grabaci[oó]n|camaras)\b"
    r"[^.;:?!]{0,70}?|(?:locations?|filmed|shot|rodaje|lugar(?:es)? de rodaje|localizaciones): [^;:?!]{0,60}?)"
    r"(?:\b(?:in|at|around|near|on|outside|inside|to|across|of|and|between|en|por|entre|de|y|a)|,|:)(?: the| la| el)?(?: [a-z-]+)? "
    r"(?:[A-Z][\w' ]+, )?$",
    re.IGNORECASE,
)
_ANSWER = re.compile(  # to "where was it filmed?"
    r"^(?:A: )?(?:[A-Z][a-z]+ (?:in|en) |In (?:and around )?|En )(?:[A-Z][\w' ]+(?:, | and | y ))?$"
)
_TURNS = re.compile(
    r"\b(?:play(?:s|ed|ing)?|doubl\w+|stand\w* in|stood in|stand-ins?|pass\w* (?:for|as)|posing|for|as|like|instead|rather|in place of|"
    r"away from|set in|sets? of|takes? place|occur\w*|unfold\w*|premiere\w*|begin\w*|begun|hope[sd]?|want\w*|plan\w*|consider\w*|not|never|"
    r"but|though|although|while|where|whose|lived?|moved?|born|scenes? in|action|events?|"
    r"hace|hizo|hacen|doble|como|aunque|pero|donde|ambient\w+|transcurr\w+|no|nunca|estren\w+)\b|n't\b",
    re.IGNORECASE,
)


def _says_filmed_there(claim: Claim, place: str) -> bool:
    """Does a word for filming lead straight to the place, with nothing between that says what it plays, or when it may be?"""
    sentence, named = claim.sentence, to_ascii(place)
    at = sentence.find(named)
    if at < 0 or _LATER.search(sentence):
        return False
    lead = _FILMED.search(sentence[max(0, at - 120) : at])
    straight = lead is not None and not _TURNS.search(lead[0])
    answers = not claim.pattern.startswith("slot.") and bool(_ANSWER.match(sentence[:at]))
    return straight or answers or bool(_STANDS_IN.match(sentence, at + len(named)))


_LATER = re.compile(
    r"\b(?:will|next (?:year|summer|spring|autumn|fall|winter|month|season)|season (?:two|2|three|3)|second season|segunda temporada)\b",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(
    r"(?:, [A-Z][\w' ]+)?,? (?:which )?(?:doubl(?:es|ed|ing) (?:up )?(?:for|as)|st(?:ands?|ood) in for|standing in for|hizo de|hace de)\b"
)


_WORK = (
    r"(?:series|show|film|movie|drama|miniseries|season|shoot|production|project|thing|lot|of it|serie|pelicula|miniserie|temporada|rodaje)"
)
_WHOLE = re.compile(
    rf"\b(?:entirely|exclusively|solely|wholly|in full|in its entirety|from (?:start|beginning) to (?:finish|end)|throughout(?! [<\d])|"
    rf"all of it|all (?:of )?(?:the|its|\d+|[a-z]+) (?:episodes|scenes|parts|chapters)|every (?:single |last )?(?:scene|shot|frame|minute|"
    rf"second|episode|exterior)|(?:whole|entire|complete) (?:[a-z-]+ )?{_WORK}|the whole(?= (?:was|is|in)\b)|never left|"
    rf"integramente|enteramente|exclusivamente|por completo|en su totalidad|de principio a fin|de cabo a rabo|"
    rf"tod[oa] (?:la|el) (?:[a-z]+ )?{_WORK}|(?:la|el) {_WORK} (?:enter|complet)[oa]|todas las escenas|todos los (?:episodios|capitulos)|"
    rf"(?:nunca|no) salieron de)\b"
)
_PART = re.compile(
    r"\b(?:almost|nearly|not|mostly|mainly|largely|partly|primarily|chiefly|some|also|part|half|much|rest|remainder|virtually|practically|"
    r"pretty much|more or less|except|besides|originally|planned|supposed|meant|casi|no se|parte|mayor(?:ia)?|sobre todo|"
    r"principalmente|tambien|excepto|salvo)\b"
)
_OTHER_CLAUSE = re.compile(r"[;:,.]|\b(?:but|while|though|although|where|pero|aunque|mientras|donde)\b|\b(?:and|y) (?!around|in\b|[A-Z])")


def _is_of_the_whole(claim: Claim, place: str) -> bool:
    """Does the clause that names the place say that all of the work was filmed there, and nothing in the sentence cut it down?"""
    sentence, named = claim.sentence, to_ascii(place)
    at = sentence.find(named)
    if at < 0 or claim.polarity == "negated" or _PART.search(fold(sentence)):
        return False
    end = at + len(named)
    between = (sentence[min(m.end(), end) : max(m.start(), at)] for m in _WHOLE.finditer(sentence.lower()))
    return any(not _OTHER_CLAUSE.search(text) for text in between)


def _holds_one(sentence: str, place: str, facts: tuple[Fact, ...]) -> bool:
    """ "In Alba, in the Italian hills", of Alba on record: is the place told as what one on record lies in?"""
    told = fold(sentence)
    heads = "|".join(re.escape(fold(re.split(r"[,;()/]| and ", str(f.value))[0])) for f in facts)
    bare = re.escape(fold(place))
    return bool(re.search(rf"\b(?:{heads}) (?:in|en|on|of|de|inside|dentro) (?:the|el|la|los|las) (?:[a-z]+ )?{bare}\b", told))


def _names_one(sentence: str, facts: tuple[Fact, ...]) -> bool:
    """Does the sentence name a place on record beside, or a piece of its name? Then the whole is said of both."""
    told = fold(sentence)
    pieces = (fold(piece) for f in facts for piece in re.split(r"[,;()/]| and ", str(f.value)))
    return any(re.search(rf"\b{re.escape(piece.strip())}\b", told) for piece in pieces if len(piece.strip()) > 2)
