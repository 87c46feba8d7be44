"""protagonist: who the story is about, by names, number of persons and head nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.models import Claim, Fact, Show
from pipeline.records.folding import fold, words
from pipeline.records.numerals import read_counts
from pipeline.records.occupations import read_callings
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.descriptions import is_other_description
from pipeline.verdicts.origin import is_demonym
from pipeline.verdicts.outsiders import is_outsider
from pipeline.verdicts.persons import read_units
from pipeline.verdicts.seasons import facts_of_season
from pipeline.verdicts.unnamed import is_other_people

# Head nouns by what excludes what: two kin groups of different make-up cannot be one another; occupations may be held side by side.
_KIN = {
    "sister": "siblings-f", "sisters": "siblings-f", "brother": "siblings-m", "brothers": "siblings-m", "twins": "siblings",
    "siblings": "siblings", "mother": "mother", "mothers": "mother", "mum": "mother", "mom": "mother", "madre": "mother",
    "father": "father", "fathers": "father", "dad": "father", "padre": "father", "couple": "couple", "husband": "husband", "wife": "wife",
    "widow": "widow", "widower": "widower", "daughter": "daughter", "daughters": "daughter", "son": "son", "sons": "son",
    "widowed": "widow", "children": "children", "kids": "children", "hijos": "children",
    "hermanas": "siblings-f", "hermanos": "siblings-m", "friends": "friends", "cousins": "cousins", "orphan": "orphan",
}  # fmt: skip
_BLOOD = frozenset({"siblings", "siblings-f", "siblings-m", "daughter", "son"})
_OFFSPRING = re.compile(r"\b(?:siblings?|brothers?|sisters?|children|sons|daughters|hermanos|hermanas|hijos|hijas)\b", re.IGNORECASE)
_ALONE = frozenset({"widow", "widower"})
_TOGETHER = frozenset({"couple", "husband", "wife"})
_PLURAL = frozenset(w for w in _KIN if w.endswith("s")) | {"couple", "children"}
_STOP_TEXT = """
    a an the who whom whose and or of in on to for with from by at is are was be that this it its his her their he she they as after
    before into under over about one two three four five six young old former real life story una un el la los las de que y en
"""
_STOP = frozenset(_STOP_TEXT.split())


_EXPLICIT = re.compile(
    r"\bfollows?\b|\bcharts?\b|\bchronicles?\b|"
    r"\bcent(?:re|er)s? (?:on|around)\b|\bis about\b(?! \w+ty\b)|\bstory of\b|\bfocus(?:es)? on\b|\btells of\b|"
    r"\b(?:young|old|eld)est of\b|\bone of (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\bplays?\b|"
    r"\bsigue a\b|\bcuenta la historia\b|\btrata (?:de|sobre)\b|\bgira en torno\b|\brevolves? around\b|\btracks?\b",
    re.IGNORECASE,
)
_PORTRAYAL = re.compile(r"\b(?:modelled|modeled|based on|invented|fictional|real(?:-life)?|actual|genuine)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cast:
    kin: frozenset[str]
    first_kin: str | None
    counted: int | None  # as the text counts them
    number: int | None  # None: cannot be told
    names: frozenset[str]
    head: frozenset[str]  # telling words up to the first relative clause
    content: frozenset[str]
    callings: frozenset[str]


@lru_cache(maxsize=2_000)
def _read(text: str) -> _Cast:
    """The head of a description: up to its first relative clause."""
    head = re.split(r"\b(?:who|whom|whose|which|that|as|when|after|seen through)\b|[;:]|\bque\b", text, maxsplit=1)[0]
    tokens = words(head)
    names = frozenset(fold(w) for w in re.findall(r"(?<![.!?] )\b[A-ZÀ-Þ][\w’'-]+", text) if fold(w) not in _STOP and fold(w) not in _KIN)
    kin = frozenset(_KIN[t] for t in tokens if t in _KIN)
    plural = [t for t in tokens if t in _PLURAL]
    counted = next((n.value for n in read_counts(head) if not _OF.search(head, 0, n.start)), None)  # a mother of two is one
    number = counted or (2 if plural else (1 if kin or re.match(r"\s*(?:an?|una?)\b", head) or _starts_with_one_name(head) else None))
    first_kin = next((_KIN[t] for t in tokens if t in _KIN), None)
    return _Cast(
        kin, first_kin, counted, number, names, frozenset(tokens) - _STOP, frozenset(words(text)) - _STOP, frozenset(read_callings(head))
    )


_OF = re.compile(r"\b(?:of|de) $")


def _starts_with_one_name(head: str) -> bool:
    return (
        bool(re.match(r"\s*(?:[A-ZÀ-Þ][\w.’'-]*\s+){1,3}[A-ZÀ-Þ]?[\w’'-]*,\s+(?:an?|the)\b", head))
        and " and " not in head.split(",", maxsplit=1)[0]
    )


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """Far: somebody else by name, description, number or kin. A shared name or most words shared: a match. The rest cannot be told."""
    del context
    facts = facts_of_season(claim, show.facts_of("protagonist"))
    text = str(claim.object.get("value", ""))
    if not facts:
        return NO_RECORD
    if not text:
        return INCOMPARABLE
    text = _put_name_first(text)
    outsider = is_outsider(claim, text, facts, show)
    if _PORTRAYAL.search(text) and not outsider:
        return INCOMPARABLE  # who stands for whom, or is invented, is a matter of the cast list
    right = f"is about {list_values([str(f.value) for f in firm(facts)], most=1)}"
    if (
        outsider
        or _is_another_person(claim, text, show)
        or is_other_description(text, facts, show)
        or is_other_people(claim, text, facts, show)
        or _is_other_unit(claim, text, facts, show)
    ):
        return Comparison(Grade.FAR, firm(facts), "value", right=right)
    told = _read(text)
    recorded = [_read(str(f.value)) for f in facts]
    for fact, other in zip(facts, recorded, strict=True):
        if _agree(told, other):
            return Comparison(Grade.MATCH, (fact,), "value", right=right)
    if (_EXPLICIT.search(claim.quote) or claim.pattern in _OF_ONE) and (_is_other_count(text, facts) or _is_widowed_of_couple(told, facts)):
        return Comparison(Grade.FAR, firm(facts), "value", right=right)
    if any(told.names & words_of for words_of in _names_on_record(show)) or any(told.kin & r.kin for r in recorded):
        return Comparison(Grade.INCOMPARABLE, facts[:1], failed=("not_comparable",), right=right)
    if told.kin and _EXPLICIT.search(claim.quote) and all(_excludes(told, r) for r in recorded) and not _is_kin_on_record(text, show):
        return Comparison(Grade.FAR, firm(facts), "value", right=right)
    return Comparison(Grade.INCOMPARABLE, facts[:1], failed=("not_comparable",), right=right)


# patterns that describe a character on record
_OF_ONE = frozenset(f"protagonist.{name}" for name in ("described", "named", "named_from", "introduced", "is_a", "plays"))


def _is_other_unit(claim: Claim, text: str, facts: tuple[Fact, ...], show: Show) -> bool:
    """ "It follows the 91st Bomb Group", of a record that tells of the 100th and mentions no other of that number."""
    told = read_units(text)
    every = {n for f in show.facts for numbers in read_units(f"{f.value} {f.note or ''}").values() for n in numbers}
    recorded = [read_units(str(f.value)) for f in firm(facts)]
    about = claim.pattern in {"protagonist.unit", "protagonist.follows_unit"} and claim.polarity == "affirmed"
    return about and any(
        bool(kinds := told.keys() & read.keys()) and all(not told[k] & (read[k] | every) for k in kinds) for read in recorded
    )


def _put_name_first(text: str) -> str:
    """ "A nurse named Ann who lies" as "Ann, a nurse who lies"."""
    found = _NAMED.match(text)
    return f"{found[2]}, {found[1]}{found[3]}" if found else text


_NAMED = re.compile(
    r"((?:an?|una?) [^,;.:]{2,70}?),? (?:named|called|by the name of|known (?:only |simply )?as|llamad[oa]|de nombre)"
    r" (?:the |el |la )?((?:[A-ZÀ-Þ][\w.’'-]*)(?: [A-ZÀ-Þ][\w.’'-]*){0,3})(.*)$",
)
_MAIN = re.compile(
    r"\b(?:the|its|our|their|el|la) (?:(?!real|actual|other|new|second|secret)[\w-]+ (?:and )?)?(?:main character|protagonist|hero|heroine|"
    r"lead character|central (?:character|figure)|protagonista|personaje (?:principal|central)|h[eé]roe|hero[ií]na)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\b(?:one of|another|also|too|as well|both|together with|along(?:side)?|season|episode|third|first|half|"
    r"real(?:-life)? (?:hero|heroine)|unsung|"
    r"uno de|una de|otro|otra|tambi[eé]n|junto|temporada|episodio|cap[ií]tulo|not|no|rather|instead|but|sino|if|si)\b",
    re.IGNORECASE,
)


# what these read follows the words for it
_OF_MAIN = frozenset({"protagonist.main_character", "protagonist.is_main", "protagonist.we_meet"})
_OF_A_GROUP = re.compile(r"\b(?:ensemble|set of|family|generation|above all)\b")  # a line on record that more people fit than it names


def _is_another_person(claim: Claim, text: str, show: Show) -> bool:
    """ "The main character is <somebody>", who is a character or person on record for the work, and none of those whom it is about."""
    said = _MAIN.search(claim.sentence)
    name = re.match(r"(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,4}", text)
    if said is None or name is None or claim.pattern not in _OF_MAIN or _ONE_OF.search(claim.sentence) or claim.polarity == "negated":
        return False
    facts = show.facts_of("protagonist")
    if any(_OF_A_GROUP.search(str(f.value)) for f in facts):
        return False
    wanted = set(words(name.group())) - _STOP
    cast = show.facts_of("cast_member")
    played = any(wanted <= set(words(f"{f.character or ''} {f.real_person or ''}")) for f in cast)
    if not wanted or (not played and any(wanted <= set(words(str(f.value))) for f in cast)):
        return False  # the part is told by who plays it
    of = [f for f in cast if wanted & set(words(f"{f.character or ''} {f.real_person or ''}"))]
    heads = (re.split(r"\b(?:who|whom|whose|which)\b", str(f.value), maxsplit=1)[0] for f in facts)
    told = {w for head in heads for w in words(head)} | {w for f in facts for w in words(f.note or "")}
    alike = {w for f in of for w in words(f"{f.character or ''} {f.real_person or ''}")} | wanted
    known = of or any(wanted <= set(words(str(f.value))) for f in show.facts_of("real_event"))
    return bool(known) and not alike & told - _STOP


def _agree(told: _Cast, recorded: _Cast) -> bool:
    """All names stand in the record's line, and half of the telling words (six in ten where a name alone might carry it)."""
    numbers_differ = told.number is not None and recorded.number is not None and told.number != recorded.number
    if told.kin and recorded.kin and not told.kin & recorded.kin and numbers_differ:
        return False
    if told.callings and recorded.callings and not told.callings & recorded.callings:
        return False  # another trade: shared words alone make no match
    if not told.names <= recorded.content:
        return False
    shared = told.content & recorded.content
    names = {n for n in told.names if not is_demonym(n)}
    if names and told.content > names and not shared - names and not told.callings & recorded.callings:
        return False  # of what is told of the person, nothing is on record
    return len(shared) >= max(2, 0.5 * len(told.content)) or (bool(told.names) and told.names == told.content)


def _excludes(told: _Cast, recorded: _Cast) -> bool:
    """Several brothers, sisters, sons or daughters against one person of another description."""
    shared = {w for w in (told.head | told.names) & recorded.content if not is_demonym(w)}
    return (told.number or 0) > 1 and recorded.number == 1 and told.first_kin in _BLOOD and not shared


def _is_other_count(text: str, facts: tuple[Fact, ...]) -> bool:
    """ "The youngest of six siblings", of a record whose protagonists are four brothers and sisters: counted on both sides, and alone."""
    told = _count_offspring(text)
    recorded = [(_count_offspring(str(f.value)), str(f.value)) for f in firm(facts)]
    return (
        bool(recorded)
        and told is not None
        and all(r is not None and abs(told - r) > (0 if _names_each(line, r) else 1) for r, line in recorded)
    )


def _names_each(line: str, number: int) -> bool:
    """Is each of them told by name: "the four children: Arthur, Edward, Anne and Ben"?"""
    listed = re.search(r":\s*((?:[A-ZÀ-Þ][\w’'-]+(?:, | and | y )?){2,})", line)
    return listed is not None and len(re.findall(r"[A-ZÀ-Þ][\w’'-]+", listed[1])) == number


def _count_offspring(text: str) -> int | None:
    """How many siblings or children the head of a description counts; None where it counts none, or half-siblings and the dead too."""
    head = re.split(r"\b(?:who|whose|whom|which|that)\b|[:;]|\bque\b", text, maxsplit=1)[0]
    if re.search(r"\b(?:half|step|dead|late|surviving|of them|the other)\b|\b(?:two|three|four) of ", head, re.IGNORECASE):
        return None
    counted = ((n, _COUNTED_OFFSPRING.match(head, n.end)) for n in read_counts(head))
    first = next((n for n, kin in counted if kin), None)
    if first is None or re.search(r"\b(?:with|and (?:his|her))\b", head[: first.start], re.IGNORECASE):
        return None
    return first.value


_COUNTED_OFFSPRING = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}?{_OFFSPRING.pattern}", re.IGNORECASE)


def _is_widowed_of_couple(told: _Cast, facts: tuple[Fact, ...]) -> bool:
    """Somebody called widowed where the record tells of that very person as one of a couple. A death in the record opens it again."""
    if not told.kin & _ALONE or told.kin & _TOGETHER:
        return False
    own = [f for f in firm(facts) if _read(str(f.value)).content & told.names]
    return bool(own) and all(
        _read(str(f.value)).kin & {"couple"}
        and not re.search(r"\b(?:dea(?:d|th)|dies|widow|kill|murder)", f"{f.value} {f.note or ''}", re.IGNORECASE)
        for f in own
    )


def _is_kin_on_record(text: str, show: Show) -> bool:
    """Does the record speak of such kin anywhere (a sister in the plot is not nobody)?"""
    wanted = {w.rstrip("s") for w in words(text) if w in _KIN}
    every = (_IN_LAW.sub(" ", f"{f.value} {f.note or ''} {f.character or ''}") for f in show.facts)
    return any(wanted & {w.rstrip("s") for w in words(t)} for t in every)


_IN_LAW = re.compile(r"\b\w+-in-law\b", re.IGNORECASE)  # a sister-in-law is no sister


def _names_on_record(show: Show) -> list[frozenset[str]]:
    return [frozenset(words(f"{f.character or ''} {f.real_person or ''}")) for f in show.facts_of("cast_member")]
