"""Somebody else than those whom the work is about: a name that is on no list, or a premise of which no piece fits.

A name counts only where the record names one or a few people whom the work is about and lists a well-filled cast, of which nobody shares
a part of it or has a like surname, and where the sentence names nobody on record. No cast list is complete, and real people have birth
names and pen names: of a true story about a real person, another name counts only where what is told of it differs as a whole premise must.
A premise without a name ("a Mexican judge who takes on a cartel") must differ in two pieces at once from what the record says anywhere:
country, trade, kin, number, place. One alone may be told loosely, or be a second strand.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from pipeline.models import Claim, Fact, Show
from pipeline.records.folding import fold, words
from pipeline.records.likeness import Likeness
from pipeline.records.nationalities import read_country
from pipeline.records.numerals import read_counts
from pipeline.records.occupations import CALLINGS, read_callings
from pipeline.records.place_names import compare_places, find_places
from pipeline.verdicts.comparison import firm
from pipeline.verdicts.descriptions import are_related, read_head
from pipeline.verdicts.origin import country_code
from pipeline.verdicts.parts import WELL_LISTED
from pipeline.verdicts.persons import SOMEBODY, exclude_nations, read_nations, read_places

_NAMES = "follows narrates we_meet main_character is_main retells and_follows synopsis es_we_meet"
ABOUT = frozenset(f"protagonist.{name}" for name in _NAMES.split())  # patterns whose words say whom the work is about
LOOSELY_ABOUT = ABOUT | {"protagonist.following"}  # "a thriller about ...", of this work or of another
_GROUP = re.compile(r"\b(?:ensemble|set of|generation|each season|seasons?|above all)\b", re.IGNORECASE)  # more people fit than it names
_ALSO = re.compile(
    r"\b(?:one of|another|also|too|as well|along(?:side)?|seasons?|episodes?|third|first|second|half|(?<!-)part|strand|subplot|"
    r"storyline|chapter|"
    r"flashbacks?|not|never|rather|instead|sino|uno de|una de|otro|otra|tambi[eé]n|junto|temporadas?|episodios?|cap[ií]tulos?|parte|book|"
    r"novel|memoir|podcast|article|documentary|libro|novela|memorias|documental)\b|n't\b",
    re.IGNORECASE,
)
_TITLE = r"(?:(?:Detective|Inspector|Sergeant|Captain|Officer|Agent|Doctor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Professor|Father|Sister|Judge) )?"
_NAME = re.compile(rf"^(?:the (?:[a-z-]+ ){{1,3}})?{_TITLE}((?:[A-ZÀ-Þ][\w’'-]+ ){{1,3}}[A-ZÀ-Þ][\w’'-]+)(?=,| who\b| que\b| as\b|$)")
_LEAD = re.compile(r"\bprotagonistas?\b", re.IGNORECASE)  # who plays the part, as often as not
FULL_NAME = 2  # parts
DIFFERENCES = 2  # pieces of a premise


def is_outsider(claim: Claim, text: str, facts: tuple[Fact, ...], show: Show) -> bool:
    """Is it said to be about somebody with a full name, of whom the record knows nothing, though it knows the people well?"""
    name = _NAME.match(text)
    if name is None or claim.pattern not in ABOUT or not _is_about(claim, facts) or find_places(name[1]) or _LEAD.search(claim.sentence):
        return False
    cast = [f for f in show.facts_of("cast_member") if f.character]
    if len(cast) < WELL_LISTED or not all(re.search(r"\b[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]", str(f.value)) for f in facts):
        return False
    told = [w for w in words(name[1]) if len(w) > 2]
    if len(told) < FULL_NAME or told[-1] in _every_word(show) or _may_be_on_record(told, show):
        return False
    if _names_somebody(claim.sentence.replace(name.group(), " "), show):
        return False
    return not _is_of_a_real_person(facts, show) or _differs_wholly(_describe(text, name), facts, show)


def _may_be_on_record(told: list[str], show: Show) -> bool:
    """Is a given name one on record, or the surname another spelling of one ("Khomiuk")?"""
    people = {w for text in (*_people_texts(show), *show.characters) for w in _names(text)}
    return bool(set(told) & people) or any(Levenshtein.distance(told[-1], w, score_cutoff=LETTERS) <= LETTERS for w in people)


def _names_somebody(sentence: str, show: Show) -> bool:
    """Does it name anybody else whom the record knows, who plays one of them, or whose life it tells?"""
    titles = {w for title in (show.title, *show.titles) for w in words(title)}
    known = {w for f in show.facts for text in (f.author, f.character, f.real_person) if text for w in _names(text)}
    known |= {w for f in show.facts_of("protagonist", "cast_member") for w in _names(str(f.value))}
    return bool((_names(sentence) & known) - titles)


def _names(text: str) -> set[str]:
    """Capitalised words, folded, without titles and trades."""
    return {w for name in re.findall(r"\b[A-ZÀ-Þ][\w’'-]+", text) for w in words(name) if len(w) > 2 and w not in CALLINGS} - _NO_NAMES


_NO_NAMES = frozenset({"the", "and", "for", "his", "her", "its", "one", "two", "los", "las", "una", "who", "with", "from", "this", "that"})
LETTERS = 2  # by which two spellings of one surname differ


def _is_of_a_real_person(facts: tuple[Fact, ...], show: Show) -> bool:
    """Is one of those whom it is about real under that name, or, in a true story, not known to be invented?"""
    basis = {str(f.value) for f in show.facts_of("story_basis")}
    if not basis & {"true story", "inspired by real events"}:
        return False
    line = {w for f in facts for w in _names(str(f.value))}
    played = [f.real_person for f in show.facts_of("cast_member") if f.real_person and line & _names(f.character or "")]
    return any(set(words(person)[:1]) & line for person in played) or (not played and "true story" in basis)


def _describe(text: str, name: re.Match[str]) -> str:
    return read_head(text[name.end() :].lstrip(" ,"))


def is_other_premise(claim: Claim, text: str, facts: tuple[Fact, ...], show: Show) -> bool:
    """Is it said to be about people of whom two pieces at once are told otherwise, and nothing else is shared?"""
    head = read_head(text)
    if not _is_about(claim, facts) or not _is_of_people(head):
        return False
    return _differs_wholly(head, facts, show)


def _differs_wholly(head: str, facts: tuple[Fact, ...], show: Show) -> bool:
    line = " ".join(str(f.value) for f in facts)
    told = {w for w in words(head) if len(w) > 3 and w not in SOMEBODY and not read_country(w)}
    if told & set(words(line)):
        return False
    pieces = (_other_nation(head, facts, show), _other_calling(head, show), _other_number(head, facts), _other_place(head, show))
    return sum(pieces) >= DIFFERENCES


def _is_about(claim: Claim, facts: tuple[Fact, ...]) -> bool:
    return (
        claim.pattern in LOOSELY_ABOUT
        and claim.polarity == "affirmed"
        and bool(facts)
        and firm(facts) == facts
        and not any(_GROUP.search(str(f.value)) or f.seasons for f in facts)
        and not _ALSO.search(claim.sentence)
    )


def _every_word(show: Show) -> set[str]:
    return {w for f in show.facts for w in words(" ".join(_texts(f)))} | {w for t in show.titles for w in words(t)}


def _texts(fact: Fact) -> list[str]:
    every = (str(fact.value), *fact.fair_values, fact.author, fact.character, fact.real_person, fact.note, fact.where, fact.disputed)
    return [text for text in every if text]


def _is_of_people(head: str) -> bool:
    """ "A Mexican judge", "four sisters from Hull": an article or number, and somebody."""
    counted = any(n.start == 0 for n in read_counts(head)) or re.match(r"(?:an?|una?) ", head, re.IGNORECASE)
    tokens = [fold(w) for w in re.findall(r"[\w-]+", _BEHIND.split(head, maxsplit=1)[0])]
    return bool(counted) and bool(tokens) and any(t in SOMEBODY or t in CALLINGS for t in tokens[-2:])


_BEHIND = re.compile(r" (?:from|of|in|at|on|with|de|del|en|con|stranded|trapped|accused|caught)\b|,")


def _other_nation(head: str, facts: tuple[Fact, ...], show: Show) -> bool:
    told = {how: codes for how, codes in read_nations(head).items() if how == "is"}
    texts = [*(str(f.value) for f in facts), *_people_texts(show)]
    words_told = [w.removesuffix("-born") for text in texts for w in re.findall(r"[\w-]+", text)]
    recorded = {code for w in words_told if (code := read_country(w))}
    mentioned = {code for w in words_told if (code := country_code(w))}
    return bool(recorded) and exclude_nations(told, {"is": frozenset(recorded | mentioned)})


def _people_texts(show: Show) -> list[str]:
    return [t for f in show.facts_of("protagonist", "cast_member", "real_event") for t in _texts(f)]


def _other_calling(head: str, show: Show) -> bool:
    """A trade that nobody on record has, in a record that tells trades."""
    told = read_callings(_BEHIND.split(head, maxsplit=1)[0])
    every = {c for f in show.facts for c in read_callings(" ".join(_texts(f)))}
    return bool(told) and bool(every) and not any(c in every or any(are_related(c, other) for other in every) for c in told)


def _other_number(head: str, facts: tuple[Fact, ...]) -> bool:
    """So many sisters or friends, of a work whose record counts fewer or more; how many a line names says nothing."""
    told = next((n.value for n in read_counts(head) if n.start == 0), None)
    recorded = [_count_people(read_head(str(f.value))) for f in facts]
    return told is not None and all(counted and told not in counted for counted in recorded)


def _count_people(head: str) -> frozenset[int]:
    """ "Three Porto sisters": numbers before somebody; an age is none, nor are children whom one is a mother of."""
    return frozenset(n.value for n in read_counts(head) if not _OF.search(head[: n.start]) and _counts_somebody(head[n.end :]))


_OF = re.compile(r"\b(?:of|de|for|with|con|in|en) $", re.IGNORECASE)
_SEVERAL = re.compile(r" (?:[\w’'-]+ ){0,3}?([\w-]+s|children|men|women|people|team|crew)\b")


def _counts_somebody(behind: str) -> bool:
    several = _SEVERAL.match(behind)
    noun = fold(several[1]) if several else ""
    return noun in SOMEBODY or noun in CALLINGS or noun in {"children", "people"}


def _other_place(head: str, show: Show) -> bool:
    settings = show.facts_of("setting_place")
    told = [p for places in read_places(head).values() for p in places]
    every = _every_word(show)
    return (
        bool(told)
        and bool(settings)
        and all(compare_places(p, str(f.value)) is Likeness.FAR for p in told for f in settings)
        and not any(set(words(p.split(",", maxsplit=1)[0])) <= every for p in told)
    )
