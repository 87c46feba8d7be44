"""What stands in the sentence beside the claim: the right name next to the wrong one, a negation that is not there.

Where a sentence itself names who is on record for the place, and the claimed name is nobody of the record, the reading has most likely
caught a neighbour: "Ann Roe, an Oscar winner for Iron Rain, directed it". A neighbour accuses nobody.
"""

from __future__ import annotations

import re

from pipeline.models import Claim, Show
from pipeline.records.folding import NAME, fold, put_name
from pipeline.records.likeness import Likeness
from pipeline.records.names import compare_people
from pipeline.verdicts.comparison import Comparison

_PEOPLE_RELATIONS = frozenset({"cast_member", "director", "creator", "writer", "producer"})
MAKERS = frozenset({"director", "creator", "writer"})
_NAMING = _PEOPLE_RELATIONS | {"platform"}
REFUSAL = "creator.uninvolved"  # "she turned it down" denies without a word of denial
_NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|no one|none|neither|nor|without|nothing|hardly|cannot|\w+n[’']t|"
    r"nunca|ni|tampoco|sin|jam[aá]s|nadie|ning[uú]n[oa]?)\b",
    re.IGNORECASE,
)
_INVENTS = re.compile(
    r"\b(?:fiction|fictional|fictitious|invented|inventions?|fabrications?|made[ -]up|(?:dreamt|dreamed|cooked|conjured|thought) up|"
    r"composite|created|imagination|imaginacion|cread[oa]|"
    r"amalgam|figment|product|imaginary|ficcion|invencion|ficticio|ficticia|inventad[oa]|imaginari[oa])\b"
)
_BRANDS_FILM = re.compile(
    rf"\b{NAME}(?: \w+)? (?:film|movie)\b|"
    rf"\b{NAME} (?:had|has|made|showed|aired|broadcast|ran|emiti[oó]|estren[oó]|hizo)\b[^.;]{{0,90}}?\b(?:an?|una?|un) (?:[\w-]+ ){{0,2}}?"
    r"(?:film|movie|telefilme?|pel[ií]cula)\b",
    re.IGNORECASE,
)


def _is_of_another_kind(claim: Claim, show: Show) -> bool:
    """ "The <platform> movie", "in 1993 <platform> showed a television film", of a series."""
    named = put_name(claim.sentence, str(claim.object.get("value", "")))
    return "series" in show.format and bool(_BRANDS_FILM.search(named))


_THE_BRANDS = re.compile(rf"^(?:the|la|el) {NAME} \w+")
_BESIDE_IT = 12  # letters within which a title is the name of what was said just before: "the <platform> series <T>"


def _stands_against_title(sentence: str, brand: str, show: Show) -> bool:
    """ "The <platform> series has a boss of its own, who had no part in <T>": of two works, the one that is not <T>."""
    opening = _THE_BRANDS.match(put_name(sentence, brand))
    if opening is None:
        return False
    rest = f" {sentence[opening.end() - len(NAME) + len(brand) :]} "
    return any(rest.find(f" {fold(title)} ") >= _BESIDE_IT for title in show.titles)


_NAMESAKE = re.compile(
    rf"\b(?:that|another|the other|(?:an?|the) (?:earlier|older|different|original)|(?:an?|the) (?:19|20)\d\d(?: \w+)?) {NAME}\b"
)

_EVENTS = re.compile(
    r"\b(?:the|real|actual|true) (?:events?|murders?|crimes?|killings?|incidents?|case|attacks?|disaster|abduction|trial)\b.{0,40}?\b"
    r"(?:took|take|takes|taking) place\b"
)  # where the real events took place is not where the work is set


def find_neighbours(claim: Claim, show: Show, comparison: Comparison, others: tuple[Claim, ...] = ()) -> list[str]:
    """Closed gates: "named_beside", "negation_apart", "attachment" for where the real events were, "other_work" for a namesake and for
    another channel's work that the sentence sets against this one.

    A namesake is "that <title>" or "the 1996 film <title>".
    """
    closed = []
    sentence = fold(claim.sentence or claim.quote)
    if any(_NAMESAKE.search(put_name(sentence, fold(title))) for title in show.titles):
        closed.append("other_work")
    if claim.relation == "platform" and _is_of_another_kind(claim, show):
        closed.append("other_work")
    if claim.relation == "platform" and _stands_against_title(sentence, fold(str(claim.object.get("value", ""))), show):
        closed.append("other_work")
    if claim.relation in {"setting_place", "setting_time"} and _EVENTS.search(sentence):
        closed.append("attachment")
    if (
        claim.polarity == "affirmed"
        and claim.relation in _NAMING
        and _names_the_right_one(claim, show, comparison, others)
        and not _is_plain(claim)
        and not _stands_in_one_row(claim, comparison)
    ):
        closed.append("named_beside")
    invents = claim.object.get("real_person") and _INVENTS.search(fold(claim.quote))  # the denial that anybody stood behind a character
    if claim.polarity == "negated" and not _NEGATION.search(claim.quote) and not invents and claim.pattern != REFUSAL:
        closed.append("negation_apart")
    return closed


_MADE_BY = r"\b(?:co-)?(?:directed|created|devised|written|penned|scripted|steered|helmed)(?: and [a-z]+)? by (?:the |[a-z'-]+ ){0,4}"
_GOES_ON = r"(?=[.,;:)]|$| (?:and (?:it|the|was|is|stars?|tells?|set)|who|in|for|on|but|together|alongside)\b)"
_MADE = (
    r"(?:, (?:who|the|an?) [^,;.]{1,60},)? (?:wrote and |created and |co-)?(?:directed|created|devised|wrote|helmed) "
    r"(?:the|it|this|all|every|each)\b"
)
_ROLE = r"(?:co-)?(?:creators?|directors?|(?:head |lead |screen)?writers?|showrunners?|creadora?|directora?|guionista)"
_IS_MAKER = rf" (?:is|was|are|es|fue) (?:also )?(?:the|its|el|la|su) (?:sole |only )?{_ROLE}\b"
_MAKER_IS = (
    rf"\b(?:(?:the|its|el|la|su) (?:sole |only )?{_ROLE}(?: of the (?:series|show|film|drama|project))?|"
    rf"brains? (?:of|behind) [^,;.]{{1,25}}) "
    r"(?:is|was|es|fue)(?: listed as| credited as| none other than)? $"
)
_REST = (
    r"(?:rest|others?|remainder|other half|(?:other|remaining|closing|last|final) (?:\w+ )?(?:\w+)|resto|otra mitad) "
    r"(?:(?:was|were|is|are) )?(?:(?:handed|given|left|going|went|goes|go|fell|entrusted) to|(?:directed|written|taken|helmed) by|by|"
    r"cosa de|a cargo de|de)"
)
_SHARED = (
    rf"\b(?:{_REST}|(?:split|shared|divided) (?:\w+ )?(?:between|by|among)|"
    r"shar(?:ed|es|ing) (?:the job|the direction|directing(?: duties)?|the writing|the scripts|them|it|the credit) with|"
    r"one of the directors; another is|(?:direcci[oó]n|guion|guiones|escritura) (?:\w+ )?"
    r"(?:estuvo|corri[oó]|estuvieron|corrieron) a cargo de|"
    r"(?:dirigid|cread|escrit|guionizad)[oa]s? (?:\w+ )?por) $"
)
_FIRST_ON = r"\b(?:premiered|debuted|(?:first )?aired|launched) (?:first )?on "
_BEFORE_MOVING = r"[^.;]{0,40}? before (?:it )?(?:moving|moved|being|switching|transferring|going|landing)\b"


def _is_plain(claim: Claim) -> bool:
    """Do plain words join the cue and the name, so that the right name beside it stands for something else?

    "The rights were Ann Roe's, but the script was written by Kay Heart": no neighbour was caught. "By Iron Rain winner Ann Roe" would be
    one, and a title that looks like a name ("Ann Roe, who wrote Kay Heart, created it") as well.
    """
    value, sentence = re.escape(str(claim.object.get("value", ""))), claim.sentence
    if claim.relation == "platform":
        return bool(re.search(_FIRST_ON + value + _BEFORE_MOVING, sentence))
    if claim.relation == "cast_member":
        return False
    before, _, behind = sentence.partition(str(claim.object.get("value", "")))
    if re.search(_MAKER_IS, before, re.IGNORECASE) or re.search(_SHARED, before, re.IGNORECASE):
        return True
    return bool(
        re.match(_IS_MAKER, behind, re.IGNORECASE)
        or re.search(_MADE_BY + value + _GOES_ON, sentence)
        or re.match(r"\W*" + value + _MADE, sentence)
    )


SURE = 0.95  # likelihood from which names of one row are taken to have made the same
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de |del |la |von |van )?[A-ZÀ-Þ][\w.'’-]*){1,3}"
_ROW = re.compile(
    rf"(?P<first>{_NAME}(?:, {_NAME}){{0,5}})(?:, [^,;.]{{1,50}},)?,? (?:and|y|e|&) (?:(?:by|de|por) )?"
    rf"(?:(?:the|his|her|fellow|el|la) (?:[\w'’-]+ ){{0,3}}?)?(?P<last>{_NAME})"
)


def _stands_in_one_row(claim: Claim, comparison: Comparison) -> bool:
    """ "Created by Ann Roe, Jo Poe and Kay Heart": whoever is on record stands in one row with the claimed name, for the same work of both.
    A row has an "and", maybe with a few words on its last name: "Ann Roe, Iron Rain's ..." is none."""
    if claim.relation not in MAKERS or (claim.likelihood or 0.0) < SURE:
        return False
    holders = {str(f.value) for f in comparison.facts if isinstance(f.value, str)}
    rows = ({*m["first"].split(", "), m["last"].rstrip(".")} for m in _ROW.finditer(claim.sentence))
    return any(str(claim.object.get("value", "")) in row and holders & row for row in rows)


def _names_the_right_one(claim: Claim, show: Show, comparison: Comparison, others: tuple[Claim, ...]) -> bool:
    """The sentence names a holder on record; the claimed value is nobody on record, or the holder stands behind the part. A holder whom
    the sentence gives another part is no neighbour."""
    sentence = f" {fold(claim.sentence or claim.quote)} "
    value = str(claim.object.get("value", ""))
    known = {fold(str(f.value)) for f in show.facts if f.property in _NAMING}
    holders = {fold(str(f.value)) for f in comparison.facts if isinstance(f.value, str)} - {fold(value)}
    beside = {h for h in holders if h and f" {h} " in sentence} - _find_cast_otherwise(claim, others)
    if not beside:
        return False
    if fold(value) not in known and not (claim.relation == "cast_member" and any(_is_slip(value, k) for k in known)):
        return True
    character = fold(str(claim.object.get("character", "")))
    return bool(character) and any(f" {character} {holder} " in sentence for holder in beside)


def _find_cast_otherwise(claim: Claim, others: tuple[Claim, ...]) -> set[str]:
    """Folded names of the actors to whom the same sentence gives other parts, in so many words."""
    part = fold(str(claim.object.get("character", "")))
    told = (o for o in others if part and o.relation == "cast_member" and o.sentence == claim.sentence and o.polarity == "affirmed")
    return {fold(str(o.object["value"])) for o in told if "value" in o.object and fold(str(o.object.get("character", part))) != part}


def _is_slip(value: str, known: str) -> bool:
    """Somebody on record, misspelt."""
    return compare_people(value, known) is Likeness.NEAR
