"""What is never strong enough to contradict, whatever the signs together weigh (confidence.py), and when the slot model may overrule that.

The words around a statement raise doubts whose it is and of which work; the slot model, which reads the whole sentence and is asked about
one work alone, knows better where it is sure. On articles about works that it had not seen, three in four of the doubted statements of
which it was sure were the article's own falsehoods about this work where another work stood nearer, and four in five where they seemed
somebody else's word. The rest held a word for saying, or turned to the other work in words: such are barred all the same.
"""

from __future__ import annotations

import re

from pipeline.models import Claim
from pipeline.records.folding import NAME, put_name
from pipeline.verdicts.anchors import is_anchored

VOICES = ("embedded", "refuted", "labelled", "quoted")  # doubts whether it is the article's own word
LEAST_SEEN = 0.2  # likelihood under which a pattern's finding accuses nobody: by new writers, half of such accusations were wrong
# ... but where one of these was stated of the work in so many words and nothing raised a doubt: 34 in 39 were right on all texts,
# and what misread the others was mended
PLAIN_ENOUGH = frozenset({"episode_count", "setting_place", "setting_time", "creator", "platform"})
SURE, HEARD = 0.95, 0.03  # likelihood of the reading, and at most of its being somebody else's word, that overrule a doubt
SURE_OF_WORK = 0.97
NOT_OWN = 0.9  # likelihood from which what is affirmed is taken for somebody else's word, or for denied


def is_barred(claim: Claim) -> bool:
    """Is it never strong enough, whatever the weights? Each of these alone bars it:

    - a denial that is read by likelihood alone, but for that of a portrait;
    - another work stands nearer, and the slot model is not sure that it is said of this one;
    - it may hang on something else in the sentence, and the slot model has not found it;
    - the slot model takes the words for something else, and they do not say it plainly of this work;
    - the words hold a denial of their own;
    - it is denied of a part only, or for another work or channel than this;
    - it only may come to be, is said of "that one", or is what pages list;
    - the slot model takes it for somebody else's word, or for denied;
    - it is said of a namesake;
    - it is on many works at once, on the part that a prize was for, or a source that a headline presupposes;
    - it may be somebody else's word.

    What honest articles say of other works, of plans that came to nothing and of real events is left to the passage model (standing.py).
    """
    denied = claim.polarity == "negated" and claim.pattern.startswith("slot.") and claim.pattern != "slot.portrait"
    elsewhere = "other_work" in claim.doubts and claim.subject != "title" and not _is_surely_of_this(claim)
    astray = "attachment" in claim.doubts and not claim.likelihood
    unseen = claim.likelihood is not None and claim.likelihood < LEAST_SEEN and not _is_plain(claim)
    within = claim.polarity == "affirmed" and bool(_DENIES.search(claim.plain or claim.quote))
    partly = claim.polarity == "negated" and (bool(_PARTLY.search(claim.sentence)) or _is_denied_elsewhere(claim))
    open_ = any(build.search(claim.sentence) for build in (_MAY_BE, _THAT_ONE, _LISTED))
    heard = claim.polarity == "affirmed" and (claim.against or 0.0) >= NOT_OWN
    beside = bool(_OF_MANY.search(claim.sentence)) or _is_of_a_prize(claim) or (claim.pattern == "slot.basis" and claim.paragraph == 0)
    apart = "another" in claim.doubts or _may_be_of_others(claim)
    return denied or elsewhere or astray or unseen or within or partly or open_ or heard or beside or apart


_LOOSE = frozenset(
    {"creator.is_by", "creator.possessive", "creator.owned_work", "platform.ordered_for", "platform.shows"}
)  # said as readily of another


def _is_plain(claim: Claim) -> bool:
    """Do the words state it of this work and of no other, in a relation whose patterns need no second reader?"""
    loose = claim.pattern in _LOOSE
    return not loose and claim.relation in PLAIN_ENOUGH and claim.polarity == "affirmed" and not claim.doubts and is_anchored(claim)


def _is_denied_elsewhere(claim: Claim) -> bool:
    """ "Jo Poe did not play Kay Heart for Hulu": somewhere else she did."""
    if claim.relation != "cast_member" or "value" not in claim.object or not claim.plain:
        return False
    _, found, behind = claim.sentence.partition(claim.plain)
    return bool(found) and bool(_THERE.match(behind))


_THERE = re.compile(r"\W{0,2}(?:for|on|at|in|opposite|para|en) (?:the |la |el )?[\"'“]?[A-Z0-9]")


def _is_of_a_prize(claim: Claim) -> bool:
    """ "robbed of an Emmy as Kay Heart": the part that the prize was for."""
    part = str(claim.object.get("character", ""))
    return claim.relation == "cast_member" and bool(part) and bool(_PRIZE.search(put_name(claim.sentence, part)))


_PRIZE = re.compile(
    r"\b(?:oscar|emmy|globe|bafta|goya|award|prize|premio|nod|nominated|nomination)s?\b"
    rf"[^.,;()]{{0,40}}?\b(?:as|for playing|por|como) (?:the )?{NAME}",
    re.IGNORECASE,
)
# "Plenty of thrillers spring from novels", "Most dramas of this kind lean on a book"
_OF_MANY = re.compile(
    r"^\W*(?:(?:and|but|so) )?(?:a lot of|lots of|most|many|plenty of|few|la mayor[ií]a de|muchas?|muchos) (?!of (?:it|this|the)\b)[\w-]+",
    re.IGNORECASE,
)


def _may_be_of_others(claim: Claim) -> bool:
    """Is there a doubt whose word it is? "If you have not seen the ten-part series" is the article's own: where no word for saying stands,
    the slot model may overrule the doubts that rest on the words around."""
    voices = {d for d in claim.doubts if d in VOICES}
    sure = (claim.likelihood or 0.0) >= SURE and (claim.against or 0.0) <= HEARD and not _SAID.search(claim.sentence)
    return bool(voices - _OVERRULED if sure else voices)


def _is_surely_of_this(claim: Claim) -> bool:
    """Another work stands nearer ("Kay Heart, who made <T>, wrote it"), but the slot model, which is asked about this work alone, is sure,
    and no word turns to the other."""
    if (claim.likelihood or 0.0) < SURE_OF_WORK or claim.against is None or claim.against > HEARD or _TURNS_AWAY.search(claim.sentence):
        return False
    if claim.relation == "cast_member":
        character = str(claim.object.get("character", ""))
        behind = claim.sentence.partition(character.rsplit(maxsplit=1)[-1])[2] if character else ""
        return bool(character) and not _IN_ANOTHER.match(behind)
    return True


_TURNS_AWAY = re.compile(
    r"\b(?:former|latter|other (?:one|series|show|film)|another|that (?:one|series|show|film)|earlier|previous(?:ly)?|before)\b",
    re.IGNORECASE,
)
_IN_ANOTHER = re.compile(
    r"\W{0,3}(?:in|on|for|from|of|opposite|en|de) (?:the |la |el |los |las )?[\"'“‘«]?[A-Z0-9]"
)  # "as Kay Heart in <T>"
_OVERRULED = frozenset({"embedded", "refuted"})
_SAID = re.compile(
    r"\b(?:ha(?:s|ve|d) it that|says?|said|tells?|told|"
    r"wr[oi]tes?|written that|claim\w*|think|thought|believ\w+|insist\w*|rumou?r\w*|report(?:s|ed)|theor\w+|"
    r"alleg\w+|assum\w+|suppos\w+|myths?|according|heard|posts?|that (?:story|one|show|series|film)|"
    r"dice[ns]?|dijo|cree[ns]?|afirma\w*|asegura\w*|seg[uú]n|rumor\w*|cuentan?|bulo)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:not|never|nor|no) (?:taken|based|adapted|drawn|inspired|from)\b|\bneither\b", re.IGNORECASE)
_MAY_BE = re.compile(r"\b(?:could|might|may) (?:[a-z]+ )?be (?:set|shot|filmed|shown|released|based|made)\b", re.IGNORECASE)
_THAT_ONE = re.compile(r"(?:^|[.!?] )That (?:one|was|is)\b|\b(?:to|of|for|behind) that one\b")
# "Several fan pages list a biography as the source"
_LISTED = re.compile(
    r"\b(?:pages?|sites?|websites?|posts?|blogs?|wikis?|forums?|listings?|accounts?|paginas?|foros?|cuentas?) "
    r"(?:(?:still|often|now|even|do|will|aun|todavia) )?"
    r"(?:lists?|names?|gives?|credits?|cites?|attributes?|citan?|nombran?|atribuyen?|dan)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(r"\b(?:throughout|until|always|alone|only|all the|every|entire|whole|siempre|solo|todo)\b", re.IGNORECASE)
