"""What happened to whom, read from one line: deaths, arrests, verdicts, foundings and the like, each with person, years, places, numbers.

The same reading serves a record's real events and an article's sentences, so that the two can be held against one another. It knows a few
dozen turns of phrase in English and Spanish; what it does not know it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from pipeline.records.dates import read_years
from pipeline.records.numerals import read_numbers

# Kinds that happen once: another year is another fact. An arrest, a trial or a wedding may come twice.
ONCE = frozenset({"death", "birth", "founding", "explosion", "disappearance"})
OPPOSITES = {"conviction": "acquittal", "acquittal": "conviction"}
_NAME = r"(?:[A-Z][A-Za-z'-]+(?: (?:[A-Z][A-Za-z'.-]+|de|del|von|van|Le|II|III))*)"
_SMALL_TEXT = """
    the a an in on at by for from he she they it his her their who when while after before as and but so if then although though that this
    these those there what which once until since during because real true actual series show film detective officer
    police judge court
    president king queen prince princess sir dr mr mrs ms lord lady agent inmate teachers teacher el la los las un una en de su sus que
    cuando
    donde pero y fue
"""
_SMALL = frozenset(_SMALL_TEXT.split())
_AUX = (
    r"(?:,? (?:[a-z0-9 '-]{1,40}),|,? \([^()]{1,40}\)| (?:who|also|then|later|himself|herself|finally|"
    r"eventually|first|was|were|is|are|had|has|have|been|being|be|did|not|"
    r"never|only|really|actually|in the end|in fact|both|all|again|once|in \d{4}|fue|fueron|ha|sido|se|no)){0,6}"
)
_PERSON = rf"(?P<who>{_NAME}|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Bb]rothers|[Cc]ouple|[Pp]arents|[Hh]ermanos))"
_PASSIVE = (
    r"(?:was|were|is|are|been|be|being|got|fue|fueron)(?: (?:also|later|then|finally|eventually|both|only|not|"
    r"never|first|again|himself|herself))*"
)
_SUBJECT: tuple[tuple[str, str], ...] = (
    (
        "death",
        rf"(?:died|dies|die|whose (?:murder|death)|passed away|took (?:his|her) own life|takes (?:his|her) own "
        rf"life|killed (?:himself|herself)|"
        rf"{_PASSIVE} (?:killed|murdered|shot dead|gunned down|found (?:dead|stabbed to death|murdered)|executed|"
        rf"hanged|stabbed to death|put to death|asesinad[oa]s?|fusilad[oa])|murio|fallecio|se suicido)",
    ),
    ("birth", r"(?:was born|were born|nacio|born)"),
    ("arrest", rf"(?:{_PASSIVE} (?:arrested|detained|caught|captured|detenid[oa]s?|arrestad[oa]s?))"),
    ("acquittal", rf"(?:{_PASSIVE} (?:acquitted|cleared|found not guilty|found innocent|absuelt[oa]s?))"),
    ("conviction", rf"(?:{_PASSIVE} (?:convicted|found guilty|declarad[oa]s? culpables?|condenad[oa]s? por))"),
    ("sentence", rf"(?:{_PASSIVE} (?:sentenced|given|jailed|imprisoned|condenad[oa]s? a)\b)"),
    ("release", rf"(?:{_PASSIVE} (?:released|freed|paroled|let out)|walked free|went free|goes free)"),
    ("escape", r"(?:escaped|escapes|broke out|got away from|se fugo|escapo)"),
    ("disappearance", r"(?:disappeared|disappears|vanished|vanishes|went missing|desaparecio)"),
    ("founding", r"(?:founded|co-founded|(?:co-)?founds?(?= [A-Z])|started the company|fundo)"),
    ("marriage", r"(?:married|marry|marries|wed|se caso|se casaron)"),
    ("lawsuit", r"(?:sued|sue|sues|has sued|demando)"),
    ("fine", rf"(?:{_PASSIVE} fined)"),
    ("testimony", r"(?:testified|gave evidence|declaro en el juicio)"),
    ("explosion", r"(?:exploded|explodes|blew up|blew itself open|estallo)"),
)
_OBJECT: tuple[tuple[str, str], ...] = (
    (
        "death",
        r"(?:killed|murdered|shot dead|shot|stabbed|murder(?:s)? of|death of|killing of|murdering|killing|asesino "
        r"a|muerte de|asesinato de)",
    ),
    ("arrest", r"(?:arrested|arrest of|detuvieron a|detencion de)"),
    ("conviction", r"(?:convicted|conviction of|jury found|court found)"),
    ("fine", r"(?:fined)"),
    ("founding", r"(?:founding of)"),
    ("disappearance", r"(?:disappearance of|desaparicion de)"),
    ("escape", r"(?:escape of|fuga de)"),
)
# What stands before and behind the number, by language: "killed at least | eleven | young people".
_KILLED = {
    "en": re.compile(
        r"\b(?:murdered|killed|butchered|claimed|responsible for|killing|murder of|convicted of|had|at least) "
        r"(?:at least |about |some |as many as |around )?$"
    ),
    "es": re.compile(r"\b(?:mato a|asesino a) $"),
}
_VICTIMS = {
    "en": re.compile(r" (?:[a-z-]+ ){0,2}?(?:victims|people|men|women|boys|murders|persons|patients|lives)\b"),
    "es": re.compile(r" (?:[a-z-]+ ){0,2}?(?:victimas|personas)\b"),
}
_ESTIMATED = re.compile(r"\b(?:as many as|may|might|could|suspected|perhaps|up to|more than|at least|over)\b")
_COUNTED = re.compile(r" (?:[a-z-]+ )?(?P<what>children|passengers|pensioners|patients|counts|divers|families)\b")
_DENIED = re.compile(r"\b(?:not|never|nobody|nunca|jamas|no)\b|n't\b")
_EXECUTED = re.compile(r"\b(?:executed|execution|put to death|fusilad[oa])\b")


@dataclass(frozen=True, slots=True)
class Event:
    """``who``: folded surname of the person it happened to (None: a pronoun or nobody named). ``start``/``end``: offsets in the text read.

    ``count`` is how many (victims, children) where the line counts; ``what`` then names what is counted.
    """

    kind: str
    who: str | None
    first: str | None  # folded first name, where the line gives one with the surname
    years: tuple[tuple[int, int], ...]
    start: int
    end: int
    count: int | None = None
    what: str = ""
    executed: bool = False
    denied: bool = False
    crimes: frozenset[str] = frozenset()


@lru_cache(maxsize=4_000)
def read_events(text: str, when: str = "") -> tuple[Event, ...]:
    """The events of one line or sentence; ``when`` dates those that name no year of their own."""
    plain = anyascii(text) if not text.isascii() else text
    if len(plain) != len(text):
        plain = "".join(anyascii(c)[:1] or " " for c in text)
    found: list[Event] = []
    for kind, pattern in _subject_patterns():
        found += [_event(kind, plain, m, when) for m in pattern.finditer(plain)]
    for kind, pattern in _object_patterns():
        found += [
            _event(kind, plain, m, when)
            for m in pattern.finditer(plain)
            if not (_OF.match(m["verb"]) and _IN_COURT.search(plain[max(0, m.start() - 70) : m.start()]))
        ]
    found += _counts(text, plain)
    return tuple(found)


def _counts(text: str, plain: str) -> Iterator[Event]:
    """How many were killed, and how many children, passengers and the like; ``plain`` is ``text`` without accents, of the same length."""
    for language, killed in _KILLED.items():
        numbers = read_numbers(text, language) if _VICTIMS[language].search(plain) or _COUNTED.search(plain) else ()
        for start, end, number in numbers:
            head, tail = killed.search(plain, 0, start), _VICTIMS[language].match(plain, end)
            if head and tail and not _ESTIMATED.search(plain[max(0, head.start() - 30) : tail.end()]):
                yield Event("victims", _last_name(plain[: head.start()]), None, (), head.start(), tail.end(), number, "victims")
            counted = _COUNTED.match(plain, end)
            if counted and language == "en" and not _YEAR.fullmatch(plain, start, end):
                yield Event("count", None, None, (), start, counted.end(), number, counted["what"])


_YEAR = re.compile(r"[12]\d{3}")
_OF = re.compile(r"murder|death|killing|muerte|asesinato")
_IN_COURT = re.compile(
    r"\b(?:charged|convicted|acquitted|guilty|tried|trial|sentenced|suspicion|accused|cleared|life|condenad|"
    r"acusad|culpable)[a-z]*\b[^.;]*$"
)


@lru_cache(maxsize=1)
def _subject_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(rf"{_PERSON}{_AUX},? (?P<verb>{verb})\b")) for kind, verb in _SUBJECT)


@lru_cache(maxsize=1)
def _object_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            kind,
            re.compile(
                rf"\b(?P<verb>{verb}) (?:(?!(?:in|at|on|after|for|near|by|of|from|with|as|and|before|en|por|"
                rf"tras)\b)[a-z-]+ ){{0,4}}(?P<who>{_NAME})"
            ),
        )
        for kind, verb in _OBJECT
    )


def _event(kind: str, text: str, m: re.Match[str], when: str) -> Event:
    end = _clause_end(text, m.end())
    start = m.start("who") if m.start("who") < m.start("verb") else m.start("verb")
    lead = re.search(r"(?:^|[;:.] |, )((?:In|On|in|on|En|en|El|el) [^,;.]{3,40}, |[^,;.]{0,30}$)", text[max(0, start - 50) : start])
    own = read_years(text[start:end]) or (read_years(lead.group()) if lead else ())
    clause = text[start:end]
    denied = kind != "acquittal" and bool(_DENIED.search(text[start : m.end("verb")]))
    return Event(
        kind,
        _surname(m["who"]),
        _first_name(m["who"]),
        own or read_years(when),
        start,
        end,
        executed=bool(_EXECUTED.search(clause)),
        denied=denied,
        crimes=_crimes(clause),
    )


_CRIME = re.compile(
    r"(not of )?\b(?:[a-z-]+ )?(murder|manslaughter|kidnapping|abduction|fraud|defrauding|theft|rape|assault|conspiracy|misbranding|"
    r"forgery|larceny|perjury|asesinato|secuestro|estafa)"
)


def _crimes(clause: str) -> frozenset[str]:
    """What somebody was tried for, "defrauding" as "fraud"; what the line rules out is left out."""
    return frozenset({"defrauding": "fraud"}.get(m[2], m[2]) for m in _CRIME.finditer(clause) if not m[1])


def _clause_end(text: str, at: int) -> int:
    found = re.search(
        r"[;:!?]|\.(?:\s|$)|, (?:and|but|which|who|while|where|y|pero|que|when|after)\b| (?:and|y) (?:[a-z]+ "
        r")?(?:was|were|is|had|has|[a-z]+ed|[a-z]+io)\b|$",
        text[at:],
    )
    return min(len(text), at + (found.start() if found else 0))


def _surname(name: str) -> str | None:
    words = [w for w in re.findall(r"[A-Za-z'-]+", name) if w.lower() not in _SMALL]
    words = [w.removesuffix("'s") for w in words if w[:1].isupper()]
    return words[-1].lower() if words and words[-1] not in {"II", "III", "Jr", "He", "She", "They"} else None


def _first_name(name: str) -> str | None:
    words = [w for w in re.findall(r"[A-Za-z'-]+", name) if w.lower() not in _SMALL and w[:1].isupper()]
    return words[0].lower() if len(words) > 1 else None


def is_same_person(a: Event, b: Event) -> bool | None:
    """None where one of the two names nobody."""
    if a.who is None or b.who is None:
        return None
    return a.who == b.who and (a.first is None or b.first is None or a.first == b.first)


def _last_name(text: str) -> str | None:
    names = re.findall(_NAME, text)
    return next((s for n in reversed(names) if (s := _surname(n))), None)
